// A fault inside a form inside a form is named by its whole way through what was sent, so that
// the page that sent it can mark the field.
#include "town.hpp"

#include <boost/json/value.hpp>
#include <gtest/gtest.h>
#include <list>
#include <set>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::Told;
using ::maple::testing::Town;
using ::maple::testing::text_of;

// The thing that a pointer leads to, made where it is missing: "/request/parties/0/phone".
json::value& at(json::value& form, std::string_view pointer)
{
    auto* here = &form;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        auto const slash = pointer.find('/');
        auto const step = pointer.substr(0, slash);
        pointer = slash == pointer.npos ? std::string_view{} : pointer.substr(slash);
        if (here->is_array()) {
            auto& list = here->get_array();
            auto const n = std::size_t(std::stoul(std::string(step)));
            if (n == list.size()) list.emplace_back(nullptr);
            here = &list.at(n);
        } else {
            if (here->is_null() && step == "0") {
                here = &here->emplace_array().emplace_back(nullptr);
                continue;
            }
            if (here->is_null()) here->emplace_object();
            here = &here->get_object()[step];
        }
    }
    return *here;
}

// Something sound is sent to a door, but for one field.
struct Break {
    std::string_view at;      // which field
    json::value value;        // with what
    std::string_view fault;   // "/text/parties/0 unknown_party"
};

