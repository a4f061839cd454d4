#include "documents/forms.hpp"
#include "dispute/file.hpp"
#include "law/book.hpp"
#include "registry/testing.hpp"

#include <gtest/gtest.h>

namespace maple::documents {
namespace {

using dispute::Dispute;
using dispute::Side;

constexpr FormName every_form[] = {FormName::acceptance_register, FormName::rights_notice,           FormName::mediation_record,
                                   FormName::agreement,           FormName::oral_agreement_register, FormName::termination_notice};

Instant at(std::string_view day) { return at_clock(date_from_iso(day).value(), 10, 30); }

Kept said(std::string text)
{
    static std::int64_t n = 1000;
    return {Key{++n}, "", std::move(text)};
}

// A house with one committee and one mediator, and a dispute that has been through everything.
struct FormsTest : testing::Test {
    registry::TestHouse house;
    registry::Organisation committee;
    Key mediator{};
    Key room{}, alone{}, written{}, oral{};

    FormsTest()
    {
        house.book = law::open_book();
        house.work([&](Desk& desk) {
            registry::Registrar registrar(desk);
            registry::NewOrganisation office;
            office.kind = registry::OrganisationKind::community_committee;
            office.level = registry::Level::community;
            office.name = "汇福社区人民调解委员会";
            office.name_en = "Huifu Community Mediation Committee";
            office.short_name = "克迎汇";
            office.division = "650203007001";
            office.has_seal = true;
            committee = registrar.add(office);
            mediator = registrar.add(registry::NewPerson{{}, committee.id, "马晓燕", "", "zh", "", {registry::Service::mediator}, "", {}}).id;
            registrar.write();
        });
    }

    dispute::Party party(Side side, std::string name)
    {
        dispute::Party p;
        p.id = new_key();
        p.side = side;
        p.name = said(std::move(name));
        return p;
    }

    dispute::Session session(dispute::SessionKind kind, Dispute const& d, std::string record)
    {
        dispute::Session s;
        s.id = new_key();
        s.kind = kind;
        s.held_at = at("2023-11-24");
        for (auto const& p : d.parties) s.parties.push_back(p.id);
        s.record = said(std::move(record));
        s.result = dispute::SessionResult::failed;
        return s;
    }

    dispute::Agreement agreement(Dispute const& d, bool is_oral)
    {
        dispute::Agreement a;
        a.id = new_key();
        a.oral = is_oral;
        for (auto const& p : d.parties) a.parties.push_back(p.id);
        a.terms = said("被申请人修好水管。");
        a.obligations.emplace_back();
        a.obligations[0].from = d.parties[1].id;
        a.obligations[0].to = d.parties[0].id;
        a.obligations[0].what = said("赔偿墙面损失");
        a.obligations[0].amount = Fen{180000};
        a.obligations[0].due = date_from_iso("2023-12-15").value();
        if (is_oral) a.reached_at = at("2023-11-25");
        return a;
    }

    Dispute whole(std::string const& applicant = "李秀兰")
    {
        Dispute d;
        d.id = new_key();
        d.number = "克迎汇人调字〔2023〕第012号";
        d.kind = "neighbour";
        d.handlings.push_back({committee.id, committee.path, registry::Level::community, true, at("2023-11-20"), at("2023-11-20"), {}, "", ""});
        d.accepted_at = at("2023-11-20");
        d.facts = said("楼上漏水。\n墙面受损。");
        d.parties = {party(Side::applicant, applicant), party(Side::respondent, "张建国")};
        d.appointments.push_back({mediator, true, false, at("2023-11-21"), {}, ""});
        d.sessions = {session(dispute::SessionKind::joint, d, "双方到场。"), session(dispute::SessionKind::separate, d, "底线是一千元")};
        d.agreements = {agreement(d, false), agreement(d, true)};
        d.termination = dispute::Termination{at("2023-12-01"), "one_side_unwilling", {"court_suit"}, {}, {}};
        room = d.sessions[0].id;
        alone = d.sessions[1].id;
        written = d.agreements[0].id;
        oral = d.agreements[1].id;
        return d;
    }

