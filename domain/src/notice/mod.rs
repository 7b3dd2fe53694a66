//! One message to one recipient over one channel, at most once per event.
//!
//! The event's transaction plans the notice ([`plan`]); a job composes it in the recipient's language and hands it over
//! ([`SendNotice`]). A message that fails never undoes or delays the order.

mod kind;
mod state;

pub use kind::NoticeKind;
pub use state::NoticeState;

#[cfg(feature = "ssr")]
mod compose;
#[cfg(feature = "ssr")]
mod held;
#[cfg(feature = "ssr")]
mod plan;
#[cfg(feature = "ssr")]
mod plan_many;
#[cfg(feature = "ssr")]
mod send;

#[cfg(feature = "ssr")]
pub use compose::LINK_LASTS;
#[cfg(feature = "ssr")]
pub use held::{hold_longer, withdraw};
#[cfg(feature = "ssr")]
pub use plan::{plan, plan_kind};
#[cfg(feature = "ssr")]
pub use plan_many::plan_many;
#[cfg(feature = "ssr")]
pub use send::SendNotice;
