// How a dispute ends without an agreement, and what goes to the body that handed it over.
#include "documents/reading.hpp"
#include "dispute/next.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::documents {
namespace {

using dispute::Closing;
using registry::OrganisationKind;

std::string worded(Reading const& r, std::string_view key)
{
    auto const* statute = key.empty() ? nullptr : r.desk.book().statute(key, r.today());
    return statute ? r.say("document.statute", {{"law", r.say.in(statute->law)}, {"article", r.say.in(statute->article)}}) : "";
}

std::string_view list_of(Dispute const& d)
{
    if (d.closed_as == Closing::refused) return "refusal";
    return d.closed_as == Closing::transferred ? "transfer" : "advice";
}

std::vector<Values> remedies(Reading const& r, std::vector<std::string> const& keys)
{
    std::vector<Values> all;
    for (auto const& key : keys) all.push_back(row_of(key, {{"name", choice_name(r, "remedy", key)}}));
    return all;
}

std::string running_clocks(Reading const& r)
{
    std::vector<std::string> all;
    for (auto const& one : dispute::clocks(r.d, r.desk.book(), r.desk.now)) {
        auto const* rule = r.desk.book().clock(one.clock);
        all.push_back((rule ? r.say.in(rule->name) + " " : "") + r.say.date(one.at));
    }
    return r.say.list(all);
}

std::string open_risks(Reading const& r)
{
    std::vector<std::string> all;
    for (auto const& one : r.d.risks)
        if (!one.cleared_at) all.push_back(r.say.word("risk_kind", one.kind) + " " + r.say.word("risk_level", one.level));
    return r.say.list(all);
}

std::string pauses(Reading const& r)
{
    std::vector<std::string> all;
    for (auto const& one : r.d.pauses)
        all.push_back(r.say.date(one.from) + "–" + (one.until ? r.say.date(*one.until) : "") + " " + choice_name(r, "pause", one.reason));
    return r.say.list(all);
}

std::string extensions(Reading const& r)
{
    std::int64_t days = 0;
    for (auto const& one : r.d.extensions) days += one.days;
    return days > 0 ? r.say("document.days", {{"n", std::to_string(days)}}) : "";
}

std::optional<Instant> ended_at(Dispute const& d)
{
    if (d.concluded_at) return d.concluded_at;
    return d.termination ? std::optional(d.termination->at) : d.closed_at;
}

// Exactly one of four says how it stands.
void how_it_stands(Reading const& r, Values& v)
{
    auto const* a = main_agreement(r.d);
    bool const agreed = a && a->effective_at, declined = !agreed && r.d.closed_as, failed = !agreed && !declined && r.d.termination;
    put(v, "declined", once(declined, {{"reason", r.d.closing_reason.empty() ? "" : choice_name(r, list_of(r.d), r.d.closing_reason)}}));
    put(v, "ongoing", once(!agreed && !declined && !failed, {{"accepted_on", r.say.date(r.d.accepted_at)}}));
    put(v, "agreed", once(agreed, !agreed ? Texts{} : Texts{{"reached_on", r.say.date(a->reached_at ? a->reached_at : a->effective_at)},
                                                            {"agreement_number", agreement_number(r, *a)},
                                                            {"effective_on", r.say.date(a->effective_at)},
                                                            {"performance", performance(r, a)}}));
    put(v, "failed", once(failed, !failed ? Texts{} : Texts{{"terminated_on", r.say.date(r.d.termination->at)},
                                                            {"reason", choice_name(r, "termination", r.d.termination->reason)}}));
}

// And exactly one to whom it goes; dangers are told to the police and the petition office alone.
void to_whom(Reading const& r, OrganisationKind kind, Values& v)
{
    put(v, "to_police", once(kind == OrganisationKind::police));
    put(v, "to_petition_office", once(kind == OrganisationKind::petition_office));
    put(v, "to_procuratorate", once(kind == OrganisationKind::procuratorate));
    put(v, "to_court", once(kind == OrganisationKind::court));
    std::vector<Values> risks;
    if (kind == OrganisationKind::police || kind == OrganisationKind::petition_office)
        for (auto const& one : r.d.risks)
            if (!one.cleared_at) risks.push_back(row_of(shown(one.id), {{"risk", r.say.word("risk_kind", one.kind)}, {"risk_level", r.say.word("risk_level", one.level)}}));
    put(v, "risks", std::move(risks));
}

std::string delegated(Reading const& r)
{
    auto const clock = r.d.handover ? r.d.handover->clock : "";
    if (clock == "court_before") return r.say("document.delegated_before");
    return r.say(clock.starts_with("court") ? "document.delegated_after" : "document.not_delegated");
}

std::string chosen_by(Reading const& r)
{
    auto const& all = r.d.appointments;
    auto const chair = std::find_if(all.rbegin(), all.rend(), [](auto const& one) { return one.presiding; });
    return chair == all.rend() ? "" : r.say(chair->chosen_by_parties ? "document.chosen_by_parties" : "document.appointed");
}

}  // namespace

