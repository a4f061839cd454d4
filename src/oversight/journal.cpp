#include "oversight/journal.hpp"
#include "access/audit_chain.hpp"
#include "api/words.hpp"
#include "foundation/csv.hpp"
#include "oversight/entries.hpp"
#include "registry/roll.hpp"

namespace maple::oversight {
namespace {

using access::AuditKind;
using access::Right;

constexpr std::int64_t ordinary_page = 50, exported_at_most = 20'000, checked_at_once = 10'000;

// --- The entries ---------------------------------------------------------------------------

struct RoleHeld {
    std::string role, role_name;
};
BOOST_DESCRIBE_STRUCT(RoleHeld, (), (role, role_name))

struct EntryView {
    std::optional<std::int64_t> n;
    Key id{};
    Instant at;
    std::optional<Key> account;
    std::string username, person_name;       // "" for nobody, and for the program itself
    std::vector<RoleHeld> roles;
    AuditKind kind{};
    std::string kind_name;
    std::string subject_kind, subject_kind_name, subject_name;
    std::optional<Key> subject;
    access::Outcome outcome{};
    std::string outcome_name;
    std::string deed, request, peer;
    std::int64_t times = 0;
};
BOOST_DESCRIBE_STRUCT(EntryView, (), (n, id, at, account, username, person_name, roles, kind, kind_name, subject_kind, subject_kind_name,
                                      subject_name, subject, outcome, outcome_name, deed, request, peer, times))

struct AskEntries {
    std::optional<AuditKind> kind;
    std::optional<Text<0, 40>> username;
    std::optional<Key> subject;
    std::optional<access::Outcome> outcome;
    std::optional<Date> from, until;
    std::optional<Key> cursor;
    std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(AskEntries, (), (kind, username, subject, outcome, from, until, cursor, limit))

struct EntryList {
    Date from{}, until{};
    std::vector<EntryView> entries;
    std::optional<Key> cursor;               // ask again with it for the older ones
};
BOOST_DESCRIBE_STRUCT(EntryList, (), (from, until, entries, cursor))

Wanted wanted(AskEntries const& ask) { return {ask.kind, ask.username, ask.subject, ask.outcome, ask.from, ask.until}; }

std::string subject_word(Desk const& desk, std::string const& kind)
{
    auto const key = "audit_subject." + kind;
    return kind.empty() ? "" : api::can_say(desk.language, key) ? api::say(desk.language, key) : kind;
}

// Names of accounts as they are now, each looked up once.
class Who {
public:
    explicit Who(Desk& desk) : desk_(desk) {}

