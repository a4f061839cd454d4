// Bytes that are told piece by piece, so that a recording of an hour never lies in memory as a
// whole on its way from the disk to the wire.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace maple {

// The next bytes; "" when there are no more. Throws when they cannot be read.
using Pieces = std::function<std::string()>;

struct Stream {
    std::int64_t size = 0;
    // Those from the place `from` up to, and not with, `to`.
    std::function<Pieces(std::int64_t from, std::int64_t to)> between;

    Pieces all() const { return between(0, size); }
};
using SharedStream = std::shared_ptr<Stream const>;

}  // namespace maple
