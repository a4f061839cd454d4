#include "app/offices/moving.hpp"
#include "committees/terms.hpp"
#include "dispute/file.hpp"
#include "diversion/events.hpp"
#include "linkage/referral.hpp"
#include "privacy/events.hpp"
#include "quality/events.hpp"
#include "registry/keep.hpp"
#include "warning/lead.hpp"
#include "workforce/scopes.hpp"

namespace maple::app {
namespace {

using registry::Organisation;

// Answered for by the organisation, or sent to it and not signed for yet.
constexpr std::string_view of_open_disputes = R"(
      FROM dispute
     WHERE stage NOT IN ('archived', 'advised', 'refused', 'transferred') AND (organisation = $1 OR sent_scope = $2))";

template <class... A> std::int64_t count(Desk& desk, std::string_view statement, A const&... values)
{
    return sql::cell<std::int64_t>(desk.sql, statement, values...).value_or(0);
}

// On PostgreSQL several write at once: nobody inserts a path of yesterday while paths change
// (registry/edition.hpp: who read the roll before begins again).
void alone_with_the_paths(Desk& desk)
{
    if (desk.sql.engine() == sql::Engine::postgres) desk.sql.script("LOCK TABLE dispute, lead, referral, own_request, training, complaint IN SHARE ROW EXCLUSIVE MODE");
}

void carry(Desk& desk, registry::PathChange const& change)
{
    dispute::move_scopes(desk, change);
    linkage::move_scopes(desk, change);
    warning::move_scopes(desk, change);
    privacy::move_scopes(desk, change);
    workforce::move_scopes(desk, change);
    quality::move_scopes(desk, change);
}

std::int64_t hand_over_disputes(Desk& desk, Organisation const& from, Organisation const& to)
{
    auto const open = sql::column<Key>(desk.sql, "SELECT id" + std::string(of_open_disputes) + " ORDER BY id", from.id, from.path);
    for (auto const dispute : open) {
        auto file = dispute::File::open_unasked(desk, dispute);
        file.record(diversion::HandedOver{from.id, to.id, to.path});
        file.put_back();
    }
    return std::int64_t(open.size());
}

std::int64_t move_people(Desk& desk, Organisation const& from, Organisation const& to)
{
    auto const serving = sql::column<Key>(desk.sql, "SELECT id FROM person WHERE organisation = $1 AND left_at IS NULL ORDER BY id", from.id);
    for (auto const person : serving) registry::move_person(desk, person, from.id, to.id);
    registry::carry_roles(desk, from.id, to.id);
    return std::int64_t(serving.size());
}

}  // namespace

InHand in_hand(Desk& desk, Organisation const& one)
{
    return {count(desk, "SELECT count(*)" + std::string(of_open_disputes), one.id, one.path),
            count(desk, "SELECT count(*) FROM lead WHERE desk = $1 AND status = 'reported'", one.id),
            count(desk, "SELECT count(*) FROM referral WHERE desk = $1 AND status = 'sent'", one.id),
            count(desk, "SELECT count(*) FROM person WHERE organisation = $1 AND left_at IS NULL", one.id),
            count(desk, "SELECT count(*) FROM organisation WHERE parent = $1 AND closed_at IS NULL", one.id)};
}

void move(Desk& desk, Organisation const& what, Organisation const& to, std::string_view reason)
{
    registry::may_move(what, to).value();
    alone_with_the_paths(desk);
    carry(desk, registry::move_organisation(desk, what, to, reason));
}

void merge(Desk& desk, Organisation const& what, Organisation const& into, std::string_view reason)
{
    registry::may_merge(what, into).value();
    alone_with_the_paths(desk);
    auto const disputes = hand_over_disputes(desk, what, into);
    auto const people = move_people(desk, what, into);
    committees::close_terms(desk, what.id);
    for (auto const& change : registry::merge_organisation(desk, what, into, reason, people, disputes)) carry(desk, change);
}

void close(Desk& desk, Organisation const& what, std::string_view reason)
{
    auto const no = [](char const* code, Params params = {}) { throw Refused(refuse(Because::forbidden_by, code, std::move(params))); };
    if (what.closed_at) no("organisation.closed");
    if (!what.parent) no("organisation.top_stays");
    auto const has = in_hand(desk, what);
    if (has.disputes + has.leads + has.referrals > 0)
        no("organisation.still_at_work", {{"disputes", std::to_string(has.disputes)}, {"leads", std::to_string(has.leads)},
                                          {"referrals", std::to_string(has.referrals)}});
    if (has.below > 0) no("organisation.not_the_lowest", {{"n", std::to_string(has.below)}});
    if (has.people > 0) no("organisation.people_serve", {{"n", std::to_string(has.people)}});
    committees::close_terms(desk, what.id);
    registry::close_organisation(desk, what.id, reason);
}

}  // namespace maple::app
