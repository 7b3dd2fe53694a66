//! The carriers this account has contracts with, and `/carrier_accounts/`, where a client learns which account is whose.

use axum::Json;
use axum::extract::{Path, Query, State};
use serde_json::{Value, json};

use super::error::Refusal;
use super::list;
use super::object::OWNER;
use super::quote::SERVICES;
use crate::world::Shared;

/// One carrier.
#[derive(Debug)]
pub struct Carrier {
    /// `correos_espana`: what tracks are asked for by.
    pub token: &'static str,
    /// `Correos`: what rates show.
    pub name: &'static str,
    /// `object_id` of our account with it.
    pub account: &'static str,
    /// Its public tracking page, before the number.
    pub page: &'static str,
    /// Whether it makes labels that cost only when used.
    pub returns: bool,
}

/// All of them.
pub const CARRIERS: [Carrier; 4] = [
    Carrier {
        token: "correos_espana",
        name: "Correos",
        account: "c0bbe05e5a7d4c2f9e1b6a3d8f70c001",
        page: "https://www.correos.es/es/es/herramientas/localizador/envios/detalle?tracking-number=",
        returns: false,
    },
    Carrier {
        token: "ups",
        name: "UPS",
        account: "0b5a1c6e7d3f4e2a8c9b7f6e5d4c3b02",
        page: "https://www.ups.com/track?tracknum=",
        returns: true,
    },
    Carrier {
        token: "dhl_express",
        name: "DHL Express",
        account: "d41e8b7c6a5f4d3e2c1b0a9f8e7d6c03",
        page: "https://www.dhl.com/en/express/tracking.html?AWB=",
        returns: false,
    },
    Carrier {
        token: "usps",
        name: "USPS",
        account: "a5b6c7d8e9f04a1b2c3d4e5f60718204",
        page: "https://tools.usps.com/go/TrackConfirmAction_input?origTrackNum=",
        returns: true,
    },
];

/// The carriers Shippo can track, whoever sold the label.
const TRACKABLE: [&str; 59] = [
    "airterra",
    "apc_postal",
    "apg",
    "aramex",
    "asendia_us",
    "australia_post",
    "axlehire",
    "better_trucks",
    "borderguru",
    "boxberry",
    "bring",
    "canada_post",
    "cdl",
    "chronopost",
    "collect_plus",
    "correios_br",
    "correos_espana",
    "colissimo",
    "deutsche_post",
    "dhl_benelux",
    "dhl_ecommerce",
    "dhl_express",
    "dhl_germany_c2c",
    "dhl_germany",
    "dpd_de",
    "dpd_uk",
    "estafeta",
    "fastway_australia",
    "fedex",
    "globegistics",
    "gls_us",
    "gophr",
    "gso",
    "hermes_germany_b2c",
    "hermes_uk",
    "hongkong_post",
    "lasership",
    "lso",
    "mondial_relay",
    "new_zealand_post",
    "nippon_express",
    "ontrac",
    "parcelforce",
    "passport",
    "pcf",
    "poste_italiane",
    "posti",
    "purolator",
    "royal_mail",
    "royal_mail_sf",
    "rr_donnelley",
    "russian_post",
    "skypostal",
    "stuart",
    "swyft",
    "uds",
    "ups",
    "usps",
    "veho",
];

/// The carrier with this token.
pub fn of(token: &str) -> Option<&'static Carrier> {
    CARRIERS.iter().find(|carrier| carrier.token == token)
}

/// Whether tracks of this carrier can be asked for.
pub fn trackable(token: &str) -> bool {
    token == super::track::TEST_CARRIER || TRACKABLE.contains(&token)
}

fn wire(carrier: &Carrier) -> Value {
    let services: Vec<Value> = SERVICES
        .iter()
        .filter(|service| service.carrier == carrier.token)
        .map(|service| json!({ "name": service.name, "token": service.token, "supports_return_labels": carrier.returns }))
        .collect();
    json!({
        "object_id": carrier.account,
        "object_owner": OWNER,
        "carrier": carrier.token,
        "carrier_name": carrier.name,
        "account_id": "****",
        "active": true,
        "is_shippo_account": true,
        "parameters": {},
        "metadata": "",
        "service_levels": services,
        "object_info": null,
        "test": true,
    })
}

/// `GET /carrier_accounts/`, all or of one `carrier`.
pub async fn list(
    State(world): State<Shared>,
    Query(query): Query<list::Query>,
) -> Result<Json<Value>, Refusal> {
    let wanted = |carrier: &&Carrier| query.get("carrier").is_none_or(|token| token == carrier.token);
    let rows = CARRIERS.iter().filter(wanted).map(wire).collect();
    list::page(rows, &query, &format!("{}/shippo/carrier_accounts/", world.http)).map(Json)
}

/// `GET /carrier_accounts/{id}`
pub async fn retrieve(Path(id): Path<String>) -> Result<Json<Value>, Refusal> {
    let found = CARRIERS.iter().find(|carrier| carrier.account == id);
    found.map(wire).map(Json).ok_or_else(|| Refusal::lost(format!("carrier_accounts/{id}")))
}
