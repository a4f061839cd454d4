// The resident's door: no account, one code a party. With it a party sees its own matter in
// plain words and says in which language to speak with it; to consent, refuse or withdraw it also gives the last four digits of the
// phone on file. Wrong codes and wrong digits get the same answer, and soon a pause.
#include "acceptance/complaining.hpp"
#include "acceptance/own_matter.hpp"
#include "acceptance/routes.hpp"
#include "acceptance/rules.hpp"
#include "access/tries.hpp"
#include "dispute/request.hpp"
#include "foundation/qr.hpp"
#include "foundation/receipt_code.hpp"
#include "registry/roll.hpp"

namespace maple::acceptance {
namespace {

using access::Right;
using dispute::Consent;
using dispute::File;

// --- One's own matter ---------------------------------------------------------------------------

struct Look {
    Text<8, 12> code;
};
BOOST_DESCRIBE_STRUCT(Look, (), (code))

MatterView look(Desk& desk, Look const& ask)
{
    auto const found = dispute::speaker(desk, ask.code.str());
    return own_matter(desk, dispute::read_unasked(desk, found.dispute), found);
}

struct Say {
    Text<8, 12> code;
    Text<4, 4> phone_tail;
    Consent consent{};
};
BOOST_DESCRIBE_STRUCT(Say, (), (code, phone_tail, consent))

MatterView say(Desk& desk, Say const& ask)
{
    auto const found = dispute::speaker(desk, ask.code.str());
    auto file = File::open_unasked(desk, found.dispute);
    check_tail(desk, *file, found, ask.phone_tail.str());
    if (ask.consent != Consent::agreed && ask.consent != Consent::refused) throw Refused(refuse_field("/consent", "not_a_consent"));
    file.record(record_consent(*file, found.party, ask.consent, dispute::SaidBy::web, true).value());
    auto const d = file.put_back();
    desk.etag.reset();
    return own_matter(desk, d, found);
}

struct Speak {
    Text<8, 12> code;
    dispute::Tongue language{};
};
BOOST_DESCRIBE_STRUCT(Speak, (), (code, language))

MatterView speak(Desk& desk, Speak const& ask)
{
    auto const found = dispute::speaker(desk, ask.code.str());
    auto file = File::open_unasked(desk, found.dispute);
    auto const chosen = choose_tongue(*file, found.party, ask.language).value();
    dispute::choose_language(desk, found.dispute, found.party, ask.language);
    if (dispute::party(*file, found.party)->language != ask.language) {
        file.record(chosen);
        file.put_back();
        desk.etag.reset();
    }
    return own_matter(desk, *file, found);
}

// --- Asking ------------------------------------------------------------------------------------

// What a resident writes about himself and the other side, as far as known.
struct Apply {
    std::optional<std::string> kind;
    std::string place;
    Narrative facts;
    OptionalNarrative request;
    Name name;
    Text<5, 30> phone;
    OptionalLine address;
    std::optional<Name> other_name;
    std::optional<std::string> other_phone;
    OptionalLine other_address;
    bool other_is_organisation = false;
    std::optional<dispute::Tongue> language;
    bool interpreter = false;
    bool agrees = false;   // to mediation, and to the notice on personal data
};
BOOST_DESCRIBE_STRUCT(Apply, (), (kind, place, facts, request, name, phone, address, other_name, other_phone, other_address,
                                  other_is_organisation, language, interpreter, agrees))

struct Applied {
    std::string code;      // 8 characters, shown as "KQ7M-2P8X"
    std::string qr;        // SVG of a link that opens the matter; the code stands behind '#', never in a request line
    std::string organisation_name, phone;
    Instant answer_by;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (code, qr, organisation_name, phone, answer_by))

// Faults of the request form under the names that a resident's form has.
std::string own_name(std::string const& at)
{
    static std::map<std::string, std::string> const names{
        {"/parties/0/name", "/name"}, {"/parties/0/phone", "/phone"}, {"/parties/0/address", "/address"},
        {"/parties/1/name", "/other_name"}, {"/parties/1/phone", "/other_phone"}, {"/parties/1/address", "/other_address"}};
    auto const known = names.find(at);
    return known == names.end() ? at : known->second;
}

dispute::RequestForm request_of(Apply const& ask)
{
    dispute::RequestForm form;
    form.kind = ask.kind.value_or("");  // the desk names it when it accepts
    form.source = dispute::Source::web;
    form.place = ask.place;
    form.facts = ask.facts;
    form.request = ask.request;
    dispute::PartyForm me;
    me.side = dispute::Side::applicant;
    me.name = ask.name;
    me.phone = ask.phone.str();
    me.address = ask.address;
    me.language = ask.language;
    me.interpreter = ask.interpreter;
    form.parties.push_back(std::move(me));
    if (ask.other_name) {
        dispute::PartyForm other;
        other.side = dispute::Side::respondent;
        other.kind = ask.other_is_organisation ? dispute::PartyKind::organisation : dispute::PartyKind::person;
        other.name = *ask.other_name;
        other.phone = ask.other_phone;
        other.address = ask.other_address;
        form.parties.push_back(std::move(other));
    }
    return form;
}

access::Tries new_requests;  // every one counts
constexpr access::Brake an_hour_of_requests{30, 60 * 60};

Applied apply(Desk& desk, Apply const& ask)
{
    if (auto const wait = new_requests.wait(desk.peer, an_hour_of_requests, desk.real_now)) dispute::slow_down(wait);
    if (!ask.agrees) throw Refused(refuse_field("/agrees", "agreement_to_notice_needed", {}, "PML-17"));
    new_requests.failed(desk.peer, an_hour_of_requests, desk.real_now);
    dispute::Begun begun;
    try {
        begun = dispute::make_request(desk, request_of(ask));
    } catch (Refused const& no) {
        auto mine = no.refusal;
        for (auto& fault : mine.problems) fault.at = own_name(fault.at);
        throw Refused(std::move(mine));
    }
    auto const d = dispute::read_unasked(desk, begun.dispute);
    auto const office = registry::organisation(desk, d.handlings.front().organisation);
    auto const code = begun.codes.front().code;
    auto const link = desk.house.public_url + "/my#" + code;
    desk.etag.reset();
    return {code, qr_svg(link, shown_receipt_code(code)), registry::called(desk, office), or_hotline(desk, office.phone),
            law::due(desk.book(), "desk.requested", desk.now, desk.now).at};
}

struct QrOf {
    Text<8, 12> code;
};
BOOST_DESCRIBE_STRUCT(QrOf, (), (code))

struct QrView {
    std::string svg, link;
};
BOOST_DESCRIBE_STRUCT(QrView, (), (svg, link))

QrView draw(Desk& desk, QrOf const& ask)
{
    auto const code = normal_receipt_code(ask.code.str());
    if (!code) throw Refused(refuse_field("/code", "not_a_code"));
    auto const link = desk.house.public_url + "/my#" + *code;
    return {qr_svg(link, shown_receipt_code(*code)), link};
}

}  // namespace

api::Room resident_room()
{
    using enum api::Verb;
    api::Room room{"resident",
            {
                {post, "/my/requests", Right::anyone, apply, "Ask for mediation without an account; the answer is a receipt with a code."},
                {post, "/my/matter", Right::anyone, look, "One's own matter in plain words, by the code of the receipt."},
                {post, "/my/consent", Right::anyone, say, "Agree, refuse or withdraw, with the code and the last four digits of the phone on file."},
                {post, "/my/language", Right::anyone, speak, "Choose the language in which one is spoken with: who mediates reads it, and whoever proposes a mediator."},
                {post, "/receipts/qr", Right::signed_in, draw, "The QR of a receipt, to be printed at the desk."},
            }};
    for (auto& route : complaining_routes()) room.routes.push_back(std::move(route));
    return room;
}

}  // namespace maple::acceptance
