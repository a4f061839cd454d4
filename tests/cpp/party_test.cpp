// What was written down of a party and is mended later; a child whom somebody may have harmed and for whom
// nobody may act; and who is still a child when a dispute begins anew. Through the doors, on both engines.
#include "app/replay.hpp"
#include "carried.hpp"

#include <gtest/gtest.h>
#include <set>

namespace maple {
namespace {

using ::maple::testing::Carried;
using ::maple::testing::Official;
using ::maple::testing::Town;
using ::maple::testing::text_of;

struct Entry : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};

    // Two neighbours, both willing; the respondent as it is told here.
    static json::object form(json::object respondent)
    {
        auto form = Town::request();
        form["parties"] = json::array{Town::party("applicant", "顾真远", "agreed"), std::move(respondent)};
        return form;
    }
    static json::object child(std::optional<json::object> guardian, std::string side = "respondent")
    {
        auto child = Town::party(side, "柳小满", "agreed");
        child["birth_date"] = "2012-05-06";
        if (guardian) child["guardian"] = *guardian;
        return child;
    }
    static json::object guardian(bool accused) { return {{"name", "柳大山"}, {"phone", "13800009999"}, {"relation", "父亲"}, {"accused", accused}}; }

    void verify()
    {
        for (auto const& one : app::verify(*town.store, town.book, town.vault).differences) ADD_FAILURE() << one.what << " " << one.which << " " << one.says;
    }
    static std::string mend(Carried const& d, std::size_t n) { return "/parties/" + text_of(d.parties[n]) + "/amendments"; }
    static json::value party(json::value const& file, std::size_t n) { return file.at("dispute").at("parties").at(n); }
    static std::string code(testing::Told const& told) { return told.well() ? "" : told.field("code"); }
};

TEST_P(Entry, who_came_in_without_a_number_gets_one_and_speaks_by_its_receipt)
{
    auto silent = Town::party("respondent", "马伊布拉", {});
    silent.erase("phone");
    Carried d(town, form(silent));
    json::object const yes{{"code", d.codes[1]}, {"phone_tail", "7788"}, {"consent", "agreed"}};
    EXPECT_EQ(code(town.ask(town.nobody, "POST", "/my/consent", yes)), "receipt.no_phone");

    EXPECT_EQ(town.ask(town.clerk, "POST", d.here + mend(d, 1), json::object{{"reason", "本人来电"}, {"phone", "12"}}).status, 422);
    auto const file = d.does(town.clerk, "POST", mend(d, 1), {{"reason", "本人来电"}, {"phone", "13900007788"}, {"address", "汇福家园三栋"}});
    EXPECT_EQ(text_of(party(file, 1).at("phone")), "139****7788");
    EXPECT_EQ(text_of(file.at("timeline").at(0).at("deed")), "acceptance.party_amended");
    EXPECT_EQ(code(town.ask(town.nobody, "POST", "/my/consent", yes)), "");
    verify();
}

TEST_P(Entry, the_desk_and_the_appointed_mediator_mend_it_and_nobody_else)
{
    auto d = Carried(town, Carried::agreed_to()).assigned();
    json::object const ask{{"reason", "写错了"}, {"name", "马伊布拉·库尔班"}};
    EXPECT_GE(town.ask(town.colleague, "POST", d.here + mend(d, 1), ask).status, 403);
    EXPECT_EQ(town.ask(town.supervisor, "POST", d.here + mend(d, 1), ask).status, 403);
    EXPECT_EQ(text_of(party(d.does(town.mediator, "POST", mend(d, 1), ask), 1).at("name")), "马伊布拉·库尔班");
    auto const line = town.well(town.clerk, "GET", "/disputes?limit=1").at("disputes").at(0);
    EXPECT_NE(text_of(line.at("parties")).find("马伊布拉·库尔班"), std::string::npos);
    auto const then = town.well(town.clerk, "GET", d.here + "/changes?version=" + std::to_string(d.does(town.clerk, "GET", "").at("version").as_int64() - 1));
    EXPECT_NE(json::serialize(then).find(R"("before":"马伊布拉","after":"马伊布拉·库尔班")"), std::string::npos) << "both are told";
    verify();
}

