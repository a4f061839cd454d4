// For the tests that crawl the whole catalogue: a town in which everything exists once, with a
// canary in every personal and sealed field, and what each {name} in a path stands for.
#pragma once
#include "papers/testing.hpp"
#include "town.hpp"

namespace maple::testing {

struct Canary {
    FieldClass field_class;
    bool contact = false;  // told unmasked to nobody but who asks for it
    std::string words;
    bool elsewhere = false;              // not in the dispute, but on the papers of those who serve:
    std::set<std::string> readers = {};  // who may read it, by name
    bool internal = false;               // on a paper that never leaves the house
    bool for_consulted = false;          // shown to who was invited to the conference, on its own page alone
};

class Crawl {
public:
    explicit Crawl(sql::Engine engine = sql::Engine::sqlite) : town(engine)
    {
        auto form = Town::request();
        form["facts"] = story("facts");
        form["request"] = story("request");
        json::array parties;
        for (std::string const side : {"applicant", "respondent"})
            parties.push_back(json::object{{"side", side}, {"kind", "person"}, {"name", to_consulted(name(side))}, {"phone", contact(side == "applicant" ? "13800007711" : "13800007722")},
                                           {"address", "迎宾街道汇福家园三栋" + contact("canary-door-" + side)},
                                           {"id_number", contact(side == "applicant" ? "650203199001010019" : "650204198512319933")},
                                           {"consent", "agreed"}});
        form["parties"] = parties;
        auto const made = town.well(town.clerk, "POST", "/disputes", form);
        auto const file = made.at("file");
        keys["dispute"] = text_of(file.at("id"));
        here = "/disputes/" + keys["dispute"];
        for (auto const& one : file.at("dispute").at("parties").as_array()) all.push_back(one.at("id"));
        keys["party"] = text_of(all[0]);
        keys["code"] = text_of(made.at("codes").at(0).at("code"));
        live();
        beside();
    }

    // The route's path with every {name} filled in; nothing, and the name told, for one that
    // this crawl does not know yet.
    std::string filled(std::string path)
    {
        bool const of_call = path.starts_with("/calls/");
        for (auto open = path.find('{'); open != path.npos; open = path.find('{')) {
            auto const close = path.find('}', open);
            auto wanted = path.substr(open + 1, close - open - 1);
            if (of_call && wanted == "paper") wanted = "called_paper";
            if (!keys.contains(wanted)) throw std::runtime_error("the crawl knows no {" + wanted + "}: add it to tests/cpp/crawl.hpp");
            path.replace(open, close - open + 1, keys.at(wanted));
        }
        return path;
    }

    json::value does(Official const& who, std::string verb, std::string door, json::object const& body = {}) { return town.well(who, verb, here + door, body); }

    std::vector<std::pair<std::string, Official const*>> everybody()
    {
        return {{"nobody", &town.nobody}, {"clerk", &town.clerk}, {"director", &town.director}, {"mediator", &town.mediator},
                {"colleague", &town.colleague}, {"elsewhere", &town.elsewhere}, {"supervisor", &town.supervisor},
                {"administrator", &town.administrator}, {"security", &town.security}, {"auditor", &town.auditor},
                {"informant", &town.informant}, {"officer", &town.officer}, {"adviser", &town.adviser}};
    }

    Town town;
    std::string here;
    json::array all;
    std::map<std::string, std::string> keys;
    std::vector<Canary> canaries;
    std::vector<std::pair<std::string, papers::Visibility>> brought_papers;  // one for each pair of eyes

private:
    std::string plant(FieldClass field_class, std::string words, bool contact = false)
    {
        canaries.push_back({field_class, contact, words});
        return words;
    }
    std::string to_consulted(std::string words)
    {
        canaries.back().for_consulted = true;
        return words;
    }
    std::string counsel(std::string const& of) { return plant(FieldClass::counsel, "canary-counsel-" + of); }
    std::string name(std::string const& of) { return plant(FieldClass::personal, "鸟canary-name-" + of); }
    std::string story(std::string const& of) { return plant(FieldClass::personal, "canary-story-" + of); }
    std::string contact(std::string const& words) { return plant(FieldClass::personal, words, true); }
    std::string among(std::string words, std::set<std::string> readers)
    {
        canaries.push_back({FieldClass::personal, false, words, true, std::move(readers)});
        return words;
    }
    std::string sealed(std::string const& of) { return plant(FieldClass::sealed, "canary-sealed-" + of); }

