// Ties between a mediator and the parties, at the desk: wishes, disclosures, objections, the
// parties' consent and the director's decision.
#include "diversion/conflicts.hpp"
#include "diversion/routes.hpp"
#include "diversion/rules.hpp"
#include "dispute/view.hpp"
#include "registry/roll.hpp"
#include "workforce/standing.hpp"

namespace maple::diversion {
namespace {

using access::Right;
using dispute::ConflictEnd;
using dispute::File;
using dispute::FileView;

struct Wish {
    Key dispute{};
    Key party{};
    std::optional<Key> person;  // none: the wish is taken back
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (dispute, party, person, happened_at))

FileView wished(Desk& desk, Wish const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::take_in);
    std::optional<workforce::Standing> who;
    if (ask.person) {
        if (!registry::find_person(desk, *ask.person)) throw Refused(refuse_field("/person", "unknown_person"));
        who = workforce::standing(desk, *ask.person, date_in_beijing(desk.now));
    }
    file.record(wish(*file, ask.party, who).value(), ask.happened_at);
    return done(file);
}

struct Disclose {
    Key dispute{};
    std::optional<Key> person;          // none: the caller, or whoever presides
    std::optional<std::string> ground;  // none: nothing to declare
    OptionalNarrative note;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Disclose, (), (dispute, person, ground, note, happened_at))

FileView disclosed(Desk& desk, Disclose const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    auto const person = ask.person.value_or(dispute::discloser(*file, desk.caller.person));
    // Who leads the people may write down what is known of somebody who is not appointed; of a
    // colleague nobody else speaks.
    bool const own = person == desk.caller.person || person == dispute::discloser(*file, desk.caller.person);
    if (!own && !access::may(desk.caller, Right::lead_people, dispute::matter_of(*file, desk.now))) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    if (ask.person && !registry::find_person(desk, person)) throw Refused(refuse_field("/person", "unknown_person"));
    auto const note = file.keep("disclosure.note", ask.note.str());
    file.record(dispute::disclose(*file, desk.book(), person, ask.ground.value_or(""), note).value(), ask.happened_at);
    return done(file);
}

struct Object {
    Key dispute{};
    Key party{};
    std::optional<Key> person;  // none: whoever presides
    std::string ground;
    OptionalNarrative note;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Object, (), (dispute, party, person, ground, note, happened_at))

FileView objected(Desk& desk, Object const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::take_in);
    auto const* chair = dispute::presiding(*file);
    auto const person = ask.person.value_or(chair ? chair->person : Key{});
    auto const note = file.keep("objection.note", ask.note.str());
    file.record(challenge(*file, desk.book(), ask.party, person, ask.ground, note).value(), ask.happened_at);
    return done(file);
}

struct GoOn {
    Key dispute{};
    Key conflict{};
    std::vector<Key> parties;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(GoOn, (), (dispute, conflict, parties, happened_at))

FileView consented(Desk& desk, GoOn const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::receive);
    file.record(go_on(*file, ask.conflict, ask.parties).value(), ask.happened_at);
    return done(file);
}

struct Decide {
    Key dispute{};
    Key conflict{};
    ConflictEnd end{};
    std::vector<Key> consented;         // to go on: who wishes it now, besides those who said so before
    OptionalLine reason;                // no ground: a key of the book; replaced: why this one, where a reason is needed
    OptionalNarrative answer;
    std::optional<Key> person;          // replaced: who mediates instead, in the same stroke
    std::optional<Key> proposed;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Decide, (), (dispute, conflict, end, consented, reason, answer, person, proposed, happened_at))

// The successor takes the chair when the one who leaves had it.
void replace(File& file, Decide const& ask, bool presided)
{
    auto& desk = file.desk();
    if (!registry::find_person(desk, *ask.person)) throw Refused(refuse_field("/person", "unknown_person"));
    auto const who = workforce::standing(desk, *ask.person, date_in_beijing(desk.now));
    file.record(appoint(*file, desk.book(), who, {presided, false, ask.reason.str(), ask.proposed.value_or(Key{})}).value(), ask.happened_at);
}

FileView decided(Desk& desk, Decide const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::lead_people);
    if (ask.end == ConflictEnd::continued && !ask.consented.empty()) {
        file.record(go_on(*file, ask.conflict, ask.consented).value(), ask.happened_at);
        if (auto const* c = dispute::conflict(*file, ask.conflict); dispute::all_wish_to_go_on(*file, *c)) return done(file);
    }
    auto const answer = file.keep("conflict.answer", ask.answer.str());
    auto const event = decide(*file, desk.book(), ask.conflict, ask.end, ask.reason.str(), answer, desk.caller.person).value();
    auto const* chair = dispute::presiding(*file);
    bool const presided = chair && chair->person == dispute::conflict(*file, ask.conflict)->person;
    file.record(event, ask.happened_at);
    if (ask.end == ConflictEnd::replaced && ask.person) replace(file, ask, presided);
    return done(file);
}

}  // namespace

std::vector<api::Route> conflict_routes()
{
    using enum api::Verb;
    return {
        {put, "/disputes/{dispute}/parties/{party}/wish", Right::take_in, wished, "The mediator that a party asks for (article 23), or that it asks for nobody any more."},
        {post, "/disputes/{dispute}/disclosures", Right::mediate, disclosed, "What ties a mediator has to the parties, or that there are none."},
        {post, "/disputes/{dispute}/objections", Right::take_in, objected, "A party objects to a mediator, or asks for another one."},
        {post, "/disputes/{dispute}/conflicts/{conflict}/consents", Right::receive, consented, "Parties that wish to go on with this mediator all the same."},
        {put, "/disputes/{dispute}/conflicts/{conflict}/decision", Right::lead_people, decided, "Another mediator, no ground, or to go on as all parties wish."},
    };
}

}  // namespace maple::diversion
