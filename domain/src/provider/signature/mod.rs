//! Who signed a webhook: the schemes our providers use. Verified over the raw body, compared in constant time, several secrets
//! active at a time, an empty secret never.

pub mod body;
pub mod stamped;
pub mod standard;
pub mod twilio;
pub mod word;

/// How far a signature's time may be from ours, in seconds, either way.
pub const TOLERANCE: i64 = 300;

/// Why a webhook is turned away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsigned {
    /// There is no header, or nothing can be read from it.
    Missing,
    /// No active secret made this signature for this body.
    Forged,
    /// Made too long ago, or in the future.
    Stale,
}

impl Unsigned {
    /// The word kept in the log of refusals.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "signature_missing",
            Self::Forged => "signature_forged",
            Self::Stale => "signature_stale",
        }
    }
}
