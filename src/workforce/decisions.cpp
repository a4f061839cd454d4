// The deciding half of rules.hpp.
#include "workforce/rules.hpp"

#include <algorithm>

namespace maple::workforce {
namespace {

using registry::OrganisationKind;

template <class T> bool contains(std::vector<T> const& some, T const& one) { return std::find(some.begin(), some.end(), one) != some.end(); }

int full_years(Date born, Date on)
{
    using namespace std::chrono;
    year_month_day const a{born.day}, b{on.day};
    int years = int(b.year()) - int(a.year());
    if (std::pair(b.month(), b.day()) < std::pair(a.month(), a.day())) --years;
    return years;
}

template <class T> T const* with_id(std::vector<T> const& some, Key id)
{
    auto const found = std::find_if(some.begin(), some.end(), [&](T const& one) { return one.id == id; });
    return found == some.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Body> electing_bodies(OrganisationKind kind)
{
    switch (kind) {
    case OrganisationKind::village_committee: return {Body::villagers_meeting};
    case OrganisationKind::community_committee: return {Body::residents_meeting};
    case OrganisationKind::enterprise_committee: return {Body::staff_congress, Body::union_recommendation};
    // Set up by reference (PML art. 34): named by whoever founded them.
    case OrganisationKind::township_committee:
    case OrganisationKind::subdistrict_committee:
    case OrganisationKind::social_committee: return {Body::founding_organisation};
    default: return {};
    }
}

Result<PersonEngaged> engage(registry::Person const& person, Service const& service, registry::Organisation const& committee,
                             Engaging const& e, law::Book const& book, Key id)
{
    if (person.left_at) return refuse(Because::forbidden_by, "person.left");
    if (!registry::stands_alone(committee.kind) || committee.closed_at) return refuse_field("/organisation", "no_committee", {}, "PML-13");
    if (full_years(e.born, e.since) < book.policy("adult_age"))
        return refuse_field("/born", "not_adult", {{"age", std::to_string(book.policy("adult_age"))}}, "PML-14");
    auto const body = e.manner == Manner::engaged ? Body::committee : e.body.value_or(Body::committee);
    if (e.manner == Manner::elected && !contains(electing_bodies(committee.kind), body)) return refuse_field("/body", "does_not_elect", {}, "PML-9");
    if (e.until && *e.until < e.since) return refuse_field("/until", "before_the_beginning");
    for (auto const& one : service.engagements) {
        bool const over = one.ended_on || (one.until && *one.until < e.since);
        if (!over) return refuse(Because::conflict, "engagement.already");
    }
    return PersonEngaged{{id, person.id, committee.id, e.manner, body, e.since, e.until, {}, {}}};
}

Result<EngagementEnded> end_engagement(Service const& service, Key id, Date on, Ending as)
{
    auto const* one = with_id(service.engagements, id);
    if (!one) return refuse(Because::not_found, "engagement.unknown");
    if (one->ended_on) return refuse(Because::conflict, "engagement.ended");
    if (on < one->since) return refuse_field("/on", "before_the_beginning");
    return EngagementEnded{id, on, as};
}

Result<Described> describe(Profile profile, std::vector<std::string> const& labels, std::string languages, std::string skills, law::Book const& book)
{
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!book.choice("label", labels[i])) return refuse_field("/labels/" + std::to_string(i), "not_in_the_book");
        if (profile.subsidy_eligible && book.serving.no_subsidy.contains(labels[i]))
            return refuse_field("/subsidy_eligible", "paid_for_it_already", {{"label", "@label." + labels[i]}}, "PML-16");
    }
    profile.labels = joined(labels);
    return Described{std::move(profile), std::move(languages), std::move(skills)};
}

Result<void> may_be_certified(registry::Person const& person, RollLine const& roll, Issuing const& issuing, Date today, law::Book const& book)
{
    bool const mediator = contains(roll.serves_as, registry::Service::mediator);
    if (person.left_at) return refuse(Because::forbidden_by, "person.left");
    if (!mediator && !contains(roll.serves_as, registry::Service::informant)) return refuse(Because::forbidden_by, "certificate.no_service", {}, "PML-13");
    if (today < issuing.valid_from) return refuse_field("/valid_from", "in_the_future");
    if (issuing.valid_until < issuing.valid_from) return refuse_field("/valid_until", "before_the_beginning");
    if (issuing.valid_until < today) return refuse_field("/valid_until", "in_the_past");
    if (issuing.number_taken) return refuse_field("/number", "number_taken");
    auto const needed = book.policy("certificate_training_hours");
    if (mediator && issuing.training_hours < needed && !issuing.reason)
        return refuse_field("/reason", "training_first", {{"needed", std::to_string(needed)}, {"hours", std::to_string(issuing.training_hours)}}, "PML-14");
    return {};
}

Result<void> may_be_revoked(Service const& service, registry::Person const& person)
{
    auto const* one = certificate_of(service);
    if (one ? one->revoked : person.certificate.empty()) return refuse(Because::conflict, "certificate.none");
    return {};
}

Result<void> may_go_away(Service const& service, std::string_view kind, Date first, Date last, Date today, law::Book const& book)
{
    if (!book.choice("absence", kind)) return refuse_field("/kind", "not_in_the_book");
    if (last < first) return refuse_field("/last_day", "before_the_beginning");
    if (last < today) return refuse_field("/last_day", "in_the_past");
    if (days_between(first, last) > 366) return refuse_field("/last_day", "more_than_a_year");
    for (auto const& one : service.absences) {
        auto const until = one.ended_on ? plus_days(*one.ended_on, -1) : one.last_day;
        if (one.first_day <= last && first <= until) return refuse(Because::conflict, "absence.overlaps");
    }
    return {};
}

Result<CameBack> come_back(Service const& service, Key id, Date on)
{
    auto const* one = with_id(service.absences, id);
    if (!one) return refuse(Because::not_found, "absence.unknown");
    if (one->ended_on || one->last_day < on) return refuse(Because::conflict, "absence.over");
    return CameBack{id, std::max(on, one->first_day)};
}

Result<void> may_be_honoured(std::vector<HonourPaper> const& held, std::string_view key, bool person, std::int64_t year, Date today, law::Book const& book)
{
    auto const* honour = book.honour(key);
    if (!honour) return refuse_field("/honour", "not_in_the_book");
    if (honour->of_person != person) return refuse_field("/honour", person ? "honour_of_organisations" : "honour_of_persons");
    if (year > year_of(today)) return refuse_field("/year", "in_the_future");
    for (auto const& one : held)
        if (one.honour == key && one.year == year && !one.withdrawn_on) return refuse(Because::conflict, "honour.already");
    return {};
}

}  // namespace maple::workforce
