// How far a long work has come, for whoever waits for it.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>
#include <thread>

namespace maple {

// Which step the work is at and how much of it is done; `all` is 0 where nobody can know. Must not throw.
using HowFar = std::function<void(std::string_view step, std::int64_t done, std::int64_t all)>;

// Tells, while it lives, how large a file has become that somebody else is writing, in megabytes,
// from a thread of its own.
class GrowingFile {
public:
    GrowingFile(std::filesystem::path file, std::uintmax_t bytes_in_the_end, std::string_view step, HowFar);

private:
    std::jthread watcher_;
};

}  // namespace maple
