//! Outgoing webhooks: endpoints, what was sent to each, and what was answered. Documents of the server's own with plain links and forms, for
//! administrators; nothing of the app is downloaded for them.

mod actions;
mod edit;
mod endpoint;
mod filter;
mod list;
mod log;
mod mark;
mod message;

pub use edit::{Typed, edit_page};
pub use endpoint::{Shown, endpoint_page};
pub use filter::{address, read_filter};
pub use list::list_page;
pub use message::message_page;

use domain::{
    clock::At,
    dates,
    ids::WebhookEndpointId,
    moment::Moment,
    outbox::{COUNTED, Endpoint},
};
use leptos::prelude::*;

use crate::flows::Desk;

/// Where the endpoints are.
const HERE: &str = "/admin/webhooks";

/// An endpoint's page.
fn at(id: WebhookEndpointId) -> String {
    format!("{HERE}/{id}")
}

fn document(desk: &Desk, title: &str, inside: AnyView) -> String {
    desk.document_at(HERE, title, "", inside)
}

fn when(desk: &Desk, at: At) -> Moment {
    dates::moment(at, desk.person.language, &desk.about.zone)
}

/// How many messages it has not taken; more are not counted than are worth a number.
fn untaken(desk: &Desk, endpoint: &Endpoint) -> String {
    match endpoint.waiting + endpoint.failed {
        count @ ..COUNTED => desk.count("hooks-waiting-count", count, ""),
        _ => desk.count("hooks-waiting-many", COUNTED, ""),
    }
}

fn fact(desk: &Desk, key: &str, value: AnyView) -> AnyView {
    view! { <div><dt>{desk.t(key)}</dt> <dd>{value}</dd></div> }.into_any()
}

/// The way back up.
fn back(href: String, words: String) -> AnyView {
    view! { <p class="back"><a href=href><bdi>{words}</bdi></a></p> }.into_any()
}
