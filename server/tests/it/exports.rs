//! The list as a file: the very orders of the filter, text that is no formula, and an end when nobody reads any more.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use domain::{
    Language,
    export::{COLUMNS, guard::unguarded},
    failpoint::Failpoints,
    order::{self, Filter, Hands, OrderNumber, Priority, Status},
    staff::Role,
};
use reqwest::header;
use sqlx::PgPool;
use tokio::sync::{Notify, mpsc};

use crate::{bulk_world::stand, support::World};

/// Rows of a file as the csv crate reads them, which leaves the byte order mark out.
pub fn rows(file: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(file);
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// What stands in a column of a row.
pub fn cell<'a>(row: &'a [String], column: &str) -> &'a str {
    &row[COLUMNS.iter().position(|name| *name == column).unwrap()]
}

async fn download(world: &World, cookie: &str, query: &str) -> reqwest::Response {
    let request = world.http.get(format!("{}/admin/orders.csv{query}", world.url));
    request.header(header::COOKIE, cookie).send().await.unwrap()
}

/// Numbers that the list shows, page by page.
async fn listed(world: &World, filter: &Filter) -> Vec<String> {
    let (mut numbers, mut filter) = (Vec::new(), filter.clone());
    loop {
        let page = order::list(&world.shop, &filter, Language::En).await.unwrap();
        numbers.extend(page.rows.into_iter().map(|row| row.number));
        filter.after = page.next;
        if filter.after.is_none() {
            return numbers;
        }
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_file_is_exactly_the_filtered_list(pool: PgPool) {
    let world = World::without_worker(pool).await;
    // More than one page of the file.
    stand(&world, 1_010, "in_production").await;
    stand(&world, 60, "new").await;
    let (viewer, cookie) = world.person(Role::Viewer).await;
    for sql in [
        "update orders set location = 'Ático, 3ª' where right(number, 1) = '3'",
        "update orders set priority = 'hold', held_from = 'standard', held_at = now() where right(number, 2) = '07'",
        "update orders set assignee = (select id from staff limit 1) where right(number, 1) = '5'",
        "update orders set placed_at = placed_at - interval '3 days' where right(number, 1) in ('3', '4')",
        "update orders set attention = 'oversold' where right(number, 2) = '11'",
        "update orders set due_at = now() - interval '1 hour' where right(number, 1) = '9'",
        // Moments that are the same for many: the id decides.
        "update orders set placed_at = date_trunc('minute', placed_at)",
    ] {
        sqlx::query(sql).execute(&world.shop.pool).await.unwrap();
    }
    let day = |back: i64| {
        let at = world.shop.clock.now().plus(-back * 86_400).0.to_zoned(world.shop.about.zone.clone());
        at.date().to_string()
    };
    let (from, until) = (day(4), day(2));
    let none = Filter::default();
    let cases = [
        (String::new(), none.clone()),
        ("?oldest=1&after=nonsense".to_owned(), Filter { oldest: true, ..none.clone() }),
        ("?status=processing".to_owned(), Filter { status: Some(Status::Processing), ..none.clone() }),
        ("?q=Ana%2011".to_owned(), Filter { q: Some("Ana 11".into()), ..none.clone() }),
        (
            "?location=%C3%81tico%2C+3%C2%AA&oldest=1".to_owned(),
            Filter { location: Some("Ático, 3ª".into()), oldest: true, ..none.clone() },
        ),
        ("?priority=hold".to_owned(), Filter { priority: Some(Priority::Hold), ..none.clone() }),
        ("?assignee=mine".to_owned(), Filter { assignee: Some(Hands::Of(viewer.id)), ..none.clone() }),
        (
            format!("?from={from}&until={until}"),
            Filter { from: Some(from.clone()), until: Some(until.clone()), ..none.clone() },
        ),
        ("?attention=1".to_owned(), Filter { attention: true, ..none.clone() }),
        (
            "?overdue=1&status=confirmed".to_owned(),
            Filter { overdue: true, status: Some(Status::Confirmed), ..none.clone() },
        ),
        (
            "?payment=refunded".to_owned(),
            Filter { payment: Some(domain::payment::PaymentStatus::Refunded), ..none.clone() },
        ),
    ];
    for (query, filter) in cases {
        let answer = download(&world, &cookie, &query).await;
        assert_eq!(answer.status(), 200, "{query}");
        let head = |name: header::HeaderName| answer.headers()[name].to_str().unwrap().to_owned();
        assert!(head(header::CONTENT_DISPOSITION).starts_with("attachment; filename=\"orders-"));
        assert_eq!(
            (head(header::CONTENT_TYPE), head(header::CACHE_CONTROL)),
            ("text/csv; charset=utf-8".into(), "no-store".into())
        );
        let file = answer.bytes().await.unwrap();
        assert!(file.starts_with("\u{feff}number,".as_bytes()) && file.ends_with(b"\r\n"));
        let numbers: Vec<_> = rows(&file).iter().map(|row| cell(row, "number").to_owned()).collect();
        assert_eq!(numbers, listed(&world, &filter).await, "{query}");
        let wanted = !query.contains("refunded");
        assert_eq!(!numbers.is_empty(), wanted, "{query} shows something that can be missed");
    }
    assert_eq!(
        rows(&download(&world, &cookie, "").await.bytes().await.unwrap()).len(),
        1_070 - 11,
        "but what is on hold"
    );

    let request = world.http.get(format!("{}/admin/orders?q=Ana%2011&oldest=1", world.url));
    let page = request.header(header::COOKIE, &cookie).send().await.unwrap().text().await.unwrap();
    let link = "href=\"/admin/orders.csv?q=Ana%2011&amp;oldest=1\"";
    assert!(page.contains(link), "{}", page.split("orders.csv").nth(1).unwrap_or("no link"));
    let answer = world.http.get(format!("{}/admin/orders.csv", world.url)).send().await.unwrap();
    assert!(answer.headers()[header::LOCATION].to_str().unwrap().starts_with("/admin/sign-in"), "nobody");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn hostile_names_are_text_and_come_back_as_they_were(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let names = [
        "=cmd|'/C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1+9)*cmd|' /C calc'!A0",
        "\t=1+1",
        "\r=1+1",
        "'=already marked",
        "\"quoted\", and; separated",
        "semi;=HYPERLINK(\"http://evil.test\")",
        "first\nsecond\r\n-third",
        "🧵 Ariadna",
        "עברית \u{202e}txt.exe",
        "Zoë O'Neil-Ruiz",
    ];
    stand(&world, i32::try_from(names.len()).unwrap(), "new").await;
    for (place, name) in (1..).zip(names) {
        let sql = "update orders set customer_name = $2, notes = $2, reference = $2, address = jsonb_set(address, '{city}', to_jsonb($2::text))
            where number = lpad($1::integer::text, 10, '0')";
        sqlx::query(sql).bind(place).bind(name).execute(&world.shop.pool).await.unwrap();
        let sql = "insert into order_item (order_id, position, name, quantity, unit_amount, options)
            select id, 1, $2, 2, 500, '{}' from orders where number = lpad($1::integer::text, 10, '0')";
        sqlx::query(sql).bind(place).bind(name).execute(&world.shop.pool).await.unwrap();
    }
    let (_, cookie) = world.person(Role::Viewer).await;
    let file = download(&world, &cookie, "").await.bytes().await.unwrap();
    let rows = rows(&file);
    assert_eq!(rows.len(), names.len());
    for (row, name) in rows.iter().zip(names) {
        for column in ["customer_name", "notes", "reference", "city"] {
            let text = cell(row, column);
            assert!(!text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{text:?} is a formula");
            assert_eq!(unguarded(text), name);
        }
        assert_eq!(unguarded(cell(row, "items")), format!("2 × {name}"));
        assert_eq!(
            (cell(row, "total"), cell(row, "total_decimal"), cell(row, "currency")),
            ("1000", "10.00", "EUR")
        );
        assert!(OrderNumber::parse(cell(row, "number")).is_some());
        let placed = cell(row, "placed_at");
        assert!(placed.parse::<jiff::Timestamp>().is_ok() && placed.ends_with('Z'), "{placed}");
    }
}

/// The second page is held while nobody reads any more: then it is never asked for.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_goes_away_ends_the_file(pool: PgPool) {
    /// Says that whoever waited has been let go of.
    struct Gone(mpsc::UnboundedSender<()>);
    impl Drop for Gone {
        fn drop(&mut self) {
            let _ = self.0.send(());
        }
    }
    let (gone, mut told) = mpsc::unbounded_channel();
    let (pages, second) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
    let (count, reached) = (pages.clone(), second.clone());
    let hook = move |place: &'static str| {
        let (count, reached, gone) = (count.clone(), reached.clone(), gone.clone());
        async move {
            if place == "export-page" && count.fetch_add(1, Ordering::SeqCst) == 1 {
                let _gone = Gone(gone);
                reached.notify_one();
                std::future::pending::<()>().await;
            }
        }
    };
    let world = World::held(pool, Failpoints::with(hook)).await;
    stand(&world, 1_100, "new").await;
    let (_, cookie) = world.person(Role::Viewer).await;
    let mut answer = download(&world, &cookie, "").await;
    assert!(answer.chunk().await.unwrap().is_some());
    second.notified().await;
    drop(answer);
    tokio::time::timeout(std::time::Duration::from_secs(20), told.recv())
        .await
        .expect("the file goes on for nobody");
    assert_eq!(pages.load(Ordering::SeqCst), 2);
}
