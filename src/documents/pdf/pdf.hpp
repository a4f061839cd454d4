// Forms as PDF, for the archive and for paper (Pango shapes, Cairo draws; neither paginates:
// pages.hpp does). Facts in, bytes out: equal papers give equal bytes, so that a hash of a
// file can be kept. Any thread may print at any time.
#pragma once
#include "documents/paper.hpp"

#include <memory>

namespace maple::documents {

// A page of what somebody brought: a picture that the house has made of it.
struct Plate {
    int width = 0, height = 0;  // points
    std::string jpeg;
};

// One paper of a file: a form in one language, that begins on a page of its own; or plates, a page each.
struct Leaf {
    std::shared_ptr<Sheet const> sheet;  // none: plates
    std::string language = "zh-CN";   // "zh-CN", "en", "ug" or "kk"; the last two from right to left
    std::string header = {};          // above every page of it: "参考译文"
    std::string verification = {};    // what the QR code at its foot says; none when empty
    std::string digest = {};          // SHA-256 in hexadecimal; its beginning stands at the foot. Of a text, as it stands there
    bool numbered = true;             // false: covers and catalogues, which no page number counts
    std::vector<Plate> plates = {};
};

struct PdfOptions {
    std::string title = {};      // of the file; that of the first paper when empty
    std::string watermark = {};  // on every page of a copy for the desk: who printed it, when
    std::string created = {};    // "2026-11-27T09:30:00Z"; nothing when empty
};

// What is on which page, numbers as they are printed: the papers' first pages (0 for one that
// is not numbered) and the last number of all.
struct PageNumbers {
    std::vector<int> begins, ends;  // for each leaf
    int last = 0;
    int sheets = 0;                 // pages of the file, with those that are not numbered

    bool operator==(PageNumbers const&) const = default;
};

struct BoundPdf {
    std::string bytes;
    PageNumbers numbers;
};

// Papers bound one after the other, with page numbers through the whole.
BoundPdf bound(std::vector<Leaf> const&, PdfOptions const& = {});
std::string pdf(std::vector<Leaf> const&, PdfOptions const& = {});

// Where each paper would begin, without drawing anything: for the catalogue of a dossier, which
// is one of the papers itself.
PageNumbers page_numbers(std::vector<Leaf> const&);

}  // namespace maple::documents
