#include "foundation/contents.hpp"
#include "foundation/random_token.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>

namespace maple {
namespace {

using std::filesystem::path;

constexpr std::string_view mark = "maple-c1";  // what every file begins with
constexpr std::size_t chunk_size = 64 * 1024;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t sealed_size = chunk_size + tag_size;
constexpr std::size_t folder_letters = 2;      // of the name: no folder holds too many files
constexpr std::string_view half_written = ".part.";

unsigned char const* raw(std::string_view s) { return reinterpret_cast<unsigned char const*>(s.data()); }
unsigned char* raw(std::string& s) { return reinterpret_cast<unsigned char*>(s.data()); }

[[noreturn]] void fail(path const& file, std::string const& what)
{
    auto const says = file.string() + " " + what + ": " + std::strerror(errno);
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG) throw Contents::FullDisk(says);
    throw std::runtime_error(says);
}

void keep_names_on_disk(path const& folder)
{
    Descriptor const fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd < 0 || ::fsync(fd) != 0) fail(folder, "cannot be kept on the disk");
}

// A key seals one content, so that the number of the chunk never meets the same key twice.
std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES> nonce_of(std::uint64_t chunk)
{
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES> nonce{};
    for (std::size_t i = 0; i < 8; ++i) nonce[i] = static_cast<unsigned char>(chunk >> (8 * i));
    return nonce;
}

std::string_view bound(bool last) { return last ? "last" : "more"; }

std::int64_t chunks_in(std::int64_t size) { return size == 0 ? 1 : (size + std::int64_t(chunk_size) - 1) / std::int64_t(chunk_size); }

std::string sealed_chunk_at(Descriptor const& fd, std::uint64_t chunk, std::size_t size)
{
    std::string bytes(size, '\0');
    std::size_t have = 0;
    while (have < size) {
        auto const n = ::pread(fd, bytes.data() + have, size - have, off_t(mark.size() + chunk * sealed_size + have));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) throw std::runtime_error(std::string("a content cannot be read: ") + std::strerror(errno));
        if (n == 0) throw Tampered("a content was cut off");
        have += std::size_t(n);
    }
    return bytes;
}

std::string chunk_at(Content const& content, Descriptor const& fd, std::uint64_t chunk)
{
    bool const last = std::int64_t(chunk) + 1 == chunks_in(content.size);
    auto const plain_size = last ? std::size_t(content.size) - chunk * chunk_size : chunk_size;
    auto const sealed = sealed_chunk_at(fd, chunk, plain_size + tag_size);
    std::string plain(plain_size, '\0');
    auto const nonce = nonce_of(chunk);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(sealed), sealed.size(), raw(bound(last)), bound(last).size(),
                                                   nonce.data(), raw(content.key.secret())) != 0)
        throw Tampered("a content was changed");
    return plain;
}

Instant written_at(path const& file)
{
    struct stat about{};
    if (::stat(file.c_str(), &about) != 0) return {};
    return Instant{about.st_mtim.tv_sec * microseconds_a_second + about.st_mtim.tv_nsec / 1000};
}

}  // namespace

Contents::Contents(path folder) : folder_(std::move(folder))
{
    std::error_code bad;
    bool const fresh = std::filesystem::create_directories(folder_, bad);
    if (bad) throw std::runtime_error("the folder of papers " + folder_.string() + " cannot be made: " + bad.message());
    if (fresh) std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, bad);
}

path Contents::place_of(std::string_view file) const { return folder_ / file.substr(0, folder_letters) / file; }

Contents::Writing::Writing(Contents const& contents) : contents_(contents)
{
    auto name = (contents.folder_ / (std::string(half_written) + "XXXXXX")).string();
    fd_ = Descriptor(::mkostemp(name.data(), O_CLOEXEC));  // mode 0600
    if (fd_ < 0) fail(contents.folder_, "takes no file");
    part_ = name;
    chunk_.reserve(chunk_size);
    if (!write_all(fd_, mark)) fail(part_, "cannot be written");
}

