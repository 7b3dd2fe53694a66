//! `GET /admin/notices/figures`: what became of messages, over whole days of the shop.

use admin::notices::{SPANS, figures_page};
use axum::{
    extract::{Query, State},
    http::StatusCode,
};
use domain::{Fault, Shop, alert, clock::At, notice, staff::Role};
use jiff::{Span, civil::Date};
use serde::Deserialize;

use super::{Looking, failed, page};
use crate::{desk::Answer, state::AppState};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Wish {
    days: Option<i64>,
}

/// The page.
pub(super) async fn show(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Query(wish): Query<Wish>,
) -> Answer {
    desk.person.must_be(Role::Operator).map_err(|reason| failed(&reason.into()))?;
    let days = wish.days.filter(|days| SPANS.contains(days)).unwrap_or(SPANS[0]);
    let (from, since) = first_day(&state.shop, days).map_err(|fault| failed(&fault))?;
    let figures = notice::figures(&state.shop, since).await.map_err(|fault| failed(&fault))?;
    let providers =
        alert::list(&state.shop, desk.person.language).await.map_err(|fault| failed(&fault))?.providers;
    let html = figures_page(&desk, (days, &from.to_string()), &figures, providers);
    Ok(page(&desk, StatusCode::OK, html))
}

/// The first of so many days, of which today is the last, and when it began where the shop is.
pub(crate) fn first_day(shop: &Shop, days: i64) -> Result<(Date, At), Fault> {
    let today = shop.clock.now().0.to_zoned(shop.about.zone.clone()).date();
    let far = |error: jiff::Error| Fault::Bug(error.into());
    let from = today.checked_sub(Span::new().days(days - 1)).map_err(far)?;
    let since = from.to_zoned(shop.about.zone.clone()).map_err(far)?;
    Ok((from, At(since.timestamp())))
}
