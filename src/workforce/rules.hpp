// What the law and the rule pack say about people who serve, as pure decisions.
#pragma once
#include "law/book.hpp"
#include "workforce/events.hpp"

namespace maple::workforce {

// --- Reading a person's service on a day -------------------------------------------------

bool in_force(Engagement const&, Date);
// A certificate's state; "soon" is the number of days before its end that the pack names.
CertificateState state_of(Certificate const&, Date, std::int64_t soon);
// The one that counts on a day: the latest that was not replaced, else the latest; null without one.
Certificate const* certificate_of(Service const&);
Absence const* absence_on(Service const&, Date);

Standing standing_of(registry::Person const&, bool informant, Service const&, Date, std::int64_t soon);

// Whether an expired certificate stops this, by the pack: "appointment", "recording", "lead".
bool expired_stops(law::Book const&, std::string_view act);

// PML art. 13–15, for whoever appoints: a mediator of the roll whose engagement has not run
// out and whom nobody removed; with a certificate that was not revoked. An expired one and
// leave need a reason. Refuses: not_a_mediator, engagement_over, certificate_revoked,
// certificate_expired, on_leave, all at "/person".
Result<void> fit_to_be_appointed(Standing const&, law::Book const&, std::string_view reason);

// --- Deciding ------------------------------------------------------------------------------

// PML art. 9: who elects or recommends the members of a committee of this kind.
std::vector<Body> electing_bodies(registry::OrganisationKind);

struct Engaging {
    Manner manner{};
    std::optional<Body> body;
    Date since{};
    std::optional<Date> until;
    Date born{};  // compared and not kept
};
// PML art. 9, 13, 14. Refuses: whoever has left; a committee that is none; a minor; a body
// that does not elect in such a committee; an end before the beginning; who is engaged already.
Result<PersonEngaged> engage(registry::Person const&, Service const&, registry::Organisation const& committee, Engaging const&,
                             law::Book const&, Key id);

// Resigned or the term over; removal is the end of a complaint. Refuses: an engagement that is
// unknown or ended; a day before it began.
Result<EngagementEnded> end_engagement(Service const&, Key engagement, Date on, Ending as);

// PML art. 16: the subsidy makes up for lost work; who is paid for it already gets none.
Result<Described> describe(Profile profile, std::vector<std::string> const& labels, std::string languages, std::string skills, law::Book const&);

struct Issuing {
    Date valid_from{}, valid_until{};
    bool number_taken = false;        // by somebody else
    std::int64_t training_hours = 0;  // of the last twelve months
    bool reason = false;              // one was given for lacking hours
};
// PML art. 14: trained before a certificate is issued or renewed. Refuses: whoever has left or
// serves as neither mediator nor informant; an end that is past or before the beginning; a
// beginning in the future; a number of somebody else; too few hours without a reason.
Result<void> may_be_certified(registry::Person const&, RollLine const&, Issuing const&, Date today, law::Book const&);
// Refuses: certificate.none (nothing that could be revoked).
Result<void> may_be_revoked(Service const&, registry::Person const&);

// Refuses: a kind that the book does not have; an end before the beginning or past; more than
// a year; days on which the person is away already.
Result<void> may_go_away(Service const&, std::string_view kind, Date first, Date last, Date today, law::Book const&);
// Refuses: absence.unknown, absence.over.
Result<CameBack> come_back(Service const&, Key absence, Date on);

// Refuses: an honour that the book does not have, of the other kind of bearer, of a year to
// come or that the bearer has already.
Result<void> may_be_honoured(std::vector<HonourPaper> const&, std::string_view honour, bool person, std::int64_t year, Date today, law::Book const&);

}  // namespace maple::workforce
