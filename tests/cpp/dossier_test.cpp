// What becomes of a dossier: what it has to have before it is closed, what of it may leave the house,
// which numbers stay without one, and how a drawn one is reviewed.
#include "app/replay.hpp"
#include "carried.hpp"
#include "dispute/file.hpp"
#include "followup/events.hpp"
#include "foundation/sha256.hpp"
#include "foundation/zip.hpp"
#include "papers/testing.hpp"
#include "read_onward.hpp"
#include "read_out.hpp"
#include "privacy/events.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

namespace maple {
namespace {

using ::maple::testing::Carried;
using ::maple::testing::Official;
using ::maple::testing::OnBothEngines;
using ::maple::testing::text_of;
using ::maple::testing::Told;
using ::maple::testing::Town;
using json::array;
using json::object;

constexpr std::string_view sealed = "canary-said-alone";

class Dossier : public OnBothEngines, protected Carried {
protected:
    std::string agreement, obligation;

    Dossier() : Carried(home, agreed_to())
    {
        in_the_room();
        does(town.mediator, "POST", "/records", {{"kind", "separate"}, {"parties", array{parties[0]}}, {"record", sealed}});
        does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", parties}, {"record", "谈拢了"}, {"result", "success"}});
    }

    void agreed(bool to_ask_the_court = false)
    {
        object const promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "赔偿"}, {"manner", "cash"}, {"amount", 100000}, {"due", "2023-12-01"}};
        auto const file = does(town.mediator, "POST", "/agreements",
            {{"text", object{{"parties", parties}, {"facts", "漏水"}, {"terms", "赔偿"}, {"obligations", array{promise}}, {"asks_confirmation", to_ask_the_court}}}});
        auto const paper = file.at("dispute").at("agreements").at(0);
        agreement = "/agreements/" + text_of(paper.at("id"));
        obligation = text_of(paper.at("obligations").at(0).at("id"));
        for (auto const& party : parties) does(town.mediator, "POST", agreement + "/signatures", {{"party", party}, {"manner", "fingerprint"}});
        does(town.mediator, "POST", agreement + "/mediator-signature");
        does(town.director, "POST", agreement + "/seal");
    }
    void performed()
    {
        does(town.mediator, "POST", "/obligations/" + obligation + "/performance", {{"in_full", true}, {"evidence", "收条"}});
        does(town.mediator, "POST", "/visits", {{"by", "phone"}, {"answers", array{object{{"party", parties[0]}, {"satisfaction", "satisfied"}}}}, {"findings", "满意"}});
    }
    void papers_seen()
    {
        array values;
        for (auto const& party : parties) values.push_back(object{{"section", "papers"}, {"row", party}, {"key", "paper"}, {"text", "居民身份证"}});
        does(town.mediator, "PUT", "/documents/identity_papers", {{"values", values}});
    }
    Told close() { return town.ask(town.director, "POST", here + "/closing", object{{"retention", "long"}}); }

    // The signed sheet as somebody brings it.
    std::string scanned(std::vector<std::pair<std::string, std::string>> more = {})
    {
        ::maple::testing::Fields fields{{"kind", "signed_paper"}, {"visibility", "file"}};
        for (auto& one : more) fields.push_back(std::move(one));
        auto const told = town.ask(town.mediator, "POST", here + "/papers", ::maple::testing::form_with(fields, papers::samples::jpeg(), "协议书.jpg"),
                                   {{"Content-Type", "multipart/form-data; boundary=maple"}});
        EXPECT_TRUE(told.well()) << told.text;
        return told.field("id");
    }
    bool reminded_of_a_scan()
    {
        auto const view = does(town.director, "GET", "/closing");
        for (auto const& one : view.at("required").as_array()) EXPECT_NE(text_of(one.at("form")), "signed_paper") << "it never holds the closing up";
        for (auto const& one : view.at("reminders").as_array())
            if (text_of(one.at("form")) == "signed_paper") return text_of(one.at("deed")) == "papers.added" && agreement == "/agreements/" + text_of(one.at("subject"));
        return false;
    }

