#include "access/journal.hpp"
#include "access/salts.hpp"
#include "foundation/canonical_json.hpp"
#include "foundation/merkle.hpp"
#include "foundation/random_token.hpp"
#include "foundation/sha256.hpp"

namespace maple::access {
namespace {

// A page as it stands in the ledger.
struct Sheet {
    Key account{};
    PageBody body;
    std::string deed;
    Instant happened;
    std::string kind;
    std::int64_t n = 0;
    Key person{};
    Instant recorded;
    Key subject{};
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (account, body, deed, happened, kind, n, person, recorded, subject))

std::string page_text(Desk const& desk, PageToWrite const& page)
{
    return record_text(Sheet{desk.caller.account, page.body, page.deed, page.happened, std::string(page.kind), page.n, desk.caller.person,
                             desk.now, page.subject}, Order::canonical);
}

std::string body_of(Desk const& desk, WordsToKeep const& words)
{
    if (words.secrecy == Secrecy::open) return words.text;
    if (words.compartment) return put_into(*words.compartment, words.text, bound_to(words.kept.id, words.secrecy));
    return desk.house.vault.seal(words.text, bound_to(words.kept.id, words.secrecy));
}

}  // namespace

PageBody::PageBody(json::value const& body) : text(canonical_json(body)) {}

std::string bound_to(Key words, Secrecy secrecy)
{
    return "words/" + shown(words) + "/" + boost::describe::enum_to_string(secrecy, "?");
}

std::string hash_of_words(std::string_view salt, std::string_view label, Secrecy secrecy, std::string_view text)
{
    std::string all(salt);
    all += label;
    all += '\0';
    all += boost::describe::enum_to_string(secrecy == Secrecy::enclosed ? Secrecy::open : secrecy, "?");
    all += '\0';
    all += text;
    return hex(sha256(all));
}

WordsToKeep prepare_words(Key subject, std::string_view label, std::string_view text, Secrecy secrecy)
{
    if (text.empty()) return {};
    WordsToKeep words{{}, subject, std::string(label), secrecy, std::string(text), random_bytes(16)};
    words.kept.id = new_key();
    words.kept.hash = hash_of_words(words.salt, label, secrecy, text);
    words.kept.text = std::string(text);
    return words;
}

void write_ledger(Desk& desk, std::vector<PageToWrite> const& pages, std::vector<WordsToKeep> const& texts)
{
    std::vector<sql::Statement> statements;
    for (auto const& words : texts)
        if (words.kept)
            statements.push_back({R"(
                INSERT INTO words (id, subject, label, secrecy, body, salt) VALUES ($1, $2, $3, $4, $5, $6))",
                {words.kept.id.n, words.subject.n, words.label, sql::to_sql(words.secrecy), body_of(desk, words),
                 sql::Bytes{salt_beside(desk.house.vault, words)}}});
    for (auto const& page : pages) {
        auto const id = new_key();
        auto text = page_text(desk, page);
        auto salt = random_bytes(16);
        auto const leaf = leaf_hash(salt, text);
        statements.push_back({R"(
            INSERT INTO page (id, kind, subject, n, text, salt, hash) VALUES ($1, $2, $3, $4, $5, $6, $7))",
            {id.n, std::string(page.kind), page.subject.n, page.n, std::move(text), sql::Bytes{std::move(salt)},
             sql::Bytes{std::string(reinterpret_cast<char const*>(leaf.data()), leaf.size())}}});
        if (desk.sql.engine() == sql::Engine::sqlite)
            statements.push_back({R"(
                INSERT INTO leaf (n, page) SELECT coalesce(max(n), -1) + 1, CAST($1 AS BIGINT) FROM leaf)", {id.n}});
    }
    desk.sql.batch(statements);
}

namespace {

void gather_kept(JsonReader& in, std::vector<Kept>& into)
{
    if (in.next() == '{') return in.object([&](std::string_view) { gather_kept(in, into); });
    if (in.next() != '[') return void(in.skip());
    if (auto kept = take_kept(in)) return into.push_back(std::move(*kept));
    in.array([&] { gather_kept(in, into); });
}

}  // namespace

std::optional<Kept> take_kept(JsonReader& in)
{
    // As this program writes it: ["13 characters","64 characters"].
    auto const text = in.rest();
    constexpr std::size_t length = 1 + 15 + 1 + 66 + 1;
    bool const looks_so = text.size() >= length && text.starts_with("[\"") && text.substr(15, 3) == "\",\"" && text.substr(82, 2) == "\"]";
    auto const key = looks_so ? key_from_shown(text.substr(2, 13)) : std::nullopt;
    if (!key || text.substr(18, 64).find_first_not_of("0123456789abcdef") != text.npos) return std::nullopt;
    Kept kept;
    Record<Kept>::read(in, kept);
    return kept;
}

std::vector<Kept> kept_on(Page const& page)
{
    std::vector<Kept> kept;
    JsonReader body(page.body);
    gather_kept(body, kept);
    return kept;
}

Page page_from(Key id, std::string_view text)
{
    auto sheet = from_record<Sheet>(text);
    return {id, std::move(sheet.kind), sheet.subject, sheet.n, std::move(sheet.deed), sheet.happened, sheet.recorded, sheet.person,
            sheet.account, std::move(sheet.body.text)};
}

