// Looks at what strangers send in a process of its own: a file that breaks a decoder, or keeps it
// busy for ever, breaks nothing else.
#pragma once
#include <functional>
#include <optional>
#include <string>

namespace maple::papers::lens {

// What `look` answers; nothing when it did not come to an end in time, or broke, or wanted more memory
// than there is for a file.
std::optional<std::string> apart(std::function<std::string()> const& look);

}  // namespace maple::papers::lens
