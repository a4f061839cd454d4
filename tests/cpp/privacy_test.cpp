// Personal data through the doors: two officers for a person's own request, two parties for their
// own promise, a dossier that is kept and no longer used, and a new key.
#include "app/replay.hpp"
#include "app/rotate.hpp"
#include "crawl.hpp"
#include "documents/package/package.hpp"
#include "papers/shelf.hpp"
#include "read_out.hpp"
#include "registry/phone.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Crawl;
using ::maple::testing::text_of;
using ::maple::testing::Town;

constexpr std::string_view one_number = "650203199001010019", other_number = "650204198512319933";

json::object identified(std::string name_of_one, std::string name_of_other)
{
    auto form = Town::request();
    auto one = Town::party("applicant", std::move(name_of_one), "agreed"), other = Town::party("respondent", std::move(name_of_other), "agreed");
    one["id_number"] = one_number;
    other["id_number"] = other_number;
    form["parties"] = json::array{one, other};
    return form;
}

struct Privacy : ::testing::TestWithParam<sql::Engine> {};
INSTANTIATE_TEST_SUITE_P(engines, Privacy, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Privacy, a_person_is_told_all_that_is_held_by_two_officers_and_nobody_else_is)
{
    Crawl crawl{GetParam()};
    auto& town = crawl.town;
    auto const at = "/own-requests/" + crawl.keys.at("own_request");
    auto const waiting = town.ask(town.supervisor, "GET", at, "");
    EXPECT_EQ(waiting.text.find(one_number), std::string::npos) << "the officers see masks";
    EXPECT_EQ(town.ask(town.clerk, "POST", at + "/answer", json::object{}).field("code"), "own_request.not_confirmed");
    EXPECT_EQ(town.ask(town.clerk, "POST", at + "/confirmation", json::object{}).status, 403);
    EXPECT_EQ(town.ask(town.elsewhere, "GET", at, "").status, 404);
    town.well(town.supervisor, "POST", at + "/confirmation");
    EXPECT_EQ(town.ask(town.supervisor, "POST", at + "/answer", json::object{}).status, 403);
    EXPECT_EQ(town.ask(town.director, "POST", at + "/answer", json::object{}).status, 404);
    auto const told = town.ask(town.clerk, "POST", at + "/answer", json::object{});
    ASSERT_TRUE(told.well()) << told.text;
    for (auto const* own : {"鸟canary-name-applicant", "13800007711", "canary-door-applicant", "canary-story-facts", "canary-story-promise"})
        EXPECT_NE(told.text.find(own), std::string::npos) << own;
    for (auto const* anothers : {"canary-name-respondent", "13800007722", "canary-door-respondent", "canary-sealed", "canary-story-record", "canary-story-note"})
        EXPECT_EQ(told.text.find(anothers), std::string::npos) << anothers;
    for (auto const& one : app::verify(*town.store, town.book, town.vault, {}, town.house.contents.get()).differences) ADD_FAILURE() << one.what << " " << one.which << " " << one.says;
}

TEST_P(Privacy, nobody_searches_by_a_number_that_is_wrong)
{
    Town town{GetParam()};
    auto const told = town.ask(town.clerk, "POST", "/own-requests", json::object{{"number", "650203199001010018"}, {"name", "某"}, {"papers", "证件"}});
    EXPECT_EQ(told.status, 422);
    EXPECT_EQ(told.text.find("650203199001010018"), std::string::npos);
}

