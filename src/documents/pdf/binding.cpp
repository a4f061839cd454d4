#include "documents/columns.hpp"
#include "documents/pdf/binding.hpp"

#include <algorithm>

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

struct Contents {
    std::vector<FilledForm const*> papers;
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
};

}  // namespace

BoundPdf bound_dossier(std::vector<FilledForm> forms, PdfOptions const& options)
{
    std::stable_sort(forms.begin(), forms.end(), [](auto const& a, auto const& b) { return place_of(a) < place_of(b); });
    Contents contents;
    for (auto const& form : forms) {
        if (place_of(form) != Stands::within) continue;
        contents.papers.push_back(&form);
        contents.leaves.push_back(leaf_of(form));
    }
    contents.numbers = page_numbers(contents.leaves);
    std::vector<Leaf> all;
    auto next = contents.leaves.begin();
    for (auto& form : forms) {
        if (place_of(form) == Stands::within) {
            all.push_back(*next++);
            continue;
        }
        form.values.texts["pages"] = std::to_string(contents.numbers.last);
        if (place_of(form) == Stands::catalogue) {
            auto& documents = form.values.sections["documents"];
            documents = contents.rows(std::move(documents));
        }
        all.push_back(leaf_of(form));
    }
    return bound(all, options);
}

}  // namespace maple::documents
