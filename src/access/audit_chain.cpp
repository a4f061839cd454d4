#include "access/audit_chain.hpp"
#include "access/journal.hpp"
#include "foundation/canonical_json.hpp"

namespace maple::access {
namespace {

constexpr std::string_view page_kind = "journal", sealed = "access.journal_sealed", swept = "access.journal_swept";

struct Place {
    std::int64_t n = 0;
    sql::Bytes hash;
};
BOOST_DESCRIBE_STRUCT(Place, (), (n, hash))

struct PageText {
    Key id{};
    std::string text;
};
BOOST_DESCRIBE_STRUCT(PageText, (), (id, text))

// A place of the chain with the entry that stands there. Words as they are in the table: one
// that nobody knows is a difference and not the end of the reading.
struct Linked {
    std::int64_t n = 0;
    sql::Bytes hash;
    std::optional<Key> id;
    std::optional<Instant> at;
    std::optional<Key> account, person;
    std::optional<std::string> roles, kind, subject_kind;
    std::optional<Key> subject;
    std::optional<std::string> outcome, deed, request, peer;
    std::optional<std::int64_t> times;
};
BOOST_DESCRIBE_STRUCT(Linked, (), (n, hash, id, at, account, person, roles, kind, subject_kind, subject, outcome, deed, request, peer, times))

Digest digest_in(sql::Bytes const& bytes) { return digest_from_bytes(bytes.data).value_or(Digest{}); }

ChainHead anchor(sql::Session& sql)
{
    auto const last = sql::one<Place>(sql, "SELECT n, hash FROM audit_anchor ORDER BY n DESC LIMIT 1");
    return last ? ChainHead{last->n, digest_in(last->hash)} : ChainHead{};
}

std::string text_of(AuditEntry const& entry, std::string_view kind, std::string_view outcome)
{
    json::object page{{"kind", kind}, {"outcome", outcome}};
    page["account"] = shown(entry.account);
    page["at"] = entry.at.us;
    page["deed"] = entry.deed;
    page["id"] = shown(entry.id);
    page["peer"] = entry.peer;
    page["person"] = shown(entry.person);
    page["request"] = entry.request;
    page["roles"] = entry.roles;
    page["subject"] = shown(entry.subject);
    page["subject_kind"] = entry.subject_kind;
    page["times"] = entry.times;
    return canonical_json(page);
}

Digest hash_after(Digest const& before, std::string const& text)
{
    std::string first(1, '\2');
    first += bytes_of(before);
    return sha256(first, text);
}

std::string text_of(Linked const& row)
{
    AuditEntry entry;
    entry.id = *row.id;
    entry.at = *row.at;
    entry.account = *row.account;
    entry.person = *row.person;
    entry.roles = *row.roles;
    entry.subject_kind = *row.subject_kind;
    entry.subject = *row.subject;
    entry.deed = *row.deed;
    entry.request = *row.request;
    entry.peer = *row.peer;
    entry.times = *row.times;
    return text_of(entry, *row.kind, *row.outcome);
}

class Check {
public:
    Check(sql::Session& sql, std::int64_t newest) : sql_(sql), newest_(newest) {}

    ChainFound run()
    {
        begin();
        links();
        seals();
        return std::move(found_);
    }

private:
    void fault(ChainFault what, std::int64_t n)
    {
        if (found_.breaks.size() < 100) found_.breaks.push_back({what, n});
    }

    void begin()
    {
        before_ = anchor(sql_);
        anchored_ = before_.n;
        found_.first = sql::cell<std::int64_t>(sql_, "SELECT min(n) FROM audit_link").value_or(0);
        found_.last = sql::cell<std::int64_t>(sql_, "SELECT max(n) FROM audit_link").value_or(before_.n);
        found_.unplaced = sql::cell<std::int64_t>(sql_, R"(
            SELECT count(*) FROM audit LEFT JOIN audit_link ON audit_link.entry = audit.id WHERE audit_link.entry IS NULL)").value_or(0);
        if (sql_.engine() == sql::Engine::sqlite && found_.unplaced != 0) fault(ChainFault::gap, found_.last + 1);
        if (newest_ == 0 || found_.last - newest_ <= before_.n) return;
        auto const last_trusted = sql::one<Place>(sql_, "SELECT n, hash FROM audit_link WHERE n <= $1 ORDER BY n DESC LIMIT 1", found_.last - newest_);
        if (last_trusted) before_ = {last_trusted->n, digest_in(last_trusted->hash)};
    }

