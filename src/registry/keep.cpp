#include "registry/keep.hpp"
#include "access/audit.hpp"
#include "registry/edition.hpp"
#include "registry/phone.hpp"
#include "registry/roll.hpp"
#include "storage/insert.hpp"

namespace maple::registry {
namespace {

struct PersonRow {
    Key id{};
    Key organisation{};
    std::string name, sealed_phone, languages, skills, serves_as, certificate;
    std::optional<Date> certificate_until;
    std::optional<Instant> left_at;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (id, organisation, name, sealed_phone, languages, skills, serves_as, certificate, certificate_until,
                                      left_at))

struct AccountRow {
    Key id{};
    Key person{};
    std::string username;
    std::optional<std::string> password_hash;
    std::int64_t failures = 0;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (id, person, username, password_hash, failures, created_at))

struct GrantRow {
    Key id{};
    Key account{};
    access::Role role{};
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(GrantRow, (), (id, account, role, organisation))

struct TeamRow {
    Key id{};
    Key organisation{};
    std::string name, name_en;
};
BOOST_DESCRIBE_STRUCT(TeamRow, (), (id, organisation, name, name_en))

struct TeamMemberRow {
    Key team{};
    Key person{};
    bool leader = false;
};
BOOST_DESCRIBE_STRUCT(TeamMemberRow, (), (team, person, leader))

Key or_new(Key id) { return id ? id : new_key(); }

void must_change(std::int64_t changed, char const* unknown)
{
    if (changed == 0) throw Refused(refuse(Because::not_found, unknown));
}

}  // namespace

void write_on(Desk& desk, std::string_view kind, Key subject, std::string_view deed, access::PageBody body,
              std::vector<access::WordsToKeep> const& words)
{
    auto const n = sql::cell<std::int64_t>(desk.sql, "SELECT max(n) FROM page WHERE subject = $1", subject).value_or(0) + 1;
    access::write_ledger(desk, {{kind, subject, n, std::string(deed), desk.now, std::move(body)}}, words);
}

std::string joined(std::vector<Service> const& services)
{
    std::string line;
    for (auto const one : services) line += (line.empty() ? "" : ",") + std::string(boost::describe::enum_to_string(one, "?"));
    return line;
}

std::string normal_username(std::string_view name)
{
    std::string normal(trimmed(name));
    for (auto& c : normal)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return normal;
}

std::string Registrar::path_of(Key id)
{
    auto const known = paths_.find(id);
    if (known != paths_.end()) return known->second;
    return paths_[id] = organisation(desk_, id).path;
}

Kept Registrar::keep(Key subject, std::string_view label, std::string const& text, access::Secrecy secrecy)
{
    auto words = access::prepare_words(subject, label, text, secrecy);
    auto kept = words.kept;
    if (kept) words_.push_back(std::move(words));
    return kept;
}

void Registrar::page(std::string_view kind, Key subject, std::string_view deed, access::PageBody body)
{
    pages_.push_back({kind, subject, 1, std::string(deed), desk_.now, std::move(body)});
}

Organisation Registrar::add(NewOrganisation const& wanted)
{
    Organisation o{or_new(wanted.id), wanted.parent, {}, wanted.kind, wanted.level, wanted.name, wanted.name_en, wanted.short_name,
                   wanted.division, wanted.phone, wanted.address, wanted.hours, wanted.has_seal, {}};
    o.path = (o.parent ? path_of(*o.parent) : "/") + shown(o.id) + "/";
    paths_[o.id] = o.path;
    rows_.push_back(sql::insertion("organisation", o));
    page("organisation", o.id, "registry.organisation_opened",
         access::PageBody::of(OrganisationOpened{o.parent, o.kind, o.level, keep(o.id, "organisation.name", o.name),
                                            keep(o.id, "organisation.name_en", o.name_en), keep(o.id, "organisation.phone", o.phone),
                                            keep(o.id, "organisation.address", o.address), o.short_name, o.division, o.hours,
                                            o.has_seal}));
    return o;
}

Person Registrar::add(NewPerson const& wanted)
{
    path_of(wanted.organisation);
    auto const id = or_new(wanted.id);
    Person p{id, wanted.organisation, wanted.name, seal_phone(desk_.house.vault, id, wanted.phone), wanted.languages, wanted.skills,
             wanted.certificate, wanted.certificate_until, {}};
    rows_.push_back(sql::insertion("person", PersonRow{p.id, p.organisation, p.name, p.sealed_phone, p.languages, p.skills,
                                                       joined(wanted.serves_as), p.certificate, p.certificate_until, {}}));
    page("person", p.id, "registry.person_registered",
         access::PageBody::of(PersonRegistered{p.organisation, keep(p.id, "person.name", p.name),
                                          keep(p.id, "person.phone", wanted.phone, access::Secrecy::personal),
                                          keep(p.id, "person.certificate", p.certificate), p.languages, p.skills,
                                          wanted.serves_as, p.certificate_until}));
    return p;
}

Key Registrar::add(NewAccount const& wanted)
{
    auto const id = or_new(wanted.id);
    auto const username = normal_username(wanted.username);
    rows_.push_back(sql::insertion("account", AccountRow{id, wanted.person, username, wanted.password_hash, 0, desk_.real_now}));
    page("account", id, "registry.account_opened",
         access::PageBody::of(AccountOpened{wanted.person, keep(id, "account.username", username)}));
    entries_.push_back({access::AuditKind::account_opened, id, "open account"});
    for (auto const& one : wanted.grants) grant(id, one);
    return id;
}

Key Registrar::grant(Key account, NewGrant const& wanted)
{
    path_of(wanted.organisation);
    auto const id = new_key();
    rows_.push_back(sql::insertion("grant_of", GrantRow{id, account, wanted.role, wanted.organisation}));
    page("grant", id, "registry.role_granted", access::PageBody::of(RoleGranted{account, wanted.role, wanted.organisation}));
    entries_.push_back({access::AuditKind::role_granted, account, std::string("grant ") + boost::describe::enum_to_string(wanted.role, "?")});
    return id;
}

Key Registrar::add(NewTeam const& wanted)
{
    auto const id = or_new(wanted.id);
    path_of(wanted.organisation);
    rows_.push_back(sql::insertion("team", TeamRow{id, wanted.organisation, wanted.name, wanted.name_en}));
    for (auto const& member : wanted.members) rows_.push_back(sql::insertion("team_member", TeamMemberRow{id, member.person, member.leader}));
    page("team", id, "registry.team_formed",
         access::PageBody::of(TeamFormed{wanted.organisation, keep(id, "team.name", wanted.name), keep(id, "team.name_en", wanted.name_en),
                                    wanted.members}));
    return id;
}

void Registrar::write()
{
    try {
        sql::Savepoint part(desk_.sql);
        desk_.sql.batch(rows_);
        part.keep();
    } catch (sql::Collision const&) {
        // Keys are our own; of what people choose only usernames must be unique.
        throw Refused(refuse(Because::conflict, "account.username_taken"));
    }
    new_edition(desk_);
    access::write_ledger(desk_, pages_, words_);
    std::vector<access::AuditEntry> entries;
    for (auto const& one : entries_) entries.push_back(access::entry_of(desk_, one.kind, one.account, {.deed = one.deed}));
    access::write_entries(desk_.sql, entries);
    entries_.clear();
    rows_.clear();
    pages_.clear();
    words_.clear();
}

void keep_divisions(Desk& desk, std::vector<Division> const& divisions)
{
    std::vector<sql::Statement> statements;
    for (auto const& one : divisions)
        statements.push_back({R"(
            INSERT INTO division (code, parent, name, name_en) VALUES ($1, $2, $3, $4)
            ON CONFLICT (code) DO UPDATE SET parent = excluded.parent, name = excluded.name, name_en = excluded.name_en)",
            {one.code, one.parent, one.name, one.name_en}});
    desk.sql.batch(statements);
    new_edition(desk);
}

void leave_service(Desk& desk, Key person)
{
    must_change(sql::change(desk.sql, "UPDATE person SET left_at = $2 WHERE id = $1 AND left_at IS NULL", person, desk.now), "person.unknown");
    new_edition(desk);
    write_on(desk, "person", person, "registry.person_left");
    std::vector<sql::Value> const whose{person.n};
    for (auto const& row : desk.sql.run("SELECT id FROM account WHERE person = $1 AND suspended_at IS NULL", whose).rows)
        suspend_account(desk, {std::get<std::int64_t>(row.front())});
}

void end_grant(Desk& desk, Key grant)
{
    must_change(sql::change(desk.sql, "UPDATE grant_of SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL", grant, desk.real_now),
                "grant.unknown");
    write_on(desk, "grant", grant, "registry.role_ended");
    auto const ended = sql::one<GrantRow>(desk.sql, "SELECT id, account, role, organisation FROM grant_of WHERE id = $1", grant).value();
    access::audit(desk, access::AuditKind::role_ended, ended.account, {.deed = std::string("end ") + boost::describe::enum_to_string(ended.role, "?")});
}

void suspend_account(Desk& desk, Key account)
{
    must_change(sql::change(desk.sql, "UPDATE account SET suspended_at = $2 WHERE id = $1 AND suspended_at IS NULL", account, desk.real_now),
                "account.unknown");
    sql::change(desk.sql, "DELETE FROM sign_in WHERE account = $1", account);
    sql::change(desk.sql, "DELETE FROM invitation WHERE account = $1", account);
    write_on(desk, "account", account, "registry.account_suspended");
    access::audit(desk, access::AuditKind::account_suspended, account);
}

void readmit_account(Desk& desk, Key account)
{
    must_change(sql::change(desk.sql, R"(
        UPDATE account SET suspended_at = NULL, failures = 0, locked_until = NULL WHERE id = $1 AND suspended_at IS NOT NULL)", account),
                "account.unknown");
    write_on(desk, "account", account, "registry.account_readmitted");
    access::audit(desk, access::AuditKind::account_readmitted, account);
}

void set_password(Desk& desk, Key account, std::string const& password_hash, std::string_view spare_token_hash)
{
    must_change(sql::change(desk.sql, "UPDATE account SET password_hash = $2, failures = 0, locked_until = NULL WHERE id = $1", account,
                            password_hash), "account.unknown");
    sql::change(desk.sql, "DELETE FROM sign_in WHERE account = $1 AND token_hash <> $2", account, spare_token_hash);
    write_on(desk, "account", account, "registry.password_set");
    access::audit(desk, access::AuditKind::password_set, account);
}

}  // namespace maple::registry
