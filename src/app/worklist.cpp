// My desk (what I owe, by when) and the list of disputes with its filters.
#include "app/worklist.hpp"
#include "app/search.hpp"
#include "app/visible.hpp"
#include "dispute/view.hpp"
#include "foundation/month.hpp"
#include "registry/numbers.hpp"
#include "registry/roll.hpp"
#include "workforce/matters.hpp"

namespace maple::app {
namespace {

using access::Right;
using dispute::Line;
using dispute::LineSeen;

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
    std::vector<dispute::Action> can;  // next steps that my roles may do; the others I can only wait or call for
    std::int64_t in_hand = 0;        // disputes that are mine to move
    std::int64_t overdue = 0;
    std::int64_t due_this_week = 0;  // within seven days, and not overdue yet
    std::int64_t concluded_this_month = 0;
    std::int64_t leads = 0;          // waiting for triage
    std::int64_t referrals = 0;      // waiting for an answer
    std::int64_t people_matters = 0; // certificates, terms, grades, training, complaints that are due
    std::int64_t opened_by_bureau = 0;  // files of mine whose glass was broken in the last 30 days
};
BOOST_DESCRIBE_STRUCT(MyDesk, (), (items, can, in_hand, overdue, due_this_week, concluded_this_month, leads, referrals, people_matters, opened_by_bureau))

constexpr std::int64_t notice_seconds = 30 * 86'400;

// Disputes of one's own committee or desk: a director is told when the bureau opens one.
std::string oversaw(Question& q, Desk const& desk)
{
    std::vector<std::string> ways;
    for (auto const& scope : access::scopes_of(desk.caller, Right::receive)) {
        ways.push_back(below(q, "scope", scope, look_along(desk)));
        ways.push_back(below(q, "desk_scope", scope, look_along(desk)));
    }
    return any_of(ways);
}

constexpr std::int64_t days_of_a_week = 7;

std::string overdue(Question& q, Desk const& desk) { return "dispute.due_at < " + q.value(desk.now); }

std::string due_within(Question& q, Desk const& desk, std::int64_t days)
{
    auto const now = q.value(desk.now), then = q.value(plus_seconds(desk.now, days * 86'400));
    return "dispute.due_at >= " + now + " AND dispute.due_at < " + then;
}

// The deed of each next step; its right is that of the table of life.
std::pair<dispute::Action, std::string_view> const deeds[] = {
    {dispute::Action::decide_acceptance, "acceptance.accepted"},
    {dispute::Action::grade_and_divert, "diversion.diverted"},
    {dispute::Action::ask_consent, "acceptance.consent_recorded"},
    {dispute::Action::sign_for, "diversion.received"},
    {dispute::Action::appoint_mediator, "diversion.appointed"},
    {dispute::Action::tell_rights, "mediation.rights_told"},
    {dispute::Action::plan_session, "mediation.session_planned"},
    {dispute::Action::hold_session, "mediation.session_held"},
    {dispute::Action::reach_agreement, "resolution.agreement_drafted"},
    {dispute::Action::collect_signatures, "resolution.signed"},
    {dispute::Action::affix_seal, "resolution.sealed"},
    {dispute::Action::terminate, "mediation.terminated"},
    {dispute::Action::deliver_termination, "mediation.termination_delivered"},
    {dispute::Action::report_risk, "mediation.risk_reported"},
    {dispute::Action::check_performance, "resolution.performed"},
    {dispute::Action::urge_performance, "resolution.performed"},
    {dispute::Action::make_visit, "followup.visited"},
    {dispute::Action::archive, "followup.archived"},
    {dispute::Action::resume_mediation, "mediation.resumed"},
    {dispute::Action::disclose, "diversion.disclosed"},
    {dispute::Action::decide_conflict, "diversion.conflict_decided"},
    {dispute::Action::call_off_session, "mediation.session_cancelled"},
};

std::int64_t waiting(Desk& desk, Right right, std::string_view table, std::string_view status)
{
    std::int64_t n = 0;
    for (auto const& scope : access::scopes_of(desk.caller, right))
        n += sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM " + std::string(table) +
                 " WHERE desk_scope >= $1 AND desk_scope < $2 AND status = $3", scope, scope + "~", status).value_or(0);
    return n;
}

// What is counted here and what the list shows with on_my_desk=true is the same. What is alive is
// little, and the index of it says all that is asked.
void on_my_desk(Question& q, Desk const& desk)
{
    q.where(visible(q, desk, Right::read_dispute, look_along(desk)));
    q.where("dispute.stage IN " + std::string(alive));
    q.where(mine(q, desk));
}

struct InHand {
    std::int64_t in_hand = 0, overdue = 0, due_this_week = 0;
};
BOOST_DESCRIBE_STRUCT(InHand, (), (in_hand, overdue, due_this_week))

// In one look through what is on the desk.
InHand in_hand(Desk& desk)
{
    Question q;
    on_my_desk(q, desk);
    auto const text = "SELECT count(*) AS in_hand, count(*) FILTER (WHERE " + overdue(q, desk) + ") AS overdue, count(*) FILTER (WHERE " +
                      due_within(q, desk, days_of_a_week) + ") AS due_this_week FROM dispute " + q.conditions();
    return sql::all<InHand>(desk.sql, text, std::span<sql::Value const>(q.values())).front();
}

struct AskDesk {
    std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(AskDesk, (), (limit))

MyDesk my_desk(Desk& desk, AskDesk const& ask)
{
    MyDesk out;
    for (auto const& [action, deed] : deeds)
        if (access::may(desk.caller, dispute::permit(deed)->right)) out.can.push_back(action);
    Question q;
    on_my_desk(q, desk);
    auto const limit = q.value(ask.limit ? ask.limit->n : 60);
    out.items = dispute::lines(desk, rows(desk, q, "ORDER BY dispute.due_at NULLS LAST, dispute.id LIMIT " + limit));
    auto const counted = in_hand(desk);
    out.in_hand = counted.in_hand;
    out.overdue = counted.overdue;
    out.due_this_week = counted.due_this_week;
    Question month;
    month.where(visible(month, desk, Right::read_dispute, look_along(desk)));
    month.where("dispute.concluded_in = " + month.value(iso(date_in_beijing(desk.now)).substr(0, 7)));
    out.concluded_this_month = count(desk, month);
    out.leads = waiting(desk, Right::triage_lead, "lead", "reported");
    out.referrals = waiting(desk, Right::answer_referral, "referral", "sent");
    out.people_matters = workforce::matters_due(desk);
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
    std::optional<Text<0, 80>> q;                 // of a number, a party's name, a place, a kind
    std::optional<Whole<1, 99999>> short_number;  // 118: whose running number it is, in any year and office
    std::optional<bool> on_my_desk;               // what my desk counts: mine to move
    std::optional<Whole<1, 366>> due_within;      // days from now, and not overdue yet
    std::optional<dispute::Stage> stage;
    std::optional<std::string> kind;
    std::optional<dispute::Grade> grade;
    std::optional<dispute::Source> source;
    std::optional<Key> organisation;              // and what lies below it
    std::optional<Key> mediator;
    std::optional<bool> overdue;
    std::optional<bool> opened_by_bureau;         // in the last 30 days
    std::optional<bool> live;
    std::optional<Month> concluded_in;            // "2023-10"
    std::optional<Order> order;
    std::optional<std::string> cursor;
    std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(AskList, (), (q, short_number, on_my_desk, due_within, stage, kind, grade, source, organisation, mediator, overdue, opened_by_bureau, live, concluded_in, order, cursor, limit))

struct Lines {
    std::vector<Line> disputes;
    std::optional<std::string> cursor;   // ask again with it for the next ones
};
BOOST_DESCRIBE_STRUCT(Lines, (), (disputes, cursor))

// The newest that one may see: they are found without looking for them.
bool quick(AskList const& ask)
{
    auto only = ask;
    only.cursor.reset();
    only.limit.reset();
    only.order.reset();
    bool filtered = false;
    each_field<AskList>([&](auto field) { filtered |= (only.*field.pointer).has_value(); });
    return !filtered && ask.order.value_or(Order::newest) == Order::newest;
}

constexpr std::int64_t ordinary_page = 30;

// "{short}受字〔{year}〕第{n:03}号" → "%受字〔%〕第118号", as LIKE reads it.
std::string any_with(std::string_view pattern, std::int64_t n)
{
    std::string out;
    while (!pattern.empty()) {
        auto const open = pattern.find('{'), close = pattern.find('}');
        if (open == pattern.npos || close == pattern.npos || close < open) break;
        auto const place = pattern.substr(open, close - open + 1);
        out += escaped(pattern.substr(0, open));
        out += place.starts_with("{n") ? registry::filled_pattern(place, "", 0, n) : "%";
        pattern.remove_prefix(close + 1);
    }
    return out + escaped(pattern);
}

void bears(Question& q, law::Numbering const& patterns, std::int64_t short_number)
{
    std::vector<std::string> ways;
    for (auto const* pattern : {&patterns.acceptance, &patterns.dossier})
        ways.push_back("dispute.number LIKE " + q.value(any_with(*pattern, short_number)) + " ESCAPE '!'");
    q.where(any_of(ways));
}

void filters(Question& q, Desk& desk, AskList const& ask)
{
    if (ask.kind && !desk.book().kind(*ask.kind)) throw Refused(refuse_field("/kind", "not_in_the_book"));
    if (ask.concluded_in) must_be_month("/concluded_in", ask.concluded_in->str());
    q.where(visible(q, desk, Right::read_dispute, look_in(desk, access::scopes_of(desk.caller, Right::read_dispute))));
    if (ask.q) Search(desk, ask.q->str()).narrow(q);
    if (ask.short_number) bears(q, desk.book().numbering, ask.short_number->n);
    if (ask.on_my_desk && *ask.on_my_desk) on_my_desk(q, desk);
    if (ask.due_within) q.where(due_within(q, desk, ask.due_within->n));
    if (ask.stage) q.where("dispute.stage = " + q.value(*ask.stage));
    if (ask.kind) q.where("dispute.kind = " + q.value(*ask.kind));
    if (ask.grade) q.where("dispute.grade = " + q.value(*ask.grade));
    if (ask.source) q.where("dispute.source = " + q.value(*ask.source));
    if (ask.organisation) q.where(below(q, "scope", registry::organisation(desk, *ask.organisation).path));
    if (ask.mediator) q.where("dispute.mediator = " + q.value(*ask.mediator));
    if (ask.overdue && *ask.overdue) q.where(overdue(q, desk));
    if (ask.opened_by_bureau && *ask.opened_by_bureau) q.where("dispute.glass_at >= " + q.value(plus_seconds(desk.now, -notice_seconds)));
    if (ask.live && *ask.live) q.where("dispute.stage IN " + std::string(alive));
    if (ask.concluded_in) q.where("dispute.concluded_in = " + q.value(ask.concluded_in->str()));
}

// "<due>.<key>" of the last line, and before it its rank where something is searched for; due
// is a far time where there is none.
constexpr std::int64_t never = std::int64_t(1) << 60;

struct Cursor {
    std::int64_t rank = 0, due = 0;
    Key key{};
};

Cursor cursor_from(std::string_view text, bool ranked)
{
    Cursor cursor;
    auto const number = [&](std::int64_t& into) {
        auto const dot = text.find('.');
        auto const digits = text.substr(0, dot);
        auto const [end, bad] = std::from_chars(digits.data(), digits.data() + digits.size(), into);
        bool const sound = dot != text.npos && bad == std::errc{} && end == digits.data() + digits.size();
        text.remove_prefix(dot == text.npos ? text.size() : dot + 1);
        return sound;
    };
    bool const sound = (!ranked || number(cursor.rank)) && number(cursor.due);
    auto const key = key_from_shown(text);
    if (!sound || !key) throw Refused(refuse_field("/cursor", "not_a_cursor"));
    cursor.key = *key;
    return cursor;
}

// What the list is sorted by, each expression with its value at the cursor and its direction.
struct Sorting {
    std::string rank;  // "": nothing is searched for
    Order order{};
    bool alive = false;  // only disputes that are; said as their index says it

    std::string order_by() const
    {
        auto const by_due = alive ? "dispute.due_at NULLS LAST, dispute.id" : "coalesce(dispute.due_at, " + std::to_string(never) + "), dispute.id";
        return "ORDER BY " + (rank.empty() ? "" : rank + ", ") + (order == Order::newest ? "dispute.id DESC" : by_due);
    }
    std::string after(Question& q, Cursor const& cursor) const
    {
        auto const key = q.value(cursor.key);
        auto condition = "dispute.id < " + key;
        if (order == Order::due) {
            auto const at = q.value(cursor.due), due = "coalesce(dispute.due_at, " + std::to_string(never) + ")";
            condition = "(" + due + " > " + at + " OR (" + due + " = " + at + " AND dispute.id > " + key + "))";
        }
        if (rank.empty()) return condition;
        auto const here = q.value(cursor.rank);
        return "(" + rank + " > " + here + " OR (" + rank + " = " + here + " AND " + condition + "))";
    }
};

std::string cursor_after(Desk& desk, LineSeen const& last, Search const* search)
{
    auto const rest = std::to_string(last.due_at ? last.due_at->us : never) + "." + shown(last.id);
    if (!search) return rest;
    Question q;
    auto const rank = search->rank(q);
    q.where("dispute.id = " + q.value(last.id));
    auto const table = desk.sql.run("SELECT " + rank + " FROM dispute " + q.conditions(), q.values());
    return std::to_string(std::get<std::int64_t>(table.rows.at(0).at(0))) + "." + rest;
}

Lines list(Desk& desk, AskList const& ask)
{
    auto const limit = ask.limit ? ask.limit->n : ordinary_page;
    Question q;
    filters(q, desk, ask);
    std::optional<Search> search;
    if (ask.q) search.emplace(desk, ask.q->str());
    if (search && search->empty()) search.reset();
    Sorting const sorting{search ? search->rank(q) : "", ask.order.value_or(Order::newest), ask.on_my_desk.value_or(false) || ask.live.value_or(false)};
    if (ask.cursor && !ask.cursor->empty()) q.where(sorting.after(q, cursor_from(*ask.cursor, search.has_value())));
    auto const most = q.value(limit + 1);
    auto found = rows(desk, q, sorting.order_by() + " LIMIT " + most);
    Lines out;
    if (std::int64_t(found.size()) > limit) {
        found.pop_back();
        out.cursor = cursor_after(desk, found.back(), search ? &*search : nullptr);
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
                {get, "/disputes", Right::read_dispute, list, "Disputes that I may see, with filters and search by number, party, place or kind.",
                 api::Pace::quick},
            }};
}

}  // namespace maple::app
