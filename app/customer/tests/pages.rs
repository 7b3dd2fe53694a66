//! What a page must never show, and what it must always say.

use customer::{MessageKind, TrackProblem, home_page, message_page, order_fragment, order_page, track_page};
use domain::Language;
use plain::fragment;
use samples::{at, now, visit};

mod plain;
mod samples;

#[test]
fn a_hostile_name_stays_text() {
    let mut order = samples::shipped();
    let hostile = "<script>alert(1)</script>\"'<img src=x onerror=y>";
    order.items[0].name = hostile.into();
    order.items[0].options = [(hostile.to_owned(), hostile.to_owned())].into();
    order.parcels[0].carrier = Some(hostile.into());
    order.parcels[0].tracking_number = Some(hostile.into());
    order.parcels[0].tracking_url = Some(format!("https://x/{hostile}"));
    order.masked_address = hostile.into();
    order.workflow.stages[2].wording.en = hostile.into();
    let html = order_fragment(&visit(Language::En, "/o/x"), &order, now());
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    assert!(html.contains("&lt;script&gt;alert(1)"));
}

#[test]
fn a_tracking_link_leads_to_the_web_or_nowhere() {
    let mut order = samples::shipped();
    order.parcels[0].tracking_url = Some("javascript:alert(1)".into());
    assert!(!order_fragment(&visit(Language::Es, "/o/x"), &order, now()).contains("javascript:"));
}

#[test]
fn every_state_has_one_heading_one_current_step_and_words_for_everything() {
    for language in Language::ALL {
        for (name, order) in samples::all() {
            let html = order_page(&visit(language, "/o/x"), &order, now(), None).html;
            assert_eq!(html.matches("aria-current=\"step\"").count(), 1, "{name}");
            assert_eq!(html.matches("<h1").count(), 1, "{name}");
            let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap();
            assert!(!title.contains('<'), "{title}");
            assert!(!html.contains("Unknown localization"), "{name} {language:?}");
            assert!(!html.contains("customer-promise") && !html.contains("customer-next"), "{name}");
        }
    }
}

#[test]
fn an_ended_order_has_nothing_to_come() {
    for (name, order) in samples::all() {
        let to_come = order_fragment(&visit(Language::En, "/o/x"), &order, now()).contains("To come:");
        let over = order.status.is_end() || name == "not-paid";
        assert_eq!(to_come, !over, "{name}");
    }
}

#[test]
fn the_promise_turns_into_an_apology_when_it_passes() {
    let order = samples::processing();
    let visit = visit(Language::En, "/o/x");
    let before = order_fragment(&visit, &order, at("2026-11-27T16:59:59Z"));
    assert!(before.contains("On its way by Friday, 27 November"));
    let after = order_fragment(&visit, &order, at("2026-11-27T17:00:01Z"));
    assert!(after.contains("It is taking longer than we promised"));
    assert!(after.contains("by Friday, 27 November, and it has not left yet"));
}

#[test]
fn no_email_but_the_shop_s_own() {
    for (name, order) in samples::all() {
        let html = order_page(&visit(Language::Es, "/o/x"), &order, now(), None).html;
        let own =
            ["hola@aldebaran.example", "soho@nomad.example"].map(|contact| html.matches(contact).count());
        assert_eq!(html.matches('@').count(), own.iter().sum::<usize>(), "{name}");
    }
}

#[test]
fn the_fragment_says_what_is_new() {
    let html = order_fragment(&visit(Language::En, "/o/x"), &samples::shipped(), now());
    assert!(html.starts_with("<article id=\"order-7K3QD-2M4XP\""), "{html}");
    assert!(html.contains("data-version=\"6\""));
    assert!(html.contains("data-announce=\"New: On its way, Thu 26\u{a0}Nov, 11:05\""));
}

#[test]
fn the_page_holds_the_very_fragment() {
    let visit = visit(Language::Ru, "/o/x");
    let order = samples::delivered();
    let page = order_page(&visit, &order, now(), None);
    assert!(page.html.contains(&order_fragment(&visit, &order, now())));
    let nonce = page.nonce.expect("the page has a script");
    assert!(page.html.contains(&format!("<script type=\"module\" nonce=\"{nonce}\"")));
    assert!(!page.html.contains("nonce-goes-here"));
}

#[test]
fn two_pages_never_share_a_nonce() {
    let (visit, order) = (visit(Language::Es, "/o/x"), samples::pending());
    assert_ne!(order_page(&visit, &order, now(), None).nonce, order_page(&visit, &order, now(), None).nonce);
}

#[test]
fn looking_up_needs_no_script_and_a_refusal_tells_nothing() {
    let visit = visit(Language::Es, "/track");
    let refused = track_page(&visit, Some(TrackProblem::NotFound)).html;
    assert_eq!(refused, track_page(&visit, Some(TrackProblem::NotFound)).html);
    assert!(!refused.contains("value="));
    let forged = track_page(&visit, Some(TrackProblem::LinkForged)).html;
    assert_eq!(forged, track_page(&visit, Some(TrackProblem::LinkExpired)).html);
    for page in [home_page(&visit), message_page(&visit, MessageKind::NotFound)] {
        assert!(page.nonce.is_none() && !page.html.contains("<script"));
    }
}

#[test]
fn waiting_is_counted_as_each_language_counts() {
    let say = |language, seconds| {
        track_page(&visit(language, "/track"), Some(TrackProblem::TooMany { seconds })).html
    };
    assert!(say(Language::En, 1).contains("in 1 second."));
    assert!(say(Language::Ru, 900).contains("через 15 минут."));
    assert!(say(Language::Ru, 180).contains("через 3 минуты."));
    assert!(say(Language::Ro, 1_200).contains("peste 20 de minute."));
    assert!(say(Language::Es, 120).contains("en 2 minutos."));
}

#[test]
fn who_fetches_it_reads_when_and_where_by_the_places_own_clock() {
    let html = fragment(&visit(Language::En, "/o/x"), &samples::kitchen_ready(), now());
    assert!(html.contains("12:30–13:00</time>"), "{html}");
    assert!(html.contains("Nomad Stop &lt;Soho&gt;") && html.contains("W1D 3HZ London"));
    assert!(!html.contains("Goes to"), "nothing goes anywhere");
    let brought = samples::counter::counter();
    let mut order = samples::kitchen_ready();
    order.booking =
        Some(domain::order::TrackedBooking { method: domain::place::Method::Delivery, ..brought });
    let html = order_fragment(&visit(Language::Es, "/o/x"), &order, now());
    assert!(html.contains("Reparto") && !html.contains("1 Frith Street"), "{html}");
}
