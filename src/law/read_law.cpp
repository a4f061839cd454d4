// Deadlines, holidays and statutes.
#include "law/chapters.hpp"
#include "law/clock.hpp"

namespace maple::law {
namespace {

Unit unit_in(Entry& e)
{
    auto const word = e.text("unit", 40);
    Unit unit = Unit::days;
    if (!boost::describe::enum_from_string(word.c_str(), unit) && !word.empty()) e.fault("unit", "'" + word + "' is no unit");
    return unit;
}

void read_holiday(Entry& e, Calendar& calendar, std::map<Date, std::size_t>& seen)
{
    auto const name = e.id("name");
    auto const from = e.date("from"), to = e.date("to");
    auto const worked = e.dates("worked");
    e.nothing_else();
    if (!name.empty() && !calendar.names.contains(name)) e.fault("name", "'" + name + "' has no entry under [names]");
    if (to < from) return e.fault("to", "'to' lies before 'from'");
    if (days_between(from, to) > 15) return e.fault("to", "a holiday of more than 15 days");
    auto const once = [&](Date day, std::string_view at) {
        auto const [first, fresh] = seen.emplace(day, e.line());
        if (!fresh) e.fault(at, iso(day) + " stands already on line " + std::to_string(first->second));
        if (day < calendar.known_from || calendar.known_until < day) e.fault(at, iso(day) + " lies outside known_from and known_until");
    };
    for (auto day = from; day <= to; day = plus_days(day, 1)) {
        once(day, "from");
        if (is_working_day(Calendar{}, day)) calendar.holidays.insert(day);
        calendar.key_of[day] = name;
        if (auto const wording = calendar.names.find(name); wording != calendar.names.end()) calendar.named[day] = wording->second;
    }
    for (auto const day : worked) {
        once(day, "worked");
        if (is_working_day(Calendar{}, day)) e.fault("worked", iso(day) + " is no weekend day");
        calendar.swapped_in.insert(day);
    }
}

// Nothing that is listed as a holiday lies in it: what is known is entered, and then nothing is missing.
void read_missing(Entry& e, Calendar& calendar, std::map<Date, std::size_t> const& seen)
{
    Missing gap{e.id("name"), e.date("from"), e.date("to")};
    e.nothing_else();
    if (!gap.name.empty() && !calendar.names.contains(gap.name)) e.fault("name", "'" + gap.name + "' has no entry under [names]");
    if (gap.to < gap.from) return e.fault("to", "'to' lies before 'from'");
    for (auto const& [key, day] : {std::pair("from", gap.from), std::pair("to", gap.to)})
        if (day < calendar.known_from || calendar.known_until < day) e.fault(key, iso(day) + " lies outside known_from and known_until");
    for (auto at = seen.lower_bound(gap.from); at != seen.end() && at->first <= gap.to; ++at)
        if (auto const known = calendar.key_of.find(at->first); known != calendar.key_of.end() && known->second == gap.name)
            return e.fault("from", iso(at->first) + " is known: it stands on line " + std::to_string(at->second));
    calendar.missing.push_back(std::move(gap));
}

struct Law {
    Wording name;
    Date in_force{};
};

std::map<std::string, Law> read_laws(Entry& file)
{
    std::map<std::string, Law> laws;
    auto table = file.entry("laws");
    if (!table) return laws;
    for (auto const& key : table->keys())
        if (auto law = table->entry(key)) {
            laws[key] = {law->wording("name", 160), law->date("in_force")};
            law->nothing_else();
        }
    return laws;
}

bool overlap(Statute const& a, Statute const& b)
{
    return a.key == b.key && (!a.until || b.in_force <= *a.until) && (!b.until || a.in_force <= *b.until);
}

void add_version(Entry& at, std::string_view key, Statute version, int number, Reading& r)
{
    version.article = {{"zh-CN", chinese_article(number)}, {"en", "article " + std::to_string(number)}};
    if (version.until && *version.until < version.in_force) at.fault("until", "'until' lies before 'in_force'");
    for (auto const& other : r.book.statutes)
        if (overlap(version, other)) {
            at.fault(key, "two versions of '" + version.key + "' are in force at once");
            break;
        }
    r.book.statutes.push_back(std::move(version));
}

void read_article(Entry& e, std::map<std::string, Law> const& laws, Reading& r)
{
    Statute article;
    article.key = e.text("key", 20);
    article.says = e.wording("says", 300);
    auto const dash = article.key.find('-');
    auto const law = laws.find(article.key.substr(0, dash));
    auto const digits = dash == article.key.npos ? std::string() : article.key.substr(dash + 1);
    bool const numbered = !digits.empty() && digits.size() <= 4 && digits.find_first_not_of("0123456789") == digits.npos;
    if (law == laws.end()) e.fault("key", "'" + article.key + "' belongs to no law under [laws]");
    else article.law = law->second.name;
    if (!numbered) e.fault("key", "'" + article.key + "' does not end in the number of an article");
    if (!e.has("versions")) {
        if (law != laws.end()) article.in_force = law->second.in_force;
        if (numbered) add_version(e, "key", article, std::stoi(digits), r);
    }
    for (auto& version : e.entries("versions")) {
        auto one = article;
        auto const number = int(version.whole("number", 1, 2000));
        one.in_force = version.date("in_force");
        one.until = version.date_if("until");
        version.nothing_else();
        add_version(version, "number", std::move(one), number, r);
    }
    e.nothing_else();
}

}  // namespace

void read_clocks(Entry& file, Reading& r)
{
    Once keys;
    for (auto& e : file.entries("clock")) {
        ClockRule rule;
        keys.see(e, "key", rule.key = e.id("key"));
        rule.name = e.wording("name", 80);
        rule.length = int(e.whole("length", 1, 10'000));
        rule.unit = unit_in(e);
        rule.rolls_over_holidays = e.flag("rolls", false);
        rule.may_pause = e.flag("may_pause", false);
        rule.may_extend = e.flag("may_extend", false);
        rule.may_extend_late = e.flag("may_extend_late", false);
        if (rule.may_extend_late && !rule.may_extend) e.fault("may_extend_late", "what is not extended is not extended late");
        rule.legal = e.flag("legal", true);
        rule.statute = statute_of(e, r);
        rule.consequence = e.wording("consequence");
        if (e.has("told_in")) rule.told_in = e.id("told_in");
        if (!rule.told_in.empty() && (rule.may_pause || rule.may_extend)) e.fault("told_in", "what is only told of is neither paused nor extended");
        if (rule.legal && rule.statute.empty()) e.fault("statute", "a clock of the law names its article in 'statute'");
        if (rule.unit == Unit::hours && rule.rolls_over_holidays) e.fault("rolls", "hours do not roll over holidays");
        e.nothing_else();
        r.book.clocks.push_back(std::move(rule));
    }
    if (r.book.clocks.empty()) file.fault("clock", "there is no clock");
}

void read_calendar(Entry& file, Reading& r)
{
    auto& calendar = r.book.calendar;
    calendar.known_from = file.date("known_from");
    calendar.known_until = file.date("known_until");
    if (calendar.known_until < calendar.known_from) file.fault("known_until", "'known_until' lies before 'known_from'");
    if (auto names = file.entry("names")) {
        for (auto const& key : names->keys()) calendar.names[key] = names->wording(key, 40);
        if (!calendar.names.contains("weekend")) names->fault("weekend", "'weekend' is missing");
    }
    std::map<Date, std::size_t> seen;
    for (auto& e : file.entries("holiday")) read_holiday(e, calendar, seen);
    for (auto& e : file.entries("missing")) read_missing(e, calendar, seen);
}

void read_statutes(Entry& file, Reading& r)
{
    auto const laws = read_laws(file);
    for (auto& e : file.entries("article")) read_article(e, laws, r);
    if (r.book.statutes.empty()) file.fault("article", "there is no article");
}

}  // namespace maple::law
