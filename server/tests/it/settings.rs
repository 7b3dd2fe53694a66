//! The header and the settings: where they lead whom, on both kinds of page.

use std::collections::BTreeSet;

use domain::staff::Role;
use sqlx::PgPool;

use crate::{staff_pages::Browser, support::World};

/// Every section, with the least role that may open it.
const SECTIONS: [(&str, Role); 19] = [
    ("/admin", Role::Viewer),
    ("/admin/orders", Role::Viewer),
    ("/admin/board", Role::Viewer),
    ("/admin/attention", Role::Operator),
    ("/admin/scan", Role::Operator),
    ("/admin/settings", Role::Viewer),
    ("/admin/products", Role::Viewer),
    ("/admin/places", Role::Viewer),
    ("/admin/workflows", Role::Viewer),
    ("/admin/import", Role::Admin),
    ("/admin/notices", Role::Operator),
    ("/admin/notices/rules", Role::Viewer),
    ("/admin/templates", Role::Viewer),
    ("/admin/notices/figures", Role::Operator),
    ("/admin/team", Role::Admin),
    ("/admin/account", Role::Viewer),
    ("/admin/keys", Role::Admin),
    ("/admin/webhooks", Role::Admin),
    ("/admin/inbox", Role::Operator),
];

/// The links of a navigation, which the mark in its first tag tells from others.
fn links(page: &str, mark: &str) -> Vec<String> {
    let from = page.split(mark).nth(1).unwrap_or_else(|| panic!("no {mark}: {page}"));
    let within = from.split("</nav>").next().unwrap();
    within.split("<a ").skip(1).map(|link| link.split('>').next().unwrap().to_owned()).collect()
}

fn header(page: &str) -> Vec<String> {
    links(page, "aria-label=\"Sections\"")
}

fn to(link: &str) -> &str {
    link.split("href=\"").nth(1).unwrap().split('"').next().unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn everybody_is_led_to_what_they_may_open_and_nowhere_else(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for role in [Role::Viewer, Role::Operator, Role::Admin] {
        let browser = Browser::of(&world, role).await;
        let (status, page) = browser.page("/admin/settings").await;
        assert_eq!(status, 200, "{role:?}");
        let all: Vec<_> = header(&page).into_iter().chain(links(&page, "class=\"settings\"")).collect();
        let led: BTreeSet<_> = all.iter().map(|link| to(link)).collect();
        assert_eq!(led.len(), all.len(), "{role:?} is led twice to the same: {all:?}");
        let may: BTreeSet<_> =
            SECTIONS.iter().filter(|(_, least)| role >= *least).map(|(path, _)| *path).collect();
        assert_eq!(led, may, "{role:?}");
        for (path, _) in SECTIONS {
            let (status, _) = browser.page(path).await;
            assert_eq!(status, if led.contains(path) { 200 } else { 403 }, "{role:?} at {path}");
        }
        // A group of which nothing may be opened is not named.
        assert_eq!(page.contains(">Programs<"), role > Role::Viewer, "{role:?}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_header_is_the_same_on_both_kinds_of_page_and_says_where_one_is(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let admin = Browser::of(&world, Role::Admin).await;
    let daily: Vec<_> = SECTIONS.iter().take(6).map(|(path, _)| *path).collect();
    for (here, open, mark) in [
        ("/admin", "/admin", "page"),
        ("/admin/orders", "/admin/orders", "page"),
        ("/admin/settings", "/admin/settings", "page"),
        // Pages of the app, and documents of the server's own.
        ("/admin/places/edit", "/admin/settings", "true"),
        ("/admin/inbox", "/admin/settings", "true"),
        ("/admin/import", "/admin/settings", "true"),
        ("/admin/keys", "/admin/settings", "true"),
        ("/admin/team", "/admin/settings", "true"),
        ("/admin/account", "/admin/settings", "true"),
        ("/admin/templates/shipped/email", "/admin/settings", "true"),
        ("/admin/workflows/kitchen", "/admin/settings", "true"),
        ("/admin/notices/rules", "/admin/settings", "true"),
        ("/admin/webhooks/new", "/admin/settings", "true"),
    ] {
        let (status, page) = admin.page(here).await;
        assert_eq!(status, 200, "{here}");
        let links = header(&page);
        assert_eq!(links.iter().map(|link| to(link)).collect::<Vec<_>>(), daily, "{here}");
        let marked: Vec<_> = links.iter().filter(|link| link.contains("aria-current")).collect();
        let [link] = marked[..] else { panic!("{here}: {marked:?}") };
        assert_eq!(to(link), open, "{here}");
        assert!(link.contains(&format!("aria-current=\"{mark}\"")), "{here}: {link}");
    }
}
