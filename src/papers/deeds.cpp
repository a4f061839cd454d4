#include "papers/deeds.hpp"
#include "papers/shelf.hpp"

namespace maple::papers {
namespace {

using Box = std::optional<access::Compartment>;

// A paper of a side keeps its words where its bytes are.
Kept keep(Sheet& sheet, Box const& box, std::string_view label, std::string const& text)
{
    return box ? sheet.keep_apart(*box, label, text) : sheet.keep(label, text, access::Secrecy::personal);
}

Box box_of(Desk& desk, Key dispute, Key party, Visibility visibility)
{
    if (visibility != Visibility::side) return std::nullopt;
    return access::compartment_of(desk, dispute, party);
}

// A file goes when it is certain that nothing speaks of it: a change that is taken back, or worked
// once more, still needs it. What nobody takes away so is found by the sweep.
void take_away(Desk& desk, std::string file)
{
    if (!desk.when_durable) return;
    desk.when_durable->push_back([contents = desk.house.contents, file = std::move(file)] { contents->remove(file); });
}

Key entered(Desk& desk, Written const& written, Box const& box)
{
    auto const place = enter(desk, written.content, written.name, box);
    if (!place.fresh) take_away(desk, written.content.file);  // the second copy
    return place.id;
}

// A content that no other paper holds goes with this one.
void forget(Desk& desk, Key content)
{
    if (!content) return;
    // Whoever brings the same content now waits for this change, and is seen by it when they were first.
    auto file = sql::cell<std::string>(desk.sql, "UPDATE content SET size = size WHERE id = $1 RETURNING file", content);
    auto const others = sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM paper WHERE bytes = $1 OR thumbnail = $1", content).value_or(0);
    if (!file || others > 0) return;
    sql::change(desk.sql, "DELETE FROM content WHERE id = $1", content);
    // Its key is gone with the row; the file that is left tells nothing, whatever happens now.
    take_away(desk, std::move(*file));
}

}  // namespace

Paper put_in(Desk& desk, dispute::Dispute const& d, ToAdd const& ask, std::string const& title, TakenIn const& taken, bool by_party)
{
    auto const box = box_of(desk, d.id, ask.party, ask.visibility);
    Paper paper;
    paper.id = new_key();
    Sheet sheet(desk, pages, paper);
    paper.dispute = d.id;
    paper.kind = ask.kind;
    paper.visibility = ask.visibility;
    paper.party = ask.party;
    paper.by_party = by_party;
    paper.session = ask.session;
    paper.obligation = ask.obligation;
    paper.agreement = ask.agreement;
    paper.title = keep(sheet, box, "paper.title", title);
    paper.file_name = keep(sheet, box, "paper.file_name", taken.file_name);
    paper.content = keep(sheet, box, "paper.content", taken.sha256);
    paper.original = keep(sheet, box, "paper.original", taken.original);
    paper.media = taken.media;
    paper.size = taken.size;
    paper.active = taken.active;
    paper.bytes = entered(desk, taken.bytes, box);
    if (taken.thumbnail) paper.thumbnail = entered(desk, *taken.thumbnail, box);
    sheet.record(Added{paper});
    put_back(sheet);
    return *sheet;
}

Paper withdraw(Desk& desk, Paper paper, Withdrawal why, std::string const& note)
{
    may_withdraw(paper).value();
    auto const box = box_of(desk, paper.dispute, paper.party, paper.visibility);
    Sheet sheet(desk, pages, std::move(paper));
    sheet.record(Withdrawn{why, keep(sheet, box, "paper.withdrawal", note)});
    put_back(sheet);
    return *sheet;
}

Paper show(Desk& desk, Paper paper, Key call, bool shown)
{
    Sheet sheet(desk, pages, std::move(paper));
    if (shown) sheet.record(Shown{call});
    else sheet.record(Hidden{call});
    put_back(sheet);
    return *sheet;
}

Paper erase(Desk& desk, Paper paper, std::string const& statute)
{
    may_erase(paper).value();
    access::WordsErased erasure{paper.id, {}, statute};
    for (auto const& kept : {paper.title, paper.file_name, paper.content, paper.original, paper.withdrawal_note})
        if (kept) erasure.words.push_back(kept.id);
    auto const bytes = paper.bytes, thumbnail = paper.thumbnail;
    Sheet sheet(desk, pages, std::move(paper));
    sheet.record(Erased{statute});
    put_back(sheet);
    access::erase_words(desk, erasure);
    forget(desk, bytes);
    forget(desk, thumbnail);
    return *sheet;
}

}  // namespace maple::papers
