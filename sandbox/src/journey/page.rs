//! `GET /journeys`: parcels on their way with FedEx, UPS, DHL and Correos, for whoever runs the demonstration.

use axum::Form;
use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use serde::Deserialize;

use super::script::Script;
use super::{Journey, control, due};
use crate::carrier::Carrier;
use crate::html::{escape, page, time};
use crate::shippo::moment::{self, HOUR};
use crate::world::Shared;

/// Older ones are in `/_control/journeys`.
const MOST: usize = 100;

/// How far a button puts the clock forward.
#[derive(Debug, Deserialize)]
pub struct Hours {
    hours: u16,
}

/// A parcel by hand.
#[derive(Debug, Deserialize)]
pub struct Begun {
    carrier: Carrier,
    number: String,
    shippo: Option<String>,
}

/// The page.
pub async fn list(State(world): State<Shared>) -> Html<String> {
    let (rows, now) = world.read(|state| {
        let now = moment::carriers_now(&state.shippo);
        let mut journeys: Vec<&Journey> = state.carriers.journeys.values().collect();
        journeys.sort_by_key(|journey| std::cmp::Reverse(journey.began));
        let rows: String = journeys.into_iter().take(MOST).map(|journey| row(journey, now)).collect();
        (rows, now)
    });
    let rows = if rows.is_empty() { "<tr><td colspan=\"6\">None yet.</td></tr>".to_owned() } else { rows };
    let button = |hours: u16| format!("<button name=\"hours\" value=\"{hours}\">Advance {hours} h</button>");
    let option =
        |carrier: Carrier| format!("<option value=\"{}\">{}</option>", carrier.token(), carrier.name());
    page(
        "Journeys",
        &format!(
            "<p>Parcels on their way with the sandbox's carriers, newest first. A number that could be a carrier's begins its journey when somebody asks for it.</p>\
             <form method=\"post\" action=\"/journeys/clock\"><p>The carriers' clock says {}. {} {}</p></form>\
             <form method=\"post\" action=\"/journeys\"><p><label>Carrier <select name=\"carrier\">{}</select></label> \
             <label>Number <input name=\"number\" required></label> \
             <label><input name=\"shippo\" type=\"checkbox\" value=\"on\"> Shippo tells it, too</label> <button>Begin</button></p></form>\
             <div class=\"scroll\"><table><thead><tr><th scope=\"col\">Begun</th><th scope=\"col\">Carrier</th>\
             <th scope=\"col\">Number</th><th scope=\"col\">Now</th><th scope=\"col\">Then</th>\
             <th scope=\"col\">Move</th></tr></thead><tbody>{rows}</tbody></table></div>",
            time(now.div_euclid(1000)),
            button(6),
            button(24),
            Carrier::ALL.map(option).concat(),
        ),
    )
}

fn row(journey: &Journey, now: i64) -> String {
    let seen = journey.seen(now);
    let stands = seen.last().map_or("not seen yet".to_owned(), |scan| {
        format!("{}, {}", scan.stage.words(), escape(&scan.place.city))
    });
    let waiting = journey.scans.iter().filter(|scan| !scan.told).min_by_key(|scan| scan.known);
    let (then, next) = waiting.map_or((String::new(), String::new()), |scan| {
        let (carrier, number) = (journey.carrier.token(), escape(&path(&journey.number)));
        (
            format!("{} {}", scan.stage.words(), time(scan.known.div_euclid(1000))),
            format!("<form method=\"post\" action=\"/journeys/{carrier}/{number}/next\"><button>Next scan</button></form>"),
        )
    });
    format!(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{stands} ({} of {})</td><td>{then}</td><td>{next}</td></tr>",
        time(journey.began.div_euclid(1000)),
        journey.carrier.name(),
        escape(&journey.number),
        seen.len(),
        journey.scans.len(),
    )
}

/// A number as part of an address: whoever writes a journey may call it anything.
fn path(number: &str) -> String {
    url::form_urlencoded::byte_serialize(number.as_bytes()).collect()
}

/// `POST /journeys`
pub async fn begin(State(world): State<Shared>, Form(begun): Form<Begun>) -> Redirect {
    let Begun { carrier, number, shippo } = begun;
    let script = Script { shippo: shippo.is_some(), ..Script::usual(carrier, number) };
    // A number of spaces only: then there is nothing to begin.
    let _ = world.change(|state| control::begin(state, script));
    Redirect::to("/journeys")
}

/// `POST /journeys/clock`
pub async fn forward(State(world): State<Shared>, Form(by): Form<Hours>) -> Redirect {
    world.change(|state| due::forward(state, i64::from(by.hours) * HOUR));
    Redirect::to("/journeys")
}

/// `POST /journeys/{carrier}/{number}/next`
pub async fn next(State(world): State<Shared>, Path((carrier, number)): Path<(Carrier, String)>) -> Redirect {
    world.change(|state| due::next(state, carrier, &number));
    Redirect::to("/journeys")
}
