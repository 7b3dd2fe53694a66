//! The staff's pages as documents, without a line of JavaScript: what stands there, and that its forms work.

use domain::{payment::PaymentStatus, staff::Role};
use reqwest::header;
use sqlx::PgPool;

use crate::support::World;

pub struct Browser<'a> {
    world: &'a World,
    pub cookie: String,
}

impl<'a> Browser<'a> {
    pub async fn of(world: &'a World, role: Role) -> Self {
        Self { world, cookie: world.person(role).await.1 }
    }

    pub async fn page(&self, path: &str) -> (u16, String) {
        let request = self.world.http.get(format!("{}{path}", self.world.url));
        let answer = request
            .header(header::COOKIE, &self.cookie)
            .header(header::ACCEPT, "text/html")
            .send()
            .await
            .unwrap();
        (answer.status().as_u16(), text(&answer.text().await.unwrap()))
    }

    /// Posts a form as a browser without JavaScript does; answers where it is sent.
    pub async fn post(&self, from: &str, name: &str, form: &[(&str, &str)]) -> String {
        let request = self.world.http.post(format!("{}/admin/fn/{name}", self.world.url));
        let answer = request
            .header(header::COOKIE, &self.cookie)
            .header(header::ACCEPT, "text/html")
            .header("sec-fetch-site", "same-origin")
            .header(header::REFERER, format!("{}{from}", self.world.url))
            .form(form)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 302, "{name}");
        answer.headers()[header::LOCATION].to_str().unwrap().to_owned()
    }
}

/// Without the marks that Leptos leaves for hydration.
fn text(html: &str) -> String {
    html.replace("<!>", "").replace("<!---->", "")
}

/// Waits until a label is bought: Shippo takes its time, and news of it rings.
async fn bought(world: &World) {
    let mut bell = world.shop.bell.listen();
    let wait = async {
        while world.count("select count(*) from label where status = 'bought'").await == 0 {
            world.hurry().await;
            let _ = tokio::time::timeout(std::time::Duration::from_millis(50), bell.recv()).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), wait).await.expect("a label was bought");
}

