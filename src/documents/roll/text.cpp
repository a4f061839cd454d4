#include "documents/roll/import.hpp"

namespace maple::documents::roll {
namespace {

constexpr std::size_t counts_shown = 20;

std::string line(Language language, std::string_view key, Params const& params = {})
{
    return api::say(language, "roll." + std::string(key), params) + "\n";
}

Param figure(std::string name, std::int64_t n) { return {std::move(name), std::to_string(n)}; }

std::string counts(std::vector<Count> const& all, std::string_view title, Language language)
{
    if (all.empty()) return {};
    auto text = "\n" + line(language, title);
    for (std::size_t i = 0; i < all.size() && i < counts_shown; ++i) {
        auto const n = std::to_string(all[i].rows);
        text += std::string(n.size() < 8 ? 8 - n.size() : 0, ' ') + n + "  " + all[i].name + "\n";
    }
    if (all.size() > counts_shown) text += line(language, "more", {figure("n", std::int64_t(all.size() - counts_shown))});
    return text;
}

std::string faults(std::vector<Fault> const& all, std::string_view title, Language language)
{
    if (all.empty()) return {};
    auto text = "\n" + line(language, title, {figure("n", std::int64_t(all.size()))});
    for (auto const& one : all) text += "  " + ledger::fault_text(one, language) + "\n";
    return text;
}

}  // namespace

std::string preview_text(Preview const& p, Layout const&, Language language)
{
    auto const subject = std::string("@roll.subject.") + boost::describe::enum_to_string(p.subject, "?");
    auto text = line(language, "read", {{"subject", subject}, figure("rows", p.rows_read),
                                        {"encoding", std::string("@ledger.encoding.") + boost::describe::enum_to_string(p.encoding, "?")}});
    text += line(language, "would", {figure("fresh", p.fresh), figure("known", p.known), figure("bad", p.bad)});
    text += counts(p.by_kind, p.subject == Subject::people ? "by_service" : "by_kind", language);
    text += counts(p.by_organisation, p.subject == Subject::people ? "by_organisation" : "by_parent", language);
    return text + faults(p.faults, "faults", language) + faults(p.warnings, "warnings", language);
}

std::string nothing_written_text(Preview const& p, Language language)
{
    if (p.bad == 0) return line(language, "nothing_written_no_row");  // nothing that could be passed over
    return line(language, "nothing_written", {figure("bad", p.bad)});
}

std::string report_text(Report const& r, Preview const& seen_before, Language language)
{
    // What the preview has named already is counted and not named again.
    auto text = seen_before.faults.size() == r.faults.size() ? std::string() : faults(r.faults, "faults", language);
    if (!r.written) return text + "\n" + line(language, "nothing_written", {figure("bad", r.bad)});
    return text + line(language, "written", {figure("imported", r.imported), figure("known", r.known), figure("bad", r.bad)});
}

}  // namespace maple::documents::roll
