#include "registry/standing.hpp"
#include "registry/edition.hpp"
#include "registry/keep.hpp"
#include "registry/roll.hpp"
#include "storage/insert.hpp"

namespace maple::registry {
namespace {

constexpr std::string_view columns = "organisation, basis, host, seated_at, sector, contact, seal_words, set_up_on";

// The texts of one page, kept beside it.
class Beside {
public:
    explicit Beside(Key subject) : subject_(subject) {}
    Kept keep(std::string_view label, std::string_view text)
    {
        auto one = access::prepare_words(subject_, label, text, access::Secrecy::open);
        auto kept = one.kept;
        if (kept) words.push_back(std::move(one));
        return kept;
    }
    std::vector<access::WordsToKeep> words;

private:
    Key subject_;
};

void must_be_there(std::int64_t changed)
{
    if (changed == 0) throw Refused(refuse(Because::not_found, "organisation.unknown"));
}

template <class Event> void note(Desk& desk, Key organisation, Event const& event, Beside const& beside)
{
    write_on(desk, "organisation", organisation, Event::deed, access::PageBody::of(event), beside.words);
}

// Sets the parent and rewrites its path and those of all that lies below it, closed or open.
PathChange put_below(Desk& desk, Organisation const& what, Organisation const& above)
{
    PathChange const change{what.path, above.path + shown(what.id) + "/"};
    sql::change(desk.sql, "UPDATE organisation SET parent = $2 WHERE id = $1", what.id, above.id);
    rewrite_paths(desk, "organisation", "path", change);
    new_edition(desk);
    return change;
}

std::vector<Key> directly_below(Desk& desk, Key organisation)
{
    std::vector<Key> keys;
    for (auto const& id : sql::column<Key>(desk.sql, "SELECT id FROM organisation WHERE parent = $1 ORDER BY id", organisation)) keys.push_back(id);
    return keys;
}

struct HeldRow {
    Key id{};
    Key account{};
    access::Role role{};
};
BOOST_DESCRIBE_STRUCT(HeldRow, (), (id, account, role))

// Each role ends where it was held and is granted there, unless it is held there already.
void carry(Desk& desk, std::vector<HeldRow> const& held, Key to)
{
    Registrar registrar(desk);
    bool any = false;
    for (auto const& one : held) {
        end_grant(desk, one.id);
        auto const there = sql::cell<std::int64_t>(desk.sql, R"(
            SELECT count(*) FROM grant_of WHERE account = $1 AND role = $2 AND organisation = $3 AND ended_at IS NULL)", one.account, one.role, to);
        if (there.value_or(0) > 0) continue;
        registrar.grant(one.account, {one.role, to});
        any = true;
    }
    if (any) registrar.write();
}

}  // namespace

Standing standing(Desk& desk, Organisation const& organisation)
{
    auto const known = sql::one<Standing>(desk.sql, "SELECT " + std::string(columns) + " FROM standing_of WHERE organisation = $1", organisation.id);
    if (known) return *known;
    Standing usual;
    usual.organisation = organisation.id;
    usual.basis = usual_basis(organisation.kind);
    return usual;
}

std::map<Key, Standing> all_standings(Desk& desk)
{
    std::map<Key, Standing> all;
    for (auto& one : sql::all<Standing>(desk.sql, "SELECT " + std::string(columns) + " FROM standing_of")) {
        auto const id = one.organisation;
        all.emplace(id, std::move(one));
    }
    return all;
}

Particulars particulars(Organisation const& o)
{
    return {o.name, o.name_en, o.short_name, o.division, o.phone, o.address, o.hours, o.has_seal};
}

void set_standing(Desk& desk, Standing const& s)
{
    sql::change(desk.sql, "DELETE FROM standing_of WHERE organisation = $1", s.organisation);
    sql::insert(desk.sql, "standing_of", s);
    Beside beside(s.organisation);
    StandingSet const event{s.basis, beside.keep("organisation.host", s.host), beside.keep("organisation.contact", s.contact),
                            beside.keep("organisation.seal_words", s.seal_words), s.seated_at, s.sector, s.set_up_on};
    note(desk, s.organisation, event, beside);
}

void change_organisation(Desk& desk, Key organisation, Particulars const& p, std::string_view reason)
{
    must_be_there(sql::change(desk.sql, R"(
        UPDATE organisation
           SET name = $2, name_en = $3, short_name = $4, division = $5, phone = $6, address = $7, hours = $8, has_seal = $9
         WHERE id = $1)", organisation, p.name, p.name_en, p.short_name, p.division, p.phone, p.address, p.hours, p.has_seal));
    new_edition(desk);
    Beside beside(organisation);
    OrganisationChanged const event{beside.keep("organisation.name", p.name), beside.keep("organisation.name_en", p.name_en),
                                    beside.keep("organisation.phone", p.phone), beside.keep("organisation.address", p.address),
                                    p.short_name, p.division, p.hours, p.has_seal, beside.keep("organisation.reason", reason)};
    note(desk, organisation, event, beside);
}

PathChange move_organisation(Desk& desk, Organisation const& what, Organisation const& to, std::string_view reason)
{
    auto change = put_below(desk, what, to);
    Beside beside(what.id);
    note(desk, what.id, OrganisationMoved{what.parent.value_or(Key{}), to.id, beside.keep("organisation.reason", reason)}, beside);
    return change;
}

std::vector<PathChange> merge_organisation(Desk& desk, Organisation const& what, Organisation const& into, std::string_view reason,
                                           std::int64_t people, std::int64_t disputes)
{
    std::vector<PathChange> changes;
    for (auto const below : directly_below(desk, what.id)) changes.push_back(move_organisation(desk, organisation(desk, below), into, reason));
    changes.push_back(put_below(desk, what, into));
    must_be_there(sql::change(desk.sql, "UPDATE organisation SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL", what.id, desk.now));
    sql::change(desk.sql, "INSERT INTO successor_of (organisation, successor) VALUES ($1, $2)", what.id, into.id);
    new_edition(desk);
    Beside beside(what.id);
    note(desk, what.id, OrganisationMerged{what.parent.value_or(Key{}), into.id, beside.keep("organisation.reason", reason), people, disputes}, beside);
    note(desk, into.id, OrganisationTookOver{what.id}, Beside(into.id));
    return changes;
}

void close_organisation(Desk& desk, Key organisation, std::string_view reason)
{
    must_be_there(sql::change(desk.sql, "UPDATE organisation SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL", organisation, desk.now));
    new_edition(desk);
    Beside beside(organisation);
    note(desk, organisation, OrganisationClosed{beside.keep("organisation.reason", reason)}, beside);
}

void move_person(Desk& desk, Key person, Key from, Key to)
{
    if (sql::change(desk.sql, "UPDATE person SET organisation = $2 WHERE id = $1 AND left_at IS NULL", person, to) == 0)
        throw Refused(refuse(Because::not_found, "person.unknown"));
    new_edition(desk);
    write_on(desk, "person", person, PersonMoved::deed, access::PageBody::of(PersonMoved{from, to}));
    carry(desk, sql::all<HeldRow>(desk.sql, R"(
        SELECT grant_of.id, grant_of.account, grant_of.role
          FROM grant_of JOIN account ON account.id = grant_of.account
         WHERE account.person = $1 AND grant_of.organisation = $2 AND grant_of.ended_at IS NULL
         ORDER BY grant_of.id)", person, from), to);
}

void carry_roles(Desk& desk, Key from, Key to)
{
    carry(desk, sql::all<HeldRow>(desk.sql, R"(
        SELECT id, account, role FROM grant_of WHERE organisation = $1 AND ended_at IS NULL ORDER BY id)", from), to);
}

Organisation successor(Desk& desk, Key id)
{
    auto one = organisation(desk, id);
    while (one.closed_at) {
        auto const next = sql::cell<Key>(desk.sql, "SELECT successor FROM successor_of WHERE organisation = $1", one.id);
        if (!next) break;
        one = organisation(desk, *next);
    }
    return one;
}

void rewrite_paths(Desk& desk, std::string_view table, std::string_view column, PathChange const& change)
{
    auto const where = std::string(column);
    // What lies below begins with the old path; '0' follows '/' in the order of bytes.
    auto end = change.from;
    end.back() = '0';
    std::vector<sql::Value> const values{change.to, std::int64_t(change.from.size()) + 1, change.from, end};
    desk.sql.run("UPDATE " + std::string(table) + " SET " + where + " = CAST($1 AS TEXT) || substr(" + where + ", CAST($2 AS INTEGER)) WHERE " +
                     where + " >= $3 AND " + where + " < $4", values);
}

}  // namespace maple::registry
