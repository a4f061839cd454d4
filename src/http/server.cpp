#include "http/server.hpp"

#include <sys/resource.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <optional>
#include <stdexcept>

#include "http/lobby.hpp"
#include "http/session.hpp"

namespace maple::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

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
    Inside(Options options, Handler handler)
        : lobby(std::make_shared<Lobby>(std::move(options), std::move(handler))), tls(tls_of(lobby->options)),
          acceptor(listening(lobby->io, lobby->options)), patience(lobby->io), pause(lobby->io), signals(lobby->io),
          open(lobby->io.get_executor()), port(acceptor.local_endpoint().port())
    {
        make_room_for(lobby->options.limits.connections);
        lobby->left = [this] { end_when_empty(); };
    }

    ~Inside()
    {
        lobby->left = nullptr;
        lobby->handler = nullptr;  // a late reply may hold the lobby a moment longer than the house stands
    }

    void accept()
    {
        acceptor.async_accept([this](error_code error, tcp::socket socket) {
            if (!acceptor.is_open()) return;
            if (!error) welcome(std::move(socket));
            else if (error != asio::error::connection_aborted) return accept_later();
            accept();
        });
    }

    // Out of files or memory: trying again at once would only burn the processor.
    void accept_later()
    {
        pause.expires_after(pause_without_files);
        pause.async_wait([this](error_code error) {
            if (!error && acceptor.is_open()) accept();
        });
    }

    void welcome(tcp::socket socket)
    try {
        bool const full = lobby->sessions.size() - lobby->turned_away >= lobby->options.limits.connections;
        if (full && lobby->turned_away >= most_turned_away) return;
        auto const session = Session::open(*lobby, std::move(socket), tls ? &*tls : nullptr);
        full ? session->turn_away() : session->begin();
    } catch (std::exception const&) {
        return;  // no memory for one more connection: this one is closed, the others live on
    }

    void begin_to_stop()
    {
        if (std::exchange(lobby->stopping, true)) return;
        error_code ignored;
        acceptor.close(ignored);
        pause.cancel();
        patience.expires_after(lobby->options.limits.to_stop);
        patience.async_wait([this](error_code error) {
            if (!error) cut();
        });
        for (auto const& session : everyone()) session->finish();
        end_when_empty();
    }

    void cut()
    {
        for (auto const& session : everyone()) session->close();
    }

    void end_when_empty()
    {
        if (!lobby->stopping || !lobby->sessions.empty()) return;
        patience.cancel();
        signals.cancel();
        open.reset();
    }

    // The first signal asks, a second one insists.
    void wait_for_signal()
    {
        signals.async_wait([this](error_code error, int) {
            if (error) return;
            lobby->stopping ? cut() : begin_to_stop();
            if (!lobby->sessions.empty()) wait_for_signal();
        });
    }

    std::vector<std::shared_ptr<Session>> everyone() const { return {lobby->sessions.begin(), lobby->sessions.end()}; }

    std::shared_ptr<Lobby> lobby;
    std::optional<asio::ssl::context> tls;
    tcp::acceptor acceptor;
    asio::steady_timer patience, pause;
    asio::signal_set signals;
    asio::executor_work_guard<asio::io_context::executor_type> open;
    unsigned short const port;
};

Server::Server(Options options, Handler handler) : inside_(std::make_unique<Inside>(std::move(options), std::move(handler))) {}

Server::~Server() = default;

unsigned short Server::port() const { return inside_->port; }

void Server::run()
{
    inside_->accept();
    inside_->lobby->io.run();
}

void Server::stop()
{
    asio::post(inside_->lobby->io, [inside = inside_.get()] { inside->begin_to_stop(); });
}

void Server::stop_on_signals()
{
    inside_->signals.add(SIGINT);
    inside_->signals.add(SIGTERM);
    inside_->wait_for_signal();
}

void set_wording(Server& server, Wording wording)
{
    server.inside_->lobby->wording = std::move(wording);
}

void set_receive(Server& server, Receive receive)
{
    server.inside_->lobby->receive = std::move(receive);
}

}  // namespace maple::http
