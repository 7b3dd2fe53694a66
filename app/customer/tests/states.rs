//! The catalogue of states: what each must say, in all four languages, and what it must never say.

use customer::{Wish, cancel_page, checkout_success_page, receipt_fragment, refused_page, return_page};
use domain::{
    Language,
    event::Kind,
    language::say,
    money::Money,
    order::{Status, TrackedOrder},
    parcel::TrackingStatus,
    payment::PaymentStatus,
    tracking::{Meaning, ScanPlace, TrackingState},
};
use plain::fragment;
use samples::{at, now, visit};

mod plain;
mod samples;

fn sample(name: &str) -> TrackedOrder {
    let found = samples::all().into_iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("there is no sample {name}")).1
}

fn html(language: Language, order: &TrackedOrder) -> String {
    fragment(&visit(language, "/o/x"), order, now())
}

fn english(name: &str) -> String {
    html(Language::En, &sample(name))
}

fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    html.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map_or("", |(found, _)| found)
}

fn headline(html: &str) -> &str {
    between(html, "<h1 id=\"h\">", "</h1>")
}

#[test]
fn every_state_has_its_own_headline_and_next_line_in_four_languages() {
    let table = [
        ("pending", "customer-promise-waiting", "customer-next-waiting"),
        ("not-paid", "customer-promise-not-paid", "customer-next-not-paid"),
        ("packed", "customer-promise-packed", "customer-next-packed"),
        ("carrier-delayed", "customer-promise-delayed", ""),
        ("overdue", "customer-promise-delayed", ""),
        ("address", "customer-promise-address", "customer-next-address"),
        ("missed", "customer-promise-missed", "customer-next-missed"),
        ("kept", "customer-promise-kept", "customer-next-kept"),
        ("lost", "customer-promise-harmed", "customer-next-harmed"),
        ("comes-back", "customer-promise-comes-back", "customer-next-comes-back"),
        ("exception", "customer-promise-exception", "customer-next-exception"),
        ("pickup", "customer-promise-pickup", "customer-next-pickup"),
        ("out-for-delivery", "customer-promise-out-for-delivery", "customer-next-out-for-delivery"),
        ("kitchen-ready", "stage-kitchen-ready-wording", "customer-next-ready"),
        ("quiet", "", "customer-next-quiet"),
        ("cancelled-unpaid", "customer-promise-cancelled", "customer-next-nothing-charged"),
        ("cancelled-late", "customer-promise-cancelled", ""),
        ("returned", "customer-promise-returned", ""),
        ("disputed", "customer-promise-shipped", ""),
    ];
    for language in Language::ALL {
        for (name, promise, next) in table {
            let html = html(language, &sample(name));
            if !promise.is_empty() {
                assert_eq!(headline(&html), say(language, promise), "{name} {language:?}");
            }
            if !next.is_empty() {
                let line = between(&html, "class=\"next\">", "</p>");
                assert_eq!(line, say(language, next), "{name} {language:?}");
            }
        }
    }
}

#[test]
fn money_that_is_held_is_told_as_held() {
    let html = english("held");
    assert!(html.contains("€67.35 is held on your card. We take it when we start making your order"));
    assert!(html.contains("Your payment is held on your card") && html.contains("Authorised"));
    for language in Language::ALL {
        let amount = Money::parse(6_735, "EUR").map(|money| money.say(language)).unwrap_or_default();
        let html = self::html(language, &sample("held"));
        assert!(between(&html, "class=\"next\">", "</p>").contains(&amount), "{language:?}");
        assert!(!html.contains(&say(language, "customer-event-paid")), "{language:?}");
    }
}

#[test]
fn a_label_is_not_a_shipment() {
    for language in Language::ALL {
        let html = html(language, &sample("packed"));
        for word in ["customer-promise-shipped", "customer-scan-under-way", "status-shipped"] {
            let word = say(language, word);
            let to_come = format!("</span>{word}");
            assert!(!html.replace(&to_come, "").contains(&word), "{word}");
        }
    }
    let mut late = samples::packed();
    late.promised_at = Some(at("2026-11-25T17:00:00Z"));
    assert_eq!(headline(&html(Language::En, &late)), "It is taking longer than we promised");
}

#[test]
fn the_badge_says_what_the_promise_says() {
    for language in Language::ALL {
        let eyebrow = |name: &str| between(&html(language, &sample(name)), "eyebrow", "</p>").to_owned();
        let packed = eyebrow("packed");
        assert!(packed.contains(&say(language, "customer-badge-packed")), "{packed}");
        assert!(!packed.contains(&say(language, "status-processing")), "{packed}");
        let pickup = eyebrow("pickup");
        assert!(pickup.contains(&say(language, "tracking-pickup")), "{pickup}");
        assert!(!pickup.contains(&say(language, "status-out-for-delivery")), "{pickup}");
        assert!(eyebrow("shipped").contains(&say(language, "status-shipped")));
    }
}

