// The mediation room through the doors, on both engines: compartments, what crosses, who was invited,
// what is suggested, drafts and their accounts, and what follows at court.
#include "access/compartments.hpp"
#include "app/replay.hpp"
#include "at_the_table.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::AtTheTable;
using ::maple::testing::text_of;
using json::array;
using json::object;

class Room : public AtTheTable {
protected:
    std::string noted(std::size_t party, std::string kind, std::string words)
    {
        return last(does(town.mediator, "POST", "/vault", {{"party", parties[party]}, {"kind", kind}, {"words", words}}), "vault");
    }
    std::vector<std::string> bodies()
    {
        return sql::read_now(*town.store, [](sql::Session& sql) {
            std::vector<std::string> out;
            for (auto const& row : sql.run("SELECT body FROM words WHERE label = 'vault.words' ORDER BY id", {}).rows) out.push_back(std::get<std::string>(row[0]));
            return out;
        });
    }

    json::value at_court() { return town.well(town.nobody, "POST", "/my/matter", {{"code", codes[0]}}).at("at_court"); }
};

TEST_P(Room, each_side_has_a_compartment_with_a_key_of_its_own)
{
    noted(0, "note", "她说愿意各出一半");
    noted(1, "note", "他说最多出三成");
    auto const kept = bodies();
    ASSERT_EQ(kept.size(), 2u);
    for (auto const& body : kept) {
        EXPECT_TRUE(access::in_compartment(body));
        EXPECT_EQ(body.find("一半"), body.npos);
    }
    EXPECT_NE(kept[0].substr(0, 17), kept[1].substr(0, 17)) << "two parties, two compartments";
    EXPECT_EQ(town.count("compartment"), 2);
    noted(0, "bottom_line", "四成也行");
    EXPECT_EQ(town.count("compartment"), 2) << "and no third for the same party";
}

TEST_P(Room, a_compartment_whose_key_is_gone_is_closed_for_good)
{
    noted(0, "note", "她说愿意各出一半");
    sql::write_now(*town.store, [](sql::Session& sql) { sql::change(sql, "DELETE FROM compartment"); });
    sql::read_now(*town.store, [&](sql::Session& sql) {
        EXPECT_THROW(access::words_of(sql, town.house.vault, key_from_shown(id).value(), true, true), Tampered);
        return 0;
    });
}

TEST_P(Room, article_15_what_was_said_alone_is_for_the_mediators_and_nobody_else)
{
    noted(0, "bottom_line", "底线是九百");
    EXPECT_EQ(table(does(town.mediator, "GET", ""), "vault").as_array().size(), 1u);
    EXPECT_NE(json::serialize(does(town.mediator, "GET", "")).find("底线是九百"), std::string::npos);
    for (auto const* other : {&town.clerk, &town.director, &town.supervisor}) {
        auto const file = does(*other, "GET", "");
        EXPECT_TRUE(table(file, "vault").as_array().empty());
        EXPECT_EQ(json::serialize(file.at("timeline")).find("vault_noted"), std::string::npos) << "not even that something was noted";
        EXPECT_EQ(json::serialize(file.at("allowed")).find("vault_noted"), std::string::npos) << "and nobody is offered what he cannot do";
    }
    auto const told = asks(town.director, "POST", "/vault", {{"party", parties[0]}, {"kind", "note"}, {"words", "w"}});
    EXPECT_EQ(told.status, 403) << told.text;
    EXPECT_EQ(told.field("code"), "vault.not_the_mediator");
}

TEST_P(Room, a_sentence_crosses_word_for_word_when_its_owner_and_the_mediator_let_it)
{
    auto const slip = noted(0, "statement", "只要周五前修好，我出一半。");
    EXPECT_EQ(asks(town.mediator, "PUT", "/vault/" + slip + "/release").field("code"), "vault.owner_not_agreed");
    does(town.mediator, "PUT", "/vault/" + slip + "/consent", {{"by", "phone"}});
    does(town.mediator, "PUT", "/vault/" + slip + "/release");
    auto const seen = table(does(town.clerk, "GET", ""), "vault").as_array();
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(text_of(seen[0].at("released")), "只要周五前修好，我出一半。");
    EXPECT_TRUE(seen[0].at("words").is_null()) << "the compartment itself stays closed";
}