Contents::Writing::~Writing()
{
    if (!part_.empty()) ::unlink(part_.c_str());
}

void Contents::Writing::add(std::string_view bytes)
{
    hash_.add(bytes);
    size_ += std::int64_t(bytes.size());
    while (!bytes.empty()) {
        if (chunk_.size() == chunk_size) seal_chunk(false);
        auto const piece = bytes.substr(0, chunk_size - chunk_.size());
        chunk_ += piece;
        bytes.remove_prefix(piece.size());
    }
}

void Contents::Writing::seal_chunk(bool last)
{
    std::string sealed(chunk_.size() + tag_size, '\0');
    auto const nonce = nonce_of(chunks_++);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed), nullptr, raw(chunk_), chunk_.size(), raw(bound(last)), bound(last).size(), nullptr,
                                               nonce.data(), raw(key_.secret()));
    chunk_.clear();
    if (!write_all(fd_, sealed)) fail(part_, "cannot be written");
}

Content Contents::Writing::keep(std::string_view name)
{
    seal_chunk(true);
    auto const file = std::string(name) + "." + random_token(6);
    auto const place = contents_.place_of(file);
    std::error_code bad;
    if (std::filesystem::create_directory(place.parent_path(), bad)) keep_names_on_disk(contents_.folder_);
    if (::fsync(fd_) != 0) fail(part_, "cannot be kept on the disk");
    if (::rename(part_.c_str(), place.c_str()) != 0) fail(place, "cannot be made");
    part_ = place;  // until its name is on the disk, too
    keep_names_on_disk(place.parent_path());
    part_.clear();
    return {file, key_, size_};
}

bool Contents::has(std::string_view file) const
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(place_of(file), ignored);
}

Stream Contents::stream(Content content) const
{
    auto const place = place_of(content.file);
    auto fd = std::make_shared<Descriptor>(::open(place.c_str(), O_RDONLY | O_CLOEXEC));
    if (*fd < 0) throw std::runtime_error("a content is gone from the folder of papers");
    std::string first_bytes(mark.size(), '\0');
    if (::pread(*fd, first_bytes.data(), first_bytes.size(), 0) != ssize_t(first_bytes.size()) || first_bytes != mark) throw Tampered("a content is not as it was written");
    auto const size = content.size;
    return {size, [fd, content = std::move(content)](std::int64_t from, std::int64_t to) -> Pieces {
                return [fd, content, at = from, to]() mutable -> std::string {
                    if (at >= to) return {};
                    auto const chunk = std::uint64_t(at) / chunk_size;
                    auto const begins = std::int64_t(chunk * chunk_size);
                    auto plain = chunk_at(content, *fd, chunk);
                    auto const first = std::size_t(at - begins);
                    auto const end = std::min<std::int64_t>(to - begins, std::int64_t(plain.size()));
                    at = begins + end;
                    return plain.substr(first, std::size_t(end) - first);
                };
            }};
}

void Contents::remove(std::string_view file) const
{
    auto const place = file.starts_with(half_written) ? folder_ / file : place_of(file);
    if (::unlink(place.c_str()) != 0 && errno != ENOENT) fail(place, "cannot be taken away");
    std::error_code ignored;
    if (std::filesystem::exists(place.parent_path(), ignored)) keep_names_on_disk(place.parent_path());
}

std::vector<Contents::Lying> Contents::lying() const
{
    std::vector<Lying> found;
    for (auto const& entry : std::filesystem::directory_iterator(folder_)) {
        if (entry.is_regular_file()) found.push_back({entry.path().filename().string(), written_at(entry.path())});
        if (!entry.is_directory()) continue;
        for (auto const& file : std::filesystem::directory_iterator(entry.path()))
            if (file.is_regular_file()) found.push_back({file.path().filename().string(), written_at(file.path())});
    }
    return found;
}

}  // namespace maple
