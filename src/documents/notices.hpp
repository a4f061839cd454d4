// What the basic-level court is told of a committee (PML art. 10), as paper.
#pragma once
#include "access/desk.hpp"
#include "committees/terms.hpp"
#include "documents/paper.hpp"

namespace maple::documents {

// The justice bureau above the committee that tells, and the court of the district that is told.
std::string bureau_of(Desk&, registry::Organisation const& committee);
std::string court_of(Desk&, registry::Organisation const& committee);

Values values_of(Desk&, committees::Term const&, committees::Notice const&);
std::string_view notice_template(Language);

}  // namespace maple::documents
