#include "law/practice.hpp"

#include <algorithm>

namespace maple::law {
namespace {

bool among(std::vector<std::string> const& keys, std::string_view one) { return std::find(keys.begin(), keys.end(), one) != keys.end(); }

}  // namespace

Method const* Practice::method(std::string_view key) const
{
    auto const found = std::find_if(methods.begin(), methods.end(), [&](auto const& one) { return one.key == key; });
    return found == methods.end() ? nullptr : &*found;
}

Outlook const* Practice::outlook(std::string_view kind) const
{
    auto const found = std::find_if(outlooks.begin(), outlooks.end(), [&](auto const& one) { return one.kind == kind; });
    return found == outlooks.end() ? nullptr : &*found;
}

std::int64_t fee_by_steps(std::vector<FeeStep> const& steps, std::int64_t amount)
{
    constexpr std::int64_t parts = 10'000;
    std::int64_t fee = 0, from = 0;
    for (auto const& step : steps) {
        if (amount <= from && from > 0) break;
        auto const within = (step.up_to ? std::min(amount, *step.up_to) : amount) - from;
        fee += step.flat + within / parts * step.rate + within % parts * step.rate / parts;
        if (!step.up_to) break;
        from = *step.up_to;
    }
    return fee;
}

std::optional<FeeRange> court_fee(Practice const& practice, std::string_view kind, std::optional<std::int64_t> amount)
{
    auto const* outlook = practice.outlook(kind);
    if (!outlook) return std::nullopt;
    auto const fee = std::find_if(practice.fees.begin(), practice.fees.end(), [&](auto const& one) { return one.key == outlook->fee; });
    if (fee == practice.fees.end()) return std::nullopt;
    if (fee->by_steps) {
        if (!amount) return std::nullopt;
        auto const sum = fee_by_steps(practice.court_fee, *amount);
        return FeeRange{sum, sum};
    }
    auto const above = amount && !fee->over.empty() && *amount > fee->free_up_to;
    std::int64_t more = 0;
    if (above) {
        // The steps count from zero of the amount; what lies below the free part costs nothing.
        std::vector<FeeStep> steps{{fee->free_up_to, 0, 0}};
        steps.insert(steps.end(), fee->over.begin(), fee->over.end());
        more = fee_by_steps(steps, *amount);
    }
    return FeeRange{fee->from + more, fee->to + more};
}

std::vector<Suggestion> suggest(Practice const& practice, std::string_view kind, std::string_view intensity,
                                std::vector<std::string> const& yes, std::vector<std::string> const& open_risks)
{
    std::vector<Suggestion> out;
    for (auto const& method : practice.methods) {
        Suggestion one;
        one.method = &method;
        if (among(method.suits, kind)) one.because.emplace_back("kind");
        if (!intensity.empty() && among(method.intensity, intensity)) one.because.emplace_back("intensity");
        for (auto const& key : yes)
            if (among(method.asks, key)) one.because.push_back(key);
        for (auto const& risk : open_risks)
            if (among(method.bars, risk)) one.barred_by.push_back(risk);
        one.speaks_for = int(one.because.size());
        out.push_back(std::move(one));
    }
    std::stable_sort(out.begin(), out.end(), [](Suggestion const& a, Suggestion const& b) {
        if (a.barred_by.empty() != b.barred_by.empty()) return a.barred_by.empty();
        return a.speaks_for > b.speaks_for;
    });
    return out;
}

}  // namespace maple::law
