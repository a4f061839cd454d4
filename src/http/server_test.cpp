#include "http/server.hpp"

#include <gtest/gtest.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <map>
#include <mutex>
#include <vector>

#include "http/loopback.hpp"

namespace maple::http {

using namespace loopback;

TEST(Server, answers_with_length_type_and_date_and_names_no_product)
{
    Running running([](Request, Reply reply) { reply({.status = 201, .body = "hello", .headers = {{"X-Kind", "test"}}}); });
    Client client(running.port());
    auto const answer = client.ask(get("/"));
    EXPECT_EQ(answer.status, 201);
    EXPECT_EQ(answer.body, "hello");
    EXPECT_EQ(answer.value("Content-Type"), "text/plain; charset=utf-8");
    EXPECT_TRUE(answer.says("X-Kind: test"));
    EXPECT_TRUE(answer.value("Date").ends_with(" GMT"));
    EXPECT_EQ(answer.value("Server"), "");
}

TEST(Server, splits_the_target_and_keeps_headers_and_body)
{
    Request seen;
    Running running([&](Request request, Reply reply) {
        seen = request;
        reply({});
    });
    Client client(running.port());
    client.ask(post("/api/disputes/%E5%8D%B7?stage=requested&q=a?b", "facts", "Cookie: a=1; session=xyz\r\nX-Thing:  spaced \r\n"));
    EXPECT_EQ(seen.verb, "POST");
    EXPECT_EQ(seen.path, "/api/disputes/%E5%8D%B7");
    EXPECT_EQ(seen.query, "stage=requested&q=a?b");
    EXPECT_EQ(seen.body, "facts");
    EXPECT_EQ(seen.peer, "127.0.0.1");
    EXPECT_FALSE(seen.secure);
    EXPECT_EQ(seen.header("x-THING"), "spaced");
    EXPECT_EQ(seen.header("absent"), "");
    EXPECT_EQ(seen.cookie("session"), "xyz");
    EXPECT_EQ(seen.cookie("absent"), "");
}

TEST(Server, understands_the_whole_address_as_target)
{
    Running running(echo);
    Client client(running.port());
    EXPECT_EQ(client.ask(get("http://elsewhere.example/x?y")).body, "GET /x?y ");
    EXPECT_EQ(client.ask(get("http://elsewhere.example?y")).body, "GET /?y ");
}

TEST(Server, keeps_the_connection_and_joins_chunks)
{
    Running running(echo);
    Client client(running.port());
    EXPECT_EQ(client.ask(get("/1")).body, "GET /1? ");
    EXPECT_EQ(client.ask("POST /2 HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nLate: 1\r\n\r\n").body,
              "POST /2? abcde");
    EXPECT_EQ(client.ask(get("/3")).body, "GET /3? ");
}

TEST(Server, does_not_believe_headers_behind_the_body)
{
    std::string seen = "nothing";
    Running running([&](Request request, Reply reply) {
        seen = request.header("Late");
        reply({});
    });
    Client client(running.port());
    client.ask("POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nLate: 1\r\n\r\n");
    EXPECT_EQ(seen, "");
}

TEST(Server, head_has_the_length_and_no_body)
{
    Running running([](Request, Reply reply) { reply({.body = "hello"}); });
    Client client(running.port());
    client.send("HEAD / HTTP/1.1\r\nHost: t\r\n\r\n");
    auto const answer = client.receive(true);
    EXPECT_EQ(answer.value("Content-Length"), "5");
    EXPECT_EQ(client.ask(get("/")).body, "hello");
}

TEST(Server, closes_when_asked_and_for_http_1_0)
{
    Running running(echo);
    Client asks(running.port());
    EXPECT_TRUE(asks.ask(get("/", "Connection: close\r\n")).says("Connection: close"));
    EXPECT_EQ(asks.rest(), "");
    Client old(running.port());
    EXPECT_EQ(old.ask("GET / HTTP/1.0\r\n\r\n").status, 200);
    EXPECT_EQ(old.rest(), "");
    Client old_that_stays(running.port());
    EXPECT_TRUE(old_that_stays.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").says("Connection: keep-alive"));
    EXPECT_EQ(old_that_stays.ask("GET /2 HTTP/1.0\r\n\r\n").body, "GET /2? ");
}

TEST(Server, closes_when_the_house_asks)
{
    Running running([](Request, Reply reply) { reply({.headers = {{"Connection", "close"}}}); });
    Client client(running.port());
    EXPECT_TRUE(client.ask(get("/")).says("Connection: close"));
    EXPECT_EQ(client.rest(), "");
}

TEST(Server, no_content_has_neither_length_nor_type)
{
    Running running([](Request, Reply reply) { reply({.status = 204}); });
    Client client(running.port());
    auto const answer = client.ask(get("/"));
    EXPECT_EQ(answer.value("Content-Length"), "");
    EXPECT_EQ(answer.value("Content-Type"), "");
}

TEST(Server, pipelined_answers_keep_their_order_when_handlers_do_not)
{
    std::map<std::string, Reply> waiting;  // on the socket thread only
    Running running([&](Request request, Reply reply) {
        waiting[request.path] = std::move(reply);
        if (waiting.size() < 3) return;
        for (auto const* path : {"/3", "/1", "/2"}) waiting[path]({.body = path});
    });
    Client client(running.port());
    client.send(get("/1") + get("/2") + get("/3"));
    EXPECT_EQ(client.receive().body, "/1");
    EXPECT_EQ(client.receive().body, "/2");
    EXPECT_EQ(client.receive().body, "/3");
}

TEST(Server, a_pipelined_change_waits_for_what_stands_before_it)
{
    std::vector<std::string> order;
    std::vector<std::thread> threads;
    std::mutex guard;
    Running running([&](Request request, Reply reply) {
        std::lock_guard const lock(guard);
        order.push_back("start " + request.path);
        threads.emplace_back([&, reply, path = request.path] {
            {
                std::lock_guard const inner(guard);
                order.push_back("end " + path);
            }
            reply({.body = path});
        });
    });
    Client client(running.port());
    client.send(post("/1", "a") + post("/2", "b") + get("/3"));
    for (auto const* path : {"/1", "/2", "/3"}) EXPECT_EQ(client.receive().body, path);
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(order, (std::vector<std::string>{"start /1", "end /1", "start /2", "end /2", "start /3", "end /3"}));
}

TEST(Server, a_hundred_pipelined_requests_are_all_answered)
{
    Running running(echo);
    Client client(running.port());
    std::string all;
    for (int i = 0; i < 100; ++i) all += i % 3 == 0 ? post("/" + std::to_string(i), "x") : get("/" + std::to_string(i));
    client.send(all);
    for (int i = 0; i < 100; ++i) {
        auto const path = "/" + std::to_string(i);
        EXPECT_EQ(client.receive().body, i % 3 == 0 ? "POST " + path + "? x" : "GET " + path + "? ");
    }
}

TEST(Server, sixty_four_clients_get_their_own_answers_from_workers)
{
    asio::io_context workers;
    auto const work = asio::make_work_guard(workers);
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) threads.emplace_back([&] { workers.run(); });
    std::atomic<int> right = 0;
    {
        Running running([&](Request request, Reply reply) {
            asio::post(workers, [request = std::move(request), reply = std::move(reply)]() mutable { echo(std::move(request), std::move(reply)); });
        });
        std::vector<std::thread> clients;
        for (int c = 0; c < 64; ++c)
            clients.emplace_back([&, c] {
                Client client(running.port());
                for (int i = 0; i < 20; ++i) {
                    auto const path = "/" + std::to_string(c) + "/" + std::to_string(i);
                    right += client.ask(get(path)).body == "GET " + path + "? ";
                }
            });
        for (auto& client : clients) client.join();
    }
    EXPECT_EQ(right, 64 * 20);
    workers.stop();
    for (auto& thread : threads) thread.join();
}

TEST(Server, an_answer_may_come_from_another_thread)
{
    std::thread worker;
    Running running([&](Request request, Reply reply) {
        worker = std::thread([reply, path = request.path] { reply({.body = path}); });
    });
    Client client(running.port());
    EXPECT_EQ(client.ask(get("/late")).body, "/late");
    worker.join();
}

TEST(Server, only_the_first_reply_counts)
{
    Running running([](Request, Reply reply) {
        reply({.body = "first"});
        reply({.body = "second"});
    });
    Client client(running.port());
    EXPECT_EQ(client.ask(get("/")).body, "first");
    EXPECT_EQ(client.ask(get("/")).body, "first");
}

TEST(Server, a_reply_after_the_client_or_the_server_has_gone_is_dropped)
{
    Reply kept;
    {
        std::promise<void> asked;
        Running running([&](Request request, Reply reply) {
            if (request.path == "/fine") return reply({.body = "fine"});
            kept = std::move(reply);
            asked.set_value();
        });
        Client leaves(running.port());
        leaves.send(get("/"));
        asked.get_future().wait();
        leaves.hang_up();
        Client stays(running.port());
        EXPECT_EQ(stays.ask(get("/fine")).body, "fine");
        kept({.body = "nobody hears this"});
        EXPECT_EQ(stays.ask(get("/fine")).body, "fine");
    }
    kept({.body = "nor this"});
}

TEST(Server, a_client_that_has_finished_speaking_still_hears_its_answer)
{
    std::promise<Reply> asked;
    Running running([&](Request, Reply reply) { asked.set_value(std::move(reply)); });
    Client client(running.port());
    client.send(get("/"));
    client.half_close();
    asked.get_future().get()({.body = "heard"});
    EXPECT_EQ(client.receive().body, "heard");
    EXPECT_EQ(client.rest(), "");
}

TEST(Server, a_handler_that_throws_or_forgets_is_500)
{
    Running running([](Request request, Reply reply) {
        if (request.path == "/throws") throw std::runtime_error("secret");
        if (request.path == "/odd") throw 7;
        if (request.path == "/both") {
            reply({.body = "said"});
            throw std::runtime_error("too late");
        }
    });
    Client client(running.port());
    for (auto const* path : {"/throws", "/odd", "/forgets"}) {
        auto const answer = client.ask(get(path));
        EXPECT_EQ(answer.status, 500) << path;
        EXPECT_EQ(answer.body.find("secret"), answer.body.npos);
    }
    EXPECT_EQ(client.ask(get("/both")).body, "said");
}

TEST(Server, a_header_cannot_carry_a_second_one)
{
    Running running([](Request request, Reply reply) {
        if (request.path == "/value") return reply({.headers = {{"Location", "/x\r\nSet-Cookie: a=b"}}});
        if (request.path == "/name") return reply({.headers = {{"X: y\r\nSet-Cookie", "a"}}});
        if (request.path == "/type") return reply({.type = "text/html\nX: y"});
        if (request.path == "/nul") return reply({.headers = {{"X", std::string("a\0b", 3)}}});
        reply({.status = 99});
    });
    Client client(running.port());
    for (auto const* path : {"/value", "/name", "/type", "/nul", "/status"}) {
        auto const answer = client.ask(get(path));
        EXPECT_EQ(answer.status, 500) << path;
        EXPECT_EQ(answer.head.find("Set-Cookie"), answer.head.npos);
    }
}

TEST(Server, framing_is_not_the_houses_business)
{
    Running running([](Request, Reply reply) {
        reply({.body = "hello", .headers = {{"Content-Length", "1"}, {"Transfer-Encoding", "chunked"}, {"Server", "x"}}});
    });
    Client client(running.port());
    auto const answer = client.ask(get("/"));
    EXPECT_EQ(answer.body, "hello");
    EXPECT_EQ(answer.value("Transfer-Encoding"), "");
    EXPECT_EQ(answer.value("Server"), "");
}

TEST(Server, a_shared_body_is_sent_whole_and_released)
{
    auto const shared = std::make_shared<std::string const>(std::string(3'000'000, 'm') + "end");
    {
        Running running([&](Request, Reply reply) { reply({.shared = shared}); });
        Client one(running.port()), two(running.port());
        one.send(get("/"));
        two.send(get("/"));
        EXPECT_EQ(one.receive().body, *shared);
        EXPECT_EQ(two.receive().body, *shared);
    }
    EXPECT_EQ(shared.use_count(), 1);
}

TEST(Server, forwarded_addresses_count_only_from_listed_proxies)
{
    auto const who = [](Request request, Reply reply) { reply({.body = request.peer + (request.secure ? " secure" : "")}); };
    auto const forwarded = get("/", "X-Forwarded-For: 6.6.6.6, 203.0.113.9:4711, 10.1.2.3\r\nX-Forwarded-Proto: https\r\n");
    Running open(who);
    EXPECT_EQ(Client(open.port()).ask(forwarded).body, "127.0.0.1");
    Running behind(who, {.trusted_proxies = {"127.0.0.1", "10.0.0.0/8"}});
    EXPECT_EQ(Client(behind.port()).ask(forwarded).body, "203.0.113.9 secure");
    EXPECT_EQ(Client(behind.port()).ask(get("/", "X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: [2001:db8::7]:443\r\n")).body, "2001:db8::7");
    EXPECT_EQ(Client(behind.port()).ask(get("/", "X-Forwarded-For: 1.1.1.1, unknown\r\nX-Forwarded-Proto: http\r\n")).body, "127.0.0.1");
}

TEST(Server, says_why_it_cannot_start)
{
    Running first(echo);
    EXPECT_THROW(Server({.port = first.port()}, echo), std::runtime_error);
    EXPECT_THROW(Server({.address = "nowhere", .port = 0}, echo), std::runtime_error);
    EXPECT_THROW(Server({.port = 0, .trusted_proxies = {"the one in the cellar"}}, echo), std::runtime_error);
    EXPECT_THROW(Server({.port = 0, .tls_certificate = "/nonexistent.pem"}, echo), std::runtime_error);
}

}  // namespace maple::http
