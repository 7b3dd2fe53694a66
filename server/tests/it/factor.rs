//! The second factor: turned on with a telephone, asked for at each sign-in, whatever way the password came, and helped out of.

use std::net::{IpAddr, Ipv4Addr};

use domain::{
    Fault, Reason,
    ids::StaffId,
    secret::Secret,
    staff::{self, Credentials, Person, Role, SignedIn, factor},
};
use futures::future::join_all;
use reqwest::{Response, header};
use sqlx::PgPool;
use totp_rs::Builder;

use crate::{
    my_world::{Browser, leads_to},
    support::World,
};

const FIRST: &str = "a long enough password";
const SECOND: &str = "seven blue hedgehogs";
const DOOR: &str = "/admin/account/second-factor";
const ASKS: &str = "/admin/sign-in/code?next=%2Fadmin";
const OUT: &str = "/admin/sign-in?next=/admin/account";
const IP: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// What the app on a telephone shows so many steps from now.
fn code(world: &World, secret: &str, steps: i64) -> String {
    let second = world.shop.clock.now().0.as_second() + 30 * steps;
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let app = Builder::new().with_secret(secret).build().unwrap();
    app.generate(u64::try_from(second).unwrap()).to_string()
}

fn later(world: &World, seconds: i64) {
    world.shop.clock.set(world.shop.clock.now().plus(seconds));
}

async fn email(world: &World, id: StaffId) -> String {
    staff::own_address(&world.shop, id).await.unwrap()
}

/// Somebody who has turned it on, a quarter of an hour ago.
struct Owner {
    person: Person,
    email: String,
    secret: String,
    codes: Vec<String>,
}

impl Owner {
    async fn of(world: &World, role: Role) -> Self {
        let (person, cookie) = world.person(role).await;
        // Before now, so that what is planned now is due.
        later(world, -900);
        let token = cookie.strip_prefix("clew_session=").unwrap();
        factor::begin(&world.shop, &person, token, FIRST.into()).await.unwrap();
        let secret = factor::pending(&world.shop, &person, token).await.unwrap().unwrap().secret;
        let first = code(world, &secret, 0);
        let codes = factor::confirm(&world.shop, &person, token, &first).await.unwrap();
        later(world, 900);
        Self { email: email(world, person.id).await, person, secret, codes }
    }

    /// What their password opens, to come back with.
    async fn pass(&self, world: &World, password: &str) -> String {
        match enter(world, &self.email, password).await {
            SignedIn::NeedsCode(pass) => pass,
            SignedIn::Open(_) => panic!("no code was asked for"),
        }
    }
}

async fn enter(world: &World, email: &str, password: &str) -> SignedIn {
    let credentials = Credentials { email: email.into(), password: password.into(), browser: String::new() };
    staff::sign_in(&world.shop, IP, credentials).await.unwrap()
}

async fn bring(world: &World, pass: &str, code: &str) -> Result<String, Fault> {
    staff::sign_in_with_code(&world.shop, IP, pass, code, "").await
}

fn refused<T>(told: &Result<T, Fault>, reason: &Reason) -> bool {
    matches!(told, Err(Fault::Refused(why)) if why == reason)
}

async fn sign_in(browser: &Browser<'_>, email: &str, password: &str) -> Response {
    browser.click("/admin/sign-in", &[("email", email), ("password", password)]).await
}

