#include "registry/edition.hpp"

#include <deque>
#include <mutex>

namespace maple::registry {
namespace {

constexpr std::size_t most_editions = 4;

std::shared_ptr<Edition> remembered(std::string const& name)
{
    static std::mutex mutex;
    static std::deque<std::pair<std::string, std::shared_ptr<Edition>>> latest;
    std::lock_guard const lock(mutex);
    for (auto const& [known, edition] : latest)
        if (known == name) return edition;
    if (latest.size() >= most_editions) latest.pop_front();
    latest.emplace_back(name, std::make_shared<Edition>());
    latest.back().second->name = name;
    return latest.back().second;
}

std::optional<std::string> name_now(Desk& desk)
{
    return sql::cell<std::string>(desk.sql, "SELECT value FROM setting WHERE name = 'roll.edition'");
}

}  // namespace

Edition& edition(Desk& desk)
{
    if (!desk.roll) {
        auto const name = name_now(desk);
        // A roll that nobody has written yet is not remembered beyond this request.
        desk.roll = name ? remembered(*name) : std::make_shared<Edition>();
    }
    return *std::static_pointer_cast<Edition>(desk.roll);
}

void must_be_current(Desk& desk)
{
    if (!desk.roll || desk.sql.engine() == sql::Engine::sqlite) return;
    if (edition(desk).name != name_now(desk).value_or("")) throw sql::TryAgain("an organisation was moved in the meantime");
}

void new_edition(Desk& desk)
{
    sql::change(desk.sql, R"(
        INSERT INTO setting (name, value) VALUES ('roll.edition', $1)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value)", shown(new_key()));
    desk.roll.reset();
}

}  // namespace maple::registry