struct NestedForms : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};

    static std::set<std::string> faults(Told const& told)
    {
        std::set<std::string> out;
        if (told.type.starts_with("application/problem+json")) {
            auto const problem = told.body();
            for (auto const& one : problem.at("problems").as_array()) out.insert(text_of(one.at("at")) + " " + text_of(one.at("code")));
        }
        return out;
    }

    // Each break alone is refused, names its field and changes nothing; unbroken it goes well.
    void each(Official const& who, std::string const& path, json::object const& sound, std::vector<Break> const& breaks)
    {
        for (auto const& one : breaks) {
            json::value form = sound;
            at(form, one.at) = one.value;
            auto const pages = town.pages(), words = town.count("words"), receipts = town.count("receipt");
            auto const told = town.ask(who, "POST", path, form.as_object());
            EXPECT_EQ(told.status, 422) << path << " " << one.at << ": " << told.text;
            EXPECT_TRUE(faults(told).contains(std::string(one.fault))) << path << ": " << one.fault << " in " << told.text;
            EXPECT_EQ(town.pages(), pages) << one.at;
            EXPECT_EQ(town.count("words"), words) << one.at;
            EXPECT_EQ(town.count("receipt"), receipts) << one.at;
        }
        auto const told = town.ask(who, "POST", path, sound);
        EXPECT_TRUE(told.well()) << path << ": " << told.text;
    }

    std::string unknown = shown(Key{424242});

    // A dispute in the room, everybody willing and told.
    json::value in_the_room()
    {
        auto const begun = town.well(town.director, "POST", "/disputes", Town::request()).at("file");
        auto const here = "/disputes/" + text_of(begun.at("id"));
        auto const& parties = begun.at("dispute").at("parties").as_array();
        json::array keys;
        for (auto const& one : parties) keys.push_back(one.at("id"));
        town.well(town.director, "POST", here + "/acceptance");
        town.well(town.director, "POST", here + "/consents", {{"party", keys[2]}, {"consent", "agreed"}});
        town.well(town.director, "POST", here + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "complex"}, {"override_reason", "r"}, {"change_reason", "c"}});
        town.well(town.director, "PUT", here + "/receipt");
        town.well(town.director, "PUT", here + "/assignment", {{"person", shown(town.director.person)}});
        return town.well(town.director, "POST", here + "/rights", {{"parties", keys}});
    }

    static json::object paper(json::value const& file)
    {
        auto const key = [&](std::size_t n) { return file.at("dispute").at("parties").at(n).at("id"); };
        auto const promise = [&](json::value due) {
            return json::object{{"from", key(1)}, {"to", key(0)}, {"what", "修好水管"}, {"manner", "transfer"}, {"amount", 1000}, {"due", due}};
        };
        return {{"parties", json::array{key(0), key(1), key(2)}}, {"facts", "楼上漏水"}, {"terms", "修理"},
                {"obligations", json::array{promise("2023-12-01"), promise("2023-12-02"), promise("2023-12-03")}}};
    }

    std::vector<Break> breaks_of_a_paper() const
    {
        return {{"/text/parties/1", json::string(unknown), "/text/parties/1 unknown_party"},
                {"/text/parties/2", 5, "/text/parties/2 not_a_key"},
                {"/text/parties", json::array{}, "/text/parties both_sides_needed"},
                {"/text/facts", "", "/text/facts empty"},
                {"/text/terms", 1, "/text/terms not_text"},
                {"/text/copies", 0, "/text/copies out_of_range"},
                {"/text/mood", "bad", "/text/mood unknown_field"},
                {"/text/obligations/2/due", "2023-11-01", "/text/obligations/2/due in_the_past"},
                {"/text/obligations/2/due", "2023-02-29", "/text/obligations/2/due not_a_date"},
                {"/text/obligations/0/from", json::string(unknown), "/text/obligations/0/from not_of_the_agreement"},
                {"/text/obligations/1/to", json::string(unknown), "/text/obligations/1/to not_of_the_agreement"},
                {"/text/obligations/1/amount", nullptr, "/text/obligations/1/amount amount_needed"},
                {"/text/obligations/1/amount", -1, "/text/obligations/1/amount amount_below_zero"},
                {"/text/obligations/0/manner", "magic", "/text/obligations/0/manner not_a_choice"}};
    }

    // Of a request that lies at a place of the form.
    std::vector<Break> breaks_of_a_request(std::string_view place) const
    {
        static std::list<std::string> kept;  // what string_views point at
        auto const in = [&](std::string_view rest) -> std::string_view { return kept.emplace_back(std::string(place) + std::string(rest)); };
        auto const minor = json::object{{"side", "applicant"}, {"kind", "person"}, {"name", "小满"}, {"birth_date", "2015-01-01"}};
        return {{in("/kind"), "quarrel", in("/kind unknown_kind")},
                {in("/place"), "999999999999", in("/place unknown_division")},
                {in("/facts"), "", in("/facts empty")},
                {in("/amount"), Fen::most + 1, in("/amount amount_too_large")},
                {in("/marks/0"), "storm", in("/marks/0 not_a_choice")},
                {in("/happened_at"), "2023-11-21T09:00:00+08:00", in("/happened_at in_the_future")},
                {in("/parties"), json::array{}, in("/parties party_needed")},
                {in("/parties/0/phone"), "12", in("/parties/0/phone not_a_phone")},
                {in("/parties/0/side"), "respondent", in("/parties applicant_needed")},
                {in("/parties/1/name"), "马\n伊布拉", in("/parties/1/name line_break")},
                {in("/parties/1/id_number"), "990203197001011230", in("/parties/1/id_number id_check_digit")},
                {in("/parties/1/credit_code"), "91650200MA00000000", in("/parties/1/credit_code only_for_an_organisation")},
                {in("/parties/0/birth_date"), "2050-01-01", in("/parties/0/birth_date in_the_future")},
                {in("/parties/0"), minor, in("/parties/0/guardian guardian_needed")},
                {in("/parties/0/guardian"), json::object{{"name", "李"}, {"relation", "母亲"}, {"phone", "x"}}, in("/parties/0/guardian/phone not_a_phone")},
                {in("/parties/1/members"), json::array{json::object{{"name", "a"}, {"phone", "1"}}}, in("/parties/1/members only_for_a_group")}};
    }
};

TEST_P(NestedForms, of_an_agreement_are_named_below_its_text)
{
    auto const file = in_the_room();
    auto const here = "/disputes/" + text_of(file.at("id"));
    each(town.director, here + "/agreements", {{"text", paper(file)}}, breaks_of_a_paper());
}

TEST_P(NestedForms, of_an_oral_agreement_are_named_below_its_text)
{
    auto const file = in_the_room();
    auto const here = "/disputes/" + text_of(file.at("id"));
    each(town.director, here + "/oral-agreements", {{"text", paper(file)}}, breaks_of_a_paper());
}

TEST_P(NestedForms, of_an_agreement_are_named_all_at_once)
{
    auto const file = in_the_room();
    auto text = paper(file);
    text["obligations"].as_array()[0].as_object()["due"] = "2023-11-01";
    text["obligations"].as_array()[2].as_object()["amount"] = nullptr;
    text["obligations"].as_array()[2].as_object()["to"] = text["obligations"].at(2).at("from");
    auto const told = town.ask(town.director, "POST", "/disputes/" + text_of(file.at("id")) + "/agreements", json::object{{"text", text}});
    EXPECT_EQ(faults(told), (std::set<std::string>{"/text/obligations/0/due in_the_past", "/text/obligations/2/amount amount_needed",
                                                   "/text/obligations/2/to owes_itself"}));
}

