// A party's own matter in plain words, as the code of its receipt opens it: where it stands, what
// the party has to do and by when, who is answerable, what was promised, who opened the file.
#pragma once

#include "dispute/my_mediator.hpp"
#include "dispute/receipt_door.hpp"
#include "dispute/view.hpp"
#include "workforce/complaints.hpp"

namespace maple::acceptance {

enum class Duty { answer_consent, sign, attend, perform, wait, nothing };
BOOST_DESCRIBE_ENUM(Duty, answer_consent, sign, attend, perform, wait, nothing)

struct PromiseView {
    bool mine = false;
    std::string who, to, what;
    std::optional<Fen> amount;
    Date due{};
    dispute::Promise state{};
    bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(PromiseView, (), (mine, who, to, what, amount, due, state, overdue))

struct MeetingView {
    Instant at;
    std::optional<std::string> place;
    dispute::By by{};
};
BOOST_DESCRIBE_STRUCT(MeetingView, (), (at, place, by))

struct Milestone {
    std::string says;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Milestone, (), (says, at))

// An agreement that is being signed: whether it waits for me, and who is missing besides.
struct SigningNotice {
    bool may_sign = false;             // by a link that the mediator made for me
    std::optional<Instant> until;      // that link
    std::optional<Instant> signed_at;  // by me
    bool voided = false;               // I had signed, and the text was changed afterwards
    std::vector<std::string> missing;  // of the others
};
BOOST_DESCRIBE_STRUCT(SigningNotice, (), (may_sign, until, signed_at, voided, missing))

// What the court says of an agreement that it was asked to confirm, in plain words.
struct CourtNewsView {
    std::string says;
    std::optional<std::string> because;          // of a dismissal
    std::optional<dispute::ArticleView> article;
    std::optional<Instant> until;                // its review, or my objection
    std::string until_says;                      // what that moment is
    std::optional<Date> received;                // the ruling, by me
    bool may_tell_receipt = false;               // nobody knows when it reached me, or only I said so
};
BOOST_DESCRIBE_STRUCT(CourtNewsView, (), (says, because, article, until, until_says, received, may_tell_receipt))

// The dispute in which a merged request goes on, as far as it is the party's own.
struct WentIntoView {
    std::string number;
    std::string stage_says;            // where that one stands, in one plain sentence
};
BOOST_DESCRIBE_STRUCT(WentIntoView, (), (number, stage_says))

// Somebody opened the file; with a reason, where the bureau broke the glass.
struct OpeningView {
    Instant at;
    std::string person_name, organisation_name;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(OpeningView, (), (at, person_name, organisation_name, reason))

struct MatterView {
    std::string number, kind_name, place_name;
    dispute::Stage stage{};
    std::string stage_says;            // where the matter stands, in one plain sentence
    dispute::Side side{};
    std::string my_name;
    std::vector<std::string> others;
    Duty duty{};
    std::string duty_says;             // what you need to do, or that there is nothing
    std::optional<Instant> due;        // of what you need to do
    std::string next_says;             // what happens next, and who does it
    std::optional<Instant> next_due;   // of that step: another one's clock, and another day
    std::string organisation_name, phone;
    std::optional<std::string> person_name;
    std::optional<dispute::ArticleView> article;
    dispute::Consent my_consent{};
    bool may_agree = false, may_refuse = false, may_withdraw = false;
    std::vector<MeetingView> meetings;
    std::vector<PromiseView> promises;
    std::optional<std::string> agreement_number;
    std::optional<Instant> agreement_effective_at;
    std::optional<Instant> confirmation_until;   // both may ask the court together until then
    std::optional<CourtNewsView> at_court;       // once the court was asked
    std::optional<SigningNotice> signing;        // of the agreement that is being signed
    bool agreed_in_part = false;                 // a part is agreed, and the rest is still talked about
    std::vector<std::string> still_open;         // the issues of that rest, where they were named
    std::vector<std::string> remedies;           // other roads, where mediation ended without agreement
    std::optional<std::string> ended_because;    // why it was not taken up, or ended without agreement
    std::optional<std::string> advice;           // what the desk told the person who asked
    std::optional<std::string> handed_to, handed_to_phone;
    std::optional<WentIntoView> went_into;       // after a merge; none where nobody can tell that the party is one there
    std::vector<Milestone> milestones;
    std::vector<OpeningView> openings;           // the bureau with its reasons first, then everybody, newest first
    dispute::Tongue language{};
    dispute::MyMediator mediator;
    bool may_complain = false;                   // about the mediator, by this code
    std::vector<workforce::OwnComplaint> complaints;
};
BOOST_DESCRIBE_STRUCT(MatterView, (), (number, kind_name, place_name, stage, stage_says, side, my_name, others, duty, duty_says, due,
                                       next_says, next_due, organisation_name, phone, person_name, article, my_consent, may_agree, may_refuse,
                                       may_withdraw, meetings, promises, agreement_number, agreement_effective_at,
                                       confirmation_until, at_court, signing, agreed_in_part, still_open, remedies, ended_because, advice, handed_to, handed_to_phone, went_into, milestones, openings,
                                       language, mediator, may_complain, complaints))

// The matter as this party may read it: names and terms, never a record of what another said.
MatterView own_matter(Desk&, dispute::Dispute, dispute::Speaker const&);

// Who has no number of their own is reached by the public legal service line.
std::string or_hotline(Desk&, std::string phone);

}  // namespace maple::acceptance
