//! Priority, hold and due date: through the verbs, into the lists and counts that filter on them in SQL.

use domain::{
    Fault, Language, Reason, Shop,
    clock::Clock,
    order::{self, Filter, Move, OrderNumber, Priority, Timing, record::Recorded},
    staff::{Person, Role},
};
use sqlx::PgPool;

use crate::support::World;

const HOUR: i64 = 3600;

/// The shop so many hours later.
fn later(world: &World, hours: i64) -> Shop {
    Shop { clock: Clock::stopped(world.shop.clock.now().plus(hours * HOUR).0), ..world.shop.clone() }
}

async fn numbers(shop: &Shop, filter: Filter) -> Vec<(OrderNumber, Timing)> {
    let page = order::list(shop, &filter, Language::En).await.unwrap();
    page.rows.iter().map(|row| (OrderNumber::parse(&row.number).unwrap(), row.timing)).collect()
}

async fn version(world: &World, number: &OrderNumber) -> i64 {
    world.load(number).await.version
}

async fn on(
    shop: &Shop,
    by: &Person,
    world: &World,
    number: &OrderNumber,
    stage: &str,
) -> Result<Recorded, Fault> {
    let (id, seen) = (world.id(number).await, version(world, number).await);
    order::advance(shop, by, id, Move::On(stage.into()), seen).await
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn lists_and_counts_say_what_is_overdue_and_what_will_be(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| {}).await;
    let rush = world.paid_order(|body| body["priority"] = "rush".into()).await;
    // print-factory: 24 hours new and 96 in production; a rush order gets 40 of 100.
    for (hours, overdue, late) in [(0, 0, 0), (10, 0, 1), (25, 0, 2), (49, 1, 1), (121, 2, 0)] {
        let shop = later(&world, hours);
        let counts = order::overview(&shop, Language::En).await.unwrap();
        assert_eq!((counts.overdue, counts.late), (overdue, late), "after {hours} hours");
        let listed = numbers(&shop, Filter { overdue: true, ..Filter::default() }).await;
        assert_eq!(listed.len() as i64, overdue);
        assert!(listed.iter().all(|(_, timing)| *timing == Timing::Overdue));
        let listed = numbers(&shop, Filter { late: true, ..Filter::default() }).await;
        assert_eq!(listed.len() as i64, late);
        assert!(listed.iter().all(|(_, timing)| *timing == Timing::WillBeLate));
    }
    let urgent = numbers(&world.shop, Filter { priority: Some(Priority::Rush), ..Filter::default() }).await;
    assert_eq!(urgent, [(rush.clone(), Timing::OnTime)]);
    let (ana, _) = world.person(Role::Operator).await;
    // What is done in time catches up: in production it has the time of both stages.
    on(&later(&world, 25), &ana, &world, &number, "in_production").await.unwrap();
    let counts = order::overview(&later(&world, 26), Language::En).await.unwrap();
    assert_eq!((counts.overdue, counts.late), (0, 1));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_hold_stops_the_clock_and_hides_the_order_until_it_is_released(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| {}).await;
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Operator).await;
    let before = world.load(&number).await.schedule;
    let held =
        order::hold(&later(&world, 10), &ana, id, "waits for paper", version(&world, &number).await).await;
    assert!(matches!(held.unwrap(), Recorded::Moved(_)));
    let again = order::hold(&world.shop, &ana, id, "", 1).await;
    assert!(matches!(again.unwrap(), Recorded::Already), "a second click");

    // Nobody works on it: no list of work, no count; but it is found by number, and where one asks for what is on hold.
    let shop = later(&world, 1000);
    assert_eq!(numbers(&shop, Filter::default()).await, []);
    let paid = Filter { status: Some(order::Status::Confirmed), ..Filter::default() };
    assert_eq!(numbers(&shop, paid).await, []);
    assert_eq!(numbers(&shop, Filter { overdue: true, ..Filter::default() }).await, []);
    let search = Filter { q: Some(number.to_string()), ..Filter::default() };
    assert_eq!(numbers(&shop, search).await, [(number.clone(), Timing::Held)]);
    let waiting = Filter { priority: Some(Priority::Hold), ..Filter::default() };
    assert_eq!(numbers(&shop, waiting).await, [(number.clone(), Timing::Held)]);
    let counts = order::overview(&shop, Language::En).await.unwrap();
    assert_eq!((counts.overdue, counts.late, counts.held), (0, 0, 1));
    assert!(counts.by_status.iter().all(|(_, count)| *count == 0));

    // It does not move while it waits.
    let moved = on(&shop, &ana, &world, &number, "in_production").await;
    assert!(matches!(moved, Err(Fault::Refused(Reason::OnHold))), "{moved:?}");

    order::release(&shop, &ana, id, version(&world, &number).await).await.unwrap();
    let after = world.load(&number).await.schedule;
    let waited = before.due_at.unwrap().seconds_until(after.due_at.unwrap());
    assert!((waited - 990 * HOUR).abs() <= 2, "it has the time it had left: {waited}");
    assert_eq!(after.promised_at, after.due_at);
    assert_eq!(numbers(&shop, Filter::default()).await, [(number.clone(), Timing::OnTime)]);
    let not_held = order::release(&shop, &ana, id, version(&world, &number).await).await;
    assert!(matches!(not_held, Err(Fault::Refused(Reason::NotHeld))));
    assert_eq!((world.events("order_held").await, world.events("order_released").await), (1, 1));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_priority_is_changed_by_the_one_who_saw_the_order_as_it_is(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| {}).await;
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Operator).await;
    let seen = version(&world, &number).await;
    order::set_priority(&world.shop, &ana, id, Priority::Rush, seen).await.unwrap();
    let late = order::set_priority(&world.shop, &ana, id, Priority::Standard, seen).await;
    assert!(matches!(late, Err(Fault::Conflict(_))), "{late:?}");
    assert!(matches!(
        order::set_priority(&world.shop, &ana, id, Priority::Rush, seen).await.unwrap(),
        Recorded::Already
    ));
    // A rush order that waited is a rush order again.
    order::hold(&world.shop, &ana, id, "", version(&world, &number).await).await.unwrap();
    order::release(&world.shop, &ana, id, version(&world, &number).await).await.unwrap();
    assert_eq!(world.load(&number).await.state.priority, Priority::Rush);
    for stage in ["in_production", "shipped"] {
        on(&world.shop, &ana, &world, &number, stage).await.unwrap();
    }
    let gone =
        order::set_priority(&world.shop, &ana, id, Priority::Standard, version(&world, &number).await).await;
    assert!(matches!(gone, Err(Fault::Refused(Reason::LeftAlready { .. }))), "{gone:?}");
    assert_eq!(world.load(&number).await.schedule.due_at, None, "nothing is due once it has left");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_due_date_counts_only_the_hours_its_place_is_open(pool: PgPool) {
    let world = World::start(pool).await;
    let mornings = r#"insert into place (key, name, address, contact, opening, pickup, delivery, slot_capacity, lead_minutes,
            days_ahead, workflow, orders_open, version, updated_at)
        select 'Taller Secreto', 'Taller', '{"line1": "x", "city": "x", "postalCode": "x", "country": "ES"}', 'x',
            jsonb_build_object('zone', 'Europe/Madrid', 'week', jsonb_build_array(m, m, m, m, m, '[]'::jsonb, '[]'::jsonb)),
            true, false, 1, 0, 0, 'print-factory', false, 1, now()
        from (select '["09:00-13:00"]'::jsonb as m) as morning"#;
    sqlx::query(mornings).execute(&world.shop.pool).await.unwrap();
    let number = world.paid_order(|_| {}).await;
    let order = world.load(&number).await;
    let (from, due) = (order.schedule.clock_from.unwrap(), order.schedule.due_at.unwrap());
    assert_eq!(order.opening.open_between(from, due), 120 * HOUR);
    // Four hours on five days a week: thirty mornings, six weeks.
    let days = from.seconds_until(due) / (24 * HOUR);
    assert!((39..=44).contains(&days), "{days}");
    let elsewhere = world.paid_order(|body| body["location"] = "no such place".into()).await;
    let order = world.load(&elsewhere).await.schedule;
    assert_eq!(order.clock_from.unwrap().seconds_until(order.due_at.unwrap()), 120 * HOUR);
}

