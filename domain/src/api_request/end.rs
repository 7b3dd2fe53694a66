//! Verbs: a request was answered, was refused, or came to nothing.

use super::{Answer, Ticket, cell};
use crate::{Fault, Shop};

/// Keeps the answer for whoever asks the same again. Who has lost the key meanwhile keeps nothing: another one's answer stands.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn finish(shop: &Shop, ticket: Ticket, answer: &Answer) -> Result<(), Fault> {
    let text = serde_json::to_string(answer).map_err(anyhow::Error::from)?;
    let sealed = shop.secret.seal(cell(ticket.id), &text)?;
    sqlx::query!(
        "update api_request set answer = $3 where id = $1 and lease = $2 and answer is null",
        ticket.id.0,
        ticket.lease,
        sealed
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}

/// It was refused: nothing was done, so the key is free for a corrected request, as at Stripe. Where somebody began it before, and may have done
/// a part, the key stays this request's.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn forget(shop: &Shop, ticket: Ticket) -> Result<(), Fault> {
    if !ticket.first {
        return abandon(shop, ticket).await;
    }
    sqlx::query!(
        "delete from api_request where id = $1 and lease = $2 and answer is null",
        ticket.id.0,
        ticket.lease
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}

/// Gives the key back without an answer: the next to ask does it, under the same id.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn abandon(shop: &Shop, ticket: Ticket) -> Result<(), Fault> {
    sqlx::query!(
        "update api_request set lease_until = created_at where id = $1 and lease = $2 and answer is null",
        ticket.id.0,
        ticket.lease
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}
