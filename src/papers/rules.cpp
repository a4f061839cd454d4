#include "papers/rules.hpp"

#include <algorithm>

namespace maple::papers {
namespace {

using access::Relation;

bool of_the_house(Relation relation)
{
    return relation == Relation::desk || relation == Relation::director || relation == Relation::registrar || relation == Relation::mediator;
}

}  // namespace

Eye eye_of(access::Caller const& caller, access::Matter const& matter, Visibility visibility)
{
    auto const sight = access::sight(caller, matter);
    switch (visibility) {
    case Visibility::file: return sight.personal ? Eye::whole : sight.open ? Eye::shape : Eye::none;
    case Visibility::side: return sight.sealed ? Eye::whole : Eye::none;
    case Visibility::internal: {
        auto const all = access::relations(caller, matter);
        bool const inside = std::any_of(all.begin(), all.end(), of_the_house);
        return !inside ? Eye::none : sight.personal && !matter.restricted ? Eye::whole : Eye::shape;
    }
    }
    return Eye::none;
}

bool shown_to(Paper const& paper, dispute::Dispute const& d, Key call)
{
    auto const* one = dispute::call(d, call);
    return one && dispute::running(d, *one) && paper.visibility == Visibility::file && !paper.withdrawn_at &&
           std::find(paper.shown.begin(), paper.shown.end(), call) != paper.shown.end();
}

bool own_paper(Paper const& paper, Key party) { return paper.by_party && paper.party == party; }

Result<void> may_add(dispute::Dispute const& d, ToAdd const& ask)
{
    if (d.archived_at) return refuse(Because::wrong_stage, "papers.archived");
    if (ask.party && !dispute::party(d, ask.party)) return refuse_field("/party", "unknown_party");
    if (ask.session && !dispute::session(d, ask.session)) return refuse_field("/session", "unknown_session");
    if (ask.obligation && !dispute::obligation(d, ask.obligation)) return refuse_field("/obligation", "unknown_obligation");
    if (ask.agreement && !dispute::agreement(d, ask.agreement)) return refuse_field("/agreement", "unknown_agreement");
    if (ask.visibility == Visibility::side && !ask.party) return refuse_field("/party", "side_needs_party", {}, "PML-15");
    bool const signed_one = ask.kind == Kind::signed_paper || ask.agreement;
    if (signed_one && ask.visibility != Visibility::file) return refuse(Because::forbidden_by, "papers.signed_is_open", {}, "PML-29");
    return {};
}

Result<void> may_write_in(access::Caller const& caller, access::Matter const& matter, Visibility visibility)
{
    if (eye_of(caller, matter, visibility) == Eye::whole) return {};
    return refuse(Because::not_allowed, visibility == Visibility::side ? "not_the_mediator" : "not_allowed", {}, "PML-15");
}

Result<void> fits(Kind kind, Media media)
{
    if (kind == Kind::place_photo && !is_picture(media)) return refuse_field("/file", "not_a_picture");
    if (kind == Kind::voice_note && !is_sound(media)) return refuse_field("/file", "not_a_sound");
    if ((kind == Kind::signed_paper || kind == Kind::identity_proof) && is_sound(media)) return refuse_field("/file", "not_on_paper");
    return {};
}

Result<void> may_withdraw(Paper const& paper)
{
    if (paper.withdrawn_at) return refuse(Because::conflict, "papers.withdrawn");
    return {};
}

Result<void> may_erase(Paper const& paper)
{
    if (!paper.withdrawn_at) return refuse(Because::conflict, "papers.not_withdrawn");
    if (paper.erased_at) return refuse(Because::conflict, "papers.erased");
    return {};
}

Result<void> may_order_erasure(access::Caller const& caller, access::Matter const& matter, Visibility visibility)
{
    if (visibility == Visibility::side) return may_write_in(caller, matter, visibility);
    if (!access::may(caller, access::Right::archive, matter)) return refuse(Because::not_allowed, "not_allowed", {}, "PIPL-47");
    return {};
}

Result<void> may_show(dispute::Dispute const& d, Paper const& paper, Key call)
{
    if (paper.withdrawn_at) return refuse(Because::conflict, "papers.withdrawn");
    if (paper.visibility != Visibility::file) return refuse(Because::forbidden_by, "papers.not_open", {}, "PML-15");
    auto const* one = dispute::call(d, call);
    if (!one) return refuse(Because::not_found, "call.unknown");
    if (!dispute::running(d, *one)) return refuse(Because::conflict, "call.over");
    return {};
}

}  // namespace maple::papers
