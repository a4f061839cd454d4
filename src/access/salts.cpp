#include "access/salts.hpp"
#include "access/its_key.hpp"
#include "foundation/merkle.hpp"

namespace maple::access {

std::string salt_bound_to(Key words, Secrecy secrecy) { return bound_to(words, secrecy) + "/salt"; }

std::string seal_salt(Vault const& vault, Key words, Secrecy secrecy, std::string_view salt)
{
    return vault.seal(salt, salt_bound_to(words, secrecy));
}

std::string salt_beside(Vault const& vault, WordsToKeep const& words)
{
    if (words.secrecy == Secrecy::open) return words.salt;
    if (words.compartment) return put_into(*words.compartment, words.salt, salt_bound_to(words.kept.id, words.secrecy));
    return seal_salt(vault, words.kept.id, words.secrecy, words.salt);
}

bool salt_is_open(std::string_view kept) { return kept.size() == salt_size; }

std::string open_salt(Vault const& vault, Compartments const& compartments, Key words, Secrecy secrecy, std::string_view kept)
{
    if (secrecy == Secrecy::open || salt_is_open(kept)) return std::string(kept);
    auto const place = salt_bound_to(words, secrecy);
    return in_compartment(kept) ? compartments.open(kept, place) : vault.unseal(kept, place);
}

bool salt_lies_well(Vault const& vault, std::string_view kept)
{
    return !salt_is_open(kept) && (in_compartment(kept) || vault.sealed_with_newest_key(kept));
}

std::string seal_salt_anew(Vault const& vault, Key words, Secrecy secrecy, std::string_view kept)
{
    return seal_salt(vault, words, secrecy, open_salt(vault, {}, words, secrecy, kept));
}

namespace {

struct OpenSalt {
    Key id{};
    Secrecy secrecy{};
    std::string body;  // its beginning: it tells the compartment
    sql::Bytes salt;
};
BOOST_DESCRIBE_STRUCT(OpenSalt, (), (id, secrecy, body, salt))

std::vector<OpenSalt> open_salts_after(sql::Session& sql, Key last)
{
    return sql::all<OpenSalt>(sql, R"(
        SELECT id, secrecy, coalesce(substr(body, 1, 20), '') AS body, salt
          FROM words
         WHERE id > $1 AND secrecy IN ('personal', 'sealed', 'enclosed') AND length(salt) = CAST($2 AS BIGINT)
         ORDER BY id LIMIT 2000)", last, int(salt_size));
}

std::string sealed(Vault const& vault, Compartments const& compartments, OpenSalt const& row)
{
    if (in_compartment(row.body))
        try {
            return compartments.put_beside(row.body, row.salt.data, salt_bound_to(row.id, row.secrecy));
        } catch (Tampered const&) {
            // The compartment is gone: the salt must not lie in clear all the same.
        }
    return seal_salt(vault, row.id, row.secrecy, row.salt.data);
}

void seal_all(sql::Session& sql, Vault const& vault, Compartments const& compartments, std::vector<OpenSalt> const& rows)
{
    std::vector<sql::Statement> statements;
    for (auto const& row : rows)
        statements.push_back({"UPDATE words SET salt = $2 WHERE id = $1 AND erased_at IS NULL",
                              {row.id.n, sql::Bytes{sealed(vault, compartments, row)}}});
    sql.batch(statements);
}

// Nothing: no salt lies in clear.
std::optional<Compartments> compartments_if_to_do(sql::Session& sql, Vault const& vault)
{
    if (!sql::cell<std::string>(sql, "SELECT value FROM setting WHERE name = 'salts_in_clear'")) return std::nullopt;
    must_be_its_key(sql, vault);
    return Compartments::that_open(sql, vault);
}

}  // namespace

std::int64_t seal_open_salts(sql::Store& store, Vault const& vault)
{
    // Nearly always there is nothing to do, and then nobody waits for the writer.
    auto const compartments = sql::read_now(store, [&](sql::Session& sql) { return compartments_if_to_do(sql, vault); });
    if (!compartments) return 0;
    std::int64_t salts = 0;
    for (Key last{};;) {
        std::vector<OpenSalt> rows;
        sql::write_now(store, [&](sql::Session& sql) {  // may be run again
            rows = open_salts_after(sql, last);
            if (rows.empty()) sql::change(sql, "DELETE FROM setting WHERE name = 'salts_in_clear'");
            else seal_all(sql, vault, *compartments, rows);
        });
        if (rows.empty()) return salts;
        last = rows.back().id;
        salts += std::int64_t(rows.size());
    }
}

}  // namespace maple::access
