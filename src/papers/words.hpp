// A paper: a photo, scan or recording that somebody brought. Its title, the name of its file and
// the hashes of what it holds are texts beside the page; of what one side brought for itself alone
// they are sealed in that party's compartment, as its bytes are.
#pragma once
#include "foundation/kept.hpp"
#include "foundation/record.hpp"

namespace maple::papers {

enum class Kind { identity_proof, evidence, place_photo, voice_note, signed_paper, performance_evidence, other };
BOOST_DESCRIBE_ENUM(Kind, identity_proof, evidence, place_photo, voice_note, signed_paper, performance_evidence, other)

enum class Visibility {
    file,      // all who may see the dispute's file
    side,      // one party's compartment: the dispute's own mediators alone
    internal,  // the mediators and the organisation: never leaves the house
};
BOOST_DESCRIBE_ENUM(Visibility, file, side, internal)

// What a file is, found by looking at it.
enum class Media { jpeg, png, webp, gif, pdf, mp3, mp4, aac, ogg, webm, wav, amr };
BOOST_DESCRIBE_ENUM(Media, jpeg, png, webp, gif, pdf, mp3, mp4, aac, ogg, webm, wav, amr)

enum class Withdrawal { wrong_file, wrong_dispute, unreadable, replaced, party_asks, other };
BOOST_DESCRIBE_ENUM(Withdrawal, wrong_file, wrong_dispute, unreadable, replaced, party_asks, other)

struct Paper {
    Key id{};
    std::int64_t version = 0;
    Key dispute{};
    Kind kind{};
    Visibility visibility{};
    Key party{};       // whose paper it is; none: the office's own
    bool by_party = false;  // brought by the party itself, through its receipt
    Key session{};     // what it hangs on besides the dispute
    Key obligation{};
    Key agreement{};
    Kept title;
    Kept file_name;    // as whoever brought it called it
    Kept content;      // hex SHA-256 of what is kept
    Kept original;     // hex SHA-256 of what was sent, where something was taken out of it
    Media media{};
    std::int64_t size = 0;
    bool active = false;  // a PDF that carries programs or other files: never opened in a page
    Key bytes{};
    Key thumbnail{};
    Instant added_at;
    Key added_by{};
    std::vector<Key> shown;  // calls for joint mediation whose department may see it
    std::optional<Withdrawal> withdrawal;
    Kept withdrawal_note;
    std::optional<Instant> withdrawn_at;
    Key withdrawn_by{};
    std::optional<Instant> erased_at;
};
BOOST_DESCRIBE_STRUCT(Paper, (), (id, version, dispute, kind, visibility, party, by_party, session, obligation, agreement, title,
                                  file_name, content, original, media, size, active, bytes, thumbnail, added_at, added_by, shown,
                                  withdrawal, withdrawal_note, withdrawn_at, withdrawn_by, erased_at))

std::string_view type_of(Media);    // "image/jpeg"
std::string_view ending_of(Media);  // "jpg"
bool is_picture(Media);
bool is_sound(Media);

}  // namespace maple::papers
