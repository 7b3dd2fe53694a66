//! `GET` and `POST /api/orders/{number}/delivery-preferences`: how the parcel is to be handed over. The path is the seed's.

use axum::{Json, extract::State};
use domain::{
    Fault, Language, Reason, Shop,
    clock::At,
    handover::{self, DeliveryWish, WishForm},
    ids::OrderId,
    order,
};
use serde::{Deserialize, Serialize};

use super::{
    caller::OrderCaller,
    notifications::limited,
    problem::Problem,
    read::{Body, Path},
    standing::{find, refused},
};

/// What is asked of whoever brings it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = DeliveryPreference)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    number: String,
    preference: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    instructions: String,
    /// Whether it still reaches somebody when it is changed.
    changeable: bool,
    /// Absent while nothing was ever asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    updated_at: Option<At>,
}

/// The whole wish, instead of the one before.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = NewDeliveryPreference)]
#[serde(deny_unknown_fields)]
struct Wish {
    preference: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    instructions: String,
}

impl Wish {
    fn read(self) -> Result<DeliveryWish, Problem> {
        let form = WishForm { way: self.preference, note: self.note, instructions: self.instructions };
        form.read().map_err(|flaws| {
            let named = |field| if field == "way" { "preference" } else { field };
            let flaws =
                flaws.into_iter().map(|flaw| (format!("/{}", named(flaw.field)), flaw.say(Language::En)));
            Problem::invalid(flaws.collect())
        })
    }
}

async fn shown(shop: &Shop, id: OrderId) -> Result<Json<Shown>, Problem> {
    let order = order::track(&shop.pool, id).await?;
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let (wish, updated_at) = handover::store::wish(&mut conn, id).await?;
    Ok(Json(Shown {
        changeable: order.handover_facts().may_choose(&shop.about.contact).is_ok(),
        number: order.number.to_string(),
        preference: wish.way.as_str(),
        note: wish.note,
        instructions: wish.instructions,
        updated_at,
    }))
}

/// What is asked for now.
#[utoipa::path(
    get, path = "/api/orders/{number}/delivery-preferences", operation_id = "getDeliveryPreference", tag = "tracking",
    params(("number" = String, Path, description = "The order's number, or its id")),
    responses((status = 200, description = "What is asked for now", body = Shown)),
    security(("apiKey" = ["orders:create"]), ("apiKey" = ["orders:read"]), ("session" = ["operator"]), ("orderLink" = []))
)]
pub(super) async fn show(
    State(shop): State<Shop>,
    caller: OrderCaller,
    Path(number): Path<String>,
) -> Result<Json<Shown>, Problem> {
    let (id, _) = find(&shop, &number).await?;
    caller.by(&shop, id).await?;
    shown(&shop, id).await
}

/// Asks for something else; all flaws are told at once. The same again changes nothing.
#[utoipa::path(
    post, path = "/api/orders/{number}/delivery-preferences", operation_id = "setDeliveryPreference", tag = "tracking",
    params(("number" = String, Path, description = "The order's number, or its id")),
    request_body = Wish,
    responses((status = 200, description = "Asked for", body = Shown)),
    security(("apiKey" = ["orders:create"]), ("apiKey" = ["orders:write"]), ("session" = ["operator"]), ("orderLink" = []))
)]
pub(super) async fn choose(
    State(shop): State<Shop>,
    caller: OrderCaller,
    Path(number): Path<String>,
    Body(wish): Body<Wish>,
) -> Result<Json<Shown>, Problem> {
    let (id, language) = find(&shop, &number).await?;
    let by = caller.by(&shop, id).await?;
    let wish = wish.read()?;
    handover::choose(&shop, &by, id, &wish).await.map_err(|fault| match fault {
        Fault::Refused(Reason::TooMany { .. }) => limited(fault),
        other => refused(&shop, other, language),
    })?;
    shown(&shop, id).await
}
