// A party's own papers, by the code of its receipt: to look needs the code, to bring or take back
// one also the last four digits of the phone on file. The code stands in the body, never in an
// address; so does everything that people write.
#include "access/tries.hpp"
#include "dispute/file.hpp"
#include "dispute/receipt_door.hpp"
#include "papers/deeds.hpp"
#include "papers/routes.hpp"
#include "papers/shelf.hpp"
#include "papers/view.hpp"

namespace maple::papers {
namespace {

using access::Right;
using dispute::Dispute;

access::Tries brought;  // every one counts
constexpr access::Brake an_hour_of_papers{60, 60 * 60};
constexpr std::size_t most_of_one_party = 100;

struct Mine {
    Dispute dispute;
    dispute::Speaker who;
    access::Compartments compartments;
};

Mine opened(Desk& desk, std::string const& code)
{
    auto const who = dispute::speaker(desk, code);
    return {dispute::read_unasked(desk, who.dispute), who, access::Compartments::of(desk.sql, desk.house.vault, who.dispute)};
}

PaperView shown_as(Desk& desk, Mine const& mine, Paper const& paper)
{
    auto view = view_of(desk, paper, Eye::whole, mine.compartments);
    view.shown.clear();
    return view;
}

// --- The list ----------------------------------------------------------------------------------

struct MyCode {
    Text<8, 12> code;
};
BOOST_DESCRIBE_STRUCT(MyCode, (), (code))

struct MyPapers {
    std::vector<PaperView> papers;  // newest first
    bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(MyPapers, (), (papers, may_add))

MyPapers my_papers(Desk& desk, MyCode const& ask)
{
    auto const mine = opened(desk, ask.code.str());
    MyPapers out;
    out.may_add = !mine.dispute.archived_at && !mine.dispute.restricted_at;
    for (auto const& paper : papers_of(desk, mine.dispute.id))
        if (own_paper(paper, mine.who.party)) out.papers.push_back(shown_as(desk, mine, paper));
    std::reverse(out.papers.begin(), out.papers.end());
    desk.etag.reset();
    return out;
}

// --- Bringing ----------------------------------------------------------------------------------

struct AddMine {
    Text<8, 12> code;
    Text<4, 4> phone_tail;
    Kind kind{};
    Visibility visibility{};
    OptionalLine title;
};
BOOST_DESCRIBE_STRUCT(AddMine, (), (code, phone_tail, kind, visibility, title))

Result<void> may_bring(Kind kind, Visibility visibility)
{
    if (visibility == Visibility::internal) return refuse_field("/visibility", "not_yours_to_choose");
    if (kind == Kind::signed_paper) return refuse_field("/kind", "not_yours_to_choose");
    return {};
}

Mine admit(Desk& desk, AddMine const& ask)
{
    may_bring(ask.kind, ask.visibility).value();
    auto mine = opened(desk, ask.code.str());
    dispute::check_tail(desk, mine.dispute, mine.who, ask.phone_tail.str());
    if (mine.dispute.restricted_at) throw Refused(refuse(Because::wrong_stage, "papers.archived"));
    may_add(mine.dispute, {ask.kind, ask.visibility, mine.who.party}).value();
    return mine;
}

// In whose compartment it will lie, when it is for the mediators alone.
Key admitted_mine(Desk& desk, AddMine const& ask)
{
    auto const mine = admit(desk, ask);
    auto const before = papers_of(desk, mine.dispute.id);
    auto const own = std::count_if(before.begin(), before.end(), [&](auto const& paper) { return own_paper(paper, mine.who.party); });
    if (std::size_t(own) >= most_of_one_party) throw Refused(refuse(Because::conflict, "papers.enough"));
    auto const party = shown(mine.who.party);
    if (auto const wait = brought.wait(party, an_hour_of_papers, desk.real_now)) dispute::slow_down(wait);
    brought.failed(party, an_hour_of_papers, desk.real_now);
    return ask.visibility == Visibility::side ? mine.who.party : Key{};
}

std::function<PaperView(Desk&)> add_mine(House const& house, AddMine const& ask, Key const& box, api::Incoming const& file)
{
    return [ask, taken = taken_in(house, file, ask.kind, box)](Desk& desk) {
        auto mine = admit(desk, ask);
        auto const paper = put_in(desk, mine.dispute, {ask.kind, ask.visibility, mine.who.party}, ask.title.str(), taken, true);
        mine.compartments = access::Compartments::of(desk.sql, desk.house.vault, mine.dispute.id);  // perhaps made just now
        return shown_as(desk, mine, paper);
    };
}

// --- One of them -------------------------------------------------------------------------------

struct LookAtMine {
    Key paper{};
    Text<8, 12> code;
};
BOOST_DESCRIBE_STRUCT(LookAtMine, (), (paper, code))

Paper found(Desk& desk, Mine const& mine, Key key)
{
    auto paper = find(desk, key);
    if (!paper || paper->dispute != mine.dispute.id || !own_paper(*paper, mine.who.party)) throw Refused(refuse(Because::not_found, "papers.unknown"));
    return std::move(*paper);
}

api::FileAnswer content_of_mine(Desk& desk, LookAtMine const& ask)
{
    auto const mine = opened(desk, ask.code.str());
    return content_of(desk, found(desk, mine, ask.paper), mine.compartments, false);
}

api::FileAnswer thumbnail_of_mine(Desk& desk, LookAtMine const& ask)
{
    auto const mine = opened(desk, ask.code.str());
    return thumbnail_of(desk, found(desk, mine, ask.paper), mine.compartments);
}

struct TakeBack {
    Key paper{};
    Text<8, 12> code;
    Text<4, 4> phone_tail;
    OptionalLine note;
};
BOOST_DESCRIBE_STRUCT(TakeBack, (), (paper, code, phone_tail, note))

PaperView taken_back(Desk& desk, TakeBack const& ask)
{
    auto const mine = opened(desk, ask.code.str());
    dispute::check_tail(desk, mine.dispute, mine.who, ask.phone_tail.str());
    return shown_as(desk, mine, withdraw(desk, found(desk, mine, ask.paper), Withdrawal::party_asks, ask.note.str()));
}

}  // namespace

api::Room my_room()
{
    using enum api::Verb;
    return {"my_papers",
            {
                {post, "/my/papers/list", Right::anyone, my_papers, "What one has brought oneself, by the code of the receipt."},
                {post, "/my/papers", Right::anyone, admitted_mine, add_mine, "Bring a photo, a scan or a recording, with the code and the last four digits of the phone on file."},
                {post, "/my/papers/{paper}/content", Right::anyone, content_of_mine, "One of one's own papers."},
                {post, "/my/papers/{paper}/thumbnail", Right::anyone, thumbnail_of_mine, "A small picture of it."},
                {post, "/my/papers/{paper}/withdrawal", Right::anyone, taken_back, "Take a paper back; it stays in the ledger, and nobody uses it any more."},
            }};
}

}  // namespace maple::papers
