//! Orders in every state that has words of its own, for the tests and for the gallery.

#![expect(clippy::unwrap_used, reason = "what stands here is known to be right")]

use std::collections::BTreeMap;

use customer::Visit;
use domain::{
    Language,
    clock::At,
    event::Kind,
    money::Money,
    order::{OrderNumber, PublicEvent, Status, TrackedItem, TrackedOrder, TrackedParcel},
    payment::PaymentStatus,
    shop::About,
    workflow::preset,
};
use leptos::config::LeptosOptions;

/// A visit to a sandboxed shop in Madrid.
pub fn visit(language: Language, path: &str) -> Visit {
    Visit {
        about: About {
            name: "Imprenta Aldebarán".into(),
            public_url: url::Url::parse("http://127.0.0.1:3000").unwrap(),
            contact: "hola@aldebaran.example".into(),
            zone: jiff::tz::TimeZone::get("Europe/Madrid").unwrap(),
            language: Language::Es,
            sandbox: true,
            ship_from: domain::shop::ShipFrom::default(),
        },
        language,
        options: LeptosOptions::builder().output_name("app").build(),
        path: path.into(),
    }
}

/// A moment.
pub fn at(text: &str) -> At {
    At(text.parse().unwrap())
}

/// When the samples are looked at.
pub fn now() -> At {
    at("2026-11-26T13:02:00Z")
}

fn event(kind: Kind, stage: Option<&str>, when: &str) -> PublicEvent {
    PublicEvent { kind, stage: stage.map(Into::into), at: at(when) }
}

fn item(name: &str, quantity: i64, unit_amount: i64, options: &[(&str, &str)]) -> TrackedItem {
    let options = options.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect::<BTreeMap<_, _>>();
    TrackedItem { name: name.into(), quantity, unit_amount, options }
}

fn eur(minor: i64) -> Money {
    Money::parse(minor, "EUR").unwrap()
}

/// A box.
pub fn parcel(carrier: Option<&str>, number: Option<&str>, url: Option<&str>) -> TrackedParcel {
    TrackedParcel {
        carrier: carrier.map(Into::into),
        tracking_number: number.map(Into::into),
        tracking_url: url.map(Into::into),
    }
}

/// Placed, not paid.
pub fn pending() -> TrackedOrder {
    TrackedOrder {
        number: OrderNumber::parse("7K3QD-2M4XP").unwrap(),
        version: 1,
        language: Language::Es,
        status: Status::Pending,
        payment: PaymentStatus::Unpaid,
        stage: None,
        workflow: preset("print-factory").unwrap(),
        placed_at: at("2026-11-24T08:10:00Z"),
        shipped_at: None,
        delivered_at: None,
        promised_at: None,
        updated_at: at("2026-11-24T08:10:00Z"),
        masked_address: "C••• M••• 1•••, 28••• Madrid, ES".into(),
        items: vec![
            item("Cartel A2, papel mate 170 g", 3, 1_250, &[("Papel", "mate 170 g"), ("Tinta", "4/0")]),
            item("Tarjetas de visita", 1, 2_490, &[("Esquinas", "redondas")]),
        ],
        subtotal: eur(6_240),
        shipping: eur(495),
        total: eur(6_735),
        parcels: vec![],
        events: vec![event(Kind::OrderPlaced, None, "2026-11-24T08:10:00Z")],
    }
}

fn happen(order: &mut TrackedOrder, kind: Kind, stage: Option<&str>, when: &str) {
    order.version += 1;
    order.updated_at = at(when);
    order.events.insert(0, event(kind, stage, when));
}

/// Paid.
pub fn confirmed() -> TrackedOrder {
    let mut order = pending();
    order.status = Status::Confirmed;
    order.payment = PaymentStatus::Paid;
    order.stage = Some("new".into());
    order.promised_at = Some(at("2026-11-27T17:00:00Z"));
    happen(&mut order, Kind::PaymentSucceeded, None, "2026-11-24T08:11:20Z");
    happen(&mut order, Kind::StageEntered, Some("new"), "2026-11-24T08:11:20Z");
    order
}

