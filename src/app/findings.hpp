// What a replay has found so far: every part of `verify` writes its differences here and
// asks here for the texts that lie beside the pages.
#pragma once
#include "access/journal.hpp"
#include "app/replay.hpp"

namespace maple::app {

class Findings {
public:
    // A text as it lies beside the pages; without salt when it was erased or is damaged (and
    // then has been named already).
    struct Beside {
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

    // The text beside a page is the one that the page tells of, or was lawfully erased.
    void check_kept(Kept const& kept, std::string_view what, Key which)
    {
        if (!kept) return;
        auto const known = texts.find(kept.id.n);
        if (known == texts.end()) differs("words", kept.id, "the text beside " + std::string(what) + " " + shown(which) + " is missing");
        else if (!known->second.hash.empty() && known->second.hash != kept.hash)
            differs("words", kept.id, "the text beside " + std::string(what) + " " + shown(which) + " is not the one that its page tells of");
    }

    // Whether a column holds the words that a page tells of; after an erasure nobody can say.
    bool tells_of(Kept const& kept, std::string const& words) const
    {
        if (!kept) return words.empty();
        auto const known = texts.find(kept.id.n);
        return known == texts.end() || known->second.hash.empty() || access::hash_of_words(known->second.salt, words) == kept.hash;
    }
};

// Organisations, people, accounts, grants and teams against their pages (replay_registry.cpp).
void replay_registry(sql::Session&, Findings&);
// What is told of people who serve, besides the roll (replay_people.cpp).
void replay_people(sql::Session&, law::Book const&, Findings&);

}  // namespace maple::app
