// Office hours, so that the city's deeds happen when offices are open: 10:00–14:00 and
// 15:30–19:30 in Beijing time, on working days.
#pragma once
#include "app/demo/dice.hpp"
#include "law/clock.hpp"

namespace maple::app::demo {

inline Date in_2023(int month, int day) { return Date{std::chrono::sys_days{std::chrono::year{2023} / month / day}}; }  // the city's year

class Hours {
public:
    Hours(law::Calendar const& calendar, Dice& dice) : calendar_(calendar), dice_(dice) {}

    // A moment of that day, or of the next working day.
    Instant on(Date) const;
    // So many minutes later; what falls outside office hours moves to the next opening.
    Instant minutes_after(Instant from, int least, int most) const;
    // A moment so many working days later.
    Instant days_after(Instant from, int least, int most) const;
    Instant first_open(Instant) const;
    // A full or half hour of that day, or of the next working day: when people are asked to come.
    Instant appointment(Date) const;

private:
    law::Calendar const& calendar_;
    Dice& dice_;
};

}  // namespace maple::app::demo