TEST_P(Room, an_offer_that_crosses_names_its_amount)
{
    auto const issue = last(does(town.mediator, "POST", "/issues", {{"title", "修理费"}}), "issues");
    auto const slip = last(does(town.mediator, "POST", "/vault", {{"party", parties[0]}, {"kind", "offer"}, {"issue", issue}, {"words", "一次付清"}, {"amount", 120050}}), "vault");
    does(town.mediator, "PUT", "/vault/" + slip + "/consent", {{"by", "in_person"}});
    auto const file = does(town.mediator, "PUT", "/vault/" + slip + "/release");
    EXPECT_EQ(text_of(table(file, "vault").at(0).at("released")), "一次付清（1,200.50 元）");
}

TEST_P(Room, the_table_of_the_room_is_what_the_pages_tell)
{
    called();
    noted(0, "note", "单独说的话");
    does(town.mediator, "POST", "/safety", {{"party", parties[0]}, {"yes", array{"threat"}}, {"words", "摔过椅子"}});
    auto const found = app::verify(*town.store, town.book, town.vault).differences;
    EXPECT_TRUE(found.empty()) << (found.empty() ? "" : found.front().what + " " + found.front().says);
}

TEST_P(Room, whom_the_parties_invited_reads_until_it_is_concluded)
{
    EXPECT_EQ(asks(town.adviser, "GET", "").status, 404);
    EXPECT_TRUE(town.well(town.adviser, "GET", "/disputes").at("disputes").as_array().empty());
    does(town.mediator, "POST", "/participants", {{"role", "法律顾问"}, {"person", shown(town.adviser.person)}, {"consented", parties}});
    auto const file = does(town.adviser, "GET", "");
    EXPECT_EQ(text_of(file.at("dispute").at("parties").at(0).at("name")), "顾真远");
    EXPECT_TRUE(file.at("allowed").as_array().size() <= 1) << "reporting a danger is everybody's: " << json::serialize(file.at("allowed"));
    EXPECT_EQ(town.well(town.adviser, "GET", "/disputes").at("disputes").as_array().size(), 1u);
    EXPECT_EQ(asks(town.adviser, "POST", "/notes", {{"kind", "call"}, {"note", "n"}}).status, 403);
    does(town.mediator, "POST", "/termination", {{"reason", town.first_of("termination")}, {"remedies", array{town.first_of("remedy")}}, {"delivered_by", "in_person"}});
    EXPECT_EQ(asks(town.adviser, "GET", "").status, 404);
}

TEST_P(Room, article_20_who_left_reads_the_file_no_more_and_keeps_standing_in_the_list)
{
    auto const lets_in = [&] {
        auto const file = does(town.mediator, "POST", "/participants", {{"role", "法律顾问"}, {"person", shown(town.adviser.person)}, {"consented", parties}});
        return text_of(file.at("dispute").at("participants").as_array().back().at("id"));
    };
    auto const door = "/participants/" + lets_in() + "/departure";
    does(town.adviser, "GET", "");
    town.now = plus_seconds(town.now, 3600);
    EXPECT_EQ(asks(town.adviser, "POST", door, {{"reason", "own_wish"}}).status, 403) << "noted by a mediator";
    auto const file = does(town.mediator, "POST", door, {{"reason", "consent_withdrawn"}, {"happened_at", iso(plus_seconds(town.now, -60))}});
    auto const& guest = file.at("dispute").at("participants").as_array().back();
    EXPECT_EQ(text_of(guest.at("left").at("reason")), "consent_withdrawn");
    EXPECT_EQ(instant_from_iso(text_of(guest.at("left").at("at"))), plus_seconds(town.now, -60));
    EXPECT_EQ(asks(town.adviser, "GET", "").status, 404);
    EXPECT_TRUE(town.well(town.adviser, "GET", "/disputes").at("disputes").as_array().empty());
    auto const planning = does(town.mediator, "GET", "/planning");
    for (auto const& one : planning.at("people").as_array()) EXPECT_NE(text_of(one.at("id")), shown(town.adviser.person));
    EXPECT_EQ(asks(town.mediator, "POST", door, {{"reason", "other"}}).field("code"), "participant.left");
    lets_in();
    EXPECT_EQ(does(town.adviser, "GET", "").at("dispute").at("participants").as_array().size(), 2u) << "invited anew";
    auto const found = app::verify(*town.store, town.book, town.vault).differences;
    EXPECT_TRUE(found.empty()) << (found.empty() ? "" : found.front().what + " " + found.front().says);
}

