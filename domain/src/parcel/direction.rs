//! Which way a parcel goes.

use serde::{Deserialize, Serialize};

/// To the customer, or back to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(
    feature = "ssr",
    derive(sqlx::Type),
    sqlx(type_name = "label_direction", rename_all = "snake_case")
)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// To the customer.
    #[default]
    Outbound,
    /// Back to us.
    Return,
}
