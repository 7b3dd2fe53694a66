//! Which role each server function needs. A test of the server calls every registered function against this list, so a
//! function without a line here fails the build.

use domain::staff::Role;

/// Endpoint under `/admin/fn/`, and the least role it answers to.
pub const GUARDS: &[(&str, Role)] = &[
    ("overview", Role::Viewer),
    ("orders", Role::Viewer),
    ("order", Role::Viewer),
    ("set_language", Role::Viewer),
    ("advance_order", Role::Operator),
    ("ship_order", Role::Operator),
    ("add_parcel", Role::Operator),
    ("add_note", Role::Operator),
    ("inbox", Role::Operator),
];
