// People matters that are due: certificates, terms, grades, hours of training, complaints.
// On the desk of the person, of the director and of the bureau, before it is too late.
#pragma once
#include "access/desk.hpp"
#include "foundation/form.hpp"

namespace maple::workforce {

enum class MatterKind { certificate_expires, certificate_expired, engagement_ends, grade_ends, training_lacks, complaint, mediator_missing };
BOOST_DESCRIBE_ENUM(MatterKind, certificate_expires, certificate_expired, engagement_ends, grade_ends, training_lacks, complaint, mediator_missing)

struct Matter {
    MatterKind kind{};
    std::string says;
    bool own = false;                 // the reader's own
    std::optional<Key> person;
    std::string person_name;
    std::optional<Key> organisation;  // of the person; or the office whose people lack hours
    std::string organisation_name;
    std::optional<Date> due;
    bool overdue = false;
    std::optional<Key> complaint, dispute;
};
BOOST_DESCRIBE_STRUCT(Matter, (), (kind, says, own, person, person_name, organisation, organisation_name, due, overdue, complaint, dispute))

std::int64_t matters_due(Desk&);  // how many

}  // namespace maple::workforce
