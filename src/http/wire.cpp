// The two streams a session can run over.
#include <boost/asio/read.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <type_traits>

#include "http/session.hpp"

namespace maple::http {

namespace asio = boost::asio;

namespace {

template <class Stream> class Wire final : public Session {
    static constexpr bool over_tls = !std::is_same_v<Stream, Tcp::socket>;

public:
    template <class... With>
    Wire(Lobby& lobby, Seat seat, Tcp::socket socket, With&... with) : Session(lobby, std::move(seat), over_tls), stream_(std::move(socket), with...)
    {
    }

private:
    Tcp::socket& socket() override
    {
        if constexpr (over_tls) return stream_.next_layer();
        else return stream_;
    }

    std::shared_ptr<Wire> self() { return std::static_pointer_cast<Wire>(shared_from_this()); }

    void start_handshake() override
    {
        if constexpr (over_tls)
            stream_.async_handshake(asio::ssl::stream_base::server,
                                    [self = self()](Error error) { self->safely([&] { self->on_handshake(error); }); });
        else on_handshake({});
    }

    void start_read(asio::mutable_buffer room) override
    {
        stream_.async_read_some(
            room, [self = self()](Error error, std::size_t bytes) { self->safely([&] { self->on_read(error, bytes); }); });
    }

    void start_write(std::vector<asio::const_buffer> const& buffers) override
    {
        asio::async_write(stream_, buffers,
                          [self = self()](Error error, std::size_t) { self->safely([&] { self->on_write(error); }); });
    }

    void start_farewell() override
    {
        if constexpr (over_tls) stream_.async_shutdown([self = self()](Error) { self->safely([&] { self->on_farewell(); }); });
        else on_farewell();
    }

    void start_drain(asio::mutable_buffer room) override
    {
        socket().async_read_some(room, [self = self()](Error error, std::size_t) { self->safely([&] { self->on_drain(error); }); });
    }

    Stream stream_;
};

}  // namespace

std::shared_ptr<Session> Session::open(Lobby& lobby, Seat seat, Tcp::socket socket, asio::ssl::context* tls)
{
    if (tls) return std::make_shared<Wire<asio::ssl::stream<Tcp::socket>>>(lobby, std::move(seat), std::move(socket), *tls);
    return std::make_shared<Wire<Tcp::socket>>(lobby, std::move(seat), std::move(socket));
}

}  // namespace maple::http
