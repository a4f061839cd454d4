#include "storage/insert.hpp"
#include "storage/testing.hpp"

#include <gtest/gtest.h>
#include <limits>

using namespace maple;
using namespace maple::sql;

namespace {

class Values : public testing::TestWithParam<Engine> {
protected:
    Values()
    {
        Migration const tables[] = {{1, "things", R"(
            CREATE TABLE thing (
                id    BIGINT PRIMARY KEY,
                word  TEXT UNIQUE,
                n     BIGINT,
                small INTEGER,
                bytes BYTEA
            );
            CREATE TABLE owner (
                id    BIGINT PRIMARY KEY,
                thing BIGINT NOT NULL REFERENCES thing (id) DEFERRABLE INITIALLY DEFERRED
            );)"}};
        migrate(*store_, tables);
    }

    void write(Work work) { write_now(*store_, std::move(work)); }

    // What comes back after the value was written into the column.
    Value there_and_back(std::string const& column, Value const& value)
    {
        write([&](Session& s) {
            s.run("DELETE FROM thing", {});
            Value const v[] = {value};
            s.run("INSERT INTO thing (id, " + column + ") VALUES (1, $1)", v);
        });
        return read_now(*store_, [&](Session& s) { return s.run("SELECT " + column + " FROM thing", {}).rows.at(0).at(0); });
    }

    std::unique_ptr<Store> store_ = fresh_store(GetParam());
};
INSTANTIATE_TEST_SUITE_P(engines, Values, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(Values, every_kind_of_value_comes_back_as_it_went)
{
    using Numbers = std::numeric_limits<std::int64_t>;
    for (auto n : {std::int64_t{0}, std::int64_t{-1}, Numbers::min(), Numbers::max()}) EXPECT_EQ(there_and_back("n", n), Value(n));
    for (std::string text : {"", "a'b\"c\\d\r\n\t", "人民调解 𠮷", "ئۇيغۇرچە", "%_"}) EXPECT_EQ(there_and_back("word", text), Value(text));
    for (std::string bytes : {std::string(), std::string("\0\xff\0\x80", 4), std::string(70'000, '\0')})
        EXPECT_EQ(there_and_back("bytes", Bytes{bytes}), Value(Bytes{bytes}));
    for (auto column : {"word", "n", "small", "bytes"}) EXPECT_EQ(there_and_back(column, nullptr), Value(nullptr));
}

TEST_P(Values, a_text_with_a_zero_in_it_is_refused)
{
    EXPECT_THROW(there_and_back("word", std::string("a\0b", 3)), std::runtime_error);
}

TEST_P(Values, a_parameter_may_stand_in_several_places)
{
    auto const found = read_now(*store_, [](Session& s) {
        return cell<std::string>(s, "SELECT CAST($2 AS TEXT) || CAST($1 AS TEXT) || CAST($2 AS TEXT)", "b", "a");
    });
    EXPECT_EQ(found, "aba");
}

TEST_P(Values, more_than_nine_parameters_keep_their_order)
{
    auto const found = read_now(*store_, [](Session& s) {
        return cell<std::string>(s, R"(SELECT CAST($11 AS TEXT) || CAST($1 AS TEXT) || CAST($10 AS TEXT) || CAST($2 AS TEXT)
                                           || CAST($3 AS TEXT) || CAST($4 AS TEXT) || CAST($5 AS TEXT) || CAST($6 AS TEXT)
                                           || CAST($7 AS TEXT) || CAST($8 AS TEXT) || CAST($9 AS TEXT))",
                                 "1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B");
    });
    EXPECT_EQ(found, "B1A23456789");
}

TEST_P(Values, large_numbers_pass_beside_small_literals)
{
    constexpr std::int64_t large = 1'700'000'000'000'000;
    write([&](Session& s) { change(s, "INSERT INTO thing (id, n, small) VALUES (1, $1, $2)", large, 7); });
    auto const count = [&](std::string_view condition, std::int64_t n) {
        return read_now(*store_, [&](Session& s) {
            return cell<std::int64_t>(s, "SELECT COUNT(*) FROM thing WHERE " + std::string(condition), n).value();
        });
    };
    EXPECT_EQ(count("$1 > 0 AND n = $1", large), 1);
    EXPECT_EQ(count("COALESCE($1, 0) = n", large), 1);
    EXPECT_EQ(count("small = $1", 7), 1);
    EXPECT_EQ(count("small = $1", large), 0);
}

TEST_P(Values, where_thirty_two_bits_are_asked_for_small_numbers_pass)
{
    auto const part = read_now(*store_, [](Session& s) { return cell<std::string>(s, "SELECT substr('abcdef', 1, $1)", 3); });
    EXPECT_EQ(part, "abc");
}

TEST_P(Values, sums_and_counts_and_comparisons_are_whole_numbers)
{
    write([](Session& s) { change(s, "INSERT INTO thing (id, n) VALUES (1, $1), (2, $2)", std::int64_t{1} << 40, 5); });
    auto const row = read_now(*store_, [](Session& s) {
        return s.run("SELECT SUM(n), COUNT(*), COUNT(*) FILTER (WHERE n > 5), MAX(n) > MIN(n), SUM(small) FROM thing", {}).rows.at(0);
    });
    EXPECT_EQ(row, (std::vector<Value>{(std::int64_t{1} << 40) + 5, std::int64_t{2}, std::int64_t{1}, std::int64_t{1}, nullptr}));
}

TEST_P(Values, fractions_do_not_leave_the_database)
{
    EXPECT_THROW(read_now(*store_, [](Session& s) { return s.run("SELECT 1.5 AS half", {}); }), std::logic_error);
}

TEST_P(Values, returning_and_on_conflict_say_what_they_did)
{
    constexpr auto upsert = R"(INSERT INTO thing (id, word, n)
                               VALUES ($1, $2, 1)
                               ON CONFLICT (word) DO UPDATE SET n = thing.n + 1
                               RETURNING id, n)";
    write([&](Session& s) {
        Value const first[] = {std::int64_t{1}, std::string("井")}, second[] = {std::int64_t{2}, std::string("井")};
        EXPECT_EQ(s.run(upsert, first).rows, (std::vector<std::vector<Value>>{{std::int64_t{1}, std::int64_t{1}}}));
        auto const again = s.run(upsert, second);
        EXPECT_EQ(again.rows, (std::vector<std::vector<Value>>{{std::int64_t{1}, std::int64_t{2}}}));
        EXPECT_EQ(again.changed, 1);
        EXPECT_EQ(change(s, "INSERT INTO thing (id, word) VALUES (3, $1) ON CONFLICT DO NOTHING", "井"), 0);
    });
}

TEST_P(Values, the_number_of_changed_rows_is_that_of_the_statement)
{
    write([](Session& s) {
        EXPECT_EQ(change(s, "INSERT INTO thing (id, n) VALUES (1, 1), (2, 2), (3, 3)"), 3);
        EXPECT_EQ(s.run("SELECT id FROM thing", {}).changed, 0);
        EXPECT_EQ(change(s, "UPDATE thing SET n = 0 WHERE n > $1", 1), 2);
        EXPECT_EQ(change(s, "UPDATE thing SET n = 0 WHERE n > $1", 1), 0);
        EXPECT_EQ(change(s, "DELETE FROM thing"), 3);
    });
}

TEST_P(Values, a_batch_runs_all_its_statements_in_order)
{
    write([](Session& s) {
        std::vector<Statement> all;
        for (int n = 1; n <= 250; ++n) all.push_back({"INSERT INTO thing (id, n) VALUES ($1, $2)", {std::int64_t{n}, std::int64_t{0}}});
        for (int n = 1; n <= 250; ++n) all.push_back({"UPDATE thing SET n = n + $2 WHERE id = $1", {std::int64_t{n}, std::int64_t{n}}});
        s.batch(all);
    });
    EXPECT_EQ(read_now(*store_, [](Session& s) { return cell<std::int64_t>(s, "SELECT SUM(n) FROM thing").value(); }), 250 * 251 / 2);
}

TEST_P(Values, capital_letters_matter_to_like)
{
    auto const like = [&](char const* pattern) {
        return read_now(*store_, [&](Session& s) { return cell<bool>(s, "SELECT 'Abc' LIKE CAST($1 AS TEXT)", pattern).value(); });
    };
    EXPECT_TRUE(like("Ab%"));
    EXPECT_FALSE(like("ab%"));
}

TEST_P(Values, columns_carry_their_names_even_without_rows)
{
    auto const table = read_now(*store_, [](Session& s) { return s.run("SELECT id AS key, word FROM thing", {}); });
    EXPECT_EQ(*table.columns, (std::vector<std::string>{"key", "word"}));
    EXPECT_TRUE(table.rows.empty());
}

TEST_P(Values, a_taken_unique_key_is_a_collision)
{
    write([](Session& s) { change(s, "INSERT INTO thing (id, word) VALUES (1, 'a')"); });
    EXPECT_THROW(write([](Session& s) { change(s, "INSERT INTO thing (id) VALUES (1)"); }), Collision);
    EXPECT_THROW(write([](Session& s) { change(s, "INSERT INTO thing (id, word) VALUES (2, 'a')"); }), Collision);
}

TEST_P(Values, a_reference_to_nothing_fails_its_own_work)
{
    EXPECT_THROW(write([](Session& s) { change(s, "INSERT INTO owner (id, thing) VALUES (1, 99)"); }), std::runtime_error);
    write([](Session& s) {
        change(s, "INSERT INTO owner (id, thing) VALUES (1, 99)");
        change(s, "INSERT INTO thing (id) VALUES (99)");
    });
}

TEST_P(Values, error_texts_hold_no_values)
{
    auto const complaint = [&](std::string_view statement, auto const&... values) -> std::string {
        try {
            write([&](Session& s) { change(s, statement, values...); });
        } catch (std::exception const& e) {
            return e.what();
        }
        return "nothing failed";
    };
    write([](Session& s) { change(s, "INSERT INTO thing (id, word) VALUES (1, $1)", "张三丰"); });
    auto const taken = complaint("INSERT INTO thing (id, word) VALUES (2, $1)", "张三丰");
    EXPECT_NE(taken.find("INSERT INTO thing"), taken.npos);
    EXPECT_EQ(taken.find("张三丰"), taken.npos);
    auto const not_a_number = complaint("INSERT INTO owner (id, thing) VALUES ($1, 1)", "李四光");
    EXPECT_NE(not_a_number.find("INSERT INTO owner"), not_a_number.npos);
    EXPECT_EQ(not_a_number.find("李四光"), not_a_number.npos);
}

TEST_P(Values, values_and_parameters_must_be_equally_many)
{
    EXPECT_THROW(write([](Session& s) { change(s, "INSERT INTO thing (id, n) VALUES ($1, $2)", 1); }), std::logic_error);
    EXPECT_THROW(write([](Session& s) { change(s, "INSERT INTO thing (id) VALUES ($1)", 1, 2); }), std::logic_error);
    EXPECT_ANY_THROW(write([](Session& s) { change(s, "INSERT INTO thing (id) VALUES ($2)", 1, 2); }));
}

TEST_P(Values, more_statements_than_are_kept_still_work)
{
    for (int n = 0; n < 1000; ++n)
        EXPECT_EQ(read_now(*store_, [&](Session& s) { return cell<std::int64_t>(s, "SELECT 1 + " + std::to_string(n)).value(); }), n + 1);
    write([](Session& s) {
        for (int n = 0; n < 1000; ++n) change(s, "INSERT INTO thing (id) VALUES (" + std::to_string(n) + ")");
    });
}

struct Thing {
    std::int64_t id = 0;
    std::optional<std::int64_t> n;
    std::optional<std::string> word;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, n, word))

TEST_P(Values, an_update_leaves_the_row_as_it_is_told_whatever_differed)
{
    auto const as_told = [&](Thing const& told, std::string_view condition = "id = $1") {
        std::int64_t found = 0;
        write([&](Session& s) { found = update(s, "thing", told, condition, 1); });
        return found;
    };
    auto const row = [&] { return read_now(*store_, [](Session& s) { return all<Thing>(s, "SELECT id, n, word FROM thing WHERE id = 1").at(0); }); };
    write([](Session& s) {
        insert(s, "thing", Thing{1, 5, "a"});
        insert(s, "thing", Thing{2, 5, "b"});
        change(s, "INSERT INTO owner (id, thing) VALUES (1, 1)");  // refers to it: its key stays
    });
    for (auto const& told : {Thing{1, 5, "a"}, Thing{1, 6, "a"}, Thing{1, {}, "c"}, Thing{1, {}, {}}, Thing{1, 7, {}}, Thing{1, 8, "d"}}) {
        EXPECT_EQ(as_told(told), 1);
        EXPECT_EQ(row().n, told.n);
        EXPECT_EQ(row().word, told.word);
    }
    EXPECT_EQ(as_told({1, 9, "e"}, "id = $1 AND n = 7"), 0) << "somebody was faster";
    EXPECT_EQ(as_told({1, 8, "d"}, "id = $1 AND n = 7"), 0) << "though nothing would differ";
    EXPECT_EQ(row().n, 8);
    auto const other = read_now(*store_, [](Session& s) { return all<Thing>(s, "SELECT id, n, word FROM thing WHERE id = 2").at(0); });
    EXPECT_EQ(other.n, 5);
    EXPECT_EQ(other.word, "b");
}

}  // namespace
