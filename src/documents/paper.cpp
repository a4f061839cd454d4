#include "documents/paper.hpp"

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
    if (repeats) node.section = take_section(node).value_or("");
    else for (auto& child : node.children) find_sections(child);
}

// --- Filling and writing ---------------------------------------------------------------

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

std::string filled(std::string_view text, Scope const& scope)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto const open = text.find("{{", at);
        auto const close = open == text.npos ? text.npos : text.find("}}", open);
        if (close == text.npos) return out.append(text.substr(at));
        out.append(text.substr(at, open - at)).append(value(text.substr(open + 2, close - open - 2), scope));
        at = close + 2;
    }
    return out;
}

class Writer {
public:
    explicit Writer(Values const& values) : whole_{&values} {}

    Paper write(Node const& document)
    {
        Paper out;
        auto const& parts = document.children;
        auto rule = parts.size();
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (parts[i].kind == "thematic_break") rule = i;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].kind == "heading" && parts[i].level == 1) out.title = plain(parts[i]);
            else if (i == rule) html_ += "<div class=\"together\">";
            else if (parts[i].kind != "thematic_break") repeated(parts[i], whole_);
        }
        if (rule != parts.size()) html_ += "</div>";
        out.html = std::move(html_);
        return out;
    }

private:
    std::string plain(Node const& node)
    {
        auto text = filled(node.text, whole_);
        for (auto const& child : node.children) text += plain(child);
        return text;
    }

    void repeated(Node const& node, Scope const& scope)
    {
        if (node.section.empty()) return one(node, scope);
        auto const& sections = whole_.values->sections;
        auto const found = sections.find(node.section);
        if (found == sections.end()) throw std::runtime_error("form: nobody gives a section {{#" + node.section + "}}");
        for (auto const& part : found->second) one(node, {&part, &scope});
        static Values const none;
        bool const leaves_a_line = node.kind == "item" || node.kind == "table_row";
        if (found->second.empty() && leaves_a_line) one(node, {&none, &scope, true});
    }

    void one(Node const& node, Scope const& scope)
    {
        auto const& kind = node.kind;
        if (kind == "text") html_ += escaped(filled(node.text, scope));
        else if (kind == "softbreak" || kind == "linebreak") html_ += "<br>";
        else if (kind == "table") table(node, scope);
        else if (kind == "table_row") cells(node, scope, "td", "td");
        else if (kind == "heading") around(node.level == 2 ? "h2" : "h3", node, scope);
        else if (kind == "paragraph") around("p", node, scope);
        else if (kind == "block_quote") around("div", node, scope, " class=\"end\"");
        else if (kind == "list") around(node.ordered ? "ol" : "ul", node, scope);
        else if (kind == "item") around("li", node, scope);
        else if (kind == "strong") around("strong", node, scope);
        else if (kind == "emph") around("em", node, scope);
        else throw std::runtime_error("form: this has no place on a form: " + kind);
    }

    void around(std::string const& tag, Node const& node, Scope const& scope, std::string_view attributes = {})
    {
        html_.append("<").append(tag).append(attributes).append(">");
        // A list item of one paragraph is written without the paragraph's own space.
        bool const tight = node.kind == "item" && node.children.size() == 1 && node.children.front().kind == "paragraph";
        for (auto const& child : tight ? node.children.front().children : node.children) repeated(child, scope);
        html_.append("</").append(tag).append(">");
    }

    void table(Node const& node, Scope const& scope)
    {
        html_ += "<table>";
        for (auto const& row : node.children) {
            if (row.kind == "table_header") {
                html_ += "<thead>";
                cells(row, scope, "th scope=\"col\"", "th");
                html_ += "</thead><tbody>";
            } else {
                repeated(row, scope);
            }
        }
        html_ += "</tbody></table>";
    }

    void cells(Node const& row, Scope const& scope, std::string const& open, std::string const& close)
    {
        html_ += "<tr>";
        for (auto const& cell : row.children) {
            html_.append("<").append(open).append(">");
            for (auto const& child : cell.children) one(child, scope);
            html_.append("</").append(close).append(">");
        }
        html_ += "</tr>";
    }

    Scope whole_;
    std::string html_;
};

}  // namespace

Paper paper(std::string_view markdown, Values const& values)
{
    auto document = parsed(markdown);
    find_sections(document);
    return Writer(values).write(document);
}

}  // namespace maple::documents