/// The value of a hidden field.
pub fn hidden<'a>(html: &'a str, name: &str) -> &'a str {
    let at = html.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name}"));
    let tag = &html[html[..at].rfind('<').unwrap()..];
    let tag = &tag[..tag.find('>').unwrap()];
    tag.split("value=\"").nth(1).unwrap().split('"').next().unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_part_is_refunded_in_two_steps_without_javascript(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let admin = Browser::of(&world, Role::Admin).await;
    let home = format!("/admin/orders/{number}");

    let (status, page) = admin.page(&home).await;
    assert_eq!(status, 200);
    assert!(page.contains("Can be refunded") && page.contains("€34.90"), "{page}");
    assert!(page.contains(&format!("{home}?do=refund")), "a way to the first step");
    let (_, page) = admin.page(&format!("{home}?do=refund")).await;
    assert_eq!(hidden(&page, "amount"), "34.90", "everything is offered");

    let (status, page) = admin.page(&format!("{home}?do=refund&amount=99&reason=duplicate")).await;
    assert_eq!(status, 422);
    assert!(!page.contains("action=\"/admin/fn/refund_order\""), "nothing to press");

    let step = format!("{home}?do=refund&amount=12%2C5&reason=duplicate");
    let (status, page) = admin.page(&step).await;
    assert_eq!(status, 200);
    assert!(page.contains("€12.50 goes back") && page.contains("ana@customer.test"), "{page}");
    assert!(page.contains("After that €22.40 can still be refunded."));
    let fields = ["id", "key", "version", "amount", "reason"].map(|name| {
        let form = &page[page.find("action=\"/admin/fn/refund_order\"").unwrap()..];
        (name, hidden(form, name).to_owned())
    });
    let mut form: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    form.push(("note", "ink ran"));
    assert_eq!(admin.post(&step, "refund_order", &form).await, home, "not back to the step");
    // Whoever presses again, in whatever tab, presses the same button.
    assert_eq!(admin.post(&step, "refund_order", &form).await, home);
    world.until(&number, |order| order.state.payment == PaymentStatus::PartiallyRefunded).await;
    world.idle().await;
    assert_eq!(world.count("select count(*) from refund").await, 1);
    let (_, page) = admin.page(&home).await;
    assert!(page.contains("Paid twice") && page.contains("ink ran") && page.contains("€22.40"), "{page}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn nobody_is_shown_a_button_that_would_be_refused(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let home = format!("/admin/orders/{number}");
    for (role, refunds, moves) in
        [(Role::Viewer, false, false), (Role::Operator, false, true), (Role::Admin, true, true)]
    {
        let (status, page) = Browser::of(&world, role).await.page(&home).await;
        assert_eq!(status, 200);
        for (what, there) in [
            ("?do=refund", refunds),
            ("/admin/fn/cancel_order", refunds),
            ("/admin/fn/advance_order", moves),
            ("/admin/fn/request_return", false),
            ("/admin/attention", moves),
        ] {
            assert_eq!(page.contains(what), there, "{role:?} and {what}");
        }
    }
    // There is something to send back once it has left.
    let (ana, _) = world.person(Role::Operator).await;
    for _ in 0..2 {
        let order = world.load(&number).await;
        let to = order.workflow.next(order.state.stage.as_deref().unwrap()).next().unwrap().key.clone();
        domain::order::advance(&world.shop, &ana, order.id, domain::order::Move::On(to), order.version)
            .await
            .unwrap();
    }
    for (role, there) in [(Role::Viewer, false), (Role::Operator, true)] {
        let (_, page) = Browser::of(&world, role).await.page(&home).await;
        assert_eq!(page.contains("/admin/fn/request_return"), there, "{role:?}");
    }
}

/// Fields for a number stand open only while the order has no box: with a label bought, typing there would add another one.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn after_a_label_was_bought_shipping_asks_for_no_second_box(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, _, _) = crate::label_world::paid(&world).await;
    let admin = Browser::of(&world, Role::Admin).await;
    let home = format!("/admin/orders/{number}");
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Admin).await;
    domain::parcel::buy_label(&world.shop, &ana, id, &domain::parcel::LabelWish::default()).await.unwrap();
    bought(&world).await;
    world.until(&number, |order| order.state.status == domain::order::Status::Processing).await;
    let (_, page) = admin.page(&home).await;
    let form = &page[page.find("action=\"/admin/fn/ship_order\"").expect("it can be marked as shipped")..];
    let (fold, fields) = (form.find("<details"), form.find("name=\"tracking_number\""));
    assert!(fold < fields && fold.is_some() && form.contains("It goes with another number"), "{form}");
}

/// From the first unanswered call on the page says so, with what waits and when it is tried next; never "now and then".
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_provider_that_does_not_answer_is_shown_with_what_waits_for_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, id, ana) = crate::label_world::paid(&world).await;
    world.faults(serde_json::json!({ "shippo": { "down": true } })).await;
    domain::parcel::buy_label(&world.shop, &ana, id, &domain::parcel::LabelWish::default()).await.unwrap();
    domain::queue::drain(&world.shop).await.unwrap();
    let operator = Browser::of(&world, Role::Operator).await;
    let (_, page) = operator.page("/admin/attention").await;
    let shown = &page[page.find("id=\"providers\"").unwrap()..];
    for words in [
        "Did not answer when last asked",
        "1 call unanswered",
        "next try",
        "1 label to buy:",
        "1 task waits for it.",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(shown.contains(&number.to_string()), "{shown}");
    for _ in 0..5 {
        crate::label_world::at_once(&world).await;
        domain::queue::drain(&world.shop).await.unwrap();
    }
    let (_, page) = operator.page("/admin/attention").await;
    assert!(page.contains("Does not answer") && page.contains("5 calls in a row unanswered"), "{page}");
}

