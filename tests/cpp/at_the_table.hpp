// For the tests of the mediation room: a dispute of a town on each engine, at the table of its
// mediator, and what lies on that table.
#pragma once
#include "carried.hpp"

namespace maple::testing {

class AtTheTable : public OnBothEngines, protected Carried {
protected:
    AtTheTable() : Carried(home, Town::request()) { in_the_room(); }

    auto asks(Official const& who, std::string verb, std::string door, json::object const& body = {}) { return town.ask(who, verb, "/disputes/" + id + door, body); }
    static json::value const& table(json::value const& file, std::string_view list) { return file.at("dispute").at("room").at(list); }
    static std::string last(json::value const& file, std::string_view list) { return text_of(table(file, list).as_array().back().at("id")); }

    json::value called()
    {
        return does(town.mediator, "POST", "/calls", {{"organisation", shown(town.police)}, {"need", "核对出警记录"}, {"arrive_by", iso(plus_seconds(town.now, 1800))},
                                                      {"answer_by", iso(plus_seconds(town.now, 86'400))}, {"consented", parties}});
    }
};

}  // namespace maple::testing
