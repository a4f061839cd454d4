// What is wrong at the door is told at the door: a problem with a code, the fields by their
// pointers, in the asker's language; and nothing has changed.
#include "foundation/sha256.hpp"
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
    for (auto const day : {"1970-02-30", "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-4-1", "20230401", "2023-04-01T00:00:00Z"})
        names("/parties/0/birth_date not_a_date", with_party("birth_date", day));
    for (auto const moment : {"2023-02-29T10:00:00+08:00", "2023-11-20T24:00:00+08:00", "2023-11-20T10:00:00", "2023-11-20 10:00:00+08:00", "2023-11-20T10:00+08:00", "1700445600"})
        names("/happened_at not_a_moment", with("happened_at", moment));
    names("/happened_at in_the_future", with("happened_at", "2023-11-20T09:06:00+08:00"));
    EXPECT_TRUE(town.ask(town.director, "POST", "/disputes", with_party("birth_date", "2000-02-29")).well());
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
}

TEST_P(BadInput, a_body_in_another_shape_than_json_is_not_read)
{
    auto const sound = json::serialize(Town::request());
    for (auto const type : {"text/plain", "application/jsonx", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=gbk"})
        EXPECT_EQ(refused(415, "POST", "/disputes", sound, {{"Content-Type", type}}).field("code"), "unsupported.not_json_type") << type;
    for (auto const encoding : {"gzip", "br", "deflate", "gzip, identity"})
        EXPECT_EQ(refused(415, "POST", "/disputes", "\x1F\x8B\x08", {{"Content-Encoding", encoding}}).field("code"), "unsupported.compressed") << encoding;
    for (auto const type : {"application/json; charset=utf-8", "Application/JSON;charset=UTF-8", "application/json;"})
        EXPECT_TRUE(town.ask(town.director, "POST", "/disputes", sound, {{"Content-Type", type}}).well()) << type;
}

TEST_P(BadInput, what_only_some_programs_take_for_json_is_malformed)
{
    for (auto const value : {"NaN", "Infinity", "-Infinity", "0x10", "01", "1.", ".5", "+1", "'text'", "undefined", "1,", "// one\n1"})
        EXPECT_EQ(refused(400, "POST", "/disputes", std::string("{\"amount\": ") + value + "}").field("code"), "malformed.not_json") << value;
    for (auto const text : {"\\ud800", "\\udc00\\ud800", "\\ud83dx", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF"})
        EXPECT_EQ(refused(400, "POST", "/disputes", std::string("{\"facts\": \"") + text + "\"}").field("code"), "malformed.not_json") << text;
    EXPECT_EQ(refused(400, "POST", "/disputes", "\xEF\xBB\xBF{}").field("code"), "malformed.not_json");
    EXPECT_EQ(refused(400, "POST", "/disputes", "{} {}").field("code"), "malformed.not_json");
}

// The first one counts for some programs and the last one for others.
TEST_P(BadInput, a_field_that_is_given_twice_is_refused_wherever_it_stands)
{
    auto const sound = json::serialize(Town::request());
    auto const twice = [&](std::string_view before, std::string_view again) {
        auto text = sound;
        auto const at = text.find(before);
        EXPECT_NE(at, text.npos) << before;
        return text.insert(at, again);
    };
    EXPECT_EQ(refused(400, "POST", "/disputes", twice("\"kind\":\"neighbour\"", "\"kind\":\"other\",")).field("code"), "malformed.doubled");
    EXPECT_EQ(refused(400, "POST", "/disputes", twice("\"name\":\"马伊布拉\"", "\"name\":\"马伊布拉\",")).field("code"), "malformed.doubled");
    EXPECT_EQ(refused(400, "POST", "/disputes", twice("\"kind\":\"neighbour\"", "\"k\\u0069nd\":\"other\",")).field("code"), "malformed.doubled");
    auto const here = "/disputes/" + text_of(begun().at("id"));
    EXPECT_EQ(refused(400, "POST", here + "/acceptance", json::serialize(json::object{{"dispute", here.substr(10)}})).field("code"), "malformed.doubled");
    EXPECT_EQ(refused(400, "GET", "/disputes?stage=requested&stage=accepted", "").field("code"), "malformed.doubled");
    EXPECT_EQ(refused(400, "GET", "/disputes?stage=%ED%A0%80", "").field("code"), "malformed.query");
}

TEST_P(BadInput, nothing_is_said_where_nobody_listens)
{
    EXPECT_EQ(refused(400, "POST", "/disputes?kind=other", json::serialize(Town::request())).field("code"), "malformed.query_not_read");
    EXPECT_EQ(refused(400, "GET", "/disputes", R"({"stage": "requested"})").field("code"), "malformed.body_not_read");
    auto const here = "/disputes/" + text_of(begun().at("id"));
    EXPECT_EQ(refused(400, "DELETE", here + "/merge", R"({"reason": "x"})").field("code"), "malformed.body_not_read");
}

TEST_P(BadInput, a_missing_body_is_an_empty_form)
{
    auto const told = refused(422, "POST", "/disputes", "");
    for (auto const field : {"/kind", "/source", "/place", "/facts"}) EXPECT_TRUE(faults(told).contains(std::string(field) + " missing")) << field;
    EXPECT_EQ(faults(refused(422, "POST", "/disputes", " \n ")), faults(told));
}

TEST_P(BadInput, a_number_stays_a_number_and_a_word_a_word)
{
    for (json::value const& v : {json::value("180000"), json::value(1.5), json::value(1e300), json::value(std::numeric_limits<std::uint64_t>::max()), json::value(true)})
        names("/amount not_a_whole_number", with("amount", v));
    names("/amount amount_too_large", with("amount", std::numeric_limits<std::int64_t>::max()));
    names("/amount amount_below_zero", with("amount", std::numeric_limits<std::int64_t>::min()));
    names("/parties/0/interpreter not_true_or_false", with_party("interpreter", "true"));
    names("/source not_a_choice", with("source", json::string("walk_in\0", 8)));
    names("/source not_a_choice", with("source", "WALK_IN"));
    EXPECT_TRUE(town.ask(town.director, "POST", "/disputes", with("amount", 0)).well());
}

TEST_P(BadInput, a_crowd_is_a_group_and_not_ten_thousand_parties)
{
    auto form = Town::request();
    auto& parties = form["parties"].as_array();
    while (parties.size() < 10'000) parties.push_back(parties.front());
    EXPECT_EQ(faults(refused(422, "POST", "/disputes", json::serialize(form))), (std::set<std::string>{"/parties too_many_items"}));
    names("/parties party_needed", with("parties", json::array{}));
}

TEST_P(BadInput, names_and_lines_are_one_line_and_stories_are_not)
{
    for (auto const name : {"顾\n真远", "顾\r真远", "顾\u2028真远", "顾\u0085真远"}) names("/parties/0/name line_break", with_party("name", name));
    for (auto const name : {"顾\t真远", "\u202E远真顾", "顾\u0001真远"}) names("/parties/0/name control_characters", with_party("name", name));
    names("/parties/0/name empty", with_party("name", "\u200B\u3000"));
    names("/parties/0/address line_break", with_party("address", "迎宾街道\n3 栋"));
    names("/facts control_characters", with("facts", "漏水\u0007"));
    auto const made = town.ask(town.director, "POST", "/disputes", with("facts", "第一天漏水。\n第二天又漏。\r\n\t第三天还漏。"));
    ASSERT_TRUE(made.well()) << made.text;
    EXPECT_EQ(text_of(made.body().at("file").at("dispute").at("facts")), "第一天漏水。\n第二天又漏。\r\n\t第三天还漏。");
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

TEST_P(BadInput, a_stale_version_changes_nothing_beside_the_file_either)
{
    auto const file = begun();
    auto const here = "/disputes/" + text_of(file.at("id")) + "/parties/" + text_of(file.at("dispute").at("parties").at(0).at("id"));
    auto const codes = [&] { return town.count("receipt"); };
    auto const before = codes();
    for (auto const* door : {"/code", "/contact"}) {
        auto const told = refused(412, "POST", here + door, "{}", {{"If-Match", "\"99\""}});
        EXPECT_EQ(told.field("code"), "stale") << door;
    }
    EXPECT_EQ(codes(), before);
    EXPECT_TRUE(town.ask(town.director, "POST", here + "/code", json::object{}, {{"If-Match", "\"1\""}}).well());
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

// Within the day of an upgrade: the older program kept the hash of what was asked without a key.
TEST_P(BadInput, one_key_is_one_deed_when_an_older_program_did_it)
{
    auto const form = json::serialize(Town::request());
    auto const ask = [&](std::string const& body) { return town.ask(town.director, "POST", "/disputes", body, {{"Idempotency-Key", "k-3"}}); };
    auto const first = ask(form);
    sql::write_now(*town.store, [&](sql::Session& sql) {
        EXPECT_EQ(sql::change(sql, "UPDATE idempotency SET request_hash = $1", hex(sha256("\n" + form))), 1);
    });
    auto const again = ask(form);
    EXPECT_EQ(again.text, first.text);
    EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
    EXPECT_EQ(town.count("dispute"), 1);
    EXPECT_EQ(ask(json::serialize(with("amount", 5))).field("code"), "idempotency.other_request");
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
