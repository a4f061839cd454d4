// One SQLite file as a store: readers side by side, one writer thread that commits the
// works that wait together, and a second thread that empties the log behind it.
#include "storage/engines.hpp"
#include "storage/pool.hpp"
#include "storage/sqlite_link.hpp"
#include "storage/works.hpp"

#include <atomic>
#include <cstdlib>
#include <thread>
#include <unistd.h>

namespace maple::sql {
namespace {

constexpr auto between_checkpoints = std::chrono::milliseconds(100);
constexpr auto longest_at_once = std::chrono::milliseconds(5);
constexpr auto longest_batch = std::chrono::milliseconds(8);  // who comes later is in the next one: meanwhile the others are answered

// A file of its own in memory where there is such a place, deleted at the end.
std::string private_file()
{
    auto const* asked = std::getenv("TMPDIR");
    std::string name = (::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : asked ? asked : "/tmp");
    name += "/maplebridge-XXXXXX";
    int const fd = mkstemp(name.data());
    if (fd < 0) throw std::runtime_error("no temporary file for a private database in " + name);
    close(fd);
    return name;
}

struct File {
    explicit File(std::string const& where) : name(where == ":memory:" ? private_file() : where), temporary(where == ":memory:") {}
    ~File()
    {
        if (!temporary) return;
        for (char const* part : {"", "-wal", "-shm"}) unlink((name + part).c_str());
    }
    File(File const&) = delete;
    File& operator=(File const&) = delete;
    std::string const name;
    bool const temporary;
};

// Empties the log into the file every moment while there is something in it.
class Checkpoints {
public:
    explicit Checkpoints(std::string const& file) : link_(file, SqliteLink::Use::write), thread_([this] { live(); }) {}
    ~Checkpoints()
    {
        {
            std::lock_guard const lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_one();
        thread_.join();
    }

    void written()
    {
        if (due_.exchange(true)) return;
        { std::lock_guard const lock(mutex_); }
        wake_.notify_one();
    }

private:
    void live()
    {
        std::unique_lock lock(mutex_);
        while (!stopping_) {
            wake_.wait(lock, [&] { return stopping_ || due_; });
            wake_.wait_for(lock, between_checkpoints, [&] { return stopping_; });
            if (stopping_) return;
            lock.unlock();
            due_ = false;
            auto const log = link_.checkpoint();
            if (log.moved < log.pages) due_ = true;
            lock.lock();
        }
    }

    SqliteLink link_;
    std::atomic<bool> due_ = true;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

struct Answer {
    Done done;
    std::exception_ptr problem;
};

// Tells those who waited, on a thread of its own: waking them one by one is not the writer's work.
class Herald {
public:
    Herald() : thread_([this] { live(); }) {}
    ~Herald()
    {
        {
            std::lock_guard const lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_one();
        thread_.join();
    }

    void tell(std::vector<Answer> answers)
    {
        {
            std::lock_guard const lock(mutex_);
            std::move(answers.begin(), answers.end(), std::back_inserter(waiting_));
        }
        wake_.notify_one();
    }

private:
    void live()
    {
        std::unique_lock lock(mutex_);
        for (;;) {
            wake_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
            auto const answers = std::exchange(waiting_, {});
            if (answers.empty()) return;
            lock.unlock();
            for (auto const& [done, problem] : answers) done(problem);
            lock.lock();
        }
    }

    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Answer> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

class SqliteStore final : public Store {
public:
    SqliteStore(std::string const& where, StoreOptions options)
        : options_(options), file_(where), writer_(file_.name, SqliteLink::Use::write), readers_(options.readers, [this] { return std::make_unique<SqliteLink>(file_.name, SqliteLink::Use::read); }),
          checkpoints_(std::make_unique<Checkpoints>(file_.name)), works_(options.most_waiting), thread_([this] { live(); })
    {
    }

    ~SqliteStore() override
    {
        works_.close();
        thread_.join();
        checkpoints_.reset();
        readers_.close();
        if (!file_.temporary) writer_.checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
    }

    Engine engine() const override { return Engine::sqlite; }
    std::size_t waiting() const override { return works_.size(); }
    void write(Work work, Done done) override { works_.push({std::move(work), std::move(done)}); }
    void backup(std::string const& to, HowFar const& told) override { copy_sqlite(file_.name, to, told); }

    void read(Work const& work) override { read_on(readers_.take(), work, options_.longest_read); }

    bool read_at_once(Work const& work) override
    {
        auto link = readers_.take_idle();
        if (!link) return false;
        try {
            read_on(std::move(link), work, longest_at_once);
        } catch (TooSlow const&) {
            return false;
        }
        return true;
    }

private:
    void read_on(std::unique_ptr<SqliteLink> link, Work const& work, std::chrono::milliseconds longest)
    {
        struct Loan {
            Pool<SqliteLink>& readers;
            std::unique_ptr<SqliteLink> link;
            ~Loan()
            {
                try {
                    link->until(std::nullopt);
                    if (link->in_transaction()) link->command("ROLLBACK");
                    link->forgive();
                } catch (std::exception const&) {
                    link.reset();  // a connection that cannot even let go is not lent again
                }
                readers.give_back(std::move(link));
            }
        } loan{readers_, std::move(link)};
        if (longest.count() > 0) loan.link->until(std::chrono::steady_clock::now() + longest);
        loan.link->open();
        work(*loan.link);
    }

    void live()
    {
        while (auto first = works_.next()) {
            auto answers = write_together(std::move(*first));
            checkpoints_->written();
            herald_.tell(std::move(answers));
            // Only a moment without writing lets the log begin anew; a pinned reader delays it.
            if (writer_.pages_in_log() > options_.log_pages) writer_.checkpoint();
        }
    }

    // One transaction for all that wait. Whatever spoils the transaction as a whole is the
    // answer to all of them.
    std::vector<Answer> write_together(Waiting first)
    {
        std::vector<Answer> answers;
        std::optional<Waiting> next(std::move(first));
        std::exception_ptr lost;
        try {
            writer_.forgive();
            writer_.command("BEGIN IMMEDIATE");
            auto const end = std::chrono::steady_clock::now() + longest_batch;
            while (next) {
                answers.push_back({std::move(next->done), nullptr});
                auto const work = std::move(next->work);
                next.reset();
                answers.back().problem = write_one(work);
                if (answers.size() < options_.batch && std::chrono::steady_clock::now() < end) next = works_.next_at_once();
            }
            writer_.command("COMMIT");
        } catch (...) {
            lost = failure_of_the_whole(std::current_exception());
        }
        if (next) answers.push_back({std::move(next->done), nullptr});
        if (lost) {
            for (auto& answer : answers) answer.problem = lost;
            if (writer_.in_transaction()) give_up();
        }
        return answers;
    }

    // The work in a savepoint of its own; answers what it threw. Throws itself when the whole
    // transaction has gone.
    std::exception_ptr write_one(Work const& work)
    {
        writer_.command("SAVEPOINT work");
        std::exception_ptr problem;
        try {
            work(writer_);
            if (writer_.spoiled()) throw std::runtime_error("the work went on after a failed statement");
            writer_.settle_editions();
            if (writer_.owes_a_reference()) throw std::runtime_error("a foreign key points nowhere at the end of the work");
        } catch (...) {
            problem = std::current_exception();
        }
        if (!writer_.in_transaction()) std::rethrow_exception(problem ? problem : lost_transaction());
        writer_.forgive();
        if (problem) writer_.command("ROLLBACK TO work");
        writer_.command("RELEASE work");
        return problem;
    }

    static std::exception_ptr lost_transaction()
    {
        return std::make_exception_ptr(std::logic_error("a work ended the transaction that it shared"));
    }

    // What one statement met, in the words that fit everybody in the batch.
    static std::exception_ptr failure_of_the_whole(std::exception_ptr cause)
    {
        try {
            std::rethrow_exception(cause);
        } catch (NoRoom const&) {
            return cause;
        } catch (TryAgain const&) {
            return cause;
        } catch (std::exception const& e) {
            return std::make_exception_ptr(TryAgain(std::string("the transaction as a whole was rolled back: ") + e.what()));
        }
    }

    void give_up()
    {
        try {
            writer_.command("ROLLBACK");
        } catch (std::exception const&) {
            // The next BEGIN says what is wrong, and nothing is acknowledged until it succeeds.
        }
    }

    StoreOptions const options_;
    File const file_;
    SqliteLink writer_;
    Pool<SqliteLink> readers_;
    std::unique_ptr<Checkpoints> checkpoints_;
    Works works_;
    Herald herald_;
    std::thread thread_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite(std::string const& file, StoreOptions options)
{
    // Counting its memory would make all connections meet at one lock.
    static bool const uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    (void)uncounted;
    return std::make_unique<SqliteStore>(file, options);
}

}  // namespace maple::sql
