// How archived dossiers are reviewed (卷宗评查): how many are drawn, what is looked at, how soon a
// fault is mended. Data of the rule pack (quality.toml); the justice bureau adjusts it there.
#pragma once
#include "law/book.hpp"

namespace maple::law {

// A question of the checklist. What is found is a fault of the dossier, weighed in words; nobody
// is given points.
struct QualityItem {
    std::string key;
    Wording ask;
    Wording basis;         // what to look at
    std::string statute;
    std::string severity;  // key of the list "quality_severity"
    std::vector<std::string> forms;  // papers of the dossier that show it
};

struct Quality {
    int share_percent = 0;  // of the dossiers archived in the period
    int minimum = 0;        // so many at least, or all of them where there are fewer
    int mend_days = 0;      // proposed for mending
    std::vector<QualityItem> items;

    QualityItem const* item(std::string_view key) const;
};

}  // namespace maple::law
