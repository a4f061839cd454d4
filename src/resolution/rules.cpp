#include "resolution/rules.hpp"
#include "dispute/life.hpp"
#include "law/roads.hpp"
#include "resolution/signing_rules.hpp"

#include <algorithm>

namespace maple::resolution {
namespace {

using dispute::Agreement;
using dispute::Obligation;
using dispute::Party;

// Whether somebody may act for it (CC arts 19, 20), also when mediator and seal come after its own signature.
Result<void> spoken_for(Party const& p)
{
    if (dispute::lacks_guardian(p)) return refuse(Because::forbidden_by, "agreement.guardian_needed", by_side(p), "CC-19");
    return {};
}

Result<void> all_spoken_for(Dispute const& d, Agreement const& a)
{
    for (auto const id : a.parties)
        if (auto const* p = dispute::party(d, id))
            if (auto ok = spoken_for(*p); !ok) return ok;
    return {};
}

// PML art. 23: nobody binds itself, on paper, by a link or by word of mouth, before it knows its rights.
Result<void> told_its_rights(Party const& p)
{
    if (!p.rights_told_at) return refuse(Because::forbidden_by, "session.rights_not_told", by_side(p), "PML-23");
    return {};
}

Result<void> all_told_their_rights(Dispute const& d, Agreement const& a)
{
    for (auto const id : a.parties)
        if (auto const* p = dispute::party(d, id); p && !p->left)
            if (auto ok = told_its_rights(*p); !ok) return ok;
    return {};
}

Result<void> sound_party(Dispute const& d, Key id, std::string const& at)
{
    auto const* p = dispute::party(d, id);
    if (!p) return refuse_field(at, "unknown_party");
    if (p->left) return refuse_field(at, "party_left");
    if (p->consent == dispute::Consent::refused) return refuse(Because::forbidden_by, "session.refused", by_side(*p), "PML-17");
    return spoken_for(*p);
}

// A draft that is changed after its first instalment's day still says that day.
bool had_that_day(Agreement const* before, Date due)
{
    return before && std::any_of(before->obligations.begin(), before->obligations.end(), [&](auto const& one) { return one.due == due; });
}

void check_obligation(Agreement const& a, Obligation const& o, std::string const& at, Date agreed_on, Agreement const* before, Problems& p)
{
    if (!among(a.parties, o.from)) p.push_back({at + "/from", "not_of_the_agreement"});
    if (!among(a.parties, o.to)) p.push_back({at + "/to", "not_of_the_agreement"});
    else if (o.from == o.to) p.push_back({at + "/to", "owes_itself"});
    if (o.due < agreed_on && !had_that_day(before, o.due)) p.push_back({at + "/due", "in_the_past"});
    bool const money = o.manner == dispute::Manner::cash || o.manner == dispute::Manner::transfer;
    if (money && (!o.amount || o.amount->n == 0)) p.push_back({at + "/amount", "amount_needed"});
}

// What stands in one language has to stand in the other, or nobody knows what was agreed.
void check_second(Agreement const& a, Problems& p)
{
    if (!a.second) return;
    using dispute::Tongue;
    auto const& second = *a.second;
    if (second.language != Tongue::ug && second.language != Tongue::en) p.push_back({"/second/language", "second_language"});
    if (second.governs != Tongue::zh && second.governs != second.language) p.push_back({"/second/governs", "governs_neither"});
    if (!second.facts) p.push_back({"/second/facts", "second_missing"});
    if (!second.terms) p.push_back({"/second/terms", "second_missing"});
    if (a.breach && !second.breach) p.push_back({"/second/breach", "second_missing"});
    for (std::size_t i = 0; i < a.obligations.size(); ++i)
        if (!a.obligations[i].second) p.push_back({"/obligations/" + std::to_string(i) + "/second", "second_missing"});
}

void check_issues(Dispute const& d, Agreement const& a, Problems& p)
{
    for (std::size_t i = 0; i < a.issues.size(); ++i) {
        auto const known = std::any_of(d.room.issues.begin(), d.room.issues.end(), [&](auto const& one) { return one.id == a.issues[i]; });
        if (!known) p.push_back({"/issues/" + std::to_string(i), "unknown_issue"});
    }
}

// Each group once, each of its members once; whether they make the whole is the checker's to say.
void check_shares(Dispute const& d, Agreement const& a, Problems& p)
{
    std::vector<Key> told;
    for (std::size_t i = 0; i < a.shares.size(); ++i) {
        auto const at = "/shares/" + std::to_string(i);
        auto const& group = a.shares[i];
        auto const* party = dispute::party(d, group.party);
        if (!party || !among(a.parties, group.party)) p.push_back({at + "/party", "not_of_the_agreement"});
        else if (among(told, group.party)) p.push_back({at + "/party", "party_twice"});
        for (std::size_t n = 0; party && n < group.shares.size(); ++n) {
            auto const member = group.shares[n].member;
            auto const of_it = [&](auto const& one) { return one.id == member && !one.left; };
            auto const before = group.shares.begin() + std::ptrdiff_t(n);
            bool const again = std::any_of(group.shares.begin(), before, [&](auto const& one) { return one.member == member; });
            if (again || std::none_of(party->members.begin(), party->members.end(), of_it))
                p.push_back({at + "/shares/" + std::to_string(n) + "/member", "unknown_member"});
        }
        told.push_back(group.party);
    }
}

Refusal faulty(Problems problems, std::string article = {}) { return {Because::invalid, "form.invalid", {}, std::move(article), std::move(problems)}; }

// An agreement binds both sides, and every party in it can act. The faults of its fields are
// told all at once.
Result<void> sound(Dispute const& d, Agreement const& a, Date agreed_on, Agreement const* before = nullptr)
{
    Problems faults;
    bool sides[2]{};
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        auto const at = "/parties/" + std::to_string(i);
        if (auto ok = sound_party(d, a.parties[i], at); !ok) {
            auto const refusal = ok.error();
            if (refusal.problems.empty()) return refusal;
            faults.insert(faults.end(), refusal.problems.begin(), refusal.problems.end());
            continue;
        }
        if (std::count(a.parties.begin(), a.parties.begin() + std::ptrdiff_t(i), a.parties[i]) > 0) faults.push_back({at, "party_twice"});
        sides[dispute::party(d, a.parties[i])->side == dispute::Side::respondent] = true;
    }
    check_second(a, faults);
    check_issues(d, a, faults);
    check_shares(d, a, faults);
    bool const one_sided = faults.empty() && (!sides[0] || !sides[1]);
    if (one_sided) faults.push_back({"/parties", "both_sides_needed"});
    // PML art. 26: with who is left out mediation goes on, or is ended with a notice of the other roads.
    bool const leaves_out = faults.empty() && a.ends_dispute && left_out(d, a);
    if (leaves_out) faults.push_back({"/partial", "party_left_out"});
    for (std::size_t i = 0; i < a.obligations.size(); ++i)
        check_obligation(a, a.obligations[i], "/obligations/" + std::to_string(i), agreed_on, before, faults);
    if (!faults.empty()) return faulty(std::move(faults), one_sided ? "PML-29" : leaves_out ? "PML-26" : "");
    return {};
}

Result<Agreement const*> open_agreement(Dispute const& d, Key id)
{
    auto const* a = dispute::agreement(d, id);
    if (!a) return refuse(Because::not_found, "agreement.unknown");
    if (a->effective_at) return refuse(Because::conflict, "agreement.effective");
    return a;
}

Result<Obligation const*> open_obligation(Dispute const& d, Key id)
{
    for (auto const& a : d.agreements)
        for (auto const& o : a.obligations) {
            if (o.id != id) continue;
            if (!a.effective_at) return refuse(Because::forbidden_by, "obligation.not_effective", {}, "PML-29");
            if (o.settled_at) return refuse(Because::conflict, "obligation.settled");
            return &o;
        }
    return refuse(Because::not_found, "obligation.unknown");
}

// One that was broken may still be kept.
Result<Obligation const*> still_owed(Dispute const& d, Key id)
{
    auto const* o = dispute::obligation(d, id);
    if (o && o->state == dispute::Promise::breached) return o;
    return open_obligation(d, id);
}

// Nobody gives away what is a ward's, or a group's without its members.
Result<void> may_give_up(Party const& creditor)
{
    if (creditor.capacity != dispute::Capacity::full) return refuse(Because::forbidden_by, "obligation.of_a_ward", {}, "CC-35");
    bool const empowered = std::all_of(creditor.members.begin(), creditor.members.end(),
                                       [](dispute::Member const& m) { return m.left || m.representative || m.authorised; });
    if (!empowered) return refuse(Because::forbidden_by, "obligation.of_a_group", {}, "CC-165");
    return {};
}

Result<void> law_lets_go(law::Book const& book, Obligation const& o, Date today)
{
    auto const found = book.roads->waivers.find(o.nature);
    if (found == book.roads->waivers.end() || found->second == law::Waiver::free) return {};
    auto const& article = book.roads->statutes.at(o.nature);
    Params const what{{"nature", "@promise_nature." + o.nature}};
    if (found->second == law::Waiver::never) return refuse(Because::forbidden_by, "obligation.never_waived", what, article);
    if (o.due > today) return refuse(Because::forbidden_by, "obligation.waived_when_due", what, article);
    return {};
}

// Of a group each signs for himself; a paper may bear all their names.
Result<void> sound_member(Party const& p, Key member, dispute::Signing manner)
{
    bool const group = p.kind == dispute::PartyKind::group;
    if (!member) {
        if (group && manner == dispute::Signing::electronic) return refuse_field("/member", "member_needed");
        return {};
    }
    bool const there = group && std::any_of(p.members.begin(), p.members.end(), [&](auto const& one) { return one.id == member && !one.left; });
    if (!there) return refuse_field("/member", "unknown_member");
    return {};
}

bool signed_by_member(Agreement const& a, Key party, Key member)
{
    return member && std::any_of(a.signatures.begin(), a.signatures.end(),
                                 [&](auto const& s) { return s.party == party && s.pen && s.pen->member == member; });
}

std::int64_t paid(Obligation const& o)
{
    std::int64_t sum = 0;
    for (auto const& part : o.performed) sum += part.amount.value_or(Fen{}).n;
    return sum;
}

}  // namespace

