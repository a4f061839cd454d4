#include "app/findings.hpp"
#include "access/salts.hpp"

namespace maple::app {
namespace {

struct TextRow {
    Key id{};
    Key subject{};
    std::string label;
    std::string secrecy;
    std::optional<std::string> body;
    std::optional<sql::Bytes> salt;
    std::optional<Instant> erased_at;
};
BOOST_DESCRIBE_STRUCT(TextRow, (), (id, subject, label, secrecy, body, salt, erased_at))

}  // namespace

void TextsReplay::read_rows()
{
    auto const compartments = access::Compartments::all(sql_, vault_);
    Key last{};
    for (;;) {
        auto const rows = sql::all<TextRow>(sql_, R"(
            SELECT id, subject, label, secrecy, body, salt, erased_at FROM words WHERE id > $1 ORDER BY id LIMIT 5000)", last);
        for (auto const& row : rows) {
            last = row.id;
            ++found_.out.texts;
            auto& beside = found_.texts[row.id.n];
            beside.subject = row.subject;
            beside.label = row.label;
            if (row.erased_at) {
                ++found_.out.erased;
                erased_.insert(row.id.n);
                if (row.body || row.salt) found_.differs("words", row.id, "the text is said to be erased and is still there");
                continue;
            }
            if (!row.body || !row.salt) {
                found_.differs("words", row.id, "the text is gone and nobody erased it");
                continue;
            }
            if (!boost::describe::enum_from_string(row.secrecy.c_str(), beside.secrecy)) {
                found_.differs("words", row.id, "is kept in a way that nobody knows");
                continue;
            }
            try {
                bool const open = beside.secrecy == access::Secrecy::open;
                auto const place = access::bound_to(row.id, beside.secrecy);
                auto const text = open                              ? *row.body
                                  : access::in_compartment(*row.body) ? compartments.open(*row.body, place)
                                                                      : vault_.unseal(*row.body, place);
                beside.salt = access::open_salt(vault_, compartments, row.id, beside.secrecy, row.salt->data);
                if (!open && access::salt_is_open(row.salt->data)) found_.differs("words", row.id, "its salt lies in clear, so that the text can be guessed");
                beside.hash = access::hash_of_words(beside.salt, row.label, beside.secrecy, text);
            } catch (Tampered const& bad) {
                found_.differs("words", row.id, bad.what());
            }
        }
        if (rows.empty()) return;
    }
}

void TextsReplay::hear(access::Page const& page)
{
    if (page.deed == access::WordsErased::deed && page.kind == access::WordsErased::kind) {
        for (auto const words : from_record<access::WordsErased>(page.body).words) lawfully_erased_.insert(words.n);
        return;
    }
    for (auto const& kept : access::kept_on(page)) told_.try_emplace(kept.id.n, Told{kept.hash, page.kind, page.subject});
}

void TextsReplay::compare()
{
    for (auto const& [id, told] : told_) {
        auto const which = "the text beside " + told.kind + " " + shown(told.subject);
        auto const known = found_.texts.find(id);
        if (known == found_.texts.end()) found_.differs("words", Key{id}, which + " is missing");
        else if (known->second.subject != told.subject) found_.differs("words", Key{id}, which + " lies beside another one");
        else if (!known->second.hash.empty() && known->second.hash != told.hash)
            found_.differs("words", Key{id}, which + " is not the one that its page tells of");
    }
    for (auto const& [id, beside] : found_.texts)
        if (!told_.contains(id)) found_.differs("words", Key{id}, "no page tells of this text");
    for (auto const id : erased_)
        if (!lawfully_erased_.contains(id)) found_.differs("words", Key{id}, "the text was erased, and no page says by which law");
    for (auto const id : lawfully_erased_)
        if (!erased_.contains(id)) found_.differs("words", Key{id}, "a page tells that the text was erased, and it was not");
}

}  // namespace maple::app
