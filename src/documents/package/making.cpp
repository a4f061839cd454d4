#include "documents/package/making.hpp"
#include "documents/forms.hpp"
#include "documents/pdf/pdf.hpp"
#include "foundation/sha256.hpp"
#include "registry/roll.hpp"
#include "storage/insert.hpp"

namespace maple::documents {
namespace {

constexpr std::int64_t largest = 200'000'000;  // bytes of what was brought

std::string as_pdf(std::string_view markdown, Values const& values)
{
    return pdf({{std::make_shared<Sheet const>(sheet(markdown, values)), "zh-CN"}});
}

std::string bytes_in(Stream const& stream)
{
    std::string bytes;
    auto const next = stream.all();
    for (auto piece = next(); !piece.empty(); piece = next()) bytes += piece;
    return bytes;
}

std::optional<Key> about_what(OpenForm const& form) { return form.subject() ? std::optional(form.subject()) : std::nullopt; }

std::string form_bytes(Desk& desk, Dispute d, OpenForm const& form)
{
    fill_for_print(desk, d, form.row());
    auto const values = values_of(desk, d, form.row(), about_what(form));
    return as_pdf(form_template(form.row(), Language::zh).value(), values);
}

std::string basis_in_words(Desk& desk, std::string const& key)
{
    auto const* basis = desk.book().choice("package_basis", key);
    if (!basis) return key;
    auto const tag = api::tag(desk.language);
    auto const* statute = desk.book().statute(basis->statute, date_in_beijing(desk.now));
    return law::in(basis->name, tag) + (statute ? "（" + law::in(statute->law, tag) + law::in(statute->article, tag) + "）" : "");
}

std::string title_of(Packed const& one)
{
    if (one.form) return form_title(one.form->row(), Language::zh);
    auto const kind = api::say(Language::zh, std::string("paper_kind.") + boost::describe::enum_to_string(one.paper->kind, "?"));
    return one.paper->title.empty() ? kind : one.paper->title;
}

// The agreement that a paper is, or is the signed sheet of.
dispute::Agreement const* agreement_in(Dispute const& d, Packed const& one)
{
    if (one.form) return one.form->row().about == About::agreement ? dispute::agreement(d, one.form->subject()) : nullptr;
    return one.paper->agreement ? dispute::agreement(d, one.paper->agreement) : nullptr;
}

// The letter: to whom, by what right, why, with whose consent, and the list with its sums.
std::string letter(Desk& desk, Dispute d, Draft const& draft, std::vector<ZippedFile> const& files)
{
    auto const& row = known_form("package_manifest");
    fill_masked(desk, d);
    auto const fillings = fillings_of(desk, d);
    Reading const r{desk, d, row, {}, Said(desk.language), fillings};
    Values v;
    of_dispute(r, v);
    std::vector<std::string> agreed;
    for (auto const party : draft.consented) agreed.push_back(name_of(r, party));
    std::string sums;
    std::vector<Values> rows;
    for (std::size_t n = 0; n < files.size(); ++n) {
        auto const hash = hex(sha256(files[n].bytes));
        sums += sum_line(hash, files[n].name);
        auto const& one = draft.papers[n];
        auto const* a = agreement_in(d, one);
        rows.push_back(row_of(std::to_string(n + 1), {{"no", std::to_string(n + 1)},
                                                      {"name", title_of(one)},
                                                      {"paper_number", a ? a->number : ""},
                                                      {"pages", files[n].name},
                                                      {"hash", hash}}));
    }
    put(v, {{"addressee", draft.to},
            {"reference", draft.reference},
            {"legal_basis", basis_in_words(desk, draft.basis)},
            {"handing_reason", draft.reason},
            {"consented", r.say.list(agreed)},
            {"package_hash", hex(sha256(sums))},
            {"handed_by", person_name(r, desk.caller.person)}});
    put(v, "documents", std::move(rows));
    return as_pdf(form_template(row, Language::zh).value(), v);
}

json::object manifest(Desk& desk, Dispute const& d, Draft const& draft, std::vector<ZippedFile> const& files, std::vector<PackagePart> const& parts)
{
    json::array papers, sides;
    for (std::size_t n = 0; n < files.size(); ++n) {
        bool const is_letter = n == 0;
        json::object one{{"file", files[n].name}, {"title", is_letter ? form_title(known_form("package_manifest"), Language::zh) : title_of(draft.papers[n - 1])}};
        if (!parts[n].form.empty()) one["form"] = parts[n].form;
        if (parts[n].subject) one["about"] = shown(parts[n].subject);
        if (parts[n].paper) {
            auto const& brought = *draft.papers[n - 1].paper;
            one["paper"] = shown(brought.id);
            one["kind"] = boost::describe::enum_to_string(brought.kind, "?");
            if (brought.agreement) one["about"] = shown(brought.agreement);
        }
        one["class"] = "OPEN";
        one["bytes"] = parts[n].bytes;
        one["sha256"] = parts[n].hash;
        papers.emplace_back(std::move(one));
    }
    for (auto const key : draft.consented)
        if (auto const* party = dispute::party(d, key))
            sides.emplace_back(json::object{{"party", shown(key)}, {"side", boost::describe::enum_to_string(party->side, "?")}});
    return {{"package", shown(draft.id)},
            {"kind", boost::describe::enum_to_string(draft.kind, "?")},
            {"made_at", iso(desk.now)},
            {"dispute", shown(d.id)},
            {"version", d.version},
            {"number", dispute::number_of(d)},
            {"from", organisation_name(desk, dispute::answerable(d).organisation)},
            {"to", draft.to},
            {"reference", draft.reference},
            {"basis", json::object{{"key", draft.basis}, {"says", basis_in_words(desk, draft.basis)}}},
            {"consented", std::move(sides)},
            {"papers", std::move(papers)}};
}

}  // namespace

Desk in_chinese(Desk const& asked)
{
    auto desk = asked;
    desk.language = Language::zh;
    return desk;
}

MadePackage make_package(Desk& asked, Dispute const& d, Draft const& draft)
{
    auto desk = in_chinese(asked);
    std::vector<ZippedFile> files;
    std::vector<PackagePart> parts;
    std::int64_t brought = 0;
    for (auto const& one : draft.papers) {
        auto const n = files.size() + 1;
        if (one.form) {
            files.push_back({part_name(n, one.form->row().key), form_bytes(desk, d, *one.form)});
            parts.push_back({"", std::string(one.form->row().key), one.form->subject(), {}, "", 0});
            continue;
        }
        brought += one.paper->size;
        if (brought > largest) throw Refused(refuse(Because::too_large, "package.too_large", {{"mb", std::to_string(largest / 1'000'000)}}));
        files.push_back({part_name(n, boost::describe::enum_to_string(one.paper->kind, "paper"), one.paper->ending), bytes_in(papers::bytes_of(desk, *one.paper))});
        parts.push_back({"", "", {}, one.paper->id, "", 0});
    }
    auto const first = letter(desk, d, draft, files);
    files.insert(files.begin(), {part_name(0, "letter"), first});
    parts.insert(parts.begin(), PackagePart{"", "package_manifest", {}, {}, "", 0});
    auto const describe = [&](std::size_t n) {
        parts[n].name = files[n].name;
        parts[n].hash = hex(sha256(files[n].bytes));
        parts[n].bytes = std::int64_t(files[n].bytes.size());
    };
    for (std::size_t n = 0; n < files.size(); ++n) describe(n);
    auto const told = manifest(desk, d, draft, files, parts);
    MadePackage made{whole(std::move(files), told), std::move(parts), ""};
    for (std::size_t n = made.parts.size(); n < made.files.size(); ++n)
        made.parts.push_back({made.files[n].name, "", {}, {}, hex(sha256(made.files[n].bytes)), std::int64_t(made.files[n].bytes.size())});
    made.hash = hex(sha256(zip(made.files)));
    return made;
}

void keep_package(Desk& desk, PackageSent const& sent, MadePackage const& made, PackageRow const& row)
{
    sql::insert(desk.sql, "package", row);
    for (std::size_t n = 0; n < made.parts.size(); ++n) {
        PackagePartRow part{new_key(), sent.package, std::int64_t(n), made.parts[n].name, made.parts[n].hash, {}, {}};
        if (made.parts[n].paper) part.upload = made.parts[n].paper;
        else part.sealed = desk.house.vault.seal(made.files[n].bytes, place_of_part(part.id));
        sql::insert(desk.sql, "package_part", part);
    }
}

std::string package_again(Desk& desk, PackageSent const& sent)
{
    auto const rows = sql::all<PackagePartRow>(desk.sql, "SELECT * FROM package_part WHERE package = $1 ORDER BY n", sent.package);
    auto const dispute = sql::cell<Key>(desk.sql, "SELECT dispute FROM package WHERE id = $1", sent.package).value();
    auto const open = papers::open_papers(desk, dispute);
    auto const missing = [](std::string const& code, std::string const& name) { throw Refused(refuse(Because::conflict, code, {{"name", name}})); };
    std::vector<ZippedFile> files;
    for (auto const& part : rows) {
        std::string bytes;
        if (part.upload) {
            auto const found = std::find_if(open.begin(), open.end(), [&](auto const& one) { return one.id == *part.upload; });
            if (found == open.end()) missing("package.source_gone", part.name);
            bytes = bytes_in(papers::bytes_of(desk, *found));
        } else {
            if (!part.sealed) missing("package.source_gone", part.name);
            bytes = desk.house.vault.unseal(*part.sealed, place_of_part(part.id));
        }
        if (hex(sha256(bytes)) != part.hash) missing("package.source_changed", part.name);
        files.push_back({part.name, std::move(bytes)});
    }
    auto bytes = zip(files);
    if (hex(sha256(bytes)) != sent.hash) missing("package.source_changed", std::string(manifest_name));
    return bytes;
}

}  // namespace maple::documents
