#include "papers/lens/apart.hpp"
#include "papers/pages.hpp"
#include "papers/lens/media.hpp"
#include "papers/lens/pdf.hpp"
#include "papers/lens/pictures.hpp"
#include "papers/testing.hpp"

#include <gtest/gtest.h>
#include <webp/encode.h>

namespace maple::papers {
namespace {

using namespace samples;

std::string said(Result<Media> const& media) { return media ? boost::describe::enum_to_string(media.value(), "?") : media.error().code; }

std::string webp(bool extended)
{
    auto const picture = half_black();
    std::uint8_t* bytes = nullptr;
    auto const size = WebPEncodeRGB(reinterpret_cast<std::uint8_t const*>(picture.rows.data()), picture.width, picture.height, picture.width * 3, 80, &bytes);
    std::string plain(reinterpret_cast<char const*>(bytes), size);
    WebPFree(bytes);
    if (!extended) return plain;
    auto const head = "\x0C\0\0\0"s + lens::as_little(59, 3) + lens::as_little(39, 3);
    return riff("WEBP", riff_chunk("VP8X", head) + plain.substr(12) + riff_chunk("EXIF", lens::exif_of(6) + hidden) + riff_chunk("XMP ", hidden));
}

TEST(Lens, a_file_is_what_it_holds)
{
    EXPECT_EQ(said(lens::media_of(jpeg())), "jpeg");
    EXPECT_EQ(said(lens::media_of(png())), "png");
    EXPECT_EQ(said(lens::media_of(webp(false))), "webp");
    EXPECT_EQ(said(lens::media_of(gif())), "gif");
    EXPECT_EQ(said(lens::media_of(pdf())), "pdf");
    EXPECT_EQ(said(lens::media_of("\xEF\xBB\xBF" + pdf())), "pdf");
    EXPECT_EQ(said(lens::media_of(wav())), "wav");
    EXPECT_EQ(said(lens::media_of(amr("x"))), "amr");
    EXPECT_EQ(said(lens::media_of(mp3())), "mp3");
    EXPECT_EQ(said(lens::media_of(m4a())), "mp4");
    EXPECT_EQ(said(lens::media_of(opus())), "ogg");
    EXPECT_EQ(said(lens::media_of(webm())), "webm");
    auto const adts = "\xFF\xF1\x50\x80\x02\x1F\xFC"s + std::string(9, 'x');
    EXPECT_EQ(said(lens::media_of(adts + adts)), "aac");
}

TEST(Lens, what_is_not_taken_in_is_refused_with_a_reason)
{
    EXPECT_EQ(said(lens::media_of("")), "papers.empty");
    EXPECT_EQ(said(lens::media_of("<html><script>alert(1)</script>")), "papers.unknown_type");
    EXPECT_EQ(said(lens::media_of("<svg xmlns='http://www.w3.org/2000/svg'/>")), "papers.unknown_type");
    EXPECT_EQ(said(lens::media_of("PK\x03\x04 a document")), "papers.unknown_type");
    EXPECT_EQ(said(lens::media_of("MZ\x90")), "papers.unknown_type");
    EXPECT_EQ(said(lens::media_of("hello %PDF-1.4")), "papers.unknown_type");
    EXPECT_EQ(said(lens::media_of("\xFF\xFB\x90\x64 one frame that is none")), "papers.unknown_type");
    EXPECT_EQ(said(lens::media_of(m4a("vide"))), "papers.film");
    EXPECT_EQ(said(lens::media_of(webm("V_VP9"))), "papers.film");
    EXPECT_EQ(said(lens::media_of(riff("AVI ", "x"))), "papers.film");
    EXPECT_EQ(said(lens::media_of(box("ftyp", "heic\0\0\0\0mif1"s))), "papers.heic");
}

TEST(Lens, nothing_is_left_of_where_and_by_whom_it_was_made)
{
    auto const gone = [](Media media, std::string const& file) {
        auto const clean = lens::cleaned(media, file);
        ASSERT_TRUE(clean) << boost::describe::enum_to_string(media, "?");
        auto const text = clean.value().all();
        EXPECT_EQ(text.find(hidden), text.npos) << boost::describe::enum_to_string(media, "?");
        EXPECT_EQ(text.find(gps), text.npos);
        EXPECT_EQ(text.size(), clean.value().size());
        EXPECT_EQ(said(lens::media_of(text)), boost::describe::enum_to_string(media, "?")) << "and it is still what it was";
        auto const again = lens::cleaned(media, text);
        ASSERT_TRUE(again);
        EXPECT_EQ(again.value().all(), text) << "cleaning twice takes nothing more";
    };
    gone(Media::jpeg, jpeg(6));
    gone(Media::png, png());
    gone(Media::webp, webp(true));
    gone(Media::gif, gif());
    gone(Media::wav, wav());
    gone(Media::mp3, mp3());
    gone(Media::mp4, m4a());
    gone(Media::ogg, opus());
    gone(Media::ogg, vorbis());
    gone(Media::ogg, speex());
    gone(Media::webm, webm());
}

TEST(Lens, the_time_of_recording_is_forgotten_in_the_boxes_too)
{
    auto const text = lens::cleaned(Media::mp4, m4a()).value().all();
    EXPECT_EQ(text.find("\xDE\xAD\xBE\xEF"), text.npos);
    EXPECT_EQ(text.size(), m4a().size()) << "places in the file stay what they were";
}

TEST(Lens, a_recording_of_a_browser_tells_no_day_and_no_program)
{
    auto const text = lens::cleaned(Media::webm, webm()).value().all();
    for (auto const* telling : {"\xDE\xAD\xBE\xEF", "phon"}) EXPECT_EQ(text.find(telling), text.npos);
    EXPECT_NE(text.find("\x2A\xD7\xB1\x83\x0F\x42\x40"), text.npos) << "how long a tick is, is needed";
    EXPECT_EQ(text.size(), webm().size()) << "places in the file stay what they were";
}

TEST(Lens, a_picture_keeps_its_direction)
{
    for (int turn = 1; turn <= 8; ++turn) {
        auto const file = jpeg(turn);  // outlives its pieces
        auto const clean = lens::cleaned(Media::jpeg, file).value();
        EXPECT_EQ(clean.turn, turn);
        EXPECT_EQ(lens::cleaned(Media::jpeg, clean.all()).value().turn, turn) << "a browser still turns it";
    }
    EXPECT_EQ(lens::cleaned(Media::webp, webp(true)).value().turn, 6);
    auto const plain = lens::cleaned(Media::jpeg, jpeg(1)).value().all();
    EXPECT_EQ(plain.find("Exif"), plain.npos) << "upright needs no word";
}

// Where the black half of a picture lies: 'l', 'r', 't' or 'b'.
char black_side(lens::Picture const& picture)
{
    auto const dark = [&](int x, int y) { return static_cast<unsigned char>(picture.rows[(std::size_t(y) * std::size_t(picture.width) + std::size_t(x)) * 3]) < 128; };
    int const right = picture.width - 2, bottom = picture.height - 2;
    return dark(1, 1) && dark(1, bottom) ? 'l' : dark(right, 1) && dark(right, bottom) ? 'r' : dark(1, 1) && dark(right, 1) ? 't' : 'b';
}

TEST(Lens, a_small_picture_is_turned_as_it_is_to_be_looked_at)
{
    auto const picture = half_black();
    std::string sides;
    for (int turn = 1; turn <= 8; ++turn) sides += black_side(lens::turned(picture, turn));
    EXPECT_EQ(sides, "lrrlttbb");
    EXPECT_EQ(lens::turned(picture, 6).width, picture.height);
}

TEST(Lens, a_picture_becomes_small)
{
    auto const small = lens::small_picture(Media::jpeg, jpeg(1, 3000, 2000)).value();
    EXPECT_EQ(small.width, lens::thumbnail_side);
    EXPECT_EQ(small.height, 320);
    EXPECT_EQ(black_side(small), 'l');
    EXPECT_EQ(lens::small_picture(Media::png, png()).value().width, 30) << "and a small one stays as it is";
    EXPECT_EQ(lens::small_picture(Media::webp, webp(false)).value().width, 60);
    EXPECT_EQ(lens::small_picture(Media::gif, gif()).value().width, 2);
}

template <class T> std::string refused(Result<T> const& result) { return result ? "" : result.error().code; }

TEST(Lens, a_picture_that_is_cut_off_is_refused)
{
    auto const whole = lens::cleaned(Media::jpeg, jpeg(1, 600, 400)).value().all();
    auto const cut = whole.substr(0, whole.size() * 2 / 3);
    EXPECT_EQ(refused(lens::cleaned(Media::jpeg, cut)), "papers.broken");
    EXPECT_EQ(refused(lens::small_picture(Media::jpeg, cut + "\xFF\xD9")), "papers.broken") << "an end that was put there by hand does not help";
    EXPECT_EQ(refused(lens::small_picture(Media::png, png().substr(0, png().size() / 2))), "papers.broken");
    EXPECT_EQ(refused(lens::small_picture(Media::webp, webp(false).substr(0, 60))), "papers.broken");
    EXPECT_EQ(refused(lens::cleaned(Media::gif, gif().substr(0, 25))), "papers.broken");
    EXPECT_EQ(refused(lens::cleaned(Media::wav, riff("WAVE", "data"))), "papers.broken");
    EXPECT_EQ(refused(lens::cleaned(Media::png, "\x89PNG\r\n\x1A\n\x7F\xFF\xFF\xFFIDAT"s)), "papers.broken");
}

TEST(Lens, a_picture_that_would_fill_the_memory_is_refused)
{
    EXPECT_EQ(refused(lens::small_picture(Media::png, png(1, 1, 29'000, 29'000))), "papers.too_many_points");
    EXPECT_EQ(refused(lens::small_picture(Media::png, png(1, 1, 1, 2'000'000))), "papers.broken") << "longer than any side may be";
    EXPECT_EQ(refused(lens::checked_size(30'001, 1, false)), "papers.too_many_points");
    EXPECT_EQ(refused(lens::checked_size(12'000, 9'000, false)), "");
    EXPECT_EQ(refused(lens::checked_size(12'000, 9'000, true)), "papers.too_many_points");
    EXPECT_EQ(refused(lens::checked_size(0, 10, false)), "papers.broken");
}

TEST(Lens, only_the_comments_of_a_sound_are_emptied)
{
    auto const text = lens::cleaned(Media::ogg, vorbis()).value().all();
    EXPECT_NE(text.find(set_up), text.npos) << "what stands on the same page";
    auto const three = std::size_t(3 * 255);
    auto goes_on = ogg_page(1, "OpusTags" + comments(std::string(three - 25, 'x')));
    goes_on.erase(26 + 1 + 3, 1);
    goes_on[26] = 3;
    EXPECT_EQ(refused(lens::cleaned(Media::ogg, ogg_page(0, "OpusHead") + goes_on + ogg_page(2, "more of them"))), "papers.broken") << "pictures, hidden among words";
}

TEST(Lens, moving_pictures_are_refused)
{
    EXPECT_EQ(refused(lens::cleaned(Media::gif, gif(true))), "papers.moving_picture");
    EXPECT_EQ(refused(lens::cleaned(Media::webp, riff("WEBP", riff_chunk("ANIM", "123456")))), "papers.moving_picture");
    EXPECT_EQ(refused(lens::cleaned(Media::png, "\x89PNG\r\n\x1A\n"s + png_chunk("acTL", "12345678"))), "papers.moving_picture");
}

TEST(Lens, a_pdf_that_does_more_than_show_pages_is_known)
{
    EXPECT_FALSE(lens::is_active_pdf(pdf()));
    for (auto const* more : {"/OpenAction<</S/JavaScript/JS(app.alert(1))>>", "/Names<</EmbeddedFiles 5 0 R>>/x<</Type/EmbeddedFile>>", "/A<</S/Launch/F(x)>>", "/AcroForm<</XFA 5 0 R>>",
                             "/OpenAction<</S/Java#53cript>>"})
        EXPECT_TRUE(lens::is_active_pdf(pdf(more))) << more;
    auto const packed = deflated("1 0 <</S/JavaScript/JS(x)>>");
    EXPECT_TRUE(lens::is_active_pdf(pdf() + "9 0 obj<</Type/ObjStm/Length " + std::to_string(packed.size()) + ">>stream\r\n" + packed + "\nendstream"));
    EXPECT_FALSE(lens::is_active_pdf(pdf() + "9 0 obj<</Type/ObjStm>>stream\n" + deflated("1 0 <</S/Page>>") + "\nendstream"));
    EXPECT_TRUE(lens::is_active_pdf(pdf() + "9 0 obj<</Type/ObjStm>>stream\nnothing that unpacks\nendstream")) << "of which nobody can say";
    EXPECT_TRUE(lens::is_active_pdf(pdf() + "/ABCDEFGHIJKLM#4eO")) << "a name of sixteen";
    EXPECT_FALSE(lens::is_active_pdf(pdf() + "/ABCDEFGHIJKLMNOP#4eQ")) << "none of those that act is so long";
}

// A hundred times as much to read takes about a hundred times as long, and not ten thousand times: an
// hour here, if every mark were looked for from the beginning.
TEST(Lens, a_pdf_made_to_be_slow_is_read_once)
{
    std::string marks, names;
    for (int n = 0; n < 2'000'000; ++n) marks += "#";
    for (int n = 0; n < 500'000; ++n) names += "/ObjStm ";
    EXPECT_FALSE(lens::is_active_pdf(pdf() + marks));
    EXPECT_FALSE(lens::is_active_pdf(pdf() + names + std::string(8'000'000, ' ') + "stream\n" + deflated("1 0 <</S/Page>>") + "\nendstream"));
}

TEST(Lens, the_first_page_of_a_pdf_is_drawn)
{
    auto const page = lens::first_page(pdf());
    ASSERT_TRUE(page);
    ASSERT_TRUE(page.value());
    EXPECT_EQ(page.value()->height, lens::thumbnail_side);
    EXPECT_EQ(refused(lens::first_page("%PDF-1.4\nno pages at all")), "papers.broken");
}

std::string pdf_of(int pages)
{
    std::string kids, all;
    for (int n = 0; n < pages; ++n) {
        kids += std::to_string(3 + n) + " 0 R ";
        all += std::to_string(3 + n) + " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>endobj\n";
    }
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages) + ">>endobj\n" + all +
           "trailer<</Root 1 0 R>>\n%%EOF\n";
}

TEST(Lens, a_paper_becomes_pages_to_be_bound_or_none)
{
    auto const sizes = [](Media media, std::string const& bytes, int most = 9) {
        std::string told;
        for (auto const& page : page_pictures(media, bytes, most)) told += std::to_string(page.width) + "x" + std::to_string(page.height) + (page.jpeg.starts_with("\xFF\xD8") ? " " : "? ");
        return told;
    };
    EXPECT_EQ(sizes(Media::jpeg, samples::jpeg(1, 60, 40)), "60x40 ") << "what is small stays as it is";
    EXPECT_EQ(sizes(Media::jpeg, samples::jpeg(6, 60, 40)), "40x60 ") << "as it is to be looked at";
    EXPECT_EQ(sizes(Media::jpeg, samples::jpeg(1, 4000, 2000)), "1754x877 ");
    EXPECT_EQ(sizes(Media::png, samples::png()), "30x20 ");
    EXPECT_EQ(sizes(Media::pdf, pdf_of(3)), "1169x1754 1169x1754 1169x1754 ");
    EXPECT_EQ(sizes(Media::pdf, pdf_of(3), 2), "") << "whole or not at all";
    EXPECT_EQ(sizes(Media::pdf, "%PDF-1.4 nothing"), "");
    EXPECT_EQ(sizes(Media::jpeg, samples::jpeg().substr(0, 200)), "");
    EXPECT_EQ(sizes(Media::mp3, samples::mp3()), "") << "a recording has no pages";
}

TEST(Lens, who_breaks_while_looking_breaks_nothing_else)
{
    EXPECT_EQ(lens::apart([] { return "seen"s; }), "seen");
    EXPECT_EQ(lens::apart([] { return std::string(300'000, 'x'); })->size(), 300'000u);
    EXPECT_FALSE(lens::apart([]() -> std::string { std::abort(); }));
    EXPECT_FALSE(lens::apart([]() -> std::string { throw std::runtime_error("no"); }));
#ifndef __SANITIZE_ADDRESS__
    EXPECT_FALSE(lens::apart([]() -> std::string { return std::string(std::size_t(3) << 30, 'x').substr(0, 1); })) << "nor takes the memory of all";
#endif
}

}  // namespace
}  // namespace maple::papers