    object handing(object more = {})
    {
        object form{{"organisation", shown(town.police)}, {"basis", "parties_agree"}, {"reason", "核对出警记录"}, {"consented", parties},
                    {"forms", array{object{{"form", "rights_notice"}}}}};
        for (auto const& [key, value] : more) form[key] = value;
        return form;
    }
    void call_the_police()
    {
        does(town.mediator, "POST", "/calls", {{"organisation", shown(town.police)}, {"need", "到场说明"}, {"arrive_by", "2023-11-21T09:00:00+08:00"},
                                               {"answer_by", "2023-11-23T09:00:00+08:00"}, {"consented", parties}});
    }
    Told hand_over(object more = {}) { return town.ask(town.mediator, "POST", here + "/packages", handing(std::move(more))); }
    std::string newest() { return text_of(does(town.mediator, "GET", "/packages").at("packages").at(0).at("id")); }

    std::vector<std::string> differences()
    {
        std::vector<std::string> all;
        for (auto const& one : app::verify(*town.store, town.book, town.vault, {}, town.house.contents.get()).differences) all.push_back(one.what + ": " + one.says);
        return all;
    }
    void change(std::string_view statement)
    {
        sql::write_now(*town.store, [&](sql::Session& sql) { EXPECT_GE(sql::change(sql, statement), 1) << statement; });
    }
};
INSTANTIATE_TEST_SUITE_P(engines, Dossier, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

// As whoever is handed the file would check it.
bool sums_hold(std::map<std::string, std::string> const& files)
{
    auto const folder = std::filesystem::temp_directory_path() / ("maple-package-" + shown(new_key()));
    std::filesystem::create_directories(folder);
    for (auto const& [name, bytes] : files) std::ofstream(folder / name, std::ios::binary) << bytes;
    auto const result = std::system(("cd '" + folder.string() + "' && sha256sum --strict --quiet -c SHA256SUMS").c_str());
    std::filesystem::remove_all(folder);
    return result == 0;
}

TEST_P(Dossier, article_27_it_is_closed_when_what_it_has_to_have_is_there)
{
    agreed();
    performed();
    auto const before = does(town.director, "GET", "/closing");
    EXPECT_LT(before.at("there").as_int64(), before.at("needed").as_int64());
    ASSERT_EQ(before.at("required").as_array().size(), 1u);
    EXPECT_EQ(text_of(before.at("required").at(0).at("form")), "identity_papers");
    auto const refused = close();
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.field("code"), "archive.papers_missing");
    papers_seen();
    ASSERT_TRUE(close().well());
    auto const kept = does(town.director, "GET", "/closing");
    EXPECT_EQ(kept.at("there"), kept.at("needed"));
    EXPECT_EQ(text_of(kept.at("kept").at("key")), "long");
    EXPECT_TRUE(differences().empty());
}

TEST_P(Dossier, nobody_can_take_a_dossier_away)
{
    for (auto const& room : town.dispatcher->catalogue())
        for (auto const& route : room.routes)
            EXPECT_FALSE(route.verb == api::Verb::del && route.path == "/disputes/{dispute}") << route.path;
}

TEST_P(Dossier, a_package_holds_open_papers_a_letter_a_manifest_and_sums)
{
    call_the_police();
    ASSERT_TRUE(hand_over().well());
    auto const at = here + "/packages/" + newest() + ".zip";
    auto const told = town.ask(town.mediator, "GET", at, "");
    ASSERT_TRUE(told.well()) << told.text;
    EXPECT_EQ(told.type, "application/zip");
    auto const files = unzip(told.text);
    std::vector<std::string> names;
    for (auto const& [name, bytes] : files) names.push_back(name);
    EXPECT_EQ(names, (std::vector<std::string>{"00-letter.pdf", "01-rights_notice.pdf", "SHA256SUMS", "manifest.json"}));
    EXPECT_TRUE(sums_hold(files));
    auto spoilt = files;
    spoilt["01-rights_notice.pdf"] += " ";
    EXPECT_FALSE(sums_hold(spoilt)) << "a changed paper is found";
    auto const manifest = json::parse(files.at("manifest.json"));
    EXPECT_EQ(text_of(manifest.at("basis").at("key")), "parties_agree");
    for (auto const& one : manifest.at("papers").as_array()) {
        EXPECT_EQ(text_of(one.at("class")), "OPEN");
        EXPECT_EQ(text_of(one.at("sha256")), hex(sha256(files.at(text_of(one.at("file"))))));
    }
    ::maple::testing::ReadOut const read(told.text);
    EXPECT_FALSE(read.tells(sealed));
    EXPECT_TRUE(read.tells("核对出警记录")) << "the letter says why";
    EXPECT_TRUE(read.tells("顾真远")) << "and what is in it can be read";
    EXPECT_EQ(town.ask(town.director, "GET", at, "").text, told.text) << "the same file again, bit for bit";
    EXPECT_TRUE(differences().empty());
}

