#include "registry/account_view.hpp"
#include "access/identify.hpp"
#include "api/words.hpp"
#include "registry/doors.hpp"
#include "registry/entering.hpp"
#include "registry/roll.hpp"

namespace maple::registry {
namespace {

using access::Right;

struct SeenRow {
    Key id{};
    std::string username;
    Key person{};
    std::string person_name;
    std::optional<Instant> left_at;
    Key organisation{};
    bool has_password = false;
    std::optional<Instant> suspended_at, expires_at, locked_until, signed_in_at;
    bool second_factor = false;
    std::int64_t sessions = 0;
};
BOOST_DESCRIBE_STRUCT(SeenRow, (), (id, username, person, person_name, left_at, organisation, has_password, suspended_at, expires_at,
                                    locked_until, signed_in_at, second_factor, sessions))

struct SeenGrant {
    Key id{};
    access::Role role{};
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(SeenGrant, (), (id, role, organisation))

// $1: the moment; $2: since when a session has not been left alone.
constexpr std::string_view accounts = R"(
    SELECT account.id AS id, account.username AS username, account.person AS person, person.name AS person_name, person.left_at AS left_at,
           person.organisation AS organisation,
           CAST(CASE WHEN account.password_hash IS NULL THEN 0 ELSE 1 END AS BIGINT) AS has_password,
           account.suspended_at AS suspended_at, account.expires_at AS expires_at, account.locked_until AS locked_until,
           account.signed_in_at AS signed_in_at,
           CAST(CASE WHEN second_factor.enrolled_at IS NULL THEN 0 ELSE 1 END AS BIGINT) AS second_factor,
           (SELECT count(*) FROM sign_in WHERE sign_in.account = account.id AND sign_in.expires_at > $1 AND sign_in.seen_at >= $2 AND sign_in.waits_for IS NULL) AS sessions
      FROM account JOIN person ON person.id = account.person
      JOIN organisation ON organisation.id = person.organisation
      LEFT JOIN second_factor ON second_factor.account = account.id)";

constexpr std::string_view grants_of_account = R"(
    SELECT id, role, organisation FROM grant_of WHERE account = $1 AND ended_at IS NULL ORDER BY id)";

Instant in_use_since(Desk const& desk) { return plus_seconds(desk.real_now, -access::idle_seconds(desk.book())); }

// An account locked by wrong codes is locked, too.
std::optional<Instant> locked(Desk& desk, SeenRow const& row)
{
    auto until = access::locked_until(desk.sql, tries_of_factor(row.id), desk.real_now);
    if (row.locked_until && *row.locked_until > desk.real_now) until = std::max(until.value_or(*row.locked_until), *row.locked_until);
    return until;
}

AccountView seen(Desk& desk, SeenRow const& row)
{
    AccountView view;
    view.id = row.id;
    view.username = row.username;
    view.person = row.person;
    view.person_name = row.person_name;
    view.organisation = row.organisation;
    view.organisation_name = called(desk, organisation(desk, row.organisation));
    view.has_password = row.has_password;
    view.suspended_at = row.suspended_at;
    view.expires_on = last_day_before(row.expires_at);
    view.locked_until = locked(desk, row);
    view.signed_in_at = row.signed_in_at;
    view.second_factor = row.second_factor;
    view.sessions = row.sessions;
    view.state = account_state({row.left_at.has_value(), row.suspended_at.has_value(), row.has_password, row.expires_at, view.locked_until}, desk.real_now);
    view.state_name = api::say(desk.language, std::string("account_state.") + boost::describe::enum_to_string(view.state, "?"));
    for (auto const& grant : sql::all<SeenGrant>(desk.sql, grants_of_account, row.id))
        view.roles.push_back({grant.id, grant.role, api::say(desk.language, std::string("role.") + boost::describe::enum_to_string(grant.role, "?")),
                              grant.organisation, called(desk, organisation(desk, grant.organisation))});
    if (!row.second_factor) view.second_factor_from = factor_due(desk.sql, desk.house, row.id);
    return view;
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (char c : text) {
        if (c == '%' || c == '_' || c == '!') out += '!';
        out += c;
    }
    return out;
}

}  // namespace

AccountView account_for(Desk& desk, Right right, Key account)
{
    auto const row = sql::one<SeenRow>(desk.sql, std::string(accounts) + " WHERE account.id = $3", desk.real_now, in_use_since(desk), account);
    if (!row) throw Refused(refuse(Because::not_found, "account.unknown"));
    if (!access::may_in(desk.caller, right, organisation(desk, row->organisation).path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    return seen(desk, *row);
}

std::vector<AccountView> accounts_at(Desk& desk, Key organisation)
{
    std::vector<AccountView> views;
    for (auto const& row : sql::all<SeenRow>(desk.sql, std::string(accounts) + " WHERE person.organisation = $3 ORDER BY account.username",
                                                desk.real_now, in_use_since(desk), organisation))
        views.push_back(seen(desk, row));
    return views;
}

std::vector<AccountView> accounts_in_sight(Desk& desk, AccountsWanted const& wanted)
{
    std::vector<sql::Value> values{desk.real_now.us, in_use_since(desk).us, wanted.after};
    auto const value = [&](sql::Value one) {
        values.push_back(std::move(one));
        return "$" + std::to_string(values.size());
    };
    std::string scopes;
    for (auto const& scope : access::scopes_of(desk.caller, Right::see_accounts))
        scopes += (scopes.empty() ? "" : " OR ") + std::string("(organisation.path >= ") + value(scope) + " AND organisation.path < " + value(scope + "~") + ")";
    auto text = std::string(accounts) + " WHERE account.username > $3 AND (" + (scopes.empty() ? "1 = 0" : scopes) + ")";
    if (!wanted.q.empty()) {
        auto const like = value("%" + escaped(wanted.q) + "%");
        text += " AND (account.username LIKE " + like + " ESCAPE '!' OR person.name LIKE " + like + " ESCAPE '!')";
    }
    if (wanted.role)
        text += " AND account.id IN (SELECT account FROM grant_of WHERE ended_at IS NULL AND role = " + value(sql::to_sql(*wanted.role)) + ")";
    // A state follows from several columns and the moment: what does not fit is passed over below.
    text += " ORDER BY account.username";
    if (!wanted.state) text += " LIMIT " + std::to_string(wanted.most);
    std::vector<AccountView> views;
    for (auto const& row : sql::all<SeenRow>(desk.sql, text, std::span<sql::Value const>(values))) {
        if (wanted.state) {
            auto const state = account_state({row.left_at.has_value(), row.suspended_at.has_value(), row.has_password, row.expires_at, locked(desk, row)}, desk.real_now);
            if (state != *wanted.state) continue;
        }
        views.push_back(seen(desk, row));
        if (std::int64_t(views.size()) == wanted.most) break;
    }
    return views;
}

}  // namespace maple::registry
