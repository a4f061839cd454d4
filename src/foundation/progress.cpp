#include "foundation/progress.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>

namespace maple {
namespace {

constexpr auto between_looks = std::chrono::milliseconds(100);

// Rounded up: a file that is not empty has a megabyte to go.
std::int64_t megabytes(std::uintmax_t bytes) { return std::int64_t((bytes + 999'999) / 1'000'000); }

std::uintmax_t size_of(std::filesystem::path const& file)
{
    std::error_code not_there_yet;
    auto const size = std::filesystem::file_size(file, not_there_yet);
    return not_there_yet ? 0 : size;
}

void watch(std::stop_token const& stop, std::filesystem::path const& file, std::int64_t all, std::string const& step, HowFar const& told)
{
    std::mutex mutex;
    std::condition_variable_any bell;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        told(step, std::min(megabytes(size_of(file)), all), all);
        bell.wait_for(lock, stop, between_looks, [] { return false; });
    }
}

}  // namespace

GrowingFile::GrowingFile(std::filesystem::path file, std::uintmax_t bytes_in_the_end, std::string_view step, HowFar told)
{
    if (!told) return;
    told(step, 0, megabytes(bytes_in_the_end));  // at once, however short the work is
    watcher_ = std::jthread([file = std::move(file), all = megabytes(bytes_in_the_end), step = std::string(step), told = std::move(told)](
                                std::stop_token stop) { watch(stop, file, all, step, told); });
}

}  // namespace maple
