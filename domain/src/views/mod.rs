//! Filters of the list, kept under a name and an address: a person's own, or the team's.

use serde::{Deserialize, Serialize};

use crate::order::Filter;

#[cfg(feature = "ssr")]
mod change;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod save;

#[cfg(feature = "ssr")]
pub use change::{delete, duplicate, rename, update};
#[cfg(feature = "ssr")]
pub use read::{find, list};
#[cfg(feature = "ssr")]
pub use save::{NewView, save};

/// A kept list as a tab.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewTab {
    /// Its name in addresses.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// What it shows.
    pub filter: Filter,
    /// Whether the whole team has it.
    pub shared: bool,
    /// Whether this person may rename, change and delete it.
    pub mine: bool,
}
