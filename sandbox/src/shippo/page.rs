//! `GET /labels`: the labels that were bought, for whoever runs the demonstration, with the carriers' clock in hand.

use axum::Form;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use axum::routing::{get, post};
use serde::Deserialize;
use serde_json::json;

use super::moment::{self, HOUR};
use super::store::Store;
use super::track;
use super::transaction::Transaction;
use crate::html::{escape, page, time};
use crate::journey;
use crate::world::Shared;

/// The page and its buttons.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/labels", get(list))
        .route("/labels/clock", post(forward))
        .route("/labels/{id}/next", post(next))
}

/// How far a button puts the clock forward.
#[derive(Debug, Deserialize)]
pub struct Hours {
    hours: u16,
}

async fn list(State(world): State<Shared>) -> Html<String> {
    let (rows, now) = world.read(|state| {
        let rows: String =
            state.shippo.transactions.iter().rev().map(|label| row(&state.shippo, label)).collect();
        (rows, moment::carriers_now(&state.shippo))
    });
    let rows = if rows.is_empty() { "<tr><td colspan=\"6\">None yet.</td></tr>".to_owned() } else { rows };
    let button = |hours: u16| format!("<button name=\"hours\" value=\"{hours}\">Advance {hours} h</button>");
    page(
        "Labels",
        &format!(
            "<p>Every label bought at the sandbox's Shippo, newest first. No carrier will take them.</p>\
             <form method=\"post\" action=\"/labels/clock\"><p>The carriers' clock says {}. {} {}</p></form>\
             <div class=\"scroll\"><table><thead><tr><th scope=\"col\">Bought</th><th scope=\"col\">Service</th>\
             <th scope=\"col\">Number</th><th scope=\"col\">Label</th><th scope=\"col\">Parcel</th>\
             <th scope=\"col\">Carrier</th></tr></thead><tbody>{rows}</tbody></table></div>",
            time(now.div_euclid(1000)),
            button(6),
            button(24),
        ),
    )
}

fn row(store: &Store, label: &Transaction) -> String {
    let service = store
        .rates
        .get(&label.rate)
        .map_or(String::new(), |rate| format!("{} {}", escape(rate.provider()), escape(&rate.name)));
    let status = json!(label.status).as_str().unwrap_or_default().to_lowercase();
    let file = if label.label_url.is_empty() {
        status
    } else {
        format!("<a href=\"{}\">{}</a>, {status}", escape(&label.label_url), escape(&label.file_type))
    };
    let next = if track::can_move(store, &track::key(&label.carrier, &label.tracking_number)) {
        format!(
            "<form method=\"post\" action=\"/labels/{}/next\"><button>Next scan</button></form>",
            label.id
        )
    } else {
        String::new()
    };
    format!(
        "<tr><td>{}</td><td>{service}</td><td>{}</td><td>{file}</td><td>{}</td><td>{next}</td></tr>",
        time(label.created.div_euclid(1000)),
        escape(&label.tracking_number),
        escape(&label.tracking_status(store).unwrap_or_default().to_lowercase().replace('_', " ")),
    )
}

async fn forward(State(world): State<Shared>, Form(by): Form<Hours>) -> Redirect {
    world.change(|state| {
        journey::forward(state, i64::from(by.hours) * HOUR);
    });
    Redirect::to("/labels")
}

async fn next(State(world): State<Shared>, Path(id): Path<String>) -> Redirect {
    world.change(|state| {
        let label = state.shippo.transactions.get(&id);
        if let Some(key) = label.map(|label| track::key(&label.carrier, &label.tracking_number)) {
            track::next_step(state, &key, None);
        }
    });
    Redirect::to("/labels")
}
