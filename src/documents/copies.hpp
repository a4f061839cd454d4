// The copies of an agreement that parties hold: each bears an address at which whoever holds it can
// ask whether it is registered and what became of it, and a digest of the text by which he can check
// that what stands on his paper is what was signed.
#pragma once
#include "access/desk.hpp"
#include "dispute/dispute.hpp"
#include "documents/table.hpp"

namespace maple::documents {

struct WhichCopy {
    Key dispute{};
    Key agreement{};
};

// The two keys, which tell nothing, and 104 bits of a keyed hash of them: nobody can find another
// agreement from one, or any by trying. No table of tokens that could be read.
std::string copy_token(Vault const&, Key dispute, Key agreement);
// Nothing for a token that this house did not make; a wrong one costs what one costs that is none.
std::optional<WhichCopy> read_copy_token(Vault const&, std::string_view);

// What stands on each page of a copy of the binding text; nothing on other papers and for readers
// to whom the words are not shown.
struct CopyMarks {
    std::string link;    // of the check
    std::string digest;  // its beginning, in groups
};
std::optional<CopyMarks> copy_marks(Desk&, dispute::Dispute const& with_words, FormRow const&, std::optional<Key> subject);

}  // namespace maple::documents
