#include "linkage/rules.hpp"

namespace maple::linkage {

Result<void> may_send_again(Status first, Instant sent_at)
{
    if (first == Status::declined) return {};
    auto no = refuse(Because::conflict, "referral.sent_already",
                     {{"date", iso(date_in_beijing(sent_at))}, {"status", std::string("@referral_status.") + boost::describe::enum_to_string(first, "?")}});
    no.problems.push_back({"/reference", "handed_over_already"});
    return no;
}

Result<Taken> take(Referral const& r, Key dispute)
{
    if (r.status != Status::sent) return refuse(Because::conflict, "referral.answered");
    return Taken{dispute};
}

Result<Declined> decline(Referral const& r, law::Book const& book, std::string reason, Kept note)
{
    if (r.status != Status::sent) return refuse(Because::conflict, "referral.answered");
    if (!book.choice("decline", reason)) return refuse_field("/reason", "not_in_the_book");
    return Declined{std::move(reason), std::move(note)};
}

std::string clock_of(Referral const& r)
{
    if (!r.court_stage) return {};
    switch (*r.court_stage) {
    case CourtStage::before_filing: return "court_before";
    case CourtStage::after_filing: return "court_after";
    case CourtStage::after_filing_simple: return "court_after_simple";
    }
    return {};
}

}  // namespace maple::linkage
