#include "dispute/receipt_door.hpp"
#include "access/journal.hpp"
#include "access/tries.hpp"
#include "foundation/phone.hpp"
#include "foundation/random_token.hpp"
#include "foundation/receipt_code.hpp"

namespace maple::dispute {
namespace {

access::Tries by_network;  // wrong codes from one place
access::Tries by_code;     // wrong digits for one code
constexpr access::Brake guesses{20, 15 * 60};

access::Brake digits_of(law::Book const& book)
{
    return {book.policy("resident_failures_most"), book.policy("resident_lockout_minutes") * 60};
}

Refusal no_match() { return refuse(Because::not_found, "receipt.no_match"); }

}  // namespace

Kept phone_of(Dispute const& d, Key id, Key member)
{
    auto const* me = party(d, id);
    if (!me) return {};
    for (auto const& one : me->members)
        if (member && one.id == member) return one.phone;
    return me->guardian && me->guardian->phone && !me->guardian->accused ? me->guardian->phone : me->phone;
}

void slow_down(std::int64_t seconds)
{
    throw Refused(refuse(Because::too_many, "slow_down", {{"seconds", std::to_string(seconds)}}));
}

Speaker speaker(Desk& desk, std::string const& text)
{
    if (auto const wait = by_network.wait(desk.peer, guesses, desk.real_now)) slow_down(wait);
    auto const code = normal_receipt_code(text);
    std::optional<Speaker> found;
    if (code)
        found = sql::one<Speaker>(desk.sql, "SELECT dispute, party FROM receipt WHERE code_blind = $1",
                                  desk.house.vault.blind("receipt/" + *code));
    if (!found) {
        by_network.failed(desk.peer, guesses, desk.real_now);
        throw Refused(no_match());
    }
    return *found;
}

void check_tail(Desk& desk, Dispute const& d, Speaker const& who, std::string const& tail) { check_tail(desk, d, who.party, {}, tail); }

void check_tail(Desk& desk, Dispute const& d, Key party, Key member, std::string const& tail)
{
    auto const key = shown(d.id) + shown(party) + (member ? shown(member) : "");
    if (auto const wait = by_code.wait(key, digits_of(desk.book()), desk.real_now)) slow_down(wait);
    auto const kept = phone_of(d, party, member);
    auto const phone = access::one_text(desk, kept);
    if (!phone) throw Refused(refuse(Because::forbidden_by, "receipt.no_phone"));
    if (!same_secret(last_four(*phone), tail)) {
        by_code.failed(key, digits_of(desk.book()), desk.real_now);
        throw Refused(no_match());
    }
    by_code.succeeded(key);
}

bool has_phone(Dispute const& d, Key party, Key member) { return bool(phone_of(d, party, member)); }

}  // namespace maple::dispute