TEST_P(NestedForms, of_a_record_on_the_spot_are_named_below_its_request_and_its_promises)
{
    json::object sound{{"request", Town::request()}, {"methods", json::array{"outside_help"}}, {"record", "当场说开了"}, {"terms", "修好水管"},
                       {"all_agreed_and_told", true}, {"no_conflict", true},
                       {"promises", json::array{json::object{{"from", 1}, {"to", 0}, {"what", "修好水管"}, {"manner", "repair"}, {"due", "2023-12-01"}},
                                                json::object{{"from", 2}, {"to", 0}, {"what", "赔偿"}, {"manner", "cash"}, {"amount", 500}}}}};
    auto breaks = breaks_of_a_request("/request");
    for (auto const& one : std::initializer_list<Break>{
             {"/methods/0", "magic", "/methods/0 not_in_the_book"},
             {"/record", "", "/record empty"},
             {"/promises/0/from", 7, "/promises/0/from unknown_party"},
             {"/promises/0/from", 51, "/promises/0/from out_of_range"},
             {"/promises/1/to", 2, "/promises/1/to owes_itself"},
             {"/promises/1/amount", nullptr, "/promises/1/amount amount_needed"},
             {"/promises/0/due", "2023-11-01", "/promises/0/due in_the_past"},
             {"/request/parties", json::array{Town::party("applicant", "顾真远", "agreed"), Town::party("applicant", "安小满", "agreed"), Town::party("applicant", "柳成荫", "agreed")},
              "/request/parties both_sides_needed"},
             {"/organisation", json::string(unknown), "/organisation unknown_organisation"},
             {"/all_agreed_and_told", false, "/all_agreed_and_told consent_and_rights_first"},
             {"/no_conflict", false, "/no_conflict disclosure_first"}})
        breaks.push_back(one);
    sound["organisation"] = shown(town.committee);
    std::erase_if(breaks, [](Break const& one) { return one.at == "/request/parties" && one.value.as_array().empty(); });
    each(town.director, "/disputes/on-the-spot", sound, breaks);
}

TEST_P(NestedForms, of_a_triage_are_named_below_its_request)
{
    auto const lead = town.well(town.informant, "POST", "/leads", {{"place", "650203007001"}, {"kind", "neighbour"}, {"urgency", "soon"}, {"words", "楼道里吵架"}});
    auto breaks = breaks_of_a_request("/request");
    breaks.push_back({"/outcome", "", "/outcome empty"});
    breaks.push_back({"/dispute", json::string(unknown), "/dispute only_for_a_merger"});
    breaks.push_back({"/status", "merged", "/request only_for_a_new_request"});
    breaks.push_back({"/status", "no_dispute", "/request only_for_a_new_request"});
    breaks.push_back({"/status", "solved_on_the_spot", "/request only_for_a_new_request"});
    breaks.push_back({"/status", "reported", "/request only_for_a_new_request"});
    breaks.push_back({"/request", nullptr, "/request missing"});
    each(town.director, "/leads/" + text_of(lead.at("id")) + "/triage",
         {{"status", "became_request"}, {"outcome", "已受理"}, {"request", Town::request()}}, breaks);
}

TEST_P(NestedForms, of_a_lead_that_is_merged_are_named_where_they_are)
{
    auto const lead = town.well(town.informant, "POST", "/leads", {{"place", "650203007001"}, {"kind", "neighbour"}, {"urgency", "soon"}, {"words", "楼道里吵架"}});
    auto const known = town.well(town.director, "POST", "/disputes", Town::request()).at("file").at("id");
    each(town.director, "/leads/" + text_of(lead.at("id")) + "/triage", {{"status", "merged"}, {"outcome", "已在办理"}, {"dispute", known}},
         {{"/dispute", json::string(unknown), "/dispute unknown_dispute"},
          {"/dispute", nullptr, "/dispute missing"},
          {"/status", "no_dispute", "/dispute only_for_a_merger"},
          {"/status", "solved_on_the_spot", "/dispute only_for_a_merger"},
          {"/status", "became_request", "/dispute only_for_a_merger"},
          {"/request", Town::request(), "/request only_for_a_new_request"}});
}

