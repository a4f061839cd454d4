// The table of forms against its templates, and what may and may not stand on a form.
#include "documents/rules.hpp"
#include "documents/testing.hpp"
#include "foundation/embedded.hpp"
#include "law/practice.hpp"

#include <boost/json.hpp>

namespace maple::documents {
namespace {

namespace json = boost::json;

json::object const& declared()
{
    static auto const all = json::parse(*embedded("forms/keys.json")).as_object();
    return all;
}

constexpr Language every_language[] = {Language::zh, Language::en, Language::ug};

// The dispute as it has to stand for this form: refused, transferred, or come to an end.
Dispute as_needed(Dispute d, FormRow const& row)
{
    if (row.key == "refusal_notice") d.closed_as = dispute::Closing::refused;
    if (row.key == "transfer_letter") d.closed_as = dispute::Closing::transferred;
    return d;
}

// Every paper that can be printed, with a note of what was asked.
template <class F> void each_paper(FormsTest& test, Dispute const& whole, Fillings const& fillings, F f)
{
    for (auto const& row : forms_table()) {
        auto const d = as_needed(whole, row);
        int papers = 0;
        for (auto const subject : subjects_of(d, row)) {
            if (!hindrance(row, {d, subject, true}).empty()) continue;
            ++papers;
            for (auto const language : every_language)
                test.house.work([&](Desk& desk) {
                    desk.language = language;
                    if (!form_template(row, language)) return;
                    f(row, subject, language, values_of(desk, d, row, subject ? std::optional(subject) : std::nullopt, fillings));
                });
        }
        EXPECT_GT(papers, 0) << row.key << " is never printed in this test";
    }
}

// Of the form, or within a part of one of its sections.
std::vector<Values> const* section_in(Values const& values, std::string_view name)
{
    if (auto const found = values.sections.find(name); found != values.sections.end()) return &found->second;
    for (auto const& [outer, parts] : values.sections)
        for (auto const& part : parts)
            if (auto const* within = section_in(part, name)) return within;
    return nullptr;
}

TEST_F(FormsTest, every_placeholder_of_every_form_is_given_in_every_language)
{
    auto const d = everything();
    auto const fillings = filled_in(d);
    each_paper(*this, d, fillings, [&](FormRow const& row, Key, Language language, Values const& values) {
        auto const page = paper(*form_template(row, language), values);
        EXPECT_FALSE(page.title.empty());
        EXPECT_EQ(page.html.find("{{"), std::string::npos) << row.key << page.html;
        for (auto const unsaid : {"document.", "field.", "risk_kind.", "signs."})  // a key that nobody worded; not the end of a sentence
            for (auto at = page.html.find(unsaid); at != std::string::npos; at = page.html.find(unsaid, at + 1))
                EXPECT_FALSE(std::islower(static_cast<unsigned char>(page.html[at + std::string_view(unsaid).size()]))) << row.key << page.html;
    });
}

TEST_F(FormsTest, the_list_of_keys_is_what_makers_and_hands_give)
{
    auto const d = everything();
    auto const fillings = filled_in(d);
    each_paper(*this, d, fillings, [&](FormRow const& row, Key, Language, Values const& values) {
        ASSERT_TRUE(declared().contains(row.key)) << row.key;
        auto const& form = declared().at(row.key).as_object();
        for (auto const& [key, says] : form.at("texts").as_object()) EXPECT_TRUE(values.texts.contains(std::string(key))) << row.key << " " << key;
        for (auto const& [name, section] : form.at("sections").as_object()) {
            auto const* rows = section_in(values, name);
            ASSERT_TRUE(rows) << row.key << " " << name;
            for (auto const& one : *rows)
                for (auto const& [key, says] : section.at("texts").as_object())
                    EXPECT_TRUE(one.texts.contains(std::string(key)) || one.drawings.contains(std::string(key)) || values.texts.contains(std::string(key)))
                        << row.key << " " << name << "." << key;
        }
    });
}

TEST(FormTable, says_the_same_of_class_subject_and_article_as_the_list_of_keys)
{
    EXPECT_EQ(declared().size(), forms_table().size());
    for (auto const& row : forms_table()) {
        ASSERT_TRUE(declared().contains(row.key)) << row.key;
        auto const& form = declared().at(row.key).as_object();
        EXPECT_EQ(form.at("class").as_string() == "OPEN", row.paper_class == PaperClass::open) << row.key;
        std::string about = boost::describe::enum_to_string(row.about, "?");
        EXPECT_EQ(form.at("about").as_string(), row.key == "conference_record" ? "conference" : about) << row.key;
        auto const& cited = form.at("articles").as_array();
        bool const known = cited.empty() || std::any_of(cited.begin(), cited.end(), [&](auto const& one) { return one.as_string() == row.article; }) || row.article.starts_with("PML");
        EXPECT_TRUE(known) << row.key << " " << row.article;
        EXPECT_TRUE(law::open_book().statute(row.article, date_from_iso("2026-11-27").value())) << row.article;
        for (auto const& one : row.by_hand) {
            auto const& asked = one.section.empty() ? form.at("texts").as_object() : form.at("sections").at(one.section).at("texts").as_object();
            bool const in_section = std::any_of(form.at("sections").as_object().begin(), form.at("sections").as_object().end(),
                                                [&](auto const& section) { return section.value().at("texts").as_object().contains(one.key); });
            EXPECT_TRUE(asked.contains(one.key) || in_section) << row.key << " asks by hand for " << one.section << one.key;
            for (auto const language : {Language::zh, Language::en}) EXPECT_TRUE(api::can_say(language, "field." + one.key)) << one.key;
        }
    }
}

// No number, no day on which something took effect, no sum and no signature is written by hand.
TEST(FormTable, what_follows_from_the_law_is_never_filled_in_by_hand)
{
    for (auto const& row : forms_table())
        for (auto const never : {"number", "agreement_number", "effective_on", "amount", "outstanding", "last_day", "signed", "mediator_signed", "accepted_on",
                                 "concluded_on", "terminated_on", "requested_on", "told_on", "record", "terms", "facts", "mediators", "committee"})
            for (auto const& one : row.by_hand) EXPECT_NE(one.key, never) << row.key;
}

TEST_F(FormsTest, nothing_sealed_reaches_any_form)
{
    auto const d = everything();
    each_paper(*this, d, filled_in(d), [&](FormRow const& row, Key subject, Language language, Values const& values) {
        EXPECT_EQ(paper(*form_template(row, language), values).html.find("canary"), std::string::npos) << row.key << " about " << shown(subject);
    });
}

TEST_F(FormsTest, dv_5_an_address_that_is_to_be_hidden_stands_on_no_paper_that_the_other_side_sees)
{
    for (bool const by_order : {false, true}) {
        auto d = everything();
        d.parties[0].address = said("藏身处canary一号");
        d.parties[0].phone = said("13800009999");
        d.parties[1].address = said("看得见的地址");
        if (by_order) d.room.protections = {{new_key(), dispute::ProtectionKind::protection_order, d.parties[0].id, d.parties[1].id, date_from_iso("2023-11-01").value(), date_from_iso("2024-04-30").value(), "1", {}, {}}};
        else d.room.checks[0].actions.push_back("hide_address");
        int hidden = 0, seen = 0;
        each_paper(*this, d, filled_in(d), [&](FormRow const& row, Key subject, Language language, Values const& values) {
            auto const page = paper(*form_template(row, language), values).html;
            EXPECT_EQ(page.find("藏身处"), std::string::npos) << row.key << " about " << shown(subject);
            EXPECT_EQ(page.find("13800009999"), std::string::npos) << row.key << " about " << shown(subject);
            hidden += page.find("已存档，不披露") != page.npos;
            seen += page.find("看得见的地址") != page.npos;
        });
        EXPECT_GT(hidden, 5);
        EXPECT_GT(seen, 5) << "the other party's address is printed";
    }
}

TEST_F(FormsTest, an_order_that_has_ended_hides_nothing_any_more)
{
    auto d = everything();
    auto const ended = date_from_iso("2023-11-10").value();
    d.room.protections = {{new_key(), dispute::ProtectionKind::protection_order, d.parties[0].id, d.parties[1].id, date_from_iso("2023-10-01").value(), ended, "1", {}, {}}};
    EXPECT_TRUE(address_kept_back(d, d.parties[0].id, ended));
    EXPECT_FALSE(address_kept_back(d, d.parties[0].id, plus_days(ended, 1)));
    d.room.protections[0].kind = dispute::ProtectionKind::warning_letter;
    EXPECT_FALSE(address_kept_back(d, d.parties[0].id, ended));
}

TEST_F(FormsTest, a_paper_of_one_side_or_for_an_authority_is_never_given_to_the_other_side)
{
    auto const d = everything();
    auto const one = d.parties[0].id, other = d.parties[1].id;
    auto const may = [&](std::string_view form, Key subject, Key party) { return may_be_given(known_form(form), d, subject, party); };
    EXPECT_TRUE(may("agreement", written, one) && may("agreement", written, other));
    EXPECT_TRUE(may("application", {}, one));
    EXPECT_FALSE(may("application", {}, other));
    EXPECT_TRUE(may("delivery_address", one, one));
    EXPECT_FALSE(may("delivery_address", one, other));
    EXPECT_FALSE(may("protection_order_hint", one, other));
    for (auto const form : {"minor_report", "violence_report", "investigation_record", "transfer_letter", "cover"})
        for (auto const party : {one, other}) EXPECT_FALSE(may(form, d.risks[0].id, party)) << form;
    EXPECT_FALSE(may("agreement", written, new_key())) << "somebody who is no party";
    EXPECT_FALSE(may("payment_order_hint", {}, one)) << "a hint about a debt that is not there";
}

TEST_F(FormsTest, in_uyghur_text_every_value_keeps_its_own_direction)
{
    auto const page = print(whole(), "rights_notice", Language::ug).html;
    EXPECT_NE(page.find("\u2068李秀兰"), std::string::npos) << page;
    EXPECT_EQ(registry::refusal_of([&] { print(whole(), "mediation_record", Language::ug); }), "document.not_translated");
    EXPECT_EQ(print(whole(), "rights_notice").html.find("\u2068"), std::string::npos);
}

TEST_F(FormsTest, the_dossier_counts_what_it_needs_and_names_what_is_missing)
{
    auto d = whole();
    auto const list = house.work([&](Desk& desk) { return forms_of(desk, d); });
    std::map<std::string, std::string> missing;
    for (auto const& one : list.missing) missing[one.form] = one.deed;
    EXPECT_EQ(missing["rights_notice"], "mediation.rights_told");
    EXPECT_FALSE(missing.contains("identity_papers")) << "nobody is sent home for his papers when no written agreement came of it";
    EXPECT_EQ(missing["agreement"], "resolution.signed");
    EXPECT_EQ(missing["termination_notice"], "mediation.termination_delivered");
    EXPECT_FALSE(missing.contains("acceptance_register"));
    EXPECT_FALSE(missing.contains("mediation_record"));
    EXPECT_EQ(list.needed, list.there + std::int64_t(list.missing.size()));
    for (auto const& one : list.missing) EXPECT_NE(one.says, "") << one.form;
    for (auto& p : d.parties) p.rights_told_at = at("2023-11-21");
    EXPECT_EQ(house.work([&](Desk& desk) { return forms_of(desk, d); }).there, list.there + 1);
    d.sessions.clear();
    EXPECT_EQ(house.work([&](Desk& desk) { return forms_of(desk, d); }).there, list.there - 1) << "no session, no record, and no rights to be told at its beginning";
}

TEST_F(FormsTest, the_dossier_of_a_dispute_that_goes_on_asks_for_the_parties_papers_and_rights)
{
    auto d = whole();
    d.termination.reset();
    d.sessions.clear();
    auto const missing = [&] {
        std::map<std::string, std::string> all;
        for (auto const& one : house.work([&](Desk& desk) { return forms_of(desk, d); }).missing) all[one.form] = one.deed;
        return all;
    };
    EXPECT_EQ(missing()["identity_papers"], "documents.filled");
    EXPECT_EQ(missing()["rights_notice"], "mediation.rights_told");
    EXPECT_FALSE(missing().contains("termination_notice"));
    d.concluded_at = at("2023-12-01");
    d.agreements = {agreement(d, false)};
    d.agreements[0].effective_at = at("2023-11-26");
    EXPECT_EQ(missing()["identity_papers"], "documents.filled") << "who binds himself in writing has shown who he is";
    d.agreements[0].oral = true;
    EXPECT_FALSE(missing().contains("identity_papers")) << "by word of mouth, article 28";
    d.grade = dispute::Grade::complex;
    EXPECT_EQ(missing()["identity_papers"], "documents.filled");
    for (auto& p : d.parties) p.id_number = said("990000198001010012");
    EXPECT_FALSE(missing().contains("identity_papers"));
}

TEST_F(FormsTest, pipl_28_whoever_binds_himself_in_writing_has_shown_who_he_is)
{
    auto d = whole();
    d.termination.reset();
    d.concluded_at = at("2023-12-01");
    d.agreements = {agreement(d, false)};
    d.agreements[0].effective_at = at("2023-11-26");
    auto const lacks_it = [&] {
        auto const missing = completeness(sheets(d, {})).missing;
        return std::count_if(missing.begin(), missing.end(), [](auto const& one) { return one.row->key == "identity_papers" && one.row->article == "PIPL-28"; });
    };
    EXPECT_EQ(lacks_it(), 1);
    d.parties.front().id_number = said("990000198001010012");
    EXPECT_EQ(lacks_it(), 1) << "the other one has not";
    for (auto& p : d.parties) p.id_number = said("990000198001010012");
    EXPECT_EQ(lacks_it(), 0);
}

TEST_F(FormsTest, nothing_is_needed_that_may_only_be_needed)
{
    auto const d = whole();
    for (auto const& one : sheets(d, {}))
        for (auto const form : {"power_of_attorney", "evidence_list", "joint_call", "forgiveness_letter", "package_manifest"})
            EXPECT_FALSE(one.row->key == form && one.needed) << form;
}

TEST_F(FormsTest, who_has_chosen_a_court_has_said_that_it_will_be_asked)
{
    auto d = whole();
    auto& a = d.agreements[0];
    auto const hindered = [&] { return hindrance(known_form("confirmation_application"), {d, a.id, false}); };
    a.oral = false;
    a.effective_at = Instant{};
    a.asks_confirmation = false;
    a.confirmation.reset();
    EXPECT_EQ(hindered(), "document.not_asked_of_court");
    a.court_choice = dispute::CourtChoice{};
    EXPECT_EQ(hindered(), "document.not_asked_of_court") << "what the parties are to the Corps is no choice yet";
    a.court_choice->outside = "court_of_the_book";
    EXPECT_EQ(hindered(), "");
    a.court_choice.reset();
    a.asks_confirmation = true;
    EXPECT_EQ(hindered(), "");
    d.handover = dispute::Handover{{900}, {40}, "court_after", 0};
    EXPECT_EQ(hindered(), "document.not_asked_of_court") << "SPC16 art. 20: the court that has the case gets the agreement itself";
}

// --- Filling in ------------------------------------------------------------------------------

std::string fault(FormRow const& row, CellText const& asked)
{
    auto const result = changes(row, {asked}, {});
    return result ? "" : result.error().problems.at(0).at + " " + result.error().problems.at(0).code;
}

TEST(Filling, only_what_no_deed_says_is_filled_in_and_only_what_changed_is_kept)
{
    auto const& power = known_form("power_of_attorney");
    EXPECT_EQ(fault(power, {{"", "", "agent_name"}, "王律师"}), "");
    EXPECT_EQ(fault(power, {{"", "", "number"}, "克字第1号"}), "/values/0/key not_by_hand");
    EXPECT_EQ(fault(power, {{"", "1", "agent_name"}, "王律师"}), "/values/0/row unknown_row");
    EXPECT_EQ(fault(power, {{"papers", "1", "name"}, "王律师"}), "/values/0/key not_by_hand");
    EXPECT_EQ(fault(power, {{"", "", "agent_name"}, "王\n律师"}), "/values/0/text line_break");
    EXPECT_EQ(fault(power, {{"", "", "agent_name"}, std::string(201, 'x')}), "/values/0/text too_long");
    EXPECT_EQ(fault(power, {{"", "", "acts"}, "代为承认\n变更请求"}), "") << "several lines";
    auto const& list = known_form("evidence_list");
    EXPECT_EQ(fault(list, {{"evidence", "60", "name"}, "照片"}), "");
    for (auto const row : {"61", "0", "01", "", "a b"}) EXPECT_EQ(fault(list, {{"evidence", row, "name"}, "照片"}), "/values/0/row unknown_row") << row;
    EXPECT_EQ(fault(known_form("identity_papers"), {{"papers", "1", "paper"}, "户口簿"}), "/values/0/row unknown_row") << "rows are the parties";
    Filling before;
    before.cells[{"", "", "agent_name"}] = {"王律师", {}, {}};
    EXPECT_EQ(changes(power, {{{"", "", "agent_name"}, "王律师"}}, before).value().size(), 0u);
    EXPECT_EQ(changes(power, {{{"", "", "agent_name"}, ""}, {{"", "", "from_on"}, "今天"}}, before).value().size(), 2u);
}

TEST(Filling, a_bound_dossier_is_not_changed_any_more)
{
    Dispute d;
    d.stage = dispute::Stage::mediating;
    EXPECT_TRUE(may_fill(d, *find_form("agreement")));
    d.stage = dispute::Stage::archived;
    EXPECT_EQ(may_fill(d, *find_form("agreement")).error().code, "document.bound");
    EXPECT_TRUE(may_fill(d, *find_form("dossier_note"))) << "what is mended stands on its note";
}

std::map<std::string, FormField> asked_of(FormsTest& test, Dispute const& d, std::string_view form, Key subject, Language language = Language::zh)
{
    return test.house.work([&](Desk& desk) {
        desk.language = language;
        std::map<std::string, FormField> all;
        for (auto& one : fields_of(desk, d, known_form(form), subject).fields) all[one.key] = one;
        return all;
    });
}

TEST_F(FormsTest, changing_places_begins_with_what_the_rule_book_says_of_going_to_court)
{
    auto d = everything();
    d.kind = "contract";
    d.amount = Fen{5'000'000};
    auto const& book = *house.book.practice->outlook("contract");
    auto sues = asked_of(*this, d, "changing_places_sheet", d.parties[0].id), sued = asked_of(*this, d, "changing_places_sheet", d.parties[1].id);
    EXPECT_EQ(sues["best_time"].suggested, "大约" + std::to_string(book.months_least) + "个月");
    EXPECT_EQ(sues["worst_time"].suggested, "大约" + std::to_string(book.months_most) + "个月");
    EXPECT_EQ(sued["best_time"].suggested, sues["best_time"].suggested);
    EXPECT_EQ(sues["best_cost"].suggested, "先垫受理费1,050.00元，胜诉后由败诉的一方负担") << "FEE art. 13: 50 yuan, and 2.5 % of what exceeds 10,000";
    EXPECT_TRUE(sues["worst_cost"].suggested.starts_with("受理费1,050.00元由自己负担。"));
    EXPECT_EQ(sues["best_outcome"].suggested, law::in(book.best, "zh-CN"));
    EXPECT_EQ(sues["worst_outcome"].suggested, law::in(book.worst, "zh-CN"));
    EXPECT_EQ(sued["best_outcome"].suggested, "起诉的一方不顺利时：" + law::in(book.worst, "zh-CN"));
    EXPECT_EQ(sued["worst_outcome"].suggested, "起诉的一方顺利时：" + law::in(book.best, "zh-CN"));
    EXPECT_NE(sues["basis_of_estimate"].suggested.find("主张的金额50,000.00元"), std::string::npos);
    EXPECT_NE(sues["basis_of_estimate"].suggested.find("《诉讼费用交纳办法》第十三条"), std::string::npos) << sues["basis_of_estimate"].suggested;
    EXPECT_NE(sues["basis_of_estimate"].suggested.find("不是对结果的预测"), std::string::npos);
    for (auto const by_hand_alone : {"other_case", "other_interests", "common_ground"}) EXPECT_EQ(sues[by_hand_alone].suggested, "") << "what somebody said is for the mediator to weigh";
    EXPECT_NE(asked_of(*this, d, "changing_places_sheet", d.parties[0].id, Language::en)["best_cost"].suggested.find("a court fee of CNY 1,050.00"), std::string::npos);
    d.amount.reset();
    EXPECT_EQ(asked_of(*this, d, "changing_places_sheet", d.parties[0].id)["best_cost"].suggested, "先垫受理费（按金额计算），胜诉后由败诉的一方负担");
    d.kind = "neighbour";
    EXPECT_NE(asked_of(*this, d, "changing_places_sheet", d.parties[0].id)["best_cost"].suggested.find("50.00元至100.00元"), std::string::npos);
    d.kind = "of_no_book";
    EXPECT_EQ(asked_of(*this, d, "changing_places_sheet", d.parties[0].id)["best_time"].suggested, "") << "of what nobody knows nothing is said";
}

TEST_F(FormsTest, what_the_mediator_writes_of_going_to_court_stands_in_place_of_the_rule_book)
{
    auto const d = everything();
    Fillings by_hand;
    by_hand.all[{"changing_places_sheet", d.parties[0].id}].cells[{"", "", "best_time"}] = {"三个月，法官说的", {}, {}};
    auto const page = house.work([&](Desk& desk) {
        auto const& row = known_form("changing_places_sheet");
        return paper(*form_template(row, Language::zh), values_of(desk, d, row, d.parties[0].id, by_hand)).html;
    });
    EXPECT_NE(page.find("三个月，法官说的"), std::string::npos) << page;
    EXPECT_NE(page.find("大约12个月"), std::string::npos) << "the rest is the rule book's";
    EXPECT_EQ(page.find("大约2个月"), std::string::npos);
}

TEST_F(FormsTest, what_is_filled_in_stands_in_place_of_what_the_program_would_print)
{
    auto const d = everything();
    auto const fillings = filled_in(d);
    auto const printed = [&](std::string_view form, std::optional<Key> subject, Fillings const& by_hand) {
        return house.work([&](Desk& desk) {
            auto const& row = known_form(form);
            return paper(*form_template(row, Language::zh), values_of(desk, d, row, subject, by_hand)).html;
        });
    };
    auto const power = printed("power_of_attorney", d.parties[0].id, fillings);
    EXPECT_NE(power.find("手填agent_name"), std::string::npos);
    EXPECT_NE(power.find("特别授权"), std::string::npos);
    EXPECT_NE(printed("power_of_attorney", d.parties[0].id, {}).find("一般授权"), std::string::npos) << "without special powers";
    EXPECT_NE(printed("evidence_list", {}, fillings).find("<td>1</td><td>手填name</td>"), std::string::npos);
    EXPECT_NE(printed("evidence_list", {}, {}).find("<td>／</td><td>／</td>"), std::string::npos);
}

}  // namespace
}  // namespace maple::documents
