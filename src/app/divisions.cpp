#include "app/divisions.hpp"
#include "foundation/embedded.hpp"
#include "registry/keep.hpp"

#include <toml++/toml.h>

namespace maple::app {
namespace {

std::string text(json::object const& object, std::string_view name) { return object.at(name).as_string().c_str(); }

class Names {
public:
    Names() : table_(toml::parse(embedded("rules/karamay/division_names_en.toml").value_or(""))) {}
    std::string operator()(std::string const& code) const
    {
        if (auto const city = table_["city"][code]["name"].value<std::string>()) return *city;
        for (auto const list : {"districts", "streets", "communities"})
            if (auto const name = table_[list][code]["name"].value<std::string>()) return *name;
        return {};
    }

private:
    toml::table table_;
};

}  // namespace

std::vector<registry::Division> divisions_of_the_pack()
{
    auto const file = embedded("rules/karamay/divisions.json");
    if (!file) throw std::runtime_error("the rule pack has no divisions.json");
    Names const english;
    std::vector<registry::Division> all;
    auto const add = [&](json::object const& one, std::string const& parent) {
        auto const code = text(one, "code");
        all.push_back({code, parent, text(one, "name"), english(code)});
        return code;
    };
    auto const pack = json::parse(*file).as_object();
    auto const city = add(pack.at("city").as_object(), "");
    for (auto const& district : pack.at("districts").as_array()) {
        auto const d = add(district.as_object(), city);
        for (auto const& street : district.as_object().at("streets").as_array()) {
            auto const s = add(street.as_object(), d);
            for (auto const& community : street.as_object().at("communities").as_array()) add(community.as_object(), s);
        }
    }
    return all;
}

int enter_divisions(sql::Store& store, House const& house)
{
    auto const known = sql::read_now(store, [](sql::Session& sql) { return sql::cell<std::int64_t>(sql, "SELECT count(*) FROM division").value_or(0); });
    if (known > 0) return 0;
    auto const all = divisions_of_the_pack();
    sql::write_now(store, [&](sql::Session& sql) {
        Desk desk{sql, house, {}, real_time(), real_time()};
        registry::keep_divisions(desk, all);
    });
    return int(all.size());
}

}  // namespace maple::app
