//! The mailbox: a mail server that accepts, refuses or goes silent as told, and keeps what it accepted for all to read.

mod api;
mod command;
mod links;
mod message;
mod page;
mod server;
mod talk;

use axum::Router;
use axum::routing::get;

use crate::world::Shared;

pub use message::Mail;
pub use server::serve;

/// The mailbox's pages and its JSON.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/mail", get(page::list))
        .route("/mail/{id}", get(page::one))
        .route("/_control/mail", get(api::list).delete(api::clear))
        .route("/_control/mail/wait", get(api::wait))
}
