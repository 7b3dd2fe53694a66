//! `/correos`: the public localizador, undocumented and without a key, and the contract's way with one. Correos tells
//! nobody anything; it has to be asked.
//!
//! | oddity | where |
//! |---|---|
//! | always 200, and called HTML | both |
//! | a list of one, or that one without the list (switch `bare`) | both |
//! | a number nobody knows is an error of the object, and its `eventos` are null | both |
//! | the date and the hour in fields of their own, Madrid's, or the Canaries' | both |
//! | the recipient's name, which is nobody's business | both |

mod said;

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Value, json};

use crate::carrier::{self, Carrier, Trouble};
use crate::journey::number::plain;
use crate::journey::{Journey, Place, Scan, Stage};
use crate::shippo::moment::HOUR;
use crate::world::Shared;

/// The API.
pub fn routes(world: Shared) -> Router<Shared> {
    Router::new()
        .route("/canonico/eventos_envio_servicio/{code}", get(events))
        .route("/canonico/eventos_envio_servicio_auth/{code}", get(events))
        .layer(from_fn_with_state(world, doorway))
}

async fn doorway(State(world): State<Shared>, request: Request, next: Next) -> Response {
    carrier::doorway(Carrier::Correos, &world, request, next, |trouble| {
        let (status, words) = match trouble {
            Trouble::Stranger | Trouble::Expired => (StatusCode::UNAUTHORIZED, "Unauthorized"),
            Trouble::Busy => (StatusCode::TOO_MANY_REQUESTS, "Too Many Requests"),
            Trouble::Broken(status) => (status, "Service Unavailable"),
        };
        (status, format!("<html><body><h1>{words}</h1></body></html>")).into_response()
    })
    .await
}

async fn events(
    State(world): State<Shared>,
    Path(code): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Response {
    let code = plain(&code);
    let last = asked.get("indUltEvento").is_some_and(|last| last == "S");
    let wire = match carrier::wanted(&world, Carrier::Correos, &code) {
        Some((journey, now)) => shipment(&journey, now, last),
        None => json!({
            "codEnvio": code,
            "error": { "codError": "3", "desError": "Sin Trazabilidad en Minerva" },
            "eventos": null,
        }),
    };
    let body = if world.faults().correos.bare { wire } else { json!([wire]) };
    ([(header::CONTENT_TYPE, "text/html;charset=UTF-8")], body.to_string()).into_response()
}

/// Abroad, Madrid's clock counts.
fn wall(place: &Place) -> Place {
    let zone = if place.country == "ES" { place.zone.clone() } else { "Europe/Madrid".to_owned() };
    Place { zone, ..Place::default() }
}

fn event(scan: &Scan) -> Value {
    let (code, short, long) = said::of(scan);
    let wall = wall(&scan.place);
    json!({
        "codEvento": code,
        "fecEvento": wall.local(scan.at, "%d/%m/%Y"),
        "horEvento": wall.local(scan.at, "%H:%M:%S"),
        "unidad": format!("CTA {}", scan.place.city.to_uppercase()),
        "desTextoResumen": short,
        "desTextoAmpliado": long,
    })
}

fn shipment(journey: &Journey, now: i64, last: bool) -> Value {
    let seen = journey.seen(now);
    let shown = if last { &seen[seen.len().saturating_sub(1)..] } else { &seen[..] };
    let delivered = journey.at_stage(now, Stage::Delivered);
    let day = |scan: &Scan, format: &str| wall(&scan.place).local(scan.at, format);
    let mut wire = json!({
        "codEnvio": journey.number,
        "nombre_cliente": "Cliente de Prueba",
        "peso": "1500",
        "largo": "30",
        "alto": "10",
        "ancho": "20",
        "fec_admision": seen.first().map(|scan| day(scan, "%d/%m/%Y %H:%M:%S")),
        "fec_entregasum": delivered.map(|scan| day(scan, "%d/%m/%Y")),
        "error": { "codError": "0", "desError": "OK" },
        "eventos": shown.iter().map(|scan| event(scan)).collect::<Vec<_>>(),
    });
    if let Some((scan, until)) = seen.iter().rev().find_map(|scan| Some((scan, scan.until?))) {
        wire["num_dias_lista"] = json!(((until - scan.at) / (24 * HOUR)).to_string());
    }
    wire
}
