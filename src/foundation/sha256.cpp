#include "foundation/sha256.hpp"

#include <cstring>
#include <memory>
#include <new>
#include <openssl/evp.h>
#include <sodium.h>
#include <stdexcept>
#include <type_traits>

namespace maple {
namespace {

using State = crypto_hash_sha256_state;
static_assert(sizeof(State) <= 128 && alignof(State) <= 8 && std::is_trivially_copyable_v<State>);

int value_of(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

}  // namespace

Digest sha256(std::string_view bytes) { return sha256(bytes, {}); }

// OpenSSL's, which knows the processor's own instructions; they are the reason for it beside libsodium.
Digest sha256(std::string_view first, std::string_view then)
{
    static EVP_MD const* const kind = EVP_MD_fetch(nullptr, "SHA256", nullptr);  // for as long as the program runs
    thread_local std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const running(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    Digest out;
    if (!kind || !running || !EVP_DigestInit_ex2(running.get(), kind, nullptr) || !EVP_DigestUpdate(running.get(), first.data(), first.size()) ||
        !EVP_DigestUpdate(running.get(), then.data(), then.size()) ||
        !EVP_DigestFinal_ex(running.get(), reinterpret_cast<unsigned char*>(out.data()), nullptr))
        throw std::runtime_error("SHA-256 cannot be computed");
    return out;
}

Sha256::Sha256() { crypto_hash_sha256_init(::new (state_.data()) State); }

Sha256& Sha256::add(std::string_view bytes)
{
    auto* const state = std::launder(reinterpret_cast<State*>(state_.data()));
    crypto_hash_sha256_update(state, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    return *this;
}

Digest Sha256::digest() const
{
    State copy;  // finishing would end the original
    std::memcpy(&copy, state_.data(), sizeof copy);
    Digest out;
    crypto_hash_sha256_final(&copy, reinterpret_cast<unsigned char*>(out.data()));
    return out;
}

std::string hex(Digest const& digest)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(64);
    for (auto const byte : digest) {
        out += digits[std::to_integer<int>(byte) >> 4];
        out += digits[std::to_integer<int>(byte) & 15];
    }
    return out;
}

std::optional<Digest> digest_from_hex(std::string_view text)
{
    Digest out;
    if (text.size() != out.size() * 2) return std::nullopt;
    for (std::size_t i = 0; i < out.size(); ++i) {
        int const high = value_of(text[2 * i]), low = value_of(text[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        out[i] = std::byte(high * 16 + low);
    }
    return out;
}

std::string bytes_of(Digest const& digest) { return {reinterpret_cast<char const*>(digest.data()), digest.size()}; }

std::optional<Digest> digest_from_bytes(std::string_view bytes)
{
    Digest out;
    if (bytes.size() != out.size()) return std::nullopt;
    std::memcpy(out.data(), bytes.data(), out.size());
    return out;
}

}  // namespace maple
