// Form<T>: how a T is written on paper. Three functions per kind of thing (read it,
// write it, describe it), so that parsing, answering and the OpenAPI document can never
// disagree. Writing appends JSON to a text; what is long is never built twice. Reading collects every problem with its place and refuses unknown fields.
#pragma once
#include "foundation/json.hpp"
#include "foundation/json_text.hpp"
#include "foundation/key.hpp"
#include "foundation/refusal.hpp"
#include "foundation/schema.hpp"
#include "foundation/text.hpp"
#include "foundation/time.hpp"

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <typeinfo>
#include <vector>

namespace maple {

template <class T> concept DescribedStruct =
    std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T> concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T, class F> constexpr void each_field(F&& f)
{
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(f);
}

// What is known of each member of a struct, in the order in which they are declared: put together when compiling.
template <class Told, class T> consteval auto table_of(auto tell)
{
    return [&]<class... D>(boost::mp11::mp_list<D...>) {
        return std::array<Told, sizeof...(D)>{tell.template operator()<D>()...};
    }(boost::mp11::mp_rename<boost::describe::describe_members<T, boost::describe::mod_public>, boost::mp11::mp_list>{});
}

// How many bytes from its beginning each member of a struct lies.
template <class T> std::span<std::size_t const> offsets_of()
{
    alignas(T) static char const room[sizeof(T)] = {};  // no T lives there: nothing of it is read
    static auto const offsets = []<class... D>(boost::mp11::mp_list<D...>) {
        auto const& t = reinterpret_cast<T const&>(room);
        return std::array<std::size_t, sizeof...(D)>{std::size_t(reinterpret_cast<char const*>(std::addressof(t.*D::pointer)) - room)...};
    }(boost::mp11::mp_rename<boost::describe::describe_members<T, boost::describe::mod_public>, boost::mp11::mp_list>{});
    return offsets;
}

// Money in fen, 1/100 of a yuan. Never below zero, at most 10^13 (a hundred thousand million yuan).
struct Fen {
    std::int64_t n = 0;
    static constexpr std::int64_t most = 10'000'000'000'000;
    auto operator<=>(Fen const&) const = default;
};

// A whole number between two bounds.
template <std::int64_t Min, std::int64_t Max> struct Whole {
    std::int64_t n = Min;
    operator std::int64_t() const { return n; }
    auto operator<=>(Whole const&) const = default;
};

// Where in a form we are, written out only when there is something to complain about.
struct At {
    At const* above = nullptr;
    std::string_view name = {};
    std::size_t index = no_index;
    bool spelled = false;  // of the whole form: it comes from a path or a query, where everything is text

    static constexpr auto no_index = std::size_t(-1);
    std::string str() const
    {
        if (!above) return "";
        return above->str() + "/" + (index == no_index ? pointer_step(name) : std::to_string(index));
    }
    bool is_spelled() const { return above ? above->is_spelled() : spelled; }
};

// A form that is wrong all over is answered with its first hundred faults.
inline constexpr std::size_t most_problems = 100;

void complain(Problems& p, At const& at, std::string_view code);
void complain(Problems& p, At const& at, std::string_view code, std::string_view what, std::string value);

inline void put_number(std::string& out, std::int64_t n)
{
    char digits[20];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, n).ptr);
}

// ,"name": of a described member, put together when compiling.
template <class Field> inline constexpr auto member_text = [] {
    constexpr auto n = std::char_traits<char>::length(Field::name);
    std::array<char, n + 4> text{',', '"'};
    std::copy_n(Field::name, n, text.begin() + 2);
    text[n + 2] = '"';
    text[n + 3] = ':';
    return text;
}();

template <class T> struct Form;

// Where a thing is not what its form wants, the fault is told.
bool is_one_line(std::string_view s, At const& at, Problems& p);
void check_text(std::string const& s, int min, int max, Lines lines, At const& at, Problems& p);
void check_bounds(std::int64_t n, std::int64_t min, std::int64_t max, At const& at, Problems& p);
json::array const* list_in(json::value const& v, std::size_t most, At const& at, Problems& p);