TEST_P(Dossier, ji22_107_what_is_guarded_never_goes_into_a_package)
{
    call_the_police();
    auto const listed = does(town.mediator, "GET", "/packages");
    for (auto const& one : listed.at("forms").as_array()) EXPECT_NE(text_of(one.at("form")), "mediation_record");
    EXPECT_FALSE(listed.at("kept_back").as_array().empty());
    auto const guarded = hand_over({{"forms", array{object{{"form", "acceptance_register"}}}}});
    EXPECT_EQ(guarded.status, 422);
    EXPECT_NE(guarded.text.find("guarded_form"), std::string::npos) << guarded.text;
    EXPECT_NE(hand_over({{"forms", array{object{{"form", "no_such_form"}}}}}).text.find("unknown_form"), std::string::npos);
    EXPECT_NE(hand_over({{"forms", array{object{{"form", "undisputed_facts"}}}}}).text.find("not_made_out"), std::string::npos);
    EXPECT_NE(hand_over({{"forms", array{}}}).text.find("nothing_chosen"), std::string::npos);
    EXPECT_NE(hand_over({{"papers", array{shown(Key{7})}}}).text.find("guarded_paper"), std::string::npos);
}

TEST_P(Dossier, a_package_goes_to_who_has_to_do_with_it_by_a_right_and_with_consent)
{
    EXPECT_NE(hand_over().text.find("no_business_with_it"), std::string::npos) << "the police were not called";
    call_the_police();
    EXPECT_EQ(hand_over({{"consented", array{parties[0]}}}).field("code"), "package.no_consent");
    EXPECT_NE(hand_over({{"basis", "court_report"}}).text.find("not_for_this_body"), std::string::npos);
    EXPECT_NE(hand_over({{"basis", "good_will"}}).text.find("not_in_the_book"), std::string::npos);
    EXPECT_NE(hand_over({{"consented", array{shown(Key{7})}}}).text.find("unknown_party"), std::string::npos);
    EXPECT_EQ(town.ask(town.colleague, "POST", here + "/packages", handing()).status, 404);
    EXPECT_EQ(town.ask(town.supervisor, "POST", here + "/packages", handing()).status, 403);
    ASSERT_TRUE(hand_over().well());
    auto const package = newest();
    auto const received = town.well(town.officer, "GET", "/packages").at("packages").as_array();
    ASSERT_EQ(received.size(), 1u);
    EXPECT_TRUE(town.ask(town.officer, "GET", "/packages/" + package + ".zip", "").well());
    EXPECT_EQ(town.ask(town.mediator, "GET", "/packages/" + package + ".zip", "").status, 403);
    EXPECT_EQ(town.ask(town.colleague, "GET", here + "/packages/" + package + ".zip", "").status, 404);
    EXPECT_EQ(town.ask(town.supervisor, "GET", here + "/packages/" + package + ".zip", "").status, 403);
}

TEST_P(Dossier, what_went_to_colleagues_does_not_push_ones_own_off_the_list)
{
    call_the_police();
    ASSERT_TRUE(hand_over().well());
    sql::write_now(*town.store, [&](sql::Session& sql) {
        for (int n = 0; n < 230; ++n)
            sql::change(sql, "INSERT INTO package (id, dispute, n, organisation, referral, sent_at, hash) SELECT CAST($1 AS BIGINT), dispute, n, organisation, CAST($2 AS BIGINT), sent_at + $3, hash FROM package WHERE referral IS NULL",
                        new_key(), new_key(), n % 7 == 0 ? 0 : n);
    });
    EXPECT_EQ(town.well(town.officer, "GET", "/packages").at("packages").as_array().size(), 1u);
}

TEST_P(Dossier, every_package_that_came_is_reached_the_newest_first)
{
    call_the_police();
    for (int n = 0; n < 31; ++n) {
        ASSERT_TRUE(hand_over().well());
        if (n % 3 == 0) town.now = plus_seconds(town.now, 60);  // some are sent at one time
    }
    std::vector<std::string> sent;
    for (auto const key : sql::read_now(*town.store, [](sql::Session& sql) { return sql::column<Key>(sql, "SELECT id FROM package"); })) sent.push_back(shown(key));
    EXPECT_EQ(::maple::testing::read_to_the_end(town, town.officer, "/packages?", "packages"), ::maple::testing::newest_first(sent));
}

