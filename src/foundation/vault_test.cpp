#include "foundation/key_file.hpp"
#include "foundation/vault.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace maple {
namespace {

class VaultFile : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::string name = "/tmp/maple-vault-XXXXXX";
        ASSERT_TRUE(::mkdtemp(name.data()));
        folder = name;
        file = folder / "keys";
    }
    void TearDown() override { std::filesystem::remove_all(folder); }
    void write(std::string const& text, int mode = 0600)
    {
        std::ofstream(file) << text;
        ::chmod(file.c_str(), mode_t(mode));
    }
    std::filesystem::path folder, file;
};

constexpr auto place = "party/phone/42";

}  // namespace

TEST(Vault, what_is_sealed_opens_at_its_own_place_only)
{
    auto const vault = Vault::for_tests();
    auto const sealed = vault.seal("13812342046", place);
    EXPECT_TRUE(sealed.starts_with("xc20p.1.")) << sealed;
    EXPECT_EQ(sealed.find("13812342046"), std::string::npos);
    EXPECT_EQ(vault.unseal(sealed, place), "13812342046");
    EXPECT_THROW(vault.unseal(sealed, "party/phone/43"), Tampered);
    EXPECT_THROW(vault.unseal(sealed, ""), Tampered);
}

TEST(Vault, what_was_sealed_by_an_earlier_program_still_opens)
{
    EXPECT_EQ(Vault::for_tests().unseal("xc20p.1.sFM6ZLISoN4geeQ3sfmNNwWsFkRXxEm7OTEMQAbwyKrdIBgeJbcw7z1ccN7CYY7kxGDO", place), "13812342046");
    EXPECT_EQ(Vault::for_tests().blind("13812342046"), "c2bc0c882d32845067c13c5e48e757f2b65f65c38cee0ea33f6c8ad970ad7f9c");
}

TEST(Vault, every_changed_character_is_noticed)
{
    auto const vault = Vault::for_tests();
    auto const sealed = vault.seal("克拉玛依", place);
    for (std::size_t i = 0; i < sealed.size(); ++i)
        for (char c : {'A', 'b', '7', '-', '_', '.', '=', ' ', '\0', '\xFF'}) {
            auto changed = sealed;
            changed[i] = c;
            if (changed == sealed) continue;
            EXPECT_THROW(vault.unseal(changed, place), Tampered) << i << " " << int(c);
        }
    for (std::size_t n = 0; n < sealed.size(); ++n) EXPECT_THROW(vault.unseal(sealed.substr(0, n), place), Tampered);
    EXPECT_THROW(vault.unseal(sealed + "A", place), Tampered);
    EXPECT_THROW(vault.unseal("xc20p.99999999999999999999.AAAA", place), Tampered);
    EXPECT_THROW(vault.unseal("xc20p.-1.AAAA", place), Tampered);
}

TEST(Vault, the_same_words_are_never_sealed_the_same_way_twice)
{
    auto const vault = Vault::for_tests();
    EXPECT_NE(vault.seal("", place), vault.seal("", place));
    EXPECT_EQ(vault.unseal(vault.seal("", place), place), "");
    std::string const bytes("\0\xFF\x80", 3);
    EXPECT_EQ(vault.unseal(vault.seal(bytes, place), place), bytes);
}

TEST(Vault, a_blind_index_is_the_same_for_the_same_words_and_keys)
{
    auto const vault = Vault::for_tests();
    EXPECT_EQ(vault.blind("13812342046"), Vault::for_tests().blind("13812342046"));
    EXPECT_NE(vault.blind("13812342046"), vault.blind("13812342047"));
    EXPECT_EQ(vault.blind("").size(), 64u);
}

TEST_F(VaultFile, a_new_key_file_is_its_owners_alone_and_is_read_again)
{
    auto const first = Vault::open(file);
    struct stat about;
    ASSERT_EQ(::stat(file.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
    auto const second = Vault::open(file);
    EXPECT_EQ(second.unseal(first.seal("x", place), place), "x");
    EXPECT_EQ(second.blind("x"), first.blind("x"));
    EXPECT_NE(first.blind("x"), Vault::for_tests().blind("x"));
}

TEST_F(VaultFile, a_key_file_that_others_may_read_is_refused)
{
    Vault::open(file);
    for (int mode : {0640, 0604, 0660, 0601, 0620}) {
        ::chmod(file.c_str(), mode_t(mode));
        EXPECT_THROW(Vault::open(file), std::runtime_error) << mode;
    }
    ::chmod(file.c_str(), 0400);
    EXPECT_NO_THROW(Vault::open(file));
}

TEST_F(VaultFile, an_older_key_goes_on_opening_after_a_new_one_was_added)
{
    auto const before = Vault::open(file);
    auto const old = before.seal("x", place);
    Vault::add_key(file);
    auto const after = Vault::open(file);
    auto const fresh = after.seal("x", place);
    EXPECT_TRUE(fresh.starts_with("xc20p.2.")) << fresh;
    EXPECT_EQ(after.unseal(old, place), "x");
    EXPECT_EQ(after.blind("x"), before.blind("x"));
    EXPECT_TRUE(after.sealed_with_newest_key(fresh));
    EXPECT_FALSE(after.sealed_with_newest_key(old));
    EXPECT_THROW(before.unseal(fresh, place), Tampered);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

TEST_F(VaultFile, what_is_not_a_key_file_is_refused_without_its_words)
{
    std::string const key(43, 'A'), blind = "blind blake2b " + key + "\n";
    for (auto const& text : {std::string(), blind, "1 xc20p " + key, blind + "1 xc20p " + key.substr(1), blind + "1 rot13 " + key,
                             blind + "0 xc20p " + key, blind + "1x xc20p " + key, blind + "1 xc20p",
                             blind + "1 xc20p " + key + "\n1 xc20p " + key, blind + blind + "1 xc20p " + key}) {
        write(text);
        try {
            Vault::open(file);
            ADD_FAILURE() << text;
        } catch (std::runtime_error const& e) {
            EXPECT_EQ(std::string(e.what()).find("AAAA"), std::string::npos);
        }
    }
    write("# remark\r\n\n" + blind + "  7\txc20p " + key + "  # the seventh");
    EXPECT_TRUE(Vault::open(file).seal("x", place).starts_with("xc20p.7."));
    EXPECT_THROW(Vault::open(folder), std::runtime_error);
    EXPECT_NO_THROW(Vault::open(folder / "new" / "folder" / "keys"));
}

}  // namespace maple
