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
//! | `number` | whose a pasted number may be |
//! | `report` | what a provider told of one number |
//! | `progress` | what everything told comes to |
//! | `watch` | when it needs a person, when it will be late |
//! | `timeline` | one line of scans out of all that was told, and what it says in one line |

mod action;
mod cause;
#[cfg(feature = "ssr")]
#[cfg(test)]
mod conformance;
mod meaning;
pub mod number;
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
mod progress;
#[cfg(feature = "ssr")]
mod report;
#[cfg(feature = "ssr")]
pub mod timeline;
#[cfg(feature = "ssr")]
pub mod watch;

#[cfg(feature = "ssr")]
pub use progress::{Known, Learned, Progress};
#[cfg(feature = "ssr")]
pub use report::{Attempts, CarrierEvent, Eta, Proof, ScanPlace, TrackReport, When};
