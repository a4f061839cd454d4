// The registry's part of `verify`: each row is what its pages tell, each row has pages, and
// each thing that pages tell of has a row. Columns that no page tells of are not looked at:
// password hashes, failures, locks; of the machine's clock only whether something has ended.
#include "app/findings.hpp"
#include "registry/keep.hpp"
#include "teams/events.hpp"

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
    std::string name, phone, languages, skills, serves_as, certificate;
    std::optional<std::string> certificate_until;
    std::optional<Instant> left_at;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (id, organisation, name, phone, languages, skills, serves_as, certificate, certificate_until, left_at))

struct AccountRow {
    Key id{};
    Key person{};
    std::string username;
    std::optional<Instant> suspended_at;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (id, person, username, suspended_at))

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

struct IdRow {
    Key id{};
};
BOOST_DESCRIBE_STRUCT(IdRow, (), (id))

struct PageRow {
    Key id{};
    std::string text;
};
BOOST_DESCRIBE_STRUCT(PageRow, (), (id, text))

using Pages = std::vector<access::Page>;
using Members = std::map<Key, bool>;  // person, leader

// What can happen to a thing of the registry: how it begins, and what may follow.
struct Kind {
    std::string_view name, begins;
    std::vector<std::string_view> goes_on;
};
Kind const kinds[] = {
    {"organisation", "registry.organisation_opened", {"registry.organisation_closed"}},
    {"person", "registry.person_registered", {"registry.person_left"}},
    {"account", "registry.account_opened", {"registry.account_suspended", "registry.account_readmitted", "registry.password_set"}},
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

bool is_suspended(Pages const& pages)
{
    bool suspended = false;
    for (auto const& page : pages)
        if (page.deed != "registry.password_set") suspended = page.deed == "registry.account_suspended";
    return suspended;
}

class RegistryReplay {
public:
    RegistryReplay(sql::Session& sql, Findings& found) : sql_(sql), found_(found) {}

    void run()
    {
        read_pages();
        each<OrganisationRow>("organisation", "organisation", [&](auto const& row, Pages const& pages) { organisation(row, pages); });
        each<PersonRow>("person", "person", [&](auto const& row, Pages const& pages) { person(row, pages); });
        each<AccountRow>("account", "account", [&](auto const& row, Pages const& pages) { account(row, pages); });
        each<GrantRow>("grant", "grant_of", [&](auto const& row, Pages const& pages) { grant(row, pages); });
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
                    if (pages.empty() && kind.name == "organisation") parents_[page.subject] = from_record<registry::OrganisationOpened>(page.body).parent;
                    pages.push_back(std::move(page));
                });
    }

    void check_order(Kind const& kind, std::size_t before, access::Page const& page)
    {
        if (page.n != std::int64_t(before) + 1)
            found_.differs("page", page.id, "the pages of " + std::string(kind.name) + " " + shown(page.subject) + " have a gap");
        bool const fits = before == 0 ? page.deed == kind.begins
                                      : std::find(kind.goes_on.begin(), kind.goes_on.end(), page.deed) != kind.goes_on.end();
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

    void organisation(OrganisationRow const& row, Pages const& pages)
    {
        auto const opened = begun<registry::OrganisationOpened>(pages);
        same("parent", opened.parent, row.parent);
        same("path", path_of(row.id), row.path);
        same("kind", opened.kind, row.kind);
        same("level", opened.level, row.level);
        text("name", opened.name, row.name);
        text("name_en", opened.name_en, row.name_en);
        same("short_name", opened.short_name, row.short_name);
        same("division", opened.division, row.division);
        text("phone", opened.phone, row.phone);
        text("address", opened.address, row.address);
        same("hours", opened.hours, row.hours);
        same("has_seal", opened.has_seal, row.has_seal);
        same("closed_at", last(pages, "registry.organisation_closed"), row.closed_at);
    }

    void person(PersonRow const& row, Pages const& pages)
    {
        auto const registered = begun<registry::PersonRegistered>(pages);
        same("organisation", registered.organisation, row.organisation);
        text("name", registered.name, row.name);
        text("phone", registered.phone, row.phone);
        same("languages", registered.languages, row.languages);
        same("skills", registered.skills, row.skills);
        same("serves_as", registry::joined(registered.serves_as), row.serves_as);
        text("certificate", registered.certificate, row.certificate);
        same("certificate_until", registered.certificate_until, row.certificate_until);
        same("left_at", last(pages, "registry.person_left"), row.left_at);
    }

    void account(AccountRow const& row, Pages const& pages)
    {
        auto const opened = begun<registry::AccountOpened>(pages);
        same("person", opened.person, row.person);
        text("username", opened.username, row.username);
        same("suspended_at", is_suspended(pages), row.suspended_at.has_value());
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
        for (auto const& one : sql::all<IdRow>(sql_, "SELECT organisation AS id FROM team_reach WHERE team = $1", row.id)) reached.insert(one.id);
        if (reach != reached) differs("whom it reaches is not what the pages tell");
        text("story", story.story, sql::cell<std::string>(sql_, "SELECT story FROM team_story WHERE team = $1", row.id).value_or(""));
    }

    sql::Session& sql_;
    Findings& found_;
    std::map<std::string_view, std::map<Key, Pages>> pages_;
    std::map<Key, std::optional<Key>> parents_;
    std::map<Key, Members> members_;
    std::string_view what_;
    Key which_{};
};

}  // namespace

void replay_registry(sql::Session& sql, Findings& found) { RegistryReplay(sql, found).run(); }

}  // namespace maple::app
