//! Orders and products from a file: looked at first, brought in once, whoever is killed meanwhile.

use domain::{
    ids::ImportId,
    import::{self, ImportPage, ImportState},
    order::Status,
    payment::PaymentStatus,
    queue,
    staff::{Person, Role},
};
use reqwest::header;
use serde_json::json;
use sqlx::PgPool;

use crate::{label_kill::killed_at, products, support::World};

pub const HEAD: &str = "reference;customer_name;email;line1;city;postal_code;country;currency;item_name;quantity;unit_price;sku;paid_at;location";

/// A line of an order, paid last month.
pub fn line(reference: &str, name: &str, quantity: i32, sku: &str) -> String {
    format!(
        "{reference};{name};{reference}@market.test;Calle Mayor 12;Madrid;28013;ES;EUR;Poster;{quantity};14,50;{sku};2025-11-30;Feria"
    )
}

/// An administrator with files.
pub struct Clerk<'a> {
    pub world: &'a World,
    pub person: Person,
    cookie: String,
}

impl<'a> Clerk<'a> {
    pub async fn of(world: &'a World, role: Role) -> Self {
        let (person, cookie) = world.person(role).await;
        Self { world, person, cookie }
    }

    /// Sends a file as a browser does: status, where it leads, and the page.
    pub async fn send(&self, kind: &str, tells: bool, file: &[u8]) -> (u16, Option<String>, String) {
        let tells =
            if tells { "--b\r\ncontent-disposition: form-data; name=\"tells\"\r\n\r\n1\r\n" } else { "" };
        let before = format!(
            "--b\r\ncontent-disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n{tells}--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"my file.csv\"\r\ncontent-type: text/csv\r\n\r\n"
        );
        let body = [before.as_bytes(), file, b"\r\n--b--\r\n"].concat();
        let request = self.world.http.post(format!("{}/admin/import", self.world.url));
        let request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=b").body(body);
        self.answer(request).await
    }

    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    async fn answer(&self, request: reqwest::RequestBuilder) -> (u16, Option<String>, String) {
        let request = request.header(header::COOKIE, &self.cookie).header("sec-fetch-site", "same-origin");
        let answer = request.send().await.unwrap();
        let to = answer.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
        (answer.status().as_u16(), to, answer.text().await.unwrap().replace("<!>", ""))
    }

    /// Sends a file that is taken: its page.
    pub async fn look(&self, kind: &str, file: &str) -> ImportPage {
        self.look_and(kind, false, file).await
    }

    async fn look_and(&self, kind: &str, tells: bool, file: &str) -> ImportPage {
        let (status, to, page) = self.send(kind, tells, file.as_bytes()).await;
        assert_eq!(status, 303, "{page}");
        self.see(to.unwrap().strip_prefix("/admin/import/").unwrap().parse().unwrap()).await
    }

    pub async fn see(&self, id: ImportId) -> ImportPage {
        import::page(&self.world.shop, &self.person, id).await.unwrap()
    }

    pub async fn get(&self, path: &str) -> (u16, Option<String>, String) {
        self.answer(self.world.http.get(format!("{}{path}", self.world.url))).await
    }

    /// Presses the button.
    pub async fn press(&self, id: ImportId) -> u16 {
        self.answer(self.world.http.post(format!("{}/admin/import/{id}", self.world.url))).await.0
    }

    /// Presses the button, and does the jobs.
    pub async fn bring(&self, id: ImportId) -> ImportPage {
        assert_eq!(self.press(id).await, 303);
        queue::drain(&self.world.shop).await.unwrap();
        let page = self.see(id).await;
        assert_eq!(page.state, ImportState::Done);
        page
    }
}

/// New, changed, the same, wrong.
pub fn tally(counts: import::Counts) -> [i64; 4] {
    [counts.created, counts.changed, counts.same, counts.wrong]
}

