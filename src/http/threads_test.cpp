// Several threads run the sockets: what they share, and how they end together.
#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <mutex>
#include <set>

#include "http/loopback.hpp"

namespace maple::http {

using namespace loopback;
using namespace std::chrono_literals;

TEST(Threads, connections_go_to_them_in_turn_and_each_stays_on_its_own)
{
    std::mutex mutex;
    std::map<std::string, std::set<std::thread::id>> seen;  // by the path that a connection asks for
    Running running([&](Request request, Reply reply) {
        {
            std::lock_guard const lock(mutex);
            seen[request.path].insert(std::this_thread::get_id());
        }
        reply({});
    }, {.threads = 4});
    std::deque<Client> clients;
    for (int n = 0; n < 4; ++n) clients.emplace_back(running.port());
    for (int times = 0; times < 3; ++times)
        for (std::size_t n = 0; n < clients.size(); ++n) EXPECT_EQ(clients[n].ask(get("/" + std::to_string(n))).status, 200);
    std::set<std::thread::id> all;
    for (auto const& [path, threads] : seen) {
        EXPECT_EQ(threads.size(), 1u) << path;
        all.insert(threads.begin(), threads.end());
    }
    EXPECT_EQ(all.size(), 4u);
}

TEST(Threads, share_the_limit_of_connections)
{
    Running running(echo, {.limits = {.connections = 4}, .threads = 4});
    std::deque<Client> clients;
    for (int n = 0; n < 4; ++n) EXPECT_EQ(clients.emplace_back(running.port()).ask(get("/")).status, 200);
    for (int n = 0; n < 8; ++n) EXPECT_EQ(Client(running.port()).ask(get("/")).status, 503);
    for (auto& client : clients) EXPECT_EQ(client.ask(get("/")).status, 200);
}

TEST(Threads, who_comes_while_the_house_is_shut_delays_nothing_and_loses_nothing_that_was_begun)
{
    for (int times = 0; times < 40; ++times) {
        std::atomic<int> begun = 0, answered = 0;
        Running running([&](Request, Reply reply) {
            ++begun;
            reply({.body = "whole"});
        }, {.threads = 4});
        std::vector<std::jthread> callers;
        std::latch ready(4);
        for (int n = 0; n < 4; ++n)
            callers.emplace_back([&] {
                ready.count_down();
                try {
                    for (;;) {
                        auto const answer = Client(running.port()).ask(get("/"));
                        if (answer.status == 0) return;
                        EXPECT_EQ(answer.body, "whole");
                        ++answered;
                    }
                } catch (boost::system::system_error const&) {
                    return;  // nobody listens any more
                }
            });
        ready.wait();
        running.server().stop();
        running.wait_for_the_end();
        callers.clear();
        EXPECT_EQ(begun, answered);
    }
}

TEST(Threads, answers_may_come_from_anywhere_after_the_end)
{
    std::vector<Reply> owed;
    std::mutex mutex;
    std::latch asked(4);
    {
        Running running([&](Request, Reply reply) {
            std::lock_guard const lock(mutex);
            owed.push_back(std::move(reply));
            asked.count_down();
        }, {.limits = {.to_stop = 20ms}, .threads = 4});
        std::deque<Client> clients;
        for (int n = 0; n < 4; ++n) clients.emplace_back(running.port()).send(get("/"));
        asked.wait();
        running.server().stop();
        running.wait_for_the_end();
        owed[0]({.body = "too late"});
        owed[1]({.body = "too late"});
    }
    owed[2]({.body = "far too late"});
    owed.clear();
}

TEST(Threads, what_breaks_one_of_them_ends_them_all_and_is_thrown)
{
    for (int which = 0; which < 3; ++which) {
        Server server({.port = 0, .threads = 3}, echo);
        set_receive(server, [](Request const& head) -> Reception {
            if (head.path == "/broken") throw 7;
            return {};
        });
        std::promise<int> thrown;
        std::jthread const runs([&] {
            try {
                server.run();
                thrown.set_value(0);
            } catch (int what) {
                thrown.set_value(what);
            }
        });
        std::deque<Client> clients;
        for (int n = 0; n < 3; ++n) EXPECT_EQ(clients.emplace_back(server.port()).ask(get("/")).status, 200);
        clients[std::size_t(which)].send(post("/broken", "x"));
        EXPECT_EQ(thrown.get_future().get(), 7);
    }
}

}  // namespace maple::http
