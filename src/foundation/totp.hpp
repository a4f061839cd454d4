// Codes that a phone makes from a shared secret and the time (TOTP, RFC 6238: SHA-1, six
// digits, thirty seconds, as every authenticator app knows them; liboath computes them).
#pragma once
#include "foundation/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace maple::totp {

inline constexpr int digits = 6;
inline constexpr std::int64_t step_seconds = 30;

std::string new_secret();                        // 20 random bytes
std::string base32(std::string_view secret);     // for typing in by hand, without padding
std::int64_t step_of(Instant);
std::string code_at(std::string_view secret, std::int64_t step);

// The step whose code this is: now, the one before or the one after (a clock may be wrong by
// half a minute), and later than the last one that was used: a code never works twice.
std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code, Instant now, std::int64_t last_used);

// "otpauth://totp/…": what an authenticator app reads off a QR code.
std::string uri(std::string_view secret, std::string_view issuer, std::string_view account);

}  // namespace maple::totp