// A word without bounds of its own: a key, a code, a password. Other texts say how long they
// may be and how many lines they have.
template <> struct Form<std::string> {
    static constexpr int longest = 500;
    static void read(json::value const& v, std::string& into, At const& at, Problems& p)
    {
        if (!v.is_string()) return complain(p, at, "not_text");
        into.assign(v.get_string().data(), v.get_string().size());
        if (is_one_line(into, at, p) && length(into) > longest) complain(p, at, "too_long", "most", std::to_string(longest));
    }
    static void write(std::string const& s, std::string& out) { quote(out, s); }
    static json::object schema(Schemas&, Way way)
    {
        json::object drawn{{"type", "string"}};
        if (way == Way::asked) drawn["maxLength"] = longest;
        return drawn;
    }
};

template <int Min, int Max, Lines L> struct Form<Text<Min, Max, L>> {
    static void read(json::value const& v, Text<Min, Max, L>& into, At const& at, Problems& p)
    {
        if (!v.is_string()) return complain(p, at, "not_text");
        into = Text<Min, Max, L>(std::string_view(v.get_string()));
        check_text(into.str(), Min, Max, L, at, p);
    }
    static void write(Text<Min, Max, L> const& t, std::string& out) { quote(out, t.str()); }
    static json::object schema(Schemas&, Way) { return drawn_text(Min, Max); }
};

template <> struct Form<std::int64_t> {
    static void read(json::value const& v, std::int64_t& into, At const& at, Problems& p)
    {
        if (v.is_int64()) { into = v.get_int64(); return; }
        if (v.is_string() && at.is_spelled()) {
            auto const& s = v.get_string();
            auto const [end, ec] = std::from_chars(s.data(), s.data() + s.size(), into);
            if (ec == std::errc{} && end == s.data() + s.size()) return;
        }
        complain(p, at, "not_a_whole_number");
    }
    static void write(std::int64_t n, std::string& out) { put_number(out, n); }
    static json::object schema(Schemas&, Way) { return {{"type", "integer"}}; }
};

template <std::int64_t Min, std::int64_t Max> struct Form<Whole<Min, Max>> {
    static void read(json::value const& v, Whole<Min, Max>& into, At const& at, Problems& p)
    {
        auto const before = p.size();
        Form<std::int64_t>::read(v, into.n, at, p);
        if (p.size() == before) check_bounds(into.n, Min, Max, at, p);
    }
    static void write(Whole<Min, Max> w, std::string& out) { put_number(out, w.n); }
    static json::object schema(Schemas&, Way) { return drawn_number(Min, Max); }
};

template <> struct Form<Fen> {
    static void read(json::value const& v, Fen& into, At const& at, Problems& p)
    {
        auto const before = p.size();
        Form<std::int64_t>::read(v, into.n, at, p);
        if (p.size() != before) return;
        if (into.n < 0) complain(p, at, "amount_below_zero");
        if (into.n > Fen::most) complain(p, at, "amount_too_large");
    }
    static void write(Fen f, std::string& out) { put_number(out, f.n); }
    static json::object schema(Schemas&, Way)
    {
        return {{"type", "integer"}, {"minimum", 0}, {"maximum", Fen::most}, {"x-unit", "fen"}};
    }
};

template <> struct Form<bool> {
    static void read(json::value const& v, bool& into, At const& at, Problems& p)
    {
        if (v.is_bool()) into = v.get_bool();
        else if (v.is_string() && at.is_spelled() && (v.get_string() == "true" || v.get_string() == "false")) into = v.get_string() == "true";
        else complain(p, at, "not_true_or_false");
    }
    static void write(bool b, std::string& out) { out += b ? "true" : "false"; }
    static json::object schema(Schemas&, Way) { return {{"type", "boolean"}}; }
};

