// The life of a dispute on one page: which deed is possible at which stage, who may do it,
// and where it can lead. It is the guard that the rules use, the source of docs/life.md
// (`maplebridge life`), and what a domain expert signs off.
#pragma once
#include "access/rules.hpp"
#include "dispute/dispute.hpp"

#include <array>
#include <span>

namespace maple::dispute {

struct Permit {
    std::string_view deed;          // "acceptance.accepted": the event's name
    access::Right right;
    std::vector<Stage> from;
    std::vector<Stage> to;          // where the dispute may be afterwards
    bool listed = true;             // a command that people choose; false: happens by itself or at a side door
};

std::span<Permit const> life();
Permit const* permit(std::string_view deed);

// Where the dispute stands, read off its facts.
Stage stage_of(Dispute const&);

// Ok, or "not at this stage", naming the stage and the deed.
Result<void> permitted(Dispute const&, std::string_view deed);

// Some deeds of the table, as places in it.
class Deeds {
public:
    static constexpr std::size_t most = 192;

    void add(std::size_t row) { bits_[row / 64] |= std::uint64_t(1) << row % 64; }
    bool contains(std::string_view deed) const;
    std::vector<std::string> names() const;
    bool empty() const { return bits_ == decltype(bits_){}; }
    std::array<std::uint64_t, most / 64> const& bits() const { return bits_; }

private:
    std::array<std::uint64_t, most / 64> bits_{};
};

// The deeds that the stage permits and the caller has the right to.
Deeds allowed(Dispute const&, access::Caller const&, Instant now);

// What the policy looks at, at this moment: a broken glass closes by itself.
access::Matter matter_of(Dispute const&, Instant now);

// A mediator of this dispute, or somebody of the registry whom the parties let take part.
bool takes_part(Dispute const&, Key person);

bool is_over(Stage);  // nobody needs to do anything any more

}  // namespace maple::dispute
