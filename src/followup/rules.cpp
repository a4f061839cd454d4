#include "followup/rules.hpp"
#include "dispute/next.hpp"

#include <algorithm>

namespace maple::followup {

Result<Visited> visit(Dispute const& d, dispute::Visit visit)
{
    if (auto ok = dispute::permitted(d, Visited::deed); !ok) return ok.error();
    if (visit.answers.empty()) return refuse_field("/answers", "party_needed");
    for (std::size_t i = 0; i < visit.answers.size(); ++i) {
        auto const at = "/answers/" + std::to_string(i) + "/party";
        if (!dispute::party(d, visit.answers[i].party)) return refuse_field(at, "unknown_party");
        for (std::size_t j = 0; j < i; ++j)
            if (visit.answers[j].party == visit.answers[i].party) return refuse_field(at, "party_twice");
    }
    return Visited{std::move(visit)};
}

Result<Reopened> reopen(Dispute const& d, law::Book const& book, Key as, std::string reason)
{
    if (auto ok = dispute::permitted(d, Reopened::deed); !ok) return ok.error();
    if (d.restricted_at) return refuse(Because::forbidden_by, "reopen.restricted", {}, "PIPL-47");
    if (d.reopened_as) return refuse(Because::conflict, "reopen.already");
    if (!book.choice("reopen", reason)) return refuse_field("/reason", "not_in_the_book");
    return Reopened{as, std::move(reason)};
}

Result<Archived> archive(Dispute const& d, law::Book const& book, std::string retention, std::vector<MissingPaper> const& missing)
{
    if (auto ok = dispute::permitted(d, Archived::deed); !ok) return ok.error();
    if (!book.choice("archive_retention", retention)) return refuse_field("/retention", "not_in_the_book");
    if (dispute::red_risk_unreported(d)) return refuse(Because::forbidden_by, "risk.unreported", {}, "PML-25");
    if (d.termination && !d.termination->delivered_at) return refuse(Because::forbidden_by, "archive.notice_not_delivered", {}, "PML-26");
    // What the desk is told to do next and what is refused here must be the same thing; the
    // moment matters to the clocks of that answer alone.
    if (auto const next = dispute::next_step(d, book, d.stage_since); next && next->action == dispute::Action::make_visit)
        return refuse(Because::forbidden_by, "archive.visit_first", {}, dispute::has_effective_agreement(d) ? "PML-31" : "PML-25");
    if (!missing.empty())
        return refuse(Because::forbidden_by, "archive.papers_missing", {{"paper", missing.front().title}, {"n", std::to_string(missing.size())}}, missing.front().article);
    return Archived{std::move(retention)};
}

std::string proposed_retention(Dispute const& d, law::Book const& book)
{
    auto const weighs = [](dispute::Agreement const& a) { return (a.effective_at && !a.oral) || a.confirmation; };
    bool const hard = d.grade && *d.grade != dispute::Grade::general;
    std::string const key = hard || std::any_of(d.agreements.begin(), d.agreements.end(), weighs) ? "long" : "short";
    return book.choice("archive_retention", key) ? key : "";
}

std::optional<Date> kept_until(law::Choice const& retention, Date archived)
{
    if (retention.years == 0) return std::nullopt;
    auto const from = retention.counts_from == "next_year" ? date_from_iso(std::to_string(year_of(archived) + 1) + "-01-01").value() : archived;
    return plus_days(plus_months(from, retention.years * 12), -1);
}

}  // namespace maple::followup
