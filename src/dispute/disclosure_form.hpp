// A disclosure written down beside another deed: with the rights, in the record of a session.
#pragma once
#include "dispute/disclosure.hpp"
#include "dispute/file.hpp"

namespace maple::dispute {

struct DisclosureForm {
    std::optional<std::string> ground;  // none: no tie to any party
    OptionalNarrative note;
};
BOOST_DESCRIBE_STRUCT(DisclosureForm, (), (ground, note))

// What has been said already is not said again.
void write_down(File&, DisclosureForm const&, std::optional<Instant> happened);

}  // namespace maple::dispute
