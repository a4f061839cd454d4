// The way in: what stands behind a right password, and the half-open session of who has still
// to give a code. Shared by all routes that sign somebody in.
#pragma once
#include "access/lockout.hpp"
#include "registry/rules.hpp"
#include "registry/sign_in.hpp"

namespace maple::registry {

// A session that waits for its second factor; it opens nothing else and lives a few minutes.
struct HalfSession {
    Key account{};
    NextDoor waits_for{};
};
std::optional<HalfSession> half_session(sql::Session&, std::string_view token, Instant real_now);

// From when on this account needs a second factor; nothing: never, or it has one already.
std::optional<Instant> factor_due(sql::Session&, House const&, Key account);

// Lets an account in whose password (or link) was right: a session, or one that waits for the
// second factor. The cookie's session of before ends. Call `hand_over` when it is durable.
struct Entered {
    SessionView view;
    std::string token;
};
Entered enter(api::Lobby&, sql::Session&, Key account);
// The same for whom the second factor was right, too: signed in.
Entered enter_at_last(api::Lobby&, sql::Session&, Key account);
SessionView hand_over(api::Lobby&, Entered);

// Who asks in the lobby, as elsewhere: nobody, when the session was left alone for too long.
access::Caller caller_in(api::Lobby const&, sql::Session&);
Desk desk_in(api::Lobby const&, sql::Session&, access::Caller);
void end_session_of(sql::Session&, std::string const& token);

// How long a name, a code may be guessed at is a rule of the house (pack.toml).
access::Patience patience_of(law::Book const&);
// Refuses with the time of day (Beijing) from which on one may try again.
[[noreturn]] void come_later(std::string code, Instant then, Instant real_now);

}  // namespace maple::registry
