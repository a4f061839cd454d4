// What is wrong at the door is told at the door: a problem with a code, the fields by their
// pointers, in the asker's language; and nothing has changed.
#include "town.hpp"

#include <gtest/gtest.h>
#include <set>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::Told;
using ::maple::testing::Town;
using ::maple::testing::text_of;

struct BadInput : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};

    static json::object with(std::string_view field, json::value value)
    {
        auto form = Town::request();
        form[field] = std::move(value);
        return form;
    }
    static json::object with_party(std::string_view field, json::value value)
    {
        auto form = Town::request();
        form["parties"].as_array()[0].as_object()[field] = std::move(value);
        return form;
    }

    // Where the problems are, each with its code.
    static std::set<std::string> faults(Told const& told)
    {
        std::set<std::string> out;
        auto const body = told.body();
        for (auto const& one : body.at("problems").as_array()) out.insert(text_of(one.at("at")) + " " + text_of(one.at("code")));
        return out;
    }

    // Refused alike in both languages, in different words, and nothing was written.
    Told refused(int status, std::string const& verb, std::string const& path, std::string const& body, http::Headers headers = {})
    {
        auto const pages = town.pages(), disputes = town.count("dispute"), words = town.count("words");
        auto chinese = headers, english = headers;
        chinese.emplace_back("Accept-Language", "zh-CN");
        english.emplace_back("Accept-Language", "en");
        auto const zh = town.ask(town.director, verb, path, body, chinese);
        auto const en = town.ask(town.director, verb, path, body, english);
        EXPECT_EQ(en.status, status) << en.text;
        EXPECT_EQ(zh.status, status);
        EXPECT_TRUE(en.type.starts_with("application/problem+json")) << en.type;
        EXPECT_EQ(en.field("code"), zh.field("code"));
        EXPECT_FALSE(en.field("code").empty());
        EXPECT_NE(en.field("detail"), zh.field("detail"));
        EXPECT_EQ(en.field("detail").find("refusal."), std::string::npos) << en.field("detail");
        EXPECT_EQ(faults(en), faults(zh));
        auto const problem = en.body();
        for (auto const& one : problem.at("problems").as_array()) {
            EXPECT_NE(text_of(one.at("detail")), "");
            EXPECT_EQ(text_of(one.at("detail")).find("problem."), std::string::npos) << text_of(one.at("detail"));
        }
        EXPECT_EQ(town.pages(), pages);
        EXPECT_EQ(town.count("dispute"), disputes);
        EXPECT_EQ(town.count("words"), words);
        return en;
    }

    void names(std::string const& fault, json::object const& form)
    {
        auto const told = refused(422, "POST", "/disputes", json::serialize(form));
        EXPECT_TRUE(faults(told).contains(fault)) << fault << " in " << told.text;
    }

    json::value begun() { return town.well(town.director, "POST", "/disputes", Town::request()).at("file"); }
};

TEST_P(BadInput, every_fault_of_a_form_is_named_at_once)
{
    auto form = Town::request();
    form.erase("kind");
    form["facts"] = 7;
    form["amount"] = "much";
    form["mood"] = "bad";
    form["source"] = "dream";
    form["parties"].as_array()[1].as_object().erase("name");
    auto const told = refused(422, "POST", "/disputes", json::serialize(form));
    EXPECT_EQ(faults(told), (std::set<std::string>{"/kind missing", "/facts not_text", "/amount not_a_whole_number", "/mood unknown_field",
                                                   "/source not_a_choice", "/parties/1/name missing"}));
}

TEST_P(BadInput, a_value_of_the_wrong_type_is_named_by_its_field)
{
    names("/parties not_a_list", with("parties", "nobody"));
    names("/parties/0 not_an_object", with("parties", json::array{3}));
    names("/parties/0/birth_date not_a_date", with_party("birth_date", 19700101));
    names("/parties/0/interpreter not_true_or_false", with_party("interpreter", 2));
    names("/happened_at not_a_moment", with("happened_at", "yesterday"));
}

TEST_P(BadInput, a_nul_in_a_text_is_refused)
{
    names("/facts control_characters", with("facts", json::string("a\0b", 3)));
}

TEST_P(BadInput, a_day_that_the_calendar_does_not_have_is_refused)
{
    names("/parties/0/birth_date not_a_date", with_party("birth_date", "1970-02-30"));
}

TEST_P(BadInput, an_amount_stays_between_nothing_and_the_most)
{
    names("/amount amount_below_zero", with("amount", -1));
    names("/amount amount_too_large", with("amount", Fen::most + 1));
    EXPECT_TRUE(town.ask(town.director, "POST", "/disputes", with("amount", Fen::most)).well());
}

TEST_P(BadInput, wrong_check_digits_are_found_before_anything_is_written)
{
    auto const has = [&](std::string const& at, json::object const& form) {
        auto const told = refused(422, "POST", "/disputes", json::serialize(form));
        bool found = false;
        for (auto const& fault : faults(told)) found = found || fault.starts_with(at + " ");
        EXPECT_TRUE(found) << told.text;
        EXPECT_EQ(told.text.find("990203197001011230"), std::string::npos) << "a number is never told back";
    };
    has("/parties/0/id_number", with_party("id_number", "990203197001011230"));
    auto form = with_party("kind", "organisation");
    form["parties"].as_array()[0].as_object()["credit_code"] = "91650200MA00000000";
    has("/parties/0/credit_code", form);
}

