// The file of a dispute on the desk: opened under the policy, written on by events, put
// back once. Putting it back writes the pages, the texts beside them and the row in the open
// transaction; two writers with the same version meet here and the second is refused.
#pragma once
#include "access/journal.hpp"
#include "calendar/bookings.hpp"
#include "dispute/calls.hpp"
#include "dispute/conferences.hpp"
#include "dispute/life.hpp"
#include "dispute/receipts.hpp"
#include "registry/standing.hpp"

namespace maple::dispute {

// How far a client's clock may run ahead of ours; what it sends then happens now.
inline constexpr std::int64_t clock_slack = 300;  // seconds

class File {
public:
    // A dispute that begins now; its first event must be recorded before it is put back.
    static File begin(Desk&, Key id);
    // Refuses: dispute.unknown (404, also when the reader may not know of it), not_allowed
    // (403), stale (412) when the asker saw another version.
    static File open(Desk&, Key id, access::Right needs);
    // For the program itself and for side doors that have their own policy (a receipt code,
    // an agency's referral): no policy is asked here.
    static File open_unasked(Desk&, Key id);

    Dispute const& operator*() const { return dispute_; }
    Dispute const* operator->() const { return &dispute_; }
    Desk& desk() const { return *desk_; }

    // Keeps a text beside the pages; the empty text is no text.
    Kept keep(std::string_view label, std::string_view text, access::Secrecy = access::Secrecy::open);

    // Keeps what one party said alone, in that party's compartment.
    Kept keep_apart(Key party, std::string_view label, std::string_view text);

    // Keeps the keyed hash of a party's identity number beside the row: it can be asked for
    // equality by who holds the number already (src/privacy), and never be read.
    void identify(Key party, std::string_view identity_number);

    // A receipt code for each party, handed out when the file is put back; the event that brings
    // the parties tells of them.
    std::vector<CodeGiven> give_codes(std::vector<Party> const&);
    // The codes themselves, to be shown this once.
    std::vector<ReceiptCode> const& codes() const { return codes_; }

    // Writes an event: the stage must permit the deed. `happened` is now unless told.
    template <class E> void record(E const& event, std::optional<Instant> happened = {})
    {
        permitted(dispute_, E::deed).value();
        apply(event, happened.value_or(desk_->now));
    }
    // The same for an event that may stand at any stage (the first one, an imported one).
    template <class E> void record_first(E const& event, std::optional<Instant> happened = {})
    {
        apply(event, happened.value_or(desk_->now));
    }

    // Puts the file back and sets the answer's ETag.
    Dispute const& put_back();

private:
    File(Desk& desk, Dispute dispute, std::string parties)
        : desk_(&desk), dispute_(std::move(dispute)), read_version_(dispute_.version), parties_(std::move(parties)), calls_(call_rows(dispute_, desk.book())),
          conferences_(conference_rows(dispute_)), bookings_(bookings(dispute_))
    {}

    template <class E> void apply(E const& event, Instant happened)
    {
        happened = checked_time(happened);
        evolve(dispute_, event, Moment{happened, desk_->now, desk_->caller.person, desk_->caller.account});
        note(std::string(E::deed), happened, access::PageBody::of(event));
    }
    Instant checked_time(Instant happened) const;
    void note(std::string deed, Instant happened, access::PageBody body);
    std::string line_of_names() const;
    void leave_to_remember(std::size_t written) const;

