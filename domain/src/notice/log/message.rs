//! One message as it was sent, with everything that happened to it.

use sqlx::{Postgres, QueryBuilder};

use super::{
    Audience, LogRow, Message, Step,
    list::{LINE, read},
};
use crate::{
    Fault, Language, Shop,
    clock::At,
    dates::moment,
    ids::NoticeId,
    moment::Moment,
    notice::{NoticeKind, phone, suppress::hash},
    staff::{Person, Role},
};

/// The message, in the reader's language around its own.
///
/// # Errors
/// [`Fault::NotFound`], [`crate::Reason::RoleTooLow`].
pub async fn message(shop: &Shop, by: &Person, id: NoticeId) -> Result<Message, Fault> {
    by.must_be(Role::Operator)?;
    let line = line(shop, by, id).await?;
    let row = sqlx::query!(
        r#"select recipient, audience, language, subject, body_text, body_html is not null as "html!", attempts, provider, provider_id,
               last_error, payload->>'by' as by, created_at as "created_at: At", not_before as "not_before: At", sent_at as "sent_at: At",
               delivered_at as "delivered_at: At", opened_at as "opened_at: At", clicked_at as "clicked_at: At", read_at as "read_at: At"
           from notice where id = $1"#,
        id.0
    )
    .fetch_one(&shop.pool)
    .await?;
    let when = |at: At| moment(at, by.language, &shop.about.zone);
    let steps = [
        (Step::Planned, Some(row.created_at)),
        (Step::Waits, row.not_before),
        (Step::Sent, row.sent_at),
        (Step::Delivered, row.delivered_at),
        (Step::Opened, row.opened_at),
        (Step::Clicked, row.clicked_at),
        (Step::Read, row.read_at),
    ];
    let acts = sqlx::query!(
        r#"select what, actor, formerly, at as "at: At" from notice_act where notice_id = $1 order by at"#,
        id.0
    )
    .fetch_all(&shop.pool)
    .await?;
    let silenced = silenced(shop, by, &line, &row.recipient).await?;
    // Its link lets its reader in, and whoever else follows it.
    let (subject, text, html) = match line.kind.is_about_account() {
        true => (None, None, false),
        false => (row.subject, row.body_text, row.html),
    };
    Ok(Message {
        line,
        recipient: row.recipient,
        audience: Audience::parse(&row.audience).unwrap_or(Audience::Customer),
        language: Language::from_tag(&row.language).unwrap_or_default(),
        subject,
        text,
        html,
        life: steps.into_iter().filter_map(|(step, at)| Some((step, when(at?)))).collect(),
        attempts: row.attempts,
        provider: row.provider,
        provider_id: row.provider_id,
        error: row.last_error,
        by: row.by,
        acts: acts.into_iter().map(|act| (act.what, act.actor, act.formerly, when(act.at))).collect(),
        silenced,
    })
}

async fn line(shop: &Shop, by: &Person, id: NoticeId) -> Result<LogRow, Fault> {
    let mut query = QueryBuilder::<Postgres>::new(format!("select {LINE} where n.id = "));
    let row = query.push_bind(id.0).build().fetch_optional(&shop.pool).await?.ok_or(Fault::NotFound)?;
    read(&row, shop, by)
}

/// Why nobody writes to this recipient any more.
async fn silenced(
    shop: &Shop,
    by: &Person,
    line: &LogRow,
    recipient: &str,
) -> Result<Option<(String, String, Moment)>, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let address = phone::reach(&mut conn, shop, line.channel, recipient.to_owned()).await?;
    let Some(hash) = hash(shop, line.channel, &address) else { return Ok(None) };
    let found = sqlx::query!(
        r#"select reason, source, created_at as "created_at: At" from suppression
           where channel = $1 and address_hash = $2 and lifted_at is null"#,
        line.channel.as_str(),
        hash,
    )
    .fetch_optional(&mut *conn)
    .await?;
    Ok(found.map(|row| (row.reason, row.source, moment(row.created_at, by.language, &shop.about.zone))))
}

/// Its HTML as it left, for a frame that runs nothing and leads nowhere.
///
/// # Errors
/// [`Fault::NotFound`] when it left without, [`crate::Reason::RoleTooLow`].
pub async fn html_as_sent(shop: &Shop, by: &Person, id: NoticeId) -> Result<String, Fault> {
    by.must_be(Role::Operator)?;
    let sent = sqlx::query!("select kind, body_html from notice where id = $1", id.0)
        .fetch_optional(&shop.pool)
        .await?
        .ok_or(Fault::NotFound)?;
    let readable = NoticeKind::parse(&sent.kind).is_some_and(|kind| !kind.is_about_account());
    sent.body_html.filter(|_| readable).ok_or(Fault::NotFound)
}
