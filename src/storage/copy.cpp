#include "storage/engines.hpp"
#include "storage/sqlite_link.hpp"

#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace maple::sql {
namespace {

void sync(std::string const& name, int flags)
{
    int const fd = ::open(name.c_str(), flags | O_CLOEXEC);
    bool const kept = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0) close(fd);
    if (!kept) throw NoRoom("the copy could not be forced to the disk: " + name);
}

void check(std::string const& name)
{
    SqliteLink copy(name, SqliteLink::Use::look);
    auto const verdict = cell<std::string>(copy, "SELECT integrity_check FROM pragma_integrity_check LIMIT 1");
    if (verdict != "ok") throw std::runtime_error("the copy is damaged and was thrown away: " + name);
    if (cell<std::int64_t>(copy, "SELECT COUNT(*) FROM pragma_foreign_key_check") != 0)
        throw std::runtime_error("rows of the copy point nowhere, it was thrown away: " + name);
}

// What lies in the file and is not free: the copy holds nothing else.
std::uintmax_t bytes_in_use(SqliteLink& source)
{
    auto const bytes = cell<std::int64_t>(source, R"(
        SELECT (page_count - freelist_count) * page_size
          FROM pragma_page_count, pragma_freelist_count, pragma_page_size)");
    return std::uintmax_t(bytes.value_or(0));
}

}  // namespace

void copy_sqlite(std::string const& from, std::string const& to, HowFar const& told)
{
    auto const part = to + ".part";
    std::filesystem::remove(part);  // of an attempt that was killed
    try {
        {
            SqliteLink source(from, SqliteLink::Use::write);
            GrowingFile const growing(part, bytes_in_use(source), "copying the database, MB", told);
            Value const name[] = {part};
            source.run("VACUUM INTO $1", name);
        }
        if (told) told("opening and checking the copy", 0, 0);
        sync(part, O_RDWR);
        check(part);
        std::filesystem::rename(part, to);
        auto const folder = std::filesystem::absolute(to).parent_path();
        sync(folder.string(), O_RDONLY | O_DIRECTORY);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw;
    }
}

}  // namespace maple::sql
