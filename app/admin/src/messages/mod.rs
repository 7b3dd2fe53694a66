//! What the pages about messages share: the bell in the header, and the way from one of them to the others.

mod bell;
mod nav;

pub use bell::FeedBell;
pub use nav::{MessagesNav, MessagesPage};
