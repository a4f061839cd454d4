#include "acceptance/routes.hpp"
#include "acceptance/rules.hpp"
#include "acceptance/twins.hpp"
#include "access/audit.hpp"
#include "dispute/changes.hpp"
#include "dispute/request.hpp"
#include "registry/numbers.hpp"
#include "registry/roll.hpp"

namespace maple::acceptance {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

// --- A request -------------------------------------------------------------------------

struct RequestAnswer {
    FileView file;
    std::vector<dispute::ReceiptCode> codes;  // one a party, shown once
};
BOOST_DESCRIBE_STRUCT(RequestAnswer, (), (file, codes))

RequestAnswer request(Desk& desk, dispute::RequestForm const& ask)
{
    // A desk takes in what happens in its own place; a mediator's requests go to that desk too.
    auto const begun = dispute::make_request(desk, ask);
    return {dispute::slip_of(desk, begun.dispute, begun.version), begun.codes};
}

// --- Decisions ---------------------------------------------------------------------------

struct Accept {
    Key dispute{};
    std::optional<std::string> kind;  // where the request left it open
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Accept, (), (dispute, kind, happened_at))

FileView accept_request(Desk& desk, Accept const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::take_in);
    if (ask.kind && !desk.book().kind(*ask.kind)) throw Refused(refuse_field("/kind", "unknown_kind"));
    auto event = accept(*file, "", ask.kind).value();  // refuses before a number is taken
    auto const office = registry::organisation(desk, dispute::answerable(*file).organisation);
    event.number = registry::next_numbered(desk, office, "acceptance", ask.happened_at.value_or(desk.now));
    file.record(event, ask.happened_at);
    return done(file);
}

struct Refuse {
    Key dispute{};
    std::string reason;
    std::vector<std::string> remedies;
    OptionalNarrative note;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Refuse, (), (dispute, reason, remedies, note, happened_at))

FileView refuse_it(Desk& desk, Refuse const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::take_in);
    auto const note = file.keep("refusal.note", ask.note.str());
    file.record(refuse_request(desk.book(), *file, ask.reason, ask.remedies, note).value(), ask.happened_at);
    return done(file);
}

struct Advise {
    Key dispute{};
    std::string reason;
    Narrative advice;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Advise, (), (dispute, reason, advice, happened_at))

FileView advise_it(Desk& desk, Advise const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::take_in);
    auto const advice = file.keep("advice", ask.advice.str());
    file.record(advise(desk.book(), *file, ask.reason, advice).value(), ask.happened_at);
    return done(file);
}

struct Transfer {
    Key dispute{};
    std::string reason;
    Key organisation{};
    OptionalNarrative note;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Transfer, (), (dispute, reason, organisation, note, happened_at))

FileView transfer_it(Desk& desk, Transfer const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::take_in);
    auto const receiver = registry::find_organisation(desk, ask.organisation);
    if (!receiver) throw Refused(refuse_field("/organisation", "unknown_organisation"));
    auto const note = file.keep("transfer.note", ask.note.str());
    file.record(transfer(desk.book(), *file, ask.reason, receiver->id, note).value(), ask.happened_at);
    return done(file);
}

// --- Consent -----------------------------------------------------------------------------

struct RecordConsent {
    Key dispute{};
    Key party{};
    dispute::Consent consent{};
    std::optional<dispute::By> by;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(RecordConsent, (), (dispute, party, consent, by, happened_at))

FileView consent(Desk& desk, RecordConsent const& ask)
{
    // The appointed mediator asks parties too, not only the desk: the right is his in person.
    auto file = File::open(desk, ask.dispute, Right::take_in);
    file.record(record_consent(*file, ask.party, ask.consent, dispute::heard_by(ask.by.value_or(dispute::By::in_person)), false).value(), ask.happened_at);
    return done(file);
}

// --- Mending -----------------------------------------------------------------------------

struct Amend {
    Key dispute{};
    Line reason;
    std::optional<std::string> kind;
    std::optional<std::string> place;
    std::optional<Fen> amount;
    OptionalNarrative facts;
    OptionalNarrative request;
};
BOOST_DESCRIBE_STRUCT(Amend, (), (dispute, reason, kind, place, amount, facts, request))

FileView amend(Desk& desk, Amend const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::take_in);
    if (ask.kind && !desk.book().kind(*ask.kind)) throw Refused(refuse_field("/kind", "unknown_kind"));
    if (ask.place && !registry::division(desk, *ask.place)) throw Refused(refuse_field("/place", "unknown_division"));
    Amended event{ask.reason.str(), ask.kind, ask.place, ask.amount, file.keep("facts", ask.facts.str()), file.keep("request", ask.request.str())};
    file.record(event);
    return done(file);
}

struct AddParty {
    Key dispute{};
    dispute::PartyForm party;
};
BOOST_DESCRIBE_STRUCT(AddParty, (), (dispute, party))

struct PartyAnswer {
    FileView file;
    std::vector<dispute::ReceiptCode> codes;
};
BOOST_DESCRIBE_STRUCT(PartyAnswer, (), (file, codes))

