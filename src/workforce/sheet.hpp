// A small dossier of this room (a training, a complaint): its state as a record, changed by
// events alone, every change a page. The row keeps what lists need.
#pragma once
#include "access/journal.hpp"
#include "storage/insert.hpp"

namespace maple::workforce {

// T has id and version, and `row_of(T, Book)` gives its row, whose `state` is the record of T.
template <class T> class Sheet {
public:
    Sheet(Desk& desk, std::string_view kind, T thing) : desk_(&desk), kind_(kind), thing_(std::move(thing)), read_version_(thing_.version) {}

    T const& operator*() const { return thing_; }
    T const* operator->() const { return &thing_; }

    Kept keep(std::string_view label, std::string_view text, access::Secrecy secrecy = access::Secrecy::open)
    {
        words_.push_back(access::prepare_words(thing_.id, label, text, secrecy));
        return words_.back().kept;
    }

    template <class E> void record(E const& event)
    {
        evolve(thing_, event, desk_->now);
        ++thing_.version;
        pages_.push_back({kind_, thing_.id, thing_.version, std::string(E::deed), desk_->now, access::PageBody::of(event)});
    }

    // Refuses: stale, when somebody else has written in the meantime.
    void put_back()
    {
        auto const row = row_of(thing_, desk_->book());
        if (read_version_ == 0) sql::insert(desk_->sql, kind_, row);
        else if (sql::update(desk_->sql, kind_, row, "id = $1 AND version = $2", thing_.id, read_version_) != 1)
            throw Refused(refuse(Because::stale, "stale", {{"seen", std::to_string(read_version_)}, {"now", "?"}}));
        access::write_ledger(*desk_, pages_, words_);
        pages_.clear();
        words_.clear();
        read_version_ = thing_.version;
        desk_->etag = thing_.version;
    }

private:
    Desk* desk_;
    std::string_view kind_;  // of its pages, and the name of its table
    T thing_;
    std::int64_t read_version_;
    std::vector<access::PageToWrite> pages_;
    std::vector<access::WordsToKeep> words_;
};

}  // namespace maple::workforce
