#include "api/dispatch.hpp"
#include "access/audit.hpp"
#include "access/tries.hpp"
#include "api/entity_tag.hpp"
#include "api/idempotency.hpp"
#include "api/inside.hpp"
#include "api/problem.hpp"
#include "api/question.hpp"
#include "api/range.hpp"
#include "api/words.hpp"

#include <future>
#include <spdlog/spdlog.h>

namespace maple::api {
namespace {

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

void Dispatcher::Inside::finish(Errand& errand, http::Response answer)
{
    answer.headers.emplace_back("X-Request-Id", errand.id);
    answer.headers.emplace_back("Cache-Control", "no-store");
    answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
    answer.headers.emplace_back("Maplebridge-Now", iso(Instant{errand.now.us / microseconds_a_second * microseconds_a_second}));
    errand.reply(std::move(answer));
}

void Dispatcher::Inside::refused(Errand& errand, std::exception_ptr error)
{
    auto const refusal = refusal_of(error, errand);
    if (refusal.hides || (refusal.because == Because::not_allowed && errand.caller.signed_in())) note_denial(errand);
    finish(errand, problem(refusal, errand.language, &house.book, errand.id, errand.now));
}

void Dispatcher::Inside::note_denial(Errand const& errand) const
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

access::Editions Dispatcher::Inside::know(Errand& errand, sql::Session& session)
{
    auto const editions = access::editions_of(session);
    // Who has done nothing for so long signs in again; the last use is known to the minute.
    auto const idle = house.book.policy("session_idle_minutes") * 60;
    errand.caller = callers.identify(session, errand.token, errand.real_now, editions.access, idle);
    if (access::left_alone(errand.caller, house.book, errand.real_now)) errand.caller = {};
    if (errand.caller.session) house.trail->seen(errand.caller.session, errand.real_now);
    return editions;
}

Desk Dispatcher::Inside::desk_for(Errand& errand, sql::Session& session)
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

http::Response Dispatcher::Inside::work(Errand& errand, Filled const& filled, sql::Session& session,
                    std::vector<std::function<void()>>* when_durable)
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
    if (once && is_kept(answer)) remember(desk, *once, answer);
    return answer;
}

void Dispatcher::Inside::answer_reading(Sent const& errand)
{
    http::Response answer;
    auto const filled = fill(*errand, errand->route->fill);
    store.read([&](sql::Session& session) { answer = work(*errand, filled, session); });
    finish(*errand, std::move(answer));
}

bool Dispatcher::Inside::done_at_once(Sent const& errand)
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

bool Dispatcher::Inside::answered_at_once(Sent const& errand, Filled const& filled)
{
    http::Response answer;
    if (!store.read_at_once([&](sql::Session& session) { answer = work(*errand, filled, session); })) return false;
    finish(*errand, std::move(answer));
    return true;
}

void Dispatcher::Inside::find_route(Errand& errand) const
{
    if (errand.route) return;
    errand.found = router.find(errand.request.verb == "HEAD" ? "GET" : errand.request.verb,
                               std::string_view(errand.request.path).substr(prefix.size()));
    errand.route = errand.found.route;
    if (errand.route) errand.subject = named_in(*errand.route, errand.found.named);
}

void Dispatcher::Inside::read_question(Errand& errand)
{
    if (!errand.question.is_null()) return;
    errand.if_match = version_in(errand.request.header("If-Match"));
    if (errand.route->fill_with_file) return;
    if (errand.route->verb == Verb::get) errand.if_none_match = versions_in(errand.request.header("If-None-Match"));
    errand.question = question_in(errand.request, errand.found.named);
}

void Dispatcher::Inside::answer_writing(Sent const& errand)
{
    refuse_other_sites(errand->request);
    write(errand, fill(*errand, errand->route->fill));
}

void Dispatcher::Inside::write(Sent const& errand, Filled filled, std::function<void()> const& anew)
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

void Dispatcher::Inside::tried(Errand& errand, std::function<void()> const& then)
{
    try {
        then();
    } catch (...) {
        refused(errand, std::current_exception());
    }
}

void Dispatcher::Inside::complete(Sent const& errand, http::Response answer)
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

void Dispatcher::Inside::do_durable(Errand const& errand, std::function<void()> const& then)
{
    try {
        then();
    } catch (std::exception const& trouble) {
        spdlog::error("request={} route=\"{}\" afterwards=\"{}\"", errand.id, errand.route->path, trouble.what());
    }
}

void Dispatcher::Inside::answer_in_lobby(Sent const& errand)
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

void Dispatcher::Inside::answer(Sent const& errand)
{
    try {
        find_route(*errand);
        if (!errand->route) {
            if (errand->found.other_verbs.empty()) throw Refused(no_such_door());
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

void Dispatcher::Inside::refuse_verb(Errand& errand, Found const& found)
{
    auto answer = problem(refuse(Because::malformed, "verb"), errand.language, &house.book, errand.id, errand.now, 405);
    std::string allow;
    for (auto const verb : found.other_verbs) allow += (allow.empty() ? "" : ", ") + std::string(verb);
    answer.headers.emplace_back("Allow", allow);
    finish(errand, std::move(answer));
}

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
    if (!found.route || !found.route->fill) throw Refused(no_such_door());
    for (auto& [name, value] : found.named) body[name] = std::move(value);
    check_right(caller, found.route->needs, inside_->house);
    Desk desk{session, inside_->house, caller, now, now};
    return json::parse(found.route->fill(body).work(desk).str());
}

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
        inside_->refused(*errand, std::make_exception_ptr(Refused(come_back())));
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
