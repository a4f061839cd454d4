// What people see of a dispute: the file on one screen, and one line of a list. Texts are
// filled in as far as this reader may see them; personal ones are masked; sealed ones reach
// the dispute's own mediators only.
#pragma once
#include "dispute/calls.hpp"
#include "dispute/file.hpp"
#include "dispute/next.hpp"

namespace maple::dispute {

struct ArticleView {
    std::string key, law, article, says;
};
BOOST_DESCRIBE_STRUCT(ArticleView, (), (key, law, article, says))

struct NextView {
    Action action{};
    std::string says;                 // "Ask the respondent whether it agrees to mediation"
    std::optional<Instant> due;
    bool overdue = false;
    bool legal = true;                // an article of law asks for this step; false: a rule of the house alone
    std::vector<std::string> why;     // the clock's own explanation, a sentence each
    std::string consequence;          // of that clock running out
    std::optional<ArticleView> article;
    Key organisation{};
    std::string organisation_name;
    std::optional<Key> person;
    std::optional<std::string> person_name;
    std::string phone;                // of the answerable person or organisation
    std::string deed;                 // the command that does it
    std::string subject;
};
BOOST_DESCRIBE_STRUCT(NextView, (), (action, says, due, overdue, legal, why, consequence, article, organisation,
                                     organisation_name, person, person_name, phone, deed, subject))

struct ClockView {
    std::string key, name;
    Instant due;
    bool paused = false;
    bool overdue = false;
    bool legal = true;
    std::vector<std::string> why;
    std::string consequence;
    std::optional<ArticleView> article;
};
BOOST_DESCRIBE_STRUCT(ClockView, (), (key, name, due, paused, overdue, legal, why, consequence, article))

struct Detail {
    std::string name, value;
};
BOOST_DESCRIBE_STRUCT(Detail, (), (name, value))

// One page of the ledger as a line of the timeline.
struct Entry {
    std::int64_t n = 0;
    std::string deed, says;
    Instant happened_at, recorded_at;
    bool entered_late = false;        // recorded more than an hour after it happened
    std::string person_name;
    std::vector<std::string> texts;
    std::vector<Detail> details;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (n, deed, says, happened_at, recorded_at, entered_late, person_name, texts, details))

struct Named {
    Key id{};
    std::string name, phone;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id, name, phone))

// What is missing before a party can be heard, and is nobody's step of the loop: somebody who may act for
// a child (CC arts 19, 20; MIN art. 11).
struct LackView {
    Key party{};
    std::string code;                 // "no_guardian", "guardian_accused"
    std::string says;
    std::string deed;                 // the command that mends it
    std::optional<ArticleView> article;
};
BOOST_DESCRIBE_STRUCT(LackView, (), (party, code, says, deed, article))

// What a department that was called owes next, and by when.
struct CallDue {
    Key call{};
    CallStep owes{};
    Instant due_at;
};
BOOST_DESCRIBE_STRUCT(CallDue, (), (call, owes, due_at))

struct FileView {
    Key id{};
    std::int64_t version = 0;
    std::string number;
    std::string kind_name, place_name, stage_name, source_name;
    Dispute dispute;
    std::optional<NextView> next;
    std::vector<LackView> lacks;
    std::vector<ClockView> clocks;
    std::vector<CallDue> calls;       // of those that owe something
    std::vector<Entry> timeline;      // newest first
    std::vector<std::string> allowed; // deeds that this reader may do now
    std::vector<Named> organisations; // every one that the file names
    std::vector<Named> people;
    access::Sight sight;              // what this reader sees of it

    Instant as_of;                    // not told: the moment at which what is due was judged
    SharedText told = {};             // all of it, as JSON
};
BOOST_DESCRIBE_STRUCT(FileView, (), (id, version, number, kind_name, place_name, stage_name, source_name, dispute, next,
                                     lacks, clocks, calls, timeline, allowed, organisations, people, sight))

// What the answer of a deed keeps of the file until it is completed.
struct Slip {
    Instant as_of;
    Key id{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Slip, (), (as_of, id, version))

// The whole file for this reader, told. `dispute` as it was read.
FileView view(Desk&, std::shared_ptr<Dispute const> dispute);

// What a deed answers with: which file, at which version, at what moment.
FileView slip_of(Desk&, Key dispute, std::int64_t version);
// The whole file for the slip, as it was then, even when the dispute has gone on since.
void complete(Desk&, FileView& slip);

// For the room commands: put the file back and answer with the slip of it.
FileView done(File&);

// "In mediation"; a request that was merged says so, though its stage is that of one that
// needed no mediation.
std::string stage_word(Desk&, Dispute const&, std::string_view list = "stage");

// The kind in words, also while nobody has named it yet.
std::string kind_word(Desk&, std::string_view key);

NextView next_view(Desk&, Next const&);
ClockView clock_view(Desk&, law::Due const&);
std::optional<ArticleView> article_view(Desk&, std::string_view statute);
std::vector<std::string> worded(Desk&, std::vector<law::Clause> const&);

// Fills in the texts that the reader may see, each in the shape of its class.
void fill_words(Desk&, Dispute&);
// The same for a page of its own (an agency's), whose reader has this sight.
void fill_words(Desk&, Dispute&, access::Sight const&);

// The contact of one party, unmasked; the asking is written into the audit log.
struct Contact {
    std::optional<std::string> phone, address, id_number, guardian_phone;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (phone, address, id_number, guardian_phone))
Contact contact_of(Desk&, Dispute const&, Key party);

}  // namespace maple::dispute

