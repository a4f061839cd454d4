// The registry's part of `verify`: each row is what its pages tell, each row has pages, and
// each thing that pages tell of has a row. Columns that no page tells of are not looked at:
// password hashes, failures, locks; of the machine's clock only whether something has ended.
#include "app/findings.hpp"
#include "app/pages.hpp"
#include "registry/doors.hpp"
#include "registry/keep.hpp"
#include "registry/numbers.hpp"
#include "registry/phone.hpp"
#include "registry/standing.hpp"
#include "teams/events.hpp"
#include "workforce/folder.hpp"

#include <algorithm>
#include <set>

namespace maple::app {
namespace {

// Enumerations and dates as the words they are in the table: a word that nobody knows is a
// difference and not the end of the reading.
struct OrganisationRow {
    Key id{};
    std::optional<Key> parent;
    std::string path, kind, level, name, name_en, short_name, division, phone, address, hours;
    bool has_seal = false;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(OrganisationRow, (), (id, parent, path, kind, level, name, name_en, short_name, division, phone, address,
                                            hours, has_seal, closed_at))

struct PersonRow {
    Key id{};
    Key organisation{};
    std::string name, sealed_phone, languages, skills, serves_as, certificate;
    std::optional<std::string> certificate_until;
    std::optional<Instant> left_at;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (id, organisation, name, sealed_phone, languages, skills, serves_as, certificate, certificate_until,
                                      left_at))

struct AccountRow {
    Key id{};
    Key person{};
    std::string username;
    std::optional<Instant> suspended_at, expires_at;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (id, person, username, suspended_at, expires_at))

struct GrantRow {
    Key id{};
    Key account{};
    std::string role;
    Key organisation{};
    std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(GrantRow, (), (id, account, role, organisation, ended_at))

struct TeamRow {
    Key id{};
    Key organisation{};
    std::string name, name_en;
};
BOOST_DESCRIBE_STRUCT(TeamRow, (), (id, organisation, name, name_en))

struct MemberRow {
    Key team{};
    Key person{};
    bool leader = false;
};
BOOST_DESCRIBE_STRUCT(MemberRow, (), (team, person, leader))

using Pages = std::vector<access::Page>;
using Members = std::map<Key, bool>;  // person, leader

// What can happen to a thing of the registry: how it begins, and what may follow.
struct Kind {
    std::string_view name, begins;
    std::vector<std::string_view> goes_on;
};
Kind const kinds[] = {
    {"organisation", "registry.organisation_opened",
     {registry::StandingSet::deed, registry::OrganisationChanged::deed, registry::OrganisationMoved::deed, registry::OrganisationMerged::deed,
      registry::OrganisationTookOver::deed, registry::OrganisationClosed::deed, registry::NumberAnnulled::deed}},
    {"person", "registry.person_registered", {"registry.person_left", registry::PersonMoved::deed}},
    {"account", "registry.account_opened", {"registry.account_suspended", "registry.account_readmitted", "registry.password_set", "registry.account_expiry_set",
      "registry.account_unlocked", "registry.second_factor_enrolled", "registry.second_factor_reset", "registry.recovery_codes_made"}},
    {"grant", "registry.role_granted", {"registry.role_ended"}},
    {"team", "registry.team_formed", {"teams.told", "teams.joined", "teams.left", "teams.reached", "teams.withdrew"}},
};

template <class Event> Event begun(Pages const& pages) { return from_record<Event>(pages.front().body); }

// When a deed was done last; nothing when it never was.
std::optional<Instant> last(Pages const& pages, std::string_view deed)
{
    std::optional<Instant> at;
    for (auto const& page : pages)
        if (page.deed == deed) at = page.happened;
    return at;
}

// The last event of its kind; nothing when it never happened.
template <class Event> std::optional<Event> latest(Pages const& pages)
{
    for (auto page = pages.rbegin(); page != pages.rend(); ++page)
        if (page->deed == Event::deed) return from_record<Event>(page->body);
    return std::nullopt;
}

// What may change about an organisation, as it was told last.
registry::OrganisationChanged as_told(Pages const& pages)
{
    if (auto const changed = latest<registry::OrganisationChanged>(pages)) return *changed;
    auto const opened = begun<registry::OrganisationOpened>(pages);
    return {opened.name, opened.name_en, opened.phone, opened.address, opened.short_name, opened.division, opened.hours, opened.has_seal, {}};
}

std::optional<Key> parent_told(Pages const& pages)
{
    auto parent = begun<registry::OrganisationOpened>(pages).parent;
    for (auto const& page : pages) {
        if (page.deed == registry::OrganisationMoved::deed) parent = from_record<registry::OrganisationMoved>(page.body).to;
        if (page.deed == registry::OrganisationMerged::deed) parent = from_record<registry::OrganisationMerged>(page.body).into;
    }
    return parent;
}

// As a row of standing_of, but for its texts.
struct StandingRow {
    Key organisation{};
    std::string basis, host;
    std::optional<Key> seated_at;
    std::string sector, contact, seal_words;
    std::optional<std::string> set_up_on;
};
BOOST_DESCRIBE_STRUCT(StandingRow, (), (organisation, basis, host, seated_at, sector, contact, seal_words, set_up_on))

struct SuccessorRow {
    Key organisation{};
    Key successor{};
};
BOOST_DESCRIBE_STRUCT(SuccessorRow, (), (organisation, successor))

bool is_suspended(Pages const& pages)
{
    bool suspended = false;
    for (auto const& page : pages)
        if (page.deed == "registry.account_suspended" || page.deed == "registry.account_readmitted") suspended = page.deed == "registry.account_suspended";
    return suspended;
}

std::optional<Instant> shut_from(Pages const& pages)
{
    std::optional<Instant> from;
    for (auto const& page : pages)
        if (page.deed == "registry.account_expiry_set") {
            auto const last_day = from_record<registry::ExpirySet>(page.body).expires_on;
            from = last_day ? std::optional(registry::shut_from(*last_day)) : std::nullopt;
        }
    return from;
}

bool has_second_factor(Pages const& pages)
{
    bool enrolled = false;
    for (auto const& page : pages)
        if (page.deed == "registry.second_factor_enrolled" || page.deed == "registry.second_factor_reset")
            enrolled = page.deed == "registry.second_factor_enrolled";
    return enrolled;
}

class RegistryReplay {
public:
    RegistryReplay(sql::Session& sql, Vault const& vault, Findings& found) : sql_(sql), vault_(vault), found_(found) {}