    void links()
    {
        for (;;) {
            auto const rows = sql::all<Linked>(sql_, R"(
                SELECT audit_link.n AS n, audit_link.hash AS hash, audit.id AS id, audit.at AS at, audit.account AS account,
                       audit.person AS person, audit.roles AS roles, audit.kind AS kind, audit.subject_kind AS subject_kind,
                       audit.subject AS subject, audit.outcome AS outcome, audit.deed AS deed, audit.request AS request,
                       audit.peer AS peer, audit.times AS times
                  FROM audit_link LEFT JOIN audit ON audit.id = audit_link.entry
                 WHERE audit_link.n > $1 ORDER BY audit_link.n LIMIT 5000)", before_.n);
            for (auto const& row : rows) one(row);
            if (rows.empty()) break;
        }
        found_.head = before_.hash;
    }

    void one(Linked const& row)
    {
        ++found_.checked;
        bool const follows = row.n == before_.n + 1;
        if (!follows) fault(ChainFault::gap, before_.n + 1);
        if (!row.id) fault(ChainFault::missing, row.n);
        else if (follows && hash_after(before_.hash, text_of(row)) != digest_in(row.hash)) fault(ChainFault::changed, row.n);
        before_ = {row.n, digest_in(row.hash)};
    }

    // What the ledger remembers of the chain: nothing behind a seal was cut off or made anew.
    void seals()
    {
        auto const latest = sql::all<PageText>(sql_, "SELECT id, text FROM page WHERE kind = $1 ORDER BY id DESC LIMIT 50", page_kind);
        for (auto const& row : latest) {
            auto const seal = from_record<JournalSealed>(page_from(row.id, row.text).body);
            if (seal.n <= anchored_) continue;
            if (seal.n > found_.last) {
                fault(ChainFault::cut_off, found_.last + 1);
                continue;
            }
            auto const there = sql::cell<sql::Bytes>(sql_, "SELECT hash FROM audit_link WHERE n = $1", seal.n);
            if (!there || hex(digest_in(*there)) != seal.hash) fault(ChainFault::changed, seal.n);
        }
    }

    sql::Session& sql_;
    std::int64_t const newest_;
    std::int64_t anchored_ = 0;
    ChainHead before_;
    ChainFound found_;
};

void write_page(Desk& desk, std::string_view deed, ChainHead const& at)
{
    write_ledger(desk, {{page_kind, new_key(), 1, std::string(deed), desk.now, PageBody::of(JournalSealed{at.n, hex(at.hash)})}}, {});
}

}  // namespace

ChainHead chain_head(sql::Session& sql)
{
    auto const last = sql::one<Place>(sql, "SELECT n, hash FROM audit_link ORDER BY n DESC LIMIT 1");
    return last ? ChainHead{last->n, digest_in(last->hash)} : anchor(sql);
}

Digest next_hash(Digest const& before, AuditEntry const& entry)
{
    return hash_after(before, text_of(entry, boost::describe::enum_to_string(entry.kind, "?"), boost::describe::enum_to_string(entry.outcome, "?")));
}

ChainFound check_chain(sql::Session& sql, std::int64_t newest) { return Check(sql, newest).run(); }

void seal_journal(Desk& desk)
{
    auto const head = chain_head(desk.sql);
    if (head.n > 0) write_page(desk, sealed, head);
}

bool sweep_journal(Desk& desk, std::int64_t days)
{
    auto const oldest = sql::cell<Instant>(desk.sql, "SELECT at FROM audit ORDER BY at LIMIT 1");
    if (!oldest) return false;
    auto const day = date_in_beijing(*oldest);
    if (days_between(day, date_in_beijing(desk.real_now)) <= days) return false;
    // Up to the first entry of a later day: a chain loses its beginning, never a piece out of the middle.
    auto const later = sql::cell<std::int64_t>(desk.sql, R"(
        SELECT min(audit_link.n) FROM audit_link JOIN audit ON audit.id = audit_link.entry WHERE audit.at >= $1)", start_of(plus_days(day, 1)));
    auto const last = sql::one<Place>(desk.sql, "SELECT n, hash FROM audit_link WHERE n < $1 ORDER BY n DESC LIMIT 1",
                                      later.value_or(std::numeric_limits<std::int64_t>::max()));
    if (!last) return false;
    sql::change(desk.sql, "INSERT INTO audit_anchor (n, hash, day) VALUES ($1, $2, $3)", last->n, last->hash, day);
    sql::change(desk.sql, "DELETE FROM audit WHERE id IN (SELECT entry FROM audit_link WHERE n <= $1)", last->n);
    sql::change(desk.sql, "DELETE FROM audit_link WHERE n <= $1", last->n);
    write_page(desk, swept, {last->n, digest_in(last->hash)});
    audit(desk, AuditKind::journal_swept);
    return true;
}

}  // namespace maple::access
