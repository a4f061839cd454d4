#include "foundation/form.hpp"

namespace maple {

std::size_t chosen(std::span<std::string_view const> names, std::string_view word)
{
    auto const at = std::find(names.begin(), names.end(), word);
    return at == names.end() ? no_choice : std::size_t(at - names.begin());
}

std::string listed(std::span<std::string_view const> names)
{
    std::string out;
    for (auto const name : names) out.append(out.empty() ? "" : ", ").append(name);
    return out;
}

std::size_t chosen_in(json::value const& v, std::span<std::string_view const> names, At const& at, Problems& p)
{
    auto const n = v.is_string() ? chosen(names, v.get_string()) : no_choice;
    if (n != no_choice) return n;
    complain(p, at, "not_a_choice", "choices", listed(names));
    return no_choice;
}

void complain(Problems& p, At const& at, std::string_view code)
{
    if (p.size() < most_problems) p.push_back({at.str(), std::string(code), {}});
}

void complain(Problems& p, At const& at, std::string_view code, std::string_view what, std::string value)
{
    if (p.size() < most_problems) p.push_back({at.str(), std::string(code), {{std::string(what), std::move(value)}}});
}

bool is_one_line(std::string_view s, At const& at, Problems& p)
{
    auto const fault = fault_in_line(s);
    if (fault != LineFault::none) complain(p, at, fault == LineFault::line_break ? "line_break" : "control_characters");
    return fault == LineFault::none;
}

void check_text(std::string const& s, int min, int max, Lines lines, At const& at, Problems& p)
{
    if (lines == Lines::one && !is_one_line(s, at, p)) return;
    if (lines == Lines::many && has_control_characters(s)) return complain(p, at, "control_characters");
    auto const n = length(s);
    if (n < min && min == 1) complain(p, at, "empty", "least", "1");
    else if (n < min) complain(p, at, "too_short", "least", std::to_string(min));
    if (n > max) complain(p, at, "too_long", "most", std::to_string(max));
}

void check_bounds(std::int64_t n, std::int64_t min, std::int64_t max, At const& at, Problems& p)
{
    if ((n < min || n > max) && p.size() < most_problems)
        p.push_back({at.str(), "out_of_range", {{"least", std::to_string(min)}, {"most", std::to_string(max)}}});
}

json::array const* list_in(json::value const& v, std::size_t most, At const& at, Problems& p)
{
    auto const* list = v.if_array();
    if (!list) complain(p, at, "not_a_list");
    else if (list->size() > most) complain(p, at, "too_many_items", "most", std::to_string(most));
    else return list;
    return nullptr;
}

void read_members(json::value const& v, void* into, std::span<AskedMember const> members, std::span<std::size_t const> offsets, At const& at, Problems& p)
{
    auto const* object = v.if_object();
    if (!object) return complain(p, at, "not_an_object");
    std::size_t met = 0;
    for (std::size_t n = 0; n < members.size(); ++n) {
        At const here{&at, members[n].name};
        if (auto const* member = object->if_contains(members[n].name)) {
            ++met;
            members[n].read(*member, static_cast<char*>(into) + offsets[n], here, p);
        } else if (!members[n].may_be_left_out) complain(p, here, "missing");
    }
    if (met == object->size()) return;
    for (auto const& [key, value] : *object)
        if (std::none_of(members.begin(), members.end(), [&](auto const& one) { return one.name == key; })) complain(p, At{&at, key}, "unknown_field");
}

}  // namespace maple
