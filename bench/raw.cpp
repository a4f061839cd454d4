// The raw engine for comparison. Takes disputes in inside the program, writes down every
// statement of the writing transactions with its values, and then runs the very same
// statements by the engine's own API on a copy of the database as it was before: what the disk
// and the engine can do at best. SQLite: 64 works in a commit. PostgreSQL: by libpq, as many
// connections as the program has, a transaction a work, each answer awaited.
//
//     bench_raw VAULT-KEY DATABASE COPY COOKIE REQUEST-FORM DISPUTES
//
// DATABASE and COPY hold the same furnished office.
#include "api/dispatch.hpp"
#include "app/rooms.hpp"
#include "api/words.hpp"
#include "storage/store.hpp"

#include <chrono>
#include <iostream>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <thread>

namespace {

using namespace maple;

struct Asked {
    std::string text;
    std::vector<sql::Value> values;
};
using Script = std::vector<std::vector<Asked>>;  // the statements of each work, in the order of commit

class Listener final : public sql::Session {
public:
    Listener(sql::Session& session, std::vector<Asked>& heard) : session_(session), heard_(heard) {}
    sql::Engine engine() const override { return session_.engine(); }
    sql::Table run(std::string_view statement, std::span<sql::Value const> values) override
    {
        heard_.push_back({std::string(statement), {values.begin(), values.end()}});
        return session_.run(statement, values);
    }
    void batch(std::span<sql::Statement const> statements) override
    {
        for (auto const& one : statements) heard_.push_back({std::string(one.text), one.values});
        session_.batch(statements);
    }
    void script(std::string const& statements) override { session_.script(statements); }

private:
    sql::Session& session_;
    std::vector<Asked>& heard_;
};

class ListeningStore final : public sql::Store {
public:
    explicit ListeningStore(std::unique_ptr<sql::Store> store) : store_(std::move(store)) {}
    sql::Engine engine() const override { return store_->engine(); }
    void read(sql::Work const& work) override { store_->read(work); }
    void write(sql::Work work, sql::Done done) override
    {
        store_->write(
            [this, work = std::move(work)](sql::Session& session) {
                std::vector<Asked> heard;
                Listener listener(session, heard);
                work(listener);
                std::lock_guard const lock(mutex_);
                script.push_back(std::move(heard));
            },
            std::move(done));
    }
    void backup(std::string const& file, HowFar const& told) override { store_->backup(file, told); }
    std::size_t waiting() const override { return store_->waiting(); }

