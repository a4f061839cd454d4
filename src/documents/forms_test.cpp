#include "documents/reading.hpp"
#include "documents/testing.hpp"

namespace maple::documents {
namespace {

constexpr std::string_view first_forms[] = {"acceptance_register", "rights_notice", "mediation_record", "agreement", "oral_agreement_register", "termination_notice"};

int count(std::string const& text, std::string_view word)
{
    int n = 0;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++n;
    return n;
}

TEST_F(FormsTest, a_name_with_markup_characters_survives_as_it_is)
{
    auto const d = whole("A|b*c*<i>_d_&\"{{number}}[x](y)");
    for (auto const form : first_forms) {
        auto const page = print(d, form).html;
        EXPECT_NE(page.find("A|b*c*&lt;i&gt;_d_&amp;&quot;{{number}}[x](y)"), std::string::npos) << page;
        EXPECT_EQ(page.find("<i>"), std::string::npos);
    }
    auto const table = print(d, "agreement").html;
    EXPECT_EQ(count(table, "<tr>"), 3) << "a head and two parties";
    EXPECT_EQ(count(table, "<td>"), 4);
}

TEST_F(FormsTest, what_one_side_said_alone_is_never_printed)
{
    auto const d = whole();
    for (auto const form : first_forms) EXPECT_EQ(print(d, form).html.find("底线"), std::string::npos);
    EXPECT_EQ(registry::refusal_of([&] { print(d, "mediation_record", alone); }), "document.sealed");
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
        EXPECT_TRUE(fill_for_print(desk, d, known_form("agreement")));
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
        EXPECT_FALSE(fill_for_print(desk, d, known_form("agreement")));
        EXPECT_NE(d.parties[0].id_number.text, "990000198001010012");
    });
}

TEST_F(FormsTest, what_is_missing_is_struck_out)
{
    auto d = whole();
    d.agreements[0].obligations.clear();
    auto const page = print(d, "agreement").html;
    EXPECT_NE(page.find("性别：／"), std::string::npos);
    EXPECT_NE(page.find("三、履行的内容、方式和期限</h2><p>／</p>"), std::string::npos) << page;
    EXPECT_NE(print(d, "acceptance_register").html.find("<td>／</td>"), std::string::npos);
}

TEST_F(FormsTest, an_amount_stands_in_figures_and_in_formal_numerals)
{
    EXPECT_NE(print(whole(), "agreement").html.find("人民币壹仟捌佰元整（¥1,800.00）"), std::string::npos);
    EXPECT_NE(print(whole(), "agreement", Language::en).html.find("CNY 1,800.00 (壹仟捌佰元整)"), std::string::npos);
}

