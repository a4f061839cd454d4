#include "http/server.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <exception>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>

#include "http/lobby.hpp"
#include "http/session.hpp"

namespace maple::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr unsigned most_threads_unasked = 4;  // what the handler does takes far more than sockets do
constexpr std::size_t most_turned_away = 64;  // that hear 503; still more are just closed
constexpr auto pause_without_files = std::chrono::milliseconds(100);

[[noreturn]] void fail(std::string const& doing, error_code error)
{
    throw std::runtime_error(doing + ": " + error.message());
}

tcp::acceptor listening(asio::io_context& io, Options const& options)
{
    std::string const where = options.address + ":" + std::to_string(options.port);
    error_code error;
    auto const address = asio::ip::make_address(options.address, error);
    if (error) throw std::runtime_error("This is not an address to listen on: " + options.address);
    tcp::endpoint const endpoint(address, options.port);
    tcp::acceptor acceptor(io);
    if (acceptor.open(endpoint.protocol(), error); error) fail("Cannot open a socket for " + where, error);
    acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (address.is_v6()) acceptor.set_option(asio::ip::v6_only(false), error);
    if (acceptor.bind(endpoint, error); error) fail("Cannot listen on " + where, error);
    if (acceptor.listen(asio::socket_base::max_listen_connections, error); error) fail("Cannot listen on " + where, error);
    return acceptor;
}