    void run()
    {
        read_pages();
        read_standings();
        each<OrganisationRow>("organisation", "organisation", [&](auto const& row, Pages const& pages) { organisation(row, pages); });
        each<PersonRow>("person", "person", [&](auto const& row, Pages const& pages) { person(row, pages); });
        for (auto const& id : sql::column<Key>(sql_, "SELECT account AS id FROM second_factor WHERE enrolled_at IS NOT NULL")) factors_.insert(id);
        each<AccountRow>("account", "account", [&](auto const& row, Pages const& pages) { account(row, pages); });
        each<GrantRow>("grant", "grant_of", [&](auto const& row, Pages const& pages) { grant(row, pages); });
        for (auto const& [id, row] : standings_) found_.differs("standing", id, "is told of by no page");
        for (auto const& [id, row] : successors_) found_.differs("successor", id, "is told of by no page");
        read_members();
        each<TeamRow>("team", "team", [&](auto const& row, Pages const& pages) { team(row, pages); });
        for (auto const& [id, some] : members_) found_.differs("team", id, "has members that no page tells of");
        for (auto const& kind : kinds)
            for (auto const& [id, pages] : pages_[kind.name]) found_.differs(kind.name, id, "is told of by pages and has no row");
    }

private:
    void read_pages()
    {
        for (auto const& kind : kinds)
            for (auto const& row : sql::all<PageRow>(sql_, "SELECT id, text FROM page WHERE kind = $1 ORDER BY subject, n", kind.name))
                found_.unless_unreadable("page", shown(row.id), [&] {
                    auto page = access::page_from(row.id, row.text);
                    auto& pages = pages_[kind.name][page.subject];
                    check_order(kind, pages.size(), page);
                    pages.push_back(std::move(page));
                });
        for (auto const& [id, pages] : pages_["organisation"])
            found_.unless_unreadable("organisation", shown(id), [&] { parents_[id] = parent_told(pages); });
    }

    void read_standings()
    {
        found_.unless_unreadable("standing", "", [&] {
            for (auto& row : sql::all<StandingRow>(sql_, "SELECT * FROM standing_of")) standings_.emplace(row.organisation, std::move(row));
            for (auto const& row : sql::all<SuccessorRow>(sql_, "SELECT * FROM successor_of")) successors_.emplace(row.organisation, row.successor);
        });
    }

    void check_order(Kind const& kind, std::size_t before, access::Page const& page)
    {
        if (page.n != std::int64_t(before) + 1)
            found_.differs("page", page.id, "the pages of " + std::string(kind.name) + " " + shown(page.subject) + " have a gap");
        bool const fits = before == 0 ? page.deed == kind.begins
                                      : std::find(kind.goes_on.begin(), kind.goes_on.end(), page.deed) != kind.goes_on.end() ||
                                            (page.deed.starts_with("workforce.") && (kind.name == "person" || kind.name == "organisation"));
        if (!fits) found_.differs("page", page.id, "tells of a deed that cannot happen here: " + page.deed);
    }

