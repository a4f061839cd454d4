#include "oversight/glass.hpp"
#include "access/audit.hpp"
#include "dispute/view.hpp"
#include "oversight/rules.hpp"

namespace maple::oversight {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

struct Break {
    Key dispute{};
    Text<4, 200> reason;
};
BOOST_DESCRIBE_STRUCT(Break, (), (dispute, reason))

FileView broken(Desk& desk, Break const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::break_glass);
    auto const seen = access::sight(desk.caller, dispute::matter_of(*file, desk.now));
    auto event = break_glass(*file, desk.book(), seen, {}, desk.now).value();
    event.reason = file.keep("glass.reason", ask.reason.str());
    file.record(event);
    access::audit(desk, access::AuditKind::break_glass, ask.dispute);
    return done(file);
}

}  // namespace

api::Room glass_room()
{
    using enum api::Verb;
    return {"oversight",
            {
                {post, "/disputes/{dispute}/glass", Right::break_glass, broken,
                 "Open names and words of a file for a time, with a reason that its director and parties read."},
            }};
}

}  // namespace maple::oversight
