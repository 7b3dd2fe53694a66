//! The pages before the admin: signing in, by a code, too, setting up, choosing a password by a link, and what stands there when a link is spent.
//!
//! Plain HTML and plain forms, so that a person can sign in on any browser, even while the app cannot be fetched.

mod code;
mod forgot;
mod frame;
mod password;
mod plain;
mod set_up;
mod sign_in;

pub use code::code_page;
pub use forgot::forgot_page;
pub(crate) use frame::drawn;
pub use password::{password_page, password_spent_page};
pub use plain::plain_page;
pub use set_up::set_up_page;
pub use sign_in::sign_in_page;
