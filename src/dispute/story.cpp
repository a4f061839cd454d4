#include "dispute/story.hpp"
#include "dispute/file.hpp"

#include <shared_mutex>
#include <unordered_map>

namespace maple::dispute {
namespace {

struct Story {
    std::shared_mutex mutex;
    std::unordered_map<std::string_view, Chapter> chapters;
};

Story& story()
{
    static Story one;
    return one;
}

}  // namespace

void bind_story(std::span<Chapter const> chapters)
{
    std::unique_lock const lock(story().mutex);
    for (auto const& chapter : chapters) story().chapters.insert_or_assign(chapter.deed, chapter);
}

bool tell(Dispute& d, access::Page const& page)
{
    Chapter chapter{};
    {
        std::shared_lock const lock(story().mutex);
        auto const found = story().chapters.find(page.deed);
        if (found == story().chapters.end()) return false;
        chapter = found->second;
    }
    chapter.tell(d, page.body, {page.happened, page.recorded, page.person, page.account});
    return true;
}

Dispute as_it_was(sql::Session& sql, Key id, std::int64_t version)
{
    Dispute d;
    d.id = id;
    for (auto const& page : access::pages_of(sql, id)) {
        if (page.n > version) break;
        if (!tell(d, page)) throw CorruptPage("a page tells of a deed that nobody knows");
        settle(d, page.happened);
    }
    return d;
}

}  // namespace maple::dispute
