// One line per route. From that line come the routing, the right, the transaction, the
// reading and writing of JSON, and the OpenAPI document with its TypeScript client.
#pragma once
#include "access/desk.hpp"
#include "foundation/record.hpp"
#include "foundation/stream.hpp"
#include "storage/store.hpp"

#include <functional>
#include <string_view>

namespace maple::api {

enum class Verb { get, post, put, del };

std::string_view method(Verb);  // "GET"
// What is asked stands in the body; else in path and query alone, where everything is text.
constexpr bool has_body(Verb verb) { return verb == Verb::post || verb == Verb::put; }

// A path whose {names} must all be fields of the request: a typo does not compile.
// (The trick is std::format_string's.)
template <class In> struct Path {
    std::string_view text;
    template <std::size_t N> consteval Path(char const (&path)[N]) : text(path, N - 1)
    {
        for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
            auto const name = text.substr(open + 1, text.find('}', open) - open - 1);
            bool found = false;
            each_name([&](std::string_view field) { found = found || field == name; });
            if (!found) throw "this {name} is not a field of the request";
        }
    }

private:
    template <class F> static constexpr void each_name(F f)
    {
        using Fields = boost::describe::describe_members<In, boost::describe::mod_public>;
        [&]<class... D>(boost::mp11::mp_list<D...>) { (f(std::string_view(D::name)), ...); }
        (boost::mp11::mp_rename<Fields, boost::mp11::mp_list>{});
    }
};

// Where slow work waits: hashing a password must not hold a transaction or a worker.
// A lobby use case opens its own transactions.
struct Lobby {
    sql::Store& store;
    House const& house;
    Instant real_now;
    Instant now;
    Language language = Language::zh;
    std::string peer = {};
    std::string session_token = {};
    bool secure = false;
    std::string request = {};
    std::string device = {};  // what the browser says of itself
    std::string_view verb = {}, route = {};
    std::vector<std::pair<std::string, std::string>> answer_headers = {};
};

// Some answers take longer to put together than the deed that they answer: the whole file of
// a dispute. Their type has a free `void complete(Desk&, T&)`. A change answers with a slip,
// which is kept in its transaction; the slip is completed when the change is durable, from a
// snapshot of its own, so that nobody who writes waits behind it. Reading answers in full.
template <class T> concept Completed = requires(Desk& desk, T& t) { complete(desk, t); };

template <class T> constexpr bool has_completed_part()
{
    if constexpr (Completed<T>) return true;
    else if constexpr (DescribedStruct<T>)
        return []<class... D>(boost::mp11::mp_list<D...>) {
            return (Completed<std::remove_cvref_t<decltype(std::declval<T>().*D::pointer)>> || ...);
        }(boost::mp11::mp_rename<boost::describe::describe_members<T, boost::describe::mod_public>, boost::mp11::mp_list>{});
    else return false;
}

template <class T> void complete_parts(Desk& desk, T& answer)
{
    if constexpr (Completed<T>) complete(desk, answer);
    else
        each_field<T>([&](auto field) {
            if constexpr (Completed<std::remove_cvref_t<decltype(answer.*field.pointer)>>) complete(desk, answer.*field.pointer);
        });
}

// An answer in JSON: of its own, or one that was put together before and is shared.
struct Told {
    std::string text;
    SharedText shared = {};
    SharedStream stream = {};  // no JSON, but a file

    std::string const& str() const { return shared ? *shared : text; }
};

// A change whose slow part is done beforehand, from a snapshot, while others write: printing the papers
// of a package. Its deed looks whether what was made still holds, and throws this where somebody wrote
// meanwhile: then it is made anew, and at last within the change itself.
struct Outdated {};

// A request read and bound to its use case.
struct Filled {
    std::function<Told(Desk&)> work;
    bool quick = false;  // see Pace
};
// A file that came with a form: bytes of an open file, from a place on.
struct Incoming {
    int file = -1;
    std::int64_t from = 0, size = 0;
    std::string name = {};  // as whoever sends it calls it: personal
};
// A request with a file, read: the policy is asked before the file is looked at, and that happens
// outside of any transaction. What comes of it is the deed.
struct FilledWithFile {
    std::function<void(Desk&)> admit;
    std::function<Filled(House const&, Incoming const&)> take_in;
};
using FilledBeforehand = std::function<Filled(Desk&)>;  // what is made from the snapshot is bound to the deed
using FilledInLobby = std::function<std::string(Lobby&)>;

// How long a reading takes. A quick one asks for a few rows by their keys, or for the first ones
// of an index, and never looks through a table: it may be worked out on a thread of the sockets,
// where the way to a worker and back would cost more than the reading. Where that depends on what
// is asked, the request has a free `bool quick(In const&)`.
enum class Pace { ordinary, quick };

template <class In> bool is_quick(In const& asked, Pace pace)
{
    if constexpr (requires { { quick(asked) } -> std::same_as<bool>; }) return pace == Pace::quick && quick(asked);
    else return pace == Pace::quick;
}

template <class Out> Told telling(Out const& answer)
{
    if constexpr (requires { { answer.streamed } -> std::convertible_to<SharedStream>; }) return {{}, {}, answer.streamed};
    else if constexpr (requires { { answer.told } -> std::convertible_to<SharedText>; })
        if (answer.told) return {{}, answer.told};
    return {written(answer), {}};
}

// What is answered at once: everything, or the slip that is completed when the deed is durable.
template <class Out> Told told_at_once(Out const& answer, bool by_slip)
{
    if constexpr (has_completed_part<Out>())
        if (by_slip) return {record_text(answer), {}};
    return telling(answer);
}

template <class Out> Told told_from_slip(Desk& desk, std::string_view slip)
{
    auto answer = from_record<Out>(slip);
    complete_parts(desk, answer);
    return telling(answer);
}

