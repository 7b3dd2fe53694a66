//! Verb: staff let a message go that was given up, that fails again and again, or whose hour has not come.

use super::{fail, retry};
use crate::{
    Fault, Reason, Shop,
    ids::NoticeId,
    staff::{Person, Role},
};

/// Takes it back for good; one that was written for an hour, to all whom it was written to. Of one that was taken back before, it is so already.
///
/// # Errors
/// [`Reason::NoticeNotGivenUp`] for one that left or waits for something else; [`Fault::NotFound`].
pub async fn discard(shop: &Shop, by: &Person, id: NoticeId) -> Result<(), Fault> {
    by.must_be(Role::Operator)?;
    let mut tx = shop.pool.begin().await?;
    let order = fail::lock_order(&mut tx, id).await?;
    let now = shop.clock.now();
    let gone = sqlx::query!(
        "update notice set state = 'withdrawn', reason = 'discarded'
         where id in (select $1::uuid union all
                 select other.id from notice this join notice other on other.occasion = this.occasion and other.order_id = this.order_id
                 where this.id = $1)
             and ((id = $1 and state in ('dead', 'failed', 'suppressed')) or (state = 'deferred' and reason = 'scheduled'))",
        id.0
    )
    .execute(&mut *tx)
    .await?;
    if gone.rows_affected() == 0 {
        let state =
            sqlx::query_scalar!(r#"select state = 'withdrawn' as "gone!" from notice where id = $1"#, id.0)
                .fetch_optional(&mut *tx)
                .await?
                .ok_or(Fault::NotFound)?;
        return if state { Ok(()) } else { Err(Reason::NoticeNotGivenUp.into()) };
    }
    retry::record(&mut tx, by, id, ("discard", None), now).await?;
    if let Some(order) = order {
        fail::settle(&mut tx, order, Some(&by.name), now).await?;
    }
    tx.commit().await?;
    if let Some(order) = order {
        shop.bell.ring(order);
    }
    Ok(())
}