TEST_P(Room, an_agreement_to_cross_is_taken_back_before_the_mediators_alone)
{
    auto const slip = noted(0, "statement", "只要周五前修好，我出一半。");
    does(town.mediator, "PUT", "/vault/" + slip + "/consent", {{"by", "in_person"}});
    EXPECT_EQ(asks(town.director, "PUT", "/vault/" + slip + "/withdrawal", {{"by", "phone"}}).field("code"), "vault.not_the_mediator");
    auto const file = does(town.mediator, "PUT", "/vault/" + slip + "/withdrawal", {{"by", "phone"}});
    EXPECT_TRUE(table(file, "vault").at(0).at("owner_agreed_at").is_null());
    EXPECT_EQ(asks(town.mediator, "PUT", "/vault/" + slip + "/release").field("code"), "vault.owner_not_agreed");
    EXPECT_EQ(json::serialize(does(town.director, "GET", "")).find("crossing_withdrawn"), std::string::npos) << "nothing of it outside the vault";
    does(town.mediator, "PUT", "/vault/" + slip + "/consent", {{"by", "phone"}});
    does(town.mediator, "PUT", "/vault/" + slip + "/release");
    EXPECT_EQ(asks(town.mediator, "PUT", "/vault/" + slip + "/withdrawal", {{"by", "phone"}}).field("code"), "vault.crossed_already");
    auto const found = app::verify(*town.store, town.book, town.vault).differences;
    EXPECT_TRUE(found.empty()) << (found.empty() ? "" : found.front().what + " " + found.front().says);
}

TEST_P(Room, article_20_nobody_is_let_in_unless_all_consent)
{
    auto const told = asks(town.mediator, "POST", "/participants", {{"role", "法律顾问"}, {"person", shown(town.adviser.person)}, {"consented", array{parties[0]}}});
    EXPECT_EQ(told.field("code"), "participant.not_consented");
    EXPECT_EQ(asks(town.adviser, "GET", "").status, 404);
}

TEST_P(Room, methods_are_suggested_with_their_reasons_and_a_risk_bars_them)
{
    auto const first = [&](std::string question) { return does(town.mediator, "GET", "/methods" + question).at("methods").at(0); };
    EXPECT_EQ(text_of(first("").at("key")), "outside_help") << "between neighbours";
    EXPECT_FALSE(first("?intensity=open_conflict").at("because").as_array().empty());
    does(town.mediator, "POST", "/risks", {{"kind", "violence"}, {"level", "yellow"}});
    bool barred = false;
    auto const suggested = does(town.mediator, "GET", "/methods");
    for (auto const& one : suggested.at("methods").as_array()) barred |= !one.at("barred_by").as_array().empty();
    EXPECT_TRUE(barred);
}

TEST_P(Room, going_to_court_is_told_as_a_range_and_with_its_caution)
{
    auto const outlook = does(town.mediator, "GET", "/outlook");
    EXPECT_LE(outlook.at("months_least").as_int64(), outlook.at("months_most").as_int64());
    EXPECT_FALSE(outlook.at("notes").as_array().empty());
    auto const told = does(town.mediator, "GET", "/phrases");
    auto const& phrases = told.at("phrases").as_array();
    EXPECT_GT(phrases.size(), 20u);
    for (auto const& one : phrases) EXPECT_EQ(text_of(one.at("text")).find("{applicant}"), std::string::npos);
    auto const of = [](json::value const& answer, std::string_view method) {
        auto const& list = answer.at("phrases").as_array();
        return std::count_if(list.begin(), list.end(), [&](auto const& one) { return one.at("method").is_string() && text_of(one.at("method")) == method; });
    };
    EXPECT_GT(of(told, "family_affection"), 3) << "of each method, too";
    does(town.mediator, "POST", "/risks", {{"kind", "violence"}, {"level", "yellow"}});
    EXPECT_EQ(of(does(town.mediator, "GET", "/phrases"), "family_affection"), 0) << "what a risk bars is not offered";
}

TEST_P(Room, a_draft_that_is_changed_keeps_the_account_that_nobody_is_shown)
{
    auto const draft = [&](object promise) {
        promise.insert({{"from", parties[1]}, {"to", parties[0]}, {"what", "支付修理费"}, {"manner", "transfer"}, {"amount", 90000}, {"due", "2023-12-20"}});
        return object{{"parties", parties}, {"facts", "漏水"}, {"terms", "一次付清"}, {"obligations", array{promise}}};
    };
    auto const account = [](json::value const& file) { return file.at("dispute").at("agreements").at(0).at("obligations").at(0).at("account"); };
    auto const first = does(town.mediator, "POST", "/agreements", {{"text", draft({{"account", "6222 0000 0000 0001 321"}})}});
    EXPECT_EQ(text_of(account(first)), "****1321");
    auto const id = first.at("dispute").at("agreements").at(0).at("id");
    EXPECT_EQ(text_of(account(does(town.mediator, "POST", "/agreements", {{"agreement", id}, {"text", draft({})}}))), "****1321");
    EXPECT_EQ(text_of(account(does(town.mediator, "POST", "/agreements", {{"agreement", id}, {"text", draft({{"account", "6222 0000 0000 0009 654"}})}}))), "****9654");
}

