#include "diversion/weighing.hpp"
#include "workforce/rules.hpp"

#include <algorithm>

namespace maple::diversion {
namespace {

using dispute::Side;
using dispute::Tongue;

bool has(std::vector<std::string> const& list, std::string_view one) { return std::find(list.begin(), list.end(), one) != list.end(); }

// Who asks for something: one side, or both.
class Sides {
public:
    void add(Side side) { (side == Side::applicant ? applicant_ : respondent_) = true, ++n_; }
    std::int64_t n() const { return n_; }
    std::string who() const { return std::string("@proposal.who.") + (applicant_ && respondent_ ? "both" : applicant_ ? "applicant" : "respondent"); }

private:
    bool applicant_ = false, respondent_ = false;
    std::int64_t n_ = 0;
};

// How a party's language is met.
enum Met { spoken, by_interpreter, missing };
constexpr std::string_view met_keys[] = {"language_spoken", "language_by_interpreter", "language_missing"};
constexpr std::size_t tongues = boost::mp11::mp_size<boost::describe::describe_enumerators<Tongue>>::value;

// How far a mediator has to go. Codes of divisions contain those of what lies above: 6 digits
// district, 9 subdistrict, 12 community.
enum Way { none, subdistrict, district, city, exclave };
constexpr std::string_view way_keys[] = {"travel_none", "travel_subdistrict", "travel_district", "travel_city", "travel_exclave"};

Way way(std::string_view from, std::string_view place, law::Book const& book)
{
    auto const& exclaves = book.assigning.exclaves;
    auto const there = place.substr(0, 6), here = from.substr(0, 6);
    if (there != here && (exclaves.contains(there) || exclaves.contains(here))) return exclave;
    if (place.starts_with(from)) return none;
    if (place.substr(0, 9) == from.substr(0, 9)) return subdistrict;
    return there == here ? district : city;
}

auto const no_params = [] { return Params{}; };

}  // namespace

bool Term::operator==(Term const& other) const
{
    return key == other.key && points == other.points &&
           std::equal(params.begin(), params.end(), other.params.begin(), other.params.end(), [](Param const& a, Param const& b) { return a.value == b.value; });
}

Scale::Scale(law::Book const& book)
    : book_(book), load_(book.weight("load")), skill_(book.weight("skill")), wish_(book.weight("wish")),
      original_(book.weight("continuity_original")), linked_(book.weight("continuity_linked")),
      building_(book.weight("continuity_building")), spoken_(book.weight(met_keys[spoken])),
      missing_(book.weight(met_keys[missing])), by_interpreter_(book.weight(met_keys[by_interpreter])),
      way_{0, book.weight(way_keys[subdistrict]), book.weight(way_keys[district]), book.weight(way_keys[city]), book.weight(way_keys[exclave])}
{}

template <class F> void Scale::languages(DisputeFacts const& d, workforce::Standing const& s, F& f) const
{
    Sides found[tongues][3];
    for (auto const& p : d.parties) {
        bool const speaks = has(s.languages, boost::describe::enum_to_string(p.language, "?"));
        if (speaks && p.language == Tongue::zh) continue;  // everybody's: it tells nobody from another
        found[std::size_t(p.language)][speaks ? spoken : p.interpreter ? by_interpreter : missing].add(p.side);
    }
    std::int64_t const weights[] = {-spoken_, by_interpreter_, missing_};
    for (std::size_t tongue = 0; tongue < tongues; ++tongue)
        for (auto const met : {spoken, by_interpreter, missing}) {
            auto const& sides = found[tongue][met];
            if (sides.n() == 0) continue;
            f(met_keys[met], weights[met] * sides.n(), met == spoken, [&] {
                return Params{{"language", std::string("@tongue.") + boost::describe::enum_to_string(Tongue(tongue), "?")}, {"who", sides.who()}};
            });
        }
}

// From the nearest of the mediator's areas.
template <class F> void Scale::travel(DisputeFacts const& d, CandidateFacts const& c, F& f) const
{
    auto nearest = c.standing.areas.empty() ? way(c.division, d.place, book_) : exclave;
    for (auto const& area : c.standing.areas)
        if (auto const one = way(area, d.place, book_); way_[one] < way_[nearest]) nearest = one;
    f(way_keys[nearest], way_[nearest], nearest == none, no_params);
}

template <class F> void Scale::continuity(DisputeFacts const& d, Key person, F& f) const
{
    if (d.original.contains(person)) f("continuity_original", -original_, true, no_params);
    else if (d.linked.contains(person)) f("continuity_linked", -linked_, true, no_params);
    if (d.building.contains(person)) f("continuity_building", -building_, true, no_params);
}

template <class F> void Scale::each_term(DisputeFacts const& d, CandidateFacts const& c, F f) const
{
    languages(d, c.standing, f);
    if (has(c.standing.skills, d.kind)) f("skill", -skill_, true, [&] { return Params{{"kind", "@kind." + d.kind}}; });
    travel(d, c, f);
    continuity(d, c.standing.person, f);
    Sides wishing;
    for (auto const& p : d.parties)
        if (p.wishes == c.standing.person) wishing.add(p.side);
    if (wishing.n() > 0) f("wish", -wish_ * wishing.n(), true, [&] { return Params{{"who", wishing.who()}}; });
}

std::int64_t Scale::points(DisputeFacts const& d, CandidateFacts const& c) const
{
    std::int64_t sum = 0;
    each_term(d, c, [&](std::string_view, std::int64_t points, bool, auto const&) { sum += points; });
    return sum;
}

Weighed Scale::weigh(DisputeFacts const& d, CandidateFacts const& c) const
{
    Weighed out;
    each_term(d, c, [&](std::string_view key, std::int64_t points, bool speaks_for, auto const& params) {
        out.terms.push_back({std::string(key), points, params(), speaks_for});
    });
    auto const person = c.standing.person;
    if (auto const conflict = d.conflicts.find(person); conflict != d.conflicts.end())
        out.bars.push_back({"conflict", {{"ground", "@conflict." + conflict->second}}, false});
    if (auto const conflict = d.conflicts_before.find(person); conflict != d.conflicts_before.end())
        out.bars.push_back({"conflict_before", {{"ground", "@conflict." + conflict->second}}, true});
    if (d.chair == person) out.bars.push_back({"presiding", {}, false});
    for (auto& bar : bars_of(c.standing, book_)) out.bars.push_back(std::move(bar));
    return out;
}

Term Scale::load_term(std::int64_t n, std::int64_t share) const
{
    return {"load", load_ * (2 * n - 1), {{"n", std::to_string(n)}}, n <= share};
}

bool barred_here(DisputeFacts const& d, Key person) { return d.chair == person || d.conflicts.contains(person) || d.conflicts_before.contains(person); }

// Whether a reason would be enough is what the rule of appointment itself says.
std::vector<Bar> bars_of(workforce::Standing const& s, law::Book const& book)
{
    auto const fit = workforce::fit_to_be_appointed(s, book, "");
    if (fit) return {};
    auto const fault = fit.error().problems.front();
    Bar bar{fault.code, fault.params, workforce::fit_to_be_appointed(s, book, "override").has_value()};
    if (fault.code == "certificate_expired" && s.certificate.valid_until) bar.params = {{"until", iso(*s.certificate.valid_until)}};
    return {std::move(bar)};
}

std::vector<Term> heaviest(std::vector<Term> terms, std::size_t most)
{
    std::stable_sort(terms.begin(), terms.end(), [](Term const& a, Term const& b) { return std::abs(a.points) > std::abs(b.points); });
    if (terms.size() > most) terms.resize(most);
    return terms;
}

// People write "3 栋", "3栋", "三号楼"; spaces tell nothing apart.
std::string building_of(std::string_view address)
{
    std::string close;
    for (char const c : address)
        if (c != ' ' && c != '\t') close += c;
    std::size_t end = std::string::npos;
    for (std::string_view const mark : {"号楼", "栋", "幢"})
        if (auto const at = close.find(mark); at != std::string::npos && at > 0) end = std::min(end, at + mark.size());
    return end == std::string::npos ? "" : close.substr(0, end);
}

}  // namespace maple::diversion
