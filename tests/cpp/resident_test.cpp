// What a resident sees by the code of the receipt: the advice of the desk, why it ended, whom
// to call; what it owes and by when, beside the next step of the house; its own word, to and fro;
// and a request whose kind the desk has to name.
#include "app/replay.hpp"
#include "carried.hpp"
#include "foundation/receipt_code.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Carried;
using ::maple::testing::Town;
using ::maple::testing::text_of;

constexpr std::string_view counsel = "先和对方约好装修时间，仍不行再来登记。";

struct Resident : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};

    // Applies from the web; gives the code.
    std::string applied(std::optional<std::string> kind = {})
    {
        json::object form{{"place", "650203007001"}, {"facts", "楼上装修噪声很大。"}, {"name", "顾真远"}, {"phone", "13800002046"},
                          {"other_name", "马伊布拉"}, {"agrees", true}};
        if (kind) form["kind"] = *kind;
        return text_of(town.well(town.nobody, "POST", "/my/requests", form).at("code"));
    }
    std::string newest() { return text_of(town.well(town.clerk, "GET", "/disputes?limit=1").at("disputes").at(0).at("id")); }
    json::value matter(std::string const& code) { return town.well(town.nobody, "POST", "/my/matter", {{"code", code}}); }
    static std::string at(json::value const& view, std::string_view name)
    {
        auto const& one = view.at(name);
        return one.is_null() ? "" : text_of(one);
    }
    static std::string day(json::value const& view, std::string_view name) { return at(view, name).substr(0, 10); }

    testing::Told says(std::string const& code, std::string const& consent, std::string const& tail = "2046")
    {
        return town.ask(town.nobody, "POST", "/my/consent", json::object{{"code", code}, {"phone_tail", tail}, {"consent", consent}});
    }

    // Who owes what by which day; all of it to the first party.
    static json::object paper(Carried const& d, std::vector<std::pair<std::size_t, std::string>> const& owed)
    {
        json::array promises;
        for (auto const& [from, due] : owed)
            promises.push_back({{"from", d.parties[from]}, {"to", d.parties[0]}, {"what", "支付修理费"}, {"manner", "cash"}, {"amount", 90000}, {"due", due}});
        return {{"parties", d.parties}, {"facts", "漏水"}, {"terms", "分担修理费"}, {"third_parties", "none_touched"}, {"obligations", std::move(promises)}};
    }
    static std::string drafted(Carried& d, json::object text)
    {
        d.does(d.town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", d.parties}, {"record", "r"}, {"result", "success"}});
        auto const file = d.does(d.town.mediator, "POST", "/agreements", {{"text", std::move(text)}});
        return "/agreements/" + text_of(file.at("dispute").at("agreements").at(0).at("id"));
    }
    // By word of mouth, among these of the parties; the second of them owes.
    static testing::Told agrees(Carried& d, std::vector<std::size_t> const& who, json::object more = {})
    {
        auto text = paper(d, {{who[1], "2023-12-16"}});
        json::array among;
        for (auto const one : who) among.push_back(d.parties[one]);
        text["parties"] = std::move(among);
        for (auto const& [name, value] : more) text[name] = value;
        return d.town.ask(d.town.mediator, "POST", d.here + "/oral-agreements", json::object{{"text", std::move(text)}});
    }
    static void signed_and_sealed(Carried& d, std::string const& agreement)
    {
        for (auto const& party : d.parties) d.does(d.town.mediator, "POST", agreement + "/signatures", {{"party", party}, {"manner", "signature"}});
        d.does(d.town.mediator, "POST", agreement + "/mediator-signature");
        d.does(d.town.director, "POST", agreement + "/seal");
    }
    static std::string meets(Carried& d)
    {
        auto const file = d.does(d.town.mediator, "POST", "/sessions",
                                 {{"kind", "joint"}, {"planned_for", "2023-11-22T10:00:00+08:00"}, {"minutes", 60}, {"parties", d.parties}});
        return text_of(file.at("dispute").at("sessions").at(0).at("id"));
    }
    std::size_t meetings(std::string const& code)
    {
        return town.well(town.nobody, "POST", "/my/calendar", {{"code", code}}).at("meetings").as_array().size();
    }
    // Looks at a matter from an address of its own.
    http::Response looks(std::string peer, std::string const& code)
    {
        http::Request request;
        request.verb = "POST";
        request.path = "/api/my/matter";
        request.peer = std::move(peer);
        request.headers.emplace_back("Content-Type", "application/json");
        request.body = json::serialize(json::object{{"code", code}});
        return town.dispatcher->ask(std::move(request));
    }
    bool sound() { return app::verify(*town.store, town.book, town.vault).differences.empty(); }
};

