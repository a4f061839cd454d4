// Whatever somebody changes, adds or takes away behind the program's back among the texts that
// lie beside the pages, and among the receipts, is named by `verify`; what the program did
// itself is not.
#include "access/journal.hpp"
#include "app/renew.hpp"
#include "app/replay.hpp"
#include "dispute/file.hpp"
#include "town.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Town;
using ::maple::testing::text_of;

struct Verify : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};
    Key dispute{}, applicant{}, respondent{};
    std::string code;  // of the applicant

    // A dispute with texts of all three ways of keeping them, a referral, a lead, renewed codes
    // and a language chosen: everything that can lie beside the pages.
    void SetUp() override
    {
        auto form = Town::request();
        form["parties"].as_array()[0].as_object()["address"] = "迎宾街道汇福家园 3 栋";
        auto const made = town.well(town.clerk, "POST", "/disputes", form);
        auto const file = made.at("file");
        dispute = key(file.at("id"));
        auto const& parties = file.at("dispute").at("parties").as_array();
        applicant = key(parties[0].at("id"));
        respondent = key(parties[1].at("id"));
        code = text_of(made.at("codes").at(0).at("code"));
        auto const here = "/disputes/" + shown(dispute);
        town.well(town.clerk, "POST", here + "/acceptance");
        town.well(town.clerk, "POST", here + "/consents", {{"party", parties[2].at("id")}, {"consent", "agreed"}});
        town.well(town.clerk, "POST", here + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
        town.well(town.director, "PUT", here + "/receipt");
        town.well(town.director, "PUT", here + "/assignment", {{"person", shown(town.mediator.person)}, {"chosen_by_parties", true}});
        town.well(town.mediator, "POST", here + "/records", {{"kind", "separate"}, {"parties", json::array{shown(applicant)}}, {"record", "底线是两千元"}});
        town.well(town.clerk, "POST", here + "/parties", {{"party", Town::party("respondent", "安小满", {})}});
        town.well(town.clerk, "POST", here + "/parties/" + shown(respondent) + "/code");
        town.well(town.clerk, "POST", here + "/parties/" + shown(respondent) + "/code");
        town.well(town.nobody, "POST", "/my/language", {{"code", code}, {"language", "ug"}});
        town.well(town.informant, "POST", "/leads", {{"place", "650203007001"}, {"kind", "neighbour"}, {"urgency", "soon"}, {"words", "楼道里吵架"}});
        town.well(town.officer, "POST", "/referrals", {{"reference", "公调 1 号"}, {"consent_stated", true}, {"request", Town::request()}});
    }

    static Key key(json::value const& v) { return key_from_shown(v.as_string()).value(); }

    maple::dispute::Row row()
    {
        return sql::read_now(*town.store, [&](sql::Session& sql) { return sql::one<maple::dispute::Row>(sql, "SELECT * FROM dispute WHERE id = $1", dispute).value(); });
    }
    std::vector<std::string> said()
    {
        sql::write_now(*town.store, [](sql::Session& sql) { access::place_pages(sql); });
        std::vector<std::string> all;
        for (auto const& one : app::verify(*town.store, town.book, town.vault).differences) all.push_back(one.what + " " + one.which + ": " + one.says);
        return all;
    }

    void change(std::string_view statement, std::vector<sql::Value> const& values = {})
    {
        sql::write_now(*town.store, [&](sql::Session& sql) { EXPECT_GE(sql.run(statement, values).changed, 1) << statement; });
    }

    // After the change `verify` says this and nothing else.
    void says(std::string const& wanted, std::string_view statement, std::vector<sql::Value> const& values = {})
    {
        change(statement, values);
        EXPECT_EQ(said(), (std::vector<std::string>{wanted})) << statement;
    }

    Key text(std::string_view label, Key subject)
    {
        return sql::read_now(*town.store, [&](sql::Session& sql) {
            return sql::cell<Key>(sql, "SELECT min(id) FROM words WHERE label = $1 AND subject = $2", label, subject).value();
        });
    }
    std::string beside() const { return "the text beside dispute " + shown(dispute); }
};

