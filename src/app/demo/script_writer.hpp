// Writes the script of one dispute, deed by deed, until it is over or halts. Three files:
// the opening (request to appointment), the room (talks to agreement or failure), and
// afterwards (performance, visit, archive). Part of course.hpp.
#pragma once
#include "app/demo/course.hpp"

namespace maple::app::demo {

// What the deeds learn from the answers of earlier ones: keys as they are shown.
struct Folder {
    std::string dispute, lead, referral, session, agreement, risk;
    std::vector<std::string> parties, promises, participants;

    std::string at(std::string_view rest) const { return "/disputes/" + dispute + std::string(rest); }
    void look(Hand&);  // reads the keys off the dispute as it stands
};

class ScriptWriter {
public:
    ScriptWriter(Course course, Town const& town, Hours const& hours, Dice& dice, law::Book const& book);
    Script write();

private:
    using Run = std::function<void(Hand&, Folder&)>;

    // The opening. Each says whether the script ends here.
    bool opening();
    void request();
    void come_by_lead();
    void come_by_referral();
    void ask_consents();
    void divert();
    dispute::Grade proposed_grade() const;
    json::object sent_to(Office const&, dispute::Grade) const;
    bool receive();
    void escalate();

    // The room.
    bool room();
    void tell_rights();
    void talk_apart(std::size_t side);
    void raise_risk();
    void let_sit_in();
    void invite_somebody();
    void plan(std::optional<Instant> meeting);  // none: in a few days
    void meet(std::string result);
    void agree_orally();
    bool agree_in_writing();
    void see_papers();  // of the parties, by whoever mediates
    // Papers of what is alive, drawn by the program (drawn.hpp). No dice and no time of their own, so
    // that all else stays as it was.
    void bring_photo();
    void bring_scan();
    void bring_receipt(std::size_t promise);
    bool brings(int one_in) const;
    bool hesitate();  // pause, extension, more talks to come
    void fail();
    void record_on_the_spot();

    // Afterwards.
    void afterwards();
    void perform(std::size_t n);
    void perform_in_parts(std::size_t n, Date due);
    void visit();
    void reopen();
    void archive();

    bool stops(Halt here) const { return course_->halt == here; }
    void at(Instant, Run);
    void soon(int least, int most, Run run) { at(hours_.minutes_after(now_, least, most), std::move(run)); }
    std::string phrase(std::string const& name) { return dice_.pick(stock().lines(name)); }
    std::string weighted(std::map<std::string, double> const&);
    json::array remedies() const;

    std::shared_ptr<Course> course_;
    Town const& town_;
    Hours const& hours_;
    Dice& dice_;
    law::Book const& book_;
    law::Kind const& kind_;
    Office const& desk_;
    std::shared_ptr<Folder> folder_ = std::make_shared<Folder>();
    Script script_;
    Instant now_;
    Date agreed_on_{};
    Instant promises_settled_;
    bool breached_ = false, risky_ = false, papers_seen_ = false;
};

}  // namespace maple::app::demo
