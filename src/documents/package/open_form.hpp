// A form that may leave the house. There is no way to make one of a guarded form, of what was said
// about somebody's safety, or of an address that is kept back: a package takes nothing else.
#pragma once
#include "documents/table.hpp"

namespace maple::documents {

class OpenForm {
public:
    static std::optional<OpenForm> of(FormRow const&, Dispute const&, Key subject, Date today);

    FormRow const& row() const { return *row_; }
    Key subject() const { return subject_; }

private:
    OpenForm(FormRow const& row, Key subject) : row_(&row), subject_(subject) {}
    FormRow const* row_;
    Key subject_;
};

}  // namespace maple::documents
