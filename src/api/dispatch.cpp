#include "api/dispatch.hpp"
#include "access/audit.hpp"
#include "access/identify.hpp"
#include "access/tries.hpp"
#include "api/entity_tag.hpp"
#include "api/gate.hpp"
#include "api/idempotency.hpp"
#include "api/multipart.hpp"
#include "api/problem.hpp"
#include "api/question.hpp"
#include "api/range.hpp"
#include "api/words.hpp"
#include "foundation/descriptor.hpp"
#include "foundation/sha256.hpp"

#include <atomic>
#include <future>
#include <spdlog/spdlog.h>
#include <sys/mman.h>
#include <unistd.h>

namespace maple::api {
namespace {

constexpr std::string_view prefix = "/api";  // of every path; the routes say what follows

constexpr int most_makings = 3;  // of what is made beforehand, while others write on the same file

Refusal const no_such_door = refuse(Because::not_found, "no_such_door");
Refusal const come_back = refuse(Because::busy, "busy", {{"seconds", "2"}});

// One request on its way through the house.
struct Errand {
    http::Request request;
    http::Reply reply;
    Found found;
    Route const* route = nullptr;  // null until it was looked for
    json::value question;
    Language language{};
    std::string id;         // of the request, in every error and in the log
    std::string token;      // of the session cookie
    std::string peer;       // the network it came from
    std::optional<std::int64_t> if_match;
    std::vector<std::int64_t> if_none_match;
    Instant now, real_now;
    access::Caller caller;                           // once it is known
    std::pair<std::string_view, Key> subject = {};   // what the path names: "dispute" and its key
    std::vector<std::function<void()>> when_durable;  // what a change leaves to be remembered
};
using Sent = std::shared_ptr<Errand>;

std::string cookie_of(http::Request const& request)
{
    auto const strict = request.cookie("__Host-" + std::string(access::session_cookie));
    return std::string(strict.empty() ? request.cookie(access::session_cookie) : strict);
}

// Of the file itself: two of the same size are not the same file.
std::string hash_of(Incoming const& file)
{
    Sha256 hash;
    std::string piece(64 * 1024, '\0');
    for (std::int64_t at = 0; at < file.size;) {
        auto const most = std::size_t(std::min<std::int64_t>(file.size - at, std::int64_t(piece.size())));
        auto const n = ::pread(file.file, piece.data(), most, file.from + at);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) throw std::runtime_error("a file that was sent cannot be read");
        hash.add(std::string_view(piece).substr(0, std::size_t(n)));
        at += n;
    }
    return hex(hash.digest());
}

// The first key that a path names.
std::pair<std::string_view, Key> named_in(Route const& route, json::object const& named)
{
    auto const open = route.path.find('{');
    if (open == route.path.npos) return {};
    auto const name = route.path.substr(open + 1, route.path.find('}', open) - open - 1);
    auto const* value = named.if_contains(name);
    auto const key = value && value->is_string() ? key_from_shown(value->get_string()) : std::nullopt;
    return key ? std::pair(name, *key) : std::pair<std::string_view, Key>{};
}

// A use case that answers with a file says what it is among its headers.
void take_headers(http::Response& answer, std::vector<std::pair<std::string, std::string>> headers)
{
    for (auto& [name, value] : headers) {
        if (name == "Content-Type") answer.type = std::move(value);
        else answer.headers.emplace_back(std::move(name), std::move(value));
    }
}

http::Response response(Told told)
{
    return {200, "application/json", std::move(told.text), {}, std::move(told.shared), std::move(told.stream)};
}

Refusal refusal_of(std::exception_ptr error, Errand const& errand)
{
    try {
        std::rethrow_exception(error);
    } catch (Refused const& no) {
        return no.refusal;
    } catch (sql::TooBusy const&) {
        return come_back;
    } catch (sql::TryAgain const&) {
        return come_back;
    } catch (sql::NoRoom const&) {
        spdlog::error("request={} no room to write", errand.id);
        return refuse(Because::full, "disk_full");
    } catch (Contents::FullDisk const&) {
        spdlog::error("request={} no room for a file", errand.id);
        return refuse(Because::full, "disk_full");
    } catch (std::exception const& broken) {
        spdlog::error("request={} route=\"{}\" broken=\"{}\"", errand.id, errand.route ? errand.route->path : "", broken.what());
        return refuse(Because(-1), "broken");
    }
}

bool is_outdated(std::exception_ptr const& error)
{
    try {
        std::rethrow_exception(error);
    } catch (Outdated const&) {
        return true;
    } catch (...) {
        return false;
    }
}

}  // namespace

