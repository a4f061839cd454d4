#include "app/demo/planner.hpp"
#include "app/demo/clock.hpp"

#include <algorithm>

namespace maple::app::demo {
namespace {

using json::array;
using json::object;

Instant const end_of_october = end_of(in_2023(10, 31));

// How many days before the first morning such a dispute was asked for, and how fresh its last
// deed must be so that nobody is late.
struct Age {
    Range asked;
    int last_deed_within = 100;
};

Age age_of(Halt halt)
{
    using enum Halt;
    switch (halt) {
    case requested: return {{3, 5}, 5};
    case accepted: return {{3, 4}, 3};
    case asked: case unreachable: return {{3, 6}, 5};
    case sent: case received: return {{3, 6}, 4};
    case appointed: return {{4, 9}};
    case told: return {{5, 12}};
    case planned: return {{7, 20}};
    case to_be_continued: return {{12, 24}};
    case succeeded: return {{10, 20}};
    case drafted: case all_signed: return {{10, 22}};
    case paused: return {{14, 32}};
    case extended: return {{22, 38}};
    case session_failed: return {{14, 28}};
    case promised: return {{8, 32}};
    case half_kept: return {{12, 50}};
    case kept: return {{20, 60}, 24};
    case visited: return {{35, 80}, 13};
    case ended: return {{8, 20}, 5};
    case delivered: return {{10, 30}, 13};
    case reopened: return {{70, 120}};
    case never: break;
    }
    return {{60, 120}};
}

struct Share {
    Halt halt;
    int percent;
};
// Of a hundred living disputes.
Share const living_shares[] = {
    {Halt::requested, 9}, {Halt::accepted, 5}, {Halt::asked, 7}, {Halt::unreachable, 3}, {Halt::sent, 5}, {Halt::received, 4},
    {Halt::appointed, 3}, {Halt::told, 4}, {Halt::planned, 9}, {Halt::to_be_continued, 4}, {Halt::succeeded, 3}, {Halt::drafted, 4},
    {Halt::all_signed, 3}, {Halt::paused, 3}, {Halt::extended, 2}, {Halt::session_failed, 2}, {Halt::promised, 11}, {Halt::half_kept, 5},
    {Halt::kept, 7}, {Halt::visited, 4}, {Halt::ended, 1}, {Halt::delivered, 2},
};

}  // namespace

std::vector<Deed> Planner::deeds()
{
    the_faces();
    late_percent_ = 12;  // as in every office
    the_living();
    the_team();
    the_settled();
    the_failed();
    the_short();
    the_side_doors();
    the_people();
    std::stable_sort(deeds_.begin(), deeds_.end(), [](Deed const& a, Deed const& b) { return a.at < b.at; });
    return std::move(deeds_);
}

// --- One course ------------------------------------------------------------------------------

Story const& Planner::any_story(std::string_view kind)
{
    std::vector<double> weights;
    std::vector<Story const*> some;
    for (auto const& one : stock().stories)
        if (kind.empty() || one.kind == kind) {
            some.push_back(&one);
            weights.push_back(one.weight);
        }
    return *some.at(dice_.weighted(weights));
}

// A story whose promises can stand where the halt wants them: still open, or all kept.
Story const& Planner::story_for(std::string_view kind, Halt halt)
{
    bool const all_kept = halt == Halt::kept || halt == Halt::visited;
    if (!all_kept && halt != Halt::promised && halt != Halt::half_kept) return any_story(kind);
    for (int tries = 0; tries < 100; ++tries) {
        auto const& one = any_story(kind);
        int soonest = 1000, last = 0;
        for (auto const& p : one.promises) {
            if (p.due_days > 0) soonest = std::min(soonest, p.due_days);
            last = std::max(last, p.due_days);
        }
        if (all_kept ? last <= 30 : halt == Halt::promised ? last >= 7 && soonest >= 7 : last >= 10 && one.promises.size() > 1) return one;
    }
    return any_story(kind);  // this kind knows no such story: it will be late
}

std::string Planner::source_of(Story const& story)
{
    auto const& weights = story.sources.empty() ? stock().weights.at("sources") : story.sources;
    std::vector<double> numbers;
    Lines names;
    for (auto const& [name, weight] : weights) {
        names.push_back(name);
        numbers.push_back(weight);
    }
    return names.at(dice_.weighted(numbers));
}

std::string Planner::reference(std::string const& source)
{
    for (auto const& slip : stock().referrals)
        if (slip.text.at("agency") == source) {
            auto text = slip.text.at("reference");
            auto const at = text.find("{n}");
            return at == text.npos ? text : text.replace(at, 3, std::to_string(++references_[source] + 40));
        }
    return "";
}

// Who handles it, and who is in the chair.
void Planner::seat(Course& c)
{
    auto const& place = c.tale.place;
    for (auto const& word : c.tale.story->handled_by) {
        c.handler = town_.handler(word, place, dice_);
        bool const of_team = stock().handlers.at(word).team && place.starts_with("650203007");
        if (c.handler && of_team) {
            c.mediator = chair(c, town_.team());
            return;
        }
        if (c.handler && !c.handler->mediators.empty() && dice_.chance(75)) break;
    }
    if (!c.handler || c.handler->mediators.empty()) c.handler = &town_.committee_of(place);
    c.mediator = chair(c, c.handler->mediators);
}

// The face of the mediator has on her desk what the_faces gave her, and a past like others.
Server Planner::chair(Course const& c, std::vector<Server> const& some)
{
    for (;;) {
        auto const& one = dice_.pick(some);
        if (c.halt == Halt::never || one.person != town_.face("mediator").person) return one;
    }
}

// Some of what a community has is too much for it and goes to its subdistrict, to be settled
// there, in writing, or not.
void Planner::perhaps_send_up(Course& c)
{
    if (c.way == Way::on_the_spot || c.handler->id != town_.committee_of(c.tale.place).id) return;
    auto const share = c.way == Way::failed ? "failed" : c.tale.story->grade == "general" ? "general" : "complex";
    // Evenly and not by chance, so that a small city has some, too.
    auto& gathered = sent_up_[share];
    gathered += stock().weights.at("escalation.percent").at(share);
    if (gathered < 100) return;
    gathered -= 100;
    auto const* upper = town_.handler("subdistrict", c.tale.place, dice_);
    if (!upper || upper->mediators.empty()) return;
    c.upper = upper;
    c.upper_mediator = chair(c, upper->mediators);
    if (c.way == Way::oral) c.way = Way::written;
}

Course Planner::course(Story const& story, Halt halt, Instant asked, std::string place)
{
    Course c;
    c.halt = halt;
    if (place.empty()) place = town_.any_place(dice_, story.only_in);
    TaleWishes wishes{&story, place, date_in_beijing(asked), {}, {}};
    c.tale.story = &story;
    c.tale.place = place;
    seat(c);
    wishes.mediator = c.mediator.name;
    c.tale = tell(dice_, wishes);
    c.source = source_of(story);
    c.reference = reference(c.source);
    c.asked = asked;
    c.informant = dice_.pick(town_.committee_of(place).informants);
    bool const writing = needs_writing(story.kind) || !story.oral_allowed;
    c.way = writing ? Way::written : dice_.chance(82) ? Way::oral : Way::written;
    return c;
}

void Planner::take(Script script)
{
    if (script.settled && *script.settled <= end_of_october) ++settled_before_november_;
    for (auto& deed : script.deeds) deeds_.push_back(std::move(deed));
}

// --- What is alive on the first morning -------------------------------------------------------

void Planner::living(Story const& story, Halt halt, std::string place, std::function<void(Course&)> change)
{
    auto const latest = at_clock(in_2023(11, 17), 19, 30);
    auto const age = age_of(halt);
    bool const may_be_late = dice_.chance(late_percent_);
    for (int tries = 0; tries < 2000; ++tries) {
        auto const asked = hours_.on(plus_days(in_2023(11, 20), -int(age.asked.draw(dice_))));
        auto c = course(story, halt, asked, place);
        if (halt == Halt::drafted || halt == Halt::all_signed) c.way = Way::written;
        if (halt == Halt::ended || halt == Halt::delivered) c.way = Way::failed;
        if (halt == Halt::planned) c.meeting = hours_.appointment(plus_days(in_2023(11, 20), int(dice_.between(0, 6))));
        if (change) change(c);
        else if (age.asked.least >= 7) perhaps_send_up(c);  // there was time for it
        if ((halt == Halt::sent || halt == Halt::received) && c.handler->id == town_.desk_of(c.tale.place).id) continue;
        auto script = script_of(c, town_, hours_, dice_, book_);
        if (script.last() > latest) continue;
        bool const late = (script.next_due && *script.next_due <= in_2023(11, 20)) ||
                          script.last() < start_of(plus_days(in_2023(11, 20), -age.last_deed_within));
        if (late && !may_be_late && tries < 1500) continue;
        return take(std::move(script));
    }
    throw std::runtime_error("the demo finds no day for " + story.key + " to halt at " + std::to_string(int(halt)));
}

void Planner::the_living()
{
    std::vector<Halt> halts;
    for (auto const& [halt, percent] : living_shares)
        for (int i = 0; i < std::max(1, (percent * (size_.alive - 20) + 50) / 100); ++i) halts.push_back(halt);
    // Kinds in turn, so that each is there; a halt that a kind does not know becomes another.
    std::size_t n = 0;
    for (auto halt : halts) {
        auto const& kind = book_.kinds[n++ % book_.kinds.size()].key;
        if ((halt == Halt::paused || halt == Halt::extended) && !may_extend(kind)) halt = Halt::to_be_continued;
        living(story_for(kind, halt), halt);
    }
}

// What must be there for the seven faces.
void Planner::the_faces()
{
    std::string const huifu = stock().face("resident")->place, yingbin = huifu.substr(0, 9);
    auto const& reyhan = town_.face("mediator");
    auto const& committee = town_.office(stock().team_committee);
    auto const by_her = [&](Course& c) {
        c.handler = &committee;
        c.mediator = reyhan;
    };
    auto const today = at_clock(in_2023(11, 20), 16);
    living(stock().story(stock().face("resident")->story), Halt::planned, huifu, [&](Course& c) {
        TaleWishes wishes{c.tale.story, huifu, date_in_beijing(c.asked), stock().face("resident")->name, reyhan.name};
        c.tale = tell(dice_, wishes);
        by_her(c);
        c.source = "walk_in";
        c.meeting = hours_.appointment(in_2023(11, 22));
        c.remember_as = "demo.resident";
    });
    living(stock().story(stock().face("mediator")->story), Halt::planned, huifu, [&](Course& c) {
        by_her(c);
        c.meeting = today;  // due today
    });
    auto const her_story = [&](char const* kind, Halt halt) { living(story_for(kind, halt), halt, town_.any_place(dice_, {yingbin}), by_her); };
    her_story("neighbour", Halt::appointed);
    her_story("marriage_family", Halt::told);
    her_story("contract", Halt::drafted);
    her_story("property_management", Halt::all_signed);
    her_story("neighbour", Halt::promised);
    her_story("marriage_family", Halt::kept);
    // Overdue: the time for mediation is over and nobody has extended it.
    living(any_story("neighbour"), Halt::to_be_continued, town_.any_place(dice_, {yingbin}), [&](Course& c) {
        by_her(c);
        c.asked = hours_.on(in_2023(10, 10));
    });
    auto const to_director = [&](Halt halt) {
        living(any_story("house_homestead"), halt, town_.any_place(dice_, {yingbin}), [&](Course& c) { c.handler = &committee; });
    };
    to_director(Halt::sent);
    to_director(Halt::received);
    living(any_story("neighbour"), Halt::requested, huifu, [&](Course& c) {
        c.source = "lead";
        c.informant = town_.face("informant");
    });
    living(any_story("traffic_accident"), Halt::accepted, huifu);
    // A promise broken: the same people come again, under a number of their own.
    living(stock().story("leak_open_conflict"), Halt::reopened, town_.any_place(dice_, {yingbin}), [&](Course& c) { c.way = Way::written; });
}

// --- The brand team ---------------------------------------------------------------------------

// Settled between the two days, in the team's name, in one of the communities it radiates to;
// every other time a mediator of the community sits in to learn.
std::optional<Script> Planner::of_team(Story const& story, Halt halt, Instant asked, Date from, Date to)
{
    auto c = course(story, halt, asked, town_.any_place(dice_, {town_.office(stock().team_committee).entry->division}));
    c.handler = &town_.committee_of(c.tale.place);
    c.mediator = chair(c, town_.team());
    c.of_team = true;
    if (dice_.chance(55) && !c.handler->mediators.empty()) c.apprentice = dice_.pick(c.handler->mediators);
    auto script = script_of(c, town_, hours_, dice_, book_);
    if (!script.settled || script.last() > at_clock(in_2023(11, 17), 19, 30)) return std::nullopt;
    auto const settled = date_in_beijing(*script.settled);
    if (settled < from || settled > to) return std::nullopt;
    return script;
}

// The article's team: founded in April, its twenty-second dispute settled on 16 November between
// a mother and her daughter.
void Planner::the_team()
{
    auto const founded = start_of(*date_from_iso(stock().team_since));
    auto const bureau = town_.face("supervisor");
    auto const team = "/teams/" + shown(town_.team_key());
    deeds_.push_back({plus_seconds(founded, 11 * 3600), [bureau, team](Hand& hand) {
        hand.act(bureau, "PUT", team + "/story", {{"story", stock().team_story}, {"founded_on", stock().team_since}});
    }});
    for (auto const& code : stock().team_radiates)
        deeds_.push_back({plus_seconds(founded, 11 * 3600 + 60), [bureau, team, to = shown(town_.committee_of(code).id)](Hand& hand) {
            hand.act(bureau, "POST", team + "/reach", {{"organisation", to}});
        }});
    constexpr int before_november = 21;
    auto const some = [&](auto find) {
        for (int tries = 0; tries < 4000; ++tries)
            if (auto script = find()) return take(std::move(*script));
        throw std::runtime_error("the demo finds no day for the team's dispute");
    };
    for (int n = 0; n < before_november; ++n) {
        int const month = 4 + n / 3;
        some([&] {
            auto const asked = hours_.on(in_2023(month, int(dice_.between(3, 22))));
            return of_team(any_story(dice_.chance(60) ? "marriage_family" : "neighbour"), Halt::never, asked, in_2023(month, 3), in_2023(10, 31));
        });
    }
    some([&] { return of_team(stock().story("daughter_left_school"), Halt::promised, hours_.on(in_2023(11, int(dice_.between(6, 14)))), in_2023(11, 16), in_2023(11, 16)); });
}

// --- What is over ---------------------------------------------------------------------------

std::optional<Script> Planner::settled_in(int month)
{
    auto const latest = at_clock(in_2023(11, 17), 19, 30);
    auto const& story = any_story();
    if (!story.season.empty() && std::find(story.season.begin(), story.season.end(), month) == story.season.end()) return std::nullopt;
    auto asked = hours_.on(in_2023(month, int(dice_.between(1, 28))));
    auto c = course(story, Halt::never, asked);
    if (story.on_spot && dice_.chance(60)) {
        c.way = Way::on_the_spot;
        c.source = dice_.chance(55) ? "own_initiative" : "walk_in";
        c.handler = &town_.committee_of(c.tale.place);
        c.mediator = dice_.pick(c.handler->mediators);
    }
    perhaps_send_up(c);
    auto script = script_of(c, town_, hours_, dice_, book_);
    if (script.last() > latest || *script.settled > end_of_october) return std::nullopt;
    return script;
}

void Planner::the_settled()
{
    // A quiet spring festival, a busy summer: by the month in which people came.
    std::vector<double> const months{7, 8, 10, 10, 11, 11, 11, 11, 11, 10};
    int const wanted = size_.settled - settled_before_november_;
    for (int n = 0; n < wanted;) {
        auto const month = int(dice_.weighted(months)) + 1;
        for (int tries = 0; tries < 60; ++tries)
            if (auto script = settled_in(month)) {
                take(std::move(*script));
                ++n;
                break;
            }
    }
}

void Planner::the_failed()
{
    auto const latest = at_clock(in_2023(11, 17), 19, 30);
    int const wanted = int(size_.settled * stock().failure_percent / (100 - stock().failure_percent));
    for (int n = 0; n < wanted;) {
        auto const& story = any_story();
        auto c = course(story, Halt::never, hours_.on(in_2023(int(dice_.between(1, 10)), int(dice_.between(1, 28)))));
        c.way = Way::failed;
        perhaps_send_up(c);
        auto script = script_of(c, town_, hours_, dice_, book_);
        if (script.last() > latest) continue;
        take(std::move(script));
        ++n;
    }
}

}  // namespace maple::app::demo
