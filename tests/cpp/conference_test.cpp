// Case conferences, roads after a broken promise, and two people at one file, through the doors and
// on both engines.
#include "app/replay.hpp"
#include "carried.hpp"
#include "dispute/file.hpp"
#include "documents/table.hpp"
#include "followup/events.hpp"
#include "mediation/conference_rules.hpp"
#include "privacy/events.hpp"
#include "read_onward.hpp"

#include <gtest/gtest.h>
#include <set>

namespace maple {
namespace {

using ::maple::testing::Carried;
using ::maple::testing::Official;
using ::maple::testing::OnBothEngines;
using ::maple::testing::text_of;
using ::maple::testing::Told;
using ::maple::testing::Town;
using json::array;
using json::object;

class Conferring : public OnBothEngines, protected Carried {
protected:
    Conferring() : Carried(home, Town::request())
    {
        in_the_room("complex");
    }

    Told asks(Official const& who, std::string verb, std::string door, object const& body = {}, http::Headers headers = {})
    {
        return town.ask(who, verb, "/disputes/" + id + door, body, std::move(headers));
    }
    static json::value conference(json::value const& file) { return file.at("dispute").at("room").at("conferences").as_array().back(); }

    std::string called()
    {
        conference_ = text_of(conference(does(town.mediator, "POST", "/conferences",
            {{"question", "修缮怎样分担"}, {"meets_at", iso(plus_seconds(town.now, 3600))}, {"presides", shown(town.director.person)}, {"place", "二楼会议室"}})).at("id"));
        return conference_;
    }
    std::string invited(object seat)
    {
        seat["asked"] = true;
        return text_of(conference(does(town.mediator, "POST", "/conferences/" + conference_ + "/seats", seat)).at("seats").as_array().back().at("id"));
    }
    std::string adviser_with(array papers) { return invited({{"kind", "legal_adviser"}, {"person", shown(town.adviser.person)}, {"papers", std::move(papers)}}); }
    json::value decided(object more = {})
    {
        more.insert({{"road", "go_on"}, {"reasons", "先修后议"}});
        return does(town.director, "PUT", "/conferences/" + conference_ + "/decision", more);
    }
    void replays()
    {
        auto const found = app::verify(*town.store, town.book, town.vault).differences;
        EXPECT_TRUE(found.empty()) << (found.empty() ? "" : found.front().what + " " + found.front().says);
    }

    // An agreement in effect: the second party owes the first 1,000 yuan by 1 December.
    std::string agreed(object more = {})
    {
        object promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "付修理费"}, {"manner", "cash"}, {"amount", 100000}, {"due", "2023-12-01"}};
        for (auto const& one : more) promise[one.key()] = one.value();
        auto const file = does(town.mediator, "POST", "/agreements", {{"text", object{{"parties", parties}, {"facts", "漏水"}, {"terms", "付款"}, {"obligations", array{promise}}}}});
        auto const& a = file.at("dispute").at("agreements").at(0);
        auto const at = "/agreements/" + text_of(a.at("id"));
        for (auto const& party : parties) does(town.mediator, "POST", at + "/signatures", {{"party", party}, {"manner", "signature"}});
        does(town.mediator, "POST", at + "/mediator-signature");
        auto const sealed = does(town.director, "POST", at + "/seal");
        return text_of(sealed.at("dispute").at("agreements").at(0).at("obligations").at(0).at("id"));
    }

    std::string conference_;
};

