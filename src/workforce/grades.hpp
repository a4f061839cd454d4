// The grades of mediators: what the rule pack asks for, what the closed disputes and the
// training show, and whether a grade may be granted. It is about eligibility: nobody is
// compared with anybody else, and only the bureau and the person concerned see the numbers.
#pragma once
#include "workforce/rules.hpp"

namespace maple::workforce {

// What was counted for one grade, over the years that it looks back.
struct Evidence {
    std::int64_t years = 0;           // of service, full ones
    std::int64_t disputes = 0;        // concluded in the chair
    std::int64_t agreed = 0;
    std::int64_t oral = 0;            // of the agreed ones
    std::int64_t fallen_due = 0;      // agreements whose last promise has fallen due
    std::int64_t kept = 0;            // of those
    std::int64_t escalated = 0;       // ended as a crime or another body's matter
    std::int64_t training_hours = 0;  // of the last twelve months
};

// Each criterion of a grade with its number. A share of nothing is 0 for "at least" and for "at most".
std::vector<Finding> judge(law::MediatorGrade const&, Evidence const&);
bool all_met(std::vector<Finding> const&);

// The grade that counts on a day; null without one.
GradePaper const* grade_on(Papers const&, Date);

struct Granting {
    std::string grade;
    registry::Level bureau{};  // of the organisation that grants
    bool to_oneself = false;
    bool reason = false;
    bool mediator = false;     // serves as one
};
// Refuses: whoever is no mediator; oneself; a grade that the book does not have; a bureau that
// does not grant it; criteria that are not met, without a reason; a grade held for long still.
Result<void> may_be_granted(Papers const&, Granting const&, std::vector<Finding> const&, Date today, law::Book const&);

}  // namespace maple::workforce
