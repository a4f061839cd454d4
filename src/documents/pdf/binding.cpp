#include "documents/columns.hpp"
#include "documents/pdf/binding.hpp"

#include <algorithm>
#include <iterator>

namespace maple::documents {
namespace {

enum class Stands { cover, catalogue, within, back_cover };

Stands place_of(FilledForm const& form)
{
    if (form.form == "cover") return Stands::cover;
    if (form.form == "catalogue") return Stands::catalogue;
    return form.form == "back_cover" ? Stands::back_cover : Stands::within;
}

Leaf leaf_of(FilledForm const& form)
{
    Leaf leaf{std::make_shared<Sheet const>(made_out(form.markdown, form.values)), form.language};
    leaf.header = form.header;
    leaf.verification = form.verification;
    leaf.digest = form.digest;
    leaf.numbered = place_of(form) == Stands::within;
    return leaf;
}

std::string from_to(int begins, int ends)
{
    return begins == ends ? std::to_string(begins) : std::to_string(begins) + "–" + std::to_string(ends);
}

Leaf leaf_of(BroughtPaper&& paper)
{
    Leaf leaf{{}, paper.language};
    leaf.header = std::move(paper.header);
    leaf.plates = std::move(paper.plates);
    return leaf;
}

struct Contents {
    std::vector<FilledForm const*> papers;
    std::vector<std::string> brought;  // rows, in the order of the leaves behind those of the papers
    std::vector<Leaf> leaves;
    PageNumbers numbers;

    std::vector<Values> rows(std::vector<Values> said) const
    {
        if (said.size() != papers.size()) {
            said.assign(papers.size(), {});
            for (std::size_t i = 0; i < papers.size(); ++i) {
                auto const& title = leaves[i].sheet->title;
                said[i].texts = {{"no", std::to_string(i + 1)}, {"name", papers[i]->about.empty() ? title : title + " " + papers[i]->about},
                                 {"paper_number", ""},          {"made_on", ""},
                                 {"note", ""}};
            }
        }
        for (std::size_t i = 0; i < said.size(); ++i) said[i].texts["pages"] = from_to(numbers.begins[i], numbers.ends[i]);
        return said;
    }

    void number(std::vector<Values>& said) const
    {
        for (std::size_t i = 0; i < brought.size(); ++i)
            for (auto& row : said)
                if (auto const key = row.texts.find("row"); key != row.texts.end() && key->second == brought[i])
                    row.texts["pages"] = from_to(numbers.begins[papers.size() + i], numbers.ends[papers.size() + i]);
    }
};

}  // namespace

BoundPdf bound_dossier(std::vector<FilledForm> forms, PdfOptions const& options, std::vector<BroughtPaper> brought)
{
    std::stable_sort(forms.begin(), forms.end(), [](auto const& a, auto const& b) { return place_of(a) < place_of(b); });
    Contents contents;
    for (auto const& form : forms) {
        if (place_of(form) != Stands::within) continue;
        contents.papers.push_back(&form);
        contents.leaves.push_back(leaf_of(form));
    }
    for (auto& paper : brought) {
        if (paper.plates.empty()) continue;
        contents.brought.push_back(paper.row);
        contents.leaves.push_back(leaf_of(std::move(paper)));
    }
    contents.numbers = page_numbers(contents.leaves);
    std::vector<Leaf> all;
    auto next = contents.leaves.begin();
    auto const bind_brought = [&, behind = next + std::ptrdiff_t(contents.papers.size())] {
        if (next == behind) std::move(next, contents.leaves.end(), std::back_inserter(all)), next = contents.leaves.end();
    };
    for (auto& form : forms) {
        if (place_of(form) == Stands::within) {
            all.push_back(std::move(*next++));
            continue;
        }
        if (place_of(form) == Stands::back_cover) bind_brought();
        form.values.texts["pages"] = std::to_string(contents.numbers.last);
        if (place_of(form) == Stands::catalogue) {
            auto& documents = form.values.sections["documents"];
            documents = contents.rows(std::move(documents));
            contents.number(form.values.sections["brought"]);
        }
        all.push_back(leaf_of(form));
    }
    bind_brought();
    return bound(all, options);
}

}  // namespace maple::documents