/// Being made.
pub fn processing() -> TrackedOrder {
    let mut order = confirmed();
    order.status = Status::Processing;
    order.stage = Some("in_production".into());
    happen(&mut order, Kind::StageEntered, Some("in_production"), "2026-11-25T09:40:00Z");
    order
}

/// On its way.
pub fn shipped() -> TrackedOrder {
    let mut order = processing();
    order.status = Status::Shipped;
    order.stage = Some("shipped".into());
    order.shipped_at = Some(at("2026-11-26T10:05:00Z"));
    order.parcels = vec![parcel(
        Some("Correos Express"),
        Some("PQ4F6P0704213180128014R"),
        Some("https://s.correosexpress.com/c?n=PQ4F6P0704213180128014R"),
    )];
    happen(&mut order, Kind::ParcelAdded, None, "2026-11-26T10:04:00Z");
    happen(&mut order, Kind::StageEntered, Some("shipped"), "2026-11-26T10:05:00Z");
    order
}

/// There.
pub fn delivered() -> TrackedOrder {
    let mut order = shipped();
    order.status = Status::Delivered;
    order.stage = Some("delivered".into());
    order.delivered_at = Some(at("2026-11-26T12:58:00Z"));
    happen(&mut order, Kind::StageEntered, Some("delivered"), "2026-11-26T12:58:00Z");
    order
}

fn with(mut order: TrackedOrder, change: impl FnOnce(&mut TrackedOrder)) -> TrackedOrder {
    change(&mut order);
    order
}

/// Every state, by a name.
pub fn all() -> Vec<(&'static str, TrackedOrder)> {
    let several = vec![
        parcel(Some("SEUR"), Some("00340434161094042557"), Some("https://www.seur.com/x")),
        parcel(Some("SEUR"), Some("00340434161094042558"), None),
        parcel(None, None, None),
    ];
    let long = "Lona microperforada ".repeat(10);
    vec![
        ("pending", pending()),
        (
            "not-paid",
            with(pending(), |o| {
                o.payment = PaymentStatus::Failed;
                happen(o, Kind::PaymentFailed, None, "2026-11-24T09:10:00Z");
            }),
        ),
        ("confirmed", confirmed()),
        ("confirmed-undated", with(confirmed(), |o| o.promised_at = None)),
        ("processing", processing()),
        ("processing-late", with(processing(), |o| o.promised_at = Some(at("2026-11-25T17:00:00Z")))),
        ("shipped", shipped()),
        ("shipped-several", with(shipped(), |o| o.parcels = several)),
        ("shipped-no-number", with(shipped(), |o| o.parcels = vec![parcel(None, None, None)])),
        ("out-for-delivery", with(shipped(), |o| o.status = Status::OutForDelivery)),
        ("delivered", delivered()),
        ("delayed", with(shipped(), |o| o.status = Status::Delayed)),
        ("exception", with(shipped(), |o| o.status = Status::Exception)),
        (
            "cancelled",
            with(processing(), |o| {
                o.status = Status::Cancelled;
                o.payment = PaymentStatus::Refunded;
            }),
        ),
        ("cancelled-unpaid", with(pending(), |o| o.status = Status::Cancelled)),
        (
            "returned",
            with(delivered(), |o| {
                o.status = Status::Returned;
                o.payment = PaymentStatus::PartiallyRefunded;
            }),
        ),
        (
            "long",
            with(processing(), |o| {
                o.items = (1..=100)
                    .map(|n| item(&format!("{n} {long}"), n, 1_000_000, &[("Ojales", &long)]))
                    .collect();
                for hour in 10..20 {
                    happen(
                        o,
                        Kind::StageEntered,
                        Some("in_production"),
                        &format!("2026-11-25T{hour}:40:00Z"),
                    );
                }
            }),
        ),
        (
            "unbroken",
            with(shipped(), |o| {
                o.items[0].name = "W".repeat(200);
                o.parcels[0].tracking_number = Some("9".repeat(60));
                o.parcels[0].carrier = Some("Ñ".repeat(60));
            }),
        ),
    ]
}
