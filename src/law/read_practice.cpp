// How the methods are worked, what going to court usually means, and sentences to tick.
#include "law/chapters.hpp"
#include "law/practice.hpp"

namespace maple::law {
namespace {

constexpr std::string_view intensities[] = {"calm", "tense", "open_conflict"};
constexpr std::string_view parts_of_a_record[] = {"facts", "talk", "result", "promise", "notice"};
// As dispute::RiskKind; a test of the mediation room compares.
constexpr std::string_view risks[] = {"violence", "weapon", "suicide", "harm_to_minor", "domestic_violence", "group_incident", "crime",
                                      "mass_petition", "sham_mediation", "other"};

template <std::size_t N> std::vector<std::string> words_among(Entry& e, std::string_view key, std::string_view const (&known)[N])
{
    if (!e.has(key)) return {};
    auto words = e.texts(key);
    for (auto const& one : words)
        if (std::find(std::begin(known), std::end(known), one) == std::end(known)) e.fault(key, "'" + one + "' is not known here");
    return words;
}

std::vector<std::string> kinds_in(Entry& e, std::string_view key, Reading& r)
{
    if (!e.has(key)) return {};
    auto kinds = e.texts(key);
    for (auto const& one : kinds) r.refer(e, key, "kind", one);
    return kinds;
}

std::string statute_at(Entry& e, std::string_view key, Reading& r)
{
    auto statute = e.text_if(key, 20);
    r.refer(e, key, "statute", statute);
    return statute;
}

Method read_method(Entry& e, std::vector<PracticeQuestion> const& questions, Reading& r)
{
    Method m;
    m.key = e.id("key");
    m.name = e.wording("name", 80);
    m.statute = statute_of(e, r);
    if (e.has("sheet")) m.sheet = e.id("sheet");
    m.suits = kinds_in(e, "suits", r);
    m.intensity = words_among(e, "intensity", intensities);
    m.bars = words_among(e, "bars", risks);
    if (e.has("asks")) m.asks = e.texts("asks");
    for (auto const& key : m.asks)
        if (std::none_of(questions.begin(), questions.end(), [&](auto const& q) { return q.key == key; })) e.fault("asks", "there is no question '" + key + "'");
    m.why = e.wording("why");
    m.prompts = e.wordings("prompts");
    m.not_when = e.wordings("not_when");
    m.prepare = e.wordings("prepare");
    m.phrases = e.wordings("phrases");
    return m;
}

void read_writing_down(Entry& e, Method& m, Reading& r)
{
    for (auto& one : e.entries("write_down")) {
        WriteDown down;
        down.statute = statute_of(one, r);
        down.what = one.wording("what", 300);
        one.nothing_else();
        m.write_down.push_back(std::move(down));
    }
}

void read_steps(Entry& e, Method& m)
{
    Once keys;
    for (auto& one : e.entries("step")) {
        PracticeStep step;
        keys.see(one, "key", step.key = one.id("key"));
        step.act = one.wording("do", 300);
        step.say = one.wording("say", 300);
        step.minutes = int(one.whole("minutes", 1, 240));
        one.nothing_else();
        m.steps.push_back(std::move(step));
    }
    if (m.steps.empty()) e.fault("step", "the method has no step");
}

std::vector<FeeStep> read_fee_steps(std::vector<Entry> entries, Reading& r)
{
    std::vector<FeeStep> steps;
    for (auto& e : entries) {
        FeeStep step;
        if (e.has("up_to")) step.up_to = e.whole("up_to", 1, 1'000'000'000'000);
        step.flat = e.whole_or("flat", 0, 1'000'000'000, 0);
        step.rate = e.whole("rate", 0, 10'000);
        statute_at(e, "source", r);
        e.nothing_else();
        if (!steps.empty() && (!steps.back().up_to || (step.up_to && *step.up_to <= *steps.back().up_to))) e.fault("up_to", "the steps must rise, and the last has no end");
        steps.push_back(step);
    }
    return steps;
}

void read_fees(Entry& file, Practice& p, Reading& r)
{
    p.court_fee = read_fee_steps(file.entries("court_fee"), r);
    Once keys;
    for (auto& e : file.entries("fee")) {
        CourtFee fee;
        keys.see(e, "key", fee.key = e.id("key"));
        fee.name = e.wording("name");
        fee.by_steps = e.text_if("steps", 20) == "court_fee";
        fee.from = e.whole_or("from", 0, 1'000'000'000, 0);
        fee.to = e.whole_or("to", 0, 1'000'000'000, 0);
        fee.free_up_to = e.whole_or("free_up_to", 0, 1'000'000'000'000, 0);
        fee.over = read_fee_steps(e.entries("over"), r);
        fee.statute = statute_at(e, "source", r);
        if (fee.to < fee.from) e.fault("to", "'to' lies below 'from'");
        e.nothing_else();
        p.fees.push_back(std::move(fee));
    }
}

void read_outlooks(Entry& file, Practice& p, Reading& r)
{
    Once kinds;
    for (auto& e : file.entries("outlook")) {
        Outlook o;
        kinds.see(e, "kind", o.kind = e.id("kind"));
        r.refer(e, "kind", "kind", o.kind);
        o.months_least = int(e.whole("months_least", 0, 120));
        o.months_most = int(e.whole("months_most", o.months_least, 120));
        o.fee = e.id("fee");
        if (std::none_of(p.fees.begin(), p.fees.end(), [&](auto const& fee) { return fee.key == o.fee; })) e.fault("fee", "there is no fee '" + o.fee + "'");
        o.cost_notes = e.wording("cost_notes", 300);
        o.best = e.wording("best", 300);
        o.worst = e.wording("worst", 300);
        o.proof = e.wording("proof", 300);
        if (e.has("before")) o.before = e.wording("before", 300);
        o.statute = statute_of(e, r);
        e.nothing_else();
        p.outlooks.push_back(std::move(o));
    }
}

}  // namespace

void read_methods(Entry& file, Reading& r)
{
    auto& p = *r.practice;
    Once questions, methods, techniques;
    for (auto& e : file.entries("question")) {
        PracticeQuestion question;
        questions.see(e, "key", question.key = e.id("key"));
        question.ask = e.wording("ask");
        e.nothing_else();
        p.questions.push_back(std::move(question));
    }
    for (auto& e : file.entries("method")) {
        auto method = read_method(e, p.questions, r);
        methods.see(e, "key", method.key);
        read_writing_down(e, method, r);
        read_steps(e, method);
        e.nothing_else();
        Choice choice{method.key, method.name, method.statute, method.prompts};
        r.book.choices["method"].push_back(std::move(choice));
        p.methods.push_back(std::move(method));
    }
    if (p.methods.empty()) file.fault("method", "there is no method");
    for (auto& e : file.entries("technique")) {
        Technique one;
        techniques.see(e, "key", one.key = e.id("key"));
        one.name = e.wording("name", 80);
        one.says = e.wording("says", 300);
        one.not_when = e.wording("not_when", 300);
        one.statute = statute_of(e, r);
        e.nothing_else();
        p.techniques.push_back(std::move(one));
    }
}

void read_court_outlook(Entry& file, Reading& r)
{
    auto& p = *r.practice;
    read_fees(file, p, r);
    read_outlooks(file, p, r);
    p.enforcement_fee = read_fee_steps(file.entries("enforcement_fee"), r);
    Once notes, reductions, times;
    for (auto& e : file.entries("reduction")) {
        Reduction one;
        reductions.see(e, "key", one.key = e.id("key"));
        one.name = e.wording("name");
        one.rate = e.whole("rate", 0, 10'000);
        one.statute = statute_at(e, "source", r);
        e.nothing_else();
        p.reductions.push_back(std::move(one));
    }
    for (auto& e : file.entries("time_limit")) {
        CourtTime one;
        times.see(e, "key", one.key = e.id("key"));
        one.name = e.wording("name");
        one.months = int(e.whole_or("months", 1, 60, 0));
        one.days = int(e.whole_or("days", 1, 400, 0));
        one.extension = int(e.whole_or("extension", 1, 400, 0));
        one.statute = statute_at(e, "source", r);
        e.nothing_else();
        p.times.push_back(std::move(one));
    }
    for (auto& e : file.entries("note")) {
        OutlookNote note;
        notes.see(e, "key", note.key = e.id("key"));
        note.kinds = kinds_in(e, "kinds", r);
        note.says = e.wording("says", 300);
        note.statute = statute_of(e, r);
        e.nothing_else();
        p.notes.push_back(std::move(note));
    }
}

void read_phrases(Entry& file, Reading& r)
{
    auto& p = *r.practice;
    Once keys;
    for (auto& e : file.entries("phrase")) {
        Phrase phrase;
        keys.see(e, "key", phrase.key = e.id("key"));
        phrase.kinds = kinds_in(e, "kinds", r);
        phrase.part = e.text("part", 20);
        if (std::find(std::begin(parts_of_a_record), std::end(parts_of_a_record), phrase.part) == std::end(parts_of_a_record))
            e.fault("part", "'" + phrase.part + "' is no part of a record");
        phrase.text = e.wording("text");
        phrase.oral = e.flag("oral", false);
        phrase.bars = words_among(e, "bars", risks);
        phrase.statute = statute_of(e, r);
        e.nothing_else();
        p.phrases.push_back(std::move(phrase));
    }
    if (p.phrases.empty()) file.fault("phrase", "there is no phrase");
}

}  // namespace maple::law
