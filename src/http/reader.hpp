// Bytes in, requests out: the HTTP/1.1 grammar and the limits on what a client may send.
// Knows no socket, so that tests and fuzzers can feed it directly.
#pragma once
#include <cstddef>
#include <memory>
#include <string_view>

#include "http/server.hpp"

namespace maple::http {

class Reader {
public:
    // The second one is asked about every request whose header has come; it must outlive this.
    explicit Reader(Limits const&, Receive const* = nullptr);
    ~Reader();

    enum class Step { more, whole, refused };

    // Takes from the front of `bytes` and says how much of it was used; the rest must be
    // presented again with more behind it. After `refused` the connection is of no use.
    Step read(std::string_view bytes, std::size_t& used);

    bool begun() const;             // a request is half read
    bool in_body() const;           // its header is complete
    bool awaits_continue() const;   // "Expect: 100-continue" and nothing of the body has come
    std::int64_t spooled() const;   // bytes of a large body that have come
    int refusal() const;            // the status that tells why: 400, 413 or 431, or what was said of a large one

    struct Whole {
        Request request;
        bool keep_alive = true;
        bool old = false;  // HTTP/1.0
    };
    Whole take();  // after `whole`; the reader is ready for the next request

private:
    struct Inside;
    Limits const limits_;
    Receive const* receive_;
    std::unique_ptr<Inside> inside_;
    int refusal_ = 0;
};

}  // namespace maple::http
