//! What the shop sells, and how many there are of it.

mod edit;
mod ledger;
mod list;
mod page;
mod stock;

pub use list::ProductsPage;
pub use page::ProductRoute;
