// Engaging mediators, what they are, and leave.
#include "registry/roll.hpp"
#include "workforce/folder.hpp"
#include "workforce/parts.hpp"
#include "workforce/rules.hpp"
#include "workforce/views.hpp"

namespace maple::workforce {
namespace {

using access::Right;
using registry::Organisation;

constexpr std::string_view tongues[] = {"zh", "ug", "kk", "mn", "en", "other"};

template <int Min, int Max> std::vector<std::string> words_of(std::vector<Text<Min, Max>> const& texts)
{
    std::vector<std::string> words;
    for (auto const& one : texts)
        if (std::find(words.begin(), words.end(), one.str()) == words.end()) words.push_back(one.str());
    return words;
}

// Languages are those of the house, skills are kinds of the book, areas official divisions.
void check_lists(Desk& desk, std::vector<std::string> const& languages, std::vector<std::string> const& skills, std::vector<std::string> const& areas)
{
    Problems faults;
    for (std::size_t i = 0; i < languages.size(); ++i)
        if (std::find(std::begin(tongues), std::end(tongues), languages[i]) == std::end(tongues)) faults.push_back({"/languages/" + std::to_string(i), "unknown_language"});
    for (std::size_t i = 0; i < skills.size(); ++i)
        if (!desk.book().kind(skills[i])) faults.push_back({"/skills/" + std::to_string(i), "unknown_kind"});
    for (std::size_t i = 0; i < areas.size(); ++i)
        if (!registry::division(desk, areas[i])) faults.push_back({"/areas/" + std::to_string(i), "unknown_division"});
    if (!faults.empty()) throw Refused({Because::invalid, "form.invalid", {}, {}, std::move(faults)});
}

// The committee that elects or engages: the organisation itself, or that of a room or centre.
Organisation committee_behind(Desk& desk, Key organisation)
{
    auto const at = registry::find_organisation(desk, organisation);
    if (!at) throw Refused(refuse_field("/organisation", "unknown_organisation"));
    if (!registry::is_committee(at->kind)) throw Refused(refuse_field("/organisation", "no_committee", {}, "PML-13"));
    return registry::committee_of(desk, *at);
}

// --- Engaging ---------------------------------------------------------------------------------

struct Engage {
    Key person{};
    std::optional<Key> organisation;  // the committee; none: that of where the person serves
    Manner manner{};
    std::optional<Body> body;         // who elected
    Date since{};
    std::optional<Date> until;
    Date born{};                      // compared with the age of majority and not kept
};
BOOST_DESCRIBE_STRUCT(Engage, (), (person, organisation, manner, body, since, until, born))

PersonPage engage_person(Desk& desk, Engage const& ask)
{
    auto const [person, sight] = see(desk, ask.person);
    must(sight.in_charge() && !sight.self);
    auto const committee = committee_behind(desk, ask.organisation.value_or(person.organisation));
    must(sight_in(desk, committee.path).in_charge() || !ask.organisation);
    auto folder = Folder::open(desk, person.id);
    folder.record(engage(person, folder.service(), committee, {ask.manner, ask.body, ask.since, ask.until, ask.born}, desk.book(), new_key()).value());
    folder.put_back();
    return person_page(desk, person.id);
}

struct NewMediator {
    Key organisation{};
    Name name;
    Text<0, 20> phone;
    Manner manner{};
    std::optional<Body> body;
    Date since{};
    std::optional<Date> until;
    Date born{};
    std::optional<Staffing> staffing;
    std::vector<Text<1, 40>> labels;
    std::vector<Text<1, 8>> languages;
    std::vector<Text<1, 40>> skills;
    std::vector<Text<4, 12>> areas;
    bool subsidy_eligible = false;
};
BOOST_DESCRIBE_STRUCT(NewMediator, (), (organisation, name, phone, manner, body, since, until, born, staffing, labels, languages, skills, areas,
                                        subsidy_eligible))

// Registers a person and notes how he or she became a mediator, in one stroke.
PersonPage engage_new(Desk& desk, NewMediator const& ask)
{
    auto const at = registry::find_organisation(desk, ask.organisation);
    if (!at) throw Refused(refuse_field("/organisation", "unknown_organisation"));
    must(sight_in(desk, at->path).in_charge());
    auto const committee = committee_behind(desk, ask.organisation);
    auto const languages = words_of(ask.languages), skills = words_of(ask.skills), areas = words_of(ask.areas);
    check_lists(desk, languages, skills, areas);
    registry::Registrar registrar(desk);
    registry::NewPerson wanted{{}, at->id, ask.name, ask.phone, joined(languages), joined(skills), {registry::Service::mediator}, "", {}};
    auto const person = registrar.add(wanted);
    auto folder = Folder::fresh(desk, person, wanted.serves_as);
    folder.record(engage(person, {}, committee, {ask.manner, ask.body, ask.since, ask.until, ask.born}, desk.book(), new_key()).value());
    Profile profile{person.id, ask.staffing, "", joined(areas), ask.subsidy_eligible};
    folder.record(describe(profile, words_of(ask.labels), joined(languages), joined(skills), desk.book()).value());
    registrar.write();
    folder.put_back();
    return person_page(desk, person.id);
}

struct EndEngagement {
    Key person{};
    Key engagement{};
    bool term_over = false;   // else the person resigned
    std::optional<Date> on;   // none: today
};
BOOST_DESCRIBE_STRUCT(EndEngagement, (), (person, engagement, term_over, on))

PersonPage end_it(Desk& desk, EndEngagement const& ask)
{
    auto const [person, sight] = see(desk, ask.person);
    must(sight.in_charge() && !sight.self);
    auto folder = Folder::open(desk, person.id);
    auto const on = ask.on.value_or(date_in_beijing(desk.now));
    folder.record(end_engagement(folder.service(), ask.engagement, on, ask.term_over ? Ending::term_over : Ending::resigned).value());
    folder.put_back();
    return person_page(desk, person.id);
}

// --- What a person is ----------------------------------------------------------------------------

struct Describe {
    Key person{};
    std::optional<Staffing> staffing;
    std::vector<Text<1, 40>> labels;
    std::vector<Text<1, 8>> languages;
    std::vector<Text<1, 40>> skills;
    std::vector<Text<4, 12>> areas;
    bool subsidy_eligible = false;
};
BOOST_DESCRIBE_STRUCT(Describe, (), (person, staffing, labels, languages, skills, areas, subsidy_eligible))

PersonPage describe_person(Desk& desk, Describe const& ask)
{
    auto const [person, sight] = see(desk, ask.person);
    must(sight.closely());
    auto const languages = words_of(ask.languages), skills = words_of(ask.skills), areas = words_of(ask.areas), labels = words_of(ask.labels);
    check_lists(desk, languages, skills, areas);
    auto folder = Folder::open(desk, person.id);
    Profile const profile{person.id, ask.staffing, joined(labels), joined(areas), ask.subsidy_eligible};
    // People choose their own languages and say what they are good at; what they are to the
    // committee, and whether they are paid, others say.
    auto const before = folder->profile.value_or(Profile{person.id, {}, "", "", true});
    bool const own_part = profile.staffing == before.staffing && profile.labels == before.labels && profile.subsidy_eligible == before.subsidy_eligible;
    must(sight.in_charge() || own_part);
    folder.record(describe(profile, labels, joined(languages), joined(skills), desk.book()).value());
    folder.put_back();
    return person_page(desk, person.id);
}

// --- Leave -----------------------------------------------------------------------------------------

struct GoAway {
    Key person{};
    Text<1, 40> kind;
    Date first_day{};
    Date last_day{};
    OptionalLine note;
};
BOOST_DESCRIBE_STRUCT(GoAway, (), (person, kind, first_day, last_day, note))

PersonPage go_away(Desk& desk, GoAway const& ask)
{
    auto const [person, sight] = see(desk, ask.person);
    must(sight.self || sight.leads);
    auto folder = Folder::open(desk, person.id);
    may_go_away(folder.service(), ask.kind.str(), ask.first_day, ask.last_day, date_in_beijing(desk.now), desk.book()).value();
    auto const note = folder.keep("absence.note", ask.note.str(), access::Secrecy::personal);
    folder.record(WentAway{{new_key(), ask.kind.str(), ask.first_day, ask.last_day, note, {}}});
    folder.put_back();
    return person_page(desk, person.id);
}

struct ComeBack {
    Key person{};
    Key absence{};
};
BOOST_DESCRIBE_STRUCT(ComeBack, (), (person, absence))

PersonPage back_again(Desk& desk, ComeBack const& ask)
{
    auto const [person, sight] = see(desk, ask.person);
    must(sight.self || sight.leads);
    auto folder = Folder::open(desk, person.id);
    folder.record(come_back(folder.service(), ask.absence, date_in_beijing(desk.now)).value());
    folder.put_back();
    return person_page(desk, person.id);
}

}  // namespace

std::vector<api::Route> service_routes()
{
    using enum api::Verb;
    return {
        {post, "/mediators", Right::see_people, engage_new, "Registers a person whom a committee has elected or engaged as mediator."},
        {post, "/people/{person}/engagements", Right::see_people, engage_person, "Notes that a committee has elected or engaged a person of the roll."},
        {post, "/people/{person}/engagements/{engagement}/ending", Right::see_people, end_it, "Ends it: the person resigned, or the term is over."},
        {put, "/people/{person}/description", Right::signed_in, describe_person, "Staffing, labels, languages, skills and areas of a person."},
        {post, "/people/{person}/absences", Right::signed_in, go_away, "Enters leave or absence; nobody away is proposed for a dispute."},
        {post, "/people/{person}/absences/{absence}/return", Right::signed_in, back_again, "Back early, or the leave is called off."},
    };
}

}  // namespace maple::workforce
