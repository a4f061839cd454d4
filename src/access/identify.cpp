#include "access/identify.hpp"
#include "foundation/sha256.hpp"

namespace maple::access {
namespace {

struct Signed {
    Key account{};
    Key person{};
};
BOOST_DESCRIBE_STRUCT(Signed, (), (account, person))

}  // namespace

Caller identify(sql::Session& sql, std::string_view token, Instant real_now)
{
    if (token.empty()) return {};
    auto const who = sql::one<Signed>(sql, R"(
        SELECT account.id AS account, account.person AS person
          FROM sign_in JOIN account ON account.id = sign_in.account
         WHERE sign_in.token_hash = $1 AND sign_in.expires_at > $2 AND account.suspended_at IS NULL)",
        hex(sha256(token)), real_now);
    if (!who) return {};
    Caller caller{who->account, who->person, {}};
    caller.grants = sql::all<Grant>(sql, R"(
        SELECT grant_of.role AS role, grant_of.organisation AS organisation, organisation.path AS scope
          FROM grant_of JOIN organisation ON organisation.id = grant_of.organisation
         WHERE grant_of.account = $1 AND grant_of.ended_at IS NULL
         ORDER BY grant_of.id)",
        who->account);
    return caller;
}

}  // namespace maple::access
