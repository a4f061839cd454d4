#include "resolution/signing_view.hpp"
#include "access/journal.hpp"
#include "api/words.hpp"
#include "dispute/receipt_door.hpp"
#include "registry/phone.hpp"
#include "registry/roll.hpp"
#include "resolution/signing_rules.hpp"

#include <algorithm>

namespace maple::resolution {
namespace {

using dispute::Agreement;
using dispute::Dispute;
using dispute::LinkState;
using dispute::SigningLink;

std::string party_name(Dispute const& d, Key id)
{
    auto const* p = dispute::party(d, id);
    return p ? text_of(p->name) : "";
}

// Whom to ask for another link: the mediator, at the number of his office.
void whom_to_call(SigningPage& page, Desk& desk, Dispute const& d)
{
    auto const office = registry::organisation(desk, dispute::answerable(d).organisation);
    page.organisation_name = registry::called(desk, office);
    page.phone = office.phone;
    if (auto const* chair = dispute::presiding(d))
        if (auto const person = registry::find_person(desk, chair->person)) {
            page.mediator_name = person->name;
            if (auto phone = registry::phone_of(desk, *person); !phone.empty()) page.phone = std::move(phone);
        }
    if (page.phone.empty()) page.phone = std::to_string(desk.book().policy("public_legal_line"));
}

void what_became_of_it(SigningPage& page, Agreement const& a, SigningLink const& link)
{
    if (page.state != LinkState::used) return;
    auto const signed_by_it = [&](dispute::Signature const& s) { return s.pen && s.pen->link == link.id; };
    auto const found = std::find_if(a.signatures.begin(), a.signatures.end(), signed_by_it);
    if (found != a.signatures.end()) page.signed_at = found->at;
    else page.sent_back = std::any_of(a.declined.begin(), a.declined.end(), [&](auto const& one) { return one.text == link.text && one.party == link.party && one.member == link.member; });
}

void promises_into(SigningPage& page, Desk& desk, Dispute const& d, Agreement const& a, Key me)
{
    for (auto const& o : a.obligations) {
        SignerPromise one{party_name(d, o.from), party_name(d, o.to), text_of(o.what), text_of(o.second),
                          api::say(desk.language, std::string("manner.") + boost::describe::enum_to_string(o.manner, "?")), o.amount, o.due};
        (o.from == me ? page.i_promise : o.to == me ? page.i_get : page.among_others).push_back(std::move(one));
    }
}

void signer_into(SigningPage& page, Desk& desk, Dispute const& d, SigningLink const& link)
{
    auto const& p = *dispute::party(d, link.party);
    page.my_name = text_of(p.name);
    for (auto const& member : p.members)
        if (member.id == link.member) page.my_name = text_of(member.name);
    for (auto const& one : signers_of(p, link.member))
        page.signs_as.push_back({one.as, api::say(desk.language, std::string("signs_as.") + boost::describe::enum_to_string(one.as, "?")), one.name});
    page.language = p.language;
    // Face to face whoever hands the tablet over sees who signs; elsewhere the digits tell.
    page.wants_digits = link.way == dispute::SigningWay::phone || dispute::has_phone(d, link.party, link.member);
}

}  // namespace

void fill_open(Desk& desk, Dispute& d)
{
    auto const texts = access::words_of(desk.sql, desk.house.vault, d.id, false, false);
    each_kept(d, [&](auto& kept) {
        if (auto const known = texts.find(kept.id.n); known != texts.end()) kept.text = known->second;
    });
}

SigningPage signing_page(Desk& desk, Dispute d, Key id)
{
    auto const& a = *dispute::agreement_of_link(d, id);
    auto const& link = *dispute::signing_link(std::as_const(d), id);
    SigningPage page;
    page.state = dispute::link_state(d, a, link, desk.now);
    page.way = link.way;
    page.expires_at = link.expires_at;
    whom_to_call(page, desk, d);
    what_became_of_it(page, a, link);
    if (page.state != LinkState::open) return page;
    fill_open(desk, d);
    signer_into(page, desk, d, link);
    dispute::bear_names_of(d, a);  // the text is word for word what it was when it was drawn up
    promises_into(page, desk, d, a, link.party);
    page.clauses = clauses_of(d, a).all();
    if (a.second) {
        page.second_language = a.second->language;
        page.governs = a.second->governs;
    }
    page.text = a.text.hash;
    page.partial = !a.ends_dispute;
    for (auto const party : a.parties)
        if (party != link.party) page.others.push_back({party_name(d, party), dispute::signed_at(d, a, party)});
    page.voided = std::any_of(a.voided.begin(), a.voided.end(), [&](auto const& one) { return one.party == link.party && one.member == link.member; });
    return page;
}

}  // namespace maple::resolution
