#include "foundation/totp.hpp"

#include <gtest/gtest.h>

namespace maple::totp {
namespace {

std::string const secret = "12345678901234567890";  // RFC 6238, appendix B
Instant at(std::int64_t seconds) { return {seconds * microseconds_a_second}; }

TEST(totp, makes_the_codes_of_rfc_6238)
{
    // The RFC prints eight digits; six are the last six of them.
    std::pair<std::int64_t, std::string> const vectors[] = {
        {59, "94287082"}, {1111111109, "07081804"}, {1111111111, "14050471"},
        {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"},
    };
    for (auto const& [seconds, code] : vectors) EXPECT_EQ(code_at(secret, step_of(at(seconds))), code.substr(2)) << seconds;
}

TEST(totp, takes_a_code_of_the_step_before_and_after_and_no_other)
{
    auto const now = at(1234567890);
    auto const here = step_of(now);
    for (int off = -3; off <= 3; ++off) {
        auto const found = step_of_code(secret, code_at(secret, here + off), now, 0);
        if (off < -1 || off > 1) EXPECT_FALSE(found) << off;
        else EXPECT_EQ(found, here + off);
    }
}

TEST(totp, takes_no_code_twice_nor_an_older_one)
{
    auto const now = at(1234567890);
    auto const here = step_of(now);
    EXPECT_EQ(step_of_code(secret, code_at(secret, here), now, here - 1), here);
    EXPECT_FALSE(step_of_code(secret, code_at(secret, here), now, here));
    EXPECT_FALSE(step_of_code(secret, code_at(secret, here - 1), now, here));
    EXPECT_EQ(step_of_code(secret, code_at(secret, here + 1), now, here), here + 1);
}

TEST(totp, takes_nothing_that_is_no_code)
{
    for (std::string_view const wrong : {"", "0", "1234567", "abcdef", "89005924"}) EXPECT_FALSE(step_of_code(secret, wrong, at(1234567890), 0)) << wrong;
}

TEST(totp, makes_a_new_secret_each_time_that_fits_an_authenticator)
{
    EXPECT_NE(new_secret(), new_secret());
    EXPECT_EQ(new_secret().size(), 20u);
    EXPECT_EQ(base32(new_secret()).size(), 32u);
    EXPECT_EQ(base32(secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}

TEST(totp, is_told_to_an_app_by_an_address_in_plain_letters)
{
    EXPECT_EQ(uri(secret, "枫桥 1", "li"),
              "otpauth://totp/%E6%9E%AB%E6%A1%A5%201:li?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E6%9E%AB%E6%A1%A5%201"
              "&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace maple::totp
