// For the tests of the forms: a house with one committee and one mediator, and disputes that have
// been through everything.
#pragma once
#include "api/words.hpp"
#include "dispute/file.hpp"
#include "documents/forms.hpp"
#include "law/book.hpp"
#include "registry/testing.hpp"

#include <gtest/gtest.h>

namespace maple::documents {

using dispute::Side;

inline Instant at(std::string_view day) { return at_clock(date_from_iso(day).value(), 10, 30); }

inline Kept said(std::string text)
{
    static std::int64_t n = 1000;
    return {Key{++n}, "", std::move(text)};
}

struct FormsTest : testing::Test {
    registry::TestHouse house;
    registry::Organisation committee;
    Key mediator{};
    Key room{}, alone{}, written{}, oral{};
    Key police{};

    FormsTest()
    {
        house.book = law::open_book();
        house.work([&](Desk& desk) {
            registry::Registrar registrar(desk);
            registry::NewOrganisation office;
            office.kind = registry::OrganisationKind::community_committee;
            office.level = registry::Level::community;
            office.name = "汇福社区人民调解委员会";
            office.name_en = "Huifu Community Mediation Committee";
            office.short_name = "克迎汇";
            office.division = "650203007001";
            office.has_seal = true;
            committee = registrar.add(office);
            mediator = registrar.add(registry::NewPerson{{}, committee.id, "马晓燕", "", "zh", "", {registry::Service::mediator}, "", {}}).id;
            registry::NewOrganisation station;
            station.kind = registry::OrganisationKind::police;
            station.level = registry::Level::city;
            station.name = "市公安局";
            station.division = "6502";
            police = registrar.add(station).id;
            registrar.write();
        });
    }

    dispute::Party party(Side side, std::string name)
    {
        dispute::Party p;
        p.id = new_key();
        p.side = side;
        p.name = said(std::move(name));
        return p;
    }

    dispute::Session session(dispute::SessionKind kind, Dispute const& d, std::string record)
    {
        dispute::Session s;
        s.id = new_key();
        s.kind = kind;
        s.held_at = at("2023-11-24");
        for (auto const& p : d.parties) s.parties.push_back(p.id);
        s.record = said(std::move(record));
        s.result = dispute::SessionResult::failed;
        return s;
    }

    dispute::Agreement agreement(Dispute const& d, bool is_oral)
    {
        dispute::Agreement a;
        a.id = new_key();
        a.oral = is_oral;
        for (auto const& p : d.parties) a.parties.push_back(p.id);
        a.terms = said("被申请人修好水管。");
        a.obligations.emplace_back();
        a.obligations[0].id = new_key();
        a.obligations[0].from = d.parties[1].id;
        a.obligations[0].to = d.parties[0].id;
        a.obligations[0].what = said("赔偿墙面损失");
        a.obligations[0].amount = Fen{180000};
        a.obligations[0].due = date_from_iso("2023-12-15").value();
        if (is_oral) a.reached_at = at("2023-11-25");
        return a;
    }

    Dispute whole(std::string const& applicant = "李秀兰")
    {
        Dispute d;
        d.id = new_key();
        d.number = "克迎汇人调字〔2023〕第012号";
        d.kind = "neighbour";
        d.handlings.push_back({committee.id, committee.path, registry::Level::community, true, at("2023-11-20"), at("2023-11-20"), {}, "", ""});
        d.accepted_at = at("2023-11-20");
        d.facts = said("楼上漏水。\n墙面受损。");
        d.parties = {party(Side::applicant, applicant), party(Side::respondent, "张建国")};
        d.appointments.push_back({mediator, true, false, at("2023-11-21"), {}, ""});
        d.sessions = {session(dispute::SessionKind::joint, d, "双方到场。"), session(dispute::SessionKind::separate, d, "底线是一千元")};
        d.agreements = {agreement(d, false), agreement(d, true)};
        d.termination = dispute::Termination{at("2023-12-01"), "one_side_unwilling", {"court_suit"}, {}, {}};
        room = d.sessions[0].id;
        alone = d.sessions[1].id;
        written = d.agreements[0].id;
        oral = d.agreements[1].id;
        return d;
    }

    std::optional<Key> subject(std::string_view form) const
    {
        if (form == "mediation_record") return room;
        if (form == "agreement") return written;
        if (form == "oral_agreement_register") return oral;
        return std::nullopt;
    }

