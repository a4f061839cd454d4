// What going to court usually means, for the sheet of changing places: a general picture of the rule
// book, which the mediator may write anew by hand. No forecast; nothing of it is taken from the talks.
#include "documents/reading.hpp"
#include "dispute/file.hpp"
#include "foundation/money.hpp"
#include "law/practice.hpp"

#include <algorithm>

namespace maple::documents {
namespace {

using dispute::Side;

std::string sum(Reading const& r, std::int64_t fen) { return r.say("document.outlook_sum", {{"n", yuan_text(fen)}}); }

// What the court charges before any reduction (FEE art. 13); of what no sum is known it goes by the sum.
std::string fee_text(Reading const& r, law::Practice const& practice)
{
    auto const fee = law::court_fee(practice, r.d.kind, r.d.amount ? std::optional(r.d.amount->n) : std::nullopt);
    if (!fee) return r.say("document.outlook_fee_by_sum");
    auto const least = sum(r, fee->least);
    auto const range = fee->least == fee->most ? least : r.say("document.outlook_range", {{"least", least}, {"most", sum(r, fee->most)}});
    return r.say("document.outlook_fee", {{"fee", range}});
}

std::string worded(Reading const& r, std::string const& key)
{
    auto const* statute = key.empty() ? nullptr : r.desk.book().statute(key, r.today());
    return statute ? r.say("document.statute", {{"law", r.say.in(statute->law)}, {"article", r.say.in(statute->article)}}) : "";
}

std::string basis(Reading const& r, law::Practice const& practice, law::Outlook const& outlook)
{
    std::vector<std::string> all{r.say("document.outlook_of_kind", {{"kind", kind_name(r)}}), worded(r, outlook.statute)};
    auto const fee = std::find_if(practice.fees.begin(), practice.fees.end(), [&](auto const& one) { return one.key == outlook.fee; });
    if (fee != practice.fees.end()) all.push_back(r.say.in(fee->name) + " " + worded(r, fee->statute));
    if (r.d.amount) all.push_back(r.say("document.outlook_claimed", {{"amount", sum(r, r.d.amount->n)}}));
    if (!outlook.before.empty()) all.push_back(r.say.in(outlook.before));
    all.push_back(r.say("document.outlook_no_forecast"));
    std::string text;
    for (auto const& one : all)
        if (!one.empty()) text += (text.empty() ? "" : r.say("document.outlook_between")) + one;
    return text;
}

}  // namespace

void of_outlook(Reading const& r, Values& v)
{
    auto const* practice = r.desk.book().practice.get();
    auto const* outlook = practice ? practice->outlook(r.d.kind) : nullptr;
    auto const* party = dispute::party(r.d, r.subject);
    if (!outlook || !party || (party->side != Side::applicant && party->side != Side::respondent)) return;
    bool const sues = party->side == Side::applicant;
    auto const months = [&](int n) { return r.say("document.outlook_months", {{"n", std::to_string(n)}}); };
    auto const fee = fee_text(r, *practice), best = r.say.in(outlook->best), worst = r.say.in(outlook->worst);
    // The book tells it from the place of who sues; to the other side good and bad change places.
    put(v, {{"best_outcome", sues ? best : r.say("document.outlook_claim_fails", {{"text", worst}})},
            {"worst_outcome", sues ? worst : r.say("document.outlook_claim_succeeds", {{"text", best}})},
            {"best_time", months(outlook->months_least)},
            {"worst_time", months(outlook->months_most)},
            {"best_cost", r.say(sues ? "document.outlook_advanced" : "document.outlook_borne_by_other", {{"fee", fee}})},
            {"worst_cost", r.say("document.outlook_borne", {{"fee", fee}, {"notes", r.say.in(outlook->cost_notes)}})},
            {"basis_of_estimate", basis(r, *practice, *outlook)}});
}

}  // namespace maple::documents
