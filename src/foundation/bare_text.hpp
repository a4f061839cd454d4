// A text as two people who copied it by different means would have it in common, so that one can
// be compared with the other by its hash. The rule, in this order; web/src/lib/bareText.ts keeps it
// too, and a test of each holds the same examples:
//   1. Unicode NFKC: full-width letters, digits and most punctuation become narrow, shaped Arabic
//      letters become the plain ones.
//   2. One mark for marks that look alike: 。 and ｡ as '.', 、 as ',', all double quotation marks as
//      '"', single ones as ''', dashes and minus as '-', dots in names as '·'.
//   3. White space, control and format characters (marks of direction, soft hyphens) fall away.
// Letters, digits and their order stay: a changed letter changes the hash.
#pragma once
#include <string>
#include <string_view>

namespace maple {

std::string bare_text(std::string_view);

}  // namespace maple
