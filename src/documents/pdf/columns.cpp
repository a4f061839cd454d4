#include "documents/pdf/columns.hpp"

#include <algorithm>

namespace maple::documents::press {

std::vector<double> column_widths(std::vector<ColumnNeeds> const& needs, double width, double label)
{
    auto const n = needs.size();
    if (n == 2) {
        auto const labels = std::clamp(needs[0].natural, label * width, 0.36 * width);
        return {labels, width - labels};
    }
    // A word that would push the others off the page is broken.
    auto const most = width / double(std::max<std::size_t>(n, 1)) * 1.25;
    std::vector<double> least(n), wanted(n);
    double least_of_all = 0, wanted_by_all = 0;
    for (std::size_t i = 0; i < n; ++i) {
        least[i] = std::min(needs[i].narrowest, most);
        wanted[i] = std::clamp(needs[i].natural, least[i], width);
        least_of_all += least[i];
        wanted_by_all += wanted[i];
    }
    std::vector<double> widths(n);
    for (std::size_t i = 0; i < n; ++i) {
        if (least_of_all >= width) widths[i] = width / double(n);
        else if (wanted_by_all <= width) widths[i] = wanted[i] + (width - wanted_by_all) * wanted[i] / wanted_by_all;
        else widths[i] = least[i] + (width - least_of_all) * (wanted[i] - least[i]) / (wanted_by_all - least_of_all);
    }
    return widths;
}

}  // namespace maple::documents::press
