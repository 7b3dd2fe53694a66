//! Orders by stage: the board of the floor, and the wall of a kitchen. Nothing is stored here; moving a card is moving an order.

mod views;

pub use views::*;

#[cfg(feature = "ssr")]
mod kitchen;
#[cfg(feature = "ssr")]
mod move_card;
#[cfg(feature = "ssr")]
mod read;

#[cfg(feature = "ssr")]
pub use kitchen::kitchen;
#[cfg(feature = "ssr")]
pub use move_card::{move_card, recall_card};
#[cfg(feature = "ssr")]
pub use read::board;
