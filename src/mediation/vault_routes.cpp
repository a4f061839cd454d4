#include "dispute/view.hpp"
#include "foundation/money.hpp"
#include "mediation/rooms.hpp"
#include "mediation/vault_rules.hpp"

namespace maple::mediation {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

struct NameIssue {
    Key dispute{};
    Line title;
};
BOOST_DESCRIBE_STRUCT(NameIssue, (), (dispute, title))

FileView issue_named(Desk& desk, NameIssue const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    dispute::Issue issue{new_key(), file.keep("issue.title", ask.title.str())};
    file.record(name_issue(*file, std::move(issue)).value());
    return done(file);
}

struct NoteInVault {
    Key dispute{};
    Key party{};
    dispute::VaultKind kind{};
    std::optional<Key> issue;
    Narrative words;
    std::optional<Fen> amount;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(NoteInVault, (), (dispute, party, kind, issue, words, amount, happened_at))

FileView noted(Desk& desk, NoteInVault const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    dispute::VaultSlip slip;
    slip.id = new_key();
    slip.party = ask.party;
    slip.kind = ask.kind;
    slip.issue = ask.issue.value_or(Key{});
    // The rule is asked before a compartment is made for somebody who is no party.
    if (ask.amount) slip.amount.id = slip.id;
    note_in_vault(*file, slip, desk.caller.person).value();
    slip.words = file.keep_apart(ask.party, "vault.words", ask.words.str());
    slip.amount = ask.amount ? file.keep_apart(ask.party, "vault.amount", std::to_string(ask.amount->n)) : Kept{};
    file.record(note_in_vault(*file, std::move(slip), desk.caller.person).value(), ask.happened_at);
    return done(file);
}

// What the owner of a sentence says of its crossing.
struct OwnersWord {
    Key dispute{};
    Key slip{};
    dispute::By by{};
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(OwnersWord, (), (dispute, slip, by, happened_at))

FileView crossing_agreed(Desk& desk, OwnersWord const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(agree_to_cross(*file, ask.slip, ask.by, desk.caller.person).value(), ask.happened_at);
    return done(file);
}

FileView crossing_withdrawn(Desk& desk, OwnersWord const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(withdraw_crossing(*file, ask.slip, ask.by, desk.caller.person).value(), ask.happened_at);
    return done(file);
}

struct Release {
    Key dispute{};
    Key slip{};
};
BOOST_DESCRIBE_STRUCT(Release, (), (dispute, slip))

// The sentence that crosses is the one that lies in the compartment, and no other.
std::string exact_sentence(Desk& desk, dispute::Dispute const& d, dispute::VaultSlip const& slip)
{
    auto const texts = access::words_of(desk.sql, desk.house.vault, d.id, false, true);
    auto const words = texts.find(slip.words.id.n);
    if (words == texts.end()) throw Refused(refuse(Because::not_found, "vault.unknown"));
    auto const amount = slip.amount ? texts.find(slip.amount.id.n) : texts.end();
    if (amount == texts.end()) return words->second;
    return words->second + "（" + yuan_text(std::stoll(amount->second)) + " 元）";
}

FileView released(Desk& desk, Release const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    release(*file, ask.slip, {}, desk.caller.person).value();
    auto const sentence = file.keep("vault.released", exact_sentence(desk, *file, *dispute::slip(*file, ask.slip)));
    file.record(release(*file, ask.slip, sentence, desk.caller.person).value());
    return done(file);
}

}  // namespace

api::Room vault_room()
{
    using enum api::Verb;
    return {"vault",
            {
                {post, "/disputes/{dispute}/issues", Right::mediate, issue_named, "Name an issue, so that offers about it can be laid side by side."},
                {post, "/disputes/{dispute}/vault", Right::mediate, noted, "Put into a party's compartment what it said alone: a note, a bottom line, an offer, a statement."},
                {put, "/disputes/{dispute}/vault/{slip}/consent", Right::mediate, crossing_agreed, "The owner lets this sentence cross to the other side."},
                {put, "/disputes/{dispute}/vault/{slip}/withdrawal", Right::mediate, crossing_withdrawn, "The owner no longer lets this sentence cross, as long as it has not."},
                {put, "/disputes/{dispute}/vault/{slip}/release", Right::mediate, released, "The mediator lets it cross, as the exact sentence."},
            }};
}

}  // namespace maple::mediation
