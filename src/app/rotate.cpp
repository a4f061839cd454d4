#include "app/rotate.hpp"
#include "access/salts.hpp"
#include "documents/package/package.hpp"
#include "papers/shelf.hpp"
#include "registry/phone.hpp"
#include "registry/second_factor.hpp"

namespace maple::app {
namespace {

struct SealedRow {
    Key id{};
    access::Secrecy secrecy{};
    std::string body;
    std::optional<sql::Bytes> salt;
};
BOOST_DESCRIBE_STRUCT(SealedRow, (), (id, secrecy, body, salt))

constexpr std::string_view sealed_texts = "secrecy <> 'open' AND body IS NOT NULL";

// The text and its salt; whether one of them was to be sealed anew. What lies in a compartment stays.
bool sealed_anew(Vault const& vault, SealedRow& row)
{
    bool const body = !access::in_compartment(row.body) && !vault.sealed_with_newest_key(row.body);
    bool const salt = row.salt && !access::salt_lies_well(vault, row.salt->data);
    auto const place = access::bound_to(row.id, row.secrecy);
    if (body) row.body = vault.seal(vault.unseal(row.body, place), place);
    if (salt) row.salt->data = access::seal_salt_anew(vault, row.id, row.secrecy, row.salt->data);
    return body || salt;
}

}  // namespace

std::int64_t seal_anew(sql::Store& store, Vault const& vault, Progress const& progress)
{
    auto const all = sql::read_now(store, [](sql::Session& sql) {
        return sql::cell<std::int64_t>(sql, "SELECT count(*) FROM words WHERE " + std::string(sealed_texts)).value_or(0);
    });
    std::int64_t looked_at = 0, sealed = 0;
    sql::write_now(store, [&](sql::Session& sql) {
        sealed = registry::seal_secrets_anew(sql, vault) + registry::seal_phones_anew(sql, vault) + access::seal_compartments_anew(sql, vault) +
                 papers::seal_contents_anew(sql, vault) + documents::seal_packages_anew(sql, vault);
    });
    for (Key last{};;) {
        std::size_t found = 0;
        sql::write_now(store, [&](sql::Session& sql) {
            auto rows = sql::all<SealedRow>(sql, "SELECT id, secrecy, body, salt FROM words WHERE id > $1 AND " + std::string(sealed_texts) +
                                                           " ORDER BY id LIMIT 500", last);
            found = rows.size();
            for (auto& row : rows) {
                last = row.id;
                if (!sealed_anew(vault, row)) continue;
                sql::change(sql, "UPDATE words SET body = $2, salt = $3 WHERE id = $1", row.id, row.body, row.salt);
                ++sealed;
            }
        });
        if (found == 0) return sealed;
        looked_at += std::int64_t(found);
        if (progress) progress(looked_at, all);
    }
}

}  // namespace maple::app
