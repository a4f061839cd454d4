// An answer that is owed. Kept once, from any thread; who drops it unkept has answered 500,
// so that no client waits for ever.
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>

#include "http/lobby.hpp"
#include "http/session.hpp"

namespace maple::http {

class Promise {
public:
    Promise(std::shared_ptr<Lobby> const&, std::weak_ptr<Session>, std::uint64_t number);
    ~Promise();

    // Only the first call counts. Nothing: the handler failed.
    void keep(std::optional<Response>);

private:
    std::weak_ptr<Lobby> lobby_;
    std::weak_ptr<Session> session_;
    std::uint64_t number_;
    std::atomic<bool> kept_ = false;
};

}  // namespace maple::http
