// How to work, beside the dispute: methods step by step and which of them to think of, what going to
// court usually means, sentences to tick for a record.
#include "api/words.hpp"
#include "dispute/view.hpp"
#include "law/practice.hpp"
#include "mediation/rooms.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::mediation {
namespace {

using access::Right;
using law::Wording;

class Worded {
public:
    explicit Worded(Desk& desk) : desk_(desk), tag_(api::tag(desk.language)) {}
    std::string operator()(Wording const& wording) const { return wording.empty() ? "" : law::in(wording, tag_); }
    std::vector<std::string> operator()(std::vector<Wording> const& wordings) const
    {
        std::vector<std::string> out;
        for (auto const& one : wordings) out.push_back((*this)(one));
        return out;
    }
    std::optional<dispute::ArticleView> article(std::string const& statute) const { return dispute::article_view(desk_, statute); }

private:
    Desk& desk_;
    std::string tag_;
};

// --- Methods ---------------------------------------------------------------------------------------

struct StepView {
    std::string act, say;
    std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(StepView, (), (act, say, minutes))

struct WriteDownView {
    std::string what;
    std::optional<dispute::ArticleView> article;
};
BOOST_DESCRIBE_STRUCT(WriteDownView, (), (what, article))

struct MethodView {
    std::string key, name, why;
    std::optional<dispute::ArticleView> article;
    std::vector<std::string> prompts, not_when, prepare, phrases;
    std::vector<StepView> steps;
    std::vector<WriteDownView> write_down;
    std::optional<std::string> sheet;
};
BOOST_DESCRIBE_STRUCT(MethodView, (), (key, name, why, article, prompts, not_when, prepare, phrases, steps, write_down, sheet))

struct TechniqueView {
    std::string key, name, says, not_when;
};
BOOST_DESCRIBE_STRUCT(TechniqueView, (), (key, name, says, not_when))

struct QuestionView {
    std::string key, ask;
};
BOOST_DESCRIBE_STRUCT(QuestionView, (), (key, ask))

struct PracticeView {
    std::vector<MethodView> methods;
    std::vector<TechniqueView> techniques;
    std::vector<QuestionView> questions;
};
BOOST_DESCRIBE_STRUCT(PracticeView, (), (methods, techniques, questions))

MethodView method_view(law::Method const& m, Worded const& in)
{
    MethodView view{m.key, in(m.name), in(m.why), in.article(m.statute), in(m.prompts), in(m.not_when), in(m.prepare), in(m.phrases), {}, {}, {}};
    if (!m.sheet.empty()) view.sheet = m.sheet;
    for (auto const& step : m.steps) view.steps.push_back({in(step.act), in(step.say), step.minutes});
    for (auto const& one : m.write_down) view.write_down.push_back({in(one.what), in.article(one.statute)});
    return view;
}

PracticeView practice(Desk& desk, api::Nothing const&)
{
    Worded const in(desk);
    PracticeView view;
    auto const& practice = *desk.book().practice;
    for (auto const& m : practice.methods) view.methods.push_back(method_view(m, in));
    for (auto const& t : practice.techniques) view.techniques.push_back({t.key, in(t.name), in(t.says), in(t.not_when)});
    for (auto const& q : practice.questions) view.questions.push_back({q.key, in(q.ask)});
    return view;
}

enum class Intensity { calm, tense, open_conflict };
BOOST_DESCRIBE_ENUM(Intensity, calm, tense, open_conflict)

struct AskMethods {
    Key dispute{};
    std::optional<Intensity> intensity;
    std::optional<Text<0, 400>> yes;  // keys of questions, comma separated
};
BOOST_DESCRIBE_STRUCT(AskMethods, (), (dispute, intensity, yes))

struct SuggestionView {
    std::string key, name, why;
    std::vector<std::string> because;    // in words
    std::vector<std::string> barred_by;  // risks, in words
    std::vector<std::string> not_when;
    std::int64_t used = 0;               // sessions of this dispute in which it was used
};
BOOST_DESCRIBE_STRUCT(SuggestionView, (), (key, name, why, because, barred_by, not_when, used))

struct Suggestions {
    std::vector<SuggestionView> methods;
};
BOOST_DESCRIBE_STRUCT(Suggestions, (), (methods))

std::vector<std::string> keys_in(std::string_view list)
{
    std::vector<std::string> keys;
    while (!list.empty()) {
        auto const comma = list.find(',');
        if (auto const key = trimmed(list.substr(0, comma)); !key.empty()) keys.emplace_back(key);
        list = comma == list.npos ? std::string_view{} : list.substr(comma + 1);
    }
    return keys;
}

std::vector<std::string> open_risks(dispute::Dispute const& d)
{
    std::vector<std::string> kinds;
    for (auto const& risk : d.risks)
        if (!risk.cleared_at) kinds.emplace_back(boost::describe::enum_to_string(risk.kind, "?"));
    return kinds;
}

std::int64_t times_used(dispute::Dispute const& d, std::string const& method)
{
    return std::count_if(d.sessions.begin(), d.sessions.end(), [&](auto const& s) {
        return s.held_at && std::find(s.methods.begin(), s.methods.end(), method) != s.methods.end();
    });
}

std::string reason_word(Desk& desk, law::Practice const& practice, std::string const& key, Worded const& in)
{
    for (auto const& q : practice.questions)
        if (q.key == key) return in(q.ask);
    return api::say(desk.language, "method_because." + key);
}

Suggestions suggested(Desk& desk, AskMethods const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute);
    auto const& practice = *desk.book().practice;
    Worded const in(desk);
    std::string const intensity = ask.intensity ? boost::describe::enum_to_string(*ask.intensity, "") : "";
    Suggestions out;
    for (auto const& one : law::suggest(practice, d.kind, intensity, keys_in(ask.yes ? ask.yes->str() : ""), open_risks(d))) {
        SuggestionView view{one.method->key, in(one.method->name), in(one.method->why), {}, {}, in(one.method->not_when), times_used(d, one.method->key)};
        for (auto const& key : one.because) view.because.push_back(reason_word(desk, practice, key, in));
        for (auto const& key : one.barred_by) view.barred_by.push_back(api::say(desk.language, "risk_kind." + key));
        out.methods.push_back(std::move(view));
    }
    desk.etag.reset();
    return out;
}

// --- Going to court --------------------------------------------------------------------------------

struct AskOutlook {
    Key dispute{};
    std::optional<Fen> amount;  // of the claim; what the dispute names unless told
};
BOOST_DESCRIBE_STRUCT(AskOutlook, (), (dispute, amount))

struct CourtTimeView {
    std::string name;
    std::int64_t months = 0, days = 0, extension = 0;
    std::optional<dispute::ArticleView> article;
};
BOOST_DESCRIBE_STRUCT(CourtTimeView, (), (name, months, days, extension, article))

struct NoteView {
    std::string says;
    std::optional<dispute::ArticleView> article;
};
BOOST_DESCRIBE_STRUCT(NoteView, (), (says, article))

struct OutlookView {
    std::int64_t months_least = 0, months_most = 0;
    std::string fee_name;
    std::optional<Fen> fee_least, fee_most;
    std::string cost_notes, best, worst, proof, before;
    std::optional<dispute::ArticleView> article;
    std::vector<NoteView> notes;
    std::vector<NoteView> reductions;
    std::vector<CourtTimeView> times;
};
BOOST_DESCRIBE_STRUCT(OutlookView, (), (months_least, months_most, fee_name, fee_least, fee_most, cost_notes, best, worst, proof, before,
                                        article, notes, reductions, times))

bool of_kind(std::vector<std::string> const& kinds, std::string const& kind)
{
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

OutlookView outlook(Desk& desk, AskOutlook const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute);
    auto const& practice = *desk.book().practice;
    auto const* known = practice.outlook(d.kind);
    if (!known) throw Refused(refuse(Because::not_found, "outlook.unknown"));
    Worded const in(desk);
    OutlookView view;
    view.months_least = known->months_least;
    view.months_most = known->months_most;
    for (auto const& fee : practice.fees)
        if (fee.key == known->fee) view.fee_name = in(fee.name);
    auto const claimed = ask.amount ? ask.amount : d.amount;
    if (auto const fee = law::court_fee(practice, d.kind, claimed ? std::optional(claimed->n) : std::nullopt)) {
        view.fee_least = Fen{fee->least};
        view.fee_most = Fen{fee->most};
    }
    view.cost_notes = in(known->cost_notes);
    view.best = in(known->best);
    view.worst = in(known->worst);
    view.proof = in(known->proof);
    view.before = in(known->before);
    view.article = in.article(known->statute);
    for (auto const& note : practice.notes)
        if (of_kind(note.kinds, d.kind)) view.notes.push_back({in(note.says), in.article(note.statute)});
    for (auto const& one : practice.reductions) view.reductions.push_back({in(one.name), in.article(one.statute)});
    for (auto const& one : practice.times) view.times.push_back({in(one.name), one.months, one.days, one.extension, in.article(one.statute)});
    desk.etag.reset();
    return view;
}

// --- Sentences to tick -----------------------------------------------------------------------------

struct OneDispute {
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(OneDispute, (), (dispute))

struct PhraseView {
    std::string key, part, text;        // {amount} and {date} stay open, for who ticks
    std::optional<std::string> method;  // it belongs to this method alone
    std::optional<dispute::ArticleView> article;
};
BOOST_DESCRIBE_STRUCT(PhraseView, (), (key, part, text, method, article))

struct Phrases {
    std::vector<PhraseView> phrases;
};
BOOST_DESCRIBE_STRUCT(Phrases, (), (phrases))

std::string names_of(dispute::Dispute const& d, dispute::Side side)
{
    std::string names;
    for (auto const& p : d.parties)
        if (p.side == side && !p.left) names += (names.empty() ? "" : "、") + text_of(p.name);
    return names;
}

std::string filled(std::string text, std::string_view gap, std::string_view with)
{
    for (auto at = text.find(gap); at != text.npos && !with.empty(); at = text.find(gap, at + with.size())) text.replace(at, gap.size(), with);
    return text;
}

// What is said in every dispute of the kind, then what belongs to one method. Of what an open risk
// bars nothing is offered.
Phrases offered(Desk& desk, std::string_view kind_key, std::vector<std::string> const& risks)
{
    Worded const in(desk);
    auto const& practice = *desk.book().practice;
    auto const* kind = desk.book().kind(kind_key);
    auto const barred = [&](std::vector<std::string> const& bars) {
        return std::find_first_of(bars.begin(), bars.end(), risks.begin(), risks.end()) != bars.end();
    };
    Phrases out;
    for (auto const& one : practice.phrases) {
        bool const of_this = one.kinds.empty() || (kind && of_kind(one.kinds, kind->key));
        if (of_this && !barred(one.bars) && !(one.oral && kind && kind->needs_writing))
            out.phrases.push_back({one.key, one.part, in(one.text), std::nullopt, in.article(one.statute)});
    }
    for (auto const& method : practice.methods) {
        if (barred(method.bars)) continue;
        for (std::size_t n = 0; n < method.phrases.size(); ++n)
            out.phrases.push_back({method.key + "." + std::to_string(n), "talk", in(method.phrases[n]), method.key, std::nullopt});
    }
    return out;
}

Phrases phrases(Desk& desk, OneDispute const& ask)
{
    auto d = dispute::read_dispute(desk, ask.dispute);
    dispute::fill_words(desk, d);
    auto const applicant = names_of(d, dispute::Side::applicant), respondent = names_of(d, dispute::Side::respondent);
    auto const place = registry::division_name(desk, d.place);
    auto out = offered(desk, d.kind, open_risks(d));
    for (auto& one : out.phrases)
        one.text = filled(filled(filled(std::move(one.text), "{applicant}", applicant), "{respondent}", respondent), "{place}", place);
    desk.etag.reset();
    return out;
}

struct AskPhrases {
    std::optional<std::string> kind;
};
BOOST_DESCRIBE_STRUCT(AskPhrases, (), (kind))

// Before there is a dispute: every gap stays open. Which risks stand open nobody knows yet, so what a
// risk would bar is left to the mediator, as the page says.
Phrases phrases_of_kind(Desk& desk, AskPhrases const& ask)
{
    if (ask.kind && !desk.book().kind(*ask.kind)) throw Refused(refuse_field("/kind", "not_in_the_book"));
    return offered(desk, ask.kind.value_or(""), {});
}

}  // namespace

api::Room practice_room()
{
    using enum api::Verb;
    return {"practice",
            {
                {get, "/methods", Right::signed_in, practice, "The methods of mediation step by step, smaller techniques, the questions behind a suggestion."},
                {get, "/phrases", Right::signed_in, phrases_of_kind, "Sentences to tick for a record of a dispute of this kind."},
                {get, "/disputes/{dispute}/methods", Right::read_dispute, suggested, "Which methods to think of in this dispute, and why; the mediator chooses."},
                {get, "/disputes/{dispute}/outlook", Right::read_dispute, outlook, "What going to court usually means for a dispute of this kind: time, cost, best and worst. No forecast."},
                {get, "/disputes/{dispute}/phrases", Right::read_dispute, phrases, "Sentences to tick for a record of this dispute."},
            }};
}

}  // namespace maple::mediation