    std::optional<Key> subject(FormName form) const
    {
        if (form == FormName::mediation_record) return room;
        if (form == FormName::agreement) return written;
        if (form == FormName::oral_agreement_register) return oral;
        return std::nullopt;
    }

    Paper print(Dispute const& d, FormName form, std::optional<Key> of, Language language = Language::zh)
    {
        return house.work([&](Desk& desk) {
            desk.language = language;
            return paper(form_template(form, language), values_of(desk, d, form, of));
        });
    }
    Paper print(Dispute const& d, FormName form, Language language = Language::zh) { return print(d, form, subject(form), language); }
};

int count(std::string const& text, std::string_view word)
{
    int n = 0;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++n;
    return n;
}

TEST_F(FormsTest, every_form_fills_every_placeholder_in_both_languages)
{
    auto const d = whole();
    for (auto const language : {Language::zh, Language::en})
        for (auto const form : every_form) {
            auto const page = print(d, form, language);
            EXPECT_FALSE(page.title.empty());
            EXPECT_EQ(page.html.find("{{"), std::string::npos) << page.html;
            EXPECT_EQ(page.html.find("document."), std::string::npos) << page.html;
            EXPECT_NE(page.html.find("<div class=\"together\">"), std::string::npos);
        }
}

TEST_F(FormsTest, a_name_with_markup_characters_survives_as_it_is)
{
    auto const d = whole("A|b*c*<i>_d_&\"{{number}}[x](y)");
    for (auto const form : every_form) {
        auto const page = print(d, form).html;
        EXPECT_NE(page.find("A|b*c*&lt;i&gt;_d_&amp;&quot;{{number}}[x](y)"), std::string::npos) << page;
        EXPECT_EQ(page.find("<i>"), std::string::npos);
    }
    auto const table = print(d, FormName::agreement).html;
    EXPECT_EQ(count(table, "<tr>"), 3) << "a head and two parties";
    EXPECT_EQ(count(table, "<td>"), 4);
}

TEST_F(FormsTest, what_one_side_said_alone_is_never_printed)
{
    auto const d = whole();
    for (auto const form : every_form) EXPECT_EQ(print(d, form).html.find("底线"), std::string::npos);
    EXPECT_EQ(registry::refusal_of([&] { print(d, FormName::mediation_record, alone); }), "document.sealed");
}

TEST_F(FormsTest, sealed_words_are_taken_away_even_from_the_mediator_who_may_read_them)
{
    auto d = whole();
    house.caller = {new_key(), mediator, {{access::Role::mediator, committee.id, committee.path}}};
    auto const open = house.work([&](Desk& desk) {
        auto const sealed = access::prepare_words(d.id, "session.record", "底线是一千元", access::Secrecy::sealed);
        auto const told = access::prepare_words(d.id, "facts", "楼上漏水。", access::Secrecy::open);
        auto const identity = access::prepare_words(d.id, "party.id_number", "990000198001010012", access::Secrecy::personal);
        d.sessions[1].alone = sealed.kept;
        d.facts = told.kept;
        d.parties[0].id_number = identity.kept;
        access::write_ledger(desk, {}, {sealed, told, identity});
        EXPECT_TRUE(fill_for_print(desk, d, FormName::agreement));
        return d;
    });
    EXPECT_EQ(open.facts.text, "楼上漏水。");
    EXPECT_EQ(open.sessions[1].alone.text, std::nullopt);
    EXPECT_EQ(open.parties[0].id_number.text, "990000198001010012") << "article 29 asks for the parties' particulars";
}

TEST_F(FormsTest, who_only_reads_the_file_prints_identity_numbers_masked)
{
    auto d = whole();
    house.caller = {new_key(), new_key(), {{access::Role::supervisor, committee.id, committee.path}}};
    house.work([&](Desk& desk) {
        auto const identity = access::prepare_words(d.id, "party.id_number", "990000198001010012", access::Secrecy::personal);
        d.parties[0].id_number = identity.kept;
        access::write_ledger(desk, {}, {identity});
        EXPECT_FALSE(fill_for_print(desk, d, FormName::agreement));
        EXPECT_NE(d.parties[0].id_number.text, "990000198001010012");
    });
}

TEST_F(FormsTest, what_is_missing_is_struck_out)
{
    auto d = whole();
    d.agreements[0].obligations.clear();
    auto const page = print(d, FormName::agreement).html;
    EXPECT_NE(page.find("性别：／"), std::string::npos);
    EXPECT_NE(page.find("<li>／向／履行：／"), std::string::npos) << page;
    EXPECT_NE(print(d, FormName::acceptance_register).html.find("<td>／</td>"), std::string::npos);
}

TEST_F(FormsTest, an_amount_stands_in_figures_and_in_formal_numerals)
{
    EXPECT_NE(print(whole(), FormName::agreement).html.find("人民币壹仟捌佰元整（¥1,800.00）"), std::string::npos);
    EXPECT_NE(print(whole(), FormName::agreement, Language::en).html.find("CNY 1,800.00 (壹仟捌佰元整)"), std::string::npos);
}

TEST_F(FormsTest, the_english_form_says_that_the_chinese_text_binds)
{
    auto const page = print(whole(), FormName::agreement, Language::en);
    EXPECT_EQ(page.title, "People's Mediation Agreement");
    EXPECT_NE(page.html.find("Reference translation"), std::string::npos);
    EXPECT_NE(page.html.find("15 December 2023"), std::string::npos);
}

TEST_F(FormsTest, lines_of_a_story_stay_lines)
{
    EXPECT_NE(print(whole(), FormName::acceptance_register).html.find("楼上漏水。<br>墙面受损。"), std::string::npos);
}

TEST_F(FormsTest, article_26_the_termination_notice_names_the_other_roads)
{
    auto const page = print(whole(), FormName::termination_notice).html;
    EXPECT_NE(page.find("《人民调解法》第二十六条"), std::string::npos);
    EXPECT_EQ(page.find("<li>／"), std::string::npos);
}

TEST_F(FormsTest, a_fresh_request_offers_nothing_yet_and_says_why)
{
    auto d = whole();
    d.accepted_at.reset();
    d.sessions.clear();
    d.agreements.clear();
    d.termination.reset();
    auto const list = house.work([&](Desk& desk) { return offers(desk, d); });
    ASSERT_EQ(list.size(), std::size(every_form));
    for (auto const& offer : list) {
        EXPECT_FALSE(offer.available);
        EXPECT_FALSE(offer.reason.value_or("").empty());
    }
    EXPECT_EQ(registry::refusal_of([&] { print(d, FormName::termination_notice, std::nullopt); }), "document.not_yet");
    EXPECT_EQ(registry::refusal_of([&] { print(d, FormName::agreement, new_key()); }), "document.unknown");
}

TEST_F(FormsTest, a_record_is_offered_for_each_session_but_not_for_a_talk_alone)
{
    auto const d = whole();
    auto const list = house.work([&](Desk& desk) { return offers(desk, d); });
    int records = 0;
    for (auto const& offer : list) {
        if (offer.form != FormName::mediation_record) continue;
        ++records;
        EXPECT_EQ(offer.available, offer.subject == room);
    }
    EXPECT_EQ(records, 2);
}

TEST(Paper, a_template_that_asks_for_an_unknown_value_is_a_fault)
{
    EXPECT_THROW(paper("# 书\n\n{{nobody}}\n", {}), std::runtime_error);
    EXPECT_THROW(paper("# 书\n\n{{#nobody}}甲\n", {}), std::runtime_error);
    EXPECT_THROW(paper("# 书\n\n<script>1</script>\n", {}), std::runtime_error);
}

}  // namespace
}  // namespace maple::documents