// Throws Refused with every problem at once.
template <class In> std::shared_ptr<In const> asked_in(json::value const& question, bool spelled)
{
    auto asked = std::make_shared<In>();
    if (auto problems = read_into(*asked, question, spelled); !problems.empty()) throw Refused(refuse_form(std::move(problems)));
    return asked;
}

class Route {
public:
    template <DescribedStruct In, class Out>
    Route(Verb verb, Path<std::type_identity_t<In>> path, access::Right needs, Out (*use_case)(Desk&, In const&),
          std::string_view tells, Pace pace = Pace::ordinary)
        : Route(verb, path.text, needs, tells, pace, &Form<In>::schema, &Form<Out>::schema, typeid(In))
    {
        bool const by_slip = verb != Verb::get && has_completed_part<Out>();
        bool const spelled = !has_body(verb);
        fill = [use_case, by_slip, pace, spelled](json::value const& question) -> Filled {
            auto const asked = asked_in<In>(question, spelled);
            return {[use_case, by_slip, asked](Desk& desk) { return told_at_once(use_case(desk, *asked), by_slip); }, is_quick(*asked, pace)};
        };
        if constexpr (has_completed_part<Out>())
            if (by_slip) completed = &told_from_slip<Out>;
    }

    template <DescribedStruct In, class Out>
    Route(Verb verb, Path<std::type_identity_t<In>> path, access::Right needs, Out (*use_case)(Lobby&, In const&),
          std::string_view tells)
        : Route(verb, path.text, needs, tells, Pace::ordinary, &Form<In>::schema, &Form<Out>::schema, typeid(In))
    {
        fill_in_lobby = [use_case](json::value const& question) -> FilledInLobby {
            return [use_case, asked = asked_in<In>(question, false)](Lobby& lobby) { return written(use_case(lobby, *asked)); };
        };
    }

    // What takes long is made beforehand; the deed writes it down, or throws Outdated.
    template <DescribedStruct In, class Made, class Out>
    Route(Verb verb, Path<std::type_identity_t<In>> path, access::Right needs, Made (*make)(Desk&, In const&),
          Out (*use_case)(Desk&, In const&, Made const&), std::string_view tells)
        : Route(verb, path.text, needs, tells, Pace::ordinary, &Form<In>::schema, &Form<Out>::schema, typeid(In))
    {
        constexpr bool by_slip = has_completed_part<Out>();
        fill_beforehand = [make, use_case](json::value const& question) -> FilledBeforehand {
            auto const asked = asked_in<In>(question, false);
            return [make, use_case, asked](Desk& snapshot) -> Filled {
                auto const made = std::make_shared<Made const>(make(snapshot, *asked));
                return {[use_case, asked, made](Desk& desk) { return told_at_once(use_case(desk, *asked, *made), by_slip); }};
            };
        };
        // Both in one transaction: how the demo city comes into being.
        fill = [beforehand = fill_beforehand](json::value const& question) -> Filled {
            return {[filled = beforehand(question)](Desk& desk) { return filled(desk).work(desk); }};
        };
        if constexpr (by_slip) completed = &told_from_slip<Out>;
    }

    // A form with a file in it, as multipart/form-data.
    template <DescribedStruct In, class Ready, class Out>
    Route(Verb verb, Path<std::type_identity_t<In>> path, access::Right needs, Ready (*admit)(Desk&, In const&),
          std::function<Out(Desk&)> (*take_in)(House const&, In const&, Ready const&, Incoming const&), std::string_view tells)
        : Route(verb, path.text, needs, tells, Pace::ordinary, &Form<In>::schema, &Form<Out>::schema, typeid(In))
    {
        fill_with_file = [admit, take_in](json::value const& question) -> FilledWithFile {
            auto const asked = asked_in<In>(question, true);
            auto const ready = std::make_shared<std::optional<Ready>>();
            return {[admit, asked, ready](Desk& desk) { *ready = admit(desk, *asked); },
                    [take_in, asked, ready](House const& house, Incoming const& file) -> Filled {
                        return {[deed = take_in(house, *asked, ready->value(), file)](Desk& desk) { return telling(deed(desk)); }};
                    }};
        };
    }

    Route(Route const&);
    Route(Route&&) noexcept;
    Route& operator=(Route const&);
    Route& operator=(Route&&) noexcept;
    ~Route();

    Verb verb;
    std::string_view path;      // below /api
    access::Right needs;
    std::string_view tells;     // one sentence
    Pace pace = Pace::ordinary;
    json::object (*in)(Schemas&, Way);
    json::object (*out)(Schemas&, Way);
    std::string in_name;
    // Reads the request: throws Refused with every problem at once.
    std::function<Filled(json::value const&)> fill;
    Told (*completed)(Desk&, std::string_view slip) = nullptr;  // none: the answer is whole at once
    std::function<FilledBeforehand(json::value const&)> fill_beforehand;
    std::function<FilledInLobby(json::value const&)> fill_in_lobby;
    std::function<FilledWithFile(json::value const&)> fill_with_file;

private:
    using Draw = json::object (*)(Schemas&, Way);
    Route(Verb, std::string_view path, access::Right needs, std::string_view tells, Pace, Draw in, Draw out, std::type_info const& asked);
};

// The routes of one room, under its name.
struct Room {
    std::string_view name;
    std::vector<Route> routes;
};
using Catalogue = std::vector<Room>;

// A request or an answer with nothing in it.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

// OpenAPI 3.1 of the whole catalogue.
json::object openapi(Catalogue const&);
// Field prose: what people should know about a field of a type (api/prose.cpp); a test
// finds every field that has none.
std::optional<Prose> prose(std::string_view type, std::string_view field);

}  // namespace maple::api
