// Record<T>: how a T is written on a page of the ledger. Unlike a Form it is compact
// (empty things are left out), reads pages of older programs (a missing field keeps its
// default, an unknown one is passed over), and holds no text of a person: texts are Kept.
#pragma once
#include "foundation/json_reader.hpp"
#include "foundation/kept.hpp"

namespace maple {

// The order of the members of a record: as they are declared, or sorted as canonical JSON has
// it (RFC 8785), for what is hashed.
enum class Order { declared, canonical };

// Throws std::invalid_argument for what has no one canonical text (foundation/canonical_json.hpp).
void check_canonical(std::string_view text);
void check_canonical(std::int64_t number);

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

template <class T> struct Record<std::vector<T>> {
    static void put(std::vector<T> const& items, std::string& out, Order order)
    {
        out += '[';
        for (auto const& item : items) {
            if (&item != &items.front()) out += ',';
            Record<T>::put(item, out, order);
        }
        out += ']';
    }
    static void read(JsonReader& in, std::vector<T>& into)
    {
        into.clear();
        in.array([&] { Record<T>::read(in, into.emplace_back()); });
    }
    static bool empty(std::vector<T> const& items) { return items.empty(); }
};

template <DescribedStruct T> struct Record<T> {
    static void put(T const& t, std::string& out, Order order)
    {
        out += '{';
        std::size_t comma = 1;  // the first member has none
        for (auto const& field : fields(order)) {
            if (field.left_out(t)) continue;
            out.append(field.text, comma, field.text.npos);
            comma = 0;
            field.put(t, out, order);
        }
        out += '}';
    }
    static void read(JsonReader& in, T& into)
    {
        static auto const& known = fields(Order::declared);
        std::size_t expected = 0;  // as a rule members come in the order in which they are declared
        in.object([&](std::string_view name) {
            for (std::size_t n = 0; n < known.size(); ++n) {
                auto const& field = known[(expected + n) % known.size()];
                if (field.name != name) continue;
                expected = (expected + n + 1) % known.size();
                return field.read(in, into);
            }
            in.skip();
        });
    }
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
    struct Field {
        std::string_view name;
        std::string_view text;  // ,"name":
        bool (*left_out)(T const&);
        void (*put)(T const&, std::string&, Order);
        void (*read)(JsonReader&, T&);
    };

    // A `false` or an empty list may be left out only where a reader would put it back.
    static T const& fresh()
    {
        static T const one{};
        return one;
    }

    template <class D> static Field field_of()
    {
        using M = std::remove_cvref_t<decltype(std::declval<T>().*D::pointer)>;
        auto const& text = member_text<D>;
        return {D::name, {text.data(), text.size()},
                [](T const& t) { return Record<M>::empty(t.*D::pointer) && Record<M>::empty(fresh().*D::pointer); },
                [](T const& t, std::string& out, Order order) { Record<M>::put(t.*D::pointer, out, order); },
                [](JsonReader& in, T& into) { Record<M>::read(in, into.*D::pointer); }};
    }

    static auto const& fields(Order order)
    {
        using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
        static auto const declared = []<class... D>(boost::mp11::mp_list<D...>) {
            return std::array<Field, sizeof...(D)>{field_of<D>()...};
        }(boost::mp11::mp_rename<Members, boost::mp11::mp_list>{});
        static auto const canonical = [] {
            auto sorted = declared;
            std::sort(sorted.begin(), sorted.end(), [](Field const& a, Field const& b) { return a.name < b.name; });
            return sorted;
        }();
        return order == Order::declared ? declared : canonical;
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
