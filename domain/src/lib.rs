//! The shop: what exists, what may happen, how it is stored. Knows no HTTP page and no Leptos.
//!
//! One folder per aggregate, one file per verb. Files behind the feature `ssr` need a server; the rest also compiles
//! to WASM, so that the browser shows the very words the database stores.
//!
//! | module | what it is |
//! |---|---|
//! | [`order`] | what was bought, by whom, where it goes; [`order::apply`] is the only place where an order's arrows exist |
//! | `connect` | orders that are born elsewhere: at Stripe, in another shop |
//! | [`payment`] | what was paid, with a ledger beneath |
//! | [`parcel`] | one box: its label, its carrier, where it is |
//! | [`tracking`] | what carriers say of it, in one vocabulary |
//! | `poll` | when each carrier is asked, and how often it may be |
//! | [`place`] | where the shop works and when it is open |
//! | [`product`] | what is sold, and what of it is in stock |
//! | `production` | a studio's orders in its own API's words |
//! | [`handover`] | how a parcel is handed over, and that one did not come |
//! | [`returns`] | what is sent back |
//! | [`alert`] | what needs a person |
//! | [`workflow`] | the shop's stages as data |
//! | [`event`] | one immutable fact in an order's history |
//! | [`notice`] | one message to one recipient |
//! | [`inbox`] | every webhook received |
//! | `outbox` | every webhook sent |
//! | [`customer`] | who buys here, and what they want to hear |
//! | [`staff`] | people, roles, sessions |
//! | [`board`] | orders by stage, for the floor and the kitchen |
//! | [`bulk`] | many orders changed at once |
//! | `export`, `import` | orders and products as CSV, out and in |
//! | [`views`] | filters of the list, kept under a name |

pub mod alert;
pub mod board;
pub mod bulk;
pub mod customer;
pub mod event;
pub mod fault;
pub mod handover;
pub mod ids;
pub mod inbox;
pub mod language;
pub mod moment;
pub mod notice;
pub mod order;
pub mod parcel;
pub mod payment;
pub mod place;
pub mod product;
pub mod reason;
pub mod returns;
mod span;
pub mod staff;
pub mod tracking;
pub mod views;
pub mod workflow;

#[cfg(feature = "ssr")]
pub mod api_key;
#[cfg(feature = "ssr")]
pub mod api_request;
#[cfg(feature = "ssr")]
pub mod bell;
#[cfg(feature = "ssr")]
pub mod clock;
#[cfg(feature = "ssr")]
pub mod connect;
#[cfg(feature = "ssr")]
pub mod dates;
#[cfg(feature = "ssr")]
pub mod db;
#[cfg(feature = "ssr")]
pub mod export;
#[cfg(feature = "ssr")]
pub mod failpoint;
#[cfg(feature = "ssr")]
pub mod history;
#[cfg(feature = "ssr")]
pub mod import;
#[cfg(feature = "ssr")]
pub mod limit;
#[cfg(feature = "ssr")]
pub mod money;
#[cfg(feature = "ssr")]
pub mod outbox;
#[cfg(feature = "ssr")]
pub mod poll;
#[cfg(feature = "ssr")]
pub mod production;
#[cfg(feature = "ssr")]
pub mod provider;
#[cfg(feature = "ssr")]
pub mod queue;
#[cfg(feature = "ssr")]
pub mod reconcile;
#[cfg(feature = "ssr")]
pub mod secret;
#[cfg(feature = "ssr")]
pub mod shop;

pub use fault::Fault;
pub use language::Language;
pub use reason::Reason;
#[cfg(feature = "ssr")]
pub use shop::Shop;
pub use span::span;