    void read_members()
    {
        found_.unless_unreadable("team", "", [&] {
            for (auto const& row : sql::all<MemberRow>(sql_, "SELECT team, person, leader FROM team_member")) members_[row.team][row.person] = row.leader;
        });
    }

    // Every row of a table with its pages; what is left of the pages afterwards has no row.
    template <class Row, class Compare> void each(std::string_view kind, std::string_view table, Compare compare)
    {
        auto& told = pages_[kind];
        found_.unless_unreadable(kind, "", [&] {
            for (auto const& row : sql::all<Row>(sql_, "SELECT * FROM " + std::string(table) + " ORDER BY id")) {
                ++found_.out.registered;
                what_ = kind;
                which_ = row.id;
                auto const pages = told.extract(row.id);
                if (pages.empty()) differs("has a row but no pages");
                else found_.unless_unreadable(kind, shown(row.id), [&] { compare(row, pages.mapped()); });
            }
        });
    }

    void differs(std::string says) { found_.differs(what_, which_, std::move(says)); }

    template <class A, class B> void same(std::string_view column, A const& told, B const& there)
    {
        if (sql::to_sql(told) != sql::to_sql(there)) differs("column " + std::string(column) + " is not what the pages tell");
    }

    void text(std::string_view column, Kept const& told, std::string const& there)
    {
        if (!found_.tells_of(told, there)) differs("column " + std::string(column) + " is not what the pages tell");
    }

    std::string path_of(std::optional<Key> id, int depth = 0) const
    {
        if (!id) return "/";
        auto const parent = parents_.find(*id);
        if (parent == parents_.end() || depth > 20) throw std::runtime_error("an organisation above it is told of by no page");
        return path_of(parent->second, depth + 1) + shown(*id) + "/";
    }

    // Each number that was annulled has its row, and no row is there that nobody tells of.
    void annulled(Key organisation, Pages const& pages)
    {
        std::map<Key, registry::NumberAnnulled> told;
        for (auto const& page : pages)
            if (page.deed == registry::NumberAnnulled::deed) {
                auto const one = from_record<registry::NumberAnnulled>(page.body);
                told.emplace(one.annulled, one);
            }
        for (auto const& row : sql::all<registry::AnnulledRow>(sql_, "SELECT * FROM annulled_number WHERE organisation = $1", organisation)) {
            auto const one = told.extract(row.id);
            if (one.empty()) differs("has an annulled number that no page tells of");
            else if (one.mapped().number != row.number || one.mapped().n != row.n || one.mapped().series != row.series || one.mapped().year != row.year ||
                     one.mapped().reason != row.reason)
                differs("an annulled number is not what its page tells");
            else text("note", one.mapped().note, row.note);
        }
        if (!told.empty()) differs("an annulled number is told of by a page and has no row");
    }

    void organisation(OrganisationRow const& row, Pages const& pages)
    {
        auto const opened = begun<registry::OrganisationOpened>(pages);
        auto const told = as_told(pages);
        same("parent", parent_told(pages), row.parent);
        same("path", path_of(row.id), row.path);
        same("kind", opened.kind, row.kind);
        same("level", opened.level, row.level);
        text("name", told.name, row.name);
        text("name_en", told.name_en, row.name_en);
        same("short_name", told.short_name, row.short_name);
        same("division", told.division, row.division);
        text("phone", told.phone, row.phone);
        text("address", told.address, row.address);
        same("hours", told.hours, row.hours);
        same("has_seal", told.has_seal, row.has_seal);
        auto const closed = last(pages, registry::OrganisationClosed::deed);
        same("closed_at", closed ? closed : last(pages, registry::OrganisationMerged::deed), row.closed_at);
        standing(pages);
        annulled(row.id, pages);
        auto const merged = latest<registry::OrganisationMerged>(pages);
        auto const there = successors_.extract(row.id);
        same("successor", merged ? std::optional(merged->into) : std::nullopt, there.empty() ? std::nullopt : std::optional(there.mapped()));
    }

    void standing(Pages const& pages)
    {
        auto const told = latest<registry::StandingSet>(pages);
        auto const there = standings_.extract(which_);
        if (told.has_value() == there.empty()) return differs("its standing is not what the pages tell");
        if (!told) return;
        auto const& row = there.mapped();
        same("basis", told->basis, row.basis);
        text("host", told->host, row.host);
        text("contact", told->contact, row.contact);
        text("seal_words", told->seal_words, row.seal_words);
        same("seated_at", told->seated_at, row.seated_at);
        same("sector", told->sector, row.sector);
        same("set_up_on", told->set_up_on, row.set_up_on);
    }

