#include "resolution/roads.hpp"
#include "dispute/next.hpp"

#include <algorithm>

namespace maple::resolution {
namespace {

using dispute::Agreement;
using dispute::Dispute;
using dispute::Obligation;
using dispute::Promise;
using dispute::Ruling;
using law::RoadNeeds;

// A promise in the agreement that holds it.
struct Owed {
    Dispute const& d;
    law::Book const& book;
    Agreement const& a;
    Obligation const& o;
    Instant now;
};

bool is_labour(Owed const& x)
{
    auto const* kind = x.book.kind(x.d.kind);
    return kind && kind->clock == "labour";
}

bool is_confirmed(Owed const& x) { return x.a.confirmation && x.a.confirmation->ruling == Ruling::valid; }

// LAB art. 16: owed to a worker, alone or as a group, and of the kinds that it names.
bool worker_money(Owed const& x)
{
    auto const* creditor = dispute::party(x.d, x.o.to);
    return creditor && creditor->kind != dispute::PartyKind::organisation && x.book.roads->worker_money.contains(x.o.nature);
}

bool met(RoadNeeds need, Owed const& x)
{
    switch (need) {
    case RoadNeeds::due: return x.o.due < date_in_beijing(x.now);
    case RoadNeeds::owed: return x.o.state == Promise::open || x.o.state == Promise::breached;
    case RoadNeeds::money: return money_owed(x.o).value_or(Fen{}).n > 0;
    case RoadNeeds::worker_money: return worker_money(x);
    case RoadNeeds::labour: return is_labour(x);
    case RoadNeeds::not_labour: return !is_labour(x);
    case RoadNeeds::written: return !x.a.oral;
    case RoadNeeds::confirmable: {
        auto const* kind = x.book.kind(x.d.kind);
        return !dispute::after_filing(x.d) && (!kind || kind->confirmable);
    }
    case RoadNeeds::not_applied: return !x.a.confirmation || (x.a.confirmation->ruling && !is_confirmed(x));
    case RoadNeeds::confirmed: return is_confirmed(x);
    case RoadNeeds::not_confirmed: return !is_confirmed(x);
    case RoadNeeds::not_reopened: return !x.d.reopened_as;
    }
    return false;
}

// CC art. 195: a part that is performed later says that the debt stands, and the time begins anew.
Instant trigger_of(law::RoadFrom from, Owed const& x)
{
    if (from == law::RoadFrom::effective) return *x.a.effective_at;
    auto last = start_of(x.o.due);
    for (auto const& part : x.o.performed) last = std::max(last, part.at);
    return last;
}

OpenRoad weighed(law::Road const& road, Owed const& x)
{
    OpenRoad out{&road, true, {}, {}, false};
    for (auto const need : road.needs) {
        out.needs.push_back({need, met(need, x)});
        out.open = out.open && out.needs.back().met;
    }
    if (road.clock.empty()) return out;
    out.until = law::due(x.book, road.clock, trigger_of(road.from, x), x.now);
    out.too_late = out.until->at < x.now;
    out.open = out.open && !out.too_late;
    return out;
}

}  // namespace

std::optional<Fen> money_owed(Obligation const& o)
{
    bool const money = o.manner == dispute::Manner::cash || o.manner == dispute::Manner::transfer;
    if (!money || !o.amount) return std::nullopt;
    auto left = o.amount->n;
    for (auto const& part : o.performed) left -= part.amount.value_or(Fen{}).n;
    return Fen{left};
}

std::vector<OpenRoad> roads_from(Dispute const& d, law::Book const& book, Key obligation, Instant now)
{
    std::vector<OpenRoad> all;
    for (auto const& a : d.agreements)
        for (auto const& o : a.obligations)
            if (o.id == obligation && a.effective_at)
                for (auto const& road : book.roads->all) all.push_back(weighed(road, {d, book, a, o, now}));
    std::stable_partition(all.begin(), all.end(), [](OpenRoad const& one) { return one.open; });
    return all;
}

}  // namespace maple::resolution
