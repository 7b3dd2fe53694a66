//! Figures of messages: the numbers are those of the log, and a program with an operator's key reads the same.

use domain::{
    notice::{
        Channel, NoticeState,
        log::{self, LogFilter, Step},
    },
    staff::Role,
};
use reqwest::header::COOKIE;
use serde_json::Value;
use sqlx::PgPool;

use crate::support::{API_KEY, World};

/// Two hundred messages of every fate.
async fn many(world: &World) {
    let sql = "insert into notice (id, occasion, kind, channel, recipient, language, state, created_at, sent_at, delivered_at, opened_at)
        select gen_random_uuid(), 'x' || n, case when n % 2 = 0 then 'shipped' else 'delivered' end,
            case when n % 5 = 0 then 'sms' else 'email' end, 'a' || n || '@customer.test', 'en',
            (case n % 4 when 0 then 'sent' when 1 then 'opened' when 2 then 'dead' else 'suppressed' end)::notice_state,
            now() - interval '1 minute',
            case when n % 4 < 2 then now() - interval '57 seconds' end, case when n % 4 = 1 then now() end, case when n % 4 = 1 then now() end
        from generate_series(1, 200) n";
    sqlx::query(sql).execute(&world.shop.pool).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn every_figure_counts_what_the_log_shows_behind_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    many(&world).await;
    let (ana, cookie) = world.person(Role::Operator).await;
    let page = world.http.get(format!("{}/admin/notices/figures?days=7", world.url)).header(COOKIE, &cookie);
    let html = page.send().await.unwrap().text().await.unwrap();
    assert!(html.contains("channel=email") && html.contains("3.0 s"), "{html}");
    let since = world.shop.clock.now().plus(-7 * 24 * 3600);
    let figures = domain::notice::figures(&world.shop, since).await.unwrap();
    for row in &figures.rows {
        let count = async |reached: Option<Step>, state: Option<NoticeState>| {
            let mut filter = LogFilter {
                channel: Some(row.channel),
                kind: Some(row.kind),
                reached,
                state,
                ..LogFilter::default()
            };
            let mut count = 0;
            loop {
                let page = log::list(&world.shop, &ana, &filter).await.unwrap();
                count += i64::try_from(page.rows.len()).unwrap();
                let Some(next) = page.next else { return count };
                filter.after = Some(next);
            }
        };
        assert_eq!(row.counts.planned, count(None, None).await);
        assert_eq!(row.counts.sent, count(Some(Step::Sent), None).await);
        assert_eq!(row.counts.delivered, count(Some(Step::Delivered), None).await);
        assert_eq!(row.counts.opened, count(Some(Step::Opened), None).await);
        assert_eq!(row.counts.dead, count(None, Some(NoticeState::Dead)).await);
        assert_eq!(row.counts.suppressed, count(None, Some(NoticeState::Suppressed)).await);
    }
    assert_eq!(figures.channels.iter().map(|row| row.counts.planned).sum::<i64>(), 200);
}

/// A hundred mails that took 1 to 100 seconds, half of which were to leave an hour after they were planned; one that could not be sent.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_waits_and_how_long_a_message_took_are_counted(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for sql in [
        "insert into notice (id, occasion, kind, channel, recipient, language, state, created_at, not_before, sent_at)
         select gen_random_uuid(), 'x' || n, 'shipped', 'email', 'a' || n || '@customer.test', 'en', 'sent',
             now() - interval '2 hours', later.at, coalesce(later.at, now() - interval '2 hours') + make_interval(secs => n)
         from generate_series(1, 100) n,
             lateral (select case when n % 2 = 0 then now() - interval '1 hour' end as at) later",
        "insert into notice (id, occasion, kind, channel, recipient, language, state, created_at)
         values (gen_random_uuid(), 'x', 'shipped', 'email', 'no@customer.test', 'en', 'failed', now())",
        "insert into job (name, lane, payload, priority, run_at)
         select 'send_notice', lane, '{}', 50, now() + make_interval(secs => wait)
         from (values ('email', -90), ('email', -30), ('email', 600), ('sms', 600), ('work', -5)) x (lane, wait)",
        "insert into job (name, lane, payload, priority, run_at, dead) values ('send_notice', 'push', '{}', 50, now() - interval '1 day', true)",
    ] {
        sqlx::query(sql).execute(&world.shop.pool).await.unwrap();
    }
    sqlx::query("update api_key set scopes = scopes || '{notices:read}'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let path = format!("{}/api/admin/notifications/analytics?days=2", world.url);
    let told: Value = world.http.get(path).bearer_auth(API_KEY).send().await.unwrap().json().await.unwrap();
    let mail = &told["channels"][0];
    assert_eq!((&mail["channel"], &mail["sent"], &mail["failed"]), (&"email".into(), &100.into(), &1.into()));
    assert_eq!((mail["medianSeconds"].as_f64(), mail["p95Seconds"].as_f64()), (Some(50.5), Some(95.05)));
    let lanes = told["lanes"].as_array().unwrap();
    let waits = |lane: &str| {
        let row = lanes.iter().find(|row| row["lane"] == lane).unwrap();
        (row["due"].as_i64().unwrap(), row["later"].as_i64().unwrap(), row["oldestSeconds"].as_i64().unwrap())
    };
    let (due, later, oldest) = waits("email");
    assert!((due, later) == (2, 1) && (90..150).contains(&oldest), "{due} {later} {oldest}");
    assert_eq!(
        (waits("sms").0, waits("sms").1, waits("push")),
        (0, 1, (0, 0, 0)),
        "what was given up waits for nobody"
    );
    assert_eq!(waits("work").0, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_program_with_an_operators_key_reads_them(pool: PgPool) {
    let world = World::without_worker(pool).await;
    many(&world).await;
    let ask = async |query: &str| {
        let path = format!("{}/api/admin/notifications/analytics{query}", world.url);
        world.http.get(path).bearer_auth(API_KEY).send().await.unwrap()
    };
    assert_eq!(ask("").await.status(), 403);
    sqlx::query("update api_key set scopes = scopes || '{notices:read}'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let told: Value = ask("?days=1").await.json().await.unwrap();
    let sms = told["channels"].as_array().unwrap().iter().find(|row| row["channel"] == Channel::Sms.as_str());
    assert_eq!((&sms.unwrap()["planned"], &sms.unwrap()["dead"]), (&40.into(), &10.into()));
    assert_eq!(told["kinds"].as_array().unwrap().len(), 4);
    assert_eq!(ask("?days=0").await.status(), 400);
    assert_eq!(
        world
            .http
            .get(format!("{}/api/admin/notifications/analytics", world.url))
            .send()
            .await
            .unwrap()
            .status(),
        401
    );
}
