#include "diversion/conflicts.hpp"
#include "dispute/life.hpp"

#include <algorithm>

namespace maple::diversion {
namespace {

using dispute::Conflict;
using dispute::ConflictEnd;

Result<void> present(Dispute const& d, Key party, std::string const& at)
{
    auto const* p = dispute::party(d, party);
    if (!p) return refuse_field(at, "unknown_party");
    if (p->left) return refuse_field(at, "party_left");
    return {};
}

// The objection or disclosure that waits for an answer; of a disclosure that there is nothing
// nobody has to decide.
Result<Conflict const*> waiting(Dispute const& d, Key id)
{
    auto const* c = dispute::conflict(d, id);
    if (!c || c->ground.empty()) return refuse(Because::not_found, "conflict.unknown");
    bool const decided = c->end == ConflictEnd::unfounded || c->end == ConflictEnd::replaced;
    if (decided || dispute::all_wish_to_go_on(d, *c)) return refuse(Because::conflict, "conflict.settled");
    return c;
}

}  // namespace

Result<Wished> wish(Dispute const& d, Key party, std::optional<workforce::Standing> const& who)
{
    if (auto ok = dispute::permitted(d, Wished::deed); !ok) return ok.error();
    if (auto ok = present(d, party, "/party"); !ok) return ok.error();
    auto const before = dispute::party(d, party)->wishes;
    if (!who) {
        if (!before) return refuse(Because::conflict, "wish.none");
        return Wished{party, {}};
    }
    if (!who->mediator || who->left || who->removed) return refuse_field("/person", "not_a_mediator", {}, "PML-13");
    if (before == who->person) return refuse(Because::conflict, "wish.already");
    return Wished{party, who->person};
}

Result<Challenged> challenge(Dispute const& d, law::Book const& book, Key party, Key person, std::string ground, Kept note)
{
    if (auto ok = dispute::permitted(d, Challenged::deed); !ok) return ok.error();
    if (auto ok = present(d, party, "/party"); !ok) return ok.error();
    if (!dispute::is_mediator(d, person)) return refuse_field("/person", "not_appointed_here");
    if (!book.choice("conflict", ground)) return refuse_field("/ground", "not_in_the_book");
    for (auto const& c : d.conflicts) {
        if (c.party != party || c.person != person) continue;
        if (!c.end) return refuse(Because::conflict, "objection.open");
        if (c.end == ConflictEnd::unfounded && c.ground == ground) return refuse(Because::conflict, "objection.answered");
    }
    return Challenged{new_key(), party, person, std::move(ground), std::move(note)};
}

Result<ConflictConsented> go_on(Dispute const& d, Key id, std::vector<Key> parties)
{
    if (auto ok = dispute::permitted(d, ConflictConsented::deed); !ok) return ok.error();
    auto const c = waiting(d, id);
    if (!c) return c.error();
    if (parties.empty()) return refuse_field("/parties", "party_needed");
    for (std::size_t i = 0; i < parties.size(); ++i) {
        auto const at = "/parties/" + std::to_string(i);
        if (auto ok = present(d, parties[i], at); !ok) return ok.error();
        if (std::count(parties.begin(), parties.end(), parties[i]) > 1) return refuse_field(at, "party_twice");
        auto const& before = (*c)->consented;
        if (std::find(before.begin(), before.end(), parties[i]) != before.end()) return refuse_field(at, "party_consented");
    }
    return ConflictConsented{id, std::move(parties)};
}

Result<ConflictDecided> decide(Dispute const& d, law::Book const& book, Key id, ConflictEnd end, std::string reason, Kept answer, Key by)
{
    if (auto ok = dispute::permitted(d, ConflictDecided::deed); !ok) return ok.error();
    auto const c = waiting(d, id);
    if (!c) return c.error();
    if (end == ConflictEnd::continued) return refuse(Because::forbidden_by, "conflict.not_all_consented", {}, "SPC16-15");
    if (end == ConflictEnd::unfounded) {
        if (!(*c)->party) return refuse(Because::forbidden_by, "conflict.disclosed", {}, "SPC16-15");
        if ((*c)->person == by) return refuse(Because::not_allowed, "conflict.own_matter");
        if (!book.choice("unfounded", reason)) return refuse_field("/reason", "not_in_the_book");
    }
    return ConflictDecided{id, end, end == ConflictEnd::unfounded ? std::move(reason) : "", std::move(answer)};
}

}  // namespace maple::diversion
