// The papers of a dispute through the doors: what the dossier misses, what is filled in by hand, who
// may do it, and that it can be told again from the pages.
#include "access/journal.hpp"
#include "app/replay.hpp"
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Town;
using ::maple::testing::text_of;

struct Documents : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};
    std::string here;
    json::array parties;

    void SetUp() override
    {
        auto form = Town::request();
        form["parties"].as_array()[2].as_object()["consent"] = "agreed";
        auto const file = town.well(town.clerk, "POST", "/disputes", form).at("file");
        here = "/disputes/" + text_of(file.at("id"));
        for (auto const& one : file.at("dispute").at("parties").as_array()) parties.push_back(one.at("id"));
        town.well(town.clerk, "POST", here + "/acceptance");
        town.well(town.clerk, "POST", here + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
        town.well(town.director, "PUT", here + "/receipt");
        town.well(town.director, "PUT", here + "/assignment", {{"person", shown(town.mediator.person)}, {"chosen_by_parties", true}});
    }

    static json::object cell(std::string key, std::string text) { return {{"key", key}, {"text", text}}; }
    static json::object cell(std::string section, std::string row, std::string key, std::string text)
    {
        return {{"section", section}, {"row", row}, {"key", key}, {"text", text}};
    }
    maple::testing::Told fill(maple::testing::Official const& who, std::string const& form, json::value subject, json::array values)
    {
        return town.ask(who, "PUT", here + "/documents/" + form, json::object{{"subject", subject}, {"values", values}});
    }
    json::value offer(std::string_view form)
    {
        auto const listed = town.well(town.mediator, "GET", here + "/documents");
        for (auto const& one : listed.at("forms").as_array())
            if (one.at("form").as_string() == form) return one;
        throw std::runtime_error("no such form");
    }
};

TEST_P(Documents, what_is_missing_is_named_with_the_deed_that_makes_it)
{
    auto const papers = town.well(town.mediator, "GET", here + "/documents");
    std::map<std::string, bool> missing;
    for (auto const& one : papers.at("missing").as_array()) missing[text_of(one.at("deed"))] = one.at("mine").as_bool();
    EXPECT_TRUE(missing.at("mediation.rights_told"));
    EXPECT_TRUE(missing.at("mediation.session_held"));
    EXPECT_EQ(papers.at("needed").as_int64(), papers.at("there").as_int64() + std::int64_t(missing.size()));
    town.well(town.mediator, "POST", here + "/rights", {{"parties", parties}});
    EXPECT_EQ(town.well(town.mediator, "GET", here + "/documents").at("there").as_int64(), papers.at("there").as_int64() + 1);
    EXPECT_FALSE(town.well(town.supervisor, "GET", here + "/documents").at("may_fill").as_bool());
    EXPECT_TRUE(papers.at("may_fill").as_bool());
}

TEST_P(Documents, what_is_filled_in_is_printed_and_says_who_wrote_it)
{
    auto const values = json::array{cell("evidence", "1", "name", "漏水照片"), cell("evidence", "1", "given_by", "顾真远")};
    auto const pages = town.pages();
    auto const told = fill(town.mediator, "evidence_list", nullptr, values);
    ASSERT_TRUE(told.well()) << told.text;
    EXPECT_EQ(town.pages(), pages + 1);
    EXPECT_TRUE(fill(town.mediator, "evidence_list", nullptr, values).well());
    EXPECT_EQ(town.pages(), pages + 1) << "nothing changed, nothing is written";
    auto const page = text_of(town.well(town.mediator, "GET", here + "/documents/evidence_list").at("html"));
    EXPECT_NE(page.find("<td>1</td><td>漏水照片</td>"), std::string::npos) << page;
    auto const fields = town.well(town.director, "GET", here + "/documents/evidence_list/fields");
    EXPECT_EQ(fields.at("changes").at(0).at("person_name").as_string(), "mediator");
    EXPECT_TRUE(offer("evidence_list").at("filled").as_bool());
    EXPECT_TRUE(fill(town.director, "evidence_list", nullptr, {cell("evidence", "1", "name", ""), cell("evidence", "1", "given_by", "")}).well());
    EXPECT_EQ(text_of(town.well(town.mediator, "GET", here + "/documents/evidence_list").at("html")).find("漏水照片"), std::string::npos);
    EXPECT_FALSE(offer("evidence_list").at("filled").as_bool()) << "what was emptied is gone";
}

