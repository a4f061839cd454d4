// Honours of persons and organisations, and the wall of them: the ladder's highest rung
// first, within a rung by year and name. Everybody who serves may look at the wall.
#include "api/words.hpp"
#include "registry/sorting.hpp"
#include "storage/insert.hpp"
#include "workforce/folder.hpp"
#include "workforce/parts.hpp"
#include "workforce/rules.hpp"
#include "workforce/views.hpp"

namespace maple::workforce {
namespace {

using access::Right;

struct Rung {
    std::string rung, name;
    std::vector<HonourView> honours;
};
BOOST_DESCRIBE_STRUCT(Rung, (), (rung, name, honours))

struct Ladder {
    std::string key, name, giver;
    bool of_person = true;
};
BOOST_DESCRIBE_STRUCT(Ladder, (), (key, name, giver, of_person))

struct Wall {
    std::vector<Rung> rungs;       // the highest first; none without an honour
    std::vector<Ladder> ladder;    // what there is to be given, for those who may
    bool may_give = false;
};
BOOST_DESCRIBE_STRUCT(Wall, (), (rungs, ladder, may_give))

Wall wall(Desk& desk, api::Nothing const&)
{
    Wall wall;
    auto const tag = api::tag(desk.language);
    for (auto const& one : desk.book().honours) {
        if (wall.rungs.empty() || wall.rungs.back().rung != one.rung) wall.rungs.push_back({one.rung, api::say(desk.language, "rung." + one.rung), {}});
        wall.ladder.push_back({one.key, law::in(one.name, tag), law::in(one.giver, tag), one.of_person});
    }
    for (auto const& held : sql::all<HonourHeld>(desk.sql, "SELECT * FROM honour WHERE withdrawn_on IS NULL ORDER BY id")) {
        auto view = honour_view(desk, held);
        for (auto& rung : wall.rungs)
            if (rung.rung == view.rung) rung.honours.push_back(view);
    }
    for (auto& rung : wall.rungs) {
        registry::sort_by_name(rung.honours, [](HonourView const& h) -> std::string const& { return h.bearer_name; });
        std::stable_sort(rung.honours.begin(), rung.honours.end(), [](HonourView const& a, HonourView const& b) { return a.year > b.year; });
    }
    std::erase_if(wall.rungs, [](Rung const& rung) { return rung.honours.empty(); });
    wall.may_give = access::may(desk.caller, Right::keep_people);
    return wall;
}

struct Honour {
    Text<1, 40> honour;
    std::optional<Key> person, organisation;  // one of them
    std::optional<Line> giver;                // none: as the book says
    Whole<1949, 2200> year;
    Text<0, 60> certificate;                  // number of the document
};
BOOST_DESCRIBE_STRUCT(Honour, (), (honour, person, organisation, giver, year, certificate))

HonourPaper paper(Desk& desk, Honour const& ask, auto keep)
{
    auto const* honour = desk.book().honour(ask.honour.str());
    // The document names its giver in Chinese.
    return {new_key(), ask.honour.str(), keep("honour.giver", ask.giver ? ask.giver->str() : law::in(honour->giver, "zh-CN")), ask.year,
            keep("honour.certificate", ask.certificate.str()), {}};
}

HonourView to_person(Desk& desk, Honour const& ask)
{
    auto const [person, sight] = see(desk, *ask.person);
    must(sight.keeps && !sight.self);
    auto folder = Folder::open(desk, person.id);
    may_be_honoured(folder->honours, ask.honour.str(), true, ask.year, date_in_beijing(desk.now), desk.book()).value();
    auto const given = paper(desk, ask, [&](auto label, auto const& text) { return folder.keep(label, text); });
    folder.record(Honoured{given});
    folder.put_back();
    return honour_view(desk, row_of(person.id, {}, given));
}

// An organisation's honours stand on its own pages.
template <class E> void write_on(Desk& desk, Key organisation, E const& event, std::vector<access::WordsToKeep> const& words)
{
    auto const n = sql::cell<std::int64_t>(desk.sql, "SELECT max(n) FROM page WHERE subject = $1", organisation).value_or(0) + 1;
    access::write_ledger(desk, {{"organisation", organisation, n, std::string(E::deed), desk.now, access::PageBody::of(event)}}, words);
}

HonourView to_organisation(Desk& desk, Honour const& ask)
{
    auto const at = registry::find_organisation(desk, *ask.organisation);
    if (!at) throw Refused(refuse_field("/organisation", "unknown_organisation"));
    must(sight_in(desk, at->path).keeps);
    sql::change(desk.sql, "UPDATE organisation SET closed_at = closed_at WHERE id = $1", at->id);  // the row is ours until the end
    std::vector<HonourPaper> held;
    for (auto const& row : sql::all<HonourHeld>(desk.sql, "SELECT * FROM honour WHERE organisation = $1 ORDER BY id", at->id))
        held.push_back({row.id, row.honour, {}, row.year, {}, row.withdrawn_on});
    may_be_honoured(held, ask.honour.str(), false, ask.year, date_in_beijing(desk.now), desk.book()).value();
    std::vector<access::WordsToKeep> words;
    auto const given = paper(desk, ask, [&](auto label, auto const& text) {
        words.push_back(access::prepare_words(at->id, label, text, access::Secrecy::open));
        return words.back().kept;
    });
    auto const row = row_of({}, at->id, given);
    sql::insert(desk.sql, "honour", row);
    write_on(desk, at->id, Honoured{given}, words);
    return honour_view(desk, row);
}

HonourView give(Desk& desk, Honour const& ask)
{
    if (ask.person.has_value() == ask.organisation.has_value()) throw Refused(refuse_field("/person", "person_or_organisation"));
    return ask.person ? to_person(desk, ask) : to_organisation(desk, ask);
}

struct Withdraw {
    Key honour{};
    Line reason;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (honour, reason))

api::Nothing withdraw(Desk& desk, Withdraw const& ask)
{
    auto held = sql::one<HonourHeld>(desk.sql, "SELECT * FROM honour WHERE id = $1", ask.honour);
    auto const today = date_in_beijing(desk.now);
    if (!held || held->withdrawn_on) throw Refused(refuse(Because::not_found, "honour.unknown"));
    if (held->person) {
        auto const [person, sight] = see(desk, *held->person);
        must(sight.keeps && !sight.self);
        auto folder = Folder::open(desk, person.id);
        folder.record(HonourWithdrawn{ask.honour, today, folder.keep("honour.withdrawn", ask.reason.str())});
        folder.put_back();
        return {};
    }
    auto const at = registry::organisation(desk, *held->organisation);
    must(sight_in(desk, at.path).keeps);
    auto const reason = access::prepare_words(at.id, "honour.withdrawn", ask.reason.str(), access::Secrecy::open);
    sql::change(desk.sql, "UPDATE honour SET withdrawn_on = $2 WHERE id = $1", ask.honour, today);
    write_on(desk, at.id, HonourWithdrawn{ask.honour, today, reason.kept}, {reason});
    return {};
}

}  // namespace

std::vector<api::Route> honour_routes()
{
    using enum api::Verb;
    return {
        {get, "/honours", Right::signed_in, wall, "The wall of honours of the whole city, the highest rung of the ladder first."},
        {post, "/honours", Right::keep_people, give, "Enters an honour of a person or an organisation."},
        {post, "/honours/{honour}/withdrawal", Right::keep_people, withdraw, "Takes an honour off the wall, with the reason; the ledger keeps it."},
    };
}

}  // namespace maple::workforce
