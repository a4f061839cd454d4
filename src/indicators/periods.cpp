#include "indicators/periods.hpp"
#include "registry/roll.hpp"

namespace maple::indicators {

Period period_of(Desk& desk, std::optional<Month> const& from, std::optional<Month> const& to)
{
    auto const today = iso(date_in_beijing(desk.now));
    Period period{from ? from->str() : today.substr(0, 4) + "-01", to ? to->str() : today.substr(0, 7)};
    must_be_month("/from", period.from);
    must_be_month("/to", period.to);
    if (period.to < period.from) throw Refused(refuse_field("/to", "before_from"));
    return period;
}

// The organisation asked for, within what the caller may see.
std::vector<std::string> scopes(Desk& desk, std::optional<Key> organisation)
{
    auto own = access::scopes_of(desk.caller, access::Right::read_figures);
    if (!organisation) return own;
    auto const wanted = registry::organisation(desk, *organisation);
    if (!access::may_in(desk.caller, access::Right::read_figures, wanted.path)) throw Refused(refuse(Because::not_found, "organisation.unknown"));
    return {wanted.path};
}

}  // namespace maple::indicators
