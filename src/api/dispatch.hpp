// From a request to an answer: finds the route, reads the form, asks the policy, opens the
// transaction, runs the use case, commits, words what was refused. The one place that
// catches; everything that is not a refusal is a 500 that says nothing to the asker.
#pragma once
#include "api/route.hpp"
#include "api/workers.hpp"
#include "http/server.hpp"

namespace maple::api {

// The law's clock: real time, or the demo's.
using Clock = std::function<Instant()>;

struct DispatchOptions {
    int workers = 4;
    std::size_t most_waiting = 1000;
    int slow_workers = 2;         // argon2id: two at a time
    std::size_t most_slow = 20;   // and twenty waiting; more are told to come back
    int hands = 2;                // who look at files that come with a form, and print packages
    std::size_t most_files = 8;   // on their way or waiting for a hand; more are told to come back
    std::size_t largest_file = 50 * 1024 * 1024;
};

class Dispatcher {
public:
    Dispatcher(Catalogue catalogue, sql::Store& store, House const& house, Clock clock, DispatchOptions options = {});
    ~Dispatcher();

    // Where the body of a large request goes: asked by the socket layer when its header has come.
    http::Reception receive(http::Request const& head);

    // Answers anything below /api; false for a path that is not ours.
    bool operator()(http::Request request, http::Reply reply);

    // The same, waiting for the answer: for tests and for the demo city, which comes into
    // being by the same requests as real life.
    http::Response ask(http::Request request);

    // One deed inside a transaction that the caller has opened, under the same policy and by
    // the same use case: how the demo city comes into being quickly. Answers that are completed
    // afterwards come as their slips. Throws Refused.
    json::value act(sql::Session&, access::Caller const&, Instant now, std::string_view verb, std::string_view path,
                    json::object body) const;

    // The same of a deed that comes with a file, by the same looking at it. False: this house keeps none.
    bool keeps_files() const;
    json::value act_with_file(sql::Session&, access::Caller const&, Instant now, std::string_view path, json::object fields,
                              std::string_view bytes, std::string name) const;

    Catalogue const& catalogue() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace maple::api