TEST_P(Entry, an_identity_number_is_entered_where_it_was_missing_and_found_by_its_index)
{
    Carried d(town, form(Town::party("respondent", "马伊布拉", "agreed")));
    auto const before = town.count("identity");
    json::object const ask{{"reason", "出示身份证"}, {"id_number", "650204198512319933"}};
    auto const file = d.does(town.clerk, "POST", mend(d, 1), ask);
    EXPECT_EQ(party(file, 1).at("birth_year").as_int64(), 1985);
    EXPECT_EQ(town.count("identity"), before + 1);
    EXPECT_EQ(code(town.ask(town.clerk, "POST", d.here + mend(d, 1), ask)), "form.invalid");
    EXPECT_EQ(town.ask(town.clerk, "POST", d.here + mend(d, 0), json::object{{"reason", "r"}, {"id_number", "650204198512319934"}}).status, 422);
    verify();
}

TEST_P(Entry, every_fault_of_an_amendment_is_told_at_once)
{
    auto known = Town::party("respondent", "马伊布拉", "agreed");
    known["id_number"] = "650204198512319933";
    Carried d(town, form(known));
    auto const faults = [&](json::object ask) {
        auto const told = town.ask(town.clerk, "POST", d.here + mend(d, 1), std::move(ask));
        EXPECT_EQ(told.status, 422) << told.text;
        auto const body = told.body();
        std::multiset<std::string> all;
        for (auto const& one : body.at("problems").as_array()) all.insert(text_of(one.at("at")) + " " + text_of(one.at("code")));
        return all;
    };
    using Faults = std::multiset<std::string>;
    json::object const guardian{{"name", "柳大山"}, {"phone", "34"}};
    EXPECT_EQ(faults({{"phone", "12"}, {"birth_date", "1985-02-30"}, {"id_number", "650204198512319934"}, {"guardian", guardian}}),
              (Faults{"/reason missing", "/phone not_a_phone", "/birth_date not_a_date", "/id_number id_check_digit", "/guardian/phone not_a_phone",
                      "/guardian/relation missing"}));
    EXPECT_EQ(faults({{"reason", "r"}, {"guardian", json::object{{"name", "柳大山"}, {"relation", 5}}}}), (Faults{"/guardian/relation not_text"}))
        << "what cannot be read is not missing as well";
    EXPECT_EQ(faults({{"birth_date", "1985-02-30"}, {"id_number", "650203199001010019"}}), (Faults{"/reason missing", "/birth_date not_a_date"}))
        << "a day that cannot be read is compared with no number";
    EXPECT_EQ(faults({{"reason", "r"}, {"id_number", "650203199001010019"}, {"credit_code", "91650203MA00000009"}}),
              (Faults{"/id_number id_number_known", "/credit_code only_for_an_organisation"})) << "what the file knows and what the rules know";
    verify();
}

TEST_P(Entry, article_29_what_was_signed_is_printed_with_the_name_that_stands_under_it)
{
    auto d = Carried(town, Carried::agreed_to()).in_the_room();
    auto const confirmation = d.docketed();
    auto const agreement = confirmation.substr(12, 13);
    d.does(town.clerk, "POST", mend(d, 1), {{"reason", "写错了"}, {"name", "马依布拉"}});
    auto const page = text_of(d.does(town.mediator, "GET", "/documents/agreement?subject=" + agreement).at("html"));
    EXPECT_NE(page.find("马伊布拉"), std::string::npos);
    EXPECT_EQ(page.find("马依布拉"), std::string::npos);
    EXPECT_NE(text_of(d.does(town.mediator, "GET", "/documents/acceptance_register").at("html")).find("马依布拉"), std::string::npos);
    verify();
}

TEST_P(Entry, cc_19_who_turns_out_to_be_a_child_is_asked_once_more_through_its_guardian)
{
    auto d = Carried(town, form(Town::party("respondent", "柳小满", "agreed"))).in_the_room();
    d.does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", d.parties}, {"record", "r"}, {"result", "success"}});
    auto const promise = json::object{{"from", d.parties[1]}, {"to", d.parties[0]}, {"what", "赔偿"}, {"manner", "cash"}, {"amount", 100000}, {"due", "2023-12-01"}};
    auto const drafted = d.does(town.mediator, "POST", "/agreements", {{"text", json::object{{"parties", d.parties}, {"facts", "漏水"}, {"terms", "赔偿"}, {"obligations", json::array{promise}}}}});
    auto const at = "/agreements/" + text_of(drafted.at("dispute").at("agreements").at(0).at("id"));
    for (auto const& one : d.parties) d.does(town.mediator, "POST", at + "/signatures", {{"party", one}, {"manner", "fingerprint"}});

    auto const mended = d.does(town.mediator, "POST", mend(d, 1), {{"reason", "户口簿"}, {"birth_date", "2012-05-06"}, {"guardian", guardian(false)}});
    EXPECT_EQ(text_of(party(mended, 1).at("capacity")), "limited");
    EXPECT_EQ(text_of(party(mended, 1).at("consent")), "not_asked");
    EXPECT_EQ(mended.at("dispute").at("agreements").at(0).at("signatures").as_array().size(), 1u) << "what the child signed alone is signed anew";
    EXPECT_EQ(text_of(mended.at("next").at("action")), "ask_consent");
    EXPECT_EQ(code(town.ask(town.mediator, "POST", d.here + at + "/mediator-signature", json::object{})), "wrong_stage");
    d.does(town.mediator, "POST", "/consents", {{"party", d.parties[1]}, {"consent", "agreed"}});
    d.does(town.mediator, "POST", at + "/signatures", {{"party", d.parties[1]}, {"manner", "fingerprint"}});
    d.does(town.mediator, "POST", at + "/mediator-signature");
    verify();
}

