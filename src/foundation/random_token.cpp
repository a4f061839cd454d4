#include "foundation/random_token.hpp"

#include <array>
#include <cstring>
#include <sodium.h>
#include <stdexcept>

namespace maple {
namespace {

void ready()
{
    static int const started = sodium_init();
    if (started < 0) throw std::runtime_error("the source of randomness cannot be opened");
}

// Salts and nonces are short and many: the system is asked for a few hundred of them at once.
// What was handed out leaves the memory.
class Stock {
public:
    ~Stock() { sodium_memzero(bytes_.data(), bytes_.size()); }
    void take(unsigned char* to, std::size_t n)
    {
        if (bytes_.size() - used_ < n) {
            randombytes_buf(bytes_.data(), bytes_.size());
            used_ = 0;
        }
        std::memcpy(to, bytes_.data() + used_, n);
        sodium_memzero(bytes_.data() + used_, n);
        used_ += n;
    }

    static constexpr std::size_t largest = 64;

private:
    std::array<unsigned char, 4096> bytes_;
    std::size_t used_ = bytes_.size();
};

}  // namespace

std::string random_bytes(std::size_t n)
{
    ready();
    std::string out(n, '\0');
    auto* const to = reinterpret_cast<unsigned char*>(out.data());
    if (n > Stock::largest) {
        randombytes_buf(to, n);
        return out;
    }
    thread_local Stock stock;
    stock.take(to, n);
    return out;
}

std::string random_token(std::size_t bytes)
{
    auto const raw = random_bytes(bytes);
    std::string out(sodium_base64_ENCODED_LEN(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<unsigned char const*>(raw.data()), raw.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    out.pop_back();  // the terminating zero
    return out;
}

bool same_secret(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace maple