TEST_P(BadInput, a_body_that_is_no_json_object_in_utf8_is_malformed)
{
    EXPECT_EQ(refused(400, "POST", "/disputes", "{\"kind\": ").field("code"), "malformed.not_json");
    EXPECT_EQ(refused(400, "POST", "/disputes", "{\"facts\": \"\xC3\x28\"}").field("code"), "malformed.not_json");
    EXPECT_EQ(refused(400, "POST", "/disputes", "[1]").field("code"), "malformed.not_an_object");
    EXPECT_EQ(refused(400, "POST", "/disputes", "{\"facts\": " + std::string(5000, '[') + std::string(5000, ']') + "}").field("code"),
              "malformed.not_json");
    EXPECT_EQ(refused(400, "POST", "/disputes", json::serialize(Town::request()), {{"Content-Type", "text/plain"}}).field("code"),
              "malformed.not_json_type");
}

TEST_P(BadInput, a_change_of_what_was_seen_in_an_older_version_is_refused)
{
    auto const file = begun();
    auto const here = "/disputes/" + text_of(file.at("id"));
    EXPECT_EQ(refused(412, "POST", here + "/acceptance", "{}", {{"If-Match", "\"999\""}}).status, 412);
    EXPECT_EQ(refused(400, "POST", here + "/acceptance", "{}", {{"If-Match", "newest"}}).field("code"), "malformed.if_match");
    auto const seen = "\"" + std::to_string(file.at("version").to_number<int>()) + "\"";
    auto const accepted = town.ask(town.director, "POST", here + "/acceptance", json::object{}, {{"If-Match", seen}});
    EXPECT_TRUE(accepted.well());
    refused(412, "POST", here + "/advice", R"({"reason": "law_explained", "advice": "x"})", {{"If-Match", seen}});
}

TEST_P(BadInput, one_key_is_one_deed)
{
    auto const ask = [&](json::object const& form) {
        return town.ask(town.director, "POST", "/disputes", form, {{"Idempotency-Key", "k-1"}});
    };
    auto const first = ask(Town::request());
    auto const pages = town.pages();
    auto const again = ask(Town::request());
    EXPECT_EQ(again.text, first.text);
    EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
    EXPECT_EQ(town.pages(), pages);
    EXPECT_EQ(town.count("dispute"), 1);
    auto const other = refused(422, "POST", "/disputes", json::serialize(with("amount", 5)), {{"Idempotency-Key", "k-1"}});
    EXPECT_EQ(other.field("code"), "idempotency.other_request");
}

TEST_P(BadInput, one_key_has_one_answer_even_when_the_dispute_has_gone_on)
{
    auto const ask = [&] { return town.ask(town.director, "POST", "/disputes", Town::request(), {{"Idempotency-Key", "k-2"}}); };
    auto const first = ask();
    auto const here = "/disputes/" + text_of(first.body().at("file").at("id"));
    town.now = plus_seconds(town.now, 20 * 86'400);
    town.well(town.director, "POST", here + "/acceptance");
    auto const again = ask();
    EXPECT_EQ(again.text, first.text);
    EXPECT_EQ(again.header("ETag"), first.header("ETag"));
    EXPECT_EQ(town.well(town.director, "GET", here).at("version").as_int64(), 2);
}

TEST_P(BadInput, nobody_consents_twice_and_nothing_happens_out_of_its_order)
{
    auto const file = begun();
    auto const here = "/disputes/" + text_of(file.at("id"));
    auto const party = text_of(file.at("dispute").at("parties").at(0).at("id"));
    auto const twice = json::object{{"party", party}, {"consent", "agreed"}};
    EXPECT_EQ(refused(409, "POST", here + "/consents", json::serialize(twice)).field("code"), "consent.same");
    EXPECT_EQ(refused(409, "POST", here + "/closing", R"({"retention": "long"})").field("code"), "wrong_stage");
}

TEST_P(BadInput, what_nobody_knows_is_not_found_or_named_by_its_field)
{
    auto const unknown = shown(Key{424242});
    auto const here = "/disputes/" + text_of(begun().at("id"));
    EXPECT_EQ(refused(404, "POST", "/disputes/" + unknown + "/acceptance", "{}").status, 404);
    EXPECT_EQ(refused(404, "GET", "/disputes/" + unknown, "").status, 404);
    auto const consent = json::object{{"party", unknown}, {"consent", "agreed"}};
    EXPECT_EQ(refused(404, "POST", here + "/consents", json::serialize(consent)).field("code"), "party.unknown");
    auto const transfer = json::object{{"reason", town.first_of("transfer")}, {"organisation", unknown}};
    EXPECT_EQ(faults(refused(422, "POST", here + "/transfer", json::serialize(transfer))),
              (std::set<std::string>{"/organisation unknown_organisation"}));
    EXPECT_EQ(faults(refused(422, "POST", "/disputes/no-key/acceptance", "{}")), (std::set<std::string>{"/dispute not_a_key"}));

    auto const receiver = json::object{{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}};
    town.well(town.director, "POST", here + "/acceptance");
    town.well(town.director, "POST", here + "/diversion", receiver);
    town.well(town.director, "PUT", here + "/receipt");
    auto const appoint = json::object{{"person", unknown}};
    EXPECT_EQ(faults(refused(422, "PUT", here + "/assignment", json::serialize(appoint))), (std::set<std::string>{"/person unknown_person"}));
}

INSTANTIATE_TEST_SUITE_P(engines, BadInput, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
