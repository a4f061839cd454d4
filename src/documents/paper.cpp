#include "documents/paper.hpp"
#include "foundation/strokes.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>

namespace maple::documents {
namespace {

// --- The template as a tree ------------------------------------------------------------

struct Node {
    std::string kind;     // as cmark names it: "paragraph", "table_row"
    std::string text;     // of a text
    int level = 0;        // of a heading
    bool ordered = false; // of a list
    std::string section;  // repeated for each part of it
    std::vector<Node> children = {};
};

Node copied(cmark_node* from)
{
    Node node{cmark_node_get_type_string(from), {}, 0, false, {}};
    if (node.kind == "text") node.text = cmark_node_get_literal(from);
    if (node.kind == "heading") node.level = cmark_node_get_heading_level(from);
    if (node.kind == "list") node.ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
    for (auto* child = cmark_node_first_child(from); child; child = cmark_node_next(child)) node.children.push_back(copied(child));
    return node;
}

Node parsed(std::string_view markdown)
{
    static std::once_flag once;
    std::call_once(once, cmark_gfm_core_extensions_ensure_registered);
    std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(CMARK_OPT_VALIDATE_UTF8), cmark_parser_free);
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
    std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root(cmark_parser_finish(parser.get()), cmark_node_free);
    cmark_consolidate_text_nodes(root.get());
    return copied(root.get());
}

// The first {{#name}} below a node, taken out of its text.
std::optional<std::string> take_section(Node& node)
{
    if (auto const open = node.text.find("{{#"); open != std::string::npos) {
        auto const close = node.text.find("}}", open);
        if (close == std::string::npos) throw std::runtime_error("form: a section has no end");
        auto name = node.text.substr(open + 3, close - open - 3);
        node.text.erase(open, close + 2 - open);
        return name;
    }
    for (auto& child : node.children)
        if (auto name = take_section(child)) return name;
    return std::nullopt;
}

void find_sections(Node& node)
{
    bool const repeats = node.kind == "table_row" || node.kind == "item" || node.kind == "paragraph" || node.kind == "heading";
    if (node.kind == "table") node.section = take_section(node.children.front()).value_or("");
    if (repeats) node.section = take_section(node).value_or("");
    else for (auto& child : node.children) find_sections(child);
}

// --- Filling -----------------------------------------------------------------------------

struct Scope {
    Values const* values;
    Scope const* outer = nullptr;
    bool blank = false;  // of an empty section: whatever it would hold is struck out
};

std::string_view value(std::string_view name, Scope const& scope)
{
    for (auto const* here = &scope; here; here = here->outer) {
        auto const found = here->values->texts.find(name);
        if (found != here->values->texts.end()) return found->second.empty() ? struck_out : std::string_view(found->second);
        if (here->blank) return struck_out;
    }
    throw std::runtime_error("form: nobody gives a value for {{" + std::string(name) + "}}");
}

std::vector<Values> const& section(std::string const& name, Scope const& scope)
{
    for (auto const* here = &scope; here; here = here->outer)
        if (auto const found = here->values->sections.find(name); found != here->values->sections.end()) return found->second;
    throw std::runtime_error("form: nobody gives a section {{#" + name + "}}");
}

std::string const* drawing(std::string_view name, Scope const& scope)
{
    for (auto const* here = &scope; here; here = here->outer)
        if (auto const found = here->values->drawings.find(name); found != here->values->drawings.end()) return &found->second;
    return nullptr;
}

std::string language_of(std::string_view name, Scope const& scope)
{
    for (auto const* here = &scope; here; here = here->outer)
        if (auto const found = here->values->languages.find(name); found != here->values->languages.end()) return found->second;
    return {};
}

void put_value(std::string_view name, Scope const& scope, Phrase& into)
{
    if (auto const* strokes = drawing(name, scope)) {
        if (!strokes->empty()) into.push_back({Words::Kind::drawing, *strokes});
        return;
    }
    auto const words = value(name, scope);
    into.push_back({Words::Kind::value, std::string(words), {}, words == struck_out ? "" : language_of(name, scope)});
}

void fill(std::string_view text, Scope const& scope, Phrase& into)
{
    auto const add = [&](Words::Kind kind, std::string_view words) {
        if (!words.empty()) into.push_back({kind, std::string(words)});
    };
    for (std::size_t at = 0; at < text.size();) {
        auto const open = text.find("{{", at);
        auto const close = open == text.npos ? text.npos : text.find("}}", open);
        if (close == text.npos) return add(Words::Kind::text, text.substr(at));
        add(Words::Kind::text, text.substr(at, open - at));
        put_value(text.substr(open + 2, close - open - 2), scope, into);
        at = close + 2;
    }
}

class Filler {
public:
    explicit Filler(Values const& values) : whole_{&values} {}

