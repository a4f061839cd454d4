#include "privacy/rules.hpp"
#include "dispute/life.hpp"

namespace maple::privacy {

Result<Restricted> restrict_use(Dispute const& d, Kept reason)
{
    if (auto ok = dispute::permitted(d, Restricted::deed); !ok) return ok.error();
    if (d.restricted_at) return refuse(Because::conflict, "restrict.already", {}, "PIPL-47");
    return Restricted{std::move(reason)};
}

Result<Released> release(Dispute const& d, Kept reason)
{
    if (auto ok = dispute::permitted(d, Released::deed); !ok) return ok.error();
    if (!d.restricted_at) return refuse(Because::conflict, "restrict.not_restricted", {}, "PIPL-47");
    return Released{std::move(reason)};
}

namespace {

Result<void> undecided(OwnRequest const& r, Key second)
{
    if (r.status != Status::asked) return refuse(Because::conflict, "own_request.decided");
    if (r.officer == second) return refuse(Because::forbidden_by, "own_request.same_officer");
    return {};
}

}  // namespace

Result<Confirmed> confirm(OwnRequest const& r, Key second)
{
    if (auto ok = undecided(r, second); !ok) return ok.error();
    return Confirmed{};
}

Result<Declined> decline(OwnRequest const& r, Key second, Kept why)
{
    if (auto ok = undecided(r, second); !ok) return ok.error();
    return Declined{std::move(why)};
}

Result<Answered> answer(OwnRequest const& r, law::Book const& book, Key officer, Instant now)
{
    if (r.status != Status::confirmed && r.status != Status::answered) return refuse(Because::forbidden_by, "own_request.not_confirmed");
    if (r.officer != officer) return refuse(Because::not_allowed, "own_request.not_yours");
    if (now > plus_seconds(*r.decided_at, book.policy("own_data_days") * 86'400)) return refuse(Because::forbidden_by, "own_request.too_late");
    return Answered{};
}

Result<void> may_look_together(Dispute const& d, Key one, Key other, bool both_present)
{
    if (!both_present) return refuse_field("/both_present", "both_must_be_present");
    for (auto const& [key, at] : {std::pair{one, "/one"}, {other, "/other"}}) {
        auto const* p = dispute::party(d, key);
        if (!p) return refuse_field(at, "unknown_party");
        if (!p->id_number) return refuse_field(at, "identity_needed");
    }
    if (one == other) return refuse_field("/other", "party_twice");
    return {};
}

}  // namespace maple::privacy
