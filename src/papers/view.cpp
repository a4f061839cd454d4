#include "papers/view.hpp"
#include "access/journal.hpp"
#include "api/words.hpp"
#include "papers/shelf.hpp"
#include "registry/roll.hpp"

namespace maple::papers {
namespace {

template <class E> std::string worded(Desk& desk, std::string_view list, E e)
{
    return api::say(desk.language, std::string(list) + "." + boost::describe::enum_to_string(e, "?"));
}

std::optional<Key> there(Key key) { return key ? std::optional(key) : std::nullopt; }

std::optional<std::string> not_empty(std::string text) { return text.empty() ? std::nullopt : std::optional(std::move(text)); }

Refusal gone() { return refuse(Because::not_found, "papers.gone"); }

api::FileAnswer told(Desk& desk, Stream stream, std::string_view type, std::string_view disposition, std::string_view policy)
{
    desk.answer_headers.emplace_back("Content-Type", std::string(type));
    desk.answer_headers.emplace_back("Content-Disposition", std::string(disposition));
    desk.answer_headers.emplace_back("Content-Security-Policy", std::string(policy));
    desk.answer_headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    return {std::make_shared<Stream const>(std::move(stream))};
}

constexpr std::string_view shut = "default-src 'none'; sandbox";
// A browser draws a PDF file with a viewer of its own, which a sandbox would keep out; nothing of
// the file itself may run.
constexpr std::string_view to_be_drawn = "script-src 'none'; connect-src 'none'; form-action 'none'; frame-ancestors 'none'";

}  // namespace

PaperView view_of(Desk& desk, Paper const& paper, Eye eye, access::Compartments const& compartments)
{
    PaperView out;
    out.id = paper.id;
    out.kind = paper.kind;
    out.kind_name = worded(desk, "paper_kind", paper.kind);
    out.visibility = paper.visibility;
    out.visibility_name = worded(desk, "paper_visibility", paper.visibility);
    out.media = paper.media;
    out.type = type_of(paper.media);
    out.size = paper.size;
    out.party = there(paper.party);
    out.session = there(paper.session);
    out.obligation = there(paper.obligation);
    out.agreement = there(paper.agreement);
    out.by_party = paper.by_party;
    out.added_at = paper.added_at;
    if (auto const person = registry::find_person(desk, paper.added_by)) out.added_by_name = person->name;
    out.active = paper.active;
    out.shown = paper.shown;
    out.withdrawal = paper.withdrawal;
    if (paper.withdrawal) out.withdrawal_name = worded(desk, "paper_withdrawal", *paper.withdrawal);
    out.withdrawn_at = paper.withdrawn_at;
    out.erased_at = paper.erased_at;
    if (eye != Eye::whole) return out;
    auto const words = access::words_beside(desk.sql, desk.house.vault, paper.id, compartments);
    auto const text = [&](Kept const& kept) { return not_empty(words.contains(kept.id.n) ? words.at(kept.id.n) : ""); };
    out.whole = !paper.erased_at;
    out.thumbnail = bool(paper.thumbnail);
    out.title = text(paper.title);
    out.file_name = text(paper.file_name);
    out.sha256 = text(paper.content);
    out.original_sha256 = text(paper.original);
    out.withdrawal_note = text(paper.withdrawal_note);
    return out;
}

api::FileAnswer content_of(Desk& desk, Paper const& paper, access::Compartments const& compartments, bool download)
{
    if (paper.erased_at) throw Refused(gone());
    bool const saved = download || paper.active;
    auto const disposition = std::string(saved ? "attachment" : "inline") + "; filename=\"paper-" + shown(paper.id) + "." + std::string(ending_of(paper.media)) + "\"";
    bool const drawn = paper.media == Media::pdf && !saved;
    return told(desk, stream(desk.sql, desk.house, compartments, paper.bytes), type_of(paper.media), disposition, drawn ? to_be_drawn : shut);
}

api::FileAnswer thumbnail_of(Desk& desk, Paper const& paper, access::Compartments const& compartments)
{
    if (!paper.thumbnail) throw Refused(gone());
    return told(desk, stream(desk.sql, desk.house, compartments, paper.thumbnail), "image/jpeg", "inline", shut);
}

}  // namespace maple::papers
