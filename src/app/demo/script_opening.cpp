#include "app/demo/script_writer.hpp"
#include "dispute/dispute.hpp"
#include "diversion/rules.hpp"

namespace maple::app::demo {

using json::array;
using json::object;

void Folder::look(Hand& hand)
{
    auto const state = sql::cell<std::string>(hand.sql, "SELECT state FROM dispute WHERE id = $1", key_from_shown(dispute).value());
    auto const d = from_record<dispute::Dispute>(state.value());
    parties.clear();
    promises.clear();
    for (auto const& p : d.parties) parties.push_back(shown(p.id));
    for (auto const& a : d.agreements) {
        agreement = shown(a.id);
        for (auto const& o : a.obligations) promises.push_back(shown(o.id));
    }
    for (auto const& r : d.risks) risk = shown(r.id);
    for (auto const& s : d.sessions)
        if (dispute::awaited(s)) session = shown(s.id);
    participants.clear();
    for (auto const& p : d.participants) participants.push_back(shown(p.id));
}

json::object request_form(Tale const& tale, std::string const& source)
{
    object form{{"kind", tale.kind}, {"source", source}, {"place", tale.place}, {"facts", tale.facts}, {"request", tale.request},
                {"parties", tale.parties}, {"people", std::max<std::int64_t>(tale.people, 1)}};
    if (tale.claim_fen > 0) form["amount"] = tale.claim_fen;
    if (tale.injury) form["marks"] = array{"injury"};
    return form;
}

Script script_of(Course course, Town const& town, Hours const& hours, Dice& dice, law::Book const& book)
{
    return ScriptWriter(std::move(course), town, hours, dice, book).write();
}

ScriptWriter::ScriptWriter(Course course, Town const& town, Hours const& hours, Dice& dice, law::Book const& book)
    : course_(std::make_shared<Course>(std::move(course))), town_(town), hours_(hours), dice_(dice), book_(book),
      kind_(*book.kind(course_->tale.kind)), desk_(town.desk_of(course_->tale.place)), now_(course_->asked)
{}

Script ScriptWriter::write()
{
    if (course_->way == Way::on_the_spot) record_on_the_spot();
    else if (opening() || room()) return std::move(script_);
    afterwards();
    return std::move(script_);
}

void ScriptWriter::at(Instant when, Run run)
{
    now_ = std::max(when, plus_seconds(now_, 60));
    script_.deeds.push_back({now_, [folder = folder_, run = std::move(run)](Hand& hand) { run(hand, *folder); }});
}

std::string ScriptWriter::weighted(std::map<std::string, double> const& weights)
{
    std::vector<double> numbers;
    Lines names;
    for (auto const& [name, weight] : weights) {
        names.push_back(name);
        numbers.push_back(weight);
    }
    return names.at(dice_.weighted(numbers));
}

json::array ScriptWriter::remedies() const
{
    array out;
    for (auto const& key : kind_.remedies)
        if (out.size() < 3) out.emplace_back(key);
    return out;
}

bool ScriptWriter::opening()
{
    request();
    if (stops(Halt::requested)) return true;
    soon(15, 240, [this_desk = desk_.clerk](Hand& hand, Folder& f) { hand.act(this_desk, "POST", f.at("/acceptance"), {}); });
    if (stops(Halt::accepted)) return true;
    bool const before = !stops(Halt::asked) && !stops(Halt::unreachable);
    if (before) ask_consents();
    divert();
    if (stops(Halt::unreachable))
        soon(120, 600, [clerk = desk_.clerk](Hand& hand, Folder& f) {
            hand.act(clerk, "POST", f.at("/consents"), {{"party", f.parties.back()}, {"consent", "unreachable"}, {"by", "phone"}});
        });
    if (!before || stops(Halt::sent)) return true;
    return receive();
}

void ScriptWriter::request()
{
    if (course_->source == "lead") come_by_lead();
    else if (course_->source == "police" || course_->source == "court" || course_->source == "petition" || course_->source == "procuratorate")
        come_by_referral();
    else
        at(hours_.first_open(now_), [clerk = desk_.clerk, form = request_form(course_->tale, course_->source)](Hand& hand, Folder& f) {
            auto const answer = hand.act(clerk, "POST", "/disputes", form);
            f.dispute = answer.at("file").at("id").as_string();
        });
    auto const remember = course_->remember_as;
    script_.deeds.back().run = [run = script_.deeds.back().run, f = folder_, remember](Hand& hand) {
        run(hand);
        f->look(hand);
        if (remember)
            sql::change(hand.sql, "INSERT INTO setting (name, value) VALUES ($1, $2)", *remember, f->dispute + " " + f->parties.front());
    };
}

void ScriptWriter::come_by_lead()
{
    auto const& tale = course_->tale;
    std::vector<Slip const*> fitting;
    for (auto const& one : stock().leads)
        if (one.text.at("kind") == tale.kind) fitting.push_back(&one);
    auto const& slip = fitting.empty() ? dice_.pick(stock().leads) : *dice_.pick(fitting);
    object const report{{"place", tale.place}, {"kind", tale.kind}, {"urgency", slip.text.at("urgency")}, {"where", tale.session_place},
                        {"words", fitting.empty() ? "听见有人争吵，说不到一起，请社区去看看。" : dice_.pick(slip.words)}};
    at(hours_.first_open(now_), [who = course_->informant, report](Hand& hand, Folder& f) {
        f.lead = hand.act(who, "POST", "/leads", report).at("id").as_string();
    });
    object const outcome{{"status", "became_request"}, {"outcome", phrase("triage.became_request")}, {"request", request_form(tale, "lead")}};
    soon(60, 400, [clerk = desk_.clerk, outcome](Hand& hand, Folder& f) {
        auto const answer = hand.act(clerk, "POST", "/leads/" + f.lead + "/triage", outcome);
        f.dispute = answer.at("lead").at("dispute").as_string();
    });
}

void ScriptWriter::come_by_referral()
{
    using enum registry::OrganisationKind;
    auto const kind = course_->source == "police" ? police : course_->source == "court" ? court : course_->source == "petition" ? petition_office : procuratorate;
    auto const* agency = town_.agency_of(kind, course_->tale.place);
    auto const when = hours_.first_open(now_);
    object referral{{"reference", course_->reference}, {"consent_stated", dice_.chance(60)},
                    {"answer_by", iso(plus_days(date_in_beijing(when), kind == police ? 15 : 30))},
                    {"request", request_form(course_->tale, course_->source)}};
    if (kind == court) referral["court_stage"] = "before_filing";
    if (kind == police) referral["calls"] = dice_.between(1, 2);
    at(when, [officer = agency->officer, referral](Hand& hand, Folder& f) {
        f.referral = hand.act(officer, "POST", "/referrals", referral).at("id").as_string();
    });
    soon(60, 500, [clerk = desk_.clerk](Hand& hand, Folder& f) {
        auto const answer = hand.act(clerk, "POST", "/referrals/" + f.referral + "/acceptance", {});
        f.dispute = answer.at("referral").at("dispute").as_string();
    });
}

void ScriptWriter::ask_consents()
{
    bool const applied = course_->source == "walk_in" || course_->source == "phone" || course_->source == "web";
    for (std::size_t i = applied ? 1 : 0; i < course_->tale.parties.size(); ++i)
        soon(10, 200, [clerk = desk_.clerk, i, by = dice_.chance(60) ? "phone" : "in_person"](Hand& hand, Folder& f) {
            hand.act(clerk, "POST", f.at("/consents"), {{"party", f.parties.at(i)}, {"consent", "agreed"}, {"by", by}});
        });
}

// What the grading table says of the tale.
dispute::Grade ScriptWriter::proposed_grade() const
{
    auto const& tale = course_->tale;
    dispute::Dispute measured;
    measured.amount = tale.claim_fen > 0 ? std::optional(Fen{tale.claim_fen}) : std::nullopt;
    measured.people = tale.people;
    if (tale.injury) measured.marks.push_back("injury");
    return diversion::propose_grade(measured, book_).grade;
}

json::object ScriptWriter::sent_to(Office const& to, dispute::Grade grade) const
{
    object deed{{"organisation", shown(to.id)}, {"grade", boost::describe::enum_to_string(grade, "?")}};
    if (grade != proposed_grade()) deed["override_reason"] = dice_.chance(60) ? "local_knowledge" : "risk_of_escalation";
    if (!town_.is_proposed(to, course_->tale.place, grade == dispute::Grade::general))
        deed["change_reason"] = dice_.chance(50) ? "skill" : "knows_the_people";
    return deed;
}

void ScriptWriter::divert()
{
    auto grade = proposed_grade();
    if (course_->tale.story->grade == "complex" && dice_.chance(60)) grade = std::max(grade, dispute::Grade::complex);
    auto const deed = sent_to(*course_->handler, grade);
    soon(15, 200, [clerk = desk_.clerk, deed](Hand& hand, Folder& f) { hand.act(clerk, "POST", f.at("/diversion"), deed); });
}

bool ScriptWriter::receive()
{
    auto const director = course_->handler->director;
    // Who sends to itself has signed for it already.
    if (course_->handler->id != desk_.id)
        soon(30, 300, [director](Hand& hand, Folder& f) { hand.act(director, "PUT", f.at("/receipt"), {}); });
    if (stops(Halt::received)) return true;
    object appointed{{"person", shown(course_->mediator.person)}};
    if (course_->of_team) appointed["team"] = shown(town_.team_key());
    soon(10, 120, [director, appointed](Hand& hand, Folder& f) { hand.act(director, "PUT", f.at("/assignment"), appointed); });
    return stops(Halt::appointed);
}

// The community has talked and cannot settle it: graded anew, sent to the subdistrict by its
// director, and taken up there by another mediator.
void ScriptWriter::escalate()
{
    meet("to_be_continued");
    auto const grade = std::max(proposed_grade(), dice_.chance(15) ? dispute::Grade::major : dispute::Grade::complex);
    auto const deed = sent_to(*course_->upper, grade);
    at(hours_.days_after(now_, 0, 2), [sender = course_->handler->director, deed](Hand& hand, Folder& f) {
        hand.act(sender, "POST", f.at("/diversion"), deed);
    });
    course_->handler = std::exchange(course_->upper, nullptr);
    course_->mediator = course_->upper_mediator;
    receive();
    tell_rights();
}

}  // namespace maple::app::demo
