// Safety through the doors, on both engines: what an answer leads to, who is kept apart, what is
// reported of a child and when it is heard.
#include "app/replay.hpp"
#include "dispute/file.hpp"
#include "at_the_table.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::AtTheTable;
using ::maple::testing::text_of;
using json::array;
using json::object;

class Safety : public AtTheTable {};

TEST_P(Safety, a_hurt_child_is_the_next_step_at_once)
{
    auto const file = does(town.mediator, "POST", "/safety", {{"party", parties[0]}, {"yes", array{"child_present"}}});
    EXPECT_EQ(text_of(file.at("next").at("action")), "report_risk");
    EXPECT_EQ(text_of(file.at("next").at("article").at("key")), "MIN-11");
}

TEST_P(Safety, dv_5_after_a_check_there_is_no_joint_session_until_it_is_lifted)
{
    auto const check = last(does(town.mediator, "POST", "/safety", {{"party", parties[0]}, {"yes", array{"free_to_speak"}}}), "checks");
    object const joint{{"kind", "joint"}, {"parties", parties}, {"record", "r"}, {"result", "to_be_continued"}};
    EXPECT_EQ(asks(town.mediator, "POST", "/records", joint).field("code"), "session.kept_apart");
    does(town.mediator, "POST", "/safety/" + check + "/lifting", {{"action", "no_joint_session"}, {"why", "双方分别表示可以见面"}});
    does(town.mediator, "POST", "/records", joint);
}

TEST_P(Safety, dv_29_while_an_order_is_in_force_no_receipt_calls_both_to_one_hour)
{
    auto const hour = "2023-11-22T11:00:00+08:00";
    object const joint{{"kind", "joint"}, {"planned_for", hour}, {"parties", parties}};
    object const looking{{"kind", "investigation"}, {"parties", parties}, {"record", "一起看了现场"}};
    auto const mine = [&](std::size_t n, std::string door) { return town.well(town.nobody, "POST", "/my/" + door, {{"code", codes[n]}}); };
    auto const planned = does(town.mediator, "POST", "/sessions", joint);
    auto const session = text_of(planned.at("dispute").at("sessions").at(0).at("id"));
    for (std::size_t n : {0, 1}) EXPECT_EQ(mine(n, "matter").at("meetings").as_array().size(), 1u) << "both are called while nothing is known";

    object const order{{"kind", "protection_order"}, {"protects", parties[0]}, {"against", parties[1]}, {"from", "2023-11-01"}, {"until", "2024-04-01"}};
    auto file = does(town.mediator, "POST", "/protections", order);
    EXPECT_EQ(text_of(file.at("next").at("action")), "call_off_session");
    EXPECT_EQ(text_of(file.at("next").at("subject")), session);
    EXPECT_EQ(text_of(file.at("next").at("article").at("key")), "DV-29");
    for (std::size_t n : {0, 1}) {
        EXPECT_TRUE(mine(n, "matter").at("meetings").as_array().empty());
        EXPECT_TRUE(mine(n, "calendar").at("meetings").as_array().empty());
        EXPECT_EQ(json::serialize(mine(n, "matter")).find("2023-11-22T11"), std::string::npos) << "not as the time of anything";
        EXPECT_EQ(text_of(mine(n, "calendar/file").at("text")).find("20231122T110000"), std::string::npos);
        EXPECT_EQ(json::serialize(mine(n, "matter")).find(text_of(file.at("next").at("says"))), std::string::npos) << "nor why";
        EXPECT_EQ(town.ask(town.nobody, "POST", "/my/meetings/slots", object{{"code", codes[n]}, {"session", session}}).field("code"), "meeting.unknown");
    }

    EXPECT_EQ(asks(town.mediator, "POST", "/sessions", joint).field("code"), "session.order_in_force");
    EXPECT_EQ(asks(town.mediator, "POST", "/records", looking).field("code"), "session.order_in_force");
    does(town.mediator, "POST", "/risks", {{"kind", "domestic_violence"}, {"level", "orange"}});
    EXPECT_EQ(asks(town.mediator, "POST", "/sessions", joint).field("code"), "session.violence_apart");
    EXPECT_EQ(asks(town.mediator, "POST", "/records", looking).field("code"), "session.violence_apart");

    // Moved, it is a talk with one side, who alone is told of it.
    file = does(town.mediator, "POST", "/sessions", {{"session", session}, {"kind", "separate"}, {"planned_for", "2023-11-22T12:00:00+08:00"}, {"parties", array{parties[0]}}});
    EXPECT_EQ(text_of(file.at("next").at("action")), "hold_session");
    EXPECT_EQ(mine(0, "matter").at("meetings").as_array().size(), 1u);
    EXPECT_TRUE(mine(1, "matter").at("meetings").as_array().empty());
    EXPECT_EQ(json::serialize(mine(1, "matter")).find("2023-11-22T12"), std::string::npos) << "the hour of a talk alone is told to the other side by nothing";
    auto const found = app::verify(*town.store, town.book, town.vault).differences;
    EXPECT_TRUE(found.empty()) << (found.empty() ? "" : found.front().what + " " + found.front().says);
}

