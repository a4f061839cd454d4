#include "foundation/canonical_json.hpp"
#include "foundation/chinese_text.hpp"
#include "foundation/csv.hpp"
#include "foundation/merkle.hpp"
#include "foundation/money.hpp"
#include "foundation/phone.hpp"
#include "foundation/random_token.hpp"
#include "foundation/receipt_code.hpp"
#include "foundation/resident_id.hpp"
#include "foundation/vault.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace maple {

TEST(ResidentId, the_vectors_of_the_standard_are_judged_right)
{
    for (auto id : {"650203199001010019", "650203199001010027", "650204198512319933", "650202200506301144", "65020319880229001X", "65020319880229001x"})
        EXPECT_EQ(fault_in_resident_id(id), IdFault::none) << id;
    EXPECT_EQ(fault_in_resident_id("650205201002290019"), IdFault::birth_date);
    EXPECT_EQ(fault_in_resident_id("650203199001010018"), IdFault::check_digit);
    EXPECT_EQ(fault_in_resident_id("65020319900101001"), IdFault::length);
    EXPECT_EQ(fault_in_resident_id("65020319900101A019"), IdFault::characters);
}

TEST(CreditCode, the_vectors_of_the_standard_are_judged_right)
{
    EXPECT_EQ(fault_in_credit_code("91350100M000100Y43"), IdFault::none);
    EXPECT_EQ(fault_in_credit_code("91650203MA00000009"), IdFault::none);
    EXPECT_EQ(fault_in_credit_code("91650203MA00000008"), IdFault::check_digit);
    EXPECT_EQ(fault_in_credit_code("91650203MAO0000009"), IdFault::characters);
}

TEST(Phone, numbers_are_kept_in_one_form)
{
    EXPECT_EQ(normal_phone("+86 138-0000-2046"), "13800002046");
    EXPECT_EQ(normal_phone("0086 13800002046"), "13800002046");
    EXPECT_EQ(normal_phone("0990 6123456"), "0990-6123456");
    EXPECT_EQ(normal_phone("12348"), "12348");
    for (auto bad : {"", "12", "23800002046", "1380000204", "138000020461", "手机"}) EXPECT_FALSE(normal_phone(bad)) << bad;
    EXPECT_EQ(masked_phone("13800002046"), "138****2046");
    EXPECT_EQ(masked_id("650203199001010019"), "6502**********0019");
}

TEST(Money, amounts_read_as_offices_write_them)
{
    EXPECT_EQ(fen_from_text("1700"), 170000);
    EXPECT_EQ(fen_from_text("13,800元"), 1380000);
    EXPECT_EQ(fen_from_text("0.18万元"), 180000);
    EXPECT_EQ(fen_from_text("￥1,200.50"), 120050);
    EXPECT_EQ(fen_from_text("１２００"), 120000);
    for (auto bad : {"-500", "", "元", "1.2.3", "12.345", "abc", "100000000001元", "1e5"}) EXPECT_FALSE(fen_from_text(bad)) << bad;
}

TEST(Money, formal_numerals_follow_the_rules_of_zero)
{
    std::pair<std::int64_t, char const*> const cases[] = {
        {0, "零元整"}, {180000, "壹仟捌佰元整"}, {10050000, "壹拾万零伍佰元整"}, {100001, "壹仟元零壹分"}, {50, "伍角整"},
        {5, "伍分"}, {1000000, "壹万元整"}, {1000100, "壹万零壹元整"}, {1010000000, "壹仟零壹拾万元整"},
        {10000000000, "壹亿元整"}, {10000010000, "壹亿零壹佰元整"}, {2018030, "贰万零壹佰捌拾元叁角整"}, {10050010000, "壹亿零伍拾万零壹佰元整"},
        {500100000000, "伍拾亿零壹佰万元整"},
    };
    for (auto const& [fen, text] : cases) EXPECT_EQ(capital_yuan(fen), text) << fen;
}

TEST(Money, what_is_printed_reads_back)
{
    EXPECT_TRUE(rc::check([] {
        auto const fen = *rc::gen::inRange<std::int64_t>(0, most_fen);
        RC_ASSERT(fen_from_text(yuan_text(fen)) == fen);
        RC_ASSERT(fen_from_text(plain_yuan(fen)) == fen);
    }));
}

TEST(ReceiptCode, every_wrong_character_and_every_swap_is_found)
{
    auto const code = make_receipt_code();
    ASSERT_EQ(normal_receipt_code(shown_receipt_code(code)), code);
    for (std::size_t i = 0; i < code.size(); ++i) {
        for (char c : std::string_view("23456789ABCDEFGHJKMNPQRSTUVWXYZ")) {
            auto wrong = code;
            wrong[i] = c;
            if (wrong != code) { EXPECT_FALSE(normal_receipt_code(wrong)) << wrong; }
        }
        if (i + 1 < code.size() && code[i] != code[i + 1]) {
            auto swapped = code;
            std::swap(swapped[i], swapped[i + 1]);
            EXPECT_FALSE(normal_receipt_code(swapped)) << swapped;
        }
    }
}

