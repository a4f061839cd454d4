#include "app/findings.hpp"

namespace maple::app {
namespace {

// The language as the word that it is in the table: a word that nobody knows is a difference
// and not the end of the reading.
struct ReceiptRow {
    std::string code_blind;
    Key dispute{};
    Key party{};
    std::string language;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(ReceiptRow, (), (code_blind, dispute, party, language, made_at))

// What the pages of a dispute say of codes, whatever else they tell.
struct Codes {
    std::vector<dispute::CodeGiven> codes;
};
BOOST_DESCRIBE_STRUCT(Codes, (), (codes))

}  // namespace

void ReceiptsReplay::hear(access::Page const& page)
{
    if (page.kind == dispute::receipt_pages) return hear_of_receipt(page);
    if (page.kind != "dispute") return;
    for (auto const& given : from_record<Codes>(page.body).codes)
        first_[given.party] = {page.subject, given.mark, given.language, page.recorded};
}

void ReceiptsReplay::hear_of_receipt(access::Page const& page)
{
    auto& pages = later_[page.subject];
    if (page.n != std::int64_t(pages.size()) + 1) found_.differs("page", page.id, "the pages of receipt " + shown(page.subject) + " have a gap");
    pages.push_back(page);
}

std::map<Key, ReceiptsReplay::Receipt> ReceiptsReplay::expected() const
{
    auto receipts = first_;
    for (auto const& [party, pages] : later_)
        for (auto const& page : pages) {
            auto& receipt = receipts[party];
            if (page.deed == dispute::CodeRenewed::deed) {
                auto const renewed = from_record<dispute::CodeRenewed>(page.body);
                receipt = {renewed.dispute, renewed.code.mark, renewed.code.language, page.recorded};
            } else if (page.deed == dispute::LanguageChosen::deed) {
                receipt.language = from_record<dispute::LanguageChosen>(page.body).language;
            } else {
                found_.differs("page", page.id, "tells of a deed that cannot happen here: " + page.deed);
            }
        }
    return receipts;
}

void ReceiptsReplay::compare()
{
    auto told = expected();
    std::set<Key> met;
    for (auto const& row : sql::all<ReceiptRow>(sql_, "SELECT code_blind, dispute, party, language, made_at FROM receipt ORDER BY party")) {
        ++found_.out.receipts;
        auto const differs = [&](std::string says) { found_.differs("receipt", row.party, std::move(says)); };
        auto const known = told.find(row.party);
        if (known == told.end() || !met.insert(row.party).second) {
            differs("has a row but no pages");
            continue;
        }
        auto const& receipt = known->second;
        auto const same = [&](std::string_view column, bool alike) {
            if (!alike) differs("column " + std::string(column) + " is not what the pages tell");
        };
        same("code_blind", receipt.mark == dispute::mark_of(row.code_blind));
        same("dispute", receipt.dispute == row.dispute);
        same("language", row.language == boost::describe::enum_to_string(receipt.language, "?"));
        same("made_at", receipt.made_at == row.made_at);
    }
    for (auto const& [party, receipt] : told)
        if (!met.contains(party)) found_.differs("receipt", party, "is told of by pages and has no row");
}

}  // namespace maple::app
