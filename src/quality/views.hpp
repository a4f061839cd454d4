// What people see of samples and reviews.
#pragma once
#include "dispute/view.hpp"
#include "quality/rules.hpp"

namespace maple::quality {

struct ReviewLine {
    Key id{};
    std::int64_t version = 0;
    std::string number, kind_name, committee_name;
    std::optional<Instant> archived_at;
    Status status{};
    std::string status_name;
    std::optional<std::string> reviewer_name;
    std::optional<std::string> responsible_name;
    std::optional<Date> due;       // of the review until the list is done; of the mending while it is mended
    bool overdue = false;
    std::int64_t faults = 0;
    bool mine = false;             // the next step is this reader's
    bool may_take = false;
};
BOOST_DESCRIBE_STRUCT(ReviewLine, (), (id, version, number, kind_name, committee_name, archived_at, status, status_name, reviewer_name, responsible_name, due,
                                       overdue, faults, mine, may_take))

struct StatusCount {
    Status status{};
    std::string name;
    std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(StatusCount, (), (status, name, n))

struct SampleView {
    Key id{};
    std::string organisation_name;
    Date first_day{}, last_day{};
    Instant drawn_at;
    std::string drawn_by_name, seed;
    std::string rule;              // in a sentence
    std::int64_t dossiers = 0, drawn = 0;
    std::optional<bool> draws_the_same;  // of one sample alone: the same seed draws the same from what the page tells
    std::int64_t with_faults = 0;
    std::vector<StatusCount> statuses;
    std::vector<ReviewLine> reviews;  // of one sample alone
};
BOOST_DESCRIBE_STRUCT(SampleView, (), (id, organisation_name, first_day, last_day, drawn_at, drawn_by_name, seed, rule, dossiers, drawn, draws_the_same,
                                       with_faults, statuses, reviews))

struct FormLink {
    std::string form, title;
};
BOOST_DESCRIBE_STRUCT(FormLink, (), (form, title))

struct ItemView {
    std::string key, ask, basis;
    std::optional<dispute::ArticleView> article;
    std::string severity, severity_name;
    std::vector<FormLink> forms;
    std::optional<Verdict> verdict;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ItemView, (), (key, ask, basis, article, severity, severity_name, forms, verdict, note))

struct RoundView {
    Instant sent_at;
    Date due{};
    std::string words;
    std::optional<Instant> mended_at;
    std::string mended_by_name, done;
    std::optional<Instant> decided_at;
    bool confirmed = false;
};
BOOST_DESCRIBE_STRUCT(RoundView, (), (sent_at, due, words, mended_at, mended_by_name, done, decided_at, confirmed))

struct Mender {
    Key person{};
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Mender, (), (person, name))

enum class Step { take, give_back, answer, send_back, mend, close };
BOOST_DESCRIBE_ENUM(Step, take, give_back, answer, send_back, mend, close)

struct ReviewView {
    ReviewLine line;
    Key sample{};
    std::optional<Key> dispute;    // for who may read its file
    std::vector<ItemView> items;
    std::vector<RoundView> rounds;
    std::int64_t needed = 0, there = 0;    // papers of the dossier
    std::vector<std::string> missing;      // titles
    std::string retention_name;
    std::vector<Mender> menders;           // who mediated it, the last in the chair first
    Date proposed_due{};
    std::vector<Step> allowed;
};
BOOST_DESCRIBE_STRUCT(ReviewView, (), (line, sample, dispute, items, rounds, needed, there, missing, retention_name, menders, proposed_due, allowed))

// One policy point: right and place by access/rules, and never who had a hand in the dispute.
bool may_review(Desk&, dispute::Dispute const&);
bool leads(Desk&, Review const&);          // the committee whose dossier it is
bool may_see(Desk&, Review const&);

ReviewLine line_of(Desk&, Review const&);
ReviewView review_view(Desk&, Review const&);
SampleView sample_view(Desk&, Sample const&, bool with_reviews);

}  // namespace maple::quality
