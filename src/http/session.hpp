// One connection: reads requests, hands them to the handler, sends the answers in order.
// Everything here runs on the one thread of its lobby.
#pragma once
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/lobby.hpp"
#include "http/reader.hpp"

namespace maple::http {

class Session : public std::enable_shared_from_this<Session> {
public:
    using Tcp = boost::asio::ip::tcp;
    using Error = boost::system::error_code;
    using Clock = std::chrono::steady_clock;

    // Plain, or over TLS when there is a context.
    static std::shared_ptr<Session> open(Lobby&, Seat, Tcp::socket, boost::asio::ssl::context*);
    virtual ~Session() = default;

    void begin();   // from now on it lives until the client or a deadline ends it
    void finish();  // closes when what is in flight has been answered
    void close();   // at once

    // The answer to the request of this number; nothing: the handler failed, 500.
    void answer(std::uint64_t number, std::optional<Response>);

protected:
    Session(Lobby&, Seat, bool tls);

    // The stream, plain or TLS; each start_x ends in one on_x.
    virtual Tcp::socket& socket() = 0;
    virtual void start_handshake() = 0;
    virtual void start_read(boost::asio::mutable_buffer) = 0;
    virtual void start_write(std::vector<boost::asio::const_buffer> const&) = 0;
    virtual void start_farewell() = 0;
    virtual void start_drain(boost::asio::mutable_buffer) = 0;

    void on_handshake(Error);
    void on_read(Error, std::size_t bytes);
    void on_write(Error);
    void on_farewell();
    void on_drain(Error);

    // A connection that breaks takes nothing else with it.
    template <class Step> void safely(Step step)
    {
        try {
            step();
        } catch (std::exception const&) {
            close();
        }
    }

private:
    // An answer's place in the row; filled in any order, sent in this one.
    struct Place {
        bool ready = false, interim = false, head = false, old = false, safe = true, keep_alive = true;
        Response response = {};
    };
    struct Outgoing {
        std::string head;
        Response response;
    };

    void resume();
    void take_requests();
    bool take_one();
    bool may_start(Reader::Whole const&) const;
    void start(Reader::Whole);
    void refuse(int status);
    void send_ready();
    void prepare(Place, bool keep_alive);
    void write(std::vector<boost::asio::const_buffer> const&);
    bool write_piece();
    void read_more();
    boost::asio::mutable_buffer room();
    bool wants_input() const;
    bool is_idle() const;
    void leave();
    Clock::time_point due() const;
    void watch();
    void on_time();

    Lobby& lobby_;
    Entrance& entrance_;
    Seat seat_;
    bool const tls_;
    boost::asio::steady_timer timer_;
    boost::asio::ip::address remote_;

    std::vector<char> input_;
    std::size_t first_ = 0, last_ = 0;  // what of input_ is not read yet
    Reader reader_;
    bool told_to_continue_ = false;
    std::optional<Reader::Whole> held_;  // waits until an unsafe one before it is answered

    std::deque<Place> row_;
    std::uint64_t number_ = 0;  // of row_.front()
    std::deque<Outgoing> sending_;
    std::vector<boost::asio::const_buffer> buffers_;
    Pieces pieces_;      // of a large answer whose head has been sent, or is being sent
    std::string piece_;

    bool shaking_ = false, reading_ = false, writing_ = false, taking_ = false;
    bool no_more_requests_ = false;  // the last one asked to close, or could not be read
    bool client_is_done_ = false;    // it will send nothing more
    bool last_answer_ = false;       // is being sent
    bool leaving_ = false, closed_ = false;
    Clock::time_point read_begun_{}, read_due_{}, write_due_{}, idle_due_{}, leave_due_{}, armed_ = Clock::time_point::max();
};

}  // namespace maple::http
