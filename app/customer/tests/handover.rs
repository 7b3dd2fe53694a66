//! How a parcel is handed over, and that one did not come: where the page offers it, and that its forms say what is wrong.

use customer::{missing_page, order_page, wish_page};
use domain::{
    Language,
    handover::{DeliveryWish, Way, WishForm},
    order::{Status, TrackedOrder},
    parcel::TrackingStatus,
};
use plain::fragment;
use samples::{at, now, visit};

mod plain;
mod samples;

fn html(language: Language, order: &TrackedOrder) -> String {
    fragment(&visit(language, "/o/x"), order, now())
}

fn section<'a>(html: &'a str, id: &str) -> Option<&'a str> {
    let rest = html.split_once(&format!("<section id=\"{id}\""))?.1;
    rest.split_once("</section>").map(|(section, _)| section)
}

#[test]
fn a_wish_is_offered_while_it_reaches_somebody_and_then_only_read() {
    let wish =
        DeliveryWish { way: Way::SafePlace, note: "</p><script>".into(), instructions: "Ring\ntwice".into() };
    for (name, order) in samples::all() {
        let open = order.status != Status::Pending
            && order.handover_facts().carried()
            && order.handover_facts().may_choose("").is_ok();
        let page = html(Language::En, &order);
        assert_eq!(section(&page, "handover").is_some(), open, "{name}");
        assert_eq!(page.contains("id=\"to-handover\""), open, "{name}");
        let mut wished = order;
        wished.handover.wish = wish.clone();
        for language in Language::ALL {
            let page = html(language, &wished);
            let section = section(&page, "handover").unwrap();
            assert!(
                section.contains("&lt;script&gt;</bdi>") && section.contains("Ring\ntwice</p>"),
                "{name}"
            );
            assert_eq!(section.contains("id=\"to-handover\""), open, "{name}");
        }
    }
    for name in ["confirmed", "processing", "packed", "shipped"] {
        let order = samples::all().into_iter().find(|(known, _)| *known == name).unwrap().1;
        assert!(section(&html(Language::Es, &order), "handover").is_some(), "{name}");
    }
}

#[test]
fn who_does_not_have_it_is_asked_only_when_it_arrived() {
    for (name, order) in samples::all() {
        let arrived = order.status == Status::Delivered
            || order.parcels.iter().any(|parcel| parcel.status == TrackingStatus::Delivered);
        let offered = arrived && !matches!(order.status, Status::Cancelled | Status::Returned);
        let page = html(Language::En, &order);
        assert_eq!(section(&page, "missing").is_some(), offered, "{name}");
    }
    let mut told = samples::delivered();
    told.handover.told_at = Some(at("2026-11-26T13:01:00Z"));
    told.handover.answer_to = "a•••@customer.test".into();
    for language in Language::ALL {
        let page = html(language, &told);
        let section = section(&page, "missing").unwrap();
        assert!(section.contains("a•••@customer.test") && !section.contains("to-missing"), "{section}");
    }
}

#[test]
fn the_forms_need_no_script_and_say_what_is_wrong_where_it_is() {
    let order = samples::confirmed();
    for language in Language::ALL {
        let visit = visit(language, "/o/x/delivery");
        let typed = WishForm { way: "neighbour".into(), note: String::new(), instructions: "\u{7}".into() };
        let flaws = typed.read().unwrap_err();
        let wrong = wish_page(&visit, &order, &typed, &flaws);
        for part in
            ["href=\"#note\"", "id=\"note-flaw\"", "aria-invalid=\"true\"", "id=\"instructions-flaw\""]
        {
            assert!(wrong.html.contains(part), "{part}");
        }
        let fresh = wish_page(&visit, &order, &WishForm::showing(&DeliveryWish::default()), &[]);
        assert!(fresh.html.contains("value=\"none\" checked") && !fresh.html.contains("aria-invalid"));
        let missing = missing_page(&visit, &samples::delivered());
        for page in [wrong, fresh, missing] {
            assert!(page.nonce.is_none() && !page.html.contains("<script"), "{}", page.html);
            assert!(!page.html.contains("Unknown localization") && page.html.matches("<h1").count() == 1);
        }
    }
    assert!(order_page(&visit(Language::En, "/o/x"), &order, now(), None).html.contains("id=\"handover\""));
}
