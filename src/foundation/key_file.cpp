#include "foundation/key_file.hpp"
#include "foundation/descriptor.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sodium.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace maple::key_file {
namespace {

using std::filesystem::path;

constexpr std::size_t most_bytes = 1 << 20;

[[noreturn]] void fail(path const& file, std::string const& what)
{
    throw std::runtime_error("the key file " + file.string() + " " + what);
}

[[noreturn]] void fail_by_system(path const& file, std::string const& what)
{
    fail(file, what + ": " + std::strerror(errno));
}

std::optional<std::string> read_if_there(path const& file)
{
    Descriptor const fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (fd < 0 && errno == ENOENT) return std::nullopt;
    struct stat about;
    if (fd < 0 || ::fstat(fd, &about) != 0) fail_by_system(file, "cannot be read");
    if (!S_ISREG(about.st_mode)) fail(file, "is not an ordinary file");
    if (about.st_mode & (S_IRWXG | S_IRWXO)) fail(file, "is open to others than its owner; chmod 600 it");

    std::string text;
    char piece[4096];
    for (;;) {
        auto const n = ::read(fd, piece, sizeof piece);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail_by_system(file, "cannot be read");
        if (n == 0) break;
        text.append(piece, std::size_t(n));
        if (text.size() > most_bytes) fail(file, "is far too large");
    }
    sodium_memzero(piece, sizeof piece);
    return text;
}

// A whole file beside the place, on the disk before it gets its name.
path written_beside(path const& file, std::string_view text)
{
    auto name = file.string() + ".XXXXXX";
    Descriptor const fd(::mkostemp(name.data(), O_CLOEXEC));  // mode 0600
    if (fd < 0) fail_by_system(file, "cannot be made");
    if (!write_all(fd, text) || ::fsync(fd) != 0) {
        int const why = errno;
        ::unlink(name.c_str());
        errno = why;
        fail_by_system(file, "cannot be written");
    }
    return name;
}

void keep_name_on_disk(path const& file)
{
    auto const folder = file.has_parent_path() ? file.parent_path() : path(".");
    Descriptor const fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd < 0 || ::fsync(fd) != 0) fail_by_system(file, "cannot be kept");
}

}  // namespace

std::vector<Line> lines(std::string_view text)
{
    constexpr std::string_view blank = " \t\r";
    std::vector<Line> out;
    while (!text.empty()) {
        auto rest = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), rest.size() + 1));
        rest = rest.substr(0, rest.find('#'));
        std::vector<std::string_view> words;
        for (;;) {
            rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(blank)));
            if (rest.empty()) break;
            words.push_back(rest.substr(0, rest.find_first_of(blank)));
            rest.remove_prefix(words.back().size());
        }
        if (words.empty()) continue;
        if (words.size() != 3) throw std::runtime_error("the key file holds a line that has not three parts");
        out.push_back({words[0], words[1], words[2]});
    }
    return out;
}

std::string read(path const& file)
{
    auto text = read_if_there(file);
    if (!text) fail(file, "is not there");
    return std::move(*text);
}

std::string read_or_make(path const& file, std::function<std::string()> const& first_text)
{
    if (auto text = read_if_there(file)) return std::move(*text);
    std::error_code ignored;  // what cannot be made, the next line cannot be written to
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), ignored);
    auto const whole = written_beside(file, first_text());
    // A link refuses to replace: of two programs that start at once, one makes the keys.
    bool const linked = ::link(whole.c_str(), file.c_str()) == 0;
    int const why = errno;
    ::unlink(whole.c_str());
    errno = why;
    if (!linked && why != EEXIST) fail_by_system(file, "cannot be made");
    keep_name_on_disk(file);
    return read(file);
}

void replace(path const& file, std::string_view text)
{
    auto const whole = written_beside(file, text);
    if (::rename(whole.c_str(), file.c_str()) != 0) {
        int const why = errno;
        ::unlink(whole.c_str());
        errno = why;
        fail_by_system(file, "cannot be replaced");
    }
    keep_name_on_disk(file);
}

}  // namespace maple::key_file
