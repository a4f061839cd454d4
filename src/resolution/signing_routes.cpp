// Signing without an account: by a link of one's own, on one's own phone or on the committee's
// tablet. The mediator makes the links; what a link opens is one text for one signer, once.
#include "access/tries.hpp"
#include "dispute/receipt_door.hpp"
#include "dispute/view.hpp"
#include "dispute/signing_token.hpp"
#include "foundation/qr.hpp"
#include "foundation/strokes.hpp"
#include "resolution/routes.hpp"
#include "resolution/rules.hpp"
#include "resolution/signing_rules.hpp"
#include "resolution/signing_view.hpp"
#include "storage/insert.hpp"

namespace maple::resolution {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;
using dispute::SigningWay;

// The exact text as it lies beside the pages.
std::string text_of(Desk& desk, dispute::Agreement const& a)
{
    return access::one_text(desk, a.text).value_or("");
}

// --- The mediator ---------------------------------------------------------------------------

struct MakeLink {
    Key dispute{};
    Key agreement{};
    Key party{};
    std::optional<Key> member;  // of a group, each his own
    SigningWay way{};
};
BOOST_DESCRIBE_STRUCT(MakeLink, (), (dispute, agreement, party, member, way))

struct LinkShown {
    Key id{};
    std::string token;  // told this once
    std::string link;   // an address to be handed over; the token stands behind '#', never in a request line
    std::string qr;     // the same as an SVG
    Instant expires_at;
    std::int64_t version = 0;  // of the dispute
};
BOOST_DESCRIBE_STRUCT(LinkShown, (), (id, token, link, qr, expires_at, version))

LinkShown link_made(Desk& desk, MakeLink const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    auto const* a = dispute::agreement(*file, ask.agreement);
    auto const& book = desk.book();
    auto token = dispute::fresh_signing_token(desk.house.vault);
    dispute::SigningLink link;
    link.id = new_key();
    link.party = ask.party;
    link.member = ask.member.value_or(Key{});
    link.way = ask.way;
    link.mark = dispute::mark_of(token.blind);
    link.made_by = desk.caller.person;
    link.made_at = desk.now;
    link.expires_at = plus_seconds(desk.now, ask.way == SigningWay::tablet ? book.policy("signing_tablet_minutes") * 60 : book.policy("signing_link_days") * 24 * 3600);
    auto const event = make_link(*file, book, ask.agreement, link, a ? text_of(desk, *a) : "").value();
    // A new link takes the place of the one before.
    for (auto const& before : a->links)
        if (before.party == link.party && before.member == link.member && dispute::link_state(*file, *a, before, desk.now) == dispute::LinkState::open)
            file.record(LinkRevoked{before.id});
    file.record(event);
    sql::insert(desk.sql, "signing_link", dispute::SigningRow{token.blind, link.id, ask.dispute, ask.agreement});
    auto const& d = file.put_back();
    auto const address = desk.house.public_url + "/sign#" + token.token;
    return {link.id, token.token, address, qr_svg(address, ""), link.expires_at, d.version};
}

struct OneLink {
    Key dispute{};
    Key link{};
};
BOOST_DESCRIBE_STRUCT(OneLink, (), (dispute, link))

FileView link_revoked(Desk& desk, OneLink const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(revoke_link(*file, ask.link, desk.now).value());
    return done(file);
}

// --- The signer ----------------------------------------------------------------------------

access::Tries strangers;  // wrong tokens from one network
constexpr access::Brake guesses{20, 15 * 60};

Refusal no_link() { return refuse(Because::not_found, "signing.unknown_link"); }

struct Way {
    Key dispute{};
    Key link{};
};

// By the token of a link; or by the code of the receipt, where a link was made for that party.
Way way_in(Desk& desk, std::optional<std::string> const& token, std::optional<std::string> const& code)
{
    if (!token) {
        auto const who = dispute::speaker(desk, code.value_or(""));
        auto const d = dispute::shared_unasked(desk, who.dispute);
        auto const* link = dispute::open_link(*d, who.party, desk.now);
        if (!link) throw Refused(refuse(Because::conflict, "signing.nothing_to_sign"));
        return {who.dispute, link->id};
    }
    auto const from = access::network_of(desk.peer);
    if (auto const wait = strangers.wait(from, guesses, desk.real_now)) dispute::slow_down(wait);
    auto const blind = dispute::blind_of_token(desk.house.vault, *token);
    auto const row = sql::one<dispute::SigningRow>(desk.sql, "SELECT token_blind, id, dispute, agreement FROM signing_link WHERE token_blind = $1", blind.value_or(""));
    if (!row) {
        strangers.failed(from, guesses, desk.real_now);
        throw Refused(no_link());
    }
    return {row->dispute, row->id};
}

using Token = std::optional<Text<1, 60>>;
using Code = std::optional<Text<8, 12>>;
std::optional<std::string> told(auto const& text) { return text ? std::optional(text->str()) : std::nullopt; }

struct OpenText {
    Token token;
    Code code;
};
BOOST_DESCRIBE_STRUCT(OpenText, (), (token, code))

SigningPage text_opened(Desk& desk, OpenText const& ask)
{
    auto const way = way_in(desk, told(ask.token), told(ask.code));
    desk.etag.reset();
    return signing_page(desk, dispute::read_unasked(desk, way.dispute), way.link);
}

struct SignText {
    Token token;
    Code code;
    Text<1, 100> text;  // which text was read
    bool agrees = false;
    std::optional<Text<4, 4>> phone_tail;
    std::optional<dispute::SignsAs> as;
    std::optional<Text<0, 60>> name;         // typed
    std::optional<Text<0, 40000>> strokes;   // or drawn
};
BOOST_DESCRIBE_STRUCT(SignText, (), (token, code, text, agrees, phone_tail, as, name, strokes))

void must_be_the_signer(Desk& desk, File const& file, Key id, std::optional<Text<4, 4>> const& tail)
{
    auto const& link = *dispute::signing_link(*file, id);
    bool const seen_in_person = link.way == SigningWay::tablet && !dispute::has_phone(*file, link.party, link.member);
    if (seen_in_person) return;
    if (!tail) throw Refused(refuse_field("/phone_tail", "digits_needed"));
    dispute::check_tail(desk, *file, link.party, link.member, tail->str());
}

SigningPage text_signed(Desk& desk, SignText const& ask)
{
    auto const way = way_in(desk, told(ask.token), told(ask.code));
    auto file = File::open_unasked(desk, way.dispute);
    auto const strokes = ask.strokes ? ask.strokes->str() : "";
    if (!strokes.empty() && !strokes_in(strokes)) throw Refused(refuse_field("/strokes", "not_a_drawing"));
    PenInHand const hand{ask.text.str(), ask.agrees, ask.as, ask.name ? ask.name->str() : "", !strokes.empty()};
    auto named = *file;
    name_parties(desk, named);
    auto const* a = dispute::agreement_of_link(named, way.link);
    auto event = sign_by_link(named, desk.book(), way.link, hand, a ? text_of(desk, *a) : "", desk.now).value();
    must_be_the_signer(desk, file, way.link, ask.phone_tail);
    event.pen->name = file.keep("signature.name", hand.name);
    event.pen->strokes = file.keep("signature.strokes", strokes, access::Secrecy::personal);
    file.record(event);
    auto const d = file.put_back();
    desk.etag.reset();
    return signing_page(desk, d, way.link);
}

struct DeclineText {
    Token token;
    Code code;
    Text<1, 100> text;
    Narrative reason;
    std::optional<Text<4, 4>> phone_tail;
};
BOOST_DESCRIBE_STRUCT(DeclineText, (), (token, code, text, reason, phone_tail))

SigningPage text_declined(Desk& desk, DeclineText const& ask)
{
    auto const way = way_in(desk, told(ask.token), told(ask.code));
    auto file = File::open_unasked(desk, way.dispute);
    decline(*file, way.link, ask.text.str(), {}, desk.now).value();
    must_be_the_signer(desk, file, way.link, ask.phone_tail);
    file.record(decline(*file, way.link, ask.text.str(), file.keep("signing.reason", ask.reason.str()), desk.now).value());
    auto const d = file.put_back();
    desk.etag.reset();
    return signing_page(desk, d, way.link);
}

}  // namespace

api::Room signing_room()
{
    using enum api::Verb;
    return {"signing",
            {
                {post, "/disputes/{dispute}/agreements/{agreement}/links", Right::mediate, link_made, "A signer's own link to the text as it stands, for a phone or for the committee's tablet; its token is told this once."},
                {del, "/disputes/{dispute}/signing-links/{link}", Right::mediate, link_revoked, "Takes a signer's link back."},
                {post, "/signing", Right::anyone, text_opened, "The text behind a signer's link, or behind the code of a receipt for whose party one was made."},
                {post, "/signing/signature", Right::anyone, text_signed, "Signs electronically: drawn or typed, with the last four digits of the phone on file (Electronic Signature Law art. 13)."},
                {post, "/signing/refusal", Right::anyone, text_declined, "Does not agree: the text goes back to the mediator with a reason."},
            }};
}

}  // namespace maple::resolution
