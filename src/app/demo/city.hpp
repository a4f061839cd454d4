// The demo city: a synthetic Karamay that comes into being through the program's own
// commands, the same way every time (keys and salts apart).
#pragma once
#include "api/dispatch.hpp"

namespace maple::app::demo {

// How large a city: the whole one, or a small one for tests.
struct CitySize {
    int settled = 3012;  // by agreement, from January to October
    int alive = 150;     // on the first morning
    int advised = 180, refused = 60, transferred = 24;
    int leads = 420;     // reports of informants that became no request
    int declined = 24;   // hand-overs of agencies
    bool everybody = true;  // all 1,088 mediators and as many informants, else two at each place

    static CitySize small() { return {60, 90, 10, 9, 3, 12, 4, false}; }
};

using Progress = std::function<void(std::int64_t done, std::int64_t all)>;

bool there_is_a_city(sql::Session&);

// Builds the city into an empty, migrated store, in one transaction: all of it or nothing.
// Throws what a command refused, and std::runtime_error when the store is not empty.
void build_city(sql::Store&, House const&, api::Dispatcher const&, Progress const& = {}, CitySize const& = {});

// Builds it when it is not there yet; true when it was built now.
bool ensure_city(sql::Store&, House const&, api::Dispatcher const&, Progress const& = {}, CitySize const& = {});

}  // namespace maple::app::demo
