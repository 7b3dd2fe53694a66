//! Where a parcel is and was, and until when somebody can do something: what the page makes of a carrier's days and towns.

use domain::{
    Language,
    clock::Day,
    language::say,
    order::{Status, TrackedOrder, TrackedScan},
    tracking::{Attempts, Cause, Meaning, ScanPlace, TrackSource, TrackingState, watch::Promise},
};
use plain::fragment;
use samples::{now, visit};

mod plain;
mod samples;

fn sample(name: &str) -> TrackedOrder {
    let found = samples::all().into_iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("there is no sample {name}")).1
}

fn html(order: &TrackedOrder) -> String {
    fragment(&visit(Language::En, "/o/x"), order, now())
}

#[test]
fn a_day_that_was_promised_before_and_the_way_so_far_stay_in_sight() {
    let mut order = sample("expected");
    let promise = |day: &str, cause| Promise {
        day: Day(day.parse().unwrap()),
        window: None,
        told: None,
        words: None,
        cause,
        source: TrackSource::Ups,
    };
    order.parcels[0].promises =
        vec![promise("2026-11-26", None), promise("2026-11-27", Some(Cause::Weather))];
    let mut moved = TrackedScan::new(Meaning::of(TrackingState::InTransit), order.updated_at);
    moved.place = Some(ScanPlace { city: Some("Zaragoza".into()), ..ScanPlace::default() });
    order.parcels[0].scans.insert(0, moved);
    let html = html(&order);
    let card = html.split_once("id=\"b-h\"").unwrap().1.split_once("</section>").unwrap().0;
    assert!(card.contains("26 November</del>") && card.contains("Weather"), "{card}");
    let (first, second) = (card.find("<bdi>Getafe"), card.find("<bdi>Zaragoza"));
    assert!(first.is_some() && first < second, "{card}");
}

#[test]
fn until_when_it_waits_and_when_they_come_again_is_said() {
    let on = |name: &str, attempts: Attempts| {
        let mut order = sample(name);
        order.parcels[0].attempts = attempts;
        html(&order)
    };
    let day = Some(Day("2026-12-03".parse().unwrap()));
    let pickup = on("pickup", Attempts { until: day, ..Attempts::default() });
    assert!(pickup.contains("until Thursday, 3 December"), "{pickup}");
    let missed = on("missed", Attempts { next: day, ..Attempts::default() });
    assert!(missed.contains("try again on Thursday, 3 December"), "{missed}");
}

#[test]
fn what_waits_to_be_fetched_is_not_called_silent() {
    let mut order = sample("pickup");
    let long_ago = domain::clock::At::from_second(now().0.as_second() - 9 * 24 * 3600);
    order.parcels[0].at = Some(long_ago);
    order.parcels[0].scans[0].at = long_ago;
    let html = html(&order);
    assert!(html.contains("<h1 id=\"h\">Ready to be collected"), "{html}");
}

#[test]
fn what_the_shop_calls_delivered_is_contradicted_by_no_box() {
    let mut order = sample("expected");
    let (state, expected) =
        (say(Language::En, "customer-scan-under-way"), say(Language::En, "customer-parcel-expected"));
    let card = |order: &TrackedOrder| {
        html(order).split_once("id=\"b-h\"").unwrap().1.split_once("</section>").unwrap().0.to_owned()
    };
    assert!(card(&order).contains(&state) && card(&order).contains(&expected), "{}", card(&order));
    order.status = Status::Delivered;
    assert!(!card(&order).contains(&state) && !card(&order).contains(&expected), "{}", card(&order));
    assert!(card(&order).contains(order.parcels[0].tracking_number.as_deref().unwrap()));
}
