#include "acceptance/complaining.hpp"
#include "access/journal.hpp"
#include "dispute/file.hpp"
#include "dispute/receipt_door.hpp"
#include "workforce/complaints.hpp"

namespace maple::acceptance {
namespace {

struct MyComplaint {
    Text<8, 12> code;
    Text<4, 4> phone_tail;
    workforce::Misconduct kind{};
    Narrative words;
};
BOOST_DESCRIBE_STRUCT(MyComplaint, (), (code, phone_tail, kind, words))

struct MyComplaints {
    std::vector<workforce::OwnComplaint> complaints;
};
BOOST_DESCRIBE_STRUCT(MyComplaints, (), (complaints))

MyComplaints complain(Desk& desk, MyComplaint const& ask)
{
    auto const who = dispute::speaker(desk, ask.code.str());
    auto const d = dispute::read_unasked(desk, who.dispute);
    dispute::check_tail(desk, d, who, ask.phone_tail.str());
    auto const mediator = complained_of(d);
    if (!mediator) throw Refused(refuse(Because::conflict, "complaint.nobody_appointed", {}, "PML-15"));
    auto const text = [&](Kept const& kept) {
        return access::one_text(desk, kept).value_or("");
    };
    auto const& me = *dispute::party(d, who.party);
    workforce::receive_complaint(desk, {*mediator, ask.kind, workforce::BroughtBy::party, ask.words.str(), text(me.name), text(dispute::phone_of(d, me.id)), d.id, me.id, {}});
    desk.etag.reset();
    return {workforce::complaints_of(desk, d.id, me.id)};
}

}  // namespace

std::optional<Key> complained_of(dispute::Dispute const& d)
{
    std::optional<Key> last;
    for (auto const& one : d.appointments) {
        if (!one.presiding) continue;
        last = one.person;
        if (!one.until) break;
    }
    return last;
}

std::vector<api::Route> complaining_routes()
{
    using enum api::Verb;
    return {{post, "/my/complaint", access::Right::anyone, complain, "Complain about the mediator (article 15), with the code and the last four digits of the phone on file."}};
}

}  // namespace maple::acceptance
