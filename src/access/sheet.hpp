// A small dossier (a lead, a referral, a committee's term): state as a record, changed by
// events alone, every change a page. The row keeps what lists need.
#pragma once
#include "access/journal.hpp"
#include "access/moment.hpp"
#include "storage/insert.hpp"

namespace maple::access {

// T has id and version; Row is its table row, whose `state` is the record of T.
template <class T> class Sheet {
public:
    Sheet(Desk& desk, std::string_view kind, T thing) : desk_(&desk), kind_(kind), thing_(std::move(thing)), read_version_(thing_.version) {}

    T const& operator*() const { return thing_; }
    T const* operator->() const { return &thing_; }
    Desk& desk() const { return *desk_; }

    Kept keep(std::string_view label, std::string_view text, Secrecy secrecy = Secrecy::open)
    {
        words_.push_back(prepare_words(thing_.id, label, text, secrecy));
        return words_.back().kept;
    }

    // What one party brought for its own side alone, in its compartment.
    Kept keep_apart(Compartment const& compartment, std::string_view label, std::string_view text)
    {
        words_.push_back(prepare_words(thing_.id, label, text, Secrecy::sealed));
        words_.back().compartment = compartment;
        return words_.back().kept;
    }

    template <class E> void record(E const& event)
    {
        auto const id = thing_.id;
        auto const version = thing_.version;
        evolve(thing_, event, Moment{desk_->now, desk_->now, desk_->caller.person, desk_->caller.account});
        thing_.id = id;
        thing_.version = version + 1;
        pages_.push_back({kind_, id, thing_.version, std::string(E::deed), desk_->now, PageBody::of(event)});
    }

    // Writes the row and its pages. Refuses with `stale` when somebody was faster.
    template <class Row> void put_back(std::string_view table, Row const& row)
    {
        if (read_version_ == 0) sql::insert(desk_->sql, table, row);
        else if (sql::update(desk_->sql, table, row, "id = $1 AND version = $2", thing_.id, read_version_) != 1)
            throw Refused(refuse(Because::stale, "stale", {{"seen", std::to_string(read_version_)}, {"now", "?"}}));
        put_pages();
    }

private:
    void put_pages()
    {
        write_ledger(*desk_, pages_, words_);
        pages_.clear();
        words_.clear();
        desk_->etag = thing_.version;
    }
    Desk* desk_;
    std::string_view kind_;
    T thing_;
    std::int64_t read_version_;
    std::vector<PageToWrite> pages_;
    std::vector<WordsToKeep> words_;
};

}  // namespace maple::access
