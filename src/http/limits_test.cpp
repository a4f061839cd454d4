// What a slow, greedy, broken or hostile client meets.
#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "http/loopback.hpp"

namespace maple::http {

using namespace loopback;
using namespace std::chrono_literals;

namespace {

Options with(Limits limits) { return {.limits = limits}; }

}  // namespace

TEST(Limits, a_body_too_large_is_413_whether_announced_or_in_chunks)
{
    Running running(echo, with({.body = 10}));
    Client fits(running.port());
    EXPECT_EQ(fits.ask(post("/", "0123456789")).status, 200);
    Client announced(running.port());
    EXPECT_EQ(announced.ask(post("/", std::string(500'000, 'x'))).status, 413);
    EXPECT_EQ(announced.rest(), "");
    Client chunked(running.port());
    EXPECT_EQ(chunked.ask("POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n01234567\r\n8\r\n01234567\r\n").status, 413);
}

TEST(Limits, a_header_too_large_is_431_in_one_line_in_many_and_bit_by_bit)
{
    Running running(echo, with({.header = 2000}));
    Client one(running.port());
    EXPECT_EQ(one.ask(get("/", "X: " + std::string(2000, 'x') + "\r\n")).status, 431);
    Client target(running.port());
    EXPECT_EQ(target.ask(get("/" + std::string(5000, 'x'))).status, 431);
    std::string lines;
    for (int i = 0; i < 150; ++i) lines += "X-Line: something\r\n";
    Client many(running.port());
    EXPECT_EQ(many.ask(get("/", lines)).status, 431);
    Client endless(running.port());
    endless.send("GET / HTTP/1.1\r\n");
    for (int i = 0; i < 200; ++i) endless.send("X-Line: something\r\n");
    EXPECT_EQ(endless.receive().status, 431);
    EXPECT_EQ(endless.rest(), "");
}

TEST(Limits, a_chunk_line_without_end_is_refused)
{
    Running running(echo);
    Client client(running.port());
    client.send("POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n1;");
    for (int i = 0; i < 40; ++i) client.send(std::string(4096, 'x'));
    EXPECT_EQ(client.receive().status, 400);
}

TEST(Limits, what_two_readers_could_read_in_two_ways_is_400)
{
    Running running(echo);
    std::vector<std::string> const bad = {
        "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: identity\r\nContent-Length: 3\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 3, 3\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: -3\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: t\r\nContent-Length : 3\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 99999999999999999999999\r\n\r\nabc",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\nHost: a\n\n                 ",
        "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
        "GET nowhere HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /#part HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / / HTTP/1.1\r\nHost: a\r\n\r\n",
        "G@T / HTTP/1.1\r\nHost: a\r\n\r\n",
        "\x16\x03\x01\x02\x00 a TLS greeting on the plain port",
    };
    for (auto const& bytes : bad) {
        Client client(running.port());
        auto const answer = client.ask(bytes);
        EXPECT_EQ(answer.status, 400) << bytes;
        EXPECT_TRUE(answer.says("Connection: close"));
        EXPECT_EQ(client.rest(), "") << bytes;
    }
}

TEST(Limits, empty_lines_before_a_request_are_forgiven)
{
    Running running(echo);
    Client client(running.port());
    EXPECT_EQ(client.ask("\r\n" + get("/1") + "\r\n").body, "GET /1? ");
    EXPECT_EQ(client.ask(get("/2")).body, "GET /2? ");
}

TEST(Limits, the_errors_are_worded_by_the_house)
{
    Running running(echo, {}, [](int status) {
        return Response{.status = status, .type = "application/problem+json", .body = "{\"status\":" + std::to_string(status) + "}"};
    });
    Client client(running.port());
    auto const answer = client.ask("nonsense\r\n\r\n");
    EXPECT_EQ(answer.value("Content-Type"), "application/problem+json");
    EXPECT_EQ(answer.body, "{\"status\":400}");
}

TEST(Limits, broken_wording_falls_back_to_plain_words)
{
    Running running(echo, {}, [](int) -> Response { throw std::runtime_error("no words"); });
    Client client(running.port());
    EXPECT_EQ(client.ask("nonsense\r\n\r\n").status, 400);
}

TEST(Limits, a_client_that_expects_to_continue_is_told_so_once)
{
    Running running(echo);
    Client client(running.port());
    client.send("POST /1 HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client.receive().status, 100);
    EXPECT_EQ(client.ask("ab").body, "POST /1? ab");
    EXPECT_EQ(client.ask(post("/2", "cd", "Expect: 100-continue\r\n")).body, "POST /2? cd");
}

TEST(Limits, a_client_that_expects_to_send_too_much_is_told_at_once)
{
    Running running(echo, with({.body = 10}));
    Client client(running.port());
    EXPECT_EQ(client.ask("POST / HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n").status, 413);
}

TEST(Limits, a_request_that_never_ends_is_408)
{
    Running running(echo, with({.to_read = 50ms}));
    for (std::string const& part : {get("/").substr(0, 20), post("/", "abc").substr(0, 52), std::string("G")}) {
        Client client(running.port());
        auto const answer = client.ask(part);
        EXPECT_EQ(answer.status, 408);
        EXPECT_EQ(client.rest(), "");
    }
}

TEST(Limits, a_client_that_drips_is_cut_off)
{
    Running running(echo, with({.to_read = 100ms}));
    Client client(running.port());
    std::string const request = "GET / HTTP/1.1\r\nHost: t\r\nX: ";
    client.send(request);
    std::thread drip([&] {
        boost::system::error_code gone;
        while (!gone) asio::write(client.stream(), asio::buffer("x", 1), gone);
    });
    EXPECT_NE(client.receive().status, 200);  // 408, or 431 when it drips fast
    client.rest();
    client.stream().shutdown(tcp::socket::shutdown_both);
    drip.join();
}

TEST(Limits, an_idle_connection_is_closed_without_a_word)
{
    Running running(echo, with({.idle = 300ms}));
    Client silent(running.port());
    EXPECT_EQ(silent.rest(), "");
    Client used(running.port());
    EXPECT_EQ(used.ask(get("/")).status, 200);
    EXPECT_EQ(used.rest(), "");
    Client half_a_line(running.port());
    half_a_line.send("\r");
    EXPECT_EQ(half_a_line.rest(), "");
}

TEST(Limits, waiting_for_the_handler_is_not_idleness)
{
    std::promise<Reply> asked;
    Running running([&](Request request, Reply reply) { request.path == "/slow" ? asked.set_value(std::move(reply)) : reply({}); },
                    with({.to_read = 300ms, .idle = 300ms}));
    Client slow(running.port());
    slow.send(get("/slow"));
    auto const reply = asked.get_future().get();
    Client silent(running.port());
    EXPECT_EQ(silent.rest(), "");  // by now the deadline of an idle one has passed
    reply({.body = "patience"});
    EXPECT_EQ(slow.receive().body, "patience");
}

TEST(Limits, a_client_that_does_not_read_is_cut_off)
{
    auto const large = std::make_shared<std::string const>(64 * 1024 * 1024, 'x');
    std::promise<void> released;
    {
        Running running([&](Request, Reply reply) {
            // The server lets go of the body when it gives the client up.
            reply({.shared = {large.get(), [&](auto const*) { released.set_value(); }}});
        }, with({.to_write = 2ms}));
        Client client(running.port());
        client.send(get("/"));
        released.get_future().wait();
        EXPECT_LT(client.rest().size(), large->size());
    }
}

TEST(Limits, more_connections_than_allowed_hear_503)
{
    Running running(echo, with({.connections = 2}));
    Client one(running.port()), two(running.port());
    EXPECT_EQ(one.ask(get("/")).status, 200);
    EXPECT_EQ(two.ask(get("/")).status, 200);
    Client three(running.port());
    auto const answer = three.ask(get("/"));
    EXPECT_EQ(answer.status, 503);
    EXPECT_NE(answer.value("Retry-After"), "");
    EXPECT_EQ(three.rest(), "");
    EXPECT_EQ(one.ask(get("/", "Connection: close\r\n")).status, 200);
    EXPECT_EQ(one.rest(), "");
    one.hang_up();
    int status = 503;  // until the server has seen that the first has gone
    while (status == 503) status = Client(running.port()).ask(get("/")).status;
    EXPECT_EQ(status, 200);
}

TEST(Limits, more_requests_than_allowed_hear_503_and_never_reach_the_handler)
{
    std::promise<Reply> asked;
    std::atomic<int> calls = 0;
    Running running([&](Request request, Reply reply) {
        ++calls;
        request.path == "/slow" ? asked.set_value(std::move(reply)) : reply({});
    }, with({.in_flight = 1}));
    Client slow(running.port()), other(running.port());
    slow.send(get("/slow"));
    auto const reply = asked.get_future().get();
    auto const answer = other.ask(get("/"));
    EXPECT_EQ(answer.status, 503);
    EXPECT_NE(answer.value("Retry-After"), "");
    EXPECT_EQ(calls, 1);
    reply({.body = "done"});
    EXPECT_EQ(slow.receive().body, "done");
    EXPECT_EQ(other.ask(get("/")).status, 200);
}

TEST(Limits, any_bytes_at_all_leave_the_server_standing)
{
    Running running(echo, with({.body = 1000, .header = 500}));
    std::mt19937 random(20231120);
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    std::vector<std::string> const pieces = {
        "GET ", "POST ", "/", "?", " HTTP/1.1", " HTTP/1.0", "\r\n", "\r", "\n", "\r\n\r\n", "Host: t\r\n", "Content-Length: ", "5", "0",
        "99", "Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n", "Connection: close\r\n", "Connection: ,\r\n", ":", " ", "\t",
        ";a=b", "ff\r\n", "0\r\n\r\n", "5\r\nabcde\r\n", get("/"), post("/", "abc"), std::string(1, '\0'), std::string(300, 'y'),
        "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n"};
    for (int i = 0; i < 4000; ++i) {
        std::string bytes;
        for (std::size_t n = 1 + below(12); n > 0; --n)
            bytes += below(4) ? pieces[below(pieces.size())] : std::string(below(20), static_cast<char>(random()));
        if (!bytes.empty() && below(3) == 0) bytes[below(bytes.size())] = static_cast<char>(random());
        Client client(running.port());
        auto const cut = below(bytes.size() + 1);
        client.send(bytes.substr(0, cut));
        client.send(bytes.substr(cut));
        boost::system::error_code ignored;
        client.stream().shutdown(tcp::socket::shutdown_send, ignored);
        client.rest();
    }
    EXPECT_EQ(Client(running.port()).ask(get("/")).status, 200);
}

}  // namespace maple::http