TEST_P(Conferring, an_adviser_sees_its_page_and_on_it_exactly_the_papers_chosen)
{
    auto const record = does(town.mediator, "POST", "/records", {{"kind", "investigation"}, {"parties", parties}, {"record", "看了三楼的水管"}});
    auto const session = text_of(record.at("dispute").at("sessions").at(0).at("id"));
    called();
    EXPECT_TRUE(town.well(town.adviser, "GET", "/consultations").at("consultations").as_array().empty());
    auto const seat = adviser_with({object{{"kind", "session"}, {"subject", session}}});
    EXPECT_EQ(asks(town.adviser, "GET", "").status, 404) << "not the file";
    auto view = town.well(town.adviser, "GET", "/consultations/" + seat);
    EXPECT_EQ(text_of(view.at("question")), "修缮怎样分担");
    ASSERT_EQ(view.at("papers").as_array().size(), 1u);
    EXPECT_EQ(text_of(view.at("papers").at(0).at("texts").at(0)), "看了三楼的水管");
    EXPECT_EQ(json::serialize(view).find("楼上漏水"), std::string::npos) << "the request was not chosen";
    does(town.mediator, "PUT", "/seats/" + seat + "/papers", {{"papers", array{object{{"kind", "request"}}}}});
    view = town.well(town.adviser, "GET", "/consultations/" + seat);
    EXPECT_EQ(json::serialize(view).find("看了三楼的水管"), std::string::npos);
    EXPECT_NE(json::serialize(view).find("楼上漏水"), std::string::npos);
    for (auto const* other : {&town.colleague, &town.officer, &town.elsewhere, &town.informant})
        EXPECT_NE(town.ask(*other, "GET", "/consultations/" + seat, "").status, 200);
    replays();
}

TEST_P(Conferring, article_15_what_was_said_alone_is_never_shown)
{
    auto const record = does(town.mediator, "POST", "/records", {{"kind", "separate"}, {"parties", array{parties[0]}}, {"record", "单独说的话"}});
    called();
    auto const told = asks(town.mediator, "POST", "/conferences/" + conference_ + "/seats",
        {{"kind", "expert"}, {"name", "安小满"}, {"asked", true}, {"papers", array{object{{"kind", "session"}, {"subject", record.at("dispute").at("sessions").at(0).at("id")}}}}});
    EXPECT_EQ(told.status, 422);
    EXPECT_EQ(text_of(told.body().at("problems").at(0).at("code")), "said_alone");
}

TEST_P(Conferring, who_may_be_invited_is_told_to_the_mediators_alone)
{
    auto const people = json::serialize(does(town.mediator, "GET", "/consultable"));
    EXPECT_NE(people.find(shown(town.adviser.person)), std::string::npos);
    EXPECT_NE(people.find(shown(town.colleague.person)), std::string::npos);
    EXPECT_EQ(people.find(shown(town.mediator.person)), std::string::npos) << "who sits at the table already";
    EXPECT_EQ(people.find(shown(town.auditor.person)), std::string::npos) << "who gives no advice";
    for (auto const* other : {&town.colleague, &town.supervisor, &town.adviser, &town.officer, &town.nobody})
        EXPECT_NE(asks(*other, "GET", "/consultable").status, 200);
}

TEST_P(Conferring, advice_stays_in_the_house)
{
    called();
    auto const seat = adviser_with({});
    auto const outside = invited({{"kind", "expert"}, {"name", "安小满"}, {"from", "鉴定中心"}});
    town.well(town.adviser, "PUT", "/consultations/" + seat + "/advice", {{"advice", "自己的意见"}, {"basis", "民法典第二百八十八条"}});
    does(town.clerk, "PUT", "/seats/" + outside + "/advice", {{"advice", "别人的意见"}});
    EXPECT_EQ(asks(town.clerk, "PUT", "/seats/" + seat + "/advice", {{"advice", "代人改的意见"}}).field("code"), "conference.own_page");
    for (auto const* reader : {&town.clerk, &town.director, &town.mediator})
        EXPECT_NE(json::serialize(does(*reader, "GET", "")).find("别人的意见"), std::string::npos);
    auto const own = json::serialize(town.well(town.adviser, "GET", "/consultations/" + seat));
    EXPECT_NE(own.find("自己的意见"), std::string::npos);
    EXPECT_EQ(own.find("别人的意见"), std::string::npos) << "each its own";
    auto const bureau = json::serialize(does(town.supervisor, "GET", ""));
    for (auto const* words : {"自己的意见", "别人的意见", "修缮怎样分担"}) EXPECT_EQ(bureau.find(words), std::string::npos);
    auto const party = town.ask(town.nobody, "POST", "/my/matter", object{{"code", codes.front()}}).text;
    for (auto const* words : {"自己的意见", "别人的意见", "修缮怎样分担", "先修后议"}) EXPECT_EQ(party.find(words), std::string::npos);
}

