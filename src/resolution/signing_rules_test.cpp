#include "resolution/signing_rules.hpp"
#include "dispute/testing.hpp"
#include "resolution/rules.hpp"
#include "resolution/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maple::resolution {
namespace {

using namespace dispute::testing;
using dispute::LinkState;
using dispute::Pen;
using dispute::Signing;
using dispute::SigningWay;
using dispute::SignsAs;
using dispute::Stage;
using dispute::Tongue;

Key const link_key{801}, worker{31}, foreman{32}, leaver{33};

Kept words(std::int64_t id, std::string hash, std::string text) { return {Key{id}, std::move(hash), std::move(text)}; }

// A draft whose text is kept, and whose parties have names.
Dispute texted(Dispute d = drafted())
{
    d.agreements.front().text = words(901, "first", "修好水管");
    d.parties[0].name = words(902, "n", "顾真远");
    d.parties[1].name = words(903, "n", "马伊布拉");
    return d;
}

dispute::SigningLink wanted(Key party = applicant, SigningWay way = SigningWay::phone, Key member = {})
{
    dispute::SigningLink link;
    link.id = link_key;
    link.party = party;
    link.member = member;
    link.way = way;
    link.made_by = chair;
    link.made_at = monday;
    link.expires_at = hours_later(48);
    return link;
}

Dispute linked(Dispute const& d = texted(), dispute::SigningLink const& link = wanted())
{
    return after(d, make_link(d, book(), paper, link, "修好水管").value(), hours_later(1));
}

PenInHand hand(std::string name = "顾真远")
{
    PenInHand h;
    h.seen = "first";
    h.agrees = true;
    h.name = std::move(name);
    return h;
}

std::string signing(Dispute const& d, PenInHand const& h, std::string_view text = "修好水管", Instant now = hours_later(2))
{
    return said(sign_by_link(d, book(), link_key, h, text, now));
}

Dispute with_group()
{
    auto d = texted();
    auto& group = d.parties[0];
    group.kind = dispute::PartyKind::group;
    auto const member = [](Key id, std::string name, bool leads, bool authorised) {
        dispute::Member m;
        m.id = id;
        m.name = words(id.n + 1000, "n", std::move(name));
        m.representative = leads;
        m.authorised = authorised;
        return m;
    };
    group.members = {member(foreman, "甲", true, true), member(worker, "乙", false, true), member(leaver, "丙", false, false)};
    return d;
}

TEST(signing, esl_3_marriage_adoption_and_inheritance_are_signed_on_paper)
{
    EXPECT_EQ(paper_alone(book(), "neighbour", "修好水管"), "");
    EXPECT_EQ(paper_alone(book(), "marriage_family", "修好水管"), "personal_relations");
    EXPECT_EQ(paper_alone(book(), "house_homestead", "双方同意离婚"), "marriage");
    EXPECT_EQ(paper_alone(book(), "other", "双方解除收养关系"), "adoption");
    EXPECT_EQ(paper_alone(book(), "house_homestead", "房屋由长子继承"), "inheritance");
    for (auto const* text : {"双方同意离婚", "解除收养关系", "放弃继承"}) {
        EXPECT_EQ(said(make_link(texted(), book(), paper, wanted(), text)), "agreement.no_electronic_signature ESL-3");
        EXPECT_EQ(signing(linked(), hand(), text), "agreement.no_electronic_signature ESL-3");
        EXPECT_EQ(said(sign(texted(), book(), paper, applicant, Signing::fingerprint, {}, text)), "");
    }
}

TEST(signing, a_link_leads_one_signer_to_one_text)
{
    auto const make = [](Dispute const& d, dispute::SigningLink const& link = wanted(), Key which = paper) { return said(make_link(d, book(), which, link, "")); };
    EXPECT_EQ(make(texted()), "");
    EXPECT_EQ(make(texted(), wanted(), {9}), "agreement.unknown");
    EXPECT_EQ(make(texted(), wanted(stranger)), "/party not_of_the_agreement");
    EXPECT_EQ(make(texted(), wanted(applicant, SigningWay::paper)), "/way not_by_link");
    EXPECT_EQ(make(drafted()), "signing.draft_anew");
    auto d = texted();
    d.agreements.front().signatures = {{applicant, Signing::signature, monday, {}}};
    EXPECT_EQ(make(d), "agreement.signed_already");
    EXPECT_EQ(linked().agreements.front().links.front().text, "first");
    only_at({Stage::mediating}, [](auto const& x) { return make_link(x, book(), paper, wanted(), ""); });
}

TEST(signing, article_23_no_link_leads_to_the_pen_of_who_was_not_told_its_rights)
{
    auto d = texted();
    d.parties[0].rights_told_at.reset();
    EXPECT_EQ(said(make_link(d, book(), paper, wanted(), "")), "session.rights_not_told PML-23");
    auto made_before = linked();
    made_before.parties[0].rights_told_at.reset();
    EXPECT_EQ(signing(made_before, hand()), "session.rights_not_told PML-23");
}

TEST(signing, a_link_works_once_for_a_time_until_it_is_revoked_or_the_text_changes)
{
    auto const state = [](Dispute const& d, Instant now = hours_later(2)) { return dispute::link_state(d, d.agreements.front(), *dispute::signing_link(d, link_key), now); };
    auto d = linked();
    EXPECT_EQ(state(d), LinkState::open);
    EXPECT_EQ(state(d, hours_later(48)), LinkState::expired);
    EXPECT_EQ(signing(d, hand(), "", hours_later(48)), "signing.expired");
    auto const revoked = after(d, revoke_link(d, link_key, hours_later(2)).value());
    EXPECT_EQ(state(revoked), LinkState::revoked);
    EXPECT_EQ(signing(revoked, hand()), "signing.revoked");
    EXPECT_EQ(said(revoke_link(revoked, link_key, hours_later(2))), "signing.revoked");
    EXPECT_EQ(said(revoke_link(d, {9}, hours_later(2))), "signing.unknown_link");
    auto const used = after(d, sign_by_link(d, book(), link_key, hand(), "", hours_later(2)).value());
    EXPECT_EQ(state(used), LinkState::used);
    EXPECT_EQ(signing(used, hand()), "signing.used");
    auto on_paper = after(d, sign(d, book(), paper, applicant, Signing::fingerprint).value());
    EXPECT_EQ(state(on_paper), LinkState::settled);
    EXPECT_EQ(signing(on_paper, hand()), "signing.settled");
    auto other = written();
    other.text = words(905, "second", "修好水管并粉刷");
    auto const changed = after(d, draft(d, other, day("2023-11-20")).value());
    EXPECT_EQ(state(changed), LinkState::changed);
    EXPECT_EQ(signing(changed, hand()), "signing.text_changed PML-29");
    only_at({Stage::mediating}, [](auto const& x) { return revoke_link(x, link_key, monday); });
}

TEST(signing, article_29_whoever_signs_has_read_this_very_text_and_agrees_to_it)
{
    auto const d = linked();
    EXPECT_EQ(signing(d, hand()), "");
    auto h = hand();
    h.seen = "another";
    EXPECT_EQ(signing(d, h), "signing.text_changed PML-29");
    h = hand();
    h.agrees = false;
    EXPECT_EQ(signing(d, h), "/agrees signing_agreement_needed ESL-3");
    auto const event = sign_by_link(d, book(), link_key, hand(), "", hours_later(2)).value();
    EXPECT_EQ(event.pen->text, "first");
    EXPECT_EQ(event.manner, Signing::electronic);
    only_at({Stage::mediating}, [](auto const& x) { return sign_by_link(x, book(), link_key, hand(), "", monday); });
}

TEST(signing, a_typed_name_is_as_good_as_a_drawing_and_has_to_be_the_signers)
{
    auto const d = linked();
    EXPECT_EQ(signing(d, hand(" 顾 真远 ")), "");
    EXPECT_EQ(signing(d, hand("马伊布拉")), "/name not_the_signers_name");
    EXPECT_EQ(signing(d, hand("")), "/name name_or_drawing");
    auto h = hand("");
    h.drawn = true;
    EXPECT_EQ(signing(d, h), "");
}

TEST(signing, cc_19_guardians_agents_and_representatives_sign_in_their_own_names)
{
    auto d = texted();
    auto& p = d.parties[0];
    p.represented_by = words(910, "n", "李代");
    auto h = hand("李代");
    EXPECT_EQ(sign_by_link(linked(d), book(), link_key, h, "", hours_later(2))->pen->as, SignsAs::agent);
    h.as = SignsAs::self;
    EXPECT_EQ(signing(linked(d), h), "/name not_the_signers_name");
    h.as = SignsAs::guardian;
    EXPECT_EQ(signing(linked(d), h), "/as not_this_signer");
    p.capacity = dispute::Capacity::limited;
    p.guardian.emplace();
    p.guardian->name = words(911, "n", "顾母");
    EXPECT_EQ(sign_by_link(linked(d), book(), link_key, hand("顾母"), "", hours_later(2))->pen->as, SignsAs::guardian);
    EXPECT_EQ(signing(linked(d), hand("顾真远")), "/name not_the_signers_name") << "a child does not sign for itself";
    auto accused = linked(d);
    accused.parties[0].guardian->accused = true;
    EXPECT_EQ(signing(accused, hand("顾母")), "agreement.guardian_needed CC-19");
    p = texted().parties[0];
    p.kind = dispute::PartyKind::organisation;
    p.represented_by = words(912, "n", "钱总");
    EXPECT_EQ(sign_by_link(linked(d), book(), link_key, hand("钱总"), "", hours_later(2))->pen->as, SignsAs::representative);
}

TEST(signing, a_paper_names_the_agent_who_signed_it_and_nobody_who_may_not)
{
    auto p = texted().parties[0];
    auto const signer = [&](std::optional<SignsAs> as, std::string_view name = "", Key member = {}) {
        auto const who = signer_on_paper(p, member, as, name);
        return who ? std::string(boost::describe::enum_to_string(who->as, "?")) + " " + who->name : said(who);
    };
    EXPECT_EQ(signer({}), "self 顾真远");
    EXPECT_EQ(signer(SignsAs::agent), "/as not_this_signer") << "none was named";
    p.represented_by = words(910, "n", "李代");
    EXPECT_EQ(signer({}), "self 顾真远");
    EXPECT_EQ(signer(SignsAs::agent), "agent 李代");
    EXPECT_EQ(signer({}, "李代"), "agent 李代");
    EXPECT_EQ(signer(SignsAs::agent, "顾真远"), "/name not_the_signers_name");
    EXPECT_EQ(signer(SignsAs::guardian), "/as not_this_signer");
    p.capacity = dispute::Capacity::limited;
    p.guardian.emplace();
    p.guardian->name = words(911, "n", "顾母");
    EXPECT_EQ(signer({}), "guardian 顾母");
    EXPECT_EQ(signer(SignsAs::self), "/as not_this_signer") << "a child does not sign for itself";
}

TEST(signing, a_paper_of_a_whole_group_is_signed_by_those_who_speak_for_it)
{
    auto const group = with_group().parties[0];
    EXPECT_EQ(signer_on_paper(group, {}, {}, "")->as, SignsAs::representative);
    EXPECT_EQ(signer_on_paper(group, {}, SignsAs::representative, "")->as, SignsAs::representative);
    EXPECT_EQ(said(signer_on_paper(group, {}, SignsAs::self, "")), "/as not_this_signer");
    EXPECT_EQ(signer_on_paper(group, worker, {}, "")->as, SignsAs::member);
    EXPECT_EQ(said(signer_on_paper(group, worker, SignsAs::representative, "")), "/as not_this_signer");
}

TEST(signing, each_member_of_a_group_signs_or_has_authorised_who_does)
{
    auto d = with_group();
    EXPECT_EQ(said(make_link(d, book(), paper, wanted(), "")), "/member member_needed");
    EXPECT_EQ(said(make_link(d, book(), paper, wanted(applicant, SigningWay::phone, {77}), "")), "/member unknown_member");
    EXPECT_EQ(said(make_link(d, book(), paper, wanted(respondent, SigningWay::phone, worker), "")), "/member unknown_member");
    auto const by = [](Dispute const& x, Key member, Signing manner = Signing::fingerprint) {
        Pen pen;
        pen.member = member;
        return after(x, sign(x, book(), paper, applicant, manner, pen).value());
    };
    auto const a = [](Dispute const& x) -> dispute::Agreement const& { return x.agreements.front(); };
    d = by(d, foreman);
    EXPECT_EQ(dispute::members_missing(d, a(d), applicant), std::vector<Key>{leaver}) << "the worker is bound by the foreman, whom he authorised";
    EXPECT_FALSE(dispute::signed_at(d, a(d), applicant));
    EXPECT_EQ(said(sign(d, book(), paper, applicant, Signing::signature, [] { Pen p; p.member = foreman; return p; }())), "agreement.signed_already");
    auto const all = by(d, leaver);
    EXPECT_TRUE(dispute::signed_at(all, a(all), applicant));
    d.parties[0].members[2].left = true;
    EXPECT_TRUE(dispute::signed_at(d, a(d), applicant)) << "who has left is not waited for";
    auto const whole = after(with_group(), sign(with_group(), book(), paper, applicant, Signing::fingerprint).value());
    EXPECT_TRUE(dispute::signed_at(whole, a(whole), applicant)) << "a paper with all their names";
}

TEST(signing, a_change_of_the_text_voids_what_was_signed_with_a_notice)
{
    auto d = linked();
    d = after(d, sign_by_link(d, book(), link_key, hand(), "", hours_later(2)).value(), hours_later(2));
    d = after(d, MediatorSigned{paper}, hours_later(3));
    auto other = written();
    other.text = words(905, "second", "别的");
    d = after(d, draft(d, other, day("2023-11-20")).value(), hours_later(4));
    auto const& a = d.agreements.front();
    EXPECT_TRUE(a.signatures.empty());
    EXPECT_FALSE(a.mediator_signed_at);
    ASSERT_EQ(a.voided.size(), 2u);
    EXPECT_EQ(a.voided[0].party, applicant);
    EXPECT_EQ(a.voided[0].signed_at, hours_later(2));
    EXPECT_EQ(a.voided[0].voided_at, hours_later(4));
    EXPECT_EQ(a.links.size(), 1u) << "what became of a link is told";
}

TEST(signing, who_does_not_agree_sends_the_text_back_with_a_reason)
{
    auto const d = linked();
    auto const event = decline(d, link_key, "first", words(920, "r", "太多"), hours_later(2));
    ASSERT_TRUE(event);
    auto const back = after(d, *event);
    EXPECT_EQ(back.agreements.front().declined.front().party, applicant);
    EXPECT_EQ(signing(back, hand()), "signing.used");
    EXPECT_EQ(said(decline(d, link_key, "another", {}, hours_later(2))), "signing.text_changed PML-29");
    EXPECT_EQ(said(decline(d, {9}, "first", {}, hours_later(2))), "signing.unknown_link");
    only_at({Stage::mediating}, [](auto const& x) { return decline(x, link_key, "first", {}, monday); });
}

TEST(signing, on_the_tablet_whoever_handed_it_over_has_seen_the_signer)
{
    auto const d = linked(texted(), wanted(applicant, SigningWay::tablet));
    EXPECT_EQ(sign_by_link(d, book(), link_key, hand(), "", hours_later(2))->pen->witness, chair);
    EXPECT_FALSE(sign_by_link(linked(), book(), link_key, hand(), "", hours_later(2))->pen->witness);
}

TEST(signing, nobody_signs_a_second_text_that_nobody_has_proof_read)
{
    auto d = texted();
    auto& second = d.agreements.front().second.emplace();
    second.language = Tongue::ug;
    second.facts = second.terms = words(930, "s", "…");
    EXPECT_EQ(said(sign(d, book(), paper, applicant, Signing::fingerprint)), "agreement.not_proof_read");
    EXPECT_EQ(said(make_link(d, book(), paper, wanted(), "")), "agreement.not_proof_read");
    second.proof_reader = words(931, "s", "艾尼瓦尔");
    EXPECT_EQ(said(sign(d, book(), paper, applicant, Signing::fingerprint)), "");
}

TEST(signing, article_29_what_stands_in_one_language_stands_in_the_other)
{
    auto const drafting = [](auto change) {
        auto a = written();
        a.second.emplace();
        a.second->language = Tongue::ug;
        a.second->facts = a.second->terms = words(930, "s", "…");
        a.obligations.front().second = words(932, "s", "…");
        change(a);
        return said(draft(mediating(), std::move(a), day("2023-11-20")));
    };
    EXPECT_EQ(drafting([](auto&) {}), "");
    EXPECT_EQ(drafting([](auto& a) { a.second->language = Tongue::kk; }), "/second/language second_language");
    EXPECT_EQ(drafting([](auto& a) { a.second->governs = Tongue::en; }), "/second/governs governs_neither");
    EXPECT_EQ(drafting([](auto& a) { a.second->governs = Tongue::ug; }), "");
    EXPECT_EQ(drafting([](auto& a) { a.second->facts = {}; }), "/second/facts second_missing");
    EXPECT_EQ(drafting([](auto& a) { a.second->terms = {}; }), "/second/terms second_missing");
    EXPECT_EQ(drafting([](auto& a) { a.breach = words(933, "s", "…"); }), "/second/breach second_missing");
    EXPECT_EQ(drafting([](auto& a) { a.obligations.front().second = {}; }), "/obligations/0/second second_missing");
}

TEST(signing, a_part_settles_issues_that_are_on_the_table)
{
    auto d = mediating();
    dispute::Issue floor, wall;
    floor.id = {41};
    wall.id = {42};
    d.room.issues = {floor, wall};
    auto part = written();
    part.ends_dispute = false;
    part.issues = {floor.id};
    EXPECT_EQ(said(draft(d, part, day("2023-11-20"))), "");
    part.issues = {floor.id, {9}};
    EXPECT_EQ(said(draft(d, part, day("2023-11-20"))), "/issues/1 unknown_issue");
    part.issues = {floor.id};
    auto after_part = after(d, *agree_orally(d, book(), part, day("2023-11-20")));
    EXPECT_TRUE(dispute::agreed_in_part(after_part));
    ASSERT_EQ(dispute::open_issues(after_part).size(), 1u);
    EXPECT_EQ(dispute::open_issues(after_part).front()->id, wall.id);
    auto rest = written();
    rest.id = {402};
    auto const whole = after(after_part, *agree_orally(after_part, book(), rest, day("2023-11-20")));
    EXPECT_FALSE(dispute::agreed_in_part(whole));
    EXPECT_TRUE(dispute::open_issues(whole).empty());
}

RC_GTEST_PROP(signing, article_29_it_takes_effect_with_the_last_name_whatever_the_ways, ())
{
    auto const times = *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(2, 40));
    auto const electronic = *rc::gen::arbitrary<bool>();
    auto d = linked();
    auto event = electronic ? sign_by_link(d, book(), link_key, hand(), "", hours_later(2)).value() : sign(d, book(), paper, applicant, Signing::seal).value();
    d = after(d, event, hours_later(times[0]));
    d = after(d, sign(d, book(), paper, respondent, Signing::fingerprint).value(), hours_later(times[1]));
    d = after(d, sign_as_mediator(d, paper, chair).value(), hours_later(times[2]));
    RC_ASSERT(!d.agreements.front().effective_at);
    d = after(d, seal(d, paper, committee, true, "n").value(), hours_later(times[3]));
    RC_ASSERT(d.agreements.front().effective_at == hours_later(*std::max_element(times.begin(), times.end())));
}

