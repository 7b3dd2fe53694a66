//! A mail: headers made of typed parts, text beside HTML, over SMTP or through Resend, as the shop chose.

use std::collections::BTreeMap;

use lettre::{
    Address, Message,
    message::{Mailbox, MultiPart, SinglePart, header::ContentType},
};

use super::{Handed, Outgoing, Undeliverable, Unsent, one_line};
use crate::{Shop, ids::NoticeId, notice::track::marked};

const PROVIDER: &str = "smtp";
/// Characters of the sender's name at most.
const LONGEST_NAME: usize = 100;

pub(super) async fn deliver(shop: &Shop, message: &Outgoing<'_>) -> Result<Handed, Unsent> {
    if let Some(resend) = &shop.resend {
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut headers = BTreeMap::from([
            field("Content-Language", message.language.tag()),
            field("Auto-Submitted", "auto-generated"),
        ]);
        if let Some(address) = &message.unsubscribe {
            headers.extend([
                field("List-Unsubscribe", &format!("<{address}>")),
                field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ]);
        }
        return super::resend::deliver(shop, resend, message, headers).await;
    }
    let mail = mail(shop, message)
        .map_err(|error| Unsent::Permanent { why: Undeliverable::Content, detail: format!("{error:#}") })?;
    let taken = shop.ask(PROVIDER, shop.mailer.send(&mail)).await??;
    Ok(Handed { provider: PROVIDER, provider_id: Some(message_id(shop, message.id)), open: Some(taken) })
}

/// The same for every attempt, so that a receiver that sees a mail twice can tell.
fn message_id(shop: &Shop, id: NoticeId) -> String {
    format!("<{id}@{}>", shop.about.public_url.host_str().unwrap_or("clew.invalid"))
}

fn mail(shop: &Shop, message: &Outgoing<'_>) -> anyhow::Result<Message> {
    // What is kept is the mail without marks, so that staff who read the log are not counted.
    let words = marked(shop, message.id, message.words);
    let from = &shop.mailer.from;
    let name = from.name.as_deref().map(|name| one_line(name, LONGEST_NAME));
    let address: Address = message.recipient.parse()?;
    let plain = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(words.text.clone());
    let html = words.html.clone().unwrap_or_default();
    let html = SinglePart::builder().header(ContentType::TEXT_HTML).body(html);
    let mut mail = Message::builder()
        .from(Mailbox::new(name, from.email.clone()))
        .to(Mailbox::new(None, address))
        .subject(words.subject.clone().unwrap_or_default())
        .message_id(Some(message_id(shop, message.id)))
        .header(ContentLanguage(message.language.tag().to_owned()))
        .header(Automatic);
    if let Some(address) = &message.unsubscribe {
        mail = mail.header(Unsubscribe(format!("<{address}>"))).header(OneClick);
    }
    Ok(mail.multipart(MultiPart::alternative().singlepart(plain).singlepart(html))?)
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

/// RFC 8058 §3.1: where a mail program posts to. It goes out on one line: folding it has broken signatures in practice.
#[derive(Clone)]
struct Unsubscribe(String);

impl lettre::message::header::Header for Unsubscribe {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("List-Unsubscribe")
    }
    fn parse(s: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(s.to_owned()))
    }
    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::dangerous_new_pre_encoded(
            Self::name(),
            self.0.clone(),
            self.0.clone(),
        )
    }
}

/// RFC 8058 §3.1: a click there is enough.
#[derive(Clone)]
struct OneClick;

impl lettre::message::header::Header for OneClick {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}
