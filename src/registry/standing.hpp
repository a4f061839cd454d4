// What an organisation is by law, and what becomes of it: described, renamed, moved, merged,
// closed. Each is a deed with a page in the ledger; nothing of what was before is lost.
#pragma once
#include "access/desk.hpp"
#include "foundation/record.hpp"
#include "registry/placing.hpp"

namespace maple::registry {

struct Standing {
    Key organisation{};
    Basis basis = Basis::none;
    std::string host;                // who set it up and provides room and money (PML art. 12)
    std::optional<Key> seated_at;    // of a stationed room: in whose house
    std::string sector;              // of a sector committee: key of the book's list
    std::string contact;             // whom to ask for
    std::string seal_words;          // the words on the seal
    std::optional<Date> set_up_on;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (organisation, basis, host, seated_at, sector, contact, seal_words, set_up_on))

// As it was entered; else what follows from the kind.
Standing standing(Desk&, Organisation const&);
std::map<Key, Standing> all_standings(Desk&);  // those that were entered

// What may change about an organisation while it stays where it is.
struct Particulars {
    std::string name, name_en, short_name, division, phone, address, hours;
    bool has_seal = false;
};
Particulars particulars(Organisation const&);

// --- What pages say ----------------------------------------------------------------------

struct StandingSet {
    static constexpr std::string_view deed = "registry.standing_set";
    Basis basis{};
    Kept host, contact, seal_words;
    std::optional<Key> seated_at;
    std::string sector;
    std::optional<Date> set_up_on;
};
BOOST_DESCRIBE_STRUCT(StandingSet, (), (basis, host, contact, seal_words, seated_at, sector, set_up_on))

struct OrganisationChanged {
    static constexpr std::string_view deed = "registry.organisation_changed";
    Kept name, name_en, phone, address;
    std::string short_name, division, hours;
    bool has_seal = false;
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(OrganisationChanged, (), (name, name_en, phone, address, short_name, division, hours, has_seal, reason))

struct OrganisationMoved {
    static constexpr std::string_view deed = "registry.organisation_moved";
    Key from{};
    Key to{};
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(OrganisationMoved, (), (from, to, reason))

// On the page of the one that ends: it is closed and stands below its successor from now on,
// so that whoever answers for the successor sees what was done here.
struct OrganisationMerged {
    static constexpr std::string_view deed = "registry.organisation_merged";
    Key from{};
    Key into{};
    Kept reason;
    std::int64_t people = 0;    // that went on to the successor
    std::int64_t disputes = 0;  // that were handed over
};
BOOST_DESCRIBE_STRUCT(OrganisationMerged, (), (from, into, reason, people, disputes))

// On the page of the successor.
struct OrganisationTookOver {
    static constexpr std::string_view deed = "registry.organisation_took_over";
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(OrganisationTookOver, (), (organisation))

struct OrganisationClosed {
    static constexpr std::string_view deed = "registry.organisation_closed";
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(OrganisationClosed, (), (reason))

struct PersonMoved {
    static constexpr std::string_view deed = "registry.person_moved";
    Key from{};
    Key to{};
};
BOOST_DESCRIBE_STRUCT(PersonMoved, (), (from, to))

// --- Deeds: they ask no policy and no guard (placing.hpp); whoever calls has done so -----------

void set_standing(Desk&, Standing const&);
void change_organisation(Desk&, Key organisation, Particulars const&, std::string_view reason);

// What lay below the first path lies below the second one now. Other rooms keep paths beside
// their rows (dispute, linkage, warning): app/offices/moving.cpp rewrites them, too.
struct [[nodiscard]] PathChange {
    std::string from, to;
};
PathChange move_organisation(Desk&, Organisation const& what, Organisation const& to, std::string_view reason);

// Closes it with a successor, below which it stands from now on; what lay below it moves on
// to the successor. Two changes of paths or more, in the order in which they happened.
[[nodiscard]] std::vector<PathChange> merge_organisation(Desk&, Organisation const& what, Organisation const& into,
                                                         std::string_view reason, std::int64_t people, std::int64_t disputes);

void close_organisation(Desk&, Key organisation, std::string_view reason = {});

// Where somebody serves from now on; roles held at the old place are held at the new one.
void move_person(Desk&, Key person, Key from, Key to);

// Roles held at the one by anybody are held at the other from now on.
void carry_roles(Desk&, Key from, Key to);

// The open organisation that does the work now: itself, or who it was merged into. Itself,
// when nobody goes on with it.
Organisation successor(Desk&, Key organisation);

// The values of `column` that lie below the changed path, rewritten: for a room's own table.
void rewrite_paths(Desk&, std::string_view table, std::string_view column, PathChange const&);

}  // namespace maple::registry