    Paper print(Dispute const& d, std::string_view form, std::optional<Key> of, Language language = Language::zh)
    {
        return house.work([&](Desk& desk) {
            desk.language = language;
            auto const& row = known_form(form);
            auto const values = values_of(desk, d, row, of);
            return paper(form_template(row, language).value(), values);
        });
    }
    Paper print(Dispute const& d, std::string_view form, Language language = Language::zh) { return print(d, form, subject(form), language); }

    // Of two who speak for all, one who has authorised them, one who comes himself, and one who left.
    dispute::Party group(std::string name)
    {
        auto p = party(Side::applicant, std::move(name));
        p.kind = dispute::PartyKind::group;
        for (auto const word : {"郑建军", "吐尔逊·买买提", "王小明", "李四平", "赵退出"}) {
            dispute::Member one;
            one.id = new_key();
            one.name = said(word);
            one.claim = Fen{1290000 + 100000 * std::int64_t(p.members.size())};
            p.members.push_back(std::move(one));
        }
        p.members[0].representative = p.members[1].representative = p.members[2].authorised = p.members[4].left = true;
        return p;
    }

    // Everything that a form can be made out about, once, with a canary in all that is sealed.
    Dispute everything()
    {
        auto d = whole();
        auto const alone_said = said("密封canary"), told = said("公开内容");
        d.parties.push_back(group("郑建军等工人"));
        for (auto& a : d.agreements) a.parties.push_back(d.parties.back().id);
        dispute::Party &one = d.parties[0], &other = d.parties[1];
        one.requested_at = d.requested_at = d.started_at = at("2023-11-19");
        other.capacity = dispute::Capacity::limited;
        other.language = dispute::Tongue::ug;
        other.guardian = dispute::Guardian{said("监护人"), {}, "父亲", false};
        d.source = dispute::Source::police;
        d.handover = dispute::Handover{new_key(), police, "court_before", 0};
        d.sessions[1].alone = d.sessions[1].record = alone_said;
        for (auto const kind : {dispute::SessionKind::investigation, dispute::SessionKind::conference}) d.sessions.push_back(session(kind, d, "公开记录"));
        auto& done = d.agreements[0];
        done.number = "克迎汇人调协字〔2023〕第001号";
        done.effective_at = done.sealed_at = done.mediator_signed_at = at("2023-11-26");
        done.signatures = {{one.id, dispute::Signing::signature, at("2023-11-26")}, {other.id, dispute::Signing::fingerprint, at("2023-11-26")}};
        done.asks_confirmation = true;
        done.obligations[0].state = dispute::Promise::performed;
        done.obligations[0].performed = {{at("2023-12-01"), Fen{180000}, told}};
        auto owing = agreement(d, false);
        owing.effective_at = at("2023-11-27");
        d.agreements.push_back(owing);
        d.agreements[1].effective_at = at("2023-11-25");
        d.visits = {{new_key(), at("2023-12-20"), dispute::By::phone, {{one.id, dispute::Satisfaction::satisfied}}, true, false, told}};
        for (auto const kind : {dispute::RiskKind::harm_to_minor, dispute::RiskKind::domestic_violence})
            d.risks.push_back({new_key(), kind, dispute::RiskLevel::red, at("2023-11-21"), told, "police", at("2023-11-21"), mediator, {}});
        dispute::Call call;
        call.id = new_key();
        call.organisation = police;
        call.need = call.answer = told;
        call.called_at = call.arrive_by = call.answer_by = at("2023-11-23");
        call.answered_at = at("2023-11-24");
        d.room.calls = {call};
        d.room.issues = {{new_key(), said("漏水责任")}};
        d.room.vault = {{new_key(), one.id, dispute::VaultKind::bottom_line, {}, alone_said, alone_said, at("2023-11-24"), mediator, {}, {}, {}, {}, {}}};
        d.room.checks = {{new_key(), one.id, at("2023-11-24"), mediator, alone_said, {"no_joint_session"}}};
        d.concluded_at = d.archived_at = at("2023-12-21");
        d.retention = "long";
        return d;
    }

    // Everything that can be filled in, filled in.
    static Fillings filled_in(Dispute const& d)
    {
        Fillings all;
        for (auto const& row : forms_table())
            for (auto const subject : subjects_of(d, row))
                for (auto const& field : row.by_hand)
                    all.all[{std::string(row.key), subject}].cells[{field.section, field.grows ? "1" : "", field.key}] = {"手填" + field.key, {}, {}};
        return all;
    }
};

}  // namespace maple::documents
