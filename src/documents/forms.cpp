#include "documents/forms.hpp"
#include "api/words.hpp"
#include "dispute/file.hpp"
#include "dispute/life.hpp"
#include "documents/rules.hpp"
#include "foundation/embedded.hpp"
#include "registry/roll.hpp"

#include <algorithm>
#include <charconv>

namespace maple::documents {
namespace {

std::optional<Key> told(Key subject) { return subject ? std::optional(subject) : std::nullopt; }

// --- What a paper is about ---------------------------------------------------------------

std::string about(Reading const& r)
{
    if (!r.subject) return {};
    switch (r.row.about) {
    case About::party: return name_of(r, r.subject);
    case About::session: {
        auto const* s = dispute::session(r.d, r.subject);
        return r.say("document.session_about", {{"date", r.say.date(s->held_at ? s->held_at : s->planned_for)}, {"kind", r.say.word("session_kind", s->kind)}});
    }
    case About::agreement:
    case About::confirmation: {
        auto const* a = dispute::agreement(r.d, r.subject);
        return a->number.empty() ? r.say.date(a->reached_at) : a->number;
    }
    case About::obligation: {
        auto const* o = dispute::obligation(r.d, r.subject);
        return r.say("document.promise_about", {{"from", name_of(r, o->from)}, {"due", r.say.date(o->due)}});
    }
    case About::visit:
        for (auto const& one : r.d.visits)
            if (one.id == r.subject) return r.say.date(one.at);
        return {};
    case About::call: return organisation_name(r.desk, dispute::call(r.d, r.subject)->organisation);
    case About::risk: {
        auto const* risk = dispute::risk(r.d, r.subject);
        return r.say("document.session_about", {{"date", r.say.date(risk->raised_at)}, {"kind", r.say.word("risk_kind", risk->kind)}});
    }
    default: return {};
    }
}

Reading reading(Desk& desk, Dispute const& d, FormRow const& row, Key subject, Fillings const& fillings)
{
    return {desk, d, row, subject, Said(desk.language), fillings};
}

std::string signs(Reading const& r)
{
    std::vector<std::string> names;
    for (auto left = r.row.signs; !left.empty();) {
        auto const end = std::min(left.find(' '), left.size());
        names.push_back(r.say("signs." + std::string(left.substr(0, end))));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return r.say.list(names);
}

std::vector<std::string> languages_of(FormRow const& row)
{
    std::vector<std::string> all;
    if (form_template(row, Language::zh)) all.emplace_back("zh");
    if (form_template(row, Language::en)) all.emplace_back("en");
    if (form_template(row, Language::ug)) all.emplace_back("ug");
    return all;
}

std::vector<std::string> wanted(Dispute const& d, FormRow const& row, Key subject)
{
    std::vector<std::string> all;
    for (auto const* one : dispute::present_parties(d)) {
        auto const language = one->language == dispute::Tongue::en ? Language::en : Language::ug;
        if ((one->language != dispute::Tongue::ug && one->language != dispute::Tongue::en) || !may_be_given(row, d, subject, one->id)) continue;
        std::string const name = language == Language::en ? "en" : "ug";
        if (form_template(row, language) && std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
    }
    return all;
}

// What makes a paper that is missing: an agreement first needs the parties, then the mediator, then the seal.
std::string deed_of(Dispute const& d, DossierLine const& sheet)
{
    if (sheet.row->key != "agreement") return std::string(sheet.row->deed);
    auto const& a = *dispute::agreement(d, sheet.subject);
    if (a.signatures.size() < a.parties.size()) return "resolution.signed";
    return a.mediator_signed_at ? "resolution.sealed" : "resolution.mediator_signed";
}

FormOffer offer(Desk& desk, Dispute const& d, Fillings const& fillings, DossierLine const& sheet)
{
    auto const& row = *sheet.row;
    auto const r = reading(desk, d, row, sheet.subject, fillings);
    FormOffer one;
    one.form = row.key;
    one.subject = told(sheet.subject);
    one.group = row.group;
    one.number = row.number;
    one.title = form_title(row, desk.language);
    one.about = about(r);
    one.paper_class = row.paper_class;
    one.reach = row.reach;
    one.signs = signs(r);
    one.article = dispute::article_view(desk, row.article);
    one.needed = sheet.needed;
    one.there = sheet.there;
    one.available = sheet.hindrance.empty();
    if (!one.available) one.reason = r.say(sheet.hindrance);
    // What there is no occasion for is not filled in either; a paper that lacks only the hand's words is.
    one.fillable = !row.by_hand.empty() && (one.available || sheet.hindrance == "document.not_filled") && may_fill(d, row);
    one.filled = !r.filling().cells.empty();
    one.languages = languages_of(row);
    one.wanted = wanted(d, row, sheet.subject);
    return one;
}

// --- Values --------------------------------------------------------------------------------

void check(Desk& desk, Dispute const& d, FormRow const& row, std::optional<Key> subject, Fillings const& fillings)
{
    auto const subjects = subjects_of(d, row);
    auto why = row.none;
    if (subject || !subjects.empty() || why.empty()) {
        auto const key = known_subject(d, row, subject);
        why = hindrance(row, {d, key, !fillings.of(row.key, key).cells.empty()});
    }
    if (why == "document.alone") throw Refused(refuse(Because::forbidden_by, "document.sealed"));
    if (!why.empty()) throw Refused(refuse(Because::wrong_stage, "document.not_yet", {{"why", "@" + std::string(why)}}));
    if (!form_template(row, desk.language)) throw Refused(refuse(Because::not_found, "document.not_translated"));
}

Values made(Reading const& r)
{
    Values v;
    of_dispute(r, v);
    for (auto const make : r.row.makers) make(r, v);
    return v;
}

int number_of_row(std::string const& row)
{
    int n = 0;
    auto const end = row.data() + row.size();
    auto const [at, fault] = std::from_chars(row.data(), end, n);
    return fault == std::errc{} && at == end ? n : 0;
}

// Rows that were added by hand, in their order; a row that was emptied is gone.
void add_rows(FormRow const& form, Filling const& filling, std::string_view section, std::vector<Values>& rows)
{
    std::map<int, Values> added;
    for (auto const& [cell, written] : filling.cells)
        if (cell.section == section && number_of_row(cell.row) > 0) put(added[number_of_row(cell.row)], {{cell.key, written.text}, {"row", cell.row}});
    for (auto& [n, row] : added) {
        for (auto const& one : form.by_hand)
            if (one.section == section) row.texts.emplace(one.key, "");
        row.texts.emplace("no", std::to_string(rows.size() + 1));
        rows.push_back(std::move(row));
    }
}

// What was filled in by hand stands in place of what the program would print.
void lay_over(FormRow const& form, Filling const& filling, Values& v)
{
    for (auto const& one : form.by_hand) {
        if (one.section.empty()) {
            auto const text = filling.text({"", "", one.key});
            if (!text.empty()) put(v, {{one.key, text}});
            else v.texts.emplace(one.key, "");
            continue;
        }
        for (auto& row : v.sections[one.section]) {
            auto const text = filling.text({one.section, row.texts["row"], one.key});
            if (!text.empty()) put(row, {{one.key, text}});
            else row.texts.emplace(one.key, "");
        }
    }
    std::string done;
    for (auto const& one : form.by_hand)
        if (one.grows && one.section != done) add_rows(form, filling, done = one.section, v.sections[one.section]);
}

// In text from right to left a value keeps its own direction (Unicode FSI and PDI, line by line).
void isolate(Values& v)
{
    for (auto& [name, text] : v.texts) {
        std::string out;
        for (std::size_t from = 0; from < text.size();) {
            auto const end = std::min(text.find('\n', from), text.size());
            if (end > from) out += "\u2068" + text.substr(from, end - from) + "\u2069";
            if (end < text.size()) out += '\n';
            from = end + 1;
        }
        text = std::move(out);
    }
    for (auto& [name, rows] : v.sections)
        for (auto& row : rows) isolate(row);
}

// --- What is asked for ---------------------------------------------------------------------

FormField asked(Reading const& r, Field const& one, std::string row, Values const* values)
{
    FormField field{one.section, std::move(row), one.key, r.say("field." + one.key), "", "", "", one.lines};
    field.text = r.filling().text({field.section, field.row, field.key});
    if (values) {
        auto const known = values->texts.find(one.key);
        if (known != values->texts.end() && known->second != r.say("document.pen_date")) field.suggested = known->second;
        for (auto const name : {"side", "name", "risk", "issue"})
            if (auto const found = values->texts.find(name); found != values->texts.end() && !one.section.empty() && one.key != name)
                field.about += (field.about.empty() ? "" : " ") + found->second;
    }
    return field;
}

void ask(Reading const& r, Values const& v, FormFields& into)
{
    for (auto const& one : r.row.by_hand) {
        if (one.section.empty()) {
            into.fields.push_back(asked(r, one, "", &v));
            continue;
        }
        auto const rows = v.sections.find(one.section);
        if (rows != v.sections.end())
            for (auto const& row : rows->second) into.fields.push_back(asked(r, one, row.texts.at("row"), &row));
        if (!one.grows) continue;
        if (into.rows.empty() || into.rows.back().section != one.section) into.rows.push_back({one.section, r.say("field_rows." + one.section), {}});
        into.rows.back().columns.push_back(asked(r, one, "", nullptr));
        for (auto const& [cell, written] : r.filling().cells)
            if (cell.section == one.section && cell.key == one.key && number_of_row(cell.row) > 0) into.fields.push_back(asked(r, one, cell.row, nullptr));
    }
}

}  // namespace

FormRow const& known_form(std::string_view key)
{
    if (auto const* row = find_form(key)) return *row;
    throw Refused(refuse(Because::not_found, "document.unknown"));
}

Key known_subject(Dispute const& d, FormRow const& row, std::optional<Key> subject)
{
    auto const known = subjects_of(d, row);
    auto const key = subject.value_or(Key{});
    if (std::find(known.begin(), known.end(), key) == known.end()) throw Refused(refuse(Because::not_found, "document.unknown"));
    return key;
}

std::optional<std::string_view> form_template(FormRow const& row, Language language)
{
    return embedded("forms/" + std::string(api::tag(language)) + "/" + std::string(row.key) + ".md");
}

std::string form_title(FormRow const& row, Language language)
{
    auto text = form_template(row, language);
    if (!text) text = form_template(row, Language::zh);
    if (!text) throw std::runtime_error("the binary carries no form " + std::string(row.key));
    auto const first = text->substr(0, text->find('\n'));
    return std::string(first.substr(first.find_first_not_of("# ")));
}

Forms forms_of(Desk& desk, Dispute const& d)
{
    auto const fillings = fillings_of(desk, d);
    auto const all = sheets(d, fillings);
    auto const sum = completeness(all);
    auto const mine = dispute::allowed(d, desk.caller, desk.now);
    bool const by_hand = dispute::permitted(d, Filled::deed) && access::may(desk.caller, access::Right::follow_up, dispute::matter_of(d, desk.now));
    Forms view{dispute::number_of(d), {}, sum.needed, sum.there, {}, by_hand};
    for (auto const& one : all) view.forms.push_back(offer(desk, d, fillings, one));
    for (auto const& one : sum.missing) {
        auto const deed = deed_of(d, one);
        view.missing.push_back({std::string(one.row->key), told(one.subject), form_title(*one.row, desk.language),
                                about(reading(desk, d, *one.row, one.subject, fillings)), deed, deed.empty() ? "" : api::say(desk.language, "deed." + deed),
                                deed == Filled::deed ? by_hand : mine.contains(deed)});
    }
    return view;
}

FormFields fields_of(Desk& desk, Dispute const& d, FormRow const& row, std::optional<Key> subject)
{
    auto const fillings = fillings_of(desk, d);
    auto const key = known_subject(d, row, subject);
    auto const r = reading(desk, d, row, key, fillings);
    FormFields view{std::string(row.key), told(key), form_title(row, desk.language), about(r), d.version, "", {}, {}, {}};
    auto const mind = "form_mind." + std::string(row.key);
    if (api::can_say(desk.language, mind)) view.says = r.say(mind);
    // Before it can be printed some of what it would say is not there to be read.
    bool const ready = hindrance(row, {d, key, true}).empty();
    ask(r, ready ? made(r) : Values{}, view);
    for (auto change = r.filling().changes.rbegin(); change != r.filling().changes.rend(); ++change) {
        FormChange one{change->at, person_name(r, change->person), {}};
        for (auto const& cell : change->cells) one.names.push_back(r.say("field." + cell.key));
        view.changes.push_back(std::move(one));
    }
    return view;
}

namespace {

dispute::Agreement const* agreement_meant(Dispute const& d, FormRow const& row, Key subject)
{
    if (row.about == About::agreement) return dispute::agreement(d, subject);
    return row.about == About::obligation ? agreement_of(d, subject) : nullptr;
}

}  // namespace

void fill_masked(Desk& desk, Dispute& d)
{
    dispute::fill_words(desk, d);
    auto const unsealed = access::words_of(desk.sql, desk.house.vault, d.id, true, false);
    each_kept(d, [&](auto& kept) { if (!unsealed.contains(kept.id.n)) kept.text.reset(); });
}

bool fill_for_print(Desk& desk, Dispute& d, FormRow const& row)
{
    fill_masked(desk, d);
    if (!row.particulars || !access::sight(desk.caller, dispute::matter_of(d, desk.now)).contacts) return false;
    auto const unsealed = access::words_of(desk.sql, desk.house.vault, d.id, true, false);
    auto const write_out = [&](Kept& kept) {
        if (auto const words = unsealed.find(kept.id.n); words != unsealed.end()) kept.text = words->second;
    };
    for (auto& p : d.parties) {
        for (Kept* kept : {static_cast<Kept*>(&p.id_number), static_cast<Kept*>(&p.address), static_cast<Kept*>(&p.phone)}) write_out(*kept);
        if (p.guardian) write_out(p.guardian->phone);
    }
    for (auto& a : d.agreements)
        for (auto& s : a.signatures)
            if (s.pen) write_out(s.pen->strokes);
    return true;
}

Values values_of(Desk& desk, Dispute const& d, FormRow const& row, std::optional<Key> subject)
{
    return values_of(desk, d, row, subject, fillings_of(desk, d));
}

Values values_of(Desk& desk, Dispute const& d, FormRow const& row, std::optional<Key> subject, Fillings const& fillings)
{
    check(desk, d, row, subject, fillings);
    // What was signed is printed with the names that stand under it, whatever was mended since.
    std::optional<Dispute> as_signed;
    if (auto const* a = agreement_meant(d, row, subject.value_or(Key{})); a && !a->names.empty()) dispute::bear_names_of(as_signed.emplace(d), *a);
    auto const r = reading(desk, as_signed ? *as_signed : d, row, subject.value_or(Key{}), fillings);
    auto v = made(r);
    lay_over(row, r.filling(), v);
    if (desk.language == Language::ug) isolate(v);
    return v;
}

}  // namespace maple::documents