TEST_P(Privacy, two_parties_who_are_both_here_hear_of_their_open_promise_and_one_alone_does_not)
{
    Town town{GetParam()};
    auto const spot = json::object{{"request", identified("段青山", "霍明月")}, {"all_agreed_and_told", true}, {"no_conflict", true}, {"record", "当场谈妥"}, {"terms", "赔偿"},
                                   {"promises", json::array{json::object{{"from", 1}, {"to", 0}, {"what", "赔偿一千元"}, {"manner", "cash"}, {"amount", 100000}, {"due", "2023-12-01"}}}}};
    auto const settled = town.well(town.mediator, "POST", "/disputes/on-the-spot", spot);
    auto const file = town.well(town.clerk, "POST", "/disputes", identified("段青山", "霍明月")).at("file");
    auto const parties = file.at("dispute").at("parties").as_array();
    auto const at = "/disputes/" + text_of(file.at("id")) + "/still-owed";
    json::object ask{{"one", parties[0].at("id")}, {"other", parties[1].at("id")}, {"both_present", false}};
    EXPECT_EQ(town.ask(town.clerk, "POST", at, ask).status, 422);
    ask["both_present"] = true;
    auto const told = town.well(town.clerk, "POST", at, ask).at("agreements").as_array();
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].at("number"), settled.at("file").at("number"));
    EXPECT_EQ(json::serialize(told).find("段青山"), std::string::npos);
    EXPECT_EQ(town.ask(town.supervisor, "POST", at, ask).status, 403) << "it is no search for the bureau";
}

TEST_P(Privacy, pipl_47_a_locked_dossier_is_kept_and_no_longer_read)
{
    Crawl crawl{GetParam()};
    auto& town = crawl.town;
    crawl.does(town.director, "POST", "/closing", {{"retention", town.first_of("archive_retention")}});
    auto const name = "canary-name-applicant";
    EXPECT_NE(town.ask(town.director, "GET", crawl.here, "").text.find(name), std::string::npos);
    crawl.does(town.director, "POST", "/restriction", {{"reason", "当事人撤回同意"}});
    for (auto const& [who, official] : crawl.everybody()) {
        auto const told = town.ask(*official, "GET", crawl.here, "");
        ::maple::testing::ReadOut const read(told.text);
        for (auto const& canary : crawl.canaries) EXPECT_FALSE(read.tells(canary.words)) << who << " reads " << canary.words;
    }
    EXPECT_EQ(town.ask(town.director, "GET", std::string("/disputes?q=") + name, "").text.find(crawl.keys.at("dispute")), std::string::npos);
    EXPECT_EQ(town.ask(town.director, "POST", crawl.here + "/reopening", json::object{{"reason", "relapse"}, {"facts", "又吵起来了"}}).field("code"), "reopen.restricted");
    for (auto const& one : app::verify(*town.store, town.book, town.vault, {}, town.house.contents.get()).differences) ADD_FAILURE() << one.what << " " << one.which << " " << one.says;
    crawl.does(town.director, "POST", "/restriction/release", {{"reason", "法院依法调卷"}});
    EXPECT_NE(town.ask(town.director, "GET", crawl.here, "").text.find(name), std::string::npos);
}

TEST_P(Privacy, verify_names_an_index_of_numbers_that_was_changed_by_hand)
{
    Crawl crawl{GetParam()};
    auto& town = crawl.town;
    auto const change = [&](std::string_view statement) { sql::write_now(*town.store, [&](sql::Session& sql) { sql::change(sql, statement); }); };
    change("UPDATE identity SET blind = 'x' || blind");
    auto const found = app::verify(*town.store, town.book, town.vault).differences;
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](auto const& d) { return d.what == "identity"; }));
    change("DELETE FROM identity");
    EXPECT_FALSE(app::verify(*town.store, town.book, town.vault).differences.empty());
}

