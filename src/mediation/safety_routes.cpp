#include "dispute/view.hpp"
#include "mediation/rooms.hpp"
#include "mediation/rules.hpp"
#include "mediation/safety_rules.hpp"

namespace maple::mediation {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

struct AskSafety {
    Key dispute{};
    Key party{};
    std::vector<std::string> yes;
    OptionalNarrative words;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(AskSafety, (), (dispute, party, yes, words, happened_at))

std::string answers_text(AskSafety const& ask)
{
    std::string text;
    for (auto const& key : ask.yes) text += (text.empty() ? "" : ",") + key;
    if (text.empty()) text = "-";  // asked, and nothing was answered with yes
    return ask.words.str().empty() ? text : text + "\n" + ask.words.str();
}

FileView asked(Desk& desk, AskSafety const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    dispute::SafetyCheck check;
    check.id = new_key();
    check.party = ask.party;
    ask_safety(*file, desk.book(), check, ask.yes, desk.caller.person).value();
    check.answers = file.keep_apart(ask.party, "safety.answers", answers_text(ask));
    auto const risks = risks_of(*file, desk.book(), ask.yes);
    file.record(ask_safety(*file, desk.book(), std::move(check), ask.yes, desk.caller.person).value(), ask.happened_at);
    for (auto risk : risks) {
        risk.id = new_key();
        file.record(raise_risk(*file, std::move(risk)).value(), ask.happened_at);
    }
    return done(file);
}

struct Lift {
    Key dispute{};
    Key check{};
    std::string action;
    Narrative why;
};
BOOST_DESCRIBE_STRUCT(Lift, (), (dispute, check, action, why))

FileView lifted(Desk& desk, Lift const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    auto const why = file.keep("safety.lifted", ask.why.str());
    file.record(lift(*file, ask.check, ask.action, why, desk.caller.person, date_in_beijing(desk.now)).value());
    return done(file);
}

struct FileProtection {
    Key dispute{};
    dispute::ProtectionKind kind{};
    Key protects{};
    Key against{};
    Date from{};
    std::optional<Date> until;
    OptionalLine number;
    OptionalNarrative note;
};
BOOST_DESCRIBE_STRUCT(FileProtection, (), (dispute, kind, protects, against, from, until, number, note))

FileView protection_filed(Desk& desk, FileProtection const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    dispute::Protection one;
    one.id = new_key();
    one.kind = ask.kind;
    one.protects = ask.protects;
    one.against = ask.against;
    one.from = ask.from;
    one.until = ask.until;
    one.number = ask.number.str();
    one.note = file.keep("protection.note", ask.note.str());
    file.record(file_protection(*file, desk.book(), std::move(one)).value());
    return done(file);
}

struct VisitProtected {
    Key dispute{};
    Key protection{};
    Narrative findings;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(VisitProtected, (), (dispute, protection, findings, happened_at))

FileView protected_visited(Desk& desk, VisitProtected const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    auto const findings = file.keep("protection.visit", ask.findings.str());
    file.record(visit_protected(*file, ask.protection, findings).value(), ask.happened_at);
    return done(file);
}

struct HearChild {
    Key dispute{};
    std::optional<Key> party;  // that the child is; none: it is none
    OptionalLine name;         // of one that is no party
    std::optional<Whole<1900, 2100>> birth_year;
    OptionalLine by_name;      // who heard it, where that was not the mediator
    dispute::HeardWith with{};
    OptionalLine company;      // who was by
    Narrative wish;
    bool apart = false;        // its parents must not learn it
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(HearChild, (), (dispute, party, name, birth_year, by_name, with, company, wish, apart, happened_at))

FileView child_heard(Desk& desk, HearChild const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    auto const on = date_in_beijing(ask.happened_at.value_or(desk.now));
    dispute::ChildHeard child;
    child.id = new_key();
    child.party = ask.party.value_or(Key{});
    if (!child.party) child.name = file.keep("child.name", ask.name.str(), access::Secrecy::personal);
    if (ask.birth_year) child.birth_year = ask.birth_year->n;
    child.by_name = file.keep("child.heard_by", ask.by_name.str(), access::Secrecy::personal);
    child.with = ask.with;
    if (ask.with != dispute::HeardWith::alone) child.company = file.keep("child.company", ask.company.str(), access::Secrecy::personal);
    // The rule is asked before a compartment is made for a child of whom it says no.
    auto seen = child;
    seen.wish = Kept{child.id, {}, {}};
    hear_child(*file, desk.book(), std::move(seen), desk.caller.person, on).value();
    if (ask.apart) child.wish_apart = file.keep_apart(child.party ? child.party : child.id, "child.wish", ask.wish.str());
    else child.wish = file.keep("child.wish", ask.wish.str());
    file.record(hear_child(*file, desk.book(), std::move(child), desk.caller.person, on).value(), ask.happened_at);
    return done(file);
}

}  // namespace

api::Room safety_room()
{
    using enum api::Verb;
    return {"safety",
            {
                {post, "/disputes/{dispute}/safety", Right::mediate, asked, "What one side, asked alone, answered about its safety; what is done follows, and risks are raised."},
                {post, "/disputes/{dispute}/safety/{check}/lifting", Right::mediate, lifted, "A measure for somebody's safety is needed no more, and why."},
                {post, "/disputes/{dispute}/children", Right::mediate, child_heard, "A child was heard about what is settled over its head; its wish may be kept from its parents."},
                {post, "/disputes/{dispute}/protections", Right::follow_up, protection_filed, "Put a protection order or a warning letter on file, with its end."},
                {post, "/disputes/{dispute}/protections/{protection}/visits", Right::follow_up, protected_visited, "The committee visited whom the order or letter protects."},
            }};
}

}  // namespace maple::mediation
