#include "linkage/referral.hpp"

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

}  // namespace maple::linkage
