//! Mounts the admin: its pages, its server functions, and who is looking.

use admin::{AdminApp, context::Viewer};
use axum::{
    Router,
    extract::{Request, State},
    http::{StatusCode, header, request::Parts},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
};
use domain::staff;
use leptos::prelude::*;
use leptos_axum::{LeptosRoutes, ResponseOptions, generate_route_list};

use crate::{
    bulk_csv, cookies, headers::content_security_policy_with, orders_csv, state::AppState, view_door,
};

/// Pages and server functions. Without a session, pages lead to the sign-in and functions answer 401.
pub fn routes(state: &AppState) -> Router<AppState> {
    let pages = generate_route_list(AdminApp);
    let options = state.admin.clone();
    let shop = state.shop.clone();
    let context = move || {
        provide_context(shop.clone());
        let viewer = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Viewer>().cloned());
        provide_context(viewer.unwrap_or(Viewer(None)));
    };
    let pictures = state.shop.about.design_origins.clone();
    let shell = move || {
        if let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) {
            response.insert_header(
                header::CONTENT_SECURITY_POLICY,
                content_security_policy_with(Some(&nonce), &pictures),
            );
        }
        admin::shell(options.clone(), &papers::assets::SCAN.path)
    };
    Router::new()
        .merge(bulk_csv::routes())
        .merge(orders_csv::routes())
        .merge(view_door::routes())
        .leptos_routes_with_context(state, pages, context, shell)
        .layer(middleware::from_fn_with_state(state.clone(), see_who))
}

/// Finds out who is looking and puts them beside the request.
pub(crate) async fn see_who(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let person = match cookies::session_of(request.headers(), state.door.secure) {
        Some(token) => match staff::resume(&state.shop, token).await {
            Ok(person) => person,
            Err(fault) => {
                tracing::error!(%fault, "a session could not be read");
                return StatusCode::SERVICE_UNAVAILABLE.into_response();
            }
        },
        None => None,
    };
    let page = !request.uri().path().starts_with("/admin/fn/");
    if page && person.is_none() {
        return Redirect::to(&sign_in_for(request.uri())).into_response();
    }
    request.extensions_mut().insert(Viewer(person));
    next.run(request).await
}

/// The sign-in that comes back to this page.
pub(crate) fn sign_in_for(uri: &http::Uri) -> String {
    let here = uri.path_and_query().map_or("/admin", |here| here.as_str());
    let next: String = url::form_urlencoded::byte_serialize(here.as_bytes()).collect();
    format!("/admin/sign-in?next={next}")
}