TEST_P(Entry, min_11_no_seal_comes_under_a_text_whose_guardian_was_accused_after_signing)
{
    auto d = Carried(town, form(child(guardian(false)))).in_the_room();
    d.does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", d.parties}, {"record", "r"}, {"result", "success"}});
    auto const promise = json::object{{"from", d.parties[0]}, {"to", d.parties[1]}, {"what", "赔偿"}, {"manner", "cash"}, {"amount", 100000}, {"due", "2023-12-01"}};
    auto const drafted = d.does(town.mediator, "POST", "/agreements", {{"text", json::object{{"parties", d.parties}, {"facts", "撞伤"}, {"terms", "赔偿"}, {"obligations", json::array{promise}}}}});
    auto const at = "/agreements/" + text_of(drafted.at("dispute").at("agreements").at(0).at("id"));
    for (auto const& one : d.parties) d.does(town.mediator, "POST", at + "/signatures", {{"party", one}, {"manner", "fingerprint"}});
    d.does(town.mediator, "POST", mend(d, 1), {{"reason", "孩子说的"}, {"guardian", json::object{{"accused", true}}}});
    EXPECT_EQ(code(town.ask(town.mediator, "POST", d.here + at + "/mediator-signature", json::object{})), "wrong_stage") << "who speaks for the child is asked first";
    EXPECT_EQ(code(town.ask(town.mediator, "POST", d.here + "/consents", json::object{{"party", d.parties[1]}, {"consent", "agreed"}})), "consent.guardian_accused");
    verify();
}

TEST_P(Entry, cc_18_who_lives_on_its_own_labour_still_does_when_its_number_is_entered)
{
    auto worker = Town::party("respondent", "柳大勇", "agreed");
    worker["birth_date"] = "2006-12-01";
    worker["lives_on_own_labour"] = true;
    Carried d(town, form(worker));
    auto const file = d.does(town.clerk, "POST", mend(d, 1), {{"reason", "出示户口簿"}, {"birth_date", "2006-12-02"}});
    EXPECT_EQ(text_of(party(file, 1).at("capacity")), "full");
}

TEST_P(Entry, min_11_suspected_harm_is_taken_in_and_reported_whoever_may_act_for_the_child)
{
    for (bool const accused : {false, true}) {
        auto ask = form(child(accused ? std::optional(guardian(true)) : std::nullopt));
        EXPECT_EQ(town.ask(town.clerk, "POST", "/disputes", ask).status, 422) << "no harm is suspected: as before";
        ask["marks"] = json::array{"suspected_harm_to_minor"};
        Carried d(town, ask);
        auto file = d.does(town.clerk, "GET", "");
        EXPECT_EQ(text_of(file.at("next").at("action")), "report_risk");
        EXPECT_EQ(text_of(file.at("next").at("article").at("key")), "MIN-11");
        EXPECT_EQ(text_of(file.at("lacks").at(0).at("code")), accused ? "guardian_accused" : "no_guardian");
        EXPECT_EQ(text_of(party(file, 1).at("consent")), "not_asked") << "nobody has agreed for it";
        EXPECT_EQ(code(town.ask(town.clerk, "POST", d.here + "/consents", json::object{{"party", d.parties[1]}, {"consent", "agreed"}})),
                  accused ? "consent.guardian_accused" : "consent.guardian_needed");
        auto const desk = json::serialize(town.well(town.clerk, "GET", "/desk/reminders"));
        EXPECT_NE(desk.find("guardian_missing"), std::string::npos);

        file = d.does(town.clerk, "POST", mend(d, 1), {{"reason", "民政部门指定"}, {"guardian", json::object{{"name", "西门兰"}, {"relation", "祖母"}}}});
        EXPECT_TRUE(file.at("lacks").as_array().empty());
        EXPECT_EQ(text_of(party(file, 1).at("guardian").at("name")), "西门兰");
        EXPECT_TRUE(party(file, 1).at("guardian").at("phone").is_null()) << "the number of the one before is not hers";
        EXPECT_EQ(text_of(file.at("next").at("action")), "report_risk");
        d.does(town.clerk, "POST", "/consents", {{"party", d.parties[1]}, {"consent", "agreed"}});
    }
    verify();
}

