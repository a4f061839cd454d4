#include "registry/sorting.hpp"

#include <memory>
#include <stdexcept>
#include <unicode/coll.h>

namespace maple::registry {
namespace {

// Comparing does not change a collator, so one serves every thread.
icu::Collator const& collator()
{
    static std::unique_ptr<icu::Collator> const one = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("zh", "CN"), status));
        if (U_FAILURE(status)) throw std::runtime_error("the order of Chinese names (ICU data) is missing");
        return made;
    }();
    return *one;
}

}  // namespace

std::string sort_key(std::string_view name)
{
    auto const text = icu::UnicodeString::fromUTF8({name.data(), int(name.size())});
    std::string key(64, '\0');
    auto const fill = [&] { return collator().getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()), int(key.size())); };
    auto length = fill();
    if (std::size_t(length) > key.size()) {
        key.resize(std::size_t(length));
        length = fill();
    }
    key.resize(std::size_t(length));
    return key;
}

std::string place_by_name(std::string_view name, Key key) { return sort_key(name) + shown(key); }

}  // namespace maple::registry
