// Kinds, reasons, methods, safety questions and grading: the lists to choose from.
#include "foundation/text.hpp"
#include "law/chapters.hpp"

namespace maple::law {
namespace {

constexpr std::string_view lists_of_reasons[] = {
    "refusal", "termination", "remedy", "override", "return", "transfer", "pause", "reopen", "decline", "lead_outcome",
    "advice", "archive_retention", "change", "confirmation_bar", "dismissal", "conflict", "unfounded", "sector",
    "certificate_override", "call_decline", "conference_road", "annulment", "session_cancel", "on_a_side", "participant_left"};

// What app/agenda reminds of.
constexpr std::string_view reminders[] = {
    "session_soon", "session_unrecorded", "time_asked", "session_unbooked", "session_away", "session_apart", "obligation_due", "visit_due",
    "protection_visit", "legal_clock", "pause_again", "call_late", "guardian_missing"};

constexpr std::string_view weights[] = {
    "load", "language_missing", "language_by_interpreter", "language_spoken", "skill", "travel_subdistrict", "travel_district",
    "travel_city", "travel_exclave", "continuity_original", "continuity_linked", "continuity_building", "wish"};

// What resolution/checker asks the book for.
constexpr std::string_view lists_of_words[] = {
    "vague_time", "vague_amount", "vague_manner", "vague_condition", "money", "settled_by", "consequence", "harsh_means", "documents",
    "status_bond", "status_change", "right", "immovable", "belongs", "intellectual", "left_open", "public_help", "support", "give_up",
    "suing", "freedom", "may_not", "empty_promise", "kin", "others_right", "child_care", "child", "own_wish", "marriage", "adoption", "inheritance"};

constexpr std::string_view measures[] = {
    "amount_fen", "people", "injury", "death", "cross_area", "violence", "repeated_calls", "media"};

// From when the years are counted, and which dossiers are kept so long.
void read_retention(Entry& e, Choice& choice)
{
    choice.years = int(e.whole_or("years", 1, 500, 0));
    choice.counts_from = e.id("counts_from");
    if (choice.counts_from != "filing" && choice.counts_from != "next_year") e.fault("counts_from", "'counts_from' is \"filing\" or \"next_year\"");
    choice.says = e.wording("says", 200);
}

void read_planning(Entry& e, Planning& p)
{
    constexpr int midnight = 24 * 60;
    p.opens = int(e.whole("opens", 0, midnight - 1));
    p.closes = int(e.whole("closes", 1, midnight));
    p.pause_from = int(e.whole_or("pause_from", 0, midnight, 0));
    p.pause_until = int(e.whole_or("pause_until", 0, midnight, p.pause_from));
    p.step = int(e.whole("step", 5, 120));
    p.shortest = int(e.whole("shortest", 5, 240));
    p.usual = int(e.whole("usual", 5, 480));
    p.longest = int(e.whole("longest", 15, 480));
    p.looks_ahead_days = int(e.whole("looks_ahead_days", 7, 120));
    if (p.closes <= p.opens) e.fault("closes", "'closes' is not after 'opens'");
    if (p.pause_until < p.pause_from) e.fault("pause_until", "'pause_until' lies before 'pause_from'");
    if (p.usual < p.shortest || p.longest < p.usual) e.fault("usual", "'usual' does not lie between 'shortest' and 'longest'");
    e.nothing_else();
}

}  // namespace

Choice read_choice(Entry& e, Reading& r)
{
    Choice choice;
    choice.key = e.id("key");
    choice.name = e.wording("name", 140);
    choice.statute = statute_of(e, r);
    return choice;
}

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

void read_reasons(Entry& file, Reading& r)
{
    for (auto list : lists_of_reasons) {
        Once keys;
        auto& choices = r.book.choices[std::string(list)];
        for (auto& e : file.entries(list)) {
            auto choice = read_choice(e, r);
            keys.see(e, "key", choice.key);
            if (list == "archive_retention") read_retention(e, choice);
            e.nothing_else();
            choices.push_back(std::move(choice));
        }
        if (choices.empty()) file.fault(list, "the list '" + std::string(list) + "' is missing");
    }
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
        question.risk = e.text_if("risk", 40);
        question.level = e.text_if("level", 10);
        if (question.risk.empty() != question.level.empty()) e.fault("level", "'risk' and 'level' belong together");
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
        if (!rule.measure.empty() && std::find(std::begin(measures), std::end(measures), rule.measure) == std::end(measures)) e.fault("measure", "'" + rule.measure + "' is no measure");
        if (!rule.grade.empty() && rule.grade != "complex" && rule.grade != "major") e.fault("grade", "'grade' is complex or major");
        e.nothing_else();
        r.book.grading.push_back(std::move(rule));
    }
    if (r.book.grading.empty()) file.fault("rule", "there is no rule of grading");
}

void read_assigning(Entry& file, Reading& r)
{
    auto named = file.entry("weights");
    if (!named) return;
    for (auto name : weights) r.book.assigning.weights[std::string(name)] = named->whole(name, 0, 10'000);
    named->nothing_else();
    for (auto const& code : file.texts("exclaves")) {
        if (code.size() != 6 || code.find_first_not_of("0123456789") != std::string::npos)
            file.fault("exclaves", "'" + code + "' is no code of a district");
        r.book.assigning.exclaves.insert(code);
    }
}

void read_agreement(Entry& file, Reading& r)
{
    for (auto const list : lists_of_words) {
        auto entry = file.entry(list);
        if (!entry) continue;
        auto& words = r.book.agreement_words[std::string(list)] = entry->texts("words");
        for (auto const& word : words)
            if (length(word) < 2) entry->fault("words", "'" + word + "' is too short: it would be found everywhere");
        entry->nothing_else();
    }
    if (auto penalty = file.entry("penalty")) {
        auto const asked = r.book.policies["penalty_asked_above"] = penalty->whole("asked_above", 1, 10'000);
        if ((r.book.policies["penalty_refused_above"] = penalty->whole("refused_above", 1, 10'000)) < asked)
            penalty->fault("refused_above", "'refused_above' lies below 'asked_above'");
        penalty->nothing_else();
    }
}

void read_reminders(Entry& file, Reading& r)
{
    if (auto planning = file.entry("planning")) read_planning(*planning, r.book.planning);
    if (auto protection = file.entry("protection")) {
        r.book.policies["protection_visit_every_days"] = protection->whole("visit_every_days", 1, 365);
        protection->nothing_else();
    }
    Once keys;
    for (auto& e : file.entries("reminder")) {
        ReminderRule rule;
        keys.see(e, "key", rule.key = e.id("key"));
        if (!rule.key.empty() && std::find(std::begin(reminders), std::end(reminders), rule.key) == std::end(reminders))
            e.fault("key", "nothing reminds of '" + rule.key + "'");
        rule.name = e.wording("name", 80);
        rule.days = int(e.whole("days", 0, 90));
        rule.statute = statute_of(e, r);
        e.nothing_else();
        r.book.reminders.push_back(std::move(rule));
    }
    for (auto const needed : reminders)
        if (std::none_of(r.book.reminders.begin(), r.book.reminders.end(), [&](auto const& rule) { return rule.key == needed; }))
            file.fault("reminder", "the reminder '" + std::string(needed) + "' is missing");
}

}  // namespace maple::law
