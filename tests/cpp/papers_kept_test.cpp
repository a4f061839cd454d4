// What lies on the disk of papers, on both engines: withdrawn, erased, taken back, changed by a
// stranger, left by a crash, sealed anew; and what `verify` finds.
#include "dispute/file.hpp"
#include "papers/deeds.hpp"
#include "papers/paper.hpp"
#include "papers_of_a_town.hpp"

#include <fstream>
#include <gtest/gtest.h>

namespace maple {
namespace {

using PapersKept = Papers;

TEST_P(PapersKept, what_is_withdrawn_stays_in_the_ledger_and_serves_no_more)
{
    auto const key = key_of(brought(town.mediator, samples::jpeg(), {{"kind", "signed_paper"}}));
    auto const paper = key_from_shown(key).value(), dispute = key_from_shown(id).value();
    brought(town.mediator, samples::png());
    auto const scans = [&](Key of) { return desk([&](Desk& desk) { return papers::signed_papers(desk, of); }); };
    ASSERT_EQ(scans(dispute).size(), 1u) << "evidence is none";
    EXPECT_EQ(scans(dispute)[0].id, paper);
    EXPECT_TRUE(scans(Key{7}).empty()) << "of another dispute";
    auto const open = desk([&](Desk& desk) { return papers::open_papers(desk, dispute); });
    ASSERT_EQ(open.size(), 2u);
    EXPECT_EQ(open[0].type, "image/jpeg");
    auto const bytes = desk([&](Desk& desk) {
        std::string all;
        auto pieces = papers::bytes_of(desk, open[0]).all();
        for (auto piece = pieces(); !piece.empty(); piece = pieces()) all += piece;
        return all;
    });
    EXPECT_EQ(hex(sha256(bytes)), open[0].sha256);
    auto const told = does(town.mediator, "PUT", "/papers/" + key + "/withdrawal", {{"why", "replaced"}, {"note", "印章没拍全"}});
    EXPECT_EQ(told.at("withdrawal_note"), "印章没拍全");
    EXPECT_EQ(town.ask(town.mediator, "PUT", "/disputes/" + id + "/papers/" + key + "/withdrawal", object{{"why", "other"}}).field("code"), "papers.withdrawn");
    EXPECT_TRUE(scans(dispute).empty());
    EXPECT_EQ(desk([&](Desk& desk) { return papers::open_papers(desk, dispute); }).size(), 1u);
    EXPECT_EQ(list(town.mediator).size(), 2u);
}

TEST_P(PapersKept, a_lawful_erasure_takes_the_bytes_and_verify_accepts_it)
{
    auto const key = key_of(brought(town.mediator, samples::jpeg(), {{"title", "canary"}}));
    auto const twin = key_of(brought(town.mediator, samples::jpeg()));
    auto const erase = [&](std::string const& paper) { return town.ask(town.director, "PUT", "/disputes/" + id + "/papers/" + paper + "/erasure", object{{"statute", "PIPL-47"}}); };
    EXPECT_EQ(erase(key).field("code"), "papers.not_withdrawn");
    does(town.mediator, "PUT", "/papers/" + key + "/withdrawal", {{"why", "party_asks"}});
    EXPECT_EQ(town.ask(town.mediator, "PUT", "/disputes/" + id + "/papers/" + key + "/erasure", object{{"statute", "PIPL-47"}}).status, 403);
    EXPECT_EQ(town.ask(town.director, "PUT", "/disputes/" + id + "/papers/" + key + "/erasure", object{{"statute", "no-such-law"}}).status, 422);
    ASSERT_EQ(erase(key).status, 200);
    EXPECT_EQ(on_disk().size(), 2u) << "another paper holds the same";
    EXPECT_EQ(content(town.mediator, key).status, 404);
    EXPECT_EQ(content(town.mediator, twin).status, 200);
    does(town.mediator, "PUT", "/papers/" + twin + "/withdrawal", {{"why", "party_asks"}});
    ASSERT_EQ(erase(twin).status, 200);
    EXPECT_TRUE(on_disk().empty());
    EXPECT_EQ(town.count("content"), 0);
    auto const side = key_of(brought(town.mediator, samples::amr("alone"), {{"visibility", "side"}, {"party", text_of(parties[0])}}));
    does(town.mediator, "PUT", "/papers/" + side + "/withdrawal", {{"why", "party_asks"}});
    EXPECT_FALSE(erase(side).well()) << "the director does not see that it is there";
    does(town.mediator, "PUT", "/papers/" + side + "/erasure", {{"statute", "PIPL-47"}});
    EXPECT_TRUE(on_disk().empty());
    brought(town.mediator, samples::jpeg());
    EXPECT_EQ(on_disk().size(), 2u) << "and it may be brought again";
}

TEST_P(PapersKept, a_change_that_is_taken_back_takes_no_file)
{
    auto const taken_back = [&](std::function<void(Desk&)> const& deed) {
        std::vector<std::function<void()>> later;
        EXPECT_THROW(sql::write_now(*town.store, [&](sql::Session& sql) {
            Desk desk{sql, town.house, {}, town.now, town.now};
            desk.when_durable = &later;
            deed(desk);
            throw std::runtime_error("the database goes away");
        }), std::runtime_error);
        EXPECT_FALSE(later.empty()) << "it would have been done afterwards";
    };
    auto const paper = brought(town.mediator, samples::jpeg());
    does(town.mediator, "PUT", "/papers/" + key_of(paper) + "/withdrawal", {{"why", "party_asks"}});
    auto const files = on_disk();
    taken_back([&](Desk& desk) { papers::erase(desk, *papers::find(desk, key_from_shown(key_of(paper)).value()), "PIPL-47"); });
    EXPECT_EQ(on_disk(), files);
    // The same content on its way in a second time: the copy may yet be the one that is kept.
    Contents::Writing writing(*town.house.contents);
    writing.add("the same again");
    auto const name = sql::read_now(*town.store, [](sql::Session& sql) { return sql::cell<std::string>(sql, "SELECT name FROM content ORDER BY id LIMIT 1").value(); });
    papers::TakenIn const twin{.bytes = {writing.keep("twin"), name}};
    auto const dispute = key_from_shown(id).value();
    taken_back([&](Desk& desk) { papers::put_in(desk, dispute::read_unasked(desk, dispute), {}, "", twin, false); });
    EXPECT_TRUE(town.house.contents->has(twin.bytes.content.file));
    town.house.contents->remove(twin.bytes.content.file);
}

TEST_P(PapersKept, verify_names_what_was_changed_or_taken_away)
{
    auto const first = samples::amr(std::string(200'000, 'a')), second = samples::amr("b");
    brought(town.mediator, first);
    brought(town.mediator, second);
    auto files = on_disk();
    std::sort(files.begin(), files.end(), [&](auto const& a, auto const& b) { return fs::file_size(place(a)) > fs::file_size(place(b)); });
    std::fstream large(place(files[0]), std::ios::binary | std::ios::in | std::ios::out);
    large.seekp(100'000);
    large.put('\0');
    large.put('\1');
    large.close();
    expected = {"content cannot be read: a content was changed"};
    EXPECT_TRUE(differences().empty());
    fs::resize_file(place(files[0]), 70'000);
    expected = {"content cannot be read: a content was cut off"};
    EXPECT_TRUE(differences().empty());
    fs::remove(place(files[0]));
    expected = {"content its file is gone"};
    EXPECT_TRUE(differences().empty());
    // One content in the place of another: each is sound by itself.
    sql::write_now(*town.store, [&](sql::Session& sql) { sql.script("UPDATE paper SET bytes = (SELECT max(id) FROM content) WHERE bytes = (SELECT min(id) FROM content)"); });
    auto const found = app::verify(*town.store, town.book, town.vault, {}, town.house.contents.get()).differences;
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](auto const& one) { return one.what == "paper"; }));
    town.house.contents->remove(files[0]);
    expected.clear();
    for (auto const& one : found) expected.push_back(one.what + " " + one.says);
}

TEST_P(PapersKept, what_a_crash_left_is_swept_after_a_while_and_nothing_else)
{
    brought(town.mediator, samples::jpeg());
    auto const kept = on_disk();
    // Killed between the name on the disk and the row.
    Contents::Writing lost(*town.house.contents);
    lost.add("never spoken of");
    auto const orphan = lost.keep("0123abcd").file;
    std::ofstream(town.papers.path / ".part.123456") << "half written";
    auto const sweep = [&](Instant now) { return desk([&](Desk& desk) { return papers::sweep(desk.sql, *town.house.contents, now); }); };
    EXPECT_EQ(sweep(real_time()), 0) << "somebody may still be on the way to its row";
    EXPECT_EQ(sweep(plus_seconds(real_time(), 2 * 3600)), 2);
    EXPECT_FALSE(town.house.contents->has(orphan));
    EXPECT_EQ(on_disk(), kept);
}

TEST_P(PapersKept, a_new_key_of_the_vault_seals_the_keys_of_contents_anew)
{
    auto const folder = fs::temp_directory_path() / ("maple-rotate-" + shown(new_key()));
    fs::create_directories(folder);
    Contents contents(folder / "papers");
    auto const keys = folder / "vault.key";
    auto before = Vault::open(keys);
    Contents::Writing writing(contents);
    writing.add("sealed");
    auto const content = writing.keep("abc");
    sql::write_now(*town.store, [&](sql::Session& sql) {
        House const house{town.book, before};
        Desk desk{sql, house, {}, town.now, town.now};
        papers::enter(desk, content, "abc", std::nullopt);
    });
    Vault::add_key(keys);
    auto const after = Vault::open(keys);
    sql::write_now(*town.store, [&](sql::Session& sql) {
        EXPECT_EQ(papers::seal_contents_anew(sql, after), 1);
        EXPECT_EQ(papers::seal_contents_anew(sql, after), 0);
        auto const row = sql::one<papers::ContentRow>(sql, "SELECT id, name, file, secret, size FROM content").value();
        EXPECT_TRUE(after.sealed_with_newest_key(row.secret));
        auto pieces = contents.stream(papers::content_of(after, {}, row)).all();
        EXPECT_EQ(pieces(), "sealed");
        sql.script("DELETE FROM content");
    });
    fs::remove_all(folder);
}

TEST_P(PapersKept, the_same_key_of_a_request_brings_it_once)
{
    http::Headers const key{{"Idempotency-Key", "upload-1"}};
    Fields const fields{{"kind", "evidence"}, {"visibility", "file"}};
    auto const first = sends(town.mediator, "/disputes/" + id + "/papers", fields, samples::png(), "a.png", key);
    auto const again = sends(town.mediator, "/disputes/" + id + "/papers", fields, samples::png(), "a.png", key);
    EXPECT_EQ(first.field("id"), again.field("id"));
    EXPECT_EQ(town.count("paper"), 1);
    auto other = samples::png();
    other.back() = static_cast<char>(other.back() + 1);
    auto const told = sends(town.mediator, "/disputes/" + id + "/papers", fields, other, "a.png", key);
    EXPECT_EQ(told.status, 422) << "another file of the same size is not told that it was brought";
    EXPECT_EQ(told.field("code"), "idempotency.other_request");
}

TEST_P(PapersKept, a_pdf_that_acts_is_handed_out_to_be_saved_and_nothing_else)
{
    auto const plain = key_of(brought(town.mediator, samples::pdf()));
    auto const acting = brought(town.mediator, samples::pdf("/OpenAction<</S/JavaScript/JS(x)>>"));
    EXPECT_TRUE(acting.at("active").as_bool());
    EXPECT_TRUE(content(town.mediator, plain).header("Content-Disposition").starts_with("inline"));
    EXPECT_NE(content(town.mediator, plain).header("Content-Security-Policy").find("script-src 'none'"), std::string::npos);
    EXPECT_TRUE(content(town.mediator, key_of(acting)).header("Content-Disposition").starts_with("attachment"));
    EXPECT_NE(content(town.mediator, key_of(acting)).header("Content-Security-Policy").find("sandbox"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(engines, PapersKept, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
