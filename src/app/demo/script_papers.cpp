#include "app/demo/drawn.hpp"
#include "app/demo/script_writer.hpp"

#include <algorithm>
#include <array>

namespace maple::app::demo {

using json::object;

bool ScriptWriter::brings(int one_in) const
{
    return course_->halt != Halt::never && course_->asked.us / microseconds_a_second / 60 % one_in == 0;
}

void ScriptWriter::bring_photo()
{
    constexpr std::array<std::string_view, 5> with_walls{"neighbour", "house_homestead", "damages", "property_management", "contract"};
    if (!brings(2) || std::find(with_walls.begin(), with_walls.end(), course_->tale.kind) == with_walls.end()) return;
    script_.deeds.push_back({now_, [folder = folder_, who = course_->mediator, seed = std::uint64_t(course_->asked.us)](Hand& hand) {
        hand.bring(who, folder->at("/papers"), {{"kind", "place_photo"}, {"visibility", "file"}, {"title", "现场照片：墙面水渍"}}, photo_of_a_stain(seed), "IMG_0412.jpg");
    }});
}

void ScriptWriter::bring_scan()
{
    if (!brings(2)) return;
    script_.deeds.push_back({now_, [folder = folder_, course = course_](Hand& hand) {
        auto const scan = scanned_agreement(course->tale, date_in_beijing(hand.now), std::uint64_t(course->asked.us));
        hand.bring(course->mediator, folder->at("/papers"), {{"kind", "signed_paper"}, {"visibility", "file"}, {"agreement", folder->agreement}, {"title", "签好的协议书（扫描）"}}, scan, "scan.jpg");
    }});
}

void ScriptWriter::bring_receipt(std::size_t n)
{
    if (!brings(2) || !course_->tale.promises.at(n).fen) return;
    script_.deeds.push_back({now_, [folder = folder_, course = course_, n](Hand& hand) {
        auto const paper = receipt(course->tale, course->tale.promises[n], date_in_beijing(hand.now));
        hand.bring(course->mediator, folder->at("/papers"), {{"kind", "performance_evidence"}, {"visibility", "file"}, {"obligation", folder->promises.at(n)}, {"title", "收条"}}, paper, "receipt.pdf");
    }});
}

}  // namespace maple::app::demo
