#include "storage/remembered.hpp"

namespace maple::sql {
namespace {

constexpr std::size_t largest_answer = 64 * 1024, most_bytes = 4 * 1024 * 1024;

std::size_t hash_of(std::string_view statement, std::span<Value const> values)
{
    auto hash = std::hash<std::string_view>{}(statement);
    auto const mix = [&](std::size_t one) { hash = hash * 0x9E3779B97F4A7C15u + one; };
    for (auto const& value : values) {
        mix(value.index());
        if (auto const* number = std::get_if<std::int64_t>(&value)) mix(std::hash<std::int64_t>{}(*number));
        else if (auto const* text = std::get_if<std::string>(&value)) mix(std::hash<std::string>{}(*text));
        else if (auto const* bytes = std::get_if<Bytes>(&value)) mix(std::hash<std::string>{}(bytes->data));
    }
    return hash;
}

std::size_t size_of(Value const& value)
{
    auto const* text = std::get_if<std::string>(&value);
    auto const* bytes = std::get_if<Bytes>(&value);
    return sizeof value + (text ? text->size() : bytes ? bytes->data.size() : 0);
}

std::size_t size_of(Table const& table)
{
    std::size_t size = sizeof table;
    for (auto const& row : table.rows)
        for (auto const& value : row) size += size_of(value);
    return size;
}

}  // namespace

void Remembered::is_at(std::int64_t version)
{
    if (version == version_) return;
    known_.clear();
    size_ = 0;
    version_ = version;
}

std::shared_ptr<Table const> Remembered::find(std::string_view statement, std::span<Value const> values) const
{
    auto const [first, last] = known_.equal_range(hash_of(statement, values));
    for (auto one = first; one != last; ++one)
        if (one->second.statement == statement && std::equal(values.begin(), values.end(), one->second.values.begin(), one->second.values.end()))
            return one->second.answer;
    return nullptr;
}

void Remembered::keep(std::string_view statement, std::span<Value const> values, std::shared_ptr<Table const> answer)
{
    auto size = size_of(*answer) + sizeof(Asked) + statement.size();
    for (auto const& value : values) size += size_of(value);
    if (size > largest_answer) return;
    if (size_ + size > most_bytes) {
        known_.clear();
        size_ = 0;
    }
    size_ += size;
    known_.emplace(hash_of(statement, values), Asked{std::string(statement), {values.begin(), values.end()}, std::move(answer)});
}

}  // namespace maple::sql
