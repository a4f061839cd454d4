// Sessions: beginning one, what the signed-in person is told about it, and the one-time
// links that stand in for a default password. Only hashes of tokens are stored.
#pragma once
#include "api/route.hpp"
#include "registry/rules.hpp"
#include "storage/store.hpp"

namespace maple::registry {

inline constexpr std::int64_t first_run_seconds = 7 * 24 * 3600;
inline constexpr std::int64_t invitation_seconds = 3 * 24 * 3600;

struct RoleView {
    access::Role role{};
    std::string role_name;
    Key organisation{};
    std::string organisation_name;
    bool standing_in = false;  // for a security administrator, until the first one has come in
};
BOOST_DESCRIBE_STRUCT(RoleView, (), (role, role_name, organisation, organisation_name, standing_in))

// How a signed-in person stands with the second factor.
struct FactorView {
    bool enrolled = false;
    std::optional<Instant> needed_from;  // not enrolled: from then on nobody signs in without
    std::int64_t recovery_left = 0;
};
BOOST_DESCRIBE_STRUCT(FactorView, (), (enrolled, needed_from, recovery_left))

struct SessionView {
    bool signed_in = false;
    std::optional<Key> account;
    std::string username;
    std::optional<Key> person;
    std::string person_name;
    std::optional<Key> organisation;
    std::string organisation_name;
    std::vector<RoleView> roles;
    std::optional<NextDoor> waits_for;        // not signed in yet: the password was right, this is still wanted
    std::optional<FactorView> second_factor;
    std::string language;  // "zh-CN": in which this answer is worded
    bool demo = false;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (signed_in, account, username, person, person_name, organisation, organisation_name, roles,
                                        waits_for, second_factor, language, demo))

SessionView session_view(Desk&);

// How long a session lasts, whatever is done in it: a rule of the house (pack.toml). It ends
// earlier when nobody uses it (access/identify.hpp).
std::int64_t session_seconds(law::Book const&);
// From where somebody came in: what a list of sessions shows.
struct Arrival {
    std::string peer;    // network
    std::string device;  // "firefox/windows"
};
// Signs an account in, or as far as the door where it waits for its second factor: a new
// token for the cookie.
std::string begin_session(sql::Session&, law::Book const&, Key account, Instant real_now, Arrival const& from, NextDoor = NextDoor::open);
inline constexpr std::int64_t half_session_seconds = 15 * 60;
// Sets the cookie: HttpOnly, SameSite=Strict; over TLS also Secure and __Host-.
void set_session_cookie(std::vector<std::pair<std::string, std::string>>& answer_headers, law::Book const&, std::string_view token, bool secure);
void clear_session_cookie(std::vector<std::pair<std::string, std::string>>& answer_headers);

// A fresh link token for the first run, whose older ones end; nothing once there is an account.
std::optional<std::string> first_run_token(sql::Store&, Instant real_now);
// A fresh one-time token for an account, whose older ones end.
std::string invite(sql::Session&, Key account, Instant real_now);

}  // namespace maple::registry
