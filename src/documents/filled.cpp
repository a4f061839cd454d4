#include "documents/filled.hpp"
#include "access/journal.hpp"
#include "access/desk.hpp"
#include "dispute/life.hpp"

namespace maple::documents {
namespace {

void tell(Filling& filling, Filled const& event, access::Page const& page, access::Texts const& texts, access::Sight const& sight)
{
    Change change{page.happened, page.person, {}};
    for (auto const& one : event.cells) {
        Cell cell{one.section, one.row, one.key};
        change.cells.push_back(cell);
        if (!one.text) {
            filling.cells.erase(cell);
            continue;
        }
        auto const known = texts.all.find(one.text.id.n);
        bool const his = sight.personal && known != texts.all.end() && (sight.contacts || !texts.personal.contains(one.text.id.n));
        filling.cells.insert_or_assign(std::move(cell), Written{his ? known->second : "", page.person, page.happened});
    }
    filling.changes.push_back(std::move(change));
}

}  // namespace

Fillings fillings_of(Desk& desk, dispute::Dispute const& d)
{
    Fillings found;
    auto const sight = access::sight(desk.caller, dispute::matter_of(d, desk.now));
    std::optional<access::Texts> texts;
    for (auto const& page : access::pages_of(desk.sql, d.id)) {
        if (page.deed != Filled::deed) continue;
        if (!texts) texts = access::texts_of(desk.sql, desk.house.vault, d.id, sight.contacts, false);
        auto const event = from_record<Filled>(page.body);
        tell(found.all[{event.form, event.subject}], event, page, *texts, sight);
    }
    return found;
}

}  // namespace maple::documents
