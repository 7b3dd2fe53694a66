//! `POST /api/notifications/verify-phone`: with `phoneNumber`, sends a code there; with `code`, says whether it was the one.

use axum::{Json, extract::State, http::StatusCode};
use domain::{Shop, customer};
use serde::{Deserialize, Serialize};

use super::{
    super::{problem::Problem, read::Body},
    caller::Caller,
    try_out::limited,
};
use crate::client_ip::ClientIp;

#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[schema(as = PhoneStep)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Step {
    phone_number: Option<String>,
    code: Option<String>,
}

/// How far it is.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct PhoneStanding {
    /// Where the code went, recognisable for its owner only.
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_number: Option<String>,
    phone_verified: bool,
}

/// One of the two steps.
#[utoipa::path(
    post, path = "/api/notifications/verify-phone", operation_id = "verifyPhone", tag = "preferences",
    request_body = Step,
    responses((status = 202, description = "A code was sent", body = PhoneStanding),
        (status = 200, description = "It was the one", body = PhoneStanding)),
    security(("preferencesLink" = []))
)]
pub(super) async fn verify_phone(
    State(shop): State<Shop>,
    caller: Caller,
    ClientIp(ip): ClientIp,
    Body(step): Body<Step>,
) -> Result<(StatusCode, Json<PhoneStanding>), Problem> {
    match (step.phone_number, step.code) {
        (Some(number), None) => {
            let sent = customer::start(&shop, ip, &caller.who, &number, caller.language).await;
            let phone = sent.map_err(limited)?;
            Ok((
                StatusCode::ACCEPTED,
                Json(PhoneStanding { phone_number: Some(phone.masked), phone_verified: false }),
            ))
        }
        (None, Some(code)) => {
            customer::check(&shop, &caller.who, &code).await.map_err(limited)?;
            Ok((StatusCode::OK, Json(PhoneStanding { phone_number: None, phone_verified: true })))
        }
        _ => {
            let flaw = "Send either `phoneNumber` or `code`.".to_owned();
            Err(Problem::invalid(vec![(String::new(), flaw)]))
        }
    }
}
