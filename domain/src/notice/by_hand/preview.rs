//! What a message would look like to its recipient: rendered by the code that will send it.

use super::{Channel, Words, own_subject};
use crate::{
    Fault, Language, Shop,
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
    let language = sqlx::query_scalar!(
        r#"select coalesce(c.language, o.language) as "language!"
           from orders o left join customer c on c.email_hash = o.email_hash where o.id = $1"#,
        id.0
    )
    .fetch_optional(&shop.pool)
    .await?
    .ok_or(Fault::NotFound)?;
    let letter = Letter {
        id: NoticeId::new(),
        kind: NoticeKind::Message,
        channel,
        cause: None,
        amount: None,
        message: Some(words.text.clone()),
        recipient: recipient.to_owned(),
        language: Language::from_tag(&language).unwrap_or_default(),
        order: Some((id, order::track(&shop.pool, id).await?)),
        payload: words.payload(channel, None),
    };
    let mut shown = render(shop, &letter).await?;
    shown.subject = own_subject(&letter).or(shown.subject);
    Ok(shown)
}
