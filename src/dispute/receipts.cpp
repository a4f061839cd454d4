#include "dispute/receipts.hpp"
#include "access/journal.hpp"
#include "foundation/receipt_code.hpp"
#include "foundation/sha256.hpp"
#include "storage/insert.hpp"

namespace maple::dispute {
namespace {

template <class E> void write_page(Desk& desk, Key party, E const& event)
{
    auto const n = sql::cell<std::int64_t>(desk.sql, "SELECT max(n) FROM page WHERE subject = $1", party).value_or(0) + 1;
    access::write_ledger(desk, {{receipt_pages, party, n, std::string(E::deed), desk.now, access::PageBody::of(event)}}, {});
}

}  // namespace

std::string blind_of_code(Desk const& desk, std::string_view code) { return desk.house.vault.blind("receipt/" + std::string(code)); }

std::string mark_of(std::string_view code_blind) { return hex(sha256(code_blind)); }

FreshCode fresh_code(Desk& desk, Key dispute, Key party, Tongue language)
{
    auto code = make_receipt_code();
    auto blind = blind_of_code(desk, code);
    return {std::move(code), {std::move(blind), dispute, party, language, desk.now}};
}

ReceiptCode renew_code(Desk& desk, Dispute const& d, Key id)
{
    auto const* one = party(d, id);
    if (!one) throw Refused(refuse(Because::not_found, "party.unknown"));
    auto fresh = fresh_code(desk, d.id, id, one->language);
    sql::change(desk.sql, "DELETE FROM receipt WHERE dispute = $1 AND party = $2", d.id, id);
    sql::insert(desk.sql, "receipt", fresh.row);
    write_page(desk, id, CodeRenewed{d.id, {id, one->language, mark_of(fresh.row.code_blind)}});
    return {id, one->side, std::move(fresh.code)};
}

void choose_language(Desk& desk, Key dispute, Key party, Tongue language)
{
    if (sql::change(desk.sql, "UPDATE receipt SET language = $3 WHERE dispute = $1 AND party = $2 AND language <> $3", dispute, party, language) == 0) return;
    write_page(desk, party, LanguageChosen{dispute, language});
}

}  // namespace maple::dispute
