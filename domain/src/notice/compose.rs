//! Turns a notice into a mail: subject, plain text and HTML, in the recipient's language.
//!
//! Words come from `locales/*/notices.ftl`; the layout escapes everything it is given.

use std::sync::LazyLock;

use lettre::{
    Address, Message,
    message::{Mailbox, MultiPart, header::ContentType},
};
use minijinja::{Environment, context};

use super::NoticeKind;
use crate::{
    Language, Shop,
    dates::day_and_time,
    event::Kind,
    ids::{NoticeId, OrderId},
    language::{say, say_with},
    money::Money,
    order::{TrackedItem, TrackedOrder, TrackedParcel},
    secret::Purpose,
};

/// How long a link in a mail opens its order: 90 days.
pub const LINK_LASTS: i64 = 90 * 24 * 3600;

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

/// The same for every attempt, so that a receiver that sees a mail twice can tell.
pub(super) fn message_id(shop: &Shop, id: NoticeId) -> String {
    format!("<{id}@{}>", shop.about.public_url.host_str().unwrap_or("clew.invalid"))
}

/// What is to be told to whom.
pub(super) struct Letter<'a> {
    /// The notice.
    pub id: NoticeId,
    /// Its kind.
    pub kind: NoticeKind,
    /// The event that caused it.
    pub cause: Kind,
    /// The money that event is about.
    pub amount: Option<Money>,
    /// What a person wrote to the customer.
    pub message: Option<String>,
    /// Whom.
    pub recipient: &'a str,
    /// In which language.
    pub language: Language,
    /// About which order.
    pub order_id: OrderId,
}

impl Letter<'_> {
    fn word(&self, shop: &Shop, order: &TrackedOrder, what: &str) -> String {
        let key = format!("notice-{}-{what}", self.kind.as_str());
        let shop_name = shop.about.name.clone();
        let stage = order.stage.as_deref().and_then(|key| order.workflow.stage(key));
        let stage = stage.map(|stage| stage.wording.get(self.language).to_owned());
        let stage = stage.unwrap_or_else(|| order.status.say(self.language));
        let number = order.number.to_string();
        let args = vec![("number", number.into()), ("shop", shop_name.into()), ("stage", stage.into())];
        say_with(self.language, &key, args)
    }

    /// Held money has not arrived.
    fn lead(&self, shop: &Shop, order: &TrackedOrder) -> String {
        if self.cause != Kind::PaymentAuthorized {
            return self.word(shop, order, "lead");
        }
        let args =
            vec![("amount", order.total.say(self.language).into()), ("shop", shop.about.name.clone().into())];
        say_with(self.language, "notice-confirmation-held-lead", args)
    }

    /// What goes back: of this event, not of the whole order.
    fn money(&self, order: &TrackedOrder) -> Option<String> {
        let say = |key, amount: Money| {
            say_with(self.language, key, vec![("amount", amount.say(self.language).into())])
        };
        let amount = self.amount.filter(|amount| amount.minor > 0);
        let was_held = || order.events.iter().any(|event| event.kind == Kind::PaymentAuthorized);
        match self.kind {
            NoticeKind::Refunded => amount.map(|amount| say("notice-refunded-amount", amount)),
            NoticeKind::Cancelled => match amount {
                Some(amount) => Some(say("notice-cancelled-refund", amount)),
                None => was_held().then(|| say("notice-cancelled-held", order.total)),
            },
            _ => None,
        }
    }
}

/// The mail.
///
/// # Errors
/// When the recipient is no address, or a layout fails.
pub(super) fn compose(shop: &Shop, letter: &Letter<'_>, order: &TrackedOrder) -> anyhow::Result<Message> {
    let Letter { kind, language, .. } = *letter;
    let expires = shop.clock.now().plus(LINK_LASTS);
    let token = shop.secret.sign_order(Purpose::Link, letter.order_id, expires);
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
        title => letter.word(shop, order, "title"),
        lead => letter.lead(shop, order),
        message => &letter.message,
        money => letter.money(order),
        promised,
        number_label => common("number"),
        number => order.number.to_string(),
        items => order.items.iter().map(|each| item(each, order.total, language)).collect::<Vec<_>>(),
        total_label => common("total"),
        total => order.total.say(language),
        parcels,
        parcel_label => common("parcel"),
        track_parcel => common("track-parcel"),
        link => shop.about.url(&format!("/t/{token}")),
        follow => common("follow"),
        help => say_with(language, "notice-help", vec![("contact", shop.about.contact.clone().into())]),
    };
    let html = LAYOUT.get_template("mail.html")?.render(&values)?;
    let text = LAYOUT.get_template("mail.txt")?.render(&values)?;
    let address: Address = letter.recipient.parse()?;
    let mail = Message::builder()
        .from(shop.mailer.from.clone())
        .to(Mailbox::new(None, address))
        .subject(letter.word(shop, order, "subject"))
        .message_id(Some(message_id(shop, letter.id)))
        .header(ContentLanguage(language.tag().to_owned()))
        .header(Automatic)
        .multipart(
            MultiPart::alternative()
                .singlepart(lettre::message::SinglePart::builder().header(ContentType::TEXT_PLAIN).body(text))
                .singlepart(lettre::message::SinglePart::builder().header(ContentType::TEXT_HTML).body(html)),
        )?;
    Ok(mail)
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

/// RFC 3282.
#[derive(Clone)]
struct ContentLanguage(String);

impl lettre::message::header::Header for ContentLanguage {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("Content-Language")
    }
    fn parse(s: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(s.to_owned()))
    }
    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// RFC 3834: an out-of-office reply to this mail would reach nobody.
#[derive(Clone)]
struct Automatic;

impl lettre::message::header::Header for Automatic {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
