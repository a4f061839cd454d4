// Signing by a link of one's own, on the tablet and on paper, and the copy that anybody who holds it
// can check: through the doors, on both engines.
#include "app/replay.hpp"
#include "documents/copies.hpp"
#include "resolution/text.hpp"
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::Told;
using ::maple::testing::Town;
using ::maple::testing::text_of;

constexpr std::string_view drawn = "10,20 60,90 120,40 200,150;220,20 400,160";

struct Signing : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};
    std::string here;
    json::array parties;
    json::array codes;
    std::string agreement;
    std::string link_key;

    // Two neighbours in mediation, and a draft on the table.
    void begin(std::string const& kind = "neighbour", std::string const& terms = "马伊布拉修好水管",
               json::object const& applicant = Town::party("applicant", "顾真远", "agreed"))
    {
        auto form = Town::request();
        form["kind"] = kind;
        form["parties"] = json::array{applicant, Town::party("respondent", "马伊布拉", "agreed")};
        form.at("parties").as_array()[1].as_object()["phone"] = "13900007788";
        auto const made = town.well(town.clerk, "POST", "/disputes", form);
        here = "/disputes/" + text_of(made.at("file").at("id"));
        codes = made.at("codes").as_array();
        for (auto const& one : made.at("file").at("dispute").at("parties").as_array()) parties.push_back(one.at("id"));
        does(town.clerk, "POST", "/acceptance");
        does(town.clerk, "POST", "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "简单"}, {"change_reason", "就近"}});
        does(town.director, "PUT", "/receipt");
        does(town.director, "PUT", "/assignment", {{"person", shown(town.mediator.person)}, {"chosen_by_parties", true}});
        does(town.mediator, "POST", "/rights", {{"parties", parties}});
        does(town.mediator, "POST", "/disclosures");
        draft(terms);
    }

    void draft(std::string const& terms, json::object more = {})
    {
        json::object promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "赔偿"}, {"manner", "cash"}, {"amount", 100000}, {"due", "2023-12-01"}};
        if (more.contains("second")) promise["second"] = "damages";
        json::object text{{"parties", parties}, {"facts", "楼上漏水"}, {"terms", terms}, {"obligations", json::array{promise}}};
        for (auto const& [name, value] : more) text[name] = value;
        json::object body{{"text", text}};
        if (!agreement.empty()) body["agreement"] = agreement;
        auto const file = does(town.mediator, "POST", "/agreements", body);
        agreement = text_of(file.at("dispute").at("agreements").as_array().back().at("id"));
    }

    json::value does(Official const& who, std::string verb, std::string door, json::object const& body = {}) { return town.well(who, verb, here + door, body); }
    json::value paper() { return town.well(town.mediator, "GET", here).at("dispute").at("agreements").at(0); }

    Told ask_link(std::size_t party, std::string way = "phone") { return town.ask(town.mediator, "POST", here + "/agreements/" + agreement + "/links", json::object{{"party", parties[party]}, {"way", way}}); }
    std::string link(std::size_t party, std::string way = "phone")
    {
        auto const told = ask_link(party, way);
        if (!told.well()) throw std::runtime_error(told.text);
        link_key = text_of(told.body().at("id"));
        return text_of(told.body().at("token"));
    }
    Told open(std::string const& token) { return town.ask(town.nobody, "POST", "/signing", json::object{{"token", token}}); }
    json::object pen(std::string const& token, std::string const& tail, json::object more = {})
    {
        auto const page = open(token);
        json::object body{{"token", token}, {"text", page.well() && text_of(page.body().at("state")) == "open" ? text_of(page.body().at("text")) : "closed"}, {"agrees", true}, {"phone_tail", tail}, {"strokes", std::string(drawn)}};
        for (auto const& [name, value] : more) body[name] = value;
        return body;
    }
    Told sign(json::object const& body) { return town.ask(town.nobody, "POST", "/signing/signature", body); }
    static std::string code_of(Told const& told)
    {
        auto const body = told.body();
        if (body.as_object().contains("problems") && !body.at("problems").as_array().empty())
            return text_of(body.at("problems").at(0).at("at")) + " " + text_of(body.at("problems").at(0).at("code"));
        return body.as_object().contains("code") ? text_of(body.at("code")) : "";
    }
    void rest_of_it()
    {
        does(town.mediator, "POST", "/agreements/" + agreement + "/mediator-signature");
        does(town.director, "POST", "/agreements/" + agreement + "/seal");
    }
    Told check(std::string const& token) { return town.ask(town.nobody, "POST", "/check/agreement", json::object{{"token", token}}); }
    // From a network of its own: whoever guesses there bars nobody else.
    int checked_elsewhere(std::string const& token)
    {
        http::Request request;
        request.verb = "POST";
        request.path = "/api/check/agreement";
        request.peer = "198.51.100.7";
        request.headers.emplace_back("Content-Type", "application/json");
        request.body = json::serialize(json::object{{"token", token}});
        return town.dispatcher->ask(std::move(request)).status;
    }
    std::string token_of_copy()
    {
        auto const page = does(town.mediator, "GET", "/documents/agreement?subject=" + agreement);
        auto const address = text_of(page.at("check_link"));
        return address.substr(address.rfind('/') + 1);
    }
    app::Verified verified() { return app::verify(*town.store, town.book, town.vault); }
};