TEST_P(Conferring, access_ends_at_once_when_the_invitation_is_taken_back_and_some_days_after_the_decision)
{
    called();
    auto const seat = adviser_with({});
    auto const other = invited({{"kind", "mediator"}, {"person", shown(town.colleague.person)}});
    EXPECT_EQ(town.ask(town.colleague, "GET", "/consultations/" + other, "").status, 200);
    does(town.mediator, "DELETE", "/seats/" + other);
    EXPECT_EQ(town.ask(town.colleague, "GET", "/consultations/" + other, "").status, 404);
    town.well(town.adviser, "PUT", "/consultations/" + seat + "/advice", {{"advice", "意见"}});
    decided();
    EXPECT_EQ(town.ask(town.adviser, "GET", "/consultations/" + seat, "").status, 200);
    EXPECT_EQ(town.ask(town.adviser, "PUT", "/consultations/" + seat + "/advice", object{{"advice", "晚了"}}).status, 409);
    town.now = end_of(plus_days(date_in_beijing(town.now), int(town.book.policy("conference_papers_days"))));
    EXPECT_EQ(town.ask(town.adviser, "GET", "/consultations/" + seat, "").status, 404);
    EXPECT_TRUE(town.well(town.adviser, "GET", "/consultations").at("consultations").as_array().empty());
}

TEST_P(Conferring, who_is_tied_steps_aside_and_sees_nothing_more)
{
    called();
    auto const seat = adviser_with({object{{"kind", "request"}}});
    town.well(town.adviser, "POST", "/consultations/" + seat + "/stepping-aside", {{"ground", town.first_of("conflict")}});
    EXPECT_EQ(town.ask(town.adviser, "GET", "/consultations/" + seat, "").status, 404);
    auto const again = asks(town.mediator, "POST", "/conferences/" + conference_ + "/seats", {{"kind", "legal_adviser"}, {"person", shown(town.adviser.person)}, {"asked", true}});
    EXPECT_EQ(text_of(again.body().at("problems").at(0).at("code")), "tie_bars_advice");
    auto const namesake = asks(town.mediator, "POST", "/conferences/" + conference_ + "/seats", {{"kind", "expert"}, {"name", "马伊布拉"}, {"asked", true}});
    EXPECT_EQ(namesake.field("code"), "conference.of_a_party");
}

TEST_P(Conferring, a_task_is_found_by_who_has_it_and_done_once)
{
    called();
    auto const seat = adviser_with({});
    town.well(town.adviser, "PUT", "/consultations/" + seat + "/advice", {{"advice", "意见"}});
    decided({{"tasks", array{object{{"what", "联系物业"}, {"person", shown(town.colleague.person)}, {"due", "2023-11-30"}}}}});
    EXPECT_TRUE(town.well(town.mediator, "GET", "/tasks").at("tasks").as_array().empty());
    auto const mine = town.well(town.colleague, "GET", "/tasks").at("tasks").as_array();
    ASSERT_EQ(mine.size(), 1u);
    EXPECT_EQ(text_of(mine[0].at("what")), "联系物业");
    EXPECT_FALSE(mine[0].at("may_open").as_bool());
    auto const task = "/tasks/" + text_of(mine[0].at("id"));
    EXPECT_EQ(town.ask(town.officer, "PUT", task, object{{"outcome", "o"}}).status, 404);
    EXPECT_TRUE(town.well(town.colleague, "PUT", task, {{"outcome", "周五上门"}}).at("tasks").as_array().empty());
    EXPECT_EQ(asks(town.mediator, "PUT", task, {{"outcome", "o"}}).field("code"), "task.done");
    EXPECT_EQ(text_of(conference(does(town.director, "GET", "")).at("tasks").at(0).at("outcome")), "周五上门");
    replays();
}

