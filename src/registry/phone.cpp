#include "registry/phone.hpp"
#include "access/its_key.hpp"
#include "access/journal.hpp"

#include <atomic>
#include <spdlog/spdlog.h>

namespace maple::registry {
namespace {

struct PhoneRow {
    Key id{};
    std::string sealed_phone;
};
BOOST_DESCRIBE_STRUCT(PhoneRow, (), (id, sealed_phone))

void put(sql::Session& sql, Key person, std::string const& sealed)
{
    sql::change(sql, "UPDATE person SET sealed_phone = $2 WHERE id = $1", person, sealed);
}

}  // namespace

std::string place_of_phone(Key person) { return "person/sealed_phone/" + shown(person); }

std::string seal_phone(Vault const& vault, Key person, std::string const& phone)
{
    return phone.empty() ? "" : vault.seal(phone, place_of_phone(person));
}

std::string open_phone(Vault const& vault, Key person, std::string const& sealed)
{
    return sealed.empty() ? "" : vault.unseal(sealed, place_of_phone(person));
}

// One damaged row must not take a whole list or file away from everybody.
std::string phone_of(Desk const& desk, Person const& person)
try {
    return open_phone(desk.house.vault, person.id, person.sealed_phone);
} catch (Tampered const&) {
    static std::atomic<bool> told = false;
    if (!told.exchange(true)) spdlog::error("the phone of somebody who serves cannot be opened and is shown as none; `maplebridge verify` names whose");
    return "";
}

int seal_phones_anew(sql::Session& sql, Vault const& vault)
{
    int anew = 0;
    for (auto const& row : sql::all<PhoneRow>(sql, "SELECT id, sealed_phone FROM person WHERE sealed_phone <> '' ORDER BY id")) {
        if (vault.sealed_with_newest_key(row.sealed_phone)) continue;
        put(sql, row.id, seal_phone(vault, row.id, open_phone(vault, row.id, row.sealed_phone)));
        ++anew;
    }
    return anew;
}

std::int64_t seal_open_phones(sql::Store& store, Vault const& vault)
{
    // Nearly always there is nothing to do, and then nobody waits for the writer.
    if (!sql::read_now(store, [](sql::Session& sql) { return sql::cell<Key>(sql, "SELECT person FROM phone_in_clear LIMIT 1").has_value(); })) return 0;
    std::int64_t people = 0;
    sql::write_now(store, [&](sql::Session& sql) {  // may be run again
        people = 0;
        access::must_be_its_key(sql, vault);
        // Taken off the list first: a second program that was started meanwhile waits here, and finds nothing.
        for (auto const& person : sql::column<Key>(sql, "DELETE FROM phone_in_clear RETURNING person")) {
            if (auto const open = sql::cell<std::string>(sql, "SELECT sealed_phone FROM person WHERE id = $1", person).value_or(""); !open.empty())
                put(sql, person, seal_phone(vault, person, open));
            access::enclose_words(sql, vault, person, "person.phone");
            ++people;
        }
    });
    return people;
}

}  // namespace maple::registry
