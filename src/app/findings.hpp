// What a replay has found so far: every part of `verify` writes its differences here and
// asks here for the texts that lie beside the pages.
#pragma once
#include "access/journal.hpp"
#include "app/replay.hpp"
#include "dispute/receipts.hpp"

namespace maple::app {

class Findings {
public:
    // A text as it lies beside the pages; without hash when it was erased or is damaged.
    struct Beside {
        Key subject{};
        std::string label;
        access::Secrecy secrecy{};
        std::string salt, hash;
    };

    Verified out;
    std::map<std::int64_t, Beside> texts;

    void differs(std::string what, std::string which, std::string says)
    {
        out.differences.push_back({std::move(what), std::move(which), std::move(says)});
    }
    void differs(std::string_view what, Key which, std::string says) { differs(std::string(what), shown(which), std::move(says)); }

    // What cannot be read is a difference, too, and the rest is still looked at.
    template <class F> void unless_unreadable(std::string_view what, std::string which, F&& look)
    {
        try {
            look();
        } catch (sql::TryAgain const&) {
            throw;
        } catch (std::exception const& trouble) {
            differs(std::string(what), std::move(which), std::string("cannot be read: ") + trouble.what());
        }
    }

    // Whether a column holds the words that a page tells of; after an erasure nobody can say.
    bool tells_of(Kept const& kept, std::string const& words) const
    {
        if (!kept) return words.empty();
        auto const known = texts.find(kept.id.n);
        if (known == texts.end() || known->second.hash.empty()) return true;
        auto const& beside = known->second;
        return access::hash_of_words(beside.salt, beside.label, beside.secrecy, words) == kept.hash;
    }
};

// The texts beside the pages: each is the one that its page tells of, none was taken away
// without a page that says by which law, and none lies there that no page tells of.
class TextsReplay {
public:
    TextsReplay(sql::Session& sql, Vault const& vault, Findings& found) : sql_(sql), vault_(vault), found_(found) {}

    void read_rows();                  // first of all: other parts ask for the texts
    void hear(access::Page const&);
    void compare();

private:
    struct Told {
        std::string hash, kind;
        Key subject{};
    };

    sql::Session& sql_;
    Vault const& vault_;
    Findings& found_;
    std::map<std::int64_t, Told> told_;
    std::set<std::int64_t> erased_, lawfully_erased_;
};

// Receipts: each is the latest that the pages tell of for its party, in the language chosen
// last, and each party that was given one has it.
class ReceiptsReplay {
public:
    ReceiptsReplay(sql::Session& sql, Findings& found) : sql_(sql), found_(found) {}

    void hear(access::Page const&);    // the pages of a subject in their order
    void compare();

private:
    struct Receipt {
        Key dispute{};
        std::string mark;
        dispute::Tongue language{};
        Instant made_at;
    };
    void hear_of_receipt(access::Page const&);
    std::map<Key, Receipt> expected() const;

    sql::Session& sql_;
    Findings& found_;
    std::map<Key, Receipt> first_;                    // by party, as its dispute tells
    std::map<Key, std::vector<access::Page>> later_;  // by party
};

// What papers hold: each file is there, and is the one that its paper tells of.
void replay_contents(sql::Session&, Vault const&, Contents const*, Findings&);
// Organisations, people, accounts, grants and teams against their pages (replay_registry.cpp).
void replay_registry(sql::Session&, Vault const&, Findings&);
// Places against their pages; bookings against the disputes that they are read off, each of which
// is heard as its pages tell it (replay_calendar.cpp).
class CalendarReplay {
public:
    CalendarReplay(sql::Session& sql, Findings& found) : sql_(sql), found_(found) {}

    void hear(dispute::Dispute const&);
    void compare();  // what no dispute tells of
    void places();

private:
    sql::Session& sql_;
    Findings& found_;
    std::int64_t booked_ = 0;  // rows that disputes tell of
};

// What is told of people who serve, besides the roll (replay_people.cpp).
void replay_people(sql::Session&, law::Book const&, Findings&);

}  // namespace maple::app
