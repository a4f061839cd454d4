#include "dispute/file.hpp"
#include "storage/insert.hpp"

namespace maple::dispute {
namespace {

constexpr std::int64_t clock_slack = 300;  // seconds that a client's clock may run ahead

struct Found {
    std::shared_ptr<Dispute const> dispute;
    std::string parties;  // the line of names that lists show
};

struct VersionRow {
    std::int64_t version = 0;
    std::string parties;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (version, parties))

ShelfName name_of(Key id, std::int64_t version) { return ShelfName("dispute") << id.n << version; }

// For a version that is committed. Texts are each reader's own and are not remembered.
void remember(Shelf& shelf, std::shared_ptr<Dispute> const& dispute)
{
    std::size_t bytes = sizeof(Dispute);
    each_kept(*dispute, [&](auto& kept) {
        kept.text.reset();
        bytes += 2 * (sizeof kept + kept.hash.size());  // and what lies around it, about
    });
    shelf.keep<Dispute>(name_of(dispute->id, dispute->version), dispute, bytes);
}

// What a dispute is at a version never changes once that version is committed, so it is read
// off its record once. Which version it has is asked every time.
std::optional<Found> find(Desk& desk, Key id)
{
    auto row = sql::one<VersionRow>(desk.sql, "SELECT version, parties FROM dispute WHERE id = $1", id);
    if (!row) return std::nullopt;
    if (auto known = desk.house.shelf->find<Dispute>(name_of(id, row->version))) return Found{std::move(known), std::move(row->parties)};
    auto const state = sql::cell<std::string>(desk.sql, "SELECT state FROM dispute WHERE id = $1 AND version = $2", id, row->version);
    if (!state) throw sql::TryAgain("a dispute changed between two looks at it");  // PostgreSQL, while writing
    auto dispute = std::make_shared<Dispute>(from_record<Dispute>(*state));
    if (desk.sql.snapshot()) remember(*desk.house.shelf, dispute);
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

}  // namespace

File File::begin(Desk& desk, Key id)
{
    Dispute fresh;
    fresh.id = id;
    return {desk, std::move(fresh), {}};
}

File File::open(Desk& desk, Key id, access::Right needs)
{
    auto found = judged(desk, known(find(desk, id)), needs);
    File file{desk, *found.dispute, std::move(found.parties)};
    if (desk.if_match && *desk.if_match != file->version)
        throw Refused(refuse(Because::stale, "stale", {{"seen", std::to_string(*desk.if_match)}, {"now", std::to_string(file->version)}}));
    return file;
}

File File::open_unasked(Desk& desk, Key id)
{
    auto found = known(find(desk, id));
    return {desk, *found.dispute, std::move(found.parties)};
}

Kept File::keep(std::string_view label, std::string_view text, access::Secrecy secrecy)
{
    words_.push_back(access::prepare_words(dispute_->id, label, text, secrecy));
    return words_.back().kept;
}

std::string blind_of(Vault const& vault, std::string_view identity_number) { return vault.blind("identity/" + std::string(identity_number)); }

void File::identify(Key party, std::string_view identity_number)
{
    if (!identity_number.empty()) identities_.emplace_back(party, blind_of(desk_->house.vault, identity_number));
}

void File::check_time(Instant happened) const
{
    if (happened > plus_seconds(desk_->now, clock_slack))
        throw Refused(refuse_field("/happened_at", "in_the_future"));
    if (dispute_->version > 0 && !dispute_->historical && happened < dispute_->started_at)
        throw Refused(refuse_field("/happened_at", "before_the_request"));
}

void File::note(std::string deed, Instant happened, access::PageBody body)
{
    settle(*dispute_, happened);
    pages_.push_back({"dispute", dispute_->id, dispute_->version, std::move(deed), happened, std::move(body)});
}

// Names are only at hand for parties that were just written.
std::string File::line_of_names() const
{
    auto const fresh = [](Party const& p) { return p.name.text.has_value(); };
    if (std::none_of(dispute_->parties.begin(), dispute_->parties.end(), fresh)) return parties_;
    auto const words = access::words_of(desk_->sql, desk_->house.vault, dispute_->id, false, false);
    auto named = *dispute_;
    for (auto& p : named.parties)
        if (!p.name.text)
            if (auto const known = words.find(p.name.id.n); known != words.end()) p.name.text = known->second;
    return parties_line(named);
}

Dispute const& File::put_back()
{
    auto row = row_of(*dispute_, desk_->book(), desk_->now);
    if (read_version_ == 0) {
        sql::insert(desk_->sql, "dispute", std::move(row));
    } else {
        row.parties = line_of_names();
        if (sql::update(desk_->sql, "dispute", std::move(row), "id = $1 AND version = $2", dispute_->id, read_version_) != 1)
            throw Refused(refuse(Because::stale, "stale", {{"seen", std::to_string(read_version_)}, {"now", "?"}}));
    }
    access::write_ledger(*desk_, pages_, words_);
    for (auto const& [party, blind] : identities_)
        sql::change(desk_->sql, "INSERT INTO identity (party, dispute, blind) VALUES ($1, $2, $3)", party, dispute_->id, blind);
    pages_.clear();
    words_.clear();
    identities_.clear();
    read_version_ = dispute_->version;
    desk_->etag = dispute_->version;
    if (desk_->when_durable)
        desk_->when_durable->push_back([shelf = desk_->house.shelf, dispute = dispute_] { remember(*shelf, dispute); });
    return *dispute_;
}

std::shared_ptr<Dispute const> shared_dispute(Desk& desk, Key id, access::Right needs)
{
    auto dispute = judged(desk, known(find(desk, id)), needs).dispute;
    desk.etag = dispute->version;
    return dispute;
}

std::shared_ptr<Dispute const> shared_unasked(Desk& desk, Key id) { return known(find(desk, id)).dispute; }

Dispute read_dispute(Desk& desk, Key id, access::Right needs) { return *shared_dispute(desk, id, needs); }

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
