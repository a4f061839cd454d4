#include "api/multipart.hpp"
#include "foundation/chinese_text.hpp"
#include "http/headers.hpp"

#include <cstring>
#include <sys/mman.h>

namespace maple::api {
namespace {

constexpr std::size_t most_parts = 40;
constexpr std::size_t longest_head = 4 * 1024;
constexpr std::size_t longest_value = 32 * 1024;

[[noreturn]] void malformed(std::string code) { throw Refused(refuse(Because::malformed, "malformed." + code)); }

// All of a spool, as the system keeps it: nothing is copied.
class Seen {
public:
    explicit Seen(http::Spool const& spool) : size_(std::size_t(spool.size()))
    {
        if (size_ == 0) return;
        at_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, spool.file(), 0);
        if (at_ == MAP_FAILED) throw std::runtime_error(std::string("a body cannot be read: ") + std::strerror(errno));
    }
    Seen(Seen const&) = delete;
    Seen& operator=(Seen const&) = delete;
    ~Seen()
    {
        if (size_ > 0) ::munmap(at_, size_);
    }
    std::string_view bytes() const { return {static_cast<char const*>(at_), size_}; }

private:
    void* at_ = nullptr;
    std::size_t size_;
};

std::size_t find(std::string_view in, std::string_view what)
{
    auto const* at = static_cast<char const*>(::memmem(in.data(), in.size(), what.data(), what.size()));
    return at ? std::size_t(at - in.data()) : in.npos;
}

// `name` of `form-data; name="title"; filename="照片.jpg"`. Browsers write a quote as %22; others
// put a backslash before it.
std::optional<std::string> parameter(std::string_view header, std::string_view name)
{
    while (true) {
        auto const semicolon = header.find(';');
        if (semicolon == header.npos) return std::nullopt;
        header = http::without_spaces(header.substr(semicolon + 1));
        auto const equals = header.find('=');
        if (equals == header.npos) return std::nullopt;
        bool const wanted = http::same_name(http::without_spaces(header.substr(0, equals)), name);
        header = http::without_spaces(header.substr(equals + 1));
        std::string value;
        if (!header.starts_with('"')) {
            value = http::without_spaces(header.substr(0, header.find(';')));
        } else {
            std::size_t i = 1;
            for (; i < header.size() && header[i] != '"'; ++i) {
                if (header[i] == '\\' && i + 1 < header.size() && (header[i + 1] == '"' || header[i + 1] == '\\')) ++i;
                value += header[i];
            }
            if (i >= header.size()) return std::nullopt;
            header.remove_prefix(i + 1);
        }
        if (wanted) return value;
    }
}

std::string_view header_in(std::string_view head, std::string_view name)
{
    while (!head.empty()) {
        auto const end = head.find("\r\n");
        auto const line = head.substr(0, end);
        head = end == head.npos ? std::string_view{} : head.substr(end + 2);
        auto const colon = line.find(':');
        if (colon != line.npos && http::same_name(line.substr(0, colon), name)) return http::without_spaces(line.substr(colon + 1));
    }
    return {};
}

// What some systems send as a whole path, and nothing that a line cannot hold.
std::string plain_name(std::string name)
{
    if (auto const slash = name.find_last_of("/\\"); slash != name.npos) name.erase(0, slash + 1);
    if (!is_utf8(name)) return {};
    std::erase_if(name, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    constexpr std::size_t longest = 240;  // bytes; the end, because the ending stands there
    if (name.size() > longest) {
        auto at = name.size() - longest;
        while (at < name.size() && (static_cast<unsigned char>(name[at]) & 0xC0) == 0x80) ++at;
        name.erase(0, at);
    }
    return name;
}

void take_part(std::string_view head, std::string_view body, std::size_t at, int file, Parts& into)
{
    auto const disposition = header_in(head, "Content-Disposition");
    auto const name = parameter(disposition, "name");
    if (!name || name->empty() || !is_utf8(*name)) malformed("multipart");
    if (*name == "file") {
        if (into.file) malformed("doubled");
        into.file = Incoming{file, std::int64_t(at), std::int64_t(body.size()), plain_name(parameter(disposition, "filename").value_or(""))};
        return;
    }
    if (body.size() > longest_value || !is_utf8(body)) malformed("multipart");
    if (body.empty()) return;  // as a field of a query that is left empty
    if (!into.fields.emplace(*name, body).second) malformed("doubled");
}

}  // namespace

Parts parts_of(http::Spool const& spool, std::string_view content_type)
{
    constexpr std::string_view kind = "multipart/form-data";
    auto const boundary = parameter(content_type, "boundary");
    if (!http::same_name(http::without_spaces(content_type.substr(0, content_type.find(';'))), kind) || !boundary || boundary->empty() ||
        boundary->size() > 70)
        throw Refused(refuse(Because::unsupported, "unsupported.not_multipart"));
    Parts parts;
    Seen const seen(spool);
    auto rest = seen.bytes();
    auto const line = "--" + *boundary;
    auto const between = "\r\n" + line;
    if (!rest.starts_with(line)) malformed("multipart");
    rest.remove_prefix(line.size());
    for (std::size_t n = 0; !rest.starts_with("--"); ++n) {
        if (n == most_parts || !rest.starts_with("\r\n")) malformed("multipart");
        auto const head_end = rest.substr(0, longest_head).find("\r\n\r\n");
        if (head_end == rest.npos) malformed("multipart");
        auto const head = rest.substr(2, head_end - std::min<std::size_t>(2, head_end));
        rest.remove_prefix(head_end + 4);
        auto const end = find(rest, between);
        if (end == rest.npos) malformed("multipart");
        take_part(head, rest.substr(0, end), seen.bytes().size() - rest.size(), spool.file(), parts);
        rest.remove_prefix(end + between.size());
    }
    return parts;
}

}  // namespace maple::api