#[test]
fn a_label_is_no_scan_and_a_parcel_that_comes_back_is_not_expected() {
    let heard = say(Language::En, "customer-parcel-heard");
    assert!(!english("packed").contains(&heard), "announced is not scanned");
    assert!(english("expected").contains(&heard) && english("expected").contains("Getafe, ES"));
    let mut order = sample("comes-back");
    order.parcels[0].eta = "2026-11-27".parse().ok();
    let html = html(Language::En, &order);
    assert!(!html.contains(">Expected<") && order.expected_on().is_none(), "{html}");
}

#[test]
fn a_refusal_names_what_it_refuses_and_leads_to_the_shop() {
    for language in Language::ALL {
        let mut visit = visit(language, "/o/x/cancel");
        let reason = domain::Reason::AskTheShop { contact: visit.about.contact.clone() };
        let order = samples::processing();
        let page = refused_page(&visit, &order, Wish::Cancel, &reason.say(language)).html;
        let main = between(&page, "<main", "</main>");
        assert!(headline(&page).contains("7K3QD-2M4XP"), "{page}");
        assert!(main.contains("<a href=\"mailto:hola@aldebaran.example\">"), "{main}");
        visit.about.contact = "+34 910 000 000".into();
        let reason = domain::Reason::AskTheShop { contact: visit.about.contact.clone() };
        let page = refused_page(&visit, &order, Wish::Return, &reason.say(language)).html;
        assert!(page.contains("<a href=\"tel:+34910000000\">"), "{page}");
        assert_ne!(headline(&page), "");
    }
}

#[test]
fn pictures_keep_their_size_without_a_stylesheet() {
    let page =
        refused_page(&visit(Language::En, "/o/x/cancel"), &samples::processing(), Wish::Cancel, "no").html;
    let fragment = english("shipped");
    for drawn in page.split("<svg").skip(1).chain(fragment.split("<svg").skip(1)) {
        let tag = drawn.split('>').next().unwrap_or_default();
        assert!(tag.contains("width=") && tag.contains("height="), "{tag}");
    }
}

#[test]
fn what_was_given_back_to_the_carrier_is_not_shown_once_the_order_is_called_off() {
    let mut order = sample("cancelled");
    order.parcels = samples::packed().parcels;
    let html = html(Language::En, &order);
    assert!(!html.contains("PQ4F6P0704213180128014R") && !html.contains("A parcel was made ready"));
}

#[test]
fn an_expected_day_is_a_day_in_every_zone() {
    for zone in ["Pacific/Kiritimati", "Europe/Madrid", "Pacific/Pago_Pago"] {
        let mut visit = visit(Language::En, "/o/x");
        visit.about.zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let html = fragment(&visit, &sample("expected"), at("2026-11-26T10:31:00Z"));
        assert_eq!(headline(&html), "Expected on Friday, 27 November", "{zone}");
        assert!(html.contains("<time datetime=\"2026-11-27\">Friday, 27 November</time>"), "{zone}");
    }
}

#[test]
fn a_day_that_passed_is_not_promised_any_more() {
    let html = english("overdue");
    assert!(
        html.contains("It was expected on Wednesday, 25 November, and has not arrived yet. We are sorry.")
    );
    assert!(!html.contains("Expected on"));
    assert!(
        english("carrier-delayed")
            .contains("The carrier now expects to deliver it on Saturday, 28 November.")
    );
}

#[test]
fn each_box_says_where_it_is_how_fresh_that_is_and_when_it_comes() {
    let html = english("partly");
    assert_eq!(headline(&html), "1 of 2 parcels delivered");
    assert!(html.contains("The rest is expected on Friday, 27 November."));
    let cards = between(&html, "class=\"parcels\"", "</ul>");
    let (first, second) = cards.split_once("Parcel 2 · Correos").unwrap_or_default();
    assert!(first.contains("Delivered") && !first.contains("Expected"), "{first}");
    assert!(
        second.contains("On its way") && second.contains("Getafe, ES") && second.contains("today"),
        "{second}"
    );
    assert!(between(&html, "id=\"t-h\"", "</section>").contains("Parcel 2"), "the history names the box");
    let mut all = sample("partly");
    all.status = Status::Delivered;
    all.delivered_at = Some(at("2026-11-26T12:00:00Z"));
    assert!(headline(&self::html(Language::En, &all)).starts_with("Delivered Thursday"));
}

