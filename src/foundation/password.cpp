#include "foundation/password.hpp"
#include "foundation/text.hpp"

#include <algorithm>
#include <new>
#include <sodium.h>
#include <stdexcept>

namespace maple {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19 * 1024 * 1024;  // OWASP's smallest argon2id setting: 2 passes, 19 MiB

// Without digits and punctuation at the end: "Password2023!" is "password".
constexpr std::string_view common_stems[] = {
    "password", "passw0rd", "p@ssw0rd", "p@ssword", "administrator", "admin", "root", "welcome", "letmein", "iloveyou",
    "woaini", "changeme", "qwerty", "qwertyuiop", "qazwsx", "qazwsxedc", "1qaz2wsx", "1qaz@wsx", "1q2w3e4r", "1q2w3e4r5t", "zxcvbnm",
    "asdfghjkl", "asdfgh", "abcdef", "abc", "a", "aa", "test", "guest", "user", "maplebridge", "maple", "karamay", "kelamayi", "xinjiang",
    "fengqiao", "mediation", "tiaojie", "renmintiaojie", "sifa", "yingbin", "dushanzi",
};
constexpr std::string_view common_numbers[] = {
    "1234567890", "0123456789", "0987654321", "9876543210", "12345678910", "1234567891", "123456789123", "5201314520",
    "1314520520", "5201314521", "1472583690", "147258369", "7894561230", "1357924680", "2468013579", "1123581321", "3141592653",
    "1qaz2wsx3edc", "1q2w3e4r5t6y", "123qweasdzxc", "123456abcdef", "abc123456789", "qwer12345678", "asdf12345678",
};

std::string lower(std::string_view s)
{
    std::string out(s);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return out;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

std::string_view without_tail(std::string_view s)
{
    while (!s.empty() && !is_letter(s.back())) s.remove_suffix(1);
    return s;
}

// "abcabcabcabc", "1111111111": a beginning of at most a third, over and over.
bool repeats(std::string_view s)
{
    for (std::size_t period = 1; period * 3 <= s.size(); ++period)
        if (s.substr(period) == s.substr(0, s.size() - period)) return true;
    return false;
}

// "abcdefghijkl", "9876543210".
bool is_a_run(std::string_view s)
{
    auto const steps_by = [&](int step) {
        return std::adjacent_find(s.begin(), s.end(), [&](char a, char b) { return b - a != step; }) == s.end();
    };
    return steps_by(1) || steps_by(-1);
}

bool is_common(std::string_view password, std::string_view username)
{
    auto const word = lower(password), name = lower(username);
    auto const among = [](auto const& list, std::string_view s) { return std::find(std::begin(list), std::end(list), s) != std::end(list); };
    auto const stem = without_tail(word);
    return repeats(word) || is_a_run(word) || among(common_numbers, word) || among(common_stems, stem)
        || (!name.empty() && (word == name || stem == name || without_tail(name) == stem) && !stem.empty());
}

void start_sodium()
{
    if (sodium_init() < 0) throw std::runtime_error("the source of randomness cannot be opened");
}

}  // namespace

PasswordFault fault_in_password(std::string_view password, std::string_view username)
{
    auto const characters = length(password);
    if (characters < shortest_password) return PasswordFault::too_short;
    if (characters > longest_password || password.size() > std::size_t(longest_password) * 4) return PasswordFault::too_long;
    return is_common(password, username) ? PasswordFault::too_common : PasswordFault::none;
}

std::string hash_password(std::string_view password)
{
    start_sodium();
    std::string out(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), passes, memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    out.resize(out.find('\0'));
    return out;
}

bool password_matches(std::string_view password, std::string_view hash)
{
    // Only our own kind: the numbers inside a foreign hash could ask for any amount of memory.
    if (!hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$") || hash.size() >= crypto_pwhash_STRBYTES) return false;
    start_sodium();
    std::string const whole(hash);
    return crypto_pwhash_str_verify(whole.c_str(), password.data(), password.size()) == 0;
}

}  // namespace maple
