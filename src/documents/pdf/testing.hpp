// For tests: templates filled with samples, and files read again by Poppler, as anybody would.
#pragma once
#include "documents/pdf/pdf.hpp"
#include "foundation/chinese_text.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <unistd.h>

namespace maple::documents::testing {

using Sample = std::function<std::string(std::string_view name)>;

// Every value that a template asks for, and two parts of every section.
inline Values samples(std::string_view markdown, Sample const& sample)
{
    Values v;
    std::vector<std::string> sections;
    for (auto at = markdown.find("{{"); at != markdown.npos; at = markdown.find("{{", at + 2)) {
        auto name = std::string(markdown.substr(at + 2, markdown.find("}}", at) - at - 2));
        if (name.starts_with('#')) sections.push_back(name.substr(1));
        else v.texts[name] = sample(name);
    }
    for (auto const& section : sections) v.sections[section] = {Values{v.texts, {}}, Values{v.texts, {}}};
    return v;
}

inline Leaf leaf(std::string_view markdown, Values const& values, std::string language = "zh-CN")
{
    return {std::make_shared<Sheet const>(sheet(markdown, values)), std::move(language)};
}

// What a program of Poppler says of a file.
inline std::string read_by(std::string const& program, std::string const& bytes)
{
    auto const path = std::filesystem::temp_directory_path() / ("maple-pdf-" + std::to_string(::getpid()) + ".pdf");
    std::ofstream(path, std::ios::binary) << bytes;
    std::string said;
    std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen((program + " " + path.string() + (program.starts_with("pdftotext") ? " -" : "") + " 2>&1").c_str(), "r"), pclose);
    std::array<char, 4096> part;
    while (auto const n = std::fread(part.data(), 1, part.size(), pipe.get())) said.append(part.data(), n);
    std::filesystem::remove(path);
    return said;
}

inline std::vector<std::string> pages_read(std::string const& bytes, std::string const& how = "-raw")
{
    std::vector<std::string> pages;
    auto const text = read_by("pdftotext " + how, bytes);
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find('\f', at), text.size());
        pages.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return pages;
}

// Without white space and marks of direction, in one form of every letter: what is left is what
// was written.
inline std::string bare(std::string_view text)
{
    std::string out;
    auto const one = folded(text);
    auto const dropped = [&](std::string_view mark, std::size_t at) { return std::string_view(one).substr(at).starts_with(mark); };
    for (std::size_t i = 0; i < one.size();) {
        std::size_t skip = 0;
        for (std::string_view const mark : {" ", "\n", "\f", "\t", "\r", "\u3000", "\u00A0", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u200E", "\u200F",
                                            "\u2066", "\u2067", "\u2068", "\u2069"})
            if (dropped(mark, i)) skip = mark.size();
        if (!skip) out += one[i++];
        i += skip;
    }
    return out;
}

// --- What a form says, in the order of reading ------------------------------------------

inline std::string words_of(Phrase const& phrase)
{
    std::string text;
    for (auto const& words : phrase) text += words.text + words_of(words.within);
    return text;
}

inline std::string words_of(Block const& block)
{
    auto text = words_of(block.words);
    int n = 0;
    for (auto const& part : block.parts) {
        if (block.kind == Block::Kind::list) text += block.ordered ? std::to_string(++n) + "." : "•";
        text += words_of(part);
    }
    for (auto const& cell : block.head) text += words_of(cell);
    for (auto const& row : block.rows)
        for (auto const& cell : row) text += words_of(cell);
    return text;
}

inline std::string words_of(Sheet const& sheet)
{
    auto text = sheet.title;
    for (auto const& block : sheet.blocks) text += words_of(block);
    return text;
}

}  // namespace maple::documents::testing