TEST_F(FormsTest, ji22_358_a_group_is_listed_member_by_member_with_the_sums)
{
    auto d = whole();
    d.parties.push_back(group("郑建军等工人"));
    for (auto& a : d.agreements) {
        a.parties.push_back(d.parties.back().id);
        a.effective_at = at("2023-11-26");
        a.asks_confirmation = true;
    }
    auto const listed = [&](std::string_view form, std::optional<Key> about, Language language) {
        auto const page = print(d, form, about, language).html;
        auto const table = page.find("郑建军等工人）</th>") != page.npos || page.find("(郑建军等工人)</th>") != page.npos;
        EXPECT_TRUE(table || language == Language::ug) << form << page;
        for (auto const words : {"郑建军", "吐尔逊·买买提", "王小明", "李四平", "12,900.00", "13,900.00", "14,900.00", "15,900.00", "57,600.00"})
            EXPECT_NE(page.find(words), page.npos) << form << " " << words;
        EXPECT_EQ(page.find("赵退出"), page.npos) << form << ": who left is not bound";
        return page;
    };
    struct { std::string_view form; std::optional<Key> about; } const forms[] = {
        {"application", {}}, {"agreement", written}, {"oral_agreement_register", oral}, {"confirmation_application", written}};
    for (auto const& [form, about] : forms) {
        auto const page = listed(form, about, Language::zh);
        std::string const agreed = form == "application" ? "" : "<td>／</td>";  // who applies has agreed to nothing yet
        EXPECT_NE(page.find("<td>1</td><td>郑建军</td><td>12,900.00</td>" + agreed + "<td>代表人</td>"), page.npos) << page;
        EXPECT_NE(page.find("<td>王小明</td><td>14,900.00</td>" + agreed + "<td>已特别授权代表人</td>"), page.npos) << page;
        EXPECT_NE(page.find("<td>李四平</td><td>15,900.00</td>" + agreed + "<td>本人参加</td>"), page.npos) << page;
        EXPECT_NE(page.find("共4人"), page.npos) << page;
        EXPECT_NE(listed(form, about, Language::en).find("has specially authorised the representatives"), std::string::npos);
        listed(form, about, Language::ug);
    }
    EXPECT_NE(print(d, "agreement").html.find("（共4人）"), std::string::npos) << "the name counts as the list does";
    d.parties.back().members[3].claim.reset();
    auto const unsaid = print(d, "agreement").html;
    EXPECT_NE(unsaid.find("<td>李四平</td><td>／</td>"), std::string::npos);
    EXPECT_NE(unsaid.find("主张金额合计：／"), std::string::npos) << "a sum of some is not a sum";
}

TEST_F(FormsTest, cc_517_what_each_member_gets_stands_in_the_text_and_in_the_list)
{
    auto d = whole();
    d.parties.push_back(group("郑建军等工人"));
    auto const& workers = d.parties.back();
    for (auto& a : d.agreements) {
        a.parties.push_back(workers.id);
        a.obligations[0].to = workers.id;
        a.effective_at = at("2023-11-26");
        a.asks_confirmation = true;
        a.shares = {{workers.id, {{workers.members[0].id, Fen{70000}}, {workers.members[1].id, Fen{50000}}, {workers.members[2].id, Fen{40000}}}, said("二百元交代表作路费")}};
    }
    struct { std::string_view form; std::optional<Key> about; } const forms[] = {{"agreement", written}, {"oral_agreement_register", oral}, {"confirmation_application", written}};
    for (auto const& [form, about] : forms) {
        auto const page = print(d, form, about).html;
        EXPECT_NE(page.find("<td>1</td><td>郑建军</td><td>12,900.00</td><td>700.00</td><td>代表人</td>"), page.npos) << form << page;
        EXPECT_NE(page.find("<td>李四平</td><td>15,900.00</td><td>／</td>"), page.npos) << form;
        EXPECT_NE(page.find("协议金额合计：人民币壹仟陆佰元整（¥1,600.00）"), page.npos) << form;
        auto const english = print(d, form, about, Language::en).html;
        EXPECT_NE(english.find("Sum agreed (CNY)"), english.npos) << form;
    }
    auto const page = print(d, "agreement").html;
    EXPECT_NE(page.find("各成员分得：郑建军700.00元、吐尔逊·买买提500.00元、王小明400.00元，合计人民币壹仟陆佰元整（¥1,600.00）。"), page.npos) << page;
    EXPECT_NE(page.find("与应付金额不一致的原因：二百元交代表作路费"), page.npos) << page;
    EXPECT_EQ(print(d, "application").html.find("协议金额"), std::string::npos) << "who applies has agreed to nothing yet";
}

TEST_F(FormsTest, without_a_group_there_is_no_list_of_members)
{
    auto const d = whole();
    for (auto const form : {"application", "agreement", "oral_agreement_register"}) {
        auto const page = print(d, form).html;
        EXPECT_EQ(page.find("名单"), std::string::npos) << form;
        EXPECT_EQ(page.find("主张金额"), std::string::npos) << form;
    }
}

