//! A shop's graph of stages, as data, versioned. An order keeps the version it started with, until somebody moves it to a newer one.

mod check;
mod definition;
mod fate;
mod flaw;
mod icon;
mod presets;
mod stored;

pub use definition::{Action, Definition, Stage, Translated};
pub use fate::{Fate, Mapping, Standing, fate};
pub use flaw::{Flaw, Why};
pub use icon::Icon;
pub use presets::{PRESETS, preset};

#[cfg(feature = "ssr")]
mod move_orders;
#[cfg(feature = "ssr")]
mod plan_move;
#[cfg(feature = "ssr")]
mod save;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use move_orders::{MoveOrders, move_orders};
#[cfg(feature = "ssr")]
pub use plan_move::{FateCount, MovePlan, plan_move};
#[cfg(feature = "ssr")]
pub use save::{Saved, good_key, save};
