//! Who buys here, by the address they gave: what they want to hear, how, when and in which language.
//!
//! There are no accounts and no passwords. Whoever holds a link we mailed to an address (or has looked its order up) speaks for that
//! address; who never said anything has no row and is told by the defaults of [`Topic::by_default`].

mod topic;

pub use topic::Topic;

#[cfg(feature = "ssr")]
mod feed;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
pub mod links;
#[cfg(feature = "ssr")]
mod orders;
#[cfg(feature = "ssr")]
mod phone;
#[cfg(feature = "ssr")]
mod preferences;
#[cfg(feature = "ssr")]
mod push;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod save;
#[cfg(feature = "ssr")]
mod session;
#[cfg(feature = "ssr")]
mod sign_in;
#[cfg(feature = "ssr")]
mod sweep;
#[cfg(feature = "ssr")]
mod try_out;
#[cfg(feature = "ssr")]
mod under_way;
#[cfg(feature = "ssr")]
mod unsubscribe;
#[cfg(feature = "ssr")]
mod verify;
#[cfg(feature = "ssr")]
mod who;

#[cfg(feature = "ssr")]
pub use feed::{Told, ToldPage, feed, history};
#[cfg(feature = "ssr")]
pub use form::{Flaw, PreferencesForm, zones};
#[cfg(feature = "ssr")]
pub use orders::{OwnOrder, OwnOrders, open_own, orders};
#[cfg(feature = "ssr")]
pub use preferences::{Phone, Preferences};
#[cfg(feature = "ssr")]
pub use push::{Endpoint, Keys, drop_push, keep_app, keep_push};
#[cfg(feature = "ssr")]
pub use read::read;
#[cfg(feature = "ssr")]
pub use save::save;
#[cfg(feature = "ssr")]
pub use session::{LASTS as SESSION_LASTS, end, resume};
#[cfg(feature = "ssr")]
pub use sign_in::{LINK_LASTS as SIGN_IN_LASTS, ask, is_good, redeem};
#[cfg(feature = "ssr")]
pub use sweep::sweep;
#[cfg(feature = "ssr")]
pub use try_out::try_out;
#[cfg(feature = "ssr")]
pub use under_way::{UnderWay, under_way};
#[cfg(feature = "ssr")]
pub use unsubscribe::{is_unsubscribed, subscribe_again, unsubscribe};
#[cfg(feature = "ssr")]
pub use verify::{can_verify, check, forget_phone, start};
#[cfg(feature = "ssr")]
pub use who::Who;
#[cfg(feature = "ssr")]
pub(crate) use who::masked;