TEST_P(Documents, only_who_works_on_the_dispute_fills_in_and_only_what_is_his_to_say)
{
    auto const values = json::array{cell("agent_name", "王律师"), cell("agent_phone", "13800005555")};
    for (auto const* who : {&town.supervisor, &town.colleague, &town.elsewhere, &town.auditor, &town.nobody})
        EXPECT_FALSE(fill(*who, "power_of_attorney", parties[0], values).well());
    auto const refused = fill(town.mediator, "power_of_attorney", parties[0], {cell("number", "克字第1号")});
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.text.find("/values/0/key"), std::string::npos) << refused.text;
    EXPECT_EQ(fill(town.mediator, "power_of_attorney", nullptr, values).status, 404) << "about nobody";
    EXPECT_EQ(fill(town.mediator, "nothing", nullptr, values).status, 404);
    ASSERT_TRUE(fill(town.mediator, "power_of_attorney", parties[0], values).well());
    auto const path = here + "/documents/power_of_attorney?subject=" + text_of(parties[0]);
    EXPECT_NE(town.ask(town.mediator, "GET", path, "").text.find("13800005555"), std::string::npos);
    EXPECT_EQ(town.ask(town.supervisor, "GET", path, "").text.find("王律师"), std::string::npos);
    EXPECT_EQ(town.ask(town.supervisor, "GET", path, "").text.find("13800005555"), std::string::npos);
    EXPECT_EQ(town.ask(town.mediator, "GET", here, "").text.find("13800005555"), std::string::npos) << "contacts stand on no timeline";
}

TEST_P(Documents, one_sides_paper_is_not_printed_for_the_other)
{
    auto const path = here + "/documents/application?party=";
    EXPECT_TRUE(town.ask(town.mediator, "GET", path + text_of(parties[0]), "").well());
    auto const told = town.ask(town.mediator, "GET", path + text_of(parties[1]), "");
    EXPECT_EQ(told.field("code"), "document.not_for_this_party") << told.text;
}

TEST_P(Documents, a_form_is_there_in_the_languages_that_it_names)
{
    auto const notice = offer("rights_notice");
    EXPECT_EQ(notice.at("languages").as_array().size(), 3u);
    auto const page = town.well(town.mediator, "GET", here + "/documents/rights_notice?language=ug");
    EXPECT_EQ(page.at("language").as_string(), "ug");
    EXPECT_EQ(text_of(page.at("number")).find("\u2068"), std::string::npos) << "a number is a number";
    EXPECT_EQ(town.ask(town.mediator, "GET", here + "/documents/acceptance_register?language=ug", "").status, 404);
}

TEST_P(Documents, verify_tells_the_filling_again_and_finds_a_text_that_was_changed)
{
    ASSERT_TRUE(fill(town.mediator, "dossier_note", nullptr, {cell("note", "补录一页")}).well());
    auto const said = [&] {
        sql::write_now(*town.store, [](sql::Session& sql) { access::place_pages(sql); });
        return app::verify(*town.store, town.book, town.vault).differences.size();
    };
    EXPECT_EQ(said(), 0u);
    sql::write_now(*town.store, [&](sql::Session& sql) { EXPECT_EQ(sql.run("UPDATE words SET body = body || '?' WHERE label = 'form.note'", {}).changed, 1); });
    EXPECT_GT(said(), 0u);
}

INSTANTIATE_TEST_SUITE_P(engines, Documents, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
