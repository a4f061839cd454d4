// Samples and reviews while they are worked at.
#pragma once
#include "access/sheet.hpp"
#include "quality/events.hpp"
#include "registry/edition.hpp"

namespace maple::quality {

template <class T> using Sheet = access::Sheet<T>;

// Page and row, as long as the roll that was asked is today's.
template <class T> void put_back(Sheet<T>& sheet, std::string_view table)
{
    registry::must_be_current(sheet.desk());
    sheet.put_back(table, row_of(*sheet));
}

}  // namespace maple::quality