/// What stands in the element whose tag has these words in it.
fn inside<'a>(html: &'a str, words: &str) -> &'a str {
    let rest = &html[html.find(words).unwrap_or_else(|| panic!("no {words}"))..];
    rest.split('>').nth(1).unwrap().split('<').next().unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_second_factor_is_turned_on_asked_for_and_turned_off(pool: PgPool) {
    let world = World::stopped(pool).await;
    let (person, _) = world.person(Role::Operator).await;
    let email = email(&world, person.id).await;
    let (here, elsewhere) = (Browser::new(&world), Browser::new(&world));
    for browser in [&here, &elsewhere] {
        assert_eq!(leads_to(&sign_in(browser, &email, FIRST).await), "/admin");
    }
    assert_eq!(leads_to(&here.open(DOOR).await), "/admin/account", "looking offers nothing");
    let begin = async |password: &str| here.click(DOOR, &[("do", "begin"), ("password", password)]).await;
    assert_eq!(begin("not the password").await.status(), 422);
    assert_eq!(leads_to(&begin(FIRST).await), DOOR);
    let page = here.read(DOOR).await;
    assert!(page.contains("<svg") && page.contains("one-time-code"), "{page}");
    let secret: String = inside(&page, "id=\"secret\"").split(' ').collect();
    let confirm = async |code: &str| here.click(DOOR, &[("do", "confirm"), ("code", code)]).await;
    let wrong = confirm("12345").await;
    assert_eq!(wrong.status(), 422);
    let again = wrong.text().await.unwrap();
    assert_eq!(inside(&again, "id=\"secret\"").split(' ').collect::<String>(), secret, "it is still offered");
    assert_eq!(elsewhere.open("/admin/account").await.status(), 200, "and nothing has happened");
    let shown = confirm(&code(&world, &secret, 0)).await.text().await.unwrap();
    let list = &shown[shown.find("factor-codes").unwrap()..];
    let codes: Vec<_> = list.split("<li").skip(1).map(|li| inside(li, "").to_owned()).take(10).collect();
    assert!(codes.iter().all(|code| code.len() == 11) && codes.len() == 10, "{codes:?}");
    assert_eq!(here.open("/admin/account").await.status(), 200, "where it was done one stays");
    assert_eq!(leads_to(&elsewhere.open("/admin/account").await), OUT);

    let asked = sign_in(&elsewhere, &email, FIRST).await;
    assert_eq!(leads_to(&asked), ASKS);
    let pass = asked.headers()[header::SET_COOKIE].to_str().unwrap().to_owned();
    assert!(pass.contains("Path=/admin/sign-in") && pass.contains("HttpOnly"), "{pass}");
    assert_eq!(leads_to(&elsewhere.open("/admin/account").await), OUT, "the password alone opens nothing");
    assert!(elsewhere.read(ASKS).await.contains("one-time-code"));
    let answer = async |browser: &Browser<'_>, code: &str| {
        browser.click("/admin/sign-in/code", &[("code", code), ("next", "/admin/orders")]).await
    };
    assert_eq!(answer(&elsewhere, &code(&world, &secret, 0)).await.status(), 422, "that one was used here");
    assert_eq!(leads_to(&answer(&elsewhere, &code(&world, &secret, 1)).await), "/admin/orders");
    assert_eq!(elsewhere.open("/admin/account").await.status(), 200);
    assert_eq!(leads_to(&elsewhere.open(ASKS).await), "/admin/sign-in", "the pass is gone");
    // Without the telephone.
    let paper = Browser::new(&world);
    assert_eq!(leads_to(&sign_in(&paper, &email, FIRST).await), ASKS);
    assert_eq!(leads_to(&answer(&paper, &format!(" {} ", codes[0].to_lowercase())).await), "/admin/orders");
    assert_eq!(factor::factor(&world.shop, person.id).await.unwrap().unwrap().codes_left, 9);

    let off = async |password: &str| here.click(DOOR, &[("do", "off"), ("password", password)]).await;
    assert_eq!(off("not the password").await.status(), 422);
    assert_eq!(leads_to(&off(FIRST).await), "/admin/account?did=off");
    assert_eq!(leads_to(&elsewhere.open("/admin/account").await), OUT);
    assert_eq!(leads_to(&sign_in(&elsewhere, &email, FIRST).await), "/admin");
    let events = staff::history(&world.shop, person.id).await.unwrap();
    let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, ["factor_off", "factor_on", "created"]);
    world.idle().await;
    assert_eq!(world.mails_about("staff_factor_changed").await, 2, "its owner hears of both");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_code_is_good_once_and_a_step_early_or_late(pool: PgPool) {
    let world = World::stopped(pool).await;
    let owner = Owner::of(&world, Role::Viewer).await;
    let pass = owner.pass(&world, FIRST).await;
    for steps in [-2, 2] {
        let told = bring(&world, &pass, &code(&world, &owner.secret, steps)).await;
        assert!(refused(&told, &Reason::WrongFactor), "{steps}: {told:?}");
    }
    for steps in [-1, 0, 1] {
        let code = code(&world, &owner.secret, steps);
        let both = join_all([bring(&world, &pass, &code), bring(&world, &pass, &code)]).await;
        let went = both.iter().filter(|told| told.is_ok()).count();
        assert!(
            went == 1 && both.iter().any(|told| refused(told, &Reason::WrongFactor)),
            "{steps}: {both:?}"
        );
    }
    let older = bring(&world, &pass, &code(&world, &owner.secret, 0)).await;
    assert!(refused(&older, &Reason::WrongFactor), "{older:?}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_stolen_password_is_no_place_to_guess_codes(pool: PgPool) {
    let world = World::stopped(pool).await;
    let owner = Owner::of(&world, Role::Operator).await;
    // Who does not even have the password uses up nobody's tries.
    let forger = Secret::new(vec![9; 32]).unwrap();
    let forged = forger.sign_pass(owner.person.id, world.shop.clock.now().plus(60), b"");
    for pass in [&*forged, "", "nonsense"] {
        for _ in 0..5 {
            let told = bring(&world, pass, "12345").await;
            assert!(refused(&told, &Reason::PassSpent), "{told:?}");
        }
    }
    let pass = owner.pass(&world, FIRST).await;
    for _ in 0..10 {
        let told = bring(&world, &pass, "12345").await;
        assert!(refused(&told, &Reason::WrongFactor), "{told:?}");
    }
    for right in [&code(&world, &owner.secret, 0), &owner.codes[0]] {
        let told = bring(&world, &pass, right).await;
        assert!(matches!(told, Err(Fault::Refused(Reason::TooMany { .. }))), "{told:?}");
    }
    later(&world, 601);
    let told = bring(&world, &pass, &code(&world, &owner.secret, 0)).await;
    assert!(refused(&told, &Reason::PassSpent), "a pass is good for five minutes: {told:?}");
    // Nor with patience: fifty a day, with one password.
    for _ in 0..5 {
        let pass = owner.pass(&world, FIRST).await;
        for _ in 0..9 {
            bring(&world, &pass, "12345").await.unwrap_err();
        }
        later(&world, 601);
    }
    let pass = owner.pass(&world, FIRST).await;
    let told = bring(&world, &pass, &code(&world, &owner.secret, 0)).await;
    assert!(matches!(told, Err(Fault::Refused(Reason::TooMany { seconds })) if seconds > 3600), "{told:?}");
    // Its owner is not kept out by who knows the old one.
    staff::change_password(&world.shop, &owner.person, "", FIRST.into(), SECOND.into()).await.unwrap();
    let pass = owner.pass(&world, SECOND).await;
    bring(&world, &pass, &code(&world, &owner.secret, 0)).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn codes_on_paper_are_good_once_and_nothing_kept_makes_any(pool: PgPool) {
    let world = World::stopped(pool).await;
    let owner = Owner::of(&world, Role::Operator).await;
    let pass = owner.pass(&world, FIRST).await;
    let paper = &owner.codes[0];
    let both = join_all([bring(&world, &pass, paper), bring(&world, &pass, paper)]).await;
    assert_eq!(both.iter().filter(|told| told.is_ok()).count(), 1, "{both:?}");
    assert!(refused(&bring(&world, &pass, paper).await, &Reason::WrongFactor));
    let wrong = factor::new_recovery_codes(&world.shop, &owner.person, "a guess of mine".into()).await;
    assert!(refused(&wrong, &Reason::WrongPassword), "{wrong:?}");
    let fresh = factor::new_recovery_codes(&world.shop, &owner.person, FIRST.into()).await.unwrap();
    assert!(refused(&bring(&world, &pass, &owner.codes[1]).await, &Reason::WrongFactor), "newer ones end it");
    bring(&world, &pass, &fresh[0]).await.unwrap();
    // Another's do not open this account.
    let other = Owner::of(&world, Role::Operator).await;
    let pass = owner.pass(&world, FIRST).await;
    for foreign in [&other.codes[0], &code(&world, &other.secret, 0)] {
        assert!(refused(&bring(&world, &pass, foreign).await, &Reason::WrongFactor));
    }
    // What is kept is unreadable, and opens in its own row only.
    let kept: Vec<Vec<u8>> = sqlx::query_scalar(
        "select secret from staff_factor union all select code_hash from staff_recovery_code",
    )
    .fetch_all(&world.shop.pool)
    .await
    .unwrap();
    let codes = fresh.iter().chain(&other.codes).map(|code| code.replace('-', ""));
    for word in codes.chain([owner.secret.clone(), other.secret.clone()]) {
        assert!(kept.iter().all(|kept| !kept.windows(8).any(|part| part == &word.as_bytes()[..8])));
    }
    let moved = "update staff_factor set secret = (select secret from staff_factor where staff_id = $1) where staff_id = $2";
    let moved = sqlx::query(moved).bind(other.person.id.0).bind(owner.person.id.0);
    moved.execute(&world.shop.pool).await.unwrap();
    let pass = owner.pass(&world, FIRST).await;
    let told = bring(&world, &pass, &code(&world, &other.secret, 1)).await;
    assert!(refused(&told, &Reason::WrongFactor), "{told:?}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn nothing_goes_around_the_code_and_a_pass_dies_with_what_it_stands_on(pool: PgPool) {
    let world = World::stopped(pool).await;
    let owner = Owner::of(&world, Role::Operator).await;
    let (boss, _) = world.person(Role::Admin).await;
    let dead = async |pass: &str| {
        let told = bring(&world, pass, &code(&world, &owner.secret, 0)).await;
        assert!(refused(&told, &Reason::PassSpent), "{told:?}");
    };
    // A mailed link sets the password, and asks for the code.
    let before = owner.pass(&world, FIRST).await;
    staff::ask_link(&world.shop, IP, &owner.email).await.unwrap();
    world.idle().await;
    let mails = world.mail(&owner.email, 2).await;
    let mut words = mails.iter().flat_map(|mail| mail["text"].as_str().unwrap().split_whitespace());
    let link = words.find(|word| word.contains("/admin/password/")).unwrap();
    let browser = Browser::new(&world);
    let form = [("token", link.rsplit('/').next().unwrap()), ("password", SECOND)];
    assert_eq!(leads_to(&browser.click("/admin/password", &form).await), ASKS);
    assert_eq!(leads_to(&browser.open("/admin/account").await), OUT);
    dead(&before).await;
    let right = code(&world, &owner.secret, -1);
    assert_eq!(leads_to(&browser.click("/admin/sign-in/code", &[("code", &*right)]).await), "/admin");
    assert_eq!(
        browser.open("/admin/account").await.status(),
        200,
        "the password is new, the telephone is not"
    );
    // Closed, and opened again.
    let before = owner.pass(&world, SECOND).await;
    staff::close(&world.shop, &boss, owner.person.id).await.unwrap();
    dead(&before).await;
    staff::reopen(&world.shop, &boss, owner.person.id).await.unwrap();
    dead(&before).await;
    // Reset, and turned on anew.
    let before = owner.pass(&world, SECOND).await;
    factor::reset(&world.shop, &boss, owner.person.id, FIRST.into()).await.unwrap();
    dead(&before).await;
    assert!(matches!(enter(&world, &owner.email, SECOND).await, SignedIn::Open(_)));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn only_another_administrator_resets_a_second_factor(pool: PgPool) {
    let world = World::stopped(pool).await;
    let owner = Owner::of(&world, Role::Admin).await;
    let one = format!("/admin/team/{}", owner.person.id);
    let press = [("do", "reset"), ("password", FIRST)];
    for role in [Role::Viewer, Role::Operator] {
        let (person, _) = world.person(role).await;
        let told = factor::reset(&world.shop, &person, owner.person.id, FIRST.into()).await;
        assert!(refused(&told, &Reason::RoleTooLow), "{told:?}");
        let browser = Browser::new(&world);
        sign_in(&browser, &email(&world, person.id).await, FIRST).await;
        assert_eq!(browser.click(&one, &press).await.status(), 403);
    }
    let own = factor::reset(&world.shop, &owner.person, owner.person.id, FIRST.into()).await;
    assert!(refused(&own, &Reason::OwnFactor), "{own:?}");
    let (at_work, pass) = (Browser::new(&world), owner.pass(&world, FIRST).await);
    assert_eq!(leads_to(&sign_in(&at_work, &owner.email, FIRST).await), ASKS);
    let right = code(&world, &owner.secret, 0);
    assert_eq!(leads_to(&at_work.click("/admin/sign-in/code", &[("code", &*right)]).await), "/admin");

    let (boss, _) = world.person(Role::Admin).await;
    let browser = Browser::new(&world);
    sign_in(&browser, &email(&world, boss.id).await, FIRST).await;
    assert!(browser.read("/admin/team").await.contains("two steps"));
    let guessed = [("do", "reset"), ("password", "a guess of mine")];
    assert_eq!(browser.click(&one, &guessed).await.status(), 422, "a session left open resets nobody");
    assert!(staff::colleague(&world.shop, owner.person.id).await.unwrap().second_factor);
    assert_eq!(leads_to(&browser.click(&one, &press).await), format!("{one}?did=reset"));
    assert!(!browser.read("/admin/team").await.contains("two steps"));
    assert_eq!(leads_to(&at_work.open("/admin/account").await), OUT, "the lost telephone is out, too");
    assert!(refused(&bring(&world, &pass, &owner.codes[0]).await, &Reason::PassSpent));
    assert_eq!(leads_to(&sign_in(&at_work, &owner.email, FIRST).await), "/admin");
    let events = staff::history(&world.shop, owner.person.id).await.unwrap();
    assert_eq!((events[0].kind.as_str(), events[0].actor.as_deref()), ("factor_reset", Some("Admin")));
    // Pressed again nothing happens, and nobody is told.
    assert_eq!(leads_to(&browser.click(&one, &press).await), format!("{one}?did=reset"));
    world.idle().await;
    assert_eq!(world.mails_about("staff_factor_changed").await, 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_is_only_offered_is_asked_of_nobody(pool: PgPool) {
    let world = World::stopped(pool).await;
    let (person, cookie) = world.person(Role::Operator).await;
    let (shop, email) = (&world.shop, email(&world, person.id).await);
    let token = cookie.strip_prefix("clew_session=").unwrap();
    let offered = async || {
        factor::begin(shop, &person, token, FIRST.into()).await.unwrap();
        factor::pending(shop, &person, token).await.unwrap().unwrap().secret
    };
    let first = offered().await;
    assert!(matches!(enter(&world, &email, FIRST).await, SignedIn::Open(_)));
    let second = offered().await;
    let told = factor::confirm(shop, &person, token, &code(&world, &first, 0)).await;
    assert!(refused(&told, &Reason::WrongFactor), "a newer offer ends it: {told:?}");
    later(&world, 3601);
    assert!(factor::pending(shop, &person, token).await.unwrap().is_none(), "an offer stands for an hour");
    let told = factor::confirm(shop, &person, token, &code(&world, &second, 0)).await;
    assert!(matches!(told, Err(Fault::NotFound)), "{told:?}");
    let third = offered().await;
    // Another session, such as one with a stolen cookie, neither sees nor confirms it.
    let SignedIn::Open(other) = enter(&world, &email, FIRST).await else { panic!("it is only offered") };
    assert!(factor::pending(shop, &person, &other).await.unwrap().is_none());
    let told = factor::confirm(shop, &person, &other, &code(&world, &third, 0)).await;
    assert!(matches!(told, Err(Fault::NotFound)), "{told:?}");
    // The button is pressed twice: once it is turned on.
    let right = code(&world, &third, 0);
    let both = join_all([
        factor::confirm(shop, &person, token, &right),
        factor::confirm(shop, &person, token, &right),
    ])
    .await;
    assert_eq!(both.iter().filter(|told| told.is_ok()).count(), 1, "{both:?}");
    assert_eq!(world.count("select count(*) from staff_recovery_code").await, 10);
    let told = factor::begin(shop, &person, token, FIRST.into()).await;
    assert!(refused(&told, &Reason::FactorOn), "{told:?}");
    assert!(matches!(enter(&world, &email, FIRST).await, SignedIn::NeedsCode(_)));
}
