#include "workforce/events.hpp"

#include <algorithm>

namespace maple::workforce {
namespace {

template <class T> T* with_id(std::vector<T>& some, Key id)
{
    auto const found = std::find_if(some.begin(), some.end(), [&](T const& one) { return one.id == id; });
    return found == some.end() ? nullptr : &*found;
}

// The roll knows the certificate that counts.
void take_up(Papers& p, CertificatePaper const& paper)
{
    p.certificates.push_back(paper);
    p.roll.certificate = paper.number;
    p.roll.certificate_until = paper.valid_until;
}

}  // namespace

void evolve(Papers& p, PersonEngaged const& e)
{
    p.engagements.push_back(e.engagement);
    auto& serves = p.roll.serves_as;
    if (std::find(serves.begin(), serves.end(), registry::Service::mediator) == serves.end())
        serves.insert(serves.begin(), registry::Service::mediator);
}

void evolve(Papers& p, EngagementEnded const& e)
{
    if (auto* one = with_id(p.engagements, e.engagement)) {
        one->ended_on = e.on;
        one->ended_as = e.as;
    }
    // PML art. 13: whom no committee has elected or engaged is no mediator.
    if (std::all_of(p.engagements.begin(), p.engagements.end(), [](Engagement const& one) { return one.ended_on.has_value(); }))
        std::erase(p.roll.serves_as, registry::Service::mediator);
}

void evolve(Papers& p, Described const& e)
{
    p.profile = e.profile;
    p.roll.languages = e.languages;
    p.roll.skills = e.skills;
}

void evolve(Papers& p, CertificateIssued const& e) { take_up(p, e.certificate); }

void evolve(Papers& p, CertificateRenewed const& e)
{
    if (auto* old = with_id(p.certificates, e.replaces)) old->ended_on = e.certificate.valid_from;
    take_up(p, e.certificate);
}

void evolve(Papers& p, CardMade const& e) { take_up(p, e.certificate); }

void evolve(Papers& p, CertificateRevoked const& e)
{
    if (auto* one = with_id(p.certificates, e.certificate)) {
        one->ended_on = e.on;
        one->revoked = true;
    }
    p.roll.certificate = {};
    p.roll.certificate_until.reset();
}

void evolve(Papers& p, WentAway const& e) { p.absences.push_back(e.absence); }

void evolve(Papers& p, CameBack const& e)
{
    if (auto* one = with_id(p.absences, e.absence)) one->ended_on = e.on;
}

void evolve(Papers& p, GradeGranted const& e)
{
    for (auto& one : p.grades)
        if (!one.ended_on) one.ended_on = e.grade.granted_on;
    p.grades.push_back(e.grade);
}

void evolve(Papers& p, GradeWithdrawn const& e)
{
    if (auto* one = with_id(p.grades, e.grade)) one->ended_on = e.on;
}

void evolve(Papers& p, Honoured const& e) { p.honours.push_back(e.honour); }

void evolve(Papers& p, HonourWithdrawn const& e)
{
    if (auto* one = with_id(p.honours, e.honour)) one->withdrawn_on = e.on;
}

bool tell(Papers& papers, std::string_view deed, std::string_view body)
{
    bool known = false;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Events>>([&](auto identity) {
        using Event = typename decltype(identity)::type;
        if (known || deed != Event::deed) return;
        known = true;
        evolve(papers, from_record<Event>(body));
    });
    return known;
}

}  // namespace maple::workforce
