// Who gets hold of the database without the key reads nobody's phone, address, identity number or
// account in it, and nothing that one side said alone: every table of a house in which everything
// exists once is looked through for them.
#include "crawl.hpp"
#include "foundation/sha256.hpp"
#include "guessing.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Crawl;
using ::maple::testing::Guesser;

std::string_view tables_of(sql::Engine engine)
{
    return engine == sql::Engine::sqlite
               ? "SELECT name FROM sqlite_schema WHERE type = 'table'"
               : "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()";
}

// Every text and every byte of every table.
std::string everything_in(sql::Store& store)
{
    return sql::read_now(store, [](sql::Session& sql) {
        std::string all;
        for (auto const& table : sql::column<std::string>(sql, tables_of(sql.engine())))
            for (auto const& row : sql.run("SELECT * FROM " + table, {}).rows)
                for (auto const& cell : row) {
                    if (auto const* text = std::get_if<std::string>(&cell)) all += *text + "\n";
                    if (auto const* bytes = std::get_if<sql::Bytes>(&cell)) all += bytes->data + "\n";
                }
        return all;
    });
}

struct InClear : ::testing::TestWithParam<sql::Engine> {};
INSTANTIATE_TEST_SUITE_P(engines, InClear, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(InClear, no_contact_and_nothing_said_alone_lies_in_the_database)
{
    Crawl crawl{GetParam()};
    auto const all = everything_in(*crawl.town.store);
    EXPECT_NE(all.find("canary-story-facts"), all.npos) << "what is searched lies open, and is found by this reading";
    for (auto const& canary : crawl.canaries) {
        if (canary.contact || canary.field_class == FieldClass::sealed) EXPECT_EQ(all.find(canary.words), all.npos) << canary.words;
    }
}

// There are few phones and identity numbers: a hash and its salt are enough to find one by trying them all.
TEST_P(InClear, nothing_that_is_not_open_is_found_by_trying_it_against_the_hashes_of_the_pages)
{
    Crawl crawl{GetParam()};
    auto& town = crawl.town;
    Guesser const thief(*town.store), keeper(*town.store, &town.vault);
    EXPECT_TRUE(thief.finds("canary-story-facts")) << "what lies open is found, so the trying is done rightly";
    for (auto const* right : {"13800007711", "13800007722", "650203199001010019", "canary-sealed-alone"})
        EXPECT_TRUE(keeper.finds(right)) << right << ": a page tells its hash, and with the key it is found";
    for (auto const& canary : crawl.canaries)
        if (canary.contact || canary.field_class == FieldClass::sealed) EXPECT_FALSE(thief.finds(canary.words)) << canary.words;
}

TEST_P(InClear, what_was_sent_with_an_idempotency_key_is_not_found_by_trying_it)
{
    ::maple::testing::Town town{GetParam()};
    auto const form = json::serialize(::maple::testing::Town::request());
    ASSERT_TRUE(town.ask(town.clerk, "POST", "/disputes", form, {{"Idempotency-Key", "tried"}}).well());
    ASSERT_EQ(town.count("idempotency"), 1);
    EXPECT_EQ(everything_in(*town.store).find(hex(sha256("\n" + form))), std::string::npos);
}

TEST_P(InClear, no_phone_of_a_person_who_serves_lies_in_the_database_however_it_came_in)
{
    ::maple::testing::Town town{GetParam()};
    auto const phone = "0990-7310042", another = "0990-7310043";
    json::object const person{{"organisation", shown(town.committee)}, {"name", "安小满"}, {"phone", phone}, {"languages", json::array{}},
                              {"skills", json::array{}}, {"serves_as", json::array{"informant"}}, {"certificate", ""}};
    auto const registered = town.ask(town.administrator, "POST", "/people", person, {{"Idempotency-Key", "phone-of-a-person"}});
    ASSERT_TRUE(registered.well()) << registered.text;
    EXPECT_EQ(registered.field("phone"), phone) << "who may see it reads it as before";
    auto const engaged = town.well(town.director, "POST", "/mediators",
                                   {{"organisation", shown(town.committee)}, {"name", "何平"}, {"phone", another}, {"manner", "engaged"},
                                    {"since", "2023-01-01"}, {"born", "1980-01-01"}, {"languages", json::array{"zh"}}, {"skills", json::array{"neighbour"}}});
    EXPECT_EQ(engaged.at("phone"), another);
    auto const all = everything_in(*town.store);
    EXPECT_NE(all.find("0990-6000000"), all.npos) << "the phone of an office is public";
    for (auto const* one : {phone, another, "0990-6000001"}) EXPECT_EQ(all.find(one), all.npos) << one;
}

TEST_P(InClear, no_place_where_a_sign_was_seen_lies_in_the_database_and_informant_and_desk_read_it)
{
    ::maple::testing::Town town{GetParam()};
    auto const place = "8 号楼 2 单元";
    auto const lead = town.well(town.informant, "POST", "/leads", {{"place", "650203007001"}, {"kind", "neighbour"}, {"urgency", "calm"}, {"where", place}, {"words", "有人在吵"}});
    for (auto const* reader : {&town.informant, &town.clerk}) {
        EXPECT_EQ(town.well(*reader, "GET", "/leads/" + ::maple::testing::text_of(lead.at("id"))).at("where"), place);
        EXPECT_EQ(town.well(*reader, "GET", "/leads").at("leads").at(0).at("where"), place);
    }
    auto const all = everything_in(*town.store);
    EXPECT_NE(all.find("有人在吵"), all.npos) << "what was seen lies open, and is found by this reading";
    EXPECT_EQ(all.find(place), all.npos);
}

}  // namespace
}  // namespace maple
