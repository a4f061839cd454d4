#include "documents/roll/layout.hpp"
#include "api/words.hpp"
#include "documents/ledger/reader.hpp"
#include "dispute/words.hpp"
#include "registry/keep.hpp"
#include "registry/placing.hpp"
#include "workforce/words.hpp"

#include <stdexcept>

namespace maple::documents::roll {
namespace {

using ledger::Reader;

constexpr std::string_view people_columns[] = {"name", "organisation", "serves_as", "staffing", "phone", "languages", "skills", "certificate",
                                               "issuer", "valid_from", "valid_until"};
constexpr std::string_view organisation_columns[] = {"name", "name_en", "kind", "level", "parent", "division", "short_name", "has_seal",
                                                     "basis", "host", "sector", "phone", "address", "hours", "contact", "set_up_on"};

Columns read_columns(Reader const& reader, std::string const& list, std::span<std::string_view const> wanted)
{
    Columns columns;
    for (auto const* table : reader.tables(list)) {
        Column column{reader.text(*table, "key"), reader.text(*table, "name"), reader.text(*table, "english"), (*table)["required"].value_or(false)};
        if (columns.all.size() >= wanted.size() || column.key != wanted[columns.all.size()])
            reader.fail(*table, "the column \"" + column.key + "\" is not expected here");
        auto spellings = reader.texts(*table, "also");
        spellings.push_back(column.name);
        spellings.push_back(column.english);
        for (auto const& one : spellings) {
            auto const [place, fresh] = columns.headers.emplace(ledger::spelling(one), columns.all.size());
            if (!fresh && place->second != columns.all.size()) reader.fail(*table, "the header \"" + one + "\" belongs to two columns");
        }
        columns.all.push_back(std::move(column));
    }
    if (columns.all.size() != wanted.size()) throw std::runtime_error("roll.toml: a column of " + list + " has no header");
    return columns;
}

class WordLists {
public:
    WordLists(Reader const& reader, Layout& layout) : also_(reader.table("also")), reader_(reader), layout_(layout) {}

    template <DescribedEnum E> void of(std::string const& list)
    {
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto one) {
            add(list, one.name, api::say(Language::zh, list + "." + one.name), api::say(Language::en, list + "." + one.name));
        });
    }
    void add(std::string const& list, std::string const& key, std::string const& name, std::string const& english)
    {
        std::vector<std::string> spellings;
        if (auto const* words = also_[list].as_table()) spellings = reader_.texts(*words, key);
        layout_.words[list].add({key, name, english}, spellings);
    }

private:
    toml::table const& also_;
    Reader const& reader_;
    Layout& layout_;
};

}  // namespace

std::optional<std::size_t> Columns::spelt(std::string_view header) const
{
    auto const found = headers.find(ledger::spelling(header));
    if (found == headers.end()) return std::nullopt;
    return found->second;
}

std::size_t Columns::keyed(std::string_view key) const
{
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].key == key) return i;
    throw std::out_of_range("roll.toml has no column " + std::string(key));
}

Layout read_layout(std::string_view toml, std::string const& file, law::Book const& book)
{
    Reader const reader(toml, file);
    Layout layout;
    layout.people = read_columns(reader, "people", people_columns);
    layout.organisations = read_columns(reader, "organisations", organisation_columns);
    WordLists lists(reader, layout);
    lists.of<registry::Service>("service");
    lists.of<dispute::Tongue>("tongue");
    lists.of<workforce::Staffing>("how_staffed");
    lists.of<registry::OrganisationKind>("organisation_kind");
    lists.of<registry::Level>("level");
    lists.of<registry::Basis>("basis");
    for (auto const* key : {"yes", "no"}) lists.add("yes", key, api::say(Language::zh, std::string("document.") + key), api::say(Language::en, std::string("document.") + key));
    for (auto const& kind : book.kinds) lists.add("kind", kind.key, law::in(kind.name, "zh-CN"), law::in(kind.name, "en"));
    for (auto const& one : book.list("sector")) lists.add("sector", one.key, law::in(one.name, "zh-CN"), law::in(one.name, "en"));
    return layout;
}

Layout open_layout(law::Book const& book, std::string const& folder)
{
    auto const file = ledger::rule_text(book, folder, "roll.toml");
    return read_layout(file.text, file.name, book);
}

}  // namespace maple::documents::roll
