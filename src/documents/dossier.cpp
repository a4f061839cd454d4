#include "documents/dossier.hpp"
#include "dispute/file.hpp"
#include "documents/forms.hpp"
#include "papers/paper.hpp"

#include <algorithm>

namespace maple::documents {
namespace {

bool one_is_enough(FormRow const& row) { return row.about == About::session || row.about == About::visit; }

}  // namespace

std::vector<DossierLine> sheets(Dispute const& d, Fillings const& fillings)
{
    std::vector<DossierLine> all;
    for (auto const& row : forms_table()) {
        auto const subjects = subjects_of(d, row);
        for (auto const subject : subjects) {
            FormOf const leaf{d, subject, !fillings.of(row.key, subject).cells.empty()};
            all.push_back({&row, subject, hindrance(row, leaf), is_needed(row, leaf), is_there(row, leaf)});
        }
        if (subjects.empty() && !row.none.empty()) all.push_back({&row, {}, row.none, one_is_enough(row) && is_needed(row, {d}), false});
    }
    return all;
}

Completeness completeness(std::vector<DossierLine> const& all)
{
    Completeness sum;
    for (auto const& row : forms_table()) {
        std::vector<DossierLine> needed;
        for (auto const& one : all)
            if (one.row == &row && one.needed) needed.push_back(one);
        if (one_is_enough(row) && !needed.empty()) {
            auto const there = std::find_if(needed.begin(), needed.end(), [](auto const& one) { return one.there; });
            needed = {there == needed.end() ? needed.front() : *there};
        }
        for (auto const& one : needed) {
            ++sum.needed;
            if (one.there) ++sum.there;
            else sum.missing.push_back(one);
        }
    }
    return sum;
}

// --- What the dossier says of itself ---------------------------------------------------

namespace {

std::string methods(Reading const& r)
{
    std::vector<std::string> names;
    for (auto const& s : r.d.sessions)
        for (auto const& method : s.methods)
            if (auto name = choice_name(r, "method", method); std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    return r.say.list(names);
}

std::string confirmation(Reading const& r, dispute::Agreement const* a)
{
    if (!a || !a->confirmation) return r.say("document.not_confirmed");
    return a->confirmation->ruling ? r.say.word("ruling", *a->confirmation->ruling) : r.say("document.confirmation_asked");
}

// Lists show initials where a minor or a family is concerned; so does the back of a folder.
std::string title(Reading const& r)
{
    auto const* kind = r.desk.book().kind(r.d.kind);
    bool const discreet = dispute::minor_concerned(r.d) || (kind && kind->personal_relations);
    std::vector<std::string> names;
    for (auto const& p : r.d.parties)
        if (!p.left && p.name.text) names.push_back(discreet ? KeptName::masked(*p.name.text) : *p.name.text);
    return r.say("document.dossier_title", {{"names", r.say.list(names)}, {"kind", kind_name(r)}});
}

std::optional<Instant> made_at(Dispute const& d, DossierLine const& sheet)
{
    switch (sheet.row->about) {
    case About::session: return dispute::session(d, sheet.subject)->held_at;
    case About::agreement: {
        auto const& a = *dispute::agreement(d, sheet.subject);
        return a.effective_at ? a.effective_at : a.reached_at;
    }
    case About::confirmation: {
        auto const& asked = dispute::agreement(d, sheet.subject)->confirmation;
        return asked ? std::optional(asked->applied_at) : std::nullopt;
    }
    case About::visit:
        for (auto const& one : d.visits)
            if (one.id == sheet.subject) return one.at;
        return std::nullopt;
    case About::risk: return dispute::risk(d, sheet.subject)->reported_at;
    case About::call: return dispute::call(d, sheet.subject)->called_at;
    case About::obligation: {
        auto const* promise = dispute::obligation(d, sheet.subject);
        return promise ? promise->settled_at : std::nullopt;
    }
    default: break;
    }
    if (sheet.row->key == "rights_notice" && !d.parties.empty()) return d.parties.front().rights_told_at;
    if (sheet.row->key == "closing_report") return d.concluded_at;
    if (sheet.row->key == "acceptance_register") return d.accepted_at;
    if (sheet.row->key == "application") return d.requested_at;
    return sheet.row->key == "termination_notice" && d.termination ? std::optional(d.termination->at) : std::nullopt;
}

// The papers that lie between cover and back cover.
bool bound_in(DossierLine const& sheet)
{
    auto const& key = sheet.row->key;
    return sheet.there && lies_with_others(*sheet.row) && key != "cover" && key != "catalogue" && key != "back_cover";
}

// Whoever binds the dossier puts the pages here; a recording has none, and is told by its length.
std::string not_bound(Reading const& r, papers::OpenPaper const& one)
{
    if (one.media == papers::Media::pdf || one.type.starts_with("image/")) return "";
    constexpr std::int64_t kilobyte = 1000;
    return r.say("document.recording", {{"kb", std::to_string((one.size + kilobyte - 1) / kilobyte)}});
}

// What was brought and lies open with the forms, for who may read the words on it: told apart by the
// beginning of its sum.
std::vector<Values> brought(Reading const& r)
{
    constexpr std::size_t beginning = 16;
    std::vector<Values> all;
    if (!access::sight(r.desk.caller, dispute::matter_of(r.d, r.desk.now)).personal) return all;
    for (auto const& one : papers::open_papers(r.desk, r.d.id))
        all.push_back(row_of(shown(one.id), {{"no", std::to_string(all.size() + 1)},
                                             {"name", one.title},
                                             {"paper_kind", r.say.word("paper_kind", one.kind)},
                                             {"added_on", r.say.date(one.added_at)},
                                             {"pages", not_bound(r, one)},
                                             {"fingerprint", one.sha256.substr(0, beginning)}}));
    return all;
}

}  // namespace

bool lies_with_others(FormRow const& row)
{
    return row.group != Group::safety && row.key != "changing_places_sheet" && row.key != "payment_order_hint" && row.key != "delivery_address";
}

void of_outcome(Reading const& r, Values& v)
{
    auto const* a = main_agreement(r.d);
    auto const sessions = std::count_if(r.d.sessions.begin(), r.d.sessions.end(), [](auto const& s) { return s.held_at && s.kind == dispute::SessionKind::joint; });
    auto const retention = r.d.retention.empty() ? "" : choice_name(r, "archive_retention", r.d.retention);
    put(v, {{"dossier_title", title(r)},
            {"concluded_on", r.say.date(r.d.concluded_at)},
            {"outcome", outcome(r)},
            {"agreement_number", a ? agreement_number(r, *a) : ""},
            {"agreement_form", a ? r.say(a->oral ? "document.oral" : "document.written") : ""},
            {"performance", performance(r, a)},
            {"confirmation", confirmation(r, a)},
            {"visited_on", r.d.visits.empty() ? "" : r.say.date(r.d.visits.back().at)},
            {"sessions_held", std::to_string(sessions)},
            {"methods", methods(r)},
            {"result", outcome(r)},
            {"retention", retention},
            {"archived_on", r.say.date(r.d.archived_at)}});
}

std::string outcome(Reading const& r)
{
    if (auto const* a = main_agreement(r.d); a && a->effective_at) return r.say(a->oral ? "document.ended_orally" : "document.ended_in_writing");
    if (r.d.termination) return r.say("document.ended_without", {{"reason", choice_name(r, "termination", r.d.termination->reason)}});
    return r.d.closed_as ? r.say.word("closing", *r.d.closed_as) : "";
}

void of_contents(Reading const& r, Values& v)
{
    auto const all = sheets(r.d, r.fillings);
    std::vector<Values> documents, missing;
    bool const handed_over = r.row.about == About::referral;  // to a court or another body: open papers alone
    for (auto const& one : all) {
        if (!bound_in(one) || (handed_over && (one.row->paper_class != PaperClass::open || one.row->group == Group::letters))) continue;
        auto const id = std::string(one.row->key) + (one.subject ? ":" + shown(one.subject) : "");
        auto const* a = one.row->about == About::agreement ? dispute::agreement(r.d, one.subject) : nullptr;
        documents.push_back(row_of(id, {{"no", std::to_string(documents.size() + 1)},
                                        {"name", form_title(*one.row, r.desk.language)},
                                        {"paper_number", a ? a->number : ""},
                                        {"made_on", r.say.date(made_at(r.d, one))}}));
    }
    for (auto const& one : completeness(all).missing)
        missing.push_back(row_of(std::string(one.row->key) + (one.subject ? ":" + shown(one.subject) : ""), {{"name", form_title(*one.row, r.desk.language)}}));
    put(v, {{"documents_count", std::to_string(documents.size())}, {"note", ""}, {"legal_basis", ""}, {"handing_reason", ""}, {"consented", ""}});
    put(v, "documents", std::move(documents));
    if (r.row.key == "catalogue") {
        auto papers = brought(r);
        put(v, "brought_list", once(!papers.empty(), {{"brought_count", std::to_string(papers.size())}}));
        put(v, "brought", std::move(papers));
    }
    put(v, "missing", std::move(missing));
    put(v, "corrections", {});
}

}  // namespace maple::documents
