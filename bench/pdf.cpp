// How long a form takes as PDF: the first of a process, which opens the faces, and the ones
// after it; a dossier of twenty papers. Processor time, so that a busy machine says the same.
#include "documents/pdf/pdf.hpp"
#include "foundation/embedded.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace {

using namespace maple;
using namespace maple::documents;

Leaf filled(char const* name, char const* language)
{
    auto const body = *embedded(name);
    Values v;
    std::vector<std::string> sections;
    for (auto at = body.find("{{"); at != body.npos; at = body.find("{{", at + 2)) {
        std::string const key(body.substr(at + 2, body.find("}}", at) - at - 2));
        if (key.starts_with('#')) sections.push_back(key.substr(1));
        else v.texts[key] = language[0] == 'z' ? "汇福社区李秀兰" : "Li Xiulan of Huifu";
    }
    for (auto const& section : sections) v.sections[section] = {{v.texts, {}}, {v.texts, {}}};
    return {std::make_shared<Sheet const>(sheet(body, v)), language};
}

void measure(char const* what, std::vector<Leaf> const& leaves, int times)
{
    std::vector<double> taken;
    int pages = 0;
    std::size_t bytes = 0;
    for (int i = 0; i < times; ++i) {
        auto const begin = std::clock();
        auto const file = bound(leaves);
        taken.push_back(double(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
        pages = file.numbers.sheets;
        bytes = file.bytes.size();
    }
    std::nth_element(taken.begin(), taken.begin() + times / 2, taken.end());
    auto const middle = taken[std::size_t(times / 2)];
    std::printf("%-34s %3d pages %7.1f ms %6.1f ms/page %5zu kB\n", what, pages, middle, middle / pages, bytes / 1024);
}

}  // namespace

int main()
{
    auto const notice = filled("forms/zh-CN/termination_notice.md", "zh-CN");
    measure("the first form of a process", {notice}, 1);
    measure("a form of one page", {notice}, 21);
    measure("an agreement", {filled("forms/zh-CN/agreement.md", "zh-CN")}, 21);
    measure("its translation", {filled("forms/en/agreement.md", "en")}, 21);
    measure("twenty papers", std::vector<Leaf>(20, filled("forms/zh-CN/mediation_record.md", "zh-CN")), 5);
}
