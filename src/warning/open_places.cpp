#include "warning/open_places.hpp"
#include "access/its_key.hpp"
#include "access/journal.hpp"

namespace maple::warning {

std::int64_t seal_open_places(sql::Store& store, Vault const& vault)
{
    // Nearly always there is nothing to do, and then nobody waits for the writer.
    if (!sql::read_now(store, [](sql::Session& sql) { return sql::cell<Key>(sql, "SELECT lead FROM lead_in_clear LIMIT 1").has_value(); })) return 0;
    std::int64_t leads = 0;
    sql::write_now(store, [&](sql::Session& sql) {  // may be run again
        leads = 0;
        access::must_be_its_key(sql, vault);
        // Taken off the list first: a second program that was started meanwhile waits here, and finds nothing.
        for (auto const& lead : sql::column<Key>(sql, "DELETE FROM lead_in_clear RETURNING lead")) {
            access::enclose_words(sql, vault, lead, "lead.where");
            ++leads;
        }
    });
    return leads;
}

}  // namespace maple::warning
