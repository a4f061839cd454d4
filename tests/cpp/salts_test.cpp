// The salts of texts that are not open: sealed where the text lies, in a new house and in one that
// an older program kept, so that nobody finds a phone by trying all of them; and named by `verify`
// when one was changed.
#include "app/replay.hpp"
#include "guessing.hpp"
#include "town.hpp"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Folder;
using ::maple::testing::Guesser;
using ::maple::testing::Town;

constexpr std::string_view phone = "13800007733", said_alone = "底线是两千元";

struct Row {
    Key id{};
    std::string label;
    access::Secrecy secrecy{};
    std::string body;
    sql::Bytes salt;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, label, secrecy, body, salt))

std::vector<Row> rows_of(sql::Store& store)
{
    return sql::read_now(store, [](sql::Session& sql) { return sql::all<Row>(sql, "SELECT id, label, secrecy, body, salt FROM words ORDER BY id"); });
}

std::vector<Row> hidden_rows(sql::Store& store)
{
    auto rows = rows_of(store);
    std::erase_if(rows, [](Row const& one) { return one.secrecy == access::Secrecy::open; });
    return rows;
}

std::int64_t in_clear(sql::Store& store)
{
    auto const rows = hidden_rows(store);
    return std::count_if(rows.begin(), rows.end(), [](Row const& one) { return access::salt_is_open(one.salt.data); });
}

bool marked(sql::Store& store)
{
    return sql::read_now(store, [](sql::Session& sql) {
        return sql::cell<std::string>(sql, "SELECT value FROM setting WHERE name = 'salts_in_clear'").has_value();
    });
}

// As the program of that time left it, seen by this one for the first time.
void make_older(sql::Store& store, Vault const& vault)
{
    sql::write_now(store, [&](sql::Session& sql) {
        auto const apart = access::Compartments::all(sql, vault);
        for (auto const& row : sql::all<Row>(sql, "SELECT id, label, secrecy, body, salt FROM words WHERE secrecy <> 'open'"))
            sql::change(sql, "UPDATE words SET salt = $2 WHERE id = $1", row.id,
                        sql::Bytes{access::open_salt(vault, apart, row.id, row.secrecy, row.salt.data)});
        for (auto const& one : sql::house_migrations())
            if (one.number == 19) sql.script(std::string(one.text));
    });
    EXPECT_TRUE(marked(store));
}

struct Salts : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};
    Key dispute{};

    void SetUp() override
    {
        auto form = Town::request();
        auto& first = form["parties"].as_array()[0].as_object();
        first["phone"] = std::string(phone);
        first["address"] = "迎宾街道汇福家园 3 栋";
        auto const file = town.well(town.clerk, "POST", "/disputes", form).at("file");
        dispute = key_from_shown(file.at("id").as_string()).value();
        auto const& parties = file.at("dispute").at("parties").as_array();
        auto const here = "/disputes/" + shown(dispute);
        town.well(town.clerk, "POST", here + "/acceptance");
        town.well(town.clerk, "POST", here + "/consents", {{"party", parties[2].at("id")}, {"consent", "agreed"}});
        town.well(town.clerk, "POST", here + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
        town.well(town.director, "PUT", here + "/receipt");
        town.well(town.director, "PUT", here + "/assignment", {{"person", shown(town.mediator.person)}, {"chosen_by_parties", true}});
        town.well(town.mediator, "POST", here + "/records", {{"kind", "separate"}, {"parties", json::array{parties[0].at("id")}}, {"record", said_alone}});
    }

    std::vector<std::string> said()
    {
        sql::write_now(*town.store, [](sql::Session& sql) { access::place_pages(sql); });
        std::vector<std::string> all;
        for (auto const& one : app::verify(*town.store, town.book, town.vault).differences) all.push_back(one.what + " " + one.which + ": " + one.says);
        return all;
    }

    Row row(std::string_view label)
    {
        auto const rows = rows_of(*town.store);
        return *std::find_if(rows.begin(), rows.end(), [&](Row const& one) { return one.label == label; });
    }

    void put(Key words, std::string salt)
    {
        sql::write_now(*town.store, [&](sql::Session& sql) { EXPECT_EQ(sql::change(sql, "UPDATE words SET salt = $2 WHERE id = $1", words, sql::Bytes{salt}), 1); });
    }

    std::vector<std::string> pages()
    {
        return sql::read_now(*town.store, [](sql::Session& sql) { return sql::column<std::string>(sql, "SELECT text FROM page ORDER BY id"); });
    }
};
INSTANTIATE_TEST_SUITE_P(engines, Salts, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Salts, lie_sealed_where_the_text_lies_and_in_clear_beside_an_open_one)
{
    int open = 0, sealed = 0, apart = 0;
    for (auto const& one : rows_of(*town.store)) {
        constexpr std::size_t compartment = 17;  // "box." and its key
        bool const is_open = one.secrecy == access::Secrecy::open, is_apart = access::in_compartment(one.body);
        EXPECT_EQ(access::salt_is_open(one.salt.data), is_open) << one.label;
        EXPECT_EQ(access::in_compartment(one.salt.data), is_apart) << one.label;
        if (is_apart) EXPECT_EQ(one.salt.data.substr(0, compartment), one.body.substr(0, compartment)) << "the same party's";
        ++(is_open ? open : is_apart ? apart : sealed);
    }
    EXPECT_GT(open, 0);
    EXPECT_GT(sealed, 0);
    EXPECT_GT(apart, 0);
    EXPECT_FALSE(marked(*town.store)) << "a new house has nothing to mend";
    EXPECT_EQ(said(), std::vector<std::string>{});
}

