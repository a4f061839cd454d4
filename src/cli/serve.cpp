#include "cli/serve.hpp"
#include "access/journal.hpp"
#include "access/keeper.hpp"
#include "api/dispatch.hpp"
#include "api/problem.hpp"
#include "api/words.hpp"
#include "app/demo/city.hpp"
#include "app/demo/clock.hpp"
#include "app/divisions.hpp"
#include "app/rooms.hpp"
#include "app/web.hpp"
#include "http/server.hpp"
#include "papers/shelf.hpp"
#include "registry/sign_in.hpp"

#include <condition_variable>
#include <iostream>
#include <spdlog/spdlog.h>

namespace maple::cli {
namespace {

// What is done again and again beside the requests, from now until the program ends.
class Rounds {
public:
    Rounds(std::string name, std::chrono::milliseconds between, std::function<void()> round)
        : name_(std::move(name)), between_(between), round_(std::move(round)), walker_([this](std::stop_token stop) { walk(stop); })
    {}

private:
    void walk(std::stop_token stop)
    {
        std::mutex mutex;
        std::condition_variable_any bell;
        std::unique_lock lock(mutex);
        while (!stop.stop_requested()) {
            try {
                round_();
            } catch (std::exception const& trouble) {
                spdlog::warn("{}: {}", name_, trouble.what());
            }
            bell.wait_for(lock, stop, between_, [] { return false; });
        }
    }

    std::string name_;
    std::chrono::milliseconds between_;
    std::function<void()> round_;
    std::jthread walker_;  // last: it begins when the others are there
};

std::string url_of(Serve const& how, unsigned short port)
{
    if (!how.public_url.empty()) return how.public_url;
    return (how.tls_certificate.empty() ? "http://" : "https://") + how.address + ":" + std::to_string(port);
}

bool is_loopback(std::string const& address) { return address.starts_with("127.") || address == "::1" || address == "localhost"; }

http::Options options_of(Serve const& how)
{
    http::Options options;
    options.address = how.address;
    options.port = static_cast<unsigned short>(how.port);
    options.tls_certificate = how.tls_certificate;
    options.tls_key = how.tls_key;
    options.trusted_proxies = how.trusted_proxies;
    return options;
}

// The city comes into being once, through the ordinary commands, and is kept in the folder.
void build_demo(Premises& premises, House const& house)
{
    api::Dispatcher const builder(app::all_rooms(), premises.store(), house, [] { return app::demo::first_morning(); });
    bool told = false;
    app::demo::ensure_city(premises.store(), house, builder, [&](std::int64_t done, std::int64_t all) {
        if (!told) std::cout << "Building the demo city, once…" << std::endl;
        told = true;
        show_progress("building the demo city", done, all);
    });
    end_progress();
}

// What a crash, or a request that was refused after its file was there, left in the folder of papers,
// and nothing speaks of.
void sweep(Premises& premises)
{
    auto const swept = sql::read_now(premises.store(), [&](sql::Session& sql) { return papers::sweep(sql, *premises.contents(), real_time()); });
    if (swept > 0) spdlog::info("{} files that no paper speaks of were taken away", swept);
}

Because because_of(int status)
{
    switch (status) {
    case 401: return Because::not_signed_in;
    case 413: case 431: return Because::too_large;
    case 503: case 408: return Because::busy;
    default: return Because::malformed;
    }
}

http::Response worded(int status, law::Book const& book)
{
    // Broken off before its language could be read: the sentence is in both.
    auto const code = "socket_" + std::to_string(status);
    return api::problem(refuse(because_of(status), api::can_say(Language::zh, "refusal." + code) ? code : "socket_400"), Language::zh, &book,
                        shown(new_key()), real_time(), status);
}

void greet(Serve const& how, Premises& premises, std::string const& url)
{
    std::cout << "Maplebridge " << MAPLE_VERSION << " — " << url << "/  (staff: " << url << "/desk/)\n";
    if (how.demo) std::cout << "Demo city: invented people; choose a person in the bar at the top.\n";
    else if (auto const token = registry::first_run_token(premises.store(), real_time()))
        std::cout << "Nobody has an account yet. Make the first one here, once, within a week:\n  " << url << "/desk/first-run#" << *token << "\n";
    std::cout << std::flush;
}

}  // namespace

int serve(Serve const& how)
{
    if (!is_loopback(how.address) && how.tls_certificate.empty() && how.trusted_proxies.empty()) {
        std::cerr << "Plain HTTP is served on loopback only. Give --tls-cert and --tls-key, or --proxy for a proxy that does it.\n";
        return wrong_usage;
    }
    sql::StoreOptions options;
    options.writers = 16;  // of PostgreSQL
    Premises premises(how.where, options);
    // Its pages bear the demo's time: served by the machine's clock, everything would be overdue for good.
    if (!how.demo && sql::read_now(premises.store(), app::demo::there_is_a_city)) {
        std::cerr << "The demo city lives here, and has a clock of its own. Serve it with --demo, or name another folder with --data.\n";
        return refused;
    }
    House house{premises.book(), premises.vault(), how.demo, {}, false};
    house.contents = premises.contents();
    if (how.demo) build_demo(premises, house);
    else app::enter_divisions(premises.store(), house);
    std::optional<app::demo::DemoClock> demo_clock;
    if (how.demo) demo_clock.emplace(premises.store());
    auto const clock = [&] { return demo_clock ? demo_clock->now() : real_time(); };
    api::Dispatcher dispatcher(app::all_rooms(demo_clock ? &*demo_clock : nullptr), premises.store(), house, clock);

    std::string const openapi = json::serialize(api::openapi(dispatcher.catalogue()));
    http::Server server(options_of(how), [&](http::Request request, http::Reply reply) {
        if (request.path == "/api/openapi.json") return reply({200, "application/json", openapi, {{"Cache-Control", "no-cache"}}, {}});
        if (!request.path.starts_with("/api/")) return reply(app::web_page(request, how.web_folder));
        dispatcher(std::move(request), std::move(reply));
    });
    http::set_receive(server, [&](http::Request const& head) { return dispatcher.receive(head); });
    http::set_wording(server, [&](int status) { return worded(status, premises.book()); });
    house.public_url = url_of(how, server.port());
    Rounds const sweeping("sweep of the papers", std::chrono::hours(1), [&] { sweep(premises); });
    // On PostgreSQL committed pages are placed in the tree, a few times a second.
    std::optional<Rounds> night_watch;
    if (premises.store().engine() == sql::Engine::postgres)
        night_watch.emplace("night watch", std::chrono::milliseconds(300), [&] { sql::write_now(premises.store(), [](sql::Session& sql) { access::place_pages(sql); }); });
    access::JournalKeeper const keeper(premises.store(), house, clock);
    server.stop_on_signals();
    greet(how, premises, house.public_url);
    server.run();
    return well;
}

}  // namespace maple::cli
