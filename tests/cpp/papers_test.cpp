// Papers through the doors, on both engines: what is taken in and what is not, and who sees which.
#include "papers_of_a_town.hpp"
#include "papers/paper.hpp"

#include <fstream>
#include <gtest/gtest.h>

namespace maple {
namespace {

TEST_P(Papers, a_photo_is_brought_and_looked_at)
{
    auto const paper = brought(town.mediator, samples::jpeg(6), {{"title", "厨房天花板"}, {"kind", "place_photo"}}, "IMG_1.HEIC");
    EXPECT_EQ(paper.at("media"), "jpeg");
    EXPECT_EQ(paper.at("title"), "厨房天花板");
    EXPECT_EQ(paper.at("file_name"), "IMG_1.HEIC");
    EXPECT_TRUE(paper.at("thumbnail").as_bool());
    auto const told = content(town.director, key_of(paper));
    EXPECT_EQ(told.status, 200);
    EXPECT_EQ(told.type, "image/jpeg");
    EXPECT_EQ(told.text.find(samples::hidden), told.text.npos);
    EXPECT_EQ(told.text.find("GPS"), told.text.npos);
    EXPECT_EQ(hex(sha256(told.text)), paper.at("sha256").as_string());
    EXPECT_EQ(hex(sha256(samples::jpeg(6))), paper.at("original_sha256").as_string());
    EXPECT_EQ(std::int64_t(told.text.size()), paper.at("size").as_int64());
    EXPECT_EQ(told.header("X-Content-Type-Options"), "nosniff");
    EXPECT_NE(told.header("Content-Security-Policy").find("sandbox"), std::string::npos);
    EXPECT_EQ(told.header("Content-Disposition").find("IMG"), std::string::npos) << "what people call their files stands in no header";
    auto const small = town.ask(town.director, "GET", "/disputes/" + id + "/papers/" + key_of(paper) + "/thumbnail", "");
    EXPECT_EQ(small.type, "image/jpeg");
    EXPECT_TRUE(small.text.starts_with("\xFF\xD8"));
}

TEST_P(Papers, a_file_is_what_it_holds_whatever_it_is_called)
{
    EXPECT_EQ(brought(town.mediator, samples::pdf(), {}, "picture.jpg").at("media"), "pdf");
    EXPECT_EQ(brought(town.mediator, samples::png(), {}, "movie.mp4").at("media"), "png");
    EXPECT_EQ(brought(town.mediator, samples::m4a(), {}, "letter.pdf").at("type"), "audio/mp4");
    EXPECT_EQ(brought(town.mediator, samples::webm(), {}, "").at("type"), "audio/webm");
    for (std::string const file : {"<script>alert(1)</script>", "PK\x03\x04zip", "MZ program"}) {
        auto const told = brings(town.mediator, file, {}, "photo.jpg");
        EXPECT_EQ(told.status, 415);
        EXPECT_EQ(code_of(told), "papers.unknown_type");
    }
    EXPECT_EQ(code_of(brings(town.mediator, samples::m4a("vide"))), "papers.film");
    EXPECT_EQ(code_of(brings(town.mediator, "")), "papers.empty");
    EXPECT_EQ(code_of(brings(town.mediator, samples::gif(true))), "papers.moving_picture");
}

TEST_P(Papers, what_is_broken_or_too_large_is_refused_and_leaves_nothing)
{
    auto const whole = samples::jpeg(1, 600, 400);
    EXPECT_EQ(code_of(brings(town.mediator, whole.substr(0, whole.size() / 2))), "papers.broken");
    EXPECT_EQ(code_of(brings(town.mediator, samples::png(1, 1, 29'000, 29'000))), "papers.too_many_points");
    auto const most = samples::amr(std::string(50 * 1024 * 1024 - 6, 'x'));
    EXPECT_EQ(code_of(brings(town.mediator, most + "y")), "papers.too_large");
    EXPECT_EQ(town.count("paper"), 0);
    EXPECT_TRUE(on_disk().empty());
    auto const paper = brought(town.mediator, most);
    EXPECT_EQ(paper.at("size").as_int64(), 50 * 1024 * 1024);
    EXPECT_EQ(hex(sha256(content(town.mediator, key_of(paper)).text)), hex(sha256(most)));
}

TEST_P(Papers, a_form_that_is_wrong_is_told_field_by_field)
{
    EXPECT_EQ(sends(town.mediator, "/disputes/" + id + "/papers", {{"kind", "evidence"}, {"visibility", "file"}}, std::nullopt).body().at("problems").at(0).at("at"), "/file");
    EXPECT_EQ(sends(town.mediator, "/disputes/" + id + "/papers", {{"kind", "poem"}, {"visibility", "file"}}, samples::png()).body().at("problems").at(0).at("at"), "/kind");
    EXPECT_EQ(sends(town.mediator, "/disputes/" + id + "/papers", {{"kind", "evidence"}, {"kind", "other"}, {"visibility", "file"}}, samples::png()).field("code"), "malformed.doubled");
    EXPECT_EQ(brings(town.mediator, samples::png(), {{"party", shown(Key{99})}}).body().at("problems").at(0).at("code"), "unknown_party");
    EXPECT_EQ(brings(town.mediator, samples::png(), {{"kind", "voice_note"}}).body().at("problems").at(0).at("code"), "not_a_sound");
    auto const told = town.ask(town.mediator, "POST", "/disputes/" + id + "/papers", "{}");
    EXPECT_EQ(told.status, 415);
    EXPECT_EQ(town.ask(town.mediator, "POST", "/disputes/" + id + "/papers", form_with({}, "x").substr(0, 60), {{"Content-Type", "multipart/form-data; boundary=maple"}}).status, 400);
    EXPECT_EQ(town.ask(town.officer, "POST", "/disputes/" + id + "/papers", "{}").status, 403) << "who may not ask is told so first";
    EXPECT_EQ(town.ask(town.nobody, "POST", "/disputes/" + id + "/papers", "{}").status, 401);
}

TEST_P(Papers, the_same_content_twice_is_one_file)
{
    auto const first = brought(town.mediator, samples::jpeg());
    auto const before = on_disk();
    EXPECT_EQ(before.size(), 2u) << "the photo and its small picture";
    auto const second = brought(town.clerk, samples::jpeg(), {{"visibility", "internal"}});
    EXPECT_EQ(on_disk(), before);
    EXPECT_NE(key_of(first), key_of(second));
    EXPECT_EQ(town.count("content"), 2);
    EXPECT_EQ(content(town.clerk, key_of(second)).text, content(town.clerk, key_of(first)).text);
    brought(town.mediator, samples::jpeg(), {{"visibility", "side"}, {"party", text_of(parties[0])}});
    EXPECT_EQ(town.count("content"), 4) << "but a side keeps its own, under its own key";
}

TEST_P(Papers, a_stolen_folder_does_not_tell_what_it_holds)
{
    auto const sound = samples::amr("canary in the sound");
    brought(town.mediator, sound, {{"title", "canary title"}}, "canary.amr");
    auto const files = on_disk();
    ASSERT_EQ(files.size(), 1u);
    EXPECT_EQ(files[0].find(hex(sha256(sound)).substr(0, 16)), std::string::npos) << "the name is a keyed hash";
    std::ifstream in(place(files[0]), std::ios::binary);
    std::string const bytes(std::istreambuf_iterator<char>(in), {});
    EXPECT_EQ(bytes.find("canary"), bytes.npos);
    EXPECT_EQ((fs::status(place(files[0])).permissions() & (fs::perms::group_all | fs::perms::others_all)), fs::perms::none);
    desk([&](Desk& desk) {
        for (auto const& row : desk.sql.run("SELECT body FROM words WHERE label LIKE 'paper.%'", {}).rows)
            EXPECT_EQ(std::get<std::string>(row[0]).find("canary"), std::string::npos);
        for (auto const& row : desk.sql.run("SELECT text FROM page WHERE kind = 'paper'", {}).rows) {
            EXPECT_EQ(std::get<std::string>(row[0]).find("canary"), std::string::npos);
            EXPECT_EQ(std::get<std::string>(row[0]).find(hex(sha256(sound))), std::string::npos) << "a page holds a salted hash only";
        }
        return 0;
    });
}

TEST_P(Papers, a_part_of_a_recording_is_told_to_a_phone)
{
    std::string sound;
    for (int i = 0; i < 40'000; ++i) sound += std::to_string(i);
    auto const file = samples::amr(sound);
    auto const paper = key_of(brought(town.mediator, file));
    auto const ranged = [&](std::string range) { return content(town.mediator, paper, {{"Range", "bytes=" + range}}); };
    auto const size = std::to_string(file.size());
    auto const middle = ranged("65530-131080");
    EXPECT_EQ(middle.status, 206);
    EXPECT_EQ(middle.text, file.substr(65530, 65551));
    EXPECT_EQ(middle.header("Content-Range"), "bytes 65530-131080/" + size);
    EXPECT_EQ(ranged("100-").text, file.substr(100));
    EXPECT_EQ(ranged("-7").text, file.substr(file.size() - 7));
    EXPECT_EQ(ranged("0-0").text, file.substr(0, 1));
    EXPECT_EQ(ranged("0-99999999").text, file);
    EXPECT_EQ(ranged(size + "-").status, 416);
    EXPECT_EQ(ranged(size + "-").header("Content-Range"), "bytes */" + size);
    EXPECT_EQ(ranged("1-2,4-5").status, 200) << "several parts are more than anybody asked for";
    EXPECT_EQ(ranged("x-y").status, 200);
    EXPECT_EQ(content(town.mediator, paper).header("Accept-Ranges"), "bytes");
}

TEST_P(Papers, a_paper_of_one_side_is_for_the_mediators_alone)
{
    auto const paper = brought(town.mediator, samples::amr("canary-side"), {{"visibility", "side"}, {"party", text_of(parties[0])}, {"title", "canary-side-title"}}, "canary-side.amr");
    auto const key = key_of(paper);
    EXPECT_EQ(content(town.mediator, key).text, samples::amr("canary-side"));
    for (auto const* who : {&town.director, &town.clerk, &town.supervisor, &town.colleague, &town.elsewhere, &town.adviser, &town.officer, &town.auditor}) {
        EXPECT_FALSE(content(*who, key).well());
        auto const listed = town.ask(*who, "GET", "/disputes/" + id + "/papers", "");
        EXPECT_EQ(listed.text.find(key), std::string::npos) << "not even that it is there";
        EXPECT_EQ(listed.text.find("canary"), std::string::npos);
    }
    for (auto const& code : codes) {
        auto const told = town.ask(town.nobody, "POST", "/my/papers/list", object{{"code", code}});
        EXPECT_EQ(told.text.find(key), std::string::npos);
    }
    EXPECT_EQ(code_of(brings(town.director, samples::png(), {{"visibility", "side"}, {"party", text_of(parties[0])}})), "not_the_mediator");
    EXPECT_EQ(brings(town.mediator, samples::png(), {{"visibility", "side"}}).body().at("problems").at(0).at("code"), "side_needs_party");
}

TEST_P(Papers, broken_glass_opens_the_file_and_no_side)
{
    auto const open = key_of(brought(town.mediator, samples::jpeg(), {{"title", "canary-open"}}));
    auto const side = key_of(brought(town.mediator, samples::png(), {{"visibility", "side"}, {"party", text_of(parties[0])}}));
    auto const house = key_of(brought(town.clerk, samples::pdf(), {{"visibility", "internal"}}));
    auto const& shape = list(town.supervisor);
    ASSERT_EQ(shape.size(), 1u);
    EXPECT_TRUE(shape[0].at("title").is_null()) << "the bureau sees that there is one, and no more";
    EXPECT_FALSE(shape[0].at("whole").as_bool());
    EXPECT_EQ(content(town.supervisor, open).status, 404);
    does(town.supervisor, "POST", "/glass", {{"reason", "A letter to the bureau complains of a long wait for an answer."}});
    EXPECT_EQ(content(town.supervisor, open).status, 200);
    EXPECT_EQ(content(town.supervisor, side).status, 404);
    EXPECT_EQ(content(town.supervisor, house).status, 404);
}

TEST_P(Papers, what_is_internal_stays_in_the_house)
{
    auto const key = key_of(brought(town.clerk, samples::pdf(), {{"visibility", "internal"}}));
    for (auto const* who : {&town.clerk, &town.director, &town.mediator}) EXPECT_EQ(content(*who, key).status, 200);
    for (auto const* who : {&town.supervisor, &town.elsewhere, &town.adviser, &town.officer}) EXPECT_FALSE(content(*who, key).well());
    EXPECT_TRUE(desk([&](Desk& desk) { return papers::open_papers(desk, key_from_shown(id).value()); }).empty()) << "and goes into no dossier";
}

TEST_P(Papers, a_party_brings_and_sees_its_own)
{
    auto const mine = [&](std::size_t party, std::string visibility, std::string tail = "2046") {
        return sends(town.nobody, "/my/papers", {{"code", codes[party]}, {"phone_tail", tail}, {"kind", "evidence"}, {"visibility", visibility}, {"title", "canary-mine"}}, samples::jpeg());
    };
    EXPECT_EQ(mine(0, "side", "0000").status, 404) << "to say something takes the last four digits, too";
    EXPECT_EQ(mine(0, "internal").status, 422);
    auto const side = mine(0, "side");
    ASSERT_EQ(side.status, 200) << side.text;
    auto const key = side.field("id");
    ASSERT_EQ(mine(1, "file").status, 200);
    auto const listed = [&](std::size_t party) { return town.well(town.nobody, "POST", "/my/papers/list", {{"code", codes[party]}}).at("papers").as_array(); };
    ASSERT_EQ(listed(0).size(), 1u);
    EXPECT_EQ(listed(0)[0].at("title"), "canary-mine");
    EXPECT_EQ(listed(1).size(), 1u) << "and the other side its own alone";
    auto const look = [&](std::size_t party) { return town.ask(town.nobody, "POST", "/my/papers/" + key + "/content", object{{"code", codes[party]}}); };
    EXPECT_EQ(look(0).status, 200);
    EXPECT_EQ(look(0).type, "image/jpeg");
    auto const replayed = [&] {
        return town.ask(town.nobody, "POST", "/my/papers/" + key + "/content", object{{"code", codes[0]}}, {{"Idempotency-Key", "look-1"}});
    };
    auto const once = replayed(), again = replayed();
    EXPECT_EQ(again.type, "image/jpeg") << "who looks is shown it, however often the same asking comes";
    EXPECT_EQ(again.text, once.text);
    EXPECT_FALSE(again.text.empty());
    EXPECT_EQ(look(1).status, 404);
    EXPECT_EQ(content(town.mediator, key).status, 200) << "for the mediator";
    EXPECT_FALSE(content(town.director, key).well());
    EXPECT_EQ(town.ask(town.nobody, "POST", "/my/papers/" + key + "/withdrawal", object{{"code", codes[1]}, {"phone_tail", "2046"}}).status, 404);
    EXPECT_EQ(town.ask(town.nobody, "POST", "/my/papers/" + key + "/withdrawal", object{{"code", codes[0]}, {"phone_tail", "2046"}}).status, 200);
    EXPECT_FALSE(listed(0)[0].at("withdrawn_at").is_null());
}

TEST_P(Papers, a_called_department_sees_what_it_was_shown)
{
    auto const file = does(town.mediator, "POST", "/calls", {{"organisation", shown(town.police)}, {"need", "核对"}, {"arrive_by", iso(plus_seconds(town.now, 1800))},
                                                             {"answer_by", iso(plus_seconds(town.now, 86'400))}, {"consented", parties}});
    auto const call = text_of(file.at("dispute").at("room").at("calls").at(0).at("id"));
    auto const shown_one = key_of(brought(town.mediator, samples::jpeg()));
    auto const other = key_of(brought(town.mediator, samples::png()));
    auto const house = key_of(brought(town.mediator, samples::pdf(), {{"visibility", "internal"}}));
    auto const at = "/calls/" + call + "/papers";
    EXPECT_TRUE(town.well(town.officer, "GET", at).at("papers").as_array().empty());
    does(town.mediator, "PUT", "/papers/" + shown_one + "/calls/" + call);
    EXPECT_EQ(town.ask(town.mediator, "PUT", "/disputes/" + id + "/papers/" + house + "/calls/" + call).field("code"), "papers.not_open");
    EXPECT_EQ(town.well(town.officer, "GET", at).at("papers").as_array().size(), 1u);
    EXPECT_EQ(town.ask(town.officer, "GET", at + "/" + shown_one + "/content").status, 200);
    EXPECT_EQ(town.ask(town.officer, "GET", at + "/" + other + "/content").status, 404);
    EXPECT_FALSE(content(town.officer, shown_one).well()) << "and the file stays shut";
    does(town.mediator, "DELETE", "/papers/" + shown_one + "/calls/" + call);
    EXPECT_EQ(town.ask(town.officer, "GET", at + "/" + shown_one + "/content").status, 404);
    does(town.mediator, "PUT", "/papers/" + shown_one + "/calls/" + call);
    does(town.mediator, "DELETE", "/calls/" + call);
    EXPECT_EQ(town.ask(town.officer, "GET", at + "/" + shown_one + "/content").status, 404) << "once the call is over";
}

INSTANTIATE_TEST_SUITE_P(engines, Papers, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
