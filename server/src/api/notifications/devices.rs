//! `PUT` and `DELETE /api/notifications/devices`: the shop's own app asks to hear of the order whose link it holds, and no longer.

use axum::{extract::State, http::StatusCode};
use domain::{Language, Shop, customer, ids::OrderId};
use serde::Deserialize;

use super::{
    super::{problem::Problem, read::Body},
    caller::Caller,
};

/// What Firebase calls this app on this telephone.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Device {
    token: String,
    #[serde(default)]
    language: Option<Language>,
}

fn about(caller: &Caller, device: Device) -> Result<(OrderId, Device), Problem> {
    let flaw = |pointer: &str, what: &str| Problem::invalid(vec![(pointer.to_owned(), what.to_owned())]);
    let order = caller
        .order
        .ok_or_else(|| flaw("", "Send the token of a mail's link: a device hears of one order."))?;
    match device.token.len() {
        1..=4096 => Ok((order, device)),
        _ => Err(flaw("/token", "Firebase's registration token has 1 to 4096 characters.")),
    }
}

/// Hears of the order until it is over.
#[utoipa::path(
    put, path = "/api/notifications/devices", operation_id = "addDevice", tag = "preferences",
    request_body = Device,
    responses((status = 204, description = "Hears of the order")),
    security(("preferencesLink" = []))
)]
pub(super) async fn add(
    State(shop): State<Shop>,
    caller: Caller,
    Body(device): Body<Device>,
) -> Result<StatusCode, Problem> {
    let (order, device) = about(&caller, device)?;
    let language = device.language.unwrap_or(caller.language);
    match customer::keep_app(&shop, order, &device.token, language).await? {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Problem::new(
            StatusCode::CONFLICT,
            "nothing_to_hear",
            "Nothing to hear",
            "The order is over, as many devices as may be listen already, or the shop has no app.",
        )),
    }
}

/// Hears no more.
#[utoipa::path(
    delete, path = "/api/notifications/devices", operation_id = "removeDevice", tag = "preferences",
    request_body = Device,
    responses((status = 204, description = "Hears no more")),
    security(("preferencesLink" = []))
)]
pub(super) async fn remove(
    State(shop): State<Shop>,
    caller: Caller,
    Body(device): Body<Device>,
) -> Result<StatusCode, Problem> {
    let (order, device) = about(&caller, device)?;
    customer::drop_push(&shop, order, &device.token).await?;
    Ok(StatusCode::NO_CONTENT)
}
