//! What a message would look like to its recipient: rendered by the code that will send it.

use super::{Channel, Words, own_subject, ways::language};
use crate::{
    Fault, Shop,
    ids::{NoticeId, OrderId},
    notice::{Letter, NoticeKind, Rendered, render::render},
    order,
};

/// The message as it would leave. Nothing is written.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn preview(
    shop: &Shop,
    id: OrderId,
    channel: Channel,
    words: &Words,
    recipient: &str,
) -> Result<Rendered, Fault> {
    let language = language(&mut *shop.pool.acquire().await?, id).await?;
    let letter = Letter {
        id: NoticeId::new(),
        kind: NoticeKind::Message,
        channel,
        cause: None,
        amount: None,
        message: Some(words.text.clone()),
        recipient: recipient.to_owned(),
        language,
        order: Some((id, order::track(&shop.pool, id).await?)),
        payload: words.payload(channel, None),
    };
    let mut shown = render(shop, &letter).await?;
    shown.subject = own_subject(&letter).or(shown.subject);
    Ok(shown)
}
