//! What was bought, by whom, and where it goes.
//!
//! An order has independent facts (its stage, its payment, its parcels) and one headline computed from them in [`apply`],
//! stored and indexed with the event that explains it. Every verb is a file: it loads, asks [`apply`], and records the step.

mod apply;
mod hands;
mod number;
mod paper;
mod priority;
mod status;
mod timing;
mod views;

pub use apply::{Change, State, Step, apply};
pub use hands::Hands;
pub use number::OrderNumber;
pub use paper::Paper;
pub use priority::Priority;
pub use status::Status;
pub use timing::Timing;
pub use views::*;

#[cfg(feature = "ssr")]
mod address;
#[cfg(feature = "ssr")]
mod adopt;
#[cfg(feature = "ssr")]
mod advance;
#[cfg(feature = "ssr")]
mod ask;
#[cfg(feature = "ssr")]
pub(crate) mod assign;
#[cfg(feature = "ssr")]
mod buy_labels;
#[cfg(feature = "ssr")]
mod by;
#[cfg(feature = "ssr")]
mod cancel;
#[cfg(feature = "ssr")]
pub mod due;
#[cfg(feature = "ssr")]
mod enter;
#[cfg(feature = "ssr")]
mod figures;
#[cfg(feature = "ssr")]
pub mod form;
#[cfg(feature = "ssr")]
mod full;
#[cfg(feature = "ssr")]
mod hold;
#[cfg(feature = "ssr")]
pub(crate) mod list;
#[cfg(feature = "ssr")]
mod look_up;
#[cfg(feature = "ssr")]
pub(crate) mod many;
#[cfg(feature = "ssr")]
mod mark_printed;
#[cfg(feature = "ssr")]
mod new_order;
#[cfg(feature = "ssr")]
mod note;
#[cfg(feature = "ssr")]
mod overview;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod place;
#[cfg(feature = "ssr")]
pub mod record;
#[cfg(feature = "ssr")]
mod release;
#[cfg(feature = "ssr")]
pub mod scan;
#[cfg(feature = "ssr")]
mod send_back;
#[cfg(feature = "ssr")]
mod set_priority;
#[cfg(feature = "ssr")]
mod sheets;
#[cfg(feature = "ssr")]
mod ship;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
mod track;
#[cfg(feature = "ssr")]
mod write_down;

#[cfg(feature = "ssr")]
pub use address::Address;
#[cfg(feature = "ssr")]
pub use adopt::adopt_step;
#[cfg(feature = "ssr")]
pub use advance::{Move, advance, advance_step};
#[cfg(feature = "ssr")]
pub use ask::{Asked, OrderChange, Wish, ask};
#[cfg(feature = "ssr")]
pub use assign::{assign, assign_step};
#[cfg(feature = "ssr")]
pub use buy_labels::buy_labels;
#[cfg(feature = "ssr")]
pub use by::By;
#[cfg(feature = "ssr")]
pub use cancel::{call_off, cancel, cancel_step};
#[cfg(feature = "ssr")]
pub use figures::{AtLocation, AtStatus, Figures, MoneyToday, figures};
#[cfg(feature = "ssr")]
pub use full::{
    Buyer, FullItem, FullOrder, FullParcel, InHands, Note, OrderSummaries, OrderSummary, StatusStep, full,
    notes, status_steps, summaries,
};
#[cfg(feature = "ssr")]
pub use hold::{hold, hold_step};
#[cfg(feature = "ssr")]
pub use list::{is_cursor, list};
#[cfg(feature = "ssr")]
pub(crate) use look_up::neighbourhood;
#[cfg(feature = "ssr")]
pub use look_up::{Limits, look_up};
#[cfg(feature = "ssr")]
pub use mark_printed::mark_printed;
#[cfg(feature = "ssr")]
pub use new_order::{ChosenRate, NewCustomer, NewFulfilment, NewItem, NewOrder, NewShipping};
#[cfg(feature = "ssr")]
pub(crate) use new_order::{https_url, known_currency, one_line, pointer};
#[cfg(feature = "ssr")]
pub use note::{LONGEST_NOTE, add_note};
#[cfg(feature = "ssr")]
pub use overview::overview;
#[cfg(feature = "ssr")]
pub use page::{LabelQuestion, batch, label_plan, page, refund_plan};
#[cfg(feature = "ssr")]
pub use place::{Placed, Request, place, place_as, place_by};
#[cfg(feature = "ssr")]
pub use release::{release, release_step};
#[cfg(feature = "ssr")]
pub use send_back::send_back;
#[cfg(feature = "ssr")]
pub use set_priority::{priority_step, set_priority};
#[cfg(feature = "ssr")]
pub use sheets::{Sheet, SheetLine, sheets};
#[cfg(feature = "ssr")]
pub use ship::ship;
#[cfg(feature = "ssr")]
pub use track::{
    Hold, PublicEvent, TrackedBooking, TrackedItem, TrackedOrder, TrackedParcel, TrackedRefund,
    TrackedReturn, TrackedScan, track,
};
#[cfg(feature = "ssr")]
pub(crate) use write_down::write_down;