TEST_P(Room, a_promise_in_parts_keeps_its_account_in_each_and_lends_it_to_nobody_else)
{
    auto const row = [&](int amount, object more) {
        more.insert({{"from", parties[1]}, {"to", parties[0]}, {"what", "支付修理费"}, {"manner", "transfer"}, {"amount", amount}, {"due", "2023-12-20"}});
        return more;
    };
    auto const draft = [&](array rows) { return object{{"parties", parties}, {"facts", "漏水"}, {"terms", "分期付清"}, {"obligations", rows}}; };
    auto const obligations = [](json::value const& file) { return file.at("dispute").at("agreements").at(0).at("obligations").as_array(); };
    auto const ends = [&](json::value const& file) {
        std::string told;
        for (auto const& one : obligations(file)) told += (one.at("account").is_null() || text_of(one.at("account")).empty() ? "none" : text_of(one.at("account"))) + " ";
        return told;
    };
    auto const first = does(town.mediator, "POST", "/agreements", {{"text", draft({row(60000, {{"account", "6222 0000 0000 0001 321"}}), row(30000, {{"account", "6222 0000 0000 0009 654"}})})}});
    auto const paper = first.at("dispute").at("agreements").at(0).at("id");
    auto const one = obligations(first)[0].at("id"), two = obligations(first)[1].at("id");
    auto const split = draft({row(30000, {{"account_of", one}}), row(30000, {{"account_of", one}}), row(30000, {{"account_of", two}})});
    auto const checked = does(town.mediator, "POST", "/agreements/check", {{"text", split}});
    for (auto const& found : checked.at("findings").as_array()) EXPECT_NE(found.at("code"), "account_missing") << "it is on file";
    EXPECT_EQ(ends(does(town.mediator, "POST", "/agreements", {{"agreement", paper}, {"text", split}})), "****1321 ****1321 ****9654 ");
    auto turned = draft({row(90000, {{"account_of", one}})});
    std::swap(turned.at("obligations").at(0).at("from"), turned.at("obligations").at(0).at("to"));
    EXPECT_EQ(ends(does(town.mediator, "POST", "/agreements", {{"agreement", paper}, {"text", turned}})), "none ") << "the other side is not paid to it";
}

TEST_P(Room, words_that_differ_from_figures_are_found_and_a_sound_draft_is_left_alone)
{
    object const promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "支付修理费"}, {"manner", "cash"}, {"amount", 90000}, {"due", "2023-12-20"}};
    auto const sound = "马伊布拉于2023年12月20日前以现金方式向顾真远支付修理费900元（大写：玖佰元整）。";
    auto const checked = [&](std::string terms, json::value others = "none_touched") {
        return does(town.mediator, "POST", "/agreements/check",
                    {{"text", object{{"parties", parties}, {"facts", "楼上漏水，墙面受损，双方对修理费有争议。"}, {"terms", terms}, {"breach", "逾期支付的，按未付金额的日万分之五支付违约金。"},
                                     {"third_parties", others}, {"obligations", array{promise}}}}}).at("findings").as_array();
    };
    auto const refused = [](array const& findings) {
        return std::count_if(findings.begin(), findings.end(), [](auto const& one) { return one.at("weight").as_string() == "refused"; });
    };
    EXPECT_EQ(refused(checked(sound)), 0);
    EXPECT_GT(refused(checked("马伊布拉于2023年12月20日前以现金方式向顾真远支付修理费900元（大写：玖仟元整）。")), 0);
    auto const about_others = [](array const& findings) {
        for (auto const& one : findings)
            if (one.at("at") == "/third_parties") return text_of(one.at("weight")) + " " + text_of(one.at("article").at("key"));
        return std::string();
    };
    EXPECT_EQ(about_others(checked(sound)), "");
    EXPECT_EQ(about_others(checked(sound, nullptr)), "ask JI22-358") << "no answer is not the answer that nobody is touched";
    EXPECT_EQ(refused(checked(sound, nullptr)), 0);
}

