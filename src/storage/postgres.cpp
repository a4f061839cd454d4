// A PostgreSQL schema as a store: a pool that reads snapshots and some threads that write,
// each work in a transaction of its own. READ COMMITTED is enough: a dispute is changed
// by UPDATE … WHERE version = $n and a counter by UPDATE … RETURNING, and both lock the row.
#include "storage/engines.hpp"
#include "storage/pool.hpp"
#include "storage/postgres_link.hpp"
#include "storage/works.hpp"

#include <random>
#include <thread>

namespace maple::sql {
namespace {

using std::chrono::milliseconds;

constexpr int most_attempts = 5;

// Longer with each attempt and never in step with the others.
void pause_before(int attempt)
{
    thread_local std::mt19937 dice(std::random_device{}());
    int const longest = 10 << attempt;
    std::this_thread::sleep_for(milliseconds(std::uniform_int_distribution(longest / 2, longest)(dice)));
}

class PostgresStore final : public Store {
public:
    PostgresStore(std::string const& url, StoreOptions options)
        : readers_(options.readers, [url, options] { return std::make_unique<PostgresLink>(url, options.longest_read); }),
          works_(options.most_waiting)
    {
        read([](Session& s) { s.run("SELECT 1", {}); });  // a wrong address is found now
        for (int n = 0; n < std::max(1, options.writers); ++n) threads_.emplace_back([this, url] { live(url); });
    }

    ~PostgresStore() override
    {
        works_.close();
        for (auto& thread : threads_) thread.join();
        readers_.close();
    }

    Engine engine() const override { return Engine::postgres; }
    std::size_t waiting() const override { return works_.size(); }
    void write(Work work, Done done) override { works_.push({std::move(work), std::move(done)}); }

    void read(Work const& work) override
    {
        struct Loan {
            Pool<PostgresLink>& readers;
            std::unique_ptr<PostgresLink> link;
            ~Loan()
            {
                link->let_go();
                readers.give_back(std::move(link));
            }
        } const loan{readers_, readers_.take()};
        loan.link->begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        work(*loan.link);
    }

    void backup(std::string const&, HowFar const&) override
    {
        throw std::runtime_error("A PostgreSQL database is backed up with pg_dump or pg_basebackup, not by this program.");
    }

private:
    void live(std::string const& url)
    {
        PostgresLink link(url, milliseconds(0));
        while (auto waiting = works_.next()) {
            waiting->done(write_one(link, waiting->work));
        }
    }

    // What the work threw, or what the commit met; nothing when it is durable. The whole work
    // is tried again only while it is certain that nothing of it was kept.
    static std::exception_ptr write_one(PostgresLink& link, Work const& work)
    {
        for (int attempt = 0;; ++attempt) {
            try {
                link.begin("BEGIN ISOLATION LEVEL READ COMMITTED");
                work(link);
                link.commit();
                return nullptr;
            } catch (Unknown const&) {
                return std::current_exception();
            } catch (TryAgain const&) {
                link.let_go();
                if (attempt + 1 >= most_attempts) return std::current_exception();
            } catch (...) {
                link.let_go();
                return std::current_exception();
            }
            pause_before(attempt);
        }
    }

    Pool<PostgresLink> readers_;
    Works works_;
    std::vector<std::thread> threads_;
};

}  // namespace

std::unique_ptr<Store> open_postgres(std::string const& url, StoreOptions options)
{
    return std::make_unique<PostgresStore>(url, options);
}

}  // namespace maple::sql