TEST_P(Privacy, a_new_key_seals_everything_anew_and_nothing_is_lost)
{
    Crawl crawl{GetParam()};
    auto& town = crawl.town;
    auto const folder = std::filesystem::temp_directory_path() / ("maple-key-" + shown(new_key()));
    std::filesystem::create_directories(folder);
    auto const file = folder / "vault.key";
    auto const older = Vault::open(file);
    auto const bound = [](std::vector<sql::Value> const& row) {
        access::Secrecy secrecy{};
        sql::from_sql(row[2], secrecy);
        return access::bound_to(Key{std::get<std::int64_t>(row[0])}, secrecy);
    };
    // What is sealed with the key of the house, besides the texts; a compartment's own content is not.
    struct Sealed {
        std::string table, column;
        std::function<std::string(Key)> place;
    };
    Sealed const beside[] = {{"compartment", "secret", [](Key id) { return "compartment/" + shown(id); }},
                             {"content", "secret", papers::place_of},
                             {"package_part", "sealed", documents::place_of_part},
                             {"person", "sealed_phone", registry::place_of_phone}};
    auto const rows_of = [](sql::Session& sql, Sealed const& kind) {
        return sql.run("SELECT id, " + kind.column + " FROM " + kind.table + " WHERE " + kind.column + " NOT LIKE 'box.%'", {}).rows;
    };
    auto const salts_of = [](sql::Session& sql) {
        return sql.run("SELECT id, salt, secrecy FROM words WHERE secrecy <> 'open' AND body NOT LIKE 'box.%'", {}).rows;
    };
    // What the town has sealed is sealed with the key of this file first.
    auto const with = [&](Vault const& from, Vault const& to) {
        sql::write_now(*town.store, [&](sql::Session& sql) {
            for (auto const& kind : beside)
                for (auto const& row : rows_of(sql, kind)) {
                    auto const id = Key{std::get<std::int64_t>(row[0])};
                    sql::change(sql, "UPDATE " + kind.table + " SET " + kind.column + " = $2 WHERE id = $1", id,
                                to.seal(from.unseal(std::get<std::string>(row[1]), kind.place(id)), kind.place(id)));
                }
            for (auto const& row : sql.run("SELECT id, body, secrecy FROM words WHERE secrecy <> 'open' AND body NOT LIKE 'box.%'", {}).rows) {
                auto const place = bound(row);
                sql::change(sql, "UPDATE words SET body = $2 WHERE id = $1", Key{std::get<std::int64_t>(row[0])},
                            to.seal(from.unseal(std::get<std::string>(row[1]), place), place));
            }
            for (auto const& row : salts_of(sql)) {
                auto const place = bound(row) + "/salt";
                sql::change(sql, "UPDATE words SET salt = $2 WHERE id = $1", Key{std::get<std::int64_t>(row[0])},
                            sql::Bytes{to.seal(from.unseal(std::get<sql::Bytes>(row[1]).data, place), place)});
            }
        });
    };
    with(town.vault, older);
    Vault::add_key(file);
    auto const newer = Vault::open(file);
    EXPECT_GT(app::seal_anew(*town.store, newer), 0);
    EXPECT_EQ(app::seal_anew(*town.store, newer), 0) << "once is enough";
    sql::read_now(*town.store, [&](sql::Session& sql) {
        for (auto const& kind : beside) {
            auto const rows = rows_of(sql, kind);
            EXPECT_FALSE(rows.empty()) << kind.table;
            for (auto const& row : rows) EXPECT_TRUE(newer.sealed_with_newest_key(std::get<std::string>(row[1]))) << kind.table;
        }
        auto const apart = access::Compartments::all(sql, newer);
        auto const sealed = sql.run("SELECT id, body, secrecy FROM words WHERE body LIKE 'box.%'", {}).rows;
        EXPECT_FALSE(sealed.empty());
        for (auto const& row : sealed) EXPECT_NO_THROW(apart.open(std::get<std::string>(row[1]), bound(row)));
        return 0;
    });
    auto const rows = sql::read_now(*town.store, [](sql::Session& sql) { return sql.run("SELECT id, body, secrecy FROM words WHERE secrecy <> 'open' AND body NOT LIKE 'box.%'", {}).rows; });
    for (auto const& row : rows) {
        EXPECT_TRUE(newer.sealed_with_newest_key(std::get<std::string>(row[1])));
        EXPECT_NO_THROW(newer.unseal(std::get<std::string>(row[1]), bound(row)));
    }
    auto const salts = sql::read_now(*town.store, salts_of);
    EXPECT_EQ(salts.size(), rows.size());
    for (auto const& row : salts) {
        auto const& salt = std::get<sql::Bytes>(row[1]).data;
        EXPECT_TRUE(newer.sealed_with_newest_key(salt));
        EXPECT_NO_THROW(newer.unseal(salt, bound(row) + "/salt"));
    }
    auto const said = app::verify(*town.store, town.book, newer, {}, town.house.contents.get()).differences;
    EXPECT_FALSE(std::any_of(said.begin(), said.end(), [](auto const& d) { return d.what == "words"; })) << "the hashes of the pages hold";
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace maple
