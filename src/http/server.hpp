// Sockets only: HTTP/1.1 in, HTTP/1.1 out; knows nothing of Maplebridge. A few threads run
// the sockets (Boost.Asio and Beast, callback sessions), each connection stays on one of them;
// the handler is called on all of them and answers from any thread by calling `reply` once.
// Slow clients cost no thread and are cut off.
#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/stream.hpp"
#include "http/spool.hpp"

namespace maple::http {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
    std::string verb;     // "GET"
    std::string path;     // "/api/disputes", percent-decoding left to the reader
    std::string query;    // "stage=requested&q=…" without '?', may be empty
    Headers headers;      // names as they came
    std::string body;
    std::shared_ptr<Spool> spool = {};  // the body of a large request, instead of `body`
    std::string peer;     // address of the other side; X-Forwarded-For only from a listed proxy
    bool secure = false;  // over TLS, here or at the listed proxy (X-Forwarded-Proto)

    // The value of a header, "" when absent; the name is compared without case.
    std::string_view header(std::string_view name) const;
    // A cookie's value, "" when absent.
    std::string_view cookie(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::string type = "text/plain; charset=utf-8";
    std::string body;
    Headers headers = {};
    std::shared_ptr<std::string const> shared = {};  // a body that many answers share, instead of `body`
    SharedStream stream = {};  // a large body, told piece by piece
    std::int64_t from = 0, to = -1;  // of the stream; -1: to its end
};

// Where the body of a large request goes. Asked when its header has come.
struct Reception {
    int refusal = 0;                     // a status, when it is not taken at all
    std::shared_ptr<Spool> spool = {};   // none: it is an ordinary request
    std::size_t most = 0;                // bytes; more is answered 413
};
using Receive = std::function<Reception(Request const&)>;

using Reply = std::function<void(Response)>;
// May answer at once or later, from any thread. A reply after the client has gone is dropped.
using Handler = std::function<void(Request, Reply)>;

struct Limits {
    std::size_t body = 1024 * 1024;            // bytes; more is answered 413
    std::size_t header = 16 * 1024;            // bytes; more is answered 431
    std::size_t connections = 4000;            // more are answered 503 with Retry-After and closed
    std::size_t in_flight = 1000;              // requests being answered; more get 503 with Retry-After
    std::chrono::milliseconds to_read{10'000};  // a whole request, from its first byte
    std::chrono::milliseconds to_read_more{10'000};  // of a large one, for each started 128 KiB after it
    std::chrono::milliseconds idle{60'000};     // between requests
    std::chrono::milliseconds to_write{30'000};  // for each started MiB of an answer
    std::chrono::milliseconds to_stop{10'000};  // for requests in flight after stop()
};

struct Options {
    std::string address = "127.0.0.1";
    unsigned short port = 8080;  // 0: any free one, see port()
    std::string tls_certificate = {};  // PEM files; empty: plain HTTP
    std::string tls_key = {};
    std::vector<std::string> trusted_proxies = {};
    Limits limits = {};
    unsigned threads = 0;  // of sockets; 0: one a core, at most four
};

class Server {
public:
    Server(Options options, Handler handler);  // binds; throws with a sentence when it cannot
    ~Server();
    unsigned short port() const;
    void run();   // until stop(); answers what is in flight first
    void stop();  // from any thread or signal handler context of Asio
    void stop_on_signals();  // SIGINT, SIGTERM call stop()

private:
    friend void set_wording(Server&, std::function<Response(int status)>);
    friend void set_receive(Server&, Receive);
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// The body of an error that the socket layer itself must answer (400, 408, 413, 431, 503, and
// 500 when the handler throws or drops its reply): given the status, the Response; so that the
// house words it. Defaults to plain text. To be set before run().
using Wording = std::function<Response(int status)>;
void set_wording(Server&, Wording);

// Which requests may be large, and where their bodies go; none without it. To be set before run();
// it is asked on the threads of the sockets and must not wait.
void set_receive(Server&, Receive);

}  // namespace maple::http
