// Reading JSON straight from a text that this program wrote (records and pages of the ledger):
// value after value as they come, without a tree between. Requests from outside are read by
// Boost.JSON, which says where they are wrong; here a wrong text is a broken page.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace maple {

struct CorruptPage : std::runtime_error { using runtime_error::runtime_error; };

class JsonReader {
public:
    explicit JsonReader(std::string_view text) : text_(text) {}

    // How the next value begins: { [ " t f n, a digit or -; 0 at the end of the text.
    char next();
    bool null();  // takes a null, if there is one
    bool boolean();
    std::int64_t integer();
    // A string, as a part of the text itself or unescaped into `room`.
    std::string_view string(std::string& room);
    // What is left of the text, from the next value on; nothing is taken.
    std::string_view rest() { return next() ? text_.substr(at_) : std::string_view(); }
    // Passes over one value, whatever it is; answers its text.
    std::string_view skip();

    // Calls member(name) for each member; it must take the value.
    template <class F> void object(F&& member)
    {
        object(&member, [](void* f, std::string_view name) { (*static_cast<std::remove_reference_t<F>*>(f))(name); });
    }
    // Calls item() for each item; it must take the value.
    template <class F> void array(F&& item)
    {
        array(&item, [](void* f) { (*static_cast<std::remove_reference_t<F>*>(f))(); });
    }

private:
    void object(void* with, void (*member)(void*, std::string_view));
    void array(void* with, void (*item)(void*));
    [[noreturn]] void broken() const;
    void expect(char);
    void open(char);
    bool more(char end, bool first);
    void word(std::string_view);
    std::size_t end_of_plain() const;
    std::uint32_t code_unit();
    void unescape(std::string& into);

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace maple
