#include "foundation/vault.hpp"
#include "foundation/key_file.hpp"
#include "foundation/random_token.hpp"

#include <array>
#include <charconv>
#include <cstring>
#include <map>
#include <optional>
#include <sodium.h>

namespace maple {
namespace {

constexpr std::string_view algorithm = "xc20p";
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr auto base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

unsigned char const* raw(std::string_view s) { return reinterpret_cast<unsigned char const*>(s.data()); }
unsigned char* raw(std::string& s) { return reinterpret_cast<unsigned char*>(s.data()); }

// 32 bytes that leave the memory when they are no longer needed.
struct SecretKey {
    std::array<unsigned char, 32> bytes;
    explicit SecretKey(std::string_view from) { std::memcpy(bytes.data(), from.data(), bytes.size()); }
    SecretKey(SecretKey const&) = default;
    SecretKey& operator=(SecretKey const&) = default;
    ~SecretKey() { sodium_memzero(bytes.data(), bytes.size()); }
};
constexpr std::size_t key_size = sizeof(SecretKey::bytes);
static_assert(key_size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES && key_size == crypto_generichash_KEYBYTES);

std::string encoded(std::string_view bytes)
{
    std::string out(sodium_base64_encoded_len(bytes.size(), base64), '\0');
    sodium_bin2base64(out.data(), out.size(), raw(bytes), bytes.size(), base64);
    out.pop_back();  // the terminating zero
    return out;
}

std::optional<std::string> decoded(std::string_view text)
{
    std::string out(text.size(), '\0');
    std::size_t n = 0;
    if (sodium_base642bin(raw(out), out.size(), text.data(), text.size(), nullptr, &n, nullptr, base64) != 0) return std::nullopt;
    out.resize(n);
    if (encoded(out) != text) return std::nullopt;  // libsodium 1.0.18 reads some bytes outside the alphabet as inside
    return out;
}

std::string fresh_key() { return encoded(random_bytes(key_size)); }

SecretKey key_from(std::string_view text)
{
    auto bytes = decoded(text);
    if (!bytes || bytes->size() != key_size) throw std::runtime_error("the key file holds a key of another size");
    SecretKey const key(*bytes);
    sodium_memzero(bytes->data(), bytes->size());
    return key;
}

// A version is written 1, 2, 3 …, without sign or leading zero; otherwise 0.
int version_from(std::string_view text)
{
    int version = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    bool const whole = error == std::errc{} && end == text.data() + text.size();
    return whole && version > 0 && text.front() != '0' ? version : 0;
}

std::string first_text()
{
    return "# Keys of the vault: version, algorithm, key; and the key of blind hashes.\n"
           "# Without this file sealed texts are lost. Keep a copy, apart from the database.\n"
           "1 xc20p " + fresh_key() + "\nblind blake2b " + fresh_key() + "\n";
}

std::string sealed_with(unsigned char const* key, std::string_view plain, std::string_view bound_to)
{
    auto bytes = random_bytes(nonce_size);
    bytes.resize(nonce_size + plain.size() + tag_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(bytes) + nonce_size, nullptr, raw(plain), plain.size(), raw(bound_to), bound_to.size(),
                                               nullptr, raw(bytes), key);
    return encoded(bytes);
}

std::string unsealed_with(unsigned char const* key, std::string_view body, std::string_view bound_to)
{
    auto const bytes = decoded(body);
    if (!bytes || bytes->size() < nonce_size + tag_size) throw Tampered("a sealed text is cut off");
    auto const cipher = std::string_view(*bytes).substr(nonce_size);
    std::string plain(cipher.size() - tag_size, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(cipher), cipher.size(), raw(bound_to), bound_to.size(),
                                                   raw(std::string_view(*bytes)), key) != 0)
        throw Tampered("a sealed text was changed or belongs to another place");
    return plain;
}

struct Sealed {
    int version;
    std::string_view body;
};

std::optional<Sealed> parts_of(std::string_view sealed)
{
    auto const first = sealed.find('.');
    if (first == sealed.npos || sealed.substr(0, first) != algorithm) return std::nullopt;
    auto const second = sealed.find('.', first + 1);
    if (second == sealed.npos) return std::nullopt;
    return Sealed{version_from(sealed.substr(first + 1, second - first - 1)), sealed.substr(second + 1)};
}

}  // namespace

