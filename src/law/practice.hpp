// How a mediator works: the methods step by step, smaller techniques, the questions from which the
// program suggests a method, what going to court usually means, and sentences to tick. Reminders, in
// the mediator's own words; the mediator chooses. Data of the rule pack (methods.toml,
// court_outlook.toml, phrases.toml).
#pragma once
#include "law/book.hpp"

namespace maple::law {

struct PracticeStep {
    std::string key;
    Wording act;      // what to do
    Wording say;      // the mediator's own words, to be spoken as they stand
    int minutes = 0;  // a rough measure
};

struct WriteDown {
    Wording what;
    std::string statute;
};

struct Method {
    std::string key;
    Wording name;
    std::string statute;
    std::string sheet;                   // key of a form for each side; "" for none
    std::vector<std::string> suits;      // kinds of dispute
    std::vector<std::string> intensity;  // "calm", "tense", "open_conflict"
    std::vector<std::string> asks;       // questions whose yes speaks for it
    std::vector<std::string> bars;       // kinds of open risk that stop the suggestion
    Wording why;
    std::vector<Wording> prompts, not_when, prepare, phrases;
    std::vector<WriteDown> write_down;
    std::vector<PracticeStep> steps;
};

struct Technique {
    std::string key;
    Wording name, says, not_when;
    std::string statute;
};

struct PracticeQuestion {
    std::string key;
    Wording ask;
};

// A step of a fee: `flat` fen, and `rate` parts of ten thousand of what lies within it.
struct FeeStep {
    std::optional<std::int64_t> up_to;  // fen; the last step has no end
    std::int64_t flat = 0;
    std::int64_t rate = 0;
};

struct CourtFee {
    std::string key;
    Wording name;
    bool by_steps = false;              // of the whole amount
    std::int64_t from = 0, to = 0;      // fen; the same when it is fixed
    std::int64_t free_up_to = 0;        // fen of the amount that cost no more
    std::vector<FeeStep> over;          // on what exceeds it
    std::string statute;
};

struct Outlook {
    std::string kind;
    int months_least = 0, months_most = 0;
    std::string fee;
    Wording cost_notes, best, worst, proof;
    Wording before;                     // what has to come before a suit; empty for nothing
    std::string statute;
};

// What lowers a fee: `rate` parts of ten thousand of it remain.
struct Reduction {
    std::string key;
    Wording name;
    std::int64_t rate = 0;
    std::string statute;
};

// How long a court may take, in months, or in days where the law counts days.
struct CourtTime {
    std::string key;
    Wording name;
    int months = 0, days = 0, extension = 0;
    std::string statute;
};

struct OutlookNote {
    std::string key;
    std::vector<std::string> kinds;     // none: every kind
    Wording says;
    std::string statute;
};

struct Phrase {
    std::string key;
    std::vector<std::string> kinds;     // none: every kind
    std::string part;                   // "facts", "talk", "result", "promise", "notice"
    Wording text;                       // with gaps {applicant} {respondent} {place} {amount} {date}
    bool oral = false;                  // only where an oral agreement is allowed
    std::vector<std::string> bars;      // open risks with which it is not offered
    std::string statute;
};

struct Practice {
    std::vector<Method> methods;
    std::vector<Technique> techniques;
    std::vector<PracticeQuestion> questions;
    std::vector<FeeStep> court_fee;
    std::vector<CourtFee> fees;
    std::vector<Outlook> outlooks;
    std::vector<OutlookNote> notes;
    std::vector<Reduction> reductions;
    std::vector<CourtTime> times;
    std::vector<FeeStep> enforcement_fee;
    std::vector<Phrase> phrases;

    Method const* method(std::string_view key) const;
    Outlook const* outlook(std::string_view kind) const;
};

// The steps summed up over an amount, in fen, rounded down to the fen.
std::int64_t fee_by_steps(std::vector<FeeStep> const&, std::int64_t amount);

struct FeeRange {
    std::int64_t least = 0, most = 0;   // fen
};
// What the court charges in first instance for a claim of this amount (nothing: no money is
// claimed), before any reduction (FEE art. 13). Nothing for a kind without an outlook.
std::optional<FeeRange> court_fee(Practice const&, std::string_view kind, std::optional<std::int64_t> amount);

// Which methods to think of, the most fitting first; each with why. Only facts of the dispute
// count: its kind, how heated it is, what the mediator answered, which risks stand open.
struct Suggestion {
    Method const* method = nullptr;
    int speaks_for = 0;                  // how many facts do
    std::vector<std::string> because;    // "kind", "intensity", or keys of questions
    std::vector<std::string> barred_by;  // kinds of open risks: then it is not suggested
};
std::vector<Suggestion> suggest(Practice const&, std::string_view kind, std::string_view intensity,
                                std::vector<std::string> const& yes, std::vector<std::string> const& open_risks);

}  // namespace maple::law
