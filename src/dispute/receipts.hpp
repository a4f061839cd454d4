// A party's receipt: eight characters with which it comes back without an account. The table
// keeps a blind hash of the code and the ledger a hash of that, so that a receipt that nobody
// handed out, changed or took away is found (app/replay_receipts.cpp). A page on the dispute
// tells of a party's first code; what happens to it afterwards has pages of its own, under the
// party's key, and leaves the dispute as it is.
#pragma once
#include "access/desk.hpp"
#include "dispute/dispute.hpp"

namespace maple::dispute {

// What one party may come back with.
struct ReceiptCode {
    Key party{};
    Side side{};
    std::string code;  // 8 characters with a check character, shown once
};
BOOST_DESCRIBE_STRUCT(ReceiptCode, (), (party, side, code))

struct CodeRenewed {
    static constexpr std::string_view deed = "receipt.renewed";
    Key dispute{};
    CodeGiven code;
};
BOOST_DESCRIBE_STRUCT(CodeRenewed, (), (dispute, code))

struct LanguageChosen {
    static constexpr std::string_view deed = "receipt.language_chosen";
    Key dispute{};
    Tongue language{};
};
BOOST_DESCRIBE_STRUCT(LanguageChosen, (), (dispute, language))

// The kind of the pages under a party's key.
inline constexpr std::string_view receipt_pages = "receipt";

struct ReceiptRow {
    std::string code_blind;
    Key dispute{};
    Key party{};
    Tongue language{};
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(ReceiptRow, (), (code_blind, dispute, party, language, made_at))

struct FreshCode {
    std::string code;
    ReceiptRow row;
};
FreshCode fresh_code(Desk&, Key dispute, Key party, Tongue);
std::string blind_of_code(Desk const&, std::string_view code);
std::string mark_of(std::string_view code_blind);

// A lost code is replaced; the one before is void at once.
ReceiptCode renew_code(Desk&, Dispute const&, Key party);
// The language that a party has chosen, on its receipt; the file tells it to who mediates.
void choose_language(Desk&, Key dispute, Key party, Tongue);

}  // namespace maple::dispute
