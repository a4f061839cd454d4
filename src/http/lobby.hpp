// What all connections of one server share. Lives on the socket thread; only `io` may be
// posted to from others.
#pragma once
#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <string>
#include <unordered_set>

#include "http/proxies.hpp"
#include "http/server.hpp"

namespace maple::http {

class Session;

struct Lobby : std::enable_shared_from_this<Lobby> {
    Lobby(Options, Handler);

    boost::asio::io_context io{1};  // first in, last out: sessions hold its sockets
    Options const options;
    Proxies const proxies;
    Handler handler;
    Wording wording;
    Receive receive;  // of large bodies
    std::unordered_set<std::shared_ptr<Session>> sessions;
    std::size_t turned_away = 0;  // sessions that only say 503
    std::size_t in_flight = 0;    // requests that the handler has not answered yet
    bool stopping = false;
    std::function<void()> left;  // called when a session has gone

    // The house's words for an error of the socket layer, or plain ones; never throws.
    Response worded(int status) const;
    // Of now, made once a second.
    std::string const& date();

private:
    std::string date_;
    std::chrono::sys_seconds dated_{};
};

}  // namespace maple::http
