//! Every night all orders go out as a file: to a folder, or to a store that speaks S3; once, whole, and no more of them than wanted.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path, Query, State},
    http::{Method, StatusCode},
    response::{IntoResponse, Response},
    routing::any,
};
use domain::{
    Shop,
    clock::Clock,
    export::{Destination, Kept, ObjectStore, nightly},
    failpoint::Failpoints,
    queue,
};
use sqlx::PgPool;
use tokio::{net::TcpListener, sync::mpsc};

use crate::{
    bulk_world::stand,
    exports::{cell, rows},
    support::World,
};

/// A shop that exports, on so many days from now.
fn exporting(world: &World, at: Destination, days: i64) -> Shop {
    let clock = Clock::stopped(world.shop.clock.now().plus(days * 86_400).0);
    Shop { export: Some(Kept { at, files: 2 }), clock, ..world.shop.clone() }
}

fn name(shop: &Shop) -> String {
    format!("orders-{}.csv", shop.clock.now().0.to_zoned(shop.about.zone.clone()).date())
}

fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("clew-export-{}", uuid::Uuid::now_v7().simple()))
}

/// What lies in a folder, by name.
fn there(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

const ALARMS: &str = "select count(*) from alert where kind = 'export_failed' and cleared_at is null";

/// What failed is tried again now.
async fn again(world: &World, shop: &Shop) {
    sqlx::query("update job set run_at = now(), lease_until = null, lease_token = null")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    queue::drain(shop).await.unwrap();
}

/// A night that began a file and has not ended it.
async fn begun(world: &World, night: &str) {
    sqlx::query(
        "insert into export_run (id, night, until, upload_id) values (gen_random_uuid(), $1::text::date, now(), 'of-' || $1::text)",
    )
    .bind(night)
    .execute(&world.shop.pool)
    .await
    .unwrap();
}

/// Nights that have not ended their file.
async fn open_nights(world: &World) -> Vec<String> {
    sqlx::query_scalar("select night::text from export_run where done_at is null order by night")
        .fetch_all(&world.shop.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn all_orders_are_in_a_folder_once_a_night_and_only_so_many_files_stay(pool: PgPool) {
    let world = World::without_worker(pool).await;
    assert!(!nightly(&world.shop).await.unwrap(), "nobody said where to");
    stand(&world, 1_200, "new").await;
    sqlx::query("update orders set priority = 'hold', held_from = 'standard', held_at = now() where number = '0000000007'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let folder = folder();
    let at = || Destination::Folder(folder.clone());

    // The folder is not there yet: somebody hears of it, and the next try settles it.
    let shop = exporting(&world, at(), 1);
    assert!(nightly(&shop).await.unwrap());
    queue::drain(&shop).await.unwrap();
    assert_eq!(world.count(ALARMS).await, 1);
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("invoices.csv"), "ours").unwrap();

    // Killed when the part was written and nobody had noted it.
    let (reached, mut held) = mpsc::unbounded_channel();
    let hook = move |_| {
        let reached = reached.clone();
        async move {
            reached.send(()).unwrap();
            std::future::pending::<()>().await;
        }
    };
    let victim = Shop { failpoints: Failpoints::with(hook), ..shop.clone() };
    sqlx::query("update job set run_at = now()").execute(&world.shop.pool).await.unwrap();
    let job = tokio::spawn(async move { queue::drain(&victim).await });
    held.recv().await.unwrap();
    job.abort();
    assert!(job.await.is_err());
    assert_eq!(
        there(&folder),
        [format!(".{}.part", name(&shop)), "invoices.csv".to_owned()],
        "nobody sees half a file"
    );
    again(&world, &shop).await;
    let file = std::fs::read(folder.join(name(&shop))).unwrap();
    assert_eq!(rows(&file).len(), 1_200, "all of them, what is on hold, too");
    assert_eq!(world.count(ALARMS).await, 0);
    assert!(!nightly(&shop).await.unwrap(), "once a night");

    let mut names = vec![name(&shop)];
    for days in [2, 3] {
        let shop = exporting(&world, at(), days);
        assert!(nightly(&shop).await.unwrap());
        queue::drain(&shop).await.unwrap();
        names.push(name(&shop));
    }
    assert_eq!(
        there(&folder),
        ["invoices.csv".to_owned(), names[1].clone(), names[2].clone()],
        "the oldest of ours is gone"
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Alarms and retries let a night end behind the next one: what it tidies away is older than itself.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_night_that_ends_late_leaves_a_later_one_alone(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 3, "new").await;
    let folder = folder();
    std::fs::create_dir(&folder).unwrap();
    for night in ["2020-01-01", "2999-01-01"] {
        std::fs::write(folder.join(format!(".orders-{night}.csv.part")), "half of it").unwrap();
        begun(&world, night).await;
    }
    let shop = exporting(&world, Destination::Folder(folder.clone()), 1);
    assert!(nightly(&shop).await.unwrap());
    queue::drain(&shop).await.unwrap();
    assert_eq!(there(&folder), [".orders-2999-01-01.csv.part".to_owned(), name(&shop)]);
    assert_eq!(open_nights(&world).await, ["2999-01-01"]);
    std::fs::remove_dir_all(&folder).unwrap();
}

/// A store in small: what was asked of it, uploads and objects.
#[derive(Clone, Default)]
struct Store(Arc<Mutex<Inside>>);

#[derive(Default)]
struct Inside {
    asked: Vec<(String, HashMap<String, String>)>,
    parts: BTreeMap<u16, Bytes>,
    objects: BTreeMap<String, Vec<u8>>,
    /// How long the parts of the last object were.
    joined: Vec<usize>,
    refuse: Option<Method>,
}

impl Inside {
    /// How often something was asked of an upload, or of the beginning of one.
    fn times(&self, method: &str, parameter: &str, value: Option<&str>) -> usize {
        let asked = self.asked.iter().filter(|(what, query)| {
            let given = query.get(parameter);
            what.starts_with(method) && given.is_some_and(|given| value.is_none_or(|value| given == value))
        });
        asked.count()
    }
}

/// A store that listens, and the way to it.
async fn listening() -> (Store, ObjectStore) {
    let store = Store::default();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/shop/nightly", listener.local_addr().unwrap()).parse().unwrap();
    // A part is larger than what axum takes by itself.
    let app = Router::new()
        .route("/{*path}", any(answer))
        .layer(DefaultBodyLimit::disable())
        .with_state(store.clone());
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
    let secret = "a-secret-nobody-reads".to_owned().into();
    (store, ObjectStore::new(&url, "eu-central-1", "AKIATEST", &secret).unwrap())
}

async fn answer(
    State(store): State<Store>,
    method: Method,
    Path(path): Path<String>,
    Query(query): Query<HashMap<String, String>>,
    body: Bytes,
) -> Response {
    let mut inside = store.0.lock().unwrap();
    inside.asked.push((format!("{method} {path}"), query.clone()));
    if inside.refuse.as_ref() == Some(&method) {
        return (StatusCode::FORBIDDEN, "<Error><Code>AccessDenied</Code><Message>No.</Message></Error>")
            .into_response();
    }
    let xml = |inner: &str, tag: &str| {
        format!(
            "<?xml version=\"1.0\"?><{tag} xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">{inner}</{tag}>"
        )
        .into_response()
    };
    let key = path.strip_prefix("shop/").unwrap_or_default().to_owned();
    match (&method, query.get("partNumber")) {
        (&Method::POST, _) if query.contains_key("uploads") => xml(
            &format!("<Bucket>shop</Bucket><Key>{key}</Key><UploadId>up-1</UploadId>"),
            "InitiateMultipartUploadResult",
        ),
        (&Method::PUT, Some(part)) => {
            inside.parts.insert(part.parse().unwrap(), body);
            [("etag", format!("\"part-{part}\""))].into_response()
        }
        (&Method::POST, _) => {
            let said = String::from_utf8(body.to_vec()).unwrap();
            assert!(said.contains("part-1") && query["uploadId"] == "up-1", "{said}");
            let parts: Vec<Bytes> = std::mem::take(&mut inside.parts).into_values().collect();
            inside.joined = parts.iter().map(Bytes::len).collect();
            // As Cloudflare R2 does; S3 itself wants 5 MiB of all but the last.
            if let Some((_, before)) = inside.joined.split_last()
                && before.iter().any(|length| *length != before[0] || *length < 5 * 1024 * 1024)
            {
                return (StatusCode::BAD_REQUEST, "<Error><Code>InvalidPart</Code><Message>All non-trailing parts must have the same length.</Message></Error>")
                    .into_response();
            }
            inside.objects.insert(key, parts.concat());
            xml("<ETag>\"whole\"</ETag>", "CompleteMultipartUploadResult")
        }
        (&Method::GET, _) => {
            let prefix = &query["prefix"];
            let keys = inside.objects.keys().filter(|key| key.starts_with(prefix));
            let keys: String = keys.map(|key| format!("<Contents><Key>{key}</Key></Contents>")).collect();
            xml(&keys, "ListBucketResult")
        }
        (&Method::DELETE, _) => {
            inside.objects.remove(&key);
            StatusCode::NO_CONTENT.into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_store_gets_the_file_by_signed_calls_and_keeps_so_many(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 30, "new").await;
    let (store, at) = listening().await;
    let at = || Destination::Store(Box::new(at.clone()));
    for night in ["2020-01-01", "2999-01-01"] {
        begun(&world, night).await;
    }

    store.0.lock().unwrap().refuse = Some(Method::PUT);
    let shop = exporting(&world, at(), 1);
    nightly(&shop).await.unwrap();
    queue::drain(&shop).await.unwrap();
    assert_eq!(world.count(ALARMS).await, 1);
    let detail: String =
        sqlx::query_scalar("select payload ->> 'detail' from alert where kind = 'export_failed'")
            .fetch_one(&world.shop.pool)
            .await
            .unwrap();
    assert_eq!(detail, "HTTP 403: AccessDenied: No.");
    again(&world, &shop).await;
    store.0.lock().unwrap().refuse = None;
    again(&world, &shop).await;
    assert_eq!(world.count(ALARMS).await, 0);
    {
        let inside = store.0.lock().unwrap();
        assert_eq!(inside.times("PUT", "partNumber", Some("1")), 3, "two were refused");
        assert_eq!(inside.times("POST", "uploads", None), 1, "and no other upload was begun");
        assert_eq!(inside.times("DELETE", "uploadId", Some("of-2020-01-01")), 1, "what nobody ended is gone");
    }
    for days in [2, 3] {
        let shop = exporting(&world, at(), days);
        nightly(&shop).await.unwrap();
        queue::drain(&shop).await.unwrap();
    }
    let inside = store.0.lock().unwrap();
    let last = format!("nightly/{}", name(&exporting(&world, at(), 3)));
    assert_eq!(inside.objects.len(), 2, "{:?}", inside.objects.keys());
    assert_eq!(rows(&inside.objects[&last]).len(), 30);
    assert_eq!(
        inside.times("DELETE", "uploadId", Some("of-2999-01-01")),
        0,
        "a later night may be under way"
    );
    for (what, query) in &inside.asked {
        let signed = query.get("X-Amz-Signature").is_some_and(|signature| signature.len() == 64);
        assert!(signed && query["X-Amz-Algorithm"] == "AWS4-HMAC-SHA256", "{what}: {query:?}");
        assert!(
            query["X-Amz-Credential"].starts_with("AKIATEST/")
                && query["X-Amz-Credential"].ends_with("/eu-central-1/s3/aws4_request")
        );
        assert!(!format!("{query:?}").contains("a-secret-nobody-reads"));
    }
}

/// Killed when the store had the second part and nobody had noted it: the same bytes of it are sent again.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn parts_are_of_one_length_whoever_is_killed_and_only_the_last_is_shorter(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 6_000, "new").await;
    sqlx::query("update orders set notes = repeat('x', 1900)").execute(&world.shop.pool).await.unwrap();
    let (store, at) = listening().await;
    let shop = exporting(&world, Destination::Store(Box::new(at)), 1);
    assert!(nightly(&shop).await.unwrap());

    let (reached, mut held) = mpsc::unbounded_channel();
    let parts = AtomicUsize::new(0);
    let hook = move |_| {
        let second = parts.fetch_add(1, Ordering::Relaxed) == 1;
        let reached = reached.clone();
        async move {
            if second {
                reached.send(()).unwrap();
                std::future::pending::<()>().await;
            }
        }
    };
    let victim = Shop { failpoints: Failpoints::with(hook), ..shop.clone() };
    let job = tokio::spawn(async move { queue::drain(&victim).await });
    held.recv().await.unwrap();
    job.abort();
    assert!(job.await.is_err());
    let carried = "select count(*) from export_run where length(carry) > 0 and cardinality(parts) = 1";
    assert_eq!(world.count(carried).await, 1, "what did not fit is noted with the part");

    again(&world, &shop).await;
    assert_eq!(world.count(ALARMS).await, 0);
    assert_eq!(world.count("select count(*) from export_run where carry <> ''").await, 0, "addresses");
    let inside = store.0.lock().unwrap();
    assert!(inside.joined.len() == 3 && inside.joined[0] == inside.joined[1], "{:?}", inside.joined);
    assert_eq!(inside.times("PUT", "partNumber", Some("2")), 2);
    let file = rows(&inside.objects[&format!("nightly/{}", name(&shop))]);
    let numbers: HashSet<_> = file.iter().map(|row| cell(row, "number")).collect();
    assert_eq!((file.len(), numbers.len()), (6_000, 6_000), "all of them, once each");
}
