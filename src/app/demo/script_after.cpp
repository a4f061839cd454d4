#include "app/demo/script_writer.hpp"

namespace maple::app::demo {

using json::array;
using json::object;

void ScriptWriter::afterwards()
{
    promises_settled_ = now_;
    auto const& promises = course_->tale.promises;
    // In the order in which they fall due.
    std::vector<std::size_t> order(promises.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return promises[a].due_days < promises[b].due_days; });
    for (std::size_t done = 0; done < order.size(); ++done) {
        auto const later = promises[order[done]].due_days > 0;
        if ((stops(Halt::promised) && later) || (stops(Halt::half_kept) && done + 1 == order.size())) {
            script_.next_due = plus_days(agreed_on_, promises[order[done]].due_days);
            return;
        }
        bool const on_the_spot = course_->way == Way::on_the_spot && promises[order[done]].due_days == 0;
        if (!on_the_spot) perform(order[done]);
    }
    if (stops(Halt::kept) || stops(Halt::promised) || stops(Halt::half_kept)) return;
    visit();
    if (stops(Halt::visited)) return;
    if (stops(Halt::reopened)) return reopen();
    archive();
}

void ScriptWriter::perform(std::size_t n)
{
    auto const& promise = course_->tale.promises[n];
    auto const due = plus_days(agreed_on_, promise.due_days);
    auto how = weighted(stock().weights.at("evidence.performed_percent"));
    if (stops(Halt::reopened) && n + 1 == course_->tale.promises.size()) how = "breached";
    // Who looks after a ward, and who speaks for a group, gives nothing up.
    auto const& creditor = course_->tale.parties.at(std::size_t(promise.to)).as_object();
    if (how == "waived" && (creditor.contains("guardian") || creditor.contains("members"))) how = "in_full_on_time";
    auto const who = course_->mediator;
    auto const deed = [&](Instant when, std::string_view what, object body) {
        auto const path = std::string(what);
        at(when, [who, n, path, body](Hand& hand, Folder& f) { hand.act(who, "POST", f.at("/obligations/" + f.promises.at(n) + path), body); });
    };
    if (how == "partial" && promise.fen && *promise.fen > 200) return perform_in_parts(n, due);
    if (how == "breached") {
        breached_ = true;
        deed(hours_.on(plus_days(due, int(dice_.between(3, 8)))), "/breach", {{"reason", phrase("evidence.breached")}});
    } else if (how == "waived") {
        auto const when = hours_.on(plus_days(due, -int(dice_.between(0, promise.due_days / 2))));
        // Who is owed says so, and nobody for another.
        at(when, [who, n, to = std::size_t(promise.to), reason = phrase("evidence.waived")](Hand& hand, Folder& f) {
            hand.act(who, "POST", f.at("/obligations/" + f.promises.at(n) + "/waiver"), {{"by", f.parties.at(to)}, {"reason", reason}});
        });
    } else {
        bool const late = how == "late" && promise.due_days > 0;
        object body{{"in_full", true}, {"evidence", phrase("evidence." + promise.manner)}};
        if (late) body["evidence"] = phrase("evidence.late");
        if (promise.fen) body["amount"] = *promise.fen;
        auto const day = late ? plus_days(due, int(dice_.between(1, 6))) : plus_days(due, -int(dice_.between(0, promise.due_days * 2 / 3)));
        deed(promise.due_days == 0 ? hours_.minutes_after(now_, 5, 30) : hours_.on(day), "/performance", std::move(body));
        bring_receipt(n);
    }
    promises_settled_ = std::max(promises_settled_, now_);
}

void ScriptWriter::perform_in_parts(std::size_t n, Date due)
{
    auto const all = *course_->tale.promises[n].fen;
    auto const first = all / 200 * 100;
    auto const pay = [&](Instant when, std::int64_t fen, bool in_full, std::string evidence) {
        object const body{{"amount", fen}, {"in_full", in_full}, {"evidence", std::move(evidence)}};
        at(when, [who = course_->mediator, n, body](Hand& hand, Folder& f) {
            hand.act(who, "POST", f.at("/obligations/" + f.promises.at(n) + "/performance"), body);
        });
    };
    pay(hours_.on(due), first, false, phrase("evidence.partial"));
    pay(hours_.on(plus_days(due, int(dice_.between(5, 14)))), all - first, true, phrase("evidence.transfer"));
    promises_settled_ = std::max(promises_settled_, now_);
}

void ScriptWriter::visit()
{
    auto const& tale = course_->tale;
    array satisfied;
    for (std::size_t i = 0; i < tale.parties.size(); ++i) satisfied.emplace_back(weighted(tale.story->satisfaction));
    object visit{{"by", weighted(stock().weights.at("visit.by"))}, {"performed", !breached_}, {"relapse", dice_.chance(2)},
                       {"findings", breached_ ? phrase("evidence.breached") : tale.visit_note}};
    auto const day = plus_days(date_in_beijing(promises_settled_), int(dice_.between(9, 26)));
    at(hours_.on(day), [who = course_->mediator, visit, satisfied](Hand& hand, Folder& f) mutable {
        array answers;
        for (std::size_t i = 0; i < f.parties.size(); ++i)
            answers.push_back(object{{"party", f.parties[i]}, {"satisfaction", satisfied.at(i)}});
        visit["answers"] = answers;
        hand.act(who, "POST", f.at("/visits"), visit);
    });
}

void ScriptWriter::reopen()
{
    at(hours_.days_after(now_, 1, 2), [who = course_->mediator, facts = phrase("visit.reopened")](Hand& hand, Folder& f) {
        hand.act(who, "POST", f.at("/reopening"), {{"reason", "breach"}, {"facts", facts}});
    });
    archive();
}

void ScriptWriter::archive()
{
    if (risky_)
        soon(10, 60, [who = course_->mediator, why = course_->tale.visit_note](Hand& hand, Folder& f) {
            hand.act(who, "POST", f.at("/risks/" + f.risk + "/clearance"), {{"why", why}});
        });
    if (!papers_seen_) see_papers();
    auto const keep = course_->tale.claim_fen >= 10'000'000 ? "long" : "short";
    at(hours_.days_after(now_, 1, 6), [director = course_->handler->director, keep](Hand& hand, Folder& f) {
        hand.act(director, "POST", f.at("/closing"), {{"retention", keep}});
    });
}

}  // namespace maple::app::demo
