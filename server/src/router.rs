//! Every URL that is not a page of the admin, and every layer, in one screen.

use std::{net::SocketAddr, path::Path};

use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, State, connect_info::IntoMakeServiceWithConnectInfo},
    http::{Request, StatusCode},
    middleware,
    routing::get,
};
use tower::ServiceBuilder;
use tower_http::{compression::CompressionLayer, services::ServeDir, trace::TraceLayer};

use crate::{
    account_page, admin_pages, api, api_docs, customer_pages, embed, factor_page,
    headers::{keep_for_ever, safe_headers},
    import_pages, key_pages, live, notice_pages, notice_rules_pages, outgoing_pages, paper_doors,
    request_id::{RequestName, name_request},
    same_origin::same_origin,
    settings_page, staff_doors,
    state::AppState,
    team_pages, template_pages, webhooks, workflow_pages,
};

/// An order of a hundred items with long options stays far below.
pub(crate) const LARGEST_BODY: usize = 512 * 1024;

/// The whole doorway. `site` and `site_admin` are the folders of the built bundles.
pub fn router(state: AppState, site: &Path, site_admin: &Path) -> Router {
    let files = |folder: &Path| ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let bundles = Router::new()
        .nest_service("/pkg", files(&site.join("pkg")))
        .nest_service("/pkg-admin", files(&site_admin.join("pkg-admin")))
        .layer(middleware::from_fn(keep_for_ever));
    let assets = ["favicon.svg", "robots.txt", "manifest.webmanifest", "demo-poster.svg", "push.js", "sw.js"]
        .into_iter()
        .fold(Router::new(), |router, name| {
            let file = tower_http::services::ServeFile::new(site.join(name));
            router.route_service(&format!("/{name}"), file)
        });
    // What a visitor's browser may be tricked into passes the same-origin check; programs prove themselves otherwise.
    let pages = customer_pages::routes()
        .merge(staff_doors::routes())
        .merge(workflow_pages::routes())
        .merge(import_pages::routes())
        .merge(notice_pages::routes())
        .merge(notice_rules_pages::routes())
        .merge(outgoing_pages::routes())
        .merge(template_pages::routes(&state))
        .merge(key_pages::routes())
        .merge(team_pages::routes())
        .merge(account_page::routes())
        .merge(factor_page::routes())
        .merge(settings_page::routes())
        .merge(paper_doors::routes(&state))
        .merge(admin_pages::routes(&state))
        .layer(middleware::from_fn_with_state(state.clone(), same_origin));
    let api = api::routes(&state);
    let trace = TraceLayer::new_for_http().make_span_with(|request: &Request<_>| {
        // The matched route, never the address itself: numbers and tokens stand in addresses.
        let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
        let name = request.extensions().get::<RequestName>().map(|name| tracing::field::display(name.0));
        tracing::info_span!("request", method = %request.method(), route, name)
    });
    Router::new()
        .merge(pages)
        .merge(api)
        .merge(api::track::routes(&state))
        .merge(embed::routes())
        .merge(api_docs::routes(site_admin))
        .merge(customer_pages::program_doors())
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .merge(webhooks::doors())
        .route("/admin/live", get(live::follow_all))
        .route("/livez", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .fallback(customer_pages::not_found)
        .layer(CompressionLayer::new())
        .with_state(state)
        .merge(bundles)
        .merge(assets)
        .merge(paper_doors::assets())
        .layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn(name_request))
                .layer(trace)
                .layer(middleware::from_fn(safe_headers)),
        )
}

/// The router as a server takes it, with each client's address.
pub fn service(router: Router) -> IntoMakeServiceWithConnectInfo<Router, SocketAddr> {
    router.into_make_service_with_connect_info()
}

/// Whether this process can do its work: the database answers and jobs do not pile up for lack of a worker.
async fn ready(State(state): State<AppState>) -> (StatusCode, &'static str) {
    match domain::queue::depth(&state.shop.pool).await {
        Ok(depth) if depth.oldest_seconds < 120 => (StatusCode::OK, "ready\n"),
        Ok(_) => (StatusCode::SERVICE_UNAVAILABLE, "jobs are waiting too long\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
