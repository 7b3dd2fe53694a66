//! One's own account: a forgotten password, another one, and where one is signed in.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use domain::{
    Fault, Reason,
    failpoint::Failpoints,
    staff::{self, Credentials, Role, SignedIn},
};
use reqwest::header;
use sqlx::PgPool;
use tokio::sync::Notify;

use crate::{
    my_world::{Browser, leads_to},
    support::World,
};

const FIRST: &str = "a long enough password";
const SECOND: &str = "seven blue hedgehogs";

/// Somebody's address, and their browser.
async fn somebody<'a>(world: &'a World) -> (String, Browser<'a>) {
    let (person, _) = world.person(Role::Operator).await;
    let email = staff::colleague(&world.shop, person.id).await.unwrap().email;
    let browser = Browser::new(world);
    assert_eq!(sign_in(&browser, &email, FIRST).await, 303);
    (email, browser)
}

async fn sign_in(browser: &Browser<'_>, email: &str, password: &str) -> u16 {
    browser.click("/admin/sign-in", &[("email", email), ("password", password)]).await.status().as_u16()
}

async fn ask(world: &World, email: &str) -> reqwest::Response {
    Browser::new(world).click("/admin/forgot", &[("email", email)]).await
}

/// The newest mail to somebody that holds these words.
async fn mail_with(world: &World, to: &str, count: usize, words: &str) -> String {
    let mails = world.mail(to, count).await;
    let texts = mails.iter().map(|mail| mail["text"].as_str().unwrap().to_owned());
    texts.into_iter().find(|text| text.contains(words)).unwrap_or_else(|| panic!("{mails:?}"))
}

