// One connection to PostgreSQL, used by one thread at a time.
//
// BEGIN, SAVEPOINT, RELEASE and ROLLBACK TO travel with the statement that follows them, so
// that a transaction costs one round trip for each question and one for the commit.
#pragma once
#include "storage/editions.hpp"
#include "storage/postgres_values.hpp"

#include <chrono>
#include <memory>
#include <unordered_map>

namespace maple::sql {

// The commit was sent and no answer came: the change may have been kept or not.
struct Unknown : TryAgain { using TryAgain::TryAgain; };

class PostgresLink final : public Session {
public:
    // Statements of a connection with a limit are broken off by the server after it; 0 is none.
    PostgresLink(std::string url, std::chrono::milliseconds longest_read);

    Engine engine() const override { return Engine::postgres; }
    Table run(std::string_view statement, std::span<Value const> values) override;
    void batch(std::span<Statement const> statements) override;
    void script(std::string const& statements) override;
    bool snapshot() const override { return reading_; }

    // Connects where there is no connection; the transaction begins with its first statement.
    void begin(std::string_view how);
    // Throws Unknown where nobody can say what became of the transaction.
    void commit();
    // Ends the transaction without waiting for the answer; never throws.
    void let_go() noexcept;

private:
    struct Lost : TryAgain { using TryAgain::TryAgain; };
    struct Close { void operator()(PGconn* c) const { PQfinish(c); } };
    struct Clear { void operator()(PGresult* r) const { PQclear(r); } };
    using Answer = std::unique_ptr<PGresult, Clear>;
    struct Prepared {
        std::string name;
        std::vector<Oid> types;  // of $1, $2, …
        Touched touches = 0;
        std::uint64_t used = 0;
    };
    struct Hash : std::hash<std::string_view> { using is_transparent = void; };

    void connect();
    void disconnect();
    template <class F> auto from_the_start(F work) -> decltype(work());
    Prepared& prepared(std::string_view statement);
    Prepared prepare(std::string_view statement);
    void prepare_with_wide_numbers(Prepared& p, std::string const& statement);
    void forget_the_oldest();

    // A trip: what is due and what is asked go out together, the answers come back in order.
    void set_out(std::string_view doing);
    void send(std::string_view command);
    void send(Prepared const& p, Parameters const& parameters);
    void sent(bool accepted, std::string_view doing);
    std::vector<Answer> come_back(std::string_view doing);
    std::vector<Answer> collect(std::chrono::milliseconds patience, std::string_view doing);
    Answer next_answer(std::chrono::milliseconds patience, std::string_view doing);
    void simple(std::string const& statements);

    void check(PGresult const* answer, std::string_view doing);
    void refuse_if_spoiled() const;
    [[noreturn]] void lost(std::string_view doing);

    std::string const url_;
    std::chrono::milliseconds const longest_read_;
    std::unique_ptr<PGconn, Close> connection_;
    std::unordered_map<std::string, Prepared, Hash, std::equal_to<>> cache_;
    std::uint64_t uses_ = 0;
    Touched touched_ = 0;           // editions that the commit makes new
    std::vector<std::string> due_;  // commands that travel with the next statement
    bool begun_ = false;            // the server has answered something of this transaction
    bool reading_ = false;          // the transaction was begun READ ONLY
    bool spoiled_ = false;          // a statement failed and nothing was rolled back yet
    bool owed_ = false;             // the answer to the last COMMIT or ROLLBACK has not been read
};

}  // namespace maple::sql