PartyAnswer add_party(Desk& desk, AddParty const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::take_in);
    auto const today = date_in_beijing(desk.now);
    if (auto faults = dispute::faults_in(ask.party, "/party", today, dispute::harm_suspected(*file)); !faults.empty())
        throw Refused({Because::invalid, "form.invalid", {}, {}, std::move(faults)});
    auto party = dispute::make_party(file, ask.party, today);
    auto codes = file.give_codes({party});
    file.record(PartyAdded{std::move(party), std::move(codes)});
    auto const& d = file.put_back();
    return {dispute::slip_of(desk, d.id, d.version), file.codes()};
}

struct RenewCode {
    Key dispute{};
    Key party{};
};
BOOST_DESCRIBE_STRUCT(RenewCode, (), (dispute, party))

dispute::ReceiptCode renew_code(Desk& desk, RenewCode const& ask)
{
    return dispute::renew_code(desk, dispute::read_dispute(desk, ask.dispute, Right::take_in), ask.party);
}

struct Merge {
    Key dispute{};
    Key into{};
};
BOOST_DESCRIBE_STRUCT(Merge, (), (dispute, into))

FileView merge_it(Desk& desk, Merge const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::take_in);
    auto const into = dispute::find_dispute(desk, ask.into, Right::take_in);
    if (!into) throw Refused(refuse_field("/into", "unknown_dispute"));
    file.record(merge(*file, *into).value());
    return done(file);
}

struct Unmerge {
    Key dispute{};
    OptionalLine reason;
};
BOOST_DESCRIBE_STRUCT(Unmerge, (), (dispute, reason))

FileView unmerge_it(Desk& desk, Unmerge const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::take_in);
    file.record(unmerge(*file, ask.reason.str()).value());
    return done(file);
}

// --- Looking -------------------------------------------------------------------------------

struct One {
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(One, (), (dispute))

FileView show_file(Desk& desk, One const& ask)
{
    auto dispute = dispute::shared_dispute(desk, ask.dispute);
    access::leave_trace(desk, access::AuditKind::file_opened, dispute->id);
    if (desk.knows(dispute->version)) return {};
    return dispute::view(desk, std::move(dispute));
}

struct Since {
    Key dispute{};
    std::optional<Whole<0, 1'000'000>> version;  // none: from the beginning
};
BOOST_DESCRIBE_STRUCT(Since, (), (dispute, version))

dispute::Changes changed(Desk& desk, Since const& ask) { return dispute::changes_since(desk, ask.dispute, ask.version ? ask.version->n : 0); }

TwinsAnswer look_for_twins(Desk& desk, One const& ask) { return {twins(desk, dispute::read_dispute(desk, ask.dispute, Right::take_in))}; }

struct LookAtContact {
    Key dispute{};
    Key party{};
};
BOOST_DESCRIBE_STRUCT(LookAtContact, (), (dispute, party))

dispute::Contact contact(Desk& desk, LookAtContact const& ask)
{
    return dispute::contact_of(desk, dispute::read_dispute(desk, ask.dispute), ask.party);
}

}  // namespace

api::Room room()
{
    using enum api::Verb;
    return {"acceptance",
            {
                {post, "/disputes", Right::take_in, request, "Write down a request for mediation, from whatever door it came."},
                {get, "/disputes/{dispute}", Right::read_dispute, show_file, "The whole file of a dispute on one screen.", api::Pace::quick},
                {get, "/disputes/{dispute}/changes", Right::read_dispute, changed, "What changed since a version that the caller has seen: who, when, which fields, in words."},
                {get, "/disputes/{dispute}/twins", Right::take_in, look_for_twins, "Open disputes of this desk that may be the same one."},
                {post, "/disputes/{dispute}/parties/{party}/contact", Right::read_dispute, contact, "A party's contact, unmasked; the look is logged."},
                {post, "/disputes/{dispute}/acceptance", Right::take_in, accept_request, "Accept the request: it gets a number and the clocks start."},
                {post, "/disputes/{dispute}/refusal", Right::take_in, refuse_it, "Refuse the request with a reason and the other roads that are open."},
                {post, "/disputes/{dispute}/advice", Right::take_in, advise_it, "End the request with advice: it needs no mediation."},
                {post, "/disputes/{dispute}/transfer", Right::take_in, transfer_it, "Hand the matter to another body."},
                {post, "/disputes/{dispute}/consents", Right::take_in, consent, "Record what one party itself said: agreed, refused, unreachable."},
                {post, "/disputes/{dispute}/amendments", Right::take_in, amend, "Mend a wrong entry by a further one; both stay on record."},
                {post, "/disputes/{dispute}/parties", Right::take_in, add_party, "Add a party to the dispute."},
                party_amendment(),
                {post, "/disputes/{dispute}/parties/{party}/code", Right::take_in, renew_code, "Give a party a new receipt code; the old one is void."},
                {put, "/disputes/{dispute}/merge", Right::take_in, merge_it, "This request is the same dispute as another one."},
                {del, "/disputes/{dispute}/merge", Right::take_in, unmerge_it, "It was not the same dispute after all."},
            }};
}

}  // namespace maple::acceptance