TEST_P(Resident, advice_of_the_desk_is_told_to_the_side_that_asked_and_to_nobody_else)
{
    auto const begun = town.well(town.clerk, "POST", "/disputes", Town::request());
    auto const here = "/disputes/" + text_of(begun.at("file").at("id"));
    town.well(town.clerk, "POST", here + "/advice", {{"reason", "law_explained"}, {"advice", counsel}});
    for (auto const& one : begun.at("codes").as_array()) {
        auto const view = matter(text_of(one.at("code")));
        bool const asked = one.at("side").as_string() == "applicant";
        EXPECT_EQ(at(view, "advice"), asked ? counsel : "");
        EXPECT_EQ(at(view, "ended_because").empty(), !asked);
    }
}

TEST_P(Resident, a_refused_and_a_transferred_matter_say_why_and_where_to_go)
{
    auto const refused = applied("neighbour");
    town.well(town.clerk, "POST", "/disputes/" + newest() + "/refusal",
              {{"reason", town.first_of("refusal")}, {"remedies", json::array{town.first_of("remedy")}}, {"note", "内部记录"}});
    EXPECT_FALSE(at(matter(refused), "ended_because").empty());
    EXPECT_EQ(at(matter(refused), "advice"), "") << "a note of the desk stays in the desk";

    auto const sent_on = applied("neighbour");
    town.well(town.clerk, "POST", "/disputes/" + newest() + "/transfer",
              {{"reason", town.first_of("transfer")}, {"organisation", shown(town.other_office)}});
    EXPECT_FALSE(at(matter(sent_on), "handed_to").empty());
}

TEST_P(Resident, where_nobody_has_a_phone_the_public_legal_service_line_stands)
{
    sql::write_now(*town.store, [&](sql::Session& sql) { sql::change(sql, "UPDATE organisation SET phone = ''"); });
    EXPECT_EQ(at(matter(applied()), "phone"), "12348");
}

TEST_P(Resident, a_request_without_a_kind_is_accepted_only_when_the_desk_names_it)
{
    auto const code = applied();
    EXPECT_NE(at(matter(code), "kind_name"), "");
    auto const here = "/disputes/" + newest();
    EXPECT_EQ(text_of(town.well(town.clerk, "GET", here).at("dispute").at("kind")), "");
    auto const faults = [&](json::object const& body) {
        auto const told = town.ask(town.clerk, "POST", here + "/acceptance", body);
        EXPECT_EQ(told.status, 422) << told.text;
        return text_of(told.body().at("problems").at(0).at("at")) + " " + text_of(told.body().at("problems").at(0).at("code"));
    };
    EXPECT_EQ(faults({}), "/kind kind_needed");
    EXPECT_EQ(faults({{"kind", "no_such"}}), "/kind unknown_kind");
    auto const file = town.well(town.clerk, "POST", here + "/acceptance", {{"kind", "neighbour"}});
    EXPECT_EQ(text_of(file.at("dispute").at("kind")), "neighbour");
}

TEST_P(Resident, a_kind_that_was_named_is_not_named_again_and_other_is_one_like_any)
{
    applied("other");
    auto const here = "/disputes/" + newest();
    EXPECT_EQ(town.ask(town.clerk, "POST", here + "/acceptance", json::object{{"kind", "neighbour"}}).status, 422);
    EXPECT_EQ(text_of(town.well(town.clerk, "POST", here + "/acceptance").at("dispute").at("kind")), "other");
}

TEST_P(Resident, a_desk_that_writes_a_request_down_names_its_kind)
{
    auto form = Town::request();
    form["kind"] = "";
    auto const told = town.ask(town.clerk, "POST", "/disputes", form);
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.text.find("kind_needed"), std::string::npos);
}

// --- What I owe, and what comes next -----------------------------------------------------------

