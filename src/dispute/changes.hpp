// What changed in a file since somebody looked at it: page by page, who, when, and which fields, in
// words, as far as this reader may see them. For whoever was writing at the same time.
#pragma once
#include "dispute/view.hpp"

namespace maple::dispute {

struct FieldChange {
    std::string field;    // "terms", "agreements.obligations.due": names of members
    std::string subject;  // shown key of the party, agreement … that it belongs to; "" for the dispute
    std::string before, after;  // in words; "" for nothing
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (field, subject, before, after))

struct Change {  // one page
    std::int64_t n = 0;
    std::string deed, says, person_name;
    Instant recorded_at;
    std::vector<FieldChange> fields;
};
BOOST_DESCRIBE_STRUCT(Change, (), (n, deed, says, person_name, recorded_at, fields))

struct Changes {
    std::int64_t version = 0;   // as it is now
    std::vector<Change> changes;  // the oldest first
};
BOOST_DESCRIBE_STRUCT(Changes, (), (version, changes))

// Refuses like read_dispute.
Changes changes_since(Desk&, Key dispute, std::int64_t version);

// What of two states of a dispute differs; both with their words filled in.
std::vector<FieldChange> differences(Desk&, Dispute const& before, Dispute const& after);

// Whether a page is told to a reader with this sight at all (view.cpp).
bool is_told(std::string_view deed, access::Sight const&);

}  // namespace maple::dispute
