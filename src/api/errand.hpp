// One request on its way through the house, and what is asked of it at more than one of its doors.
#pragma once
#include "access/caller.hpp"
#include "api/route.hpp"
#include "api/question.hpp"
#include "http/server.hpp"

namespace maple::api {

struct Errand {
    http::Request request;
    http::Reply reply;
    Found found;
    Route const* route = nullptr;  // null until it was looked for
    json::value question;
    Language language{};
    std::string id;         // of the request, in every error and in the log
    std::string token;      // of the session cookie
    std::string peer;       // the network it came from
    std::optional<std::int64_t> if_match;
    std::vector<std::int64_t> if_none_match;
    Instant now, real_now;
    access::Caller caller;                           // once it is known
    std::pair<std::string_view, Key> subject = {};   // what the path names: "dispute" and its key
    std::vector<std::function<void()>> when_durable;  // what a change leaves to be remembered
};
using Sent = std::shared_ptr<Errand>;

// The token of the session cookie, by its strict name where it was set under TLS.
std::string cookie_of(http::Request const&);

// What went wrong, as a person may be told it; what nobody expected goes to the log.
Refusal refusal_of(std::exception_ptr, Errand const&);

Refusal come_back();     // in two seconds, when fewer people wait
Refusal no_such_door();  // no route bears this path

}  // namespace maple::api
