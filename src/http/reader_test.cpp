#include "http/reader.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace maple::http {

namespace {

// All that a reader makes of a stream that arrives in pieces of at most `most` bytes.
std::vector<std::string> read_all(std::string const& stream, std::size_t most, Limits const& limits = {})
{
    Reader reader(limits);
    std::vector<std::string> out;
    std::string waiting;
    for (std::size_t at = 0; at < stream.size(); at += most) {
        waiting += stream.substr(at, most);
        for (;;) {
            std::size_t used = 0;
            auto const step = reader.read(waiting, used);
            waiting.erase(0, used);
            if (step == Reader::Step::refused) {
                out.push_back(std::to_string(reader.refusal()));
                return out;
            }
            if (step == Reader::Step::more) break;
            auto const whole = reader.take();
            auto const& request = whole.request;
            out.push_back(request.verb + " " + request.path + "?" + request.query + " " + std::to_string(request.headers.size()) + " " +
                          request.body + (whole.keep_alive ? "" : " last"));
        }
    }
    return out;
}

}  // namespace

TEST(Reader, reads_the_same_however_the_bytes_are_cut)
{
    std::string const stream =
        "\r\nGET /a?b=c HTTP/1.1\r\nHost: t\r\n\r\n"
        "POST /b HTTP/1.1\r\nHost: t\r\nContent-Length: 11\r\n\r\nhello\r\n\r\nme"
        "PUT /c HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;a=\"b\"\r\n world\r\n0\r\nTrailer: x\r\n\r\n"
        "DELETE /d HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n";
    auto const whole = read_all(stream, stream.size());
    EXPECT_EQ(whole, (std::vector<std::string>{"GET /a?b=c 1 ", "POST /b? 2 hello\r\n\r\nme", "PUT /c? 2 hello world", "DELETE /d? 2  last"}));
    for (std::size_t most = 1; most < stream.size(); ++most) EXPECT_EQ(read_all(stream, most), whole) << most;
}

TEST(Reader, the_limits_hold_however_the_bytes_are_cut)
{
    Limits const limits{.body = 100, .header = 300};
    std::string lines = "GET / HTTP/1.1\r\nHost: t\r\n";
    for (int i = 0; i < 50; ++i) lines += "A: b\r\n";
    std::string chunks = "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 50; ++i) chunks += "3\r\nabc\r\n";
    for (std::size_t most : {1, 2, 3, 7, 50, 100'000}) {
        EXPECT_EQ(read_all(lines + "\r\n", most, limits), std::vector<std::string>{"431"}) << most;
        EXPECT_EQ(read_all(chunks, most, limits), std::vector<std::string>{"413"}) << most;
    }
}

TEST(Reader, survives_any_change_to_an_honest_stream)
{
    std::string const honest =
        "POST /b?x HTTP/1.1\r\nHost: t\r\nConnection: keep-alive, x\r\nContent-Length: 5\r\nX: folded\r\n line\r\n\r\nhello"
        "PUT /c HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;a=\"b\"\r\n world\r\n0\r\nTrailer: x\r\n\r\n"
        "GET / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n";
    std::mt19937 random(20231120);
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    std::size_t read = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string stream = honest;
        for (std::size_t n = 1 + below(4); n > 0; --n) {
            auto const at = below(stream.size());
            switch (below(4)) {
                case 0: stream[at] = static_cast<char>(random()); break;
                case 1: stream.erase(at, 1 + below(5)); break;
                case 2: stream.insert(at, stream.substr(below(stream.size()), below(20))); break;
                default: stream.insert(at, 1 + below(3), "\r\n:;, 0"[below(7)]); break;
            }
        }
        read += read_all(stream, 1 + below(stream.size()), {.body = 50, .header = 200}).size();
    }
    EXPECT_GT(read, 20'000u);
}

}  // namespace maple::http
