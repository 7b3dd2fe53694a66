//! What carriers say of parcels, in one vocabulary, whoever carries and whoever tells.
//!
//! Pure: bytes and clocks come from outside. A provider's client reads its own wire into a [`TrackReport`] and asks its table of codes
//! what a code means; everything after that is the same for all of them.
//!
//! | file | what it decides |
//! |---|---|
//! | `state`, `cause`, `action`, `meaning` | the words |
//! | `source` | who tells |
//! | `codes` | what every provider's codes mean: a table each |
//! | `report` | what a provider told of one number |

mod action;
mod cause;
mod meaning;
mod source;
mod state;

pub use action::Action;
pub use cause::{Cause, Party};
pub use meaning::Meaning;
pub use source::TrackSource;
pub use state::TrackingState;

#[cfg(feature = "ssr")]
pub mod codes;
#[cfg(feature = "ssr")]
mod report;

#[cfg(feature = "ssr")]
pub use report::{Attempts, CarrierEvent, Eta, Proof, ScanPlace, TrackReport, When};