TEST_F(FormsTest, the_english_form_says_that_the_chinese_text_binds)
{
    auto const page = print(whole(), "agreement", Language::en);
    EXPECT_EQ(page.title, "People's Mediation Agreement");
    EXPECT_NE(page.html.find("Reference translation"), std::string::npos);
    EXPECT_NE(page.html.find("15 December 2023"), std::string::npos);
}

// The agreement in Chinese and English, as its parties chose which of them governs.
Dispute in_two_languages(FormsTest& test, dispute::Tongue governs)
{
    auto d = test.whole();
    auto& a = d.agreements[0];
    auto& second = a.second.emplace();
    second.language = dispute::Tongue::en;
    second.facts = said("Water came through the ceiling.");
    second.terms = said("The respondent mends the pipe.");
    second.translator = said("古丽娜");
    second.proof_reader = said("艾尼瓦尔");
    second.governs = governs;
    a.obligations[0].second = said("damages for the wall");
    return d;
}

constexpr std::string_view chinese_binds = "The Chinese text is binding";

TEST_F(FormsTest, where_the_chinese_text_governs_every_sheet_says_so_once_and_nothing_else)
{
    auto const d = in_two_languages(*this, dispute::Tongue::zh);
    auto const english = print(d, "agreement", Language::en).html;
    EXPECT_NE(english.find(chinese_binds), english.npos) << english;
    EXPECT_NE(english.find("the Chinese text governs"), english.npos) << english;
    EXPECT_EQ(english.find("the text in English governs"), english.npos) << english;
    auto const chinese = print(d, "agreement").html;
    EXPECT_NE(chinese.find("以中文文本为准"), chinese.npos) << chinese;
    EXPECT_EQ(chinese.find("以英语文本为准"), chinese.npos) << chinese;
    EXPECT_TRUE(is_translation(d, known_form("agreement"), written, Language::en));
}

TEST_F(FormsTest, where_the_english_text_governs_no_sheet_says_that_the_chinese_binds)
{
    auto const d = in_two_languages(*this, dispute::Tongue::en);
    auto const english = print(d, "agreement", Language::en).html;
    EXPECT_EQ(english.find(chinese_binds), english.npos) << english;
    EXPECT_EQ(english.find("Reference translation"), english.npos) << english;
    EXPECT_NE(english.find("this text, in English, governs"), english.npos) << english;
    EXPECT_NE(english.find("The respondent mends the pipe."), english.npos) << "what governs stands on the sheet that says so: " << english;
    EXPECT_NE(english.find("damages for the wall"), english.npos) << english;
    auto const chinese = print(d, "agreement").html;
    EXPECT_LT(chinese.find("以英语文本为准；中文文本供对照"), chinese.find("一、纠纷的主要事实")) << chinese;
    EXPECT_EQ(chinese.find("以中文文本为准"), chinese.npos) << chinese;
    auto const uyghur = print(d, "agreement", Language::ug).html;
    EXPECT_EQ(uyghur.find("خەنزۇچە نۇسخىسى ئاساس قىلىنىدۇ"), uyghur.npos) << uyghur;
    EXPECT_NE(uyghur.find("پايدىلىنىش تەرجىمىسى"), uyghur.npos) << "a third language explains both: " << uyghur;
    EXPECT_FALSE(is_translation(d, known_form("agreement"), written, Language::en)) << "nor does the head of its pages";
    EXPECT_TRUE(is_translation(d, known_form("agreement"), written, Language::ug));
    EXPECT_TRUE(is_translation(d, known_form("oral_agreement_register"), oral, Language::en));
}

TEST_F(FormsTest, an_agreement_in_chinese_alone_says_nothing_of_two_texts)
{
    auto const page = print(whole(), "agreement").html;
    EXPECT_EQ(page.find("为准"), page.npos) << page;
    EXPECT_NE(print(whole(), "agreement", Language::en).html.find(chinese_binds), std::string::npos);
}

