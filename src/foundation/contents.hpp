// Contents: what papers, pictures and recordings hold, in a folder beside the database, one
// encrypted file each. A file is named by a keyed hash of what it holds, so that a stolen folder
// does not tell what lies in it; and it is on the disk under that name before anything speaks of it.
//
// Each content has a key of its own, and whoever speaks of it keeps that key sealed: a new key of
// the vault seals keys anew and touches no file, and a content whose key is erased is closed for
// good. Bytes are sealed in chunks of 64 KiB (XChaCha20-Poly1305), each bound to its place and the
// last one to being the last, so that a part is read without the rest and a cut file is noticed.
#pragma once
#include "foundation/descriptor.hpp"
#include "foundation/sha256.hpp"
#include "foundation/stream.hpp"
#include "foundation/time.hpp"
#include "foundation/vault.hpp"

#include <filesystem>
#include <vector>

namespace maple {

struct Content {
    std::string file;  // its name in the folder
    BoxKey key;
    std::int64_t size = 0;
};

class Contents {
public:
    // Makes the folder (mode 0700) when there is none; throws with a sentence when it cannot.
    explicit Contents(std::filesystem::path folder);
    std::filesystem::path const& folder() const { return folder_; }

    // One content on its way to the disk. What is not kept is gone when this is.
    class Writing {
    public:
        explicit Writing(Contents const&);
        ~Writing();
        Writing(Writing const&) = delete;
        Writing& operator=(Writing const&) = delete;

        void add(std::string_view bytes);      // throws FullDisk
        Digest plain_hash() const { return hash_.digest(); }
        std::int64_t size() const { return size_; }
        // Under this name, of letters and digits, from now on, whatever happens to the machine.
        Content keep(std::string_view name);

    private:
        void seal_chunk(bool last);
        Contents const& contents_;
        std::filesystem::path part_;
        Descriptor fd_;
        BoxKey key_ = BoxKey::fresh();
        std::string chunk_;
        std::uint64_t chunks_ = 0;
        std::int64_t size_ = 0;
        Sha256 hash_;
    };
    struct FullDisk : std::runtime_error { using runtime_error::runtime_error; };

    bool has(std::string_view file) const;
    // Throws when the file is gone, and Tampered while reading when it was changed.
    Stream stream(Content) const;
    void remove(std::string_view file) const;

    struct Lying {
        std::string file;
        Instant since;  // written last
    };
    // Everything in the folder, also what a crash left half written.
    std::vector<Lying> lying() const;

private:
    std::filesystem::path place_of(std::string_view file) const;
    std::filesystem::path folder_;
};

}  // namespace maple