    Desk* desk_;
    Dispute dispute_;
    std::int64_t read_version_;
    std::string parties_;  // the line of names as it was read
    std::vector<access::PageToWrite> pages_;
    std::vector<access::WordsToKeep> words_;
    std::vector<std::pair<Key, std::string>> identities_;  // party, blind
    std::vector<ReceiptCode> codes_;
    std::vector<ReceiptRow> receipts_;
    std::vector<CallRow> calls_;  // as they were read
    ConferenceRows conferences_;  // as they were read
    std::vector<calendar::Booking> bookings_;  // likewise
};

// How an identity number is hashed for the index.
std::string blind_of(Vault const&, std::string_view identity_number);

// Reading only. Refuses like File::open.
Dispute read_dispute(Desk&, Key id, access::Right needs = access::Right::read_dispute);
Dispute read_unasked(Desk&, Key id);
// The same without a copy, for who only looks.
std::shared_ptr<Dispute const> shared_dispute(Desk&, Key id, access::Right needs = access::Right::read_dispute);
std::shared_ptr<Dispute const> shared_unasked(Desk&, Key id);
// One that a form names; nothing when it is not there for this reader.
std::optional<Dispute> find_dispute(Desk&, Key id, access::Right needs = access::Right::read_dispute);

// Organisations move, and who stands above them changes: a page keeps the path of its time, a
// row the one of today, and the scopes of a dispute that is open are what the registry says.
Dispute from_state(Desk&, std::string_view state);
void refresh_scopes(Desk&, Dispute&);
void move_scopes(Desk&, registry::PathChange const&);  // of all rows
std::string state_of(Dispute);                         // how a row keeps the whole of it: without scopes

// What every event does after its own `evolve`: version, stage, since when.
void settle(Dispute&, Instant happened);

// The columns of the row that are read off the dispute; the same on writing and in `verify`.
struct Row {
    Key id{};
    std::int64_t version = 0;
    Stage stage{};
    std::string kind;
    Source source{};
    std::optional<Grade> grade;
    std::string number;
    std::string parties;
    bool discreet = false;
    std::string place;
    bool historical = false;
    std::optional<std::string> office_key;
    Key desk{};
    std::string desk_scope;
    Key organisation{};
    std::string scope;
    std::optional<std::string> sent_scope;
    std::optional<Key> person;
    std::optional<Key> mediator;
    std::string mediators;
    std::optional<std::string> next_action;
    std::optional<Instant> due_at;
    std::optional<Key> referral;
    std::optional<Key> original;
    Instant requested_at;
    std::optional<Instant> accepted_at;
    std::optional<Instant> concluded_at;
    std::optional<std::string> concluded_in;
    std::optional<Instant> archived_at;
    std::optional<Level> first_level;
    std::optional<Level> settled_level;
    std::optional<std::string> outcome;
    bool agreed = false;
    std::int64_t people = 0;
    std::optional<Fen> amount;
    std::optional<Instant> legal_due_at;
    bool concluded_late = false;
    std::optional<Date> promises_due;
    std::optional<bool> promises_kept;
    std::optional<Date> visit_due;
    std::optional<Instant> visited_at;
    bool visited_late = false;
    std::int64_t satisfied = 0;
    std::int64_t answered = 0;
    std::optional<Key> registrar;
    std::optional<Instant> glass_at;
    std::optional<Instant> restricted_at;
    std::optional<Key> team;
    std::string apprentices;
    std::string guests;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, version, stage, kind, source, grade, number, parties, discreet, place, historical,
                                office_key, desk, desk_scope, organisation, scope, sent_scope, person, mediator, mediators,
                                next_action, due_at, referral, original, requested_at, accepted_at, concluded_at,
                                concluded_in, archived_at, first_level, settled_level, outcome, agreed, people, amount,
                                legal_due_at, concluded_late, promises_due, promises_kept, visit_due, visited_at,
                                visited_late, satisfied, answered, registrar, glass_at, restricted_at,
                                team, apprentices, guests, state))

// `recorded` is the time of the last page: what is due is computed as of then.
Row row_of(Dispute const&, law::Book const&, Instant recorded);
std::string parties_line(Dispute const&);  // "李秀兰、王芳 / 张建国"; needs names filled in
std::string number_of(Dispute const&);     // the one that people quote; "" before acceptance
// What an imported row is known by when the same ledger comes again.
std::string office_key(Key organisation, Date accepted, std::string_view office_number);

}  // namespace maple::dispute