TEST_P(Signing, a_group_noted_as_a_whole_signs_by_those_who_speak_for_it)
{
    auto group = Town::party("applicant", "两名工友", "agreed");
    group["kind"] = "group";
    group["members"] = json::array{json::object{{"name", "顾真远"}, {"representative", true}}, json::object{{"name", "柳成荫"}, {"authorised", true}}};
    begin("neighbour", "马伊布拉修好水管", group);
    does(town.mediator, "POST", "/agreements/" + agreement + "/signatures", {{"party", parties[0]}, {"manner", "signature"}});
    EXPECT_EQ(text_of(paper().at("signatures").at(0).at("pen").at("as")), "representative");
}

TEST_P(Signing, an_agent_who_signs_the_paper_stands_under_it_in_his_own_name)
{
    auto represented = Town::party("applicant", "顾真远", "agreed");
    represented["represented_by"] = "李代";
    begin("neighbour", "马伊布拉修好水管", represented);
    auto const on_paper = [&](std::size_t party, json::object more) {
        more.insert({{"party", parties[party]}, {"manner", "signature"}});
        return town.ask(town.mediator, "POST", here + "/agreements/" + agreement + "/signatures", more);
    };
    EXPECT_EQ(code_of(on_paper(0, {{"as", "guardian"}})), "/as not_this_signer");
    EXPECT_EQ(code_of(on_paper(0, {{"as", "agent"}, {"name", "别人"}})), "/name not_the_signers_name");
    EXPECT_EQ(code_of(on_paper(1, {{"as", "agent"}})), "/as not_this_signer") << "the other side named none";
    EXPECT_TRUE(paper().at("signatures").as_array().empty()) << "a refusal leaves no trace";
    ASSERT_TRUE(on_paper(0, {{"as", "agent"}}).well());
    ASSERT_TRUE(on_paper(1, {}).well());
    auto const signatures = paper().at("signatures").as_array();
    EXPECT_EQ(text_of(signatures[0].at("pen").at("as")), "agent");
    EXPECT_EQ(text_of(signatures[0].at("pen").at("name")), "李代");
    EXPECT_EQ(text_of(signatures[1].at("pen").at("as")), "self");
    auto const printed = town.ask(town.mediator, "GET", here + "/documents/agreement?subject=" + agreement, "").text;
    EXPECT_NE(printed.find("代理人李代"), std::string::npos);
    EXPECT_TRUE(verified().differences.empty());
}

