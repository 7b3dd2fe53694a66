//! A mail through Resend, for shops that chose it. The notice's id is the idempotency key; with the first words kept, asking again
//! within a day sends nothing twice.

use std::collections::BTreeMap;

use super::{
    Handed, Outgoing, Undeliverable, Unsent,
    asked::{Asked, ask},
    first::{forget, keep},
};
use crate::{
    Shop,
    notice::track::marked,
    provider::{
        Refused,
        resend::{Mail, Resend},
        said::Said,
    },
};

const PROVIDER: &str = "resend";

/// Hands it over, with these further header fields.
pub(super) async fn deliver(
    shop: &Shop,
    resend: &Resend,
    message: &Outgoing<'_>,
    headers: BTreeMap<String, String>,
) -> Result<Handed, Unsent> {
    let first = keep(shop, message).await?;
    // What is kept is the mail without marks, so that staff who read the log are not counted.
    let words = &marked(shop, message.id, &first.words);
    let mail = Mail {
        from: shop.mailer.from.to_string(),
        to: [message.recipient],
        subject: words.subject.as_deref().unwrap_or_default(),
        text: &words.text,
        html: words.html.as_deref(),
        headers,
    };
    shop.reach("resend.kept").await;
    let asked = ask(shop, PROVIDER, resend.send(&first.key, &mail, shop.clock.now())).await;
    shop.reach("resend.called").await;
    let unsent = match asked {
        Asked::Said(Said::Done(id)) => {
            return Ok(Handed { provider: PROVIDER, provider_id: Some(id), open: None });
        }
        // The key stands for a mail it took, and only its further headers differ from ours now: that mail is this one.
        Asked::Said(Said::Refused(refused)) if refused.code == "invalid_idempotent_request" => {
            return Ok(Handed { provider: PROVIDER, provider_id: None, open: None });
        }
        // The key makes it safe to ask again, with the words that are kept.
        Asked::Unknown(detail) => return Err(Unsent::Unknown(detail)),
        Asked::Said(Said::Refused(refused)) => permanent(refused),
        Asked::Said(Said::Busy { detail, after }) => Unsent::Temporary { detail, after },
        Asked::Held(sentence) => Unsent::Away(sentence),
    };
    if !first.open {
        forget(shop, message).await?;
    }
    Err(unsent)
}

/// Resend takes or refuses a mail as a whole; whether an address is anybody's it says later, by webhook. Only an address that cannot be
/// one is known at once.
fn permanent(refused: Refused) -> Unsent {
    let address = refused.code == "validation_error" && refused.message.contains("`to`");
    let why = if address { Undeliverable::Invalid } else { Undeliverable::Content };
    Unsent::Permanent { why, detail: format!("{}: {}", refused.code, refused.message) }
}
