#include "mediation/safety_rules.hpp"
#include "dispute/life.hpp"
#include "law/clock.hpp"

#include <algorithm>

namespace maple::mediation {
namespace {

using dispute::Risk;
using dispute::RiskKind;

law::SafetyQuestion const* question(law::Book const& book, std::string_view key)
{
    auto const found = std::find_if(book.safety.begin(), book.safety.end(), [&](auto const& one) { return one.key == key; });
    return found == book.safety.end() ? nullptr : &*found;
}

bool stands(Dispute const& d, RiskKind kind)
{
    return std::any_of(d.risks.begin(), d.risks.end(), [&](Risk const& r) { return r.kind == kind && !r.cleared_at; });
}

// What a protection order asks of whoever invites the two (DV art. 29).
bool demanded_by_order(std::string_view action)
{
    return action == "no_joint_session" || action == "separate_rooms" || action == "hide_address";
}

}  // namespace

Result<SafetyAsked> ask_safety(Dispute const& d, law::Book const& book, dispute::SafetyCheck check, std::vector<std::string> const& yes, Key person)
{
    if (auto ok = dispute::permitted(d, SafetyAsked::deed); !ok) return ok.error();
    if (!dispute::is_mediator(d, person)) return refuse(Because::not_allowed, "vault.not_the_mediator", {}, "PML-15");
    auto const* party = dispute::party(d, check.party);
    if (!party) return refuse_field("/party", "unknown_party");
    if (party->left) return refuse_field("/party", "party_left");
    check.actions.clear();
    for (std::size_t n = 0; n < yes.size(); ++n) {
        auto const* asked = question(book, yes[n]);
        if (!asked) return refuse_field("/yes/" + std::to_string(n), "not_in_the_book");
        for (auto const& action : asked->actions)
            if (std::find(check.actions.begin(), check.actions.end(), action) == check.actions.end()) check.actions.push_back(action);
    }
    return SafetyAsked{std::move(check)};
}

std::vector<Risk> risks_of(Dispute const& d, law::Book const& book, std::vector<std::string> const& yes)
{
    std::vector<Risk> risks;
    auto const* kind = book.kind(d.kind);
    for (auto const& key : yes) {
        auto const* asked = question(book, key);
        Risk risk;
        if (!asked || !boost::describe::enum_from_string(asked->risk.c_str(), risk.kind)) continue;
        if (risk.kind == RiskKind::violence && kind && kind->personal_relations) risk.kind = RiskKind::domestic_violence;
        boost::describe::enum_from_string(asked->level.c_str(), risk.level);
        auto const same = std::find_if(risks.begin(), risks.end(), [&](Risk const& one) { return one.kind == risk.kind; });
        if (same != risks.end()) same->level = std::max(same->level, risk.level);
        else if (!stands(d, risk.kind)) risks.push_back(std::move(risk));
    }
    return risks;
}

Result<SafetyLifted> lift(Dispute const& d, Key id, std::string action, Kept why, Key person, Date today)
{
    if (auto ok = dispute::permitted(d, SafetyLifted::deed); !ok) return ok.error();
    if (!dispute::is_mediator(d, person)) return refuse(Because::not_allowed, "vault.not_the_mediator", {}, "PML-15");
    auto const* check = dispute::safety_check(d, id);
    if (!check) return refuse(Because::not_found, "safety.unknown");
    if (std::find(check->actions.begin(), check->actions.end(), action) == check->actions.end()) return refuse(Because::conflict, "safety.not_held");
    if (demanded_by_order(action) && dispute::order_in_force(d, today)) return refuse(Because::forbidden_by, "safety.order_in_force", {}, "DV-29");
    return SafetyLifted{id, std::move(action), std::move(why)};
}

Result<ProtectionFiled> file_protection(Dispute const& d, law::Book const& book, dispute::Protection one)
{
    if (auto ok = dispute::permitted(d, ProtectionFiled::deed); !ok) return ok.error();
    if (!dispute::party(d, one.protects)) return refuse_field("/protects", "unknown_party");
    if (!dispute::party(d, one.against)) return refuse_field("/against", "unknown_party");
    if (one.protects == one.against) return refuse_field("/against", "protected_from_itself");
    if (one.until && *one.until < one.from) return refuse_field("/until", "end_before_begin");
    if (one.kind == dispute::ProtectionKind::protection_order) {
        if (!one.until) return refuse_field("/until", "missing", {}, "DV-30");
        auto const longest = law::due(book, "protection_order_ends", start_of(one.from), start_of(one.from)).at;
        if (start_of(*one.until) > longest) return refuse_field("/until", "order_too_long", {}, "DV-30");
    }
    return ProtectionFiled{std::move(one)};
}

Result<ProtectionVisited> visit_protected(Dispute const& d, Key id, Kept findings)
{
    if (auto ok = dispute::permitted(d, ProtectionVisited::deed); !ok) return ok.error();
    if (!dispute::protection(d, id)) return refuse(Because::not_found, "protection.unknown");
    return ProtectionVisited{id, std::move(findings)};
}

Result<ChildHeard> hear_child(Dispute const& d, law::Book const& book, dispute::ChildHeard child, Key person, Date on)
{
    if (auto ok = dispute::permitted(d, ChildHeard::deed); !ok) return ok.error();
    if (!dispute::is_mediator(d, person)) return refuse(Because::not_allowed, "vault.not_the_mediator", {}, "PML-15");
    auto const* party = dispute::party(d, child.party);
    if (child.party && (!party || party->kind != dispute::PartyKind::person)) return refuse_field("/party", "unknown_party");
    if (!party && !child.name) return refuse_field("/name", "missing");
    if (party && !child.birth_year) child.birth_year = party->birth_year;
    if (child.birth_year && *child.birth_year > year_of(on)) return refuse_field("/birth_year", "in_the_future");
    // The day of its birthday is not known: in the year in which it comes of age it may still be a child.
    if (child.birth_year && year_of(on) - *child.birth_year > book.policy("adult_age")) return refuse_field(party ? "/party" : "/birth_year", "not_a_child", {}, "MIN-107");
    if (child.with != dispute::HeardWith::alone && !child.company) return refuse_field("/company", "missing");
    if (party && party->guardian && party->guardian->accused && child.with == dispute::HeardWith::guardian)
        return refuse(Because::forbidden_by, "child.guardian_accused", {}, "MIN-11");
    if (!child.wish && !child.wish_apart) return refuse_field("/wish", "missing");
    if (!child.by_name) child.by = person;
    return ChildHeard{std::move(child)};
}

}  // namespace maple::mediation
