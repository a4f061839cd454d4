#include "access/identify.hpp"
#include "foundation/sha256.hpp"

namespace maple::access {
namespace {

// One row a grant; an account without any has one row with nothing in it.
struct Signed {
    Key session{};
    Key account{};
    Key person{};
    Instant seen, session_ends;
    std::optional<Instant> account_ends;
    std::optional<Role> role;
    std::optional<Key> organisation;
    std::optional<std::string> scope;
};
BOOST_DESCRIBE_STRUCT(Signed, (), (session, account, person, seen, session_ends, account_ends, role, organisation, scope))

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
        SELECT sign_in.id AS session, account.id AS account, account.person AS person, sign_in.seen_at AS seen,
               sign_in.expires_at AS session_ends, account.expires_at AS account_ends, grant_of.role AS role,
               grant_of.organisation AS organisation,
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
    Found found{{first.account, first.person, {}, first.session, first.seen}, std::min(first.session_ends, first.account_ends.value_or(first.session_ends))};
    auto& caller = found.caller;
    for (auto const& row : rows)
        if (row.role && row.scope) caller.grants.push_back({*row.role, *row.organisation, *row.scope});
    if (caller.has(Role::system_administrator) && !ever_taken_up(sql, Role::security_administrator)) {
        auto const own = caller.grants;
        for (auto const& grant : own)
            if (grant.role == Role::system_administrator) caller.grants.push_back({Role::security_administrator, grant.organisation, grant.scope});
    }
    return found;
}

}  // namespace

Caller identify(sql::Session& sql, std::string_view token, Instant real_now)
{
    if (token.empty()) return {};
    return find(sql, hex(sha256(token)), real_now).caller;
}

Caller Callers::identify(sql::Session& sql, std::string_view token, Instant real_now, std::int64_t edition, std::int64_t idle)
{
    if (token.empty()) return {};
    auto const name = digest_.of(token);
    {
        std::lock_guard const lock(mutex_);
        auto const known = known_.find(name);
        if (edition == edition_ && known != known_.end() && real_now >= known->second.since && real_now < known->second.until)
            return known->second.caller;
    }
    auto found = find(sql, hex(sha256(token)), real_now);
    if (!found.caller.signed_in() || !sql.snapshot()) return std::move(found.caller);
    // When it was used last is known from the table only: who comes close to being idle for too
    // long is looked for there.
    auto const until = std::min({found.until, plus_seconds(real_now, a_moment), plus_seconds(found.caller.session_seen, idle)});
    std::lock_guard const lock(mutex_);
    if (edition != edition_ || known_.size() >= most_remembered) known_.clear();
    edition_ = edition;
    known_.insert_or_assign(name, Known{found.caller, real_now, until});
    return std::move(found.caller);
}

std::int64_t idle_seconds(law::Book const& book) { return book.policy("session_idle_minutes") * 60; }

bool left_alone(Caller const& caller, law::Book const& book, Instant real_now)
{
    return caller.session && real_now > plus_seconds(caller.session_seen, idle_seconds(book));
}

bool ever_taken_up(sql::Session& sql, Role role)
{
    return sql::cell<Key>(sql, R"(
        SELECT grant_of.id FROM grant_of JOIN account ON account.id = grant_of.account
         WHERE grant_of.role = $1 AND account.password_hash IS NOT NULL LIMIT 1)", role).has_value();
}

}  // namespace maple::access
