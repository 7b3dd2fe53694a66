//! `…/api/orders/{number}/labels`: labels are looked at, bought and given back.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Fault, Shop,
    ids::{LabelId, OrderId},
    order::ChosenRate,
    parcel::{self, Direction, FileType, LabelEntry, LabelWish, label_store},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use uuid::Builder;

use super::super::{
    caller::{Clerk, RequestKey},
    problem::Problem,
    read::{Body, Path},
    standing::find,
};

/// An order's labels.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Labels {
    /// Newest first.
    items: Vec<LabelEntry>,
}

/// A label to be bought.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct NewLabel {
    /// Which box, from 1.
    #[serde(rename = "box", default = "first")]
    #[schema(minimum = 1, maximum = 50, default = 1)]
    box_number: i16,
    /// To the customer, or back.
    #[serde(default)]
    direction: Direction,
    /// The rate; the one its customer chose when absent, which is for the first box only.
    #[serde(default)]
    rate: Option<LabelRate>,
    /// What it is printed on.
    #[serde(default)]
    file_type: FileType,
}

/// One rate, as `GET /api/orders/{number}/rates` named it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct LabelRate {
    /// Of all rates.
    #[schema(max_length = 200)]
    shipment_id: String,
    /// Of the chosen one.
    #[schema(max_length = 200)]
    service_token: String,
    /// Of the chosen one.
    #[schema(max_length = 200)]
    carrier: String,
}

const fn first() -> i16 {
    1
}

impl NewLabel {
    fn wish(self, id: LabelId) -> Result<LabelWish, Problem> {
        if !(1..=50).contains(&self.box_number) {
            return Err(Problem::invalid(vec![("/box".to_owned(), "is not from 1 to 50".to_owned())]));
        }
        Ok(LabelWish {
            id: Some(id),
            box_number: self.box_number,
            rate: self.rate.map(|rate| ChosenRate {
                shipment_id: rate.shipment_id,
                service_token: rate.service_token,
                carrier: rate.carrier,
            }),
            file_type: self.file_type,
            direction: self.direction,
        })
    }
}

/// The id of the label that this key stands for: the same whenever it is asked for (RFC 9562 §5.8).
fn id_of(key: &RequestKey, order: OrderId) -> LabelId {
    let hash = Sha256::new().chain_update(order.0.as_bytes()).chain_update(&key.0).finalize();
    let mut id = [0; 16];
    id.copy_from_slice(&hash[..16]);
    LabelId(Builder::from_custom_bytes(id).into_uuid())
}

/// Whether a label is what is wished for. Only one that the same key asked for before can be another.
async fn fits(shop: &Shop, id: LabelId, wish: &LabelWish) -> Result<bool, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let label = label_store::load(&mut conn, id).await?;
    let rated = wish.rate.as_ref().is_none_or(|rate| {
        let theirs = (&rate.shipment_id, &rate.service_token, &rate.carrier);
        theirs == (&label.shipment_id, &label.service_token, &label.carrier_token)
    });
    let printed = label.file_type == wish.file_type.as_str();
    Ok(rated && printed && (label.box_number, label.direction) == (wish.box_number, wish.direction))
}

/// The label as it stands.
async fn entry(shop: &Shop, order: OrderId, id: LabelId) -> Result<LabelEntry, Problem> {
    let labels = parcel::labels(shop, order).await?;
    labels.into_iter().find(|label| label.id == id).ok_or_else(|| Fault::NotFound.into())
}

/// Every label, those that came to nothing included.
#[utoipa::path(
    get, path = "/api/orders/{number}/labels", operation_id = "listLabels", tag = "shipping",
    params(("number" = String, Path, description = "The order's number, or its id")),
    responses((status = 200, description = "The labels", body = Labels)),
    security(("apiKey" = ["orders:read"]), ("apiKey" = ["labels:write"]), ("session" = ["viewer"]))
)]
pub(super) async fn list_labels(
    State(shop): State<Shop>,
    _: Clerk,
    Path(number): Path<String>,
) -> Result<Json<Labels>, Problem> {
    let (id, _) = find(&shop, &number).await?;
    Ok(Json(Labels { items: parcel::labels(&shop, id).await? }))
}

/// Buys a label: it is written down, and bought at once after that. One box has one label.
///
/// The label's `status` says how far it is; `bought` has the paper in `fileUrl`. An `Idempotency-Key` stands for its label for ever: after one that
/// came to nothing, or was given back, ask for the next under another key.
#[utoipa::path(
    post, path = "/api/orders/{number}/labels", operation_id = "buyLabel", tag = "shipping",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("Idempotency-Key" = String, Header, description = "Under it one label of this order is bought, however often and however late it is sent.", min_length = 1, max_length = 255),
    ),
    request_body = NewLabel,
    responses((status = 202, description = "It is being bought", body = LabelEntry)),
    security(("apiKey" = ["labels:write"]), ("session" = ["admin"]))
)]
pub(super) async fn buy_label(
    State(shop): State<Shop>,
    Clerk(by): Clerk,
    key: RequestKey,
    Path(number): Path<String>,
    Body(new): Body<NewLabel>,
) -> Result<(StatusCode, Json<LabelEntry>), Problem> {
    let (id, _) = find(&shop, &number).await?;
    let wish = new.wish(id_of(&key, id))?;
    let label = parcel::buy_label(&shop, &by, id, &wish).await?;
    if !fits(&shop, label, &wish).await? {
        return Err(Problem::key_reused("another label"));
    }
    Ok((StatusCode::ACCEPTED, Json(entry(&shop, id, label).await?)))
}

/// Gives a label back that nobody has used. The carrier says yes or no: `voided` or `void_refused`. Twice is once.
#[utoipa::path(
    delete, path = "/api/orders/{number}/labels/{id}", operation_id = "voidLabel", tag = "shipping",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("id" = LabelId, Path, description = "The label's id"),
    ),
    responses((status = 202, description = "The carrier is being asked", body = LabelEntry)),
    security(("apiKey" = ["labels:write"]), ("session" = ["admin"]))
)]
pub(super) async fn void_label(
    State(shop): State<Shop>,
    Clerk(by): Clerk,
    Path((number, label)): Path<(String, LabelId)>,
) -> Result<(StatusCode, Json<LabelEntry>), Problem> {
    let (id, _) = find(&shop, &number).await?;
    // Another order's label is none of this one's.
    entry(&shop, id, label).await?;
    parcel::void_label(&shop, &by, label).await?;
    Ok((StatusCode::ACCEPTED, Json(entry(&shop, id, label).await?)))
}
