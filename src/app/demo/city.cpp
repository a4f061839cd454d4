#include "app/demo/city.hpp"
#include "app/demo/clock.hpp"
#include "app/demo/planner.hpp"
#include "app/demo/samples.hpp"
#include "app/demo/rooms_of_offices.hpp"
#include "app/demo/service.hpp"
#include "app/demo/terms.hpp"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace maple::app::demo {
namespace {

constexpr std::uint64_t seed = 20231120;
constexpr std::string_view mark = "demo.city";

Instant founded() { return at_clock(Date{std::chrono::sys_days{std::chrono::year{2022} / 12 / 20}}, 11); }

void build(sql::Session& session, House const& house, api::Dispatcher const& dispatcher, Progress const& progress, CitySize const& size)
{
    if (sql::cell<std::int64_t>(session, "SELECT count(*) FROM page").value_or(0) > 0)
        throw std::runtime_error("The demo city needs an empty folder: something is written here already.");
    Dice dice(seed);
    Desk desk{session, house, {}, founded(), founded()};
    Town const town(desk, dice, size);
    Dice of_people(seed + 1);
    engage_everybody(desk, town, of_people);
    auto deeds = Planner(town, dice, house.book, size).deeds();
    for (auto& deed : terms_of_committees(town)) deeds.push_back(std::move(deed));
    for (auto& deed : drawn_sample(town, house.book)) deeds.push_back(std::move(deed));
    for (auto& deed : rooms_of_offices(town)) deeds.push_back(std::move(deed));
    std::stable_sort(deeds.begin(), deeds.end(), [](Deed const& a, Deed const& b) { return a.at < b.at; });
    Hand hand(session, dispatcher);
    auto const all = std::int64_t(deeds.size());
    for (std::int64_t done = 0; done < all; ++done) {
        auto const& deed = deeds[std::size_t(done)];
        hand.now = deed.at;
        try {
            deed.run(hand);
        } catch (Refused const&) {
            spdlog::error("demo deed {} of {} at {} was refused", done, all, iso(deed.at));
            throw;
        }
        if (progress && done % 50 == 0) progress(done, all);
    }
    sql::change(session, "INSERT INTO setting (name, value) VALUES ($1, $2)", mark, std::to_string(all));
    sql::change(session, "INSERT INTO setting (name, value) VALUES ('demo.now', $1)", iso(first_morning()));
}

}  // namespace

bool there_is_a_city(sql::Session& sql)
{
    return sql::cell<std::string>(sql, "SELECT value FROM setting WHERE name = $1", mark).has_value();
}

void build_city(sql::Store& store, House const& house, api::Dispatcher const& dispatcher, Progress const& progress, CitySize const& size)
{
    sql::write_now(store, [&](sql::Session& session) { build(session, house, dispatcher, progress, size); });
}

bool ensure_city(sql::Store& store, House const& house, api::Dispatcher const& dispatcher, Progress const& progress, CitySize const& size)
{
    if (sql::read_now(store, there_is_a_city)) return false;
    build_city(store, house, dispatcher, progress, size);
    return true;
}

}  // namespace maple::app::demo
