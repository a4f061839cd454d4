// What has become of an organisation over time, told from the pages of the ledger.
#include "access/journal.hpp"
#include "access/rules.hpp"
#include "api/words.hpp"
#include "app/offices/offices.hpp"
#include "committees/events.hpp"
#include "registry/keep.hpp"
#include "registry/numbers.hpp"
#include "registry/roll.hpp"
#include "registry/standing.hpp"

#include <algorithm>

namespace maple::app {
namespace {

using access::Right;

struct Change {
    std::string field, before, after;
};
BOOST_DESCRIBE_STRUCT(Change, (), (field, before, after))

struct HistoryEntry {
    Key page{};
    std::string deed;
    std::string says;
    Instant happened_at, recorded_at;
    std::string person_name;              // who did it
    std::optional<std::string> reason;
    std::vector<Change> changes;
};
BOOST_DESCRIBE_STRUCT(HistoryEntry, (), (page, deed, says, happened_at, recorded_at, person_name, reason, changes))

struct History {
    std::vector<HistoryEntry> entries;    // newest first
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(History, (), (entries, cursor))

struct PageRow {
    Key id{};
    std::string text;
};
BOOST_DESCRIBE_STRUCT(PageRow, (), (id, text))

// The organisation's own pages, those of its terms, and those of people who serve or served there.
std::vector<access::Page> pages(Desk& desk, Key organisation)
{
    std::vector<access::Page> all;
    for (auto const& row : sql::all<PageRow>(desk.sql, R"(
            SELECT id, text FROM page WHERE subject = $1
             UNION ALL
            SELECT page.id, page.text FROM term JOIN page ON page.subject = term.id WHERE term.organisation = $1
             UNION ALL
            SELECT page.id, page.text FROM person JOIN page ON page.subject = person.id WHERE person.organisation = $1
             ORDER BY 1)", organisation))
        all.push_back(access::page_from(row.id, row.text));
    return all;
}

class Teller {
public:
    Teller(Desk& desk, Key organisation) : desk_(desk), organisation_(organisation) {}

    // Nothing for a page that tells the history of something else.
    std::optional<HistoryEntry> tell(access::Page const& page)
    {
        HistoryEntry entry{page.id, page.deed, {}, page.happened, page.recorded, registry::person_name(desk_, page.person), {}, {}};
        if (!worded(page, entry)) return std::nullopt;
        return entry;
    }

private:
    std::string say(std::string_view deed, Params const& params = {}) const { return api::say(desk_.language, "history." + std::string(deed), params); }
    template <class E> std::string word(std::string_view list, E value) const { return api::word(desk_.language, list, value); }

    std::string called(Key organisation)
    {
        auto const known = organisation ? registry::find_organisation(desk_, organisation) : std::nullopt;
        return known ? registry::called(desk_, *known) : "";
    }
    std::optional<std::string> text(Kept const& kept)
    {
        return kept ? access::one_text(desk_.sql, desk_.house.vault, kept.id) : std::nullopt;
    }

    template <class Event> static bool is(access::Page const& page) { return page.deed == Event::deed; }

    bool worded(access::Page const& page, HistoryEntry& entry)
    {
        using namespace registry;
        if (page.deed == "registry.organisation_opened") return opened(from_record<OrganisationOpened>(page.body), entry);
        if (is<OrganisationChanged>(page)) return changed(from_record<OrganisationChanged>(page.body), entry);
        if (is<StandingSet>(page)) {
            entry.says = say(page.deed, {{"basis", word("basis", from_record<StandingSet>(page.body).basis)}});
            return true;
        }
        if (is<OrganisationMoved>(page)) {
            auto const e = from_record<OrganisationMoved>(page.body);
            entry.says = say(page.deed, {{"from", called(e.from)}, {"to", called(e.to)}});
            entry.reason = text(e.reason);
            return true;
        }
        if (is<OrganisationMerged>(page)) {
            auto const e = from_record<OrganisationMerged>(page.body);
            entry.says = say(page.deed, {{"into", called(e.into)}, {"people", std::to_string(e.people)}, {"disputes", std::to_string(e.disputes)}});
            entry.reason = text(e.reason);
            return true;
        }
        if (is<OrganisationTookOver>(page)) {
            entry.says = say(page.deed, {{"organisation", called(from_record<OrganisationTookOver>(page.body).organisation)}});
            return true;
        }
        if (is<OrganisationClosed>(page)) {
            entry.says = say(page.deed);
            entry.reason = text(from_record<OrganisationClosed>(page.body).reason);
            return true;
        }
        if (is<NumberAnnulled>(page)) {
            auto const e = from_record<NumberAnnulled>(page.body);
            entry.says = say(page.deed, {{"number", e.number}, {"reason", "@annulment." + e.reason}});
            entry.reason = text(e.note);
            return true;
        }
        return of_people(page, entry) || of_terms(page, entry);
    }

    bool opened(registry::OrganisationOpened const& e, HistoryEntry& entry)
    {
        entry.says = e.parent ? say("registry.organisation_opened", {{"above", called(*e.parent)}}) : say("registry.organisation_opened_on_top");
        before_ = {{}, {}, {}, {}, e.short_name, e.division, e.hours, e.has_seal, {}};
        texts_ = {{"name", text(e.name).value_or("")}, {"name_en", text(e.name_en).value_or("")}, {"phone", text(e.phone).value_or("")},
                  {"address", text(e.address).value_or("")}};
        return true;
    }

    bool changed(registry::OrganisationChanged const& e, HistoryEntry& entry)
    {
        entry.says = say(registry::OrganisationChanged::deed);
        entry.reason = text(e.reason);
        auto const note = [&](std::string field, std::string before, std::string after) {
            if (before != after) entry.changes.push_back({std::move(field), std::move(before), std::move(after)});
        };
        using Field = std::pair<char const*, Kept>;
        for (auto const& [field, kept] : {Field{"name", e.name}, Field{"name_en", e.name_en}, Field{"phone", e.phone}, Field{"address", e.address}}) {
            auto now = text(kept).value_or("");
            note(field, texts_[field], now);
            texts_[field] = std::move(now);
        }
        note("short_name", before_.short_name, e.short_name);
        note("division", registry::division_name(desk_, before_.division), registry::division_name(desk_, e.division));
        note("hours", before_.hours, e.hours);
        auto const seal = [&](bool has) { return api::say(desk_.language, has ? "document.yes" : "document.no"); };
        note("has_seal", seal(before_.has_seal), seal(e.has_seal));
        before_ = e;
        return true;
    }

    bool of_people(access::Page const& page, HistoryEntry& entry)
    {
        auto const who = Param{"person", registry::person_name(desk_, page.subject)};
        if (page.deed == "registry.person_registered") {
            // Who came from elsewhere was registered there; here the move tells of it.
            if (from_record<registry::PersonRegistered>(page.body).organisation != organisation_) return false;
        } else if (is<registry::PersonMoved>(page)) {
            auto const e = from_record<registry::PersonMoved>(page.body);
            if (e.to != organisation_) return false;
            entry.says = say(page.deed, {who, {"from", called(e.from)}});
            return true;
        } else if (page.deed != "registry.person_left") {
            return false;
        }
        entry.says = say(page.deed, {who});
        return true;
    }

    bool of_terms(access::Page const& page, HistoryEntry& entry)
    {
        using namespace committees;
        if (is<TermBegun>(page)) {
            auto const e = from_record<TermBegun>(page.body);
            entry.says = say(page.deed, {{"begins", iso(e.begins)}, {"ends", iso(last_day(e))}, {"n", std::to_string(e.seats.size())},
                                         {"electors", word("electors", e.elected_by)}});
        } else if (is<CompositionChanged>(page)) {
            auto const e = from_record<CompositionChanged>(page.body);
            entry.says = say(page.deed, {{"date", iso(e.from)}, {"n", std::to_string(e.seats.size())}, {"left", std::to_string(e.left.size())}});
            entry.reason = text(e.vacancy);
        } else if (is<NoticeSent>(page)) {
            entry.says = say(page.deed, {{"date", iso(from_record<NoticeSent>(page.body).on)}});
        } else if (is<TermClosed>(page)) {
            entry.says = say(page.deed, {{"date", iso(from_record<TermClosed>(page.body).on)}});
        } else {
            return false;
        }
        return true;
    }

    Desk& desk_;
    Key organisation_;
    registry::OrganisationChanged before_;
    std::map<std::string, std::string> texts_;
};

struct AskHistory {
    Key organisation{};
    std::optional<Key> cursor;  // pages before this one
};
BOOST_DESCRIBE_STRUCT(AskHistory, (), (organisation, cursor))

constexpr std::size_t entries_a_page = 40;

History history(Desk& desk, AskHistory const& ask)
{
    auto const one = registry::organisation(desk, ask.organisation);
    if (!access::may_in(desk.caller, Right::see_people, one.path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    Teller teller(desk, one.id);
    std::vector<HistoryEntry> all;
    for (auto const& page : pages(desk, one.id))
        if (auto entry = teller.tell(page)) all.push_back(std::move(*entry));
    std::reverse(all.begin(), all.end());
    if (ask.cursor) std::erase_if(all, [&](HistoryEntry const& entry) { return entry.page >= *ask.cursor; });
    History out;
    if (all.size() > entries_a_page) {
        all.resize(entries_a_page);
        out.cursor = all.back().page;
    }
    out.entries = std::move(all);
    return out;
}

}  // namespace

std::vector<api::Route> history_routes()
{
    using enum api::Verb;
    return {
        {get, "/organisations/{organisation}/history", Right::see_people, history,
         "What has become of an organisation, told from the pages of the ledger, newest first."},
    };
}

}  // namespace maple::app
