//! Orders in every state that has words of its own, for the tests and for the gallery.

#![expect(clippy::unwrap_used, reason = "what stands here is known to be right")]

pub mod boxes;
pub mod counter;

use std::collections::BTreeMap;

pub use boxes::{expected, on_its_way, parcel, told, transit};
pub use counter::kitchen_ready;
use customer::Visit;
use domain::{
    Language,
    clock::At,
    event::Kind,
    handover::TrackedHandover,
    money::Money,
    order::{
        OrderNumber, PublicEvent, Status, TrackedItem, TrackedOrder, TrackedParcel, TrackedRefund,
        TrackedReturn,
    },
    payment::PaymentStatus,
    returns::ReturnStatus,
    shop::About,
    tracking::{Action, Cause, Meaning, TrackingState},
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
            design_origins: Vec::new(),
            tracking: domain::shop::Tracking::default(),
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
    let stage = stage.map(Into::into);
    PublicEvent { kind, stage, at: at(when), by_customer: false, amount: None, message: None }
}

fn item(name: &str, quantity: i64, unit_amount: i64, options: &[(&str, &str)]) -> TrackedItem {
    let options = options.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect::<BTreeMap<_, _>>();
    TrackedItem { name: name.into(), quantity, unit_amount, options }
}

fn eur(minor: i64) -> Money {
    Money::parse(minor, "EUR").unwrap()
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
        cancelled_at: None,
        returned_at: None,
        promised_at: None,
        updated_at: at("2026-11-24T08:10:00Z"),
        masked_address: "C••• M••• 1•••, 28••• Madrid, ES".into(),
        booking: None,
        handover: TrackedHandover::default(),
        items: vec![
            item("Cartel A2, papel mate 170 g", 3, 1_250, &[("Papel", "mate 170 g"), ("Tinta", "4/0")]),
            item("Tarjetas de visita", 1, 2_490, &[("Esquinas", "redondas")]),
        ],
        subtotal: eur(6_240),
        shipping: eur(495),
        total: eur(6_735),
        held: None,
        kept: eur(0),
        payable: true,
        refunds: vec![],
        returning: None,
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
    order.kept = order.total;
    order.payable = false;
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

/// Held, in a kitchen.
pub fn held() -> TrackedOrder {
    with(pending(), |o| {
        o.workflow = preset("kitchen").unwrap();
        o.status = Status::Confirmed;
        o.payment = PaymentStatus::Authorized;
        o.stage = Some("authorized".into());
        (o.held, o.payable) = (Some(o.total), false);
        happen(o, Kind::PaymentAuthorized, None, "2026-11-24T08:11:20Z");
    })
}

/// With a label, and not yet with the carrier.
pub fn packed() -> TrackedOrder {
    with(processing(), |o| {
        o.parcels = vec![told(Meaning::of(TrackingState::PreTransit), "2026-11-26T10:20:00Z")];
    })
}

/// With its carrier.
pub fn carried(status: Status, parcels: Vec<TrackedParcel>) -> TrackedOrder {
    with(shipped(), |o| (o.status, o.parcels) = (status, parcels))
}

/// Somebody has to act.
pub fn stuck(meaning: Meaning) -> TrackedOrder {
    let parcel = told(meaning, "2026-11-26T09:00:00Z");
    carried(Status::Exception, vec![parcel])
}

/// Called off, by the customer or by the shop.
pub fn cancelled(by_customer: bool) -> TrackedOrder {
    with(confirmed(), |o| {
        o.status = Status::Cancelled;
        o.cancelled_at = Some(at("2026-11-26T11:00:00Z"));
        happen(o, Kind::OrderCancelled, None, "2026-11-26T11:00:00Z");
        o.events[0].by_customer = by_customer;
    })
}

/// With money on its way back, or back.
pub fn refunding(order: TrackedOrder, amount: i64, sent: bool) -> TrackedOrder {
    with(order, |o| {
        o.refunds = vec![TrackedRefund { amount, sent, at: at("2026-11-26T11:30:00Z") }];
        o.kept.minor -= amount;
        if sent {
            o.payment =
                if o.kept.minor == 0 { PaymentStatus::Refunded } else { PaymentStatus::PartiallyRefunded };
            happen(o, Kind::RefundSucceeded, None, "2026-11-26T11:30:00Z");
            o.events[0].amount = Some(amount);
        }
    })
}

/// There, and somebody wants to send it back.
pub fn wished(status: ReturnStatus) -> TrackedOrder {
    with(delivered(), |o| {
        o.returning = Some(TrackedReturn { status, asked_at: at("2026-11-26T13:00:00Z") });
        happen(o, Kind::ReturnRequested, None, "2026-11-26T13:00:00Z");
        o.events[0].by_customer = true;
    })
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
                o.payable = false;
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
        ("cancelled", refunding(cancelled(true), 6_735, false)),
        ("cancelled-refunded", refunding(cancelled(false), 6_735, true)),
        ("cancelled-late", cancelled(true)),
        (
            "cancelled-held",
            with(cancelled(true), |o| {
                o.payment = PaymentStatus::Authorized;
                (o.held, o.kept) = (Some(o.total), eur(0));
            }),
        ),
        (
            "cancelled-unpaid",
            with(pending(), |o| {
                o.status = Status::Cancelled;
                o.payable = false;
            }),
        ),
        (
            "returned",
            with(refunding(delivered(), 2_490, true), |o| {
                o.status = Status::Returned;
                o.returned_at = Some(at("2026-11-26T12:59:00Z"));
                happen(o, Kind::ReturnReceived, None, "2026-11-26T12:59:00Z");
            }),
        ),
        ("held", held()),
        ("packed", packed()),
        ("expected", carried(Status::Shipped, vec![on_its_way()])),
        ("overdue", carried(Status::Shipped, vec![expected(on_its_way(), "2026-11-25")])),
        (
            "quiet",
            carried(
                Status::Shipped,
                vec![told(Meaning::of(TrackingState::InTransit), "2026-11-20T09:00:00Z")],
            ),
        ),
        (
            "partly",
            carried(
                Status::Shipped,
                vec![told(Meaning::of(TrackingState::Delivered), "2026-11-26T09:00:00Z"), on_its_way()],
            ),
        ),
        (
            "carrier-delayed",
            carried(
                Status::Delayed,
                vec![expected(
                    told(Meaning::of(TrackingState::Delayed), "2026-11-26T09:00:00Z"),
                    "2026-11-28",
                )],
            ),
        ),
        ("customs", stuck(transit().because(Cause::CustomsDuties).needs(Action::Pay))),
        ("address", stuck(transit().because(Cause::Address).needs(Action::CorrectAddress))),
        (
            "missed",
            stuck(Meaning::of(TrackingState::Attempted).because(Cause::NotHome).needs(Action::ChooseDay)),
        ),
        ("kept", stuck(transit().needs(Action::ContactCarrier))),
        ("lost", stuck(Meaning::of(TrackingState::Failed).because(Cause::Lost).needs(Action::Claim))),
        (
            "comes-back",
            carried(
                Status::Exception,
                vec![told(Meaning::of(TrackingState::Returning), "2026-11-26T09:00:00Z")],
            ),
        ),
        (
            "pickup",
            carried(
                Status::OutForDelivery,
                vec![told(
                    Meaning::of(TrackingState::AvailableForPickup).needs(Action::PickUp),
                    "2026-11-26T09:00:00Z",
                )],
            ),
        ),
        ("kitchen-ready", kitchen_ready()),
        ("refunded-part", refunding(shipped(), 1_250, true)),
        ("refunded-in-full", refunding(delivered(), 6_735, true)),
        ("return-requested", wished(ReturnStatus::Requested)),
        ("return-declined", wished(ReturnStatus::Declined)),
        ("disputed", with(shipped(), |o| o.payment = PaymentStatus::Disputed)),
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