TEST_P(Conferring, every_consultation_is_reached_the_next_to_meet_first_and_those_that_wait_apart)
{
    std::vector<std::string> seats;
    for (int n = 0; n < 31; ++n) {
        called();
        seats.push_back(adviser_with({}));
        if (n < 30) {
            town.well(town.adviser, "PUT", "/consultations/" + seats.back() + "/advice", {{"advice", "意见"}});
            decided();
        }
        if (n % 2 == 0) town.now = plus_seconds(town.now, 60);  // two by two they meet at one time
    }
    auto const all = ::maple::testing::items_to_the_end(town, town.adviser, "/consultations?", "consultations");
    std::set<std::string> met;
    std::string meets_at;
    for (auto const& one : all) {
        EXPECT_GE(text_of(one.at("meets_at")), meets_at);
        meets_at = text_of(one.at("meets_at"));
        met.insert(text_of(one.at("id")));
    }
    EXPECT_EQ(all.size(), seats.size()) << "each once";
    EXPECT_EQ(met, std::set(seats.begin(), seats.end()));
    EXPECT_EQ(::maple::testing::read_to_the_end(town, town.adviser, "/consultations?waiting=true", "consultations"), std::vector{seats.back()});
    EXPECT_EQ(town.well(town.adviser, "GET", "/consultations").at("waiting").as_int64(), 1);
}

TEST_P(Conferring, every_task_is_reached_the_most_urgent_first)
{
    called();
    auto const seat = adviser_with({});
    town.well(town.adviser, "PUT", "/consultations/" + seat + "/advice", {{"advice", "意见"}});
    array tasks;
    for (int n = 0; n < 31; ++n)
        tasks.push_back(object{{"what", "联系物业"}, {"person", shown(town.colleague.person)}, {"due", n % 2 ? "2023-11-30" : "2023-12-01"}});
    std::vector<std::string> soon, later;
    auto const held = conference(decided({{"tasks", tasks}}));
    for (auto const& one : held.at("tasks").as_array())
        (text_of(one.at("due")) == "2023-11-30" ? soon : later).push_back(text_of(one.at("id")));
    auto wanted = ::maple::testing::newest_first(soon);
    for (auto const& one : ::maple::testing::newest_first(later)) wanted.push_back(one);
    ASSERT_EQ(wanted.size(), 31u);
    EXPECT_EQ(::maple::testing::read_to_the_end(town, town.colleague, "/tasks?", "tasks"), wanted);
}

TEST_P(Conferring, pipl_47_a_task_of_what_is_locked_away_is_nobodys)
{
    called();
    auto const seat = adviser_with({});
    town.well(town.adviser, "PUT", "/consultations/" + seat + "/advice", {{"advice", "意见"}});
    decided({{"tasks", array{object{{"what", "联系物业"}, {"person", shown(town.colleague.person)}, {"due", "2023-11-30"}}}}});
    auto const task = text_of(town.well(town.colleague, "GET", "/tasks").at("tasks").at(0).at("id"));
    does(town.mediator, "POST", "/termination", {{"reason", town.first_of("termination")}, {"remedies", array{town.first_of("remedy")}}});
    sql::write_now(*town.store, [&](sql::Session& sql) {
        Desk desk{sql, town.house, {}, town.now, town.now};
        auto file = dispute::File::open_unasked(desk, key_from_shown(id).value());
        file.record(followup::Archived{"long"});
        file.record(privacy::Restricted{});
        file.put_back();
    });
    EXPECT_TRUE(town.well(town.colleague, "GET", "/tasks").at("tasks").as_array().empty());
    EXPECT_EQ(town.ask(town.colleague, "PUT", "/tasks/" + task, object{{"outcome", "周五上门"}}).status, 404);
}

TEST_P(Conferring, who_came_with_a_party_does_not_advise)
{
    called();
    does(town.mediator, "POST", "/participants", {{"role", "Relative"}, {"name", "顾大山"}, {"consented", parties}});
    auto const told = asks(town.mediator, "POST", "/conferences/" + conference_ + "/seats", {{"kind", "expert"}, {"name", "顾大山"}, {"asked", true}});
    EXPECT_EQ(told.field("code"), "conference.of_a_party") << told.text;
}