TEST_F(FormsTest, lines_of_a_story_stay_lines)
{
    EXPECT_NE(print(whole(), "acceptance_register").html.find("楼上漏水。<br>墙面受损。"), std::string::npos);
}

TEST_F(FormsTest, article_26_the_termination_notice_names_the_other_roads)
{
    auto const page = print(whole(), "termination_notice").html;
    EXPECT_NE(page.find("《人民调解法》第二十六条"), std::string::npos);
    EXPECT_EQ(page.find("<li>／"), std::string::npos);
}

TEST_F(FormsTest, a_fresh_request_offers_its_application_and_says_why_nothing_else)
{
    auto d = whole();
    d.accepted_at.reset();
    d.sessions.clear();
    d.agreements.clear();
    d.termination.reset();
    auto const list = house.work([&](Desk& desk) { return forms_of(desk, d); });
    std::set<std::string> known;
    for (auto const& offer : list.forms) {
        known.insert(offer.form);
        EXPECT_NE(offer.available, offer.reason.has_value()) << offer.form;
        EXPECT_NE(offer.reason, "") << offer.form;
        if (offer.form == "application") {
            EXPECT_TRUE(offer.available);
        } else if (offer.form == "acceptance_register" || offer.form == "agreement" || offer.form == "cover") {
            EXPECT_FALSE(offer.available) << offer.form;
        }
    }
    EXPECT_EQ(known.size(), forms_table().size());
    EXPECT_EQ(registry::refusal_of([&] { print(d, "termination_notice", std::nullopt); }), "document.not_yet");
    EXPECT_EQ(registry::refusal_of([&] { print(d, "agreement", std::nullopt); }), "document.not_yet");
    EXPECT_EQ(registry::refusal_of([&] { print(d, "agreement", new_key()); }), "document.unknown");
    EXPECT_EQ(registry::refusal_of([&] { print(d, "nothing", std::nullopt); }), "document.unknown");
}

TEST_F(FormsTest, a_record_is_offered_for_each_session_but_not_for_a_talk_alone)
{
    auto const d = whole();
    auto const list = house.work([&](Desk& desk) { return forms_of(desk, d); });
    int records = 0;
    for (auto const& offer : list.forms) {
        if (offer.form != "mediation_record") continue;
        ++records;
        EXPECT_EQ(offer.available, offer.subject == room);
    }
    EXPECT_EQ(records, 2);
}

TEST(Paper, a_table_is_there_once_for_each_part_of_the_section_in_its_head)
{
    std::string const form = "# 书\n\n| {{#groups}}姓名（{{group}}） |\n|---|\n| {{#members}}{{member}} |\n";
    auto const group = [](std::string name, std::string member) {
        Values one{{{"group", std::move(name)}}, {}};
        one.sections["members"] = {Values{{{"member", std::move(member)}}, {}}};
        return one;
    };
    Values two;
    two.sections["groups"] = {group("甲组", "张一"), group("乙组", "李二")};
    auto const html = paper(form, two).html;
    EXPECT_EQ(count(html, "<table>"), 2) << html;
    EXPECT_NE(html.find("姓名（甲组）</th></tr></thead><tbody><tr><td>张一</td></tr></tbody></table><table>"), std::string::npos) << html;
    EXPECT_NE(html.find("姓名（乙组）</th></tr></thead><tbody><tr><td>李二</td></tr></tbody>"), std::string::npos) << html;
    Values none;
    none.sections["groups"];
    EXPECT_EQ(paper(form, none).html, "");
}

TEST(Paper, a_template_that_asks_for_an_unknown_value_is_a_fault)
{
    EXPECT_THROW(paper("# 书\n\n{{nobody}}\n", {}), std::runtime_error);
    EXPECT_THROW(paper("# 书\n\n{{#nobody}}甲\n", {}), std::runtime_error);
    EXPECT_THROW(paper("# 书\n\n<script>1</script>\n", {}), std::runtime_error);
}

}  // namespace
}  // namespace maple::documents