#[test]
fn days_without_a_scan_are_admitted() {
    assert_eq!(headline(&english("quiet")), "No update since Friday, 20 November");
    let order = sample("quiet");
    let visit = visit(Language::En, "/o/x");
    let on_the_fifth_day = fragment(&visit, &order, at("2026-11-25T08:59:00Z"));
    assert_eq!(headline(&on_the_fifth_day), "Your order is on its way");
    assert!(on_the_fifth_day.contains("5 days ago") && english("expected").contains("today"));
    // Nobody waits for news of a box that nobody tells of.
    let late = fragment(&visit, &samples::shipped(), at("2027-01-26T08:59:00Z"));
    assert_eq!(headline(&late), "Your order is on its way");
}

#[test]
fn the_history_is_ours_first_the_carrier_s_second_and_newest_by_when_it_happened() {
    let html = english("expected");
    let history = between(&html, "id=\"t-h\"", "</section>");
    let (taken, announced) = (history.find("Getafe"), history.find("Announced to the carrier"));
    assert!(taken < announced && announced.is_some(), "{history}");
    assert!(history.contains("<p lang=\"\" dir=\"auto\" class=\"raw\">Admitido</p>"), "{history}");
    assert!(history.find("<h3>On its way").unwrap_or(usize::MAX) < history.find("Admitido").unwrap_or(0));
    assert_eq!(
        history.matches("<li").count() - between(history, "<details", "</details>").matches("<li").count(),
        3
    );

    // News that arrives late stands where it belongs.
    let mut order = samples::delivered();
    let mut late = samples::told(Meaning::of(TrackingState::InTransit), "2026-11-25T20:00:00Z");
    late.status = TrackingStatus::Delivered;
    order.parcels = vec![late];
    let html = self::html(Language::En, &order);
    assert!(html.contains("data-announce=\"New: Delivered"), "{html}");
}

#[test]
fn a_hostile_carrier_stays_text() {
    let mut order = sample("expected");
    let hostile = "</p><script>alert(1)</script><img src=x onerror=y>";
    order.parcels[0].scans[0].detail = Some(hostile.into());
    order.parcels[0].scans[0].place = Some(ScanPlace { city: Some(hostile.into()), ..ScanPlace::default() });
    let html = html(Language::En, &order);
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
}

#[test]
fn a_called_off_order_says_when_by_whom_and_where_the_money_is() {
    let asked = english("cancelled");
    assert!(asked.contains("You cancelled it on Thursday, 26 November, at 12:00. We are returning €67.35 to the way you paid. That usually takes 5 to 10 working days."), "{asked}");
    let sent = english("cancelled-refunded");
    assert!(
        sent.contains("We cancelled it on") && sent.contains("We returned €67.35 on Thursday, 26 November")
    );
    assert!(sent.contains("−€67.35") && sent.contains("We returned €67.35 to you"));
    assert!(english("cancelled-held").contains("€67.35 was only held on your card"));
    for name in ["cancelled", "cancelled-refunded", "cancelled-late", "cancelled-held", "cancelled-unpaid"] {
        for language in Language::ALL {
            let html = html(language, &sample(name));
            assert!(!html.contains(&say(language, "customer-to-come")), "{name}");
            assert!(!html.contains("/cancel\"") && !html.contains("/pay\""), "{name}");
        }
    }
}

#[test]
fn a_refund_that_failed_is_a_delay_and_nothing_else() {
    for language in Language::ALL {
        let html = html(language, &sample("cancelled-late"));
        assert!(html.contains(&say(language, "customer-money-late")), "{language:?}");
        for internal in ["event-refund-failed", "attention-refund-failed"] {
            let internal = say(language, internal);
            assert!(!html.contains(&internal), "{language:?}: {internal}");
        }
    }
}

#[test]
fn a_refund_is_told_with_amount_day_and_way() {
    let part = english("refunded-part");
    assert!(part.contains("We returned €12.50 on Thursday, 26 November, to the way you paid."));
    assert!(part.contains("Partly refunded") && part.contains("−€12.50"));
    assert_eq!(headline(&part), "Your order is on its way");
    assert!(english("refunded-in-full").contains("We returned €67.35 on Thursday, 26 November"));
    assert!(english("returned").contains("It was back with us on Thursday, 26 November. We returned €24.90"));
}

