#include "app/health.hpp"

namespace maple::app {
namespace {

struct Alive {
    std::string status, version;
};
BOOST_DESCRIBE_STRUCT(Alive, (), (status, version))

// Answers without the database: the program lives.
Alive alive(api::Lobby&, api::Nothing const&) { return {"alive", MAPLE_VERSION}; }

struct Ready {
    std::string status, engine;
    std::int64_t pages = 0;
};
BOOST_DESCRIBE_STRUCT(Ready, (), (status, engine, pages))

// Reads the ledger: the program can serve.
Ready ready(Desk& desk, api::Nothing const&)
{
    auto const last = sql::cell<std::int64_t>(desk.sql, "SELECT max(n) FROM leaf");
    return {"ready", desk.sql.engine() == sql::Engine::sqlite ? "sqlite" : "postgresql", last.value_or(-1) + 1};
}

}  // namespace

api::Room health_room()
{
    using enum api::Verb;
    using access::Right;
    return {"health",
            {
                {get, "/health", Right::anyone, alive, "The program is alive."},
                {get, "/ready", Right::anyone, ready, "The program can reach its database."},
            }};
}

}  // namespace maple::app
