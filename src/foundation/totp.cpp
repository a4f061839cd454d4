#include "foundation/totp.hpp"
#include "foundation/random_token.hpp"

#include <cstdlib>
#include <liboath/oath.h>
#include <stdexcept>

namespace maple::totp {
namespace {

void check(int answer)
{
    if (answer != OATH_OK) throw std::runtime_error(std::string("liboath: ") + oath_strerror(answer));
}

void start()
{
    static int const started = oath_init();
    check(started);
}

// Everything but letters, digits and "-._~" (RFC 3986).
std::string percent_encoded(std::string_view text)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    for (unsigned char c : text) {
        bool const plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) out += char(c);
        else out += {'%', hex[c >> 4], hex[c & 15]};
    }
    return out;
}

}  // namespace

std::string new_secret() { return random_bytes(20); }

std::string base32(std::string_view secret)
{
    char* text = nullptr;
    std::size_t length = 0;
    check(oath_base32_encode(secret.data(), secret.size(), &text, &length));
    std::string out(text, length);
    std::free(text);
    while (out.ends_with('=')) out.pop_back();
    return out;
}

std::int64_t step_of(Instant now) { return now.us / (step_seconds * microseconds_a_second); }

std::string code_at(std::string_view secret, std::int64_t step)
{
    start();
    char code[digits + 1];
    check(oath_totp_generate(secret.data(), secret.size(), time_t(step * step_seconds), unsigned(step_seconds), 0, unsigned(digits), code));
    return code;
}

std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code, Instant now, std::int64_t last_used)
{
    std::optional<std::int64_t> found;
    auto const here = step_of(now);
    // All three are compared, whichever fits: how long it takes tells nothing.
    for (auto const step : {here - 1, here, here + 1})
        if (same_secret(code_at(secret, step), code) && step > last_used && !found) found = step;
    return found;
}

std::string uri(std::string_view secret, std::string_view issuer, std::string_view account)
{
    auto const name = percent_encoded(issuer);
    return "otpauth://totp/" + name + ":" + percent_encoded(account) + "?secret=" + base32(secret) + "&issuer=" + name +
           "&algorithm=SHA1&digits=" + std::to_string(digits) + "&period=" + std::to_string(step_seconds);
}

}  // namespace maple::totp
