//! Many orders at once: what to do with a selection, a look at what would come of it, and how far it is.
//!
//! Plain forms and documents: the selection travels in the address and in hidden fields, and everything works without JavaScript.

mod ask;
mod choice;
mod counts;
mod page;
mod reasons;

pub use choice::BulkChoicePage;
pub use page::BulkRoute;
