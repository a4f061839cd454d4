#include "resolution/routes.hpp"
#include "committees/terms.hpp"
#include "dispute/happened.hpp"
#include "dispute/view.hpp"
#include "registry/numbers.hpp"
#include "registry/roll.hpp"
#include "resolution/rules.hpp"
#include "resolution/signing_rules.hpp"
#include "resolution/text.hpp"

namespace maple::resolution {

using access::Right;
using dispute::File;
using dispute::FileView;

namespace {

dispute::SecondText second_text(File& file, SecondTextForm const& form)
{
    dispute::SecondText second;
    second.language = form.language;
    second.facts = file.keep("agreement.second_facts", form.facts.str());
    second.terms = file.keep("agreement.second_terms", form.terms.str());
    second.breach = file.keep("agreement.second_breach", form.breach.str());
    second.translator = file.keep("agreement.translator", form.translator.str());
    second.proof_reader = file.keep("agreement.proof_reader", form.proof_reader.str());
    second.governs = form.governs.value_or(dispute::Tongue::zh);
    return second;
}

std::vector<dispute::GroupShares> group_shares(File& file, std::vector<GroupSharesForm> const& forms)
{
    std::vector<dispute::GroupShares> all;
    for (auto const& form : forms) {
        dispute::GroupShares group{form.party, {}, file.keep("agreement.shares_why", form.why.str())};
        for (auto const& one : form.shares) group.shares.push_back({one.member, one.amount});
        all.push_back(std::move(group));
    }
    return all;
}

}  // namespace

KeptAccount account_before(dispute::Agreement const* before, std::size_t row, ObligationForm const& now)
{
    if (!before) return {};
    for (auto const& then : before->obligations)
        if (now.account_of == then.id) return then.to == now.to ? then.account : KeptAccount{};
    if (row >= before->obligations.size()) return {};
    auto const& then = before->obligations[row];
    return then.from == now.from && then.to == now.to ? then.account : KeptAccount{};
}

dispute::Agreement make_agreement(File& file, AgreementForm const& form, std::optional<Key> id)
{
    dispute::Agreement a;
    a.id = id.value_or(new_key());
    a.parties = form.parties;
    a.facts = file.keep("agreement.facts", form.facts.str());
    a.terms = file.keep("agreement.terms", form.terms.str());
    a.breach = file.keep("agreement.breach", form.breach.str());
    // PML art. 29: one each party, one for the committee.
    a.copies = form.copies ? form.copies->n : std::int64_t(form.parties.size()) + 1;
    a.ends_dispute = form.partial ? !*form.partial : !left_out(*file, a);
    a.asks_confirmation = form.asks_confirmation;
    a.third_parties = form.third_parties;
    if (!a.ends_dispute) a.issues = form.issues;
    a.shares = group_shares(file, form.shares);
    auto const* before = id ? dispute::agreement(*file, *id) : nullptr;
    for (auto const& one : form.obligations) {
        dispute::Obligation o;
        o.id = new_key();
        o.from = one.from;
        o.to = one.to;
        o.what = file.keep("obligation.what", one.what.str());
        o.manner = one.manner;
        o.amount = one.amount;
        o.due = one.due;
        o.nature = one.nature.value_or("");
        if (!o.nature.empty() && !file.desk().book().choice("promise_nature", o.nature))
            throw Refused(refuse_field("/text/obligations/" + std::to_string(a.obligations.size()) + "/nature", "not_in_the_book"));
        if (one.account) o.account = file.keep("obligation.account", one.account->str(), access::Secrecy::personal);
        else if (one.manner == dispute::Manner::transfer) o.account = account_before(before, a.obligations.size(), one);
        if (form.second) o.second = file.keep("obligation.second", one.second.str());
        a.obligations.push_back(std::move(o));
    }
    if (form.second) a.second = second_text(file, *form.second);
    return a;
}

namespace {

// What is signed is kept as it is printed, so that each signature can name it by its hash.
void keep_the_text(File& file, dispute::Agreement& a)
{
    auto named = *file;
    name_parties(file.desk(), named);
    a.text = file.keep("agreement.text", exact_text(clauses_of(named, a)));
}

// The day by which promises are judged.
Date agreed_on(Desk const& desk, std::optional<Instant> happened) { return date_in_beijing(dispute::happened_or_now(desk, happened)); }

struct Draft {
    Key dispute{};
    std::optional<Key> agreement;  // to change the draft that is open
    AgreementForm text;
    std::optional<Instant> happened_at;  // a paper that is entered late
};
BOOST_DESCRIBE_STRUCT(Draft, (), (dispute, agreement, text, happened_at))

FileView drafted(Desk& desk, Draft const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    if (ask.agreement && !dispute::agreement(*file, *ask.agreement)) throw Refused(refuse(Because::not_found, "agreement.unknown"));
    auto a = make_agreement(file, ask.text, ask.agreement);
    keep_the_text(file, a);
    file.record(under("/text", draft(*file, std::move(a), agreed_on(desk, ask.happened_at))).value(), ask.happened_at);
    return done(file);
}

struct Sign {
    Key dispute{};
    Key agreement{};
    Key party{};
    dispute::Signing manner{};
    std::optional<Instant> happened_at;
    std::optional<Key> member;  // of a group; none: the paper bears all their names
    std::optional<dispute::SignsAs> as;
    std::optional<Text<0, 60>> name;  // of who signed
};
BOOST_DESCRIBE_STRUCT(Sign, (), (dispute, agreement, party, manner, happened_at, member, as, name))

// Who stood on the other side of the table when a party signed the paper.
dispute::Pen on_paper(Desk& desk, dispute::Dispute const& d, Sign const& ask)
{
    dispute::Pen pen;
    pen.way = dispute::SigningWay::paper;
    pen.member = ask.member.value_or(Key{});
    pen.witness = desk.caller.person;
    if (auto const* a = dispute::agreement(d, ask.agreement)) pen.text = a->text.hash;
    return pen;
}

// Whose name it is; of whoever signs for another the paper tells it, too.
void say_who_signed(File& file, Sign const& ask, dispute::Pen& pen)
{
    auto named = *file;
    name_parties(file.desk(), named);
    auto const told = ask.name ? ask.name->str() : "";
    auto const who = signer_on_paper(*dispute::party(named, ask.party), pen.member, ask.as, told).value();
    bool const for_another = who.as != dispute::SignsAs::self && who.as != dispute::SignsAs::member;
    pen.as = who.as;
    pen.name = file.keep("signature.name", told.empty() && for_another ? who.name : told);
}

FileView signed_by_party(Desk& desk, Sign const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    // A reliable electronic signature is the signer's own act on his own device; a clerk cannot give it.
    if (ask.manner == dispute::Signing::electronic) throw Refused(refuse(Because::forbidden_by, "agreement.electronic_by_the_party", {}, "ESL-13"));
    auto event = sign(*file, desk.book(), ask.agreement, ask.party, ask.manner, on_paper(desk, *file, ask)).value();
    say_who_signed(file, ask, *event.pen);
    file.record(event, ask.happened_at);
    return done(file);
}

struct OneAgreement {
    Key dispute{};
    Key agreement{};
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(OneAgreement, (), (dispute, agreement, happened_at))

FileView signed_by_mediator(Desk& desk, OneAgreement const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(sign_as_mediator(*file, ask.agreement, desk.caller.person).value(), ask.happened_at);
    return done(file);
}

FileView sealed(Desk& desk, OneAgreement const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::seal);
    auto const handler = registry::organisation(desk, dispute::answerable(*file).organisation);
    auto const committee = registry::committee_of(desk, handler);
    if (!access::may_in(desk.caller, Right::seal, handler.path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    committees::must_be_in_office(desk, committee, "seals");
    auto event = seal(*file, ask.agreement, committee.id, committee.has_seal, "").value();
    event.number = registry::next_numbered(desk, committee, "agreement", ask.happened_at.value_or(desk.now));
    file.record(event, ask.happened_at);
    return done(file);
}

struct AgreeOrally {
    Key dispute{};
    AgreementForm text;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(AgreeOrally, (), (dispute, text, happened_at))

FileView agreed_orally(Desk& desk, AgreeOrally const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    auto a = make_agreement(file, ask.text, {});
    file.record(under("/text", agree_orally(*file, desk.book(), std::move(a), agreed_on(desk, ask.happened_at))).value(), ask.happened_at);
    return done(file);
}

struct Perform {
    Key dispute{};
    Key obligation{};
    std::optional<Fen> amount;
    bool in_full = false;
    Line evidence;  // "bank slip of 12 December"; the paper itself joins the dossier
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Perform, (), (dispute, obligation, amount, in_full, evidence, happened_at))

FileView performed(Desk& desk, Perform const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    auto const evidence = file.keep("performance.evidence", ask.evidence.str());
    file.record(perform(*file, ask.obligation, ask.amount, ask.in_full, evidence).value(), ask.happened_at);
    return done(file);
}

struct Waive {
    Key dispute{};
    Key obligation{};
    Key by{};  // the party to which it is owed
    std::optional<dispute::By> said;
    Narrative reason;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Waive, (), (dispute, obligation, by, said, reason, happened_at))

FileView waived(Desk& desk, Waive const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    Waiving how{ask.by, ask.said.value_or(dispute::By::in_person), file.keep("obligation.waived", ask.reason.str())};
    auto const today = date_in_beijing(ask.happened_at.value_or(desk.now));
    file.record(waive(*file, desk.book(), ask.obligation, std::move(how), today).value(), ask.happened_at);
    return done(file);
}

struct Break {
    Key dispute{};
    Key obligation{};
    Narrative reason;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Break, (), (dispute, obligation, reason, happened_at))

FileView breached(Desk& desk, Break const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    auto const reason = file.keep("obligation.breached", ask.reason.str());
    file.record(breach(*file, ask.obligation, reason, date_in_beijing(ask.happened_at.value_or(desk.now))).value(), ask.happened_at);
    return done(file);
}

}  // namespace

api::Room room()
{
    using enum api::Verb;
    return {"resolution",
            {
                {post, "/disputes/{dispute}/agreements", Right::mediate, drafted, "Draft a written agreement, or change the open draft; signatures begin anew."},
                {post, "/disputes/{dispute}/agreements/{agreement}/signatures", Right::mediate, signed_by_party, "A party has signed, sealed or finger-printed the paper."},
                {post, "/disputes/{dispute}/agreements/{agreement}/mediator-signature", Right::mediate, signed_by_mediator, "The mediator signs, in person."},
                {post, "/disputes/{dispute}/agreements/{agreement}/seal", Right::seal, sealed, "The committee's seal: the agreement gets its number and takes effect."},
                {post, "/disputes/{dispute}/oral-agreements", Right::mediate, agreed_orally, "Register an agreement reached by word of mouth."},
                {post, "/disputes/{dispute}/obligations/{obligation}/performance", Right::follow_up, performed, "A promise was kept, in part or in full, with evidence; one that was broken, too, late."},
                {post, "/disputes/{dispute}/obligations/{obligation}/waiver", Right::follow_up, waived, "The one who is owed gives the promise up, as far as the law lets it."},
                {post, "/disputes/{dispute}/obligations/{obligation}/breach", Right::follow_up, breached, "A promise was broken; the next roads are shown."},
            }};
}

}  // namespace maple::resolution
