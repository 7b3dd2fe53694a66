//! What a letter knows, in words of its recipient's language and zone.

use jiff::{civil::Date, tz::TimeZone};
use serde_json::Value;
use sqlx::types::Json;

use super::{LINK_LASTS, markup};
use crate::{
    Fault, Language, Shop,
    clock::At,
    customer,
    dates::{day_and_time, long_day},
    event::Kind,
    ids::OrderId,
    language::{say, say_with},
    money::Money,
    notice::{
        Letter, NoticeKind,
        template::{Goods, Package, Variables},
    },
    order::{Address, Hold, TrackedBooking, TrackedOrder, TrackedParcel},
    place::Method,
    product,
    secret::{MailedKey, Purpose},
};

/// The letter's variables, and JSON-LD that tells mail programs the same.
///
/// Of the payload it reads `key` or `link`, and `by` (a mail about an account, and who gave it), `previous` (the day that was promised before,
/// ISO 8601), and `sku` and `left` (what is running low).
///
/// # Errors
/// When PostgreSQL is away, or a letter about an order has none.
pub(in crate::notice) async fn gather(
    shop: &Shop,
    letter: &Letter,
) -> Result<(Variables, Option<String>), Fault> {
    let told = |name: &str| letter.payload.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let common = Variables {
        shop: shop.about.name.clone(),
        contact: shop.about.contact.clone(),
        message: letter.message.clone().unwrap_or_default(),
        ..Variables::default()
    };
    if !letter.kind.is_about_order() {
        if letter.kind.is_about_account() {
            let values = Variables { link: key(shop, letter), inviter: told("by"), ..common };
            return Ok((values.cleaned(), None));
        }
        let sku = told("sku");
        // More may have been sold than there was.
        let stock = letter.payload.get("left").and_then(Value::as_u64).unwrap_or_default();
        let mut conn = shop.pool.acquire().await?;
        let product = match product::store::one(&mut conn, &sku).await {
            Ok(product) => product.name,
            Err(Fault::NotFound) => sku.clone(),
            Err(fault) => return Err(fault),
        };
        let values = Variables { link: product_page(shop, &sku), product, sku, stock, ..common };
        return Ok((values.cleaned(), None));
    }
    let (id, order) = letter
        .order
        .as_ref()
        .ok_or_else(|| anyhow::anyhow!("a {} is about an order", letter.kind.as_str()))?;
    let owner = owner(shop, *id).await?;
    let zone =
        owner.zone.and_then(|zone| TimeZone::get(&zone).ok()).unwrap_or_else(|| shop.about.zone.clone());
    let previous = told("previous").parse::<Date>().ok().map(|day| long_day(day, letter.language));
    let link = match letter.kind.is_for_staff() {
        true => shop.about.url(&format!("/admin/orders/{}", order.number)),
        false => {
            let expires = shop.clock.now().plus(LINK_LASTS);
            shop.about.url(&format!("/t/{}", shop.secret.sign_order(Purpose::Link, *id, expires)))
        }
    };
    let values = Variables {
        name: owner.name,
        link,
        preferences: if letter.kind.is_for_staff() {
            String::new()
        } else {
            customer::links::preferences(shop, *id)
        },
        previous: previous.unwrap_or_default(),
        ..of_order(shop, letter, order, &zone, common)
    }
    .cleaned();
    let markup =
        (!letter.kind.is_for_staff()).then(|| markup::json_ld(letter.kind, order, &values, &owner.address));
    Ok((values, markup))
}

fn of_order(
    shop: &Shop,
    letter: &Letter,
    order: &TrackedOrder,
    zone: &TimeZone,
    common: Variables,
) -> Variables {
    let language = letter.language;
    let stage = order.stage.as_deref().and_then(|key| order.workflow.stage(key));
    let stage = stage.map(|stage| stage.wording.get(language).to_owned());
    let (amount, held) = money(letter, order);
    let day = |at: At| long_day(at.0.to_zoned(zone.clone()).date(), language);
    let today = shop.clock.now().0.to_zoned(zone.clone()).date();
    // A day that has passed is no promise any more.
    let expected = order.expected_on().filter(|expected| *expected >= today);
    let collected = order.booking.as_ref().filter(|booking| booking.method == Method::Pickup);
    Variables {
        number: order.number.to_string(),
        stage: stage.unwrap_or_else(|| order.status.say(language)),
        status: order.status.say(language),
        items: order.items.iter().map(|item| goods(item, order.total, language)).collect(),
        shipping: match order.shipping.minor {
            0 => String::new(),
            _ => order.shipping.say(language),
        },
        total: order.total.say(language),
        amount: amount.map(|amount| amount.say(language)).unwrap_or_default(),
        held,
        pickup: collected.is_some(),
        place: collected.map(place).unwrap_or_default(),
        slot: order.booking.as_ref().and_then(|booking| slot(booking, language)).unwrap_or_default(),
        promised: order.promised_at.map(day).unwrap_or_default(),
        expected: expected.map(|expected| long_day(expected, language)).unwrap_or_default(),
        parcels: order.parcels.iter().filter_map(package).collect(),
        problem: order
            .parcels
            .iter()
            .find_map(TrackedParcel::hold)
            .map(|hold| problem(hold, letter.kind, language))
            .unwrap_or_default(),
        ..common
    }
}

