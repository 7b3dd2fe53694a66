//! Keys with which programs call the API. Only hashes are kept; a key itself is shown once.
//!
//! A key is a name, the scopes it holds, when it ends, and the sites whose pages may use it. Rotating gives it a new secret while the one
//! before still opens for a while, so that a shop changes its programs without a gap; the key's id, and with it every `Idempotency-Key`
//! used so far, stays.

mod change;
mod create;
mod list;
mod origin;
mod revoke;
mod rotate;
mod scope;
mod verify;

pub use change::{KeyChange, change};
pub use create::{NewKey, create, keep};
pub use list::{KeyState, KeyView, find, list};
pub use origin::{allowed_anywhere, origins};
pub use revoke::revoke;
pub use rotate::{LONGEST_OVERLAP, rotate};
pub use scope::Scope;
pub use verify::{Key, verify};

const PREFIX: &str = "clew_";

/// The first characters of a key: enough to tell keys apart, and to find one that leaked.
fn shown(key: &str) -> String {
    key.chars().take(PREFIX.len() + 4).collect()
}
