#include "app/demo/script_writer.hpp"
#include "resolution/signing_rules.hpp"

#include <algorithm>

namespace maple::app::demo {

using json::array;
using json::object;

namespace {

json::array shown_all(std::vector<std::string> const& keys)
{
    array out;
    for (auto const& one : keys) out.emplace_back(one);
    return out;
}

json::array list(Lines const& words)
{
    array out;
    for (auto const& one : words) out.emplace_back(one);
    return out;
}

// A room of the office and an hour at which nobody is busy. Where the hour is taken, a session that
// is still awaited takes the first that is offered; one that is held anyway was agreed by word of mouth.
bool choose_time(Hand& hand, Folder const& f, Server const& who, object& session, bool waits)
{
    auto const planning = hand.act(who, "GET", f.at("/planning"), {});
    auto const& rooms = planning.at("places").as_array();
    session["minutes"] = 60;
    object ask{{"at", session.at("planned_for")}, {"minutes", 60}};
    if (!rooms.empty()) ask["room"] = rooms.front().at("id");
    auto const found = hand.act(who, "GET", f.at("/slots"), ask);
    if (!rooms.empty()) {
        session["room"] = rooms.front().at("id");
        session.erase("place");
    }
    if (found.at("free").as_bool()) return true;
    auto const& slots = found.at("slots").as_array();
    if (!waits || slots.empty()) return false;
    session["planned_for"] = slots.front().at("from");
    if (slots.front().at("place").is_string()) session["room"] = slots.front().at("place");
    return true;
}

}  // namespace

bool ScriptWriter::room()
{
    tell_rights();
    if (stops(Halt::told)) return true;
    if (course_->apprentice) let_sit_in();
    if (course_->tale.story->risk && dice_.chance(60)) raise_risk();
    if (course_->upper) {
        talk_apart(0);
        escalate();
    }
    if (course_->way == Way::failed) {
        fail();
        return true;
    }
    bool const quick = course_->way == Way::oral && course_->halt == Halt::never && dice_.chance(55);
    if (!quick) {
        talk_apart(0);
        if (dice_.chance(70)) talk_apart(1);
        if (dice_.chance(25)) invite_somebody();
    }
    if (hesitate()) return true;
    if (!quick && dice_.chance(50)) plan({});
    meet("success");
    if (stops(Halt::succeeded)) return true;
    if (course_->way == Way::written) return agree_in_writing();
    agree_orally();
    return false;
}

void ScriptWriter::tell_rights()
{
    at(hours_.days_after(now_, 0, 1), [who = course_->mediator, writing = dice_.chance(70)](Hand& hand, Folder& f) {
        hand.act(who, "POST", f.at("/rights"), {{"parties", shown_all(f.parties)}, {"in_writing", writing}, {"disclosure", object{}}});
    });
    bring_photo();
}

void ScriptWriter::talk_apart(std::size_t side)
{
    auto const& tale = course_->tale;
    auto const said = tale.first_talk + "\n" + (side == 0 ? "申请人：" + tale.separate_applicant : "被申请人：" + tale.separate_respondent);
    object record{{"kind", "separate"}, {"by", dice_.chance(75) ? "in_person" : "phone"}, {"place", tale.session_place},
                  {"record", said}, {"methods", list(tale.story->methods)}, {"language", tale.languages.at(side)}};
    at(hours_.days_after(now_, 0, 2), [who = course_->mediator, record, side](Hand& hand, Folder& f) mutable {
        record["parties"] = array{f.parties.at(side)};
        hand.act(who, "POST", f.at("/records"), record);
    });
}

void ScriptWriter::raise_risk()
{
    risky_ = true;
    auto const& risk = *course_->tale.story->risk;
    soon(20, 90, [who = course_->mediator, risk](Hand& hand, Folder& f) {
        hand.act(who, "POST", f.at("/risks"), {{"kind", risk.kind}, {"level", risk.level}, {"about", risk.text}});
        f.look(hand);
    });
    if (risk.level == "yellow") return;
    soon(10, 40, [who = course_->mediator](Hand& hand, Folder& f) {
        hand.act(who, "POST", f.at("/risks/" + f.risk + "/report"), {{"to", "police"}});
    });
}

// A mediator of the community learns by listening; both sides agree to it (PML art. 20).
void ScriptWriter::let_sit_in()
{
    object guest{{"role", dispute::apprentice}, {"person", shown(course_->apprentice->person)}};
    soon(10, 60, [who = course_->mediator, guest](Hand& hand, Folder& f) mutable {
        guest["consented"] = shown_all(f.parties);
        hand.act(who, "POST", f.at("/participants"), guest);
        f.look(hand);
    });
}

void ScriptWriter::invite_somebody()
{
    object guest{{"role", phrase("consent.participant_roles")}, {"name", make_person(dice_, "").full()}};
    soon(20, 120, [who = course_->mediator, guest](Hand& hand, Folder& f) mutable {
        guest["consented"] = shown_all(f.parties);
        hand.act(who, "POST", f.at("/participants"), guest);
        f.look(hand);
    });
}

void ScriptWriter::plan(std::optional<Instant> wanted)
{
    auto const when = hours_.minutes_after(now_, 10, 60);
    auto const meeting = wanted.value_or(hours_.appointment(plus_days(date_in_beijing(when), int(dice_.between(1, 4)))));
    object session{{"kind", "joint"}, {"by", "in_person"}, {"place", course_->tale.session_place}, {"planned_for", iso(meeting)}};
    bool const waits = stops(Halt::planned);
    at(when, [who = course_->mediator, session, waits](Hand& hand, Folder& f) mutable {
        session["parties"] = shown_all(f.parties);
        if (!choose_time(hand, f, who, session, waits)) return;
        hand.act(who, "POST", f.at("/sessions"), session);
        f.look(hand);
    });
    if (!waits) now_ = meeting;
}

bool ScriptWriter::hesitate()
{
    auto const& who = course_->mediator;
    if (stops(Halt::planned)) {
        plan(course_->meeting);
        return true;
    }
    if (stops(Halt::paused)) {
        Lines const reasons{"appraisal", "party_away", "illness", "documents_awaited", "cooling_off"};
        soon(20, 90, [who, reason = dice_.pick(reasons)](Hand& hand, Folder& f) { hand.act(who, "POST", f.at("/pause"), {{"reason", reason}}); });
        return true;
    }
    if (stops(Halt::extended) || stops(Halt::to_be_continued)) {
        meet("to_be_continued");
        if (stops(Halt::extended))
            soon(10, 40, [who, days = dice_.between(1, 3) * 10](Hand& hand, Folder& f) {
                hand.act(who, "POST", f.at("/extensions"), {{"days", days}, {"agreed_by", shown_all(f.parties)}});
            });
        return true;
    }
    if (stops(Halt::session_failed)) {
        meet("failed");
        return true;
    }
    return false;
}

void ScriptWriter::meet(std::string result)
{
    auto const& tale = course_->tale;
    auto const record_text = result == "success" ? tale.record
                           : result == "failed"  ? tale.first_talk + "\n" + tale.failure_text
                           : course_->upper     ? tale.first_talk + "\n" + phrase("escalation.talks")
                                                 : tale.first_talk + "\n" + phrase("consent.offers") + "双方约定再谈。";
    object record{{"kind", "joint"}, {"by", "in_person"}, {"place", tale.session_place}, {"record", record_text},
                        {"methods", list(tale.story->methods)}, {"result", result}};
    bool const planned = script_.last() < now_;  // a meeting was planned for this very moment
    at(planned ? now_ : hours_.days_after(now_, 0, 3), [who = course_->mediator, record](Hand& hand, Folder& f) mutable {
        record["parties"] = shown_all(f.parties);
        if (!f.session.empty()) record["session"] = std::exchange(f.session, {});
        if (!f.participants.empty()) record["participants"] = shown_all(f.participants);
        hand.act(who, "POST", f.at("/records"), record);
    });
}

namespace {

object agreement(Course const& course, Folder const& f, Instant when)
{
    auto const& tale = course.tale;
    array promises;
    for (auto const& one : tale.promises) {
        object p{{"from", f.parties.at(std::size_t(one.from))}, {"to", f.parties.at(std::size_t(one.to))}, {"what", one.what},
                 {"manner", one.manner}, {"due", iso(plus_days(date_in_beijing(when), one.due_days))}};
        if (one.fen) p["amount"] = *one.fen;
        promises.push_back(std::move(p));
    }
    return {{"parties", shown_all(f.parties)}, {"facts", tale.agreement_facts}, {"terms", tale.terms}, {"obligations", promises}};
}

// One in four, where the law and the parties let it be done: grown-up persons with a phone of their
// own, and nothing about marriage, adoption or inheritance. No dice, so that all else stays as it was.
bool signs_by_phone(Course const& course, law::Book const& book)
{
    auto const& tale = course.tale;
    if (course.asked.us / microseconds_a_second / 60 % 4 != 0) return false;
    auto text = tale.agreement_facts + tale.terms;
    for (auto const& one : tale.promises) text += one.what;
    if (!resolution::paper_alone(book, tale.kind, text).empty()) return false;
    return std::all_of(tale.parties.begin(), tale.parties.end(), [](json::value const& one) {
        auto const& p = one.as_object();
        auto const text_of = [&](std::string_view name) { return p.contains(name) && p.at(name).is_string() ? std::string(p.at(name).as_string()) : ""; };
        return text_of("kind") == "person" && !text_of("phone").empty() && !p.contains("guardian");
    });
}

// The link that the mediator makes, and what the party does with it on its own phone.
void sign_by_phone(Hand& hand, Folder& f, Server const& mediator, std::size_t side, object const& party)
{
    auto const link = hand.act(mediator, "POST", f.at("/agreements/" + f.agreement + "/links"), {{"party", f.parties.at(side)}, {"way", "phone"}});
    auto const token = link.at("token");
    auto const page = hand.act({}, "POST", "/signing", {{"token", token}});
    std::string const phone(party.at("phone").as_string());
    hand.act({}, "POST", "/signing/signature", {{"token", token}, {"text", page.at("text")}, {"agrees", true}, {"phone_tail", phone.substr(phone.size() - 4)},
                                                {"name", party.at("name")}});
}

}  // namespace

void ScriptWriter::agree_orally()
{
    soon(10, 40, [course = course_](Hand& hand, Folder& f) {
        hand.act(course->mediator, "POST", f.at("/oral-agreements"), {{"text", agreement(*course, f, hand.now)}});
        f.look(hand);
    });
    agreed_on_ = date_in_beijing(now_);
    script_.settled = now_;
}

bool ScriptWriter::agree_in_writing()
{
    auto const who = course_->mediator;
    soon(20, 60, [course = course_, breach = phrase("agreement.breach")](Hand& hand, Folder& f) {
        auto text = agreement(*course, f, hand.now);
        text["breach"] = breach;
        hand.act(course->mediator, "POST", f.at("/agreements"), {{"text", text}});
        f.look(hand);
    });
    agreed_on_ = date_in_beijing(now_);
    bool const by_phone = signs_by_phone(*course_, book_);
    auto const sign = [&](std::size_t side) {
        if (by_phone) {
            dice_.chance(70);
            soon(5, 15, [who, side, course = course_](Hand& hand, Folder& f) { sign_by_phone(hand, f, who, side, course->tale.parties.at(side).as_object()); });
            return;
        }
        soon(5, 15, [who, side, manner = dice_.chance(70) ? "signature" : "fingerprint"](Hand& hand, Folder& f) {
            hand.act(who, "POST", f.at("/agreements/" + f.agreement + "/signatures"), {{"party", f.parties.at(side)}, {"manner", manner}});
        });
    };
    sign(0);
    if (stops(Halt::drafted)) return true;
    sign(1);
    see_papers();
    soon(2, 8, [who](Hand& hand, Folder& f) { hand.act(who, "POST", f.at("/agreements/" + f.agreement + "/mediator-signature"), {}); });
    if (!by_phone) bring_scan();
    if (stops(Halt::all_signed)) return true;
    soon(10, 90, [director = course_->handler->director](Hand& hand, Folder& f) {
        hand.act(director, "POST", f.at("/agreements/" + f.agreement + "/seal"), {});
    });
    script_.settled = now_;
    return false;
}

void ScriptWriter::see_papers()
{
    papers_seen_ = true;
    soon(1, 4, [who = course_->mediator, seen = phrase("identity.seen")](Hand& hand, Folder& f) {
        auto const lacking = hand.act(who, "GET", f.at("/closing"), {}).at("required").as_array();
        if (std::none_of(lacking.begin(), lacking.end(), [](auto const& paper) { return paper.at("form") == "identity_papers"; })) return;
        array values;
        for (auto const& party : f.parties) values.push_back(object{{"section", "papers"}, {"row", party}, {"key", "paper"}, {"text", seen}});
        hand.act(who, "PUT", f.at("/documents/identity_papers"), {{"values", values}});
    });
}

void ScriptWriter::fail()
{
    auto const& tale = course_->tale;
    auto const& reason = tale.story->failure_reason;
    auto const who = course_->mediator;
    if (dice_.chance(70)) talk_apart(0);
    if (reason == "too_far_apart" || reason == "refused_to_sign" || reason == "time_over") meet("failed");
    at(hours_.days_after(now_, 1, 5), [who, end = object{{"reason", reason}, {"remedies", remedies()}, {"note", tale.failure_text}}](Hand& hand, Folder& f) {
        hand.act(who, "POST", f.at("/termination"), end);
    });
    if (stops(Halt::ended)) return;
    at(hours_.days_after(now_, 0, 2), [who, by = dice_.chance(60) ? "in_person" : "phone"](Hand& hand, Folder& f) {
        hand.act(who, "POST", f.at("/termination/delivery"), {{"by", by}});
    });
    if (stops(Halt::delivered)) return;
    object visit{{"by", "phone"}, {"findings", phrase("visit.after_failure")}, {"performed", false}};
    at(hours_.days_after(now_, 5, 10), [who, visit](Hand& hand, Folder& f) mutable {
        visit["answers"] = array{object{{"party", f.parties.front()}, {"satisfaction", "no_answer"}}};
        hand.act(who, "POST", f.at("/visits"), visit);
    });
    archive();
}

void ScriptWriter::record_on_the_spot()
{
    auto const& tale = course_->tale;
    array promises;
    for (auto const& one : tale.promises) {
        object p{{"from", one.from}, {"to", one.to}, {"what", one.what}, {"manner", one.manner}};
        if (one.fen) p["amount"] = *one.fen;
        if (one.due_days > 0) p["due"] = iso(plus_days(date_in_beijing(now_), one.due_days));
        else p["evidence"] = phrase("evidence." + one.manner);
        promises.push_back(std::move(p));
    }
    auto form = request_form(tale, course_->source);
    for (auto& p : form["parties"].as_array()) p.as_object()["consent"] = "agreed";
    object const sheet{{"request", form}, {"methods", list(tale.story->methods)}, {"record", tale.record}, {"terms", tale.terms},
                       {"promises", promises}, {"all_agreed_and_told", true}, {"no_conflict", true}, {"organisation", shown(course_->handler->id)}};
    at(hours_.first_open(now_), [who = course_->mediator, sheet](Hand& hand, Folder& f) {
        auto const answer = hand.act(who, "POST", "/disputes/on-the-spot", sheet);
        f.dispute = answer.at("file").at("id").as_string();
        f.look(hand);
    });
    agreed_on_ = date_in_beijing(now_);
    script_.settled = now_;
}

}  // namespace maple::app::demo
