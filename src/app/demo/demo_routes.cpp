#include "app/demo/demo_routes.hpp"
#include "access/identify.hpp"
#include "api/words.hpp"
#include "app/demo/clock.hpp"
#include "app/demo/town.hpp"
#include "dispute/file.hpp"
#include "dispute/request.hpp"
#include "registry/device.hpp"
#include "registry/sign_in.hpp"

namespace maple::app::demo {
namespace {

using access::Right;

// --- The bar ---------------------------------------------------------------------------

struct FaceView {
    std::string key, name, title;
    std::string try_this;     // what this person could try first
    bool signed_in = false;
};
BOOST_DESCRIBE_STRUCT(FaceView, (), (key, name, title, try_this, signed_in))

struct DemoView {
    bool demo = false;
    Instant now;
    std::vector<FaceView> faces;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(DemoView, (), (demo, now, faces, note))

std::optional<Key> account_of(sql::Session& sql, std::string_view face)
{
    return sql::cell<Key>(sql, "SELECT id FROM account WHERE username = $1 AND suspended_at IS NULL", username_of_face(face));
}

DemoView look(Desk& desk, api::Nothing const&)
{
    auto const tag = api::tag(desk.language);
    DemoView view{true, desk.now, {}, law::in(stock().note, tag)};
    for (auto const& face : stock().faces) {
        bool const resident = face.grants.empty();
        bool const here = resident ? !desk.caller.signed_in() : desk.caller.signed_in() && account_of(desk.sql, face.key) == desk.caller.account;
        view.faces.push_back({face.key, face.name, law::in(face.title, tag), law::in(face.try_this, tag), here});
    }
    return view;
}

// --- Becoming somebody -------------------------------------------------------------------

void only_in_demo(api::Lobby const& lobby)
{
    if (!lobby.house.demo) throw Refused(refuse(Because::not_found, "no_such_door"));
}

struct BecomeFace {
    std::string face;  // key of one of the bar
};
BOOST_DESCRIBE_STRUCT(BecomeFace, (), (face))

struct BecameFace {
    std::string face, name;
    std::optional<std::string> code;  // the resident has no account but a code
    std::optional<registry::SessionView> session;
};
BOOST_DESCRIBE_STRUCT(BecameFace, (), (face, name, code, session))

// A fresh code for the resident's own dispute; the one given before is void.
std::string resident_code(Desk& desk)
{
    auto const known = sql::cell<std::string>(desk.sql, "SELECT value FROM setting WHERE name = 'demo.resident'");
    auto const space = known ? known->find(' ') : std::string::npos;
    if (space == std::string::npos) throw Refused(refuse(Because::not_found, "no_such_door"));
    auto const dispute = key_from_shown(known->substr(0, space)).value(), party = key_from_shown(known->substr(space + 1)).value();
    return dispute::renew_code(desk, dispute::read_unasked(desk, dispute), party).code;
}

BecameFace become(api::Lobby& lobby, BecomeFace const& ask)
{
    only_in_demo(lobby);
    auto const* face = stock().face(ask.face);
    if (!face) throw Refused(refuse_field("/face", "not_in_the_book"));
    BecameFace became{face->key, face->name, {}, {}};
    if (face->grants.empty()) {
        sql::write_now(lobby.store, [&](sql::Session& sql) {
            Desk desk{sql, lobby.house, {}, lobby.now, lobby.real_now};
            became.code = resident_code(desk);
        });
        registry::clear_session_cookie(lobby.answer_headers);
        return became;
    }
    std::string token;
    sql::write_now(lobby.store, [&](sql::Session& sql) {
        auto const account = account_of(sql, face->key);
        if (!account) throw Refused(refuse(Because::not_found, "no_such_door"));
        token = registry::begin_session(sql, lobby.house.book, *account, lobby.real_now, {lobby.peer, registry::device_of(lobby.device)});
        Desk desk{sql, lobby.house, access::identify(sql, token, lobby.real_now), lobby.now, lobby.real_now, lobby.language};
        became.session = registry::session_view(desk);
    });
    registry::set_session_cookie(lobby.answer_headers, lobby.house.book, token, lobby.secure);
    return became;
}

// --- The clock ------------------------------------------------------------------------------

struct MoveClock {
    Whole<1, 366> days;
};
BOOST_DESCRIBE_STRUCT(MoveClock, (), (days))

struct ClockMoved {
    Instant now;
};
BOOST_DESCRIBE_STRUCT(ClockMoved, (), (now))

ClockMoved move(Desk& desk, MoveClock const& ask) { return {plus_seconds(desk.now, ask.days * 86'400)}; }

// The clock is the server's, and moves when the answer is kept: the same Idempotency-Key moves it once.
api::Route moving(DemoClock* clock)
{
    api::Route route(api::Verb::post, "/demo/clock", Right::demonstrate, move, "Move the demo's clock ahead by days; never back.");
    route.fill = [clock, read = route.fill](json::value const& question) -> api::Filled {
        auto filled = read(question);  // refuses before the clock moves
        auto const days = int(question.at("days").to_number<std::int64_t>());
        filled.work = [clock, days, work = std::move(filled.work)](Desk& desk) {
            if (clock && desk.when_durable) desk.when_durable->push_back([clock, days] { clock->ahead(days); });
            return work(desk);
        };
        return filled;
    };
    return route;
}

}  // namespace

api::Room demo_room(DemoClock* clock)
{
    using enum api::Verb;
    return {"demo",
            {
                {get, "/demo", Right::demonstrate, look, "The bar of the demo: seven persons and what each could try."},
                {post, "/demo/face", Right::demonstrate, become, "Become one of the seven persons; the resident gets a code instead of an account."},
                moving(clock),
            }};
}

}  // namespace maple::app::demo