TEST_P(NestedForms, of_a_referral_are_named_below_its_request)
{
    auto breaks = breaks_of_a_request("/request");
    breaks.push_back({"/answer_by", "2023-11-01", "/answer_by in_the_past"});
    breaks.push_back({"/court_stage", "before_filing", "/court_stage only_for_a_court"});
    each(town.officer, "/referrals", {{"reference", "公调 1 号"}, {"consent_stated", true}, {"request", Town::request()}}, breaks);
}

TEST_P(NestedForms, of_a_request_and_of_a_further_party_are_named_where_they_are)
{
    each(town.director, "/disputes", Town::request(), breaks_of_a_request(""));
    auto const file = town.well(town.director, "POST", "/disputes", Town::request()).at("file");
    each(town.director, "/disputes/" + text_of(file.at("id")) + "/parties", {{"party", Town::party("respondent", "安小满", {})}},
         {{"/party/phone", "12", "/party/phone not_a_phone"},
          {"/party/name", "a\nb", "/party/name line_break"},
          {"/party/id_number", "990203197001011230", "/party/id_number id_check_digit"},
          {"/party/guardian", json::object{{"name", "李"}, {"relation", "母亲"}, {"phone", "x"}}, "/party/guardian/phone not_a_phone"}});
}

TEST_P(NestedForms, of_a_visit_and_of_a_session_are_named_in_their_lists)
{
    auto const file = in_the_room();
    auto const here = "/disputes/" + text_of(file.at("id"));
    auto const key = [&](std::size_t n) { return file.at("dispute").at("parties").at(n).at("id"); };
    json::array const all{key(0), key(1), key(2)};
    town.well(town.director, "POST", here + "/disclosures");
    each(town.director, here + "/records", {{"kind", "joint"}, {"parties", all}, {"record", "谈成了"}, {"result", "success"}},
         {{"/parties/1", json::string(unknown), "/parties/1 unknown_party"},
          {"/parties/2", key(0), "/parties/2 party_twice"},
          {"/participants/0", json::string(unknown), "/participants/0 unknown_participant"},
          {"/methods/0", "magic", "/methods/0 not_in_the_book"},
          {"/session", json::string(unknown), "/session unknown_session"},
          {"/place", "a\nb", "/place line_break"}});
    each(town.director, here + "/participants", {{"role", "亲属"}, {"name", "安小满"}, {"consented", all}},
         {{"/consented/1", json::string(unknown), "/consented/1 unknown_party"}});
    each(town.director, here + "/oral-agreements", {{"text", paper(file)}}, {});
    auto const agreed = town.well(town.director, "GET", here);
    for (auto const& one : agreed.at("dispute").at("agreements").at(0).at("obligations").as_array())
        town.well(town.director, "POST", here + "/obligations/" + text_of(one.at("id")) + "/performance", {{"in_full", true}, {"evidence", "收条"}});
    auto const answer = json::object{{"party", key(0)}, {"satisfaction", "satisfied"}};
    each(town.director, here + "/visits", {{"by", "phone"}, {"answers", json::array{answer}}, {"findings", "满意"}},
         {{"/answers/0/party", json::string(unknown), "/answers/0/party unknown_party"},
          {"/answers/0/satisfaction", "delighted", "/answers/0/satisfaction not_a_choice"},
          {"/answers/1", answer, "/answers/1/party party_twice"}});
}

TEST_P(NestedForms, of_an_account_are_named_in_its_roles)
{
    auto const person = town.well(town.administrator, "POST", "/people",
        {{"organisation", shown(town.committee)}, {"name", "王明"}, {"serves_as", json::array{"mediator"}}, {"certificate", "C-9"}});
    each(town.administrator, "/accounts", {{"person", person.at("id")}, {"username", "wangming"}, {"roles", json::array{
             json::object{{"role", "mediator"}, {"organisation", shown(town.committee)}}}}},
         {{"/roles/0/organisation", json::string(unknown), "/roles/0/organisation unknown_organisation"},
          {"/roles/0/role", "king", "/roles/0/role not_a_choice"},
          {"/username", "wang\nming", "/username line_break"}});
}

INSTANTIATE_TEST_SUITE_P(engines, NestedForms, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
