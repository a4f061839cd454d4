// Forms as PDF files through the doors of the house: bytes instead of JSON, the same right and
// the same entry in the audit journal as the page that a browser prints.
#include "access/audit.hpp"
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Town;
using ::maple::testing::text_of;

class PdfDoor : public ::testing::TestWithParam<sql::Engine> {
protected:
    Town town{GetParam()};
    std::string here;

    PdfDoor()
    {
        here = "/disputes/" + text_of(town.well(town.clerk, "POST", "/disputes", Town::request()).at("file").at("id"));
        town.well(town.clerk, "POST", here + "/acceptance");
    }

    // What the journal says was printed, newest first.
    std::vector<std::string> printed()
    {
        access::write_trail(*town.store, *town.house.trail, town.now);
        sql::write_now(*town.store, [](sql::Session& sql) { access::place_entries(sql); });
        std::vector<std::string> deeds;
        auto const told = town.well(town.auditor, "GET", "/audit");
        for (auto const& entry : told.at("entries").as_array())
            if (text_of(entry.at("kind")) == "printed") deeds.push_back(text_of(entry.at("deed")) + (entry.at("times").as_int64() > 1 ? ", " + std::to_string(entry.at("times").as_int64()) + " times" : ""));
        return deeds;
    }
};
INSTANTIATE_TEST_SUITE_P(engines, PdfDoor, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(PdfDoor, a_form_is_answered_as_a_file_and_its_printing_is_noted)
{
    auto const file = town.ask(town.director, "GET", here + "/documents/acceptance_register.pdf?staff_copy=true", "");
    ASSERT_TRUE(file.well()) << file.text;
    EXPECT_EQ(file.type, "application/pdf");
    EXPECT_TRUE(file.text.starts_with("%PDF-"));
    EXPECT_EQ(file.header("Content-Disposition"), "inline; filename=\"acceptance_register.pdf\"");
    auto const page = town.ask(town.director, "GET", here + "/documents/acceptance_register", "");
    EXPECT_EQ(page.type, "application/json");
    EXPECT_TRUE(page.well()) << page.text;
    auto const deeds = printed();
    // The journal says of both the same, so it counts them together.
    ASSERT_EQ(deeds.size(), 1u);
    EXPECT_EQ(deeds[0], "print acceptance_register with contacts, 2 times");
}

TEST_P(PdfDoor, the_dossier_is_one_file_of_all_that_can_be_printed)
{
    auto const one = town.ask(town.director, "GET", here + "/documents/acceptance_register.pdf", "");
    auto const all = town.ask(town.director, "GET", here + "/dossier.pdf", "");
    ASSERT_TRUE(all.well()) << all.text;
    EXPECT_TRUE(all.text.starts_with("%PDF-"));
    EXPECT_GT(all.text.size(), one.text.size());
    EXPECT_TRUE(printed().front().starts_with("print dossier"));
}

TEST_P(PdfDoor, who_may_not_read_the_dispute_gets_no_file)
{
    for (auto const* door : {"/documents/acceptance_register.pdf", "/dossier.pdf"}) {
        EXPECT_EQ(town.ask(town.nobody, "GET", here + door, "").status, 401);
        EXPECT_FALSE(town.ask(town.elsewhere, "GET", here + door, "").well());
    }
    EXPECT_TRUE(printed().empty());
}

TEST_P(PdfDoor, what_cannot_be_printed_is_refused_in_words)
{
    auto const early = town.ask(town.director, "GET", here + "/documents/termination_notice.pdf", "");
    ASSERT_FALSE(early.well());
    EXPECT_EQ(early.field("code"), "document.not_yet") << early.text;
    EXPECT_FALSE(town.ask(town.director, "GET", here + "/documents/wallpaper.pdf", "").well());
    EXPECT_FALSE(town.ask(town.director, "GET", here + "/documents/.pdf", "").well());
    auto const fresh = "/disputes/" + text_of(town.well(town.clerk, "POST", "/disputes", Town::request()).at("file").at("id"));
    auto const begun = town.ask(town.clerk, "GET", fresh + "/dossier.pdf", "");
    EXPECT_TRUE(begun.text.starts_with("%PDF-")) << "a dossier begins with the request";
}

TEST(PdfDescription, tells_the_media_type_of_a_file)
{
    auto const document = api::openapi(app::all_rooms());
    auto const& content = document.at("paths").at("/disputes/{dispute}/documents/{form}.pdf").at("get").at("responses").at("200").at("content").as_object();
    EXPECT_TRUE(content.contains("application/pdf"));
    EXPECT_FALSE(content.contains("application/json"));
}

}  // namespace
}  // namespace maple
