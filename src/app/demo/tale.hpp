// One dispute as it is told: a story with its people, sums, places and days filled in.
#pragma once
#include "app/demo/people.hpp"
#include "foundation/json.hpp"

namespace maple::app::demo {

struct FilledPromise {
    int from = 0, to = 1;  // places of the parties: the applicant is 0, the respondent 1
    std::string what, manner;
    std::optional<std::int64_t> fen;
    int due_days = 0;
};

struct Tale {
    Story const* story = nullptr;
    std::string place;          // division code of the community
    std::string kind, facts, request, first_talk, separate_applicant, separate_respondent, record, agreement_facts, terms;
    std::string failure_text, visit_note, session_place;
    json::array parties;        // as the request's form wants them
    std::vector<std::string> languages;  // of the parties: "zh", "ug", "kk"
    std::int64_t claim_fen = 0;
    std::int64_t people = 2;
    bool injury = false;
    std::vector<FilledPromise> promises;
};

struct TaleWishes {
    Story const* story = nullptr;
    std::string place;
    Date requested{};
    std::optional<std::string> applicant;  // a full name that is wanted
    std::optional<std::string> mediator;   // {mediator}
};

Tale tell(Dice&, TaleWishes const&);

}  // namespace maple::app::demo
