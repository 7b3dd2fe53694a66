//! Mails to one of staff about their own account: they go whatever was wished, to one address, and nobody else reads them.

use domain::{
    Fault, Language, Reason, customer,
    ids::NoticeId,
    notice::{self, Channel, NoticeKind, Spared, StaffLetter, log, staff_letter, suppress},
    queue::drain,
    staff::Role,
};
use serde_json::json;
use sqlx::PgPool;

use crate::support::World;

const LINK: &str = "https://clew.test/admin/password/KEY";
const KINDS: [NoticeKind; 4] = [
    NoticeKind::StaffInvited,
    NoticeKind::StaffPassword,
    NoticeKind::StaffPasswordChanged,
    NoticeKind::StaffFactorChanged,
];

/// One mail of each kind, planned.
async fn tell(world: &World, to: &str) {
    for kind in KINDS {
        let letter = StaffLetter {
            name: kind.as_str(),
            kind,
            to,
            language: Language::En,
            payload: json!({ "link": LINK, "by": "Ana Ruiz" }),
        };
        let mut conn = world.shop.pool.acquire().await.unwrap();
        staff_letter(&mut conn, letter, world.shop.clock.now()).await.unwrap();
    }
}

async fn spare(world: &World, address: &str, why: Spared) {
    let mut conn = world.shop.pool.acquire().await.unwrap();
    suppress(&mut conn, &world.shop, (Channel::Email, address), why, "customer", None).await.unwrap();
}

async fn id(world: &World, kind: NoticeKind) -> NoticeId {
    let id = sqlx::query_scalar("select id from notice where kind = $1").bind(kind.as_str());
    NoticeId(id.fetch_one(&world.shop.pool).await.unwrap())
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_mail_about_an_account_goes_once_whatever_its_reader_wished(pool: PgPool) {
    let world = World::without_worker(pool).await;
    spare(&world, "bo@shop.test", Spared::OptedOut).await;
    spare(&world, "away@shop.test", Spared::Bounced).await;
    tell(&world, "Bo@Shop.test").await;
    tell(&world, "bo@shop.test").await;
    tell(&world, "away@shop.test").await;
    drain(&world.shop).await.unwrap();
    let mails = world.mail("bo@shop.test", 4).await;
    assert_eq!(mails.len(), 4, "{mails:?}");
    assert!(mails.iter().all(|mail| mail["text"].as_str().unwrap().contains(LINK)), "{mails:?}");
    let invited = mails.iter().find(|mail| mail["subject"].as_str().unwrap().starts_with("Your account"));
    let text = invited.unwrap()["text"].as_str().unwrap();
    assert!(text.contains("Ana Ruiz has given you an account"), "{text}");
    let stand = async |state: &str| {
        let sql = "select count(*) from notice where state::text = $1 and audience = 'staff' and urgent";
        sqlx::query_scalar::<_, i64>(sql).bind(state).fetch_one(&world.shop.pool).await.unwrap()
    };
    assert_eq!((stand("sent").await, stand("suppressed").await), (4, 4), "nobody is at the other address");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn nobody_else_reads_a_mail_about_an_account_or_has_it_sent_elsewhere(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (boss, _) = world.person(Role::Admin).await;
    tell(&world, "bo@shop.test").await;
    drain(&world.shop).await.unwrap();
    let kept = "select count(*) from notice where subject is not null or body_text is not null or body_html is not null";
    assert_eq!(world.count(kept).await, 0, "nothing is kept of what left");
    // While it leaves, its words are kept where a second attempt must bring the same.
    let leaving = "update notice set subject = 'the link', body_text = 'the link', body_html = 'the link'";
    sqlx::query(leaving).execute(&world.shop.pool).await.unwrap();
    for kind in KINDS {
        let id = id(&world, kind).await;
        let message = log::message(&world.shop, &boss, id).await.unwrap();
        assert_eq!((message.subject, message.text), (None, None), "{kind:?}");
        let html = log::html_as_sent(&world.shop, &boss, id).await;
        assert!(matches!(html, Err(Fault::NotFound)), "{kind:?}");
    }
    sqlx::query("update notice set state = 'dead'").execute(&world.shop.pool).await.unwrap();
    for kind in KINDS {
        let id = id(&world, kind).await;
        let elsewhere = notice::readdress(&world.shop, &boss, id, "boss@shop.test").await;
        assert!(matches!(elsewhere, Err(Fault::Refused(Reason::NoticeNotGivenUp))), "{elsewhere:?}");
        assert!(!log::message(&world.shop, &boss, id).await.unwrap().may_readdress(), "{kind:?}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_opens_an_account_is_forgotten_when_it_opens_it_no_more(pool: PgPool) {
    let world = World::without_worker(pool).await;
    tell(&world, "bo@shop.test").await;
    drain(&world.shop).await.unwrap();
    let kept = async |older: &str| -> Vec<String> {
        let sql = "update notice set created_at = now() - ($1::text)::interval";
        sqlx::query(sql).bind(older).execute(&world.shop.pool).await.unwrap();
        customer::sweep(&world.shop).await.unwrap();
        let sql = "select kind from notice where payload <> '{}' order by kind";
        sqlx::query_scalar(sql).fetch_all(&world.shop.pool).await.unwrap()
    };
    let (factor, password) = ("staff_factor_changed", "staff_password_changed");
    assert_eq!(kept("50 minutes").await, [factor, "staff_invited", "staff_password", password]);
    assert_eq!(kept("70 minutes").await, [factor, "staff_invited", password]);
    assert_eq!(kept("73 hours").await, [factor, password]);
}
