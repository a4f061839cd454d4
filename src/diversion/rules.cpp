#include "diversion/rules.hpp"
#include "dispute/life.hpp"
#include "workforce/rules.hpp"

#include <algorithm>

namespace maple::diversion {
namespace {

using dispute::Grade;

std::int64_t measure(Dispute const& d, std::string_view name)
{
    if (name == "amount_fen") return d.amount.value_or(Fen{}).n;
    if (name == "people") return d.people;
    if (name == "repeated_calls") return d.handover ? d.handover->calls : 0;
    return std::find(d.marks.begin(), d.marks.end(), name) != d.marks.end();
}

}  // namespace

Proposal propose_grade(Dispute const& d, law::Book const& book)
{
    Proposal proposal{Grade::general, {}};
    for (auto const& rule : book.grading) {
        if (measure(d, rule.measure) < rule.at_least) continue;
        proposal.reasons.push_back(rule.key);
        auto const grade = rule.grade == "major" ? Grade::major : Grade::complex;
        proposal.grade = std::max(proposal.grade, grade);
    }
    return proposal;
}

Result<Graded> grade(Dispute const& d, law::Book const& book, Grade grade, std::string override_reason)
{
    if (auto ok = dispute::permitted(d, Graded::deed); !ok) return ok.error();
    auto proposal = propose_grade(d, book);
    if (grade != proposal.grade && override_reason.empty())
        return refuse_field("/override_reason", "reason_for_other_grade",
                            {{"proposed", std::string("@grade.") + boost::describe::enum_to_string(proposal.grade, "?")}});
    return Graded{grade, std::move(proposal.reasons), grade == proposal.grade ? "" : std::move(override_reason)};
}

Result<Diverted> divert(Dispute const& d, registry::Organisation const& to, bool as_proposed, std::string change_reason, Instant at)
{
    if (auto ok = dispute::permitted(d, Diverted::deed); !ok) return ok.error();
    if (!d.grade) return refuse(Because::forbidden_by, "divert.not_graded");
    if (!registry::may_handle(to.kind) || to.closed_at) return refuse_field("/organisation", "cannot_handle");
    if (dispute::awaits_receipt(d)) return refuse(Because::conflict, "divert.on_its_way");
    if (d.diverted_at && dispute::latest_handling(d).organisation == to.id) return refuse(Because::conflict, "divert.already_there");
    if (!as_proposed && change_reason.empty()) return refuse_field("/change_reason", "reason_for_change");
    dispute::Handling turn;
    turn.organisation = to.id;
    turn.scope = to.path;
    turn.level = to.level;
    turn.committee = registry::is_committee(to.kind);
    turn.sent_at = at;
    turn.reason = change_reason;
    return Diverted{std::move(turn), as_proposed ? "" : std::move(change_reason)};
}

Result<void> sent_on_by(Dispute const& d, bool of_the_handler)
{
    bool const has_a_handler = d.handlings.size() > 1 && !dispute::awaits_receipt(d);
    if (has_a_handler && !of_the_handler) return refuse(Because::not_allowed, "divert.not_by_a_superior", {}, "PML-7");
    return {};
}

Result<Received> receive(Dispute const& d, std::string number)
{
    if (auto ok = dispute::permitted(d, Received::deed); !ok) return ok.error();
    if (!dispute::awaits_receipt(d)) return refuse(Because::conflict, "receipt.already");
    return Received{std::move(number)};
}

Result<Returned> give_back(Dispute const& d, law::Book const& book, std::string reason, Kept note)
{
    if (auto ok = dispute::permitted(d, Returned::deed); !ok) return ok.error();
    if (!dispute::awaits_receipt(d)) return refuse(Because::conflict, "receipt.already");
    if (!book.choice("return", reason)) return refuse_field("/reason", "not_in_the_book");
    return Returned{std::move(reason), std::move(note)};
}

Result<Appointed> appoint(Dispute const& d, law::Book const& book, workforce::Standing const& who, Appointing ask)
{
    if (auto ok = dispute::permitted(d, Appointed::deed); !ok) return ok.error();
    if (dispute::awaits_receipt(d)) return refuse(Because::forbidden_by, "appoint.not_received");
    if (auto fit = workforce::fit_to_be_appointed(who, book, ask.reason); !fit) return fit.error();
    if (auto const* conflict = dispute::open_conflict(d, who.person))
        return refuse_field("/person", "conflict_of_interest", {{"ground", "@conflict." + conflict->ground}}, "SPC16-15");
    auto const* chair = dispute::presiding(d);
    if (chair && chair->person == who.person && ask.presiding) return refuse(Because::conflict, "appoint.already");
    if (!ask.presiding && dispute::is_mediator(d, who.person)) return refuse(Because::conflict, "appoint.already");
    if (ask.presiding && chair && ask.reason.empty()) return refuse_field("/reason", "reason_for_replacement");
    bool const changed = ask.presiding && ask.proposed && ask.proposed != who.person;
    if (changed && !ask.chosen_by_parties && ask.reason.empty()) return refuse_field("/reason", "reason_for_change");
    return Appointed{who.person, ask.presiding, ask.chosen_by_parties, std::move(ask.reason), {}, changed ? ask.proposed : Key{}};
}

Result<AppointmentEnded> end_appointment(Dispute const& d, Key person, std::string reason)
{
    if (auto ok = dispute::permitted(d, AppointmentEnded::deed); !ok) return ok.error();
    if (!dispute::is_mediator(d, person)) return refuse(Because::conflict, "appoint.not_appointed");
    return AppointmentEnded{person, std::move(reason)};
}

}  // namespace maple::diversion
