//! Which role each server function needs. A test of the server calls every registered function against this list, so a
//! function without a line here fails the build.

use domain::staff::Role;

/// Endpoint under `/admin/fn/`, and the least role it answers to. Viewers look, operators move orders, and what spends the shop's
/// money is the administrators'.
pub const GUARDS: &[(&str, Role)] = &[
    ("overview", Role::Viewer),
    ("orders", Role::Viewer),
    ("order", Role::Viewer),
    ("places", Role::Viewer),
    ("place", Role::Viewer),
    ("set_language", Role::Viewer),
    ("advance_order", Role::Operator),
    ("ship_order", Role::Operator),
    ("add_parcel", Role::Operator),
    ("add_note", Role::Operator),
    ("set_priority", Role::Operator),
    ("release_order", Role::Operator),
    ("refresh_tracking", Role::Operator),
    ("request_return", Role::Operator),
    ("decline_return", Role::Operator),
    ("receive_return", Role::Operator),
    ("attention", Role::Operator),
    ("attention_count", Role::Operator),
    ("clear_alert", Role::Operator),
    ("inbox", Role::Operator),
    ("save_place", Role::Admin),
    ("plan_refund", Role::Admin),
    ("refund_order", Role::Admin),
    ("cancel_order", Role::Admin),
    ("plan_label", Role::Admin),
    ("buy_label", Role::Admin),
    ("label_batch", Role::Admin),
    ("buy_labels", Role::Admin),
    ("void_label", Role::Admin),
    ("resolve_label", Role::Admin),
    ("resume_provider", Role::Admin),
    ("inbox_body", Role::Admin),
    ("replay_one", Role::Admin),
    ("replay_all", Role::Admin),
];
