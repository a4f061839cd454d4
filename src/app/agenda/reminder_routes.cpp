// What the desk reminds of: computed from the disputes that are mine to move, each with its reason.
#include "api/words.hpp"
#include "app/agenda/agenda.hpp"
#include "app/visible.hpp"
#include "registry/roll.hpp"
#include "workforce/standing.hpp"

#include <algorithm>

namespace maple::app {
namespace {

using access::Right;

struct ReminderView {
    std::string key, name;       // of the rule pack: "A promise falls due"
    std::string why;             // when it is due and since when the desk speaks of it
    Instant due;
    bool overdue = false;
    Key dispute{};
    std::string number, dispute_kind_name, parties;
    std::string deed;            // the command that does it; "" where the file has to be opened
    std::string subject;         // what the command is about
    std::optional<dispute::ArticleView> article;
};
BOOST_DESCRIBE_STRUCT(ReminderView, (), (key, name, why, due, overdue, dispute, number, dispute_kind_name, parties, deed, subject, article))

struct ReminderList {
    std::vector<ReminderView> reminders;  // the most urgent first
    std::int64_t overdue = 0;
    bool cut_off = false;                 // more are due than are looked through
};
BOOST_DESCRIBE_STRUCT(ReminderList, (), (reminders, overdue, cut_off))

constexpr std::size_t most_on_a_desk = 300;
constexpr std::size_t most_told = 100;

std::vector<Key> on_my_desk(Desk& desk)
{
    Question q;
    q.where(visible(q, desk, Right::read_dispute, look_along(desk)));
    q.where("dispute.stage IN " + std::string(alive));
    auto ways = std::vector{mine(q, desk)};
    if (desk.caller.has(access::Role::mediator)) ways.push_back(appointed(q, desk.caller.person));
    q.where(any_of(ways));
    auto const most = q.value(std::int64_t(most_on_a_desk + 1));
    return sql::column<Key>(desk.sql, "SELECT dispute.id FROM dispute " + q.conditions() + " ORDER BY dispute.due_at NULLS LAST, dispute.id LIMIT " + most,
                           std::span<sql::Value const>(q.values()));
}

std::vector<Away> my_leave(Desk& desk)
{
    std::vector<Away> days;
    for (auto const& absence : workforce::service_of(desk, desk.caller.person).absences)
        days.push_back({start_of(absence.first_day), start_of(absence.ended_on ? *absence.ended_on : plus_days(absence.last_day, 1))});
    return days;
}

// "2023-11-24 16:00"
std::string to_the_minute(Instant at)
{
    auto text = iso(at).substr(0, 16);
    text[10] = ' ';
    return text;
}

ReminderView view_of(Desk& desk, Seen const& seen, Reminder const& one)
{
    auto const& rule = desk.book().reminder(one.key);
    Params params{{"date", iso(date_in_beijing(one.due))}, {"at", to_the_minute(one.due)}, {"days", std::to_string(rule.days)}};
    if (one.asked) params.push_back({"asked", to_the_minute(*one.asked)});
    if (one.key == "legal_clock") params.push_back({"clock", "@clock." + one.subject});
    ReminderView view{one.key, law::in(rule.name, api::tag(desk.language)), api::say(desk.language, "reminder_says." + one.key, params), one.due,
                      one.due < desk.now, seen.dispute->id, seen.number, seen.kind_name, seen.parties, seen.if_allowed(one.deed), one.subject, {}};
    if (!rule.statute.empty()) view.article = dispute::article_view(desk, rule.statute);
    return view;
}

ReminderList reminding(Desk& desk, api::Nothing const&)
{
    ReminderList out;
    auto disputes = on_my_desk(desk);
    if (disputes.size() > most_on_a_desk) {
        disputes.resize(most_on_a_desk);
        out.cut_off = true;
    }
    auto const leave = my_leave(desk);
    for (auto const id : disputes) {
        auto const seen = seen_dispute(desk, id);
        if (!seen) continue;
        for (auto const& one : reminders(*seen->dispute, desk.book(), desk.caller.person, leave, desk.now))
            out.reminders.push_back(view_of(desk, *seen, one));
    }
    std::stable_sort(out.reminders.begin(), out.reminders.end(), [](auto const& a, auto const& b) { return a.due < b.due; });
    if (out.reminders.size() > most_told) {
        out.reminders.resize(most_told);
        out.cut_off = true;
    }
    out.overdue = std::count_if(out.reminders.begin(), out.reminders.end(), [](auto const& one) { return one.overdue; });
    return out;
}

}  // namespace

std::vector<api::Route> reminder_routes()
{
    using enum api::Verb;
    return {{get, "/desk/reminders", Right::read_dispute, reminding, "What the desk reminds me of, with the reason of each: computed, the most urgent first."}};
}

}  // namespace maple::app
