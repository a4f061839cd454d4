// What connections share. An Entrance is one server's; each thread of sockets has a Lobby of its
// own, and a connection stays in the lobby that it was led to.
#pragma once
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <string>
#include <unordered_set>

#include "http/proxies.hpp"
#include "http/server.hpp"

namespace maple::http {

class Session;

// Of all threads of sockets. What is not atomic stands before the first of them runs.
struct Entrance {
    Entrance(Options, Handler);

    Options const options;
    Proxies const proxies;
    Handler handler;
    Wording wording;
    Receive receive;  // of large bodies
    std::atomic<std::size_t> seated = 0;       // connections that are served; only the door lets in
    std::atomic<std::size_t> turned_away = 0;  // those that only hear 503
    std::atomic<std::size_t> in_flight = 0;    // requests that the handler has not answered yet; its limit may be passed by one a thread
    std::atomic<bool> stopping = false;

    // The house's words for an error of the socket layer, or plain ones; never throws.
    Response worded(int status) const;
};

// Of one thread of sockets. Lives on it; only `io` may be posted to from others.
struct Lobby : std::enable_shared_from_this<Lobby> {
    explicit Lobby(std::shared_ptr<Entrance>);

    std::shared_ptr<Entrance> const entrance;
    boost::asio::io_context io{1};  // before the sessions, which hold its sockets
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> open;
    std::unordered_set<std::shared_ptr<Session>> sessions;
    std::function<void()> left;  // called when a session has gone
    bool ended = false;          // the server stops, and nobody is here any more

    // Of now, made once a second.
    std::string const& date();

private:
    std::string date_;
    std::chrono::sys_seconds dated_{};
};

// A place among the connections, from the door to the end of the connection.
class Seat {
public:
    Seat(Entrance& entrance, bool turned_away) : entrance_(&entrance), turned_away_(turned_away) { ++counted(); }
    Seat(Seat&& other) noexcept : entrance_(std::exchange(other.entrance_, nullptr)), turned_away_(other.turned_away_) {}
    ~Seat() { leave(); }

    bool turned_away() const { return turned_away_; }
    void leave()
    {
        if (entrance_) --counted();
        entrance_ = nullptr;
    }

private:
    std::atomic<std::size_t>& counted() { return turned_away_ ? entrance_->turned_away : entrance_->seated; }

    Entrance* entrance_;
    bool turned_away_;
};

}  // namespace maple::http
