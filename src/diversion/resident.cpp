// A party's own word about its mediator, by the code of its receipt: whom it wishes for, what
// it has against somebody, and that it wishes to go on all the same.
#include "diversion/conflicts.hpp"
#include "diversion/office.hpp"
#include "diversion/routes.hpp"
#include "dispute/file.hpp"
#include "dispute/my_mediator.hpp"
#include "dispute/receipt_door.hpp"
#include "registry/roll.hpp"
#include "workforce/standing.hpp"

namespace maple::diversion {
namespace {

using access::Right;
using dispute::File;
using dispute::MyMediator;

using Code = Text<8, 12>;
using Tail = Text<4, 4>;

struct WhoThereIs {
    Code code;
};
BOOST_DESCRIBE_STRUCT(WhoThereIs, (), (code))

struct Choosable {
    Key person{};
    std::string name, languages;
};
BOOST_DESCRIBE_STRUCT(Choosable, (), (person, name, languages))

struct Choosables {
    std::vector<Choosable> mediators;
};
BOOST_DESCRIBE_STRUCT(Choosables, (), (mediators))

registry::Organisation office_of(Desk& desk, dispute::Dispute const& d)
{
    return registry::organisation(desk, (dispute::awaits_receipt(d) ? dispute::latest_handling(d) : dispute::answerable(d)).organisation);
}

// Who could be appointed today where the dispute is, in the order of names.
Choosables choosable(Desk& desk, WhoThereIs const& ask)
{
    auto const who = dispute::speaker(desk, ask.code.str());
    auto const d = dispute::read_unasked(desk, who.dispute);
    Choosables all;
    for (auto const& one : pool_of(desk, office_of(desk, d))) {
        auto const standing = workforce::standing(desk, one.id, date_in_beijing(desk.now));
        if (bars_of(standing, desk.book()).empty() && !dispute::open_conflict(d, one.id))
            all.mediators.push_back({one.id, one.name, workforce::joined(standing.languages)});
    }
    desk.etag.reset();
    return all;
}

// Opens the file for a party that has proved itself, lets it say its word, and shows how its
// mediator stands afterwards.
template <class SayIt> MyMediator by_party(Desk& desk, Code const& code, Tail const& tail, SayIt say)
{
    auto const who = dispute::speaker(desk, code.str());
    auto file = File::open_unasked(desk, who.dispute);
    dispute::check_tail(desk, *file, who, tail.str());
    say(file, who.party);
    auto d = file.put_back();
    desk.etag.reset();
    auto const texts = access::words_of(desk.sql, desk.house.vault, d.id, false, false);
    each_kept(d, [&](Kept& kept) {
        if (auto const known = texts.find(kept.id.n); known != texts.end()) kept.text = known->second;
    });
    return dispute::my_mediator(desk, d, *dispute::party(d, who.party));
}

struct MyWish {
    Code code;
    Tail phone_tail;
    std::optional<Key> person;  // none: nobody any more
};
BOOST_DESCRIBE_STRUCT(MyWish, (), (code, phone_tail, person))

MyMediator wishes(Desk& desk, MyWish const& ask)
{
    return by_party(desk, ask.code, ask.phone_tail, [&](File& file, Key party) {
        std::optional<workforce::Standing> person;
        if (ask.person) {
            // Of the office alone: a party does not learn here who else there is.
            auto const pool = pool_of(desk, office_of(desk, *file));
            if (std::none_of(pool.begin(), pool.end(), [&](auto const& one) { return one.id == *ask.person; }))
                throw Refused(refuse_field("/person", "not_of_this_office"));
            person = workforce::standing(desk, *ask.person, date_in_beijing(desk.now));
        }
        file.record(wish(*file, party, person).value());
    });
}

struct MyObjection {
    Code code;
    Tail phone_tail;
    std::string ground;
    OptionalNarrative note;
};
BOOST_DESCRIBE_STRUCT(MyObjection, (), (code, phone_tail, ground, note))

MyMediator objects(Desk& desk, MyObjection const& ask)
{
    return by_party(desk, ask.code, ask.phone_tail, [&](File& file, Key party) {
        auto const* chair = dispute::presiding(*file);
        auto const note = file.keep("objection.note", ask.note.str());
        file.record(challenge(*file, desk.book(), party, chair ? chair->person : Key{}, ask.ground, note).value());
    });
}

struct MyGoingOn {
    Code code;
    Tail phone_tail;
};
BOOST_DESCRIBE_STRUCT(MyGoingOn, (), (code, phone_tail))

MyMediator goes_on(Desk& desk, MyGoingOn const& ask)
{
    return by_party(desk, ask.code, ask.phone_tail, [&](File& file, Key party) {
        auto const* conflict = dispute::open_conflict_in_the_room(*file);
        if (!conflict) throw Refused(refuse(Because::conflict, "conflict.settled"));
        file.record(go_on(*file, conflict->id, {party}).value());
    });
}

}  // namespace

std::vector<api::Route> resident_routes()
{
    using enum api::Verb;
    return {
        {post, "/my/mediators", Right::anyone, choosable, "Whom a party could ask for, by the code of its receipt."},
        {post, "/my/wish", Right::anyone, wishes, "Ask for a mediator (article 23), with the code and the last four digits of the phone on file."},
        {post, "/my/objection", Right::anyone, objects, "Say what stands against the mediator, or ask for another one."},
        {post, "/my/going-on", Right::anyone, goes_on, "Wish to go on with the mediator although a tie was disclosed."},
    };
}

}  // namespace maple::diversion
