// Who is answerable, for which next step, by when, and what the law says about it: the
// same object on the desk, in the file and on the resident's page. Pure.
#pragma once
#include "dispute/life.hpp"
#include "law/clock.hpp"

namespace maple::dispute {

enum class Action {
    decide_acceptance, grade_and_divert, ask_consent, sign_for, appoint_mediator, tell_rights, plan_session,
    hold_session, reach_agreement, collect_signatures, affix_seal, terminate, deliver_termination, report_risk,
    check_performance, urge_performance, make_visit, archive, resume_mediation, disclose, decide_conflict, call_off_session,
};
BOOST_DESCRIBE_ENUM(Action, decide_acceptance, grade_and_divert, ask_consent, sign_for, appoint_mediator, tell_rights,
                    plan_session, hold_session, reach_agreement, collect_signatures, affix_seal, terminate,
                    deliver_termination, report_risk, check_performance, urge_performance, make_visit, archive,
                    resume_mediation, disclose, decide_conflict, call_off_session)

struct Next {
    Action action{};
    Key organisation{};   // answerable
    Key person{};         // and this person, once there is one
    std::optional<Instant> due;
    std::vector<law::Clause> why;
    std::string statute;
    std::string_view deed;  // the command that does it
    std::string subject;    // shown key of the party, session, agreement or promise concerned, "" for the dispute
    std::string clock;      // the rule of time behind `due`, "" where an appointment or a promise sets it
};

// Nothing when the dispute is over.
std::optional<Next> next_step(Dispute const&, law::Book const&, Instant now);
// The same as this party is told it: nothing of a danger that one of them spoke of nor of what keeps them
// apart, and no hour of a session to which it is not called.
std::optional<Next> next_step_for_party(Dispute, law::Book const&, Key party, Instant now);

// A court has filed the case and entrusted its mediation, be it in ordinary or simplified procedure: what
// is agreed goes to that court, which makes a mediation document of it or lets the suit be withdrawn
// (SPC16 art. 20). Nobody asks for confirmation.
bool after_filing(Dispute const&);

// Whether the court may be asked to confirm this agreement, be it in time or not: it is effective and
// in writing (JI22-354), of a kind that a court confirms, no court has the case already, and no request
// runs or has succeeded (PML art. 33).
bool may_go_to_court(Dispute const&, law::Book const&, Agreement const&);

// Every clock that runs now: of mediation and of its pause, of the way to the court, of the return visit.
std::vector<law::Due> clocks(Dispute const&, law::Book const&, Instant now);

// Until when one applicant may object to the ruling: from the day on which it received it (JI22 art. 372);
// while nobody knows that day, from the day of the ruling, the first that it can be.
struct Objecting {
    Key party{};
    std::optional<Date> received;
    law::Due until;
};

// What runs at the court that was asked to confirm an agreement: its review, from the docket (CPL art.
// 187); after the ruling that it is valid, until when each applicant may object, and a third person (JI22
// art. 372), whose time counts from knowing: the day of the ruling is the first that it can be.
struct CourtClocks {
    std::optional<law::Due> review, third_party;
    std::vector<Objecting> objections;
};
CourtClocks court_clocks(Agreement const&, law::Book const&, Instant now);

// How it stands with the request, and the article behind it.
enum class AtCourt { asked, docketed, valid, dismissed, not_accepted, withdrawn };
BOOST_DESCRIBE_ENUM(AtCourt, asked, docketed, valid, dismissed, not_accepted, withdrawn)
struct CourtNews {
    AtCourt stands{};
    std::string_view statute;
};
CourtNews court_news(Confirmation const&);

// The day on which this party received the ruling, as far as it is known.
std::optional<Date> ruling_received(Confirmation const&, Key party);

// In effect, and no request for confirmation runs or has succeeded: the parties may ask (anew).
bool confirmation_open(Agreement const&);

// The rule of that clock: whether it may be stopped or extended. Null only in a book without clocks.
law::ClockRule const* mediation_rule(Dispute const&, law::Book const&);

// The clock of mediation of this dispute: by its kind, or by the court that sent it.
law::Due mediation_clock(Dispute const&, law::Book const&, Instant now);

// When the return visit is due: after the last promise was settled (or the termination).
std::optional<law::Due> visit_clock(Dispute const&, law::Book const&, Instant now);

}  // namespace maple::dispute