template <> struct Form<Key> {
    static void read(json::value const& v, Key& into, At const& at, Problems& p)
    {
        auto const key = v.is_string() ? key_from_shown(v.get_string()) : std::nullopt;
        if (key) into = *key;
        else complain(p, at, "not_a_key");
    }
    static void write(Key k, std::string& out) { quote(out, shown(k)); }
    static json::object schema(Schemas&, Way) { return {{"type", "string"}, {"pattern", "^[0-9A-HJKMNP-TV-Z]{13}$"}}; }
};

template <> struct Form<Instant> {
    static void read(json::value const& v, Instant& into, At const& at, Problems& p)
    {
        auto const t = v.is_string() ? instant_from_iso(v.get_string()) : std::nullopt;
        if (t) into = *t;
        else complain(p, at, "not_a_moment");
    }
    static void write(Instant t, std::string& out)
    {
        out += '"';
        put_iso(out, t);
        out += '"';
    }
    static json::object schema(Schemas&, Way) { return {{"type", "string"}, {"format", "date-time"}}; }
};

template <> struct Form<Date> {
    static void read(json::value const& v, Date& into, At const& at, Problems& p)
    {
        auto const d = v.is_string() ? date_from_iso(v.get_string()) : std::nullopt;
        if (d) into = *d;
        else complain(p, at, "not_a_date");
    }
    static void write(Date d, std::string& out) { quote(out, iso(d)); }
    static json::object schema(Schemas&, Way) { return {{"type", "string"}, {"format", "date"}}; }
};

// The names of an enumeration and its values, side by side, in the order in which they are declared.
template <DescribedEnum E> struct Choices {
    static constexpr auto size = boost::mp11::mp_size<boost::describe::describe_enumerators<E>>::value;
    std::array<std::string_view, size> names{};
    std::array<E, size> values{};
};
template <DescribedEnum E> inline constexpr auto choices_of = [] {
    Choices<E> all;
    std::size_t n = 0;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto one) {
        all.names[n] = one.name;
        all.values[n++] = one.value;
    });
    return all;
}();

// Of those names; no_choice: none of them. Compared in its whole length: it may hold a NUL.
inline constexpr auto no_choice = std::size_t(-1);
std::size_t chosen(std::span<std::string_view const> names, std::string_view word);
std::string listed(std::span<std::string_view const> names);
std::size_t chosen_in(json::value const& v, std::span<std::string_view const> names, At const& at, Problems& p);

template <DescribedEnum E> struct Form<E> {
    static void read(json::value const& v, E& into, At const& at, Problems& p)
    {
        auto const n = chosen_in(v, choices_of<E>.names, at, p);
        if (n != no_choice) into = choices_of<E>.values[n];
    }
    static void write(E e, std::string& out) { quote(out, boost::describe::enum_to_string(e, "?")); }
    static json::object schema(Schemas& all, Way way) { return all.of_choice(typeid(E).name(), way, choices_of<E>.names); }
};

template <class T> struct Form<std::optional<T>> {
    static void read(json::value const& v, std::optional<T>& into, At const& at, Problems& p)
    {
        if (!v.is_null()) Form<T>::read(v, into.emplace(), at, p);
    }
    static void write(std::optional<T> const& o, std::string& out)
    {
        if (o) Form<T>::write(*o, out);
        else out += "null";
    }
    static json::object schema(Schemas& all, Way way)
    {
        return drawn_optional(Form<T>::schema(all, way));
    }
};

template <class T> struct Form<std::vector<T>> {
    static constexpr std::size_t most_items = 2000;
    static void read(json::value const& v, std::vector<T>& into, At const& at, Problems& p)
    {
        auto const* items = list_in(v, most_items, at, p);
        if (!items) return;
        for (auto const& item : *items) {
            auto const index = into.size();
            T one{};
            Form<T>::read(item, one, At{&at, {}, index}, p);
            into.push_back(std::move(one));
        }
    }
    static void write(std::vector<T> const& items, std::string& out)
    {
        out += '[';
        for (auto const& item : items) {
            if (&item != &items.front()) out += ',';
            Form<T>::write(item, out);
        }
        out += ']';
    }
    static json::object schema(Schemas& all, Way way)
    {
        return drawn_list(Form<T>::schema(all, way), most_items);
    }
};