namespace {

struct PageRow {
    Key id{};
    std::string text;
};
BOOST_DESCRIBE_STRUCT(PageRow, (), (id, text))

struct WordsRow {
    Key id{};
    Secrecy secrecy{};
    std::string body;
};
BOOST_DESCRIBE_STRUCT(WordsRow, (), (id, secrecy, body))

std::string opened(Vault const& vault, WordsRow const& row)
{
    return row.secrecy == Secrecy::open ? row.body : vault.unseal(row.body, bound_to(row.id, row.secrecy));
}

}  // namespace

std::vector<Page> pages_of(sql::Session& sql, Key subject)
{
    std::vector<Page> pages;
    for (auto const& row : sql::all<PageRow>(sql, "SELECT id, text FROM page WHERE subject = $1 ORDER BY n", subject))
        pages.push_back(page_from(row.id, row.text));
    return pages;
}

Texts texts_of(sql::Session& sql, Vault const& vault, Key subject, bool personal, bool sealed)
{
    Texts texts;
    std::optional<Compartments> compartments;
    for (auto const& row : sql::all<WordsRow>(sql, "SELECT id, secrecy, body FROM words WHERE subject = $1 AND body IS NOT NULL", subject)) {
        bool const is_personal = row.secrecy == Secrecy::personal || row.secrecy == Secrecy::enclosed;
        if ((is_personal && !personal) || (row.secrecy == Secrecy::sealed && !sealed)) continue;
        if (in_compartment(row.body)) {
            if (!compartments) compartments = Compartments::of(sql, vault, subject);
            texts.all[row.id.n] = compartments->open(row.body, bound_to(row.id, row.secrecy));
            continue;
        }
        texts.all[row.id.n] = opened(vault, row);
        if (is_personal) texts.personal.insert(row.id.n);
    }
    return texts;
}

std::map<std::int64_t, std::string> words_of(sql::Session& sql, Vault const& vault, Key subject, bool personal, bool sealed)
{
    return texts_of(sql, vault, subject, personal, sealed).all;
}

std::map<std::int64_t, std::string> words_beside(sql::Session& sql, Vault const& vault, Key subject, Compartments const& compartments)
{
    std::map<std::int64_t, std::string> words;
    for (auto const& row : sql::all<WordsRow>(sql, "SELECT id, secrecy, body FROM words WHERE subject = $1 AND body IS NOT NULL", subject))
        words[row.id.n] = in_compartment(row.body) ? compartments.open(row.body, bound_to(row.id, row.secrecy)) : opened(vault, row);
    return words;
}

std::optional<std::string> one_text(sql::Session& sql, Vault const& vault, Key words)
{
    auto const row = sql::one<WordsRow>(sql, "SELECT id, secrecy, body FROM words WHERE id = $1 AND body IS NOT NULL", words);
    if (!row || in_compartment(row->body)) return std::nullopt;
    return opened(vault, *row);
}

std::optional<std::string> one_text(Desk& desk, Kept const& kept)
{
    return kept ? one_text(desk.sql, desk.house.vault, kept.id) : std::nullopt;
}

void erase_words(Desk& desk, WordsErased const& erasure)
{
    for (auto const words : erasure.words)
        if (sql::change(desk.sql, "UPDATE words SET body = NULL, salt = NULL, erased_at = $3 WHERE id = $1 AND subject = $2 AND erased_at IS NULL",
                        words, erasure.subject, desk.now) != 1)
            throw std::runtime_error("text " + shown(words) + " is not there to be erased");
    write_ledger(desk, {{WordsErased::kind, new_key(), 1, std::string(WordsErased::deed), desk.now, PageBody::of(erasure)}}, {});
}

namespace {

struct OpenRow {
    Key id{};
    std::string body;
    std::optional<sql::Bytes> salt;
};
BOOST_DESCRIBE_STRUCT(OpenRow, (), (id, body, salt))

}  // namespace

int enclose_words(sql::Session& sql, Vault const& vault, Key subject, std::string_view label)
{
    int enclosed = 0;
    for (auto& row : sql::all<OpenRow>(sql, R"(
             SELECT id, body, salt FROM words
              WHERE subject = $1 AND label = $2 AND secrecy = 'open' AND body IS NOT NULL)", subject, label)) {
        if (row.salt) row.salt->data = seal_salt(vault, row.id, Secrecy::enclosed, row.salt->data);
        enclosed += int(sql::change(sql, "UPDATE words SET secrecy = $2, body = $3, salt = $4 WHERE id = $1", row.id, Secrecy::enclosed,
                                    vault.seal(row.body, bound_to(row.id, Secrecy::enclosed)), row.salt));
    }
    return enclosed;
}

int place_pages(sql::Session& sql)
{
    if (sql.engine() == sql::Engine::sqlite) return 0;
    return int(sql::change(sql, R"(
        INSERT INTO leaf (n, page)
        SELECT (SELECT coalesce(max(n), -1) FROM leaf) + row_number() OVER (ORDER BY page.id), page.id
          FROM page LEFT JOIN leaf ON leaf.page = page.id
         WHERE leaf.page IS NULL)"));
}

}  // namespace maple::access
