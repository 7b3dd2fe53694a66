//! People who work here: roles, accounts, passwords, sessions.

mod role;

pub use role::{Person, Role};

#[cfg(feature = "ssr")]
mod account;
#[cfg(feature = "ssr")]
mod browser;
#[cfg(feature = "ssr")]
mod change;
#[cfg(feature = "ssr")]
mod close;
#[cfg(feature = "ssr")]
mod create;
#[cfg(feature = "ssr")]
mod everybody;
#[cfg(feature = "ssr")]
pub mod factor;
#[cfg(feature = "ssr")]
mod forgot;
#[cfg(feature = "ssr")]
mod invite;
#[cfg(feature = "ssr")]
mod link;
#[cfg(feature = "ssr")]
mod own_address;
#[cfg(feature = "ssr")]
mod own_password;
#[cfg(feature = "ssr")]
mod own_sessions;
#[cfg(feature = "ssr")]
mod password;
#[cfg(feature = "ssr")]
mod record;
#[cfg(feature = "ssr")]
mod session;
#[cfg(feature = "ssr")]
mod set_language;
#[cfg(feature = "ssr")]
mod set_up;
#[cfg(feature = "ssr")]
mod sign_in;
#[cfg(feature = "ssr")]
mod team;

#[cfg(feature = "ssr")]
pub use account::{AccountEvent, AccountEventKind, AccountState, Colleague};
#[cfg(feature = "ssr")]
pub use browser::browser;
#[cfg(feature = "ssr")]
pub use change::{ColleagueChange, change};
#[cfg(feature = "ssr")]
pub use close::{close, end_sessions, reopen};
#[cfg(feature = "ssr")]
pub use create::{NewPerson, create};
#[cfg(feature = "ssr")]
pub use everybody::everybody;
#[cfg(feature = "ssr")]
pub use factor::{SignedIn, sign_in_with_code};
#[cfg(feature = "ssr")]
pub use forgot::{MailLink, ask_link};
#[cfg(feature = "ssr")]
pub use invite::{NewColleague, invite, invite_again};
#[cfg(feature = "ssr")]
pub use link::{LinkFor, open_link, use_link};
#[cfg(feature = "ssr")]
pub use own_address::own_address;
#[cfg(feature = "ssr")]
pub use own_password::change_password;
#[cfg(feature = "ssr")]
pub use own_sessions::{SessionView, end_other_sessions, end_session, sessions};
#[cfg(feature = "ssr")]
pub use record::history;
#[cfg(feature = "ssr")]
use record::record;
#[cfg(feature = "ssr")]
pub use session::{ABSOLUTE, IDLE, resume, revoke};
#[cfg(feature = "ssr")]
pub use set_language::set_language;
#[cfg(feature = "ssr")]
pub use set_up::{nobody_yet, set_up, set_up_link, set_up_link_is_good};
#[cfg(feature = "ssr")]
pub use sign_in::{Credentials, sign_in};
#[cfg(feature = "ssr")]
pub use team::{colleague, mailed, team};
