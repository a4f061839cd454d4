// The people's year: cards, training, grades, honours, leave, a certificate that runs out, and
// a complaint in its course. All invented; the numbers of honours are the article's.
#include "app/demo/planner.hpp"

#include <algorithm>

namespace maple::app::demo {
namespace {

using json::array;
using json::object;

struct Lesson {
    char const* topic;
    char const* kind;
    char const* place;
    char const* teacher;
    int month, day, hours;
};
// Held for the whole city; a mediator misses one or the other.
Lesson const held[] = {
    {"岗位基本功：受理、笔录与卷宗", "yearly", "市司法局培训室", "市人民调解员协会", 3, 14, 8},
    {"民法典婚姻家庭编与反家庭暴力", "law", "市党校二号楼", "市法学会讲师团", 5, 23, 8},
    {"劳动争议与农民工工资纠纷", "law", "市总工会会议室", "市劳动人事争议仲裁院", 7, 11, 8},
    {"背靠背调解与情绪疏导", "skill", "市公共法律服务中心", "资深调解员讲评", 9, 19, 8},
};
Lesson const planned[] = {
    {"年终卷宗评查与司法确认", "yearly", "市司法局培训室", "市中级人民法院诉讼服务中心", 12, 12, 8},
    {"双语调解常用语", "language", "迎宾街道综治中心", "石榴花调解团队", 12, 20, 4},
};

struct Given {
    char const* honour;
    int year;
    char const* certificate;
};

}  // namespace

void Planner::the_people()
{
    cards_and_certificates();
    trainings();
    honours_and_grades();
    leave();
    complaint();
}

// Every certificate of the roll gets its card on the second day. A few end soon, one has ended.
void Planner::cards_and_certificates()
{
    auto const& bureau = town_.face("supervisor");
    auto const& root = town_.office("city_bureau");
    then(at_clock(Date{std::chrono::sys_days{std::chrono::year{2022} / 12 / 21}}, 10),
                      [&bureau, id = shown(root.id)](Hand& hand) { hand.act(bureau, "POST", "/cards", {{"organisation", id}}); });
    int n = 0;
    auto const ends = [&](Server const& who, Date until) {
        then(at_clock(in_2023(1, 9), 11, 5 * n++), [&bureau, who, until](Hand& hand) {
            auto const page = hand.act(bureau, "GET", "/people/" + shown(who.person), {});
            hand.act(bureau, "POST", "/people/" + shown(who.person) + "/certificates",
                     {{"number", page.at("certificate").at("number")}, {"valid_until", iso(until)}, {"reason", "原证遗失，按原有效期补发"}});
        });
    };
    auto const& yingbin = town_.office(stock().team_committee).mediators;
    ends(yingbin.back(), in_2023(11, 17));  // ended last week: no new dispute until it is renewed
    if (yingbin.size() > 2) ends(yingbin[yingbin.size() - 2], in_2023(12, 4));
    for (int i = 0; i < 5; ++i) {
        auto const& at = town_.committee_of(town_.any_place(dice_, {}));
        if (!busy_.insert(at.mediators.back().person).second || at.id == town_.office(stock().team_committee).id) continue;
        ends(at.mediators.back(), plus_days(in_2023(11, 24), int(dice_.between(0, 50))));
    }
    ends(town_.face("informant"), in_2023(12, 18));
}

void Planner::trainings()
{
    auto const& bureau = town_.face("supervisor");
    auto const root = shown(town_.office("city_bureau").id);
    std::vector<Key> everybody;
    for (auto const& entry : stock().organisations)
        for (auto const& one : town_.office(entry.key).mediators) everybody.push_back(one.person);
    std::sort(everybody.begin(), everybody.end());
    everybody.erase(std::unique(everybody.begin(), everybody.end()), everybody.end());
    auto const plan = [&](Lesson const& c, Date on) {
        return object{{"organisation", root}, {"kind", c.kind}, {"topic", c.topic}, {"place", c.place}, {"teacher", c.teacher}, {"day", iso(on)}, {"hours", c.hours}};
    };
    for (auto const& c : held) {
        auto const on = in_2023(c.month, c.day);
        auto const key = std::make_shared<std::string>();
        then(at_clock(in_2023(1, 16), 16, 2 * c.month), [&bureau, key, form = plan(c, on)](Hand& hand) {
            *key = std::string(hand.act(bureau, "POST", "/trainings", form).at("id").as_string());
        });
        array attended;
        for (auto const person : everybody)
            if (dice_.chance(86)) attended.push_back(object{{"person", shown(person)}, {"hours", c.hours}});
        then(at_clock(plus_days(on, 1), 11), [&bureau, key, on, hours = c.hours, attended](Hand& hand) {
            hand.act(bureau, "PUT", "/trainings/" + *key + "/attendance", {{"day", iso(on)}, {"hours", hours}, {"attended", attended}});
        });
    }
    for (auto const& c : planned)
        then(at_clock(in_2023(11, 6), 16, c.month), [&bureau, form = plan(c, in_2023(c.month, c.day))](Hand& hand) { hand.act(bureau, "POST", "/trainings", form); });
}

// Three of the nation, six of the region, as the article counts them; some of the city.
void Planner::honours_and_grades()
{
    auto const& bureau = town_.face("supervisor");
    int n = 0;
    auto const gives = [&](object form) {
        then(at_clock(in_2023(1, 12), 10, 3 * n++), [&bureau, form](Hand& hand) { hand.act(bureau, "POST", "/honours", form); });
    };
    auto const to = [&](Server const& who, Given const& g) {
        gives({{"honour", g.honour}, {"person", shown(who.person)}, {"year", g.year}, {"certificate", g.certificate}});
    };
    auto const to_office = [&](Office const& at, Given const& g) {
        gives({{"honour", g.honour}, {"organisation", shown(at.id)}, {"year", g.year}, {"certificate", g.certificate}});
    };
    auto const& yingbin = town_.office(stock().team_committee);
    auto const& reyhan = town_.face("mediator");
    auto const& master = town_.face("room_master");
    // Others of the whole city, no two of one place.
    std::vector<Server> others;
    std::set<Key> places;
    while (others.size() < 14) {
        auto const& at = town_.committee_of(town_.any_place(dice_, {}));
        auto const& one = at.mediators.front();
        if (places.insert(at.id).second && one.person != reyhan.person) others.push_back(one);
    }
    to(reyhan, {"national_model_mediator", 2020, "司发〔2020〕模字第118号"});
    to(master, {"national_model_mediator", 2014, ""});
    to(others[0], {"national_model_mediator", 2017, ""});
    to(reyhan, {"region_outstanding_mediator", 2018, "新司奖〔2018〕17号"});
    for (std::size_t i = 1; i < 6; ++i) to(others[i], {"region_outstanding_mediator", int(2015 + i), ""});
    for (std::size_t i = 6; i < others.size(); ++i) to(others[i], {"city_outstanding_mediator", int(2014 + i % 8), ""});
    to_office(yingbin, {"national_model_committee", 2017, ""});
    to_office(town_.committee_of(stock().face("resident")->place), {"region_outstanding_committee", 2021, "新司奖〔2021〕9号"});
    to_office(town_.office("room_shuqin"), {"city_outstanding_committee", 2019, ""});

    n = 0;
    auto const grades = [&](Server const& who, char const* grade, Instant at) {
        then(at, [&bureau, path = "/people/" + shown(who.person) + "/grades", grade](Hand& hand) {
            hand.act(bureau, "POST", path, {{"grade", grade}, {"reason", "首次评定：依据系统启用以前的纸质台账"}});
        });
    };
    auto const first = at_clock(in_2023(3, 27), 16);
    grades(reyhan, "two", first);
    grades(master, "one", plus_seconds(first, 300));
    grades(others[0], "one", plus_seconds(first, 600));
    for (std::size_t i = 1; i < others.size(); ++i) grades(others[i], i < 6 ? "three" : "four", plus_seconds(first, 600 + 300 * std::int64_t(i)));
    // In autumn the program proposes; every other proposal is granted at once, the rest waits.
    then(at_clock(in_2023(11, 8), 16), [&bureau](Hand& hand) {
        auto const told = hand.act(bureau, "GET", "/grade-proposals", {});
        bool grant = true;
        for (auto const& one : told.at("proposals").as_array()) {
            if (grant)
                hand.act(bureau, "POST", "/people/" + std::string(one.at("person").as_string()) + "/grades", {{"grade", one.at("proposed")}});
            grant = !grant;
        }
    });
}

void Planner::leave()
{
    std::vector<std::string> const kinds{"annual", "sick", "family", "training"};
    auto const goes = [&](Server const& who, int first, int last, std::string const& kind) {
        then(at_clock(in_2023(11, 15), 17, first), [who, first, last, kind](Hand& hand) {
            hand.act(who, "POST", "/people/" + shown(who.person) + "/absences",
                     {{"kind", kind}, {"first_day", iso(in_2023(11, first))}, {"last_day", iso(plus_days(in_2023(11, 1), last - 1))}});
        });
    };
    auto const& yingbin = town_.office(stock().team_committee).mediators;
    if (yingbin.size() > 3) goes(yingbin[yingbin.size() - 3], 18, 26, "annual");
    for (int i = 0; i < 7; ++i) {
        auto const& at = town_.committee_of(town_.any_place(dice_, {}));
        auto const& who = at.mediators.at(at.mediators.size() / 2);
        if (!busy_.insert(who.person).second || who.person == town_.face("mediator").person) continue;
        goes(who, int(dice_.between(18, 20)), int(dice_.between(21, 34)), dice_.pick(kinds));
    }
}

// One complaint of a party, taken down at the desk and examined; the director has to decide.
void Planner::complaint()
{
    auto const& yingbin = town_.office(stock().team_committee);
    auto const& about = yingbin.mediators.size() > 4 ? yingbin.mediators[yingbin.mediators.size() - 4] : yingbin.mediators.back();
    auto const& clerk = town_.face("desk_clerk");
    auto const& director = town_.face("director");
    auto const key = std::make_shared<std::string>();
    then(at_clock(in_2023(11, 14), 12), [clerk, about, key](Hand& hand) {
        *key = std::string(hand.act(clerk, "POST", "/people/" + shown(about.person) + "/complaints",
            {{"kind", "took_sides"}, {"brought_by", "party"}, {"words", "谈的时候总打断我，让对方先说，还说我这边理亏。"},
             {"complainant", "卫青松"}, {"contact", "13800000418"}}).at("id").as_string());
    });
    then(at_clock(in_2023(11, 17), 11), [director, key](Hand& hand) {
        hand.act(director, "POST", "/complaints/" + *key + "/examination",
            {{"well_founded", true}, {"findings", "调阅了当天的笔录，并分别听取双方意见：发言时间确有明显差别。"}, {"heard", "当时想让情绪激动的一方先平静下来，没有顾到另一方，愿意道歉。"}});
    });
}

}  // namespace maple::app::demo
