//! Many orders at once: what is predicted comes true, once per order, and can be taken back while nobody has heard of it.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use domain::{
    Fault, Reason, Shop,
    bulk::{self, BulkCounts, BulkState, RunBulk, Selection, Wish},
    failpoint::Failpoints,
    ids::OrderId,
    order::{Filter, Status, add_note},
    queue::{self, Job},
    staff::Role,
};
use sqlx::PgPool;

use crate::{
    bulk_world::{TORN, everything, look, matching, run, see, stand, ten_minutes_pass, to, undo},
    label_world,
    support::World,
};

const fn counts(changed: i64, already: i64, refused: i64) -> BulkCounts {
    BulkCounts { changed, already, refused }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn ten_thousand_orders_move_as_predicted_and_back_without_a_message(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 9_900, "in_production").await;
    stand(&world, 60, "new").await;
    stand(&world, 40, "shipped").await;

    let id = look(&world, &ana, &everything(), &to("shipped")).await;
    let page = see(&world, &ana, id).await;
    assert_eq!((page.state, page.total), (BulkState::Preview, 10_000));
    assert_eq!(page.predicted, counts(9_900, 40, 60));
    assert_eq!((page.refusals.len(), page.refusals[0].count, page.refusals[0].examples.len()), (1, 60, 5));
    assert_eq!(world.count("select count(*) from orders where status = 'shipped'").await, 40, "only looked");

    let page = run(&world, &ana, id).await;
    assert_eq!((page.state, page.outcome), (BulkState::Done, page.predicted));
    assert_eq!(page.lines[0].outcome, Some(bulk::BulkOutcome::Refused), "failures first");
    assert_eq!(
        world.count("select count(*) from orders where stage = 'shipped' and shipped_at is not null").await,
        9_900
    );
    assert_eq!(world.count(TORN).await, 0);
    assert_eq!(page.held, 9_900, "one message per order, and it waits");
    assert_eq!(world.count("select count(*) from job where run_at <= now()").await, 0);

    let page = undo(&world, &ana, id).await;
    assert_eq!((page.state, page.undone, page.held), (BulkState::Undone, counts(9_900, 0, 0), 0));
    assert_eq!(
        world.count("select count(*) from orders where stage = 'in_production' and status = 'processing' and shipped_at is null").await,
        9_900
    );
    assert_eq!(world.count(TORN).await, 0);
    assert_eq!(world.count("select count(*) from notice where state <> 'withdrawn'").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn nobody_hears_of_what_was_undone_in_time(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 20, "in_production").await;
    let id = look(&world, &ana, &everything(), &to("shipped")).await;
    run(&world, &ana, id).await;
    undo(&world, &ana, id).await;
    ten_minutes_pass(&world).await;
    assert_eq!(world.mails_about("shipped").await, 0);
    assert_eq!(world.count("select count(*) from job").await, 0, "and nothing waits to be sent");

    let id = look(&world, &ana, &everything(), &to("shipped")).await;
    run(&world, &ana, id).await;
    // Somebody hurries the jobs: a message still does not leave before its time.
    sqlx::query("update job set run_at = now()").execute(&world.shop.pool).await.unwrap();
    queue::drain(&world.shop).await.unwrap();
    assert_eq!(world.mails_about("shipped").await, 0);
    ten_minutes_pass(&world).await;
    assert_eq!(world.mails_about("shipped").await, 20, "one each");
    let late = bulk::undo(&world.shop, &ana, id).await;
    assert!(matches!(late, Err(Fault::Refused(Reason::TooLateToUndo))), "{late:?}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_has_changed_since_stays_and_its_message_goes(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 5, "in_production").await;
    let id = look(&world, &ana, &everything(), &to("shipped")).await;
    run(&world, &ana, id).await;
    let one: uuid::Uuid = sqlx::query_scalar("select id from orders order by number limit 1")
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    add_note(&world.shop, &ana, OrderId(one), "the courier has it").await.unwrap();
    let page = undo(&world, &ana, id).await;
    assert_eq!((page.state, page.undone), (BulkState::Undone, counts(4, 0, 1)));
    assert_eq!(page.kept[0].sentence, Reason::ChangedSince.say(ana.language));
    assert_eq!(world.count("select count(*) from orders where status = 'shipped'").await, 1);
    ten_minutes_pass(&world).await;
    assert_eq!(world.mails_about("shipped").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn after_a_crash_the_rest_is_done_and_nothing_twice(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 1_200, "new").await;
    let id = look(&world, &ana, &everything(), &to("in_production")).await;
    bulk::start(&world.shop, &ana, id).await.unwrap();
    let (reached, passed) = (Arc::new(tokio::sync::Notify::new()), Arc::new(AtomicUsize::new(0)));
    let (say, count) = (reached.clone(), passed.clone());
    let dies = Failpoints::with(move |_| {
        let (say, first) = (say.clone(), count.fetch_add(1, Ordering::SeqCst) == 0);
        async move {
            if first {
                say.notify_one();
                std::future::pending::<()>().await;
            }
        }
    });
    let shop = Shop { failpoints: dies, ..world.shop.clone() };
    let dying = tokio::spawn(async move { RunBulk { bulk: id }.run(&shop, 1).await });
    reached.notified().await;
    dying.abort();
    let page = see(&world, &ana, id).await;
    assert_eq!((page.state, page.outcome.changed), (BulkState::Running, 500), "a chunk, and not half of one");
    queue::drain(&world.shop).await.unwrap();
    let page = see(&world, &ana, id).await;
    assert_eq!((page.state, page.outcome), (BulkState::Done, counts(1_200, 0, 0)));
    assert_eq!(world.events("stage_entered").await, 1_200, "each once");
    assert_eq!(world.count(TORN).await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn two_workers_at_one_change_do_each_order_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 1_600, "new").await;
    let id = look(&world, &ana, &everything(), &to("in_production")).await;
    bulk::start(&world.shop, &ana, id).await.unwrap();
    let job = || RunBulk { bulk: id }.run(&world.shop, 1);
    tokio::join!(job(), job(), job());
    queue::drain(&world.shop).await.unwrap();
    assert_eq!(see(&world, &ana, id).await.outcome, counts(1_600, 0, 0));
    assert_eq!((world.events("stage_entered").await, world.count(TORN).await), (1_600, 0));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_order_that_somebody_holds_is_tried_again(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 10, "new").await;
    let mut holder = world.shop.pool.begin().await.unwrap();
    sqlx::query("select 1 from orders where number = (select min(number) from orders) for no key update")
        .execute(&mut *holder)
        .await
        .unwrap();
    let id = look(&world, &ana, &everything(), &to("in_production")).await;
    bulk::start(&world.shop, &ana, id).await.unwrap();
    RunBulk { bulk: id }.run(&world.shop, 1).await;
    let page = see(&world, &ana, id).await;
    assert_eq!((page.state, page.outcome), (BulkState::Running, counts(9, 0, 0)), "it waits for nobody");
    holder.rollback().await.unwrap();
    queue::drain(&world.shop).await.unwrap();
    let page = see(&world, &ana, id).await;
    assert_eq!((page.state, page.outcome), (BulkState::Done, counts(10, 0, 0)));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_selection_is_what_the_list_shows_and_is_frozen(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 30, "new").await;
    stand(&world, 7, "shipped").await;
    let filter = Filter { status: Some(Status::Confirmed), q: Some("Ana 2".into()), ..Filter::default() };
    let shown = domain::order::list(&world.shop, &filter, ana.language).await.unwrap().rows.len();
    let id = look(&world, &ana, &Selection::Matching(Box::new(filter)), &to("in_production")).await;
    assert_eq!(see(&world, &ana, id).await.total, i64::try_from(shown).unwrap());
    let page = run(&world, &ana, id).await;
    assert_eq!(page.outcome.changed, 11, "2, 20 to 29");

    let id =
        look(&world, &ana, &matching(|f| f.status = Some(Status::Confirmed)), &to("in_production")).await;
    stand(&world, 5, "new").await;
    let page = run(&world, &ana, id).await;
    assert_eq!(page.outcome, counts(19, 0, 0), "who came later was not looked at");

    let nothing =
        bulk::preview(&world.shop, &ana, &Selection::Picked(vec!["00000-00000".into()]), &to("shipped"))
            .await;
    assert!(matches!(nothing, Err(Fault::Refused(Reason::NothingSelected))), "{nothing:?}");
}

/// Every action over orders of every stage: nothing moves in between, so all that is predicted comes true.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_is_predicted_comes_true(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Admin).await;
    for stage in ["new", "in_production", "shipped", "delivered"] {
        stand(&world, 6, stage).await;
    }
    let wish =
        |action: &str, stage: &str| Wish { action: action.into(), stage: stage.into(), ..Wish::default() };
    let mine = Wish { action: "assign".into(), staff: ana.id.to_string(), ..Wish::default() };
    let nobody = Wish { action: "assign".into(), ..Wish::default() };
    let note = Wish { action: "note".into(), text: "mind the ink".into(), ..Wish::default() };
    let priority = |to: &str| Wish { action: "priority".into(), priority: to.into(), ..Wish::default() };
    let wishes = [
        priority("rush"),
        priority("rush"),
        priority("hold"),
        // On hold nothing moves, and that is predicted too.
        wish("move", "in_production"),
        wish("release", ""),
        wish("release", ""),
        priority("hold"),
        priority("standard"),
        wish("move", "in_production"),
        wish("back", "new"),
        wish("move", "shipped"),
        wish("move", "delivered"),
        wish("move", "preparing"),
        mine.clone(),
        mine,
        nobody,
        note,
        wish("labels", ""),
    ];
    for wish in wishes {
        let id = look(&world, &ana, &everything(), &wish).await;
        let page = run(&world, &ana, id).await;
        assert_eq!((page.outcome, page.state), (page.predicted, BulkState::Done), "{wish:?}");
        let differ = "select count(*) from bulk_order where outcome <> predicted or reason is distinct from predicted_reason";
        assert_eq!(world.count(differ).await, 0, "{wish:?}");
        assert_eq!(world.count(TORN).await, 0, "{wish:?}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_change_that_runs_is_stopped_and_taken_back(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 700, "in_production").await;
    let id = look(&world, &ana, &everything(), &to("shipped")).await;
    bulk::start(&world.shop, &ana, id).await.unwrap();
    let again = bulk::start(&world.shop, &ana, id).await;
    assert!(matches!(again, Err(Fault::Refused(Reason::BulkBegun))), "{again:?}");
    bulk::undo(&world.shop, &ana, id).await.unwrap();
    queue::drain(&world.shop).await.unwrap();
    let page = see(&world, &ana, id).await;
    assert_eq!((page.state, page.held), (BulkState::Undone, 0));
    assert_eq!(world.count("select count(*) from orders where status = 'processing'").await, 700);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn labels_of_many_orders_are_bought_once(pool: PgPool) {
    let world = World::start(pool).await;
    let (boss, _) = world.person(Role::Admin).await;
    let (ready, _, ana) = label_world::paid(&world).await;
    let without = world.paid_order(|_| ()).await;
    let picked = Selection::Picked(vec![ready.to_string(), without.to_string()]);
    let labels = Wish { action: "labels".into(), ..Wish::default() };
    let refused = bulk::preview(&world.shop, &ana, &picked, &labels).await;
    assert!(matches!(refused, Err(Fault::Refused(Reason::RoleTooLow))), "money is the administrators'");
    let id = look(&world, &boss, &picked, &labels).await;
    assert_eq!(world.count("select count(*) from label").await, 0, "a rehearsal buys nothing");
    let page = run(&world, &boss, id).await;
    assert_eq!((page.outcome, page.undo_until), (counts(1, 0, 1), None));
    assert_eq!(world.count("select count(*) from label").await, 1);
    let id = look(&world, &boss, &picked, &labels).await;
    assert_eq!(see(&world, &boss, id).await.predicted, counts(0, 1, 1));
}
