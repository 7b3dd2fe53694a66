//! Accounts of the team: given by invitation, changed, taken back; by people at their browsers.

use domain::{
    Language,
    ids::StaffId,
    staff::{self, Colleague, ColleagueChange, NewColleague, Person, Role},
};
use futures::future::join_all;
use reqwest::{Response, StatusCode, header};
use sqlx::PgPool;

use crate::{
    my_world::{Browser, leads_to, path},
    staff_pages::hidden,
    support::World,
};

const PASSWORD: &str = "seven blue hedgehogs";

/// The link in the newest mail to somebody, the `count`th.
async fn mailed(world: &World, to: &str, count: usize) -> String {
    let mails = world.mail(to, count).await;
    let link = |mail: &serde_json::Value| {
        let text = mail["text"].as_str().unwrap().to_owned();
        text.split_whitespace().find(|word| word.contains("/admin/password/")).map(str::to_owned)
    };
    mails.iter().find_map(link).unwrap_or_else(|| panic!("{mails:?}"))
}

async fn choose(browser: &Browser<'_>, link: &str, password: &str) -> Response {
    let token = link.rsplit('/').next().unwrap();
    browser.click("/admin/password", &[("token", token), ("password", password)]).await
}

async fn sign_in(browser: &Browser<'_>, email: &str, password: &str) -> u16 {
    browser.click("/admin/sign-in", &[("email", email), ("password", password)]).await.status().as_u16()
}

async fn status(browser: &Browser<'_>, path: &str) -> u16 {
    browser.open(path).await.status().as_u16()
}

async fn of(world: &World, id: StaffId) -> Colleague {
    staff::colleague(&world.shop, id).await.unwrap()
}

/// A person at their browser.
async fn at_work<'a>(world: &'a World, role: Role) -> (Person, Browser<'a>) {
    let (person, _) = world.person(role).await;
    let email = of(world, person.id).await.email;
    let browser = Browser::new(world);
    assert_eq!(sign_in(&browser, &email, "a long enough password").await, 303);
    (person, browser)
}

async fn set_role(world: &World, by: &Person, id: StaffId, role: Role) -> Result<(), domain::Fault> {
    let there = of(world, id).await;
    staff::change(&world.shop, by, id, &ColleagueChange { name: there.name, role, version: there.version })
        .await
}

