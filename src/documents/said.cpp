#include "documents/said.hpp"
#include "foundation/money.hpp"

namespace maple::documents {

std::string Said::list(std::vector<std::string> const& names) const
{
    std::string out;
    for (auto const& name : names) {
        if (name.empty()) continue;
        if (!out.empty()) out += (*this)("document.between");
        out += name;
    }
    return out;
}

std::string Said::date(Date date) const
{
    std::chrono::year_month_day const day{date.day};
    return (*this)("document.date", {{"year", std::to_string(int(day.year()))},
                                     {"month", "@document.month." + std::to_string(unsigned(day.month()))},
                                     {"day", std::to_string(unsigned(day.day()))}});
}

std::string Said::date(std::optional<Instant> at) const { return at ? date(date_in_beijing(*at)) : ""; }

std::string Said::time(Instant at) const
{
    auto const whole = iso(at);  // "2023-11-20T09:00:00+08:00"
    return date(date_in_beijing(at)) + " " + whole.substr(whole.find('T') + 1, 5);
}

std::string Said::amount(std::optional<Fen> amount) const
{
    if (!amount) return {};
    return (*this)("document.amount", {{"capital", capital_yuan(amount->n)}, {"figures", yuan_text(amount->n)}});
}

}  // namespace maple::documents
