#include "documents/ledger/layout.hpp"
#include "documents/ledger/reader.hpp"
#include "foundation/chinese_text.hpp"
#include "foundation/embedded.hpp"

#include <fstream>
#include <sstream>

namespace maple::documents::ledger {
namespace {

void read_columns(Reader const& reader, Layout& layout)
{
    std::map<Column, Heading> found;
    for (auto const* table : reader.tables("column")) {
        Heading heading{reader.choice<Column>(*table, "key"), reader.text(*table, "name"), reader.text(*table, "english"),
                        (*table)["required"].value_or(false)};
        auto spellings = reader.texts(*table, "also");
        spellings.push_back(heading.name);
        spellings.push_back(heading.english);
        for (auto const& one : spellings) {
            auto const [place, fresh] = layout.headers.emplace(spelling(one), heading.column);
            if (!fresh && place->second != heading.column) reader.fail(*table, "the header \"" + one + "\" belongs to two columns");
        }
        found.emplace(heading.column, std::move(heading));
    }
    if (found.size() != column_count) throw std::runtime_error("ledger.toml: a column has no header");
    for (auto& [column, heading] : found) layout.headings.push_back(std::move(heading));
}

Words read_words(Reader const& reader, std::string_view list)
{
    Words words;
    for (auto const* table : reader.tables(list))
        words.add({reader.text(*table, "key"), reader.text(*table, "name"), reader.text(*table, "english")},
                  reader.texts(*table, "also"));
    return words;
}

// Kinds, methods and reasons that only the book knows are known by the names it gives them.
void add_names_of_the_book(Layout& layout, law::Book const& book)
{
    for (auto const& kind : book.kinds) layout.kinds.add({kind.key, law::in(kind.name, "zh-CN"), law::in(kind.name, "en")}, {});
    if (auto const methods = book.choices.find("method"); methods != book.choices.end())
        for (auto const& one : methods->second)
            layout.methods.add({one.key, law::in(one.name, "zh-CN"), law::in(one.name, "en")}, {});
    auto const reasons = book.choices.find("termination");
    if (reasons == book.choices.end()) return;
    for (auto const& one : reasons->second) {
        auto const word = layout.word_of_reason.emplace(one.key, one.key).first->second;
        layout.results.add({word, law::in(one.name, "zh-CN"), law::in(one.name, "en")}, {});
        layout.ending_of.try_emplace(word, Ending{Ends::termination, one.key});
    }
}

void read_results(Reader const& reader, Layout& layout, law::Book const& book)
{
    layout.results = read_words(reader, "result");
    for (auto const* table : reader.tables("result")) {
        Ending ending{reader.choice<Ends>(*table, "ends"), (*table)["reason"].value_or(std::string())};
        if (ending.ends == Ends::termination && !book.choice("termination", ending.reason))
            reader.fail(*table, "the book has no reason of termination \"" + ending.reason + "\"");
        auto const key = reader.text(*table, "key");
        if (ending.ends == Ends::termination) layout.word_of_reason.emplace(ending.reason, key);
        auto& first = ending.ends == Ends::agreement ? layout.agreed_word : layout.transferred_word;
        if (ending.ends != Ends::termination && first.empty()) first = key;
        layout.ending_of[key] = ending;
    }
}

void read_sources(Reader const& reader, Layout& layout)
{
    layout.sources = read_words(reader, "source");
    for (auto const* table : reader.tables("source")) {
        auto const key = reader.text(*table, "key");
        auto const source = reader.choice<dispute::Source>(*table, "source");
        layout.source_of[key] = source;
        layout.word_of_source.emplace(source, key);
    }
}

void read_organisations(Reader const& reader, Layout& layout)
{
    auto const& table = reader.table("organisations");
    layout.organisation_endings = reader.texts(table, "endings");
    layout.organisation_words = reader.texts(table, "within");
    layout.organisation_prefixes = reader.texts(table, "prefixes");
    layout.erased = reader.text(table, "erased");
    for (auto const* one : reader.tables_in(table, "kinds"))
        layout.office_kinds.push_back({reader.text(*one, "word"), reader.choice<registry::OrganisationKind>(*one, "kind"),
                                       reader.choice<registry::Level>(*one, "level")});
}

template <DescribedEnum E> void need_every_key(Words const& words, std::string const& list)
{
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        if (!words.keyed(d.name)) throw std::runtime_error("ledger.toml: " + list + " has no word for \"" + d.name + "\"");
    });
}

}  // namespace