TEST_P(Verify, finds_nothing_where_everything_was_a_deed)
{
    EXPECT_EQ(said(), std::vector<std::string>{});
    auto const found = app::verify(*town.store, town.book, town.vault);
    EXPECT_EQ(found.receipts, 4);
    EXPECT_EQ(found.receipts, town.count("receipt"));
}

// --- Texts -----------------------------------------------------------------------------------

TEST_P(Verify, names_a_text_whose_words_were_changed)
{
    auto const facts = text("facts", dispute);
    says("words " + shown(facts) + ": " + beside() + " is not the one that its page tells of", "UPDATE words SET body = body || '?' WHERE id = $1", {facts.n});
}

TEST_P(Verify, names_an_encrypted_text_that_was_changed)
{
    auto const phone = text("party.phone", dispute);
    change("UPDATE words SET body = (SELECT body FROM words WHERE label = 'party.address') WHERE id = $1", {phone.n});
    auto const told = said();
    ASSERT_EQ(told.size(), 1u);
    EXPECT_TRUE(told.front().starts_with("words " + shown(phone) + ": ")) << told.front();
}

TEST_P(Verify, names_a_text_that_was_taken_out_of_the_table)
{
    auto const facts = text("facts", dispute);
    says("words " + shown(facts) + ": " + beside() + " is missing", "DELETE FROM words WHERE id = $1", {facts.n});
}

TEST_P(Verify, names_a_text_that_was_emptied)
{
    auto const facts = text("facts", dispute);
    says("words " + shown(facts) + ": the text is gone and nobody erased it", "UPDATE words SET body = NULL WHERE id = $1", {facts.n});
}

TEST_P(Verify, names_an_erasure_that_no_page_tells_of)
{
    auto const facts = text("facts", dispute);
    says("words " + shown(facts) + ": the text was erased, and no page says by which law",
         "UPDATE words SET body = NULL, salt = NULL, erased_at = 1 WHERE id = $1", {facts.n});
}

TEST_P(Verify, names_a_text_that_is_said_to_be_erased_and_is_there)
{
    auto const facts = text("facts", dispute);
    change("UPDATE words SET erased_at = 1 WHERE id = $1", {facts.n});
    auto const told = said();
    EXPECT_NE(std::find(told.begin(), told.end(), "words " + shown(facts) + ": the text is said to be erased and is still there"), told.end());
}

TEST_P(Verify, names_a_text_that_was_put_there_by_hand)
{
    says("words " + shown(Key{77}) + ": no page tells of this text",
         "INSERT INTO words (id, subject, label, secrecy, body, salt) SELECT 77, subject, label, secrecy, body, salt FROM words WHERE label = 'facts' AND subject = $1", {dispute.n});
}

TEST_P(Verify, names_a_text_that_was_put_beside_another_thing)
{
    auto const facts = text("facts", dispute);
    says("words " + shown(facts) + ": " + beside() + " lies beside another one", "UPDATE words SET subject = subject + 1 WHERE id = $1", {facts.n});
}

TEST_P(Verify, names_a_text_whose_label_was_changed)
{
    auto const facts = text("facts", dispute);
    says("words " + shown(facts) + ": " + beside() + " is not the one that its page tells of", "UPDATE words SET label = 'request' WHERE id = $1", {facts.n});
}

// What one side said alone must not be passed off as something that more people may read.
TEST_P(Verify, names_a_sealed_text_that_was_declared_a_personal_one_and_nobody_reads_it)
{
    auto const record = text("session.record", dispute);
    change("UPDATE words SET secrecy = 'personal' WHERE id = $1", {record.n});
    auto const told = said();
    ASSERT_EQ(told.size(), 1u);
    EXPECT_TRUE(told.front().starts_with("words " + shown(record) + ": ")) << told.front();
    EXPECT_EQ(town.ask(town.director, "GET", "/disputes/" + shown(dispute), "").text.find("底线是两千元"), std::string::npos);
}

