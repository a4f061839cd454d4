#include "foundation/zip.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <memory>
#include <set>
#include <stdexcept>

namespace maple {
namespace {

struct Free {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
struct FreeWriter {
    void operator()(archive* a) const { archive_write_free(a); }
};
struct FreeReader {
    void operator()(archive* a) const { archive_read_free(a); }
};

void check(archive* a, long result)
{
    if (result >= 0) return;
    auto const* why = archive_error_string(a);
    throw std::runtime_error(std::string("a ZIP file: ") + (why ? why : "unknown trouble"));
}

la_ssize_t append(archive*, void* into, void const* bytes, std::size_t size)
{
    static_cast<std::string*>(into)->append(static_cast<char const*>(bytes), size);
    return la_ssize_t(size);
}

bool is_name(std::string_view name)
{
    return !name.empty() && name.size() <= 120 && name.front() != '.' &&
           name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_") == name.npos;
}

}  // namespace

std::string zip(std::vector<ZippedFile> const& files)
{
    std::string out;
    std::set<std::string_view> names;
    std::unique_ptr<archive, FreeWriter> const a(archive_write_new());
    check(a.get(), archive_write_set_format_zip(a.get()));
    check(a.get(), archive_write_zip_set_compression_store(a.get()));
    check(a.get(), archive_write_set_bytes_in_last_block(a.get(), 1));
    check(a.get(), archive_write_open(a.get(), &out, nullptr, append, nullptr));
    for (auto const& file : files) {
        if (!is_name(file.name) || !names.insert(file.name).second) throw std::logic_error("no name for a file in a ZIP file: " + file.name);
        std::unique_ptr<archive_entry, Free> const entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), file.name.c_str());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), la_int64_t(file.bytes.size()));
        check(a.get(), archive_write_header(a.get(), entry.get()));
        check(a.get(), archive_write_data(a.get(), file.bytes.data(), file.bytes.size()));
    }
    check(a.get(), archive_write_close(a.get()));
    return out;
}

std::map<std::string, std::string> unzip(std::string_view bytes)
{
    std::map<std::string, std::string> files;
    std::unique_ptr<archive, FreeReader> const a(archive_read_new());
    check(a.get(), archive_read_support_format_zip_seekable(a.get()));
    check(a.get(), archive_read_open_memory(a.get(), bytes.data(), bytes.size()));
    archive_entry* entry = nullptr;
    for (;;) {
        auto const next = archive_read_next_header(a.get(), &entry);
        if (next == ARCHIVE_EOF) return files;
        check(a.get(), next);
        std::string text;
        char piece[16384];
        for (;;) {
            auto const read = archive_read_data(a.get(), piece, sizeof piece);
            check(a.get(), read);
            if (read == 0) break;
            text.append(piece, std::size_t(read));
        }
        files[archive_entry_pathname(entry)] = std::move(text);
    }
}

}  // namespace maple