TEST_P(Resident, each_party_reads_the_day_of_its_own_promise_and_the_next_step_has_its_own)
{
    Carried d(town, Carried::agreed_to());
    d.in_the_room();
    signed_and_sealed(d, drafted(d, paper(d, {{1, "2023-12-20"}, {1, "2023-12-16"}, {2, "2023-11-26"}})));
    auto const owed = [&](std::size_t party) {
        auto const view = matter(d.codes[party]);
        EXPECT_FALSE(at(view, "next_says").empty());
        return at(view, "duty") + " " + day(view, "due") + " | " + day(view, "next_due");
    };
    EXPECT_EQ(owed(0), "wait  | 2023-11-26") << "who is owed has no day to keep";
    EXPECT_EQ(owed(1), "perform 2023-12-16 | 2023-11-26") << "the first of its two";
    EXPECT_EQ(owed(2), "perform 2023-11-26 | 2023-11-26");
    EXPECT_EQ(matter(d.codes[1]).at("next_due"), d.does(town.mediator, "GET", "").at("next").at("due"));
}

TEST_P(Resident, article_23_who_ends_the_mediation_owes_nothing_and_is_called_to_no_meeting)
{
    Carried d(town, Carried::agreed_to());
    d.in_the_room();
    auto const session = meets(d);
    auto const called = matter(d.codes[1]);
    EXPECT_EQ(at(called, "duty") + " " + day(called, "due"), "attend 2023-11-22");

    auto const told = says(d.codes[1], "refused");
    ASSERT_TRUE(told.well()) << told.text;
    auto const view = told.body();
    EXPECT_EQ(at(view, "duty") + at(view, "due"), "wait");
    EXPECT_TRUE(view.at("meetings").as_array().empty());
    auto const next = d.does(town.mediator, "GET", "").at("next");
    EXPECT_EQ(text_of(next.at("action")), "terminate");
    EXPECT_EQ(view.at("next_due"), next.at("due"));
    EXPECT_EQ(meetings(d.codes[1]), 0u);
    auto const comes = town.ask(town.nobody, "POST", "/my/meetings/answer",
                                json::object{{"code", d.codes[1]}, {"phone_tail", "2046"}, {"session", session}, {"comes", true}, {"wishes", json::array{}}});
    EXPECT_EQ(comes.field("code"), "meeting.unknown") << comes.text;

    auto const other = matter(d.codes[0]);
    EXPECT_EQ(at(other, "duty") + at(other, "due"), "wait") << "with one side away nobody has to come";
    EXPECT_EQ(meetings(d.codes[0]), 1u) << "but it is not called off for the others yet";

    auto const again = says(d.codes[1], "agreed").body();
    EXPECT_EQ(at(again, "duty") + " " + day(again, "due"), "attend 2023-11-22") << "a no can be taken back as well";
    EXPECT_EQ(meetings(d.codes[1]), 1u);
    EXPECT_TRUE(sound());
}

TEST_P(Resident, article_23_who_ends_the_mediation_is_not_asked_to_sign)
{
    Carried d(town, Carried::agreed_to());
    d.in_the_room();
    auto const agreement = drafted(d, paper(d, {{1, "2023-12-16"}}));
    for (auto const& party : d.parties) d.does(town.mediator, "POST", agreement + "/links", {{"party", party}, {"way", "phone"}});
    EXPECT_EQ(at(matter(d.codes[1]), "duty"), "sign");
    auto const view = says(d.codes[1], "refused").body();
    EXPECT_EQ(at(view, "duty") + at(view, "due"), "wait");
    EXPECT_TRUE(view.at("signing").is_null());
    auto const other = matter(d.codes[0]);
    EXPECT_EQ(at(other, "duty"), "wait");
    EXPECT_FALSE(other.at("signing").at("may_sign").as_bool()) << "what all are not party to cannot be signed";
}

TEST_P(Resident, article_31_what_was_agreed_in_part_is_owed_by_who_ends_the_rest)
{
    Carried d(town, Carried::agreed_to());
    d.in_the_room();
    auto const issue = d.does(town.mediator, "POST", "/issues", {{"title", "水管谁修"}}).at("dispute").at("room").at("issues").at(0).at("id");
    d.does(town.mediator, "POST", "/issues", {{"title", "天花板谁赔"}});
    auto text = paper(d, {{1, "2023-12-16"}});
    text["partial"] = true;
    text["issues"] = json::array{issue};
    signed_and_sealed(d, drafted(d, std::move(text)));
    meets(d);
    EXPECT_EQ(at(matter(d.codes[1]), "duty"), "attend");
    auto const view = says(d.codes[1], "refused").body();
    EXPECT_EQ(at(view, "duty") + " " + day(view, "due"), "perform 2023-12-16");
    EXPECT_TRUE(view.at("meetings").as_array().empty());
}

