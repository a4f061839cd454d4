#include "access/its_key.hpp"
#include "access/journal.hpp"

#include <algorithm>

namespace maple::access {
namespace {

struct SealedRow {
    Key id{};
    std::string sealed;
};
BOOST_DESCRIBE_STRUCT(SealedRow, (), (id, sealed))

constexpr std::string_view some_texts =
    "SELECT id, body AS sealed FROM words WHERE secrecy = 'personal' AND body IS NOT NULL AND body NOT LIKE 'box.%' LIMIT 5";
constexpr std::string_view some_compartments = "SELECT id, secret AS sealed FROM compartment LIMIT 5";
constexpr std::string_view some_factors = R"(
    SELECT account AS id, coalesce(secret, next_secret) AS sealed FROM second_factor
     WHERE secret IS NOT NULL OR next_secret IS NOT NULL LIMIT 5)";

bool opens(Vault const& vault, std::string const& sealed, std::string const& place)
try {
    vault.unseal(sealed, place);
    return true;
} catch (Tampered const&) {
    return false;
}

}  // namespace

std::string place_of_secret(Key account) { return "second_factor/secret/" + shown(account); }

void must_be_its_key(sql::Session& sql, Vault const& vault)
{
    bool anything = false;
    auto const opens_one = [&](std::string_view some, auto place) {
        auto const rows = sql::all<SealedRow>(sql, some);
        anything = anything || !rows.empty();
        return std::any_of(rows.begin(), rows.end(), [&](SealedRow const& row) { return opens(vault, row.sealed, place(row.id)); });
    };
    if (opens_one(some_texts, [](Key id) { return bound_to(id, Secrecy::personal); }) || opens_one(some_compartments, place_of_compartment) ||
        opens_one(some_factors, place_of_secret) || !anything)
        return;
    throw std::runtime_error("The key file does not open what this database keeps sealed, so nothing more was sealed with it. "
                             "Name the right one with --key.");
}

}  // namespace maple::access