    Sheet fill_in(Node const& document)
    {
        Sheet out;
        auto const& parts = document.children;
        auto rule = parts.size();
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (parts[i].kind == "thematic_break") rule = i;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].kind == "heading" && parts[i].level == 1) out.title = plain(parts[i]);
            else if (i == rule) out.signatures = out.blocks.size();
            else if (parts[i].kind != "thematic_break") add(parts[i], whole_, out.blocks);
        }
        return out;
    }

private:
    std::string plain(Node const& node)
    {
        Phrase phrase;
        fill(node.text, whole_, phrase);
        std::string text;
        for (auto const& words : phrase) text += words.text;
        for (auto const& child : node.children) text += plain(child);
        return text;
    }

    // A node as often as its section has parts.
    template <class Make> void each(Node const& node, Scope const& scope, Make const& make)
    {
        if (node.section.empty()) return make(scope);
        auto const& parts = section(node.section, scope);
        for (auto const& part : parts) make({&part, &scope});
        static Values const none;
        bool const leaves_a_line = node.kind == "item" || node.kind == "table_row";
        if (parts.empty() && leaves_a_line) make({&none, &scope, true});
    }

    void add(Node const& node, Scope const& scope, std::vector<Block>& into)
    {
        each(node, scope, [&](Scope const& here) { into.push_back(block(node, here)); });
    }

    Block block(Node const& node, Scope const& scope)
    {
        using enum Block::Kind;
        auto const& kind = node.kind;
        if (kind == "heading") return {heading, node.level == 2 ? 2 : 3, false, phrase(node, scope)};
        if (kind == "paragraph") return {paragraph, 0, false, phrase(node, scope)};
        if (kind == "block_quote") return {at_the_end, 0, false, {}, blocks(node, scope)};
        if (kind == "list") return {list, 0, node.ordered, {}, blocks(node, scope)};
        if (kind == "table") return table_of(node, scope);
        if (kind != "item") throw std::runtime_error("form: this has no place on a form: " + kind);
        // A list item of one paragraph is written without the paragraph's own space.
        bool const tight = node.children.size() == 1 && node.children.front().kind == "paragraph";
        return tight ? Block{item, 0, false, phrase(node.children.front(), scope)} : Block{item, 0, false, {}, blocks(node, scope)};
    }

    std::vector<Block> blocks(Node const& node, Scope const& scope)
    {
        std::vector<Block> all;
        for (auto const& child : node.children) add(child, scope, all);
        return all;
    }

    Block table_of(Node const& node, Scope const& scope)
    {
        Block out{Block::Kind::table};
        for (auto const& line : node.children) {
            if (line.kind == "table_header") out.head = row(line, scope);
            else each(line, scope, [&](Scope const& here) { out.rows.push_back(row(line, here)); });
        }
        return out;
    }

    Row row(Node const& node, Scope const& scope)
    {
        Row cells;
        for (auto const& cell : node.children) cells.push_back(phrase(cell, scope));
        return cells;
    }

    Phrase phrase(Node const& node, Scope const& scope)
    {
        Phrase out;
        for (auto const& child : node.children) {
            auto const& kind = child.kind;
            if (kind == "text") fill(child.text, scope, out);
            else if (kind == "softbreak" || kind == "linebreak") out.push_back({Words::Kind::line_break});
            else if (kind == "strong") out.push_back({Words::Kind::strong, {}, phrase(child, scope)});
            else if (kind == "emph") out.push_back({Words::Kind::emphasis, {}, phrase(child, scope)});
            else throw std::runtime_error("form: this has no place on a form: " + kind);
        }
        return out;
    }

    Scope whole_;
};

