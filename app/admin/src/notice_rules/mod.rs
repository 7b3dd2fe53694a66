//! Who is told what, over which channel: a plain document with a plain form, made by the server. Nothing of it is in the browser's
//! download, and it works without JavaScript.

mod cell;
mod page;

pub use page::{Shown, rules_page};