    std::string username(Key account)
    {
        if (!account) return "";
        auto const [place, fresh] = usernames_.try_emplace(account);
        if (fresh) place->second = sql::cell<std::string>(desk_.sql, "SELECT username FROM account WHERE id = $1", account).value_or("");
        return place->second;
    }
    std::string name(Key person) { return registry::person_name(desk_, person); }
    // What a subject is called where that is no word of a dispute.
    std::string subject(access::AuditEntry const& entry)
    {
        if (entry.subject_kind == "account") return username(entry.subject);
        if (entry.subject_kind != "organisation") return "";
        auto const known = registry::find_organisation(desk_, entry.subject);
        return known ? registry::called(desk_, *known) : "";
    }

private:
    Desk& desk_;
    std::map<Key, std::string> usernames_;
};

std::vector<RoleHeld> roles_in(Desk const& desk, std::string_view line)
{
    std::vector<RoleHeld> roles;
    while (!line.empty()) {
        auto const comma = line.find(',');
        std::string const role(line.substr(0, comma));
        roles.push_back({role, api::say(desk.language, "role." + role)});
        line = comma == line.npos ? std::string_view{} : line.substr(comma + 1);
    }
    return roles;
}

EntryView seen(Desk& desk, Who& who, Line const& line)
{
    auto const& e = line.entry;
    EntryView view;
    view.n = line.n;
    view.id = e.id;
    view.at = e.at;
    if (e.account) view.account = e.account;
    view.username = who.username(e.account);
    view.person_name = who.name(e.person);
    view.roles = roles_in(desk, e.roles);
    view.kind = e.kind;
    view.kind_name = api::word(desk.language, "audit_kind", e.kind);
    view.subject_kind = e.subject_kind;
    view.subject_kind_name = subject_word(desk, e.subject_kind);
    view.subject_name = who.subject(e);
    if (e.subject) view.subject = e.subject;
    view.outcome = e.outcome;
    view.outcome_name = api::word(desk.language, "audit_outcome", e.outcome);
    view.deed = e.deed;
    view.request = e.request;
    view.peer = e.peer;
    view.times = e.times;
    return view;
}

EntryList list(Desk& desk, AskEntries const& ask)
{
    Entries entries(desk, wanted(ask));
    access::leave_trace(desk, AuditKind::journal_opened);
    auto const limit = ask.limit ? ask.limit->n : ordinary_page;
    auto lines = entries.newest(ask.cursor, limit + 1);
    EntryList out{entries.from(), entries.until(), {}, {}};
    if (std::int64_t(lines.size()) > limit) {
        lines.pop_back();
        out.cursor = lines.back().entry.id;
    }
    Who who(desk);
    for (auto const& line : lines) out.entries.push_back(seen(desk, who, line));
    return out;
}

// --- Counts --------------------------------------------------------------------------------

struct KindCount {
    AuditKind kind{};
    std::string kind_name;
    std::int64_t times = 0;
};
BOOST_DESCRIBE_STRUCT(KindCount, (), (kind, kind_name, times))

struct DayView {
    Date day{};
    std::int64_t times = 0;
    std::vector<KindCount> kinds;
};
BOOST_DESCRIBE_STRUCT(DayView, (), (day, times, kinds))

struct DayList {
    Date from{}, until{};
    std::vector<DayView> days;               // the latest first; days without entries are left out
};
BOOST_DESCRIBE_STRUCT(DayList, (), (from, until, days))

DayList count_days(Desk& desk, Wanted const& ask)
{
    Entries entries(desk, ask);
    DayList out{entries.from(), entries.until(), {}};
    for (auto const& count : entries.by_day()) {
        Date const day{std::chrono::sys_days{std::chrono::days{count.day}}};
        if (out.days.empty() || out.days.back().day != day) out.days.push_back({day, 0, {}});
        out.days.back().times += count.times;
        out.days.back().kinds.push_back({count.kind, api::word(desk.language, "audit_kind", count.kind), count.times});
    }
    return out;
}

// --- What the kinds mean, and how the journal stands ---------------------------------------

struct KindView {
    AuditKind kind{};
    std::string name, says;
};
BOOST_DESCRIBE_STRUCT(KindView, (), (kind, name, says))

struct KindList {
    std::vector<KindView> kinds;
    std::int64_t kept_days = 0;
};
BOOST_DESCRIBE_STRUCT(KindList, (), (kinds, kept_days))

KindList list_kinds(Desk& desk, api::Nothing const&)
{
    KindList out;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<AuditKind>>([&](auto one) {
        out.kinds.push_back({one.value, api::word(desk.language, "audit_kind", one.value), api::word(desk.language, "audit_says", one.value)});
    });
    out.kept_days = desk.book().policy("audit_kept_days");
    return out;
}

struct BreakView {
    std::int64_t n = 0;
    access::ChainFault fault{};
    std::string says;
};
BOOST_DESCRIBE_STRUCT(BreakView, (), (n, fault, says))

struct ChainView {
    bool whole = false;
    std::int64_t first = 0, last = 0, checked = 0, unplaced = 0;
    std::string head;                        // hex
    std::vector<BreakView> breaks;
};
BOOST_DESCRIBE_STRUCT(ChainView, (), (whole, first, last, checked, unplaced, head, breaks))

ChainView check(Desk& desk, api::Nothing const&)
{
    auto const found = access::check_chain(desk.sql, checked_at_once);
    ChainView view{found.breaks.empty(), found.first, found.last, found.checked, found.unplaced, hex(found.head), {}};
    for (auto const& one : found.breaks)
        view.breaks.push_back({one.n, one.fault, api::say(desk.language, std::string("audit_fault.") + boost::describe::enum_to_string(one.fault, "?"),
                                                          {{"n", std::to_string(one.n)}})});
    return view;
}

// --- Export --------------------------------------------------------------------------------

struct Exported {
    Wanted wanted;
    std::string name;                        // of the file
    std::string csv;
    std::int64_t rows = 0;
    bool cut = false;                        // there are more than one file takes: ask for fewer days
};
BOOST_DESCRIBE_STRUCT(Exported, (), (wanted, name, csv, rows, cut))

// Keys, usernames and words of the program; no person's name leaves the house this way.
std::vector<std::string> cells_of(Desk& desk, Who& who, access::AuditEntry const& e, std::optional<std::int64_t> n)
{
    return {n ? std::to_string(*n) : "", iso(e.at), e.account ? shown(e.account) : "", who.username(e.account), e.roles,
            boost::describe::enum_to_string(e.kind, "?"), api::word(desk.language, "audit_kind", e.kind), e.subject_kind, e.subject ? shown(e.subject) : "",
            boost::describe::enum_to_string(e.outcome, "?"), e.deed, e.request, e.peer, std::to_string(e.times)};
}

void complete(Desk& desk, Exported& out)
{
    Entries entries(desk, out.wanted);
    auto lines = entries.newest({}, exported_at_most + 1);
    out.cut = std::int64_t(lines.size()) > exported_at_most;
    if (out.cut) lines.pop_back();
    out.rows = std::int64_t(lines.size());
    out.name = "audit-" + iso(entries.from()) + "-" + iso(entries.until()) + ".csv";
    std::vector<std::string> head;
    for (auto const* column : {"n", "at", "account", "username", "roles", "kind", "kind_name", "subject_kind", "subject", "outcome", "deed",
                               "request", "peer", "times"})
        head.push_back(api::say(desk.language, std::string("audit_column.") + column));
    out.csv = "\xEF\xBB\xBF" + csv_line(head, true);
    Who who(desk);
    for (auto const& line : lines) out.csv += csv_line(cells_of(desk, who, line.entry, line.n), true);
}

Exported take_out(Desk& desk, Wanted const& ask)
{
    Entries const checked(desk, ask);  // refuses what cannot be asked
    access::audit(desk, AuditKind::journal_exported);
    Exported slip;
    slip.wanted = ask;
    slip.wanted.from = checked.from();
    slip.wanted.until = checked.until();
    return slip;
}

}  // namespace

api::Room journal_room()
{
    using enum api::Verb;
    return {"audit",
            {
                {get, "/audit", Right::audit, list, "The audit journal, the newest entries first; reading it leaves an entry, too."},
                {get, "/audit/days", Right::audit, count_days, "How many entries of each kind there are a day."},
                {get, "/audit/kinds", Right::audit, list_kinds, "What each kind of entry means."},
                {get, "/audit/chain", Right::audit, check, "Whether the newest entries are still what was written: numbers and hashes."},
                {post, "/audit/exports", Right::audit, take_out, "The entries as a CSV file; the export is an entry itself."},
            }};
}

}  // namespace maple::oversight
