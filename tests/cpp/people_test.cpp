// The people who serve, through the doors and on both engines: engaged, certified, away,
// trained, graded, honoured, complained of, and what each reader sees of it.
#include "app/replay.hpp"
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::Told;
using ::maple::testing::Town;
using ::maple::testing::text_of;
using json::array;
using json::object;

struct People : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};

    std::string at(Official const& who, std::string_view more = "") const { return "/people/" + shown(who.person) + std::string(more); }
    json::value page(Official const& reader, Official const& of) { return town.well(reader, "GET", at(of)); }
    void later(int days) { town.now = plus_seconds(town.now, days * 86'400); }
    std::string today() const { return iso(date_in_beijing(town.now)); }
    std::string in_days(int n) const { return iso(plus_days(date_in_beijing(town.now), n)); }

    std::string refused(int status, Official const& who, std::string verb, std::string path, object const& body = {})
    {
        auto const told = town.ask(who, std::move(verb), path, body);
        EXPECT_EQ(told.status, status) << path << ": " << told.text;
        if (told.well()) return "";
        auto const said = told.body();
        auto const* faults = said.as_object().if_contains("problems");
        if (faults && !faults->as_array().empty()) return text_of(faults->at(0).at("code"));
        return text_of(said.at("code"));
    }

    object engaging(std::string manner = "engaged") const
    {
        object form{{"manner", manner}, {"since", "2021-03-01"}, {"born", "1975-05-04"}};
        if (manner == "elected") form["body"] = "residents_meeting";
        return form;
    }
    void engage(Official const& who, std::string manner = "engaged") { town.well(town.director, "POST", at(who, "/engagements"), engaging(std::move(manner))); }
    object description() const
    {
        return {{"staffing", "full_time"}, {"labels", array{"lawyer"}}, {"languages", array{"zh", "ug"}}, {"skills", array{"neighbour"}},
                {"areas", array{"650203007"}}, {"subsidy_eligible", true}};
    }
    // A dispute in the mediator's chair.
    std::string dispute_in_the_room()
    {
        auto const file = town.well(town.clerk, "POST", "/disputes", Town::request()).at("file");
        auto const here = "/disputes/" + text_of(file.at("id"));
        auto const parties = file.at("dispute").at("parties").as_array();
        town.well(town.clerk, "POST", here + "/acceptance");
        town.well(town.clerk, "POST", here + "/consents", {{"party", parties[2].at("id")}, {"consent", "agreed"}});
        town.well(town.clerk, "POST", here + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
        town.well(town.director, "PUT", here + "/receipt");
        appoint(here);
        return here;
    }
    void appoint(std::string const& here) { town.well(town.director, "PUT", here + "/assignment", {{"person", shown(town.mediator.person)}, {"reason", "r"}}); }

    std::string complain(std::string kind = "took_sides")
    {
        return text_of(town.well(town.clerk, "POST", at(town.mediator, "/complaints"),
                                 {{"kind", kind}, {"brought_by", "party"}, {"words", "偏向对方"}, {"complainant", "顾真远"}, {"contact", "13800002046"}}).at("id"));
    }
    void verified()
    {
        for (auto const& one : app::verify(*town.store, town.book, town.vault).differences) ADD_FAILURE() << one.what << " " << one.which << ": " << one.says;
    }
};

TEST_P(People, a_mediator_is_engaged_described_and_seen_by_each_reader_as_far_as_he_may)
{
    engage(town.mediator);
    town.well(town.director, "PUT", at(town.mediator, "/description"), description());
    auto const seen = page(town.colleague, town.mediator);
    EXPECT_EQ(text_of(seen.at("engaged")), "engaged");
    EXPECT_EQ(text_of(seen.at("staffing")), "full_time");
    EXPECT_EQ(text_of(seen.at("labels").at(0).at("key")), "lawyer");
    EXPECT_EQ(text_of(seen.at("languages").at(1).at("key")), "ug");
    for (auto const hidden : {"absences", "training", "subsidy_eligible", "in_hand", "complaints"})
        EXPECT_TRUE(seen.at(hidden).is_null()) << hidden << " is not for a colleague";
    auto const own = page(town.mediator, town.mediator);
    EXPECT_FALSE(own.at("training").is_null());
    EXPECT_TRUE(own.at("complaints").is_null());
    EXPECT_EQ(page(town.director, town.mediator).at("complaints").as_int64(), 0);
    EXPECT_EQ(refused(404, town.elsewhere, "GET", at(town.mediator)), "person.unknown");
    EXPECT_EQ(refused(404, town.informant, "GET", at(town.director)), "person.unknown");
    EXPECT_EQ(text_of(page(town.informant, town.informant).at("name")), "informant") << "one's own page is always open";
    verified();
}

TEST_P(People, a_new_mediator_is_registered_and_engaged_in_one_stroke)
{
    auto form = engaging();
    form["organisation"] = shown(town.committee);
    form["name"] = "安小满";
    form["languages"] = array{"zh"};
    form["skills"] = array{"neighbour"};
    auto const made = town.well(town.director, "POST", "/mediators", form);
    EXPECT_EQ(text_of(made.at("engaged")), "engaged");
    EXPECT_EQ(text_of(made.at("serves_as").at(0).at("key")), "mediator");
    EXPECT_TRUE(made.at("certificate").is_null());
    auto young = form;
    young["born"] = "2010-01-01";
    EXPECT_EQ(refused(422, town.director, "POST", "/mediators", young), "not_adult");
    auto office = form;
    office["organisation"] = shown(town.office);
    EXPECT_EQ(refused(422, town.director, "POST", "/mediators", office), "no_committee");
    EXPECT_EQ(refused(403, town.elsewhere, "POST", "/mediators", form), "not_allowed");
    EXPECT_EQ(refused(403, town.mediator, "POST", "/mediators", form), "not_allowed");
    EXPECT_EQ(refused(403, town.informant, "POST", "/mediators", form), "not_allowed");
    verified();
}

TEST_P(People, one_chooses_ones_own_languages_and_others_say_what_one_is)
{
    town.well(town.director, "PUT", at(town.mediator, "/description"), description());
    auto mine = description();
    mine["languages"] = array{"ug"};
    EXPECT_EQ(text_of(town.well(town.mediator, "PUT", at(town.mediator, "/description"), mine).at("languages").at(0).at("key")), "ug");
    mine["labels"] = array{"chief_mediator"};
    EXPECT_EQ(refused(403, town.mediator, "PUT", at(town.mediator, "/description"), mine), "not_allowed");
    EXPECT_EQ(refused(403, town.colleague, "PUT", at(town.mediator, "/description"), description()), "not_allowed");
    auto odd = description();
    odd["languages"] = array{"fr"};
    EXPECT_EQ(refused(422, town.director, "PUT", at(town.mediator, "/description"), odd), "unknown_language");
    verified();
}

TEST_P(People, an_engagement_ends_and_the_person_is_no_mediator_any_more)
{
    engage(town.mediator);
    EXPECT_EQ(refused(409, town.director, "POST", at(town.mediator, "/engagements"), engaging()), "engagement.already");
    auto const engagement = text_of(page(town.director, town.mediator).at("engagements").at(0).at("id"));
    EXPECT_EQ(refused(403, town.mediator, "POST", at(town.mediator, "/engagements/" + engagement + "/ending")), "not_allowed");
    auto const after = town.well(town.director, "POST", at(town.mediator, "/engagements/" + engagement + "/ending"), {{"term_over", true}});
    EXPECT_EQ(text_of(after.at("engaged")), "none");
    EXPECT_TRUE(after.at("serves_as").as_array().empty());
    verified();
}

// --- Certificates --------------------------------------------------------------------------------

TEST_P(People, a_certificate_runs_out_is_renewed_and_answers_everybody_with_valid_or_not)
{
    auto const issue = [&](object form) { return town.ask(town.supervisor, "POST", at(town.mediator, "/certificates"), form); };
    EXPECT_EQ(refused(404, town.mediator, "GET", at(town.mediator, "/card")), "certificate.no_card") << "only the roll knows of it";
    EXPECT_EQ(refused(422, town.supervisor, "POST", at(town.mediator, "/certificates"), {{"number", "调证00001"}}), "training_first");
    EXPECT_TRUE(issue({{"number", "调证00001"}, {"valid_until", in_days(30)}, {"reason", "新任"}}).well());
    EXPECT_EQ(refused(403, town.director, "POST", at(town.mediator, "/certificates"), {{"number", "调证00001"}}), "not_allowed") << "the bureau issues";
    EXPECT_EQ(refused(422, town.supervisor, "POST", at(town.colleague, "/certificates"), {{"number", "调证00001"}, {"reason", "r"}}), "number_taken");

    auto const card = town.well(town.mediator, "GET", at(town.mediator, "/card"));
    auto const link = text_of(card.at("link"));
    auto const code = link.substr(link.rfind('/') + 1);
    EXPECT_EQ(refused(403, town.colleague, "GET", at(town.mediator, "/card")), "not_allowed");
    auto const check = [&](std::string const& asked) { return town.ask(town.nobody, "POST", "/check", object{{"code", asked}}).text; };
    EXPECT_EQ(check(code), R"({"valid":true})");
    EXPECT_EQ(check("23456789ABCDEFGHJKMN"), R"({"valid":false})");

    EXPECT_EQ(text_of(page(town.colleague, town.mediator).at("certificate").at("state")), "expires_soon");
    later(31);
    EXPECT_EQ(text_of(page(town.colleague, town.mediator).at("certificate").at("state")), "expired");
    EXPECT_EQ(check(code), R"({"valid":false})");
    EXPECT_TRUE(issue({{"number", "调证00001"}, {"reason", "新任"}}).well());
    EXPECT_EQ(check(code), R"({"valid":false})") << "the old card is no longer the one";
    auto const fresh = text_of(town.well(town.mediator, "GET", at(town.mediator, "/card")).at("link"));
    EXPECT_EQ(check(fresh.substr(fresh.rfind('/') + 1)), R"({"valid":true})");
    town.well(town.supervisor, "POST", at(town.mediator, "/revocation"), {{"reason", "失职"}});
    EXPECT_EQ(check(fresh.substr(fresh.rfind('/') + 1)), R"({"valid":false})");
    EXPECT_EQ(text_of(page(town.colleague, town.mediator).at("certificate").at("state")), "revoked");
    EXPECT_EQ(refused(409, town.supervisor, "POST", at(town.mediator, "/revocation"), {{"reason", "失职"}}), "certificate.none");
    verified();
}

TEST_P(People, a_dispute_goes_to_nobody_whose_certificate_has_run_out_unless_there_is_a_reason)
{
    auto const here = dispute_in_the_room();
    town.well(town.supervisor, "POST", at(town.colleague, "/certificates"), {{"number", "C-2"}, {"valid_until", in_days(1)}, {"reason", "r"}});
    later(2);
    object form{{"person", shown(town.colleague.person)}, {"presiding", false}};
    EXPECT_EQ(refused(422, town.director, "PUT", here + "/assignment", form), "certificate_expired");
    form["reason"] = "换证手续正在办理";
    EXPECT_TRUE(town.ask(town.director, "PUT", here + "/assignment", form).well());
    verified();
}

TEST_P(People, who_guesses_codes_is_soon_told_to_wait)
{
    int waits = 0;
    for (int i = 0; i < 30; ++i) {
        auto const told = town.ask(town.nobody, "POST", "/check", object{{"code", "NOSUCHCODE" + std::to_string(i)}}, {});
        if (told.status == 429) ++waits;
        else EXPECT_EQ(told.text, R"({"valid":false})");
    }
    EXPECT_GT(waits, 0);
}

TEST_P(People, cards_are_made_for_certificates_that_came_in_with_the_roll)
{
    EXPECT_EQ(refused(403, town.director, "POST", "/cards", {{"organisation", shown(town.committee)}}), "not_allowed");
    EXPECT_EQ(town.well(town.supervisor, "POST", "/cards", {{"organisation", shown(town.committee)}}).at("made").as_int64(), 3);
    EXPECT_EQ(town.well(town.supervisor, "POST", "/cards", {{"organisation", shown(town.committee)}}).at("made").as_int64(), 0);
    EXPECT_EQ(text_of(town.well(town.mediator, "GET", at(town.mediator, "/card")).at("number")), "C-mediator");
    EXPECT_EQ(text_of(page(town.mediator, town.mediator).at("certificate").at("state")), "valid");
    verified();
}

// --- Leave ---------------------------------------------------------------------------------------

TEST_P(People, leave_is_entered_by_oneself_or_the_director_and_its_cause_is_for_them)
{
    object const form{{"kind", "sick"}, {"first_day", today()}, {"last_day", in_days(4)}, {"note", "住院"}};
    EXPECT_EQ(refused(403, town.colleague, "POST", at(town.mediator, "/absences"), form), "not_allowed");
    town.well(town.mediator, "POST", at(town.mediator, "/absences"), form);
    auto const seen = town.ask(town.colleague, "GET", at(town.mediator), "");
    EXPECT_TRUE(seen.body().at("away").as_bool());
    EXPECT_EQ(seen.text.find("住院"), std::string::npos);
    EXPECT_EQ(seen.text.find("sick"), std::string::npos);
    auto const led = page(town.director, town.mediator);
    EXPECT_EQ(text_of(led.at("absences").at(0).at("note")), "住院");
    EXPECT_EQ(refused(409, town.director, "POST", at(town.mediator, "/absences"), form), "absence.overlaps");
    auto const absence = text_of(led.at("absences").at(0).at("id"));
    EXPECT_FALSE(town.well(town.director, "POST", at(town.mediator, "/absences/" + absence + "/return")).at("away").as_bool());
    EXPECT_EQ(refused(409, town.director, "POST", at(town.mediator, "/absences/" + absence + "/return")), "absence.over");
    verified();
}

// --- Lists and reminders ----------------------------------------------------------------------------

TEST_P(People, the_list_has_its_filters_and_shows_ones_own_scope)
{
    town.well(town.mediator, "POST", at(town.mediator, "/absences"), {{"kind", "annual"}, {"first_day", today()}, {"last_day", in_days(4)}});
    town.well(town.supervisor, "POST", at(town.colleague, "/certificates"), {{"number", "C-2"}, {"valid_until", in_days(9)}, {"reason", "r"}});
    auto const names = [&](Official const& reader, std::string const& ask) {
        std::set<std::string> met;
        auto const told = town.well(reader, "GET", "/people" + ask);
        for (auto const& one : told.at("people").as_array()) met.insert(text_of(one.at("name")));
        return met;
    };
    using Names = std::set<std::string>;
    EXPECT_EQ(names(town.supervisor, "?away=true"), Names{"mediator"});
    EXPECT_EQ(names(town.supervisor, "?certificate=expires_soon"), Names{"colleague"});
    EXPECT_EQ(names(town.supervisor, "?q=ollea"), Names{"colleague"});
    EXPECT_EQ(names(town.supervisor, "?organisation=" + shown(town.committee)), (Names{"mediator", "colleague", "informant"}));
    EXPECT_EQ(names(town.mediator, ""), (Names{"mediator", "colleague", "informant"}));
    EXPECT_EQ(names(town.elsewhere, ""), Names{"elsewhere"});
    EXPECT_EQ(names(town.supervisor, "?left=true"), Names{});
    EXPECT_EQ(refused(403, town.informant, "GET", "/people"), "not_allowed");
    auto const first = town.well(town.supervisor, "GET", "/people?limit=2");
    EXPECT_EQ(first.at("people").as_array().size(), 2u);
    auto const next = town.well(town.supervisor, "GET", "/people?limit=200&cursor=" + text_of(first.at("cursor")));
    EXPECT_EQ(std::int64_t(next.at("people").as_array().size()) + 2, first.at("found").as_int64());
    EXPECT_EQ(refused(422, town.supervisor, "GET", "/people?cursor=x"), "not_a_cursor");
}

TEST_P(People, what_ends_soon_stands_on_the_desk_of_the_person_the_director_and_the_bureau)
{
    town.well(town.supervisor, "POST", at(town.mediator, "/certificates"), {{"number", "C-1"}, {"valid_until", in_days(40)}, {"reason", "r"}});
    auto const kinds = [&](Official const& reader) {
        std::multiset<std::string> met;
        auto const told = town.well(reader, "GET", "/desk/people-matters");
        for (auto const& one : told.at("matters").as_array())
            if (text_of(one.at("kind")) != "training_lacks") met.insert(text_of(one.at("kind")));
        return met;
    };
    using Kinds = std::multiset<std::string>;
    for (auto const* reader : {&town.mediator, &town.director, &town.supervisor}) EXPECT_EQ(kinds(*reader), Kinds{"certificate_expires"});
    EXPECT_EQ(kinds(town.colleague), Kinds{});
    EXPECT_EQ(kinds(town.elsewhere), Kinds{});
    EXPECT_GE(town.well(town.director, "GET", "/desk").at("people_matters").as_int64(), 1);
    later(41);
    EXPECT_EQ(kinds(town.director), Kinds{"certificate_expired"});
    complain();
    EXPECT_EQ(kinds(town.director), (Kinds{"certificate_expired", "complaint"}));
    EXPECT_EQ(kinds(town.mediator), Kinds{"certificate_expired"});
}

// --- Training, grades, honours ----------------------------------------------------------------------

TEST_P(People, training_is_planned_held_counted_and_who_lacks_hours_is_named_to_those_who_lead)
{
    object const plan{{"organisation", shown(town.committee)}, {"kind", "yearly"}, {"topic", "民法典"}, {"day", today()}, {"hours", 24}};
    EXPECT_EQ(refused(403, town.mediator, "POST", "/trainings", plan), "not_allowed");
    auto const training = "/trainings/" + text_of(town.well(town.director, "POST", "/trainings", plan).at("id"));
    object const held{{"day", today()}, {"hours", 24}, {"attended", array{object{{"person", shown(town.mediator.person)}, {"hours", 24}}}}};
    EXPECT_EQ(refused(403, town.mediator, "PUT", training + "/attendance", held), "not_allowed");
    town.well(town.director, "PUT", training + "/attendance", held);
    EXPECT_EQ(page(town.mediator, town.mediator).at("training").at("hours").as_int64(), 24);
    object strangers = held;
    strangers["attended"] = array{object{{"person", shown(town.elsewhere.person)}, {"hours", 24}}};
    EXPECT_EQ(refused(422, town.director, "PUT", training + "/attendance", strangers), "unknown_person");
    auto const lacking = town.well(town.director, "GET", "/training-hours?lacking=true&organisation=" + shown(town.committee));
    for (auto const& line : lacking.at("lines").as_array()) EXPECT_NE(text_of(line.at("name")), "mediator");
    EXPECT_EQ(lacking.at("people").as_int64() - lacking.at("lacking").as_int64(), 1);
    auto const of_year = town.well(town.mediator, "GET", "/trainings");
    EXPECT_EQ(of_year.at("held_hours").as_int64(), 24);
    EXPECT_EQ(refused(404, town.elsewhere, "GET", training), "training.unknown");
    EXPECT_EQ(refused(409, town.director, "POST", training + "/calling-off", {{"reason", "r"}}), "training.held");
    // Trained, and so certified without a reason.
    EXPECT_TRUE(town.ask(town.supervisor, "POST", at(town.mediator, "/certificates"), object{{"number", "C-9"}}).well());
    verified();
}

TEST_P(People, a_grade_shows_its_numbers_to_the_bureau_and_the_person_and_to_nobody_else)
{
    engage(town.mediator);
    auto const grades = at(town.mediator, "/grades");
    for (auto const* other : {&town.director, &town.colleague, &town.clerk}) EXPECT_EQ(refused(403, *other, "GET", grades), "not_allowed");
    EXPECT_FALSE(town.well(town.mediator, "GET", grades).at("grades").as_array().empty());
    auto const seen = town.well(town.supervisor, "GET", grades);
    EXPECT_TRUE(seen.at("proposed").is_null());
    EXPECT_EQ(refused(422, town.supervisor, "POST", grades, {{"grade", "four"}}), "criteria_not_met");
    auto const granted = town.well(town.supervisor, "POST", grades, {{"grade", "four"}, {"reason", "破格"}});
    EXPECT_EQ(text_of(granted.at("granted").at(0).at("reason")), "破格");
    EXPECT_FALSE(granted.at("granted").at(0).at("findings").as_array().empty());
    EXPECT_EQ(text_of(page(town.colleague, town.mediator).at("grade").at("grade")), "four");
    EXPECT_EQ(refused(403, town.director, "POST", grades, {{"grade", "four"}}), "not_allowed");
    EXPECT_EQ(refused(403, town.director, "GET", "/grade-proposals"), "not_allowed");
    EXPECT_TRUE(town.well(town.supervisor, "GET", "/grade-proposals").at("proposals").as_array().empty());
    auto const grade = text_of(granted.at("granted").at(0).at("held").at("id"));
    town.well(town.supervisor, "POST", grades + "/" + grade + "/withdrawal", {{"reason", "误评"}});
    EXPECT_TRUE(page(town.colleague, town.mediator).at("grade").is_null());
    verified();
}

TEST_P(People, honours_of_persons_and_organisations_stand_on_the_wall_for_everybody)
{
    object const of_person{{"honour", "national_model_mediator"}, {"person", shown(town.mediator.person)}, {"year", 2020}};
    object const of_committee{{"honour", "region_outstanding_committee"}, {"organisation", shown(town.committee)}, {"year", 2021}, {"certificate", "新司奖〔2021〕3号"}};
    EXPECT_EQ(refused(403, town.director, "POST", "/honours", of_person), "not_allowed");
    auto const given = town.well(town.supervisor, "POST", "/honours", of_person);
    EXPECT_EQ(text_of(given.at("giver")), "司法部");
    town.well(town.supervisor, "POST", "/honours", of_committee);
    EXPECT_EQ(refused(409, town.supervisor, "POST", "/honours", of_committee), "honour.already");
    auto const wall = town.well(town.informant, "GET", "/honours");
    EXPECT_EQ(text_of(wall.at("rungs").at(0).at("rung")), "national");
    EXPECT_EQ(text_of(wall.at("rungs").at(1).at("honours").at(0).at("bearer_name")), "汇福调委会");
    EXPECT_FALSE(wall.at("may_give").as_bool());
    EXPECT_EQ(page(town.colleague, town.mediator).at("honours").as_array().size(), 1u);
    for (auto const& rung : wall.at("rungs").as_array())
        town.well(town.supervisor, "POST", "/honours/" + text_of(rung.at("honours").at(0).at("id")) + "/withdrawal", {{"reason", "误登"}});
    EXPECT_TRUE(town.well(town.informant, "GET", "/honours").at("rungs").as_array().empty());
    verified();
}

// --- Complaints ----------------------------------------------------------------------------------------

TEST_P(People, article_15_a_complaint_takes_its_course_and_its_words_stay_with_those_who_examine_it)
{
    auto const id = complain();
    auto const here = "/complaints/" + id;
    auto const entered = town.ask(town.clerk, "GET", here, "");
    EXPECT_TRUE(entered.well());
    EXPECT_EQ(entered.text.find("偏向对方"), std::string::npos) << "who wrote it down does not examine it";
    auto const own = town.ask(town.mediator, "GET", here, "");
    EXPECT_EQ(own.text.find("偏向对方"), std::string::npos);
    EXPECT_EQ(own.text.find("顾真远"), std::string::npos);
    auto const led = town.ask(town.director, "GET", here, "");
    EXPECT_NE(led.text.find("偏向对方"), std::string::npos);
    EXPECT_NE(led.text.find("138****2046"), std::string::npos);
    EXPECT_EQ(led.text.find("13800002046"), std::string::npos);
    EXPECT_EQ(text_of(town.well(town.director, "POST", here + "/contact").at("contact")), "13800002046");
    EXPECT_EQ(refused(403, town.clerk, "POST", here + "/contact"), "not_allowed");
    EXPECT_EQ(refused(404, town.colleague, "GET", here), "complaint.unknown");
    EXPECT_EQ(refused(404, town.elsewhere, "GET", here), "complaint.unknown");

    EXPECT_EQ(refused(409, town.mediator, "POST", here + "/examination", {{"well_founded", false}, {"findings", "没有的事"}}), "complaint.about_oneself");
    EXPECT_EQ(refused(409, town.director, "POST", here + "/outcome", {{"outcome", "criticised"}}), "complaint.not_examined");
    town.well(town.director, "POST", here + "/examination", {{"well_founded", true}, {"findings", "确有不当"}, {"heard", "接受批评"}});
    EXPECT_EQ(refused(422, town.director, "POST", here + "/outcome", {{"outcome", "not_upheld"}}), "was_well_founded");
    town.well(town.director, "POST", here + "/outcome", {{"outcome", "criticised"}, {"note", "两周内改正"}});
    EXPECT_EQ(text_of(town.well(town.mediator, "GET", here).at("outcome")), "criticised");
    town.well(town.director, "POST", here + "/answer", {{"by", "phone"}, {"words", "已批评教育"}});
    EXPECT_EQ(text_of(town.well(town.director, "GET", here).at("status")), "answered");
    EXPECT_TRUE(town.well(town.director, "GET", "/complaints?open=true").at("complaints").as_array().empty());
    EXPECT_FALSE(page(town.mediator, town.mediator).at("removed").as_bool());
    verified();
}

TEST_P(People, article_15_a_party_complains_by_its_receipt_and_reads_the_answer_there)
{
    auto const begun = town.well(town.clerk, "POST", "/disputes", Town::request());
    auto const code = text_of(begun.at("codes").at(0).at("code"));
    auto const matter = [&] { return town.well(town.nobody, "POST", "/my/matter", {{"code", code}}); };
    object const words{{"code", code}, {"phone_tail", "2046"}, {"kind", "took_sides"}, {"words", "只让对方说话"}};
    EXPECT_FALSE(matter().at("may_complain").as_bool());
    EXPECT_EQ(refused(409, town.nobody, "POST", "/my/complaint", words), "complaint.nobody_appointed");
    auto const file = begun.at("file");
    auto const here = "/disputes/" + text_of(file.at("id"));
    town.well(town.clerk, "POST", here + "/acceptance");
    town.well(town.clerk, "POST", here + "/consents", {{"party", file.at("dispute").at("parties").at(2).at("id")}, {"consent", "agreed"}});
    town.well(town.clerk, "POST", here + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
    town.well(town.director, "PUT", here + "/receipt");
    appoint(here);
    EXPECT_TRUE(matter().at("may_complain").as_bool());
    auto wrong = words;
    wrong["phone_tail"] = "0000";
    EXPECT_EQ(refused(404, town.nobody, "POST", "/my/complaint", wrong), "receipt.no_match");
    auto const told = town.well(town.nobody, "POST", "/my/complaint", words);
    EXPECT_EQ(text_of(told.at("complaints").at(0).at("status")), "received");
    EXPECT_TRUE(matter().at("complaints").at(0).at("answer").is_null());
    auto const listed = town.well(town.director, "GET", "/complaints");
    auto const complaint = "/complaints/" + text_of(listed.at("complaints").at(0).at("id"));
    EXPECT_NE(town.ask(town.director, "GET", complaint, "").text.find("只让对方说话"), std::string::npos);
    EXPECT_EQ(town.ask(town.mediator, "GET", complaint, "").text.find("只让对方说话"), std::string::npos);
    town.well(town.director, "POST", complaint + "/examination", {{"well_founded", true}, {"findings", "确有不当"}});
    town.well(town.director, "POST", complaint + "/outcome", {{"outcome", "criticised"}});
    town.well(town.director, "POST", complaint + "/answer", {{"by", "receipt_page"}, {"words", "已批评，并向您道歉"}});
    EXPECT_EQ(text_of(matter().at("complaints").at(0).at("answer")), "已批评，并向您道歉");
    auto const other = town.well(town.nobody, "POST", "/my/matter", {{"code", begun.at("codes").at(1).at("code")}});
    EXPECT_TRUE(other.at("complaints").as_array().empty()) << "the other side does not learn of it";
    verified();
}

TEST_P(People, article_15_a_dismissal_ends_access_at_once_and_the_dispute_waits_for_another)
{
    engage(town.mediator);
    auto const here = dispute_in_the_room();
    EXPECT_TRUE(town.ask(town.mediator, "GET", here, "").well());
    auto const complaint = "/complaints/" + complain("took_gifts");
    town.well(town.director, "POST", complaint + "/examination", {{"well_founded", true}, {"findings", "收受礼品"}});
    EXPECT_EQ(refused(422, town.director, "POST", complaint + "/outcome", {{"outcome", "removed"}, {"body", "residents_meeting"}, {"decided_on", today()}}), "only_members_are_removed");
    EXPECT_TRUE(town.ask(town.mediator, "GET", here, "").well()) << "nothing has happened yet";
    auto const decided = town.well(town.director, "POST", complaint + "/outcome", {{"outcome", "dismissed"}, {"decided_on", today()}, {"minutes", "调委会会议记录 2023-11"}});
    EXPECT_EQ(decided.at("waiting").as_array().size(), 1u);

    EXPECT_EQ(town.ask(town.mediator, "GET", here, "").status, 401) << "signed out at once";
    auto const file = town.well(town.director, "GET", here);
    EXPECT_EQ(text_of(file.at("dispute").at("stage")), "diverted");
    EXPECT_EQ(text_of(file.at("next").at("action")), "appoint_mediator");
    auto const after = page(town.director, town.mediator);
    EXPECT_TRUE(after.at("removed").as_bool());
    EXPECT_TRUE(after.at("left").as_bool());
    EXPECT_TRUE(after.at("certificate").is_null()) << "only the roll knew of it, and it knows of it no longer";
    EXPECT_FALSE(after.at("history").as_array().empty()) << "history stays";
    EXPECT_EQ(refused(422, town.director, "PUT", here + "/assignment", {{"person", shown(town.mediator.person)}, {"reason", "r"}}), "not_a_mediator");
    auto const matters = town.well(town.director, "GET", "/desk/people-matters").at("matters").as_array();
    EXPECT_TRUE(std::any_of(matters.begin(), matters.end(), [](json::value const& one) { return text_of(one.at("kind")) == "mediator_missing"; }));
    town.well(town.director, "PUT", here + "/assignment", {{"person", shown(town.colleague.person)}, {"reason", "接替"}});
    EXPECT_TRUE(town.well(town.director, "GET", complaint).at("waiting").as_array().empty());
    verified();
}

TEST_P(People, article_15_an_elected_member_is_removed_by_the_electing_body)
{
    engage(town.mediator, "elected");
    auto const complaint = "/complaints/" + complain("leaked");
    town.well(town.supervisor, "POST", complaint + "/examination", {{"well_founded", true}, {"findings", "泄露隐私"}});
    object const by_meeting{{"outcome", "removed"}, {"body", "residents_meeting"}, {"decided_on", today()}, {"minutes", "居民会议 2023 年第 4 次"}};
    EXPECT_EQ(refused(422, town.supervisor, "POST", complaint + "/outcome", {{"outcome", "dismissed"}, {"decided_on", today()}}), "only_the_engaged_are_dismissed");
    auto wrong = by_meeting;
    wrong["body"] = "villagers_meeting";
    EXPECT_EQ(refused(422, town.supervisor, "POST", complaint + "/outcome", wrong), "did_not_elect");
    town.well(town.supervisor, "POST", complaint + "/outcome", by_meeting);
    EXPECT_TRUE(page(town.supervisor, town.mediator).at("removed").as_bool());
    EXPECT_EQ(refused(409, town.director, "POST", at(town.mediator, "/engagements"), engaging()), "person.left");
    verified();
}

TEST_P(People, article_15_a_director_does_not_judge_himself_and_an_own_finding_needs_who_is_in_charge)
{
    object const form{{"kind", "insulted"}, {"brought_by", "own_finding"}, {"words", "当众训斥"}};
    EXPECT_EQ(refused(403, town.clerk, "POST", at(town.mediator, "/complaints"), form), "not_allowed");
    EXPECT_EQ(refused(403, town.director, "POST", at(town.director, "/complaints"), form), "not_allowed");
    auto nameless = form;
    nameless["brought_by"] = "party";
    EXPECT_EQ(refused(422, town.clerk, "POST", at(town.mediator, "/complaints"), nameless), "complainant_needed");
    auto const about_director = "/complaints/" + text_of(town.well(town.supervisor, "POST", at(town.director, "/complaints"), form).at("id"));
    EXPECT_EQ(refused(409, town.director, "POST", about_director + "/examination", {{"well_founded", false}, {"findings", "没有"}}), "complaint.about_oneself");
    EXPECT_TRUE(town.ask(town.supervisor, "POST", about_director + "/examination", object{{"well_founded", false}, {"findings", "查无实据"}}).well());
}

TEST_P(People, verify_names_what_was_changed_from_outside)
{
    engage(town.mediator);
    town.well(town.director, "PUT", at(town.mediator, "/description"), description());
    town.well(town.supervisor, "POST", at(town.mediator, "/certificates"), {{"number", "C-1"}, {"reason", "r"}});
    town.well(town.mediator, "POST", at(town.mediator, "/absences"), {{"kind", "annual"}, {"first_day", today()}, {"last_day", in_days(4)}});
    town.well(town.supervisor, "POST", at(town.mediator, "/grades"), {{"grade", "four"}, {"reason", "r"}});
    town.well(town.supervisor, "POST", "/honours", {{"honour", "national_model_mediator"}, {"person", shown(town.mediator.person)}, {"year", 2020}});
    complain();
    verified();
    for (std::string const change : {"engagement SET manner = 'elected'", "profile SET labels = 'doctor'", "certificate SET valid_until = '2099-12-31'",
                                     "certificate SET number = 'C-2'", "absence SET last_day = '2024-01-31'", "grade_of SET grade = 'one'", "honour SET giver = '本单位'",
                                     "complaint SET status = 'answered'"}) {
        auto const table = change.substr(0, change.find(' '));
        sql::write_now(*town.store, [&](sql::Session& sql) {
            sql::Savepoint part(sql);
            EXPECT_GE(sql::change(sql, "UPDATE " + change), 1);
            part.keep();
        });
        auto const found = app::verify(*town.store, town.book, town.vault).differences;
        EXPECT_TRUE(std::any_of(found.begin(), found.end(), [&](auto const& d) { return d.what == table; })) << change;
    }
}

INSTANTIATE_TEST_SUITE_P(engines, People, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
