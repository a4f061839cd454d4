#include "linkage/referral.hpp"
#include "law/clock.hpp"

namespace maple::linkage {

void evolve(Referral& r, Sent const& e, dispute::Moment const& m)
{
    r = e.referral;
    r.sent_at = m.happened;
}

void evolve(Referral& r, Taken const& e, dispute::Moment const& m)
{
    r.status = Status::accepted;
    r.answered_at = m.happened;
    r.dispute = e.dispute;
}

void evolve(Referral& r, Declined const& e, dispute::Moment const& m)
{
    r.status = Status::declined;
    r.answered_at = m.happened;
    r.decline_reason = e.reason;
    r.decline_note = e.note;
}

Row row_of(Referral const& r, law::Book const& book)
{
    Row row{r.id, r.version, r.status, r.agency, r.agency_scope, r.desk, r.desk_scope, r.reference, r.sent_at, {}, {},
            record_text(r)};
    if (r.status == Status::sent) row.due_at = law::due(book, "desk.referral_answer", r.sent_at, r.sent_at).at;
    if (r.dispute) row.dispute = r.dispute;
    return row;
}

}  // namespace maple::linkage
