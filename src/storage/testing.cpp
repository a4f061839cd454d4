#include "storage/testing.hpp"

#include "storage/postgres_link.hpp"

#include <cstdlib>

namespace maple::sql {
namespace {

std::string postgres_under_test()
{
    auto const* url = std::getenv("MAPLEBRIDGE_TEST_POSTGRES");
    return url ? url : "";
}

// A schema that comes and goes with the object.
struct Schema {
    explicit Schema(std::string at) : url(std::move(at)), name("test_" + shown(new_key())) { order("CREATE SCHEMA \"" + name + '"'); }
    ~Schema()
    {
        try {
            order("DROP SCHEMA \"" + name + "\" CASCADE");
        } catch (std::exception const&) {
            // The cluster is thrown away anyway.
        }
    }
    void order(std::string const& command) const
    {
        PostgresLink link(url, std::chrono::milliseconds(0));
        link.begin("BEGIN");
        link.script(command);
        link.commit();
    }
    std::string inside() const
    {
        return url + (url.find('?') == url.npos ? '?' : '&') + "options=-csearch_path%3D%22" + name + "%22";
    }
    std::string const url, name;
};

class StoreInSchema final : public Store {
public:
    StoreInSchema(std::string const& url, StoreOptions options) : schema_(url), store_(open(schema_.inside(), options)) {}
    Engine engine() const override { return store_->engine(); }
    void read(Work const& work) override { store_->read(work); }
    void write(Work work, Done done) override { store_->write(std::move(work), std::move(done)); }
    void backup(std::string const& file, HowFar const& told) override { store_->backup(file, told); }
    std::size_t waiting() const override { return store_->waiting(); }

private:
    Schema schema_;
    std::unique_ptr<Store> store_;  // closed before the schema is dropped
};

}  // namespace

std::vector<Engine> engines_under_test()
{
    if (postgres_under_test().empty()) return {Engine::sqlite};
    return {Engine::sqlite, Engine::postgres};
}

std::unique_ptr<Store> fresh_store(Engine engine, StoreOptions options)
{
    if (engine == Engine::sqlite) return open(":memory:", options);
    return std::make_unique<StoreInSchema>(postgres_under_test(), options);
}

}  // namespace maple::sql
