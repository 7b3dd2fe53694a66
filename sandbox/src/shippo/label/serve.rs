//! `GET /labels/{file}`

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use super::{Print, pdf, png};
use crate::shippo::body::text;
use crate::shippo::error::Refusal;
use crate::shippo::store::Store;
use crate::world::Shared;

/// The label in the kind its name ends with.
pub async fn serve(State(world): State<Shared>, Path(file): Path<String>) -> Result<Response, Refusal> {
    let lost = || Refusal::lost(format!("labels/{file}"));
    let (id, ending) = file.rsplit_once('.').ok_or_else(lost)?;
    let (print, file_type) = world.read(|state| print(&state.shippo, id)).ok_or_else(lost)?;
    let (kind, body) = match ending {
        "pdf" => ("application/pdf", pdf::page(&print, size(&file_type))),
        "png" => ("image/png", png::picture(&print)),
        "zpl" => ("text/plain; charset=utf-8", zpl(&print).into_bytes()),
        _ => return Err(lost()),
    };
    Ok(([(header::CONTENT_TYPE, kind)], body).into_response())
}

fn print(store: &Store, id: &str) -> Option<(Print, String)> {
    let label = store.transactions.get(id).filter(|label| !label.label_url.is_empty())?;
    let rate = store.rates.get(&label.rate)?;
    let shipment = store.shipments.get(&rate.shipment)?;
    let print = Print {
        carrier: rate.provider().to_owned(),
        service: rate.name.clone(),
        number: label.tracking_number.clone(),
        from: lines(&shipment.from()),
        to: lines(&shipment.to()),
        reference: label.metadata.clone(),
    };
    Some((print, label.file_type.clone()))
}

fn lines(address: &Map<String, Value>) -> Vec<String> {
    let join = |fields: &[&str]| {
        let parts = fields.iter().map(|field| text(address, field)).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    };
    let all = [
        join(&["name"]),
        join(&["company"]),
        join(&["street_no", "street1"]),
        join(&["street2"]),
        join(&["street3"]),
        join(&["zip", "city", "state"]),
        join(&["country"]),
    ];
    all.into_iter().filter(|line| !line.is_empty()).collect()
}

/// Width and height in points.
fn size(file_type: &str) -> (u16, u16) {
    match file_type {
        "PDF_2.3x7.5" => (166, 540),
        "PDF_4x8" => (288, 576),
        "PDF_A4" => (595, 842),
        "PDF_A5" => (420, 595),
        "PDF_A6" => (298, 420),
        _ => (288, 432),
    }
}

/// Text only: whoever prints it sees that it is none.
fn zpl(print: &Print) -> String {
    let head =
        [format!("{} {}", print.carrier, print.service), print.number.clone(), "TEST LABEL".to_owned()];
    let fields = head.iter().chain(&print.to).enumerate();
    let fields: String = fields
        .map(|(row, line)| {
            format!("^FO40,{}^A0N,36,36^FD{}^FS\n", 40 + 50 * row, line.replace(['^', '~'], " "))
        })
        .collect();
    format!("^XA\n^CI28\n{fields}^XZ\n")
}