/// What a customer wrote is read as their words, not as a provider's code.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_customers_words_in_an_alarm_are_their_own(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let id = world.id(&number).await;
    domain::returns::request(&world.shop, &domain::order::By::Customer, id, "demasiado grande")
        .await
        .unwrap();
    let operator = Browser::of(&world, Role::Operator).await;
    for page in ["/admin/attention".to_owned(), format!("/admin/orders/{number}")] {
        let (_, page) = operator.page(&page).await;
        let at = page.find("demasiado grande").expect("the words are there");
        let tag = &page[page[..at].rfind('<').unwrap()..at];
        assert!(tag.contains("said") && tag.contains("lang=\"\"") && !tag.contains("raw"), "{tag}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_order_is_called_off_without_javascript_and_says_so(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let admin = Browser::of(&world, Role::Admin).await;
    let home = format!("/admin/orders/{number}");
    let (_, page) = admin.page(&home).await;
    assert!(page.contains("€34.90 is refunded."), "{page}");
    let form = &page[page.find("action=\"/admin/fn/cancel_order\"").unwrap()..];
    let form = [("id", hidden(form, "id")), ("version", hidden(form, "version"))];
    let to = admin.post(&home, "cancel_order", &form).await;
    // Leptos leaves the mark of an empty query.
    assert!(to.trim_end_matches('?').ends_with(&home), "{to}");
    world.until(&number, |order| order.state.payment == PaymentStatus::Refunded).await;
    let (_, page) = admin.page(&home).await;
    assert!(page.contains("badge-cancelled") && !page.contains("/admin/fn/cancel_order"));
    let again = admin.post(&home, "cancel_order", &form).await;
    assert!(again.trim_end_matches('?').ends_with(&home), "twice is once: {again}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_return_is_asked_for_received_and_counted(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let operator = Browser::of(&world, Role::Operator).await;
    let home = format!("/admin/orders/{number}");
    let id = world.id(&number).await.to_string();
    let asked = [("id", id.as_str()), ("reason", "too <large>")];
    operator.post(&home, "request_return", &asked).await;
    let (_, page) = operator.page(&home).await;
    assert!(page.contains("too &lt;large&gt;") && page.contains("/admin/fn/receive_return"), "{page}");
    let version = world.load(&number).await.version.to_string();
    let back =
        [("id", id.as_str()), ("version", &version), ("pieces[0][position]", "1"), ("pieces[0][back]", "1")];
    operator.post(&home, "receive_return", &back).await;
    let (_, page) = operator.page(&home).await;
    assert!(page.contains("badge-returned"), "{page}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_needs_a_person_is_listed_counted_and_cleared(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let id = world.id(&number).await;
    let operator = Browser::of(&world, Role::Operator).await;
    let (_, page) = operator.page("/admin/attention").await;
    assert!(page.contains("Nothing needs you right now."), "{page}");
    let mut conn = world.shop.pool.acquire().await.unwrap();
    let detail = serde_json::json!({ "detail": "<b>lost_or_stolen_card</b>" });
    let kind = domain::alert::AlertKind::RefundFailed;
    domain::alert::store::raise(&mut conn, id, kind, detail, world.shop.clock.now()).await.unwrap();
    let (status, page) = operator.page("/admin/attention").await;
    assert_eq!(status, 200);
    assert!(page.contains(&number.to_string()) && page.contains("&lt;b&gt;lost_or_stolen_card"), "{page}");
    assert!(page.contains("class=\"bubble num\""), "counted in the navigation");
    let alert = hidden(&page[page.find("/admin/fn/clear_alert").unwrap()..], "id").to_owned();
    operator.post("/admin/attention", "clear_alert", &[("id", &alert)]).await;
    let (_, page) = operator.page("/admin/attention").await;
    assert!(page.contains("Nothing needs you right now."));
    let (_, page) = operator.page(&format!("/admin/orders/{number}")).await;
    assert!(!page.contains("lost_or_stolen_card"));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_webhook_is_found_read_and_heard_again(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let admin = Browser::of(&world, Role::Admin).await;
    let search = format!("/admin/inbox?provider=stripe&order={number}&state=processed");
    let (status, page) = admin.page(&search).await;
    assert_eq!(status, 200);
    assert!(page.contains("checkout.session.completed"), "{page}");
    assert!(page.contains("name=\"filter[order]\""), "the search is what would be heard again");
    let (_, none) = admin.page("/admin/inbox?order=00000-00000").await;
    assert!(!none.contains("checkout.session.completed"));
    let link = page.split("href=\"/admin/inbox/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let (status, body) = admin.page(&format!("/admin/inbox/{link}")).await;
    assert_eq!(status, 200);
    assert!(body.contains("&quot;type&quot;: ") || body.contains("\"type\": "), "laid out: {body}");
    admin.post(&search, "replay_one", &[("id", &link)]).await;
    world.idle().await;
    assert_eq!(world.events("payment_succeeded").await, 1, "heard twice, true once");
    let operator = Browser::of(&world, Role::Operator).await;
    assert_eq!(operator.page(&format!("/admin/inbox/{link}")).await.0, 403);
    assert_eq!(admin.page("/admin/inbox/nonsense").await.0, 404);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_label_is_chosen_bought_printed_and_voided_without_javascript(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let admin = Browser::of(&world, Role::Admin).await;
    let home = format!("/admin/orders/{number}");
    let (_, page) = admin.page(&home).await;
    assert!(page.contains(&format!("{home}?do=label")), "{page}");
    let step = format!("{home}?do=label");
    let (status, page) = admin.page(&step).await;
    assert_eq!(status, 200);
    let form = page[page.find("action=\"/admin/fn/buy_label\"").expect("rates to choose from")..].to_owned();
    let fields = ["id", "box_number", "back", "rate"].map(|name| (name, hidden(&form, name).to_owned()));
    let mut wish: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    wish.push(("file_type", "PDF_4x6"));
    assert_eq!(admin.post(&step, "buy_label", &wish).await, home);
    // A second press is refused: this box has a label, or may have one.
    assert!(admin.post(&step, "buy_label", &wish).await.contains("__err"));
    bought(&world).await;
    let (_, page) = admin.page(&home).await;
    assert!(page.contains("Print label") && page.contains("?do=label&amp;box=2"), "{page}");
    let (_, page) = admin.page(&format!("{home}?do=label&box=2")).await;
    assert!(page.contains("name=\"weight\""), "a further box is measured first");
    let measured = format!("{home}?do=label&box=2&length=300&width=200&height=100&weight=900");
    let (_, page) = admin.page(&measured).await;
    assert_eq!(hidden(&page[page.find("/admin/fn/buy_label").unwrap()..], "box_number"), "2");
    let (_, page) = admin.page(&home).await;
    let label = hidden(&page[page.find("/admin/fn/void_label").unwrap()..], "id").to_owned();
    admin.post(&home, "void_label", &[("id", &label)]).await;
    let (_, page) = admin.page(&home).await;
    assert!(!page.contains("/admin/fn/void_label"), "it is on its way back");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn labels_of_many_orders_are_looked_at_bought_and_followed(pool: PgPool) {
    let world = World::start(pool).await;
    let (one, other) = (world.paid_order(|_| ()).await, world.paid_order(|_| ()).await);
    let id = world.id(&one).await;
    let quoted = domain::parcel::quote_order(&world.shop, id, (domain::parcel::Direction::Outbound, 1), None)
        .await
        .unwrap();
    let offer = &quoted.offers[0];
    sqlx::query("update orders set shipment_id = $2, service_token = $3, carrier_token = $4 where id = $1")
        .bind(id.0)
        .bind(&quoted.shipment_id)
        .bind(&offer.service_token)
        .bind(&offer.carrier)
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let admin = Browser::of(&world, Role::Admin).await;
    let (_, list) = admin.page("/admin/orders").await;
    assert!(
        list.contains(&format!("value=\"{one}\"")) && list.contains(&format!("value=\"{other}\"")),
        "{list}"
    );
    let batch = format!("/admin/labels?order={one}&order={other}");
    let (status, page) = admin.page(&batch).await;
    assert_eq!(status, 200);
    assert!(page.contains("Buy 1 label") && page.contains("The customer chose no way to send it."), "{page}");
    assert!(page.find(&other.to_string()) < page.find(&format!("/admin/orders/{one}")), "trouble first");
    let numbers = hidden(&page, "numbers").to_owned();
    for _ in 0..2 {
        admin.post(&batch, "buy_labels", &[("numbers", &numbers)]).await;
    }
    bought(&world).await;
    assert_eq!(world.count("select count(*) from label").await, 1, "asked twice, bought once");
    let (_, page) = admin.page(&batch).await;
    assert!(page.contains("Print label") && !page.contains("/admin/fn/buy_labels"), "{page}");
}
