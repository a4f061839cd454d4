// My desk (what I owe, by when) and the list of disputes with its filters.
#include "app/worklist.hpp"
#include "dispute/view.hpp"
#include "registry/roll.hpp"

namespace maple::app {
namespace {

using access::Right;
using dispute::Line;
using dispute::LineSeen;

constexpr std::string_view alive = "('requested', 'accepted', 'inviting', 'diverted', 'mediating', 'agreed', 'visiting', 'terminated')";

// A statement put together from conditions; its values are numbered as they come.
class Question {
public:
    template <class T> std::string value(T const& v)
    {
        values_.push_back(sql::to_sql(v));
        return "$" + std::to_string(values_.size());
    }
    void where(std::string condition) { conditions_.push_back(std::move(condition)); }
    std::string conditions() const
    {
        std::string out;
        for (auto const& one : conditions_) out += (out.empty() ? "WHERE " : " AND ") + one;
        return out;
    }
    std::vector<sql::Value> const& values() const { return values_; }

private:
    std::vector<std::string> conditions_;
    std::vector<sql::Value> values_;
};

std::string below(Question& q, std::string_view column, std::string const& scope)
{
    return "(dispute." + std::string(column) + " >= " + q.value(scope) + " AND dispute." + std::string(column) + " < " + q.value(scope + "~") + ")";
}

std::string any_of(std::vector<std::string> const& conditions)
{
    std::string out;
    for (auto const& one : conditions) out += (out.empty() ? "(" : " OR ") + one;
    return out.empty() ? "1 = 0" : out + ")";
}

std::string appointed(Question& q, Key person) { return "dispute.mediators LIKE " + q.value("%;" + shown(person) + ";%"); }

// What the policy lets this caller see (access/rules.hpp), as a condition.
std::string visible(Question& q, Desk const& desk, Right right)
{
    std::vector<std::string> ways;
    for (auto const& scope : access::scopes_of(desk.caller, right)) {
        ways.push_back(below(q, "scope", scope));
        ways.push_back(below(q, "desk_scope", scope));
        ways.push_back(below(q, "sent_scope", scope));
    }
    if (desk.caller.has(access::Role::mediator)) {
        ways.push_back(appointed(q, desk.caller.person));
        ways.push_back("dispute.registrar = " + q.value(desk.caller.person));
    }
    return any_of(ways);
}

// Whose names this reader sees in the file: not those of who sees open fields only.
std::string named(Question& q, Desk const& desk)
{
    std::vector<std::string> ways;
    for (auto const& grant : desk.caller.grants) {
        if (grant.role != access::Role::desk_clerk && grant.role != access::Role::director) continue;
        for (auto const* column : {"scope", "desk_scope", "sent_scope"}) ways.push_back(below(q, column, grant.scope));
    }
    if (desk.caller.has(access::Role::mediator)) ways.push_back(appointed(q, desk.caller.person));
    return "dispute.restricted_at IS NULL AND " + any_of(ways);
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

std::vector<LineSeen> rows(Desk& desk, Question const& q, std::string_view order)
{
    auto const text = "SELECT " + std::string(dispute::line_seen_columns) + " FROM dispute " + q.conditions() + " " + std::string(order);
    return sql::all<LineSeen>(desk.sql, text, std::span<sql::Value const>(q.values()));
}

std::int64_t count(Desk& desk, Question const& q)
{
    auto const table = desk.sql.run("SELECT count(*) FROM dispute " + q.conditions(), q.values());
    return std::get<std::int64_t>(table.rows.front().front());
}

// --- My desk ------------------------------------------------------------------------------------

struct MyDesk {
    std::vector<Line> items;         // by due time, the most urgent first
    std::int64_t in_hand = 0;        // disputes that are mine to move
    std::int64_t overdue = 0;
    std::int64_t due_this_week = 0;
    std::int64_t concluded_this_month = 0;
    std::int64_t leads = 0;          // waiting for triage
    std::int64_t referrals = 0;      // waiting for an answer
    std::int64_t opened_by_bureau = 0;  // files of mine whose glass was broken in the last 30 days
};
BOOST_DESCRIBE_STRUCT(MyDesk, (), (items, in_hand, overdue, due_this_week, concluded_this_month, leads, referrals, opened_by_bureau))

constexpr std::int64_t notice_seconds = 30 * 86'400;

// Disputes of one's own committee or desk: a director is told when the bureau opens one.
std::string oversaw(Question& q, Desk const& desk)
{
    std::vector<std::string> ways;
    for (auto const& scope : access::scopes_of(desk.caller, Right::receive)) {
        ways.push_back(below(q, "scope", scope));
        ways.push_back(below(q, "desk_scope", scope));
    }
    return any_of(ways);
}

// Mine to move: I am answerable in person; or my organisation is, and nobody in person is,
// and my role can do it. A director sees what his mediators owe, too.
std::string mine(Question& q, Desk const& desk)
{
    std::vector<std::string> ways{"dispute.person = " + q.value(desk.caller.person)};
    for (auto const& grant : desk.caller.grants) {
        if (grant.role != access::Role::desk_clerk && grant.role != access::Role::director) continue;
        auto const here = any_of({below(q, "scope", grant.scope), below(q, "sent_scope", grant.scope)});
        ways.push_back(grant.role == access::Role::director ? here : "(dispute.person IS NULL AND " + here + ")");
    }
    return any_of(ways);
}

std::int64_t waiting(Desk& desk, Right right, std::string_view table, std::string_view status)
{
    std::int64_t n = 0;
    for (auto const& scope : access::scopes_of(desk.caller, right))
        n += sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM " + std::string(table) +
                 " WHERE desk_scope >= $1 AND desk_scope < $2 AND status = $3", scope, scope + "~", status).value_or(0);
    return n;
}

struct AskDesk {
    std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(AskDesk, (), (limit))

MyDesk my_desk(Desk& desk, AskDesk const& ask)
{
    auto const counted = [&](std::function<void(Question&)> const& more) {
        Question q;
        q.where("dispute.stage IN " + std::string(alive));
        q.where(mine(q, desk));
        more(q);
        return count(desk, q);
    };
    MyDesk out;
    Question q;
    q.where("dispute.stage IN " + std::string(alive));
    q.where(mine(q, desk));
    auto const limit = q.value(ask.limit ? ask.limit->n : 60);
    out.items = dispute::lines(desk, rows(desk, q, "ORDER BY dispute.due_at NULLS LAST, dispute.id LIMIT " + limit));
    out.in_hand = counted([](Question&) {});
    out.overdue = counted([&](Question& x) { x.where("dispute.due_at < " + x.value(desk.now)); });
    out.due_this_week = counted([&](Question& x) { x.where("dispute.due_at < " + x.value(plus_seconds(desk.now, 7 * 86'400))); });
    Question month;
    month.where(visible(month, desk, Right::read_dispute));
    month.where("dispute.concluded_in = " + month.value(iso(date_in_beijing(desk.now)).substr(0, 7)));
    out.concluded_this_month = count(desk, month);
    out.leads = waiting(desk, Right::triage_lead, "lead", "reported");
    out.referrals = waiting(desk, Right::answer_referral, "referral", "sent");
    Question opened;
    opened.where(oversaw(opened, desk));
    opened.where("dispute.glass_at >= " + opened.value(plus_seconds(desk.now, -notice_seconds)));
    out.opened_by_bureau = count(desk, opened);
    return out;
}

// --- The list -------------------------------------------------------------------------------------

enum class Order { newest, due };
BOOST_DESCRIBE_ENUM(Order, newest, due)

struct AskList {
    std::optional<Text<0, 80>> q;                 // of a number or a party's name
    std::optional<dispute::Stage> stage;
    std::optional<std::string> kind;
    std::optional<dispute::Grade> grade;
    std::optional<dispute::Source> source;
    std::optional<Key> organisation;              // and what lies below it
    std::optional<Key> mediator;
    std::optional<bool> overdue;
    std::optional<bool> opened_by_bureau;         // in the last 30 days
    std::optional<bool> live;
    std::optional<Text<0, 7>> concluded_in;       // "2023-10"
    std::optional<Order> order;
    std::optional<std::string> cursor;
    std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(AskList, (), (q, stage, kind, grade, source, organisation, mediator, overdue, opened_by_bureau, live, concluded_in, order, cursor, limit))

struct Lines {
    std::vector<Line> disputes;
    std::optional<std::string> cursor;   // ask again with it for the next ones
};
BOOST_DESCRIBE_STRUCT(Lines, (), (disputes, cursor))

// The newest that one may see: they are found without looking for them.
bool quick(AskList const& ask)
{
    return !ask.q && !ask.stage && !ask.kind && !ask.grade && !ask.source && !ask.organisation && !ask.mediator && !ask.overdue &&
           !ask.live && !ask.concluded_in && ask.order.value_or(Order::newest) == Order::newest;
}

constexpr std::int64_t ordinary_page = 30;

void filters(Question& q, Desk& desk, AskList const& ask)
{
    q.where(visible(q, desk, Right::read_dispute));
    if (ask.q && !ask.q->empty()) {
        auto const like = q.value("%" + escaped(ask.q->str()) + "%");
        // Names answer a search only where they are shown.
        q.where("(dispute.number LIKE " + like + " ESCAPE '!' OR (dispute.parties LIKE " + like + " ESCAPE '!' AND " + named(q, desk) + "))");
    }
    if (ask.stage) q.where("dispute.stage = " + q.value(*ask.stage));
    if (ask.kind) q.where("dispute.kind = " + q.value(*ask.kind));
    if (ask.grade) q.where("dispute.grade = " + q.value(*ask.grade));
    if (ask.source) q.where("dispute.source = " + q.value(*ask.source));
    if (ask.organisation) q.where(below(q, "scope", registry::organisation(desk, *ask.organisation).path));
    if (ask.mediator) q.where("dispute.mediator = " + q.value(*ask.mediator));
    if (ask.overdue && *ask.overdue) q.where("dispute.due_at < " + q.value(desk.now));
    if (ask.opened_by_bureau && *ask.opened_by_bureau) q.where("dispute.glass_at >= " + q.value(plus_seconds(desk.now, -notice_seconds)));
    if (ask.live && *ask.live) q.where("dispute.stage IN " + std::string(alive));
    if (ask.concluded_in && !ask.concluded_in->empty()) q.where("dispute.concluded_in = " + q.value(ask.concluded_in->str()));
}

// "<due>.<key>" of the last line; due is a far time where there is none.
constexpr std::int64_t never = std::int64_t(1) << 60;

void after_cursor(Question& q, std::string const& cursor, Order order)
{
    auto const dot = cursor.find('.');
    auto const key = key_from_shown(dot == cursor.npos ? "" : std::string_view(cursor).substr(dot + 1));
    std::int64_t due = 0;
    auto const [end, bad] = std::from_chars(cursor.data(), cursor.data() + std::min(dot, cursor.size()), due);
    if (!key || bad != std::errc{}) throw Refused(refuse_field("/cursor", "not_a_cursor"));
    (void)end;
    if (order == Order::newest) return q.where("dispute.id < " + q.value(*key));
    auto const at = q.value(due);
    auto const far = q.value(never);
    q.where("(coalesce(dispute.due_at, " + far + ") > " + at + " OR (coalesce(dispute.due_at, " + far + ") = " + at + " AND dispute.id > " +
            q.value(*key) + "))");
}

Lines list(Desk& desk, AskList const& ask)
{
    auto const order = ask.order.value_or(Order::newest);
    auto const limit = ask.limit ? ask.limit->n : ordinary_page;
    Question q;
    filters(q, desk, ask);
    if (ask.cursor && !ask.cursor->empty()) after_cursor(q, *ask.cursor, order);
    auto const most = q.value(limit + 1);
    auto found = rows(desk, q, (order == Order::newest ? "ORDER BY dispute.id DESC LIMIT " : "ORDER BY coalesce(dispute.due_at, " +
                      std::to_string(never) + "), dispute.id LIMIT ") + most);
    Lines out;
    if (std::int64_t(found.size()) > limit) {
        found.pop_back();
        auto const& last = found.back();
        out.cursor = std::to_string(last.due_at ? last.due_at->us : never) + "." + shown(last.id);
    }
    out.disputes = dispute::lines(desk, found);
    return out;
}

}  // namespace

api::Room worklist_room()
{
    using enum api::Verb;
    return {"desk",
            {
                {get, "/desk", Right::signed_in, my_desk, "What I owe, by when: disputes that are mine to move, the most urgent first."},
                {get, "/disputes", Right::read_dispute, list, "Disputes that I may see, with filters and search by number or party.",
                 api::Pace::quick},
            }};
}

}  // namespace maple::app
