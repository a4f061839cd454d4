// Papers in a dispute's file: who may add one may be told no before the file is looked at, and is
// asked again when it is written down.
#include "papers/routes.hpp"
#include "access/audit.hpp"
#include "dispute/file.hpp"
#include "papers/deeds.hpp"
#include "papers/shelf.hpp"
#include "papers/view.hpp"

namespace maple::papers {
namespace {

using access::Right;
using dispute::Dispute;

Refusal unknown() { return refuse(Because::not_found, "papers.unknown"); }

struct Opened {
    std::shared_ptr<Dispute const> dispute;
    access::Matter matter;
    Paper paper;
    Eye eye{};

    access::Compartments compartments(Desk& desk) const
    {
        if (paper.visibility != Visibility::side || eye != Eye::whole) return {};
        return access::Compartments::of(desk.sql, desk.house.vault, dispute->id);
    }
};

// One that this reader sees at all; what it may not look into refuses like what is not there.
Opened opened(Desk& desk, Key dispute, Key key, Right needs, Eye at_least)
{
    auto const d = dispute::shared_dispute(desk, dispute, needs);
    auto matter = dispute::matter_of(*d, desk.now);
    auto paper = find(desk, key);
    if (!paper || paper->dispute != dispute) throw Refused(unknown());
    auto const eye = eye_of(desk.caller, matter, paper->visibility);
    if (eye < at_least) throw Refused(hidden(unknown()));
    return {d, std::move(matter), std::move(*paper), eye};
}

PaperView shown_as(Desk& desk, Opened const& one, Paper const& paper) { return view_of(desk, paper, one.eye, one.compartments(desk)); }

// --- The list ----------------------------------------------------------------------------------

struct ListOf {
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(ListOf, (), (dispute))

struct PaperList {
    std::vector<PaperView> papers;  // newest first
    bool may_add = false;
    bool may_add_side = false;
    bool may_erase = false;  // what was withdrawn, where the law demands it
    bool may_erase_side = false;
};
BOOST_DESCRIBE_STRUCT(PaperList, (), (papers, may_add, may_add_side, may_erase, may_erase_side))

PaperList papers_of_dispute(Desk& desk, ListOf const& ask)
{
    auto const d = dispute::shared_dispute(desk, ask.dispute, Right::see_papers);
    auto const matter = dispute::matter_of(*d, desk.now);
    access::Compartments compartments;
    if (eye_of(desk.caller, matter, Visibility::side) == Eye::whole) compartments = access::Compartments::of(desk.sql, desk.house.vault, d->id);
    PaperList out;
    out.may_add = !d->archived_at && access::may(desk.caller, Right::add_paper, matter) && may_write_in(desk.caller, matter, Visibility::file);
    out.may_add_side = out.may_add && may_write_in(desk.caller, matter, Visibility::side);
    out.may_erase = bool(may_order_erasure(desk.caller, matter, Visibility::file));
    out.may_erase_side = bool(may_order_erasure(desk.caller, matter, Visibility::side));
    for (auto const& paper : papers_of(desk, d->id))
        if (auto const eye = eye_of(desk.caller, matter, paper.visibility); eye != Eye::none) out.papers.push_back(view_of(desk, paper, eye, compartments));
    std::reverse(out.papers.begin(), out.papers.end());
    return out;
}

// --- Adding ------------------------------------------------------------------------------------

struct AddPaper {
    Key dispute{};
    Kind kind{};
    Visibility visibility{};
    std::optional<Key> party, session, obligation, agreement;
    OptionalLine title;
};
BOOST_DESCRIBE_STRUCT(AddPaper, (), (dispute, kind, visibility, party, session, obligation, agreement, title))

ToAdd wanted(AddPaper const& ask)
{
    auto const key = [](std::optional<Key> const& given) { return given.value_or(Key{}); };
    return {ask.kind, ask.visibility, key(ask.party), key(ask.session), key(ask.obligation), key(ask.agreement)};
}

std::shared_ptr<Dispute const> admit(Desk& desk, AddPaper const& ask)
{
    auto const d = dispute::shared_dispute(desk, ask.dispute, Right::add_paper);
    may_write_in(desk.caller, dispute::matter_of(*d, desk.now), ask.visibility).value();
    may_add(*d, wanted(ask)).value();
    return d;
}

api::Nothing admitted(Desk& desk, AddPaper const& ask)
{
    admit(desk, ask);
    return {};
}

std::function<PaperView(Desk&)> add(House const& house, AddPaper const& ask, api::Nothing const&, api::Incoming const& file)
{
    auto const box = ask.visibility == Visibility::side ? ask.party.value_or(Key{}) : Key{};
    return [ask, taken = taken_in(house, file, ask.kind, box)](Desk& desk) {
        auto const d = admit(desk, ask);
        auto const paper = put_in(desk, *d, wanted(ask), ask.title.str(), taken, false);
        return shown_as(desk, {d, {}, paper, Eye::whole}, paper);
    };
}

// --- One of them -------------------------------------------------------------------------------

struct Look {
    Key dispute{};
    Key paper{};
    bool download = false;
};
BOOST_DESCRIBE_STRUCT(Look, (), (dispute, paper, download))

api::FileAnswer content(Desk& desk, Look const& ask)
{
    auto const one = opened(desk, ask.dispute, ask.paper, Right::see_papers, Eye::whole);
    access::leave_trace(desk, access::AuditKind::file_opened, ask.dispute);
    return content_of(desk, one.paper, one.compartments(desk), ask.download);
}

struct Thumbnail {
    Key dispute{};
    Key paper{};
};
BOOST_DESCRIBE_STRUCT(Thumbnail, (), (dispute, paper))

api::FileAnswer thumbnail(Desk& desk, Thumbnail const& ask)
{
    auto const one = opened(desk, ask.dispute, ask.paper, Right::see_papers, Eye::whole);
    return thumbnail_of(desk, one.paper, one.compartments(desk));
}

struct Withdraw {
    Key dispute{};
    Key paper{};
    Withdrawal why{};
    OptionalLine note;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (dispute, paper, why, note))

PaperView withdrawn(Desk& desk, Withdraw const& ask)
{
    auto const one = opened(desk, ask.dispute, ask.paper, Right::add_paper, Eye::whole);
    return shown_as(desk, one, withdraw(desk, one.paper, ask.why, ask.note.str()));
}

struct ShowTo {
    Key dispute{};
    Key paper{};
    Key call{};
};
BOOST_DESCRIBE_STRUCT(ShowTo, (), (dispute, paper, call))

PaperView shown_to_call(Desk& desk, ShowTo const& ask)
{
    auto const one = opened(desk, ask.dispute, ask.paper, Right::add_paper, Eye::whole);
    may_show(*one.dispute, one.paper, ask.call).value();
    bool const already = std::find(one.paper.shown.begin(), one.paper.shown.end(), ask.call) != one.paper.shown.end();
    return shown_as(desk, one, already ? one.paper : show(desk, one.paper, ask.call, true));
}

PaperView hidden_from_call(Desk& desk, ShowTo const& ask)
{
    auto const one = opened(desk, ask.dispute, ask.paper, Right::add_paper, Eye::whole);
    bool const there = std::find(one.paper.shown.begin(), one.paper.shown.end(), ask.call) != one.paper.shown.end();
    return shown_as(desk, one, there ? show(desk, one.paper, ask.call, false) : one.paper);
}

struct Erase {
    Key dispute{};
    Key paper{};
    Text<1, 40> statute;
};
BOOST_DESCRIBE_STRUCT(Erase, (), (dispute, paper, statute))

PaperView erased(Desk& desk, Erase const& ask)
{
    auto const one = opened(desk, ask.dispute, ask.paper, Right::add_paper, Eye::whole);
    may_order_erasure(desk.caller, one.matter, one.paper.visibility).value();
    if (!desk.book().statute(ask.statute.str(), date_in_beijing(desk.now))) throw Refused(refuse_field("/statute", "unknown_statute"));
    return shown_as(desk, one, erase(desk, one.paper, ask.statute.str()));
}

}  // namespace

api::Room room()
{
    using enum api::Verb;
    return {"papers",
            {
                {get, "/disputes/{dispute}/papers", Right::see_papers, papers_of_dispute, "The papers, photos and recordings of a dispute, as far as each is for the reader's eyes."},
                {post, "/disputes/{dispute}/papers", Right::add_paper, admitted, add, "Put a photo, a scan or a recording of up to 50 MB into the file; what it is, is found by looking at it."},
                {get, "/disputes/{dispute}/papers/{paper}/content", Right::see_papers, content, "The file itself, or the part that Range asks for."},
                {get, "/disputes/{dispute}/papers/{paper}/thumbnail", Right::see_papers, thumbnail, "A small picture of a photo or of a first page."},
                {put, "/disputes/{dispute}/papers/{paper}/withdrawal", Right::add_paper, withdrawn, "Mark a paper as withdrawn, with a reason; it stays in the ledger."},
                {put, "/disputes/{dispute}/papers/{paper}/erasure", Right::add_paper, erased, "Erase the bytes of a withdrawn paper where the law demands it; the ledger says so."},
                {put, "/disputes/{dispute}/papers/{paper}/calls/{call}", Right::add_paper, shown_to_call, "Show a paper to a department that was called."},
                {del, "/disputes/{dispute}/papers/{paper}/calls/{call}", Right::add_paper, hidden_from_call, "Show it to the department no longer."},
            }};
}

}  // namespace maple::papers