TEST_P(Salts, cannot_be_read_any_more_once_the_compartment_is_closed)
{
    auto const record = row("session.record");
    auto const opens = [&] {
        return sql::read_now(*town.store, [&](sql::Session& sql) {
            return access::open_salt(town.vault, access::Compartments::all(sql, town.vault), record.id, record.secrecy, record.salt.data);
        });
    };
    EXPECT_TRUE(access::salt_is_open(opens()));
    sql::write_now(*town.store, [](sql::Session& sql) { sql::change(sql, "DELETE FROM compartment"); });
    EXPECT_THROW(opens(), Tampered);
}

TEST_P(Salts, of_an_older_house_are_sealed_when_a_newer_program_opens_it)
{
    make_older(*town.store, town.vault);
    auto const before = pages();
    auto const hidden = std::int64_t(hidden_rows(*town.store).size());
    ASSERT_EQ(in_clear(*town.store), hidden);
    ASSERT_TRUE(Guesser(*town.store).finds(phone)) << "so it was";
    ASSERT_TRUE(Guesser(*town.store).finds(said_alone));
    EXPECT_EQ(access::seal_open_salts(*town.store, town.vault), hidden);
    EXPECT_EQ(access::seal_open_salts(*town.store, town.vault), 0) << "once is enough";
    EXPECT_FALSE(marked(*town.store));
    EXPECT_EQ(in_clear(*town.store), 0);
    EXPECT_TRUE(access::in_compartment(row("session.record").salt.data));
    Guesser const thief(*town.store);
    EXPECT_FALSE(thief.finds(phone));
    EXPECT_FALSE(thief.finds(said_alone));
    EXPECT_EQ(pages(), before) << "a page never changes";
    EXPECT_EQ(said(), std::vector<std::string>{});
}

TEST_P(Salts, of_an_older_house_are_sealed_to_the_end_by_who_was_broken_off)
{
    make_older(*town.store, town.vault);
    auto const first = hidden_rows(*town.store).front();
    put(first.id, access::seal_salt(town.vault, first.id, first.secrecy, first.salt.data));
    auto const left = in_clear(*town.store);
    ASSERT_GT(left, 0);
    EXPECT_EQ(access::seal_open_salts(*town.store, town.vault), left);
    EXPECT_EQ(in_clear(*town.store), 0);
    EXPECT_EQ(said(), std::vector<std::string>{});
}

TEST_P(Salts, of_an_older_house_do_not_stay_in_clear_beside_a_compartment_that_is_closed)
{
    make_older(*town.store, town.vault);
    sql::write_now(*town.store, [](sql::Session& sql) { sql::change(sql, "DELETE FROM compartment"); });
    access::seal_open_salts(*town.store, town.vault);
    EXPECT_EQ(in_clear(*town.store), 0);
    EXPECT_FALSE(Guesser(*town.store).finds(said_alone));
}

TEST_P(Salts, of_an_older_house_are_never_sealed_with_the_key_of_another_one)
{
    Folder const folder;
    std::filesystem::create_directories(folder.path);
    auto const another = Vault::open(folder.path / "vault.key");
    make_older(*town.store, town.vault);
    auto const before = in_clear(*town.store);
    EXPECT_THROW(access::seal_open_salts(*town.store, another), std::runtime_error);
    EXPECT_EQ(in_clear(*town.store), before) << "nothing was changed";
    EXPECT_EQ(access::seal_open_salts(*town.store, town.vault), before);
}

TEST_P(Salts, are_named_by_verify_when_one_was_changed)
{
    auto const number = row("party.phone");
    auto const which = "words " + shown(number.id) + ": ";
    put(number.id, row("party.address").salt.data);
    EXPECT_EQ(said(), (std::vector<std::string>{which + "a sealed text was changed or belongs to another place"}));
    put(number.id, access::seal_salt(town.vault, number.id, number.secrecy, "0123456789abcdef"));  // by somebody who has the key
    EXPECT_EQ(said(), (std::vector<std::string>{which + "the text beside dispute " + shown(dispute) + " is not the one that its page tells of"}));
    put(number.id, access::open_salt(town.vault, {}, number.id, number.secrecy, number.salt.data));
    EXPECT_EQ(said(), (std::vector<std::string>{which + "its salt lies in clear, so that the text can be guessed"}));
    put(number.id, number.salt.data);
    EXPECT_EQ(said(), std::vector<std::string>{});
}

TEST(SaltsOnDisk, leave_nothing_behind_in_the_file_once_they_are_sealed)
{
    Folder const folder;
    std::filesystem::create_directories(folder.path);
    auto const file = (folder.path / "house.db").string();
    auto const vault = Vault::for_tests();
    law::Book const book;
    House const house{book, vault};
    auto const now = instant_from_iso("2023-11-20T09:00:00+08:00").value();
    auto store = sql::open(file);
    sql::migrate(*store, sql::house_migrations());
    std::vector<access::WordsToKeep> texts;
    for (int n = 0; n < 2500; ++n)  // more than are sealed at a time
        texts.push_back(access::prepare_words(Key{7}, "party.phone", "137" + std::to_string(73'100'000 + n), access::Secrecy::personal));
    sql::write_now(*store, [&](sql::Session& sql) {
        Desk desk{sql, house, {}, now, now};
        access::write_ledger(desk, {}, texts);
    });
    auto const left = [&] {
        store.reset();  // and with it the log
        std::ifstream in(file, std::ios::binary);
        std::string const all(std::istreambuf_iterator<char>(in), {});
        store = sql::open(file);
        return std::count_if(texts.begin(), texts.end(), [&](auto const& one) { return all.find(one.salt) != all.npos; });
    };
    make_older(*store, vault);
    ASSERT_EQ(left(), 2500);
    EXPECT_EQ(access::seal_open_salts(*store, vault), 2500);
    EXPECT_EQ(left(), 0);
}

}  // namespace
}  // namespace maple
