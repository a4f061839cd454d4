#include "foundation/embedded.hpp"
#include "law/clock.hpp"
#include "law/reading.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace maple::law {
namespace {

// What an entry points to, checked when everything has been read.
struct Reference {
    std::string file;
    std::size_t line;
    std::string to;   // "statute", "clock", or the list of choices
    std::string key;
};

struct Reading {
    Book book;
    Faults faults;
    std::vector<Reference> references;

    void refer(Entry const& entry, std::string_view at, std::string to, std::string key)
    {
        if (!key.empty()) references.push_back({entry.file(), entry.line_of(at), std::move(to), std::move(key)});
    }
};

constexpr std::string_view lists_of_reasons[] = {
    "refusal", "termination", "remedy", "override", "return", "transfer", "pause", "reopen", "decline", "lead_outcome",
    "advice", "archive_retention", "change", "confirmation_bar", "dismissal", "conflict", "certificate_override"};

constexpr std::string_view measures[] = {
    "amount_fen", "people", "injury", "death", "cross_area", "violence", "repeated_calls", "media"};

constexpr std::string_view policies[] = {
    "committee_members_least", "committee_members_most", "representatives_most", "adult_age", "own_labour_age",
    "limited_capacity_age", "child_wish_age", "log_months_least", "term_reminder_days",
    "confirmation_reminder_days_first", "confirmation_reminder_days_second", "confirmation_reminder_days_last",
    "quiet_days", "joint_mediation_calls", "twin_hints_most", "lead_lapses_days", "certificate_reminder_days",
    "quality_sample_percent", "sign_in_failures_most", "sign_in_lockout_minutes", "resident_failures_most",
    "resident_lockout_minutes", "session_idle_minutes", "session_hours_most"};

template <class List> bool among(List const& list, std::string_view one)
{
    return std::find(std::begin(list), std::end(list), one) != std::end(list);
}

// Keys of one list are told apart; the second one is at fault.
class Once {
public:
    void see(Entry& entry, std::string_view at, std::string const& key)
    {
        if (key.empty()) return;
        auto const [first, fresh] = lines_.emplace(key, entry.line_of(at));
        if (!fresh) entry.fault(at, "'" + key + "' stands already on line " + std::to_string(first->second));
    }

private:
    std::map<std::string, std::size_t> lines_;
};

std::string statute_of(Entry& entry, Reading& r)
{
    auto const key = entry.text_if("statute", 20);
    r.refer(entry, "statute", "statute", key);
    return key;
}

std::vector<std::string> choices_of(Entry& entry, std::string_view at, std::string_view list, Reading& r)
{
    auto keys = entry.texts(at);
    for (auto const& key : keys) r.refer(entry, at, std::string(list), key);
    return keys;
}

void read_pack(Entry& file, Reading& r)
{
    r.book.place = file.id("place");
    r.book.version = file.text("version", 40);
    r.book.title = file.wording("title");
    auto policy = file.entry("policy");
    if (!policy) return;
    for (auto name : policies) r.book.policies[std::string(name)] = policy->whole(name, 1, 1'000'000);
    policy->nothing_else();
}

void read_numbering(Entry& file, Reading& r)
{
    auto patterns = file.entry("numbering");
    if (!patterns) return;
    auto const pattern = [&](std::string_view key) {
        auto const text = patterns->text(key, 60);
        std::set<std::string> places;
        for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
            auto const close = text.find('}', open);
            auto const place = text.substr(open + 1, close == text.npos ? 0 : close - open - 1);
            bool const padded = place.size() == 4 && place.starts_with("n:0") && place[3] >= '1' && place[3] <= '9';
            auto const name = padded ? std::string("n") : place;
            if (name != "short" && name != "year" && name != "n")
                patterns->fault(key, "'" + std::string(key) + "' has the unknown place {" + place + "}");
            else if (!places.insert(name).second)
                patterns->fault(key, "'" + std::string(key) + "' has {" + place + "} twice");
        }
        if (!text.empty())
            for (auto needed : {"short", "year", "n"})
                if (!places.contains(needed))
                    patterns->fault(key, "'" + std::string(key) + "' lacks {" + needed + "}: numbers would collide");
        return text;
    };
    auto& numbering = r.book.numbering;
    numbering = {pattern("acceptance"), pattern("dossier"), pattern("agreement")};
    if (numbering.acceptance == numbering.dossier || numbering.dossier == numbering.agreement || numbering.acceptance == numbering.agreement)
        patterns->fault("agreement", "two patterns are the same: numbers would collide");
    patterns->nothing_else();
}

