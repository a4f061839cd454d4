// Looks a field's prose up, and says which fields have none.
#include "api/prose.hpp"
#include "api/prose_table.hpp"

#include <algorithm>
#include <array>

namespace maple::api {
namespace {

// In each the order of bytes. One line of `any` serves every field of that name; a field that means
// something else in one type has a line of its own with the type before it.
auto const& tables()
{
    static std::array const all{told_of_disputes(),     told_of_agreements(),      told_of_conferences(),   told_of_people(),
                                told_of_the_house(),    told_of_the_calendar(),    told_of_dossiers(),      told_of_forms(),
                                told_of_any_a_to_h(),   told_of_any_i_to_o(),      told_of_any_p_to_z()};
    return all;
}

Said const* line(std::string_view field)
{
    for (auto const& table : tables()) {
        auto const at = std::ranges::lower_bound(table, field, {}, &Said::field);
        if (at != table.end() && at->field == field) return &*at;
    }
    return nullptr;
}

// A line of the type's own wins over one that serves every type.
Said const* line(std::string_view type, std::string_view field)
{
    auto const* const own = line(std::string(type) + "." + std::string(field));
    return own ? own : line(field);
}

// Asks for the prose of every field that a request or an answer of the catalogue has.
template <class Hear> void each_field(Catalogue const& catalogue, Hear hear)
{
    Schemas all([&](std::string_view type, std::string_view field) {
        hear(type, field);
        return prose(type, field);
    });
    for (auto const& room : catalogue)
        for (auto const& route : room.routes) {
            route.in(all, Way::asked);
            route.out(all, Way::answered);
        }
}

}  // namespace

std::optional<Prose> prose(std::string_view type, std::string_view field)
{
    auto const* const said = line(type, field);
    if (!said) return std::nullopt;
    return Prose{said->sentence, said->example};
}

std::vector<std::string> fields_without_prose(Catalogue const& catalogue)
{
    std::set<std::string> silent;
    each_field(catalogue, [&](std::string_view type, std::string_view field) {
        if (!line(type, field)) silent.insert(std::string(type) + "." + std::string(field));
    });
    return {silent.begin(), silent.end()};
}

std::vector<std::string> prose_for_nothing(Catalogue const& catalogue)
{
    std::set<std::string> unheard;
    for (auto const& table : tables())
        for (auto const& one : table) unheard.emplace(one.field);
    each_field(catalogue, [&](std::string_view type, std::string_view field) {
        if (auto const* const said = line(type, field)) unheard.erase(std::string(said->field));
    });
    return {unheard.begin(), unheard.end()};
}

}  // namespace maple::api
