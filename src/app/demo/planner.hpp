// What shall happen in the city: which stories, where, by whom and when, so that the counts
// are those that were asked for and everything falls on plausible days.
#pragma once
#include "app/demo/course.hpp"

namespace maple::app::demo {

class Planner {
public:
    Planner(Town const& town, Dice& dice, law::Book const& book, CitySize const& size)
        : town_(town), dice_(dice), book_(book), size_(size), hours_(book.calendar, dice)
    {}

    // Every deed of the city, in the order of time.
    std::vector<Deed> deeds();

private:
    void the_living();
    void the_faces();
    void the_team();      // what the brand team has settled since it was founded
    std::optional<Script> of_team(Story const&, Halt, Instant asked, Date from, Date to);
    void the_settled();
    void the_failed();
    void the_short();     // advice, refusals, transfers
    void the_side_doors();  // leads and hand-overs that became nothing, and those that wait
    void the_people();      // who serves: cards, training, honours, grades, leave, a complaint
    void then(Instant at, std::function<void(Hand&)> run) { deeds_.push_back({at, std::move(run)}); }
    void cards_and_certificates();
    void trainings();
    void honours_and_grades();
    void leave();
    void complaint();
    void lead_that_became_nothing(Instant, std::string const& place, Server const&);
    void lead_that_waits(Instant, std::string const& place, Server const&);
    void referral(Instant, Slip const&, std::string const& place, std::optional<std::string> declined, bool answered);

    Story const& any_story(std::string_view kind = {});
    Story const& story_for(std::string_view kind, Halt);
    Course course(Story const&, Halt, Instant asked, std::string place = {});
    void seat(Course&);
    Server chair(Course const&, std::vector<Server> const&);
    void perhaps_send_up(Course&);
    std::string source_of(Story const&);
    std::string reference(std::string const& source);
    // Tries days until the script ends in time; a script of what has ended.
    std::optional<Script> settled_in(int month);
    void living(Story const&, Halt, std::string place = {}, std::function<void(Course&)> change = {});
    void take(Script);
    bool needs_writing(std::string const& kind) const { return book_.kind(kind)->needs_writing; }
    bool may_extend(std::string const& kind) const { return book_.clock(book_.kind(kind)->clock)->may_extend; }

    Town const& town_;
    Dice& dice_;
    law::Book const& book_;
    CitySize const& size_;
    Hours hours_;
    std::vector<Deed> deeds_;
    int settled_before_november_ = 0;
    int late_percent_ = 0;  // of what is alive
    std::map<std::string, int> references_;
    std::set<Key> busy_;  // of whom something has been told already
    std::map<std::string, double> sent_up_;  // percent gathered towards the next, by share
};

}  // namespace maple::app::demo
