#include "cli/paths.hpp"
#include "foundation/descriptor.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <sys/stat.h>

namespace maple::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string const& what) { throw std::runtime_error(what); }

[[noreturn]] void cannot_be_written(fs::path const& file, int why)
{
    fail(file.string() + " cannot be written: " + std::strerror(why) + ". Nothing was left there; name another place.");
}

bool is_outlet(fs::path const& file)  // a device or a pipe, which has no name to give it later
{
    std::error_code ignored;
    return fs::exists(file, ignored) && !fs::is_regular_file(file, ignored) && !fs::is_directory(file, ignored);
}

bool is_of_the_house(Where const& where, fs::path const& file)
{
    std::vector<fs::path> own{key_file_of(where)};
    if (where.database.empty())
        for (auto const* end : {"", "-wal", "-shm"}) own.push_back(where.data / ("maplebridge.db" + std::string(end)));
    std::error_code ignored;
    for (auto const& one : own)
        if (auto const real = fs::weakly_canonical(one, ignored); !real.empty() && real == fs::weakly_canonical(file, ignored)) return true;
    return false;
}

// A file that lies beside its place until it is whole, and is gone when that never comes.
class Part {
public:
    explicit Part(fs::path const& place) : place_(place), name_(place.string() + ".part")
    {
        ::unlink(name_.c_str());  // of an attempt that was killed
        fd_ = Descriptor(::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        if (fd_ < 0) cannot_be_written(place_, errno);
        struct stat old;
        if (::stat(place_.c_str(), &old) == 0) ::fchmod(fd_, old.st_mode & 07777);  // whoever may read it stays the same
    }
    Part(Part const&) = delete;
    Part& operator=(Part const&) = delete;
    ~Part()
    {
        if (!shown_) ::unlink(name_.c_str());
    }

    void write(std::string_view text)
    {
        if (!write_all(fd_, text) || ::fsync(fd_) != 0) cannot_be_written(place_, errno);
    }

    void show()
    {
        shown_ = ::rename(name_.c_str(), place_.c_str()) == 0;
        if (!shown_) cannot_be_written(place_, errno);
    }

private:
    fs::path place_;
    std::string name_;
    Descriptor fd_;
    bool shown_ = false;
};

// Behind a link lies the file that is meant: the link stays.
fs::path behind_links(fs::path const& file)
{
    std::error_code bad;
    auto const real = fs::canonical(file, bad);
    return bad ? file : real;
}

}  // namespace

bool is_sqlite(fs::path const& file)
{
    std::string magic(15, '\0');
    std::ifstream(file, std::ios::binary).read(magic.data(), std::streamsize(magic.size()));
    return magic == "SQLite format 3";
}

void demand_place(Where const& where, fs::path const& file)
{
    std::error_code ignored;
    if (file.empty()) fail("The name of the file is empty. Name one.");
    if (fs::is_directory(file, ignored)) fail(file.string() + " is a folder. Name a file in it.");
    auto const folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, ignored)) fail("There is no folder " + folder.string() + ". Make it first, or name another.");
    if (is_outlet(file)) fail(file.string() + " is no ordinary file. Name one.");
    if (is_of_the_house(where, file)) fail(file.string() + " belongs to the house itself and is not written over. Name another file.");
    if (fs::exists(file, ignored) && ::access(file.c_str(), W_OK) != 0) cannot_be_written(file, errno);
    Part const tried(behind_links(file));
}

void demand_outlet(Where const& where, fs::path const& file)
{
    if (!file.empty() && !is_outlet(file)) demand_place(where, file);
}

// Journaled between writing and showing: if the program dies there, the journal tells of a file that nobody
// saw; the other way about, names would be out of the house and no journal would tell of it.
void hand_over(Premises& premises, std::string_view command, std::string const& text, fs::path const& file)
{
    auto const journaled = [&] { journal(premises, access::AuditKind::exported, command); };
    if (file.empty()) {
        journaled();
        std::cout << text;  // whether all of it went out is asked at the end of every command
    } else if (is_outlet(file)) {
        journaled();
        Descriptor const out(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
        if (out < 0 || !write_all(out, text)) cannot_be_written(file, errno);
    } else {
        Part part(behind_links(file));
        part.write(text);
        journaled();
        part.show();
    }
}

}  // namespace maple::cli
