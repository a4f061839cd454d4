// A house with its doors open, for tests: requests go in, answers come out, as over the wire.
#pragma once
#include "access/identify.hpp"
#include "api/dispatch.hpp"
#include "registry/roll.hpp"
#include "registry/routes.hpp"
#include "registry/sign_in.hpp"
#include "registry/testing.hpp"

#include <gtest/gtest.h>

namespace maple::registry {

inline std::string const password = "red lanterns over the canal", other_password = "sixteen sparrows in the reeds";

class Doors : public testing::TestWithParam<sql::Engine> {
protected:
    TestHouse house{GetParam()};
    api::Dispatcher dispatcher{{registry_room()}, *house.store, house.house, [this] { return house.now; }};

    struct Told {
        int status = 0;
        json::value body;
        http::Headers headers;
        std::vector<std::string> cookies() const
        {
            std::vector<std::string> set;
            for (auto const& [name, value] : headers)
                if (name == "Set-Cookie") set.push_back(value);
            return set;
        }
        std::string token() const
        {
            if (cookies().empty()) return "";
            auto const pair = cookies().front().substr(0, cookies().front().find(';'));
            return pair.substr(pair.find('=') + 1);
        }
        std::string code() const { return body.is_object() && body.as_object().contains("code") ? body.at("code").as_string().c_str() : ""; }
        std::string problem() const { return body.at("problems").at(0).at("code").as_string().c_str(); }
        std::string header(std::string_view wanted) const
        {
            for (auto const& [name, value] : headers)
                if (name == wanted) return value;
            return "";
        }
    };

    Told ask(std::string verb, std::string path, json::object body = {}, std::string token = "", http::Headers more = {}, bool secure = false)
    {
        auto const mark = path.find('?');
        auto const query = mark == path.npos ? std::string() : path.substr(mark + 1);
        http::Request request{std::move(verb), "/api" + path.substr(0, mark), query, std::move(more), body.empty() ? "" : json::serialize(body)};
        request.peer = "203.0.113.7";
        request.secure = secure;
        request.headers.emplace_back("Host", "maple.example");
        request.headers.emplace_back("Content-Type", "application/json");
        request.headers.emplace_back("Accept-Language", "en");
        if (!token.empty()) request.headers.emplace_back("Cookie", (secure ? "__Host-" : "") + std::string(access::session_cookie) + "=" + token);
        auto const answer = dispatcher.ask(std::move(request));
        return {answer.status, json::parse(answer.body), answer.headers};
    }

    Told enter(std::string const& username, std::string const& with) { return ask("POST", "/session", {{"username", username}, {"password", with}}); }

    // The first administrator, by the link that `serve` prints.
    Told begin()
    {
        auto const token = first_run_token(*house.store, real_time()).value();
        return ask("POST", "/first-run", {{"token", token}, {"username", "Admin"}, {"password", password}, {"name", "王明"}});
    }

    Key root() { return house.work([](Desk& desk) { return all_organisations(desk).front().id; }); }
};

}  // namespace maple::registry
