#include "documents/roll/resolve.hpp"
#include "access/rules.hpp"

#include <algorithm>

namespace maple::documents::roll {
namespace {

constexpr int shortest_tail = 4;  // characters of a name that may stand for a longer one

// Open organisations by their names: the whole one in either language, else the tail of exactly one.
class Offices {
public:
    explicit Offices(Desk& desk) : all_(registry::all_organisations(desk))
    {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            by_name_[ledger::spelling(all_[i].name)].push_back(i);
            if (!all_[i].name_en.empty() && all_[i].name_en != all_[i].name) by_name_[ledger::spelling(all_[i].name_en)].push_back(i);
        }
    }

    std::vector<registry::Organisation const*> bearing(std::string_view name)
    {
        auto const plain = ledger::spelling(name);
        auto const [place, fresh] = asked_.try_emplace(plain);
        if (fresh) place->second = look_up(plain);
        return place->second;
    }
    bool is_there(std::string_view name) const { return by_name_.contains(ledger::spelling(name)); }

private:
    std::vector<registry::Organisation const*> look_up(std::string const& plain) const
    {
        std::vector<registry::Organisation const*> found;
        if (auto const whole = by_name_.find(plain); whole != by_name_.end()) {
            for (auto const i : whole->second) found.push_back(&all_[i]);
            return found;
        }
        if (length(plain) < shortest_tail) return found;
        for (auto const& [name, places] : by_name_)
            if (name.ends_with(plain))
                for (auto const i : places) found.push_back(&all_[i]);
        return found;
    }

    std::vector<registry::Organisation> all_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_name_;
    std::map<std::string, std::vector<registry::Organisation const*>, std::less<>> asked_;
};

class Resolver {
public:
    Resolver(Desk& desk, Parsed const& parsed, Layout const& layout, Options const& options)
        : desk_(desk), parsed_(parsed), layout_(layout), options_(options), offices_(desk)
    {
        out_.faults = parsed.faults;
    }

    Resolved run()
    {
        if (parsed_.subject == Subject::people) people();
        else organisations();
        std::stable_sort(out_.faults.begin(), out_.faults.end(), [](Fault const& a, Fault const& b) { return a.row < b.row; });
        std::set<std::int64_t> rows;
        for (auto const& fault : out_.faults)
            if (fault.row > 0) rows.insert(fault.row);
        out_.bad = std::int64_t(rows.size());
        return std::move(out_);
    }

private:
    template <class Row> void fault(Row const& row, std::string_view column, std::string code, Params params = {})
    {
        out_.faults.push_back({row.row, row.line, {}, parsed_.header(layout_, column), std::move(code), std::move(params)});
    }

    bool mine(std::string_view path) const
    {
        return std::any_of(options_.scopes.begin(), options_.scopes.end(), [&](auto const& scope) { return access::lies_in(path, scope); });
    }

    // The one organisation of that name in the importer's scope; notes why there is none.
    template <class Row> registry::Organisation const* one_office(Row const& row, std::string_view column, std::string const& name)
    {
        auto const found = offices_.bearing(name);
        if (found.empty()) fault(row, column, "unknown_office");
        else if (found.size() > 1) fault(row, column, "organisation_ambiguous");
        else if (!mine(found.front()->path)) fault(row, column, "not_in_your_scope");
        else return found.front();
        return nullptr;
    }

    // --- People ----------------------------------------------------------------------------

    void people()
    {
        std::map<std::string, std::string> holder;                       // certificate -> name
        std::set<std::pair<Key, std::string>> serving;                   // of those who serve now
        auto const table = desk_.sql.run("SELECT name, certificate, organisation, left_at FROM person", {});
        for (auto const& cells : table.rows) {
            auto const& name = std::get<std::string>(cells[0]);
            auto const& certificate = std::get<std::string>(cells[1]);
            if (!certificate.empty()) holder[certificate] = name;
            if (std::holds_alternative<std::nullptr_t>(cells[3])) serving.emplace(Key{std::get<std::int64_t>(cells[2])}, name);
        }
        std::map<std::string, std::int64_t> first_by_certificate;
        std::map<std::pair<Key, std::string>, std::int64_t> first_by_name;
        for (auto const& row : parsed_.people) {
            auto const* office = one_office(row, "organisation", row.organisation);
            if (!office) continue;
            PlacedPerson placed{&row, office->id, false};
            if (!row.certificate.empty()) {
                auto const [first, alone] = first_by_certificate.emplace(row.certificate, row.row);
                if (!alone) {
                    fault(row, "certificate", "certificate_twice", {{"row", std::to_string(first->second)}});
                    continue;
                }
                if (auto const known = holder.find(row.certificate); known != holder.end()) {
                    if (known->second != row.name) {
                        fault(row, "certificate", "certificate_of_another");
                        continue;
                    }
                    placed.known = true;
                }
            } else {
                auto const [first, alone] = first_by_name.emplace(std::pair{office->id, row.name}, row.row);
                if (!alone) {
                    fault(row, "name", "person_twice", {{"row", std::to_string(first->second)}});
                    continue;
                }
                placed.known = serving.contains({office->id, row.name});
            }
            out_.people.push_back(placed);
        }
    }