void read_kinds(Entry& file, Reading& r)
{
    Once keys, categories;
    for (auto& e : file.entries("kind")) {
        Kind kind;
        keys.see(e, "key", kind.key = e.id("key"));
        categories.see(e, "category", kind.category = e.text("category", 2));
        if (kind.category.size() != 2 || kind.category.find_first_not_of("0123456789") != std::string::npos)
            e.fault("category", "'category' must be two digits");
        kind.name = e.wording("name", 60);
        kind.needs_writing = e.flag("needs_writing", false);
        kind.personal_relations = e.flag("personal_relations", false);
        kind.confirmable = e.flag("confirmable", true);
        r.refer(e, "clock", "clock", kind.clock = e.id("clock"));
        kind.methods = choices_of(e, "methods", "method", r);
        kind.remedies = choices_of(e, "remedies", "remedy", r);
        e.nothing_else();
        r.book.kinds.push_back(std::move(kind));
    }
    if (r.book.kinds.empty()) file.fault("kind", "there is no kind of dispute");
}

template <class Enum> std::optional<Enum> enum_in(Entry& e, std::string_view key)
{
    auto const word = e.text(key, 40);
    Enum value{};
    if (boost::describe::enum_from_string(word.c_str(), value)) return value;
    if (!word.empty()) e.fault(key, "'" + word + "' is no " + std::string(key));
    return std::nullopt;
}

