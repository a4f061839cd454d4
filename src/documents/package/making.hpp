// Making a package: every form as a PDF file in Chinese, what was brought as it is kept, a letter with
// the list, the manifest and the sums.
#pragma once
#include "access/desk.hpp"
#include "documents/package/bundle.hpp"
#include "documents/package/open_form.hpp"
#include "papers/paper.hpp"

namespace maple::documents {

// A form, or a paper that somebody brought.
struct Packed {
    std::optional<OpenForm> form;
    std::optional<papers::OpenPaper> paper;
};

struct Draft {
    Key id{};
    PackageKind kind{};
    std::string to, reference;  // the body's name, and its own number for the dispute
    std::string basis, reason;
    std::vector<Key> consented;
    std::vector<Packed> papers;
};

struct MadePackage {
    std::vector<ZippedFile> files;
    std::vector<PackagePart> parts;  // in the order of the files
    std::string hash;
};

// The binding text is Chinese, whoever asks.
Desk in_chinese(Desk const& asked);

// Refuses: document.not_yet for a form that cannot be made out now; package.too_large.
MadePackage make_package(Desk&, Dispute const&, Draft const&);

// Keeps the parts; those that were brought lie where they lay.
void keep_package(Desk&, PackageSent const&, MadePackage const&, PackageRow const&);

// The same file again. Refuses: package.source_gone or package.source_changed, naming the part.
std::string package_again(Desk&, PackageSent const&);

}  // namespace maple::documents
