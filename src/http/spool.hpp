// The body of a large request, in a file without a name: it goes with whoever holds it last, and
// with the program, however that ends.
#pragma once
#include <filesystem>
#include <string_view>

#include "foundation/descriptor.hpp"

namespace maple::http {

class Spool {
public:
    explicit Spool(std::filesystem::path const& folder);  // throws when the folder takes no file

    // False when the disk did not take it; what comes after is forgotten.
    bool add(std::string_view bytes);
    bool full() const { return full_; }  // the disk did not take all of it
    std::int64_t size() const { return size_; }
    int file() const { return fd_; }

private:
    Descriptor fd_;
    std::int64_t size_ = 0;
    bool full_ = false;
};

}  // namespace maple::http