void Words::add(Word const& word, std::vector<std::string> const& spellings)
{
    auto const place = words_.size();
    words_.push_back(word);
    by_key_.emplace(word.key, place);
    by_spelling_.emplace(spelling(word.name), place);
    by_spelling_.emplace(spelling(word.english), place);
    for (auto const& one : spellings) by_spelling_.emplace(spelling(one), place);
}

Word const* Words::spelt(std::string_view cell) const
{
    auto const found = by_spelling_.find(spelling(cell));
    return found == by_spelling_.end() ? nullptr : &words_[found->second];
}

Word const* Words::keyed(std::string_view key) const
{
    auto const found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : &words_[found->second];
}

std::string Words::written(std::string_view key) const
{
    auto const* word = keyed(key);
    return word ? word->name : std::string(key);
}

std::optional<Column> Layout::column(std::string_view header) const
{
    auto const found = headers.find(spelling(header));
    if (found == headers.end()) return std::nullopt;
    return found->second;
}

std::string Layout::committee(std::string_view name) const
{
    auto plain = spelling(name);
    constexpr std::string_view whole = "人民调解委员会", half = "调解委员会", brief = "调委会", people = "人民";
    for (auto const tail : {whole, half, brief})
        if (plain.ends_with(tail)) {
            plain.erase(plain.size() - tail.size());
            break;
        }
    if (plain.ends_with(people)) plain.erase(plain.size() - people.size());  // 人民调委会
    for (bool shorter = true; shorter;) {
        shorter = false;
        for (auto const& prefix : organisation_prefixes)
            if (plain.starts_with(prefix) && plain.size() > prefix.size()) {
                plain.erase(0, prefix.size());
                shorter = true;
            }
    }
    return plain;
}

bool Layout::is_organisation(std::string_view name) const
{
    // A person's name may end like a firm's (行, 馆): a single character counts in longer names only.
    constexpr std::string_view middle_dot = "·";
    bool const long_name = length(name) >= 5 && name.find(middle_dot) == name.npos;
    for (auto const& ending : organisation_endings)
        if (name.ends_with(ending) && name.size() > ending.size() && (length(ending) > 1 || long_name)) return true;
    return std::any_of(organisation_words.begin(), organisation_words.end(),
                       [&](auto const& word) { return name.find(word) != name.npos; });
}

std::string spelling(std::string_view text)
{
    std::string plain;
    for (char c : folded(text))
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') plain += c;
    return plain;
}

law::RuleFile rule_text(law::Book const& book, std::string const& folder, std::string const& file)
{
    if (folder.empty()) {
        auto const name = "rules/" + (book.place.empty() ? "karamay" : book.place) + "/" + file;
        auto const text = embedded(name);
        if (!text) throw std::runtime_error("the program carries no " + name);
        return {name, std::string(*text)};
    }
    auto const name = folder + "/" + file;
    std::ifstream in(name, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + name);
    std::stringstream text;
    text << in.rdbuf();
    return {name, text.str()};
}

Layout read_layout(std::string_view toml, std::string const& file, law::Book const& book)
{
    Reader const reader(toml, file);
    Layout layout;
    read_columns(reader, layout);
    layout.kinds = read_words(reader, "kind");
    for (auto const* table : reader.tables("kind"))
        if (!book.kind(reader.text(*table, "key"))) reader.fail(*table, "the book has no such kind of dispute");
    read_sources(reader, layout);
    layout.methods = read_words(reader, "method");
    for (auto const* table : reader.tables("method"))
        if (!book.choice("method", reader.text(*table, "key"))) reader.fail(*table, "the book has no such method");
    read_results(reader, layout, book);
    layout.forms = read_words(reader, "form");
    layout.performances = read_words(reader, "performance");
    layout.satisfactions = read_words(reader, "satisfaction");
    need_every_key<dispute::Satisfaction>(layout.satisfactions, "satisfaction");
    need_every_key<Performed>(layout.performances, "performance");
    need_every_key<AgreementForm>(layout.forms, "form");
    read_organisations(reader, layout);
    add_names_of_the_book(layout, book);
    return layout;
}

Layout open_layout(law::Book const& book, std::string const& folder)
{
    auto const file = rule_text(book, folder, "ledger.toml");
    return read_layout(file.text, file.name, book);
}

}  // namespace maple::documents::ledger
