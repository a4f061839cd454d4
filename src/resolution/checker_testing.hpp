// For tests: the agreements of tests/data/agreements, as the checker takes them.
#pragma once
#include "resolution/checker.hpp"

#include <boost/json.hpp>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace maple::resolution::testing {

// A sound agreement of the set with its second text, and faults to be put into that text.
struct Bilingual {
    std::string id, of;
    CheckedAgreement paper;
    struct Fault {
        std::string old, fresh, code;
    };
    std::vector<Fault> faults;
};

struct Sample {
    std::string id;
    CheckedAgreement paper;
    std::string defect, where;  // "" when it is sound
};

inline std::string text(boost::json::object const& o, std::string_view key)
{
    auto const* value = o.if_contains(key);
    return value && value->is_string() ? std::string(value->as_string()) : "";
}

template <class E> E word(std::string const& name)
{
    E value{};
    if (!boost::describe::enum_from_string(name.c_str(), value)) throw std::runtime_error("no such word: " + name);
    return value;
}

inline CheckedParty party(boost::json::object const& o)
{
    CheckedParty p;
    p.name = text(o, "name");
    p.side = word<dispute::Side>(text(o, "side"));
    p.kind = word<dispute::PartyKind>(text(o, "kind"));
    p.capacity = word<dispute::Capacity>(text(o, "capacity"));
    if (auto const* born = o.if_contains("born"); born && born->is_int64()) p.birth_year = born->as_int64();
    p.guardian = text(o, "guardian");
    p.represented_by = text(o, "represented_by");
    p.account = text(o, "account");
    return p;
}

inline Sample sample(boost::json::object const& o)
{
    Sample s;
    s.id = text(o, "id");
    auto& a = s.paper;
    a.kind = text(o, "kind");
    a.signed_on = date_from_iso(text(o, "signed_on")).value();
    a.today = date_from_iso(text(o, "checked_on")).value();
    a.asks_confirmation = o.at("asks_confirmation").as_bool();
    auto const others = text(o, "third_parties");
    a.third_parties = word<dispute::ThirdParties>(others == "none" ? "none_touched" : others);
    a.facts = text(o, "facts");
    a.terms = text(o, "terms");
    a.breach = text(o, "breach");
    std::vector<std::string> refs;
    for (auto const& one : o.at("parties").as_array()) {
        a.parties.push_back(party(one.as_object()));
        refs.push_back(text(one.as_object(), "ref"));
    }
    auto const place = [&](std::string const& ref) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < refs.size(); ++i)
            if (refs[i] == ref) return i;
        return {};
    };
    for (auto const& one : o.at("obligations").as_array()) {
        auto const& row = one.as_object();
        CheckedObligation b;
        b.from = place(text(row, "from"));
        b.to = place(text(row, "to"));
        b.what = text(row, "what");
        b.account = text(row, "account");
        if (auto const manner = text(row, "manner"); !manner.empty()) b.manner = word<dispute::Manner>(manner);
        if (row.at("amount").is_int64()) b.amount = row.at("amount").as_int64();
        b.due = date_from_iso(text(row, "due"));
        a.obligations.push_back(std::move(b));
    }
    if (auto const* defect = o.if_contains("defect"); defect && defect->is_object()) {
        s.defect = text(defect->as_object(), "code");
        s.where = text(defect->as_object(), "where");
    }
    return s;
}

inline boost::json::value read_set(std::string const& file)
{
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file);
    return boost::json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
}

inline std::vector<Sample> samples(std::string const& file)
{
    std::vector<Sample> all;
    auto const set = read_set(file);
    for (auto const& one : set.as_array()) all.push_back(sample(one.as_object()));
    return all;
}

inline Bilingual bilingual(boost::json::object const& o, std::vector<Sample> const& sound)
{
    Bilingual b{text(o, "id"), text(o, "of"), {}, {}};
    for (auto const& one : sound)
        if (one.id == b.of) b.paper = one.paper;
    if (b.paper.terms.empty()) throw std::runtime_error("no sound agreement: " + b.of);
    b.paper.second = CheckedSecond{text(o, "facts"), text(o, "terms"), text(o, "breach")};
    auto const& rows = o.at("obligations").as_array();
    if (rows.size() != b.paper.obligations.size()) throw std::runtime_error(b.id + " has other promises than " + b.of);
    for (std::size_t n = 0; n < rows.size(); ++n) b.paper.obligations[n].second = std::string(rows[n].as_string());
    for (auto const& one : o.at("faults").as_array())
        b.faults.push_back({text(one.as_object(), "old"), text(one.as_object(), "fresh"), text(one.as_object(), "code")});
    return b;
}

}  // namespace maple::resolution::testing