fn refused(told: &Result<(), domain::Fault>, reason: &domain::Reason) -> bool {
    matches!(told, Err(domain::Fault::Refused(why)) if why == reason)
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_invitation_lets_one_person_in_once(pool: PgPool) {
    let world = World::start(pool).await;
    let (_, ana) = at_work(&world, Role::Admin).await;
    let page = ana.read("/admin/team").await;
    let id = hidden(&page, "id").to_owned();
    let form = |email: &'static str| {
        [
            ("id", id.clone()),
            ("name", "Bogdan <b>".into()),
            ("email", email.into()),
            ("role", "operator".into()),
            ("language", "ro".into()),
        ]
    };
    let press = async |fields: [(&str, String); 5]| {
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        ana.click("/admin/team", &fields).await
    };
    let wrong = press(form("nowhere")).await;
    assert_eq!(wrong.status(), 422);
    assert!(wrong.text().await.unwrap().contains("Bogdan &lt;b&gt;"), "what was typed is kept");
    // The button is pressed twice: one account, one link, one mail.
    let shown = press(form("Bogdan@shop.test")).await.text().await.unwrap();
    assert_eq!(press(form("Bogdan@shop.test")).await.status(), 200);
    let link = mailed(&world, "Bogdan@shop.test", 1).await;
    assert!(shown.contains(&link), "it can be handed over where mail is slow");
    assert_eq!(world.count("select count(*) from staff_link").await, 1);
    assert_eq!(world.count("select count(*) from notice where kind = 'staff_invited'").await, 1);
    let taken = ana
        .click(
            "/admin/team",
            &[("name", "B"), ("email", "BOGDAN@shop.test"), ("role", "admin"), ("language", "en")],
        )
        .await;
    assert_eq!(taken.status(), 422, "somebody has that address");
    // Back, and typed anew: it is somebody else's account, not another mail with Bogdan's link.
    let back = press(form("sorina@shop.test")).await.text().await.unwrap();
    assert!(back.contains(&mailed(&world, "sorina@shop.test", 1).await) && !back.contains(&link));
    // Nobody can sign in yet; a scanner that opens the link spends nothing.
    let bogdan = Browser::new(&world);
    assert_eq!(sign_in(&bogdan, "bogdan@shop.test", "").await, 422);
    for _ in 0..2 {
        let opened = bogdan.open(&path(&link)).await;
        assert!(opened.status() == 200 && opened.headers().get(header::SET_COOKIE).is_none());
        assert_eq!(opened.headers()[header::CACHE_CONTROL], "no-store, private");
    }
    assert_eq!(choose(&bogdan, &link, "short").await.status(), 422, "and the link still works");
    let cross = bogdan.click_from("/admin/password", &[("token", "x"), ("password", PASSWORD)], "cross-site");
    assert_eq!(cross.await.status(), 403);
    // Two windows at once: one of them is in.
    let both = join_all([choose(&bogdan, &link, PASSWORD), choose(&bogdan, &link, PASSWORD)]).await;
    let mut said: Vec<_> = both.iter().map(|answer| answer.status().as_u16()).collect();
    said.sort_unstable();
    assert_eq!(said, [303, 410]);
    let entered = both.iter().find(|answer| answer.status() == StatusCode::SEE_OTHER).unwrap();
    assert_eq!(leads_to(entered), "/admin");
    assert_eq!((status(&bogdan, "/admin").await, status(&bogdan, "/admin/team").await), (200, 403));
    assert_eq!(choose(&Browser::new(&world), &link, PASSWORD).await.status(), 410);
    assert_eq!(status(&bogdan, &path(&link)).await, 410);
    let events = staff::history(&world.shop, StaffId(id.parse().unwrap())).await.unwrap();
    let words: Vec<_> = events.iter().map(|event| (event.kind.as_str(), event.actor.as_deref())).collect();
    assert_eq!(words, [("joined", None), ("invited", Some("Admin"))]);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_invitation_runs_out_and_a_newer_one_ends_it(pool: PgPool) {
    let world = World::stopped(pool).await;
    let (ana, _) = world.person(Role::Admin).await;
    let id = StaffId::new();
    let new = NewColleague {
        name: "Bo".into(),
        email: "bo@shop.test".into(),
        role: Role::Viewer,
        language: Language::En,
    };
    let first = staff::invite(&world.shop, &ana, id, &new).await.unwrap();
    assert_eq!(staff::invite_again(&world.shop, &ana, id).await.unwrap(), first, "pressed twice");
    world.shop.clock.set(world.shop.clock.now().plus(30));
    let second = staff::invite_again(&world.shop, &ana, id).await.unwrap();
    let token = |link: &str| link.rsplit('/').next().unwrap().to_owned();
    let opens = async |link: &str| staff::open_link(&world.shop, &token(link)).await.unwrap().is_some();
    assert!(first != second && !opens(&first).await && opens(&second).await);
    // A stranger who asks for its password takes no invitation away; who comes by that link has joined, too.
    staff::ask_link(&world.shop, "127.0.0.1".parse().unwrap(), "bo@shop.test").await.unwrap();
    world.idle().await;
    assert!(opens(&second).await && of(&world, id).await.invited_until.is_some());
    world.shop.clock.set(world.shop.clock.now().plus(3 * 24 * 3600 + 1));
    assert!(!opens(&second).await && of(&world, id).await.invited_until.is_none());
    let told = staff::use_link(&world.shop, &token(&second), PASSWORD.into(), "").await.map(drop);
    assert!(refused(&told, &domain::Reason::LinkSpent), "{told:?}");
    let third = staff::invite_again(&world.shop, &ana, id).await.unwrap();
    // A link of another kind, and one of another account, open nothing here.
    let other = world.shop.secret.sign_order(
        domain::secret::Purpose::SignIn,
        domain::ids::OrderId(id.0),
        world.shop.clock.now().plus(60),
    );
    assert!(staff::open_link(&world.shop, &other).await.unwrap().is_none());
    staff::use_link(&world.shop, &token(&third), PASSWORD.into(), "").await.unwrap();
    let told = staff::invite_again(&world.shop, &ana, id).await.map(drop);
    assert!(refused(&told, &domain::Reason::NotInvited), "{told:?}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn only_administrators_manage_accounts(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (target, _) = world.person(Role::Viewer).await;
    let one = format!("/admin/team/{}", target.id);
    assert_eq!(leads_to(&Browser::new(&world).open("/admin/team").await), "/admin/sign-in?next=/admin/team");
    for role in [Role::Viewer, Role::Operator] {
        let (person, browser) = at_work(&world, role).await;
        for path in ["/admin/team", &one] {
            assert_eq!(status(&browser, path).await, 403, "{role:?} {path}");
        }
        for (path, fields) in [
            (
                "/admin/team",
                vec![("name", "X"), ("email", "x@shop.test"), ("role", "admin"), ("language", "en")],
            ),
            (&*one, vec![("do", "change"), ("name", "X"), ("role", "admin"), ("version", "1")]),
            (&*one, vec![("do", "close"), ("sure", "1")]),
            (&*one, vec![("do", "end")]),
            (&*one, vec![("do", "again")]),
            (&*one, vec![("do", "reopen")]),
        ] {
            assert_eq!(browser.click(path, &fields).await.status(), 403, "{role:?} {fields:?}");
        }
        // And the verbs ask themselves.
        let role_too_low = domain::Reason::RoleTooLow;
        let (shop, id) = (&world.shop, target.id);
        let new = NewColleague {
            name: "X".into(),
            email: "x@shop.test".into(),
            role: Role::Admin,
            language: Language::En,
        };
        for told in [
            staff::invite(shop, &person, StaffId::new(), &new).await.map(drop),
            staff::invite_again(shop, &person, id).await.map(drop),
            set_role(&world, &person, person.id, Role::Admin).await,
            staff::close(shop, &person, id).await,
            staff::reopen(shop, &person, id).await,
            staff::end_sessions(shop, &person, id).await,
        ] {
            assert!(refused(&told, &role_too_low), "{told:?}");
        }
        assert_eq!(status(&browser, "/admin/account").await, 200, "one's own account is one's own");
    }
    assert_eq!(of(&world, target.id).await.role, Role::Viewer);
    assert_eq!(world.count("select count(*) from staff").await, 3);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn somebody_is_always_left_who_manages_accounts(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let shop = &world.shop;
    let (ana, _) = world.person(Role::Admin).await;
    let last = domain::Reason::LastAdmin;
    assert!(refused(&set_role(&world, &ana, ana.id, Role::Viewer).await, &last));
    assert!(refused(&staff::close(shop, &ana, ana.id).await, &domain::Reason::OwnAccount));
    // An administrator who has not come yet manages nothing.
    let new = NewColleague {
        name: "Zoe".into(),
        email: "zoe@shop.test".into(),
        role: Role::Admin,
        language: Language::En,
    };
    let zoe = StaffId::new();
    staff::invite(shop, &ana, zoe, &new).await.unwrap();
    assert!(refused(&set_role(&world, &ana, ana.id, Role::Operator).await, &last));
    staff::close(shop, &ana, zoe).await.unwrap();
    for _ in 0..4 {
        // Two take each other's rights at once: one of them is slower, and is told so.
        let (bo, _) = world.person(Role::Admin).await;
        let both = join_all([
            set_role(&world, &ana, bo.id, Role::Viewer),
            set_role(&world, &bo, ana.id, Role::Viewer),
        ])
        .await;
        let went = both.iter().filter(|told| told.is_ok()).count();
        assert!(went == 1 && both.iter().any(|told| refused(told, &domain::Reason::RoleTooLow)), "{both:?}");
        let (winner, loser) = if both[0].is_ok() { (&ana, &bo) } else { (&bo, &ana) };
        set_role(&world, winner, ana.id, Role::Admin).await.unwrap();
        // One closes what the other takes the rights of.
        set_role(&world, &ana, loser.id, Role::Admin).await.unwrap();
        set_role(&world, &ana, bo.id, Role::Admin).await.unwrap();
        let both = join_all([
            Box::pin(staff::close(shop, &ana, bo.id)) as std::pin::Pin<Box<dyn Future<Output = _>>>,
            Box::pin(set_role(&world, &bo, ana.id, Role::Viewer)),
        ])
        .await;
        assert_eq!(both.iter().filter(|told| told.is_ok()).count(), 1, "{both:?}");
        if both[1].is_ok() {
            set_role(&world, &bo, ana.id, Role::Admin).await.unwrap();
        }
        staff::close(shop, &ana, bo.id).await.unwrap();
    }
    // With a third who stays, two who close each other: the second is no administrator any more.
    world.person(Role::Admin).await;
    for _ in 0..4 {
        let ((bo, _), (eva, _)) = (world.person(Role::Admin).await, world.person(Role::Admin).await);
        let both = join_all([staff::close(shop, &bo, eva.id), staff::close(shop, &eva, bo.id)]).await;
        let low = |told: &Result<_, _>| refused(told, &domain::Reason::RoleTooLow);
        assert!(both.iter().filter(|told| told.is_ok()).count() == 1 && both.iter().any(low), "{both:?}");
    }
    // Signed out everywhere, renamed and closed at once, by several: nobody waits for somebody who waits for them.
    for _ in 0..4 {
        let ((bo, _), (eva, _)) = (world.person(Role::Admin).await, world.person(Role::Admin).await);
        let (signed_out, renamed, closed) = tokio::join!(
            staff::end_sessions(shop, &ana, bo.id),
            set_role(&world, &eva, bo.id, Role::Operator),
            staff::close(shop, &ana, bo.id),
        );
        let changed = renamed.is_ok() || refused(&renamed, &domain::Reason::AccountChanged);
        assert!(signed_out.is_ok() && changed && closed.is_ok(), "{signed_out:?} {renamed:?} {closed:?}");
    }
    // Whoever is slower sees what the other saved.
    let (bo, _) = world.person(Role::Viewer).await;
    let change = |name: &str, version| ColleagueChange { name: name.into(), role: Role::Operator, version };
    staff::change(shop, &ana, bo.id, &change("Bo", 1)).await.unwrap();
    let told = staff::change(shop, &ana, bo.id, &change("Bob", 1)).await;
    assert!(refused(&told, &domain::Reason::AccountChanged), "{told:?}");
    staff::change(shop, &ana, bo.id, &change("Bo", 1)).await.unwrap();
    for rewrite in
        ["update staff_event set kind = 'closed'", "delete from staff_event", "truncate staff_event"]
    {
        assert!(sqlx::query(rewrite).execute(&shop.pool).await.is_err(), "{rewrite}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_closed_account_opens_nothing_from_that_moment(pool: PgPool) {
    let world = World::start(pool).await;
    let (_, ana) = at_work(&world, Role::Admin).await;
    let (person, bo) = at_work(&world, Role::Operator).await;
    let email = of(&world, person.id).await.email;
    let forgot = Browser::new(&world);
    assert_eq!(forgot.click("/admin/forgot", &[("email", &email)]).await.status(), 200);
    let link = mailed(&world, &email, 1).await;
    let one = format!("/admin/team/{}", person.id);
    assert_eq!(ana.click(&one, &[("do", "close")]).await.status(), 200, "without the tick nothing is closed");
    assert_eq!(status(&bo, "/admin").await, 200);
    assert_eq!(ana.click(&one, &[("do", "close"), ("sure", "1")]).await.status(), 303);
    assert_eq!(leads_to(&bo.open("/admin/account").await), "/admin/sign-in?next=/admin/account");
    assert_eq!(sign_in(&bo, &email, "a long enough password").await, 422);
    assert_eq!(choose(&forgot, &link, PASSWORD).await.status(), 410, "nor does a link mailed before");
    assert_eq!(forgot.click("/admin/forgot", &[("email", &email)]).await.status(), 200);
    world.idle().await;
    assert_eq!(world.mail(&email, 1).await.len(), 1, "no link is mailed to it");
    // Opened again, with the password it had, and none of the sessions.
    assert_eq!(ana.click(&one, &[("do", "reopen")]).await.status(), 303);
    assert_eq!(leads_to(&bo.open("/admin/account").await), "/admin/sign-in?next=/admin/account");
    assert_eq!(choose(&forgot, &link, PASSWORD).await.status(), 410, "nor does that link again");
    assert_eq!(sign_in(&bo, &email, "a long enough password").await, 303);
    // Signed out everywhere, and nothing else.
    assert_eq!(ana.click(&one, &[("do", "end")]).await.status(), 303);
    assert_eq!(leads_to(&bo.open("/admin/account").await), "/admin/sign-in?next=/admin/account");
    assert_eq!(sign_in(&bo, &email, "a long enough password").await, 303);
    let page = ana.read(&one).await;
    for words in ["Admin", "Operator"] {
        assert!(page.contains(words), "{words}");
    }
}
