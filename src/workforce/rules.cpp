#include "workforce/rules.hpp"

#include <algorithm>

namespace maple::workforce {
namespace {

bool soon_over(std::optional<Date> until, Date on, std::int64_t soon) { return until && days_between(on, *until) <= soon; }

// Somebody whom nobody gave a certificate in this room has the one that the roll knows of.
CertificateFacts of_the_roll(registry::Person const& person, Date on, std::int64_t soon)
{
    CertificateFacts facts{person.certificate, "", {}, person.certificate_until, CertificateState::none};
    if (person.certificate.empty()) return facts;
    facts.state = !registry::certificate_valid(person, on) ? CertificateState::expired
                  : soon_over(person.certificate_until, on, soon) ? CertificateState::expires_soon : CertificateState::valid;
    return facts;
}

}  // namespace

bool in_force(Engagement const& e, Date on)
{
    return e.since <= on && (!e.until || on <= *e.until) && (!e.ended_on || on < *e.ended_on);
}

CertificateState state_of(Certificate const& c, Date on, std::int64_t soon)
{
    if (c.revoked) return CertificateState::revoked;
    if (c.valid_until && *c.valid_until < on) return CertificateState::expired;
    return soon_over(c.valid_until, on, soon) ? CertificateState::expires_soon : CertificateState::valid;
}

Certificate const* certificate_of(Service const& service)
{
    Certificate const* latest = nullptr;
    for (auto const& one : service.certificates)
        if (!latest || latest->id < one.id) latest = &one;
    return latest;
}

Absence const* absence_on(Service const& service, Date on)
{
    for (auto const& one : service.absences)
        if (one.first_day <= on && on <= one.last_day && (!one.ended_on || on < *one.ended_on)) return &one;
    return nullptr;
}

Standing standing_of(registry::Person const& person, bool informant, Service const& service, Date on, std::int64_t soon)
{
    Standing s;
    s.person = person.id;
    s.organisation = person.organisation;
    s.mediator = person.mediator;
    s.informant = informant;
    s.left = person.left_at && date_in_beijing(*person.left_at) <= on;
    s.languages = split(person.languages);
    s.skills = split(person.skills);
    for (auto const& one : service.engagements) {
        if (in_force(one, on)) {
            s.engaged = one.manner == Manner::elected ? Engaged::elected : Engaged::engaged;
            s.engaged_since = one.since;
            s.engaged_until = one.until;
        }
        if (one.ended_as == Ending::removed || one.ended_as == Ending::dismissed) s.removed = s.removed || *one.ended_on <= on;
    }
    s.engagement_over = s.engaged == Engaged::none &&
        std::any_of(service.engagements.begin(), service.engagements.end(), [&](Engagement const& e) { return e.since <= on; });
    if (service.profile) {
        s.staffing = service.profile->staffing;
        s.labels = split(service.profile->labels);
        s.areas = split(service.profile->areas);
        s.subsidy_eligible = service.profile->subsidy_eligible;
    }
    if (auto const* absence = absence_on(service, on)) {
        s.away = true;
        s.away_until = absence->last_day;
        s.away_kind = absence->kind;
    }
    if (auto const* c = certificate_of(service)) s.certificate = {c->number, c->issuer, c->valid_from, c->valid_until, state_of(*c, on, soon)};
    else s.certificate = of_the_roll(person, on, soon);
    return s;
}

bool expired_stops(law::Book const& book, std::string_view act) { return book.serving.expired_stops.contains(act); }

Result<void> fit_to_be_appointed(Standing const& s, law::Book const& book, std::string_view reason)
{
    if (s.left || s.removed || !s.mediator || s.certificate.state == CertificateState::none)
        return refuse_field("/person", "not_a_mediator", {}, s.removed ? "PML-15" : "PML-13");
    if (s.engagement_over) return refuse_field("/person", "engagement_over", {}, "PML-13");
    if (s.certificate.state == CertificateState::revoked) return refuse_field("/person", "certificate_revoked");
    if (s.certificate.state == CertificateState::expired && expired_stops(book, "appointment") && reason.empty()) return refuse_field("/person", "certificate_expired");
    if (s.away && reason.empty()) return refuse_field("/person", "on_leave", {{"until", iso(*s.away_until)}});
    return {};
}

}  // namespace maple::workforce
