#include "resolution/court_rules.hpp"
#include "dispute/next.hpp"
#include "resolution/confirmation_rules.hpp"

#include <algorithm>

namespace maple::resolution {
namespace {

using dispute::Agreement;
using dispute::Side;

constexpr std::size_t district_digits = 6;

bool is_basic(LocalCourt const& court) { return court.division.size() >= district_digits; }
bool serves(std::string_view division, std::string_view place) { return !division.empty() && place.starts_with(division); }

law::CorpsCourt const* of_the_area(law::Book const& book, std::string_view place)
{
    for (auto const& court : book.handing_over->corps_courts)
        for (auto const& area : court.areas)
            if (serves(area, place)) return &court;
    return nullptr;
}

std::vector<CourtOption> every_corps_court(law::Book const& book, std::string const& ground)
{
    std::vector<CourtOption> all;
    for (auto const& court : book.handing_over->corps_courts) all.push_back({{}, court.key, ground});
    return all;
}

// Which of the three cases of SPC05 art. 3 this is; "" for none.
std::string corps_ground(Dispute const& d, Agreement const& a, CourtFacts const& facts)
{
    auto const belongs = [&](Key party) { return among(facts.corps, party); };
    if (!a.parties.empty() && std::all_of(a.parties.begin(), a.parties.end(), belongs)) return "corps_both";
    bool const one_side = std::any_of(a.parties.begin(), a.parties.end(), belongs);
    bool const respondent_there = std::any_of(a.parties.begin(), a.parties.end(), [&](Key party) {
        auto const* who = dispute::party(d, party);
        return who && who->side == Side::respondent && among(facts.in_corps_zone, party);
    });
    return one_side && respondent_there ? "corps_respondent" : "";
}

// Of a place's own courts; each once, under the nearest ground.
std::vector<CourtOption> local_courts(Dispute const& d, CourtFacts const& facts, bool intermediate)
{
    std::vector<CourtOption> all;
    auto const add = [&](LocalCourt const& court, std::string ground) {
        if (std::none_of(all.begin(), all.end(), [&](auto const& one) { return one.court == court.id; })) all.push_back({court.id, "", std::move(ground)});
    };
    if (intermediate) {
        for (auto const& court : facts.courts)
            if (!is_basic(court) && (serves(court.division, d.place) || serves(court.division, facts.seat))) add(court, "intermediate");
        return all;
    }
    for (auto const& court : facts.courts)
        if (is_basic(court) && serves(court.division, facts.seat)) add(court, "seat");
    for (auto const& court : facts.courts)
        if (is_basic(court) && serves(court.division, d.place)) add(court, "object");
    for (auto const& court : facts.courts)
        if (is_basic(court)) add(court, "domicile");
    return all;
}

// Before filing (SPC16 art. 19); after it the court judges itself what was agreed.
bool is_invited(Dispute const& d) { return d.handover && d.handover->clock == "court_before"; }

}  // namespace

std::vector<CourtOption> competent_courts(Dispute const& d, Agreement const& a, law::Book const& book, CourtFacts const& facts)
{
    if (dispute::after_filing(d)) return {};
    if (is_invited(d)) return {{d.handover->organisation, "", "inviting_court"}};
    if (auto const* corps = of_the_area(book, d.place)) return {{{}, corps->key, "corps_area"}};
    if (auto const ground = corps_ground(d, a, facts); !ground.empty()) return every_corps_court(book, ground);
    return local_courts(d, facts, d.amount && *d.amount >= Fen{book.handing_over->intermediate_from});
}

Result<CourtChosen> choose_court(Dispute const& d, law::Book const& book, Key id, CourtFacts const& facts, Key court, std::string outside)
{
    if (auto ok = dispute::permitted(d, CourtChosen::deed); !ok) return ok.error();
    auto const* a = dispute::agreement(d, id);
    if (!a) return refuse(Because::not_found, "agreement.unknown");
    if (a->oral) return refuse(Because::forbidden_by, "confirmation.oral", {}, "JI22-354");
    if (dispute::after_filing(d)) return barred(book, "after_filing");
    if (a->confirmation && (!a->confirmation->ruling || a->confirmation->ruling == dispute::Ruling::valid)) return refuse(Because::conflict, "confirmation.running");
    auto const all_of_the_agreement = [&](std::vector<Key> const& keys, std::string const& at) -> Result<void> {
        for (std::size_t n = 0; n < keys.size(); ++n)
            if (!among(a->parties, keys[n])) return refuse_field(at + "/" + std::to_string(n), "not_of_the_agreement");
        return {};
    };
    if (auto ok = all_of_the_agreement(facts.corps, "/corps"); !ok) return ok.error();
    if (auto ok = all_of_the_agreement(facts.in_corps_zone, "/in_corps_zone"); !ok) return ok.error();
    auto const options = competent_courts(d, *a, book, facts);
    if (!court && outside.empty()) {  // what the parties are is noted; where one court is left, it is chosen
        auto const only = options.size() == 1 ? options.front() : CourtOption{};
        return CourtChosen{id, {only.court, only.outside, only.ground, facts.corps, facts.in_corps_zone, {}, {}}};
    }
    auto const chosen = std::find_if(options.begin(), options.end(), [&](auto const& one) { return one.court == court && one.outside == outside; });
    if (chosen == options.end()) {
        bool const corps = !options.empty() && options.front().ground.starts_with("corps");
        return refuse_field("/court", "not_competent", {}, corps ? "SPC05-3" : "CPL-205");
    }
    return CourtChosen{id, {court, std::move(outside), chosen->ground, facts.corps, facts.in_corps_zone, {}, {}}};
}

}  // namespace maple::resolution