TEST_P(Resident, a_party_outside_an_agreement_reads_nothing_of_it)
{
    Carried d(town, Carried::agreed_to());
    d.in_the_room();
    ASSERT_TRUE(agrees(d, {0, 1}).well());
    auto const inside = matter(d.codes[1]), outside = matter(d.codes[2]);
    EXPECT_EQ(inside.at("promises").as_array().size(), 1u);
    EXPECT_TRUE(inside.at("agreed_in_part").as_bool());
    EXPECT_TRUE(outside.at("promises").as_array().empty());
    EXPECT_TRUE(outside.at("agreement_effective_at").is_null());
    EXPECT_FALSE(outside.at("agreed_in_part").as_bool());
    EXPECT_EQ(json::serialize(outside).find("支付修理费"), std::string::npos);
    EXPECT_EQ(outside.at("milestones").as_array().size() + 1, inside.at("milestones").as_array().size()) << "nor that it was made";
}

TEST_P(Resident, who_left_before_is_told_that_it_ended_among_the_others_and_no_more)
{
    Carried d(town, Carried::agreed_to());
    d.in_the_room();
    d.does(town.mediator, "POST", "/departures",
           {{"party", d.parties[2]}, {"reason", town.first_of("termination")}, {"remedies", json::array{town.first_of("remedy")}}});
    ASSERT_TRUE(agrees(d, {0, 1}).well());
    EXPECT_EQ(text_of(d.does(town.mediator, "GET", "").at("dispute").at("stage")), "agreed");
    auto const outside = matter(d.codes[2]);
    EXPECT_TRUE(outside.at("promises").as_array().empty());
    EXPECT_TRUE(outside.at("next_due").is_null()) << "the day of the others' promise";
    EXPECT_NE(at(outside, "stage_says"), at(matter(d.codes[1]), "stage_says"));
    EXPECT_NE(at(outside, "stage_says").find("其他当事人"), std::string::npos);
    EXPECT_EQ(at(outside, "duty"), "nothing");
    EXPECT_FALSE(at(outside, "phone").empty());
    auto const promise = text_of(d.does(town.mediator, "GET", "").at("dispute").at("agreements").at(0).at("obligations").at(0).at("id"));
    d.does(town.mediator, "POST", "/obligations/" + promise + "/performance", {{"in_full", true}, {"evidence", "收条"}});
    EXPECT_EQ(at(matter(d.codes[2]), "stage"), at(outside, "stage")) << "nor whether they keep their promises";
}

TEST_P(Resident, article_26_no_agreement_ends_the_dispute_over_the_head_of_a_willing_party)
{
    Carried d(town, Carried::agreed_to());
    d.in_the_room();
    auto const told = agrees(d, {0, 1}, {{"partial", false}});
    EXPECT_EQ(told.status, 422) << told.text;
    auto const problem = told.body().at("problems").at(0);
    EXPECT_EQ(text_of(problem.at("at")) + " " + text_of(problem.at("code")), "/text/partial party_left_out");
    auto const stands = [&] { return d.does(town.mediator, "GET", "").at("dispute"); };
    ASSERT_TRUE(agrees(d, {0, 1}).well()) << "nobody has said which";
    EXPECT_FALSE(stands().at("agreements").at(0).at("ends_dispute").as_bool());
    EXPECT_EQ(text_of(stands().at("stage")), "mediating");
    ASSERT_TRUE(agrees(d, {0, 2}).well());
    EXPECT_EQ(text_of(stands().at("stage")), "agreed") << "everybody is in one by now";
    EXPECT_TRUE(sound());
}

// --- After a merge -------------------------------------------------------------------------------