// --- HTML --------------------------------------------------------------------------------

std::string escaped(std::string_view text)
{
    std::string html;
    for (char const c : text) {
        switch (c) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '>': html += "&gt;"; break;
        case '"': html += "&quot;"; break;
        case '\'': html += "&#39;"; break;
        case '\n': html += "<br>"; break;
        case '\r': break;
        default: html += c;
        }
    }
    return html;
}

std::string html_of(Phrase const& phrase)
{
    std::string html;
    for (auto const& words : phrase) {
        switch (words.kind) {
        case Words::Kind::text:
        case Words::Kind::value:
            html += words.language.empty() ? escaped(words.text) : "<bdi lang=\"" + escaped(words.language) + "\">" + escaped(words.text) + "</bdi>";
            break;
        case Words::Kind::drawing: html += strokes_svg(words.text); break;
        case Words::Kind::line_break: html += "<br>"; break;
        case Words::Kind::strong: html += "<strong>" + html_of(words.within) + "</strong>"; break;
        case Words::Kind::emphasis: html += "<em>" + html_of(words.within) + "</em>"; break;
        }
    }
    return html;
}

// A cell in a language of its own is read its way, from the edge where its reading begins.
std::string turned(Row const& row, std::size_t column)
{
    auto const& cell = row[column];
    if (cell.size() != 1 || cell.front().language.empty()) return {};
    auto const& language = cell.front().language;
    return " lang=\"" + escaped(language) + "\" dir=\"" + (language == "ug" || language == "kk" ? "rtl" : "ltr") + "\"";
}

std::string row_html(Row const& row, std::string_view open, std::string_view close)
{
    std::string html = "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i)
        html.append("<").append(open).append(turned(row, i)).append(">").append(html_of(row[i])).append("</").append(close).append(">");
    return html + "</tr>";
}

std::string html_of(Block const& block)
{
    auto const around = [](std::string const& tag, std::string const& inside, std::string_view attributes = {}) {
        return "<" + tag + std::string(attributes) + ">" + inside + "</" + tag + ">";
    };
    auto inside = html_of(block.words);
    for (auto const& part : block.parts) inside += html_of(part);
    switch (block.kind) {
    case Block::Kind::heading: return around(block.level == 2 ? "h2" : "h3", inside);
    case Block::Kind::paragraph: return around("p", inside);
    case Block::Kind::list: return around(block.ordered ? "ol" : "ul", inside);
    case Block::Kind::item: return around("li", inside);
    case Block::Kind::at_the_end: return around("div", inside, " class=\"end\"");
    case Block::Kind::table: break;
    }
    auto html = "<table><thead>" + row_html(block.head, "th scope=\"col\"", "th") + "</thead><tbody>";
    for (auto const& row : block.rows) html += row_html(row, "td", "td");
    return html + "</tbody></table>";
}

}  // namespace

Sheet sheet(std::string_view markdown, Values const& values)
{
    auto document = parsed(markdown);
    find_sections(document);
    return Filler(values).fill_in(document);
}

Paper paper(Sheet const& sheet)
{
    Paper out{sheet.title, {}};
    for (std::size_t i = 0; i < sheet.blocks.size(); ++i) {
        if (sheet.signatures == i) out.html += "<div class=\"together\">";
        out.html += html_of(sheet.blocks[i]);
    }
    if (sheet.signatures == sheet.blocks.size()) out.html += "<div class=\"together\">";
    if (sheet.signatures) out.html += "</div>";
    return out;
}

Paper paper(std::string_view markdown, Values const& values) { return paper(sheet(markdown, values)); }

}  // namespace maple::documents
