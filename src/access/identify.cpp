#include "access/identify.hpp"
#include "foundation/sha256.hpp"

namespace maple::access {
namespace {

// One row a grant; an account without any has one row with nothing in it.
struct Signed {
    Key session{};
    Key account{};
    Key person{};
    std::optional<Role> role;
    std::optional<Key> organisation;
    std::optional<std::string> scope;
};
BOOST_DESCRIBE_STRUCT(Signed, (), (session, account, person, role, organisation, scope))

}  // namespace

std::int64_t idle_seconds(law::Book const& book) { return book.policy("session_idle_minutes") * 60; }

Caller identify(sql::Session& sql, law::Book const& book, std::string_view token, Instant real_now)
{
    if (token.empty()) return {};
    auto const rows = sql::all<Signed>(sql, R"(
        SELECT sign_in.id AS session, account.id AS account, account.person AS person, grant_of.role AS role, grant_of.organisation AS organisation,
               organisation.path AS scope
          FROM sign_in JOIN account ON account.id = sign_in.account
          LEFT JOIN grant_of ON grant_of.account = account.id AND grant_of.ended_at IS NULL
          LEFT JOIN organisation ON organisation.id = grant_of.organisation
         WHERE sign_in.token_hash = $1 AND sign_in.expires_at > $2 AND sign_in.seen_at > $3 AND sign_in.waits_for IS NULL
           AND account.suspended_at IS NULL AND (account.expires_at IS NULL OR account.expires_at > $2)
         ORDER BY grant_of.id)",
        hex(sha256(token)), real_now, plus_seconds(real_now, -idle_seconds(book)));
    if (rows.empty()) return {};
    Caller caller{rows.front().account, rows.front().person, {}, rows.front().session};
    for (auto const& row : rows)
        if (row.role && row.scope) caller.grants.push_back({*row.role, *row.organisation, *row.scope});
    return caller;
}

}  // namespace maple::access
