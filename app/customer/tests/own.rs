//! A customer's own pages, state by state: what each must say in all four languages, and what it must never say.

use customer::{
    Done, Leave, MyView, PhonePart, PreferencesView, Rendered, SignInDoor, my_page, order_page,
    preferences_page, sign_in_page, unsubscribe_page,
};
use domain::{
    Language,
    customer::{OwnOrder, OwnOrders, Phone, PreferencesForm, Topic},
    language::say,
    money::Money,
    notice::Channel,
    order::{OrderNumber, Status},
};
use samples::{now, visit};

#[expect(dead_code, reason = "the orders among them are for the tests of an order's page")]
mod samples;

fn form() -> PreferencesForm {
    let fields =
        [("zone", "Europe/Madrid"), ("quiet_from", "22:00"), ("quiet_until", "08:00"), ("quiet", "on")];
    let channels = ["email", "sms", "push"].map(|channel| ("channel", channel));
    let ticked = [("w:shipped:email", "on")];
    let all = fields.into_iter().chain(channels).chain(ticked);
    PreferencesForm::of(all.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

fn view(phone: Option<PhonePart>) -> PreferencesView {
    PreferencesView {
        email: "a•••@x.example".into(),
        form: form(),
        flaws: Vec::new(),
        done: None,
        phone,
        unsubscribed: false,
        signed_in: true,
    }
}

fn phone(verified: bool, problem: Option<&str>, typed: &str) -> PhonePart {
    let phone = Some(Phone { masked: "+34 ••• ••• 222".into(), verified });
    PhonePart { phone, typed: typed.into(), problem: problem.map(Into::into) }
}

/// What every one of these pages must be.
fn sound(page: &Rendered, what: &str) {
    assert!(page.nonce.is_none() && !page.html.contains("<script"), "{what} has a script");
    assert_eq!(page.html.matches("<h1").count(), 1, "{what}");
    assert!(!page.html.contains("Unknown localization"), "{what}");
    for (at, _) in page.html.match_indices("<label for=\"") {
        let id = page.html[at + 12..].split('"').next().unwrap_or_default();
        assert!(page.html.contains(&format!("id=\"{id}\"")), "{what}: no field {id}");
    }
}

#[test]
fn every_page_of_ones_own_is_whole_in_four_languages() {
    for language in Language::ALL {
        let preferences = visit(language, "/my/preferences");
        let phones = [
            None,
            Some(PhonePart::default()),
            Some(phone(false, None, "")),
            Some(phone(false, Some("no"), "")),
            Some(phone(true, Some("no"), "12")),
        ];
        for part in phones {
            sound(&preferences_page(&preferences, &view(part)), "preferences");
        }
        for done in [Done::Saved, Done::CodeSent, Done::Verified, Done::Forgotten] {
            let page = preferences_page(&preferences, &PreferencesView { done: Some(done), ..view(None) });
            sound(&page, done.as_str());
            assert!(page.html.contains(&say(language, &format!("preferences-done-{}", done.as_str()))));
            assert_eq!(Done::parse(done.as_str()), Some(done));
        }
        for leave in [Leave::Asks, Leave::Left, Leave::Back] {
            sound(&unsubscribe_page(&visit(language, "/u/x"), "x", "a•••@x.example", leave), "unsubscribe");
        }
        let doors = [
            SignInDoor::Asks,
            SignInDoor::TooMany { seconds: 120 },
            SignInDoor::Sent,
            SignInDoor::Opened { token: "x".into() },
            SignInDoor::Spent,
        ];
        for door in doors {
            sound(&sign_in_page(&visit(language, "/my"), &door), "sign in");
        }
        sound(
            &my_page(
                &visit(language, "/my"),
                &MyView { email: "a•••@x".into(), orders: orders(3), feed: Vec::new() },
            ),
            "my",
        );
        sound(
            &my_page(
                &visit(language, "/my"),
                &MyView { email: "a•••@x".into(), orders: orders(0), feed: Vec::new() },
            ),
            "none",
        );
    }
}

fn orders(count: u64) -> OwnOrders {
    let order = |nth: u64| OwnOrder {
        number: OrderNumber::from_bits(nth),
        status: Status::Shipped,
        placed: domain::dates::moment(now(), Language::En, &jiff::tz::TimeZone::UTC),
        total: Money::parse(1_990, "EUR").expect("euros"),
        first: "<img src=x onerror=alert(1)>".into(),
        more: i64::try_from(nth).unwrap_or_default(),
    };
    OwnOrders { rows: (0..count).map(order).collect(), next: None }
}

#[test]
fn the_table_is_a_table_and_every_box_says_what_it_is() {
    let html = preferences_page(&visit(Language::En, "/my/preferences"), &view(None)).html.replace("<!>", "");
    assert_eq!(html.matches("<th scope=\"row\">").count(), Topic::ALL.len());
    assert_eq!(html.matches("<th scope=\"col\">").count(), 1 + Topic::CHANNELS.len());
    for topic in Topic::ALL {
        for channel in Topic::CHANNELS {
            let label = format!("{}: {}", topic.say(Language::En), channel.say(Language::En));
            assert!(html.contains(&format!("<span class=\"vh\">{label}</span>")), "{label}");
        }
    }
    let ticked =
        html.split("<input").filter(|input| input.contains("name=\"w:") && input.contains(" checked"));
    assert_eq!(ticked.count(), 1);
}

#[test]
fn without_text_messages_nobody_is_asked_for_a_number() {
    let visit = visit(Language::En, "/my/preferences");
    let mut without = view(None);
    without.form.channels.retain(|channel| *channel != Channel::Sms);
    let html = preferences_page(&visit, &without).html;
    assert!(!html.contains("type=\"tel\"") && !html.contains(":sms\"") && !html.contains("confirmed number"));
}

#[test]
fn a_wrong_code_is_told_at_the_code_and_a_wrong_number_at_the_number() {
    let visit = visit(Language::En, "/my/preferences");
    let code = preferences_page(&visit, &view(Some(phone(false, Some("not it"), "")))).html;
    assert!(code.contains("id=\"code-flaw\"") && !code.contains("id=\"phone-flaw\""));
    let number = preferences_page(&visit, &view(Some(phone(false, Some("not it"), "+34 \"><b>")))).html;
    assert!(
        number.contains("id=\"phone-flaw\"")
            && !number.contains("id=\"code-flaw\"")
            && !number.contains("\"><b>")
    );
    assert!(!code.contains("+34600111222"));
}

#[test]
fn a_hostile_item_stays_text_in_the_list() {
    let view = MyView { email: "a•••@x".into(), orders: orders(2), feed: Vec::new() };
    let html = my_page(&visit(Language::Ru, "/my"), &view).html;
    assert!(!html.contains("<img") && html.contains("&lt;img"));
}

#[test]
fn telling_is_offered_while_there_is_something_to_tell() {
    let visit = visit(Language::En, "/o/x");
    let offered = |order| order_page(&visit, &order, now(), Some("BKey")).html.contains("data-key=\"BKey\"");
    assert!(offered(samples::shipped()) && offered(samples::processing()));
    assert!(!offered(samples::delivered()) && !offered(samples::cancelled(true)));
    assert!(!order_page(&visit, &samples::shipped(), now(), None).html.contains("push.js"));
    let page = order_page(&visit, &samples::shipped(), now(), Some("BKey")).html;
    let section =
        page.split("id=\"tell\"").nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default();
    assert!(section.contains("hidden"), "shown by the script alone, where the browser can");
}
