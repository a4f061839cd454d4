// Joint mediation through the doors, on both engines: a department that is called, comes, answers and
// hands back; one for which its host answered; a call that ends with its dispute.
#include "app/renew.hpp"
#include "app/replay.hpp"
#include "at_the_table.hpp"
#include "law/clock.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::AtTheTable;
using ::maple::testing::text_of;
using json::array;
using json::object;

class Calls : public AtTheTable {
protected:
    void heard(std::string record)
    {
        does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", parties}, {"record", std::move(record)}, {"result", "to_be_continued"}});
    }
    // A written agreement that binds; answers what is promised in it.
    std::string agreed_in_writing()
    {
        object const promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "赔偿"}, {"manner", "cash"}, {"amount", 100000}, {"due", "2023-12-01"}};
        auto const paper = does(town.mediator, "POST", "/agreements", {{"text", object{{"parties", parties}, {"facts", "漏水"}, {"terms", "赔偿"}, {"obligations", array{promise}}}}})
                               .at("dispute").at("agreements").at(0);
        auto const at = "/agreements/" + text_of(paper.at("id"));
        for (auto const& party : parties) does(town.mediator, "POST", at + "/signatures", {{"party", party}, {"manner", "fingerprint"}});
        does(town.mediator, "POST", at + "/mediator-signature");
        does(town.director, "POST", at + "/seal");
        return text_of(paper.at("obligations").at(0).at("id"));
    }
    Instant arrive_by() const { return plus_seconds(town.now, 4 * 86'400); }
    // So late that the department first owes its word whether it comes.
    std::string called_by_the_end_of_the_week()
    {
        return last(does(town.mediator, "POST", "/calls", {{"organisation", shown(town.police)}, {"need", "核对出警记录"}, {"arrive_by", iso(arrive_by())},
                                                           {"answer_by", iso(plus_seconds(arrive_by(), 86'400))}, {"consented", parties}}), "calls");
    }
    std::optional<Instant> due_at(std::string const& call)
    {
        return sql::read_now(*town.store, [&](sql::Session& sql) {
            return sql::cell<Instant>(sql, "SELECT due_at FROM joint_call WHERE id = $1", key_from_shown(call).value());
        });
    }
    // Once a call is over: that it was called, and what was said then.
    void nothing_more_for_the_officer(std::string const& call)
    {
        auto const view = town.well(town.officer, "GET", "/calls/" + call);
        EXPECT_EQ(text_of(view.at("state")), "closed");
        EXPECT_TRUE(view.at("answer").is_null()) << "what its host said for it is not its own word";
        EXPECT_TRUE(view.at("need").is_null() && view.at("mediator_name").is_null());
        EXPECT_EQ(text_of(view.at("parties")), "") << json::serialize(view);
        EXPECT_EQ(view.at("version"), json::value(0)) << "not even that it goes on";
        for (auto const* list : {"records", "companions", "may"}) EXPECT_TRUE(view.at(list).as_array().empty()) << list;
        EXPECT_FALSE(town.ask(town.officer, "PUT", "/calls/" + call + "/answer", object{{"answer", "再说一句"}}).well());
        EXPECT_TRUE(town.well(town.officer, "GET", "/calls/" + call + "/papers").at("papers").as_array().empty());
    }
};

TEST_P(Calls, a_called_department_sees_its_page_until_it_hands_back)
{
    auto const call = last(called(), "calls");
    auto const here = "/calls/" + call;
    EXPECT_EQ(asks(town.officer, "GET", "").status, 403) << "its own page, not the file";
    auto view = town.well(town.officer, "GET", here);
    EXPECT_EQ(text_of(view.at("need")), "核对出警记录");
    EXPECT_NE(text_of(view.at("parties")).find("顾真远"), std::string::npos);
    town.well(town.officer, "PUT", here + "/acceptance");
    town.well(town.officer, "PUT", here + "/arrival");
    does(town.mediator, "POST", "/records", {{"kind", "separate"}, {"parties", array{parties[0]}}, {"record", "单独说的话"}});
    does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", parties}, {"record", "一起说的话"}, {"result", "to_be_continued"}});
    view = town.well(town.officer, "GET", here);
    ASSERT_EQ(view.at("records").as_array().size(), 1u);
    EXPECT_EQ(text_of(view.at("records").at(0).at("text")), "一起说的话");
    town.well(town.officer, "PUT", here + "/answer", {{"answer", "当日曾出警一次"}});
    view = town.well(town.officer, "PUT", here + "/return");
    EXPECT_TRUE(view.at("need").is_null());
    EXPECT_EQ(text_of(view.at("parties")), "");
    EXPECT_TRUE(view.at("records").as_array().empty());
    EXPECT_EQ(text_of(table(does(town.mediator, "GET", ""), "calls").at(0).at("answer")), "当日曾出警一次");
    EXPECT_TRUE(town.well(town.officer, "GET", "/calls").at("calls").as_array().empty());
    EXPECT_EQ(town.well(town.officer, "GET", "/calls?over=true").at("calls").as_array().size(), 1u);
}

TEST_P(Calls, the_file_tells_its_host_what_each_called_department_owes_next_and_by_when)
{
    auto const call = called_by_the_end_of_the_week();
    auto const owes = [&](std::string const& what, Instant by) {
        auto const file = asks(town.mediator, "GET", "").body();
        auto const& all = file.at("calls").as_array();
        ASSERT_EQ(all.size(), 1u);
        EXPECT_EQ(text_of(all[0].at("call")), call);
        EXPECT_EQ(text_of(all[0].at("owes")), what);
        EXPECT_EQ(text_of(all[0].at("due_at")), iso(by));
    };
    owes("respond", law::due(town.book, "desk.joint_answer", town.now, town.now).at);
    town.well(town.officer, "PUT", "/calls/" + call + "/acceptance");
    owes("arrive", arrive_by());
    town.well(town.officer, "PUT", "/calls/" + call + "/arrival");
    owes("answer", plus_seconds(arrive_by(), 86'400));
    town.well(town.officer, "PUT", "/calls/" + call + "/answer", {{"answer", "当日曾出警一次"}});
    EXPECT_TRUE(asks(town.mediator, "GET", "").body().at("calls").as_array().empty()) << "it has answered";
}

TEST_P(Calls, what_the_host_answered_for_an_absent_department_is_put_right_by_it_and_closed_by_the_host)
{
    auto const call = last(called(), "calls");
    auto const here = "/calls/" + call;
    heard("来之前说的话");
    town.now = plus_seconds(town.now, 3600);
    does(town.mediator, "PUT", here + "/answer", {{"answer", "派出所未到场"}});
    town.now = plus_seconds(town.now, 60);
    heard("答复之后说的话");
    auto view = town.well(town.officer, "GET", here);
    EXPECT_EQ(view.at("may"), array{"mediation.call_answered"}) << "neither accepts nor comes any more";
    EXPECT_TRUE(view.at("by_host").as_bool());
    ASSERT_EQ(view.at("records").as_array().size(), 1u);
    EXPECT_EQ(text_of(view.at("records").at(0).at("text")), "来之前说的话") << "and reads nothing that came later";
    for (auto const* door : {"/acceptance", "/arrival"}) EXPECT_EQ(town.ask(town.officer, "PUT", here + door).field("code"), "call.answered");
    EXPECT_EQ(town.ask(town.officer, "POST", here + "/refusal", object{{"reason", town.first_of("call_decline")}}).field("code"), "call.answered");
    EXPECT_EQ(town.ask(town.officer, "PUT", here + "/return").field("code"), "call.answered_for");
    view = town.well(town.officer, "PUT", here + "/answer", {{"answer", "当晚另有警情，已电话告诫双方"}});
    EXPECT_FALSE(view.at("by_host").as_bool());
    EXPECT_EQ(text_of(view.at("answer")), "当晚另有警情，已电话告诫双方");

    does(town.mediator, "DELETE", here);
    view = town.well(town.officer, "GET", here);
    EXPECT_EQ(text_of(view.at("state")), "closed");
    EXPECT_TRUE(view.at("may").as_array().empty());
    EXPECT_TRUE(view.at("need").is_null());
    EXPECT_TRUE(view.at("records").as_array().empty());
    EXPECT_EQ(town.ask(town.officer, "PUT", here + "/answer", object{{"answer", "再说一句"}}).field("code"), "call.over");
    EXPECT_EQ(asks(town.mediator, "DELETE", here).field("code"), "call.over");
    EXPECT_TRUE(app::verify(*town.store, town.book, town.vault).differences.empty());
}

TEST_P(Calls, a_call_that_nobody_ended_ends_when_the_dispute_is_concluded)
{
    auto const call = last(called(), "calls");
    auto const here = "/calls/" + call;
    heard("警察被请来时说的话");
    town.now = plus_seconds(town.now, 3600);
    does(town.mediator, "PUT", here + "/answer", {{"answer", "派出所未到场"}});
    does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", parties}, {"record", "后来谈成了"}, {"result", "success"}});
    auto const promised = agreed_in_writing();

    nothing_more_for_the_officer(call);
    EXPECT_FALSE(town.well(town.officer, "GET", here).at("ended_at").is_null());
    EXPECT_EQ(asks(town.mediator, "DELETE", here).field("code"), "wrong_stage") << "there is nothing left to end";
    EXPECT_TRUE(town.well(town.officer, "GET", "/calls").at("calls").as_array().empty());
    EXPECT_EQ(town.well(town.officer, "GET", "/calls?over=true").at("calls").as_array().size(), 1u);

    does(town.mediator, "POST", "/obligations/" + promised + "/performance", {{"in_full", true}, {"evidence", "收条"}});
    does(town.mediator, "POST", "/visits", {{"by", "phone"}, {"answers", array{object{{"party", parties[0]}, {"satisfaction", "satisfied"}}}}, {"findings", "满意"}});
    for (auto const& party : parties)
        does(town.mediator, "PUT", "/documents/identity_papers",
             {{"values", array{object{{"section", "papers"}, {"row", party}, {"key", "paper"}, {"text", "居民身份证"}}}}});
    auto const file = does(town.director, "POST", "/closing", {{"retention", town.first_of("archive_retention")}});
    EXPECT_EQ(text_of(file.at("dispute").at("stage")), "archived");
    nothing_more_for_the_officer(call);
    EXPECT_TRUE(app::verify(*town.store, town.book, town.vault).differences.empty());
}

TEST_P(Calls, a_call_in_an_older_database_ends_with_its_dispute_too)
{
    called();
    does(town.mediator, "POST", "/termination", {{"reason", town.first_of("termination")}, {"remedies", array{town.first_of("remedy")}}});
    EXPECT_EQ(town.count("joint_call WHERE running = 1"), 0);
    auto const all = sql::house_migrations();
    auto const ours = std::find_if(all.begin(), all.end(), [](sql::Migration const& one) { return one.number == 17; });
    ASSERT_NE(ours, all.end());
    sql::write_now(*town.store, [&](sql::Session& sql) {
        sql::change(sql, "UPDATE joint_call SET running = 1, due_at = called_at");  // as it was written once
        sql.script(std::string(ours->text));
    });
    EXPECT_EQ(town.count("joint_call WHERE running = 1 OR due_at IS NOT NULL"), 0);
}

TEST_P(Calls, by_when_a_running_call_owes_its_word_is_worked_out_anew_when_a_newer_program_opens_the_house)
{
    auto const over = called_by_the_end_of_the_week();
    does(town.mediator, "DELETE", "/calls/" + over);
    auto const running = called_by_the_end_of_the_week();
    auto const said_by = law::due(town.book, "desk.joint_answer", town.now, town.now).at;
    ASSERT_EQ(due_at(running), said_by);
    auto const renew = [&] { return app::renew_what_is_due(*town.store, town.book, town.vault); };
    EXPECT_EQ(renew(), 0) << "what this program wrote it would write again";

    sql::write_now(*town.store, [&](sql::Session& sql) { sql::change(sql, "UPDATE joint_call SET due_at = $1 WHERE running = 1", arrive_by()); });  // as it was written once
    EXPECT_EQ(renew(), 1);
    EXPECT_EQ(due_at(running), said_by);
    EXPECT_EQ(due_at(over), std::nullopt) << "what is over owes nothing";
    EXPECT_EQ(town.count("joint_call WHERE running = 1"), 1);
    EXPECT_EQ(renew(), 0);
}

INSTANTIATE_TEST_SUITE_P(engines, Calls, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