struct Dispatcher::Inside {
    Catalogue catalogue;
    sql::Store& store;
    House const& house;
    Clock clock;
    Router router;
    access::Callers callers;
    Workers workers;
    Workers slow;
    Workers hands;
    DispatchOptions const options;
    std::shared_ptr<std::atomic<std::size_t>> files = std::make_shared<std::atomic<std::size_t>>(0);  // that are held now

    Inside(Catalogue rooms, sql::Store& store, House const& house, Clock clock, DispatchOptions const& options)
        : catalogue(std::move(rooms)), store(store), house(house), clock(std::move(clock)), router(catalogue),
          workers(options.workers, options.most_waiting), slow(options.slow_workers, options.most_slow), hands(options.hands, options.most_files), options(options)
    {}

    void finish(Errand& errand, http::Response answer)
    {
        answer.headers.emplace_back("X-Request-Id", errand.id);
        answer.headers.emplace_back("Cache-Control", "no-store");
        answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
        answer.headers.emplace_back("Maplebridge-Now", iso(Instant{errand.now.us / microseconds_a_second * microseconds_a_second}));
        errand.reply(std::move(answer));
    }

    void refused(Errand& errand, std::exception_ptr error)
    {
        auto const refusal = refusal_of(error, errand);
        if (refusal.hides || (refusal.because == Because::not_allowed && errand.caller.signed_in())) note_denial(errand);
        finish(errand, problem(refusal, errand.language, &house.book, errand.id));
    }

    // Who asked for what is not his own stands in the audit journal.
    void note_denial(Errand const& errand) const
    {
        access::AuditEntry entry;
        entry.id = new_key();
        entry.at = errand.real_now;
        entry.account = errand.caller.account;
        entry.person = errand.caller.person;
        entry.roles = access::roles_of(errand.caller);
        entry.kind = access::AuditKind::policy_denied;
        entry.subject_kind = errand.subject.first;
        entry.subject = errand.subject.second;
        entry.outcome = access::Outcome::refused;
        if (errand.route) entry.deed = std::string(method(errand.route->verb)) + " " + std::string(errand.route->path);
        entry.request = errand.id;
        entry.peer = errand.peer;
        house.trail->add(std::move(entry));
    }

    access::Editions know(Errand& errand, sql::Session& session)
    {
        auto const editions = access::editions_of(session);
        // Who has done nothing for so long signs in again; the last use is known to the minute.
        auto const idle = house.book.policy("session_idle_minutes") * 60;
        errand.caller = callers.identify(session, errand.token, errand.real_now, editions.access, idle);
        if (access::left_alone(errand.caller, house.book, errand.real_now)) errand.caller = {};
        if (errand.caller.session) house.trail->seen(errand.caller.session, errand.real_now);
        return editions;
    }

    Desk desk_for(Errand& errand, sql::Session& session)
    {
        auto const editions = know(errand, session);
        Desk desk{session, house, errand.caller, errand.now, errand.real_now};
        desk.editions = editions;
        desk.request = errand.id;
        desk.verb = method(errand.route->verb);
        desk.route = errand.route->path;
        desk.language = errand.language;
        desk.if_match = errand.if_match;
        desk.if_none_match = errand.if_none_match;
        desk.peer = errand.peer;
        desk.session_token = errand.token;
        return desk;
    }

    // Inside an open transaction: policy, earlier answer, use case, answer (or the slip of it).
    http::Response work(Errand& errand, Filled const& filled, sql::Session& session,
                        std::vector<std::function<void()>>* when_durable = nullptr)
    {
        auto desk = desk_for(errand, session);
        desk.when_durable = when_durable;
        check_right(desk.caller, errand.route->needs, house);
        std::optional<Once> once;
        if (errand.route->verb == Verb::post) once = once_of(errand.request, desk.caller, errand.route->path);
        if (once)
            if (auto again = answered_before(desk, *once)) return std::move(*again);
        auto answer = response(filled.work(desk));
        take_headers(answer, std::move(desk.answer_headers));
        if (answer.stream) take_range(answer, errand.request.header("Range"));
        if (desk.etag) answer.headers.emplace_back("ETag", tag_of(*desk.etag));
        if (desk.not_modified) {
            answer.status = 304;
            answer.body.clear();
            answer.shared.reset();
        }
        if (once) remember(desk, *once, answer);
        return answer;
    }

    void answer_reading(Sent const& errand)
    {
        http::Response answer;
        auto const filled = fill(*errand, errand->route->fill);
        store.read([&](sql::Session& session) { answer = work(*errand, filled, session); });
        finish(*errand, std::move(answer));
    }

