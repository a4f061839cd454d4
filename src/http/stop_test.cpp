// How the server ends, and how it speaks TLS.
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <csignal>
#include <cstdio>
#include <filesystem>

#include "http/loopback.hpp"

namespace maple::http {

using namespace loopback;
using namespace std::chrono_literals;

TEST(Stop, answers_what_is_in_flight_and_closes_what_is_idle)
{
    std::promise<Reply> asked;
    Running running([&](Request, Reply reply) { asked.set_value(std::move(reply)); });
    Client idle(running.port()), busy(running.port());
    busy.send(get("/"));
    auto const reply = asked.get_future().get();
    running.server().stop();
    EXPECT_EQ(idle.rest(), "");
    reply({.body = "still answered"});
    auto const answer = busy.receive();
    EXPECT_EQ(answer.body, "still answered");
    EXPECT_TRUE(answer.says("Connection: close"));
    EXPECT_EQ(busy.rest(), "");
    busy.hang_up();
    running.wait_for_the_end();
}

TEST(Stop, every_pipelined_request_is_answered_before_the_end)
{
    std::vector<Reply> replies;
    std::promise<void> both;
    Running running([&](Request, Reply reply) {
        replies.push_back(std::move(reply));
        if (replies.size() == 2) both.set_value();
    });
    Client client(running.port());
    client.send(get("/1") + get("/2"));
    both.get_future().wait();
    running.server().stop();
    replies[1]({.body = "2"});
    replies[0]({.body = "1"});
    EXPECT_EQ(client.receive().body, "1");
    auto const last = client.receive();
    EXPECT_EQ(last.body, "2");
    EXPECT_TRUE(last.says("Connection: close"));
}

TEST(Stop, lets_a_request_that_is_half_sent_come_in)
{
    Running running(echo);
    Client other(running.port()), client(running.port());
    client.send("POST / HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 6\r\n\r\n");
    EXPECT_EQ(client.receive().status, 100);  // so it has begun
    running.server().stop();
    EXPECT_EQ(other.rest(), "");
    EXPECT_EQ(client.ask("abcdef").body, "POST /? abcdef");
    EXPECT_EQ(client.rest(), "");
}

TEST(Stop, does_not_wait_for_ever)
{
    std::promise<Reply> asked;
    Running running([&](Request, Reply reply) { asked.set_value(std::move(reply)); }, {.limits = {.to_stop = 20ms}});
    Client client(running.port());
    client.send(get("/"));
    auto const never = asked.get_future().get();
    running.server().stop();
    EXPECT_EQ(client.rest(), "");
    running.wait_for_the_end();
}

TEST(Stop, accepts_nobody_any_more)
{
    Running running(echo);
    running.server().stop();
    running.wait_for_the_end();
    EXPECT_THROW(Client(running.port()), boost::system::system_error);
}

TEST(Stop, may_be_asked_before_running_and_twice)
{
    Server server({.port = 0}, echo);
    server.stop();
    server.stop();
    server.run();
}

TEST(Stop, a_signal_stops_it)
{
    Server server({.port = 0}, echo);
    server.stop_on_signals();
    std::raise(SIGTERM);
    server.run();
}

namespace {

// A certificate for a day that nobody has signed but itself.
struct Certificate {
    std::filesystem::path folder = std::filesystem::temp_directory_path() / ("http-test-" + std::to_string(::getpid()));
    std::string certificate = folder / "certificate.pem", key = folder / "key.pem";

