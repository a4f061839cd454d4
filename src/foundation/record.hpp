// Record<T>: how a T is written on a page of the ledger. Unlike a Form it is compact
// (empty things are left out), reads pages of older programs (a missing field keeps its
// default, an unknown one is passed over), and holds no text of a person: texts are Kept.
#pragma once
#include "foundation/json_reader.hpp"
#include "foundation/kept.hpp"

#include <span>

namespace maple {

// The order of the members of a record: as they are declared, or sorted as canonical JSON has
// it (RFC 8785), for what is hashed.
enum class Order { declared, canonical };

// Throws std::invalid_argument for what has no one canonical text (foundation/canonical_json.hpp).
void check_canonical(std::string_view text);
void check_canonical(std::int64_t number);

// A member of a described struct, as it stands on a page. What walks over the members is compiled
// once, for all structs: a compiler reads a table for each of them, and writes no code.
struct RecordMember {
    std::string_view name;
    std::string_view text;  // ,"name":
    bool (*empty)(void const*);
    void (*put)(void const*, std::string&, Order);
    void (*read)(JsonReader&, void*);
};

class RecordMembers {
public:
    // The members where they lie in the struct; `fresh` is one of which nothing was read yet.
    RecordMembers(std::span<RecordMember const> members, std::span<std::size_t const> offsets, void const* fresh);
    void put(void const* record, std::string& out, Order order) const;
    void read(JsonReader& in, void* into) const;

private:
    struct Placed : RecordMember {
        std::size_t offset;
        bool may_be_left_out;  // a `false` or an empty list, where a reader would put it back
    };
    std::vector<Placed> declared_, canonical_;
};

void put_list(void const* first, std::size_t items, std::size_t size, void (*put)(void const*, std::string&, Order), std::string& out, Order order);

// Plain things are on a page what they are on a form.
template <class T> struct Record {
    static void put(T const& t, std::string& out, Order order)
    {
        if (order == Order::canonical) {
            if constexpr (requires { t.str(); }) check_canonical(t.str());
            else if constexpr (std::is_convertible_v<T const&, std::string_view>) check_canonical(std::string_view(t));
            else if constexpr (std::is_convertible_v<T const&, std::int64_t>) check_canonical(std::int64_t(t));
        }
        Form<T>::write(t, out);
    }
    static void read(JsonReader& in, T& into)
    {
        std::string room;
        json::value const told = in.next() == '"' ? json::value(in.string(room)) : json::value(in.integer());
        Problems problems;
        Form<T>::read(told, into, At{}, problems);
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
    static void put(std::string const& s, std::string& out, Order order)
    {
        if (order == Order::canonical) check_canonical(s);
        quote(out, s);
    }
    static void read(JsonReader& in, std::string& into)
    {
        std::string room;
        into = in.string(room);
    }
    static bool empty(std::string const& s) { return s.empty(); }
};

template <int Min, int Max, Lines L> struct Record<Text<Min, Max, L>> {
    static void put(Text<Min, Max, L> const& t, std::string& out, Order order) { Record<std::string>::put(t.str(), out, order); }
    static void read(JsonReader& in, Text<Min, Max, L>& into)
    {
        std::string room;
        into = Text<Min, Max, L>(in.string(room));
    }
    static bool empty(Text<Min, Max, L> const& t) { return t.empty(); }
};

template <> struct Record<std::int64_t> {
    static void put(std::int64_t n, std::string& out, Order order)
    {
        if (order == Order::canonical) check_canonical(n);
        put_number(out, n);
    }
    static void read(JsonReader& in, std::int64_t& into) { into = in.integer(); }
    static bool empty(std::int64_t) { return false; }
};

template <> struct Record<bool> {
    static void put(bool b, std::string& out, Order) { out += b ? "true" : "false"; }
    static void read(JsonReader& in, bool& into) { into = in.boolean(); }
    static bool empty(bool b) { return !b; }
};

template <> struct Record<Key> {
    static void put(Key k, std::string& out, Order)
    {
        out += '"';
        out += shown(k);
        out += '"';
    }
    static void read(JsonReader& in, Key& into)
    {
        std::string room;
        auto const key = key_from_shown(in.string(room));
        if (!key) throw CorruptPage("a page of the ledger cannot be read: not_a_key");
        into = *key;
    }
    static bool empty(Key) { return false; }
};

template <> struct Record<Instant> {  // microseconds: exact, short
    static void put(Instant t, std::string& out, Order order) { Record<std::int64_t>::put(t.us, out, order); }
    static void read(JsonReader& in, Instant& into) { into.us = in.integer(); }
    static bool empty(Instant) { return false; }
};

template <DescribedEnum E> struct Record<E> {
    static void put(E e, std::string& out, Order)
    {
        out += '"';
        out += boost::describe::enum_to_string(e, "?");
        out += '"';
    }
    static void read(JsonReader& in, E& into)
    {
        std::string room;
        auto const n = chosen(choices_of<E>.names, in.string(room));
        if (n == no_choice) throw CorruptPage("a page of the ledger cannot be read: not_a_choice");
        into = choices_of<E>.values[n];
    }
    static bool empty(E) { return false; }
};

template <std::derived_from<Kept> K> struct Record<K> {
    static void put(K const& k, std::string& out, Order order)
    {
        out += '[';
        Record<Key>::put(k.id, out, order);
        out += ',';
        Record<std::string>::put(k.hash, out, order);
        out += ']';
    }
    static void read(JsonReader& in, K& into)
    {
        int items = 0;
        in.array([&] {
            if (++items == 1) Record<Key>::read(in, into.id);
            else Record<std::string>::read(in, into.hash);
        });
        if (items != 2) throw CorruptPage("a page of the ledger cannot be read: a kept text is a key and a hash");
    }
    static bool empty(K const& k) { return !k.id; }
};

template <class T> struct Record<std::optional<T>> {
    static void put(std::optional<T> const& o, std::string& out, Order order)
    {
        if (o) Record<T>::put(*o, out, order);
        else out += "null";
    }
    static void read(JsonReader& in, std::optional<T>& into)
    {
        if (in.null()) into.reset();
        else Record<T>::read(in, into.emplace());
    }
    static bool empty(std::optional<T> const& o) { return !o; }
};

// What Record<T> does, for whoever knows no T.
template <class T> struct RecordOf {
    static bool empty(void const* t) { return Record<T>::empty(*static_cast<T const*>(t)); }
    static void put(void const* t, std::string& out, Order order) { Record<T>::put(*static_cast<T const*>(t), out, order); }
    static void read(JsonReader& in, void* into) { Record<T>::read(in, *static_cast<T*>(into)); }
};

template <class T> struct Record<std::vector<T>> {
    static void put(std::vector<T> const& items, std::string& out, Order order)
    {
        put_list(items.data(), items.size(), sizeof(T), &RecordOf<T>::put, out, order);
    }
    static void read(JsonReader& in, std::vector<T>& into)
    {
        into.clear();
        in.array([&] { Record<T>::read(in, into.emplace_back()); });
    }
    static bool empty(std::vector<T> const& items) { return items.empty(); }
};

template <DescribedStruct T> struct Record<T> {
    static void put(T const& t, std::string& out, Order order) { members().put(&t, out, order); }
    static void read(JsonReader& in, T& into) { members().read(in, &into); }
    static bool empty(T const& t)
    {
        if constexpr (requires { t.empty(); }) return t.empty();
        return false;
    }

    // As a value, for who wants to look into it.
    static json::value write(T const& t)
    {
        std::string text;
        put(t, text, Order::declared);
        return json::parse(text);
    }

private:
    template <class D> static constexpr RecordMember member()
    {
        using M = std::remove_cvref_t<decltype(std::declval<T>().*D::pointer)>;
        return {D::name, {member_text<D>.data(), member_text<D>.size()}, &RecordOf<M>::empty, &RecordOf<M>::put, &RecordOf<M>::read};
    }

    static RecordMembers const& members()
    {
        static constexpr auto told = table_of<RecordMember, T>([]<class D>() { return member<D>(); });
        static RecordMembers const all = [] {
            T const fresh{};
            return RecordMembers(told, offsets_of<T>(), &fresh);
        }();
        return all;
    }
};

template <class T> std::string record_text(T const& t, Order order = Order::declared)
{
    std::string out;
    Record<T>::put(t, out, order);
    return out;
}

template <class T> T from_record(std::string_view text)
{
    T t{};
    JsonReader in(text);
    Record<T>::read(in, t);
    if (in.next() != '\0') throw CorruptPage("a record has something behind it");
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
