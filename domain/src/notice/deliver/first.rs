//! The words of the first attempt, kept before the provider is asked.
//!
//! A link in a message is signed anew each time it is put into words, so a second attempt would say something else. With the first
//! words kept, what may have been taken can be looked for by its words, or asked for again under the same idempotency key.

use super::{Outgoing, Rendered, Unsent};
use crate::{Shop, clock::At};

/// What is to be sent, this time and every time.
pub(super) struct First {
    /// The words.
    pub words: Rendered,
    /// Whether an earlier attempt may have been taken: nobody came back from it to say that it was not.
    pub open: bool,
    /// When the message was planned: no attempt is older.
    pub since: At,
    /// What a provider that can tell a repetition is to take for one message.
    pub key: String,
}

/// Keeps the words, or reads those that are kept.
pub(super) async fn keep(shop: &Shop, message: &Outgoing<'_>) -> Result<First, Unsent> {
    let words = message.words;
    let kept = sqlx::query!(
        r#"with known as (select id, body_text is not null as open from notice where id = $1 for update)
           update notice n set subject = case when k.open then n.subject else $2 end,
               body_text = coalesce(n.body_text, $3), body_html = case when k.open then n.body_html else $4 end
           from known k where n.id = k.id
           returning k.open as "open!", n.subject, n.body_text as "text!", n.body_html, n.created_at as "since: At", n.edition"#,
        message.id.0,
        words.subject,
        words.text,
        words.html,
    )
    .fetch_optional(&shop.pool)
    .await
    .map_err(later)?;
    // What is only tried out is in no log, and is never asked for again.
    let Some(kept) = kept else {
        let (words, key) = (words.clone(), message.id.to_string());
        return Ok(First { words, open: false, since: shop.clock.now(), key });
    };
    let words = Rendered {
        subject: kept.subject,
        text: kept.text,
        html: kept.body_html,
        url: words.url.clone(),
        fell_back: None,
    };
    let key = match kept.edition {
        0 => message.id.to_string(),
        edition => format!("{}-{edition}", message.id),
    };
    Ok(First { words, open: kept.open, since: kept.since, key })
}

/// It was certainly not taken: the next attempt may use other words.
pub(super) async fn forget(shop: &Shop, message: &Outgoing<'_>) -> Result<(), Unsent> {
    sqlx::query!(
        "update notice set subject = null, body_text = null, body_html = null where id = $1",
        message.id.0
    )
    .execute(&shop.pool)
    .await
    .map_err(later)?;
    Ok(())
}

pub(super) fn later(error: sqlx::Error) -> Unsent {
    Unsent::Temporary { detail: error.to_string(), after: None }
}
