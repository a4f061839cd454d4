// The ledger's pen: pages and the texts beside them, written in the transaction of the
// deed itself. The bytes are fixed (decisions.md): SHA-256; leaf = hash(0x00 | salt | page),
// salt 16 random bytes, page as canonical JSON; pages hold keys, enumerations, times and
// hashes; texts lie in rows beside them and can be erased without touching a page.
// A text's hash is SHA-256(salt | label | 0x00 | secrecy | 0x00 | text); how its salt lies: salts.hpp.
#pragma once
#include "access/compartments.hpp"
#include "foundation/record.hpp"

namespace maple::access {

// How a text is kept. Open: in clear, because it must be searched; shown under the policy.
// Personal: identity numbers, phones, addresses, accounts; encrypted. Sealed: what one side
// said alone; encrypted and never searched. Enclosed: personal, but written as an open one by an
// older program; encrypted since, while its hash says "open" for ever, as a page never changes.
enum class Secrecy { open, personal, sealed, enclosed };
BOOST_DESCRIBE_ENUM(Secrecy, open, personal, sealed, enclosed)

// What a page tells: an event, as canonical JSON.
struct PageBody {
    std::string text = "{}";

    PageBody() = default;
    PageBody(json::value const&);
    template <DescribedStruct Event> static PageBody of(Event const& event)
    {
        PageBody body;
        body.text = record_text(event, Order::canonical);
        return body;
    }
};

struct PageToWrite {
    std::string_view kind;     // "dispute"
    Key subject{};
    std::int64_t n = 0;        // within the subject, from 1
    std::string deed;          // "acceptance.accepted"
    Instant happened;
    PageBody body;
};

struct WordsToKeep {
    Kept kept;                 // id and hash are set by `prepare_words`
    Key subject{};
    std::string label;
    Secrecy secrecy{};
    std::string text;
    std::string salt;
    std::optional<Compartment> compartment = {};  // of the party that said it alone
};

// Gives a text its key, salt and hash; nothing is written yet. An empty text is no text.
WordsToKeep prepare_words(Key subject, std::string_view label, std::string_view text, Secrecy);
// Writes everything in as few round trips as the engine allows.
void write_ledger(Desk&, std::vector<PageToWrite> const&, std::vector<WordsToKeep> const&);

// A page as it is read back.
struct Page {
    Key id{};
    std::string kind;
    Key subject{};
    std::int64_t n = 0;
    std::string deed;
    Instant happened;
    Instant recorded;
    Key person{};
    Key account{};
    std::string body;  // canonical JSON, for from_record<Event>
};
Page page_from(Key id, std::string_view text);
// Takes [key, hash], a text that lies beside the page. Any other value is no kept text and is
// left to be read.
std::optional<Kept> take_kept(JsonReader&);
// Every text that a page tells of.
std::vector<Kept> kept_on(Page const&);
std::vector<Page> pages_of(sql::Session&, Key subject);

// What lies beside the pages of a subject, opened: only open texts, or personal and sealed
// ones too. An erased text is left out. By the keys' numbers.
std::map<std::int64_t, std::string> words_of(sql::Session&, Vault const&, Key subject, bool personal, bool sealed);
// The same, and which of them are personal: {all, personal ones}.
struct Texts {
    std::map<std::int64_t, std::string> all;
    std::set<std::int64_t> personal;
};
Texts texts_of(sql::Session&, Vault const&, Key subject, bool personal, bool sealed);
// Of a subject that hangs on a dispute, and whose sealed texts lie in the compartments there.
std::map<std::int64_t, std::string> words_beside(sql::Session&, Vault const&, Key subject, Compartments const&);
// Never one that lies in a compartment.
std::optional<std::string> one_text(sql::Session&, Vault const&, Key words);
// Nothing for what was never written, was erased, or lies in a compartment.
std::optional<std::string> one_text(Desk&, Kept const&);

// Binds a text to what it is and how it is kept: a row whose label or secrecy was changed is
// not the one that the page tells of.
std::string hash_of_words(std::string_view salt, std::string_view label, Secrecy, std::string_view text);
// What a ciphertext is bound to: one that is sealed cannot be passed off as a personal one.
std::string bound_to(Key words, Secrecy);

// Texts are erased where the law demands it (PIPL art. 47): words and salts go for good, rows
// and pages stay, and a page of its own says which texts, and by which article. `verify`
// accepts no other gap.
struct WordsErased {
    static constexpr std::string_view kind = "erasure";
    static constexpr std::string_view deed = "ledger.words_erased";
    Key subject{};
    std::vector<Key> words;
    std::string statute;
};
BOOST_DESCRIBE_STRUCT(WordsErased, (), (subject, words, statute))
void erase_words(Desk&, WordsErased const&);

// Encrypts what lies in clear under this label beside the pages of a subject; the pages go on
// telling of it. Returns how many texts.
int enclose_words(sql::Session&, Vault const&, Key subject, std::string_view label);

// On PostgreSQL committed pages get their place in the tree here, one sequencer at a time;
// on SQLite the writer has done it already. Returns how many were placed.
int place_pages(sql::Session&);

}  // namespace maple::access

namespace maple {

template <> struct Record<access::PageBody> {
    static void put(access::PageBody const& body, std::string& out, Order) { out += body.text; }
    static void read(JsonReader& in, access::PageBody& into) { into.text = in.skip(); }
    static bool empty(access::PageBody const&) { return false; }
};

}  // namespace maple
