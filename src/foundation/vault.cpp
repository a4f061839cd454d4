#include "foundation/vault.hpp"
#include "foundation/random_token.hpp"

#include <fcntl.h>
#include <fstream>
#include <sodium.h>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace maple {
namespace {

constexpr std::string_view algorithm = "xc20p";
constexpr auto nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr auto tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr auto key_size = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr auto base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

unsigned char const* raw(std::string_view s) { return reinterpret_cast<unsigned char const*>(s.data()); }
unsigned char* raw(std::string& s) { return reinterpret_cast<unsigned char*>(s.data()); }

std::string encoded(std::string_view bytes)
{
    std::string out(sodium_base64_ENCODED_LEN(bytes.size(), base64), '\0');
    sodium_bin2base64(out.data(), out.size(), raw(bytes), bytes.size(), base64);
    out.pop_back();
    return out;
}

std::string decoded(std::string_view text)
{
    std::string out(text.size(), '\0');
    std::size_t n = 0;
    if (sodium_base642bin(raw(out), out.size(), text.data(), text.size(), nullptr, &n, nullptr, base64) != 0)
        throw Tampered("a sealed text cannot be read");
    out.resize(n);
    return out;
}

std::string fresh_file()
{
    return "# Keys of the vault: version, algorithm, key; and the key of blind hashes.\n"
           "# Without this file sealed texts are lost. Keep a copy, apart from the database.\n"
           "1 xc20p " + encoded(random_bytes(key_size)) + "\nblind blake2b " + encoded(random_bytes(crypto_generichash_KEYBYTES)) + "\n";
}

void write_private(std::filesystem::path const& file, std::string const& text)
{
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
    int const fd = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600);
    if (fd < 0) throw std::runtime_error("the key file " + file.string() + " cannot be made");
    bool const written = ::write(fd, text.data(), text.size()) == ssize_t(text.size()) && ::fsync(fd) == 0;
    ::close(fd);
    if (!written) throw std::runtime_error("the key file " + file.string() + " cannot be written");
}

}  // namespace

Vault Vault::open(std::filesystem::path const& key_file)
{
    if (!std::filesystem::exists(key_file)) write_private(key_file, fresh_file());
    struct stat about {};
    if (::stat(key_file.c_str(), &about) != 0 || (about.st_mode & 077) != 0)
        throw std::runtime_error("the key file " + key_file.string() + " may be read by others: chmod 600 it");
    Vault vault;
    std::ifstream in(key_file);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream words(line);
        std::string version, name, key;
        words >> version >> name >> key;
        if (version == "blind" && name == "blake2b") vault.blind_key_ = decoded(key);
        else if (name == algorithm && decoded(key).size() == key_size) vault.keys_[std::stoi(version)] = decoded(key);
        else throw std::runtime_error("the key file " + key_file.string() + " has a line that nobody understands");
    }
    if (vault.keys_.empty() || vault.blind_key_.empty()) throw std::runtime_error("the key file " + key_file.string() + " is not whole");
    return vault;
}

Vault Vault::for_tests()
{
    Vault vault;
    vault.keys_[1] = std::string(key_size, 'k');
    vault.blind_key_ = std::string(crypto_generichash_KEYBYTES, 'b');
    return vault;
}

std::string Vault::seal(std::string_view plain, std::string_view bound_to) const
{
    auto const& [version, key] = *keys_.rbegin();
    auto const nonce = random_bytes(nonce_size);
    std::string cipher(plain.size() + tag_size, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(cipher), nullptr, raw(plain), plain.size(), raw(bound_to), bound_to.size(),
                                               nullptr, raw(nonce), raw(std::string_view(key)));
    return std::string(algorithm) + "." + std::to_string(version) + "." + encoded(nonce + cipher);
}

std::string Vault::unseal(std::string_view sealed, std::string_view bound_to) const
{
    auto const first = sealed.find('.'), second = sealed.find('.', first + 1);
    if (first == sealed.npos || second == sealed.npos || sealed.substr(0, first) != algorithm)
        throw Tampered("a sealed text names no algorithm that is known here");
    auto const version = std::string(sealed.substr(first + 1, second - first - 1));
    auto const key = keys_.find(version.empty() || version.size() > 6 || version.find_first_not_of("0123456789") != version.npos ? -1 : std::stoi(version));
    if (key == keys_.end()) throw Tampered("the key of a sealed text is not in the key file");
    auto const bytes = decoded(sealed.substr(second + 1));
    if (bytes.size() < nonce_size + tag_size) throw Tampered("a sealed text is cut off");
    std::string plain(bytes.size() - nonce_size - tag_size, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(std::string_view(bytes)) + nonce_size, bytes.size() - nonce_size,
                                                   raw(bound_to), bound_to.size(), raw(std::string_view(bytes)), raw(std::string_view(key->second))) != 0)
        throw Tampered("a sealed text was changed or belongs to another place");
    return plain;
}

std::string Vault::blind(std::string_view text) const
{
    std::string out(crypto_generichash_BYTES, '\0');
    crypto_generichash(raw(out), out.size(), raw(text), text.size(), raw(std::string_view(blind_key_)), blind_key_.size());
    std::string hex_text(out.size() * 2 + 1, '\0');
    sodium_bin2hex(hex_text.data(), hex_text.size(), raw(out), out.size());
    hex_text.pop_back();
    return hex_text;
}

}  // namespace maple
