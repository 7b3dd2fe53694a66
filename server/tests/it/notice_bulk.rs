//! One message to the customers of many orders: previewed, one to each, held back, and taken back.

use domain::{
    bulk::{BulkState, Wish},
    staff::Role,
};
use sqlx::PgPool;

use crate::{
    bulk_world::{TORN, everything, look, run, see, stand, ten_minutes_pass, undo},
    support::World,
};

const WAITING: &str = "select count(*) from notice where kind = 'message' and state = 'pending'";
const SENT: &str = "select count(*) from notice where kind = 'message' and state = 'sent'";

fn message() -> Wish {
    Wish {
        action: "message".into(),
        subject: "We are closed on Friday".into(),
        text: "Orders leave on Monday.".into(),
        ..Wish::default()
    }
}

/// The second one marked a mail as spam.
async fn one_is_silent(world: &World) {
    let sql = "with deaf as (update orders set email_hash = '\\xdead' where email = 'ana2@customer.test' returning id)
        insert into suppression (id, channel, address_hash, reason, source, created_at)
        select gen_random_uuid(), 'email', '\\xdead', 'complained', 'resend', now() from deaf";
    sqlx::query(sql).execute(&world.shop.pool).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn each_customer_gets_one_message_and_who_cannot_be_written_to_is_named(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 6, "new").await;
    one_is_silent(&world).await;
    let id = look(&world, &ana, &everything(), &message()).await;
    let page = see(&world, &ana, id).await;
    assert_eq!((page.predicted.changed, page.predicted.refused), (5, 1));
    assert!(page.refusals[0].sentence.contains("cannot be written to"), "{:?}", page.refusals);
    assert_eq!(page.note.as_deref(), Some("We are closed on Friday\n\nOrders leave on Monday."));
    let page = run(&world, &ana, id).await;
    assert_eq!((page.outcome, page.held), (page.predicted, 5));
    assert_eq!((world.count(WAITING).await, world.count(SENT).await), (5, 0));
    ten_minutes_pass(&world).await;
    assert_eq!((world.count(WAITING).await, world.count(SENT).await), (0, 5));
    let mails = world.mail("ana1@customer.test", 1).await;
    assert_eq!(mails[0]["subject"], "We are closed on Friday");
    assert!(mails[0]["text"].as_str().unwrap().contains("Orders leave on Monday."));
    let each = "select count(*) from (select from notice where kind = 'message' group by order_id, recipient having count(*) > 1) x";
    assert_eq!((world.count(each).await, world.count(TORN).await), (0, 0));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn taken_back_in_time_nobody_hears_of_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 5, "new").await;
    let id = look(&world, &ana, &everything(), &message()).await;
    run(&world, &ana, id).await;
    // What happens to an order meanwhile does not need the message.
    let touched = domain::ids::OrderId(
        sqlx::query_scalar("select min(id::text)::uuid from orders")
            .fetch_one(&world.shop.pool)
            .await
            .unwrap(),
    );
    domain::order::add_note(&world.shop, &ana, touched, "looked at").await.unwrap();
    let page = undo(&world, &ana, id).await;
    assert_eq!((page.state, page.undone.changed), (BulkState::Undone, 5));
    ten_minutes_pass(&world).await;
    assert_eq!((world.count(WAITING).await, world.count(SENT).await), (0, 0));
    assert_eq!(world.count("select count(*) from notice where state = 'withdrawn'").await, 5);
    assert_eq!(world.count(TORN).await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_message_without_words_is_refused(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 1, "new").await;
    let empty = Wish { text: " ".into(), ..message() };
    let said = domain::bulk::preview(&world.shop, &ana, &everything(), &empty).await;
    assert!(matches!(said, Err(domain::Fault::Refused(domain::Reason::EmptyMessage))), "{said:?}");
}
