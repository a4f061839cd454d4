// Complaints about mediators for the rooms above: a party complains by the code of its
// receipt; a decision that ends a service also ends appointments, which are the dispute's.
#pragma once
#include "access/desk.hpp"
#include "foundation/form.hpp"
#include "workforce/complaint.hpp"

#include <functional>

namespace maple::workforce {

struct NewComplaint {
    Key person{};
    Misconduct kind{};
    BroughtBy brought_by{};
    std::string words, complainant, contact;
    Key dispute{}, party{};
    Key entered_by{};
};
// No policy is asked here. Refuses: person.unknown; complaint.no_mediator.
Complaint receive_complaint(Desk&, NewComplaint const&);

// What a party sees of its own complaints: where they stand and what it was told.
struct OwnComplaint {
    Misconduct kind{};
    std::string kind_name;
    ComplaintStatus status{};
    std::string status_name;
    Instant received_at;
    Instant answer_by;
    std::optional<Instant> answered_at;
    std::optional<std::string> answer;
};
BOOST_DESCRIBE_STRUCT(OwnComplaint, (), (kind, kind_name, status, status_name, received_at, answer_by, answered_at, answer))
std::vector<OwnComplaint> complaints_of(Desk&, Key dispute, Key party);

struct LostDispute {
    Key dispute{};
    std::string number;
};
BOOST_DESCRIBE_STRUCT(LostDispute, (), (dispute, number))

struct ComplaintView {
    Key id{};
    std::int64_t version = 0;
    Key person{};
    std::string person_name, organisation_name;
    ComplaintStatus status{};
    std::string status_name;
    Misconduct kind{};
    std::string kind_name;
    BroughtBy brought_by{};
    std::string brought_by_name;
    Instant received_at;
    std::optional<Instant> due_at;
    bool overdue = false;
    KeptStory words;                                          // for those who examine it
    KeptName complainant;                                     // likewise
    KeptPhone contact;                                        // likewise
    std::string entered_by_name;                              // likewise
    std::optional<Instant> examined_at;
    std::optional<bool> well_founded;
    KeptStory findings, heard;
    std::optional<Instant> decided_at;
    std::optional<Outcome> outcome;
    std::string outcome_name, decided_by_name;
    std::optional<Date> decided_on;
    std::optional<std::string> minutes;
    KeptStory note;
    std::vector<LostDispute> waiting;                         // disputes that still lack a mediator by it
    std::optional<Instant> answered_at;
    std::string answered_by_name;
    KeptStory answer;
    bool by_receipt = false;                                  // the answer is shown on the party's own page
    Engaged engaged{};                                        // how the person is bound, for the outcome
    std::vector<std::string> electing;                        // bodies that could remove
    std::vector<std::string> allowed;                         // "examine", "decide", "answer"
};
BOOST_DESCRIBE_STRUCT(ComplaintView, (), (id, version, person, person_name, organisation_name, status, status_name, kind, kind_name,
                                          brought_by, brought_by_name, received_at, due_at, overdue, words, complainant, contact,
                                          entered_by_name, examined_at, well_founded, findings, heard, decided_at, outcome, outcome_name,
                                          decided_by_name, decided_on, minutes, note, waiting, answered_at, answered_by_name, answer,
                                          by_receipt, engaged, electing, allowed))

struct DecideComplaint {
    Key complaint{};
    Outcome outcome{};
    std::optional<Body> body;         // that elected, when it removes
    std::optional<Date> decided_on;
    OptionalLine minutes;
    OptionalNarrative note;
};
BOOST_DESCRIBE_STRUCT(DecideComplaint, (), (complaint, outcome, body, decided_on, minutes, note))

// Decides a complaint. Removal and dismissal end engagement, certificate, roles, sessions and
// accounts at once; `end_appointments` ends the appointments and gives the disputes that lost
// their mediator. Refuses like `decide` (complaint.hpp); complaint.unknown; not_allowed.
ComplaintView decide_complaint(Desk&, DecideComplaint const&, std::function<std::vector<Key>(Key person)> const& end_appointments);

}  // namespace maple::workforce
