#include "access/identify.hpp"
#include "foundation/sha256.hpp"

namespace maple::access {
namespace {

// One row a grant; an account without any has one row with nothing in it.
struct Signed {
    Key session{};
    Key account{};
    Key person{};
    Instant session_ends;
    std::optional<Instant> account_ends;
    std::optional<Role> role;
    std::optional<Key> organisation;
    std::optional<std::string> scope;
};
BOOST_DESCRIBE_STRUCT(Signed, (), (session, account, person, session_ends, account_ends, role, organisation, scope))

constexpr std::size_t most_remembered = 20'000;
constexpr std::int64_t a_moment = 5;  // seconds

struct Found {
    Caller caller;
    Instant until;  // time alone ends it then
};

// The tables asked here are watched in storage/editions.cpp.
Found find(sql::Session& sql, std::string const& token_hash, Instant real_now)
{
    auto const rows = sql::all<Signed>(sql, R"(
        SELECT sign_in.id AS session, account.id AS account, account.person AS person, sign_in.expires_at AS session_ends,
               account.expires_at AS account_ends, grant_of.role AS role, grant_of.organisation AS organisation,
               organisation.path AS scope
          FROM sign_in JOIN account ON account.id = sign_in.account
          LEFT JOIN grant_of ON grant_of.account = account.id AND grant_of.ended_at IS NULL
          LEFT JOIN organisation ON organisation.id = grant_of.organisation
         WHERE sign_in.token_hash = $1 AND sign_in.expires_at > $2 AND sign_in.waits_for IS NULL
           AND account.suspended_at IS NULL AND (account.expires_at IS NULL OR account.expires_at > $2)
         ORDER BY grant_of.id)",
        token_hash, real_now);
    if (rows.empty()) return {};
    auto const& first = rows.front();
    Found found{{first.account, first.person, {}, first.session}, std::min(first.session_ends, first.account_ends.value_or(first.session_ends))};
    for (auto const& row : rows)
        if (row.role && row.scope) found.caller.grants.push_back({*row.role, *row.organisation, *row.scope});
    return found;
}

}  // namespace

Caller identify(sql::Session& sql, std::string_view token, Instant real_now)
{
    if (token.empty()) return {};
    return find(sql, hex(sha256(token)), real_now).caller;
}

Caller Callers::identify(sql::Session& sql, std::string_view token, Instant real_now, std::int64_t edition)
{
    if (token.empty()) return {};
    auto const hash = hex(sha256(token));
    {
        std::lock_guard const lock(mutex_);
        auto const known = known_.find(hash);
        if (edition == edition_ && known != known_.end() && real_now >= known->second.since && real_now < known->second.until)
            return known->second.caller;
    }
    auto found = find(sql, hash, real_now);
    if (!found.caller.signed_in()) return {};
    std::lock_guard const lock(mutex_);
    if (edition != edition_ || known_.size() >= most_remembered) known_.clear();
    edition_ = edition;
    known_.insert_or_assign(hash, Known{found.caller, real_now, std::min(found.until, plus_seconds(real_now, a_moment))});
    return std::move(found.caller);
}

}  // namespace maple::access
