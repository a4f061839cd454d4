// What a request costs inside the program, without sockets: one asker, one request after the
// other, processor time of the whole process. Run under `valgrind --tool=callgrind
// --instr-atstart=no` it counts the instructions of the measured part alone.
//
//     bench_within FOLDER COOKIE REQUEST-FORM TIMES
//
// FOLDER holds vault.key and a.db, a furnished office; it is written to.
#include "api/dispatch.hpp"
#include "api/words.hpp"
#include "app/rooms.hpp"

#include <ctime>
#include <functional>
#include <iostream>
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_STOP_INSTRUMENTATION
#endif

namespace {

using namespace maple;

double processor_microseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return double(spent.tv_sec) * 1e6 + double(spent.tv_nsec) / 1e3;
}

void measure(std::string const& name, int times, std::function<void()> const& once)
{
    for (int n = 0; n < times / 10 + 1; ++n) once();  // what is remembered is remembered by now
    auto const begin = processor_microseconds();
    CALLGRIND_START_INSTRUMENTATION;
    for (int n = 0; n < times; ++n) once();
    CALLGRIND_STOP_INSTRUMENTATION;
    std::cout << name << ": " << (processor_microseconds() - begin) / times << " us\n";
}

}  // namespace

int main(int argc, char** argv)
try {
    if (argc < 5) return std::cerr << "bench_within FOLDER COOKIE REQUEST-FORM TIMES [accept|one|list]\n", 1;
    std::string const folder = argv[1], cookie = argv[2], form = argv[3], only = argc > 5 ? argv[5] : "";
    int const times = std::stoi(argv[4]);
    auto const book = law::open_book({});
    auto const vault = Vault::open(folder + "/vault.key");
    api::teach(law::names(book));
    auto const store = sql::open(folder + "/a.db");
    House const house{book, vault, false, "http://bench", false};
    api::Dispatcher dispatcher(app::all_rooms(), *store, house, [] { return real_time(); });

    auto const ask = [&](std::string verb, std::string path, std::string query, std::string body) {
        http::Request request;
        request.verb = std::move(verb);
        request.path = std::move(path);
        request.query = std::move(query);
        request.headers = {{"Host", "bench"}, {"Cookie", cookie}};
        if (request.verb == "POST") request.headers.insert(request.headers.end(), {{"Content-Type", "application/json"}, {"Idempotency-Key", shown(new_key())}});
        request.body = std::move(body);
        auto answer = dispatcher.ask(std::move(request));
        if (answer.status != 200) throw std::runtime_error("not answered well: " + answer.body);
        return answer;
    };
    auto const take_in = [&] {
        auto const answer = ask("POST", "/api/disputes", "", form);
        auto const& body = answer.shared ? *answer.shared : answer.body;
        auto const id = std::string(json::parse(body).at("file").at("id").as_string());
        ask("POST", "/api/disputes/" + id + "/acceptance", "", "{}");
        return id;
    };
    auto const id = take_in();
    for (int n = 0; n < 40; ++n) take_in();
    if (only.empty() || only == "one") measure("one dispute by id", times, [&] { ask("GET", "/api/disputes/" + id, "", ""); });
    if (only.empty() || only == "list") measure("list of 30", times, [&] { ask("GET", "/api/disputes", "limit=30", ""); });
    if (only.empty() || only == "accept") measure("request and acceptance", times, [&] { take_in(); });
    return 0;
} catch (std::exception const& trouble) {
    std::cerr << "bench_within: " << trouble.what() << '\n';
    return 3;
}
