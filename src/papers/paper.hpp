// What other rooms ask about papers. None of it asks a policy: whoever asks has opened the dispute.
#pragma once
#include "foundation/stream.hpp"
#include "papers/words.hpp"

namespace maple {
struct Desk;
}

namespace maple::papers {

// A paper that may leave the house with the dossier: of visibility `file`, neither withdrawn nor erased.
struct OpenPaper {
    Key id{};
    Kind kind{};
    std::string title;
    Media media{};
    std::string type;    // "image/jpeg"
    std::string ending;  // "jpg"
    std::int64_t size = 0;
    std::string sha256;  // hex, of the bytes as they are kept
    Instant added_at;
    Key session{}, obligation{}, agreement{};
    Key bytes{};
};
// In the order in which they were brought.
std::vector<OpenPaper> open_papers(Desk&, Key dispute);
// Those that are signed papers, scanned or photographed.
std::vector<OpenPaper> signed_papers(Desk&, Key dispute);
// Its plain bytes, piece by piece. Throws when they are gone, and Tampered when they were changed.
Stream bytes_of(Desk&, OpenPaper const&);

}  // namespace maple::papers
