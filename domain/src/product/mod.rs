//! What the shop sells: its price and its variants, and how many pieces there are. Stock is a ledger (ADR 0022): every change of
//! `on_hand` is a movement that says why.

mod kind;
mod views;

pub use kind::{MovementKind, ProductKind, Technique};
pub use views::{Group, Movement, Product, ProductFilter, ProductList, ProductPage, ProductRow};

#[cfg(feature = "ssr")]
mod correct;
#[cfg(feature = "ssr")]
mod count;
#[cfg(feature = "ssr")]
mod edit;
#[cfg(feature = "ssr")]
mod ledger;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod new_product;
#[cfg(feature = "ssr")]
mod offered;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod preview;
#[cfg(feature = "ssr")]
mod put;
#[cfg(feature = "ssr")]
mod receive;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use correct::{Correction, correct};
#[cfg(feature = "ssr")]
pub use count::count;
#[cfg(feature = "ssr")]
pub use edit::{ProductEdit, edit};
#[cfg(feature = "ssr")]
pub use ledger::{MovementEntry, ledger};
#[cfg(feature = "ssr")]
pub use list::{list, some};
#[cfg(feature = "ssr")]
pub use new_product::NewProduct;
#[cfg(feature = "ssr")]
pub(crate) use new_product::is_sku;
#[cfg(feature = "ssr")]
pub use offered::offered;
#[cfg(feature = "ssr")]
pub use page::page;
#[cfg(feature = "ssr")]
pub(crate) use preview::is_shown;
#[cfg(feature = "ssr")]
pub use put::{Kept, put, put_step};
#[cfg(feature = "ssr")]
pub use receive::receive;

/// What a person did to the stock of a product.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Booked {
    /// Written: so many pieces there are now.
    Moved(i32),
    /// It was so already, or this is the same click again; nothing was written.
    Already,
}
