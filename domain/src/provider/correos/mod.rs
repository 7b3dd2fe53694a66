//! Correos (España): the localizador its own page asks (`ha-parcel-integrations/ha-correos`). It tells nothing by itself, so what comes to
//! its door is a copy of such an answer, sent by whoever the shop gave the door's token to.

mod client;
mod read;
pub mod wire;

pub use client::Correos;
