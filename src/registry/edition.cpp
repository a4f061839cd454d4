#include "registry/edition.hpp"

#include <deque>
#include <mutex>

namespace maple::registry {
namespace {

constexpr std::size_t most_editions = 4;

std::shared_ptr<Edition> remembered(std::int64_t number)
{
    static std::mutex mutex;
    static std::deque<std::pair<std::int64_t, std::shared_ptr<Edition>>> latest;
    std::lock_guard const lock(mutex);
    for (auto const& [known, edition] : latest)
        if (known == number) return edition;
    if (latest.size() >= most_editions) latest.pop_front();
    latest.emplace_back(number, std::make_shared<Edition>());
    latest.back().second->number = number;
    return latest.back().second;
}

}  // namespace

Edition& edition(Desk& desk)
{
    if (!desk.roll) {
        auto const number = access::editions(desk).roll;
        // A roll that nobody has written yet is not remembered beyond this request.
        desk.roll = number ? remembered(number) : std::make_shared<Edition>();
    }
    return *std::static_pointer_cast<Edition>(desk.roll);
}

void must_be_current(Desk& desk)
{
    if (!desk.roll || desk.sql.engine() == sql::Engine::sqlite) return;
    if (edition(desk).number != access::editions_of(desk.sql).roll) throw sql::TryAgain("an organisation was moved in the meantime");
}

void new_edition(Desk& desk)
{
    sql::change(desk.sql, "UPDATE edition SET roll = $1", new_key());
    desk.editions.reset();
    desk.roll.reset();
}

}  // namespace maple::registry
