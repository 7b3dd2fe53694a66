//! People who work here: roles, passwords, sessions.

mod role;

pub use role::{Person, Role};

#[cfg(feature = "ssr")]
mod create;
#[cfg(feature = "ssr")]
mod everybody;
#[cfg(feature = "ssr")]
mod own_address;
#[cfg(feature = "ssr")]
mod password;
#[cfg(feature = "ssr")]
mod session;
#[cfg(feature = "ssr")]
mod set_language;
#[cfg(feature = "ssr")]
mod set_up;
#[cfg(feature = "ssr")]
mod sign_in;

#[cfg(feature = "ssr")]
pub use create::{NewPerson, create};
#[cfg(feature = "ssr")]
pub use everybody::everybody;
#[cfg(feature = "ssr")]
pub use own_address::own_address;
#[cfg(feature = "ssr")]
pub use session::{ABSOLUTE, IDLE, resume, revoke};
#[cfg(feature = "ssr")]
pub use set_language::set_language;
#[cfg(feature = "ssr")]
pub use set_up::{nobody_yet, set_up, set_up_link, set_up_link_is_good};
#[cfg(feature = "ssr")]
pub use sign_in::{Credentials, sign_in};
