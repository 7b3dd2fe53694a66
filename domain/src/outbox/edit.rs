//! Verbs: an endpoint is added, or changed.

use secrecy::SecretString;

use super::{EndpointDraft, rotate};
use crate::{Fault, Reason, Shop, clock::At, event::Kind, ids::WebhookEndpointId};

/// Each may have so many attempts under way at a time; more endpoints would be more than one process should hold.
const MOST: i64 = 20;

/// Adds an endpoint under an id of the caller's choice, and gives the secret it verifies with, whose own key is that id: shown now and never
/// again. `None` when that id is there already: a form that was sent twice.
///
/// # Errors
/// With the reason, when nothing would be sent to such an address, or there are too many.
pub async fn add(
    shop: &Shop,
    id: WebhookEndpointId,
    draft: &EndpointDraft,
) -> Result<Option<SecretString>, Fault> {
    let draft = draft.checked(&shop.receivers)?;
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let added = sqlx::query!(
        "insert into webhook_endpoint (id, url, description, event_types, payload, created_at)
         select $1, $2, $3, $4, $5, $6 where (select count(*) from webhook_endpoint) < $7
         on conflict (id) do nothing",
        id.0,
        draft.url,
        draft.description,
        &words(&draft.event_types) as _,
        draft.payload.as_str(),
        now as At,
        MOST,
    )
    .execute(&mut *tx)
    .await?;
    if added.rows_affected() == 0 {
        let there = sqlx::query_scalar!("select true from webhook_endpoint where id = $1", id.0);
        return match there.fetch_optional(&mut *tx).await? {
            Some(_) => Ok(None),
            None => Err(Reason::TooManyEndpoints { most: MOST }.into()),
        };
    }
    let secret = rotate::insert(shop, &mut tx, id, id.0, now).await?;
    tx.commit().await?;
    Ok(secret)
}

/// Changes an endpoint. What is waiting goes to the new address; events that are no more wanted are not taken back.
///
/// # Errors
/// As [`add`]; [`Fault::NotFound`] when there is none of that id.
pub async fn edit(shop: &Shop, id: WebhookEndpointId, draft: &EndpointDraft) -> Result<(), Fault> {
    let draft = draft.checked(&shop.receivers)?;
    let changed = sqlx::query!(
        "update webhook_endpoint set url = $2, description = $3, event_types = $4, payload = $5 where id = $1",
        id.0,
        draft.url,
        draft.description,
        &words(&draft.event_types) as _,
        draft.payload.as_str(),
    )
    .execute(&shop.pool)
    .await?;
    if changed.rows_affected() == 0 { Err(Fault::NotFound) } else { Ok(()) }
}

fn words(kinds: &[Kind]) -> Vec<&'static str> {
    kinds.iter().map(|kind| kind.as_str()).collect()
}
