//! In whose hands an order is: said once, seen in its history and in lists, and never taken over by an older click.

use domain::{
    Fault, Language, Reason,
    bulk::{self, Selection, Wish},
    event::Kind,
    order::{self, By, Filter, Hands, add_note, record::Recorded},
    staff::Role,
    views::{self, NewView},
};
use reqwest::header;
use serde_json::json;
use sqlx::PgPool;

use crate::{bulk_world::matching, support::World};

fn hands(hands: Hands) -> Filter {
    Filter { assignee: Some(hands), ..Filter::default() }
}

async fn shown(world: &World, filter: &Filter) -> Vec<String> {
    let page = order::list(&world.shop, filter, Language::En).await.unwrap();
    page.rows.into_iter().map(|row| row.number).collect()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_order_is_put_into_hands_once_and_its_history_says_whose(pool: PgPool) {
    let world = World::start(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    let (ben, _) = world.person(Role::Operator).await;
    let number = world.paid_order(|_| ()).await;
    let (id, seen) = (world.id(&number).await, world.load(&number).await.version);
    let assigned = order::assign(&world.shop, &ana, id, Some(ben.id), seen).await.unwrap();
    assert_eq!(assigned, Recorded::Moved(seen + 1));
    let again = order::assign(&world.shop, &ana, id, Some(ben.id), seen).await.unwrap();
    assert_eq!(again, Recorded::Already, "a second click");
    let page = order::page(&world.shop, &number, Language::En).await.unwrap();
    assert_eq!(page.assignee, Some((ben.id.to_string(), ben.name.clone())));
    assert!(page.assignable && page.staff.len() == 2);
    let event = &page.events[0];
    assert_eq!((event.kind, event.detail.as_ref(), event.public), (Kind::Assigned, Some(&ben.name), false));
    assert_eq!(event.actor.as_ref(), Some(&ana.name));

    // Who saw an older version is told who was faster; a note contradicts nobody.
    let late = order::assign(&world.shop, &ana, id, Some(ana.id), seen).await;
    assert!(matches!(&late, Err(Fault::Conflict(who)) if who.actor.as_ref() == Some(&ana.name)), "{late:?}");
    add_note(&world.shop, &ben, id, "on my bench").await.unwrap();
    order::assign(&world.shop, &ana, id, None, seen + 1).await.unwrap();
    let page = order::page(&world.shop, &number, Language::En).await.unwrap();
    assert_eq!((page.assignee, page.events[0].detail.as_deref()), (None, Some("Nobody")));

    let nobody = order::assign(&world.shop, &ana, id, Some(uuid::Uuid::now_v7().into()), seen + 3).await;
    assert!(matches!(nobody, Err(Fault::Refused(Reason::NoSuchPerson))), "{nobody:?}");
    let boss = world.person(Role::Admin).await.0;
    order::cancel(&world.shop, &By::Staff(boss), id, None).await.unwrap();
    let seen = world.load(&number).await.version;
    let over = order::assign(&world.shop, &ana, id, Some(ana.id), seen).await;
    assert!(matches!(over, Err(Fault::Refused(Reason::Ended { .. }))), "{over:?}");
    assert_eq!(world.events("assigned").await, 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn lists_are_narrowed_to_hands_and_a_shared_list_shows_everybody_theirs(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    let (ben, cookie) = world.person(Role::Operator).await;
    let (one, two) = (world.order(|_| ()).await.0, world.order(|_| ()).await.0);
    order::assign(&world.shop, &ana, world.id(&one).await, Some(ana.id), 1).await.unwrap();
    assert_eq!(shown(&world, &hands(Hands::Of(ana.id))).await, [one.to_string()]);
    assert_eq!(shown(&world, &hands(Hands::Nobody)).await, [two.to_string()]);
    assert_eq!(shown(&world, &hands(Hands::Mine)).await, [] as [String; 0], "nobody said who reads");
    assert_eq!(shown(&world, &hands(Hands::Mine).read_by(ana.id)).await, [one.to_string()]);
    let row = &order::list(&world.shop, &hands(Hands::Of(ana.id)), Language::En).await.unwrap().rows[0];
    assert_eq!(row.assignee.as_ref(), Some(&ana.name));

    let kept = NewView { name: "Mine".into(), filter: hands(Hands::Mine), shared: true };
    let slug = views::save(&world.shop, &ana, kept).await.unwrap();
    let theirs = views::find(&world.shop, &ben, &slug).await.unwrap().filter;
    assert_eq!(theirs.assignee, Some(Hands::Mine), "kept as it was meant");
    let ask = async || {
        let url = format!("{}/admin/fn/orders?filter[assignee]=mine", world.url);
        let answer = world.http.get(url).header(header::COOKIE, &cookie).header("accept", "application/json");
        answer.send().await.unwrap().json::<serde_json::Value>().await.unwrap()["rows"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(ask().await, 0);
    // A form posted without a script.
    let id = world.id(&two).await;
    let form = json!({ "id": id, "staff": ben.id, "version": 1 });
    let posted =
        world.http.post(format!("{}/admin/fn/assign_order", world.url)).header(header::COOKIE, &cookie);
    let posted = posted.header("sec-fetch-site", "same-origin").form(&form).send().await.unwrap();
    assert!(posted.status().is_success() || posted.status().is_redirection(), "{}", posted.status());
    assert_eq!(ask().await, 1);

    // A bulk change of what is "mine" never means everybody's.
    let wish = Wish { action: "note".into(), text: "x".into(), ..Wish::default() };
    let unread: Selection = matching(|filter| filter.assignee = Some(Hands::Mine));
    let nothing = bulk::preview(&world.shop, &ben, &unread, &wish).await;
    assert!(matches!(nothing, Err(Fault::Refused(Reason::NothingSelected))), "{nothing:?}");
}
