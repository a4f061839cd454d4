// What follows a broken promise, and what of a promise may be given up.
#include "law/chapters.hpp"

namespace maple::law {
namespace {

template <class E> E word_in(Entry& e, std::string_view key, std::string const& word, E otherwise)
{
    E value = otherwise;
    if (!word.empty() && !boost::describe::enum_from_string(word.c_str(), value)) e.fault(key, "'" + word + "' is not known here");
    return value;
}

std::vector<RoadNeeds> needs_of(Entry& e)
{
    std::vector<RoadNeeds> needs;
    for (auto const& word : e.texts("needs")) needs.push_back(word_in(e, "needs", word, RoadNeeds::owed));
    return needs;
}

void read_nature(Entry& e, Once& keys, Reading& r)
{
    Choice nature;
    keys.see(e, "key", nature.key = e.id("key"));
    nature.name = e.wording("name", 80);
    nature.statute = statute_of(e, r);
    auto const waiver = word_in(e, "waiver", e.text_if("waiver", 20), Waiver::free);
    if (waiver != Waiver::free && nature.statute.empty()) e.fault("statute", "what may not be given up names the article");
    r.roads->waivers[nature.key] = waiver;
    r.roads->statutes[nature.key] = nature.statute;
    if (e.flag("worker_money", false)) r.roads->worker_money.insert(nature.key);
    e.nothing_else();
    r.book.choices["promise_nature"].push_back(std::move(nature));
}

void read_road(Entry& e, Once& keys, Reading& r)
{
    Road road;
    keys.see(e, "key", road.key = e.id("key"));
    road.name = e.wording("name", 80);
    road.says = e.wording("says", 300);
    road.plain = e.wording("plain", 300);
    road.statute = statute_of(e, r);
    road.needs = needs_of(e);
    r.refer(e, "clock", "clock", road.clock = e.text_if("clock", 40));
    road.from = word_in(e, "from", e.text_if("from", 20), RoadFrom::due);
    road.together = e.flag("together", false);
    if (e.has("asks")) road.asks = e.wordings("asks");
    road.papers = e.wordings("papers");
    road.step = word_in(e, "step", e.text_if("step", 20), RoadStep::none);
    road.form = e.text_if("form", 40);
    if ((road.step == RoadStep::print) == road.form.empty()) e.fault("step", "'form' is what the step prints");
    e.nothing_else();
    r.roads->all.push_back(std::move(road));
}

}  // namespace

Road const* Roads::road(std::string_view key) const
{
    for (auto const& one : all)
        if (one.key == key) return &one;
    return nullptr;
}

void read_roads(Entry& file, Reading& r)
{
    Once natures, roads;
    for (auto& e : file.entries("nature")) read_nature(e, natures, r);
    for (auto& e : file.entries("road")) read_road(e, roads, r);
    if (r.roads->all.empty()) file.fault("road", "there is no road");
    if (r.roads->waivers.empty()) file.fault("nature", "there is no nature of a promise");
}

}  // namespace maple::law
