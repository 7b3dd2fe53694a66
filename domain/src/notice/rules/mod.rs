//! Who is told what, over which channel: the shop's rules, and the order in which rules and wishes are asked.

mod wanted;

pub use wanted::{RULED, Rule, wanted};

#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod save;

#[cfg(feature = "ssr")]
pub use read::{EVERYWHERE, Said, read};
#[cfg(feature = "ssr")]
pub use save::save;
