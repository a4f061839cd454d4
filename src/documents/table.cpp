#include "documents/table.hpp"
#include "dispute/next.hpp"
#include "documents/reading.hpp"

#include <algorithm>

namespace maple::documents {
namespace {

using dispute::Agreement;
using dispute::Closing;
using dispute::Obligation;
using dispute::Promise;
using dispute::RiskKind;
using dispute::Session;
using dispute::SessionKind;
using enum Group;

constexpr auto open_paper = PaperClass::open;
constexpr auto guarded = PaperClass::guarded;

// --- What a subject is -----------------------------------------------------------------

Agreement const& agreement(FormOf const& x) { return *dispute::agreement(x.d, x.subject); }
Session const& session(FormOf const& x) { return *dispute::session(x.d, x.subject); }
bool of_kind(FormOf const& x, SessionKind kind) { return session(x).kind == kind; }
bool written(FormOf const& x) { return !agreement(x).oral; }
bool oral(FormOf const& x) { return agreement(x).oral; }
bool in_effect(FormOf const& x) { return agreement(x).effective_at.has_value(); }
bool effective_writing(FormOf const& x) { return written(x) && in_effect(x); }
// What was said alone is listed with its reason, so that nobody looks for its record.
bool sat_together(FormOf const& x) { return of_kind(x, SessionKind::joint) || of_kind(x, SessionKind::separate); }
bool inquiry(FormOf const& x) { return of_kind(x, SessionKind::investigation); }
bool conference(FormOf const& x) { return of_kind(x, SessionKind::conference); }
bool promised(FormOf const& x) { return agreement_of(x.d, x.subject)->effective_at.has_value(); }
bool money_owed(FormOf const& x)
{
    auto const& o = *dispute::obligation(x.d, x.subject);
    return promised(x) && o.amount && (o.state == Promise::open || o.state == Promise::breached);
}
bool all_performed(FormOf const& x)
{
    auto const& all = agreement(x).obligations;
    return in_effect(x) && std::all_of(all.begin(), all.end(), [](auto const& o) { return o.state == Promise::performed || o.state == Promise::late; });
}
bool of_police(FormOf const& x) { return x.d.source == dispute::Source::police && effective_writing(x); }
// Said in the agreement itself, by choosing the court, or by asking it.
bool asked_of_court(FormOf const& x)
{
    auto const& a = agreement(x);
    bool const chosen = a.court_choice && (a.court_choice->court || !a.court_choice->outside.empty());
    bool const wanted = (a.asks_confirmation || chosen) && !dispute::after_filing(x.d);
    return effective_writing(x) && (wanted || a.confirmation);
}
bool of_harm(FormOf const& x) { return dispute::risk(x.d, x.subject)->kind == RiskKind::harm_to_minor; }
bool of_violence(FormOf const& x) { return !of_harm(x); }
// Asked about its safety with something to do about it, or named in an order: not whoever is accused.
bool in_danger(FormOf const& x)
{
    auto const& room = x.d.room;
    return std::any_of(room.checks.begin(), room.checks.end(), [&](auto const& one) { return one.party == x.subject && !one.actions.empty(); }) ||
           std::any_of(room.protections.begin(), room.protections.end(), [&](auto const& one) { return one.protects == x.subject; });
}

// --- Why one cannot be printed yet -----------------------------------------------------

std::string_view until_accepted(FormOf const& x) { return x.d.accepted_at ? "" : "document.not_accepted"; }
std::string_view until_held(FormOf const& x)
{
    if (of_kind(x, SessionKind::separate)) return "document.alone";
    return session(x).held_at ? "" : "document.not_held";
}
std::string_view until_terminated(FormOf const& x) { return x.d.termination ? "" : "document.not_terminated"; }
std::string_view until_refused(FormOf const& x) { return x.d.closed_as == Closing::refused ? "" : "document.not_refused"; }
std::string_view until_transferred(FormOf const& x) { return x.d.closed_as == Closing::transferred ? "" : "document.not_transferred"; }
std::string_view until_concluded(FormOf const& x) { return x.d.concluded_at ? "" : "document.not_concluded"; }
std::string_view until_handed_over(FormOf const& x) { return x.d.handover ? "" : "document.no_referral"; }
bool over(Dispute const& d) { return d.concluded_at || d.termination || d.closed_at; }
bool from_court(Dispute const& d) { return d.handover && d.handover->clock.starts_with("court"); }
std::string_view until_court_is_told(FormOf const& x) { return !from_court(x.d) ? "document.not_from_court" : over(x.d) ? "" : "document.not_concluded"; }
std::string_view until_performed(FormOf const& x) { return all_performed(x) ? "" : "document.not_performed"; }
std::string_view until_filled(FormOf const& x) { return x.filled ? "" : "document.not_filled"; }
std::string_view until_stated(FormOf const& x)
{
    auto const early = until_accepted(x);
    return early.empty() ? until_filled(x) : early;
}
std::string_view until_agreed_to_ask(FormOf const& x) { return asked_of_court(x) ? "" : "document.not_asked_of_court"; }

// --- What the dossier needs and has ----------------------------------------------------

bool before_acceptance(FormOf const& x) { return !x.d.accepted_at && !x.d.closed_at; }
bool accepted(FormOf const& x) { return x.d.accepted_at.has_value(); }
bool held_any(FormOf const& x, SessionKind kind)
{
    return std::any_of(x.d.sessions.begin(), x.d.sessions.end(), [&](Session const& one) { return one.held_at && one.kind == kind; });
}
// Until it is over the bar counts what will be asked for; then what its own course calls for.
bool told_needed(FormOf const& x)
{
    bool const begun = dispute::has_effective_agreement(x.d) || held_any(x, SessionKind::joint) || held_any(x, SessionKind::separate);
    return x.d.accepted_at && (!over(x.d) || begun);
}
// Each side may have been heard alone throughout; what was said then is kept apart.
bool record_needed(FormOf const& x)
{
    if (!x.d.accepted_at) return false;
    if (!over(x.d) || held_any(x, SessionKind::joint)) return true;
    return !x.d.termination && !held_any(x, SessionKind::separate);
}
// A small dispute that ended by word of mouth keeps its line in the register (PML art. 28): nobody is
// sent home for his papers; nor is who never came to the table.
bool identity_needed(FormOf const& x)
{
    bool const written_down = std::any_of(x.d.agreements.begin(), x.d.agreements.end(), [](auto const& a) { return a.effective_at && !a.oral; });
    bool const hard = x.d.grade.value_or(dispute::Grade::general) != dispute::Grade::general;
    return x.d.accepted_at && (!over(x.d) || written_down || (hard && dispute::has_effective_agreement(x.d)));
}
bool always(FormOf const&) { return true; }
bool terminated(FormOf const& x) { return x.d.termination.has_value(); }
bool refused(FormOf const& x) { return x.d.closed_as == Closing::refused; }
bool transferred(FormOf const& x) { return x.d.closed_as == Closing::transferred; }
bool concluded(FormOf const& x) { return x.d.concluded_at.has_value(); }
bool answered_for(FormOf const& x) { return x.d.handover && over(x.d); }
bool court_is_told(FormOf const& x) { return from_court(x.d) && over(x.d); }
bool applied(FormOf const& x) { return agreement(x).confirmation.has_value(); }
bool reported_risk(FormOf const& x) { return !dispute::risk(x.d, x.subject)->reported_to.empty() || dispute::risk(x.d, x.subject)->level == dispute::RiskLevel::red; }
bool visit_is_due(FormOf const& x) { return x.d.concluded_at && dispute::has_effective_agreement(x.d) && dispute::promises_settled(x.d); }

bool requested(FormOf const& x) { return x.d.requested_at.has_value(); }
bool all_told(FormOf const& x)
{
    auto const parties = dispute::present_parties(x.d);
    return std::all_of(parties.begin(), parties.end(), [](auto const* one) { return one->rights_told_at.has_value(); });
}
bool all_identified(FormOf const& x)
{
    auto const parties = dispute::present_parties(x.d);
    return x.filled || std::all_of(parties.begin(), parties.end(), [](auto const* one) { return one->id_number || one->credit_code; });
}
bool held(FormOf const& x) { return x.subject && session(x).held_at && of_kind(x, SessionKind::joint); }
bool delivered(FormOf const& x) { return x.d.termination && x.d.termination->delivered_at; }
bool visited(FormOf const& x) { return !x.d.visits.empty(); }
bool reported(FormOf const& x) { return dispute::risk(x.d, x.subject)->reported_at.has_value(); }
bool archived(FormOf const& x) { return x.d.archived_at.has_value(); }
bool filled(FormOf const& x) { return x.filled; }

// "asked_identity* papers+:name findings~": * a contact or number, ~ several lines, + rows are added.
std::vector<Field> hand(std::string_view words)
{
    std::vector<Field> fields;
    while (!words.empty()) {
        auto const end = std::min(words.find(' '), words.size());
        auto word = words.substr(0, end);
        words.remove_prefix(std::min(end + 1, words.size()));
        Field one;
        for (; word.ends_with('*') || word.ends_with('~'); word.remove_suffix(1)) (word.ends_with('*') ? one.personal : one.lines) = true;
        if (auto const colon = word.find(':'); colon != word.npos) {
            auto section = word.substr(0, colon);
            one.grows = section.ends_with('+');
            if (one.grows) section.remove_suffix(1);
            one.section = section;
            word.remove_prefix(colon + 1);
        }
        one.key = word;
        fields.push_back(std::move(one));
    }
    return fields;
}

std::vector<FormRow> const table{
    // opening
    {"application", opening, "1", About::dispute, "PML-17", guarded, Reach::own, "applicant registrar", "", nullptr, nullptr, before_acceptance, requested,
     "acceptance.requested", true, true, {of_application}},
    {"acceptance_register", opening, "2", About::dispute, "PML-17", guarded, Reach::parties, "parties registrar seal", "", nullptr, until_accepted,
     accepted, nullptr, "acceptance.accepted", true, true, {of_acceptance}},
    {"rights_notice", opening, "3", About::dispute, "PML-23", open_paper, Reach::parties, "parties", "", nullptr, until_accepted, told_needed, all_told,
     "mediation.rights_told", false, false, {of_rights}},
    {"identity_papers", opening, "4", About::dispute, "PIPL-28", open_paper, Reach::office, "registrar seal", "", nullptr, nullptr, identity_needed, all_identified,
     "documents.filled", false, false, {of_identity}, hand("papers:paper papers:kept_as papers:seen_on papers:seen_by")},
    {"power_of_attorney", opening, "5", About::party, "CC-165", open_paper, Reach::parties, "party agent", "", nullptr, nullptr, nullptr, filled,
     "documents.filled", true, false, {of_party},
     hand("agent_name agent_identity* agent_address* agent_phone* agent_relation from_on until_on acts~")},
    {"refusal_notice", opening, "14", About::dispute, "PML-3", open_paper, Reach::own, "applicant registrar seal", "", nullptr, until_refused, refused,
     nullptr, "acceptance.refused", false, true, {of_closing}, hand("delivered_on")},
    // talks
    {"investigation_record", talks, "6", About::session, "PML-22", guarded, Reach::office, "asked mediator recorder", "document.no_inquiry", inquiry,
     until_held, nullptr, nullptr, "mediation.session_held", false, false, {of_session}, hand("asked asked_identity* asked_phone* relation recorder")},
    {"evidence_list", talks, "7", About::dispute, "PML-24", guarded, Reach::parties, "parties registrar seal", "", nullptr, until_accepted, nullptr, filled,
     "documents.filled", false, false, {},
     hand("evidence+:name evidence+:origin evidence+:kept_as evidence+:pages evidence+:given_by evidence+:given_on")},
    {"mediation_record", talks, "8", About::session, "PML-27", guarded, Reach::parties, "parties mediator recorder", "document.no_session", sat_together,
     until_held, record_needed, held, "mediation.session_held", false, false, {of_session}, hand("failure_reason")},
    {"undisputed_facts", talks, "", About::dispute, "SPC16-22", open_paper, Reach::parties, "parties mediator seal", "", nullptr, until_filled, nullptr,
     filled, "documents.filled", false, false, {of_facts}, hand("undisputed+:fact~ disputed+:issue~")},
    {"changing_places_sheet", talks, "", About::party, "PML-22", guarded, Reach::own, "mediator", "", nullptr, until_stated, nullptr, filled,
     "documents.filled", false, false, {of_party, of_outlook},
     hand("other_case~ other_interests~ common_ground~ best_outcome~ worst_outcome~ best_time worst_time best_cost worst_cost best_after~ worst_after~ basis_of_estimate~")},
    {"joint_call", talks, "", About::call, "PML-20", guarded, Reach::authority, "seal", "document.no_call", nullptr, nullptr, nullptr, nullptr,
     "mediation.department_called", false, false, {of_call}, hand("call_number place by issue~")},
    {"conference_record", talks, "", About::session, "PML-25", guarded, Reach::office, "mediator recorder", "document.no_conference", conference, until_held,
     nullptr, nullptr, "mediation.session_held", false, false, {of_session},
     hand("chair recorder issue~ opinions+:name opinions+:opinion~ risks:measures~ tasks+:name tasks+:task~ tasks+:due")},
    // result
    {"agreement", result, "9", About::agreement, "PML-29", open_paper, Reach::parties, "parties mediator seal", "document.no_agreement", written, nullptr,
     always, in_effect, "resolution.sealed", true, false, {of_agreement}},
    {"oral_agreement_register", result, "10", About::agreement, "PML-28", open_paper, Reach::parties, "mediator recorder seal", "document.no_oral_agreement",
     oral, nullptr, always, in_effect, "resolution.orally_agreed", true, false, {of_agreement}},
    {"termination_notice", result, "14", About::dispute, "PML-26", open_paper, Reach::parties, "parties mediator seal", "", nullptr, until_terminated,
     terminated, delivered, "mediation.termination_delivered", false, false, {of_termination}},
    // performance
    {"performance_voucher", Group::performance, "11", About::obligation, "PML-31", open_paper, Reach::parties, "parties mediator", "document.no_promise", promised,
     nullptr, nullptr, nullptr, "resolution.performed", false, false, {of_obligation}, hand("slip")},
    {"return_visit_record", Group::performance, "12", About::visit, "PML-31", guarded, Reach::office, "visitor", "document.no_visit", nullptr, nullptr,
     visit_is_due, visited, "followup.visited", false, false, {of_visit}, hand("visitor court_result~ faults~ measures~")},
    {"payment_order_hint", Group::performance, "", About::obligation, "CPL-225", guarded, Reach::own, "mediator seal", "document.no_debt", money_owed, nullptr,
     nullptr, nullptr, "", false, false, {of_obligation}},
    // court
    {"confirmation_application", court, "13", About::confirmation, "CPL-205", open_paper, Reach::parties, "parties", "document.not_effective",
     effective_writing, until_agreed_to_ask, applied, applied, "resolution.confirmation_applied", true, false, {of_confirmation}},
    {"confirmation_commitment", court, "13", About::confirmation, "JI22-358", open_paper, Reach::parties, "parties", "document.not_effective",
     effective_writing, until_agreed_to_ask, applied, applied, "resolution.confirmation_applied", false, false, {of_confirmation}, hand("burdens~")},
    {"mediation_proof", court, "13", About::confirmation, "JI22-354", open_paper, Reach::parties, "mediator seal", "document.not_effective",
     effective_writing, until_agreed_to_ask, applied, applied, "resolution.confirmation_applied", false, false, {of_confirmation, of_referral}},
    // letters
    {"delivery_address", letters, "", About::party, "CPL-90", open_paper, Reach::own, "party registrar seal", "", nullptr, nullptr, nullptr, filled,
     "documents.filled", true, false, {of_party},
     hand("delivery_address* recipient* delivery_phone* proxy* electronic_address* electronic_consent court_consent")},
    {"service_receipt", letters, "", About::party, "PML-23", open_paper, Reach::own, "party deliverer seal", "", nullptr, nullptr, nullptr, filled,
     "documents.filled", false, false, {of_party},
     hand("papers+:name papers+:paper_number papers+:pages place* delivery_manner delivered_on relation note~ deliverer")},
    {"transfer_letter", letters, "15", About::referral, "PML-3", open_paper, Reach::authority, "seal", "", nullptr, until_transferred, transferred, nullptr,
     "acceptance.transferred", true, false, {of_closing}, hand("addressee answer_by measures~ parties:transfer_consent papers+:name papers+:pages")},
    {"feedback_letter", letters, "15", About::referral, "PML-3", open_paper, Reach::authority, "seal", "", nullptr, until_handed_over, answered_for, nullptr,
     "", false, false, {of_referral}, hand("papers+:name papers+:pages")},
    {"court_report", letters, "15", About::referral, "SPC16-26", open_paper, Reach::authority, "mediator seal", "", nullptr, until_court_is_told,
     court_is_told, nullptr, "", false, false, {of_referral}, hand("facts_recorded address_confirmed papers+:name papers+:pages")},
    {"package_manifest", letters, "", About::referral, "JI22-107", open_paper, Reach::authority, "registrar seal", "", nullptr, until_handed_over, nullptr,
     nullptr, "", false, false, {of_referral, of_contents}, hand("handed_by package_hash legal_basis handing_reason~ consented documents:pages documents:hash")},
    {"police_performance", letters, "", About::agreement, "PSL-9", open_paper, Reach::authority, "parties seal", "document.not_from_police", of_police,
     until_performed, nullptr, nullptr, "resolution.performed", false, false, {of_agreement, of_referral}},
    {"forgiveness_letter", letters, "", About::agreement, "CRPL-288", open_paper, Reach::parties, "forgiver mediator", "document.not_effective", in_effect,
     until_filled, nullptr, filled, "documents.filled", false, false, {of_agreement, of_forgiveness}, hand("addressee from to amends~")},
    // safety
    {"minor_report", safety, "", About::risk, "MIN-11", guarded, Reach::authority, "reporter seal", "document.no_harm", of_harm, nullptr, reported_risk,
     reported, "mediation.risk_reported", false, false, {of_risk},
     hand("report_number addressee child sex birth_year whereabouts* guardian* guardian_relation suspect found_by~ measures~ proposal~ contact_phone")},
    {"violence_report", safety, "", About::risk, "PML-25", guarded, Reach::authority, "reporter seal", "document.no_risk", of_violence, nullptr, reported_risk,
     reported, "mediation.risk_reported", false, false, {of_risk},
     hand("report_number addressee endangered safe_now suspect place* warning_signs~ vulnerable~ measures~ victim_wish~ contact_phone")},
    {"protection_order_hint", safety, "", About::party, "DV-23", guarded, Reach::own, "", "document.nobody_in_danger", in_danger, nullptr, nullptr, nullptr,
     "", false, false, {of_party}, hand("court~")},
    // binding
    {"closing_report", binding, "16", About::dispute, "PML-27", guarded, Reach::office, "mediator director seal", "", nullptr, until_concluded, concluded,
     nullptr, "", false, false, {of_outcome}, hand("director result~")},
    {"dossier_note", binding, "17", About::dispute, "PML-27", guarded, Reach::office, "filer checker", "", nullptr, nullptr, nullptr, filled,
     "documents.filled", false, false, {of_contents},
     hand("missing:reason corrections+:name corrections+:page corrections+:was corrections+:is corrections+:corrected_on corrections+:corrected_by kept_apart note~ filed_by checked_by")},
    {"cover", binding, "", About::dispute, "PML-27", guarded, Reach::office, "", "", nullptr, until_concluded, concluded, filled, "documents.filled", false,
     false, {of_outcome}, hand("filed_by filed_on pages note~")},
    {"catalogue", binding, "", About::dispute, "PML-27", guarded, Reach::office, "filer", "", nullptr, until_concluded, concluded, filled,
     "documents.filled", false, false, {of_contents}, hand("documents:pages documents:note filed_by filed_on")},
    {"back_cover", binding, "18", About::dispute, "ARC-21", guarded, Reach::office, "checker seal", "", nullptr, until_concluded, concluded, archived,
     "followup.archived", false, false, {of_outcome, of_contents}, hand("pages attachments filed_by checked_by checked_on")},
};

}  // namespace

std::span<FormRow const> forms_table() { return table; }

FormRow const* find_form(std::string_view key)
{
    auto const found = std::find_if(table.begin(), table.end(), [&](auto const& row) { return row.key == key; });
    return found == table.end() ? nullptr : &*found;
}

std::vector<Key> subjects_of(Dispute const& d, FormRow const& row)
{
    std::vector<Key> keys;
    auto const add = [&](auto const& list) { for (auto const& one : list) keys.push_back(one.id); };
    switch (row.about) {
    case About::dispute:
    case About::referral: return {Key{}};
    case About::party: for (auto const* one : dispute::present_parties(d)) keys.push_back(one->id); break;
    case About::session: add(d.sessions); break;
    case About::agreement:
    case About::confirmation: add(d.agreements); break;
    case About::obligation: for (auto const& a : d.agreements) add(a.obligations); break;
    case About::visit: add(d.visits); break;
    case About::call: add(d.room.calls); break;
    case About::risk: add(d.risks); break;
    }
    if (row.concerns) std::erase_if(keys, [&](Key key) { return !row.concerns({d, key}); });
    return keys;
}

std::string_view hindrance(FormRow const& row, FormOf const& leaf) { return row.hindrance ? row.hindrance(leaf) : ""; }
bool is_needed(FormRow const& row, FormOf const& leaf) { return row.needed && row.needed(leaf); }
bool is_there(FormRow const& row, FormOf const& leaf) { return hindrance(row, leaf).empty() && (!row.there || row.there(leaf)); }

Field const* field(FormRow const& row, std::string_view section, std::string_view key)
{
    for (auto const& one : row.by_hand)
        if (one.section == section && one.key == key) return &one;
    return nullptr;
}

bool may_be_given(FormRow const& row, Dispute const& d, Key subject, Key party)
{
    auto const* who = dispute::party(d, party);
    if (!who || row.reach == Reach::authority || row.reach == Reach::office) return false;
    if (row.reach == Reach::parties) return true;
    if (row.about == About::party) return subject == party;
    if (row.about == About::obligation) {
        auto const* owed = dispute::obligation(d, subject);  // none where every promise is kept
        return owed && owed->to == party;
    }
    return who->side == dispute::Side::applicant;
}

}  // namespace maple::documents