    // What takes no time is done on the thread of the sockets: a quick reading as a whole, of a
    // change the reading of its form. False: nothing was done and a worker must do it, or say
    // what is wrong with the request.
    bool done_at_once(Sent const& errand)
    {
        constexpr std::size_t short_body = 8 * 1024;
        find_route(*errand);
        auto const* route = errand->route;
        if (!route || !route->fill || route->fill_beforehand || (route->verb == Verb::get && route->pace != Pace::quick) || errand->request.body.size() > short_body)
            return false;
        Filled filled;
        try {
            read_question(*errand);
            filled = route->fill(errand->question);
        } catch (Refused const&) {
            return false;
        }
        try {
            if (route->verb == Verb::get) return filled.quick && answered_at_once(errand, filled);
            refuse_other_sites(errand->request);
            write(errand, std::move(filled));
        } catch (...) {
            refused(*errand, std::current_exception());
        }
        return true;
    }

    bool answered_at_once(Sent const& errand, Filled const& filled)
    {
        http::Response answer;
        if (!store.read_at_once([&](sql::Session& session) { answer = work(*errand, filled, session); })) return false;
        finish(*errand, std::move(answer));
        return true;
    }

    void find_route(Errand& errand) const
    {
        if (errand.route) return;
        errand.found = router.find(errand.request.verb == "HEAD" ? "GET" : errand.request.verb,
                                   std::string_view(errand.request.path).substr(prefix.size()));
        errand.route = errand.found.route;
        if (errand.route) errand.subject = named_in(*errand.route, errand.found.named);
    }

    static void read_question(Errand& errand)
    {
        if (!errand.question.is_null()) return;
        errand.if_match = version_in(errand.request.header("If-Match"));
        if (errand.route->fill_with_file) return;
        if (errand.route->verb == Verb::get) errand.if_none_match = versions_in(errand.request.header("If-None-Match"));
        errand.question = question_in(errand.request, errand.found.named);
    }

    void answer_writing(Sent const& errand)
    {
        refuse_other_sites(errand->request);
        write(errand, fill(*errand, errand->route->fill));
    }

    // Made from a snapshot by a slow hand, then written down. Where somebody wrote meanwhile it is made
    // anew; a file on which others write without end gets it within the change itself.
    void answer_beforehand(Sent const& errand)
    {
        refuse_other_sites(errand->request);
        make_beforehand(errand, fill(*errand, errand->route->fill_beforehand), most_makings);
    }

    void make_beforehand(Sent const& errand, FilledBeforehand const& make, int times)
    {
        auto const toil = [this, errand, make, times] {
            try {
                std::optional<http::Response> again;
                Filled deed;
                store.read([&](sql::Session& session) {
                    auto desk = desk_for(*errand, session);
                    check_right(desk.caller, errand->route->needs, house);
                    if (auto const once = once_of(errand->request, desk.caller, errand->route->path)) again = answered_before(desk, *once);
                    if (!again) deed = make(desk);
                });
                if (again) return complete(errand, std::move(*again));
                write(errand, std::move(deed), [this, errand, make, times] {
                    if (times > 1) make_beforehand(errand, make, times - 1);
                    else write(errand, {[make](Desk& desk) { return make(desk).work(desk); }});
                });
            } catch (...) {
                refused(*errand, std::current_exception());
            }
        };
        if (!slow.post(toil)) throw Refused(refuse(Because::too_many, "slow_down", {{"seconds", "3"}}));
    }

    void write(Sent const& errand, Filled filled, std::function<void()> const& anew = {})
    {
        auto answer = std::make_shared<http::Response>();
        auto change = [this, errand, filled = std::move(filled), answer](sql::Session& session) {
            errand->when_durable.clear();  // the work may be run again
            *answer = work(*errand, filled, session, &errand->when_durable);
        };
        store.write(std::move(change),
                    [this, errand, answer, anew](std::exception_ptr error) {
                        if (error && anew && is_outdated(error)) workers.post_surely([this, errand, anew] { tried(*errand, anew); });
                        else if (error) refused(*errand, error);
                        else if (errand->route->completed || !errand->when_durable.empty())
                            workers.post_surely([this, errand, answer] { complete(errand, std::move(*answer)); });
                        else finish(*errand, std::move(*answer));
                    });
    }

    void tried(Errand& errand, std::function<void()> const& then)
    {
        try {
            then();
        } catch (...) {
            refused(errand, std::current_exception());
        }
    }

