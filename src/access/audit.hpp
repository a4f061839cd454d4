// The pen of the audit journal (Cybersecurity Law art. 21; GB/T 22239-2019, 8.1.4.3): who
// signed in, was refused, exported, printed, revealed, granted. The ledger tells what
// happened to a thing; the journal tells who was at the doors. Only the auditor reads it.
//
// Each entry has a number and a hash chained to the one before:
//     hash(n) = SHA-256(0x02 | hash(n-1) | entry as canonical JSON), hash(0) = 32 zero bytes.
#pragma once
#include "access/desk.hpp"
#include "storage/store.hpp"

namespace maple::access {

struct AuditMore {
    std::string_view subject_kind = {};  // as the kind usually has it, when empty
    Outcome outcome = Outcome::done;
    std::string_view deed = {};          // the request's own route, when empty; a word of the program
};

// Of a change: written in the deed's own transaction, there or not there together with it.
void audit(Desk&, AuditKind, Key subject = {}, AuditMore = {});
// Of what is read or refused: left in memory, in the journal within a second.
void leave_trace(Desk const&, AuditKind, Key subject = {}, AuditMore = {});

// What a subject of this kind of entry usually is: "account", "dispute", "".
std::string_view subject_of(AuditKind);
std::string roles_of(Caller const&);  // "desk_clerk,mediator": each once, in the order of the enumeration
AuditEntry entry_of(Desk const&, AuditKind, Key subject = {}, AuditMore const& = {});

// Writes entries; on SQLite each gets its place in the chain at once.
void write_entries(sql::Session&, std::vector<AuditEntry> const&);
// On PostgreSQL committed entries get their place here, one sequencer at a time. Returns how many.
int place_entries(sql::Session&);
// Empties the trail of readers into the journal, in one transaction; what the store had no
// room for stays in the trail, and the trouble is thrown.
void write_trail(sql::Store&, Trail&, Instant real_now);

}  // namespace maple::access
