//! Lists kept under a name: whose they are, what they show, and that a name is only a name.

use domain::{
    Fault, Reason,
    order::{Filter, Status},
    staff::Role,
    views::{self, NewView},
};
use reqwest::header;
use sqlx::PgPool;

use crate::{bulk_world::stand, staff_pages::Browser, support::World};

fn shipped(name: &str, shared: bool) -> NewView {
    let filter = Filter { status: Some(Status::Shipped), after: Some("1.2".into()), ..Filter::default() };
    NewView { name: name.into(), filter, shared }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_list_is_kept_shared_copied_and_deleted_by_whom_it_belongs_to(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let shop = &world.shop;
    let (ana, _) = world.person(Role::Operator).await;
    let (ben, _) = world.person(Role::Operator).await;
    let (eva, _) = world.person(Role::Viewer).await;
    let (boss, _) = world.person(Role::Admin).await;
    let mine = views::save(shop, &ana, shipped("  On   the way ", false)).await.unwrap();
    let ours = views::save(shop, &ana, shipped("Все отправленные", true)).await.unwrap();
    let seen = views::list(shop, &ana).await.unwrap();
    assert_eq!(
        seen.iter().map(|view| view.name.as_str()).collect::<Vec<_>>(),
        ["On the way", "Все отправленные"]
    );
    assert_eq!(
        seen[0].filter,
        Filter { status: Some(Status::Shipped), ..Filter::default() },
        "without the place in the pages"
    );

    assert!(matches!(views::find(shop, &ben, &mine).await, Err(Fault::NotFound)), "somebody's own is theirs");
    let team = views::find(shop, &eva, &ours).await.unwrap();
    assert!(team.shared && !team.mine);
    let not = views::rename(shop, &ben, &ours, "Mine now").await;
    assert!(matches!(not, Err(Fault::Refused(Reason::NotYourView))), "{not:?}");
    assert!(matches!(views::delete(shop, &eva, &ours).await, Err(Fault::Refused(Reason::NotYourView))));
    let low = views::save(shop, &eva, shipped("For all", true)).await;
    assert!(matches!(low, Err(Fault::Refused(Reason::RoleTooLow))), "{low:?}");
    let copy = views::duplicate(shop, &eva, &ours).await.unwrap();
    views::rename(shop, &eva, &copy, "Eva's").await.unwrap();
    views::update(shop, &eva, &copy, &Filter { overdue: true, ..Filter::default() }).await.unwrap();
    let copied = views::find(shop, &eva, &copy).await.unwrap();
    assert!(copied.mine && copied.filter.overdue && copied.name == "Eva's");
    views::delete(shop, &boss, &ours).await.unwrap();
    assert!(matches!(views::find(shop, &eva, &ours).await, Err(Fault::NotFound)));
    assert_eq!(views::list(shop, &eva).await.unwrap().len(), 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn there_are_not_more_lists_than_anybody_tells_apart(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    for number in 0..50 {
        views::save(&world.shop, &ana, shipped(&format!("List {number}"), false)).await.unwrap();
    }
    let more = views::save(&world.shop, &ana, shipped("One more", false)).await;
    assert!(matches!(more, Err(Fault::Refused(Reason::TooManyViews))), "{more:?}");
    views::save(&world.shop, &ana, shipped("The team's own", true)).await.unwrap();
    let (status, page) = Browser::of(&world, Role::Viewer).await.page("/admin/orders").await;
    assert!(status == 200 && page.contains("The team's own") && !page.contains("List 7"));
    for bad in ["", "   ", "\u{7}", &"x".repeat(81)] {
        assert!(views::save(&world.shop, &ana, shipped(bad, true)).await.is_err(), "{bad:?}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_list_is_kept_and_opened_by_its_address_without_javascript(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 2, "shipped").await;
    stand(&world, 1, "new").await;
    let ana = Browser::of(&world, Role::Operator).await;
    let evil = "<img src=x onerror=alert(1)>";
    let form = [("name", evil), ("shared", "true"), ("filter[status]", "shipped")];
    let named = ana.post("/admin/orders?status=shipped", "save_view", &form).await;
    assert!(named.starts_with("/admin/orders/views/img-src-x"), "{named}");
    let request = world.http.get(format!("{}{named}", world.url)).header(header::COOKIE, &ana.cookie);
    let answer = request.send().await.unwrap();
    let list = answer.headers()[header::LOCATION].to_str().unwrap().to_owned();
    assert!(list.starts_with("/admin/orders?status=shipped&view="), "{list}");
    let (status, page) = ana.page(&list).await;
    assert_eq!(status, 200);
    assert!(page.contains("00000-00001") && !page.contains("00000-00003"), "{page}");
    assert!(!page.contains("<img src=x") && page.contains("&lt;img src=x"), "a name is only a name");
    assert!(page.contains("Rename") && page.contains("Make a copy of my own"));
    // Somebody who may not change it is not shown how.
    let (_, page) = Browser::of(&world, Role::Viewer).await.page(&list).await;
    assert!(!page.contains("/admin/fn/rename_view") && page.contains("/admin/fn/duplicate_view"));
    let gone = world.http.get(format!("{}/admin/orders/views/no-such-list", world.url));
    let answer = gone.header(header::COOKIE, &ana.cookie).send().await.unwrap();
    assert_eq!(answer.headers()[header::LOCATION], "/admin/orders");
}
