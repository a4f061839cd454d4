#include "storage/store.hpp"

#include "storage/engines.hpp"

#include <future>

namespace maple::sql {

Savepoint::Savepoint(Session& session) : session_(session) { session_.script("SAVEPOINT part"); }

void Savepoint::keep()
{
    session_.script("RELEASE SAVEPOINT part");
    kept_ = true;
}

Savepoint::~Savepoint()
{
    if (kept_) return;
    try {
        session_.script("ROLLBACK TO SAVEPOINT part");
        session_.script("RELEASE SAVEPOINT part");
    } catch (std::exception const&) {
        // The whole transaction has gone; its end will say so.
    }
}

void write_now(Store& store, Work work)
{
    // Shared, because the store's thread may still hold the promise when we have our answer.
    auto const answer = std::make_shared<std::promise<void>>();
    auto durable = answer->get_future();
    store.write(std::move(work), [answer](std::exception_ptr problem) {
        if (problem) answer->set_exception(problem);
        else answer->set_value();
    });
    durable.get();
}

std::unique_ptr<Store> open(std::string const& where, StoreOptions options)
{
    bool const elsewhere = where.starts_with("postgresql://") || where.starts_with("postgres://");
    return elsewhere ? open_postgres(where, options) : open_sqlite(where, options);
}

}  // namespace maple::sql
