#include "storage/postgres_values.hpp"

#include <charconv>

namespace maple::sql {
namespace {

int half(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

// "\x00ff" as the server writes it.
Bytes bytes_from(std::string_view hex)
{
    Bytes out;
    if (!hex.starts_with("\\x")) throw std::runtime_error("postgres: bytea_output must be hex");
    out.data.reserve(hex.size() / 2 - 1);
    for (std::size_t i = 2; i + 1 < hex.size(); i += 2) out.data.push_back(char(half(hex[i]) << 4 | half(hex[i + 1])));
    return out;
}

std::int64_t number_from(std::string_view text, char const* column)
{
    std::int64_t n = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc{} || end != text.data() + text.size())
        throw std::logic_error(std::string("only whole numbers leave the database; a fraction in column ") + column);
    return n;
}

Value value_from(PGresult const* answer, int row, int column)
{
    if (PQgetisnull(answer, row, column)) return nullptr;
    std::string_view const text(PQgetvalue(answer, row, column), std::size_t(PQgetlength(answer, row, column)));
    switch (PQftype(answer, column)) {
    case oid::boolean: return std::int64_t{text == "t"};
    case oid::bytea: return bytes_from(text);
    case oid::int8:
    case oid::int4:
    case oid::int2:
    case oid::oid:
    case oid::float4:
    case oid::float8:
    case oid::numeric: return number_from(text, PQfname(answer, column));  // SUM of BIGINT is NUMERIC
    default: return std::string(text);
    }
}

}  // namespace

Parameters::Parameters(std::span<Value const> values, std::size_t expected, std::string_view statement)
    : numbers_(values.size()), texts_(values.size()), lengths_(values.size()), formats_(values.size())
{
    if (values.size() != expected)
        throw std::logic_error(std::to_string(values.size()) + " values for " + std::to_string(expected)
                               + " parameters of: " + std::string(statement));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (auto const* n = std::get_if<std::int64_t>(&values[i])) {
            auto& into = numbers_[i];
            *std::to_chars(into.data(), into.data() + into.size() - 1, *n).ptr = '\0';
            texts_[i] = into.data();
        } else if (auto const* text = std::get_if<std::string>(&values[i])) {
            if (text->find('\0') != text->npos) throw std::runtime_error("a text holds U+0000");
            texts_[i] = text->c_str();
        } else if (auto const* bytes = std::get_if<Bytes>(&values[i])) {
            texts_[i] = bytes->data.data();
            lengths_[i] = int(bytes->data.size());
            formats_[i] = 1;
        }
    }
}

Table table_from(PGresult const* answer)
{
    Table table;
    int const width = PQnfields(answer), height = PQntuples(answer);
    std::vector<std::string> names;
    for (int i = 0; i < width; ++i) names.emplace_back(PQfname(answer, i));
    table.columns = std::make_shared<std::vector<std::string> const>(std::move(names));
    table.rows.resize(std::size_t(height));
    for (int row = 0; row < height; ++row) {
        table.rows[std::size_t(row)].reserve(std::size_t(width));
        for (int i = 0; i < width; ++i) table.rows[std::size_t(row)].push_back(value_from(answer, row, i));
    }
    table.changed = changed_by(answer);
    return table;
}

std::int64_t changed_by(PGresult const* answer)
{
    auto* const a = const_cast<PGresult*>(answer);  // libpq's own signature
    if (std::string_view(PQcmdStatus(a)).starts_with("SELECT")) return 0;
    std::string_view const count = PQcmdTuples(a);
    return count.empty() ? 0 : number_from(count, "count");
}

}  // namespace maple::sql