TEST_P(Conferring, the_record_of_the_conference_fills_its_form)
{
    called();
    auto const seat = adviser_with({});
    town.well(town.adviser, "PUT", "/consultations/" + seat + "/advice", {{"advice", "先修后议"}});
    decided({{"tasks", array{object{{"what", "联系物业"}, {"person", shown(town.colleague.person)}, {"due", "2023-11-30"}}}}});
    std::string html;
    auto const papers = does(town.director, "GET", "/documents");
    for (auto const& one : papers.at("forms").as_array())
        if (text_of(one.at("form")) == "conference_record")
            html = text_of(does(town.director, "GET", "/documents/conference_record?subject=" + text_of(one.at("subject"))).at("html"));
    for (auto const* words : {"修缮怎样分担", "先修后议", "联系物业", "二楼会议室"}) EXPECT_NE(html.find(words), std::string::npos) << words;
}

TEST_P(Conferring, what_may_be_shown_as_a_form_is_open_to_both_sides_and_tells_no_contacts)
{
    for (auto const key : mediation::forms_that_may_be_shown()) {
        auto const* row = documents::find_form(key);
        ASSERT_TRUE(row) << key;
        EXPECT_EQ(row->paper_class, documents::PaperClass::open) << key;
        EXPECT_EQ(row->reach, documents::Reach::parties) << key;
        EXPECT_FALSE(row->particulars) << key;
        EXPECT_EQ(row->about, documents::About::dispute) << key;
    }
}

// --- Peers ---------------------------------------------------------------------------------------

TEST_P(Conferring, article_7_a_dispute_is_sent_on_by_who_has_it_and_not_taken_from_above)
{
    object const to{{"organisation", shown(town.other_office)}, {"change_reason", "c"}};
    auto const told = asks(town.director, "POST", "/diversion", to);
    EXPECT_EQ(told.status, 403) << told.text;
    EXPECT_EQ(told.field("code"), "divert.not_by_a_superior");
}

// --- Promises ------------------------------------------------------------------------------------

TEST_P(Conferring, the_roads_after_a_broken_promise_are_told_to_the_mediator_and_in_plain_words_to_the_party)
{
    auto const promise = agreed();
    town.now = instant_from_iso("2023-12-11T09:00:00+08:00").value();
    does(town.mediator, "POST", "/obligations/" + promise + "/breach", {{"reason", "到期未付"}});
    auto const roads = does(town.mediator, "GET", "/obligations/" + promise + "/roads");
    EXPECT_EQ(roads.at("owed").as_int64(), 100000);
    std::set<std::string> open;
    for (auto const& one : roads.at("roads").as_array()) {
        if (one.at("open").as_bool()) open.insert(text_of(one.at("key")));
        EXPECT_FALSE(one.at("papers").as_array().empty());
        if (text_of(one.at("key")) == "suit") {
            EXPECT_EQ(text_of(one.at("until")).substr(0, 10), "2026-12-01");
            EXPECT_EQ(text_of(one.at("article").at("key")), "PML-32");
        }
    }
    EXPECT_EQ(open, (std::set<std::string>{"reopen", "confirm", "payment_order", "notary", "suit"}));
    auto const mine = town.well(town.nobody, "POST", "/my/roads", {{"code", codes.front()}}).at("promises").as_array();
    ASSERT_EQ(mine.size(), 1u);
    EXPECT_FALSE(mine[0].at("mine").as_bool());
    EXPECT_EQ(mine[0].at("roads").as_array().size(), open.size()) << "only what is open";
    does(town.mediator, "POST", "/obligations/" + promise + "/performance", {{"in_full", true}, {"evidence", "收条"}});
    EXPECT_TRUE(town.well(town.nobody, "POST", "/my/roads", {{"code", codes.front()}}).at("promises").as_array().empty());
    replays();
}

