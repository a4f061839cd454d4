#include "foundation/random_token.hpp"

#include <sodium.h>
#include <stdexcept>

namespace maple {
namespace {

void ready()
{
    static int const started = sodium_init();
    if (started < 0) throw std::runtime_error("the source of randomness cannot be opened");
}

}  // namespace

std::string random_bytes(std::size_t n)
{
    ready();
    std::string out(n, '\0');
    randombytes_buf(out.data(), n);
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
