#include "access/compartments.hpp"

#include <algorithm>

namespace maple::access {
namespace {

constexpr std::string_view mark = "box.";  // "box.06AF8Z1Q00001.xc20p.…"
constexpr std::size_t shown_key = 13;

struct CompartmentRow {
    Key id{};
    std::string secret;
};
BOOST_DESCRIBE_STRUCT(CompartmentRow, (), (id, secret))

std::map<Key, BoxKey> opened(Vault const& vault, std::vector<CompartmentRow> const& rows)
{
    std::map<Key, BoxKey> keys;
    for (auto const& row : rows) keys.emplace(row.id, BoxKey::from_secret(vault.unseal(row.secret, place_of_compartment(row.id))));
    return keys;
}

}  // namespace

std::string place_of_compartment(Key compartment) { return "compartment/" + shown(compartment); }

Compartments Compartments::of(sql::Session& sql, Vault const& vault, Key dispute)
{
    Compartments found;
    found.keys_ = opened(vault, sql::all<CompartmentRow>(sql, "SELECT id, secret FROM compartment WHERE dispute = $1", dispute));
    return found;
}

Compartments Compartments::all(sql::Session& sql, Vault const& vault)
{
    Compartments found;
    found.keys_ = opened(vault, sql::all<CompartmentRow>(sql, "SELECT id, secret FROM compartment"));
    return found;
}

Compartments Compartments::that_open(sql::Session& sql, Vault const& vault)
{
    Compartments found;
    for (auto const& row : sql::all<CompartmentRow>(sql, "SELECT id, secret FROM compartment"))
        try {
            found.keys_.merge(opened(vault, {row}));
        } catch (Tampered const&) {
            continue;  // `verify` names it
        }
    return found;
}

bool in_compartment(std::string_view body) { return body.starts_with(mark); }

std::pair<Key const, BoxKey> const& Compartments::where(std::string_view body) const
{
    auto const key = key_from_shown(body.substr(mark.size(), shown_key));
    auto const found = key ? keys_.find(*key) : keys_.end();
    if (found == keys_.end()) throw Tampered("the compartment of a sealed text is not there");
    return *found;
}

std::string Compartments::open(std::string_view body, std::string_view bound_to) const
{
    auto const& key = where(body).second;
    return key.unseal(body.substr(std::min(body.size(), mark.size() + shown_key + 1)), bound_to);
}

std::string Compartments::put_beside(std::string_view body, std::string_view text, std::string_view bound_to) const
{
    auto const& [id, key] = where(body);
    return put_into({id, key}, text, bound_to);
}

Compartment compartment_of(Desk& desk, Key dispute, Key party)
{
    auto const known = sql::one<CompartmentRow>(desk.sql, "SELECT id, secret FROM compartment WHERE party = $1 AND dispute = $2", party, dispute);
    if (known) return {known->id, BoxKey::from_secret(desk.house.vault.unseal(known->secret, place_of_compartment(known->id)))};
    Compartment fresh{new_key(), BoxKey::fresh()};
    sql::change(desk.sql, "INSERT INTO compartment (id, dispute, party, secret) VALUES ($1, $2, $3, $4)", fresh.id, dispute, party,
                desk.house.vault.seal(fresh.key.secret(), place_of_compartment(fresh.id)));
    return fresh;
}

std::string put_into(Compartment const& compartment, std::string_view text, std::string_view bound_to)
{
    return std::string(mark) + shown(compartment.id) + "." + compartment.key.seal(text, bound_to);
}

std::int64_t seal_compartments_anew(sql::Session& sql, Vault const& vault)
{
    std::int64_t sealed = 0;
    for (auto const& row : sql::all<CompartmentRow>(sql, "SELECT id, secret FROM compartment")) {
        if (vault.sealed_with_newest_key(row.secret)) continue;
        auto const place = place_of_compartment(row.id);
        sql::change(sql, "UPDATE compartment SET secret = $2 WHERE id = $1", row.id, vault.seal(vault.unseal(row.secret, place), place));
        ++sealed;
    }
    return sealed;
}

}  // namespace maple::access