TEST(CanonicalJson, one_text_for_one_value)
{
    EXPECT_EQ(canonical_json(json::parse(R"({"b":1,"a":[true,null,"x\n中"],"A":{}})")), R"({"A":{},"a":[true,null,"x\n中"],"b":1})");
    // RFC 8785 section 3.2.3: keys in the order of UTF-16 code units.
    auto const sorted = canonical_json(json::parse(R"({"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7})"));
    EXPECT_EQ(sorted, "{\"\\r\":2,\"1\":4,\"\xC2\x80\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\xEF\xAC\xB3\":3}");
    EXPECT_THROW(canonical_json(json::parse("[1.5]")), std::invalid_argument);
}

TEST(Merkle, the_bytes_of_the_tree_never_drift)
{
    EXPECT_EQ(hex(tree_head({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    auto const leaf = leaf_hash(std::string(16, '\0'), "{}");
    EXPECT_EQ(hex(leaf), hex(sha256(std::string(17, '\0') + "{}")));
    EXPECT_EQ(hex(inner_hash(leaf, leaf)), hex(sha256("\x01" + bytes_of(leaf) + bytes_of(leaf))));
}

TEST(Merkle, growing_leaf_by_leaf_gives_the_same_head)
{
    EXPECT_TRUE(rc::check([] {
        auto const n = *rc::gen::inRange<int>(0, 70);
        std::vector<Digest> leaves;
        Tree tree;
        for (int i = 0; i < n; ++i) {
            leaves.push_back(leaf_hash("sixteen bytes of", std::to_string(i)));
            tree.append(leaves.back());
        }
        RC_ASSERT(tree.head() == tree_head(leaves));
    }));
}

TEST(Vault, a_sealed_text_opens_in_its_own_place_only)
{
    auto const vault = Vault::for_tests();
    auto const sealed = vault.seal("650203199001010019", "words/1");
    EXPECT_TRUE(sealed.starts_with("xc20p.1."));
    EXPECT_EQ(vault.unseal(sealed, "words/1"), "650203199001010019");
    EXPECT_THROW(vault.unseal(sealed, "words/2"), Tampered);
    EXPECT_THROW(vault.unseal(sealed.substr(0, sealed.size() - 2), "words/1"), Tampered);
    EXPECT_THROW(vault.unseal("xc20p.9.AAAA", "words/1"), Tampered);
    EXPECT_THROW(vault.unseal("", "words/1"), Tampered);
}

TEST(Vault, a_key_file_that_others_may_read_is_refused)
{
    auto const file = std::filesystem::temp_directory_path() / ("vault-" + random_token(6));
    auto const sealed = Vault::open(file).seal("x", "y");
    EXPECT_EQ(Vault::open(file).unseal(sealed, "y"), "x");
    std::filesystem::permissions(file, std::filesystem::perms(0644));
    EXPECT_THROW(Vault::open(file), std::runtime_error);
    std::filesystem::remove(file);
}

TEST(ChineseText, gb18030_goes_there_and_back)
{
    std::string const text = "古丽娜尔·艾则孜，迎宾街道𠮷";
    EXPECT_EQ(from_gb18030(*to_gb18030(text)), text);
    EXPECT_FALSE(from_gb18030("\xFF\xFF"));
    EXPECT_TRUE(is_utf8(text));
    for (auto bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "abc\xE4\xBD", "\x80"}) EXPECT_FALSE(is_utf8(bad));
}

TEST(ChineseText, names_with_different_dots_are_folded_to_one)
{
    EXPECT_EQ(folded("阿卜杜拉・买买提"), folded("阿卜杜拉·买买提"));
    EXPECT_EQ(bigrams("漏水 ABC"), (std::vector<std::string>{"漏水", "abc"}));
    EXPECT_LT(collation_key("李秀兰"), collation_key("张建国"));
}

TEST(Csv, what_is_written_reads_back)
{
    EXPECT_TRUE(rc::check([](std::vector<std::string> cells) {
        if (cells.empty()) cells.emplace_back("x");
        for (auto& cell : cells)
            for (auto& c : cell)
                if (c == '\0') c = '0';
        if (cells.size() == 1 && cells[0].empty()) cells[0] = "x";
        auto const rows = read_csv(csv_line(cells, true));
        RC_ASSERT(rows.size() == 1u);
        std::vector<std::string> back;
        for (auto const& cell : rows[0].cells) back.push_back(unguarded(cell));
        RC_ASSERT(back == cells);
    }));
}

TEST(Csv, formulas_are_disarmed)
{
    EXPECT_EQ(csv_line({"=1+1", "ok", "-5"}, true), "'=1+1,ok,'-5\r\n");
    EXPECT_THROW(read_csv("a,\"b"), std::invalid_argument);
    EXPECT_EQ(read_csv("\xEF\xBB\xBFx,y\r\n\r\n1,\"2\n3\"\n").size(), 2u);
}

}  // namespace maple