Party const* left_out(Dispute const& d, Agreement const& a)
{
    auto const bound = [&](Key id) {
        return among(a.parties, id) ||
               std::any_of(d.agreements.begin(), d.agreements.end(), [&](auto const& one) { return one.effective_at && among(one.parties, id); });
    };
    for (auto const& p : d.parties)
        if (!p.left && p.consent != dispute::Consent::refused && !bound(p.id)) return &p;
    return nullptr;
}

Result<AgreementDrafted> draft(Dispute const& d, Agreement a, Date agreed_on)
{
    if (auto ok = dispute::permitted(d, AgreementDrafted::deed); !ok) return ok.error();
    auto const* before = dispute::agreement(d, a.id);
    if (before && before->effective_at) return refuse(Because::conflict, "agreement.effective");
    for (auto const& other : d.agreements)
        if (!other.effective_at && other.id != a.id) return refuse(Because::conflict, "agreement.another_open");
    if (auto ok = sound(d, a, agreed_on, before); !ok) return ok.error();
    return AgreementDrafted{std::move(a)};
}

Result<Signed> sign(Dispute const& d, law::Book const& book, Key id, Key party, dispute::Signing manner, std::optional<dispute::Pen> pen,
                    std::string_view text)
{
    if (auto ok = dispute::permitted(d, Signed::deed); !ok) return ok.error();
    auto const a = open_agreement(d, id);
    if (!a) return a.error();
    if (!among((*a)->parties, party)) return refuse_field("/party", "not_of_the_agreement");
    if (auto ok = sound_party(d, party, "/party"); !ok) return ok.error();
    if (auto ok = told_its_rights(*dispute::party(d, party)); !ok) return ok.error();
    auto const member = pen ? pen->member : Key{};
    if (auto ok = sound_member(*dispute::party(d, party), member, manner); !ok) return ok.error();
    if (dispute::signed_at(d, **a, party) || signed_by_member(**a, party, member)) return refuse(Because::conflict, "agreement.signed_already");
    if ((*a)->second && !(*a)->second->proof_reader) return refuse(Because::forbidden_by, "agreement.not_proof_read");
    if (manner == dispute::Signing::electronic)
        if (auto const matter = paper_alone(book, d.kind, text); !matter.empty())
            return refuse(Because::forbidden_by, "agreement.no_electronic_signature", {{"matter", "@paper_alone." + std::string(matter)}}, "ESL-3");
    return Signed{id, party, manner, std::move(pen)};
}