/// The list, the order's page and its document say the same, as of the answer.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn how_long_until_it_is_due_is_said_in_minutes(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let cookie = world.person(Role::Viewer).await.1;
    for (shift, least, most, words) in [
        ("200 minutes 30 seconds", 198, 200, "in 3 h "),
        ("-65 minutes", -67, -65, "1 h "),
        ("50 hours 30 minutes", 3028, 3030, "in 2 d 2 h"),
    ] {
        sqlx::query("update orders set due_at = now() + $1::interval")
            .bind(shift)
            .execute(&world.shop.pool)
            .await
            .unwrap();
        let list = order::list(&world.shop, &Filter::default(), Language::En).await.unwrap();
        let page = order::page(&world.shop, &number, Language::En).await.unwrap();
        for minutes in [list.rows[0].due_in.unwrap(), page.due_in.unwrap()] {
            assert!((least..=most).contains(&minutes), "{shift}: {minutes}");
        }
        for path in ["/admin/orders".to_owned(), format!("/admin/orders/{number}")] {
            let request = world.http.get(format!("{}{path}", world.url)).header("cookie", &cookie);
            let html = request.header("accept", "text/html").send().await.unwrap().text().await.unwrap();
            assert!(html.contains(words), "{words} in {path}: {html}");
        }
    }
}