    Certificate()
    {
        std::filesystem::create_directories(folder);
        std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> const pair(EVP_EC_gen("P-256"), EVP_PKEY_free);
        std::unique_ptr<X509, void (*)(X509*)> const paper(X509_new(), X509_free);
        ASN1_INTEGER_set(X509_get_serialNumber(paper.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(paper.get()), -3600);
        X509_gmtime_adj(X509_getm_notAfter(paper.get()), 86'400);
        X509_set_pubkey(paper.get(), pair.get());
        auto* const name = X509_get_subject_name(paper.get());
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("localhost"), -1, -1, 0);
        X509_set_issuer_name(paper.get(), name);
        X509_sign(paper.get(), pair.get(), EVP_sha256());
        std::unique_ptr<FILE, int (*)(FILE*)> const first(std::fopen(certificate.c_str(), "w"), std::fclose);
        PEM_write_X509(first.get(), paper.get());
        std::unique_ptr<FILE, int (*)(FILE*)> const second(std::fopen(key.c_str(), "w"), std::fclose);
        PEM_write_PrivateKey(second.get(), pair.get(), nullptr, nullptr, 0, nullptr, nullptr);
    }
    ~Certificate() { std::filesystem::remove_all(folder); }

    Options options(Limits limits = {}) const { return {.tls_certificate = certificate, .tls_key = key, .limits = limits}; }
};

struct Tls {
    asio::io_context io;
    asio::ssl::context context{asio::ssl::context::tls_client};
};

class SecureClient : private Tls, public Speaker<asio::ssl::stream<tcp::socket>> {
public:
    explicit SecureClient(unsigned short port, int newest = TLS1_3_VERSION) : Speaker(io, context)
    {
        SSL_set_max_proto_version(stream().native_handle(), newest);
        stream().next_layer().connect({asio::ip::address_v4::loopback(), port});
        stream().handshake(asio::ssl::stream_base::client);
    }
};

}  // namespace

TEST(Tls, requests_go_round_and_are_secure)
{
    Certificate const paper;
    auto const large = std::make_shared<std::string const>(1'000'000, 'x');
    Running running([&](Request request, Reply reply) {
        if (request.path == "/large") return reply({.shared = large});
        reply({.body = request.body + (request.secure ? " secure" : " open")});
    }, paper.options());
    for (int const version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        SecureClient client(running.port(), version);
        EXPECT_EQ(client.ask(post("/", "hello")).body, "hello secure");
        EXPECT_EQ(client.ask(get("/large")).body, *large);
        client.send(get("/a") + get("/b", "Connection: close\r\n"));
        EXPECT_EQ(client.receive().status, 200);
        EXPECT_EQ(client.receive().status, 200);
        EXPECT_EQ(client.rest(), "");
    }
}

TEST(Tls, old_versions_and_plain_speech_are_refused)
{
    Certificate const paper;
    Running running(echo, paper.options());
    EXPECT_THROW(SecureClient(running.port(), TLS1_1_VERSION), boost::system::system_error);
    Client plain(running.port());
    plain.send(get("/"));
    EXPECT_EQ(plain.rest().find("HTTP/1.1 200"), std::string::npos);
}

TEST(Tls, who_never_finishes_the_greeting_is_cut_off)
{
    Certificate const paper;
    Running running(echo, paper.options({.to_read = 30ms}));
    Client silent(running.port());
    EXPECT_EQ(silent.rest(), "");
}

TEST(Tls, a_full_house_says_so_there_too)
{
    Certificate const paper;
    Running running(echo, paper.options({.connections = 1}));
    SecureClient first(running.port());
    EXPECT_EQ(first.ask(get("/")).status, 200);
    SecureClient second(running.port());
    EXPECT_EQ(second.ask(get("/")).status, 503);
}

TEST(Tls, a_request_that_never_ends_is_408_there_too)
{
    Certificate const paper;
    Running running(echo, paper.options({.to_read = 1000ms}));
    SecureClient client(running.port());
    EXPECT_EQ(client.ask("GET / HT").status, 408);
    EXPECT_EQ(client.rest(), "");
}

TEST(Tls, stop_answers_what_is_in_flight)
{
    Certificate const paper;
    std::promise<Reply> asked;
    Running running([&](Request, Reply reply) { asked.set_value(std::move(reply)); }, paper.options());
    SecureClient client(running.port());
    client.send(get("/"));
    auto const reply = asked.get_future().get();
    running.server().stop();
    reply({.body = "still answered"});
    EXPECT_EQ(client.receive().body, "still answered");
}

TEST(Tls, a_key_of_another_certificate_is_refused_at_the_start)
{
    Certificate const paper;
    EXPECT_THROW(Server({.port = 0, .tls_certificate = paper.certificate, .tls_key = paper.certificate}, echo), std::runtime_error);
}

}  // namespace maple::http
