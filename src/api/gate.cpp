#include "api/gate.hpp"

namespace maple::api {

void refuse_other_sites(http::Request const& request)
{
    auto const site = request.header("Sec-Fetch-Site");
    bool foreign = !site.empty() && site != "same-origin" && site != "none";
    if (auto const origin = request.header("Origin"); !origin.empty() && site.empty()) {
        auto const slashes = origin.find("://");
        foreign = slashes == origin.npos || origin.substr(slashes + 3) != request.header("Host");
    }
    if (foreign) throw Refused(refuse(Because::not_allowed, "other_site"));
}

void check_right(access::Caller const& caller, access::Right needs, House const& house)
{
    if (needs == access::Right::demonstrate) {
        if (!house.demo) throw Refused(refuse(Because::not_found, "no_such_door"));
        return;
    }
    if (access::may(caller, needs)) return;
    if (!caller.signed_in()) throw Refused(refuse(Because::not_signed_in, "not_signed_in"));
    throw Refused(refuse(Because::not_allowed, "not_allowed"));
}

}  // namespace maple::api