    void person(PersonRow const& row, Pages const& pages)
    {
        auto const registered = begun<registry::PersonRegistered>(pages);
        auto const moved = latest<registry::PersonMoved>(pages);
        same("organisation", moved ? moved->to : registered.organisation, row.organisation);
        text("name", registered.name, row.name);
        phone(registered.phone, row);
        auto papers = workforce::papers_of(registered);
        for (auto const& page : pages)
            if (page.deed.starts_with("workforce.")) workforce::tell(papers, page.deed, page.body);
        same("languages", papers.roll.languages, row.languages);
        same("skills", papers.roll.skills, row.skills);
        same("serves_as", registry::joined(papers.roll.serves_as), row.serves_as);
        text("certificate", papers.roll.certificate, row.certificate);
        same("certificate_until", papers.roll.certificate_until, row.certificate_until);
        same("left_at", last(pages, "registry.person_left"), row.left_at);
    }

    // One that no key opens here is no phone that a page tells of, and the rest of the row is still looked at.
    void phone(Kept const& told, PersonRow const& row)
    {
        try {
            text("sealed_phone", told, registry::open_phone(vault_, row.id, row.sealed_phone));
        } catch (Tampered const&) {
            differs("column sealed_phone is not what the pages tell");
        }
    }

    void account(AccountRow const& row, Pages const& pages)
    {
        auto const opened = begun<registry::AccountOpened>(pages);
        same("person", opened.person, row.person);
        text("username", opened.username, row.username);
        same("suspended_at", is_suspended(pages), row.suspended_at.has_value());
        same("expires_at", shut_from(pages), row.expires_at);
        if (has_second_factor(pages) != factors_.contains(row.id)) differs("its second factor is not what the pages tell");
    }

    void grant(GrantRow const& row, Pages const& pages)
    {
        auto const granted = begun<registry::RoleGranted>(pages);
        same("account", granted.account, row.account);
        same("role", granted.role, row.role);
        same("organisation", granted.organisation, row.organisation);
        same("ended_at", last(pages, "registry.role_ended").has_value(), row.ended_at.has_value());
    }

    void team(TeamRow const& row, Pages const& pages)
    {
        auto const formed = begun<registry::TeamFormed>(pages);
        same("organisation", formed.organisation, row.organisation);
        text("name", formed.name, row.name);
        text("name_en", formed.name_en, row.name_en);
        Members told;
        for (auto const& one : formed.members) told[one.person] = one.leader;
        std::set<Key> reach;
        teams::Told story;
        for (auto const& page : pages) {
            if (page.deed == teams::Told::deed) story = from_record<teams::Told>(page.body);
            else if (page.deed == teams::Joined::deed) {
                auto const one = from_record<teams::Joined>(page.body);
                if (one.leader)
                    for (auto& [person, leads] : told) leads = false;
                told[one.person] = one.leader;
            } else if (page.deed == teams::Left::deed) told.erase(from_record<teams::Left>(page.body).person);
            else if (page.deed == teams::Reached::deed) reach.insert(from_record<teams::Reached>(page.body).organisation);
            else if (page.deed == teams::Withdrew::deed) reach.erase(from_record<teams::Withdrew>(page.body).organisation);
        }
        auto const there = members_.extract(row.id);
        if (told != (there.empty() ? Members{} : there.mapped())) differs("its members are not those that the pages tell of");
        std::set<Key> reached;
        for (auto const& id : sql::column<Key>(sql_, "SELECT organisation AS id FROM team_reach WHERE team = $1", row.id)) reached.insert(id);
        if (reach != reached) differs("whom it reaches is not what the pages tell");
        text("story", story.story, sql::cell<std::string>(sql_, "SELECT story FROM team_story WHERE team = $1", row.id).value_or(""));
    }

    sql::Session& sql_;
    Vault const& vault_;
    Findings& found_;
    std::map<std::string_view, std::map<Key, Pages>> pages_;
    std::map<Key, std::optional<Key>> parents_;
    std::map<Key, Members> members_;
    std::map<Key, StandingRow> standings_;
    std::map<Key, Key> successors_;
    std::set<Key> factors_;  // accounts with a second factor
    std::string_view what_;
    Key which_{};
};

}  // namespace

void replay_registry(sql::Session& sql, Vault const& vault, Findings& found) { RegistryReplay(sql, vault, found).run(); }

}  // namespace maple::app