// A field that may be left out when asking: it has an obvious default.
template <class T> constexpr bool may_be_left_out = false;
template <class T> constexpr bool may_be_left_out<std::optional<T>> = true;
template <class T> constexpr bool may_be_left_out<std::vector<T>> = true;
template <> inline constexpr bool may_be_left_out<bool> = true;
template <int Max, Lines L> constexpr bool may_be_left_out<Text<0, Max, L>> = true;

// A member of a described struct, as a form asks for it; read_members is compiled once, for all structs.
struct AskedMember {
    std::string_view name;
    bool may_be_left_out;
    void (*read)(json::value const&, void*, At const&, Problems&);
};
void read_members(json::value const& v, void* into, std::span<AskedMember const> members, std::span<std::size_t const> offsets, At const& at, Problems& p);

// The form of a described struct is that of its members.
template <DescribedStruct T> struct MemberwiseForm {
    static void read(json::value const& v, T& into, At const& at, Problems& p)
    {
        static constexpr auto members = table_of<AskedMember, T>([]<class D>() { return asked<D>(); });
        read_members(v, &into, members, offsets_of<T>(), at, p);
    }
    // What carries `told` was written before, and is that text.
    static void write(T const& t, std::string& out)
    {
        if constexpr (requires { requires std::same_as<decltype(T::told), std::shared_ptr<std::string const>>; })
            if (t.told) return void(out += *t.told);
        out += '{';
        std::size_t comma = 1;  // the first member has none
        each_field<T>([&](auto field) {
            using M = std::remove_cvref_t<decltype(t.*field.pointer)>;
            auto const& name = member_text<decltype(field)>;
            out.append(name.data() + comma, name.size() - comma);
            comma = 0;
            Form<M>::write(t.*field.pointer, out);
        });
        out += '}';
    }
    static json::object schema(Schemas& all, Way way)
    {
        static constexpr auto members = table_of<MemberSchema, T>([]<class D>() { return drawn<D>(); });
        return all.of_struct(typeid(T).name(), way, members);
    }

private:
    template <class D> using Member = std::remove_cvref_t<decltype(std::declval<T>().*D::pointer)>;
    template <class D> static constexpr MemberSchema drawn() { return {D::name, &Form<Member<D>>::schema, may_be_left_out<Member<D>>}; }
    template <class D> static constexpr AskedMember asked() { return {D::name, may_be_left_out<Member<D>>, &read_member<Member<D>>}; }
    template <class M> static void read_member(json::value const& v, void* into, At const& at, Problems& p)
    {
        Form<M>::read(v, *static_cast<M*>(into), at, p);
    }
};

// What is large and used in many rooms declares these functions for itself (as an own Form<T>),
// and defines them once, by MemberwiseForm<T>: compilers take seconds for the whole file of a dispute.
template <DescribedStruct T> struct Form<T> : MemberwiseForm<T> {};

template <class T> std::string written(T const& t)
{
    std::string out;
    Form<T>::write(t, out);
    return out;
}

// The one way from JSON to a typed request: every problem at once, or the value. `spelled`: it
// comes from a path or a query, where numbers are texts.
template <class T> Problems read_into(T& into, json::value const& v, bool spelled = false)
{
    Problems problems;
    Form<T>::read(v, into, At{nullptr, {}, At::no_index, spelled}, problems);
    return problems;
}

template <class T> Result<T> read(json::value const& v, bool spelled = false)
{
    T t{};
    auto problems = read_into(t, v, spelled);
    if (problems.empty()) return t;
    return refuse_form(std::move(problems));
}

}  // namespace maple
