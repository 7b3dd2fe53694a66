//! Puts a letter into words: subject, plain text and HTML, in the recipient's language.
//!
//! Words come from `locales/*/notices.ftl`; the layout escapes everything it is given.

use std::sync::LazyLock;

use minijinja::{Environment, context};

use super::{Letter, NoticeKind};
use crate::{
    Language, Shop,
    dates::day_and_time,
    event::Kind,
    language::{say, say_with},
    money::Money,
    order::{TrackedItem, TrackedOrder, TrackedParcel},
    secret::Purpose,
};

/// How long a link in a mail opens its order: 90 days.
pub const LINK_LASTS: i64 = 90 * 24 * 3600;

/// A message in words, ready for its channel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// A mail's subject, a push message's title; a text message has none.
    pub subject: Option<String>,
    /// Plain text: a mail's, a text message's, a push message's body.
    pub text: String,
    /// A mail's HTML.
    pub html: Option<String>,
    /// Where following it leads.
    pub url: Option<String>,
    /// Why these are the built-in words and not the shop's own, where they should have been.
    pub fell_back: Option<String>,
}

static LAYOUT: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut env = Environment::new();
    env.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    env.set_fuel(Some(200_000));
    for (name, source) in [("mail.html", include_str!("mail.html")), ("mail.txt", include_str!("mail.txt"))] {
        // A layout that does not parse is caught by `server/tests/it/notices.rs`, where both are rendered and sent.
        let _ = env.add_template(name, source);
    }
    env
});

fn word(shop: &Shop, letter: &Letter, order: &TrackedOrder, what: &str) -> String {
    let key = format!("notice-{}-{what}", letter.kind.as_str());
    let shop_name = shop.about.name.clone();
    let stage = order.stage.as_deref().and_then(|key| order.workflow.stage(key));
    let stage = stage.map(|stage| stage.wording.get(letter.language).to_owned());
    let stage = stage.unwrap_or_else(|| order.status.say(letter.language));
    let number = order.number.to_string();
    let args = vec![("number", number.into()), ("shop", shop_name.into()), ("stage", stage.into())];
    say_with(letter.language, &key, args)
}

/// Held money has not arrived.
fn lead(shop: &Shop, letter: &Letter, order: &TrackedOrder) -> String {
    if letter.cause != Some(Kind::PaymentAuthorized) {
        return word(shop, letter, order, "lead");
    }
    let amount = order.total.say(letter.language);
    let args = vec![("amount", amount.into()), ("shop", shop.about.name.clone().into())];
    say_with(letter.language, "notice-confirmation-held-lead", args)
}

/// What goes back: of this event, not of the whole order.
fn money(letter: &Letter, order: &TrackedOrder) -> Option<String> {
    let say = |key, amount: Money| {
        say_with(letter.language, key, vec![("amount", amount.say(letter.language).into())])
    };
    let amount = letter.amount.filter(|amount| amount.minor > 0);
    let was_held = || order.events.iter().any(|event| event.kind == Kind::PaymentAuthorized);
    match letter.kind {
        NoticeKind::Refunded => amount.map(|amount| say("notice-refunded-amount", amount)),
        NoticeKind::Cancelled => match amount {
            Some(amount) => Some(say("notice-cancelled-refund", amount)),
            None => was_held().then(|| say("notice-cancelled-held", order.total)),
        },
        _ => None,
    }
}

/// The letter in words.
///
/// # Errors
/// When it is about no order, or a layout fails.
pub(super) fn render(shop: &Shop, letter: &Letter) -> anyhow::Result<Rendered> {
    let Letter { kind, language, .. } = *letter;
    let (order_id, order) =
        letter.order.as_ref().ok_or_else(|| anyhow::anyhow!("a {} is about an order", kind.as_str()))?;
    let expires = shop.clock.now().plus(LINK_LASTS);
    let link = shop.about.url(&format!("/t/{}", shop.secret.sign_order(Purpose::Link, *order_id, expires)));
    let common = |what: &str| say(language, &format!("notice-{what}"));
    let promised = order.promised_at.filter(|_| kind == NoticeKind::Confirmation).map(|at| {
        let when = day_and_time(at, language, &shop.about.zone);
        say_with(language, "notice-promised", vec![("when", when.into())])
    });
    let parcels: Vec<_> = order.parcels.iter().filter(|_| kind == NoticeKind::Shipped).map(parcel).collect();
    let values = context! {
        lang => language.tag(),
        shop => &shop.about.name,
        contact => &shop.about.contact,
        title => word(shop, letter, order, "title"),
        lead => lead(shop, letter, order),
        message => &letter.message,
        money => money(letter, order),
        promised,
        number_label => common("number"),
        number => order.number.to_string(),
        items => order.items.iter().map(|each| item(each, order.total, language)).collect::<Vec<_>>(),
        total_label => common("total"),
        total => order.total.say(language),
        parcels,
        parcel_label => common("parcel"),
        track_parcel => common("track-parcel"),
        link => &link,
        follow => common("follow"),
        help => say_with(language, "notice-help", vec![("contact", shop.about.contact.clone().into())]),
    };
    Ok(Rendered {
        subject: Some(word(shop, letter, order, "subject")),
        text: LAYOUT.get_template("mail.txt")?.render(&values)?,
        html: Some(LAYOUT.get_template("mail.html")?.render(&values)?),
        url: Some(link),
        fell_back: None,
    })
}

fn item(item: &TrackedItem, total: Money, language: Language) -> String {
    let price = Money { minor: item.unit_amount.saturating_mul(item.quantity), currency: total.currency };
    format!("{} × {} · {}", item.quantity, item.name, price.say(language))
}

fn parcel(parcel: &TrackedParcel) -> minijinja::Value {
    let carrier = parcel.carrier.clone().unwrap_or_default();
    let number = parcel.tracking_number.clone().unwrap_or_default();
    context! { carrier, number, url => parcel.tracking_url.clone().unwrap_or_default() }
}
