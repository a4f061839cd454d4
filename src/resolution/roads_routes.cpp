// The roads after a broken promise: for who works on the dispute, and in plain words for the parties
// by the code of their receipt.
#include "api/words.hpp"
#include "dispute/receipt_door.hpp"
#include "dispute/view.hpp"
#include "resolution/roads.hpp"
#include "resolution/routes.hpp"

namespace maple::resolution {
namespace {

using access::Right;
using dispute::Dispute;
using dispute::Obligation;

struct RoadView {
    std::string key, name, says;
    std::optional<dispute::ArticleView> article;
    bool open = false;
    bool too_late = false;
    bool together = false;             // both sides have to ask for it
    std::vector<std::string> because;  // what speaks for it when it is open; else what is missing
    std::optional<Instant> until;
    std::vector<std::string> why;      // the clock's own explanation
    std::string after;                 // what follows when the time runs out
    std::vector<std::string> asks;     // what people have to make sure of
    std::vector<std::string> papers;
    law::RoadStep step{};
    std::string form;
};
BOOST_DESCRIBE_STRUCT(RoadView, (), (key, name, says, article, open, too_late, together, because, until, why, after, asks, papers, step, form))

std::vector<std::string> told(std::vector<law::Wording> const& texts, std::string_view tag)
{
    std::vector<std::string> out;
    for (auto const& one : texts) out.push_back(law::in(one, tag));
    return out;
}

RoadView view_of(Desk& desk, OpenRoad const& one, bool plain)
{
    auto const tag = api::tag(desk.language);
    auto const& road = *one.road;
    RoadView view{road.key, law::in(road.name, tag), law::in(plain ? road.plain : road.says, tag), dispute::article_view(desk, road.statute)};
    view.open = one.open;
    view.too_late = one.too_late;
    view.together = road.together;
    for (auto const& need : one.needs)
        if (need.met == one.open)
            view.because.push_back(api::say(desk.language, std::string(need.met ? "road_is." : "road_lacks.") + boost::describe::enum_to_string(need.need, "?")));
    if (one.until) {
        view.until = one.until->at;
        view.why = dispute::worded(desk, one.until->why);
        if (auto const* rule = desk.book().clock(road.clock)) view.after = law::in(rule->consequence, tag);
    }
    view.asks = told(road.asks, tag);
    view.papers = told(road.papers, tag);
    view.step = road.step;
    view.form = road.form;
    return view;
}

std::vector<RoadView> views(Desk& desk, Dispute const& d, Key promise, bool plain)
{
    std::vector<RoadView> out;
    for (auto const& one : roads_from(d, desk.book(), promise, desk.now))
        if (one.open || !plain) out.push_back(view_of(desk, one, plain));
    return out;
}

struct AskRoads {
    Key dispute{};
    Key obligation{};
};
BOOST_DESCRIBE_STRUCT(AskRoads, (), (dispute, obligation))

struct RoadsView {
    Date due{};
    bool overdue = false;
    std::optional<Fen> owed;       // of money, what is left
    std::vector<RoadView> roads;   // the open ones first
};
BOOST_DESCRIBE_STRUCT(RoadsView, (), (due, overdue, owed, roads))

RoadsView roads(Desk& desk, AskRoads const& ask)
{
    auto const d = dispute::shared_dispute(desk, ask.dispute);
    auto const* o = dispute::obligation(*d, ask.obligation);
    if (!o) throw Refused(refuse(Because::not_found, "obligation.unknown"));
    desk.etag = d->version;
    return {o->due, o->due < date_in_beijing(desk.now), money_owed(*o), views(desk, *d, o->id, false)};
}

struct MyRoads {
    Text<8, 12> code;
};
BOOST_DESCRIBE_STRUCT(MyRoads, (), (code))

struct BrokenPromise {
    bool mine = false;             // I owe it
    std::string what;
    std::optional<Fen> owed;
    Date due{};
    std::vector<RoadView> roads;   // those that are open
};
BOOST_DESCRIBE_STRUCT(BrokenPromise, (), (mine, what, owed, due, roads))

struct MyRoadsView {
    std::vector<BrokenPromise> promises;
};
BOOST_DESCRIBE_STRUCT(MyRoadsView, (), (promises))

bool not_kept(Obligation const& o, Date today) { return o.state == dispute::Promise::breached || (!o.settled_at && o.due < today); }

MyRoadsView my_roads(Desk& desk, MyRoads const& ask)
{
    auto const me = dispute::speaker(desk, ask.code.str());
    auto d = dispute::read_unasked(desk, me.dispute);
    dispute::fill_words(desk, d, {true, access::sees(access::Relation::party, FieldClass::personal), false, false});
    MyRoadsView out;
    for (auto const& a : d.agreements)
        for (auto const& o : a.obligations)
            if (a.effective_at && (o.from == me.party || o.to == me.party) && not_kept(o, date_in_beijing(desk.now)))
                out.promises.push_back({o.from == me.party, text_of(o.what), money_owed(o), o.due, views(desk, d, o.id, true)});
    desk.etag.reset();
    return out;
}

}  // namespace

api::Room roads_room()
{
    using enum api::Verb;
    return {"roads",
            {
                {get, "/disputes/{dispute}/obligations/{obligation}/roads", Right::read_dispute, roads, "What is open when this promise is not kept: each road, until when, and what it needs."},
                {post, "/my/roads", Right::anyone, my_roads, "The same in plain words, for a party by the code of its receipt."},
            }};
}

}  // namespace maple::resolution
