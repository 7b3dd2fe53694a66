//! What does not come in: files that are none, lines that are wrong, people who may not.

use domain::staff::Role;
use reqwest::header;
use sqlx::PgPool;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::{
    imports::{Clerk, HEAD, line, tally},
    support::World,
};

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_wrong_line_is_named_with_its_column_and_the_rest_comes_in(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let clerk = Clerk::of(&world, Role::Admin).await;
    let mut lines = vec![HEAD.to_owned(), line("M-1", "Ana Ruiz", 2, "")];
    // Line 3 has a break inside its quotes; what follows is counted as an editor counts.
    lines.push(line("M-2", "\"Eva\r\nPop\"", 1, ""));
    lines.push(line("M-3", "Eva Pop", 0, "").replace("ES", "Spain"));
    lines.extend((0..120).map(|n| line(&format!("W-{n}"), "Eva Pop", 1, "").replace("14,50", "14,505")));
    lines.push(line("M-4", "=HYPERLINK(1)", 1, ""));
    let page = clerk.look("orders", &lines.join("\r\n")).await;
    assert_eq!(tally(page.predicted), [2, 0, 0, 122]);
    assert_eq!((page.problems.len(), page.all_problems), (100, 123));
    let mut said: Vec<_> =
        page.problems.iter().take(4).map(|problem| (problem.line, problem.column.as_str())).collect();
    said.sort_unstable();
    assert_eq!(said, [(3, "customer_name"), (5, "country"), (5, "quantity"), (6, "unit_price")]);
    let (_, _, html) = clerk.get(&format!("/admin/import/{}", page.id)).await;
    assert!(
        html.contains("The first 100 of 123.") && html.contains("How many: a whole number from 1 to 10000."),
        "{html}"
    );
    let (status, _, file) = clerk.get(&format!("/admin/import/{}/problems.csv", page.id)).await;
    assert_eq!((status, file.lines().count()), (200, 124));
    assert!(file.contains("5,M-3,country,"), "{file}");
    let page = clerk.bring(page.id).await;
    assert_eq!(tally(page.outcome), [2, 0, 0, 122]);
    let names: Vec<String> = sqlx::query_scalar("select customer_name from orders order by reference")
        .fetch_all(&world.shop.pool)
        .await
        .unwrap();
    assert_eq!(names, ["Ana Ruiz", "=HYPERLINK(1)"]);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_file_that_is_none_is_refused_with_a_sentence(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let clerk = Clerk::of(&world, Role::Admin).await;
    let wrong = HEAD.replace("email", "e-mial");
    let short = HEAD.replace("email;", "");
    let latin = [HEAD.as_bytes(), b"\nM-1;Jos\xe9"].concat();
    for (file, words) in [
        (
            wrong.as_bytes(),
            "There is no column called “e-mial”. These are known: reference, customer_name, email",
        ),
        (short.as_bytes(), "The column “email” is missing from the first line."),
        (HEAD.as_bytes(), "There is nothing in this file below its header."),
        (b"", "There is nothing in this file below its header."),
        (&latin, "The file is not in UTF-8: line 2 cannot be read."),
    ] {
        let (status, to, html) = clerk.send("orders", false, file).await;
        assert_eq!((status, to), (422, None), "{words}");
        assert!(html.contains(words), "{words}: {html}");
    }
    let large = vec![b'x'; 20 * 1024 * 1024 + 1];
    assert_eq!(clerk.send("orders", false, &large).await.0, 413);
    // Who says beforehand that it is too large is answered before a byte of it was sent.
    let cookie = clerk.cookie();
    let mut stream = TcpStream::connect(world.url.trim_start_matches("http://")).await.unwrap();
    let head = format!(
        "POST /admin/import HTTP/1.1\r\nhost: shop.test\r\ncookie: {cookie}\r\nsec-fetch-site: same-origin\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 30000000\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut said = vec![0; 12];
    tokio::time::timeout(std::time::Duration::from_secs(10), stream.read_exact(&mut said))
        .await
        .expect("an answer")
        .unwrap();
    assert_eq!(said, b"HTTP/1.1 413");
    assert_eq!(world.count("select count(*) from import").await, 0, "nothing of them is kept");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn only_administrators_import_and_only_from_our_own_pages(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let file = [HEAD.to_owned(), line("M-1", "Ana Ruiz", 1, "")].join("\n");
    let page = Clerk::of(&world, Role::Admin).await.look("orders", &file).await;
    let own = format!("/admin/import/{}", page.id);
    let problems = format!("{own}/problems.csv");
    for role in [Role::Viewer, Role::Operator] {
        let clerk = Clerk::of(&world, role).await;
        assert_eq!(clerk.send("orders", false, file.as_bytes()).await.0, 403);
        assert_eq!(clerk.press(page.id).await, 403);
        for path in ["/admin/import", &own, &problems, "/admin/import/sample/orders.csv"] {
            assert_eq!(clerk.get(path).await.0, 403, "{role:?} {path}");
        }
    }
    let admin = Clerk::of(&world, Role::Admin).await;
    assert_eq!(admin.get("/admin/import/sample/orders.csv").await.0, 200);
    assert!(admin.get("/admin/settings").await.2.contains("href=\"/admin/import\""), "a way there");
    let answer = world.http.get(format!("{}/admin/import", world.url)).send().await.unwrap();
    assert!(answer.headers()[header::LOCATION].to_str().unwrap().starts_with("/admin/sign-in"));
    let from_elsewhere =
        world.http.post(format!("{}{own}", world.url)).header(header::COOKIE, admin.cookie());
    let answer = from_elsewhere.header("sec-fetch-site", "cross-site").send().await.unwrap();
    assert_eq!(answer.status(), 403);
    assert_eq!(
        world.count("select count(*) from import where state <> 'checked'").await
            + world.count("select count(*) from orders").await,
        0
    );
}
