// How archived dossiers are reviewed, which court confirms, and by what right papers go out.
#include "law/chapters.hpp"

#include <algorithm>

namespace maple::law {
namespace {

// As registry::OrganisationKind has them; a test of the documents compares.
constexpr std::string_view bodies[] = {"petition_office", "police", "procuratorate", "court", "department"};

template <class T> T const* named(std::vector<T> const& all, std::string_view key)
{
    auto const found = std::find_if(all.begin(), all.end(), [&](T const& one) { return one.key == key; });
    return found == all.end() ? nullptr : &*found;
}

void read_list(Entry& file, std::string_view at, std::string_view list, Reading& r)
{
    Once keys;
    for (auto& e : file.entries(at)) {
        auto choice = read_choice(e, r);
        keys.see(e, "key", choice.key);
        e.nothing_else();
        r.book.choices[std::string(list)].push_back(std::move(choice));
    }
    if (r.book.choices[std::string(list)].empty()) file.fault(at, "there is no " + std::string(at));
}

}  // namespace

QualityItem const* Quality::item(std::string_view key) const { return named(items, key); }
CorpsCourt const* HandingOver::corps_court(std::string_view key) const { return named(corps_courts, key); }
PackageBasis const* HandingOver::basis(std::string_view key) const { return named(bases, key); }

void read_quality(Entry& file, Reading& r)
{
    auto& quality = *r.quality;
    if (auto draw = file.entry("draw")) {
        quality.share_percent = int(draw->whole("share_percent", 1, 100));
        quality.minimum = int(draw->whole("minimum", 1, 1000));
        draw->nothing_else();
    }
    if (auto mending = file.entry("mending")) {
        quality.mend_days = int(mending->whole("days", 1, 365));
        mending->nothing_else();
    }
    read_list(file, "severity", "quality_severity", r);
    Once keys;
    for (auto& e : file.entries("item")) {
        QualityItem item;
        keys.see(e, "key", item.key = e.id("key"));
        item.ask = e.wording("ask", 200);
        item.basis = e.wording("basis", 300);
        item.statute = statute_of(e, r);
        r.refer(e, "severity", "quality_severity", item.severity = e.id("severity"));
        if (e.has("forms")) item.forms = e.texts("forms");
        e.nothing_else();
        quality.items.push_back(std::move(item));
    }
    if (quality.items.empty()) file.fault("item", "there is nothing to look at");
}

void read_courts(Entry& file, Reading& r)
{
    r.handing_over->intermediate_from = file.whole("intermediate_from", 1, 100'000'000'000'000);
    read_list(file, "ground", "court_ground", r);
    Once keys, areas;
    for (auto& e : file.entries("corps_court")) {
        CorpsCourt court;
        keys.see(e, "key", court.key = e.id("key"));
        court.name = e.wording("name", 60);
        court.areas = e.texts("areas");
        for (auto const& area : court.areas) areas.see(e, "areas", area);
        e.nothing_else();
        r.handing_over->corps_courts.push_back(std::move(court));
    }
}

void read_packages(Entry& file, Reading& r)
{
    Once keys;
    for (auto& e : file.entries("basis")) {
        auto choice = read_choice(e, r);
        PackageBasis basis{choice.key, e.texts("to"), e.flag("consent", true)};
        keys.see(e, "key", choice.key);
        for (auto const& body : basis.to)
            if (std::find(std::begin(bodies), std::end(bodies), body) == std::end(bodies)) e.fault("to", "'" + body + "' is no body that papers go to");
        e.nothing_else();
        r.book.choices["package_basis"].push_back(std::move(choice));
        r.handing_over->bases.push_back(std::move(basis));
    }
    if (r.handing_over->bases.empty()) file.fault("basis", "there is no basis");
}

}  // namespace maple::law