TEST_P(Resident, a_party_of_a_merged_request_reads_who_acts_next_where_it_went)
{
    Carried into(town, Town::request()), extra(town, Town::request());
    extra.does(town.clerk, "PUT", "/merge", {{"into", into.id}});
    into.assigned();
    auto const here = matter(extra.codes[1]), there = matter(into.codes[1]);
    EXPECT_FALSE(at(here, "next_says").empty());
    for (auto const* told : {"next_says", "next_due", "person_name", "organisation_name", "phone"}) EXPECT_EQ(here.at(told), there.at(told)) << told;
    EXPECT_EQ(here.at("went_into").at("number"), there.at("number"));
    EXPECT_EQ(here.at("went_into").at("stage_says"), there.at("stage_says"));
    EXPECT_NE(at(here, "duty_says").find(at(there, "number")), std::string::npos);
    EXPECT_TRUE(there.at("went_into").is_null());
    EXPECT_TRUE(sound());
}

TEST_P(Resident, who_is_no_party_where_its_request_went_learns_whom_to_ask_and_nothing_else)
{
    auto form = Town::request();
    form["parties"] = json::array{Town::party("applicant", "顾真远", "agreed"), Town::party("respondent", "周到", {})};
    Carried into(town, Town::request()), extra(town, form);
    extra.does(town.clerk, "PUT", "/merge", {{"into", into.id}});
    into.assigned();
    auto const view = matter(extra.codes[1]);
    EXPECT_TRUE(view.at("went_into").is_null());
    EXPECT_EQ(at(view, "next_says") + at(view, "person_name"), "");
    EXPECT_EQ(at(view, "organisation_name"), "迎宾司法所");
    EXPECT_EQ(at(view, "phone"), "0990-6000000");
    EXPECT_FALSE(matter(extra.codes[0]).at("went_into").is_null()) << "the other one is a party of both";
}

// --- My word -------------------------------------------------------------------------------------

