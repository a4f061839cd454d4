#include "http/lobby.hpp"

#include "http/answer.hpp"
#include "http/session.hpp"

namespace maple::http {

namespace {

// Seconds after which a client that met a full house may try again.
constexpr char const* retry_after = "2";

Response plainly(int status)
{
    switch (status) {
        case 400: return {.status = 400, .body = "The request could not be read.\n"};
        case 408: return {.status = 408, .body = "The request took too long to arrive.\n"};
        case 413: return {.status = 413, .body = "The request is too large.\n"};
        case 431: return {.status = 431, .body = "The header of the request is too large.\n"};
        case 503: return {.status = 503, .body = "Too many requests at this moment. Please try again.\n"};
        default: return {.status = 500, .body = "Something went wrong.\n"};
    }
}

}  // namespace

Entrance::Entrance(Options given, Handler answers)
    : options(std::move(given)), proxies(options.trusted_proxies), handler(std::move(answers))
{
}

Response Entrance::worded(int status) const
{
    Response response = plainly(status);
    try {
        if (wording) {
            Response theirs = wording(status);
            if (sendable(theirs)) response = std::move(theirs);
        }
    } catch (...) {
        response = plainly(status);  // the plain words are the last resort
    }
    if (status == 503) response.headers.emplace_back("Retry-After", retry_after);
    return response;
}

Lobby::Lobby(std::shared_ptr<Entrance> given) : entrance(std::move(given)), open(io.get_executor()) {}

std::string const& Lobby::date()
{
    auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (now != dated_ || date_.empty()) {
        dated_ = now;
        date_ = http_date(now);
    }
    return date_;
}

}  // namespace maple::http
