// Looking through an agreement before a court does: while it is typed, and once it stands.
#include "api/words.hpp"
#include "dispute/next.hpp"
#include "dispute/view.hpp"
#include "resolution/checker.hpp"
#include "resolution/routes.hpp"

#include <algorithm>

namespace maple::resolution {
namespace {

using access::Right;
using dispute::Dispute;

struct FindingView {
    std::string code;
    Weight weight{};
    std::string at;    // JSON pointer into the agreement
    std::string says;
    std::optional<dispute::ArticleView> article;
};
BOOST_DESCRIBE_STRUCT(FindingView, (), (code, weight, at, says, article))

struct Checked {
    std::vector<FindingView> findings;  // what a court would refuse before what is to be asked
};
BOOST_DESCRIBE_STRUCT(Checked, (), (findings))

CheckedParty checked_party(dispute::Party const& p)
{
    CheckedParty out{text_of(p.name), p.side, p.kind, p.capacity, p.birth_year, "", false, text_of(p.represented_by), {}, ""};
    if (p.guardian) {
        out.guardian = text_of(p.guardian->name);
        out.guardian_accused = p.guardian->accused;
    }
    for (auto const& member : p.members)
        if (!member.left) out.members.push_back(text_of(member.name));
    return out;
}

// What the marks on file say of one child: whether it was heard at least once without its parents.
std::optional<bool> heard(Dispute const& d, Key party)
{
    std::optional<bool> found;
    for (auto const& child : d.room.children)
        if (child.party == party) found = found.value_or(false) || child.with != dispute::HeardWith::guardian;
    return found;
}

// The parties of the agreement in its own order, each with its place.
std::optional<std::size_t> place_in(std::vector<Key> const& parties, Key one)
{
    auto const found = std::find(parties.begin(), parties.end(), one);
    return found == parties.end() ? std::nullopt : std::optional(std::size_t(found - parties.begin()));
}

// Of a draft or of what is on file: a member who is not among them has no share that anybody told.
template <class Group> CheckedShares checked_shares(Dispute const& d, std::vector<Key> const& parties, Group const& group, bool explained)
{
    CheckedShares out{place_in(parties, group.party), {}, explained};
    auto const* p = dispute::party(d, group.party);
    for (auto const& member : p ? p->members : std::vector<dispute::Member>{}) {
        if (member.left) continue;
        auto const told = std::find_if(group.shares.begin(), group.shares.end(), [&](auto const& one) { return one.member == member.id; });
        out.amounts.push_back(told == group.shares.end() ? std::nullopt : std::optional(told->amount.n));
    }
    return out;
}

CheckedAgreement frame(Desk& desk, Dispute const& d, std::vector<Key> const& parties, bool asks, std::optional<dispute::ThirdParties> others)
{
    auto const today = date_in_beijing(desk.now);
    CheckedAgreement out;
    out.kind = d.kind;
    out.after_filing = dispute::after_filing(d);
    out.signed_on = out.today = today;
    out.asks_confirmation = asks;
    out.third_parties = others;
    for (auto const& session : d.sessions)
        if (session.held_at) out.records += text_of(session.record) + "\n" + text_of(session.alone) + "\n";
    for (auto const key : parties) {
        if (auto const* p = dispute::party(d, key)) {
            out.parties.push_back(checked_party(*p));
            out.parties.back().heard = heard(d, key);
        }
    }
    out.child_heard = heard(d, Key{});
    return out;
}

Checked worded(Desk& desk, std::vector<Finding> const& findings)
{
    Checked out;
    for (auto const& one : findings)
        out.findings.push_back({one.code, one.weight, one.at, api::say(desk.language, "agreement_finding." + one.code, one.params),
                                dispute::article_view(desk, one.article)});
    return out;
}

struct CheckDraft {
    Key dispute{};
    std::optional<Key> agreement;  // the open draft that is changed: it keeps its accounts
    AgreementForm text;
};
BOOST_DESCRIBE_STRUCT(CheckDraft, (), (dispute, agreement, text))

// An account is on paper or it is not; which one it is does not matter here.
std::string on_file(KeptAccount const& account) { return account ? "on file" : ""; }

// The draft that is changed: the one that is named, or whose promise a row names.
dispute::Agreement const* draft_before(dispute::Dispute const& d, CheckDraft const& ask)
{
    if (ask.agreement) return dispute::agreement(d, *ask.agreement);
    for (auto const& a : d.agreements)
        for (auto const& then : a.obligations)
            for (auto const& now : ask.text.obligations)
                if (now.account_of == then.id) return &a;
    return nullptr;
}

Checked draft_checked(Desk& desk, CheckDraft const& ask)
{
    auto d = dispute::read_dispute(desk, ask.dispute, Right::mediate);
    dispute::fill_words(desk, d);
    auto checked = frame(desk, d, ask.text.parties, ask.text.asks_confirmation, ask.text.third_parties);
    checked.facts = ask.text.facts.str();
    checked.terms = ask.text.terms.str();
    checked.breach = ask.text.breach.str();
    if (auto const& second = ask.text.second) {
        checked.second = {second->facts.str(), second->terms.str(), second->breach.str()};
        checked.second_unread = second->proof_reader.empty();
    }
    auto const* before = draft_before(d, ask);
    for (auto const& one : ask.text.obligations) {
        auto const account = one.account ? one.account->str() : on_file(account_before(before, checked.obligations.size(), one));
        checked.obligations.push_back({place_in(ask.text.parties, one.from), place_in(ask.text.parties, one.to), one.what.str(), one.manner,
                                       one.amount ? std::optional(one.amount->n) : std::nullopt, one.due, account, one.nature.value_or(""), one.second.str()});
    }
    for (auto const& group : ask.text.shares) checked.shares.push_back(checked_shares(d, ask.text.parties, group, !group.why.empty()));
    desk.etag.reset();
    return worded(desk, check(desk.book(), checked));
}

struct AgreementLookedAt {
    Key dispute{};
    Key agreement{};
};
BOOST_DESCRIBE_STRUCT(AgreementLookedAt, (), (dispute, agreement))

Checked agreement_checked(Desk& desk, AgreementLookedAt const& ask)
{
    auto d = dispute::read_dispute(desk, ask.dispute, Right::follow_up);
    dispute::fill_words(desk, d);
    auto const* a = dispute::agreement(std::as_const(d), ask.agreement);
    if (!a) throw Refused(refuse(Because::not_found, "agreement.unknown"));
    auto checked = frame(desk, d, a->parties, a->asks_confirmation, a->third_parties);
    if (a->effective_at) checked.signed_on = date_in_beijing(*a->effective_at);
    checked.facts = text_of(a->facts);
    checked.terms = text_of(a->terms);
    checked.breach = text_of(a->breach);
    if (auto const& second = a->second) {
        checked.second = {text_of(second->facts), text_of(second->terms), text_of(second->breach)};
        checked.second_unread = !second->proof_reader;
    }
    for (auto const& o : a->obligations)
        checked.obligations.push_back({place_in(a->parties, o.from), place_in(a->parties, o.to), text_of(o.what), o.manner,
                                       o.amount ? std::optional(o.amount->n) : std::nullopt, o.due, on_file(o.account), o.nature, text_of(o.second)});
    for (auto const& group : a->shares) checked.shares.push_back(checked_shares(d, a->parties, group, bool(group.why)));
    desk.etag.reset();
    return worded(desk, check(desk.book(), checked));
}

}  // namespace

api::Room check_room()
{
    using enum api::Verb;
    return {"checker",
            {
                {post, "/disputes/{dispute}/agreements/check", Right::mediate, draft_checked, "What a court would refuse in this draft, or what is to be asked; nothing is kept."},
                {get, "/disputes/{dispute}/agreements/{agreement}/check", Right::follow_up, agreement_checked, "The same of an agreement that is on file."},
            }};
}

}  // namespace maple::resolution
