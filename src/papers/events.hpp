// What happens to a paper. Each has pages of its own, under its own key: that somebody brought a
// photo does not stand in the way of who is writing on the dispute at that moment.
#pragma once
#include "access/sheet.hpp"
#include "papers/words.hpp"

namespace maple::papers {

using access::Moment;

inline constexpr std::string_view pages = "paper";  // the kind of them

struct Added {
    static constexpr std::string_view deed = "papers.added";
    Paper paper;
};
BOOST_DESCRIBE_STRUCT(Added, (), (paper))

// A called department may see it, until it hands back; or no longer.
struct Shown {
    static constexpr std::string_view deed = "papers.shown";
    Key call{};
};
BOOST_DESCRIBE_STRUCT(Shown, (), (call))

struct Hidden {
    static constexpr std::string_view deed = "papers.hidden";
    Key call{};
};
BOOST_DESCRIBE_STRUCT(Hidden, (), (call))

// It stays in the ledger and on the disk; nobody uses it any more.
struct Withdrawn {
    static constexpr std::string_view deed = "papers.withdrawn";
    Withdrawal why{};
    Kept note;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (why, note))

// Its bytes were erased where the law demands it (PIPL art. 47); the texts beside its pages go by a
// page of their own (access/journal.hpp).
struct Erased {
    static constexpr std::string_view deed = "papers.erased";
    std::string statute;
};
BOOST_DESCRIBE_STRUCT(Erased, (), (statute))

void evolve(Paper&, Added const&, Moment const&);
void evolve(Paper&, Shown const&, Moment const&);
void evolve(Paper&, Hidden const&, Moment const&);
void evolve(Paper&, Withdrawn const&, Moment const&);
void evolve(Paper&, Erased const&, Moment const&);

using Events = boost::mp11::mp_list<Added, Shown, Hidden, Withdrawn, Erased>;

// The row of the table, read off the paper; the same on writing and in `verify`.
struct Row {
    Key id{};
    std::int64_t version = 0;
    Key dispute{};
    Kind kind{};
    Visibility visibility{};
    std::optional<Key> bytes;
    std::optional<Key> thumbnail;
    Instant added_at;
    std::optional<Instant> withdrawn_at;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, version, dispute, kind, visibility, bytes, thumbnail, added_at, withdrawn_at, state))
Row row_of(Paper const&);

using Sheet = access::Sheet<Paper>;
void put_back(Sheet&);

}  // namespace maple::papers
