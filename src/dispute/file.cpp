#include "dispute/file.hpp"
#include "dispute/story.hpp"
#include "registry/edition.hpp"
#include "registry/roll.hpp"
#include "storage/insert.hpp"

#include <algorithm>

namespace maple::dispute {
namespace {

struct Found {
    std::shared_ptr<Dispute const> dispute;
    std::string parties;  // the line of names that lists show
};

struct VersionRow {
    std::int64_t version = 0;
    std::string parties;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (version, parties))

// The scopes in it are those of an edition of the roll.
ShelfName name_of(Key id, std::int64_t version, std::int64_t roll) { return ShelfName("dispute") << id.n << version << roll; }

// For a version that is committed. `written` is the length of its record, of which it takes a
// few times as much in memory.
void remember(Shelf& shelf, ShelfName const& name, std::shared_ptr<Dispute const> const& dispute, std::size_t written)
{
    shelf.keep<Dispute>(name, dispute, sizeof(Dispute) + 4 * written);
}

// What a dispute is at a version never changes once that version is committed, so it is read
// off its record once. Which version it has is asked every time.
std::optional<Found> find(Desk& desk, Key id)
{
    auto row = sql::one<VersionRow>(desk.sql, "SELECT version, parties FROM dispute WHERE id = $1", id);
    if (!row) return std::nullopt;
    auto const name = name_of(id, row->version, access::editions(desk).roll);
    if (auto known = desk.house.shelf->find<Dispute>(name)) return Found{std::move(known), std::move(row->parties)};
    auto const state = sql::cell<std::string>(desk.sql, "SELECT state FROM dispute WHERE id = $1 AND version = $2", id, row->version);
    if (!state) throw sql::TryAgain("a dispute changed between two looks at it");  // PostgreSQL, while writing
    auto dispute = std::make_shared<Dispute const>(from_state(desk, *state));
    if (desk.sql.snapshot()) remember(*desk.house.shelf, name, dispute, state->size());
    return Found{std::move(dispute), std::move(row->parties)};
}

Refusal unknown() { return refuse(Because::not_found, "dispute.unknown"); }

Found known(std::optional<Found> found)
{
    if (!found) throw Refused(unknown());
    return std::move(*found);
}

// Another town's dispute does not exist for this reader; one that he sees but may not
// change is refused openly.
Found judged(Desk& desk, Found found, access::Right needs)
{
    auto const matter = matter_of(*found.dispute, desk.now);
    if (access::may(desk.caller, needs, matter)) return found;
    if (access::may(desk.caller, access::Right::read_dispute, matter)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    throw Refused(hidden(unknown()));
}

// If-Match names the version that the asker saw.
void must_be_as_seen(Desk const& desk, Dispute const& d)
{
    if (desk.if_match && *desk.if_match != d.version)
        throw Refused(refuse(Because::stale, "stale", {{"seen", std::to_string(*desk.if_match)}, {"now", std::to_string(d.version)}}));
}

// Programs before this one kept of a risk its first report alone, and without who took it.
bool lacks_reports(Dispute const& d)
{
    return std::any_of(d.risks.begin(), d.risks.end(), [](Risk const& r) { return r.reported_at && r.reports.empty(); });
}

}  // namespace

Dispute from_state(Desk& desk, std::string_view state)
{
    auto d = from_record<Dispute>(state);
    if (lacks_reports(d)) d = as_it_was(desk.sql, d.id, d.version);
    refresh_scopes(desk, d);
    return d;
}

void refresh_scopes(Desk& desk, Dispute& d)
{
    for (auto& turn : d.handlings)
        if (auto const office = registry::find_organisation(desk, turn.organisation)) turn.scope = office->path;
    for (auto& call : d.room.calls)
        if (auto const office = registry::find_organisation(desk, call.organisation)) call.scope = office->path;
}

void move_scopes(Desk& desk, registry::PathChange const& change)
{
    for (auto const column : {"scope", "desk_scope", "sent_scope"}) registry::rewrite_paths(desk, "dispute", column, change);
    registry::rewrite_paths(desk, "joint_call", "scope", change);
}

File File::begin(Desk& desk, Key id)
{
    Dispute fresh;
    fresh.id = id;
    return {desk, std::move(fresh), {}};
}

File File::open(Desk& desk, Key id, access::Right needs)
{
    auto found = judged(desk, known(find(desk, id)), needs);
    must_be_as_seen(desk, *found.dispute);
    return {desk, *found.dispute, std::move(found.parties)};
}

File File::open_unasked(Desk& desk, Key id)
{
    auto found = known(find(desk, id));
    return {desk, *found.dispute, std::move(found.parties)};
}

Kept File::keep(std::string_view label, std::string_view text, access::Secrecy secrecy)
{
    words_.reserve(16);  // of a request; moving them again and again is a fiftieth of taking one in
    words_.push_back(access::prepare_words(dispute_.id, label, text, secrecy));
    return words_.back().kept;
}

Kept File::keep_apart(Key party, std::string_view label, std::string_view text)
{
    auto words = access::prepare_words(dispute_.id, label, text, access::Secrecy::sealed);
    if (words.kept) words.compartment = access::compartment_of(*desk_, dispute_.id, party);
    words_.push_back(std::move(words));
    return words_.back().kept;
}

std::string blind_of(Vault const& vault, std::string_view identity_number) { return vault.blind("identity/" + std::string(identity_number)); }

void File::identify(Key party, std::string_view identity_number)
{
    if (!identity_number.empty()) identities_.emplace_back(party, blind_of(desk_->house.vault, identity_number));
}

Instant File::checked_time(Instant happened) const
{
    if (happened > plus_seconds(desk_->now, clock_slack))
        throw Refused(refuse_field("/happened_at", "in_the_future"));
    if (dispute_.version > 0 && !dispute_.historical && happened < dispute_.started_at)
        throw Refused(refuse_field("/happened_at", "before_the_request"));
    return std::min(happened, desk_->now);
}

std::vector<CodeGiven> File::give_codes(std::vector<Party> const& parties)
{
    std::vector<CodeGiven> given;
    for (auto const& party : parties) {
        auto fresh = fresh_code(*desk_, dispute_.id, party.id, party.language);
        codes_.push_back({party.id, party.side, std::move(fresh.code)});
        receipts_.push_back(std::move(fresh.row));
        given.push_back({party.id, party.language, mark_of(receipts_.back().code_blind)});
    }
    return given;
}

void File::note(std::string deed, Instant happened, access::PageBody body)
{
    settle(dispute_, happened);
    pages_.push_back({"dispute", dispute_.id, dispute_.version, std::move(deed), happened, std::move(body)});
}

// Names are only at hand for parties that were just written.
std::string File::line_of_names() const
{
    auto const fresh = [](Party const& p) { return p.name.text.has_value(); };
    if (std::none_of(dispute_.parties.begin(), dispute_.parties.end(), fresh)) return parties_;
    auto const words = access::words_of(desk_->sql, desk_->house.vault, dispute_.id, false, false);
    auto named = dispute_;
    for (auto& p : named.parties)
        if (!p.name.text)
            if (auto const known = words.find(p.name.id.n); known != words.end()) p.name.text = known->second;
    return parties_line(named);
}

Dispute const& File::put_back()
{
    auto row = row_of(dispute_, desk_->book(), desk_->now);
    auto const written = row.state.size();
    if (read_version_ == 0) {
        sql::insert(desk_->sql, "dispute", std::move(row));
    } else {
        row.parties = line_of_names();
        if (sql::update(desk_->sql, "dispute", std::move(row), "id = $1 AND version = $2", dispute_.id, read_version_) != 1)
            throw Refused(refuse(Because::stale, "stale", {{"seen", std::to_string(read_version_)}, {"now", "?"}}));
    }
    if (auto rows = call_rows(dispute_, desk_->book()); rows != calls_) {
        write_calls(desk_->sql, dispute_.id, rows);
        calls_ = std::move(rows);
    }
    if (auto rows = conference_rows(dispute_); rows != conferences_) {
        write_conferences(desk_->sql, dispute_.id, rows);
        conferences_ = std::move(rows);
    }
    registry::must_be_current(*desk_);
    for (auto const& receipt : receipts_) sql::insert(desk_->sql, "receipt", receipt);
    receipts_.clear();
    access::write_ledger(*desk_, pages_, words_);
    for (auto const& [party, blind] : identities_)
        sql::change(desk_->sql, "INSERT INTO identity (party, dispute, blind) VALUES ($1, $2, $3)", party, dispute_.id, blind);
    if (auto now = bookings(dispute_); now != bookings_ || !identities_.empty()) {
        calendar::write_bookings(desk_->sql, dispute_.id, bookings_, now);
        bookings_ = std::move(now);
    }
    pages_.clear();
    words_.clear();
    identities_.clear();
    read_version_ = dispute_.version;
    desk_->etag = dispute_.version;
    if (desk_->when_durable) leave_to_remember(written);
    return dispute_;
}

// Texts are each reader's own and are not remembered.
void File::leave_to_remember(std::size_t written) const
{
    auto const copy = std::make_shared<Dispute>(dispute_);
    each_kept(*copy, [](auto& kept) { kept.text.reset(); });
    refresh_scopes(*desk_, *copy);
    auto const name = name_of(copy->id, copy->version, access::editions(*desk_).roll);
    desk_->when_durable->push_back([shelf = desk_->house.shelf, name, copy, written] { remember(*shelf, name, copy, written); });
}

std::shared_ptr<Dispute const> shared_dispute(Desk& desk, Key id, access::Right needs)
{
    return judged(desk, known(find(desk, id)), needs).dispute;
}

std::optional<Dispute> find_dispute(Desk& desk, Key id, access::Right needs)
{
    auto const found = find(desk, id);
    if (!found || !access::may(desk.caller, needs, matter_of(*found->dispute, desk.now))) return std::nullopt;
    return *found->dispute;
}

std::shared_ptr<Dispute const> shared_unasked(Desk& desk, Key id) { return known(find(desk, id)).dispute; }

Dispute read_dispute(Desk& desk, Key id, access::Right needs)
{
    auto const found = shared_dispute(desk, id, needs);
    if (desk.verb != "GET") must_be_as_seen(desk, *found);  // what changes something beside the file, like a party's code
    return *found;
}

Dispute read_unasked(Desk& desk, Key id) { return *shared_unasked(desk, id); }

void settle(Dispute& d, Instant happened)
{
    ++d.version;
    auto const stage = stage_of(d);
    if (stage != d.stage || d.version == 1) {
        d.stage = stage;
        d.stage_since = happened;
    }
}

}  // namespace maple::dispute