TEST_P(Conferring, nobody_gives_up_what_is_owed_to_another_or_kept_by_the_law)
{
    auto const promise = agreed({{"nature", "child_support"}});
    auto const waiver = "/obligations/" + promise + "/waiver";
    EXPECT_EQ(asks(town.mediator, "POST", waiver, {{"by", parties[1]}, {"reason", "不要了"}}).field("code"), "obligation.of_another");
    auto const told = asks(town.mediator, "POST", waiver, {{"by", parties[0]}, {"reason", "不要了"}});
    EXPECT_EQ(told.field("code"), "obligation.never_waived");
    EXPECT_NE(told.field("detail").find("抚养费"), std::string::npos);
}

TEST_P(Conferring, a_nature_that_is_none_of_the_books_is_refused)
{
    object const promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "w"}, {"manner", "cash"}, {"amount", 1}, {"due", "2023-12-01"}, {"nature", "ransom"}};
    auto const told = asks(town.mediator, "POST", "/agreements", {{"text", object{{"parties", parties}, {"facts", "f"}, {"terms", "t"}, {"obligations", array{promise}}}}});
    EXPECT_EQ(text_of(told.body().at("problems").at(0).at("at")), "/text/obligations/0/nature");
}

// --- Two people at one file ----------------------------------------------------------------------

TEST_P(Conferring, the_second_is_told_what_the_first_changed_field_by_field)
{
    auto const seen = does(town.mediator, "GET", "").at("version").as_int64();
    does(town.clerk, "POST", "/amendments", {{"reason", "记错了"}, {"amount", 170000}, {"facts", "楼上漏水，两次。"}});
    auto const late = asks(town.mediator, "POST", "/amendments", {{"reason", "补记"}, {"facts", "楼上漏水，地板也坏了。"}}, {{"If-Match", "\"" + std::to_string(seen) + "\""}});
    EXPECT_EQ(late.status, 412) << late.text;
    auto const changes = does(town.mediator, "GET", "/changes?version=" + std::to_string(seen)).at("changes").as_array();
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(text_of(changes[0].at("person_name")), "clerk");
    std::map<std::string, std::pair<std::string, std::string>> fields;
    for (auto const& one : changes[0].at("fields").as_array()) fields[text_of(one.at("field"))] = {text_of(one.at("before")), text_of(one.at("after"))};
    EXPECT_EQ(fields["amount"], (std::pair<std::string, std::string>("1,800.00", "1,700.00")));
    EXPECT_EQ(fields["facts"], (std::pair<std::string, std::string>("楼上漏水。", "楼上漏水，两次。")));
    EXPECT_EQ(fields.size(), 2u);
}

TEST_P(Conferring, a_paper_filled_in_by_two_is_not_overwritten_by_the_second)
{
    auto const cells = [](std::string text) {
        return object{{"values", array{object{{"section", "evidence"}, {"row", "1"}, {"key", "name"}, {"text", std::move(text)}}}}};
    };
    auto const door = std::string("/documents/evidence_list");
    auto const seen = does(town.clerk, "GET", door + "/fields").at("version").as_int64();
    http::Headers const as_seen{{"If-Match", "\"" + std::to_string(seen) + "\""}};
    EXPECT_TRUE(asks(town.mediator, "PUT", door, cells("照片"), as_seen).well());
    EXPECT_EQ(asks(town.clerk, "PUT", door, cells("收据"), as_seen).status, 412);
    auto const now = does(town.clerk, "GET", door + "/fields");
    EXPECT_EQ(text_of(now.at("changes").at(0).at("person_name")), "mediator");
    EXPECT_NE(json::serialize(now.at("fields")).find("照片"), std::string::npos);
}

TEST_P(Conferring, what_was_said_alone_is_no_news_for_anybody_else)
{
    does(town.mediator, "POST", "/vault", {{"party", parties[0]}, {"kind", "note"}, {"words", "单独说的话"}});
    auto const told = json::serialize(does(town.director, "GET", "/changes"));
    EXPECT_EQ(told.find("vault_noted"), std::string::npos);
    EXPECT_EQ(told.find("单独说的话"), std::string::npos);
    EXPECT_NE(json::serialize(does(town.mediator, "GET", "/changes")).find("单独说的话"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(engines, Conferring, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
