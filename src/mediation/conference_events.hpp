// Case conference (会商): others are asked about a hard dispute, see the papers chosen for them, advise;
// whoever presides decides which road is taken, with tasks that are followed up.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::mediation {

using dispute::Dispute;
using dispute::Moment;

struct ConferenceCalled {
    static constexpr std::string_view deed = "mediation.conference_called";
    dispute::Conference conference;
};
BOOST_DESCRIBE_STRUCT(ConferenceCalled, (), (conference))

struct ConferenceInvited {
    static constexpr std::string_view deed = "mediation.conference_invited";
    Key conference{};
    dispute::Seat seat;
};
BOOST_DESCRIBE_STRUCT(ConferenceInvited, (), (conference, seat))

struct PapersChosen {
    static constexpr std::string_view deed = "mediation.conference_papers_chosen";
    Key seat{};
    std::vector<dispute::PaperShown> papers;
};
BOOST_DESCRIBE_STRUCT(PapersChosen, (), (seat, papers))

// Taken back by whoever called, or given back by who must not advise.
struct Uninvited {
    static constexpr std::string_view deed = "mediation.conference_uninvited";
    Key seat{};
    std::string ground;  // key of the list "conflict"; "" when it is simply needed no more
};
BOOST_DESCRIBE_STRUCT(Uninvited, (), (seat, ground))

struct AdviceGiven {  // a later one takes the place of the one before
    static constexpr std::string_view deed = "mediation.advice_given";
    Key seat{};
    Kept advice;
    Kept basis;
};
BOOST_DESCRIBE_STRUCT(AdviceGiven, (), (seat, advice, basis))

struct ConferenceDecided {
    static constexpr std::string_view deed = "mediation.conference_decided";
    Key conference{};
    Key session{};  // in which it was held
    std::string road;
    Kept reasons;
    std::vector<dispute::FollowUpTask> tasks;
    Instant papers_until;
};
BOOST_DESCRIBE_STRUCT(ConferenceDecided, (), (conference, session, road, reasons, tasks, papers_until))

struct ConferenceCalledOff {
    static constexpr std::string_view deed = "mediation.conference_called_off";
    Key conference{};
};
BOOST_DESCRIBE_STRUCT(ConferenceCalledOff, (), (conference))

struct TaskDone {
    static constexpr std::string_view deed = "mediation.conference_task_done";
    Key task{};
    Kept outcome;
};
BOOST_DESCRIBE_STRUCT(TaskDone, (), (task, outcome))

void evolve(Dispute&, ConferenceCalled const&, Moment const&);
void evolve(Dispute&, ConferenceInvited const&, Moment const&);
void evolve(Dispute&, PapersChosen const&, Moment const&);
void evolve(Dispute&, Uninvited const&, Moment const&);
void evolve(Dispute&, AdviceGiven const&, Moment const&);
void evolve(Dispute&, ConferenceDecided const&, Moment const&);
void evolve(Dispute&, ConferenceCalledOff const&, Moment const&);
void evolve(Dispute&, TaskDone const&, Moment const&);

using ConferenceEvents = boost::mp11::mp_list<ConferenceCalled, ConferenceInvited, PapersChosen, Uninvited, AdviceGiven, ConferenceDecided,
                                              ConferenceCalledOff, TaskDone>;

}  // namespace maple::mediation