    std::string internal(std::string const& of)
    {
        canaries.push_back({FieldClass::personal, false, "canary-internal-" + of, false, {}, true});
        return canaries.back().words;
    }

    std::string key_of(json::value const& file, std::string_view list) { return text_of(file.at("dispute").at(list).as_array().back().at("id")); }

    void live()
    {
        does(town.clerk, "POST", "/acceptance");
        does(town.clerk, "POST", "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", story("grade")}, {"change_reason", story("change")}});
        does(town.director, "PUT", "/receipt");
        does(town.director, "PUT", "/assignment", {{"person", shown(town.mediator.person)}, {"chosen_by_parties", true}, {"reason", story("chosen")}});
        does(town.mediator, "POST", "/rights", {{"parties", all}});
        keys["participant"] = key_of(does(town.mediator, "POST", "/participants", {{"role", "relative"}, {"name", name("participant")}, {"consented", all}}), "participants");
        does(town.mediator, "POST", "/participants", {{"role", "法律顾问"}, {"person", shown(town.adviser.person)}, {"consented", all}});
        table();
        planned();
        does(town.mediator, "POST", "/notes", {{"kind", "call"}, {"note", story("note")}});
        keys["risk"] = key_of(does(town.mediator, "POST", "/risks", {{"kind", "other"}, {"level", "yellow"}, {"about", story("risk")}}), "risks");
        does(town.mediator, "PUT", "/documents/power_of_attorney",
             {{"subject", all[0]}, {"values", json::array{json::object{{"key", "agent_name"}, {"text", story("agent")}},
                                                          json::object{{"key", "agent_phone"}, {"text", contact("13800007744")}}}}});
        does(town.mediator, "PUT", "/documents/violence_report",
             {{"subject", keys["risk"]}, {"values", json::array{json::object{{"key", "warning_signs"}, {"text", contact("canary-warning")}}}}});
        does(town.mediator, "POST", "/disclosures", {{"ground", "relative"}, {"note", story("tie")}});
        keys["conflict"] = key_of(town.well(town.clerk, "GET", here), "conflicts");
        does(town.director, "POST", "/conflicts/" + keys["conflict"] + "/consents", {{"parties", all}});
        keys["session"] = key_of(does(town.mediator, "POST", "/records", {{"kind", "separate"}, {"parties", json::array{all[0]}}, {"record", sealed("alone")}}), "sessions");
        does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", all}, {"place", story("place")}, {"record", to_consulted(story("record"))}, {"result", "success"}});
        confer();
        brought();
        keys["check"] = room_key(does(town.mediator, "POST", "/safety", {{"party", all[0]}, {"yes", json::array{"threat"}}, {"words", sealed("safety")}}), "checks");
        json::object promise{{"from", all[1]}, {"to", all[0]}, {"what", story("promise")}, {"manner", "transfer"}, {"amount", 100000}, {"due", "2023-12-01"}, {"account", contact("6222000000000001canary")}};
        auto const file = does(town.mediator, "POST", "/agreements", {{"text", json::object{{"parties", all}, {"facts", story("agreed facts")}, {"terms", story("terms")}, {"breach", story("breach")}, {"obligations", json::array{promise}}}}});
        keys["agreement"] = key_of(file, "agreements");
        keys["obligation"] = text_of(file.at("dispute").at("agreements").at(0).at("obligations").at(0).at("id"));
        auto const at = "/agreements/" + keys["agreement"];
        sign_on_a_phone(at);
        does(town.mediator, "POST", at + "/signatures", {{"party", all[1]}, {"manner", "fingerprint"}});
        does(town.mediator, "POST", at + "/mediator-signature");
        does(town.director, "POST", at + "/seal");
        does(town.mediator, "POST", "/obligations/" + keys["obligation"] + "/performance", {{"in_full", true}, {"evidence", story("evidence")}});
        does(town.mediator, "POST", "/visits", {{"by", "phone"}, {"answers", json::array{json::object{{"party", all[0]}, {"satisfaction", "satisfied"}}}}, {"findings", story("findings")}});
    }

    // A paper for each pair of eyes, with a canary in its title, in the name of its file and in what it holds.
    void brought()
    {
        bring(papers::Visibility::file, papers::samples::pdf("/Title(" + story("paper-held") + ")"), story("paper-title"), story("paper-file"));
        keys["paper"] = brought_papers.back().first;
        does(town.mediator, "PUT", "/papers/" + keys["paper"] + "/calls/" + keys["call"]);
        bring(papers::Visibility::side, papers::samples::amr(sealed("paper-held")), sealed("paper-title"), sealed("paper-file"));
        bring(papers::Visibility::internal, papers::samples::amr(internal("paper-held")), internal("paper-title"), internal("paper-file"));
    }

    void bring(papers::Visibility eyes, std::string const& bytes, std::string const& title, std::string const& name)
    {
        Fields fields{{"kind", "evidence"}, {"visibility", boost::describe::enum_to_string(eyes, "?")}, {"title", title}, {"session", keys["session"]}};
        if (eyes == papers::Visibility::side) fields.emplace_back("party", keys["party"]);
        auto const told = town.ask(town.mediator, "POST", here + "/papers", form_with(fields, bytes, name), {{"Content-Type", "multipart/form-data; boundary=maple"}});
        if (!told.well()) throw std::runtime_error(told.text);
        brought_papers.emplace_back(told.field("id"), eyes);
    }

    std::string room_key(json::value const& file, std::string_view list) { return text_of(file.at("dispute").at("room").at(list).as_array().back().at("id")); }

    // One party draws its name on its own phone: the strokes are for the printed agreement alone.
    void sign_on_a_phone(std::string const& at)
    {
        auto const link = does(town.mediator, "POST", at + "/links", {{"party", all[0]}, {"way", "phone"}});
        keys["link"] = text_of(link.at("id"));
        auto const page = town.well(town.nobody, "POST", "/signing", {{"token", link.at("token")}});
        town.well(town.nobody, "POST", "/signing/signature", {{"token", link.at("token")}, {"text", page.at("text")}, {"agrees", true}, {"phone_tail", "7711"},
                                                              {"strokes", contact("31,41 159,26 535,89")}});
        contact("M31 41L159 26");
    }

    // What lies on the table of the mediation room.
    void table()
    {
        keys["call"] = room_key(does(town.mediator, "POST", "/calls", {{"organisation", shown(town.police)}, {"need", story("need")}, {"arrive_by", "2023-11-21T09:00:00+08:00"},
                                                                      {"answer_by", "2023-11-23T09:00:00+08:00"}, {"consented", all}}), "calls");
        auto const issue = room_key(does(town.mediator, "POST", "/issues", {{"title", story("issue")}}), "issues");
        for (std::string const kind : {"note", "bottom_line", "offer"}) {
            json::object slip{{"party", all[0]}, {"kind", kind}, {"words", sealed("vault-" + kind)}};
            if (kind != "note") slip["amount"] = 7654321;
            if (kind == "offer") slip["issue"] = issue;
            does(town.mediator, "POST", "/vault", slip);
        }
        plant(FieldClass::sealed, "7654321");
        auto const said = story("crossed");
        keys["slip"] = room_key(does(town.mediator, "POST", "/vault", {{"party", all[0]}, {"kind", "statement"}, {"words", said}}), "vault");
        does(town.mediator, "PUT", "/vault/" + keys["slip"] + "/consent", {{"by", "in_person"}});
        does(town.mediator, "PUT", "/vault/" + keys["slip"] + "/release");
        keys["protection"] = room_key(does(town.mediator, "POST", "/protections", {{"kind", "warning_letter"}, {"protects", all[0]}, {"against", all[1]},
                                                                                   {"from", "2023-11-01"}, {"note", story("letter")}}), "protections");
    }

    // An adviser with a page of its own, somebody from outside, a decision and a task.
    void confer()
    {
        auto const conference = [&](json::value const& file) { return file.at("dispute").at("room").at("conferences").at(0); };
        auto const session = text_of(town.well(town.mediator, "GET", here).at("dispute").at("sessions").as_array().back().at("id"));
        keys["conference"] = text_of(conference(does(town.director, "POST", "/conferences", {{"question", to_consulted(counsel("question"))}, {"why", counsel("why")},
            {"meets_at", "2023-11-21T09:00:00+08:00"}, {"place", to_consulted(story("conference-place"))}})).at("id"));
        auto const at = "/conferences/" + keys["conference"];
        keys["seat"] = text_of(conference(does(town.director, "POST", at + "/seats", {{"kind", "legal_adviser"}, {"person", shown(town.adviser.person)}, {"asked", true},
            {"papers", json::array{json::object{{"kind", "session"}, {"subject", session}}}}})).at("seats").at(0).at("id"));
        auto const outside = text_of(conference(does(town.director, "POST", at + "/seats", {{"kind", "expert"}, {"name", name("expert")}, {"from", story("institute")}, {"asked", true}}))
                                         .at("seats").at(1).at("id"));
        town.well(town.adviser, "PUT", "/consultations/" + keys["seat"] + "/advice", {{"advice", to_consulted(counsel("own-advice"))}, {"basis", to_consulted(counsel("own-basis"))}});
        does(town.clerk, "PUT", "/seats/" + outside + "/advice", {{"advice", counsel("other-advice")}, {"basis", counsel("other-basis")}});
        auto const decided = does(town.director, "PUT", at + "/decision", {{"road", "go_on"}, {"reasons", counsel("reasons")},
            {"tasks", json::array{json::object{{"what", counsel("task")}, {"person", shown(town.mediator.person)}, {"due", "2023-11-30"}}}}});
        keys["task"] = text_of(conference(decided).at("tasks").at(0).at("id"));
    }

    // Planned sessions: whom a separate one calls, and where it is, is told to nobody else.
    void planned()
    {
        keys["place"] = text_of(town.well(town.director, "POST", "/organisations/" + shown(town.committee) + "/places",
            {{"name", "一号调解室"}, {"seats", 8}, {"hours", json::object{{"opens", 600}, {"closes", 1200}, {"pause_from", 0}, {"pause_until", 0}}}}).at("id"));
        does(town.mediator, "POST", "/sessions", {{"kind", "joint"}, {"planned_for", "2023-11-21T10:00:00+08:00"}, {"parties", all}, {"room", keys["place"]}});
        does(town.mediator, "POST", "/sessions", {{"kind", "separate"}, {"planned_for", "2023-11-22T10:00:00+08:00"}, {"parties", json::array{all[0]}}, {"place", story("planned place")}});
    }

    // What stands beside disputes: a hand-over, a sign, and the roll.
    void beside()
    {
        auto form = Town::request();
        form["source"] = "police";
        keys["referral"] = text_of(town.well(town.officer, "POST", "/referrals",
            {{"reference", "警调-1"}, {"consent_stated", true}, {"request", form}}).at("id"));
        keys["lead"] = text_of(town.well(town.informant, "POST", "/leads",
            {{"place", "650203007001"}, {"kind", "neighbour"}, {"urgency", "calm"}, {"where", "8 号楼"}, {"words", "有人在吵"}}).at("id"));
        keys["own_request"] = text_of(town.well(town.clerk, "POST", "/own-requests",
            {{"number", "650203199001010019"}, {"name", "鸟canary-name-applicant"}, {"papers", "居民身份证"}}).at("id"));
        keys["organisation"] = shown(town.committee);
        keys["team"] = text_of(town.well(town.supervisor, "POST", "/teams",
            {{"organisation", shown(town.committee)}, {"name", "试验团队"}, {"leader", shown(town.mediator.person)}}).at("id"));
        keys["person"] = shown(town.mediator.person);
        keys["account"] = shown(sql::read_now(*town.store, [&](sql::Session& sql) {
            return sql::cell<Key>(sql, "SELECT id FROM account WHERE person = $1", town.mediator.person).value();
        }));
        keys["grant"] = shown(sql::read_now(*town.store, [&](sql::Session& sql) {
            return sql::cell<Key>(sql, "SELECT id FROM grant_of WHERE account = $1", key_from_shown(keys["account"]).value()).value();
        }));
        keys["key"] = "mediation_success_rate";
        keys["method"] = "outside_help";
        keys["form"] = "rights_notice";
        keys["subject"] = "people";
        people();
        committee();
        archive();
        called_elsewhere();
    }

    // The call to this dispute ended with it; to another one the police are still called, and see one of its papers.
    void called_elsewhere()
    {
        keys["ended_call"] = keys["call"];
        auto const begun = town.well(town.clerk, "POST", "/disputes", Town::request()).at("file");
        auto const there = "/disputes/" + text_of(begun.at("id"));
        json::array parties;
        for (auto const& one : begun.at("dispute").at("parties").as_array()) parties.push_back(one.at("id"));
        town.well(town.clerk, "POST", there + "/acceptance");
        town.well(town.clerk, "POST", there + "/consents", {{"party", parties[2]}, {"consent", "agreed"}});
        town.well(town.clerk, "POST", there + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
        town.well(town.director, "PUT", there + "/receipt");
        town.well(town.director, "PUT", there + "/assignment", {{"person", shown(town.mediator.person)}, {"reason", "r"}});
        keys["call"] = room_key(town.well(town.mediator, "POST", there + "/calls", {{"organisation", shown(town.police)}, {"need", "到场"}, {"consented", parties},
                                {"arrive_by", "2023-11-21T09:00:00+08:00"}, {"answer_by", "2023-11-23T09:00:00+08:00"}}), "calls");
        auto const told = town.ask(town.mediator, "POST", there + "/papers", form_with({{"kind", "evidence"}, {"visibility", "file"}, {"title", "门锁照片"}}, papers::samples::jpeg(), "a.jpg"),
                                   {{"Content-Type", "multipart/form-data; boundary=maple"}});
        if (!told.well()) throw std::runtime_error(told.text);
        keys["called_paper"] = told.field("id");
        town.well(town.mediator, "PUT", there + "/papers/" + keys["called_paper"] + "/calls/" + keys["call"]);
    }

    // A dossier of last week that was drawn for review, and open papers that were handed to the police.
    void archive()
    {
        auto const today = town.now;
        town.now = plus_seconds(today, -5 * 24 * 3600);
        auto form = Town::request();
        for (auto& one : form.at("parties").as_array()) one.as_object()["consent"] = "agreed";
        auto const settled = town.well(town.mediator, "POST", "/disputes/on-the-spot",
            {{"request", form}, {"all_agreed_and_told", true}, {"no_conflict", true}, {"record", "当场谈妥"}, {"terms", "今后互相体谅"}}).at("file");
        auto const there = "/disputes/" + text_of(settled.at("id"));
        town.well(town.mediator, "POST", there + "/visits",
                  {{"by", "phone"}, {"answers", json::array{json::object{{"party", settled.at("dispute").at("parties").at(0).at("id")}, {"satisfaction", "satisfied"}}}}, {"findings", "和好"}});
        town.well(town.director, "POST", there + "/closing", {{"retention", town.first_of("archive_retention")}});
        town.now = today;
        auto const sample = town.well(town.director, "POST", "/quality/samples", {{"organisation", shown(town.office)}, {"first_day", "2023-11-13"}, {"last_day", "2023-11-17"}});
        keys["sample"] = text_of(sample.at("id"));
        keys["review"] = text_of(sample.at("reviews").at(0).at("id"));
        does(town.mediator, "POST", "/packages", {{"organisation", shown(town.police)}, {"basis", "parties_agree"}, {"reason", "核对出警记录"}, {"consented", all},
                                                  {"forms", json::array{json::object{{"form", "rights_notice"}}}}});
        keys["package"] = text_of(town.well(town.mediator, "GET", here + "/packages").at("packages").at(0).at("id"));
    }

    // The papers of the people who serve.
    void people()
    {
        auto const of_mediator = "/people/" + keys["person"];
        auto const first = [](json::value const& page, std::string_view list) { return text_of(page.at(list).at(0).at("id")); };
        town.well(town.director, "POST", of_mediator + "/engagements", {{"manner", "engaged"}, {"since", "2021-03-01"}, {"born", "1975-05-04"}});
        keys["engagement"] = first(town.well(town.director, "GET", of_mediator), "engagements");
        town.well(town.supervisor, "POST", of_mediator + "/certificates", {{"number", "调证00001"}, {"reason", "新任"}});
        town.well(town.mediator, "POST", of_mediator + "/absences",
                  {{"kind", "sick"}, {"first_day", "2023-12-20"}, {"last_day", "2023-12-22"}, {"note", among("canary-leave", {"mediator", "director", "supervisor"})}});
        keys["absence"] = first(town.well(town.director, "GET", of_mediator), "absences");
        keys["training"] = text_of(town.well(town.director, "POST", "/trainings",
            {{"organisation", shown(town.committee)}, {"kind", "yearly"}, {"topic", "民法典"}, {"day", "2023-11-20"}, {"hours", 24}}).at("id"));
        keys["grade"] = text_of(town.well(town.supervisor, "POST", of_mediator + "/grades", {{"grade", "four"}, {"reason", "破格"}}).at("granted").at(0).at("held").at("id"));
        keys["honour"] = text_of(town.well(town.supervisor, "POST", "/honours", {{"honour", "national_model_mediator"}, {"person", keys["person"]}, {"year", 2020}}).at("id"));
        std::set<std::string> const examine{"director", "supervisor"};
        keys["complaint"] = text_of(town.well(town.clerk, "POST", of_mediator + "/complaints",
            {{"kind", "took_sides"}, {"brought_by", "party"}, {"words", among("canary-complaint", examine)}, {"complainant", among("鸟canary-complainant", examine)},
             {"contact", among("13800007733", {})}}).at("id"));
        town.well(town.director, "POST", "/complaints/" + keys["complaint"] + "/examination", {{"well_founded", false}, {"findings", among("canary-findings", examine)}});
    }

    // A committee with its term, and the notice to the court.
    void committee()
    {
        json::array members;
        for (auto const* who : {&town.mediator, &town.colleague, &town.informant})
            members.push_back(json::object{{"person", shown(who->person)}, {"post", members.empty() ? "director" : "member"}, {"woman", members.size() == 1}, {"minority", members.size() == 2}});
        auto const term = town.well(town.supervisor, "POST", "/terms",
            {{"organisation", shown(town.committee)}, {"begins", "2023-11-20"}, {"elected_by", "residents_meeting"}, {"elected_on", "2023-11-18"}, {"minutes", "汇福居民会议记录 2023-3 号"}, {"members", members}});
        keys["term"] = text_of(term.at("id"));
        keys["notice"] = text_of(term.at("notices").at(0).at("id"));
    }
};

}  // namespace maple::testing
