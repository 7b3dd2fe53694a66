//! The pages before the admin: signing in, setting up, and what stands there when a link is spent.
//!
//! Plain HTML and plain forms, so that a person can sign in on any browser, even while the app cannot be fetched.

mod frame;
mod plain;
mod set_up;
mod sign_in;

pub(crate) use frame::drawn;
pub use plain::plain_page;
pub use set_up::set_up_page;
pub use sign_in::sign_in_page;