TEST_P(Safety, min_11_a_hurt_child_is_reported_to_several_with_who_and_when)
{
    auto file = does(town.mediator, "POST", "/risks", {{"kind", "harm_to_minor"}, {"level", "red"}});
    auto const risk = "/risks/" + text_of(file.at("dispute").at("risks").at(0).at("id"));
    does(town.mediator, "POST", risk + "/report", {{"to", "police"}, {"receipt", "值班民警，第231号"}});
    file = does(town.director, "POST", risk + "/report", {{"to", "civil_affairs"}, {"receipt", "未保中心"}});
    auto const reports = [](json::value const& of) { return of.at("dispute").at("risks").at(0).at("reports").as_array(); };
    ASSERT_EQ(reports(file).size(), 2u);
    EXPECT_EQ(text_of(reports(file)[0].at("to")), "police");
    EXPECT_EQ(text_of(reports(file)[0].at("receipt")), "值班民警，第231号");
    EXPECT_EQ(text_of(reports(file)[1].at("receipt")), "未保中心");
    EXPECT_EQ(text_of(reports(file)[1].at("by")), shown(town.director.person));
    EXPECT_TRUE(reports(file)[1].at("at").is_string());
    EXPECT_EQ(text_of(file.at("dispute").at("risks").at(0).at("reported_to")), "police") << "the first one";
    does(town.mediator, "POST", risk + "/clearance", {{"why", "孩子已由祖母照看"}});
    EXPECT_EQ(asks(town.mediator, "POST", risk + "/report", {{"to", "education"}}).field("code"), "risk.cleared");
}

// A row as a program wrote it that kept the first report alone, without who took it.
TEST_P(Safety, a_row_of_an_older_program_keeps_one_report_and_the_pages_tell_the_rest)
{
    auto file = does(town.mediator, "POST", "/risks", {{"kind", "harm_to_minor"}, {"level", "red"}});
    auto const risk = "/risks/" + text_of(file.at("dispute").at("risks").at(0).at("id"));
    does(town.mediator, "POST", risk + "/report", {{"to", "police"}, {"receipt", "值班民警，第231号"}});
    auto const key = key_from_shown(id).value();
    sql::write_now(*town.store, [&](sql::Session& sql) {
        auto state = json::parse(sql::cell<std::string>(sql, "SELECT state FROM dispute WHERE id = $1", key).value());
        EXPECT_TRUE(state.at("risks").at(0).as_object().erase("reports"));
        sql::change(sql, "UPDATE dispute SET state = $2 WHERE id = $1", key, json::serialize(state));
        Desk desk{sql, town.house, {}, town.now, town.now};
        auto const d = dispute::from_state(desk, json::serialize(state));
        ASSERT_EQ(d.risks.at(0).reports.size(), 1u) << "whoever reads it is told";
        EXPECT_TRUE(d.risks.at(0).reports.at(0).receipt);
    });
    auto const differences = [&] {
        std::string all;
        for (auto const& one : app::verify(*town.store, town.book, town.vault).differences) all += one.what + " " + one.says + "\n";
        return all;
    };
    EXPECT_EQ(differences(), "");
    file = does(town.mediator, "POST", risk + "/report", {{"to", "education"}});
    auto const reports = file.at("dispute").at("risks").at(0).at("reports").as_array();
    ASSERT_EQ(reports.size(), 2u);
    EXPECT_EQ(text_of(reports[0].at("receipt")), "值班民警，第231号");
    EXPECT_EQ(differences(), "");
}

TEST_P(Safety, min_107_a_child_is_heard_before_its_care_is_settled)
{
    object const promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "支付女儿抚养费"}, {"manner", "cash"}, {"amount", 90000}, {"due", "2023-12-20"}, {"nature", "child_support"}};
    auto const asked = [&] {
        object const text{{"parties", parties}, {"facts", "双方分开居住。"}, {"terms", "女儿随母生活。"}, {"obligations", array{promise}}};
        auto const checked = does(town.mediator, "POST", "/agreements/check", {{"text", text}});
        for (auto const& one : checked.at("findings").as_array())
            if (one.at("code") == "child_not_heard") return text_of(one.at("weight")) + " " + text_of(one.at("article").at("key"));
        return std::string();
    };
    EXPECT_EQ(asked(), "ask MIN-107");
    does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", parties}, {"record", "会前单独听取了女儿的意见，她愿意跟妈妈住。"}, {"result", "to_be_continued"}});
    EXPECT_EQ(asked(), "") << "the record says that it was heard";
}

INSTANTIATE_TEST_SUITE_P(engines, Safety, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
