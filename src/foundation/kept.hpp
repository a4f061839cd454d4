// Texts that lie beside the pages of the ledger, and for whose eyes each of them is: its type
// says so, and the same type draws the masked shape in the OpenAPI document, so that no list
// of what is confidential exists anywhere else.
//
//   Kept           open      offices' own words: whoever may see the file
//   KeptStory      personal  what people told and agreed: whoever works on it; else nothing
//   KeptName       personal  names: whoever works on it; else "李某"
//   KeptPhone …    personal  contacts and numbers: masked for everybody, "138****2046"; one
//                            is revealed by an asking of its own, which is written down
//   KeptStrokes    personal  drawn signatures: a tick for everybody, drawn on the paper alone
//   KeptSealed     sealed    what one side said alone: the dispute's own mediators; else nothing
//   KeptCounsel    counsel   what a case conference asks, advises and decides: who answers for the
//                            dispute and mediates it; never a guest, a department or a party
#pragma once
#include "foundation/form.hpp"

#include <concepts>

namespace maple {

// What a reader must be entitled to, before a text of this class is more than its mask.
enum class FieldClass { open, personal, sealed, counsel };
BOOST_DESCRIBE_ENUM(FieldClass, open, personal, sealed, counsel)

// The page knows its key and the salted hash of its words; `text` is filled in for a reader
// who may see it.
struct Kept {
    static constexpr FieldClass field_class = FieldClass::open;
    static constexpr std::string_view shape = "";  // told in the schema

    Key id{};
    std::string hash = {};             // hex SHA-256 of salt and words
    std::optional<std::string> text = {};
    explicit operator bool() const { return bool(id); }
    bool operator==(Kept const& other) const { return id == other.id && hash == other.hash; }
};

inline std::string text_of(Kept const& kept) { return kept.text.value_or(""); }  // as far as it was filled in

struct KeptStory : Kept {
    static constexpr FieldClass field_class = FieldClass::personal;
    static constexpr std::string_view shape = "null for a reader who sees open fields only";
    KeptStory() = default;
    KeptStory(Kept kept) : Kept(std::move(kept)) {}
};

struct KeptName : Kept {
    static constexpr FieldClass field_class = FieldClass::personal;
    static constexpr std::string_view shape = "the first character and \"某\" for a reader who sees open fields only";
    KeptName() = default;
    KeptName(Kept kept) : Kept(std::move(kept)) {}
    static std::string masked(std::string_view name);
};

// What is masked for everybody; the words themselves are told one by one, and the asking is logged.
struct KeptContact : Kept {
    static constexpr FieldClass field_class = FieldClass::personal;
    KeptContact() = default;
    KeptContact(Kept kept) : Kept(std::move(kept)) {}
};

struct KeptPhone : KeptContact {
    static constexpr std::string_view shape = "always masked, \"138****2046\"; null for a reader who sees open fields only";
    using KeptContact::KeptContact;
    static std::string masked(std::string_view phone);
};

struct KeptAddress : KeptContact {
    static constexpr std::string_view shape = "always masked, the estate and not the door; null for a reader who sees open fields only";
    using KeptContact::KeptContact;
    static std::string masked(std::string_view address);
};

struct KeptIdNumber : KeptContact {
    static constexpr std::string_view shape = "always masked, \"6502**********0019\"; null for a reader who sees open fields only";
    using KeptContact::KeptContact;
    static std::string masked(std::string_view number);
};

struct KeptAccount : KeptContact {
    static constexpr std::string_view shape = "always masked, \"****4321\"; null for a reader who sees open fields only";
    using KeptContact::KeptContact;
    static std::string masked(std::string_view account);
};

// A signature as it was drawn on glass: its strokes. Seen on the printed agreement alone.
struct KeptStrokes : KeptContact {
    static constexpr std::string_view shape = "a tick for a reader who works on it: the strokes stand on the printed agreement alone";
    using KeptContact::KeptContact;
    static std::string masked(std::string_view strokes);
};

struct KeptSealed : Kept {
    static constexpr FieldClass field_class = FieldClass::sealed;
    static constexpr std::string_view shape = "null for everybody but the dispute's own mediators";
    KeptSealed() = default;
    KeptSealed(Kept kept) : Kept(std::move(kept)) {}
};

struct KeptCounsel : Kept {
    static constexpr FieldClass field_class = FieldClass::counsel;
    static constexpr std::string_view shape = "null for everybody but the dispute's desk, director and mediators";
    KeptCounsel() = default;
    KeptCounsel(Kept kept) : Kept(std::move(kept)) {}
};

// In an answer a kept text is its words, or null when there are none for this reader.
template <std::derived_from<Kept> K> struct Form<K> {
    static void write(K const& k, std::string& out) { Form<std::optional<std::string>>::write(k.text, out); }
    static json::object schema(Schemas&, Way)
    {
        json::object drawn{{"type", json::array{"string", "null"}}, {"x-class", boost::describe::enum_to_string(K::field_class, "?")}};
        if (!K::shape.empty()) drawn["x-masked"] = K::shape;
        return drawn;
    }
};

}  // namespace maple