TEST_P(Verify, names_a_text_of_a_lead_and_of_a_referral)
{
    auto const of = [&](std::string_view label) {
        return sql::read_now(*town.store, [&](sql::Session& sql) { return sql::cell<Key>(sql, "SELECT id FROM words WHERE label = $1", label).value(); });
    };
    auto const words = of("lead.words"), request = of("referral.request");
    change("DELETE FROM words WHERE id = $1 OR id = $2", {words.n, request.n});
    auto const told = said();
    ASSERT_EQ(told.size(), 2u);
    for (auto const id : {words, request})
        EXPECT_TRUE(std::any_of(told.begin(), told.end(), [&](auto const& one) { return one.starts_with("words " + shown(id) + ": ") && one.ends_with("is missing"); }));
}

TEST_P(Verify, accepts_an_erasure_that_a_page_tells_of)
{
    auto const facts = text("facts", dispute);
    sql::write_now(*town.store, [&](sql::Session& sql) {
        Desk desk{sql, town.house, {}, town.now, town.now};
        access::erase_words(desk, {dispute, {facts}, "PIPL-47"});
    });
    EXPECT_EQ(said(), std::vector<std::string>{});
    EXPECT_EQ(app::verify(*town.store, town.book, town.vault).erased, 1);
    EXPECT_EQ(town.ask(town.director, "GET", "/disputes/" + shown(dispute), "").text.find("楼上漏水"), std::string::npos);
    change("UPDATE words SET erased_at = NULL, body = '楼上漏水。', salt = $2 WHERE id = $1", {facts.n, sql::Bytes{"0123456789abcdef"}});
    auto const told = said();
    EXPECT_NE(std::find(told.begin(), told.end(), "words " + shown(facts) + ": a page tells that the text was erased, and it was not"), told.end());
}

// --- Receipts --------------------------------------------------------------------------------

TEST_P(Verify, names_a_receipt_that_was_changed)
{
    struct Change {
        std::string_view column, set, back;
    };
    for (auto const& [column, set, back] : {
             Change{"code_blind", "code_blind = code_blind || 'x'", "code_blind = substr(code_blind, 1, length(code_blind) - 1)"},
             Change{"language", "language = 'kk'", "language = 'ug'"},
             Change{"made_at", "made_at = made_at + 1", "made_at = made_at - 1"}}) {
        says("receipt " + shown(applicant) + ": column " + std::string(column) + " is not what the pages tell",
             "UPDATE receipt SET " + std::string(set) + " WHERE party = $1", {applicant.n});
        change("UPDATE receipt SET " + std::string(back) + " WHERE party = $1", {applicant.n});
        EXPECT_EQ(said(), std::vector<std::string>{});
    }
}

TEST_P(Verify, names_a_receipt_that_leads_to_another_dispute)
{
    auto const other = key(town.well(town.clerk, "POST", "/disputes", Town::request()).at("file").at("id"));
    says("receipt " + shown(applicant) + ": column dispute is not what the pages tell", "UPDATE receipt SET dispute = $2 WHERE party = $1", {applicant.n, other.n});
}

TEST_P(Verify, names_a_receipt_that_was_taken_away)
{
    says("receipt " + shown(respondent) + ": is told of by pages and has no row", "DELETE FROM receipt WHERE party = $1", {respondent.n});
}

TEST_P(Verify, names_a_receipt_that_nobody_handed_out)
{
    says("receipt " + shown(applicant) + ": has a row but no pages",
         "INSERT INTO receipt (code_blind, dispute, party, language, made_at) SELECT 'forged', dispute, party, language, made_at FROM receipt WHERE party = $1", {applicant.n});
}

