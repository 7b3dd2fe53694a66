//! `/my`: a customer's own pages. Who is here is known by a session after a link in a mail, or, for the preferences alone, by a link at
//! the foot of a mail.

mod list;
mod preferences;
mod sign_in;

use axum::{
    Router,
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use domain::{Fault, customer as buyers, customer::Who, secret::Purpose};

use super::{failed, language};
use crate::{cookies, state::AppState};

/// The routes.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/my", get(list::show).post(sign_in::ask))
        .route("/my/sign-in/{token}", get(sign_in::opened))
        .route("/my/sign-in", post(sign_in::sign_in))
        .route("/my/sign-out", post(sign_in::sign_out))
        .route("/my/orders/{number}", get(list::open))
        .route("/my/preferences", get(preferences::show).post(preferences::save))
        .route("/p/{token}", get(preferences::exchange))
}

/// Who has signed in.
///
/// # Errors
/// When PostgreSQL is away.
pub(crate) async fn signed_in(state: &AppState, headers: &HeaderMap) -> Result<Option<Who>, Fault> {
    match cookies::customer_of(headers, state.door.secure) {
        Some(token) => buyers::resume(&state.shop, token).await,
        None => Ok(None),
    }
}

/// Whose preferences are open, and whether by a session. A link that was opened since counts more: it says whose mail was read.
async fn whose(state: &AppState, headers: &HeaderMap) -> Result<(Who, bool), Box<Response>> {
    let found = async {
        if let Some(token) = cookies::preferences_of(headers)
            && let Ok((_, who)) = buyers::links::open(&state.shop, Purpose::PreferencesCookie, token).await?
        {
            let session = signed_in(state, headers).await?;
            return Ok(Some((who.clone(), session == Some(who))));
        }
        Ok::<_, Fault>(signed_in(state, headers).await?.map(|who| (who, true)))
    };
    match found.await {
        Ok(Some(found)) => Ok(found),
        Ok(None) => Err(Box::new(Redirect::to("/my").into_response())),
        Err(fault) => Err(Box::new(failed(state, language(state, headers), &fault))),
    }
}
