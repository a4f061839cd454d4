// A dispute that a test carries through the doors of a town, to the table of its mediator.
#pragma once
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple::testing {

struct Carried {
    Town& town;
    std::string id, here;            // its key, and its door
    json::array parties;             // their keys
    std::vector<std::string> codes;  // of their receipts

    // Registered at the desk.
    Carried(Town& town, json::object const& form) : town(town)
    {
        auto const made = town.well(town.clerk, "POST", "/disputes", form);
        read(made.at("file"));
        for (auto const& one : made.at("codes").as_array()) codes.push_back(text_of(one.at("code")));
    }

    // Lies at the desk already, by whatever door it came.
    Carried(Town& town, std::string const& dispute) : town(town) { read(town.well(town.clerk, "GET", "/disputes/" + dispute)); }

    // Accepted; everybody agrees; diverted to the committee and given to its mediator.
    Carried& assigned(std::string const& grade = "general")
    {
        does(town.clerk, "POST", "/acceptance");
        for (auto const& party : std::exchange(not_asked_, {})) does(town.clerk, "POST", "/consents", {{"party", party}, {"consent", "agreed"}});
        does(town.clerk, "POST", "/diversion", {{"organisation", shown(town.committee)}, {"grade", grade}, {"override_reason", "r"}, {"change_reason", "c"}});
        does(town.director, "PUT", "/receipt");
        does(town.director, "PUT", "/assignment", {{"person", shown(town.mediator.person)}, {"chosen_by_parties", true}});
        return *this;
    }

    // And everybody was told of his rights, the mediator has nothing to disclose.
    Carried& in_the_room(std::string const& grade = "general")
    {
        assigned(grade);
        does(town.mediator, "POST", "/rights", {{"parties", parties}});
        does(town.mediator, "POST", "/disclosures");
        return *this;
    }

    json::value does(Official const& who, std::string verb, std::string door, json::object const& body = {}) { return town.well(who, verb, here + door, body); }

    // Agreed in writing, its confirmation asked for together, on the court's docket; answers its door.
    std::string docketed()
    {
        does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", parties}, {"record", "r"}, {"result", "success"}});
        json::object const promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "支付修理费"}, {"manner", "cash"}, {"amount", 90000}, {"due", "2023-12-20"}};
        auto const file = does(town.mediator, "POST", "/agreements",
                               {{"text", json::object{{"parties", parties}, {"facts", "漏水"}, {"terms", "一次付清"}, {"third_parties", "none_touched"}, {"obligations", json::array{promise}}}}});
        auto const agreement = "/agreements/" + text_of(file.at("dispute").at("agreements").at(0).at("id"));
        for (auto const& party : parties) does(town.mediator, "POST", agreement + "/signatures", {{"party", party}, {"manner", "signature"}});
        does(town.mediator, "POST", agreement + "/mediator-signature");
        does(town.director, "POST", agreement + "/seal");
        does(town.director, "POST", agreement + "/confirmation", {{"applicants", parties}, {"court", shown(town.court)}});
        does(town.director, "PUT", agreement + "/confirmation/docket", {{"number", "（2023）新0203诉前调确7号"}});
        return agreement + "/confirmation";
    }

    // A request to which everybody has said yes already.
    static json::object agreed_to(std::string kind = "neighbour")
    {
        auto form = Town::request();
        form["kind"] = kind;
        for (auto& one : form.at("parties").as_array()) one.as_object()["consent"] = "agreed";
        return form;
    }

private:
    json::array not_asked_;

    void read(json::value const& file)
    {
        id = text_of(file.at("id"));
        here = "/disputes/" + id;
        for (auto const& one : file.at("dispute").at("parties").as_array()) {
            parties.push_back(one.at("id"));
            if (one.at("consent") != "agreed") not_asked_.push_back(one.at("id"));
        }
    }
};

// A town on each engine, and a dispute in it.
struct OnBothEngines : ::testing::TestWithParam<sql::Engine> {
    Town home{GetParam()};
};

}  // namespace maple::testing
