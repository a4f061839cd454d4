#include "access/audit.hpp"
#include "access/audit_chain.hpp"
#include "storage/insert.hpp"

namespace maple::access {
namespace {

std::string deed_of(Desk const& desk, AuditMore const& more)
{
    if (!more.deed.empty()) return std::string(more.deed);
    if (desk.route.empty()) return "";
    return std::string(desk.verb) + " " + std::string(desk.route);
}


void link(sql::Session& sql, std::vector<AuditEntry> const& entries)
{
    auto head = chain_head(sql);
    std::vector<sql::Statement> statements;
    for (auto const& entry : entries) {
        head = {head.n + 1, next_hash(head.hash, entry)};
        statements.push_back({"INSERT INTO audit_link (n, entry, hash) VALUES ($1, $2, $3)", {head.n, entry.id.n, sql::Bytes{bytes_of(head.hash)}}});
    }
    sql.batch(statements);
}

}  // namespace

std::string_view subject_of(AuditKind kind)
{
    switch (kind) {
    case AuditKind::sign_in:
    case AuditKind::sign_in_failed:
    case AuditKind::sign_out:
    case AuditKind::session_ended:
    case AuditKind::password_set:
    case AuditKind::second_factor_enrolled:
    case AuditKind::second_factor_failed:
    case AuditKind::second_factor_reset:
    case AuditKind::recovery_code_used:
    case AuditKind::recovery_codes_made:
    case AuditKind::account_opened:
    case AuditKind::account_invited:
    case AuditKind::account_locked:
    case AuditKind::account_unlocked:
    case AuditKind::account_suspended:
    case AuditKind::account_readmitted:
    case AuditKind::account_expiry_set:
    case AuditKind::role_granted:
    case AuditKind::role_ended: return "account";
    case AuditKind::printed:
    case AuditKind::revealed:
    case AuditKind::handed_over:
    case AuditKind::package_fetched:
    case AuditKind::break_glass:
    case AuditKind::file_opened: return "dispute";
    default: return "";
    }
}

std::string roles_of(Caller const& caller)
{
    std::set<Role> held;
    for (auto const& grant : caller.grants) held.insert(grant.role);
    std::string line;
    for (auto const role : held) line += (line.empty() ? "" : ",") + std::string(boost::describe::enum_to_string(role, "?"));
    return line;
}

AuditEntry entry_of(Desk const& desk, AuditKind kind, Key subject, AuditMore const& more)
{
    AuditEntry entry;
    entry.id = new_key();
    entry.at = desk.real_now;
    entry.account = desk.caller.account;
    entry.person = desk.caller.person;
    entry.roles = roles_of(desk.caller);
    entry.kind = kind;
    if (subject) entry.subject_kind = more.subject_kind.empty() ? subject_of(kind) : more.subject_kind;
    entry.subject = subject;
    entry.outcome = more.outcome;
    entry.deed = deed_of(desk, more);
    entry.request = desk.request;
    entry.peer = desk.peer;
    return entry;
}

void audit(Desk& desk, AuditKind kind, Key subject, AuditMore more) { write_entries(desk.sql, {entry_of(desk, kind, subject, more)}); }

void leave_trace(Desk const& desk, AuditKind kind, Key subject, AuditMore more) { desk.house.trail->add(entry_of(desk, kind, subject, more)); }

void write_entries(sql::Session& sql, std::vector<AuditEntry> const& entries)
{
    if (entries.empty()) return;
    std::vector<sql::Statement> statements;
    for (auto const& entry : entries) statements.push_back(sql::insertion("audit", entry));
    sql.batch(statements);
    if (sql.engine() == sql::Engine::sqlite) link(sql, entries);
}

int place_entries(sql::Session& sql)
{
    auto const entries = sql::all<AuditEntry>(sql, R"(
        SELECT audit.* FROM audit LEFT JOIN audit_link ON audit_link.entry = audit.id
         WHERE audit_link.entry IS NULL ORDER BY audit.id LIMIT 5000)");
    if (!entries.empty()) link(sql, entries);
    return int(entries.size());
}

void write_trail(sql::Store& store, Trail& trail, Instant real_now)
{
    auto taken = trail.take();
    if (taken.empty()) return;
    auto entries = taken.entries;
    if (taken.dropped) {
        AuditEntry lost;
        lost.id = new_key();
        lost.at = real_now;
        lost.kind = AuditKind::entries_dropped;
        lost.times = taken.dropped;
        entries.push_back(std::move(lost));
    }
    std::vector<sql::Statement> seen;
    for (auto const& [session, at] : taken.seen) seen.push_back({"UPDATE sign_in SET seen_at = $2 WHERE id = $1", {session.n, at.us}});
    try {
        sql::write_now(store, [&](sql::Session& sql) {
            write_entries(sql, entries);
            sql.batch(seen);
        });
    } catch (...) {
        trail.put_back(std::move(taken));
        throw;
    }
}

}  // namespace maple::access
