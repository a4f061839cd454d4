// Training: planned, then held, with who was there and for how many hours (PML art. 14: the
// justice department trains mediators regularly). Pure; the routes are in training_routes.cpp.
#pragma once
#include "foundation/record.hpp"
#include "law/book.hpp"
#include "workforce/words.hpp"

namespace maple::workforce {

enum class TrainingStatus { planned, held, called_off };
BOOST_DESCRIBE_ENUM(TrainingStatus, planned, held, called_off)

struct Attendance {
    Key person{};
    std::int64_t hours = 0;
};
BOOST_DESCRIBE_STRUCT(Attendance, (), (person, hours))

struct Training {
    Key id{};
    std::int64_t version = 0;
    Key organisation{};  // that gives it
    std::string scope;   // for its people and those below it
    TrainingStatus status = TrainingStatus::planned;
    std::string kind;    // key of the book
    Kept topic, place, teacher;
    Date day{};
    std::int64_t hours = 0;
    std::vector<Attendance> attended;
    Kept why_called_off;
};
BOOST_DESCRIBE_STRUCT(Training, (), (id, version, organisation, scope, status, kind, topic, place, teacher, day, hours, attended, why_called_off))

struct TrainingPlanned {
    static constexpr std::string_view deed = "training.planned";
    Training training;
};
BOOST_DESCRIBE_STRUCT(TrainingPlanned, (), (training))

// Also mends the list of an earlier page: what is written last counts.
struct TrainingHeld {
    static constexpr std::string_view deed = "training.held";
    Date day{};
    std::int64_t hours = 0;
    std::vector<Attendance> attended;
};
BOOST_DESCRIBE_STRUCT(TrainingHeld, (), (day, hours, attended))

struct TrainingCalledOff {
    static constexpr std::string_view deed = "training.called_off";
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(TrainingCalledOff, (), (reason))

void evolve(Training&, TrainingPlanned const&, Instant);
void evolve(Training&, TrainingHeld const&, Instant);
void evolve(Training&, TrainingCalledOff const&, Instant);
using TrainingEvents = boost::mp11::mp_list<TrainingPlanned, TrainingHeld, TrainingCalledOff>;

struct TrainingRow {
    Key id{};
    std::int64_t version = 0;
    Key organisation{};
    std::string scope;
    TrainingStatus status{};
    std::string kind;
    Date day{};
    std::int64_t hours = 0;
    std::string topic;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(TrainingRow, (), (id, version, organisation, scope, status, kind, day, hours, topic, state))
TrainingRow row_of(Training const&, law::Book const&);

// Refuses: a kind that the book does not have, hours out of 1 to 80.
Result<void> may_be_planned(std::string_view kind, std::int64_t hours, law::Book const&);
// Refuses: called off; a day that is not over; nobody there; somebody twice; more hours than it had.
Result<TrainingHeld> hold(Training const&, Date day, std::int64_t hours, std::vector<Attendance>, Date today);
Result<TrainingCalledOff> call_off(Training const&, Kept reason);

}  // namespace maple::workforce
