//! Correos' answer as we read it. `nombre_cliente` is left where it is: it is somebody's name.

use serde::Deserialize;
use serde_json::Value;

use crate::provider::lenient::{lenient, list, text};

/// Shipments; one, usually, and sometimes without the list around it.
#[derive(Debug, Clone, Default)]
pub struct Answer(pub Vec<Shipment>);

/// One shipment.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Shipment {
    /// Its number.
    #[serde(deserialize_with = "text")]
    pub cod_envio: Option<String>,
    /// `0`, or why there is nothing.
    #[serde(deserialize_with = "lenient")]
    pub error: Flaw,
    /// What happened; null where nothing did.
    #[serde(deserialize_with = "list")]
    pub eventos: Vec<Event>,
    /// The day it was handed over.
    #[serde(rename = "fec_entregasum", deserialize_with = "text")]
    pub delivered: Option<String>,
}

/// What happened.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Event {
    /// `H020000V`.
    #[serde(deserialize_with = "text")]
    pub cod_evento: Option<String>,
    /// `29/04/2026`.
    #[serde(deserialize_with = "text")]
    pub fec_evento: Option<String>,
    /// `08:46:00`, on the wall there.
    #[serde(deserialize_with = "text")]
    pub hor_evento: Option<String>,
    /// `CTA MADRID`.
    #[serde(deserialize_with = "text")]
    pub unidad: Option<String>,
    /// In a few words.
    #[serde(deserialize_with = "text")]
    pub des_texto_resumen: Option<String>,
    /// In more words.
    #[serde(deserialize_with = "text")]
    pub des_texto_ampliado: Option<String>,
}

/// `0`, or why there is nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Flaw {
    /// `3` for a number nobody knows.
    #[serde(deserialize_with = "text")]
    pub cod_error: Option<String>,
}

impl Answer {
    /// A body as it came, in UTF-8 or in Latin 1; `None` when it names no shipment.
    pub fn read(body: &[u8]) -> Option<Self> {
        let text = match std::str::from_utf8(body) {
            Ok(text) => text.to_owned(),
            Err(_) => body.iter().map(|byte| char::from(*byte)).collect(),
        };
        let all = match serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()? {
            Value::Array(all) => all,
            alone => vec![alone],
        };
        let read = |one| serde_json::from_value::<Shipment>(one).ok();
        let all: Vec<_> = all.into_iter().filter_map(read).filter(|one| one.cod_envio.is_some()).collect();
        (!all.is_empty()).then_some(Self(all))
    }
}
