//! One endpoint: its log, and what is done about it.

use admin::{
    flows::{Desk, Fields},
    notices::Said,
    outgoing::{Shown, endpoint_page, read_filter},
};
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use domain::{
    clock::At,
    ids::{WebhookEndpointId, WebhookMessageId},
    language::{say, say_with},
    outbox::{self, Which},
};
use jiff::{civil::DateTime, tz::TimeZone};
use secrecy::ExposeSecret;
use uuid::Uuid;

use super::failed;
use crate::{
    desk::{Answer, page},
    state::AppState,
    workflow_pages::Editing,
};

/// The page, with what its address narrows.
pub(super) async fn show(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Path(id): Path<Uuid>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Answer {
    let saved = pairs.iter().any(|(name, _)| name == "saved");
    let good = saved.then(|| say(desk.person.language, "hooks-did-save"));
    let said = Said { good, bad: None };
    shown(&state, &desk, WebhookEndpointId(id), pairs, (StatusCode::OK, said, None)).await
}

/// The page, after something was done, with a new secret where there is one.
pub(super) async fn shown(
    state: &AppState,
    desk: &Desk,
    id: WebhookEndpointId,
    pairs: Vec<(String, String)>,
    (status, said, secret): (StatusCode, Said, Option<&str>),
) -> Answer {
    let endpoint = outbox::endpoint(&state.shop, id).await.map_err(failed)?;
    let filter = read_filter(&pairs);
    let log = outbox::log(&state.shop, id, &filter, outbox::PAGE).await.map_err(failed)?;
    let secret = secret.map(str::to_owned);
    let shown = Shown { endpoint, filter, page: log, secret, key: Uuid::now_v7().to_string() };
    Ok(page(desk, status, endpoint_page(desk, &shown, &said)))
}

/// A button.
pub(super) async fn press(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Path(id): Path<Uuid>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let (id, fields, shop) = (WebhookEndpointId(id), Fields(fields), &state.shop);
    let (language, by) = (desk.person.language, Some(&*desk.person.name));
    let mut secret = None;
    let good = match fields.get("do") {
        "test" => {
            let message = WebhookMessageId::new();
            outbox::try_out(shop, id, message).await.map_err(failed)?;
            return Ok(Redirect::to(&format!("/admin/webhooks/{id}/messages/{message}")).into_response());
        }
        "enable" => outbox::enable(shop, id, by).await.map(|()| say(language, "hooks-did-enable")),
        "disable" => outbox::disable(shop, id, by).await.map(|()| say(language, "hooks-did-disable")),
        "remove" => {
            outbox::remove(shop, id).await.map_err(failed)?;
            return Ok(Redirect::to("/admin/webhooks?removed=1").into_response());
        }
        "rotate" => {
            let key = fields.get("key").parse().map_err(|_| StatusCode::BAD_REQUEST.into_response())?;
            secret = outbox::rotate(shop, id, key).await.map_err(failed)?;
            Ok(say(language, "hooks-did-rotate"))
        }
        what @ ("resend" | "skip") => {
            let Some(which) = between(&fields, &shop.about.zone) else {
                let said = Said { bad: Some(say(language, "hooks-range-bad")), good: None };
                let answer = (StatusCode::UNPROCESSABLE_ENTITY, said, None);
                return shown(&state, &desk, id, Vec::new(), answer).await;
            };
            let done = if what == "resend" {
                outbox::resend(shop, id, which, by, Uuid::now_v7()).await
            } else {
                outbox::skip(shop, id, which, by).await
            };
            let key = if what == "resend" { "hooks-did-resend" } else { "hooks-did-skip" };
            done.map(|count| say_with(language, key, vec![("count", count.into())]))
        }
        _ => return Err(StatusCode::BAD_REQUEST.into_response()),
    };
    let said = Said { good: Some(good.map_err(failed)?), bad: None };
    let secret = secret.as_ref().map(|secret| secret.expose_secret());
    shown(&state, &desk, id, Vec::new(), (StatusCode::OK, said, secret)).await
}

/// From the first moment typed to the end of the last minute, on the shop's clock.
fn between(fields: &Fields, zone: &TimeZone) -> Option<Which> {
    let moment = |name: &str| -> Option<At> {
        let typed: DateTime = fields.get(name).trim().parse().ok()?;
        Some(At(typed.to_zoned(zone.clone()).ok()?.timestamp()))
    };
    let (since, until) = (moment("since")?, moment("until")?.plus(60));
    (since < until).then_some(Which::Between { since, until })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_on_the_shop_s_clock_and_ends_with_its_last_minute() {
        let zone = TimeZone::get("Europe/Madrid").unwrap();
        let fields = |since: &str, until: &str| {
            Fields(vec![("since".into(), since.into()), ("until".into(), until.into())])
        };
        let at = |text: &str| At(text.parse().unwrap());
        assert_eq!(
            between(&fields("2026-12-01T10:00", "2026-12-01T10:00"), &zone),
            Some(Which::Between { since: at("2026-12-01T09:00:00Z"), until: at("2026-12-01T09:01:00Z") })
        );
        for (since, until) in [("", ""), ("2026-12-01T10:00", "2026-12-01T09:00"), ("yesterday", "today")] {
            assert_eq!(between(&fields(since, until), &zone), None, "{since} {until}");
        }
    }
}
