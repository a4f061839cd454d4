#include "resolution/confirmation_rules.hpp"
#include "dispute/life.hpp"
#include "dispute/next.hpp"
#include "resolution/roads.hpp"

#include <algorithm>

namespace maple::resolution {
namespace {

using dispute::Agreement;
using dispute::Ruling;

Result<Agreement const*> running(Dispute const& d, Key id)
{
    auto const* a = dispute::agreement(d, id);
    if (!a) return refuse(Because::not_found, "agreement.unknown");
    if (!a->confirmation) return refuse(Because::conflict, "confirmation.none");
    if (a->confirmation->ruling) return refuse(Because::conflict, "confirmation.ruled");
    return a;
}

}  // namespace

std::optional<law::Due> confirmation_window(law::Book const& book, Agreement const& a, Instant now)
{
    if (!a.effective_at) return std::nullopt;
    return law::due(book, "confirmation", *a.effective_at, now);
}

std::vector<std::string> confirmation_bars(Dispute const& d, law::Book const& book, Agreement const& a, Instant now)
{
    std::vector<std::string> bars;
    if (dispute::after_filing(d)) bars.emplace_back("after_filing");
    auto const* kind = book.kind(d.kind);
    if (kind && !kind->confirmable) bars.emplace_back("outside_civil_jurisdiction");
    if (auto const window = confirmation_window(book, a, now); window && window->at < now) bars.emplace_back("too_late");
    return bars;
}

Refusal barred(law::Book const& book, std::string const& bar)
{
    return refuse(Because::forbidden_by, "confirmation.barred", {{"bar", "@confirmation_bar." + bar}}, book.choice("confirmation_bar", bar)->statute);
}

Result<ConfirmationApplied> apply_for_confirmation(Dispute const& d, law::Book const& book, Key id, std::vector<Key> applicants, Key court, Instant now)
{
    if (auto ok = dispute::permitted(d, ConfirmationApplied::deed); !ok) return ok.error();
    auto const* a = dispute::agreement(d, id);
    if (!a) return refuse(Because::not_found, "agreement.unknown");
    if (!a->effective_at) return refuse(Because::forbidden_by, "confirmation.not_effective", {}, "PML-33");
    if (a->oral) return refuse(Because::forbidden_by, "confirmation.oral", {}, "JI22-354");
    if (!dispute::confirmation_open(*a)) return refuse(Because::conflict, "confirmation.running");
    for (std::size_t n = 0; n < applicants.size(); ++n)
        if (std::find(a->parties.begin(), a->parties.end(), applicants[n]) == a->parties.end())
            return refuse_field("/applicants/" + std::to_string(n), "not_of_the_agreement");
    for (auto const party : a->parties)
        if (std::find(applicants.begin(), applicants.end(), party) == applicants.end())
            return refuse(Because::forbidden_by, "confirmation.not_jointly",
                          by_side(*dispute::party(d, party)), "PML-33");
    if (auto const bars = confirmation_bars(d, book, *a, now); !bars.empty())
        return barred(book, bars.front());
    return ConfirmationApplied{id, std::move(applicants), court};
}

Result<ConfirmationDocketed> docket(Dispute const& d, Key id, std::string number)
{
    if (auto ok = dispute::permitted(d, ConfirmationDocketed::deed); !ok) return ok.error();
    auto const a = running(d, id);
    if (!a) return a.error();
    if ((*a)->confirmation->docketed_at) return refuse(Because::conflict, "confirmation.docketed");
    return ConfirmationDocketed{id, std::move(number)};
}

Result<ConfirmationRuled> rule_on(Dispute const& d, law::Book const& book, Key id, Ruling ruling, std::string reason)
{
    if (auto ok = dispute::permitted(d, ConfirmationRuled::deed); !ok) return ok.error();
    auto const a = running(d, id);
    if (!a) return a.error();
    bool const by_the_judge = ruling == Ruling::valid || ruling == Ruling::dismissed;
    if (by_the_judge && !(*a)->confirmation->docketed_at) return refuse(Because::conflict, "confirmation.not_docketed");
    if (ruling == Ruling::dismissed && !book.choice("dismissal", reason)) return refuse_field("/reason", "not_in_the_book");
    if (ruling != Ruling::dismissed && !reason.empty()) return refuse_field("/reason", "no_reason_here");
    return ConfirmationRuled{id, ruling, std::move(reason)};
}

Result<RulingReceived> receive_ruling(Dispute const& d, Key id, dispute::RulingReceipt receipt, Date today)
{
    if (auto ok = dispute::permitted(d, RulingReceived::deed); !ok) return ok.error();
    auto const* a = dispute::agreement(d, id);
    if (!a) return refuse(Because::not_found, "agreement.unknown");
    if (!a->confirmation) return refuse(Because::conflict, "confirmation.none");
    auto const& c = *a->confirmation;
    if (!c.ruled_at) return refuse(Because::conflict, "confirmation.not_ruled");
    if (std::find(c.applicants.begin(), c.applicants.end(), receipt.party) == c.applicants.end()) return refuse_field("/party", "not_of_the_agreement");
    if (receipt.on < date_in_beijing(*c.ruled_at)) return refuse_field("/on", "before_the_ruling");
    if (receipt.on > today) return refuse_field("/on", "in_the_future");
    bool const proven = std::any_of(c.received.begin(), c.received.end(), [&](auto const& one) {
        return one.party == receipt.party && one.known_from == dispute::ReceiptKnownFrom::court;
    });
    if (proven && receipt.known_from == dispute::ReceiptKnownFrom::code) return refuse(Because::conflict, "receipt.proven");
    return RulingReceived{id, receipt};
}

std::vector<Enforceable> enforceable(Dispute const& d, law::Book const& book, Agreement const& a, Instant now)
{
    std::vector<Enforceable> all;
    if (!a.confirmation || a.confirmation->ruling != Ruling::valid) return all;
    for (auto const& o : a.obligations) {
        if (o.state != dispute::Promise::open && o.state != dispute::Promise::breached) continue;
        for (auto const& road : roads_from(d, book, o.id, now))
            if (road.road->clock == "enforcement") all.push_back({o.id, *road.until});
    }
    return all;
}

std::vector<Onward> onward(Dispute const& d, law::Book const& book, Agreement const& a, Instant now)
{
    std::vector<Onward> all;
    if (!a.confirmation || !dispute::confirmation_open(a)) return all;
    // The court has judged this text, so that only another one can be confirmed (CPL art. 206).
    bool const judged = a.confirmation->ruling == Ruling::dismissed;
    if (!judged && confirmation_bars(d, book, a, now).empty()) all.push_back(Onward::ask_again);
    if (a.confirmation->ruling != Ruling::withdrawn) all.push_back(Onward::change_agreement);
    if (judged && !d.reopened_as) all.push_back(Onward::mediate_anew);
    auto const* kind = book.kind(d.kind);
    all.push_back(kind && kind->clock == "labour" ? Onward::arbitrate : Onward::sue);
    return all;
}

std::string_view article_of(Onward step, Ruling ruling)
{
    if (step == Onward::arbitrate) return "LAB-15";
    if (step == Onward::ask_again) return "PML-33";
    return ruling == Ruling::dismissed ? "CPL-206" : "PML-32";
}

}  // namespace maple::resolution
