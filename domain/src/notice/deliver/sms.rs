//! A text message through Twilio. It has no idempotency key, so whoever may have sent one looks for it first
//! (`docs/adr/0031-one-text-message.md`).

use std::time::Duration;

use super::{
    Handed, Outgoing, Undeliverable, Unsent,
    asked::{Asked, ask},
    first::{First, forget, keep},
};
use crate::{
    Shop,
    provider::{
        said::Said,
        twilio::{Text, Twilio, meaning, wire::Message},
    },
};

const PROVIDER: &str = "twilio";
/// After an answer that never came: so long Twilio's list may need to show what it took.
const LIST_LAGS: Duration = Duration::from_secs(30);

pub(super) async fn deliver(shop: &Shop, message: &Outgoing<'_>) -> Result<Handed, Unsent> {
    let Some(twilio) = &shop.sms else {
        let detail = "the shop has no account for text messages".to_owned();
        return Err(Unsent::Permanent { why: Undeliverable::NoProvider, detail });
    };
    let first = keep(shop, message).await?;
    let text = Text { to: message.recipient, body: first.words.text.trim() };
    if first.open
        && let Some(found) = look(shop, twilio, &text, &first).await?
    {
        return Ok(handed(found));
    }
    shop.reach("sms.kept").await;
    let asked = ask(shop, PROVIDER, twilio.send_text(&text, shop.clock.now())).await;
    shop.reach("sms.called").await;
    let unsent = match asked {
        Asked::Said(Said::Done(taken)) => return Ok(handed(taken)),
        Asked::Unknown(detail) => {
            return match look(shop, twilio, &text, &first).await? {
                Some(found) => Ok(handed(found)),
                None => Err(Unsent::Temporary { detail, after: Some(LIST_LAGS) }),
            };
        }
        Asked::Said(Said::Refused(refused)) => {
            let detail = format!("{}: {}", refused.code, refused.message);
            match meaning(&refused.code) {
                Some(why) => Unsent::Permanent { why, detail },
                None => Unsent::Temporary { detail, after: None },
            }
        }
        Asked::Said(Said::Busy { detail, after }) => Unsent::Temporary { detail, after },
        Asked::Held(sentence) => Unsent::Away(sentence),
    };
    if !first.open {
        // Certainly not taken, and nothing before it may have been.
        forget(shop, message).await?;
    }
    Err(unsent)
}

/// Looks for what an earlier attempt may have sent. Where nobody can tell, nothing is sent.
async fn look(
    shop: &Shop,
    twilio: &Twilio,
    text: &Text<'_>,
    first: &First,
) -> Result<Option<Message>, Unsent> {
    let found = async { twilio.find(text, first.since, shop.clock.now()).await.map(Said::Done) };
    match ask(shop, PROVIDER, found).await {
        Asked::Said(Said::Done(found)) => Ok(found),
        Asked::Said(Said::Refused(refused)) => {
            Err(Unsent::Temporary { detail: refused.message, after: None })
        }
        Asked::Said(Said::Busy { detail, after }) => Err(Unsent::Temporary { detail, after }),
        Asked::Held(sentence) => Err(Unsent::Away(sentence)),
        Asked::Unknown(detail) => Err(Unsent::Unknown(detail)),
    }
}

fn handed(message: Message) -> Handed {
    Handed { provider: PROVIDER, provider_id: Some(message.sid), open: None }
}
