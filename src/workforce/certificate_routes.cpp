// Certificates: issuing, renewing, revoking, the card, and the question that anybody may ask.
#include "access/tries.hpp"
#include "api/words.hpp"
#include "foundation/qr.hpp"
#include "foundation/typed_code.hpp"
#include "workforce/folder.hpp"
#include "workforce/parts.hpp"
#include "workforce/rules.hpp"
#include "workforce/views.hpp"

namespace maple::workforce {
namespace {

using access::Right;

constexpr std::size_t check_code_length = 20;  // a hundred bits: nobody finds a card by trying

bool taken_by_other(Desk& desk, Key person, std::string const& number)
{
    return sql::cell<std::int64_t>(desk.sql, R"(
        SELECT 1 FROM person WHERE certificate = $1 AND id <> $2
        UNION ALL SELECT 1 FROM certificate WHERE number = $1 AND person <> $2 LIMIT 1)", number, person).has_value();
}

// --- Issuing, renewing, revoking ------------------------------------------------------------

struct Certify {
    Key person{};
    Text<1, 40> number;
    std::optional<Line> issuer;       // none: the bureau of whoever enters it
    std::optional<Date> valid_from;   // none: today
    std::optional<Date> valid_until;  // none: as many years as the pack says
    OptionalLine reason;              // for issuing it without the hours of training
};
BOOST_DESCRIBE_STRUCT(Certify, (), (person, number, issuer, valid_from, valid_until, reason))

std::string bureau_of(Desk& desk)
{
    for (auto const& grant : desk.caller.grants)
        if (access::gives(grant.role, Right::keep_people))
            if (auto const bureau = registry::find_organisation(desk, grant.organisation)) return bureau->name;
    return "";
}

PersonPage certify(Desk& desk, Certify const& ask)
{
    auto const [person, sight] = see(desk, ask.person);
    must(sight.keeps && !sight.self);
    auto folder = Folder::open(desk, person.id);
    auto const today = date_in_beijing(desk.now);
    auto const from = ask.valid_from.value_or(today);
    auto const until = ask.valid_until.value_or(plus_days(plus_months(from, 12 * desk.book().serving.certificate_years), -1));
    may_be_certified(person, folder->roll, {from, until, taken_by_other(desk, person.id, ask.number.str()), hours_before(desk, person.id, today), !ask.reason.empty()},
                     today, desk.book()).value();
    CertificatePaper paper{new_key(), folder.keep("person.certificate", ask.number.str()),
                           folder.keep("certificate.issuer", ask.issuer ? ask.issuer->str() : bureau_of(desk)), from, until,
                           folder.keep("certificate.check_code", make_typed_code(check_code_length)), {}, false};
    auto const reason = folder.keep("certificate.reason", ask.reason.str());
    auto const service = folder.service();
    auto const* old = certificate_of(service);
    if (old && !old->revoked) folder.record(CertificateRenewed{paper, old->id, reason});
    else if (!old && !person.certificate.empty()) folder.record(CertificateRenewed{paper, {}, reason});
    else folder.record(CertificateIssued{paper, reason});
    folder.put_back();
    return person_page(desk, person.id);
}

struct Revoke {
    Key person{};
    Line reason;
};
BOOST_DESCRIBE_STRUCT(Revoke, (), (person, reason))

PersonPage revoke(Desk& desk, Revoke const& ask)
{
    auto const [person, sight] = see(desk, ask.person);
    must(sight.keeps && !sight.self);
    auto folder = Folder::open(desk, person.id);
    auto const service = folder.service();
    may_be_revoked(service, person).value();
    auto const* one = certificate_of(service);
    folder.record(CertificateRevoked{one ? one->id : Key{}, date_in_beijing(desk.now), folder.keep("certificate.revocation", ask.reason.str())});
    folder.put_back();
    return person_page(desk, person.id);
}

// --- Cards ----------------------------------------------------------------------------------------

struct MakeCards {
    Key organisation{};  // for those who serve there and below it
};
BOOST_DESCRIBE_STRUCT(MakeCards, (), (organisation))

struct CardsMade {
    std::int64_t made = 0;
};
BOOST_DESCRIBE_STRUCT(CardsMade, (), (made))

// Certificates that came in with the roll (by hand, by import) get a code, so that cards can
// be printed and checked. What they say stays as it is.
CardsMade make_cards(Desk& desk, MakeCards const& ask)
{
    auto const at = registry::organisation(desk, ask.organisation);
    must(sight_in(desk, at.path).keeps);
    auto const issuer = bureau_of(desk);
    auto folders = Folder::without_card(desk, at.path);
    for (auto& folder : folders) {
        auto const number = text_of(folder->roll.certificate);
        auto const until = folder->roll.certificate_until;
        // Nobody knows from when on it was valid: the card says from today on.
        folder.record(CardMade{{new_key(), folder.keep("person.certificate", number), folder.keep("certificate.issuer", issuer),
                                date_in_beijing(desk.now), until, folder.keep("certificate.check_code", make_typed_code(check_code_length)), {}, false}});
    }
    put_back(desk, folders);
    return {std::int64_t(folders.size())};
}

struct OnePerson {
    Key person{};
};
BOOST_DESCRIBE_STRUCT(OnePerson, (), (person))

struct CardView {
    std::string name, organisation_name;
    std::vector<Worded> serves_as;
    std::string number, issuer;
    Date valid_from{};
    std::optional<Date> valid_until;
    std::string qr, link;  // SVG of the address at which anybody can check it
};
BOOST_DESCRIBE_STRUCT(CardView, (), (name, organisation_name, serves_as, number, issuer, valid_from, valid_until, qr, link))

CardView card(Desk& desk, OnePerson const& ask)
{
    auto const [person, sight] = see(desk, ask.person);
    must(sight.closely());
    auto const papers = read_papers(desk, person.id);
    auto const service = service_in(person.id, papers);
    auto const* one = certificate_of(service);
    if (!one || one->revoked) throw Refused(refuse(Because::not_found, "certificate.no_card"));
    auto const link = desk.house.public_url + "/check/" + one->check_code;
    CardView view{person.name, registry::organisation(desk, person.organisation).name, {}, one->number, one->issuer, one->valid_from, one->valid_until,
                  qr_svg(link, one->number), link};
    for (auto const service_as : papers.roll.serves_as)
        view.serves_as.push_back({enum_key(service_as), api::say(desk.language, "service." + enum_key(service_as))});
    return view;
}

// --- Anybody may ask ---------------------------------------------------------------------------------

access::Tries strangers;
constexpr access::Brake guesses{20, 15 * 60};

struct Check {
    Text<1, 80> code;
};
BOOST_DESCRIBE_STRUCT(Check, (), (code))

struct Checked {
    bool valid = false;
};
BOOST_DESCRIBE_STRUCT(Checked, (), (valid))

// Valid or not, and nothing else: a code that nobody made is answered like one that has ended.
// Whoever only guesses is soon told to wait.
Checked check(Desk& desk, Check const& ask)
{
    auto const from = access::network_of(desk.peer);
    if (auto const wait = strangers.wait(from, guesses, desk.real_now))
        throw Refused(refuse(Because::too_many, "slow_down", {{"seconds", std::to_string(wait)}}));
    std::optional<Certificate> one;
    if (auto const code = normal_typed_code(ask.code.str()); code && code->size() == check_code_length)
        one = sql::one<Certificate>(desk.sql, "SELECT * FROM certificate WHERE check_code = $1", *code);
    auto const today = date_in_beijing(desk.now);
    bool const valid = one && !one->revoked && (!one->ended_on || today < *one->ended_on) && one->valid_from <= today &&
                       (!one->valid_until || today <= *one->valid_until) && !registry::person(desk, one->person).left_at;
    if (!valid) strangers.failed(from, guesses, desk.real_now);
    return {valid};
}

}  // namespace

std::vector<api::Route> certificate_routes()
{
    using enum api::Verb;
    return {
        {post, "/people/{person}/certificates", Right::keep_people, certify, "Issues a certificate, or renews the one that there is."},
        {post, "/people/{person}/revocation", Right::keep_people, revoke, "Revokes the certificate, with the reason."},
        {get, "/people/{person}/card", Right::signed_in, card, "The card to be printed, with its QR."},
        {post, "/cards", Right::keep_people, make_cards, "Gives a code to certificates that came in with the roll, so that their cards can be printed."},
        {post, "/check", Right::anyone, check, "Whether the certificate behind a code is valid; nothing else."},
    };
}

}  // namespace maple::workforce