#[test]
fn a_wish_to_send_it_back_is_followed() {
    assert!(english("return-requested").contains("A return was asked for on Thursday, 26 November."));
    assert!(english("return-requested").contains("You asked to send it back"));
    assert!(english("return-declined").contains("We could not accept the return."));
    assert!(english("returned").contains("We have it back"));
}

#[test]
fn a_dispute_is_nobody_s_business_here() {
    for language in Language::ALL {
        let html = html(language, &sample("disputed"));
        assert!(!html.contains("pay-disputed") && !html.contains(&say(language, "payment-disputed")));
    }
}

#[test]
fn what_the_customer_may_do_stands_there_only_while_they_may() {
    for (name, order) in samples::all() {
        let html = html(Language::Ru, &order);
        assert_eq!(html.contains("/cancel\""), order.status == Status::Confirmed, "{name}");
        assert_eq!(html.contains("/pay\""), name == "pending", "{name}");
        assert!(!html.contains("/return\""), "{name}: the workflow takes nothing back");
    }
    let mut order = samples::delivered();
    order.workflow.return_days = Some(14);
    let at = |when| fragment(&visit(Language::Es, "/o/x"), &order, at(when));
    assert!(at("2026-12-10T12:00:00Z").contains("/o/7K3QD-2M4XP/return"));
    assert!(!at("2026-12-10T12:59:00Z").contains("/return\""));
}

#[test]
fn the_page_before_calling_it_off_says_what_goes_back_and_needs_no_script() {
    for language in Language::ALL {
        let visit = visit(language, "/o/x/cancel");
        for (order, key) in [
            (samples::confirmed(), "customer-ask-cancel-refund"),
            (samples::held(), "customer-ask-cancel-held"),
        ] {
            let page = cancel_page(&visit, &order);
            let amount = order.total.say(language);
            let sentence = domain::language::say_with(language, key, vec![("amount", amount.into())]);
            assert!(page.html.contains(&sentence), "{language:?}");
            assert!(page.html.contains("<form") && page.html.contains("method=\"post\""));
            assert!(page.nonce.is_none() && !page.html.contains("<script"));
        }
        let page = return_page(&visit, &samples::delivered());
        assert!(page.html.contains("<textarea") && page.nonce.is_none());
        let refused = refused_page(&visit, &samples::processing(), Wish::Cancel, "no <b>");
        assert!(refused.html.contains("no &lt;b") && refused.html.contains("/o/7K3QD-2M4XP"));
    }
}

#[test]
fn the_page_after_paying_thanks_only_for_money_that_came_or_is_held() {
    let mut failed = samples::pending();
    failed.payment = PaymentStatus::Failed;
    let table = [
        (samples::pending(), "customer-checkout-waiting", false),
        (failed, "customer-checkout-not-paid", false),
        (samples::held(), "customer-checkout-held", true),
        (samples::confirmed(), "customer-checkout-confirmed", true),
        (samples::cancelled(true), "customer-promise-cancelled", false),
    ];
    for language in Language::ALL {
        let visit = visit(language, "/checkout/success?session_id=x");
        for (order, key, thanks) in &table {
            let page = checkout_success_page(&visit, order).html.replace("<!>", "");
            assert_eq!(headline(&page), say(language, key));
            assert_eq!(page.contains(&say(language, "customer-checkout-title")), *thanks, "{key}");
            let receipt = receipt_fragment(&visit, order).replace("<!>", "");
            assert!(page.contains(&receipt), "the heading is in the live part");
            assert!(page.contains("?session_id=x&amp;lang=") || page.contains("?session_id=x&lang="));
        }
    }
}

#[test]
fn kinds_that_are_internal_leave_no_trace() {
    let mut order = samples::shipped();
    let before = html(Language::En, &order).matches("<li").count();
    for kind in Kind::ALL.into_iter().filter(|kind| kind.visibility() == domain::event::Visibility::Internal)
    {
        let mut event = order.events[0].clone();
        event.kind = kind;
        order.events.insert(0, event);
    }
    assert_eq!(html(Language::En, &order).matches("<li").count(), before);
}

/// A label was bought: whatever stage staff have left it in, the rail does not say that it is still being made.
#[test]
fn the_rail_says_packed_when_the_badge_does() {
    for language in Language::ALL {
        let html = html(language, &sample("packed"));
        let step = between(&html, "aria-current=\"step\"", "</li>");
        let packed = say(language, "customer-badge-packed");
        assert!(step.contains(&packed), "{language:?}: {step}");
        let rail = between(&html, "class=\"rail\"", "</ol>");
        assert!(rail.matches("class=\"done\"").count() >= 2, "what the shop does is done: {rail}");
    }
}
