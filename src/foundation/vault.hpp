// The vault: identity numbers, phones, addresses, accounts and what one side said alone are
// stored encrypted, with a key file that lies outside the database. Every ciphertext names
// its algorithm and key ("xc20p.1.…") and is bound to the place it belongs to.
#pragma once
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace maple {

// A ciphertext that was changed, moved to another place, or made with a key that is gone.
struct Tampered : std::runtime_error { using runtime_error::runtime_error; };

// A key of its own for a box of texts: whoever holds the vault keeps its secret sealed.
class BoxKey {
public:
    static BoxKey fresh();
    static BoxKey from_secret(std::string_view secret);  // throws Tampered for a secret of another size
    BoxKey(BoxKey const&) = default;
    BoxKey& operator=(BoxKey const&) = default;
    ~BoxKey();

    std::string_view secret() const { return secret_; }
    // "xc20p.…", bound to its place as the vault's own ciphertexts are.
    std::string seal(std::string_view plain, std::string_view bound_to) const;
    std::string unseal(std::string_view sealed, std::string_view bound_to) const;  // throws Tampered

private:
    explicit BoxKey(std::string secret) : secret_(std::move(secret)) {}
    std::string secret_;
};

class Vault {
public:
    // Makes the key file (mode 0600) when there is none. Throws with a sentence when others
    // may read it or it cannot be understood.
    static Vault open(std::filesystem::path const& key_file);

    // Adds a key version, with which everything is sealed from the next open() on; older
    // versions go on unsealing. The file is replaced as a whole or not at all. One caller at a time.
    static void add_key(std::filesystem::path const& key_file);
    static Vault for_tests();

    // bound_to names the place, "table/column/row"; unsealing asks for the same.
    std::string seal(std::string_view plain, std::string_view bound_to) const;
    std::string unseal(std::string_view sealed, std::string_view bound_to) const;  // throws Tampered
    bool sealed_with_newest_key(std::string_view sealed) const;

    // A keyed hash (BLAKE2b, hex): equality can be asked, the text cannot be guessed.
    std::string blind(std::string_view text) const;

private:
    struct Keys;
    explicit Vault(std::shared_ptr<Keys const> keys) : keys_(std::move(keys)) {}
    static Keys read(std::string_view key_file_text);
    std::shared_ptr<Keys const> keys_;
};

}  // namespace maple
