#include "privacy/routes.hpp"
#include "access/audit.hpp"
#include "dispute/view.hpp"
#include "privacy/rules.hpp"
#include "registry/roll.hpp"

namespace maple::privacy {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

// --- Kept and no longer used --------------------------------------------------------------------

struct Restrict {
    Key dispute{};
    Text<4, 200> reason;
};
BOOST_DESCRIBE_STRUCT(Restrict, (), (dispute, reason))

FileView restricted(Desk& desk, Restrict const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::archive);
    file.record(restrict_use(*file, file.keep("restriction.reason", ask.reason.str())).value());
    return done(file);
}

FileView released(Desk& desk, Restrict const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::archive);
    file.record(release(*file, file.keep("restriction.released", ask.reason.str())).value());
    return done(file);
}

// --- One question of two parties ---------------------------------------------------------------

struct LookTogether {
    Key dispute{};
    Key one{};
    Key other{};
    bool both_present = false;
};
BOOST_DESCRIBE_STRUCT(LookTogether, (), (dispute, one, other, both_present))

struct StillOwed {
    std::string number, organisation_name;
    std::optional<Instant> concluded_at;
    std::optional<Date> promises_due;
};
BOOST_DESCRIBE_STRUCT(StillOwed, (), (number, organisation_name, concluded_at, promises_due))

struct StillOwedList {
    std::vector<StillOwed> agreements;
};
BOOST_DESCRIBE_STRUCT(StillOwedList, (), (agreements))

struct OwedRow {
    std::string number;
    Key organisation{};
    std::optional<Instant> concluded_at;
    std::optional<Date> promises_due;
};
BOOST_DESCRIBE_STRUCT(OwedRow, (), (number, organisation, concluded_at, promises_due))

std::string blind_of(Desk& desk, dispute::Dispute const& d, Key party)
{
    auto const number = access::one_text(desk, dispute::party(d, party)->id_number);
    if (!number) throw Refused(refuse_field("/one", "identity_needed"));
    return dispute::blind_of(desk.house.vault, *number);
}

// Numbers and offices only: what was agreed stays in its own file.
StillOwedList look_together(Desk& desk, LookTogether const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute, Right::take_in);
    may_look_together(d, ask.one, ask.other, ask.both_present).value();
    access::audit(desk, access::AuditKind::revealed, d.id);
    StillOwedList out;
    auto const rows = sql::all<OwedRow>(desk.sql, R"(
        SELECT dispute.number AS number, dispute.organisation AS organisation, dispute.concluded_at AS concluded_at,
               dispute.promises_due AS promises_due
          FROM identity one
          JOIN identity other ON other.dispute = one.dispute AND other.party <> one.party
          JOIN dispute ON dispute.id = one.dispute
         WHERE one.blind = $1 AND other.blind = $2 AND dispute.id <> $3
           AND dispute.agreed = 1 AND dispute.promises_due IS NOT NULL AND dispute.promises_kept IS NULL
         ORDER BY dispute.id)",
        blind_of(desk, d, ask.one), blind_of(desk, d, ask.other), ask.dispute);
    for (auto const& row : rows)
        out.agreements.push_back({row.number, registry::called(desk, registry::organisation(desk, row.organisation)), row.concluded_at, row.promises_due});
    desk.etag.reset();
    return out;
}

}  // namespace

api::Room room()
{
    using enum api::Verb;
    api::Room room{"privacy",
                   {
                       {post, "/disputes/{dispute}/restriction", Right::archive, restricted,
                        "Lock a closed dossier away from use: it is kept as the law asks, and nobody reads names and words any more."},
                       {post, "/disputes/{dispute}/restriction/release", Right::archive, released, "Open a locked dossier for use again, with a reason."},
                       {post, "/disputes/{dispute}/still-owed", Right::take_in, look_together,
                        "Two parties who are both here ask whether they have an agreement that is still to be performed."},
                   }};
    for (auto& route : own_request_routes()) room.routes.push_back(std::move(route));
    return room;
}

}  // namespace maple::privacy
