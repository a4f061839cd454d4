#include "papers/events.hpp"
#include "storage/insert.hpp"

#include <algorithm>

namespace maple::papers {

void evolve(Paper& paper, Added const& e, Moment const& m)
{
    paper = e.paper;
    paper.added_at = m.happened;
    paper.added_by = m.person;
}

void evolve(Paper& paper, Shown const& e, Moment const&) { paper.shown.push_back(e.call); }

void evolve(Paper& paper, Hidden const& e, Moment const&) { std::erase(paper.shown, e.call); }

void evolve(Paper& paper, Withdrawn const& e, Moment const& m)
{
    paper.withdrawal = e.why;
    paper.withdrawal_note = e.note;
    paper.withdrawn_at = m.happened;
    paper.withdrawn_by = m.person;
}

void evolve(Paper& paper, Erased const&, Moment const& m)
{
    paper.erased_at = m.happened;
    paper.bytes = {};
    paper.thumbnail = {};
}

Row row_of(Paper const& paper)
{
    auto const there = [](Key key) { return key ? std::optional(key) : std::nullopt; };
    return {paper.id, paper.version, paper.dispute, paper.kind, paper.visibility, there(paper.bytes), there(paper.thumbnail),
            paper.added_at, paper.withdrawn_at, record_text(paper)};
}

void put_back(Sheet& sheet)
{
    sheet.put_back("paper", row_of(*sheet));
    sheet.desk().etag.reset();  // of the dispute, not of its papers
}

namespace {

struct About {
    Media media;
    std::string_view type, ending;
};
constexpr About known[] = {
    {Media::jpeg, "image/jpeg", "jpg"}, {Media::png, "image/png", "png"},   {Media::webp, "image/webp", "webp"},
    {Media::gif, "image/gif", "gif"},   {Media::pdf, "application/pdf", "pdf"}, {Media::mp3, "audio/mpeg", "mp3"},
    {Media::mp4, "audio/mp4", "m4a"},   {Media::aac, "audio/aac", "aac"},   {Media::ogg, "audio/ogg", "ogg"},
    {Media::webm, "audio/webm", "webm"}, {Media::wav, "audio/wav", "wav"},  {Media::amr, "audio/amr", "amr"},
};

About const& about(Media media)
{
    return *std::find_if(std::begin(known), std::end(known), [&](auto const& one) { return one.media == media; });
}

}  // namespace

std::string_view type_of(Media media) { return about(media).type; }
std::string_view ending_of(Media media) { return about(media).ending; }
bool is_picture(Media media) { return type_of(media).starts_with("image/"); }
bool is_sound(Media media) { return type_of(media).starts_with("audio/"); }

}  // namespace maple::papers
