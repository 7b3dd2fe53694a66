//! `POST /api/shipping/rates`: what sending would cost, for a checkout to choose from.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Fault, Shop,
    clock::At,
    order::Address,
    parcel::{self, AddressCheck, NewQuote, Offer, Quoted, Size},
};
use serde::Serialize;

use super::{caller::Storefront, problem::Problem, read::Body};

/// What the storefront gets back. An empty list of rates comes with messages that say why.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Rates {
    address: Checked,
    /// Goes into the order's `shipping.rate`, with the chosen rate's `serviceToken` and `carrier`.
    shipment_id: Option<String>,
    rates: Vec<Rate>,
    parcels: Vec<Parcel>,
    messages: Vec<String>,
    good_until: At,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CheckedAddress)]
#[serde(rename_all = "camelCase")]
struct Checked {
    /// `null` where nobody can tell.
    valid: Option<bool>,
    messages: Vec<String>,
    /// As the carrier writes it, where that is something else.
    better: Option<Address>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ShippingRate)]
#[serde(rename_all = "camelCase")]
struct Rate {
    service_token: String,
    carrier: String,
    carrier_name: String,
    service: String,
    amount: i64,
    currency: String,
    days: Option<i32>,
    attributes: Vec<String>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = QuotedParcel)]
#[serde(rename_all = "camelCase")]
struct Parcel {
    length_mm: i64,
    width_mm: i64,
    height_mm: i64,
    weight_grams: i64,
}

/// Asks the carriers; the answer is kept, so that the order's choice can be checked against it.
#[utoipa::path(
    post, path = "/api/shipping/rates", operation_id = "getShippingRates", tag = "shipping",
    request_body = NewQuote,
    responses((status = 200, description = "What it would cost", body = Rates)),
    security(("apiKey" = ["orders:create"]))
)]
pub async fn shipping_rates(
    State(shop): State<Shop>,
    _: Storefront,
    Body(new): Body<NewQuote>,
) -> Result<Json<Rates>, Problem> {
    let flaws = new.flaws();
    if !flaws.is_empty() {
        return Err(Problem::invalid(flaws));
    }
    match parcel::quote(&shop, &new.request()).await {
        Ok(quoted) => Ok(Json(quoted.into())),
        Err(Fault::Down { provider, detail }) => {
            tracing::warn!(provider, detail, "no rates");
            let detail = "The carriers do not answer just now. Ask again, or take the order without a rate: staff choose one later.";
            let status = StatusCode::SERVICE_UNAVAILABLE;
            Err(Problem::new(status, "provider-down", "A provider does not answer", detail).retry_after(5))
        }
        Err(fault) => Err(fault.into()),
    }
}

impl From<Quoted> for Rates {
    fn from(quoted: Quoted) -> Self {
        let AddressCheck { valid, messages, better } = quoted.address;
        Self {
            address: Checked { valid, messages, better },
            shipment_id: quoted.shipment_id,
            rates: quoted.offers.into_iter().map(Rate::from).collect(),
            parcels: quoted.boxes.into_iter().map(Parcel::from).collect(),
            messages: quoted.messages,
            good_until: quoted.good_until,
        }
    }
}

impl From<Offer> for Rate {
    fn from(offer: Offer) -> Self {
        Self {
            service_token: offer.service_token,
            carrier: offer.carrier,
            carrier_name: offer.carrier_name,
            service: offer.service,
            amount: offer.amount,
            currency: offer.currency,
            days: offer.days,
            attributes: offer.attributes,
        }
    }
}

impl From<Size> for Parcel {
    fn from(size: Size) -> Self {
        Self {
            length_mm: size.length_mm,
            width_mm: size.width_mm,
            height_mm: size.height_mm,
            weight_grams: size.weight_grams,
        }
    }
}
