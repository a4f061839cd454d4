#include "documents/pdf/binding.hpp"
#include "documents/pdf/testing.hpp"
#include "documents/pdf/type.hpp"
#include "foundation/embedded.hpp"
#include "papers/testing.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <thread>

namespace maple::documents {
namespace {

using testing::bare;
using testing::leaf;
using testing::pages_read;
using testing::read_by;
using testing::samples;
using testing::words_of;

std::string chinese(std::string_view name) { return "样例" + std::string(name) + "，二〇二三年"; }
std::string english(std::string_view name) { return "sample of " + std::string(name) + " 2,023.50"; }
std::string uyghur(std::string_view) { return "خەلق مۇرەسسەسى ئالاقىدار"; }

testing::Sample sample_in(std::string_view language)
{
    return language == "ug" ? uyghur : language == "en" ? english : chinese;
}

std::string filler(int lines)
{
    std::string text;
    for (int i = 0; i < lines; ++i) text += (i ? "\n" : "") + std::string("第") + std::to_string(i + 1) + "句：双方说明了情况。";
    return text;
}

std::size_t count(std::string_view text, std::string_view words)
{
    std::size_t n = 0;
    for (auto at = text.find(words); at != text.npos; at = text.find(words, at + words.size())) ++n;
    return n;
}

struct Read {
    std::string body;                // without the numbers at the feet of the pages and without
    std::string heads_again, feet;   // the heads that a table has again on a new page
};

Read read_again(std::vector<std::string> const& pages, Leaf const& leaf)
{
    Read out;
    std::string whole;
    for (auto const& page : pages) whole += bare(page);
    auto const written = bare(words_of(*leaf.sheet));
    for (std::size_t i = 0; i < pages.size(); ++i) {
        auto text = bare(pages[i]);
        auto const foot = bare(press::page_number_text(leaf.language, int(i) + 1, int(pages.size())));
        EXPECT_TRUE(text.ends_with(foot)) << text;
        text.resize(text.size() - std::min(text.size(), foot.size()));
        out.feet += foot;
        for (auto const& block : leaf.sheet->blocks) {
            std::string head;
            for (auto const& cell : block.head) head += bare(words_of(cell));
            if (i == 0 || head.empty() || !text.starts_with(head) || count(whole, head) <= count(written, head)) continue;
            text.erase(0, head.size());
            out.heads_again += head;
        }
        out.body += text;
    }
    return out;
}

std::string sorted_letters(std::string_view text)
{
    auto const bytes = bare(text);
    std::vector<std::string> letters;
    for (std::size_t i = 0; i < bytes.size();) {
        std::size_t n = 1;
        while (i + n < bytes.size() && (static_cast<unsigned char>(bytes[i + n]) & 0xC0) == 0x80) ++n;
        letters.push_back(bytes.substr(i, n));
        i += n;
    }
    std::sort(letters.begin(), letters.end());
    std::string all;
    for (auto const& letter : letters) all += letter;
    return all;
}

std::string letters_alone(std::string const& text)
{
    std::string out;
    for (auto const& word : bigrams(text)) out += word;
    return out;
}

// --- What is read again -----------------------------------------------------------------

TEST(Pdf, every_word_of_every_template_is_read_again_in_its_order)
{
    int read = 0;
    for (auto const& file : embedded_under("forms/")) {
        if (!file.name.ends_with(".md") || std::count(file.name.begin(), file.name.end(), '/') != 2) continue;
        auto const language = std::string(file.name.substr(6, file.name.find('/', 6) - 6));
        auto const page = leaf(file.body, samples(file.body, sample_in(language)), language);
        auto const file_bytes = bound({page});
        auto const pages = pages_read(file_bytes.bytes);
        EXPECT_EQ(int(pages.size()), file_bytes.numbers.sheets) << file.name;
        auto const raw = read_again(pages, page);
        auto const written = bare(words_of(*page.sheet));
        // Where it changes direction a program reads signs and figures on either side of it.
        if (language == "ug") EXPECT_EQ(letters_alone(raw.body), letters_alone(written)) << file.name;
        else EXPECT_EQ(raw.body, written) << file.name;
        EXPECT_EQ(sorted_letters(read_by("pdftotext -layout", file_bytes.bytes)), sorted_letters(written + raw.feet + raw.heads_again)) << file.name;
        ++read;
    }
    EXPECT_GE(read, 14);
}

constexpr std::string_view uyghur_form = R"(# خەلق مۇرەسسە كېلىشىمنامىسى

> نومۇرى: {{number}}

| ئالاقىدار | ئاساسىي ئەھۋالى |
|---|---|
| {{#parties}}{{side}} | {{name}}؛ تېلېفونى: {{phone}} |

## 1. كۈچى

بۇ كېلىشىم بارلىق ئالاقىدارلار ئىمزا قويغان، تامغا باسقان ياكى بارماق ئىزى باسقان كۈندىن باشلاپ كۈچكە ئىگە بولىدۇ.

---

{{#parties}}{{side}} {{name}} (ئىمزا، تامغا ياكى بارماق ئىزى):

> {{committee}} (تامغا)
)";

TEST(Pdf, uyghur_is_read_from_the_right_and_keeps_its_letters)
{
    auto const page = leaf(uyghur_form, samples(uyghur_form, uyghur), "ug");
    auto const file = bound({page});
    EXPECT_EQ(letters_alone(read_again(pages_read(file.bytes), page).body), letters_alone(bare(words_of(*page.sheet))));
    EXPECT_NE(file.bytes.find("/Lang (ug)"), std::string::npos);
}

// How wide the words of a file are, all together, in points.
double width_of_words(std::string const& file)
{
    auto const boxes = read_by("pdftotext -bbox", file);
    auto const number = [&](std::string_view name, std::size_t at) { return std::strtod(boxes.c_str() + boxes.find(name, at) + name.size(), nullptr); };
    double sum = 0;
    for (auto at = boxes.find("<word "); at != boxes.npos; at = boxes.find("<word ", at + 1)) sum += number("xMax=\"", at) - number("xMin=\"", at);
    return sum;
}

// Kazakh in Arabic letters: the four with a high hamza, and some that only their neighbours shape.
TEST(Pdf, kazakh_is_shaped_from_the_right_and_keeps_its_letters)
{
    constexpr std::string_view words[] = {"ٵكىم", "ٶمىر", "ٷي", "ٸمىت", "ەل", "ىس", "جاڭا", "كەلىسىم", "قازاق"};
    std::string text, apart;
    for (auto const word : words) {
        text += (text.empty() ? "" : " ") + std::string(word);
        apart += apart.empty() ? "" : " ";
        for (std::size_t i = 0; i < word.size(); i += 2) apart += std::string(i ? "\u200C" : "") + std::string(word.substr(i, 2));
    }
    auto const page = [](std::string const& body) { return bound({leaf("# كەلىسىم\n\n{{a}}\n", {{{"a", body}}, {}}, "kk")}).bytes; };
    auto const file = page(text);
    auto const read = bare(read_by("pdftotext -raw -enc UTF-8", file));
    for (auto const word : words) EXPECT_NE(read.find(bare(word)), std::string::npos) << word << " in " << read;
    for (auto const letter : {"ٵ", "ٶ", "ٷ", "ٸ", "ە", "ى", "ڭ"}) EXPECT_NE(text.find(letter), text.npos) << letter << " is in the sample";
    auto const fonts = read_by("pdffonts", file);
    EXPECT_NE(fonts.find("NotoNaskhArabic"), std::string::npos) << fonts;
    EXPECT_NE(file.find("/Lang (kk)"), std::string::npos);
    EXPECT_LT(width_of_words(file), width_of_words(page(apart)) - 10) << "letters that join are narrower than the same ones kept apart";
}

TEST(Pdf, numbers_and_chinese_names_in_uyghur_stay_what_they_are)
{
    auto const page = leaf(uyghur_form, samples(uyghur_form, [](auto) { return "李秀兰 13900000000"; }), "ug");
    auto const text = read_by("pdftotext -layout", pdf({page}));
    EXPECT_NE(text.find("李秀兰 13900000000"), std::string::npos) << text;
}

TEST(Pdf, is_tagged_and_says_its_title_and_language)
{
    auto const file = pdf({leaf("# 协议书\n\n## 一、事实\n\n甲\n\n- 乙\n\n| 项 | 容 |\n|---|---|\n| 丙 | 丁 |\n", {})});
    auto const says = read_by("pdfinfo", file);
    EXPECT_NE(says.find("Title:           协议书"), std::string::npos) << says;
    EXPECT_NE(says.find("Tagged:          yes"), std::string::npos) << says;
    EXPECT_NE(says.find("A4"), std::string::npos) << says;
    EXPECT_EQ(says.find("CreationDate"), std::string::npos) << says;
    EXPECT_NE(file.find("/Lang (zh-CN)"), std::string::npos);
    auto const tree = read_by("pdfinfo -struct-text", file);
    std::size_t at = 0;
    for (auto const* tag : {"Document", "H1", "协议书", "H2", "一、事实", "P (", "甲", "L (", "LI", "乙", "Table", "TH", "TD", "丁"}) {
        at = tree.find(tag, at);
        ASSERT_NE(at, std::string::npos) << tag << "\n" << tree;
    }
}

TEST(Pdf, what_stands_in_the_margins_is_there_when_it_is_given)
{
    auto page = leaf("# 书\n\n甲\n", {});
    page.header = "参考译文";
    page.digest = "0123456789abcdef0123456789abcdef";
    page.verification = "https://bridge.example/check/AB12";
    auto const text = bare(read_by("pdftotext -raw", pdf({page}, {.watermark = "马晓燕 2023年11月20日 打印"})));
    for (auto const* words : {"参考译文", "SHA-256 0123456789abcdef…", "马晓燕 2023年11月20日 打印", "第 1 页 共 1 页"})
        EXPECT_NE(text.find(bare(words)), std::string::npos) << words << "\n" << text;
    EXPECT_NE(read_by("pdfinfo", pdf({page}, {.created = "2023-11-20T09:00:00Z"})).find("CreationDate"), std::string::npos);
}

// --- Pages ------------------------------------------------------------------------------

TEST(Pdf, a_table_of_sixty_rows_repeats_its_head_and_tears_no_row)
{
    Values v;
    for (int i = 0; i < 60; ++i)
        v.sections["rows"].push_back({{{"no", std::to_string(i + 1)}, {"what", "第" + std::to_string(i + 1) + "号始，克拉玛依市克拉玛依区汇福社区的一件事，说得长一些，好占两行。终" + std::to_string(i + 1)}}, {}});
    auto const file = bound({leaf("# 表\n\n| 序号 | 事情 | 备注 |\n|---|---|---|\n| {{#rows}}{{no}} | {{what}} | 无 |\n", v)});
    auto const pages = pages_read(file.bytes);
    ASSERT_GE(pages.size(), 3u);
    for (auto const& page : pages) EXPECT_NE(bare(page).find("序号事情备注"), std::string::npos) << page;
    for (int i = 1; i <= 60; ++i) {
        auto const begins = "第" + std::to_string(i) + "号始", ends = "终" + std::to_string(i) + "无";
        auto const page = std::find_if(pages.begin(), pages.end(), [&](auto const& one) { return bare(one).find(begins) != std::string::npos; });
        ASSERT_NE(page, pages.end()) << i;
        EXPECT_NE(bare(*page).find(ends), std::string::npos) << i;
    }
}

TEST(Pdf, a_row_longer_than_a_page_goes_on_under_a_head)
{
    auto const pages = pages_read(pdf({leaf("# 表\n\n| 项目 | 内容 |\n|---|---|\n| 记录 | {{a}} |\n", {{{"a", filler(120)}}, {}})}));
    ASSERT_GE(pages.size(), 3u);
    for (auto const& page : pages) EXPECT_NE(bare(page).find("项目内容"), std::string::npos);
    EXPECT_NE(bare(pages.back()).find("第120句"), std::string::npos);
}

TEST(Pdf, signatures_never_stand_alone_and_are_never_parted)
{
    constexpr std::string_view form = "# 书\n\n{{facts}}\n\n---\n\n甲（签名）：\n\n乙（签名）：\n\n> 委员会（印章）\n> 某年某月某日\n";
    for (int lines = 18; lines < 32; ++lines) {
        auto const pages = pages_read(pdf({leaf(form, {{{"facts", filler(lines)}}, {}})}));
        int met = 0;
        for (auto const& one : pages) {
            auto const page = bare(one);
            if (page.find("(签名)") == std::string::npos) continue;
            ++met;
            EXPECT_NE(page.find("第" + std::to_string(lines - 1) + "句"), std::string::npos) << lines << ": two lines before them\n" << page;
            EXPECT_NE(page.find("某年某月某日"), std::string::npos) << lines;
        }
        EXPECT_EQ(met, 1) << lines;
    }
}

TEST(Pdf, a_heading_is_followed_and_no_line_of_a_paragraph_is_alone)
{
    std::string sentence;
    for (int i = 0; i < 12; ++i) sentence += "双方就漏水的原因和赔偿的数额分别作了说明。";
    for (int lines = 18; lines < 30; ++lines) {
        auto const pages = pages_read(pdf({leaf("# 书\n\n{{facts}}\n\n## 标题在此\n\n首{{more}}尾\n", {{{"facts", filler(lines)}, {"more", sentence}}, {}})}));
        for (auto const& one : pages) {
            auto const page = bare(one);
            if (page.find("标题在此") == std::string::npos) continue;
            EXPECT_NE(page.find("标题在此首双方就漏水的原因和赔偿的数额分别作了说明。双方就漏水的原因和赔偿"), std::string::npos) << lines << page;
        }
    }
}

TEST(Pdf, more_signatures_than_a_page_holds_go_on_on_the_next_one)
{
    Values v;
    for (int i = 0; i < 50; ++i) v.sections["parties"].push_back({{{"name", "当事人" + std::to_string(i)}}, {}});
    auto const pages = pages_read(pdf({leaf("# 书\n\n前文。\n\n---\n\n{{#parties}}{{name}}（签名）：\n\n> 印章\n", v)}));
    ASSERT_GE(pages.size(), 2u);
    EXPECT_NE(bare(pages.back()).find("当事人49(签名):印章"), std::string::npos) << "no seal without a name";
}

// --- Papers together ----------------------------------------------------------------------

TEST(Pdf, papers_begin_on_pages_of_their_own_and_are_numbered_through)
{
    auto first = leaf("# 甲\n\n{{a}}\n", {{{"a", filler(60)}}, {}});
    auto const second = leaf("# Second\n\nWords.\n", {}, "en");
    auto const third = leaf(uyghur_form, samples(uyghur_form, uyghur), "ug");
    auto const file = bound({first, second, third});
    auto const pages = pages_read(file.bytes);
    EXPECT_EQ(file.numbers, page_numbers({first, second, third}));
    EXPECT_EQ(file.numbers.begins, (std::vector<int>{1, file.numbers.ends[0] + 1, file.numbers.ends[0] + 2}));
    EXPECT_EQ(int(pages.size()), file.numbers.last);
    auto const second_page = pages[std::size_t(file.numbers.begins[1]) - 1];
    EXPECT_NE(second_page.find("Page " + std::to_string(file.numbers.begins[1]) + " of " + std::to_string(file.numbers.last)), std::string::npos) << second_page;
}

TEST(Pdf, a_dossier_has_its_cover_first_and_its_catalogue_tells_the_pages)
{
    std::vector<FilledForm> forms;
    forms.push_back({"back_cover", "# 封底\n\n共{{pages}}页\n", {}});
    forms.push_back({"record", "# 笔录\n\n{{a}}\n", {{{"a", filler(60)}}, {}}, "zh-CN", "共同调解"});
    forms.push_back({"catalogue", "# 目录\n\n| 序号 | 名称 | 起止页 |\n|---|---|---|\n| {{#documents}}{{no}} | {{name}} | {{pages}} |\n", {}});
    forms.push_back({"agreement", "# 协议书\n\n甲\n", {}});
    forms.push_back({"cover", "# 封面\n\n本卷{{pages}}页\n", {}});
    auto const file = bound_dossier(forms);
    auto const pages = pages_read(file.bytes);
    EXPECT_EQ(bare(pages[0]), "封面本卷" + std::to_string(file.numbers.last) + "页") << "a cover has no number";
    auto const record = std::to_string(file.numbers.ends[2]);
    EXPECT_EQ(bare(pages[1]), bare("目录 序号 名称 起止页 1 笔录 共同调解 1–" + record + " 2 协议书 " + std::to_string(file.numbers.last)));
    EXPECT_NE(bare(pages[2]).find("笔录"), std::string::npos);
    EXPECT_NE(pages[2].find("第 1 页"), std::string::npos);
    EXPECT_EQ(bare(pages.back()), "封底共" + std::to_string(file.numbers.last) + "页");
    EXPECT_EQ(file.numbers.sheets, file.numbers.last + 3);
}

TEST(Pdf, a_catalogue_that_lists_the_papers_itself_keeps_what_it_says)
{
    Values catalogue;
    catalogue.sections["documents"] = {{{{"no", "1"}, {"name", "登记表"}, {"made_on", "2023年11月20日"}}, {}}};
    auto const file = bound_dossier({{"catalogue", "# 目录\n\n1. {{#documents}}{{name}} {{made_on}} {{pages}}\n", catalogue}, {"register", "# 表\n\n甲\n", {}}});
    EXPECT_EQ(bare(pages_read(file.bytes)[0]), bare("目录1.登记表2023年11月20日1"));
}

TEST(Pdf, what_was_brought_is_bound_behind_the_forms_and_its_pages_are_counted_on)
{
    Values catalogue;
    for (auto const* row : {"photo", "receipt", "recording"}) catalogue.sections["brought"].push_back({{{"row", row}, {"name", row}, {"pages", ""}}, {}});
    catalogue.sections["brought"].back().texts["pages"] = "另存";
    std::vector<FilledForm> forms;
    forms.push_back({"cover", "# 封面\n\n本卷{{pages}}页\n", {}});
    forms.push_back({"catalogue", "# 目录\n\n| 名称 | 起止页 |\n|---|---|\n| {{#documents}}{{name}} | {{pages}} |\n\n| 材料 | 起止页 |\n|---|---|\n| {{#brought}}{{name}} | {{pages}} |\n", catalogue});
    forms.push_back({"record", "# 笔录\n\n甲\n", {}});
    forms.push_back({"back_cover", "# 封底\n\n共{{pages}}页\n", {}});
    auto const plate = [](int width, int height) { return Plate{width, height, papers::lens::as_jpeg(papers::samples::half_black(width, height))}; };
    std::vector<BroughtPaper> brought{{"photo", "随卷材料1", "zh-CN", {plate(90, 60)}}, {"receipt", "随卷材料2", "zh-CN", {plate(600, 900), plate(600, 900)}}, {"recording", "随卷材料3", "zh-CN", {}}};
    auto const file = bound_dossier(forms, {}, brought);
    EXPECT_EQ(file.numbers.last, 4) << "the record, a photo, a receipt of two pages";
    EXPECT_EQ(file.numbers.sheets, 7);
    auto const pages = pages_read(file.bytes);
    ASSERT_EQ(pages.size(), 7u);
    EXPECT_EQ(bare(pages[0]), "封面本卷4页");
    EXPECT_EQ(bare(pages[1]), bare("目录 名称 起止页 笔录 1 材料 起止页 photo 2 receipt 3–4 recording 另存"));
    EXPECT_NE(pages[4].find("随卷材料2"), std::string::npos) << "told again above each of its pages";
    EXPECT_NE(pages[5].find("第 4 页"), std::string::npos) << pages[5];
    EXPECT_EQ(bare(pages[6]), "封底共4页") << "before the back cover";
    EXPECT_EQ(count(read_by("pdfimages -list", file.bytes), "jpeg"), 3u) << "as they were made, not unpacked";
    EXPECT_EQ(bound_dossier(forms, {}, brought).bytes, file.bytes);
}

TEST(Pdf, equal_papers_give_equal_bytes_on_every_thread)
{
    auto const body = *embedded("forms/zh-CN/agreement.md");
    auto page = leaf(body, samples(body, chinese));
    page.verification = "https://bridge.example/check/AB12";
    auto const once = pdf({page});
    EXPECT_EQ(once, pdf({page}));
    std::vector<std::string> all(6);
    std::vector<std::thread> threads;
    for (auto& one : all) threads.emplace_back([&] { one = pdf({page}); });
    for (auto& thread : threads) thread.join();
    for (auto const& one : all) EXPECT_TRUE(one == once);
}

// --- Values that nobody should have written -------------------------------------------------

TEST(Pdf, no_value_can_break_the_page)
{
    std::string many;
    for (int i = 0; i < 5000; ++i) many += "漏";
    std::string const rude[] = {many, "|", "a|b|c", "<b>fett</b><script>", "](http://example.invalid)", "**x** _y_ `z` # 一",
                                "\u202Egnp.exe", "\u2067\u2066\u2068", "😀👨‍👩‍👧", "", "\n\n\n", "{{number}} {{#parties}}", "\xFF\xFE broken",
                                std::string("a\0b", 3), std::string(5000, 'x'), std::string(40, '\n') + "末", "ئالاقىدار 李 abc 123", "\u0301\u0301\u0301", "\uFDFA\uFDFA"};
    for (auto const* name : {"forms/zh-CN/agreement.md", "forms/en/mediation_record.md"}) {
        auto const body = *embedded(name);
        auto const language = std::string_view(name).substr(6, 2) == "en" ? "en" : "zh-CN";
        auto const plain = leaf(body, samples(body, chinese), language);
        for (auto const& value : rude) {
            // Told at length is told in one place.
            auto const given = [&](std::string_view field) { return value.size() < 5000 || field == "facts" || field == "address" ? value : "短"; };
            auto const page = leaf(body, samples(body, given), language);
            EXPECT_EQ(page.sheet->blocks.size(), plain.sheet->blocks.size());
            auto const file = bound({page});
            auto const pages = pages_read(file.bytes);
            EXPECT_EQ(int(pages.size()), file.numbers.sheets) << value.substr(0, 40);
            for (auto const& text : pages) EXPECT_EQ(text.find("Syntax"), std::string::npos) << value.substr(0, 40);
        }
    }
}

TEST(Pdf, a_value_turns_no_other_words_around)
{
    auto const text = read_by("pdftotext -raw", pdf({leaf("# 书\n\n姓名：{{a}}，金额：100元。\n", {{{"a", "\u202E张三\u2067"}}, {}})}));
    EXPECT_NE(text.find("姓名：张三，金额：100元。"), std::string::npos) << text;
}

TEST(Pdf, markup_in_a_value_is_read_as_it_was_written)
{
    auto const text = bare(read_by("pdftotext -raw", pdf({leaf("# 书\n\n| 甲 | 乙 |\n|---|---|\n| {{a}} | 丙 |\n", {{{"a", "x|y<b>&amp;](z)"}}, {}})})));
    EXPECT_NE(text.find(bare("甲乙x|y<b>&amp;](z)丙")), std::string::npos) << text;
}

TEST(Pdf, a_file_of_no_papers_is_a_fault_of_the_program) { EXPECT_THROW(pdf({}), std::logic_error); }

}  // namespace
}  // namespace maple::documents
