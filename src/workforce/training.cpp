#include "workforce/training.hpp"

#include <set>

namespace maple::workforce {

void evolve(Training& t, TrainingPlanned const& e, Instant)
{
    auto const version = t.version;
    t = e.training;
    t.version = version;
}

void evolve(Training& t, TrainingHeld const& e, Instant)
{
    t.status = TrainingStatus::held;
    t.day = e.day;
    t.hours = e.hours;
    t.attended = e.attended;
}

void evolve(Training& t, TrainingCalledOff const& e, Instant)
{
    t.status = TrainingStatus::called_off;
    t.why_called_off = e.reason;
}

TrainingRow row_of(Training const& t, law::Book const&)
{
    json::value state = Record<Training>::write(t);
    state.as_object().erase("scope");
    return {t.id, t.version, t.organisation, t.scope, t.status, t.kind, t.day, t.hours, text_of(t.topic), json::serialize(state)};
}

Result<void> may_be_planned(std::string_view kind, std::int64_t hours, law::Book const& book)
{
    if (!book.choice("training", kind)) return refuse_field("/kind", "not_in_the_book");
    if (hours < 1 || hours > 80) return refuse_field("/hours", "out_of_range", {{"least", "1"}, {"most", "80"}});
    return {};
}

Result<TrainingHeld> hold(Training const& t, Date day, std::int64_t hours, std::vector<Attendance> attended, Date today)
{
    if (t.status == TrainingStatus::called_off) return refuse(Because::conflict, "training.called_off");
    if (today < day) return refuse_field("/day", "in_the_future");
    if (attended.empty()) return refuse_field("/attended", "nobody_there");
    std::set<Key> met;
    for (std::size_t i = 0; i < attended.size(); ++i) {
        auto const at = "/attended/" + std::to_string(i);
        if (!met.insert(attended[i].person).second) return refuse_field(at + "/person", "named_twice");
        if (attended[i].hours < 1 || attended[i].hours > hours)
            return refuse_field(at + "/hours", "out_of_range", {{"least", "1"}, {"most", std::to_string(hours)}});
    }
    return TrainingHeld{day, hours, std::move(attended)};
}

Result<TrainingCalledOff> call_off(Training const& t, Kept reason)
{
    if (t.status == TrainingStatus::held) return refuse(Because::conflict, "training.held");
    if (t.status == TrainingStatus::called_off) return refuse(Because::conflict, "training.called_off");
    return TrainingCalledOff{std::move(reason)};
}

}  // namespace maple::workforce