TEST_P(Verify, does_not_look_at_answers_kept_for_a_repeated_request)
{
    auto const told = town.ask(town.clerk, "POST", "/disputes", Town::request(), {{"Idempotency-Key", "k-1"}});
    ASSERT_TRUE(told.well());
    change("UPDATE idempotency SET body = 'x', request_hash = 'y'");
    EXPECT_EQ(said(), std::vector<std::string>{});
}

TEST_P(Verify, a_newer_program_works_the_next_steps_out_anew_and_touches_nothing_else)
{
    EXPECT_EQ(app::renew_what_is_due(*town.store, town.book, town.vault), 0) << "what this program wrote it would write again";
    auto const right = row().due_at;
    change("UPDATE dispute SET due_at = NULL, next_action = 'plan_session', person = NULL WHERE id = $1", {dispute.n});
    change("UPDATE dispute SET place = 'elsewhere' WHERE id = $1", {dispute.n});
    EXPECT_EQ(app::renew_what_is_due(*town.store, town.book, town.vault), 1);
    EXPECT_EQ(row().due_at, right);
    auto const left = said();
    ASSERT_EQ(left.size(), 1u) << "a row that was changed by hand is still named";
    EXPECT_NE(left.front().find("column place"), std::string::npos) << left.front();
}

TEST_P(Verify, a_house_whose_next_steps_were_not_renewed_after_a_migration_gets_it_at_the_next_start)
{
    auto const right = row().due_at;
    auto const as_an_older_program_wrote_it = [&] { change("UPDATE dispute SET due_at = NULL, next_action = 'plan_session', person = NULL WHERE id = $1", {dispute.n}); };
    auto const starts = [&] { return app::renew_where_owed(*town.store, town.book, town.vault); };
    as_an_older_program_wrote_it();
    EXPECT_TRUE(starts()) << "the program that migrated ended before it came to this";
    EXPECT_EQ(row().due_at, right);
    EXPECT_FALSE(starts()) << "once is enough";

    auto known = sql::house_migrations();
    known.push_back({known.back().number + 1, "later", "CREATE TABLE later (id BIGINT PRIMARY KEY)"});
    ASSERT_EQ(sql::migrate(*town.store, known), 1);
    as_an_older_program_wrote_it();
    auto const stops = [](std::string_view, std::int64_t, std::int64_t) { throw std::runtime_error("the power went"); };
    EXPECT_THROW(app::renew_where_owed(*town.store, town.book, town.vault, stops), std::runtime_error);
    as_an_older_program_wrote_it();  // one that it had not reached
    EXPECT_EQ(sql::migrate(*town.store, known), 0);
    EXPECT_TRUE(starts()) << "whoever was interrupted begins again";
    EXPECT_EQ(row().due_at, right);
    EXPECT_FALSE(starts());
}

TEST_P(Verify, a_changed_rule_pack_moves_the_days_of_what_goes_on_at_the_next_start)
{
    town.well(town.clerk, "POST", "/people/" + shown(town.mediator.person) + "/complaints",
              {{"kind", "took_sides"}, {"brought_by", "party"}, {"words", "偏向对方"}, {"complainant", "顾真远"}, {"contact", "13800002046"}});
    auto const starts = [&] { return app::renew_where_owed(*town.store, town.book, town.vault); };
    EXPECT_TRUE(starts());
    EXPECT_FALSE(starts());
    auto const under_the_old_pack = row().due_at;

    auto files = law::rule_files();
    auto& calendar = std::find_if(files.begin(), files.end(), [](law::RuleFile const& one) { return one.name == "calendar.toml"; })->text;
    auto const day = date_in_beijing(*under_the_old_pack);
    calendar += "\n[[holiday]]\nname = \"new_year\"\nfrom = " + iso(day) + "\nto = " + iso(day) + "\n";
    town.book = law::read_book(files);
    EXPECT_TRUE(starts());
    EXPECT_GT(row().due_at, under_the_old_pack);
    EXPECT_EQ(said(), std::vector<std::string>{});
    EXPECT_FALSE(starts());
}

INSTANTIATE_TEST_SUITE_P(engines, Verify, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
