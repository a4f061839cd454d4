// How wide the columns of a table are. Pure.
#pragma once
#include <vector>

namespace maple::documents::press {

struct ColumnNeeds {
    double narrowest = 0;  // its longest word
    double natural = 0;    // all of it on one line
};

// Each gets what its longest word needs, then what it would like to have, as far as there is
// room. The labels of two columns get `label` of the width at least.
std::vector<double> column_widths(std::vector<ColumnNeeds> const&, double width, double label);

}  // namespace maple::documents::press
