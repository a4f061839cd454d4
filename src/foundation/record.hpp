// Record<T>: how a T is written on a page of the ledger. Unlike a Form it is compact
// (empty things are left out), reads pages of older programs (a missing field keeps its
// default, an unknown one is passed over), and holds no text of a person: texts are Kept.
#pragma once
#include "foundation/kept.hpp"

#include <stdexcept>

namespace maple {

struct CorruptPage : std::runtime_error { using runtime_error::runtime_error; };

// Plain things are on a page what they are on a form.
inline json::value plain(std::string const& s) { return json::string(s); }
inline json::value plain(std::int64_t n) { return n; }
inline json::value plain(Fen f) { return f.n; }
inline json::value plain(Key k) { return json::string(shown(k)); }
inline json::value plain(Date d) { return json::string(iso(d)); }
template <std::int64_t Min, std::int64_t Max> json::value plain(Whole<Min, Max> w) { return w.n; }
template <int Min, int Max, Lines L> json::value plain(Text<Min, Max, L> const& t) { return json::string(t.str()); }
template <DescribedEnum E> json::value plain(E e) { return json::string(boost::describe::enum_to_string(e, "?")); }

template <class T> struct Record {
    static json::value write(T const& t) { return plain(t); }
    static void read(json::value const& v, T& into)
    {
        Problems problems;
        Form<T>::read(v, into, At{}, problems);
        if (!problems.empty()) throw CorruptPage("a page of the ledger cannot be read: " + problems.front().code);
    }
    static bool empty(T const& t)
    {
        if constexpr (requires { t.empty(); }) return t.empty();
        else return false;
    }
};

// What is on a page is read as it is: the limits of forms may have become narrower since.
template <> struct Record<std::string> {
    static json::value write(std::string const& s) { return plain(s); }
    static void read(json::value const& v, std::string& into) { into = std::string_view(v.as_string()); }
    static bool empty(std::string const& s) { return s.empty(); }
};

template <int Min, int Max, Lines L> struct Record<Text<Min, Max, L>> {
    static json::value write(Text<Min, Max, L> const& t) { return plain(t); }
    static void read(json::value const& v, Text<Min, Max, L>& into) { into = Text<Min, Max, L>(std::string_view(v.as_string())); }
    static bool empty(Text<Min, Max, L> const& t) { return t.empty(); }
};

template <> struct Record<bool> {
    static json::value write(bool b) { return b; }
    static void read(json::value const& v, bool& into) { into = v.as_bool(); }
    static bool empty(bool b) { return !b; }
};

template <> struct Record<Instant> {  // microseconds: exact, short
    static json::value write(Instant t) { return t.us; }
    static void read(json::value const& v, Instant& into) { into.us = v.as_int64(); }
    static bool empty(Instant) { return false; }
};

template <std::derived_from<Kept> K> struct Record<K> {
    static json::value write(K const& k) { return json::array{shown(k.id), k.hash}; }
    static void read(json::value const& v, K& into)
    {
        into.id = key_from_shown(v.as_array().at(0).as_string()).value();
        into.hash = v.as_array().at(1).as_string().c_str();
    }
    static bool empty(K const& k) { return !k.id; }
};

template <class T> struct Record<std::optional<T>> {
    static json::value write(std::optional<T> const& o) { return o ? Record<T>::write(*o) : json::value(nullptr); }
    static void read(json::value const& v, std::optional<T>& into)
    {
        if (v.is_null()) into.reset();
        else Record<T>::read(v, into.emplace());
    }
    static bool empty(std::optional<T> const& o) { return !o; }
};

template <class T> struct Record<std::vector<T>> {
    static json::value write(std::vector<T> const& items)
    {
        json::array out;
        out.reserve(items.size());
        for (auto const& item : items) out.push_back(Record<T>::write(item));
        return out;
    }
    static void read(json::value const& v, std::vector<T>& into)
    {
        into.clear();
        for (auto const& item : v.as_array()) {
            T one{};
            Record<T>::read(item, one);
            into.push_back(std::move(one));
        }
    }
    static bool empty(std::vector<T> const& items) { return items.empty(); }
};

template <DescribedStruct T> struct Record<T> {
    static json::value write(T const& t)
    {
        // A `false` or an empty list may be left out only where a reader would put it back.
        [[maybe_unused]] static T const fresh{};
        json::object out;
        each_field<T>([&](auto field) {
            using M = std::remove_cvref_t<decltype(t.*field.pointer)>;
            if (!Record<M>::empty(t.*field.pointer) || !Record<M>::empty(fresh.*field.pointer))
                out.emplace(field.name, Record<M>::write(t.*field.pointer));
        });
        return out;
    }
    static void read(json::value const& v, T& into)
    {
        auto const& object = v.as_object();
        each_field<T>([&](auto field) {
            using M = std::remove_reference_t<decltype(into.*field.pointer)>;
            if (auto const* member = object.if_contains(field.name)) Record<M>::read(*member, into.*field.pointer);
        });
    }
    static bool empty(T const&) { return false; }
};

template <class T> T from_record(json::value const& v)
{
    T t{};
    Record<T>::read(v, t);
    return t;
}

// Every kept text inside a thing, wherever it lies, with its own type: for filling in words.
template <class T, class F> void each_kept(T& thing, F&& f)
{
    if constexpr (std::derived_from<std::remove_const_t<T>, Kept>) f(thing);
    else if constexpr (DescribedStruct<std::remove_const_t<T>>)
        each_field<std::remove_const_t<T>>([&](auto field) { each_kept(thing.*field.pointer, f); });
    else if constexpr (requires { thing.has_value(); *thing; }) {
        if (thing.has_value()) each_kept(*thing, f);
    } else if constexpr (requires { thing.begin(); thing.push_back(*thing.begin()); } && !requires { thing.c_str(); }) {
        for (auto& item : thing) each_kept(item, f);
    }
}

}  // namespace maple