namespace maple {

template <> struct Form<dispute::FileView> {
    static void write(dispute::FileView const&, std::string& out);
    static json::object schema(Schemas&, Way);
};

template <> struct Record<dispute::FileView> {
    static void put(dispute::FileView const& file, std::string& out, Order order)
    {
        Record<dispute::Slip>::put({file.as_of, file.id, file.version}, out, order);
    }
    static void read(JsonReader& in, dispute::FileView& file)
    {
        dispute::Slip slip;
        Record<dispute::Slip>::read(in, slip);
        file.as_of = slip.as_of;
        file.id = slip.id;
        file.version = slip.version;
    }
    static bool empty(dispute::FileView const&) { return false; }
};

}  // namespace maple

namespace maple::dispute {

// --- Lists ---------------------------------------------------------------------------

struct Line {
    Key id{};
    std::int64_t version = 0;
    std::string number;
    std::string parties;              // initials in family disputes, where a minor is concerned, and for who sees open fields only
    std::string kind, kind_name;
    Stage stage{};
    std::string stage_name;
    std::optional<Grade> grade;
    Source source{};
    std::string place_name;
    std::string organisation_name;
    std::optional<std::string> person_name;
    std::optional<std::string> next_action, next_says;
    std::optional<Instant> due_at;
    bool overdue = false;
    Instant requested_at;
    std::optional<Instant> concluded_at;
    std::optional<std::string> outcome;

    SharedText told = {};             // all of it, as JSON
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, version, number, parties, kind, kind_name, stage, stage_name, grade, source, place_name,
                                 organisation_name, person_name, next_action, next_says, due_at, overdue, requested_at,
                                 concluded_at, outcome))

// The columns of a row that a line is made of; select them with `line_columns`.
struct LineRow {
    Key id{};
    std::int64_t version = 0;
    std::string number, parties, kind;
    Stage stage{};
    std::optional<Grade> grade;
    Source source{};
    std::string place;
    bool discreet = false;
    Key organisation{};
    std::optional<Key> person;
    std::optional<Key> mediator;
    std::optional<std::string> next_action;
    std::optional<Instant> due_at;
    Instant requested_at;
    std::optional<Instant> concluded_at;
    std::optional<std::string> outcome;
    std::string scope, desk_scope;
    std::optional<std::string> sent_scope;
    std::string mediators, guests;
    std::optional<Instant> restricted_at;
};
BOOST_DESCRIBE_STRUCT(LineRow, (), (id, version, number, parties, kind, stage, grade, source, place, discreet, organisation,
                                    person, mediator, next_action, due_at, requested_at, concluded_at, outcome, scope, desk_scope,
                                    sent_scope, mediators, guests, restricted_at))
inline constexpr std::string_view line_columns =
    "dispute.id, dispute.version, dispute.number, dispute.parties, dispute.kind, dispute.stage, dispute.grade, dispute.source, "
    "dispute.place, dispute.discreet, dispute.organisation, dispute.person, dispute.mediator, dispute.next_action, "
    "dispute.due_at, dispute.requested_at, dispute.concluded_at, dispute.outcome, dispute.scope, dispute.desk_scope, "
    "dispute.sent_scope, dispute.mediators, dispute.guests, dispute.restricted_at";

std::vector<Line> lines(Desk&, std::vector<LineRow> const&);

// What must be asked of a row every time: the rest of a line holds as long as its version.
struct LineSeen {
    Key id{};
    std::int64_t version = 0;
    std::optional<Instant> due_at;
};
BOOST_DESCRIBE_STRUCT(LineSeen, (), (id, version, due_at))
inline constexpr std::string_view line_seen_columns = "dispute.id, dispute.version, dispute.due_at";

// The same lines, told: those that were told before are not put together again.
std::vector<Line> lines(Desk&, std::vector<LineSeen> const&);
std::string initials(std::string_view parties);  // "李某 / 张某"

}  // namespace maple::dispute