TEST_P(Room, a_draft_that_is_changed_is_not_asked_for_the_account_that_it_keeps)
{
    object const promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "支付修理费"}, {"manner", "transfer"}, {"amount", 90000}, {"due", "2023-12-20"}};
    object text{{"parties", parties}, {"facts", "楼上漏水，墙面受损。"}, {"terms", "马伊布拉于2023年12月20日前向顾真远转账支付修理费900元。"}, {"obligations", array{promise}}};
    auto const asks_for_it = [&](object const& body) {
        auto const told = does(town.mediator, "POST", "/agreements/check", body);
        auto const& findings = told.at("findings").as_array();
        return std::any_of(findings.begin(), findings.end(), [](auto const& one) { return one.at("code").as_string() == "account_missing"; });
    };
    EXPECT_TRUE(asks_for_it({{"text", text}}));
    auto with = promise;
    with["account"] = "顾真远 某银行 6222 0000 0000 0001 321";
    auto drafted = text;
    drafted["obligations"] = array{with};
    auto const id = does(town.mediator, "POST", "/agreements", {{"text", drafted}}).at("dispute").at("agreements").at(0).at("id");
    EXPECT_FALSE(asks_for_it({{"agreement", id}, {"text", text}})) << "nobody is shown the whole of it, so nobody can type it again";
    EXPECT_TRUE(asks_for_it({{"text", text}}));
    auto other = promise;
    other["to"] = parties[2];
    text["obligations"] = array{other};
    EXPECT_TRUE(asks_for_it({{"agreement", id}, {"text", text}})) << "somebody else is paid, and into another account";
}

TEST_P(Room, after_the_docket_the_courts_clock_runs_for_the_desk_and_for_the_party)
{
    auto const here = docketed();
    auto const after = does(town.director, "GET", here).at("after");
    EXPECT_EQ(text_of(after.at("review").at("article").at("key")), "CPL-187");
    bool among = false;
    auto const file = does(town.director, "GET", "");
    for (auto const& clock : file.at("clocks").as_array()) among |= clock.at("key") == "court_review" && clock.at("due") == after.at("review").at("due");
    EXPECT_TRUE(among) << "it stands among the clocks of the file";
    EXPECT_EQ(at_court().at("until"), after.at("review").at("due"));
    EXPECT_EQ(text_of(at_court().at("says")), text_of(after.at("says"))) << "the party reads the same";
}

TEST_P(Room, cpl_206_a_confirmed_agreement_can_be_enforced_and_objected_to)
{
    auto const here = docketed();
    does(town.director, "PUT", here + "/ruling", {{"ruling", "valid"}});
    auto const after = does(town.director, "GET", here).at("after");
    EXPECT_TRUE(after.at("review").is_null());
    ASSERT_EQ(after.at("enforceable").as_array().size(), 1u);
    EXPECT_EQ(text_of(after.at("enforceable").at(0).at("until")).substr(0, 10), "2025-12-22") << "two years from 20 December, a Saturday";
    ASSERT_EQ(after.at("objections").as_array().size(), parties.size()) << "each party has its own";
    auto const& mine = after.at("objections").at(0);
    EXPECT_EQ(text_of(mine.at("clock").at("key")), "confirmation_objection");
    EXPECT_TRUE(mine.at("received").is_null()) << "counted from the ruling until its receipt is known";
    EXPECT_EQ(text_of(after.at("third_party").at("key")), "third_party_objection");
    EXPECT_TRUE(after.at("onward").as_array().empty());
    EXPECT_EQ(text_of(at_court().at("article").at("key")), "CPL-206");
    EXPECT_EQ(at_court().at("until"), mine.at("clock").at("due"));
    town.now = plus_seconds(town.now, 30 * 24 * 3600);
    EXPECT_TRUE(at_court().at("until").is_null()) << "when the time to object is over nothing is said of it";
}

TEST_P(Room, cpl_206_after_a_dismissal_what_is_open_is_told_with_its_reason)
{
    auto const here = docketed();
    EXPECT_TRUE(town.well(town.nobody, "POST", "/my/matter", {{"code", codes[0]}}).at("confirmation_until").is_null()) << "nobody is told to ask what was asked";
    does(town.director, "PUT", here + "/ruling", {{"ruling", "dismissed"}, {"reason", "unclear"}});
    std::string steps;
    auto const after = does(town.director, "GET", here).at("after");
    for (auto const& one : after.at("onward").as_array()) steps += text_of(one.at("step")) + " " + text_of(one.at("article").at("key")) + "; ";
    EXPECT_EQ(steps, "change_agreement CPL-206; mediate_anew CPL-206; sue CPL-206; ");
    EXPECT_FALSE(text_of(at_court().at("because")).empty());
}

INSTANTIATE_TEST_SUITE_P(engines, Room, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
