// A paper as it is shown to somebody, and how its bytes are handed out.
#pragma once
#include "access/compartments.hpp"
#include "api/file_answer.hpp"
#include "papers/rules.hpp"

namespace maple::papers {

struct PaperView {
    Key id{};
    Kind kind{};
    std::string kind_name;
    Visibility visibility{};
    std::string visibility_name;
    std::optional<std::string> title, file_name;
    Media media{};
    std::string type;
    std::int64_t size = 0;
    std::optional<std::string> sha256, original_sha256;
    std::optional<Key> party, session, obligation, agreement;
    bool by_party = false;
    Instant added_at;
    std::optional<std::string> added_by_name;
    bool whole = false;      // this reader may look at it
    bool thumbnail = false;
    bool active = false;
    std::vector<Key> shown;
    std::optional<Withdrawal> withdrawal;
    std::optional<std::string> withdrawal_name, withdrawal_note;
    std::optional<Instant> withdrawn_at, erased_at;
};
BOOST_DESCRIBE_STRUCT(PaperView, (), (id, kind, kind_name, visibility, visibility_name, title, file_name, media, type, size, sha256,
                                      original_sha256, party, session, obligation, agreement, by_party, added_at, added_by_name, whole,
                                      thumbnail, active, shown, withdrawal, withdrawal_name, withdrawal_note, withdrawn_at, erased_at))

// Those that this eye sees; compartments are opened for `side` alone.
PaperView view_of(Desk&, Paper const&, Eye, access::Compartments const&);

// Its bytes, named by its key: what people call their files stands in no header. Whatever a
// browser would run of it stays shut.
api::FileAnswer content_of(Desk&, Paper const&, access::Compartments const&, bool download);
api::FileAnswer thumbnail_of(Desk&, Paper const&, access::Compartments const&);

}  // namespace maple::papers
