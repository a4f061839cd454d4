#include "foundation/password.hpp"

#include <gtest/gtest.h>

namespace maple {

TEST(Password, the_right_one_matches_and_others_do_not)
{
    auto const hash = hash_password("red maple by the river");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
    EXPECT_TRUE(password_matches("red maple by the river", hash));
    EXPECT_FALSE(password_matches("red maple by the River", hash));
    EXPECT_FALSE(password_matches("", hash));
    EXPECT_FALSE(password_matches(std::string("red maple by the river\0", 23), hash));
    EXPECT_NE(hash, hash_password("red maple by the river"));
}

TEST(Password, nothing_matches_what_is_no_hash)
{
    auto const hash = hash_password("red maple by the river");
    for (auto const& bad : {std::string(), std::string("x"), hash.substr(0, hash.size() - 1), hash + "=", hash.substr(1), std::string(200, '$'),
                            std::string("$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAA")})
        EXPECT_FALSE(password_matches("red maple by the river", bad)) << bad;
}

TEST(Password, its_length_is_counted_in_characters)
{
    EXPECT_EQ(fault_in_password(""), PasswordFault::too_short);
    EXPECT_EQ(fault_in_password("maple-run"), PasswordFault::too_short);
    EXPECT_EQ(fault_in_password("maple-rung"), PasswordFault::none);
    EXPECT_EQ(fault_in_password("春眠不觉晓处处闻啼鸟"), PasswordFault::none);
    EXPECT_EQ(fault_in_password("春眠不觉晓处处闻啼"), PasswordFault::too_short);
    std::string long_one;
    while (long_one.size() < 128) long_one += "k7-" + std::to_string(long_one.size());
    EXPECT_EQ(fault_in_password(long_one.substr(0, 128)), PasswordFault::none);
    EXPECT_EQ(fault_in_password(long_one.substr(0, 128) + "x"), PasswordFault::too_long);
    EXPECT_NE(fault_in_password(std::string(100'000, '\x80')), PasswordFault::none);
}

TEST(Password, common_ones_runs_and_repetitions_are_refused)
{
    for (auto common : {"1234567890", "password123", "Password2023!", "PASSWORD!!!!", "1qaz2wsx3edc", "qwertyuiop", "aaaaaaaaaa", "abcabcabcabc",
                        "abcdefghijkl", "9876543210", "woaini1314520", "Karamay2023", "5201314520", "admin@123456", "枫桥枫桥枫桥枫桥枫桥"})
        EXPECT_EQ(fault_in_password(common), PasswordFault::too_common) << common;
}

TEST(Password, the_users_own_name_is_no_password)
{
    EXPECT_EQ(fault_in_password("GuZhenyuan2023", "guzhenyuan"), PasswordFault::too_common);
    EXPECT_EQ(fault_in_password("guzhenyuan2023!!", "guzhenyuan7"), PasswordFault::too_common);
    EXPECT_EQ(fault_in_password("guzhenyuan likes tea", "guzhenyuan"), PasswordFault::none);
    EXPECT_EQ(fault_in_password("8-20-41-77-36", "12345"), PasswordFault::none);
}

}  // namespace maple
