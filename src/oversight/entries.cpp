#include "oversight/entries.hpp"
#include "access/rules.hpp"
#include "registry/keep.hpp"

namespace maple::oversight {
namespace {

constexpr std::int64_t beijing = 8 * 3600 * microseconds_a_second;

struct Row {
    std::optional<std::int64_t> n;
    Key id{};
    Instant at;
    Key account{}, person{};
    std::string roles;
    access::AuditKind kind{};
    std::string subject_kind;
    Key subject{};
    access::Outcome outcome{};
    std::string deed, request, peer;
    std::int64_t times = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (), (n, id, at, account, person, roles, kind, subject_kind, subject, outcome, deed, request, peer, times))

}  // namespace

Entries::Entries(Desk& desk, Wanted const& wanted) : desk_(desk)
{
    until_ = wanted.until.value_or(date_in_beijing(desk.real_now));
    from_ = wanted.from.value_or(plus_days(until_, 1 - ordinary_days));
    if (until_ < from_) throw Refused(refuse_field("/until", "before_the_beginning"));
    if (days_between(from_, until_) >= most_days) throw Refused(refuse_field("/from", "too_many_days", {{"most", std::to_string(most_days)}}));
    where("audit.at >= " + value(start_of(from_).us));
    where("audit.at < " + value(start_of(plus_days(until_, 1)).us));
    if (wanted.kind) where("audit.kind = " + value(sql::to_sql(*wanted.kind)));
    if (wanted.outcome) where("audit.outcome = " + value(sql::to_sql(*wanted.outcome)));
    if (wanted.subject) where("audit.subject = " + value(wanted.subject->n));
    if (wanted.username && !wanted.username->empty()) {
        auto const account = value(sql::cell<Key>(desk.sql, "SELECT id FROM account WHERE username = $1",
                                                  registry::normal_username(wanted.username->str())).value_or(Key{-1}).n);
        where("(audit.account = " + account + " OR audit.subject = " + account + ")");
    }
    // Whose grant reaches less than the whole house sees what its own people did.
    std::string reach;
    for (auto const& scope : access::scopes_of(desk.caller, access::Right::audit)) {
        if (std::count(scope.begin(), scope.end(), '/') == 2) return;
        reach += (reach.empty() ? "" : " OR ") + std::string("(organisation.path >= ") + value(scope) + " AND organisation.path < " + value(scope + "~") + ")";
    }
    where("audit.person IN (SELECT person.id FROM person JOIN organisation ON organisation.id = person.organisation WHERE " +
          (reach.empty() ? "1 = 0" : reach) + ")");
}

std::string Entries::value(sql::Value one)
{
    values_.push_back(std::move(one));
    return "$" + std::to_string(values_.size());
}

void Entries::where(std::string condition) { conditions_ += (conditions_.empty() ? "WHERE " : " AND ") + std::move(condition); }

std::vector<Line> Entries::newest(std::optional<Key> before, std::int64_t most)
{
    if (before) {
        auto const at = sql::cell<Instant>(desk_.sql, "SELECT at FROM audit WHERE id = $1", *before);
        if (!at) throw Refused(refuse_field("/cursor", "not_a_key"));
        auto const moment = value(at->us);
        where("(audit.at < " + moment + " OR (audit.at = " + moment + " AND audit.id < " + value(before->n) + "))");
    }
    auto const text = "SELECT audit_link.n AS n, audit.* FROM audit LEFT JOIN audit_link ON audit_link.entry = audit.id " + conditions_ +
                      " ORDER BY audit.at DESC, audit.id DESC LIMIT " + std::to_string(most);
    std::vector<Line> lines;
    for (auto& row : sql::all<Row>(desk_.sql, text, std::span<sql::Value const>(values_)))
        lines.push_back({row.n, {row.id, row.at, row.account, row.person, std::move(row.roles), row.kind, std::move(row.subject_kind), row.subject,
                                 row.outcome, std::move(row.deed), std::move(row.request), std::move(row.peer), row.times}});
    return lines;
}

std::vector<DayCount> Entries::by_day()
{
    auto const text = "SELECT (audit.at + " + std::to_string(beijing) + ") / " + std::to_string(microseconds_a_day) +
                      " AS day, audit.kind AS kind, CAST(sum(audit.times) AS BIGINT) AS times FROM audit " + conditions_ +
                      " GROUP BY 1, 2 ORDER BY 1 DESC, 2";
    return sql::all<DayCount>(desk_.sql, text, std::span<sql::Value const>(values_));
}

}  // namespace maple::oversight
