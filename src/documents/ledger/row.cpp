#include "documents/ledger/row.hpp"
#include "foundation/money.hpp"

#include <algorithm>

namespace maple::documents::ledger {
namespace {

using enum Column;

constexpr int longest_number = 40, longest_name = 80, longest_line = 200, longest_facts = 5000;

class Reader {
public:
    Reader(std::vector<std::string> const& cells, Header const& header, Layout const& layout, ParseOptions const& options)
        : header_(header), layout_(layout), options_(options)
    {
        for (std::size_t c = 0; c < column_count; ++c)
            if (auto const place = header.places[c]) raw_[c] = tidy(cells.at(*place));
        row_.number = raw(number);
    }

    RowRead read(std::int64_t row, std::int64_t line)
    {
        row_.row = row;
        row_.line = line;
        read_texts();
        read_parties();
        read_words();
        read_dates();
        read_sum();
        check_order();
        check_whole();
        RowRead out{std::nullopt, std::move(faults_), unknown_methods_};
        std::stable_sort(out.faults.begin(), out.faults.end(),
                         [&](Fault const& a, Fault const& b) { return place_of(a) < place_of(b); });
        if (out.faults.empty()) out.row = std::move(row_);
        return out;
    }

private:
    std::string const& raw(Column c) const { return raw_[std::size_t(c)]; }
    std::string& canonical(Column c) { return at(row_.cells, c); }

    void fault(Column c, std::string code, Params params = {})
    {
        faults_.push_back({row_.row, row_.line, row_.number, header_.name(c, layout_), std::move(code), std::move(params)});
    }

    // In the order of the file's own columns.
    std::size_t place_of(Fault const& f) const
    {
        return std::size_t(std::find(header_.spelt.begin(), header_.spelt.end(), f.column) - header_.spelt.begin());
    }

    bool fits(Column c, std::string_view text, int most)
    {
        auto const line = c == facts ? LineFault::none : fault_in_line(text);  // what happened may be told at length
        if (length(text) > most) fault(c, "too_long", {{"most", std::to_string(most)}});
        else if (line == LineFault::line_break) fault(c, "line_break");
        else if (line != LineFault::none || has_control_characters(text)) fault(c, "control_characters");
        else return true;
        return false;
    }

    std::string text(Column c, int most)
    {
        if (says_nothing(raw(c)) || !fits(c, raw(c), most)) return {};
        canonical(c) = raw(c);
        return raw(c);
    }

    void read_texts()
    {
        row_.number = text(number, longest_number);
        if (says_nothing(raw(number))) fault(number, "missing");
        if (fits(facts, raw(facts), longest_facts)) row_.facts = canonical(facts) = raw(facts);
        row_.agreement_number = text(agreement_number, longest_name);
        row_.organisation = text(organisation, longest_name);
        if (says_nothing(raw(organisation))) {
            if (options_.office.empty()) fault(organisation, "missing");
            row_.organisation = canonical(organisation) = options_.office;
        }
    }

    std::vector<std::string> names(Column c)
    {
        std::vector<std::string> all;
        if (!says_nothing(raw(c))) all = read_names(raw(c));
        for (auto const& name : all)
            if (!fits(c, name, longest_name)) break;
        canonical(c) = joined(all);
        return all;
    }

    void read_parties()
    {
        row_.applicants = names(applicants);
        if (row_.applicants.empty()) fault(applicants, "missing");
        row_.respondents = names(respondents);
        if (row_.respondents.empty()) fault(respondents, "missing");
        row_.mediators = names(mediators);
    }

    // The key of a word; "" for an empty cell or a word that nobody knows.
    std::string word(Column c, Words const& words, std::string code)
    {
        if (says_nothing(raw(c))) return {};
        auto const* known = words.spelt(raw(c));
        if (!known) {
            fault(c, std::move(code));
            return {};
        }
        canonical(c) = words.written(known->key);
        return known->key;
    }

    template <DescribedEnum E> std::optional<E> choice(Column c, Words const& words, std::string code)
    {
        auto const key = word(c, words, std::move(code));
        E value{};
        if (key.empty() || !boost::describe::enum_from_string(key.c_str(), value)) return std::nullopt;
        return value;
    }

