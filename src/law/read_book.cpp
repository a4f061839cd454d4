#include "foundation/embedded.hpp"
#include "foundation/sha256.hpp"
#include "law/chapters.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace maple::law {
namespace {

constexpr std::string_view policies[] = {
    "committee_members_least", "committee_members_most", "representatives_most", "adult_age", "own_labour_age",
    "limited_capacity_age", "child_wish_age", "log_months_least", "audit_kept_days", "term_reminder_days",
    "confirmation_reminder_days_first", "confirmation_reminder_days_second", "confirmation_reminder_days_last",
    "quiet_days", "joint_mediation_calls", "twin_hints_most", "lead_lapses_days", "certificate_reminder_days", "court_notice_days",
    "sign_in_failures_most", "sign_in_lockout_minutes", "resident_failures_most", "signing_link_days", "signing_tablet_minutes",
    "resident_lockout_minutes", "public_legal_line", "glass_hours", "own_data_days", "session_hours_most", "session_idle_minutes", "training_hours_a_year", "training_reminder_month",
    "certificate_training_hours", "grade_reminder_days", "mediator_load_warning", "conference_papers_days"};

constexpr std::string_view switches[] = {"multi_ethnic_place", "expired_term_stops_seals", "expired_term_stops_receipts"};

// The roles that staff hold, as access knows them; a test there compares.
constexpr std::string_view roles[] = {"informant", "desk_clerk", "mediator", "director", "supervisor", "agency_officer",
                                      "adviser", "system_administrator", "security_administrator", "auditor"};

// Who needs a second factor after how many days, and whether an administrator may work.
void read_doors(Entry& file, Reading& r)
{
    if (auto days = file.entry("second_factor_days")) {
        for (auto const role : roles)
            if (days->has(role)) r.book.policies["second_factor_days." + std::string(role)] = days->whole(role, 0, 3650);
        days->nothing_else();
    }
    if (auto administrators = file.entry("administrators")) {
        r.book.policies["administrators_may_work"] = administrators->flag("may_work", false);
        administrators->nothing_else();
    }
}

// A pattern of numbers with each of its places once: without one of them numbers would collide.
std::string pattern_in(Entry& e, std::string_view key)
{
    auto const text = e.text(key, 60), name = "'" + std::string(key) + "'";
    std::multiset<std::string> places;
    for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
        auto const close = text.find('}', open);
        auto const place = text.substr(open + 1, close == text.npos ? 0 : close - open - 1);
        bool const padded = place.size() == 4 && place.starts_with("n:0") && place[3] >= '1' && place[3] <= '9';
        if (place != "short" && place != "year" && place != "n" && !padded) e.fault(key, name + " has the unknown place {" + place + "}");
        places.insert(padded ? "n" : place);
    }
    if (!text.empty())
        for (auto needed : {"short", "year", "n"})
            if (places.count(needed) != 1) e.fault(key, name + " must have {" + needed + "} once");
    return text;
}

struct Chapter {
    std::string_view file;
    void (*read)(Entry&, Reading&);
};
constexpr Chapter chapters[] = {
    {"pack.toml", read_pack},         {"numbering.toml", read_numbering}, {"kinds.toml", read_kinds},
    {"clocks.toml", read_clocks},     {"calendar.toml", read_calendar},   {"statutes.toml", read_statutes},
    {"reasons.toml", read_reasons},   {"methods.toml", read_methods},     {"safety.toml", read_safety},
    {"grading.toml", read_grading},   {"people.toml", read_people},       {"grades.toml", read_grades},
    {"honours.toml", read_honours},   {"assigning.toml", read_assigning},
    {"agreement.toml", read_agreement}, {"court_outlook.toml", read_court_outlook}, {"phrases.toml", read_phrases},
    {"roads.toml", read_roads},
    {"quality.toml", read_quality},   {"courts.toml", read_courts},       {"packages.toml", read_packages},
    {"reminders.toml", read_reminders},
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
    if (reference.to == "clock") {
        auto const* clock = book.clock(reference.key);
        return clock && clock->told_in.empty();  // nothing is counted by what is only told of
    }
    if (reference.to == "kind") return book.kind(reference.key);
    if (reference.to == "statute")
        return std::any_of(book.statutes.begin(), book.statutes.end(), [&](Statute const& s) { return s.key == reference.key; });
    return book.choice(reference.to, reference.key);
}

}  // namespace

void read_pack(Entry& file, Reading& r)
{
    r.book.place = file.id("place");
    r.book.version = file.text("version", 40);
    r.book.title = file.wording("title");
    auto policy = file.entry("policy");
    if (!policy) return;
    for (auto name : policies) r.book.policies[std::string(name)] = policy->whole(name, 1, 1'000'000);
    auto const months = r.book.policies["log_months_least"];
    if (r.book.policies["audit_kept_days"] < months * 31)
        policy->fault("audit_kept_days", "'audit_kept_days' must cover 'log_months_least': at least " + std::to_string(months * 31) + " days");
    policy->nothing_else();
    read_doors(file, r);
    auto named = file.entry("switch");
    if (!named) return;
    for (auto name : switches) {
        if (!named->has(name)) named->fault(name, "'" + std::string(name) + "' must be true or false");
        r.book.switches[std::string(name)] = named->flag(name, false);
    }
    named->nothing_else();
}

void read_numbering(Entry& file, Reading& r)
{
    auto patterns = file.entry("numbering");
    if (!patterns) return;
    auto const& [acceptance, dossier, agreement] = r.book.numbering =
        Numbering{pattern_in(*patterns, "acceptance"), pattern_in(*patterns, "dossier"), pattern_in(*patterns, "agreement")};
    if (acceptance == dossier || dossier == agreement || acceptance == agreement)
        patterns->fault("agreement", "two patterns are the same: numbers would collide");
    patterns->nothing_else();
}

Book read_book(std::vector<RuleFile> const& files)
{
    Reading r;
    std::string fingerprints;
    for (auto const& chapter : chapters) {
        auto const file = std::find_if(files.begin(), files.end(), [&](RuleFile const& f) { return f.name == chapter.file; });
        if (file == files.end()) {
            r.faults.add(chapter.file, 1, "this file is missing");
            continue;
        }
        read_chapter(chapter, *file, r);
        fingerprints += hex(sha256(file->text));
    }
    r.book.fingerprint = hex(sha256(fingerprints));
    std::set<std::string_view> given;
    for (auto const& file : files) {
        auto const known = std::any_of(std::begin(chapters), std::end(chapters), [&](Chapter const& c) { return c.file == file.name; });
        if (!known) r.faults.add(file.name, 1, "no such rule file is known");
        if (!given.insert(file.name).second) r.faults.add(file.name, 1, "this file is given twice");
    }
    for (auto const& reference : r.references)
        if (!stands(r.book, reference))
            r.faults.add(reference.file, reference.line, "there is no " + reference.to + " '" + reference.key + "'");
    if (!r.faults.none()) throw std::runtime_error(r.faults.told());
    r.book.practice = std::move(r.practice);
    r.book.roads = std::move(r.roads);
    r.book.quality = std::move(r.quality);
    r.book.handing_over = std::move(r.handing_over);
    return std::move(r.book);
}

std::vector<RuleFile> rule_files(std::string const& folder)
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
    return files;
}

Book open_book(std::string const& folder) { return read_book(rule_files(folder)); }

}  // namespace maple::law
