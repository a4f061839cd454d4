// Reading a layout in TOML: every fault with its file and line. For .cpp files only.
#pragma once
#include "foundation/form.hpp"

#include <toml++/toml.h>

namespace maple::documents::ledger {

// Reads one file and remembers where it is, so that every fault can be found.
class Reader {
public:
    Reader(std::string_view text, std::string const& file) : file_(file)
    {
        try {
            root_ = toml::parse(text, file);
        } catch (toml::parse_error const& e) {
            throw std::runtime_error(file + ":" + std::to_string(e.source().begin.line) + ": " + std::string(e.description()));
        }
    }

    [[noreturn]] void fail(toml::node const& node, std::string const& reason) const
    {
        throw std::runtime_error(file_ + ":" + std::to_string(node.source().begin.line) + ": " + reason);
    }

    std::vector<toml::table const*> tables(std::string_view name) const { return tables_in(root_, name); }

    std::vector<toml::table const*> tables_in(toml::table const& table, std::string_view name) const
    {
        std::vector<toml::table const*> found;
        auto const* list = table[name].as_array();
        if (!list) fail(table, "a list \"" + std::string(name) + "\" is needed");
        for (auto const& item : *list) {
            if (!item.is_table()) fail(item, "not a table");
            found.push_back(item.as_table());
        }
        return found;
    }

    toml::table const& table(std::string_view name) const
    {
        auto const* found = root_[name].as_table();
        if (!found) fail(root_, "a table \"" + std::string(name) + "\" is needed");
        return *found;
    }

    std::string text(toml::table const& table, std::string_view name) const
    {
        auto const value = table[name].value<std::string>();
        if (!value || value->empty()) fail(table, "\"" + std::string(name) + "\" is needed here");
        return *value;
    }

    std::vector<std::string> texts(toml::table const& table, std::string_view name) const
    {
        std::vector<std::string> all;
        if (auto const* list = table[name].as_array())
            for (auto const& item : *list) {
                auto const one = item.value<std::string>();
                if (!one) fail(item, "not a text");
                all.push_back(*one);
            }
        return all;
    }

    template <DescribedEnum E> E choice(toml::table const& table, std::string_view name) const
    {
        E value{};
        auto const word = text(table, name);
        if (!boost::describe::enum_from_string(word.c_str(), value))
            fail(table, "\"" + word + "\" is none of: " + listed(choices_of<E>.names));
        return value;
    }

private:
    std::string file_;
    toml::table root_;
};

}  // namespace maple::documents::ledger