/// Where a mail about an account leads: where its reader is let in, or to a page that lets nobody in.
fn key(shop: &Shop, letter: &Letter) -> String {
    let part = |name: &str| letter.payload.get(name).cloned().unwrap_or_default();
    match (serde_json::from_value::<MailedKey>(part("key")), letter.kind) {
        (Ok(key), NoticeKind::SignIn) => key.sign_in_link(shop),
        (Ok(key), _) => key.password_link(shop),
        (Err(_), _) => part("link").as_str().unwrap_or_default().to_owned(),
    }
}

/// What a message is about in money, of its event and not of the whole order; and whether that money was only held.
fn money(letter: &Letter, order: &TrackedOrder) -> (Option<Money>, bool) {
    let amount = letter.amount.filter(|amount| amount.minor > 0);
    let was_held = || order.events.iter().any(|event| event.kind == Kind::PaymentAuthorized);
    match letter.kind {
        NoticeKind::Confirmation => {
            (Some(order.total), letter.cause == Some(Kind::PaymentAuthorized) || order.held.is_some())
        }
        NoticeKind::Cancelled if amount.is_none() && was_held() => (Some(order.total), true),
        NoticeKind::Cancelled => (amount, false),
        _ => (Some(amount.unwrap_or(order.total)), false),
    }
}

fn goods(item: &crate::order::TrackedItem, total: Money, language: Language) -> Goods {
    let price = Money { minor: item.unit_amount.saturating_mul(item.quantity), currency: total.currency };
    Goods {
        name: item.name.clone(),
        quantity: u64::try_from(item.quantity).unwrap_or_default(),
        price: price.say(language),
    }
}

fn package(parcel: &TrackedParcel) -> Option<Package> {
    if parcel.carrier.is_none() && parcel.tracking_number.is_none() {
        return None;
    }
    Some(Package {
        carrier: parcel.carrier.clone().unwrap_or_default(),
        number: parcel.tracking_number.clone().unwrap_or_default(),
        url: parcel.tracking_url.clone().unwrap_or_default(),
    })
}

fn place(booking: &TrackedBooking) -> String {
    std::iter::once(booking.place.clone()).chain(booking.address.lines()).collect::<Vec<_>>().join(", ")
}

/// By the place's own clock: who comes there looks at it.
fn slot(booking: &TrackedBooking, language: Language) -> Option<String> {
    let zone = TimeZone::get(&booking.zone).unwrap_or(TimeZone::UTC);
    let from = day_and_time(booking.starts_at?, language, &zone);
    let until = booking.ends_at?.0.to_zoned(zone).strftime("%H:%M").to_string();
    Some(say_with(language, "booking-when", vec![("from", from.into()), ("until", until.into())]))
}

/// What holds a box up, said to its customer, or to the shop's own people.
fn problem(hold: Hold, kind: NoticeKind, language: Language) -> String {
    let what = match hold {
        Hold::Address => "address",
        Hold::Missed => "missed",
        Hold::Pickup => "pickup",
        Hold::Customs => "customs",
        Hold::Kept => "kept",
        Hold::Harmed => "harmed",
        Hold::ComesBack => "comes-back",
    };
    let to = if kind.is_for_staff() { "wording-problem" } else { "customer-promise" };
    say(language, &format!("{to}-{what}"))
}

fn product_page(shop: &Shop, sku: &str) -> String {
    let mut url = shop.about.public_url.clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(["admin", "products", sku]);
    }
    url.into()
}

struct Owner {
    name: String,
    address: Address,
    zone: Option<String>,
}

/// Whose order it is: what no page of a tracked order may show, and a mail to its owner does.
async fn owner(shop: &Shop, order: OrderId) -> Result<Owner, Fault> {
    let row = sqlx::query!(
        r#"select o.customer_name, o.address as "address: Json<Address>", c.zone as "zone?"
           from orders o left join customer c on c.email_hash = o.email_hash where o.id = $1"#,
        order.0,
    )
    .fetch_optional(&shop.pool)
    .await?
    .ok_or(Fault::NotFound)?;
    Ok(Owner { name: row.customer_name, address: row.address.0, zone: row.zone })
}
