// How one dispute of the demo shall go: its tale, its way, and where it stands on the first
// morning; and the script of deeds that follows from it.
#pragma once
#include "app/demo/hours.hpp"
#include "app/demo/tale.hpp"
#include "app/demo/town.hpp"
#include "dispute/words.hpp"

namespace maple::app::demo {

enum class Way { on_the_spot, oral, written, failed };

// The last thing that has happened; `never`: it goes to the archive.
enum class Halt {
    never, requested, accepted, asked, unreachable, sent, received, appointed, told, planned, to_be_continued, succeeded,
    drafted, all_signed, paused, extended, session_failed, promised, half_kept, kept, visited, ended, delivered, reopened,
};

struct Course {
    Tale tale;
    Way way = Way::written;
    Halt halt = Halt::never;
    std::string source;
    std::string reference;         // of an agency's hand-over
    Office const* handler = nullptr;
    Server mediator;
    Office const* upper = nullptr;   // of the subdistrict: the community cannot settle it and sends it there
    Server upper_mediator;
    bool of_team = false;            // taken on in the name of the brand team
    std::optional<Server> apprentice;  // who sits in to learn
    Server informant;              // whose lead it grew from
    Instant asked;
    std::optional<Instant> meeting;  // when the planned session shall be
    std::optional<std::string> remember_as;  // a setting that keeps the dispute's key and its first party's
};

// The office's hand: does one deed after the other, each at its own time.
class Hand {
public:
    Hand(sql::Session& sql, api::Dispatcher const& dispatcher) : sql(sql), dispatcher_(dispatcher) {}
    json::value act(Server const& who, std::string_view verb, std::string const& path, json::object body)
    {
        return dispatcher_.act(sql, who.caller, now, verb, path, std::move(body));
    }

    // A paper, where this house keeps any.
    void bring(Server const& who, std::string const& path, json::object fields, std::string const& bytes, std::string name)
    {
        if (dispatcher_.keeps_files()) dispatcher_.act_with_file(sql, who.caller, now, path, std::move(fields), bytes, std::move(name));
    }

    sql::Session& sql;
    Instant now;

private:
    api::Dispatcher const& dispatcher_;
};

struct Deed {
    Instant at;
    std::function<void(Hand&)> run;
};

struct Script {
    std::vector<Deed> deeds;
    std::optional<Instant> settled;  // when the agreement took effect
    std::optional<Date> next_due;    // of the first promise that is still open
    Instant last() const { return deeds.back().at; }
};

// Pure but for the dice: may be thrown away and written anew.
Script script_of(Course, Town const&, Hours const&, Dice&, law::Book const&);

// What a request's form says of this tale.
json::object request_form(Tale const&, std::string const& source);

}  // namespace maple::app::demo
