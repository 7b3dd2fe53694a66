//! `/my`: all orders of whoever has signed in; for everybody else, the way in.

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use customer::{MyView, SignInDoor};
use domain::{Fault, customer as buyers, customer::Who};
use serde::Deserialize;

use super::{
    super::{admit, failed, language, page, visit},
    signed_in,
};
use crate::{cookies, state::AppState};

/// Which page, in which language.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    after: Option<String>,
    lang: Option<String>,
}

pub(super) async fn show(
    State(state): State<AppState>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    let language = language(&state, &headers);
    if let Some(wished) = wanted.lang.as_deref().and_then(domain::Language::from_tag) {
        let cookie = cookies::language(wished, state.door.secure);
        return ([(header::SET_COOKIE, cookie)], Redirect::to("/my")).into_response();
    }
    let visit = visit(&state, language, "/my");
    match signed_in(&state, &headers).await {
        Ok(Some(who)) => match view(&state, &who, wanted.after.as_deref(), language).await {
            Ok(view) => page(StatusCode::OK, customer::my_page(&visit, &view)),
            Err(fault) => failed(&state, language, &fault),
        },
        Ok(None) => page(StatusCode::OK, customer::sign_in_page(&visit, &SignInDoor::Asks)),
        Err(fault) => failed(&state, language, &fault),
    }
}

async fn view(
    state: &AppState,
    who: &Who,
    after: Option<&str>,
    language: domain::Language,
) -> Result<MyView, Fault> {
    Ok(MyView {
        email: who.masked(),
        orders: buyers::orders(&state.shop, who, after, language).await?,
        feed: buyers::feed(&state.shop, who, language).await?,
    })
}

/// One of their orders: its cookie, then its page.
pub(super) async fn open(
    State(state): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Response {
    let found = async {
        let who = signed_in(&state, &headers).await?.ok_or(Fault::NotFound)?;
        buyers::open_own(&state.shop, &who, &number).await
    };
    match found.await {
        Ok(id) => {
            let number = domain::order::OrderNumber::parse(&number).map(|number| number.to_string());
            admit(&state, id, &number.unwrap_or_default(), state.shop.clock.now())
        }
        Err(Fault::NotFound) => Redirect::to("/my").into_response(),
        Err(fault) => failed(&state, language(&state, &headers), &fault),
    }
}
