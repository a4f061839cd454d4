// Where an organisation may stand in the tree, what it may become part of, and on which
// article of law it rests. Pure.
#pragma once
#include "registry/words.hpp"

namespace maple::registry {

// The legal basis of a committee (PML arts 8, 34). A part of a committee rests on its
// committee; offices, platforms and agencies are no committees and have none here.
enum class Basis { grassroots, enterprise, by_reference, none };
BOOST_DESCRIBE_ENUM(Basis, grassroots, enterprise, by_reference, none)

Basis usual_basis(OrganisationKind);
// The article of a basis, a key of the statutes; "" for none.
std::string article_of(Basis);
// Refuses: basis.not_of_this_kind ("/basis") for a basis that the law does not give to the kind.
Result<void> may_rest_on(OrganisationKind, Basis);

// Refuses: organisation.part_needs_committee, for a room or group that would not stand below
// a committee in its own right; organisation.committees_are_peers, for a committee below
// another one or below a part of one; organisation.closed_above.
Result<void> may_stand_below(OrganisationKind, Organisation const& above);

// One committee, one seal: a room or group has none of its own (PML art. 29). The field "/has_seal".
Result<void> may_have_seal(OrganisationKind, bool has_seal);

// Refuses: organisation.closed; organisation.top_stays; organisation.moved_already;
// organisation.below_itself; what may_stand_below refuses.
Result<void> may_move(Organisation const& what, Organisation const& to);

// Refuses: organisation.closed; organisation.top_stays; organisation.into_itself (itself, or
// what lies below it); organisation.unlike: work goes on only where it may be done, a room's
// or a committee's at a committee, a desk's at a desk, an agency's at its like.
Result<void> may_merge(Organisation const& what, Organisation const& into);

}  // namespace maple::registry