    // --- Organisations -----------------------------------------------------------------------

    void organisations()
    {
        learn_divisions();
        std::map<std::string, OrganisationRow const*, std::less<>> in_list;
        for (auto const& row : parsed_.organisations) {
            auto const [first, alone] = in_list.emplace(ledger::spelling(row.name), &row);
            if (!alone) fault(row, "name", "office_twice", {{"row", std::to_string(first->second->row)}});
        }
        std::map<OrganisationRow const*, PlacedOrganisation> placed;
        for (auto const& row : parsed_.organisations)
            if (in_list.find(ledger::spelling(row.name))->second == &row)
                if (auto one = place(row, in_list)) placed.emplace(&row, std::move(*one));
        drop_orphans(placed);
        in_order(placed);
    }

    std::optional<PlacedOrganisation> place(OrganisationRow const& row, std::map<std::string, OrganisationRow const*, std::less<>> const& in_list)
    {
        PlacedOrganisation out{&row, {}, {}, nullptr, false};
        if (offices_.is_there(row.name)) {
            out.known = true;
            return out;
        }
        auto const code = division(row);
        if (row.parent.empty()) {
            fault(row, "parent", "missing");
            return std::nullopt;
        }
        auto const in_file = in_list.find(ledger::spelling(row.parent));
        bool const above_in_file = in_file != in_list.end() && !offices_.is_there(row.parent);
        if (above_in_file) {
            out.above = in_file->second;
            if (!stands(row, above(*out.above))) return std::nullopt;
        } else {
            auto const* office = one_office(row, "parent", row.parent);
            if (!office || !stands(row, *office)) return std::nullopt;
            out.parent = office->id;
        }
        if (!code) return std::nullopt;
        out.division = *code;
        return out;
    }

    static registry::Organisation above(OrganisationRow const& row)
    {
        registry::Organisation o;
        o.kind = row.kind;
        return o;
    }

    bool stands(OrganisationRow const& row, registry::Organisation const& above)
    {
        auto const may = registry::may_stand_below(row.kind, above);
        if (!may) fault(row, "parent", "refused", {{"reason", "@refusal." + may.error().code}});
        return bool(may);
    }

    void learn_divisions()
    {
        for (auto const& one : registry::divisions(desk_)) {
            divisions_[one.code].insert(one.code);
            divisions_[ledger::spelling(one.name)].insert(one.code);
            auto const whole = registry::division_name(desk_, one.code);
            divisions_[ledger::spelling(whole)].insert(one.code);
        }
    }

    std::optional<std::string> division(OrganisationRow const& row)
    {
        auto const found = divisions_.find(ledger::spelling(row.division));
        if (found == divisions_.end()) fault(row, "division", "unknown_division");
        else if (found->second.size() > 1) fault(row, "division", "division_ambiguous");
        else return *found->second.begin();
        return std::nullopt;
    }

    // Whatever hangs on a row with a fault, or on itself in a circle, cannot be entered either.
    void drop_orphans(std::map<OrganisationRow const*, PlacedOrganisation>& placed)
    {
        for (bool dropped = true; dropped;) {
            dropped = false;
            for (auto one = placed.begin(); one != placed.end();) {
                auto const* above = one->second.above;
                if (above && !placed.contains(above)) {
                    fault(*one->first, "parent", "above_has_a_fault", {{"row", std::to_string(above->row)}});
                    one = placed.erase(one);
                    dropped = true;
                } else {
                    ++one;
                }
            }
        }
    }

    void in_order(std::map<OrganisationRow const*, PlacedOrganisation> const& placed)
    {
        std::set<OrganisationRow const*> done;
        for (bool more = true; more;) {
            more = false;
            for (auto const& row : parsed_.organisations) {
                auto const one = placed.find(&row);
                if (one == placed.end() || done.contains(&row)) continue;
                if (one->second.above && !done.contains(one->second.above)) continue;
                done.insert(&row);
                out_.organisations.push_back(one->second);
                more = true;
            }
        }
        for (auto const& [row, one] : placed)
            if (!done.contains(row)) fault(*row, "parent", "above_in_a_circle");
    }

    Desk& desk_;
    Parsed const& parsed_;
    Layout const& layout_;
    Options const& options_;
    Offices offices_;
    std::map<std::string, std::set<std::string>, std::less<>> divisions_;
    Resolved out_;
};

}  // namespace

Resolved resolve(Desk& desk, Parsed const& parsed, Layout const& layout, Options const& options)
{
    return Resolver(desk, parsed, layout, options).run();
}

}  // namespace maple::documents::roll
