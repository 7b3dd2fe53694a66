//! Every server function there is, tried by everybody who may not.

use std::collections::BTreeMap;

use admin::GUARDS;
use domain::staff::Role;
use reqwest::{Method, header};
use sqlx::PgPool;

use crate::support::World;

/// Every function Leptos has registered: path and method.
fn registered() -> Vec<(String, Method)> {
    server_fn::axum::server_fn_paths()
        .map(|(path, method)| (path.to_owned(), Method::from_bytes(method.as_str().as_bytes()).unwrap()))
        .collect()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn every_server_function_asks_who_is_there(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let guards: BTreeMap<&str, Role> = GUARDS.iter().copied().collect();
    let paths = registered();
    assert!(!paths.is_empty());
    let (_, viewer) = world.person(Role::Viewer).await;
    let (_, operator) = world.person(Role::Operator).await;
    for (path, method) in &paths {
        let name = path
            .strip_prefix("/admin/fn/")
            .unwrap_or_else(|| panic!("{path} lies outside the guarded prefix"));
        let needed = *guards.get(name).unwrap_or_else(|| panic!("{name} stands in no row of GUARDS"));
        let call = async |cookie: Option<&str>| {
            let mut request = world
                .http
                .request(method.clone(), format!("{}{path}", world.url))
                .header("sec-fetch-site", "same-origin");
            if let Some(cookie) = cookie {
                request = request.header(header::COOKIE, cookie);
            }
            let arguments = [
                ("id", "01939f2e-0000-7000-8000-000000000000"),
                ("number", "00000-00000"),
                ("version", "1"),
                ("stage", "shipped"),
                ("back", "false"),
                ("text", "x"),
                ("priority", "rush"),
                ("carrier", ""),
                ("tracking_number", ""),
                ("tracking_url", ""),
                ("lang", "en"),
                ("language", "en"),
                ("key", "x"),
                ("amount", "1"),
                ("reason", "x"),
                ("provider", "nobody"),
                ("numbers", "00000-00000"),
                ("box_number", "1"),
                ("rate", ""),
                ("file_type", "PDF_4x6"),
            ];
            let request =
                if *method == Method::GET { request.query(&arguments) } else { request.form(&arguments) };
            request.send().await.unwrap().status().as_u16()
        };
        assert_eq!(call(None).await, 401, "{name} without a session");
        for (role, cookie) in [(Role::Viewer, &viewer), (Role::Operator, &operator)] {
            let status = call(Some(cookie)).await;
            assert_eq!(status == 403, role < needed, "{name} needs {needed:?}; {role:?} got {status}");
        }
    }
    assert_eq!(paths.len(), guards.len(), "GUARDS names functions that do not exist");
}
