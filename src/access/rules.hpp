// The one policy point. Deny by default: a role has a right only where a row of the table
// says so, and only inside the organisation of its grant and what lies below it; what it sees
// of a dispute follows from what it is to that dispute.
#pragma once
#include "access/caller.hpp"
#include "foundation/kept.hpp"


namespace maple::access {

// What a route needs. Every route names one; there is no route without.
enum class Right {
    anyone,        // no account: residents, health, what the law says
    signed_in,     // any account: my own things
    take_in,       // request, accept, refuse, advise, transfer, record on the spot
    divert,        // grade, divert, escalate
    receive,       // sign for a diverted dispute, return it, appoint a mediator
    mediate,       // everything in the mediation room; also for the appointed mediator in person
    plan_sessions, // when and where a session is: plan it, move it, cancel it; not hold it, not record it
    end_mediation, // end it without agreement and deliver the notice: who mediates, or, while nobody presides, the answerable desk
    seal,          // the committee's seal on an agreement
    follow_up,     // performance, return visits
    archive,       // close the dossier
    read_dispute,  // see a dispute's file
    add_paper,     // put a paper, picture or recording into a dispute's file, and withdraw it
    see_papers,    // look at them, as far as each is for one's eyes
    read_figures,  // indicators, and the way down to the disputes behind them
    refer,         // an agency's own referrals
    answer_referral,
    answer_call,   // a department's own answers to a call for joint mediation
    give_advice,   // in a case conference to which one was invited
    report_lead,   // an informant's own leads
    triage_lead,
    administer,    // organisations, people, accounts
    see_accounts,  // accounts, their roles and state: who opens them and who grants roles
    secure,        // roles, second factors, lock-outs, sessions
    audit,         // the audit journal
    see_people,    // the pages of organisations, committees and people who serve
    lead_people,   // one's own people: leave, absence, apprentices
    keep_places,   // rooms where sessions are held: name, seats, opening hours
    keep_organisations,  // open, describe, move, merge and close them
    keep_people,   // terms, certificates, training, grades, honours, complaints, sanctions
    review_quality,  // draw samples of archived dossiers, review them
    break_glass,   // open what is not open to one, with a reason, for a time, in sight of everybody
    demonstrate,   // the demo's bar and clock; no such right outside demo mode
};
BOOST_DESCRIBE_ENUM(Right, anyone, signed_in, take_in, divert, receive, mediate, plan_sessions, end_mediation, seal, follow_up, archive, read_dispute, add_paper, see_papers,
                    read_figures, refer, answer_referral, answer_call, give_advice, report_lead, triage_lead, administer, see_accounts, secure, audit, see_people, lead_people, keep_places,
                    keep_organisations, keep_people, review_quality, break_glass, demonstrate)

// What of a dispute (or referral, or lead) the policy looks at: plain facts.
struct Matter {
    std::vector<std::string> scopes = {};  // paths of the organisations that have or had a turn at it
    std::vector<Key> persons = {};         // the appointed mediators
    Key registrar{};                       // who wrote the request down, until a mediator is appointed
    std::vector<Key> apprentices = {};     // who sits in by consent of all parties
    std::vector<Key> participants = {};    // advisers and helpers invited by consent of all, until it is concluded
    std::vector<std::string> called = {};  // paths of departments that were called and have not handed back
    std::vector<Key> consulted = {};       // invited to a case conference, until its papers are taken back
    std::vector<Key> glass = {};           // whose broken glass has not closed again
    std::vector<Key> hands = {};           // whoever mediated it at any time: never its reviewer
    bool restricted = false;               // kept and no longer used: names and words for broken glass only
    std::string answering = {};            // path of the organisation that answers for it now
    bool presided = false;                 // somebody sits in the chair
};

// What somebody is to a matter. One may be several things.
enum class Relation {
    desk,         // a clerk of an organisation that has or had a turn at it
    director,     // of such an organisation, or of one above it
    registrar,    // wrote it down; until a mediator is appointed
    mediator,     // appointed to it
    apprentice,   // sits in, by consent of all parties
    participant,  // an adviser or helper with an account, invited by consent of all parties
    called_department,  // called for joint mediation: on a page of its own, until it hands back
    consulted,    // invited to a case conference: its question and the papers chosen for it, on a page of its own
    supervisor,   // of a bureau above
    glass_breaker,  // of the bureau, with a reason, for a time
    agency,       // referred it: hears what became of it, on a page of its own
    party,        // by the code of its receipt: a page of its own
};
BOOST_DESCRIBE_ENUM(Relation, desk, director, registrar, mediator, apprentice, participant, called_department,
                    consulted, supervisor, glass_breaker, agency, party)

// Everything that the caller is to the matter. The agency that referred it, the parties and who is
// consulted come through doors of their own (linkage, acceptance, mediation) and are never among these.
std::vector<Relation> relations(Caller const&, Matter const&);

// Whether a relation sees texts of a class; `party`, `agency` and `consulted`: on their own pages.
bool sees(Relation, FieldClass);
bool may_ask_for_contacts(Relation);

// What the caller sees of the matter.
struct Sight {
    bool open = false;
    bool personal = false;
    bool sealed = false;
    bool contacts = false;  // may ask for one to be told unmasked; the asking is written down
    bool counsel = false;
    bool of(FieldClass c) const
    {
        return c == FieldClass::open ? open : c == FieldClass::personal ? personal : c == FieldClass::counsel ? counsel : sealed;
    }
    auto operator<=>(Sight const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sight, (), (open, personal, sealed, contacts, counsel))
Sight sight(Caller const&, Matter const&);

// Whether a role is given a right at all.
bool gives(Role, Right);
// Whether the role has the right by being something to the matter in person, not by the
// organisation of its grant.
bool by_person(Role, Right);
// Whether the caller has the right somewhere; what a route asks before anything is read.
bool may(Caller const&, Right);
// Whether the caller has the right for this matter.
bool may(Caller const&, Right, Matter const&);
// Whether the caller has the right in this organisation (its path): for what begins there, as
// a mediator's request does; what is there already is a matter.
bool may_in(Caller const&, Right, std::string_view scope);

// The paths in which the caller has the right: for lists. A mediator's own disputes come besides.
std::vector<std::string> scopes_of(Caller const&, Right);

// "/A/B/" lies in "/A/".
inline bool lies_in(std::string_view path, std::string_view scope) { return !scope.empty() && path.starts_with(scope); }

}  // namespace maple::access
