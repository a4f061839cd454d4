#include "http/reader.hpp"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <cstdint>

namespace maple::http {

namespace {

namespace beast = boost::beast;
using Broken = beast::http::error;
using beast::string_view;

std::string_view view(string_view s) { return {s.data(), s.size()}; }

// RFC 9112, 3.2: clients send the path; a proxy may be sent the whole address, and then
// the part before the path says nothing that we need.
bool split_target(std::string_view target, Request& request)
{
    if (target.find('#') != target.npos) return false;
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        auto const path = target.find_first_of("/?", scheme.size());
        target = path == target.npos ? std::string_view{} : target.substr(path);
        if (target.empty() || target[0] == '?') request.path = "/";
    }
    auto const question = target.find('?');
    request.path += target.substr(0, question);
    if (question != target.npos) request.query = target.substr(question + 1);
    return request.path.starts_with('/') || (request.path == "*" && request.verb == "OPTIONS");
}

}  // namespace

// Beast's grammar with our stricter rules: whatever two readers could understand in two
// ways (lengths above all) is refused, because a proxy in front may have read it otherwise.
struct Reader::Inside final : beast::http::basic_parser<true> {
    Inside(Limits const& limits, Receive const* receive) : header_room(limits.header), body_room(limits.body), receive(receive)
    {
        header_limit(static_cast<std::uint32_t>(limits.header));
        body_limit(boost::none);  // what is left is in body_room: it depends on what is asked
        eager(true);
    }

    Whole whole;
    std::size_t header_room;  // Beast limits one line at a time; this limits their sum
    std::size_t body_room;
    Receive const* receive;
    int refusal = 0;          // of a large request
    int hosts = 0, lengths = 0;
    bool header_complete = false, expects = false;

    void on_request_impl(beast::http::verb, string_view method, string_view target, int version,
                         beast::error_code& broken) override
    {
        whole.old = version == 10;
        whole.request.verb = view(method);
        spend(method.size() + target.size() + 12, broken);
        if (!split_target(view(target), whole.request)) broken = Broken::bad_target;
    }

    void on_field_impl(beast::http::field field, string_view name, string_view value, beast::error_code& broken) override
    {
        spend(name.size() + value.size() + 4, broken);
        if (broken || header_complete) return;  // trailers are counted but never believed
        using enum beast::http::field;
        if (field == host && ++hosts > 1) broken = Broken::bad_value;
        if (field == content_length && (++lengths > 1 || value.find(',') != value.npos)) broken = Broken::bad_content_length;
        if (field == transfer_encoding && (whole.old || !beast::iequals(value, "chunked")))
            broken = Broken::bad_transfer_encoding;
        if (field == expect) expects = beast::iequals(value, "100-continue");
        whole.request.headers.emplace_back(view(name), view(value));
    }

    void on_header_impl(beast::error_code& broken) override
    {
        header_complete = true;
        if (hosts == 0 && !whole.old) broken = Broken::bad_value;  // RFC 9112, 3.2
        if (!broken && receive && *receive) receive_large(broken);
        if (!broken && content_length() && *content_length() > body_room) broken = Broken::body_limit;
    }

    void receive_large(beast::error_code& broken)
    {
        auto reception = (*receive)(whole.request);
        refusal = reception.refusal;
        if (refusal != 0) broken = Broken::bad_value;
        else if (reception.spool) {
            whole.request.spool = std::move(reception.spool);
            body_room = reception.most;
        }
    }

    void on_body_init_impl(boost::optional<std::uint64_t> const& length, beast::error_code&) override
    {
        // A client that announces much and sends nothing must not cost memory.
        if (length && !whole.request.spool) whole.request.body.reserve(std::min<std::uint64_t>(*length, 64 * 1024));
    }

    std::size_t on_body_impl(string_view body, beast::error_code& broken) override
    {
        if (body.size() > body_room) {
            broken = Broken::body_limit;
            return 0;
        }
        body_room -= body.size();
        // What a full disk did not take is told by the spool itself, to whoever reads it.
        if (whole.request.spool) whole.request.spool->add(view(body));
        else whole.request.body.append(body.data(), body.size());
        return body.size();
    }

    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, beast::error_code& broken) override
    {
        return on_body_impl(body, broken);
    }

    void on_chunk_header_impl(std::uint64_t, string_view, beast::error_code&) override {}
    void on_response_impl(int, string_view, int, beast::error_code&) override {}
    void on_finish_impl(beast::error_code&) override {}

private:
    void spend(std::size_t bytes, beast::error_code& broken)
    {
        if (bytes > header_room) broken = Broken::header_limit;
        header_room -= std::min(bytes, header_room);
    }
};

Reader::Reader(Limits const& limits, Receive const* receive)
    : limits_(limits), receive_(receive), inside_(std::make_unique<Inside>(limits_, receive_))
{}
Reader::~Reader() = default;

Reader::Step Reader::read(std::string_view bytes, std::size_t& used)
{
    used = 0;
    if (!begun())  // RFC 9112, 2.2: empty lines before a request are skipped
        while (bytes.substr(used).starts_with("\r\n")) used += 2;
    bytes.remove_prefix(used);
    if (bytes.empty() || (!begun() && bytes == "\r")) return Step::more;
    beast::error_code broken;
    used += inside_->put(boost::asio::const_buffer(bytes.data(), bytes.size()), broken);
    if (!broken || broken == Broken::need_more) return inside_->is_done() ? Step::whole : Step::more;
    refusal_ = inside_->refusal != 0 ? inside_->refusal : broken == Broken::header_limit ? 431 : broken == Broken::body_limit ? 413 : 400;
    return Step::refused;
}

bool Reader::begun() const { return inside_->got_some(); }
bool Reader::in_body() const { return inside_->header_complete; }
int Reader::refusal() const { return refusal_; }

std::int64_t Reader::spooled() const
{
    auto const& spool = inside_->whole.request.spool;
    return spool ? spool->size() : 0;
}

bool Reader::awaits_continue() const
{
    return inside_->header_complete && inside_->expects && !inside_->whole.old && inside_->whole.request.body.empty() && spooled() == 0 &&
           !inside_->is_done();
}

Reader::Whole Reader::take()
{
    Whole whole = std::move(inside_->whole);
    whole.keep_alive = inside_->keep_alive();
    inside_ = std::make_unique<Inside>(limits_, receive_);
    return whole;
}

}  // namespace maple::http
