//! Verb: a program has a bulk change done once per `Idempotency-Key`: the verbs of the pages, looked at and started in one breath.

use super::{BulkState, Selection, Wish, preview, start};
use crate::{
    Fault, Reason, Shop,
    db::broken_constraint,
    ids::BulkId,
    staff::{Person, Role},
};

/// Under which key it is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The `Idempotency-Key`: the asker's own, and kept as long as the change is.
    pub key: String,
    /// SHA-256 of the body: a retry has the same, another request under the same key has not.
    pub body_hash: Vec<u8>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// It runs, or ran; `again` when an earlier request began it.
    Bulk {
        /// Which.
        id: BulkId,
        /// Whether this request only repeated an earlier one.
        again: bool,
    },
    /// The `Idempotency-Key` belongs to a different request.
    KeyReused,
}

/// Previews and starts it. The key is taken before it is started, so that of two at once one writes, and who died in between is helped
/// on by asking again.
///
/// # Errors
/// As [`preview`] and [`start`].
pub async fn once(
    shop: &Shop,
    by: &Person,
    request: &Request,
    selection: &Selection,
    wish: &Wish,
) -> Result<Asked, Fault> {
    by.must_be(Role::Operator)?;
    if let Some(earlier) = earlier(shop, by, request).await? {
        return Ok(earlier);
    }
    let id = preview(shop, by, selection, wish).await?;
    let claimed = sqlx::query!(
        "update bulk set request_key = $2, request_hash = $3 where id = $1",
        id.0,
        request.key,
        request.body_hash,
    )
    .execute(&shop.pool)
    .await;
    match claimed {
        Ok(_) => {
            begin(shop, by, id).await?;
            Ok(Asked::Bulk { id, again: false })
        }
        // Somebody was faster; what was previewed here is swept with the other previews nobody started.
        Err(error) if broken_constraint(&error) == Some("bulk_request") => {
            earlier(shop, by, request).await?.ok_or(Fault::NotFound)
        }
        Err(error) => Err(error.into()),
    }
}

/// What an earlier request under this key came to.
async fn earlier(shop: &Shop, by: &Person, request: &Request) -> Result<Option<Asked>, Fault> {
    let row = sqlx::query!(
        r#"select id, request_hash, state as "state: BulkState" from bulk
           where coalesce(staff_id, api_key_id) = $1 and request_key = $2"#,
        by.id.0,
        request.key,
    )
    .fetch_optional(&shop.pool)
    .await?;
    let Some(row) = row else { return Ok(None) };
    if row.request_hash.as_deref() != Some(&*request.body_hash) {
        return Ok(Some(Asked::KeyReused));
    }
    let id = BulkId(row.id);
    if row.state == BulkState::Preview {
        begin(shop, by, id).await?;
    }
    Ok(Some(Asked::Bulk { id, again: true }))
}

/// Twice begun is once.
async fn begin(shop: &Shop, by: &Person, id: BulkId) -> Result<(), Fault> {
    match start(shop, by, id).await {
        Err(Fault::Refused(Reason::BulkBegun)) => Ok(()),
        other => other,
    }
}
