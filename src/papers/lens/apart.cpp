#include "papers/lens/apart.hpp"
#include "foundation/descriptor.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <mutex>
#include <poll.h>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace maple::papers::lens {
namespace {

constexpr rlim_t most_seconds = 20;                 // of the processor
constexpr auto longest = std::chrono::seconds(30);  // by the clock
constexpr rlim_t most_memory = rlim_t(1) << 30;     // besides what the parent has
constexpr std::size_t most_answer = 8 * 1024 * 1024;

void limit(int what, rlim_t most)
{
    rlimit const both{most, most};
    setrlimit(__rlimit_resource_t(what), &both);
}

#ifdef __SANITIZE_ADDRESS__
void limit_memory() {}  // it keeps books of every byte in memory of its own
#else
// What a process holds of data is the sixth number (proc(5), statm), in pages.
void limit_memory()
{
    unsigned long long pages[6]{};
    auto* const statm = std::fopen("/proc/self/statm", "re");
    if (!statm) return;
    bool known = true;
    for (auto& one : pages) known = std::fscanf(statm, "%llu", &one) == 1 && known;
    std::fclose(statm);
    if (known) limit(RLIMIT_DATA, rlim_t(pages[5]) * rlim_t(::sysconf(_SC_PAGESIZE)) + most_memory);
}
#endif

// In the child: nothing that the parent holds is put in order here, least of all its database.
[[noreturn]] void look_and_end(std::function<std::string()> const& look, int out)
{
    limit(RLIMIT_CPU, most_seconds);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit_memory();
    for (int const signal : {SIGTERM, SIGINT, SIGSEGV, SIGABRT, SIGFPE, SIGBUS}) std::signal(signal, SIG_DFL);
    int status = 1;
    try {
        auto const answer = look();
        status = write_all(out, answer) ? 0 : 1;
    } catch (...) {
        status = 1;
    }
    _exit(status);
}

struct Begun {
    pid_t child;
    Descriptor answer;  // to be read from
};

Begun begun(std::function<std::string()> const& look)
{
    // A child that began in between would hold the other end of this one's pipe, too.
    static std::mutex one_at_a_time;
    std::lock_guard const alone(one_at_a_time);
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe to look at a file apart");
    Descriptor in(ends[0]);
    Descriptor const out(ends[1]);
    auto const child = ::fork();
    if (child < 0) throw std::runtime_error("no process to look at a file apart");
    if (child == 0) look_and_end(look, out);
    return {child, std::move(in)};
}

// False when the time is over.
bool read_all(int from, std::string& into)
{
    auto const until = std::chrono::steady_clock::now() + longest;
    std::array<char, 16 * 1024> piece;
    for (;;) {
        auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
        if (left <= 0 || into.size() > most_answer) return false;
        pollfd waiting{from, POLLIN, 0};
        int const ready = ::poll(&waiting, 1, int(left));
        if (ready < 0 && errno != EINTR) return false;
        if (ready <= 0) continue;
        auto const n = ::read(from, piece.data(), piece.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        if (n == 0) return true;
        into.append(piece.data(), std::size_t(n));
    }
}

}  // namespace

std::optional<std::string> apart(std::function<std::string()> const& look)
{
    auto const [child, in] = begun(look);
    std::string answer;
    bool const in_time = read_all(in, answer);
    if (!in_time) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return in_time && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? std::optional(std::move(answer)) : std::nullopt;
}

}  // namespace maple::papers::lens
