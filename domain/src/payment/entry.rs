//! The ledger beneath a payment: rows are added, never changed.

/// What kind of line a ledger entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    feature = "ssr",
    derive(sqlx::Type),
    sqlx(type_name = "payment_entry_kind", rename_all = "snake_case")
)]
pub enum EntryKind {
    /// We asked for money.
    Request,
    /// It came.
    Success,
    /// It did not come.
    Failure,
    /// It went back.
    Reversal,
}
