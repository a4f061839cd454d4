// What the dispatcher keeps, and the ways that an errand can take: read at once or by a worker,
// written, looked at in the lobby, brought with a file, made beforehand.
#pragma once
#include "access/identify.hpp"
#include "api/dispatch.hpp"
#include "api/errand.hpp"
#include "api/gate.hpp"
#include "api/workers.hpp"

namespace maple::api {

constexpr std::string_view prefix = "/api";  // of every path; the routes say what follows

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

    void finish(Errand& errand, http::Response answer);
    void refused(Errand& errand, std::exception_ptr error);

    // Who asked for what is not his own stands in the audit journal.
    void note_denial(Errand const& errand) const;

    access::Editions know(Errand& errand, sql::Session& session);
    Desk desk_for(Errand& errand, sql::Session& session);

    // Inside an open transaction: policy, earlier answer, use case, answer (or the slip of it).
    http::Response work(Errand& errand, Filled const& filled, sql::Session& session,
                        std::vector<std::function<void()>>* when_durable = nullptr);

    void answer_reading(Sent const& errand);

    // What takes no time is done on a thread of the sockets: a quick reading as a whole, of a
    // change the reading of its form. False: nothing was done and a worker must do it, or say
    // what is wrong with the request.
    bool done_at_once(Sent const& errand);

    bool answered_at_once(Sent const& errand, Filled const& filled);
    void find_route(Errand& errand) const;
    static void read_question(Errand& errand);
    void answer_writing(Sent const& errand);

    // Made from a snapshot by a hand of its own, then written down. Where somebody wrote meanwhile it is made
    // anew; a file on which others write without end gets it within the change itself.
    void answer_beforehand(Sent const& errand);

    void make_beforehand(Sent const& errand, FilledBeforehand const& make, int times);
    void write(Sent const& errand, Filled filled, std::function<void()> const& anew = {});
    void tried(Errand& errand, std::function<void()> const& then);

    // The change is durable; whoever asks again with the same key gets the same answer.
    void complete(Sent const& errand, http::Response answer);

    // The change stands, whatever comes of what it left to be done.
    static void do_durable(Errand const& errand, std::function<void()> const& then);

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

    void answer_in_lobby(Sent const& errand);

    // A body that came without the socket layer is a large one all the same.
    std::shared_ptr<http::Spool> spool_for(std::string_view body);

    // The policy is asked before anybody looks at the file, and the file is looked at by a hand of
    // its own, before the deed is written down.
    void answer_with_file(Sent const& errand);

    http::Reception receive(http::Request const& head);
    void answer(Sent const& errand);
    void refuse_verb(Errand& errand, Found const& found);
};

}  // namespace maple::api
