// What a person could read in an answer, for whoever looks for a word that must not be there: in a PDF
// the streams are deflated, in a package the files lie one in another, and a search of the bytes would
// find nothing in either.
#pragma once
#include "documents/pdf/testing.hpp"
#include "foundation/sha256.hpp"
#include "foundation/zip.hpp"

#include <map>

namespace maple::testing {

// Without white space and hyphens: a word may be broken over two lines.
inline std::string unbroken(std::string_view text)
{
    auto out = documents::testing::bare(text);
    std::erase(out, '-');
    return out;
}

// A PDF as Poppler reads it, a package unpacked with the names of its files, anything else as it is.
inline std::string read_out(std::string const& bytes)
{
    if (bytes.starts_with("%PDF")) return documents::testing::read_by("pdftotext -enc UTF-8", bytes);
    if (!bytes.starts_with("PK\x03\x04")) return bytes;
    std::string all;
    for (auto const& [name, file] : unzip(bytes)) all += name + "\n" + read_out(file) + "\n";
    return all;
}

class ReadOut {
public:
    explicit ReadOut(std::string const& bytes) : bytes_(bytes)
    {
        if (!bytes.starts_with("%PDF") && !bytes.starts_with("PK\x03\x04")) return;
        static std::map<Digest, std::string> read;  // many people are given the same paper
        auto& text = read[sha256(bytes)];
        if (text.empty()) text = unbroken(read_out(bytes));
        text_ = &text;
    }
    bool tells(std::string_view words) const { return bytes_.find(words) != std::string::npos || (text_ && text_->find(unbroken(words)) != std::string::npos); }

private:
    std::string const& bytes_;
    std::string const* text_ = nullptr;
};

}  // namespace maple::testing