void of_closing(Reading const& r, Values& v)
{
    std::vector<std::string> applicants;
    for (auto const& p : r.d.parties)
        if (!p.left && p.side == dispute::Side::applicant) applicants.push_back(text_of(p.name));
    auto const* reason = r.d.closed_as ? r.desk.book().choice(list_of(r.d), r.d.closing_reason) : nullptr;
    put(v, {{"addressee", r.d.closed_as == Closing::transferred ? organisation_name(r.desk, r.d.transferred_to) : r.say.list(applicants)},
            {"reason", reason ? r.say.in(reason->name) : r.d.closing_reason},
            {"statute", worded(r, reason ? reason->statute : "")},
            {"note", text_of(r.d.closing_note)},
            {"refused_on", r.say.date(r.d.closed_at)},
            {"delivered_on", r.say("document.pen_date")},
            {"running_clocks", running_clocks(r)},
            {"measures", open_risks(r)}});
    if (!r.d.accepted_by) put(v, {{"registrar", person_name(r, r.d.handlings.front().sent_by)}});
    put(v, "remedies", remedies(r, r.d.remedies));
    put(v, "papers", {});
}

void of_termination(Reading const& r, Values& v)
{
    auto const& end = *r.d.termination;
    put(v, {{"reason", choice_name(r, "termination", end.reason)},
            {"note", text_of(end.note)},
            {"terminated_on", r.say.date(end.at)},
            {"delivered_on", or_pen(r, end.delivered_at)},
            {"mediators", mediators_at(r, Instant{end.at.us - 1})}});
    put(v, "remedies", remedies(r, end.remedies));
}

void of_referral(Reading const& r, Values& v)
{
    auto const sender = r.d.handover ? registry::find_organisation(r.desk, r.d.handover->organisation) : std::nullopt;
    auto const own_number = r.d.handover ? sql::cell<std::string>(r.desk.sql, "SELECT reference FROM referral WHERE id = $1", r.d.handover->referral) : std::nullopt;
    auto const sessions = std::count_if(r.d.sessions.begin(), r.d.sessions.end(), [](auto const& s) { return s.held_at && s.kind == dispute::SessionKind::joint; });
    auto const days = r.d.accepted_at && r.d.handover ? r.say.date(dispute::mediation_clock(r.d, r.desk.book(), r.desk.now).at) : "";
    put(v, {{"delegated", delegated(r)},
            {"reference", own_number.value_or("")},
            {"received_on", r.say.date(r.d.started_at)},
            {"ends_on", days},
            {"ended_on", r.say.date(ended_at(r.d))},
            {"pauses", pauses(r)},
            {"extensions", extensions(r)},
            {"chosen_by", chosen_by(r)},
            {"sessions_held", std::to_string(sessions)},
            {"facts_recorded", yes_no(r, !r.fillings.of("undisputed_facts", {}).cells.empty())},
            {"address_confirmed", yes_no(r, false)}});
    auto const name = sender ? registry::called(r.desk, *sender) : "";
    put(v, {{"addressee", name}});
    if (sender && sender->kind == OrganisationKind::court) put(v, {{"court", name}});
    to_whom(r, sender ? sender->kind : OrganisationKind::department, v);
    how_it_stands(r, v);
    put(v, "papers", {});
}

}  // namespace maple::documents