TEST_P(Signing, a_paper_of_monday_that_is_entered_on_wednesday_keeps_its_days)
{
    begin();
    auto const monday = town.now;
    town.now = plus_seconds(monday, 2 * 24 * 3600);
    auto const entered = [&](std::string const& due, json::object more = {}) {
        json::object const promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "当场付清"}, {"manner", "cash"}, {"amount", 100000}, {"due", due}};
        more["agreement"] = agreement;
        more["text"] = json::object{{"parties", parties}, {"facts", "楼上漏水"}, {"terms", "当场付清"}, {"obligations", json::array{promise}}};
        return town.ask(town.mediator, "POST", here + "/agreements", more);
    };
    auto const at = [&](int seconds) { return json::object{{"happened_at", iso(plus_seconds(monday, seconds))}}; };
    EXPECT_EQ(code_of(entered("2023-11-20")), "/text/obligations/0/due in_the_past");
    EXPECT_EQ(code_of(entered("2023-11-19", at(3600))), "/text/obligations/0/due in_the_past");
    EXPECT_EQ(code_of(entered("2023-11-22", at(3 * 24 * 3600))), "/happened_at in_the_future");
    EXPECT_EQ(code_of(entered("2023-11-20", at(-24 * 3600))), "/happened_at before_the_request");
    auto const told = entered("2023-11-20", at(3600));
    ASSERT_TRUE(told.well()) << told.text;
    EXPECT_EQ(text_of(paper().at("obligations").at(0).at("due")), "2023-11-20");
    ASSERT_TRUE(entered("2023-11-20").well()) << "a draft that is changed keeps the day that it had";
    auto const file = town.well(town.mediator, "GET", here);
    std::vector<std::string> days;
    for (auto const& entry : file.at("timeline").as_array())
        if (entry.at("deed") == "resolution.agreement_drafted" && entry.at("entered_late").as_bool())
            days.push_back(text_of(entry.at("happened_at")) + " " + text_of(entry.at("recorded_at")));
    EXPECT_EQ(days, std::vector{iso(plus_seconds(monday, 3600)) + " " + iso(town.now)});
    EXPECT_TRUE(verified().differences.empty());
}

TEST_P(Signing, both_sign_by_links_of_their_own_and_the_seal_makes_it_effective)
{
    begin();
    auto const first = link(0), second = link(1);
    auto const page = open(first).body();
    EXPECT_EQ(text_of(page.at("state")), "open");
    EXPECT_EQ(page.at("i_promise").as_array().size(), 0u);
    EXPECT_EQ(page.at("i_get").as_array().size(), 1u);
    EXPECT_EQ(open(second).body().at("i_promise").as_array().size(), 1u) << "what I promise comes first";
    auto const signed_page = sign(pen(first, "2046"));
    ASSERT_TRUE(signed_page.well()) << signed_page.text;
    EXPECT_EQ(text_of(signed_page.body().at("state")), "used");
    ASSERT_TRUE(sign(pen(second, "7788", {{"strokes", ""}, {"name", "马伊布拉"}})).well());
    town.now = plus_seconds(town.now, 3600);
    rest_of_it();
    auto const done = paper();
    EXPECT_EQ(text_of(done.at("effective_at")), iso(town.now));
    auto const& signatures = done.at("signatures").as_array();
    ASSERT_EQ(signatures.size(), 2u);
    EXPECT_EQ(text_of(signatures[0].at("manner")), "electronic");
    EXPECT_EQ(text_of(signatures[0].at("pen").at("way")), "phone");
    EXPECT_EQ(text_of(signatures[0].at("pen").at("strokes")), "✓") << "no page shows the strokes";
    EXPECT_EQ(text_of(signatures[0].at("pen").at("text")), text_of(signatures[1].at("pen").at("text")));
    EXPECT_TRUE(verified().differences.empty());
}

TEST_P(Signing, a_link_is_used_once_and_leads_to_one_agreement_only)
{
    begin();
    auto const token = link(0);
    auto const body = pen(token, "2046");
    ASSERT_TRUE(sign(body).well());
    EXPECT_EQ(code_of(sign(body)), "signing.used");
    EXPECT_EQ(text_of(open(token).body().at("state")), "used");
    // Of another dispute: its text is not this one's.
    auto const mine = text_of(open(link(1)).body().at("text"));
    auto const elsewhere = pen(link(1), "7788", {{"text", std::string(mine.rbegin(), mine.rend())}});
    EXPECT_EQ(code_of(sign(elsewhere)), "signing.text_changed");
    EXPECT_EQ(open("23456789ABCDEFGHJKMN").status, 404);
    EXPECT_EQ(code_of(open("not a token")), "signing.unknown_link");
    EXPECT_EQ(open("not a token").text.substr(0, 40), open("23456789ABCDEFGHJKMN").text.substr(0, 40)) << "wrong and unknown alike";
}

