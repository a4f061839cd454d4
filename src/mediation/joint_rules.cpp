#include "mediation/joint_rules.hpp"
#include "dispute/life.hpp"

#include <algorithm>

namespace maple::mediation {
namespace {

using dispute::Call;

// A call that still runs.
Result<Call const*> open_call(Dispute const& d, Key id)
{
    auto const* call = dispute::call(d, id);
    if (!call) return refuse(Because::not_found, "call.unknown");
    if (!dispute::running(d, *call)) return refuse(Because::conflict, "call.over");
    return call;
}

// One that nobody has answered yet: after an answer, be it its host's, a department neither accepts nor comes.
Result<Call const*> unanswered_call(Dispute const& d, Key id)
{
    auto call = open_call(d, id);
    if (call && (*call)->answered_at) return refuse(Because::conflict, "call.answered");
    return call;
}

}  // namespace

bool may_be_called(registry::OrganisationKind kind)
{
    using enum registry::OrganisationKind;
    return registry::is_agency(kind) || kind == department || registry::stands_alone(kind) || kind == judicial_office || kind == legal_service_centre;
}

Result<DepartmentCalled> call_department(Dispute const& d, Call call, std::vector<Key> consented, Instant now)
{
    if (auto ok = dispute::permitted(d, DepartmentCalled::deed); !ok) return ok.error();
    if (call.organisation == dispute::answerable(d).organisation) return refuse_field("/organisation", "call_oneself");
    for (auto const& known : d.room.calls)
        if (known.organisation == call.organisation && dispute::running(d, known)) return refuse(Because::conflict, "call.running");
    if (call.arrive_by < now) return refuse_field("/arrive_by", "in_the_past");
    if (call.answer_by < call.arrive_by) return refuse_field("/answer_by", "answer_before_arrival");
    for (std::size_t n = 0; n < consented.size(); ++n)
        if (!dispute::party(d, consented[n])) return refuse_field("/consented/" + std::to_string(n), "unknown_party");
    for (auto const* p : dispute::present_parties(d))
        if (std::find(consented.begin(), consented.end(), p->id) == consented.end())
            return refuse(Because::forbidden_by, "call.not_consented", by_side(*p), "PML-20");
    return DepartmentCalled{std::move(call), std::move(consented)};
}

Result<CallAccepted> accept_call(Dispute const& d, Key id)
{
    if (auto ok = dispute::permitted(d, CallAccepted::deed); !ok) return ok.error();
    auto const call = unanswered_call(d, id);
    if (!call) return call.error();
    if ((*call)->accepted_at) return refuse(Because::conflict, "call.accepted");
    return CallAccepted{id};
}

Result<CallDeclined> decline_call(Dispute const& d, law::Book const& book, Key id, std::string reason, Kept note)
{
    if (auto ok = dispute::permitted(d, CallDeclined::deed); !ok) return ok.error();
    auto const call = unanswered_call(d, id);
    if (!call) return call.error();
    if ((*call)->arrived_at) return refuse(Because::conflict, "call.arrived");
    if (!book.choice("call_decline", reason)) return refuse_field("/reason", "not_in_the_book");
    return CallDeclined{id, std::move(reason), std::move(note)};
}

Result<DepartmentArrived> arrive(Dispute const& d, Key id)
{
    if (auto ok = dispute::permitted(d, DepartmentArrived::deed); !ok) return ok.error();
    auto const call = unanswered_call(d, id);
    if (!call) return call.error();
    if ((*call)->arrived_at) return refuse(Because::conflict, "call.arrived");
    return DepartmentArrived{id};
}

Result<CallAnswered> answer_call(Dispute const& d, Key id, Kept answer, bool by_host, Instant now)
{
    if (auto ok = dispute::permitted(d, CallAnswered::deed); !ok) return ok.error();
    auto const call = open_call(d, id);
    if (!call) return call.error();
    // What its host said for it a department may put right in its own words, come or not.
    if ((*call)->answered_at && !by_host && (*call)->by_host) return CallAnswered{id, std::move(answer), false};
    if ((*call)->answered_at) return refuse(Because::conflict, "call.answered");
    if (!by_host && !(*call)->arrived_at) return refuse(Because::conflict, "call.not_arrived");
    // Nobody is spoken for before its time is over.
    if (by_host && now <= ((*call)->arrived_at ? (*call)->answer_by : (*call)->arrive_by)) return refuse(Because::conflict, "call.not_late_yet");
    return CallAnswered{id, std::move(answer), by_host};
}

Result<CallEnded> hand_back(Dispute const& d, Key id)
{
    if (auto ok = dispute::permitted(d, CallEnded::deed); !ok) return ok.error();
    auto const call = open_call(d, id);
    if (!call) return call.error();
    if (!(*call)->answered_at) return refuse(Because::conflict, "call.not_answered");
    if ((*call)->by_host) return refuse(Because::conflict, "call.answered_for");
    return CallEnded{id, false};
}

Result<CallEnded> call_off(Dispute const& d, Key id)
{
    if (auto ok = dispute::permitted(d, CallEnded::deed); !ok) return ok.error();
    auto const call = open_call(d, id);
    if (!call) return call.error();
    return CallEnded{id, true};
}

}  // namespace maple::mediation
