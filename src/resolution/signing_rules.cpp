#include "resolution/signing_rules.hpp"
#include "dispute/life.hpp"
#include "foundation/bare_text.hpp"
#include "resolution/rules.hpp"

#include <algorithm>

namespace maple::resolution {
namespace {

using dispute::LinkState;
using dispute::Party;
using dispute::PartyKind;
using dispute::SignsAs;

constexpr std::string_view matters[] = {"marriage", "adoption", "inheritance"};

dispute::Member const* member_of(Party const& p, Key id)
{
    for (auto const& one : p.members)
        if (one.id == id && !one.left) return &one;
    return nullptr;
}

// A link that opens the text, and its agreement; or why it does not.
struct Opened {
    dispute::Agreement const* agreement;
    dispute::SigningLink const* link;
};
Result<Opened> opened(Dispute const& d, Key id, Instant now)
{
    auto const* a = dispute::agreement_of_link(d, id);
    auto const* link = dispute::signing_link(d, id);
    if (!a || !link) return refuse(Because::not_found, "signing.unknown_link");
    switch (dispute::link_state(d, *a, *link, now)) {
    case LinkState::open: return Opened{a, link};
    case LinkState::used: return refuse(Because::conflict, "signing.used");
    case LinkState::revoked: return refuse(Because::conflict, "signing.revoked");
    case LinkState::expired: return refuse(Because::conflict, "signing.expired");
    case LinkState::changed: return refuse(Because::conflict, "signing.text_changed", {}, "PML-29");
    case LinkState::settled: return refuse(Because::conflict, "signing.settled");
    }
    return refuse(Because::not_found, "signing.unknown_link");
}

// Of those who may lead the pen the one who did; where no name is told, the role alone decides.
Result<Signer> one_of(std::vector<Signer> const& all, std::optional<SignsAs> as, std::optional<std::string_view> name)
{
    auto const fits = [&](Signer const& one) {
        if (as && *as != one.as) return false;
        return !name || one.name.empty() || bare_text(one.name) == bare_text(*name);
    };
    auto const found = std::find_if(all.begin(), all.end(), fits);
    if (found != all.end()) return *found;
    bool const unknown_role = as && std::none_of(all.begin(), all.end(), [&](Signer const& one) { return one.as == *as; });
    return unknown_role ? refuse_field("/as", "not_this_signer") : refuse_field("/name", "not_the_signers_name");
}

}  // namespace

std::vector<Signer> signers_of(Party const& p, Key id)
{
    if (p.kind == PartyKind::group) {
        auto const* member = member_of(p, id);
        return member ? std::vector<Signer>{{SignsAs::member, text_of(member->name)}} : std::vector<Signer>{};
    }
    if (p.kind == PartyKind::organisation) return {{SignsAs::representative, text_of(p.represented_by)}};
    if (p.capacity != dispute::Capacity::full) return {{SignsAs::guardian, p.guardian ? text_of(p.guardian->name) : ""}};
    std::vector<Signer> all{{SignsAs::self, text_of(p.name)}};
    if (p.represented_by) all.push_back({SignsAs::agent, text_of(p.represented_by)});
    return all;
}

Result<Signer> signer_on_paper(Party const& p, Key member, std::optional<SignsAs> as, std::string_view name)
{
    auto all = signers_of(p, member);
    if (p.kind == PartyKind::group && !member) all.push_back({SignsAs::representative, ""});
    return one_of(all, as, name.empty() ? std::nullopt : std::optional(name));
}

std::string_view paper_alone(law::Book const& book, std::string_view key, std::string_view text)
{
    auto const* kind = book.kind(key);
    if (kind && kind->personal_relations) return "personal_relations";
    for (auto const matter : matters)
        for (auto const& word : book.words(matter))
            if (text.find(word) != text.npos) return matter;
    return {};
}

Result<LinkMade> make_link(Dispute const& d, law::Book const& book, Key id, dispute::SigningLink link, std::string_view text)
{
    if (auto ok = dispute::permitted(d, LinkMade::deed); !ok) return ok.error();
    if (link.way == dispute::SigningWay::paper) return refuse_field("/way", "not_by_link");
    auto const* a = dispute::agreement(d, id);
    if (!a) return refuse(Because::not_found, "agreement.unknown");
    // What a link leads to has to be there word for word: drafts of before are written anew.
    if (!a->effective_at && !a->text) return refuse(Because::conflict, "signing.draft_anew");
    dispute::Pen pen;
    pen.way = link.way;
    pen.member = link.member;
    if (auto ok = sign(d, book, id, link.party, dispute::Signing::electronic, pen, text); !ok) return ok.error();
    link.text = a->text.hash;
    return LinkMade{id, std::move(link)};
}

Result<LinkRevoked> revoke_link(Dispute const& d, Key id, Instant now)
{
    if (auto ok = dispute::permitted(d, LinkRevoked::deed); !ok) return ok.error();
    if (auto const link = opened(d, id, now); !link) return link.error();
    return LinkRevoked{id};
}

Result<Signed> sign_by_link(Dispute const& named, law::Book const& book, Key id, PenInHand const& hand, std::string_view text, Instant now)
{
    if (auto ok = dispute::permitted(named, Signed::deed); !ok) return ok.error();
    auto const way = opened(named, id, now);
    if (!way) return way.error();
    auto const& [a, link] = *way;
    if (hand.seen != link->text) return refuse(Because::conflict, "signing.text_changed", {}, "PML-29");
    if (!hand.agrees) return refuse_field("/agrees", "signing_agreement_needed", {}, "ESL-3");
    if (!hand.drawn && hand.name.empty()) return refuse_field("/name", "name_or_drawing");
    auto const name = hand.drawn ? std::nullopt : std::optional<std::string_view>(hand.name);
    auto const who = one_of(signers_of(*dispute::party(named, link->party), link->member), hand.as, name);
    if (!who) return who.error();
    dispute::Pen pen;
    pen.way = link->way;
    pen.as = who->as;
    pen.member = link->member;
    pen.text = link->text;
    pen.link = link->id;
    // Face to face, whoever handed the tablet over has seen who signs.
    if (link->way == dispute::SigningWay::tablet) pen.witness = link->made_by;
    return sign(named, book, a->id, link->party, dispute::Signing::electronic, pen, text);
}

Result<SigningDeclined> decline(Dispute const& d, Key id, std::string const& seen, Kept reason, Instant now)
{
    if (auto ok = dispute::permitted(d, SigningDeclined::deed); !ok) return ok.error();
    auto const way = opened(d, id, now);
    if (!way) return way.error();
    auto const& [a, link] = *way;
    if (seen != link->text) return refuse(Because::conflict, "signing.text_changed", {}, "PML-29");
    return SigningDeclined{a->id, link->party, link->member, id, std::move(reason), seen};
}

}  // namespace maple::resolution