TEST_P(Dossier, pipl_47_what_is_locked_away_from_use_is_handed_out_to_nobody)
{
    call_the_police();
    ASSERT_TRUE(hand_over().well());
    auto const at = "/packages/" + newest() + ".zip";
    EXPECT_TRUE(town.ask(town.officer, "GET", at, "").well());
    does(town.mediator, "POST", "/termination", {{"reason", town.first_of("termination")}, {"remedies", array{town.first_of("remedy")}}});
    sql::write_now(*town.store, [&](sql::Session& sql) {
        Desk desk{sql, town.house, {}, town.now, town.now};
        auto file = dispute::File::open_unasked(desk, key_from_shown(here.substr(here.rfind('/') + 1)).value());
        file.record(followup::Archived{"long"});
        file.record(privacy::Restricted{});
        file.put_back();
    });
    EXPECT_TRUE(town.well(town.officer, "GET", "/packages").at("packages").as_array().empty());
    EXPECT_EQ(town.ask(town.officer, "GET", at, "").status, 404);
}

TEST_P(Dossier, a_package_that_was_changed_from_outside_is_named)
{
    call_the_police();
    ASSERT_TRUE(hand_over().well());
    change("UPDATE package SET hash = 'x' || hash");
    EXPECT_FALSE(differences().empty());
    change("UPDATE package SET hash = substr(hash, 2)");
    EXPECT_TRUE(differences().empty());
    change("UPDATE package_part SET sealed = NULL WHERE name = '01-rights_notice.pdf'");
    auto const told = town.ask(town.mediator, "GET", here + "/packages/" + newest() + ".zip", "");
    EXPECT_EQ(told.field("code"), "package.source_gone");
    EXPECT_NE(told.text.find("01-rights_notice.pdf"), std::string::npos) << "it says which";
}

TEST_P(Dossier, the_packet_for_the_court_says_what_it_lacks_and_is_made_when_it_is_whole)
{
    agreed(true);
    auto const at = agreement + "/packet";
    auto const lacking = does(town.mediator, "GET", at);
    EXPECT_GT(lacking.at("lacks").as_int64(), 0);
    EXPECT_FALSE(lacking.at("may_send").as_bool());
    EXPECT_EQ(town.ask(town.mediator, "POST", here + at, object{}).field("code"), "packet.lacks");
    papers_seen();
    for (auto const& party : parties)
        does(town.mediator, "PUT", "/documents/delivery_address", {{"subject", party}, {"values", array{object{{"key", "delivery_address"}, {"text", "汇福家园三栋"}}}}});
    auto const whole = does(town.mediator, "GET", at);
    EXPECT_EQ(whole.at("lacks").as_int64(), 0) << json::serialize(whole);
    EXPECT_TRUE(whole.at("may_send").as_bool()) << json::serialize(whole);
    does(town.mediator, "POST", at);
    auto const files = unzip(town.ask(town.mediator, "GET", here + "/packages/" + newest() + ".zip", "").text);
    EXPECT_TRUE(sums_hold(files));
    EXPECT_TRUE(files.contains("01-confirmation_application.pdf"));
    EXPECT_TRUE(files.contains("02-agreement.pdf"));
    EXPECT_TRUE(files.contains("03-mediation_proof.pdf"));
    EXPECT_TRUE(differences().empty());
}

