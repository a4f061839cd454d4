#include "http/spool.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <string>

namespace maple::http {
namespace {

Descriptor nameless_in(std::filesystem::path const& folder)
{
    Descriptor fd(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    if (fd >= 0) return fd;
    // Some file systems know no file without a name: one that loses it at once.
    auto name = (folder / ".spool.XXXXXX").string();
    fd = Descriptor(::mkostemp(name.data(), O_CLOEXEC));
    if (fd < 0) throw std::runtime_error(folder.string() + " takes no file: " + std::strerror(errno));
    ::unlink(name.c_str());
    return fd;
}

}  // namespace

Spool::Spool(std::filesystem::path const& folder) : fd_(nameless_in(folder)) {}

bool Spool::add(std::string_view bytes)
{
    if (full_) return false;
    full_ = !write_all(fd_, bytes);
    if (!full_) size_ += std::int64_t(bytes.size());
    return !full_;
}

}  // namespace maple::http