TEST_P(Signing, a_link_expires_is_taken_back_and_replaced)
{
    begin();
    auto const old = link(0);
    auto const old_key = link_key;
    auto const token = link(0);
    EXPECT_EQ(text_of(open(old).body().at("state")), "revoked") << "a new link takes the place of the one before";
    EXPECT_EQ(text_of(open(token).body().at("state")), "open");
    does(town.mediator, "DELETE", "/signing-links/" + link_key);
    EXPECT_EQ(code_of(sign(pen(token, "2046"))), "signing.revoked");
    EXPECT_FALSE(town.ask(town.mediator, "DELETE", here + "/signing-links/" + old_key, "").well());
    auto const late = link(0);
    auto const body = pen(late, "2046");
    town.now = plus_seconds(town.now, 7 * 24 * 3600);
    EXPECT_EQ(text_of(open(late).body().at("state")), "expired");
    EXPECT_EQ(code_of(sign(body)), "signing.expired");
    EXPECT_TRUE(open(late).body().at("clauses").as_array().empty()) << "what opens nothing tells nothing";
    EXPECT_TRUE(verified().differences.empty());
}

TEST_P(Signing, a_changed_text_has_to_be_read_again_and_voids_what_was_signed)
{
    begin();
    auto const first = link(0), second = link(1);
    ASSERT_TRUE(sign(pen(first, "2046")).well());
    auto const stale = pen(second, "7788");
    draft("马伊布拉修好水管并粉刷");
    EXPECT_EQ(code_of(sign(stale)), "signing.text_changed");
    EXPECT_EQ(text_of(open(second).body().at("state")), "changed");
    EXPECT_TRUE(paper().at("signatures").as_array().empty());
    EXPECT_EQ(paper().at("voided").as_array().size(), 1u);
    auto const again = link(0);
    EXPECT_TRUE(open(again).body().at("voided").as_bool());
    auto const matter = town.well(town.nobody, "POST", "/my/matter", {{"code", codes[0].at("code")}});
    EXPECT_TRUE(matter.at("signing").at("voided").as_bool());
    EXPECT_EQ(text_of(matter.at("duty")), "sign");
    ASSERT_TRUE(sign(pen(again, "2046")).well());
    EXPECT_TRUE(verified().differences.empty());
}

TEST_P(Signing, wrong_digits_lock_out_and_the_right_ones_are_needed)
{
    begin();
    auto const token = link(0);
    auto body = pen(token, "0000");
    auto without = body;
    without.erase("phone_tail");
    EXPECT_EQ(code_of(sign(without)), "/phone_tail digits_needed");
    auto const most = town.book.policy("resident_failures_most");
    for (std::int64_t n = 0; n < most; ++n) EXPECT_EQ(code_of(sign(body)), "receipt.no_match");
    body["phone_tail"] = "2046";
    auto const locked = sign(body);
    EXPECT_EQ(locked.status, 429) << locked.text;
    EXPECT_EQ(paper().at("signatures").as_array().size(), 0u);
}

TEST_P(Signing, neither_drawn_nor_typed_is_no_signature)
{
    begin();
    auto const token = link(0);
    EXPECT_EQ(code_of(sign(pen(token, "2046", {{"strokes", ""}}))), "/name name_or_drawing");
    EXPECT_EQ(code_of(sign(pen(token, "2046", {{"strokes", "1,1"}}))), "/strokes not_a_drawing");
    EXPECT_EQ(code_of(sign(pen(token, "2046", {{"strokes", "<svg>"}}))), "/strokes not_a_drawing");
    EXPECT_EQ(code_of(sign(pen(token, "2046", {{"strokes", ""}, {"name", "别人"}}))), "/name not_the_signers_name");
    EXPECT_EQ(code_of(sign(pen(token, "2046", {{"agrees", false}}))), "/agrees signing_agreement_needed");
}

TEST_P(Signing, esl_3_marriage_adoption_and_inheritance_stay_on_paper)
{
    begin("house_homestead", "双方同意离婚");
    for (auto const* terms : {"双方同意离婚", "解除收养关系", "房屋由长子继承"}) {
        draft(terms);
        auto const told = ask_link(0);
        EXPECT_EQ(code_of(told), "agreement.no_electronic_signature") << terms;
        EXPECT_EQ(text_of(told.body().at("article").at("key")), "ESL-3");
    }
    for (auto const& party : parties) does(town.mediator, "POST", "/agreements/" + agreement + "/signatures", {{"party", party}, {"manner", "fingerprint"}});
    rest_of_it();
    EXPECT_FALSE(paper().at("effective_at").is_null()) << "paper remains";
}

TEST_P(Signing, esl_3_a_family_dispute_stays_on_paper)
{
    begin("marriage_family");
    EXPECT_EQ(code_of(ask_link(0)), "agreement.no_electronic_signature");
}