TEST_P(Dossier, article_29_the_signed_sheet_goes_to_the_court_beside_the_printed_agreement)
{
    agreed(true);
    papers_seen();
    for (auto const& party : parties)
        does(town.mediator, "PUT", "/documents/delivery_address", {{"subject", party}, {"values", array{object{{"key", "delivery_address"}, {"text", "汇福家园三栋"}}}}});
    auto const at = agreement + "/packet";
    auto const before = does(town.mediator, "GET", at);
    EXPECT_TRUE(before.at("wants_scan").as_bool()) << "they signed with their fingers";
    EXPECT_TRUE(before.at("scans").as_array().empty());
    EXPECT_EQ(before.at("lacks").as_int64(), 0) << "as needed: the sheet itself lies in the folder";
    EXPECT_TRUE(before.at("may_send").as_bool());
    EXPECT_TRUE(reminded_of_a_scan());
    scanned({{"session", text_of(does(town.mediator, "GET", "").at("dispute").at("sessions").as_array().back().at("id"))}});
    EXPECT_TRUE(reminded_of_a_scan()) << "a signed record is no signed agreement";
    auto const key = agreement.substr(agreement.rfind('/') + 1), paper = scanned({{"agreement", key}, {"title", "签好的协议书"}});
    EXPECT_FALSE(reminded_of_a_scan());
    auto const after = does(town.mediator, "GET", at);
    EXPECT_FALSE(after.at("wants_scan").as_bool());
    ASSERT_EQ(after.at("scans").as_array().size(), 1u);
    EXPECT_EQ(text_of(after.at("scans").at(0).at("paper")), paper);
    EXPECT_TRUE(after.at("identity").as_array().empty());
    does(town.mediator, "POST", at);
    auto const files = unzip(town.ask(town.mediator, "GET", here + "/packages/" + newest() + ".zip", "").text);
    EXPECT_TRUE(sums_hold(files));
    ASSERT_TRUE(files.contains("02-agreement.pdf") && files.contains("03-signed_paper.jpg"));
    auto const manifest = json::parse(files.at("manifest.json"));
    bool told = false;
    for (auto const& one : manifest.at("papers").as_array())
        if (text_of(one.at("file")) == "03-signed_paper.jpg") {
            told = true;
            EXPECT_EQ(text_of(one.at("title")), "签好的协议书");
            EXPECT_EQ(text_of(one.at("kind")), "signed_paper");
            EXPECT_EQ(text_of(one.at("about")), key);
            EXPECT_EQ(text_of(one.at("paper")), paper);
            EXPECT_EQ(text_of(one.at("sha256")), hex(sha256(files.at("03-signed_paper.jpg"))));
        }
    EXPECT_TRUE(told);
    does(town.mediator, "PUT", "/papers/" + paper + "/withdrawal", {{"why", "replaced"}});
    EXPECT_TRUE(reminded_of_a_scan()) << "what was withdrawn is not there";
    scanned();
    EXPECT_FALSE(reminded_of_a_scan()) << "it hangs on nothing, and there is one agreement alone";
    EXPECT_TRUE(differences().empty());
}

TEST_P(Dossier, article_27_the_catalogue_lists_the_open_papers_that_were_brought)
{
    using ::maple::testing::ReadOut;
    agreed();
    performed();
    papers_seen();
    auto const bound = [&](Official const& who) { return town.ask(who, "GET", here + "/dossier.pdf", ""); };
    auto const list = "随卷材料";
    EXPECT_FALSE(ReadOut(bound(town.mediator).text).tells(list)) << "nothing was brought";
    scanned({{"title", "漏水处照片和签好的协议书"}});
    auto const brought = town.well(town.mediator, "GET", here + "/papers").at("papers").at(0);
    ::maple::testing::Fields const inner{{"kind", "evidence"}, {"visibility", "internal"}, {"title", "内部材料一份"}};
    ASSERT_TRUE(town.ask(town.mediator, "POST", here + "/papers", ::maple::testing::form_with(inner, papers::samples::png(), "内部.png"),
                         {{"Content-Type", "multipart/form-data; boundary=maple"}}).well());
    auto const file = bound(town.mediator);
    ReadOut const read(file.text);
    EXPECT_TRUE(read.tells(list));
    EXPECT_TRUE(read.tells("漏水处照片和签好的协议书"));
    EXPECT_TRUE(read.tells("签字文书"));
    EXPECT_TRUE(read.tells("2023年11月20日"));
    EXPECT_TRUE(read.tells(text_of(brought.at("sha256")).substr(0, 16)));
    EXPECT_FALSE(read.tells("内部材料一份")) << "what is internal is not bound in";
    auto const images = [](std::string const& pdf) { return documents::testing::read_by("pdfimages -list", pdf); };
    EXPECT_NE(images(file.text).find("jpeg"), std::string::npos) << "the photo itself is a page";
    EXPECT_TRUE(read.tells("随卷材料1")) << "and says above which one it is";
    EXPECT_EQ(images(file.text).find("jpeg"), images(file.text).rfind("jpeg")) << "and the internal one is none";
    EXPECT_EQ(images(bound(town.supervisor).text).find("jpeg"), std::string::npos);
    for (auto const* who : {&town.supervisor, &town.auditor})
        EXPECT_FALSE(ReadOut(bound(*who).text).tells("漏水处照片")) << "its title is for who may read the words of the file";
    does(town.mediator, "PUT", "/papers/" + text_of(brought.at("id")) + "/withdrawal", {{"why", "replaced"}});
    EXPECT_FALSE(ReadOut(bound(town.mediator).text).tells(list)) << "what was withdrawn is not bound in either";
}