fn token(mail: &str) -> String {
    let link = mail.split_whitespace().find(|word| word.contains("/admin/password/")).unwrap();
    link.rsplit('/').next().unwrap().to_owned()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_forgotten_password_is_chosen_anew_by_a_mailed_link(pool: PgPool) {
    let world = World::start(pool).await;
    let (email, thief) = somebody(&world).await;
    assert_eq!(ask(&world, &format!(" {} ", email.to_uppercase())).await.status(), 200);
    let older = token(&mail_with(&world, &email, 1, "/admin/password/").await);
    ask(&world, &email).await;
    let mails = world.mail(&email, 2).await;
    let newer =
        mails.iter().map(|mail| token(mail["text"].as_str().unwrap())).find(|it| *it != older).unwrap();
    let owner = Browser::new(&world);
    let choose = async |token: &str| {
        owner.click("/admin/password", &[("token", token), ("password", SECOND)]).await.status().as_u16()
    };
    assert_eq!(choose(&older).await, 410, "a newer link ends an older one");
    assert_eq!(thief.open("/admin/account").await.status(), 200, "asking alone changes nothing");
    assert_eq!(choose(&newer).await, 303);
    assert_eq!(choose(&newer).await, 410);
    assert_eq!(owner.open("/admin/account").await.status(), 200);
    assert_eq!(leads_to(&thief.open("/admin/account").await), "/admin/sign-in?next=/admin/account");
    assert_eq!((sign_in(&thief, &email, FIRST).await, sign_in(&thief, &email, SECOND).await), (422, 303));
    mail_with(&world, &email, 3, "/admin/forgot").await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn nobody_learns_whose_address_has_an_account(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (email, _) = somebody(&world).await;
    let whole = async |email: &str| {
        let answer = ask(&world, email).await;
        let own = |name: &header::HeaderName| *name == header::DATE || name.as_str() == "x-request-id";
        let headers = answer.headers().iter().filter(|(name, _)| !own(name));
        let headers: Vec<_> = headers.map(|(name, value)| format!("{name}: {value:?}")).collect();
        (answer.status().as_u16(), headers, answer.text().await.unwrap())
    };
    let known = whole(&email).await;
    assert_eq!(known.0, 200);
    assert!(!known.2.contains(&email));
    assert_eq!(whole("nobody@shop.test").await, known);
    assert_eq!(whole("no address at all").await, known);
    let jobs = "select count(*) from job where name = 'mail_link'";
    assert_eq!(world.count(jobs).await, 3, "and one job each");
    world.idle().await;
    assert_eq!(world.count("select count(*) from staff_link").await, 1);
    // Beyond its limit an address gets the same answer and no mail.
    for _ in 0..6 {
        assert_eq!(whole(&email).await, known);
    }
    world.idle().await;
    assert_eq!(world.count("select count(*) from notice where kind = 'staff_password'").await, 5);
    let mut last = ask(&world, "x@shop.test").await;
    for _ in 0..20 {
        last = ask(&world, "x@shop.test").await;
    }
    assert_eq!(last.status(), 429);
    assert!(last.headers().contains_key(header::RETRY_AFTER));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_mailed_link_works_for_an_hour_and_is_made_once(pool: PgPool) {
    let world = World::stopped(pool).await;
    let (email, _) = somebody(&world).await;
    ask(&world, &email).await;
    // The process dies after the mail was written down: the job is done again, and there is one mail.
    let job = "select payload from job where name = 'mail_link'";
    let payload: serde_json::Value = sqlx::query_scalar(job).fetch_one(&world.shop.pool).await.unwrap();
    for _ in 0..2 {
        let again: staff::MailLink = serde_json::from_value(payload.clone()).unwrap();
        domain::queue::Job::run(again, &world.shop, 1).await;
    }
    world.idle().await;
    assert_eq!(world.count("select count(*) from notice where kind = 'staff_password'").await, 1);
    let kept = "select count(*) from notice where kind = 'staff_password'
        and (body_text is not null or subject is not null or payload::text like '%/admin/password/%')";
    assert_eq!(world.count(kept).await, 0, "nobody who reads the table can use it");
    let link = token(&mail_with(&world, &email, 1, "/admin/password/").await);
    // A link that was used is not made again by a job that is done once more.
    staff::use_link(&world.shop, &link, SECOND.into(), "").await.unwrap();
    let again: staff::MailLink = serde_json::from_value(payload).unwrap();
    domain::queue::Job::run(again, &world.shop, 1).await;
    assert!(staff::open_link(&world.shop, &link).await.unwrap().is_none());
    ask(&world, &email).await;
    world.idle().await;
    let mails = world.mail(&email, 3).await;
    let texts = mails.iter().map(|mail| mail["text"].as_str().unwrap());
    let newer =
        texts.filter(|text| text.contains("/admin/password/")).map(token).find(|it| *it != link).unwrap();
    world.shop.clock.set(world.shop.clock.now().plus(3601));
    assert!(staff::open_link(&world.shop, &newer).await.unwrap().is_none());
    // One that could not leave in time leads nowhere, and does not leave; what it was to say is nowhere kept.
    let waits = "update notice set state = 'failed', sent_at = null where kind = 'staff_password'";
    sqlx::query(waits).execute(&world.shop.pool).await.unwrap();
    let late: Vec<uuid::Uuid> = sqlx::query_scalar("select id from notice where kind = 'staff_password'")
        .fetch_all(&world.shop.pool)
        .await
        .unwrap();
    let job = domain::notice::SendNotice {
        notice: domain::ids::NoticeId(late[0]),
        channel: domain::notice::Channel::Email,
        haste: domain::notice::Haste::Urgent,
        app: false,
    };
    domain::queue::Job::run(job, &world.shop, 1).await;
    let expired = "select count(*) from notice where kind = 'staff_password' and state = 'suppressed' and reason = 'expired'";
    assert_eq!((world.mail(&email, 3).await.len(), world.count(expired).await), (3, 1));
    domain::customer::sweep(&world.shop).await.unwrap();
    let withdrawn = "select count(*) from notice where kind = 'staff_password' and state = 'withdrawn' and reason = 'expired'";
    assert_eq!(world.count(withdrawn).await, 1);
    let kept = "select count(*) from notice where kind = 'staff_password' and payload <> '{}'";
    assert_eq!(world.count(kept).await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn another_password_needs_the_current_one_and_ends_other_sessions(pool: PgPool) {
    let world = World::start(pool).await;
    let (email, here) = somebody(&world).await;
    let elsewhere = Browser::new(&world);
    assert_eq!(sign_in(&elsewhere, &email, FIRST).await, 303);
    let change = async |current: &str, new: &str| {
        let fields = [("do", "password"), ("current", current), ("new", new)];
        here.click("/admin/account", &fields).await.status().as_u16()
    };
    assert_eq!(change("not the password", SECOND).await, 422);
    assert_eq!(change(FIRST, "short").await, 422);
    assert_eq!(elsewhere.open("/admin/account").await.status(), 200);
    let copied = here.cookies_for("/admin");
    assert_eq!(change(FIRST, SECOND).await, 303);
    assert_eq!(here.open("/admin/account").await.status(), 200, "where it was done one stays");
    let copied = world.http.get(format!("{}/admin/account", world.url)).header(header::COOKIE, copied);
    assert_eq!(copied.send().await.unwrap().status(), 303, "and no copy of its old cookie");
    assert_eq!(leads_to(&elsewhere.open("/admin/account").await), "/admin/sign-in?next=/admin/account");
    assert_eq!(
        (sign_in(&elsewhere, &email, FIRST).await, sign_in(&elsewhere, &email, SECOND).await),
        (422, 303)
    );
    mail_with(&world, &email, 1, "/admin/forgot").await;
    // A session left open is no place to guess at.
    let mut said = Vec::new();
    for _ in 0..12 {
        said.push(change("a guess of mine", SECOND).await);
    }
    assert!(said.contains(&429) && change(SECOND, FIRST).await == 429, "{said:?}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn people_see_where_they_are_signed_in_and_end_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let shop = &world.shop;
    let (ana, cookie) = world.person(Role::Viewer).await;
    let mine = cookie.strip_prefix("clew_session=").unwrap();
    let email = staff::colleague(shop, ana.id).await.unwrap().email;
    let enter = async |browser: &str| {
        let credentials =
            Credentials { email: email.clone(), password: FIRST.into(), browser: browser.into() };
        match staff::sign_in(shop, "127.0.0.1".parse().unwrap(), credentials).await.unwrap() {
            SignedIn::Open(token) => token,
            SignedIn::NeedsCode(_) => panic!("no second factor was turned on"),
        }
    };
    let (phone, _old) = (enter("Firefox, Android").await, enter("Edge, Windows").await);
    let seen = staff::sessions(shop, ana.id, mine).await.unwrap();
    let words: Vec<_> = seen.iter().map(|one| (one.browser.as_str(), one.current)).collect();
    assert!(words[0].1 && words.len() == 3 && words.contains(&("Firefox, Android", false)), "{words:?}");
    let on_phone = seen.iter().find(|one| one.browser == "Firefox, Android").unwrap().id;
    // Another's session is not ended, whoever knows its id.
    let (bo, _) = world.person(Role::Admin).await;
    staff::end_session(shop, &bo, on_phone).await.unwrap();
    assert!(staff::resume(shop, &phone).await.unwrap().is_some());
    let page = world.http.get(format!("{}/admin/account", world.url)).header(header::COOKIE, &cookie);
    let page = page.send().await.unwrap().text().await.unwrap();
    assert!(
        page.contains("Firefox, Android") && page.contains(&email) && page.contains(&on_phone.to_string())
    );
    staff::end_session(shop, &ana, on_phone).await.unwrap();
    assert!(staff::resume(shop, &phone).await.unwrap().is_none());
    staff::end_other_sessions(shop, &ana, mine).await.unwrap();
    let left = staff::sessions(shop, ana.id, mine).await.unwrap();
    assert!(left.len() == 1 && left[0].current, "{left:?}");
    let weak = staff::change_password(shop, &ana, "", FIRST.into(), "aaaaaaaaaaaa".into()).await;
    assert!(matches!(weak, Err(Fault::Refused(Reason::WeakPassword))));
}

/// Its password is found right, and then it waits while the account changes.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_sign_in_under_way_outlives_no_changed_password_and_no_closed_account(pool: PgPool) {
    let (hold, reached, go) =
        (Arc::new(AtomicBool::new(false)), Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (holds, tells, waits) = (hold.clone(), reached.clone(), go.clone());
    let hook = move |place: &'static str| {
        let (held, tells, waits) =
            (place == "sign_in.proved" && holds.swap(false, Ordering::SeqCst), tells.clone(), waits.clone());
        async move {
            if held {
                tells.notify_one();
                waits.notified().await;
            }
        }
    };
    let world = World::held(pool, Failpoints::with(hook)).await;
    let shop = &world.shop;
    let (boss, _) = world.person(Role::Admin).await;
    let (ana, _) = world.person(Role::Operator).await;
    let email = staff::colleague(shop, ana.id).await.unwrap().email;
    let late = async |password: &str| {
        let credentials =
            Credentials { email: email.clone(), password: password.into(), browser: String::new() };
        staff::sign_in(shop, "127.0.0.1".parse().unwrap(), credentials).await
    };
    let wrong = |told: &Result<_, Fault>| matches!(told, Err(Fault::Refused(Reason::WrongPassword)));
    hold.store(true, Ordering::SeqCst);
    let (told, ()) = tokio::join!(late(FIRST), async {
        reached.notified().await;
        staff::change_password(shop, &ana, "", FIRST.into(), SECOND.into()).await.unwrap();
        go.notify_one();
    });
    assert!(wrong(&told), "the password was another one by then");
    hold.store(true, Ordering::SeqCst);
    let (told, ()) = tokio::join!(late(SECOND), async {
        reached.notified().await;
        staff::close(shop, &boss, ana.id).await.unwrap();
        go.notify_one();
    });
    assert!(wrong(&told), "the account was closed by then");
    staff::reopen(shop, &boss, ana.id).await.unwrap();
    assert!(staff::sessions(shop, ana.id, "").await.unwrap().is_empty(), "and opens without a session");
}
