// What is open to who was promised something and did not get it (roads.toml): each road with what it
// asks for, its clock and its papers. Which of them is open in a dispute is decided in
// resolution/roads; here they are data.
#pragma once
#include "law/book.hpp"

namespace maple::law {

// What a road asks of the facts; resolution/roads says yes or no to each.
enum class RoadNeeds {
    due,             // the day of the promise has passed
    owed,            // something is still owed
    money,           // money or securities are owed
    worker_money,    // wages, injury costs or severance are owed to a worker
    labour,          // a labour dispute
    not_labour,
    written,         // a written agreement
    confirmable,     // no bar to confirmation stands
    not_applied,     // nobody has asked the court to confirm it, or the court has said no
    confirmed,       // the court has confirmed the agreement
    not_confirmed,
    not_reopened,    // no new dispute has been begun from this one
};
BOOST_DESCRIBE_ENUM(RoadNeeds, due, owed, money, worker_money, labour, not_labour, written, confirmable, not_applied, confirmed,
                    not_confirmed, not_reopened)

// From when a road's clock runs.
enum class RoadFrom {
    effective,  // the day the agreement took effect
    due,        // the last day for performance; a part performed later begins it anew (CC art. 195)
};
BOOST_DESCRIBE_ENUM(RoadFrom, effective, due)

// What the house can do at once.
enum class RoadStep { none, reopen, confirm, print };
BOOST_DESCRIBE_ENUM(RoadStep, none, reopen, confirm, print)

struct Road {
    std::string key;      // "reopen", "payment_order"
    Wording name;
    Wording says;         // to staff: what it is and what it brings
    Wording plain;        // to a party, in plain words
    std::string statute;
    std::vector<RoadNeeds> needs;
    std::string clock;    // of clocks.toml, "" for none
    RoadFrom from{};
    bool together = false;       // both sides have to ask for it
    std::vector<Wording> asks;   // what people have to make sure of; the program cannot know it
    std::vector<Wording> papers;
    RoadStep step{};
    std::string form;     // that is printed, where the step is to print
};

// Whether the one to whom a promise of this nature is owed may give it up.
enum class Waiver { free, when_due, never };
BOOST_DESCRIBE_ENUM(Waiver, free, when_due, never)

struct Roads {
    std::vector<Road> all;  // the nearest first
    std::map<std::string, Waiver, std::less<>> waivers;         // by the nature of the promise
    std::map<std::string, std::string, std::less<>> statutes;   // that say so
    std::set<std::string, std::less<>> worker_money;            // natures for which LAB art. 16 gives a payment order

    Road const* road(std::string_view key) const;
};

}  // namespace maple::law
