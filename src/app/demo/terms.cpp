#include "app/demo/terms.hpp"
#include "committees/rules.hpp"

#include <algorithm>

namespace maple::app::demo {
namespace {

constexpr std::size_t seats_wanted = 5;
// Whose term ends within ninety days of the first morning; the director of the bar sees the first.
constexpr std::string_view soon_over[] = {"committee_650203007001", "committee_650203003001", "committee_650204001"};
constexpr std::string_view changed = "committee_650203007003";

std::string word(auto value) { return boost::describe::enum_to_string(value, "?"); }

Date plus(char const* day, int days) { return plus_days(date_from_iso(day).value(), days); }

// The director first, then a woman, then a member of a smaller group, then whoever is there.
std::vector<Server> chosen(Office const& at, std::size_t n)
{
    std::vector<Server> pool;
    if (at.director.serves_at == at.id) pool.push_back(at.director);
    for (auto const& one : at.mediators)
        if (one.serves_at == at.id && (pool.empty() || one.person != pool.front().person)) pool.push_back(one);
    std::vector<Server> seats;
    auto const take = [&](auto wanted) {
        auto const found = std::find_if(pool.begin(), pool.end(), wanted);
        if (found == pool.end() || seats.size() >= n) return;
        seats.push_back(*found);
        pool.erase(found);
    };
    take([](Server const&) { return true; });
    take([](Server const& one) { return one.woman; });
    take([](Server const& one) { return one.minority; });
    while (seats.size() < n && !pool.empty()) take([](Server const&) { return true; });
    return seats;
}

json::array members(std::vector<Server> const& seats)
{
    json::array out;
    for (std::size_t i = 0; i < seats.size(); ++i)
        out.push_back(json::object{{"person", shown(seats[i].person)}, {"post", i == 0 ? "director" : i == 1 ? "deputy_director" : "member"},
                                   {"woman", seats[i].woman}, {"minority", seats[i].minority}});
    return out;
}

bool any_minority(std::vector<Server> const& seats)
{
    return std::any_of(seats.begin(), seats.end(), [](Server const& one) { return one.minority; });
}

json::object form(Office const& at, std::vector<Server> const& seats, Date begins)
{
    json::object out{{"organisation", shown(at.id)}, {"begins", iso(begins)},
                     {"elected_by", word(committees::electors_of(at.entry->kind).front())}, {"elected_on", iso(plus_days(begins, -9))},
                     {"minutes", at.entry->short_name + "推选记录〔" + std::to_string(year_of(begins)) + "〕1号"},
                     {"members", members(seats)}, {"told_on", iso(plus_days(begins, 6))}};
    if (!any_minority(seats)) out["waiver"] = "本届没有报名的人选，下次补选时优先考虑。";
    return out;
}

// Another serves on and somebody steps down: the court is told of it in these days.
void change(Hand& hand, Server const& bureau, Office const& at, std::vector<Server> const& seats)
{
    auto const told = hand.act(bureau, "GET", "/organisations/" + shown(at.id) + "/terms", {});
    auto after = seats;
    auto const gone = after.back();
    for (auto const& one : at.mediators)
        if (std::none_of(seats.begin(), seats.end(), [&](Server const& seat) { return seat.person == one.person; })) {
            after.back() = one;
            break;
        }
    if (after.back().person == gone.person) return;
    after.back().minority = after.back().minority || gone.minority;
    hand.act(bureau, "PUT", "/terms/" + std::string(told.at("terms").at(0).at("id").as_string()) + "/composition",
             {{"from", "2023-11-15"}, {"members", members(after)}, {"elected_on", "2023-11-12"}, {"minutes", "补选记录〔2023〕1号"},
              {"left", json::array{json::object{{"person", shown(gone.person)}, {"as", "moved_away"}}}}});
}

}  // namespace

std::vector<Deed> terms_of_committees(Town const& town)
{
    std::vector<Deed> deeds;
    auto const founded = at_clock(plus("2022-12-20", 0), 15);
    auto const& bureau = town.face("supervisor");
    int n = 0;
    for (auto const& entry : stock().organisations) {
        if (!registry::stands_alone(entry.kind)) continue;
        auto const& at = town.office(entry.key);
        auto const seats = chosen(at, seats_wanted);
        auto const soon = std::find(std::begin(soon_over), std::end(soon_over), entry.key);
        // Elected between the spring of 2021 and the autumn of 2022, a committee every few days.
        auto const begins = soon != std::end(soon_over) ? plus("2020-12-14", 13 * int(soon - std::begin(soon_over))) : plus("2021-04-01", (n * 37) % 560);
        deeds.push_back({plus_seconds(founded, 60 * n), [&bureau, &at, seats, begins](Hand& hand) { hand.act(bureau, "POST", "/terms", form(at, seats, begins)); }});
        ++n;
        if (entry.key == changed)
            deeds.push_back({at_clock(plus("2023-11-15", 0), 16), [&bureau, &at, seats](Hand& hand) { change(hand, bureau, at, seats); }});
    }
    return deeds;
}

}  // namespace maple::app::demo
