#include "app/demo/samples.hpp"
#include "app/demo/clock.hpp"
#include "law/quality.hpp"

#include <algorithm>

namespace maple::app::demo {
namespace {

using json::array;
using json::object;

struct Drawn {
    std::vector<std::string> reviews;  // that are the director's
};

Instant at_day(char const* day, int hour) { return at_clock(date_from_iso(day).value(), hour); }

std::string key_of(json::value const& view) { return std::string(view.as_string()); }

// Every question in order, but for those with a fault.
array answers(law::Book const& book, std::vector<std::pair<std::string, std::string>> const& faults)
{
    array all;
    for (auto const& item : book.quality->items) {
        auto const found = std::find_if(faults.begin(), faults.end(), [&](auto const& one) { return one.first == item.key; });
        if (found == faults.end()) all.push_back(object{{"item", item.key}, {"verdict", "sound"}});
        else all.push_back(object{{"item", item.key}, {"verdict", "fault"}, {"note", found->second}});
    }
    return all;
}

Server const* mender(Town const& town, std::string const& person)
{
    for (auto const& entry : stock().organisations)
        for (auto const& one : town.office(entry.key).mediators)
            if (shown(one.person) == person) return &one;
    return nullptr;
}

std::string at(Drawn const& drawn, std::size_t n, std::string_view rest = {}) { return "/quality/reviews/" + drawn.reviews.at(n) + std::string(rest); }

}  // namespace

std::vector<Deed> drawn_sample(Town const& town, law::Book const& book)
{
    auto const drawn = std::make_shared<Drawn>();
    auto const& director = town.face("director");
    std::vector<Deed> deeds;
    deeds.push_back({at_day("2023-11-06", 10), [&, drawn](Hand& hand) {
        auto const samples = hand.act(director, "GET", "/quality/samples", {});
        if (samples.at("places").as_array().empty()) return;
        object const period{{"organisation", samples.at("places").at(0).at("organisation")}, {"first_day", "2023-10-01"}, {"last_day", "2023-10-31"}};
        if (!hand.act(director, "GET", "/quality/prospect", period).at("may_draw").as_bool()) return;
        auto const sample = hand.act(director, "POST", "/quality/samples", period);
        for (auto const& one : sample.at("reviews").as_array())
            if (one.at("mine").as_bool()) drawn->reviews.push_back(key_of(one.at("id")));
    }});
    auto const check = [&, drawn](char const* day, std::size_t n, std::vector<std::pair<std::string, std::string>> const& faults) {
        deeds.push_back({at_day(day, 15), [&, drawn, n, faults](Hand& hand) {
            if (n >= drawn->reviews.size()) return;
            hand.act(director, "PUT", at(*drawn, n, "/answers"), {{"answers", answers(book, faults)}});
            if (faults.empty()) hand.act(director, "POST", at(*drawn, n, "/closing"), {});
            else hand.act(director, "POST", at(*drawn, n, "/mending"), {{"words", "请在期限内补正，并写入卷宗情况说明。"}});
        }});
    };
    check("2023-11-07", 0, {{"record_signed", "第二份调解记录缺当事人签名。"}, {"blanks", "受理登记表联系电话一栏空白，没有说明。"}});
    check("2023-11-08", 1, {{"visited", "回访记录没有写明是否有反复。"}});
    check("2023-11-09", 2, {});
    deeds.push_back({at_day("2023-11-13", 11), [&, drawn](Hand& hand) {
        if (drawn->reviews.empty()) return;
        auto const review = hand.act(director, "GET", at(*drawn, 0), {});
        auto const* who = mender(town, key_of(review.at("menders").at(0).at("person")));
        if (!who) return;
        hand.act(*who, "POST", at(*drawn, 0, "/mended"), {{"done", "已请双方补签第二份调解记录，补签情况写入卷宗情况说明。"}});
        hand.now = plus_seconds(hand.now, 5 * 3600);
        hand.act(director, "POST", at(*drawn, 0, "/closing"), {});
    }});
    return deeds;
}

}  // namespace maple::app::demo