struct Vault::Keys {
    std::map<int, SecretKey> by_version;  // the newest seals
    std::optional<SecretKey> blind;
};

Vault::Keys Vault::read(std::string_view key_file_text)
{
    Keys keys;
    for (auto const& line : key_file::lines(key_file_text)) {
        if (line.version == "blind" && line.algorithm == "blake2b" && !keys.blind) {
            keys.blind.emplace(key_from(line.key));
            continue;
        }
        int const version = version_from(line.version);
        if (version == 0 || line.algorithm != algorithm || !keys.by_version.emplace(version, key_from(line.key)).second)
            throw std::runtime_error("the key file holds a line that nobody understands");
    }
    if (keys.by_version.empty() || !keys.blind) throw std::runtime_error("the key file is not whole");
    return keys;
}

Vault Vault::open(std::filesystem::path const& file)
{
    auto text = key_file::read_or_make(file, first_text);
    auto keys = std::make_shared<Keys const>(read(text));
    sodium_memzero(text.data(), text.size());
    return Vault(std::move(keys));
}

void Vault::add_key(std::filesystem::path const& file)
{
    auto text = key_file::read(file);
    int const newest = read(text).by_version.rbegin()->first;
    if (!text.ends_with('\n')) text += '\n';
    text += std::to_string(newest + 1) + " " + std::string(algorithm) + " " + fresh_key() + "\n";
    key_file::replace(file, text);
    sodium_memzero(text.data(), text.size());
}

Vault Vault::for_tests()
{
    auto keys = std::make_shared<Keys>();
    keys->by_version.emplace(1, SecretKey(std::string(key_size, 'k')));
    keys->blind.emplace(std::string(key_size, 'b'));
    return Vault(std::move(keys));
}

std::string Vault::seal(std::string_view plain, std::string_view bound_to) const
{
    auto const& [version, key] = *keys_->by_version.rbegin();
    return std::string(algorithm) + "." + std::to_string(version) + "." + sealed_with(key.bytes.data(), plain, bound_to);
}

std::string Vault::unseal(std::string_view sealed, std::string_view bound_to) const
{
    auto const parts = parts_of(sealed);
    if (!parts) throw Tampered("a sealed text names no algorithm that is known here");
    auto const key = keys_->by_version.find(parts->version);
    if (key == keys_->by_version.end()) throw Tampered("the key of a sealed text is not in the key file");
    return unsealed_with(key->second.bytes.data(), parts->body, bound_to);
}

bool Vault::sealed_with_newest_key(std::string_view sealed) const
{
    auto const parts = parts_of(sealed);
    return parts && parts->version == keys_->by_version.rbegin()->first;
}

std::string Vault::blind(std::string_view text) const
{
    std::string out(crypto_generichash_BYTES, '\0');
    crypto_generichash(raw(out), out.size(), raw(text), text.size(), keys_->blind->bytes.data(), key_size);
    std::string hex_text(out.size() * 2 + 1, '\0');
    sodium_bin2hex(hex_text.data(), hex_text.size(), raw(out), out.size());
    hex_text.pop_back();  // the terminating zero
    return hex_text;
}

BoxKey BoxKey::fresh() { return BoxKey(random_bytes(key_size)); }

BoxKey BoxKey::from_secret(std::string_view secret)
{
    if (secret.size() != key_size) throw Tampered("the key of a box has another size");
    return BoxKey(std::string(secret));
}

BoxKey::~BoxKey() { sodium_memzero(secret_.data(), secret_.size()); }

std::string BoxKey::seal(std::string_view plain, std::string_view bound_to) const
{
    return std::string(algorithm) + "." + sealed_with(raw(std::string_view(secret_)), plain, bound_to);
}

std::string BoxKey::unseal(std::string_view sealed, std::string_view bound_to) const
{
    auto const dot = sealed.find('.');
    if (dot == sealed.npos || sealed.substr(0, dot) != algorithm) throw Tampered("a sealed text names no algorithm that is known here");
    return unsealed_with(raw(std::string_view(secret_)), sealed.substr(dot + 1), bound_to);
}

}  // namespace maple
