// Keeping the registry: organisations, people, teams, accounts and roles come into being
// and end here, each with a page in the ledger. A page holds keys, enumerations and times;
// names and numbers lie beside it as kept texts, and in the row for searching. Phones of people
// are sealed in both.
#pragma once
#include "access/journal.hpp"
#include "access/trail.hpp"
#include "registry/service.hpp"
#include "registry/team.hpp"
#include "registry/words.hpp"
#include "storage/store.hpp"

namespace maple::registry {

struct NewOrganisation {
    Key id{};  // none: made here
    std::optional<Key> parent;
    OrganisationKind kind{};
    Level level{};
    std::string name, name_en, short_name, division, phone, address, hours;
    bool has_seal = false;
};

std::string joined(std::vector<Service> const&);  // "mediator,staff", as the row of a person says it

struct NewPerson {
    Key id{};
    Key organisation{};
    std::string name, phone, languages, skills;
    std::vector<Service> serves_as;
    std::string certificate;
    std::optional<Date> certificate_until;
};

struct NewGrant {
    access::Role role{};
    Key organisation{};
};

struct NewAccount {
    Key id{};
    Key person{};
    std::string username;
    std::optional<std::string> password_hash;  // none: cannot sign in by password
    std::vector<NewGrant> grants;
};

struct NewTeam {
    Key id{};
    Key organisation{};
    std::string name, name_en;
    std::vector<TeamMember> members;
};

// --- What pages of the registry say (the first page of each kind) ----------------------

struct OrganisationOpened {
    std::optional<Key> parent;
    OrganisationKind kind{};
    Level level{};
    Kept name, name_en, phone, address;
    std::string short_name, division, hours;
    bool has_seal = false;
};
BOOST_DESCRIBE_STRUCT(OrganisationOpened, (), (parent, kind, level, name, name_en, phone, address, short_name, division, hours, has_seal))

struct PersonRegistered {
    Key organisation{};
    Kept name, phone, certificate;
    std::string languages, skills;
    std::vector<Service> serves_as;
    std::optional<Date> certificate_until;
};
BOOST_DESCRIBE_STRUCT(PersonRegistered, (), (organisation, name, phone, certificate, languages, skills, serves_as, certificate_until))

struct AccountOpened {
    Key person{};
    Kept username;
};
BOOST_DESCRIBE_STRUCT(AccountOpened, (), (person, username))

struct RoleGranted {
    Key account{};
    access::Role role{};
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(RoleGranted, (), (account, role, organisation))

struct TeamFormed {
    Key organisation{};
    Kept name, name_en;
    std::vector<TeamMember> members;
};
BOOST_DESCRIBE_STRUCT(TeamFormed, (), (organisation, name, name_en, members))

// Collects any number of entries and writes them in one go, in the open transaction. An
// organisation may stand below one that was added to the same registrar before.
// Refuses: organisation.unknown; account.username_taken when it writes.
class Registrar {
public:
    explicit Registrar(Desk& desk) : desk_(desk) {}

    Organisation add(NewOrganisation const&);
    Person add(NewPerson const&);
    Key add(NewAccount const&);
    Key add(NewTeam const&);
    Key grant(Key account, NewGrant const&);
    void write();

private:
    std::string path_of(Key organisation);
    Kept keep(Key subject, std::string_view label, std::string const& text, access::Secrecy = access::Secrecy::open);
    void page(std::string_view kind, Key subject, std::string_view deed, access::PageBody body);

    struct Entry {
        access::AuditKind kind;
        Key account;
        std::string deed;
    };
    Desk& desk_;
    std::vector<Entry> entries_;  // of the audit journal
    std::map<Key, std::string> paths_;
    std::vector<sql::Statement> rows_;
    std::vector<access::PageToWrite> pages_;
    std::vector<access::WordsToKeep> words_;
};

// Divisions are official data, not deeds: no page. Known codes are brought up to date.
void keep_divisions(Desk&, std::vector<Division> const&);

// One more page of something that is already in the ledger.
void write_on(Desk&, std::string_view kind, Key subject, std::string_view deed, access::PageBody body = {},
              std::vector<access::WordsToKeep> const& words = {});

// --- What ends or changes (organisations: standing.hpp) -----------------------------------

void leave_service(Desk&, Key person);        // and the person's accounts are suspended
void end_grant(Desk&, Key grant);             // refuses: grant.unknown
void suspend_account(Desk&, Key account);     // signed out at once
void readmit_account(Desk&, Key account);
// A new password; every session of the account ends, but for the one with this token's hash.
void set_password(Desk&, Key account, std::string const& password_hash, std::string_view spare_token_hash = {});

// How a username is kept: without white space at the ends, ASCII letters small.
std::string normal_username(std::string_view);

}  // namespace maple::registry