TEST_P(Entry, an_accused_guardian_does_not_speak_by_the_childs_receipt)
{
    auto ask = form(child(guardian(true)));
    ask["marks"] = json::array{"suspected_harm_to_minor"};
    Carried d(town, ask);
    json::object const no{{"code", d.codes[1]}, {"phone_tail", "9999"}, {"consent", "refused"}};
    EXPECT_EQ(code(town.ask(town.nobody, "POST", "/my/consent", no)), "receipt.no_match");
}

TEST_P(Entry, of_the_guardian_on_file_one_thing_is_mended_alone)
{
    Carried d(town, form(child(guardian(false))));
    auto const mended = [&](json::object of) { return town.ask(town.clerk, "POST", d.here + mend(d, 1), json::object{{"reason", "核实"}, {"guardian", std::move(of)}}); };
    auto file = mended({{"accused", true}}).body();
    EXPECT_EQ(text_of(party(file, 1).at("guardian").at("name")), "柳大山");
    EXPECT_EQ(text_of(file.at("next").at("action")), "report_risk");
    file = mended({{"phone", "13900001111"}, {"accused", false}}).body();
    EXPECT_EQ(text_of(party(file, 1).at("guardian").at("phone")), "139****1111");
    EXPECT_EQ(text_of(party(file, 1).at("guardian").at("relation")), "父亲");
    EXPECT_EQ(mended({{"name", "西门兰"}}).status, 422) << "another one is somebody to the child, too";
    verify();
}

// Terminated, and begun anew.
struct Anew : Entry {
    json::value reopened(json::object const& first)
    {
        auto d = Carried(town, first).assigned();
        d.does(town.mediator, "POST", "/termination", {{"reason", town.first_of("termination")}, {"remedies", json::array{town.first_of("remedy")}}});
        return d.does(town.director, "POST", "/reopening", {{"reason", town.first_of("reopen")}, {"facts", "又吵起来了"}}).at("file");
    }
};

TEST_P(Anew, cc_19_a_child_without_an_identity_number_is_a_child_still)
{
    auto const one = party(reopened(form(child(guardian(false)))), 1);
    EXPECT_EQ(one.at("birth_year").as_int64(), 2012);
    EXPECT_EQ(text_of(one.at("capacity")), "limited");
    verify();
}

TEST_P(Anew, cc_18_who_lives_on_own_labour_goes_on_acting_alone)
{
    auto worker = Town::party("respondent", "安小满", "agreed");
    worker["birth_date"] = "2007-01-01";
    worker["lives_on_own_labour"] = true;
    auto const one = party(reopened(form(worker)), 1);
    EXPECT_EQ(one.at("birth_year").as_int64(), 2007);
    EXPECT_EQ(text_of(one.at("capacity")), "full");
}

TEST_P(Anew, min_11_a_guardian_who_was_accused_does_not_keep_it_from_beginning_anew)
{
    auto d = Carried(town, form(child(guardian(false)))).assigned();
    auto const accused = d.does(town.mediator, "POST", mend(d, 1), {{"reason", "孩子说的"}, {"guardian", json::object{{"accused", true}}}});
    auto const risk = "/risks/" + text_of(accused.at("dispute").at("risks").at(0).at("id"));
    d.does(town.mediator, "POST", risk + "/report", {{"to", "police"}, {"receipt", "值班民警，第231号"}});
    d.does(town.mediator, "POST", "/termination", {{"reason", town.first_of("termination")}, {"remedies", json::array{town.first_of("remedy")}}});
    auto const file = d.does(town.director, "POST", "/reopening", {{"reason", town.first_of("reopen")}, {"facts", "又吵起来了"}}).at("file");
    EXPECT_EQ(text_of(file.at("next").at("action")), "report_risk");
    EXPECT_EQ(text_of(file.at("lacks").at(0).at("code")), "guardian_accused");
}

INSTANTIATE_TEST_SUITE_P(engines, Entry, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);
INSTANTIATE_TEST_SUITE_P(engines, Anew, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