Result<MediatorSigned> sign_as_mediator(Dispute const& d, Key id, Key person)
{
    if (auto ok = dispute::permitted(d, MediatorSigned::deed); !ok) return ok.error();
    auto const a = open_agreement(d, id);
    if (!a) return a.error();
    if (!dispute::is_mediator(d, person)) return refuse(Because::not_allowed, "agreement.not_the_mediator", {}, "PML-29");
    if ((*a)->mediator_signed_at) return refuse(Because::conflict, "agreement.signed_already");
    if (dispute::open_conflict(d, person)) return refuse(Because::forbidden_by, "agreement.conflict_open", {}, "SPC16-15");
    if (auto ok = all_spoken_for(d, **a); !ok) return ok.error();
    return MediatorSigned{id, (*a)->text.hash};
}

Result<Sealed> seal(Dispute const& d, Key id, Key committee, bool has_seal, std::string number)
{
    if (auto ok = dispute::permitted(d, Sealed::deed); !ok) return ok.error();
    auto const a = open_agreement(d, id);
    if (!a) return a.error();
    if (!has_seal) return refuse(Because::forbidden_by, "agreement.no_seal", {}, "PML-29");
    if (!(*a)->mediator_signed_at) return refuse(Because::forbidden_by, "agreement.mediator_not_signed", {}, "PML-29");
    if (auto ok = all_spoken_for(d, **a); !ok) return ok.error();
    if (auto ok = all_told_their_rights(d, **a); !ok) return ok.error();
    for (auto const party : (*a)->parties) {
        if (!dispute::signed_at(d, **a, party)) return refuse(Because::forbidden_by, "agreement.party_not_signed", by_side(*dispute::party(d, party)), "PML-29");
    }
    if (auto const* other = (*a)->ends_dispute ? left_out(d, **a) : nullptr)
        return refuse(Because::forbidden_by, "agreement.party_left_out", by_side(*other), "PML-26");
    return Sealed{id, committee, std::move(number), (*a)->text.hash};
}