std::optional<asio::ssl::context> tls_of(Options const& options)
{
    if (options.tls_certificate.empty() && options.tls_key.empty()) return {};
    if (options.tls_certificate.empty() || options.tls_key.empty())
        throw std::runtime_error("TLS needs both a certificate and its key.");
    asio::ssl::context tls(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(tls.native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    error_code error;
    if (tls.use_certificate_chain_file(options.tls_certificate, error); error)
        fail("Cannot use the certificate " + options.tls_certificate, error);
    if (tls.use_private_key_file(options.tls_key, asio::ssl::context::pem, error); error)
        fail("Cannot use the key " + options.tls_key, error);
    return tls;
}

// Debian starts programs with 1,024 files; each connection is one.
void make_room_for(std::size_t connections)
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    rlim_t const wanted = connections + most_turned_away + 256;
    if (files.rlim_cur >= wanted) return;
    files.rlim_cur = std::min(wanted, files.rlim_max);
    setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace

struct Server::Inside {
    using Lobbies = std::vector<std::shared_ptr<Lobby>>;

    Inside(Options options, Handler handler)
        : entrance(std::make_shared<Entrance>(std::move(options), std::move(handler))), tls(tls_of(entrance->options)),
          lobbies(lobbies_of(entrance)), lived_in(lobbies.size()), acceptor(listening(first(), entrance->options)), patience(first()),
          pause(first()), signals(first()), port(acceptor.local_endpoint().port())
    {
        make_room_for(entrance->options.limits.connections);
        for (auto const& lobby : lobbies) lobby->left = [this, lobby = lobby.get()] { end_when_empty(*lobby); };
    }

    ~Inside()
    {
        for (auto const& lobby : lobbies) lobby->left = nullptr;
        entrance->handler = nullptr;  // a late reply may hold a lobby a moment longer than the house stands
    }

    static Lobbies lobbies_of(std::shared_ptr<Entrance> const& entrance)
    {
        auto const asked = entrance->options.threads;
        auto const threads = asked ? asked : std::clamp(std::thread::hardware_concurrency(), 1u, most_threads_unasked);
        Lobbies all;
        for (unsigned n = 0; n < threads; ++n) all.push_back(std::make_shared<Lobby>(entrance));
        return all;
    }

    // Whose thread opens the door and hears the signals.
    asio::io_context& first() { return lobbies.front()->io; }

    // What breaks one thread ends them all, and is thrown once they have ended.
    void run()
    {
        std::mutex mutex;
        std::exception_ptr broken;
        auto const unbroken = [&](auto const& what) {
            try {
                what();
            } catch (...) {
                std::lock_guard const lock(mutex);
                if (!broken) broken = std::current_exception();
                for (auto const& lobby : lobbies) lobby->io.stop();
            }
        };
        {
            std::vector<std::jthread> others;
            unbroken([&] {
                accept();
                for (std::size_t n = 1; n < lobbies.size(); ++n)
                    others.emplace_back([&, n] { unbroken([&] { lobbies[n]->io.run(); }); });
                first().run();
            });
        }
        if (broken) std::rethrow_exception(broken);
    }

    // Connections go from lobby to lobby in turn.
    void accept()
    {
        auto& next = *lobbies[turn++ % lobbies.size()];
        acceptor.async_accept(next.io, asio::bind_executor(first(), [this, &next](error_code error, tcp::socket socket) {
            if (!acceptor.is_open()) return;
            if (!error) welcome(next, std::move(socket));
            else if (error != asio::error::connection_aborted) return accept_later();
            accept();
        }));
    }

    // Out of files or memory: trying again at once would only burn the processor.
    void accept_later()
    {
        pause.expires_after(pause_without_files);
        pause.async_wait([this](error_code error) {
            if (!error && acceptor.is_open()) accept();
        });
    }

    void welcome(Lobby& lobby, tcp::socket socket)
    try {
        bool const full = entrance->seated >= entrance->options.limits.connections;
        if (full && entrance->turned_away >= most_turned_away) return;
        auto session = Session::open(lobby, Seat(*entrance, full), std::move(socket), tls ? &*tls : nullptr);
        asio::post(lobby.io, [session = std::move(session)] { session->begin(); });
    } catch (std::exception const&) {
        return;  // no memory for one more connection: this one is closed, the others live on
    }

    void begin_to_stop()
    {
        if (entrance->stopping.exchange(true)) return;
        error_code ignored;
        acceptor.close(ignored);
        pause.cancel();
        patience.expires_after(entrance->options.limits.to_stop);
        patience.async_wait([this](error_code error) {
            if (!error) cut();
        });
        everywhere([this](Lobby& lobby) {
            for (auto const& session : everyone(lobby)) session->finish();
            end_when_empty(lobby);
        });
    }

    void cut()
    {
        everywhere([](Lobby& lobby) {
            for (auto const& session : everyone(lobby)) session->close();
        });
    }

    // On the lobby's thread. The last one to be empty ends it all.
    void end_when_empty(Lobby& lobby)
    {
        if (!entrance->stopping || !lobby.sessions.empty() || lobby.ended) return;
        lobby.ended = true;
        asio::post(first(), [this] {
            if (--lived_in > 0) return;
            patience.cancel();
            signals.cancel();
            for (auto const& empty : lobbies) empty->open.reset();
        });
    }

    // The first signal asks, a second one insists.
    void wait_for_signal()
    {
        signals.async_wait([this](error_code error, int) {
            if (error) return;
            entrance->stopping ? cut() : begin_to_stop();
            if (lived_in > 0) wait_for_signal();
        });
    }

    // On each lobby's own thread, after all who were led there before.
    template <class Do> void everywhere(Do what)
    {
        for (auto const& lobby : lobbies) asio::post(lobby->io, [lobby = lobby.get(), what] { what(*lobby); });
    }

    static std::vector<std::shared_ptr<Session>> everyone(Lobby const& lobby) { return {lobby.sessions.begin(), lobby.sessions.end()}; }

    std::shared_ptr<Entrance> entrance;
    std::optional<asio::ssl::context> tls;
    Lobbies lobbies;
    std::size_t lived_in;  // lobbies that have not come to their end; of the first one's thread
    std::size_t turn = 0;
    tcp::acceptor acceptor;
    asio::steady_timer patience, pause;
    asio::signal_set signals;
    unsigned short const port;
};

Server::Server(Options options, Handler handler) : inside_(std::make_unique<Inside>(std::move(options), std::move(handler))) {}

Server::~Server() = default;

unsigned short Server::port() const { return inside_->port; }

void Server::run()
{
    inside_->run();
}

void Server::stop()
{
    asio::post(inside_->first(), [inside = inside_.get()] { inside->begin_to_stop(); });
}

void Server::stop_on_signals()
{
    inside_->signals.add(SIGINT);
    inside_->signals.add(SIGTERM);
    inside_->wait_for_signal();
}

void set_wording(Server& server, Wording wording)
{
    server.inside_->entrance->wording = std::move(wording);
}

void set_receive(Server& server, Receive receive)
{
    server.inside_->entrance->receive = std::move(receive);
}

}  // namespace maple::http