TEST_P(Dossier, spc05_3_a_court_of_the_corps_is_chosen_when_both_sides_belong_to_it)
{
    agreed();
    auto const door = agreement + "/confirmation/court";
    EXPECT_EQ(does(town.mediator, "GET", agreement + "/confirmation").at("courts").as_array().size(), 1u) << "the town has one basic court";
    auto file = does(town.mediator, "PUT", door, {{"corps", parties}});
    auto const courts = does(town.mediator, "GET", agreement + "/confirmation");
    ASSERT_EQ(courts.at("courts").as_array().size(), 2u) << "those of the two reclamation areas";
    EXPECT_NE(town.ask(town.mediator, "PUT", here + door, object{{"corps", parties}, {"court", shown(town.court)}}).text.find("not_competent"), std::string::npos);
    auto const key = courts.at("courts").at(0).at("outside");
    does(town.mediator, "PUT", door, {{"corps", parties}, {"outside", key}, {"reason", "离双方都近"}});
    EXPECT_TRUE(does(town.mediator, "GET", agreement + "/confirmation").at("courts").at(0).at("chosen").as_bool());
    EXPECT_TRUE(differences().empty());
}

TEST_P(Dossier, a_number_out_of_use_is_explained_and_a_gap_is_named)
{
    auto const door = "/organisations/" + shown(town.committee) + "/numbers";
    object const spoilt{{"series", "dossier"}, {"reason", "spoilt"}, {"note", "写错了"}};
    EXPECT_EQ(town.ask(town.mediator, "POST", door, spoilt).status, 403);
    EXPECT_EQ(town.ask(town.elsewhere, "POST", door, spoilt).status, 403);
    EXPECT_EQ(town.ask(town.director, "POST", door, object{{"series", "letters"}, {"reason", "spoilt"}, {"note", "写错了"}}).status, 422);
    EXPECT_EQ(town.ask(town.director, "POST", door, object{{"series", "dossier"}, {"reason", "boredom"}, {"note", "写错了"}}).status, 422);
    auto const before = town.well(town.director, "GET", door);
    auto const after = town.well(town.director, "POST", door, spoilt);
    ASSERT_EQ(after.at("annulled").as_array().size(), 1u);
    auto const of_dossiers = [](json::value const& view) { return view.at("series").at(1); };
    EXPECT_EQ(after.at("annulled").at(0).at("number"), of_dossiers(before).at("next"));
    EXPECT_EQ(of_dossiers(after).at("last").as_int64(), of_dossiers(before).at("last").as_int64() + 1);
    EXPECT_TRUE(differences().empty());
    change("UPDATE counter SET last = last + 1 WHERE series = 'dossier'");
    auto const found = differences();
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](auto const& one) { return one.find("is a gap") != one.npos; }));
}

TEST_P(Dossier, two_who_draw_at_once_draw_once)
{
    agreed();
    performed();
    papers_seen();
    ASSERT_TRUE(close().well());
    object const period{{"organisation", shown(town.office)}, {"first_day", "2023-11-01"}, {"last_day", "2023-11-20"}};
    town.now = plus_seconds(town.now, 24 * 3600);
    Told other;
    std::thread at_once([&] { other = town.ask(town.director, "POST", "/quality/samples", period); });
    auto const one = town.ask(town.director, "POST", "/quality/samples", period);
    at_once.join();
    EXPECT_NE(one.well(), other.well()) << one.text << other.text;
    EXPECT_EQ((one.well() ? other : one).field("code"), "quality.drawn_already");
    EXPECT_EQ(town.count("quality_sample"), 1);
}

