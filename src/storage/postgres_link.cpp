#include "storage/postgres_link.hpp"

#include <algorithm>
#include <cerrno>
#include <poll.h>

namespace maple::sql {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t most_prepared = 400;
constexpr std::size_t most_in_one_trip = 100;
constexpr milliseconds no_hurry{-1};
constexpr milliseconds patience_with_a_commit{10'000};

bool narrow(Oid type) { return type == oid::int4 || type == oid::int2; }

bool is_command_of_a_savepoint(std::string_view s)
{
    return s.starts_with("SAVEPOINT ") || s.starts_with("RELEASE ") || s.starts_with("ROLLBACK TO ");
}

std::string field(PGresult const* answer, int which)
{
    auto const* text = PQresultErrorField(answer, which);
    return text ? text : "";
}

// The server's sentence, but for data exceptions (class 22), which quote the values.
std::string sentence_of(PGresult const* answer, std::string const& code, std::string_view doing)
{
    std::string out = "postgres: " + code;
    if (!code.starts_with("22")) out += ' ' + field(answer, PG_DIAG_MESSAGE_PRIMARY);
    return out + ", while: " + std::string(doing);
}

// The server that answered so is going away or has lost its office.
bool wrong_server(std::string const& code, bool reading)
{
    return code.starts_with("08") || code.starts_with("57P") || (code == "25006" && !reading);
}

bool again(std::string const& code) { return code == "40001" || code == "40P01" || code == "55P03"; }

// 53: no disk, no memory, too many connections; 58: the server's own input and output.
bool no_room(std::string const& code) { return code == "53100" || code == "53200" || code.starts_with("58"); }

}  // namespace

PostgresLink::PostgresLink(std::string url, milliseconds longest_read) : url_(std::move(url)), longest_read_(longest_read) {}

void PostgresLink::connect()
{
    disconnect();
    // What stands before the URL is overruled by it.
    char const* const names[] = {"connect_timeout", "keepalives_idle", "keepalives_interval", "keepalives_count",
                                 "tcp_user_timeout", "fallback_application_name", "dbname", "client_encoding", nullptr};
    char const* const values[] = {"5", "10", "5", "3", "20000", "maplebridge", url_.c_str(), "UTF8", nullptr};
    connection_.reset(PQconnectdbParams(names, values, 1));
    auto* const c = connection_.get();
    if (!c || PQstatus(c) != CONNECTION_OK) {
        std::string const why = c ? PQerrorMessage(c) : "out of memory";
        disconnect();
        throw Lost("postgres: no connection: " + why);
    }
    PQsetNoticeProcessor(c, [](void*, char const*) {}, nullptr);
    if (std::string_view(PQparameterStatus(c, "server_encoding")) != "UTF8") {
        disconnect();
        throw std::runtime_error("The PostgreSQL database must have been created with ENCODING 'UTF8'.");
    }
    auto const limit = std::to_string(longest_read_.count());
    simple("SET bytea_output = hex; SET statement_timeout = " + limit + "; SET idle_in_transaction_session_timeout = " + limit);
    PQenterPipelineMode(c);
}

void PostgresLink::disconnect()
{
    connection_.reset();
    cache_.clear();
    owed_ = false;
}

void PostgresLink::begin(std::string_view how)
{
    if (std::exchange(owed_, false)) {
        try {
            collect(no_hurry, "ending a transaction");
        } catch (Lost const&) {
            disconnect();
        }
    }
    begun_ = spoiled_ = false;
    touched_ = 0;
    reading_ = how.ends_with("READ ONLY");
    due_ = {std::string(how)};
    if (!connection_) connect();
}

// Nothing of a transaction is lost when the connection breaks before its first answer:
// connect anew and say it again. Servers are restarted now and then.
template <class F> auto PostgresLink::from_the_start(F work) -> decltype(work())
{
    if (begun_) return work();
    auto const due = due_;
    try {
        return work();
    } catch (Lost const&) {
        if (begun_) throw;
    }
    connect();
    spoiled_ = false;
    due_ = due;
    return work();
}

Table PostgresLink::run(std::string_view statement, std::span<Value const> values)
{
    refuse_if_spoiled();
    return from_the_start([&] {
        auto const& p = prepared(statement);
        Parameters const parameters(values, p.types.size(), statement);
        set_out(statement);
        send(p, parameters);
        touched_ |= p.touches;
        return table_from(come_back(statement).back().get());
    });
}

void PostgresLink::batch(std::span<Statement const> statements)
{
    refuse_if_spoiled();
    for (; !statements.empty(); statements = statements.subspan(std::min(most_in_one_trip, statements.size()))) {
        auto const trip = statements.first(std::min(most_in_one_trip, statements.size()));
        from_the_start([&] {
            std::vector<std::pair<Prepared const*, Parameters>> asked;
            asked.reserve(trip.size());
            for (auto const& s : trip) {
                auto const& p = prepared(s.text);
                asked.emplace_back(&p, Parameters(s.values, p.types.size(), s.text));
            }
            auto const doing = (trip.size() == 1 ? "" : "running a batch that begins with ") + std::string(trip[0].text);
            set_out(doing);
            for (auto const& [p, parameters] : asked) {
                send(*p, parameters);
                touched_ |= p->touches;
            }
            come_back(doing);
        });
    }
}

void PostgresLink::script(std::string const& statements)
{
    if (statements.starts_with("ROLLBACK TO ")) spoiled_ = false;
    refuse_if_spoiled();
    if (is_command_of_a_savepoint(statements)) return due_.push_back(statements);
    from_the_start([&] {
        set_out("running a script");
        come_back("running a script");
        PQexitPipelineMode(connection_.get());
        simple(statements);
        PQenterPipelineMode(connection_.get());
    });
}

void PostgresLink::commit()
{
    refuse_if_spoiled();
    if (!begun_) return due_.clear();
    constexpr auto doing = "committing";
    if (!connection_) lost(doing);
    try {
        set_out(doing);
        if (touched_) send(new_editions(touched_));
        send("COMMIT");
        sent(PQpipelineSync(connection_.get()), doing);
        auto const answers = collect(patience_with_a_commit, doing);
        for (auto const& answer : answers) check(answer.get(), doing);
        begun_ = false;
        if (std::string_view(PQcmdStatus(answers.back().get())) != "COMMIT") throw std::runtime_error("postgres: the transaction was rolled back");
    } catch (Lost const& e) {
        throw Unknown(std::string("whether the change was kept is not known: ") + e.what());
    }
}

void PostgresLink::let_go() noexcept
{
    due_.clear();
    if (!begun_ || !connection_) return;
    begun_ = false;
    auto* const c = connection_.get();
    owed_ = PQsendQueryParams(c, "ROLLBACK", 0, nullptr, nullptr, nullptr, nullptr, 0) && PQpipelineSync(c);
    if (!owed_) disconnect();
}

PostgresLink::Prepared& PostgresLink::prepared(std::string_view statement)
{
    auto found = cache_.find(statement);
    if (found == cache_.end()) {
        if (cache_.size() >= most_prepared) forget_the_oldest();
        found = cache_.emplace(std::string(statement), prepare(statement)).first;
    }
    found->second.used = ++uses_;
    return found->second;
}

PostgresLink::Prepared PostgresLink::prepare(std::string_view statement)
{
    std::string const text(statement);
    Prepared p{"s" + std::to_string(++uses_), {}, touched_by(statement)};
    set_out(statement);
    sent(PQsendPrepare(connection_.get(), p.name.c_str(), text.c_str(), 0, nullptr), statement);
    sent(PQsendDescribePrepared(connection_.get(), p.name.c_str()), statement);
    auto const answers = come_back(statement);
    auto const* described = answers.back().get();
    for (int i = 0; i < PQnparams(described); ++i) p.types.push_back(PQparamtype(described, i));
    if (std::ranges::any_of(p.types, narrow)) prepare_with_wide_numbers(p, text);
    return p;
}

// Beside a small literal ($1 > 0) the server takes $1 for a number of 32 bits: ours have 64.
// Where something asks for 32 bits indeed (substr), the narrow statement stays.
void PostgresLink::prepare_with_wide_numbers(Prepared& p, std::string const& statement)
{
    auto types = p.types;
    std::ranges::replace_if(types, narrow, oid::int8);
    auto const name = p.name + "w";
    set_out(statement);
    send("SAVEPOINT wide");
    sent(PQsendPrepare(connection_.get(), name.c_str(), statement.c_str(), int(types.size()), types.data()), statement);
    sent(PQpipelineSync(connection_.get()), statement);
    auto const answers = collect(no_hurry, statement);
    bool const wide = PQresultStatus(answers.back().get()) == PGRES_COMMAND_OK;
    if (!wide) due_.push_back("ROLLBACK TO SAVEPOINT wide");
    due_.push_back("RELEASE SAVEPOINT wide");
    if (!wide) return;
    due_.push_back("DEALLOCATE " + p.name);
    p = {name, types, p.touches, p.used};
}

void PostgresLink::forget_the_oldest()
{
    auto const oldest = std::min_element(cache_.begin(), cache_.end(),
                                         [](auto const& a, auto const& b) { return a.second.used < b.second.used; });
    due_.push_back("DEALLOCATE " + oldest->second.name);
    cache_.erase(oldest);
}

void PostgresLink::set_out(std::string_view doing)
{
    if (!connection_) lost(doing);
    for (auto const& command : std::exchange(due_, {})) send(command);
}

void PostgresLink::send(std::string_view command)
{
    sent(PQsendQueryParams(connection_.get(), std::string(command).c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0), command);
}

void PostgresLink::send(Prepared const& p, Parameters const& parameters)
{
    sent(PQsendQueryPrepared(connection_.get(), p.name.c_str(), parameters.count(), parameters.texts(), parameters.lengths(),
                             parameters.formats(), 0),
         "sending a statement");
}

void PostgresLink::sent(bool accepted, std::string_view doing)
{
    if (!accepted) lost(doing);
}

std::vector<PostgresLink::Answer> PostgresLink::come_back(std::string_view doing)
{
    sent(PQpipelineSync(connection_.get()), doing);
    auto answers = collect(no_hurry, doing);
    for (auto const& answer : answers) check(answer.get(), doing);
    begun_ = true;
    return answers;
}

// The answers of one trip, up to the mark that ends it.
std::vector<PostgresLink::Answer> PostgresLink::collect(milliseconds patience, std::string_view doing)
{
    std::vector<Answer> answers;
    for (int silent = 0; silent < 2;) {
        auto answer = next_answer(patience, doing);
        silent = answer ? 0 : silent + 1;
        if (!answer) continue;
        if (PQresultStatus(answer.get()) == PGRES_PIPELINE_SYNC) return answers;
        answers.push_back(std::move(answer));
        if (PQstatus(connection_.get()) == CONNECTION_BAD) break;
    }
    lost(doing);
}

PostgresLink::Answer PostgresLink::next_answer(milliseconds patience, std::string_view doing)
{
    auto* const c = connection_.get();
    while (PQisBusy(c)) {
        pollfd socket{PQsocket(c), POLLIN, 0};
        int const ready = poll(&socket, 1, int(patience.count()));
        if (ready == 0 || (ready < 0 && errno != EINTR) || (ready > 0 && !PQconsumeInput(c))) lost(doing);
    }
    return Answer(PQgetResult(c));
}

// Outside the pipeline, where several statements may stand in one text.
void PostgresLink::simple(std::string const& statements)
{
    constexpr auto doing = "running a script";
    sent(PQsendQuery(connection_.get(), statements.c_str()), doing);
    std::vector<Answer> answers;
    while (auto answer = next_answer(no_hurry, doing)) {
        answers.push_back(std::move(answer));
        if (PQstatus(connection_.get()) == CONNECTION_BAD) lost(doing);
    }
    try {
        for (auto const& answer : answers) check(answer.get(), doing);
    } catch (...) {
        if (connection_) PQenterPipelineMode(connection_.get());
        throw;
    }
}

void PostgresLink::check(PGresult const* answer, std::string_view doing)
{
    auto const status = PQresultStatus(answer);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) return;
    auto const code = field(answer, PG_DIAG_SQLSTATE);
    auto const sentence = sentence_of(answer, code, doing);
    if (code.empty() || wrong_server(code, reading_)) lost(sentence);
    begun_ = spoiled_ = true;
    if (code == "23505" || code == "23P01") throw Collision(sentence);
    if (again(code)) throw TryAgain(sentence);
    if (no_room(code)) throw NoRoom(sentence);
    throw std::runtime_error(sentence);
}

void PostgresLink::refuse_if_spoiled() const
{
    if (spoiled_) throw std::runtime_error("a statement failed before this one: what may fail belongs in a Savepoint");
}

void PostgresLink::lost(std::string_view doing)
{
    disconnect();
    spoiled_ = true;
    throw Lost("postgres: the connection was lost, while: " + std::string(doing));
}

}  // namespace maple::sql
