#include "documents/copies.hpp"
#include "access/tries.hpp"
#include "api/words.hpp"
#include "dispute/file.hpp"
#include "documents/columns.hpp"
#include "documents/forms.hpp"
#include "documents/pdf/pdf.hpp"
#include "documents/routes.hpp"
#include "followup/events.hpp"
#include "foundation/random_token.hpp"
#include "registry/roll.hpp"
#include "registry/standing.hpp"
#include "resolution/text.hpp"

namespace maple::documents {
namespace {

using access::Right;

constexpr std::size_t key_length = 13, mac_length = 26;  // base32; hexadecimal: 104 bits

std::string mac_of(Vault const& vault, Key dispute, Key agreement)
{
    return vault.blind("agreement copy/" + shown(dispute) + "/" + shown(agreement)).substr(0, mac_length);
}

std::string tidied(std::string_view text)
{
    std::string out;
    for (char const c : text)
        if (c != ' ' && c != '-') out += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return out;
}

enum class CopyState { unregistered, effective, changed, invalid };
BOOST_DESCRIBE_ENUM(CopyState, unregistered, effective, changed, invalid)

// Of one language in which the text stands.
struct TextDigest {
    dispute::Tongue language{};
    std::string digest;  // hex SHA-256 of the bare text (foundation/bare_text.hpp)
};
BOOST_DESCRIBE_STRUCT(TextDigest, (), (language, digest))

struct CheckedCopy {
    CopyState state{};
    std::string state_says;
    std::string organisation_name;
    std::string number;                // "" before the seal
    std::optional<Date> effective_on;
    std::int64_t pages = 0;            // of the printed copy
    std::int64_t obligations = 0;
    std::string digest;                // its beginning, in groups: it stands on each page of the copy
    std::vector<TextDigest> texts;     // the Chinese one first
};
BOOST_DESCRIBE_STRUCT(CheckedCopy, (), (state, state_says, organisation_name, number, effective_on, pages, obligations, digest, texts))

// Held invalid, or changed by what the parties agreed when the quarrel was taken up again.
CopyState state_of(Desk& desk, dispute::Dispute const& d, dispute::Agreement const& a)
{
    if (!a.effective_at) return CopyState::unregistered;
    if (!d.reopened_as) return CopyState::effective;
    for (auto const& page : access::pages_of(desk.sql, d.id))
        if (page.deed == followup::Reopened::deed && from_record<followup::Reopened>(page.body).reason == "invalid_agreement") return CopyState::invalid;
    auto const later = dispute::shared_unasked(desk, d.reopened_as);
    return dispute::has_effective_agreement(*later) ? CopyState::changed : CopyState::effective;
}

// All words that may stand on the paper, for counting its pages: nobody reads them here.
void fill_all(Desk& desk, dispute::Dispute& d)
{
    auto const words = access::words_of(desk.sql, desk.house.vault, d.id, true, false);
    each_kept(d, [&](auto& kept) {
        if (auto const known = words.find(kept.id.n); known != words.end()) kept.text = known->second;
    });
}

struct Counted {
    std::int64_t pages = 0;
};

std::int64_t pages_of_copy(Desk& desk, dispute::Dispute const& d, Key agreement)
{
    auto const name = ShelfName("pages of a copy") << d.id.n << d.version << agreement.n;
    if (auto const known = desk.house.shelf->find<Counted>(name)) return known->pages;
    auto const& row = known_form("agreement");
    auto chinese = desk;
    chinese.language = Language::zh;
    auto const values = values_of(chinese, d, row, agreement);
    auto const made = std::make_shared<Sheet const>(made_out(form_template(row, Language::zh).value(), values));
    auto const counted = std::make_shared<Counted const>(Counted{page_numbers({Leaf{made}}).sheets});
    desk.house.shelf->keep(name, counted, sizeof(Counted));
    return counted->pages;
}

access::Tries strangers;  // tokens that nobody made, from one network
constexpr access::Brake guesses{20, 15 * 60};

struct CheckCopy {
    Text<1, 120> token;
};
BOOST_DESCRIBE_STRUCT(CheckCopy, (), (token))

// Nothing personal: who holds the paper has the names; who found the address has none.
CheckedCopy check_copy(Desk& desk, CheckCopy const& ask)
{
    auto const from = access::network_of(desk.peer);
    if (auto const wait = strangers.wait(from, guesses, desk.real_now))
        throw Refused(refuse(Because::too_many, "slow_down", {{"seconds", std::to_string(wait)}}));
    auto const which = read_copy_token(desk.house.vault, ask.token.str());
    if (!which) {
        strangers.failed(from, guesses, desk.real_now);
        throw Refused(refuse(Because::not_found, "copy.unknown"));
    }
    auto d = dispute::read_unasked(desk, which->dispute);
    auto const* a = dispute::agreement(std::as_const(d), which->agreement);
    if (!a || a->oral) throw Refused(refuse(Because::not_found, "copy.unknown"));
    desk.etag.reset();
    fill_all(desk, d);
    CheckedCopy out;
    out.state = state_of(desk, d, *a);
    out.state_says = api::say(desk.language, std::string("copy_state.") + boost::describe::enum_to_string(out.state, "?"));
    out.organisation_name = registry::called(desk, registry::committee_of(desk, registry::organisation(desk, dispute::answerable(d).organisation)));
    out.number = a->number;
    if (a->effective_at) out.effective_on = date_in_beijing(*a->effective_at);
    out.obligations = std::int64_t(a->obligations.size());
    out.pages = pages_of_copy(desk, d, a->id);
    // An agreement of before the text was kept has no digest.
    if (!a->text.text) return out;
    auto as_signed = d;
    dispute::bear_names_of(as_signed, *a);
    auto const clauses = resolution::clauses_of(as_signed, *a);
    out.digest = resolution::in_groups(resolution::digest_of(*a->text.text));
    out.texts.push_back({dispute::Tongue::zh, resolution::digest_of(resolution::column_text(clauses, resolution::Column::chinese))});
    if (a->second) out.texts.push_back({a->second->language, resolution::digest_of(resolution::column_text(clauses, resolution::Column::second))});
    return out;
}

}  // namespace

std::string copy_token(Vault const& vault, Key dispute, Key agreement)
{
    return tidied(shown(dispute) + shown(agreement) + mac_of(vault, dispute, agreement));
}

std::optional<WhichCopy> read_copy_token(Vault const& vault, std::string_view text)
{
    auto const token = tidied(text);
    bool const sound = token.size() == 2 * key_length + mac_length;
    auto const dispute = key_from_shown(sound ? token.substr(0, key_length) : std::string(key_length, '0'));
    auto const agreement = key_from_shown(sound ? token.substr(key_length, key_length) : std::string(key_length, '0'));
    WhichCopy const which{dispute.value_or(Key{}), agreement.value_or(Key{})};
    bool const ours = same_secret(mac_of(vault, which.dispute, which.agreement), sound ? token.substr(2 * key_length) : std::string(mac_length, ' '));
    if (!ours) return std::nullopt;
    return which;
}

std::optional<CopyMarks> copy_marks(Desk& desk, dispute::Dispute const& d, FormRow const& row, std::optional<Key> subject)
{
    if (row.key != "agreement" || !subject || desk.language != Language::zh) return std::nullopt;
    auto const* a = dispute::agreement(d, *subject);
    if (!a || !a->text.text) return std::nullopt;
    return CopyMarks{desk.house.public_url + "/check/agreement/" + copy_token(desk.house.vault, d.id, a->id),
                     resolution::in_groups(resolution::digest_of(*a->text.text))};
}

std::vector<api::Route> copy_routes()
{
    using enum api::Verb;
    return {{post, "/check/agreement", Right::anyone, check_copy, "Whether the agreement behind the code of a copy is registered, what became of it, and the digest of its text; nothing personal."}};
}

}  // namespace maple::documents