TEST_P(Dossier, a_drawn_one_is_reviewed_by_somebody_else_sent_back_mended_and_confirmed)
{
    agreed();
    performed();
    papers_seen();
    ASSERT_TRUE(close().well());
    object const period{{"organisation", shown(town.office)}, {"first_day", "2023-11-01"}, {"last_day", "2023-11-20"}};
    EXPECT_NE(town.ask(town.director, "POST", "/quality/samples", period).text.find("not_over"), std::string::npos);
    town.now = plus_seconds(town.now, 24 * 3600);
    EXPECT_EQ(town.ask(town.mediator, "POST", "/quality/samples", period).status, 403);
    EXPECT_EQ(town.ask(town.elsewhere, "POST", "/quality/samples", period).status, 422);
    auto const sample = town.well(town.director, "POST", "/quality/samples", period);
    ASSERT_EQ(sample.at("reviews").as_array().size(), 1u);
    EXPECT_TRUE(sample.at("draws_the_same").as_bool());
    EXPECT_EQ(town.ask(town.director, "POST", "/quality/samples", period).field("code"), "quality.drawn_already");
    auto const at = "/quality/reviews/" + text_of(sample.at("reviews").at(0).at("id"));
    EXPECT_EQ(town.ask(town.mediator, "GET", at, "").status, 404) << "nothing was sent back yet";
    EXPECT_EQ(town.ask(town.supervisor, "POST", at + "/reviewer", object{}).field("code"), "quality.taken");
    EXPECT_EQ(town.ask(town.director, "POST", at + "/closing", object{}).field("code"), "quality.unanswered");
    auto const review = town.well(town.director, "GET", at);
    array answers;
    for (auto const& item : review.at("items").as_array()) answers.push_back(object{{"item", item.at("key")}, {"verdict", "sound"}});
    answers[0].as_object()["verdict"] = "fault";
    EXPECT_NE(town.ask(town.director, "PUT", at + "/answers", object{{"answers", answers}}).text.find("say_what_is_wrong"), std::string::npos);
    answers[0].as_object()["note"] = "申请书没有日期";
    EXPECT_EQ(town.ask(town.supervisor, "PUT", at + "/answers", object{{"answers", answers}}).field("code"), "quality.not_the_reviewer");
    town.well(town.director, "PUT", at + "/answers", {{"answers", answers}});
    EXPECT_EQ(town.ask(town.director, "POST", at + "/closing", object{}).field("code"), "quality.faults_open");
    EXPECT_NE(town.ask(town.director, "POST", at + "/mending", object{{"responsible", shown(town.colleague.person)}}).text.find("did_not_mediate_it"), std::string::npos);
    town.well(town.director, "POST", at + "/mending", {{"words", "请补正"}});
    auto const mine = town.well(town.mediator, "GET", "/quality/reviews?whose=mine").at("reviews").as_array();
    ASSERT_EQ(mine.size(), 1u) << "it waits for who presided";
    EXPECT_TRUE(town.well(town.director, "GET", "/quality/reviews?whose=mine").at("reviews").as_array().empty());
    EXPECT_TRUE(town.well(town.director, "GET", "/quality/reviews?whose=to_take").at("reviews").as_array().empty());
    EXPECT_EQ(town.well(town.director, "GET", "/quality/reviews").at("reviews").as_array().size(), 1u);
    EXPECT_TRUE(town.well(town.director, "GET", "/quality/samples").at("samples").at(0).at("draws_the_same").is_null()) << "a list does not draw each again";
    EXPECT_EQ(town.ask(town.director, "POST", at + "/mended", object{{"done", "已补"}}).field("code"), "quality.not_the_mender");
    town.well(town.mediator, "POST", at + "/mended", {{"done", "已由申请人补填日期，写入情况说明"}});
    auto const closed = town.well(town.director, "POST", at + "/closing");
    EXPECT_EQ(text_of(closed.at("line").at("status")), "closed");
    EXPECT_EQ(town.ask(town.director, "POST", at + "/closing", object{}).field("code"), "quality.closed");
    auto const figures = town.well(town.supervisor, "GET", "/quality/figures");
    EXPECT_EQ(figures.at("reviewed").as_int64(), 1);
    EXPECT_EQ(figures.at("with_faults").as_int64(), 1);
    EXPECT_TRUE(differences().empty());
    change("UPDATE quality_review SET status = 'drawn'");
    EXPECT_FALSE(differences().empty());
}

}  // namespace
}  // namespace maple
