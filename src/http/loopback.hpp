// For the tests of this room: a server on a free port of the loopback, and a client that
// sends exactly the bytes it is told.
#pragma once
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <future>
#include <latch>
#include <string>
#include <thread>

#include "http/server.hpp"

namespace maple::http::loopback {

namespace asio = boost::asio;
using asio::ip::tcp;

// Runs until it goes out of scope.
class Running {
public:
    explicit Running(Handler handler, Options options = {}, Wording wording = {}) : server_(with_any_port(options), std::move(handler))
    {
        if (wording) set_wording(server_, std::move(wording));
        thread_ = std::thread([this] {
            server_.run();
            ended_.count_down();
        });
    }
    ~Running()
    {
        server_.stop();
        thread_.join();
    }
    Server& server() { return server_; }
    unsigned short port() const { return server_.port(); }
    void wait_for_the_end() { ended_.wait(); }

private:
    static Options with_any_port(Options options)
    {
        options.port = 0;
        if (!options.threads) options.threads = 3;
        return options;
    }
    Server server_;
    std::latch ended_{1};
    std::thread thread_;
};

struct Answer {
    int status = 0;  // 0: the connection ended before an answer
    std::string head, body;

    bool says(std::string_view line) const { return head.find("\r\n" + std::string(line) + "\r\n") != head.npos; }
    std::string value(std::string const& name) const
    {
        auto const at = head.find("\r\n" + name + ": ");
        if (at == head.npos) return {};
        auto const from = at + name.size() + 4;
        return head.substr(from, head.find("\r\n", from) - from);
    }
};

// Reads answers from any stream of bytes.
template <class Stream> class Speaker {
public:
    template <class... With> explicit Speaker(With&&... with) : stream_(std::forward<With>(with)...) {}

    Stream& stream() { return stream_; }

    void send(std::string_view bytes)
    {
        boost::system::error_code ignored;  // a server that has hung up shows in the reading
        asio::write(stream_, asio::buffer(bytes.data(), bytes.size()), ignored);
    }

    Answer receive(bool without_body = false)
    {
        Answer answer;
        while (input_.find("\r\n\r\n") == input_.npos)
            if (!read_more()) return answer;
        answer.head = input_.substr(0, input_.find("\r\n\r\n") + 2);
        input_.erase(0, answer.head.size() + 2);
        answer.status = std::stoi(answer.head.substr(9, 3));
        std::string const length = answer.value("Content-Length");
        std::size_t const wanted = without_body || length.empty() ? 0 : std::stoul(length);
        while (input_.size() < wanted)
            if (!read_more()) return answer;
        answer.body = input_.substr(0, wanted);
        input_.erase(0, wanted);
        return answer;
    }

    Answer ask(std::string_view bytes)
    {
        send(bytes);
        return receive();
    }

    // Waits until the server hangs up; what it still said, "" when it said nothing.
    std::string rest()
    {
        while (read_more()) {}
        return std::exchange(input_, {});
    }

private:
    bool read_more()
    {
        std::array<char, 8192> piece;
        boost::system::error_code error;
        auto const bytes = stream_.read_some(asio::buffer(piece), error);
        input_.append(piece.data(), bytes);
        return !error;
    }
    Stream stream_;
    std::string input_;
};

struct Io {
    asio::io_context io;
};

class Client : private Io, public Speaker<tcp::socket> {
public:
    explicit Client(unsigned short port) : Speaker(io)
    {
        stream().connect({asio::ip::address_v4::loopback(), port});
        stream().set_option(tcp::no_delay(true));
    }
    void half_close() { stream().shutdown(tcp::socket::shutdown_send); }
    void hang_up() { stream().close(); }
};

inline std::string get(std::string_view target, std::string_view more = {})
{
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" + std::string(more) + "\r\n";
}

inline std::string post(std::string_view target, std::string_view body, std::string_view more = {})
{
    return "POST " + std::string(target) + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(more) + "\r\n" + std::string(body);
}

// Answers with what it was asked.
inline void echo(Request request, Reply reply)
{
    reply({.body = request.verb + " " + request.path + "?" + request.query + " " + request.body});
}

}  // namespace maple::http::loopback