    Script script;

private:
    std::mutex mutex_;
    std::unique_ptr<sql::Store> store_;
};

double seconds_since(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

http::Request post(std::string path, std::string cookie, std::string body)
{
    http::Request request;
    request.verb = "POST";
    request.path = std::move(path);
    request.headers = {{"Host", "bench"}, {"Content-Type", "application/json"}, {"Cookie", std::move(cookie)}, {"Idempotency-Key", shown(new_key())}};
    request.body = std::move(body);
    return request;
}

// 64 askers take disputes in; what the writer was asked stays in the store's script.
void take_in(ListeningStore& store, House const& house, std::string const& cookie, std::string const& form, int disputes)
{
    api::Dispatcher dispatcher(app::all_rooms(), store, house, [] { return real_time(); });
    std::atomic<int> left = disputes;
    std::vector<std::jthread> askers;
    for (int n = 0; n < 64; ++n)
        askers.emplace_back([&] {
            while (left-- > 0) {
                auto const made = dispatcher.ask(post("/api/disputes", cookie, form));
                if (made.status != 200) throw std::runtime_error("not taken in: " + made.body);
                auto const& told = made.shared ? *made.shared : made.body;
                auto const id = std::string(json::parse(told).at("file").at("id").as_string());
                auto const taken = dispatcher.ask(post("/api/disputes/" + id + "/acceptance", cookie, "{}"));
                if (taken.status != 200) throw std::runtime_error("not accepted: " + taken.body);
            }
        });
}

class Engine {
public:
    explicit Engine(std::string const& file)
    {
        must(sqlite3_open(file.c_str(), &db_));
        for (auto const* how : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", "PRAGMA cell_size_check = ON",
                                "PRAGMA mmap_size = 0", "PRAGMA cache_size = -16000", "PRAGMA case_sensitive_like = ON", "PRAGMA wal_autocheckpoint = 16000"})
            run(how);
    }
    ~Engine()
    {
        for (auto const& [text, statement] : prepared_) sqlite3_finalize(statement);
        sqlite3_close(db_);
    }
    Engine(Engine const&) = delete;
    Engine& operator=(Engine const&) = delete;

    void run(char const* text) { must(sqlite3_exec(db_, text, nullptr, nullptr, nullptr)); }
    void run(Asked const& asked)
    {
        auto& statement = prepared_[asked.text];
        if (!statement) must(sqlite3_prepare_v3(db_, asked.text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        for (std::size_t n = 0; n < asked.values.size(); ++n) {
            auto const place = sqlite3_bind_parameter_index(statement, ("$" + std::to_string(n + 1)).c_str());
            if (place > 0) bind(statement, place, asked.values[n]);
        }
        int step = SQLITE_ROW;
        while (step == SQLITE_ROW) step = sqlite3_step(statement);
        if (step != SQLITE_DONE) must(step);
        sqlite3_reset(statement);
    }

private:
    void must(int result)
    {
        if (result != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
    }
    void bind(sqlite3_stmt* statement, int place, sql::Value const& value)
    {
        if (auto const* number = std::get_if<std::int64_t>(&value)) must(sqlite3_bind_int64(statement, place, *number));
        else if (auto const* text = std::get_if<std::string>(&value)) must(sqlite3_bind_text(statement, place, text->data(), int(text->size()), SQLITE_STATIC));
        else if (auto const* bytes = std::get_if<sql::Bytes>(&value)) must(sqlite3_bind_blob(statement, place, bytes->data.data(), int(bytes->data.size()), SQLITE_STATIC));
        else must(sqlite3_bind_null(statement, place));
    }

    sqlite3* db_ = nullptr;
    std::unordered_map<std::string, sqlite3_stmt*> prepared_;
};

double seconds_by_sqlite(std::string const& file, Script const& script)
{
    Engine engine(file);
    auto const begin = std::chrono::steady_clock::now();
    for (std::size_t from = 0; from < script.size(); from += 64) {
        engine.run("BEGIN IMMEDIATE");
        for (auto n = from; n < std::min(from + 64, script.size()); ++n)
            for (auto const& asked : script[n]) engine.run(asked);
        engine.run("COMMIT");
    }
    return seconds_since(begin);
}

// One connection by libpq.
class Server {
public:
    explicit Server(std::string const& url) : connection_(PQconnectdb(url.c_str()), &PQfinish)
    {
        if (PQstatus(connection_.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(connection_.get()));
    }
    void run(char const* text) { must(PQexec(connection_.get(), text)); }
    void run(Asked const& asked)
    {
        auto [known, fresh] = names_.try_emplace(asked.text, "s" + std::to_string(names_.size()));
        if (fresh) must(PQprepare(connection_.get(), known->second.c_str(), asked.text.c_str(), 0, nullptr));
        std::vector<std::string> texts;
        texts.reserve(asked.values.size());
        std::vector<char const*> places;
        std::vector<int> lengths, formats;
        for (auto const& value : asked.values) {
            auto const* bytes = std::get_if<sql::Bytes>(&value);
            bool const none = std::holds_alternative<std::nullptr_t>(value);
            if (auto const* number = std::get_if<std::int64_t>(&value)) texts.push_back(std::to_string(*number));
            else texts.push_back(bytes ? bytes->data : none ? "" : std::get<std::string>(value));
            places.push_back(none ? nullptr : texts.back().data());
            lengths.push_back(int(texts.back().size()));
            formats.push_back(bytes != nullptr);
        }
        must(PQexecPrepared(connection_.get(), known->second.c_str(), int(places.size()), places.data(), lengths.data(), formats.data(), 0));
    }

private:
    void must(PGresult* result)
    {
        auto const status = PQresultStatus(result);
        std::string const trouble = PQresultErrorMessage(result);
        PQclear(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw std::runtime_error(trouble);
    }

    std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
    std::unordered_map<std::string, std::string> names_;
};

constexpr int connections = 16;  // the program's own, see cli/serve.cpp

double seconds_by_postgres(std::string const& url, Script const& script)
{
    std::atomic<std::size_t> next = 0;
    auto const begin = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> hands;
        for (int n = 0; n < connections; ++n)
            hands.emplace_back([&] {
                Server server(url);
                for (std::size_t at; (at = next++) < script.size();) {
                    server.run("BEGIN");
                    for (auto const& asked : script[at]) server.run(asked);
                    server.run("COMMIT");
                }
            });
    }
    return seconds_since(begin);
}

}  // namespace

int main(int argc, char** argv)
try {
    if (argc != 7) return std::cerr << "bench_raw VAULT-KEY DATABASE COPY COOKIE REQUEST-FORM DISPUTES\n", 1;
    std::string const database = argv[2], copy = argv[3];
    int const disputes = std::stoi(argv[6]);
    auto const book = law::open_book({});
    auto const vault = Vault::open(argv[1]);
    api::teach(law::names(book));
    Script script;
    double within = 0;
    {
        sql::StoreOptions options;
        options.writers = connections;
        ListeningStore store(sql::open(database, options));
        House const house{book, vault, false, "http://bench", false};
        auto const begin = std::chrono::steady_clock::now();
        take_in(store, house, argv[4], argv[5], disputes);
        within = seconds_since(begin);
        script = std::move(store.script);
    }
    std::size_t statements = 0;
    for (auto const& work : script) statements += work.size();
    double const raw = copy.starts_with("postgres") ? seconds_by_postgres(copy, script) : seconds_by_sqlite(copy, script);
    std::cout << json::serialize(json::object{{"disputes", disputes}, {"works", script.size()}, {"statements", statements},
                                              {"within", disputes / within}, {"raw", disputes / raw}})
              << '\n';
    return 0;
} catch (std::exception const& trouble) {
    std::cerr << "bench_raw: " << trouble.what() << '\n';
    return 3;
}