    // The change is durable; whoever asks again with the same key gets the same answer.
    void complete(Sent const& errand, http::Response answer)
    {
        for (auto const& then : std::exchange(errand->when_durable, {})) do_durable(*errand, then);
        if (!errand->route->completed) return finish(*errand, std::move(answer));
        try {
            store.read([&](sql::Session& session) {
                auto desk = desk_for(*errand, session);
                auto whole = errand->route->completed(desk, answer.body);
                answer.body = std::move(whole.text);
                answer.shared = std::move(whole.shared);
            });
            finish(*errand, std::move(answer));
        } catch (...) {
            refused(*errand, std::current_exception());
        }
    }

    // The change stands, whatever comes of what it left to be done.
    static void do_durable(Errand const& errand, std::function<void()> const& then)
    {
        try {
            then();
        } catch (std::exception const& trouble) {
            spdlog::error("request={} route=\"{}\" afterwards=\"{}\"", errand.id, errand.route->path, trouble.what());
        }
    }

    // Who may not ask is told so before the form is looked at.
    template <class Read> Read fill(Errand& errand, std::function<Read(json::value const&)> const& read)
    {
        return unless_kept_out(errand, [&] { return read(errand.question); });
    }

    template <class Look> auto unless_kept_out(Errand& errand, Look look) -> decltype(look())
    {
        try {
            return look();
        } catch (Refused const&) {
            store.read([&](sql::Session& session) {
                know(errand, session);
                check_right(errand.caller, errand.route->needs, house);
            });
            throw;
        }
    }

    void answer_in_lobby(Sent const& errand)
    {
        refuse_other_sites(errand->request);
        auto const filled = fill(*errand, errand->route->fill_in_lobby);
        auto const toil = [this, errand, filled] {
            try {
                Lobby lobby{store, house, errand->real_now, errand->now, errand->language, errand->peer, errand->token,
                            errand->request.secure, errand->id, std::string(errand->request.header("User-Agent")),
                            method(errand->route->verb), errand->route->path, {}};
                auto answer = response({filled(lobby), {}});
                answer.headers = std::move(lobby.answer_headers);
                finish(*errand, std::move(answer));
            } catch (...) {
                refused(*errand, std::current_exception());
            }
        };
        if (!slow.post(toil)) throw Refused(refuse(Because::too_many, "slow_down", {{"seconds", "3"}}));
    }

    // A body that came without the socket layer is a large one all the same.
    std::shared_ptr<http::Spool> spool_for(std::string_view body)
    {
        if (!house.contents) throw std::runtime_error("there is no folder for papers");
        auto held = std::shared_ptr<http::Spool>(new http::Spool(house.contents->folder()), [files = files](http::Spool* spool) {
            delete spool;
            --*files;
        });
        ++*files;
        held->add(body);
        return held;
    }

    // The policy is asked before anybody looks at the file, and the file is looked at by a hand of
    // its own, before the deed is written down.
    void answer_with_file(Sent const& errand)
    {
        refuse_other_sites(errand->request);
        auto& request = errand->request;
        if (!request.spool) request.spool = spool_for(std::exchange(request.body, {}));
        if (request.spool->full()) throw Contents::FullDisk("the body of a request");
        auto parts = std::make_shared<Parts>(unless_kept_out(*errand, [&] { return parts_of(*request.spool, request.header("Content-Type")); }));
        for (auto& [name, value] : std::exchange(errand->found.named, {}))
            if (!parts->fields.emplace(name, std::move(value)).second) throw Refused(refuse(Because::malformed, "malformed.doubled"));
        request.body = json::serialize(parts->fields);
        errand->question = std::move(parts->fields);
        auto const filled = fill(*errand, errand->route->fill_with_file);
        if (!parts->file) throw Refused(refuse_field("/file", "missing"));
        auto const look = [this, errand, filled, parts] {
            try {
                store.read([&](sql::Session& session) {
                    auto desk = desk_for(*errand, session);
                    check_right(desk.caller, errand->route->needs, house);
                    filled.admit(desk);
                });
                // What the same Idempotency-Key must come with again.
                if (!errand->request.header("Idempotency-Key").empty()) errand->request.body += hash_of(*parts->file);
                auto deed = filled.take_in(house, *parts->file);
                errand->request.spool.reset();
                write(errand, std::move(deed));
            } catch (...) {
                refused(*errand, std::current_exception());
            }
        };
        if (!hands.post(look)) throw Refused(come_back);
    }

