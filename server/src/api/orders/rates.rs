//! `GET /api/orders/{number}/rates`: what a label for it would cost now.

use axum::{Json, extract::State};
use domain::{
    Shop,
    parcel::{self, Direction, Size},
};
use serde::Deserialize;

use super::super::{
    caller::Clerk,
    problem::Problem,
    read::{Path, Query},
    shipping_rates::Rates,
    standing::find,
};

/// Of which box. Sides and weight of a box that was measured are given together; else they are reckoned from the goods.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Wanted {
    /// Which box, from 1.
    #[serde(rename = "box")]
    #[param(minimum = 1, maximum = 50, default = 1)]
    box_number: Option<i16>,
    /// To the customer, or back.
    #[param(inline)]
    direction: Option<Direction>,
    /// Millimetres.
    #[param(minimum = 1, maximum = 10_000)]
    length_mm: Option<i64>,
    /// Millimetres.
    #[param(minimum = 1, maximum = 10_000)]
    width_mm: Option<i64>,
    /// Millimetres.
    #[param(minimum = 1, maximum = 10_000)]
    height_mm: Option<i64>,
    /// Grams.
    #[param(minimum = 1, maximum = 1_000_000)]
    weight_grams: Option<i64>,
}

impl Wanted {
    fn size(&self) -> Result<Option<Size>, Problem> {
        match (self.length_mm, self.width_mm, self.height_mm, self.weight_grams) {
            (None, None, None, None) => Ok(None),
            (
                Some(length_mm @ 1..=10_000),
                Some(width_mm @ 1..=10_000),
                Some(height_mm @ 1..=10_000),
                Some(weight_grams @ 1..=1_000_000),
            ) => Ok(Some(Size { length_mm, width_mm, height_mm, weight_grams })),
            _ => Err(Problem::not_understood(
                "A measured box has all of `lengthMm`, `widthMm`, `heightMm` (1 to 10000) and `weightGrams` (1 to 1000000).",
            )),
        }
    }
}

/// Asks the carriers. A rate is bought by `POST /api/orders/{number}/labels` with `shipmentId`, `serviceToken` and `carrier` from here.
#[utoipa::path(
    get, path = "/api/orders/{number}/rates", operation_id = "listLabelRates", tag = "shipping",
    params(("number" = String, Path, description = "The order's number, or its id"), Wanted),
    responses((status = 200, description = "The rates, cheapest first", body = Rates)),
    security(("apiKey" = ["labels:write"]), ("session" = ["admin"]))
)]
pub(super) async fn label_rates(
    State(shop): State<Shop>,
    _: Clerk,
    Path(number): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Rates>, Problem> {
    let size = wanted.size()?;
    let box_number = match wanted.box_number.unwrap_or(1) {
        number @ 1..=50 => number,
        _ => return Err(Problem::not_understood("`box` is from 1 to 50.")),
    };
    let (id, _) = find(&shop, &number).await?;
    let which = (wanted.direction.unwrap_or_default(), box_number);
    Ok(Json(parcel::quote_order(&shop, id, which, size).await?.into()))
}