void read_clocks(Entry& file, Reading& r)
{
    Once keys;
    for (auto& e : file.entries("clock")) {
        ClockRule rule;
        keys.see(e, "key", rule.key = e.id("key"));
        rule.name = e.wording("name", 80);
        rule.length = int(e.whole("length", 1, 10'000));
        rule.unit = enum_in<Unit>(e, "unit").value_or(Unit::days);
        rule.rolls_over_holidays = e.flag("rolls", false);
        rule.may_pause = e.flag("may_pause", false);
        rule.may_extend = e.flag("may_extend", false);
        rule.legal = e.flag("legal", true);
        rule.statute = statute_of(e, r);
        rule.consequence = e.wording("consequence");
        if (rule.legal && rule.statute.empty()) e.fault("statute", "a clock of the law names its article in 'statute'");
        if (rule.unit == Unit::hours && rule.rolls_over_holidays) e.fault("rolls", "hours do not roll over holidays");
        e.nothing_else();
        r.book.clocks.push_back(std::move(rule));
    }
    if (r.book.clocks.empty()) file.fault("clock", "there is no clock");
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
            laws[key] = {law->wording("name", 100), law->date("in_force")};
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

void read_statutes(Entry& file, Reading& r)
{
    auto const laws = read_laws(file);
    for (auto& e : file.entries("article")) read_article(e, laws, r);
    if (r.book.statutes.empty()) file.fault("article", "there is no article");
}

Choice read_choice(Entry& e, Reading& r)
{
    Choice choice;
    choice.key = e.id("key");
    choice.name = e.wording("name", 80);
    choice.statute = statute_of(e, r);
    return choice;
}

void read_reasons(Entry& file, Reading& r)
{
    for (auto list : lists_of_reasons) {
        Once keys;
        auto& choices = r.book.choices[std::string(list)];
        for (auto& e : file.entries(list)) {
            auto choice = read_choice(e, r);
            keys.see(e, "key", choice.key);
            if (list == "archive_retention") choice.years = int(e.whole_or("years", 1, 500, 0));
            e.nothing_else();
            choices.push_back(std::move(choice));
        }
        if (choices.empty()) file.fault(list, "the list '" + std::string(list) + "' is missing");
    }
}

void read_methods(Entry& file, Reading& r)
{
    Once keys;
    auto& methods = r.book.choices["method"];
    for (auto& e : file.entries("method")) {
        auto method = read_choice(e, r);
        keys.see(e, "key", method.key);
        method.prompts = e.wordings("prompts");
        e.nothing_else();
        methods.push_back(std::move(method));
    }
    if (methods.empty()) file.fault("method", "there is no method");
}

void read_safety(Entry& file, Reading& r)
{
    Once action_keys, question_keys;
    for (auto& e : file.entries("action")) {
        auto action = read_choice(e, r);
        action_keys.see(e, "key", action.key);
        e.nothing_else();
        r.book.choices["safety_action"].push_back(std::move(action));
    }
    for (auto& e : file.entries("question")) {
        SafetyQuestion question;
        question_keys.see(e, "key", question.key = e.id("key"));
        question.ask = e.wording("ask");
        question.actions = choices_of(e, "actions", "safety_action", r);
        question.statute = statute_of(e, r);
        e.nothing_else();
        r.book.safety.push_back(std::move(question));
    }
    if (r.book.safety.empty()) file.fault("question", "there is no question");
}

void read_grading(Entry& file, Reading& r)
{
    Once keys;
    for (auto& e : file.entries("rule")) {
        GradeRule rule;
        keys.see(e, "key", rule.key = e.id("key"));
        rule.measure = e.id("measure");
        rule.at_least = e.whole("at_least", 1, 10'000'000'000'000);
        rule.grade = e.id("grade");
        rule.name = e.wording("name", 80);
        if (!rule.measure.empty() && !among(measures, rule.measure)) e.fault("measure", "'" + rule.measure + "' is no measure");
        if (!rule.grade.empty() && rule.grade != "complex" && rule.grade != "major") e.fault("grade", "'grade' is complex or major");
        e.nothing_else();
        r.book.grading.push_back(std::move(rule));
    }
    if (r.book.grading.empty()) file.fault("rule", "there is no rule of grading");
}

struct Chapter {
    std::string_view file;
    void (*read)(Entry&, Reading&);
};
constexpr Chapter chapters[] = {
    {"pack.toml", read_pack},         {"numbering.toml", read_numbering}, {"kinds.toml", read_kinds},
    {"clocks.toml", read_clocks},     {"calendar.toml", read_calendar},   {"statutes.toml", read_statutes},
    {"reasons.toml", read_reasons},   {"methods.toml", read_methods},     {"safety.toml", read_safety},
    {"grading.toml", read_grading},
};

void read_chapter(Chapter const& chapter, RuleFile const& file, Reading& r)
{
    try {
        auto const table = toml::parse(file.text, file.name);
        Entry root(table, file.name, r.faults);
        chapter.read(root, r);
        root.nothing_else();
    } catch (toml::parse_error const& wrong) {
        r.faults.add(file.name, wrong.source().begin.line, std::string(wrong.description()));
    }
}

bool stands(Book const& book, Reference const& reference)
{
    if (reference.to == "clock") return book.clock(reference.key);
    if (reference.to == "statute")
        return std::any_of(book.statutes.begin(), book.statutes.end(), [&](Statute const& s) { return s.key == reference.key; });
    return book.choice(reference.to, reference.key);
}

}  // namespace

Book read_book(std::vector<RuleFile> const& files)
{
    Reading r;
    for (auto const& chapter : chapters) {
        auto const file = std::find_if(files.begin(), files.end(), [&](RuleFile const& f) { return f.name == chapter.file; });
        if (file == files.end()) r.faults.add(chapter.file, 1, "this file is missing");
        else read_chapter(chapter, *file, r);
    }
    for (auto const& file : files)
        if (std::none_of(std::begin(chapters), std::end(chapters), [&](Chapter const& c) { return c.file == file.name; }))
            r.faults.add(file.name, 1, "no such rule file is known");
    for (auto const& reference : r.references)
        if (!stands(r.book, reference))
            r.faults.add(reference.file, reference.line, "there is no " + reference.to + " '" + reference.key + "'");
    if (!r.faults.none()) throw std::runtime_error(r.faults.told());
    return std::move(r.book);
}

Book open_book(std::string const& folder)
{
    std::vector<RuleFile> files;
    for (auto const& chapter : chapters) {
        auto const name = std::string(chapter.file);
        if (folder.empty()) {
            if (auto const text = embedded("rules/karamay/" + name)) files.push_back({name, std::string(*text)});
            continue;
        }
        std::ifstream in(std::filesystem::path(folder) / name, std::ios::binary);
        if (!in) continue;
        std::ostringstream text;
        text << in.rdbuf();
        files.push_back({name, text.str()});
    }
    return read_book(files);
}

}  // namespace maple::law
