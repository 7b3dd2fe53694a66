//! The index page.

use axum::extract::State;
use axum::response::Html;
use serde_json::json;

use super::{money, switches};
use crate::event::Event;
use crate::html::{escape, page, time};
use crate::money::written;
use crate::provider::Provider;
use crate::session::{Session, Status};
use crate::world::{Shared, World};

/// Older ones are in the API's lists.
pub(super) const MOST: usize = 50;

/// Sessions, events, switches, mailbox.
pub async fn index(State(world): State<Shared>) -> Html<String> {
    let (sessions, events, mail, labels, journeys): (String, String, usize, usize, usize) =
        world.read(|state| {
            (
                state.sessions.iter().rev().take(MOST).map(session).collect(),
                state.events.iter().rev().take(MOST).map(event).collect(),
                state.mail.iter().count(),
                state.shippo.transactions.iter().count(),
                state.carriers.journeys.len(),
            )
        });
    let targets = targets(&world);
    let switches = switches::form(&world.faults());
    let money = world.read(money::tables);
    page(
        "Clew sandbox",
        &format!(
            "<p>Stands in for Stripe, Shippo, Stitch, Twilio, Resend, FedEx, UPS, DHL, Correos, push services and a mail server. No real money, no real message. {targets}</p>\
             <p><a href=\"/mail\">Mailbox ({mail})</a>, <a href=\"/sms\">text messages</a>, <a href=\"/labels\">labels ({labels})</a>, <a href=\"/journeys\">journeys ({journeys})</a></p>\
             <h2>Checkout sessions</h2>{}<h2>Events</h2>{}<h2>What goes wrong on purpose</h2>{switches}",
            table(&["Made", "What", "Amount", "Status"], &sessions),
            table(&["Made", "By", "Type", "Object", "Delivery"], &events) + &money,
        ),
    )
}

/// A query may hold a token, which is nobody's to read here.
fn targets(world: &World) -> String {
    // DHL's subscribers each have an address of their own.
    let portals = Provider::ALL.into_iter().filter(|provider| *provider != Provider::Dhl);
    let line = |provider: Provider| {
        let target = world.routes.of(provider).target.borrow();
        let url = target.as_ref().map(|target| target.url.split('?').next().unwrap_or_default());
        format!("{}'s webhooks go to {}.", provider.name(), url.map_or("nowhere yet".to_owned(), escape))
    };
    portals.map(line).collect::<Vec<_>>().join(" ")
}

pub(super) fn table(heads: &[&str], rows: &str) -> String {
    if rows.is_empty() {
        return "<p>None yet.</p>".to_owned();
    }
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    format!("<div class=\"scroll\"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>")
}

fn session(session: &Session) -> String {
    let what = session.line_items.iter().map(|line| line.name.as_str()).collect::<Vec<_>>().join(", ");
    let status = match session.status {
        Status::Open => format!("<a href=\"/pay/{}\">Pay</a>", session.id),
        closed => format!("{}, {}", word(closed), word(session.payment_status)),
    };
    let amount = written(session.amount_total(), &session.currency, "en");
    format!(
        "<tr><td>{}</td><td>{}</td><td>{amount}</td><td>{status}</td></tr>",
        time(session.created),
        escape(&what)
    )
}

fn event(event: &Event) -> String {
    let last = event.tries.last().map_or("waiting".to_owned(), |last| match (&last.status, &last.error) {
        (Some(status), _) => format!("{status}"),
        (None, error) => escape(error.as_deref().unwrap_or("no answer")),
    });
    format!(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{} ({} tries, last: {last})</td></tr>",
        time(event.created),
        event.provider.name(),
        escape(&event.kind),
        escape(event.object["id"].as_str().unwrap_or_default()),
        word(event.delivery),
        event.tries.len(),
    )
}

pub(super) fn word(value: impl serde::Serialize) -> String {
    json!(value).as_str().unwrap_or_default().replace('_', " ")
}
