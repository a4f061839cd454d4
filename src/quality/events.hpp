// A sample of archived dossiers, and the review of each: small dossiers of their own, beside the
// disputes, which stay as they were archived.
#pragma once
#include "access/moment.hpp"
#include "foundation/kept.hpp"
#include "foundation/record.hpp"
#include "foundation/time.hpp"

namespace maple {
struct Desk;
}
namespace maple::registry {
struct PathChange;
}

namespace maple::quality {

using access::Moment;

enum class Status {
    drawn,     // nobody has taken it yet
    checking,  // a reviewer goes through the list
    mending,   // it was sent back
    mended,    // it came back
    closed,
};
BOOST_DESCRIBE_ENUM(Status, drawn, checking, mending, mended, closed)

enum class Verdict { sound, fault, not_applicable };
BOOST_DESCRIBE_ENUM(Verdict, sound, fault, not_applicable)

struct Sample {
    Key id{};
    std::int64_t version = 0;
    Key organisation{};        // whose dossiers, and of all below it
    std::string scope;
    Date first_day{}, last_day{};  // of the archiving
    Instant drawn_at;
    Key drawn_by{};
    std::string seed;          // made by the program
    std::int64_t share_percent = 0, minimum = 0;
    std::vector<Key> dossiers; // that were archived in the period
    std::vector<Key> drawn;    // in the order of their lots
};
BOOST_DESCRIBE_STRUCT(Sample, (), (id, version, organisation, scope, first_day, last_day, drawn_at, drawn_by, seed, share_percent, minimum,
                                   dossiers, drawn))

struct SampleDrawn {
    static constexpr std::string_view deed = "quality.drawn";
    Sample sample;
};
BOOST_DESCRIBE_STRUCT(SampleDrawn, (), (sample))

void evolve(Sample&, SampleDrawn const&, Moment const&);
using SampleEvents = boost::mp11::mp_list<SampleDrawn>;

// What was found at one question of the list.
struct Answer {
    std::string item;  // key of the book
    Verdict verdict{};
    KeptStory note;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (item, verdict, note))

// Once back for mending, and what came of it.
struct Round {
    Instant sent_at;
    Date due{};
    KeptStory words;
    std::optional<Instant> mended_at;
    Key mended_by{};
    KeptStory done;
    std::optional<Instant> decided_at;
    bool confirmed = false;
};
BOOST_DESCRIBE_STRUCT(Round, (), (sent_at, due, words, mended_at, mended_by, done, decided_at, confirmed))

struct Review {
    Key id{};
    std::int64_t version = 0;
    Key sample{};
    Key dispute{};
    Key organisation{};        // the committee whose dossier it is
    std::string scope;
    Status status = Status::drawn;
    Key reviewer{};
    Key responsible{};         // who mends: the mediator who presided last
    std::vector<Answer> answers;
    std::vector<Round> rounds;
    std::optional<Instant> checked_at;  // when the list was done
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(Review, (), (id, version, sample, dispute, organisation, scope, status, reviewer, responsible, answers, rounds,
                                   checked_at, closed_at))

struct ReviewOpened {
    static constexpr std::string_view deed = "quality.opened";
    Review review;
};
BOOST_DESCRIBE_STRUCT(ReviewOpened, (), (review))

struct ReviewTaken {
    static constexpr std::string_view deed = "quality.taken";
    Key reviewer{};
};
BOOST_DESCRIBE_STRUCT(ReviewTaken, (), (reviewer))

// Somebody else goes on; what was answered so far stays.
struct ReviewGivenBack {
    static constexpr std::string_view deed = "quality.given_back";
};
BOOST_DESCRIBE_STRUCT(ReviewGivenBack, (), ())

struct ReviewAnswered {
    static constexpr std::string_view deed = "quality.answered";
    std::vector<Answer> answers;  // those that changed
};
BOOST_DESCRIBE_STRUCT(ReviewAnswered, (), (answers))

struct SentBack {
    static constexpr std::string_view deed = "quality.sent_back";
    Key responsible{};
    Date due{};
    KeptStory words;
};
BOOST_DESCRIBE_STRUCT(SentBack, (), (responsible, due, words))

struct Mended {
    static constexpr std::string_view deed = "quality.mended";
    KeptStory done;
};
BOOST_DESCRIBE_STRUCT(Mended, (), (done))

// Nothing was found, or what was mended is confirmed.
struct ReviewClosed {
    static constexpr std::string_view deed = "quality.closed";
};
BOOST_DESCRIBE_STRUCT(ReviewClosed, (), ())

void evolve(Review&, ReviewOpened const&, Moment const&);
void evolve(Review&, ReviewTaken const&, Moment const&);
void evolve(Review&, ReviewGivenBack const&, Moment const&);
void evolve(Review&, ReviewAnswered const&, Moment const&);
void evolve(Review&, SentBack const&, Moment const&);
void evolve(Review&, Mended const&, Moment const&);
void evolve(Review&, ReviewClosed const&, Moment const&);
using ReviewEvents = boost::mp11::mp_list<ReviewOpened, ReviewTaken, ReviewGivenBack, ReviewAnswered, SentBack, Mended, ReviewClosed>;

// The rows, read off their dossiers; the same on writing and in `verify`.
struct SampleRow {
    Key id{};
    std::int64_t version = 0;
    Key organisation{};
    std::string scope;
    Date first_day{}, last_day{};
    Instant drawn_at;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(SampleRow, (), (id, version, organisation, scope, first_day, last_day, drawn_at, state))
SampleRow row_of(Sample const&);

struct ReviewRow {
    Key id{};
    std::int64_t version = 0;
    Key sample{};
    Key dispute{};
    std::string scope;
    Status status{};
    std::optional<Key> reviewer, responsible;
    std::optional<Date> due_on;
    std::optional<std::string> checked_in;
    std::string findings;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(ReviewRow, (), (id, version, sample, dispute, scope, status, reviewer, responsible, due_on, checked_in, findings, state))
ReviewRow row_of(Review const&);

// The paths are those of today (dispute/file.hpp says why).
Sample sample_from_state(Desk&, std::string_view state);
Review review_from_state(Desk&, std::string_view state);
void refresh_scopes(Desk&, Sample&);
void refresh_scopes(Desk&, Review&);
void move_scopes(Desk&, registry::PathChange const&);

}  // namespace maple::quality