TEST_P(Signing, esl_13_an_electronic_signature_is_its_signers_own_and_no_clerk_gives_it)
{
    begin();
    auto const told = town.ask(town.mediator, "POST", here + "/agreements/" + agreement + "/signatures", json::object{{"party", parties[0]}, {"manner", "electronic"}});
    EXPECT_EQ(code_of(told), "agreement.electronic_by_the_party");
    EXPECT_EQ(text_of(told.body().at("article").at("key")), "ESL-13");
    EXPECT_TRUE(paper().at("signatures").as_array().empty());
}

TEST_P(Signing, mixed_ways_make_one_effective_day)
{
    begin();
    auto const at = town.now;
    auto const tablet = link(0, "tablet");
    ASSERT_TRUE(sign(pen(tablet, "2046")).well());
    town.now = plus_seconds(at, 7200);
    does(town.mediator, "POST", "/agreements/" + agreement + "/signatures", {{"party", parties[1]}, {"manner", "fingerprint"}, {"happened_at", iso(plus_seconds(at, 3600))}});
    rest_of_it();
    auto const done = paper();
    EXPECT_EQ(text_of(done.at("effective_at")), iso(town.now));
    EXPECT_EQ(text_of(done.at("signatures").at(0).at("pen").at("way")), "tablet");
    EXPECT_EQ(text_of(done.at("signatures").at(0).at("pen").at("witness")), shown(town.mediator.person));
    EXPECT_EQ(text_of(done.at("signatures").at(1).at("pen").at("way")), "paper");
    EXPECT_EQ(text_of(done.at("signatures").at(1).at("at")), iso(plus_seconds(at, 3600)));
    EXPECT_TRUE(verified().differences.empty());
}

TEST_P(Signing, who_does_not_agree_sends_it_back_with_a_reason)
{
    begin();
    auto const token = link(1);
    auto const text = open(token).body().at("text");
    auto const told = town.ask(town.nobody, "POST", "/signing/refusal", json::object{{"token", token}, {"text", text}, {"reason", "金额太高"}, {"phone_tail", "7788"}});
    ASSERT_TRUE(told.well()) << told.text;
    EXPECT_TRUE(told.body().at("sent_back").as_bool());
    EXPECT_EQ(text_of(paper().at("declined").at(0).at("reason")), "金额太高");
    EXPECT_EQ(code_of(sign(pen(token, "7788"))), "signing.used");
    EXPECT_TRUE(verified().differences.empty());
}

TEST_P(Signing, by_the_code_of_the_receipt_where_a_link_was_made)
{
    begin();
    auto const code = codes[0].at("code");
    EXPECT_EQ(code_of(town.ask(town.nobody, "POST", "/signing", json::object{{"code", code}})), "signing.nothing_to_sign");
    link(0);
    auto const page = town.well(town.nobody, "POST", "/signing", {{"code", code}});
    auto const told = sign({{"code", code}, {"text", page.at("text")}, {"agrees", true}, {"phone_tail", "2046"}, {"name", "顾真远"}});
    EXPECT_TRUE(told.well()) << told.text;
    EXPECT_EQ(text_of(paper().at("signatures").at(0).at("pen").at("way")), "phone");
}

TEST_P(Signing, a_tablet_that_was_handed_over_opens_nothing_until_it_is_unlocked)
{
    begin();
    auto const token = link(0, "tablet");
    EXPECT_FALSE(town.well(town.mediator, "POST", "/session/hand-over").at("signed_in").as_bool());
    EXPECT_EQ(town.ask(town.mediator, "GET", here, "").status, 401);
    EXPECT_EQ(town.ask(town.mediator, "GET", "/disputes", "").status, 401);
    EXPECT_EQ(town.well(town.mediator, "GET", "/session").at("waits_for"), nullptr);
    EXPECT_TRUE(town.ask(town.mediator, "POST", "/signing", json::object{{"token", token}}).well()) << "the text, and nothing else";
    EXPECT_EQ(code_of(town.ask(town.mediator, "POST", "/session/unlocking", json::object{{"password", "wrong"}})), "/password password_wrong");
    EXPECT_EQ(town.ask(town.mediator, "GET", here, "").status, 401);
    EXPECT_EQ(code_of(town.ask(town.nobody, "POST", "/session/unlocking", json::object{{"password", ""}})), "session.not_laid_aside");
    EXPECT_EQ(code_of(town.ask(town.clerk, "POST", "/session/unlocking", json::object{{"password", ""}})), "session.not_laid_aside");
    town.house.demo = true;  // where nobody has a password, a click is enough
    EXPECT_TRUE(town.well(town.mediator, "POST", "/session/unlocking", {{"password", ""}}).at("signed_in").as_bool());
    EXPECT_EQ(town.ask(town.mediator, "GET", here, "").status, 200);
}

