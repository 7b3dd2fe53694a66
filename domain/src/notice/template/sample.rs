//! Two made-up messages for whoever writes a template: one as they are, and the worst that can come.

use jiff::civil::date;

use super::{Goods, Package, Variables};
use crate::{
    Language, dates::long_day, language::say, money::Money, notice::NoticeKind, order::Status, shop::About,
};

const NUMBER: &str = "7K3QD-2M4XP";
/// As long as a signed link is.
const TOKEN: &str = "AZq3x5v1d0W8m2n4p6r8t0v2x4z6B8D0F2H4J6L8N0P2R4T6V8X0Z2";

/// A message as messages are: two kinds of goods, two boxes, days that are known.
pub fn usual(about: &About, kind: NoticeKind, language: Language) -> Variables {
    let example = |what: &str| say(language, &format!("wording-example-{what}"));
    let money = |minor| Money::parse(minor, "EUR").map(|money| money.say(language)).unwrap_or_default();
    let parcel = |carrier: &str, number: &str, url: &str| Package {
        carrier: carrier.to_owned(),
        number: number.to_owned(),
        url: url.to_owned(),
    };
    let mut values = Variables {
        name: example("name"),
        items: vec![
            Goods { name: example("goods"), quantity: 2, price: money(5_980) },
            Goods { name: example("other-goods"), quantity: 1, price: money(1_250) },
        ],
        shipping: money(595),
        total: money(7_825),
        amount: money(7_825),
        promised: long_day(date(2026, 11, 25), language),
        expected: long_day(date(2026, 11, 27), language),
        previous: long_day(date(2026, 11, 26), language),
        parcels: vec![
            parcel("UPS", "1Z999AA10123456784", "https://www.ups.com/track?tracknum=1Z999AA10123456784"),
            parcel(
                "DHL Express",
                "1234567890",
                "https://www.dhl.com/en/express/tracking.html?AWB=1234567890",
            ),
        ],
        problem: say(
            language,
            if kind.is_for_staff() { "wording-problem-missed" } else { "customer-promise-missed" },
        ),
        message: example("message"),
        ..common(about, kind, language)
    };
    if kind != NoticeKind::Exception && kind != NoticeKind::Shipped {
        values.parcels.truncate(1);
    }
    values.stage = example("stage");
    values.cleaned()
}

/// The same, collected by its customer.
pub fn collected(about: &About, kind: NoticeKind, language: Language) -> Variables {
    let example = |what: &str| say(language, &format!("wording-example-{what}"));
    Variables {
        pickup: true,
        place: format!("{}, Calle de la Princesa 1, 28008 Madrid", about.name),
        slot: example("slot"),
        parcels: Vec::new(),
        shipping: String::new(),
        ..usual(about, kind, language)
    }
    .cleaned()
}

/// The longest names, three boxes, no day, no link of the carrier's, and somebody who tries things.
pub fn worst(about: &About, kind: NoticeKind, language: Language) -> Variables {
    let name = "Константинопольская-Вознесенская ".repeat(7).chars().take(200).collect::<String>();
    let trick =
        "<script>alert(1)</script>\r\nBcc: all@example.com\r\n\r\n\u{202e}gnp.exe {{7*7}} {% for %} ${7*7}";
    let boxes = ["JD0146000012345678901234567890", "00340434161094042557", "<b>1Z</b>"];
    let amount = Money::parse(123_456_789, "RUB").map(|money| money.say(language)).unwrap_or_default();
    Variables {
        name: format!("{name}\r\nBcc: all@example.com"),
        items: vec![
            Goods { name: name.clone(), quantity: 1_000_000, price: amount.clone() },
            Goods { name: trick.to_owned(), quantity: 21, price: amount.clone() },
        ],
        shipping: amount.clone(),
        total: amount.clone(),
        amount,
        stage: "Печатаем тиражи на большом станке ".repeat(4).chars().take(120).collect(),
        parcels: boxes
            .map(|number| Package {
                carrier: "Сорреос Экспресс Международный".to_owned(),
                number: number.to_owned(),
                url: "javascript:alert(1)".to_owned(),
            })
            .into(),
        message: format!("{trick}\n{name}"),
        sku: "SKU-".repeat(16),
        product: format!("{name}{trick}"),
        inviter: format!("{name}{trick}"),
        ..common(about, kind, language)
    }
    .cleaned()
}

fn common(about: &About, kind: NoticeKind, language: Language) -> Variables {
    let path = match kind {
        NoticeKind::SignIn => format!("/my/{TOKEN}"),
        NoticeKind::StaffLowStock => "/admin/products/POSTER-A2".to_owned(),
        NoticeKind::StaffInvited | NoticeKind::StaffPassword => format!("/admin/password/{TOKEN}"),
        NoticeKind::StaffPasswordChanged => "/admin/forgot".to_owned(),
        NoticeKind::StaffFactorChanged => "/admin/account".to_owned(),
        _ if kind.is_for_staff() => format!("/admin/orders/{NUMBER}"),
        _ => format!("/t/{TOKEN}"),
    };
    let customers = kind.is_about_order() && !kind.is_for_staff();
    Variables {
        number: if kind.is_about_order() { NUMBER.to_owned() } else { String::new() },
        shop: about.name.clone(),
        contact: about.contact.clone(),
        link: about.url(&path),
        preferences: if customers { about.url(&format!("/p/{TOKEN}")) } else { String::new() },
        status: status(kind).say(language),
        stage: status(kind).say(language),
        sku: "POSTER-A2".to_owned(),
        product: say(language, "wording-example-goods"),
        stock: 3,
        inviter: say(language, "wording-example-name"),
        ..Variables::default()
    }
}

const fn status(kind: NoticeKind) -> Status {
    match kind {
        NoticeKind::Processing | NoticeKind::Progress => Status::Processing,
        NoticeKind::Shipped => Status::Shipped,
        NoticeKind::OutForDelivery => Status::OutForDelivery,
        NoticeKind::Delivered | NoticeKind::ReturnDeclined => Status::Delivered,
        NoticeKind::Delayed => Status::Delayed,
        NoticeKind::Exception | NoticeKind::StaffException => Status::Exception,
        NoticeKind::Cancelled | NoticeKind::Refunded => Status::Cancelled,
        NoticeKind::ReturnReceived => Status::Returned,
        _ => Status::Confirmed,
    }
}