/// Every row a file could have changed.
const EVERYTHING: &str = "select (select count(*) from orders) * 1000000 + (select count(*) from event) * 10000 + (select count(*) from payment_entry) * 100
    + (select count(*) from product) + (select coalesce(sum(on_hand), 0) from product) * 10 + (select count(*) from stock_movement)
    + (select count(*) from idempotency) + (select count(*) from notice) + (select count(*) from item_group)";

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_dry_run_changes_nothing_and_says_what_would_come(pool: PgPool) {
    let world = World::without_worker(pool).await;
    products::put(&world, "MUG", &json!({ "name": "Mug", "onHand": 3 })).await;
    let (number, _) = world.order(|body| body["reference"] = "SHOP-1".into()).await;
    let clerk = Clerk::of(&world, Role::Admin).await;
    let before = world.count(EVERYTHING).await;

    let orders = [
        HEAD.to_owned(),
        line("M-1", "Ana Ruiz", 2, "MUG"),
        line("M-2", "Eva Pop", 2, "MUG"),
        line("SHOP-1", "Ana Ruiz", 1, ""),
        line("M-3", "Иван", 1, ""),
        line("M-1", "Ana Ruiz", 1, ""),
    ];
    let page = clerk.look("orders", &orders.join("\r\n")).await;
    assert_eq!((page.state, tally(page.predicted), page.total), (ImportState::Checked, [2, 0, 0, 3], 2));
    let said: Vec<_> = page.problems.iter().map(|problem| (problem.line, problem.column.as_str())).collect();
    assert_eq!(said, [(3, "sku"), (4, "reference"), (6, "reference")]);
    let (_, _, html) = clerk.get(&format!("/admin/import/{}", page.id)).await;
    for words in [
        "Looked at: nothing has changed yet.",
        "There are not enough pieces in stock: 1 are left.",
        &format!("Order {number} has this reference already."),
        "It stood on line 2 already.",
        "Import 2",
        "Customers are not told.",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    let goods = "sku,name,on_hand,price,currency\nMUG,Mug,3,,\nCUP,Cup,5,9.00,EUR\n";
    let page = clerk.look("products", goods).await;
    assert_eq!(tally(page.predicted), [1, 0, 1, 0]);
    let page = clerk.look("products", "sku,name,on_hand\nMUG,Large mug,\n").await;
    assert_eq!(tally(page.predicted), [0, 1, 0, 0]);
    // “CSV (Macintosh)” ends its lines with CR alone.
    let page = clerk.look("products", "sku;name\rTIN;Tin, small\rPAN;Pan, large\r").await;
    assert_eq!(tally(page.predicted), [2, 0, 0, 0]);
    queue::drain(&world.shop).await.unwrap();
    assert_eq!(world.count(EVERYTHING).await, before, "a dry run wrote something");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_same_file_twice_brings_nothing_in_twice(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let clerk = Clerk::of(&world, Role::Admin).await;
    let goods = "\u{feff}sku;name;on_hand;price;currency;size;group_key;group_name\r\nMUG;Mug;10;9,00;EUR;L;M;Mugs\r\nCUP;'=Cup;5;;;;;\r\n";
    let page = clerk.look("products", goods).await;
    assert_eq!(tally(clerk.bring(page.id).await.outcome), [2, 0, 0, 0]);
    let page = clerk.look("products", goods).await;
    assert_eq!(
        (tally(page.predicted), tally(clerk.bring(page.id).await.outcome)),
        ([0, 0, 2, 0], [0, 0, 2, 0])
    );
    assert_eq!(world.count("select count(*) from stock_movement").await, 2, "counted once each");
    let name: String = sqlx::query_scalar("select name from product where sku = 'CUP'")
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    assert_eq!(name, "=Cup", "the mark of an export is no part of a name");

    let file = [
        HEAD.to_owned(),
        line("M-1", "Ana Ruiz", 2, "MUG"),
        line("M-1", "Ana Ruiz", 1, "CUP"),
        line("M-2", "Eva; \"Pop\"", 1, "").replace("Eva; \"Pop\"", "\"Eva; \"\"Pop\"\"\""),
    ];
    let file = file.join("\n");
    let (first, second) = (clerk.look("orders", &file).await, clerk.look("orders", &file).await);
    assert_eq!(tally(second.predicted), [2, 0, 0, 0], "nothing is there yet");
    assert_eq!(tally(clerk.bring(first.id).await.outcome), [2, 0, 0, 0]);
    assert_eq!(clerk.press(first.id).await, 303, "pressed again, nothing happens again");
    assert_eq!(tally(clerk.bring(second.id).await.outcome), [0, 0, 2, 0]);
    let third = clerk.look("orders", &file).await;
    assert_eq!((tally(third.predicted), third.total), ([0, 0, 2, 0], 2));
    assert_eq!(world.count("select count(*) from orders").await, 2);
    let elsewhere = "select count(*) from payment where provider = 'external'";
    assert_eq!(world.count(elsewhere).await, 2, "what we did not take we cannot give back");

    // Real orders: paid elsewhere, when the file says; in the workflow; their pieces taken; with who brought them in.
    let (status, payment, version, actor): (Status, PaymentStatus, i64, String) = sqlx::query_as(
        "select o.status, o.payment, o.version, e.actor from orders o join event e on e.order_id = o.id and e.version = 1
         where o.reference = 'M-2' and o.customer_name = 'Eva; \"Pop\"'",
    )
    .fetch_one(&world.shop.pool)
    .await
    .unwrap();
    assert_eq!(
        (status, payment, version, actor.as_str()),
        (Status::Confirmed, PaymentStatus::Paid, 2, "Admin")
    );
    assert_eq!(world.count("select on_hand::bigint from product where sku = 'MUG'").await, 8);
    let paid = "select count(*) from payment_entry where kind = 'success' and said_by = 'import:M-1' and amount = 4350";
    assert_eq!(world.count(paid).await, 1);
    assert_eq!(
        world
            .count(
                "select count(*) from event where kind = 'payment_succeeded' and occurred_at < '2025-12-01'"
            )
            .await,
        2
    );
    assert_eq!(
        world.count("select count(*) from import_entry where body is not null and done_at is not null").await,
        0,
        "addresses are not kept twice"
    );
    assert_eq!(
        world.count("select count(*) from notice where state <> 'withdrawn'").await,
        0,
        "nobody is told"
    );
    let other = file.replace("Ana Ruiz", "Ana R.");
    assert_eq!(
        tally(clerk.look("orders", &other).await.predicted),
        [0, 0, 1, 1],
        "an import changes no order"
    );

    let told = [HEAD.to_owned(), line("M-9", "Ana Ruiz", 1, "")].join("\n");
    let page = clerk.look_and("orders", true, &told).await;
    clerk.bring(page.id).await;
    assert_eq!(world.mail("M-9@market.test", 1).await.len(), 1, "who is to be told is told");
}

/// SIGKILL when an order is placed and nobody has noted it, and once more behind it; another worker goes on.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_is_killed_in_the_middle_goes_on_behind_the_last_line_that_was_done(pool: PgPool) {
    let world = World::without_worker(pool).await;
    products::put(&world, "MUG", &json!({ "name": "Mug", "onHand": 50 })).await;
    let clerk = Clerk::of(&world, Role::Admin).await;
    let mut lines = vec![HEAD.to_owned()];
    lines.extend((1..=5).map(|n| line(&format!("K-{n}"), "Ana Ruiz", 1, "MUG")));
    let page = clerk.look("orders", &lines.join("\n")).await;
    assert_eq!(clerk.press(page.id).await, 303);
    killed_at(&world, "import-placed").await;
    assert_eq!(world.count("select count(*) from orders").await, 1, "placed, and nobody noted it");
    assert_eq!(world.count("select count(*) from import_entry where done_at is not null").await, 0);
    killed_at(&world, "import-entry").await;
    assert_eq!(world.count("select count(*) from import_entry where done_at is not null").await, 1);
    let running = clerk.see(page.id).await;
    assert_eq!((running.state, running.done, running.total), (ImportState::Running, 1, 5));
    assert!(
        clerk.get(&format!("/admin/import/{}", page.id)).await.2.contains("<progress max=\"5\" value=\"1\"")
    );
    queue::drain(&world.shop).await.unwrap();
    let page = clerk.see(page.id).await;
    assert_eq!((page.state, tally(page.outcome)), (ImportState::Done, [5, 0, 0, 0]));
    for (what, sql, count) in [
        ("orders", "select count(*) from orders where payment = 'paid' and status = 'confirmed'", 5),
        ("successes", "select count(*) from payment_entry where kind = 'success'", 5),
        ("pieces", "select on_hand::bigint from product where sku = 'MUG'", 45),
        ("events", "select count(*) from event", 10),
    ] {
        assert_eq!(world.count(sql).await, count, "{what}");
    }
}

/// Given up when an order was placed and its money was not noted: whoever sends the file again has it settled, once.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_order_whose_import_was_given_up_is_paid_by_the_next_file_that_has_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let clerk = Clerk::of(&world, Role::Admin).await;
    let file = [HEAD.to_owned(), line("G-1", "Ana Ruiz", 1, "")].join("\n");
    let first = clerk.look("orders", &file).await;
    assert_eq!(clerk.press(first.id).await, 303);
    killed_at(&world, "import-placed").await;
    for sql in [
        "delete from job where name = 'run_import'",
        "update import set state = 'checked'",
        "update orders set placed_at = placed_at - interval '1 hour'",
    ] {
        sqlx::query(sql).execute(&world.shop.pool).await.unwrap();
    }
    let paid = "select count(*) from orders where payment = 'paid' and status = 'confirmed'";
    assert_eq!((world.count("select count(*) from orders").await, world.count(paid).await), (1, 0));
    let second = clerk.look("orders", &file).await;
    assert_eq!(tally(second.predicted), [1, 0, 0, 0], "there is something left to do");
    assert_eq!(tally(clerk.bring(second.id).await.outcome), [1, 0, 0, 0]);
    assert_eq!(world.count(paid).await, 1);
    // The one that was given up finds nothing left, and neither does a third.
    assert_eq!(tally(clerk.bring(first.id).await.outcome), [0, 0, 1, 0]);
    assert_eq!(tally(clerk.look("orders", &file).await.predicted), [0, 0, 1, 0]);
    let said = "select count(*) from payment_entry where kind = 'success' and said_by = 'import:G-1'";
    assert_eq!((world.count("select count(*) from orders").await, world.count(said).await), (1, 1));
}
