//! A number as people enter it: pasted anyhow, kept as the carrier writes it, and said when another order has it.

use domain::{
    ids::OrderId,
    order::{self, Move, OrderNumber, Status},
    parcel::NumberHint,
    staff::Role,
    tracking::number::Why,
};
use reqwest::header;
use serde_json::json;
use sqlx::PgPool;

use crate::{label_world::webhook, staff_pages::Browser, support::World};

const UPS: &str = "1Z5R89390357567127";
/// As it stands on a label, and as nobody's program writes it.
const TYPED: &str = " 1z5r-8939 0357567127 ";

/// The boxes of an order, first to last: carrier, our key of it, number, link.
type Row = (Option<String>, Option<String>, Option<String>, Option<String>);

async fn boxes(world: &World, id: OrderId) -> Vec<Row> {
    let sql = "select carrier, carrier_token, tracking_number, tracking_url from parcel where order_id = $1 order by position";
    sqlx::query_as(sql).bind(id.0).fetch_all(&world.shop.pool).await.unwrap()
}

/// Whether a form led back to its page without a word of refusal; Leptos leaves the mark of an empty query.
fn is_back(to: &str, home: &str) -> bool {
    to.trim_end_matches('?').ends_with(home)
}

/// What the form is told while somebody types.
async fn hint(
    world: &World,
    by: &Browser<'_>,
    order: &OrderNumber,
    typed: &str,
    carrier: &str,
) -> NumberHint {
    let id = world.id(order).await.to_string();
    let request = world.http.get(format!("{}/admin/fn/number_hint", world.url));
    let request = request.query(&[("id", id.as_str()), ("typed", typed), ("carrier", carrier)]);
    let request = request.header(header::COOKIE, &by.cookie).header(header::ACCEPT, "application/json");
    request.send().await.unwrap().json().await.unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn without_javascript_whatever_was_pasted_is_kept_as_the_carriers_number(pool: PgPool) {
    let world = World::start(pool).await;
    let order = world.paid_order(|_| ()).await;
    let id = world.id(&order).await;
    let ion = Browser::of(&world, Role::Operator).await;
    let (home, key) = (format!("/admin/orders/{order}"), id.to_string());
    let page = format!("https://www.fedex.com/wtrk/track/?trknbr=9865%207878%208855&x={UPS}0");
    for (typed, chosen) in [(TYPED, false), (&page, false), ("MD-0000 0042", false), (TYPED, true)] {
        let mut form = vec![("id", key.as_str()), ("carrier", ""), ("tracking_number", typed)];
        if chosen {
            form.push(("chosen", "true"));
        }
        let to = ion.post(&home, "add_parcel", &form).await;
        assert!(is_back(&to, &home), "{typed}: {to}");
    }
    let (ana, _) = world.person(Role::Operator).await;
    let seen = world.load(&order).await.version;
    order::advance(&world.shop, &ana, id, Move::On("in_production".into()), seen).await.unwrap();
    let seen = world.load(&order).await.version.to_string();
    let form = [
        ("id", key.as_str()),
        ("version", &seen),
        ("carrier", " "),
        ("tracking_number", "RB 123 456 785 ES"),
    ];
    ion.post(&home, "ship_order", &form).await;
    assert_eq!(world.load(&order).await.state.status, Status::Shipped);

    let some = |text: &str| Some(text.to_owned());
    let link = |text: &Option<String>| text.clone().unwrap_or_default();
    let kept = boxes(&world, id).await;
    assert_eq!(kept.len(), 5, "{kept:?}");
    assert_eq!((&kept[0].0, &kept[0].1, &kept[0].2), (&some("UPS"), &some("ups"), &some(UPS)));
    assert!(link(&kept[0].3).ends_with(UPS), "{kept:?}");
    assert_eq!((&kept[1].1, &kept[1].2), (&some("fedex"), &some("986578788855")), "of the page it stood on");
    assert!(link(&kept[1].3).ends_with("trknbr=986578788855"), "our own link: {kept:?}");
    assert_eq!((&kept[2].0, &kept[2].2), (&None, &some("MD-00000042")), "whose dashes may mean something");
    assert_eq!((&kept[3].0, &kept[3].2), (&None, &some(UPS)), "who decided on no carrier gets none");
    assert_eq!((&kept[4].1, &kept[4].2), (&some("correos"), &some("RB123456785ES")));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_form_is_told_whose_a_number_may_be_and_how_sure_that_is(pool: PgPool) {
    let world = World::start(pool).await;
    let order = world.paid_order(|_| ()).await;
    let ion = Browser::of(&world, Role::Operator).await;
    let ask = async |typed: &str| hint(&world, &ion, &order, typed, "").await;
    let told = |hint: &NumberHint| -> Vec<(String, Why)> {
        hint.carriers.iter().map(|one| (one.name.clone().unwrap_or_default(), one.why)).collect()
    };
    let ups = ask(TYPED).await;
    assert_eq!((ups.number.as_str(), ups.sure.as_deref()), (UPS, Some("UPS")));
    assert_eq!(told(&ups), [("UPS".to_owned(), Why::Checked)]);
    let either = ask("RX 123 456 785 US").await;
    assert_eq!(told(&either), [("USPS".into(), Why::Checked), ("DHL eCommerce".into(), Why::Shape)]);
    let page = ask("https://www.fedex.com/wtrk/track/?trknbr=3318810025").await;
    assert_eq!(told(&page), [("FedEx".into(), Why::Page), ("DHL Express".into(), Why::Checked)]);
    assert_eq!((page.number.as_str(), page.sure.as_deref()), ("3318810025", Some("FedEx")));
    let accident = ask("3318810025").await;
    assert_eq!((told(&accident).len(), accident.sure), (1, None), "ten digits may be anybody's");
    let abroad = ask("RB123456785CV").await;
    assert_eq!((abroad.carriers[0].country.as_deref(), abroad.sure), (Some("CV"), None));
    for nothing in ["", " ", &"9".repeat(2000)] {
        assert_eq!(ask(nothing).await, NumberHint::default());
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_number_of_another_order_is_warned_of_and_refused_to_nobody(pool: PgPool) {
    let world = World::start(pool).await;
    let (one, two) = (world.paid_order(|_| ()).await, world.paid_order(|_| ()).await);
    let ion = Browser::of(&world, Role::Operator).await;
    world.add_parcel(&one, "ups", UPS).await;
    assert_eq!(hint(&world, &ion, &one, TYPED, "").await.elsewhere, [], "its own box is no other order's");
    let seen = async |typed: &str, carrier: &str| {
        let hint = hint(&world, &ion, &two, typed, carrier).await;
        let rows = hint.elsewhere.into_iter();
        rows.map(|row| (row.order, row.carrier, row.same_carrier)).collect::<Vec<_>>()
    };
    let there = |same: bool| vec![(one.to_string(), Some("UPS".to_owned()), same)];
    assert_eq!(seen(TYPED, "").await, there(true), "the carrier that the number tells");
    assert_eq!(seen(TYPED, "FedEx").await, there(false));
    assert_eq!(seen(&format!("https://www.ups.com/track?tracknum={UPS}"), "").await, there(true));
    assert_eq!(seen("1Z5R89390357567128", "").await, []);

    let (id, home) = (world.id(&two).await.to_string(), format!("/admin/orders/{two}"));
    assert!(!ion.page(&home).await.1.contains("also stands in another order"));
    let form = [("id", id.as_str()), ("tracking_number", TYPED)];
    assert!(is_back(&ion.post(&home, "add_parcel", &form).await, &home), "it is kept all the same");
    for (here, there) in [(&one, &two), (&two, &one)] {
        let (_, page) = ion.page(&format!("/admin/orders/{here}")).await;
        let said = &page[page.find("also stands in another order").expect("the warning")..];
        let said = &said[..said.find("</p>").unwrap()];
        assert!(said.contains(&format!("href=\"/admin/orders/{there}\"")), "{said}");
        assert!(said.contains("same carrier"), "{said}");
    }
}

/// Numbers kept before blanks were taken out are found as they were typed.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_older_number_is_found_as_it_was_typed_and_any_number_by_a_search(pool: PgPool) {
    let world = World::start(pool).await;
    let (one, two) = (world.paid_order(|_| ()).await, world.paid_order(|_| ()).await);
    let ion = Browser::of(&world, Role::Operator).await;
    world.add_parcel(&one, "ups", UPS).await;
    let list = async |q: &str| ion.page(&format!("/admin/orders?q={q}")).await.1;
    for typed in
        ["1z5r-8939%200357567127", UPS, "https%3A%2F%2Fwww.ups.com%2Ftrack%3Ftracknum%3D1Z5R89390357567127"]
    {
        let page = list(typed).await;
        assert!(page.contains(&one.to_string()) && !page.contains(&two.to_string()), "{typed}");
    }
    sqlx::query("update parcel set tracking_number = '1Z5R 8939 0357567127'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    assert_eq!(hint(&world, &ion, &two, "1Z5R 8939 0357567127", "").await.elsewhere.len(), 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn news_finds_a_number_however_it_was_typed(pool: PgPool) {
    let world = World::start(pool).await;
    let order = world.paid_order(|_| ()).await;
    world.add_parcel(&order, "ups", TYPED).await;
    let scan = json!({ "object_id": "1", "status": "TRANSIT", "status_date": "2026-11-30T10:00:00Z",
        "status_details": "", "substatus": { "code": "package_accepted", "text": "", "action_required": false } });
    let data =
        json!({ "carrier": "ups", "tracking_number": UPS, "tracking_status": scan, "tracking_history": [] });
    assert_eq!(webhook(&world, &json!({ "event": "track_updated", "test": true, "data": data })).await, 200);
    world.until(&order, |order| order.state.status == Status::Shipped).await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn webhooks_of_every_provider_can_be_filtered_by(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, page) = Browser::of(&world, Role::Operator).await.page("/admin/inbox").await;
    for provider in domain::inbox::PROVIDERS {
        assert!(page.contains(&format!("<option value=\"{provider}\"")), "{provider}");
    }
}
