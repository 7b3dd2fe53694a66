//! Correos's codes: the community's list and the official module's, as `event-codes.json` of the shared fixtures has them.
//! None of either says that a parcel is late, so that a delay is one more sorting.

use crate::journey::{Scan, Stage};

type Row = (Stage, &'static str, &'static str, &'static str);

const ALL: [Row; 15] = [
    (Stage::PreTransit, "A090000V", "Pre-registrado", "El envío ha sido pre-registrado por el remitente"),
    (Stage::PickedUp, "A010000V", "Admitido", "Admitido"),
    (Stage::InTransit, "P040000V", "Clasificado", "Clasificado"),
    (Stage::Customs, "E000001V", "En aduana", "El envío está en trámite de aduanas"),
    (Stage::OutForDelivery, "H020000V", "En reparto", "En reparto"),
    (
        Stage::AvailableForPickup,
        "H01I350V",
        "Disponible en oficina",
        "El envío está disponible para su recogida en la oficina",
    ),
    (Stage::Attempted, "H010930R", "Intento de entrega", "Ausente en el intento de entrega"),
    (Stage::Delayed, "P110000V", "En tránsito", "El envío está en tránsito"),
    (
        Stage::AddressProblem,
        "M01E020R",
        "Dirección incorrecta",
        "La dirección del destinatario es incorrecta",
    ),
    (Stage::Refused, "H01R420V", "Rehusado", "Rehusado por el destinatario"),
    (Stage::Delivered, "I010000V", "Entregado", "Entregado"),
    (Stage::Returning, "L03D240R", "En devolución", "El envío se devuelve al remitente"),
    (Stage::Returned, "O140000V", "Devuelto", "Devuelto al remitente"),
    (Stage::Failed, "A040000R", "Anulado", "El envío ha sido anulado"),
    (Stage::Unknown, "Z999999V", "Sin información", "Sin información"),
];

/// Code, short and long text; the script's own code, where it has one, with the words of that code, if there are any.
pub fn of(scan: &Scan) -> (String, String, String) {
    let usual = ALL.into_iter().find(|row| row.0 == scan.stage).unwrap_or(ALL[14]);
    let row = match scan.code.as_deref() {
        Some(code) if code != usual.1 => ALL.into_iter().find(|row| row.1 == code).unwrap_or(usual),
        _ => usual,
    };
    let code = scan.code.clone().unwrap_or_else(|| row.1.to_owned());
    let long = scan.detail.clone().unwrap_or_else(|| row.3.to_owned());
    (code, row.2.to_owned(), long)
}