// --- The text ---------------------------------------------------------------------------------

TEST(signing, the_exact_text_is_what_the_form_prints_and_its_digest_knows_every_letter)
{
    auto d = texted();
    auto& a = d.agreements.front();
    a.facts = words(940, "f", "楼上漏水。");
    a.terms = words(941, "t", "修理。");
    a.obligations.front().what = words(942, "w", "赔偿");
    auto const text = exact_text(clauses_of(d, a));
    EXPECT_EQ(text, "一、纠纷的主要事实、争议事项以及各方责任\n楼上漏水。\n二、经调解，当事人自愿达成如下协议\n修理。\n三、履行的内容、方式和期限\n"
                    "（1）马伊布拉向顾真远履行：赔偿；方式：现金；金额：人民币壹仟元整（¥1,000.00）；最迟履行日期：2023年12月1日。\n四、不履行的责任\n／");
    EXPECT_EQ(digest_of(text), digest_of("一、纠纷的主要事实、争议事项以及各方责任楼上漏水.二、经调解,当事人自愿达成如下协议 修理。三、履行的内容、方式和期限"
                                         "(1)马伊布拉向顾真远履行：赔偿;方式：现金;金额：人民币壹仟元整（¥1,000.00）;最迟履行日期：2023年12月1日。四、不履行的责任／"));
    auto bare = d;
    bare.agreements.front().obligations.clear();
    EXPECT_NE(exact_text(clauses_of(bare, bare.agreements.front())).find("三、履行的内容、方式和期限\n／\n四"), std::string::npos) << "struck out, as the form strikes it out";
    a.terms.text = "修复。";
    EXPECT_NE(digest_of(exact_text(clauses_of(d, a))), digest_of(text));
    EXPECT_EQ(in_groups("3f2a9c0177bed4e8ffff"), "3F2A 9C01 77BE D4E8");
    a.second.emplace();
    a.second->language = Tongue::en;
    a.second->facts = words(943, "f", "A leak.");
    a.second->terms = words(944, "t", "Mend it.");
    a.obligations.front().second = words(945, "w", "damages");
    auto const both = clauses_of(d, a);
    EXPECT_NE(column_text(both, Column::second).find("(1) 马伊布拉 owes 顾真远: damages; manner: Cash;"), std::string::npos) << column_text(both, Column::second);
    EXPECT_EQ(exact_text(both), column_text(both, Column::chinese) + "\n\n" + column_text(both, Column::second));
}

}  // namespace
}  // namespace maple::resolution
