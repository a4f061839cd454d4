// What a called department was shown, on the page of its call, while the call runs.
#include "access/audit.hpp"
#include "dispute/file.hpp"
#include "papers/routes.hpp"
#include "papers/shelf.hpp"
#include "papers/view.hpp"

namespace maple::papers {
namespace {

using access::Right;

struct CallKeys {
    Key dispute{};
    std::string scope;
};
BOOST_DESCRIBE_STRUCT(CallKeys, (), (dispute, scope))

// Another department's call does not exist for this one.
dispute::Dispute opened(Desk& desk, Key call)
{
    auto const row = sql::one<CallKeys>(desk.sql, "SELECT dispute, scope FROM joint_call WHERE id = $1", call);
    if (!row) throw Refused(refuse(Because::not_found, "call.unknown"));
    if (!access::may_in(desk.caller, Right::answer_call, row->scope)) throw Refused(hidden(refuse(Because::not_found, "call.unknown")));
    return dispute::read_unasked(desk, row->dispute);
}

struct OfCall {
    Key call{};
};
BOOST_DESCRIBE_STRUCT(OfCall, (), (call))

struct ShownPapers {
    std::vector<PaperView> papers;
};
BOOST_DESCRIBE_STRUCT(ShownPapers, (), (papers))

ShownPapers papers_of_call(Desk& desk, OfCall const& ask)
{
    auto const d = opened(desk, ask.call);
    ShownPapers out;
    if (d.restricted_at) return out;
    for (auto const& paper : papers_of(desk, d.id)) {
        if (!shown_to(paper, d, ask.call)) continue;
        out.papers.push_back(view_of(desk, paper, Eye::whole, {}));
        out.papers.back().shown.clear();  // who else was shown it is not this department's business
    }
    return out;
}

struct OnePaper {
    Key call{};
    Key paper{};
};
BOOST_DESCRIBE_STRUCT(OnePaper, (), (call, paper))

Paper found(Desk& desk, OnePaper const& ask)
{
    auto const d = opened(desk, ask.call);
    auto paper = find(desk, ask.paper);
    if (!paper || paper->dispute != d.id) throw Refused(refuse(Because::not_found, "papers.unknown"));
    if (d.restricted_at || !shown_to(*paper, d, ask.call)) throw Refused(hidden(refuse(Because::not_found, "papers.unknown")));
    return std::move(*paper);
}

api::FileAnswer content_of_call(Desk& desk, OnePaper const& ask)
{
    auto const paper = found(desk, ask);
    access::leave_trace(desk, access::AuditKind::file_opened, paper.dispute);
    return content_of(desk, paper, {}, false);
}

api::FileAnswer thumbnail_of_call(Desk& desk, OnePaper const& ask) { return thumbnail_of(desk, found(desk, ask), {}); }

}  // namespace

api::Room call_room()
{
    using enum api::Verb;
    return {"call_papers",
            {
                {get, "/calls/{call}/papers", Right::answer_call, papers_of_call, "The papers that a called department was shown."},
                {get, "/calls/{call}/papers/{paper}/content", Right::answer_call, content_of_call, "One of them, or the part that Range asks for."},
                {get, "/calls/{call}/papers/{paper}/thumbnail", Right::answer_call, thumbnail_of_call, "A small picture of it."},
            }};
}

}  // namespace maple::papers
