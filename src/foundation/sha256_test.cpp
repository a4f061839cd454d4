#include "foundation/sha256.hpp"

#include <gtest/gtest.h>

namespace maple {

TEST(Sha256, the_standards_own_examples_come_out)
{
    EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, pieces_hash_like_the_whole)
{
    std::string const whole(1000, 'x');
    for (std::size_t cut = 0; cut <= whole.size(); cut += 37)
        EXPECT_EQ(Sha256().add(whole.substr(0, cut)).add(whole.substr(cut)).digest(), sha256(whole));
}

TEST(Sha256, asking_for_the_hash_does_not_end_the_text)
{
    Sha256 running;
    running.add("ab");
    EXPECT_EQ(running.digest(), sha256("ab"));
    EXPECT_EQ(running.add("c").digest(), sha256("abc"));
    auto const copy = running;
    EXPECT_EQ(copy.digest(), sha256("abc"));
}

TEST(Sha256, hexadecimal_reads_back_and_junk_does_not)
{
    auto const h = sha256("x");
    EXPECT_EQ(digest_from_hex(hex(h)), h);
    EXPECT_EQ(digest_from_bytes(bytes_of(h)), h);
    EXPECT_FALSE(digest_from_bytes("short"));
    EXPECT_FALSE(digest_from_hex(""));
    EXPECT_FALSE(digest_from_hex(hex(h) + "0"));
    EXPECT_FALSE(digest_from_hex(std::string(63, '0') + "g"));
    EXPECT_FALSE(digest_from_hex(std::string(62, '0') + "\xC3\xA9"));
}

}  // namespace maple