TEST_P(Signing, strokes_lie_encrypted_and_stand_on_the_printed_agreement_alone)
{
    begin();
    ASSERT_TRUE(sign(pen(link(0), "2046")).well());
    auto const rows = sql::read_now(*town.store, [](sql::Session& sql) {
        return sql::cell<std::int64_t>(sql, "SELECT count(*) FROM words WHERE label = 'signature.strokes' AND secrecy = 'personal' AND body NOT LIKE '%220,20%'").value_or(0);
    });
    EXPECT_EQ(rows, 1);
    auto const pages = sql::read_now(*town.store, [](sql::Session& sql) { return sql::cell<std::int64_t>(sql, "SELECT count(*) FROM page WHERE text LIKE '%220,20%'").value_or(0); });
    EXPECT_EQ(pages, 0);
    auto const printed = [&](Official const& who) { return town.ask(who, "GET", here + "/documents/agreement?subject=" + agreement, ""); };
    EXPECT_NE(printed(town.mediator).text.find("M220 20L400 160"), std::string::npos);
    for (auto const* other : {&town.supervisor, &town.administrator, &town.elsewhere, &town.nobody})
        EXPECT_EQ(printed(*other).text.find("M220 20"), std::string::npos);
    EXPECT_EQ(town.ask(town.mediator, "GET", here, "").text.find("220,20"), std::string::npos);
    auto const pdf = town.ask(town.mediator, "GET", here + "/documents/agreement.pdf?subject=" + agreement, "");
    EXPECT_TRUE(pdf.well());
}

TEST_P(Signing, whoever_holds_a_copy_checks_that_it_is_registered_and_that_the_text_is_the_one)
{
    begin();
    auto const token = token_of_copy();
    EXPECT_EQ(text_of(check(token).body().at("state")), "unregistered");
    for (auto const& party : parties) does(town.mediator, "POST", "/agreements/" + agreement + "/signatures", {{"party", party}, {"manner", "fingerprint"}});
    rest_of_it();
    auto const told = check(token);
    ASSERT_TRUE(told.well()) << told.text;
    auto const copy = told.body();
    EXPECT_EQ(text_of(copy.at("state")), "effective");
    EXPECT_EQ(text_of(copy.at("number")), text_of(paper().at("number")));
    EXPECT_EQ(copy.at("obligations").as_int64(), 1);
    EXPECT_GE(copy.at("pages").as_int64(), 1);
    for (auto const* personal : {"顾真远", "马伊布拉", "漏水", "赔偿", "2046"}) EXPECT_EQ(told.text.find(personal), std::string::npos) << personal;
    auto const page = does(town.mediator, "GET", "/documents/agreement?subject=" + agreement);
    EXPECT_EQ(text_of(page.at("digest")), text_of(copy.at("digest"))) << "the same groups on the paper";
    std::string const text = "一、纠纷的主要事实、争议事项以及各方责任 楼上漏水 二、经调解，当事人自愿达成如下协议 马伊布拉修好水管 三、履行的内容、方式和期限 "
                             "（1）马伊布拉向顾真远履行：赔偿；方式：现金；金额：人民币壹仟元整（¥1,000.00）；最迟履行日期：2023年12月1日。四、不履行的责任 ／";
    EXPECT_EQ(text_of(copy.at("texts").at(0).at("digest")), resolution::digest_of(text));
    EXPECT_NE(text_of(copy.at("texts").at(0).at("digest")), resolution::digest_of("壹" + text));
}

TEST_P(Signing, a_token_of_a_copy_cannot_be_guessed)
{
    begin();
    auto const token = token_of_copy();
    auto const wrong = check(std::string(token.size(), '0'));
    EXPECT_EQ(wrong.status, 404);
    auto changed = token;
    changed.back() = changed.back() == '0' ? '1' : '0';
    EXPECT_EQ(code_of(check(changed)), code_of(wrong));
    EXPECT_EQ(code_of(check("x")), code_of(wrong));
    EXPECT_TRUE(check(token).well());
    auto const which = documents::read_copy_token(town.vault, token);
    ASSERT_TRUE(which);
    EXPECT_EQ(documents::copy_token(town.vault, which->dispute, which->agreement), token);
    EXPECT_NE(documents::copy_token(town.vault, which->dispute, which->dispute).substr(26), token.substr(26));
    for (int n = 0; n < 30; ++n) checked_elsewhere("x");
    EXPECT_EQ(checked_elsewhere(token), 429) << "whoever guesses is told to wait";
}

