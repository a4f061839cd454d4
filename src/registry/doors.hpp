// What is done to the doors of an account besides opening and suspending it (keep.hpp): an
// end, an unlocking, its sessions. Each deed has a page in the ledger and an entry in the
// audit journal.
#pragma once
#include "access/journal.hpp"

namespace maple::registry {

// One more page of an account.
void write_on_account(Desk&, Key account, std::string_view deed, access::PageBody body = {});

// The last day of an account, or none. From the next day on it is shut, and whoever is in is out.
struct ExpirySet {
    std::optional<Date> expires_on;
};
BOOST_DESCRIBE_STRUCT(ExpirySet, (), (expires_on))
void set_expiry(Desk&, Key account, std::optional<Date> last_day);
Instant shut_from(Date last_day);                    // the first moment after it, Beijing time
std::optional<Date> last_day_before(std::optional<Instant> shut_from);

// Wrong passwords and wrong codes are forgotten. Refuses: account.not_locked.
void unlock_account(Desk&, Key account);
// Under which name wrong codes of a second factor are counted (access/lockout.hpp).
std::string tries_of_factor(Key account);

struct OpenSession {
    Key id{};
    std::string device, peer;
    Instant at, seen_at, expires_at;
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (id, device, peer, at, seen_at, expires_at))
std::vector<OpenSession> sessions_of(Desk&, Key account);  // the latest used first, none that was left alone
void end_session(Desk&, Key account, Key session);   // refuses: session.unknown
int end_sessions(Desk&, Key account);                // how many there were

// All roles that a person holds by any account that is not closed for good.
std::set<access::Role> roles_held(sql::Session&, Key person);

}  // namespace maple::registry
