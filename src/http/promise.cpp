#include "http/promise.hpp"

#include <boost/asio/dispatch.hpp>

namespace maple::http {

Promise::Promise(std::shared_ptr<Lobby> const& lobby, std::weak_ptr<Session> session, std::uint64_t number)
    : lobby_(lobby), session_(std::move(session)), number_(number)
{
    ++lobby->entrance->in_flight;
}

Promise::~Promise()
{
    try {
        keep({});
    } catch (std::exception const&) {
        return;  // no memory left even for this; the client's own patience ends the wait
    }
}

// The session is looked up on its own thread only, so that no other thread can be the
// last to hold it.
void Promise::keep(std::optional<Response> response)
{
    if (kept_.exchange(true)) return;
    auto const lobby = lobby_.lock();
    if (!lobby) return;
    boost::asio::dispatch(lobby->io, [lobby = lobby.get(), session = session_, number = number_, response = std::move(response)]() mutable {
        --lobby->entrance->in_flight;
        if (auto const here = session.lock()) here->answer(number, std::move(response));
    });
}

}  // namespace maple::http