TEST_P(Signing, a_later_agreement_and_one_held_invalid_are_told)
{
    begin();
    auto const token = token_of_copy();
    for (auto const& party : parties) does(town.mediator, "POST", "/agreements/" + agreement + "/signatures", {{"party", party}, {"manner", "fingerprint"}});
    rest_of_it();
    does(town.director, "POST", "/reopening", {{"reason", "invalid_agreement"}, {"facts", "法院认定无效"}});
    EXPECT_EQ(text_of(check(token).body().at("state")), "invalid");
}

TEST_P(Signing, two_languages_stand_side_by_side_and_one_of_them_governs)
{
    begin();
    draft("马伊布拉修好水管", {{"second", json::object{{"language", "en"}, {"facts", "A leak from above."}, {"terms", "Ma mends the pipe."}, {"translator", "古丽娜"}}}});
    auto const refused = ask_link(0);
    EXPECT_EQ(code_of(refused), "agreement.not_proof_read");
    draft("马伊布拉修好水管", {{"second", json::object{{"language", "en"}, {"facts", "A leak from above."}, {"terms", "Ma mends the pipe."}, {"translator", "古丽娜"}, {"proof_reader", "艾尼瓦尔"}, {"governs", "en"}}}});
    auto const page = open(link(0)).body();
    EXPECT_EQ(text_of(page.at("second_language")), "en");
    EXPECT_EQ(text_of(page.at("governs")), "en");
    EXPECT_EQ(text_of(page.at("i_get").at(0).at("second")), "damages");
    auto const printed = does(town.mediator, "GET", "/documents/agreement?subject=" + agreement);
    auto const html = text_of(printed.at("html"));
    EXPECT_NE(html.find("<td lang=\"en\" dir=\"ltr\"><bdi lang=\"en\">A leak from above.</bdi></td>"), std::string::npos) << html;
    EXPECT_NE(html.find("以英语文本为准"), std::string::npos) << html;
    EXPECT_EQ(check(token_of_copy()).body().at("texts").as_array().size(), 2u);
    EXPECT_TRUE(verified().differences.empty());
}

TEST_P(Signing, a_part_is_agreed_while_the_rest_is_still_talked_about)
{
    begin();
    auto const issue = [&](std::string const& title) {
        return text_of(does(town.mediator, "POST", "/issues", {{"title", title}}).at("dispute").at("room").at("issues").as_array().back().at("id"));
    };
    auto const pipe = issue("水管谁修");
    issue("天花板谁赔");
    draft("马伊布拉修好水管", {{"partial", true}, {"issues", json::array{pipe}}});
    ASSERT_TRUE(sign(pen(link(0), "2046")).well());
    ASSERT_TRUE(sign(pen(link(1), "7788")).well());
    rest_of_it();
    auto const file = town.well(town.mediator, "GET", here);
    EXPECT_EQ(text_of(file.at("dispute").at("stage")), "mediating");
    EXPECT_TRUE(file.at("dispute").at("concluded_at").is_null());
    auto const matter = town.well(town.nobody, "POST", "/my/matter", {{"code", codes[0].at("code")}});
    EXPECT_TRUE(matter.at("agreed_in_part").as_bool());
    EXPECT_EQ(matter.at("still_open"), (json::array{"天花板谁赔"}));
    EXPECT_EQ(matter.at("promises").as_array().size(), 1u) << "what is agreed already binds";
    agreement.clear();
    draft("天花板各自承担");
    ASSERT_TRUE(sign(pen(link(0), "2046")).well());
    ASSERT_TRUE(sign(pen(link(1), "7788")).well());
    rest_of_it();
    EXPECT_EQ(text_of(town.well(town.mediator, "GET", here).at("dispute").at("stage")), "agreed");
    EXPECT_TRUE(verified().differences.empty());
}

INSTANTIATE_TEST_SUITE_P(engines, Signing, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
