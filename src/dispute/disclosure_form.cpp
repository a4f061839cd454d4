#include "dispute/disclosure_form.hpp"

namespace maple::dispute {

void write_down(File& file, DisclosureForm const& form, std::optional<Instant> happened)
{
    auto const person = discloser(*file, file.desk().caller.person);
    if (!form.ground && person && disclosed(*file, person)) return;
    auto const note = file.keep("disclosure.note", form.note.str());
    file.record(disclose(*file, file.desk().book(), person, form.ground.value_or(""), note).value(), happened);
}

}  // namespace maple::dispute
