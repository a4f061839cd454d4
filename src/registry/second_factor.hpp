// The second factor of an account: a secret that a phone turns into codes (TOTP), and ten
// recovery codes that work once each. Secrets lie encrypted, recovery codes as keyed hashes;
// neither is ever shown a second time. Every change has a page and an entry in the journal.
#pragma once
#include "access/desk.hpp"

namespace maple::registry {

inline constexpr int recovery_codes_made = 10;

struct FactorState {
    std::optional<Instant> enrolled_at;
    std::int64_t recovery_left = 0;
    bool enrolled() const { return enrolled_at.has_value(); }
};
FactorState factor_state(sql::Session&, Key account);

// A new secret, to be shown now: it counts as soon as a code of it was given. An older one
// goes on working until then.
std::string propose_secret(Desk&, Key account);

// The recovery codes, when the code belongs to the secret that was proposed; nothing otherwise.
std::optional<std::vector<std::string>> enrol(Desk&, Key account, std::string_view code);

// Whether a code opens the second door; each works once.
enum class Tried { wrong, code, recovery_code };
Tried try_code(Desk&, Key account, std::string_view code);

// Ten new ones; the older ones are void.
std::vector<std::string> renew_recovery_codes(Desk&, Key account);

// For a phone that is lost: no second factor any more, every session ends. At the next
// sign-in a new one is set up. Refuses: factor.none.
void reset_second_factor(Desk&, Key account);

// Secrets sealed with an older key are sealed with the newest one. Returns how many.
int seal_secrets_anew(sql::Session&, Vault const&);

// The moment at which this house learned of second factors: nobody's grace begins earlier.
Instant factors_introduced(sql::Session&);

}  // namespace maple::registry
