#include "registry/second_factor.hpp"
#include "access/audit.hpp"
#include "access/its_key.hpp"
#include "foundation/random_token.hpp"
#include "foundation/totp.hpp"
#include "registry/doors.hpp"

namespace maple::registry {
namespace {

using access::AuditKind;
using access::place_of_secret;

constexpr int migration_of_doors = 5;
constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford: none that is taken for another
constexpr std::size_t recovery_length = 10;                               // fifty bits

struct Secrets {
    std::optional<std::string> secret, next_secret;
    std::int64_t last_step = 0;
};
BOOST_DESCRIBE_STRUCT(Secrets, (), (secret, next_secret, last_step))

struct SecretRow {
    Key account{};
    std::optional<std::string> secret, next_secret;
};
BOOST_DESCRIBE_STRUCT(SecretRow, (), (account, secret, next_secret))

std::optional<Secrets> secrets_of(sql::Session& sql, Key account)
{
    return sql::one<Secrets>(sql, "SELECT secret, next_secret, last_step FROM second_factor WHERE account = $1", account);
}

std::string new_recovery_code()
{
    std::string code;
    for (unsigned char byte : random_bytes(recovery_length)) {
        if (code.size() == recovery_length / 2) code += '-';
        code += letters[byte & 31];
    }
    return code;
}

// As it was made, however it was typed; "" for what is none.
std::string tidy(std::string_view typed)
{
    std::string code;
    for (char c : typed) {
        if (c == '-' || c == ' ') continue;
        if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
        if (c == 'I' || c == 'L') c = '1';
        if (c == 'O') c = '0';
        if (letters.find(c) == letters.npos) return "";
        code += c;
    }
    return code.size() == recovery_length ? code : "";
}

std::string blind_of(Vault const& vault, Key account, std::string_view tidied)
{
    return vault.blind("recovery_code/" + shown(account) + "/" + std::string(tidied));
}

std::vector<std::string> make_recovery_codes(Desk& desk, Key account)
{
    std::vector<std::string> codes;
    std::vector<sql::Statement> rows{{"DELETE FROM recovery_code WHERE account = $1", {account.n}}};
    for (int n = 0; n < recovery_codes_made; ++n) {
        codes.push_back(new_recovery_code());
        rows.push_back({"INSERT INTO recovery_code (id, account, blind) VALUES ($1, $2, $3)",
                        {new_key().n, account.n, blind_of(desk.house.vault, account, tidy(codes.back()))}});
    }
    desk.sql.batch(rows);
    return codes;
}

bool use_step(Desk& desk, Key account, std::string_view code)
{
    auto const known = secrets_of(desk.sql, account);
    if (!known || !known->secret) return false;
    auto const secret = desk.house.vault.unseal(*known->secret, place_of_secret(account));
    auto const step = totp::step_of_code(secret, code, desk.real_now, known->last_step);
    // Whoever comes second with the same code finds that it was used.
    return step && sql::change(desk.sql, "UPDATE second_factor SET last_step = $2 WHERE account = $1 AND last_step < $2", account, *step) == 1;
}

bool use_recovery_code(Desk& desk, Key account, std::string_view typed)
{
    auto const code = tidy(typed);
    if (code.empty()) return false;
    return sql::change(desk.sql, "UPDATE recovery_code SET used_at = $3 WHERE account = $1 AND blind = $2 AND used_at IS NULL", account,
                       blind_of(desk.house.vault, account, code), desk.real_now) == 1;
}

}  // namespace

FactorState factor_state(sql::Session& sql, Key account)
{
    FactorState state;
    state.enrolled_at = sql::cell<Instant>(sql, "SELECT enrolled_at FROM second_factor WHERE account = $1 AND enrolled_at IS NOT NULL", account);
    if (state.enrolled())
        state.recovery_left = sql::cell<std::int64_t>(sql, "SELECT count(*) FROM recovery_code WHERE account = $1 AND used_at IS NULL", account).value_or(0);
    return state;
}

std::string propose_secret(Desk& desk, Key account)
{
    auto const secret = totp::new_secret();
    sql::change(desk.sql, R"(
        INSERT INTO second_factor (account, next_secret, last_step) VALUES ($1, $2, 0)
        ON CONFLICT (account) DO UPDATE SET next_secret = excluded.next_secret)", account, desk.house.vault.seal(secret, place_of_secret(account)));
    return secret;
}

std::optional<std::vector<std::string>> enrol(Desk& desk, Key account, std::string_view code)
{
    auto const known = secrets_of(desk.sql, account);
    if (!known || !known->next_secret) return std::nullopt;
    auto const step = totp::step_of_code(desk.house.vault.unseal(*known->next_secret, place_of_secret(account)), code, desk.real_now, 0);
    if (!step) return std::nullopt;
    sql::change(desk.sql, "UPDATE second_factor SET secret = next_secret, next_secret = NULL, enrolled_at = $2, last_step = $3 WHERE account = $1",
                account, desk.real_now, *step);
    auto codes = make_recovery_codes(desk, account);
    write_on_account(desk, account, "registry.second_factor_enrolled");
    access::audit(desk, AuditKind::second_factor_enrolled, account);
    return codes;
}

Tried try_code(Desk& desk, Key account, std::string_view code)
{
    if (use_step(desk, account, code)) return Tried::code;
    if (!use_recovery_code(desk, account, code)) return Tried::wrong;
    access::audit(desk, AuditKind::recovery_code_used, account);
    return Tried::recovery_code;
}

std::vector<std::string> renew_recovery_codes(Desk& desk, Key account)
{
    auto codes = make_recovery_codes(desk, account);
    write_on_account(desk, account, "registry.recovery_codes_made");
    access::audit(desk, AuditKind::recovery_codes_made, account);
    return codes;
}

void reset_second_factor(Desk& desk, Key account)
{
    if (sql::change(desk.sql, "DELETE FROM second_factor WHERE account = $1 AND enrolled_at IS NOT NULL", account) == 0)
        throw Refused(refuse(Because::conflict, "factor.none"));
    sql::change(desk.sql, "DELETE FROM recovery_code WHERE account = $1", account);
    sql::change(desk.sql, "DELETE FROM sign_in WHERE account = $1", account);
    sql::change(desk.sql, "DELETE FROM attempt WHERE what = $1", tries_of_factor(account));
    write_on_account(desk, account, "registry.second_factor_reset");
    access::audit(desk, AuditKind::second_factor_reset, account);
}

int seal_secrets_anew(sql::Session& sql, Vault const& vault)
{
    int anew = 0;
    auto const seal = [&](Key account, std::string_view column, std::optional<std::string> const& old) {
        if (!old || vault.sealed_with_newest_key(*old)) return;
        auto const place = place_of_secret(account);
        anew += int(sql::change(sql, "UPDATE second_factor SET " + std::string(column) + " = $2 WHERE account = $1", account,
                                vault.seal(vault.unseal(*old, place), place)));
    };
    for (auto const& row : sql::all<SecretRow>(sql, "SELECT account, secret, next_secret FROM second_factor")) {
        seal(row.account, "secret", row.secret);
        seal(row.account, "next_secret", row.next_secret);
    }
    return anew;
}

Instant factors_introduced(sql::Session& sql)
{
    return sql::cell<Instant>(sql, "SELECT at FROM schema_versions WHERE number = $1", migration_of_doors).value_or(Instant{});
}

}  // namespace maple::registry