TEST_P(Resident, article_17_a_party_agrees_by_its_code_and_the_file_goes_on)
{
    Carried d(town, Town::request());
    d.does(town.clerk, "POST", "/acceptance");
    d.does(town.clerk, "POST", "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
    auto const file = [&] { return d.does(town.clerk, "GET", ""); };
    auto const consent = [&] { return text_of(file().at("dispute").at("parties").at(2).at("consent")); };
    auto const asked = matter(d.codes[2]);
    EXPECT_EQ(at(asked, "duty"), "answer_consent");
    EXPECT_TRUE(asked.at("may_agree").as_bool());
    EXPECT_EQ(asked.at("due"), file().at("next").at("due")) << "so long it is asked";
    EXPECT_EQ(at(matter(d.codes[0]), "duty") + at(matter(d.codes[0]), "due"), "wait");

    EXPECT_EQ(says(d.codes[2], "agreed", "0000").status, 404);
    EXPECT_EQ(says(d.codes[2], "not_asked").status, 422);
    EXPECT_EQ(consent(), "not_asked");
    EXPECT_EQ(text_of(file().at("dispute").at("stage")), "inviting");

    auto const told = says(d.codes[2], "agreed");
    ASSERT_TRUE(told.well()) << told.text;
    EXPECT_EQ(at(told.body(), "my_consent") + " " + at(told.body(), "duty"), "agreed wait");
    EXPECT_FALSE(told.body().at("may_agree").as_bool());
    EXPECT_TRUE(told.body().at("may_refuse").as_bool());
    EXPECT_EQ(consent(), "agreed");
    auto const line = file().at("timeline").at(0);
    EXPECT_EQ(text_of(line.at("deed")) + " " + text_of(line.at("person_name")), "acceptance.consent_recorded 当事人本人");
    EXPECT_NE(json::serialize(line).find(R"({"name":"by","value":"web"})"), std::string::npos) << line;
    EXPECT_EQ(text_of(file().at("dispute").at("stage")), "diverted") << "everybody has agreed";
    EXPECT_EQ(says(d.codes[2], "agreed").field("code"), "consent.same");
    EXPECT_TRUE(sound());
}

TEST_P(Resident, article_17_who_never_asked_refuses_and_only_who_asked_withdraws)
{
    auto form = Town::request();
    form["source"] = "own_initiative";
    form["parties"] = json::array{Town::party("applicant", "顾真远", {}), Town::party("respondent", "马伊布拉", {})};
    Carried d(town, form);
    auto const offered = [&](json::value const& view) {
        std::string all;
        for (auto const* one : {"may_agree", "may_refuse", "may_withdraw"})
            if (view.at(one).as_bool()) all += std::string(one) + " ";
        return all;
    };
    EXPECT_EQ(offered(matter(d.codes[0])), "may_agree may_refuse ");
    EXPECT_EQ(offered(says(d.codes[0], "refused").body()), "may_agree ");
    EXPECT_EQ(says(d.codes[0], "refused").field("code"), "consent.same") << "what is not offered is not taken";
    EXPECT_EQ(offered(says(d.codes[0], "agreed").body()), "may_withdraw ") << "by agreeing itself it has asked";
    EXPECT_EQ(offered(says(d.codes[0], "refused").body()), "may_agree ");
    EXPECT_EQ(offered(matter(d.codes[1])), "may_agree may_refuse ");

    Carried asked(town, Town::request());
    EXPECT_EQ(offered(matter(asked.codes[0])), "may_withdraw ");
}

TEST_P(Resident, who_mediates_and_who_proposes_a_mediator_read_the_language_that_a_party_chooses)
{
    Carried d(town, Carried::agreed_to());
    d.does(town.clerk, "POST", "/acceptance");
    d.does(town.clerk, "POST", "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
    d.does(town.director, "PUT", "/receipt");
    auto const chooses = [&](std::string const& code, std::string const& language) {
        return town.ask(town.nobody, "POST", "/my/language", json::object{{"code", code}, {"language", language}});
    };
    auto const proposed = [&] { return town.ask(town.director, "GET", d.here + "/proposal").text; };
    EXPECT_EQ(proposed().find("维吾尔语"), std::string::npos);
    auto const told = chooses(d.codes[1], "ug");
    ASSERT_TRUE(told.well()) << told.text;
    EXPECT_EQ(at(told.body(), "language"), "ug");
    EXPECT_NE(proposed().find("维吾尔语"), std::string::npos) << proposed();

    d.does(town.director, "PUT", "/assignment", {{"person", shown(town.mediator.person)}, {"chosen_by_parties", true}});
    auto const file = d.does(town.mediator, "GET", "");
    EXPECT_EQ(text_of(file.at("dispute").at("parties").at(1).at("language")), "ug");
    EXPECT_EQ(text_of(file.at("dispute").at("parties").at(0).at("language")), "zh") << "each for itself";
    auto const pages = town.pages();
    EXPECT_TRUE(chooses(d.codes[1], "ug").well());
    EXPECT_EQ(town.pages(), pages) << "the same again is nothing new";
    auto const fresh = text_of(d.does(town.director, "POST", "/parties/" + text_of(d.parties[1]) + "/code").at("code"));
    EXPECT_EQ(at(matter(fresh), "language"), "ug") << "a code that is lost takes no language with it";
    EXPECT_TRUE(sound());
}

TEST_P(Resident, a_matter_that_is_over_needs_no_language)
{
    Carried d(town, Town::request());
    d.does(town.clerk, "POST", "/advice", {{"reason", "law_explained"}, {"advice", counsel}});
    auto const pages = town.pages();
    auto const told = town.ask(town.nobody, "POST", "/my/language", json::object{{"code", d.codes[0]}, {"language", "ug"}});
    EXPECT_EQ(told.status, 409);
    EXPECT_EQ(told.field("code"), "wrong_stage");
    EXPECT_EQ(town.pages(), pages);
    EXPECT_EQ(at(matter(d.codes[0]), "language"), "zh");
}

// The whole /64 of a stranger waits, and not a code: whoever holds one looks from elsewhere.
TEST_P(Resident, who_guesses_codes_waits_and_learns_nothing_from_a_right_one)
{
    static int strangers = 0;
    auto const network = "2001:db8:0:" + std::to_string(++strangers) + "::";
    auto const code = applied("neighbour");
    for (int i = 1; i <= 20; ++i) ASSERT_EQ(looks(network + std::to_string(i), make_receipt_code()).status, 404) << i;
    auto const locked = looks(network + "1", code);
    EXPECT_EQ(locked.status, 429);
    EXPECT_TRUE(std::any_of(locked.headers.begin(), locked.headers.end(), [](auto const& one) { return one.first == "Retry-After" && std::stoi(one.second) > 0; }));
    EXPECT_EQ(looks(network + "1", make_receipt_code()).status, 429) << "a right code and a wrong one are answered alike";
    EXPECT_EQ(looks("2001:db8:1:" + std::to_string(strangers) + "::1", code).status, 200);
    EXPECT_EQ(at(matter(code), "stage"), "requested");
}

INSTANTIATE_TEST_SUITE_P(engines, Resident, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
