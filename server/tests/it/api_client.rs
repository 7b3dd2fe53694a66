//! The Rust client, generated from the released document, against the real doorway: what the document says of an order's life is so.

use clew_client::{Client, Error, types};
use domain::{order::OrderNumber, payment::PaymentStatus};
use sqlx::PgPool;

use crate::support::{World, operators_key};

fn order(email: &str) -> types::NewOrder {
    types::NewOrder {
        customer: types::NewCustomer { name: "Ana Ruiz".into(), email: email.into(), ..Default::default() },
        address: types::Address {
            line1: "Calle Mayor 12".into(),
            city: "Madrid".into(),
            postal_code: Some("28013".into()),
            country: "ES".into(),
            ..Default::default()
        },
        items: vec![types::NewItem {
            name: "Poster A2".into(),
            quantity: 2,
            unit_amount: 1450,
            ..Default::default()
        }],
        currency: "EUR".into(),
        workflow: Some("print-factory".into()),
        language: Some(types::Language::En),
        ..Default::default()
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_order_lives_through_the_generated_client(pool: PgPool) {
    let world = World::start(pool).await;
    let clew = Client::new(&world.url, &operators_key(&world.shop, "office").await).unwrap();
    let created = clew.create_order("cart-1", &order("ana@customer.test")).await.unwrap();
    assert_eq!(clew.create_order("cart-1", &order("ana@customer.test")).await.unwrap(), created);
    world.pay(&created.checkout_url).await;
    let number = OrderNumber::parse(&created.number).unwrap();
    world
        .until(&number, |order| order.state.payment == PaymentStatus::Paid && order.state.stage.is_some())
        .await;

    let wish =
        types::ListOrdersQuery { q: Some("ana@customer.test".into()), limit: Some(10), ..Default::default() };
    let page = clew.list_orders(&wish).await.unwrap();
    assert_eq!(
        page.items.iter().map(|item| item.number.as_str()).collect::<Vec<_>>(),
        [created.number.as_str()]
    );
    let note = types::NewNote { text: "Call before noon.".into() };
    let once = clew.under("note-1").unwrap();
    assert_eq!(
        once.add_note(&created.number, &note).await.unwrap(),
        once.add_note(&created.number, &note).await.unwrap()
    );
    assert_eq!(clew.list_notes(&created.number).await.unwrap().items.len(), 1);

    let types::OrderAnswer::Order(seen) = clew.get_order(&created.number).await.unwrap() else {
        panic!("a key of the shop's sees all of an order");
    };
    let moved = clew
        .seen(seen.version)
        .unwrap()
        .move_order(&created.number, &types::OrderMove::default())
        .await
        .unwrap();
    assert_eq!(moved.status, types::Status::Processing);
    let late =
        clew.seen(seen.version).unwrap().move_order(&created.number, &types::OrderMove::default()).await;
    assert_eq!(late.unwrap_err().status(), Some(412));
    let read = clew.get_order(&created.number).await.unwrap();
    assert!(
        matches!(read, types::OrderAnswer::Order(order) if order.version == moved.version && order.items.len() == 1)
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_refusal_is_read_and_what_cannot_be_a_path_is_not_asked(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let clew = Client::new(&world.url, &operators_key(&world.shop, "office").await).unwrap();
    let wrong = types::NewOrder { currency: "zzz".into(), ..order("ana@customer.test") };
    let Err(Error::Refused(problem)) = clew.create_order("cart-1", &wrong).await else {
        panic!("it was taken")
    };
    assert_eq!((problem.status, problem.r#type.as_str()), (422, "/problems/invalid"));
    let errors = problem.errors.unwrap_or_default();
    assert_eq!(errors.iter().map(|error| error.pointer.as_str()).collect::<Vec<_>>(), ["#/currency"]);
    // A number that would be another path stays one part of its own.
    assert_eq!(clew.get_order("../orders?limit=1").await.unwrap_err().status(), Some(404));
    assert!(matches!(clew.get_order("..").await, Err(Error::Unsendable(_))));
    let stranger = Client::new(&world.url, "clew_nobody").unwrap();
    assert_eq!(stranger.get_order("K-1").await.unwrap_err().status(), Some(401));
}
