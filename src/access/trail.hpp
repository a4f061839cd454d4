// The trail of readers: what was opened, printed or refused while nothing was written. It is
// kept in memory, bounded, and written to the audit journal within a second by the keeper;
// nobody who reads ever waits for it. What does not fit is counted, and the count is an entry.
#pragma once
#include "access/caller.hpp"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <unordered_map>

namespace maple::access {

// Facts in the past tense where the trade has one; every kind is explained to the auditor in
// words ("audit_kind.…", "audit_says.…").
enum class AuditKind {
    sign_in, sign_in_failed, sign_out, session_ended, password_set,
    second_factor_enrolled, second_factor_failed, second_factor_reset, recovery_code_used, recovery_codes_made,
    account_opened, account_invited, account_locked, account_unlocked, account_suspended, account_readmitted, account_expiry_set,
    role_granted, role_ended,
    exported, printed, revealed, handed_over, package_fetched, break_glass, policy_denied, file_opened,
    imported, backup, restored, key_rotated,
    journal_opened, journal_exported, journal_swept, entries_dropped,
};
BOOST_DESCRIBE_ENUM(AuditKind, sign_in, sign_in_failed, sign_out, session_ended, password_set, second_factor_enrolled,
                    second_factor_failed, second_factor_reset, recovery_code_used, recovery_codes_made, account_opened, account_invited,
                    account_locked, account_unlocked, account_suspended, account_readmitted, account_expiry_set, role_granted, role_ended,
                    exported, printed, revealed, handed_over, package_fetched, break_glass, policy_denied, file_opened, imported, backup, restored, key_rotated,
                    journal_opened, journal_exported, journal_swept, entries_dropped)

enum class Outcome { done, refused };
BOOST_DESCRIBE_ENUM(Outcome, done, refused)

// One entry, a row of the journal: keys, enumerations, moments; no name, text, code or number.
struct AuditEntry {
    Key id{};
    Instant at;
    Key account{}, person{};
    std::string roles;
    AuditKind kind{};
    std::string subject_kind;
    Key subject{};
    Outcome outcome{};
    std::string deed;
    std::string request;
    std::string peer;
    std::int64_t times = 1;
    bool operator==(AuditEntry const&) const = default;
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (), (id, at, account, person, roles, kind, subject_kind, subject, outcome, deed, request, peer, times))

class Trail {
public:
    // At most so many entries wait; more are counted and dropped.
    explicit Trail(std::size_t most = 10'000) : most_(most) {}

    // An entry like one that waits only raises its count. Who goes on looking at the same
    // file has opened it once (within `one_look`).
    void add(AuditEntry);
    // A session was used; told at most once a minute.
    void seen(Key session, Instant real_now);

    struct Taken {
        std::vector<AuditEntry> entries;
        std::map<Key, Instant> seen;
        std::int64_t dropped = 0;
        bool empty() const { return entries.empty() && seen.empty() && dropped == 0; }
    };
    Taken take();
    void put_back(Taken);  // the store had no room: next time

    // Waits until there is much to write, or the time is over, or an end is asked for.
    void wait(std::stop_token, std::chrono::milliseconds most);

private:
    bool is_the_same_look(AuditEntry const&);

    std::size_t const most_;
    std::mutex mutex_;
    std::condition_variable_any much_;
    Taken waiting_;
    std::unordered_map<std::string, std::size_t> places_;  // of waiting entries, by what makes them alike
    std::map<std::pair<Key, Key>, Instant> looks_;         // account and file
    std::map<Key, Instant> last_seen_;
};

}  // namespace maple::access