Result<OrallyAgreed> agree_orally(Dispute const& d, law::Book const& book, Agreement a, Date agreed_on)
{
    if (auto ok = dispute::permitted(d, OrallyAgreed::deed); !ok) return ok.error();
    auto const* kind = book.kind(d.kind);
    if (kind && kind->needs_writing)
        return refuse(Because::forbidden_by, "agreement.writing_needed", {}, kind->clock == "medical" ? "MED-39" : "LAB-14");
    for (auto const& other : d.agreements)
        if (!other.effective_at) return refuse(Because::conflict, "agreement.another_open");
    if (dispute::open_conflict_in_the_room(d)) return refuse(Because::forbidden_by, "agreement.conflict_open", {}, "SPC16-15");
    if (auto ok = all_told_their_rights(d, a); !ok) return ok.error();
    if (auto ok = sound(d, a, agreed_on); !ok) return ok.error();
    return OrallyAgreed{std::move(a)};
}

Result<Performed> perform(Dispute const& d, Key id, std::optional<Fen> amount, bool in_full, Kept evidence)
{
    if (auto ok = dispute::permitted(d, Performed::deed); !ok) return ok.error();
    auto const o = still_owed(d, id);
    if (!o) return o.error();
    auto const& promise = **o;
    if (amount && amount->n == 0) return refuse_field("/amount", "amount_above_zero");
    if (amount && !promise.amount) return refuse_field("/amount", "no_amount_promised");
    if (amount && paid(promise) + amount->n > promise.amount->n)
        return refuse_field("/amount", "more_than_promised", {{"fen", std::to_string(promise.amount->n - paid(promise))}});
    bool const reached = promise.amount && amount && paid(promise) + amount->n == promise.amount->n;
    if (!in_full && !amount) return refuse_field("/amount", "amount_or_in_full");
    if (in_full && amount && !reached) return refuse_field("/in_full", "less_than_promised");
    return Performed{id, amount, in_full || reached, std::move(evidence)};
}

Result<Waived> waive(Dispute const& d, law::Book const& book, Key id, Waiving ask, Date today)
{
    if (auto ok = dispute::permitted(d, Waived::deed); !ok) return ok.error();
    auto const o = open_obligation(d, id);
    if (!o) return o.error();
    auto const* creditor = dispute::party(d, ask.by);
    if (!creditor) return refuse_field("/by", "unknown_party");
    if (ask.by != (*o)->to) return refuse(Because::forbidden_by, "obligation.of_another", {}, "CC-575");
    if (auto ok = may_give_up(*creditor); !ok) return ok.error();
    if (auto ok = law_lets_go(book, **o, today); !ok) return ok.error();
    return Waived{id, ask.by, ask.said, std::move(ask.reason)};
}

Result<Breached> breach(Dispute const& d, Key id, Kept reason, Date today)
{
    if (auto ok = dispute::permitted(d, Breached::deed); !ok) return ok.error();
    auto const o = open_obligation(d, id);
    if (!o) return o.error();
    if ((*o)->due >= today) return refuse(Because::forbidden_by, "obligation.not_due", {{"date", iso((*o)->due)}}, "PML-31");
    return Breached{id, std::move(reason)};
}

}  // namespace maple::resolution