    http::Reception receive(http::Request const& head)
    {
        if (head.verb != "POST" || !head.path.starts_with("/api/") || !house.contents) return {};
        auto const* route = router.find(head.verb, std::string_view(head.path).substr(prefix.size())).route;
        if (!route || !route->fill_with_file) return {};
        // Whoever has no account at all need not be heard to the end.
        if (route->needs != access::Right::anyone && cookie_of(head).empty()) return {.refusal = 401};
        if (*files >= options.most_files) return {.refusal = 503};
        constexpr std::size_t form_around_it = 64 * 1024;
        try {
            return {.spool = spool_for({}), .most = options.largest_file + form_around_it};
        } catch (std::exception const& trouble) {
            spdlog::error("the folder of papers takes no file: {}", trouble.what());
            return {.refusal = 503};
        }
    }

    void answer(Sent const& errand)
    {
        try {
            find_route(*errand);
            if (!errand->route) {
                if (errand->found.other_verbs.empty()) throw Refused(no_such_door);
                return refuse_verb(*errand, errand->found);
            }
            read_question(*errand);
            if (errand->route->fill_in_lobby) answer_in_lobby(errand);
            else if (errand->route->fill_with_file) answer_with_file(errand);
            else if (errand->route->fill_beforehand) answer_beforehand(errand);
            else if (errand->route->verb == Verb::get) answer_reading(errand);
            else answer_writing(errand);
        } catch (...) {
            refused(*errand, std::current_exception());
        }
    }

    void refuse_verb(Errand& errand, Found const& found)
    {
        auto answer = problem(refuse(Because::malformed, "verb"), errand.language, &house.book, errand.id, 405);
        std::string allow;
        for (auto const verb : found.other_verbs) allow += (allow.empty() ? "" : ", ") + std::string(verb);
        answer.headers.emplace_back("Allow", allow);
        finish(errand, std::move(answer));
    }
};

Dispatcher::Dispatcher(Catalogue catalogue, sql::Store& store, House const& house, Clock clock, DispatchOptions options)
    : inside_(std::make_unique<Inside>(std::move(catalogue), store, house, std::move(clock), options))
{
    teach(law::names(house.book));
}

Dispatcher::~Dispatcher() = default;

json::value Dispatcher::act(sql::Session& session, access::Caller const& caller, Instant now, std::string_view verb,
                            std::string_view path, json::object body) const
{
    auto found = inside_->router.find(verb, path);
    if (!found.route || !found.route->fill) throw Refused(no_such_door);
    for (auto& [name, value] : found.named) body[name] = std::move(value);
    check_right(caller, found.route->needs, inside_->house);
    Desk desk{session, inside_->house, caller, now, now};
    return json::parse(found.route->fill(body).work(desk).str());
}

bool Dispatcher::keeps_files() const { return bool(inside_->house.contents); }

json::value Dispatcher::act_with_file(sql::Session& session, access::Caller const& caller, Instant now, std::string_view path,
                                      json::object fields, std::string_view bytes, std::string name) const
{
    auto found = inside_->router.find("POST", path);
    if (!found.route || !found.route->fill_with_file) throw Refused(no_such_door);
    for (auto& [key, value] : found.named) fields[key] = std::move(value);
    check_right(caller, found.route->needs, inside_->house);
    Descriptor const file(::memfd_create("paper", MFD_CLOEXEC));
    if (file < 0 || !write_all(file, bytes)) throw std::runtime_error("no memory for a file");
    Desk desk{session, inside_->house, caller, now, now};
    auto const filled = found.route->fill_with_file(fields);
    filled.admit(desk);
    auto const deed = filled.take_in(inside_->house, {file, 0, std::int64_t(bytes.size()), std::move(name)});
    return json::parse(deed.work(desk).str());
}

http::Reception Dispatcher::receive(http::Request const& head) { return inside_->receive(head); }

Catalogue const& Dispatcher::catalogue() const { return inside_->catalogue; }

bool Dispatcher::operator()(http::Request request, http::Reply reply)
{
    if (!request.path.starts_with("/api/")) return false;
    auto errand = std::make_shared<Errand>();
    errand->language = language_from(request.header("Accept-Language"));
    errand->token = cookie_of(request);
    errand->id = shown(new_key());
    errand->real_now = real_time();
    errand->now = inside_->clock();
    errand->peer = access::network_of(request.peer);
    errand->request = std::move(request);
    errand->reply = std::move(reply);
    if (inside_->done_at_once(errand)) return true;
    if (!inside_->workers.post([this, errand] { inside_->answer(errand); }))
        inside_->refused(*errand, std::make_exception_ptr(Refused(come_back)));
    return true;
}

http::Response Dispatcher::ask(http::Request request)
{
    std::promise<http::Response> promise;
    auto answer = promise.get_future();
    if (!(*this)(std::move(request), [&](http::Response response) { promise.set_value(std::move(response)); }))
        return {404, "text/plain", "", {}, {}};
    return answer.get();
}

}  // namespace maple::api