    void read_words()
    {
        row_.kind = word(kind, layout_.kinds, "unknown_kind");
        if (says_nothing(raw(kind))) fault(kind, "missing");
        row_.source = word(source, layout_.sources, "unknown_source");
        row_.result = word(result, layout_.results, "unknown_result");
        row_.form = choice<AgreementForm>(form, layout_.forms, "unknown_form");
        row_.performance = choice<Performed>(performance, layout_.performances, "unknown_performance");
        row_.satisfaction = choice<dispute::Satisfaction>(satisfaction, layout_.satisfactions, "unknown_satisfaction");
        read_methods();
    }

    void read_methods()
    {
        if (says_nothing(raw(methods)) || !fits(methods, raw(methods), longest_line)) return;
        std::vector<std::string> written;
        for (auto const& one : read_names(raw(methods))) {
            auto const* known = layout_.methods.spelt(one);
            written.push_back(known ? layout_.methods.written(known->key) : one);
            if (known) row_.methods.push_back(known->key);
            else ++unknown_methods_;
        }
        canonical(methods) = joined(written);
    }

    std::optional<Date> date(Column c)
    {
        if (says_nothing(raw(c))) return std::nullopt;
        auto const day = read_date(raw(c));
        if (!day) {
            fault(c, day.error().code, day.error().params);
            return std::nullopt;
        }
        if (*day > options_.today) {
            fault(c, "date_in_future", {{"date", iso(*day)}});
            return std::nullopt;
        }
        canonical(c) = iso(*day);
        return *day;
    }

    void read_dates()
    {
        accepted_ = date(accepted_on);
        if (says_nothing(raw(accepted_on))) fault(accepted_on, "missing");
        row_.accepted_on = accepted_.value_or(Date{});
        row_.visited_on = date(visited_on);
        row_.concluded_on = date(concluded_on);
    }

    void read_sum()
    {
        if (says_nothing(raw(amount))) return;
        auto const sum = read_amount(raw(amount));
        if (!sum) return fault(amount, sum.error().code, sum.error().params);
        row_.amount = *sum;
        canonical(amount) = plain_yuan(sum->n);
    }

    void check_order()
    {
        if (accepted_ && row_.concluded_on && *row_.concluded_on < *accepted_)
            fault(concluded_on, "closing_before_acceptance", {{"accepted", iso(*accepted_)}, {"concluded", iso(*row_.concluded_on)}});
        if (row_.visited_on && row_.concluded_on && *row_.visited_on < *row_.concluded_on)
            fault(visited_on, "visit_before_closing", {{"visited", iso(*row_.visited_on)}, {"concluded", iso(*row_.concluded_on)}});
    }

    // What the columns say together.
    void check_whole()
    {
        auto const given = [&](Column c) { return !says_nothing(raw(c)); };
        if (!given(result)) {
            for (auto const c : {form, agreement_number, performance, visited_on, satisfaction, concluded_on})
                if (given(c)) return fault(result, "result_needed");
            return;
        }
        if (row_.result.empty()) return;
        if (!given(concluded_on)) fault(concluded_on, "closing_needed");
        if (given(satisfaction) && !given(visited_on)) fault(visited_on, "visit_needed");
        auto const ending = layout_.ending_of.at(row_.result);
        if (ending.ends == Ends::agreement) {
            if (!given(form)) fault(form, "form_needed");
            return;
        }
        for (auto const c : {form, agreement_number, performance})
            if (given(c)) fault(c, "only_with_agreement");
    }

    Header const& header_;
    Layout const& layout_;
    ParseOptions const& options_;
    Cells raw_;
    Row row_;
    std::optional<Date> accepted_;
    std::vector<Fault> faults_;
    std::int64_t unknown_methods_ = 0;
};

}  // namespace

std::string Header::name(Column c, Layout const& layout) const
{
    auto const place = places[std::size_t(c)];
    return place ? spelt[*place] : layout.heading(c).name;
}

RowRead read_row(std::vector<std::string> const& cells, std::int64_t row, std::int64_t line, Header const& header,
                 Layout const& layout, ParseOptions const& options)
{
    return Reader(cells, header, layout, options).read(row, line);
}

}  // namespace maple::documents::ledger
