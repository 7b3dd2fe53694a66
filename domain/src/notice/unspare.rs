//! Verb: an administrator has the shop write to an address again that had been spared because messages came back.

use super::{Channel, is_suppressed, lift, phone};
use crate::{
    Fault, Reason, Shop,
    ids::NoticeId,
    staff::{Person, Role},
};

/// Lifts what spares the address of a message. Of one that nothing spares, it is so already.
///
/// # Errors
/// [`Reason::SparedByWish`] where its owner wished it: only they take that back; [`Fault::NotFound`].
pub async fn unspare(shop: &Shop, by: &Person, id: NoticeId) -> Result<(), Fault> {
    by.must_be(Role::Admin)?;
    let mut tx = shop.pool.begin().await?;
    let row = sqlx::query!("select channel, recipient from notice where id = $1", id.0)
        .fetch_optional(&mut *tx)
        .await?
        .ok_or(Fault::NotFound)?;
    let channel = Channel::parse(&row.channel).ok_or(Fault::NotFound)?;
    let address = phone::reach(&mut tx, shop, channel, row.recipient).await?;
    let Some(why) = is_suppressed(&mut tx, shop, channel, &address).await? else { return Ok(()) };
    if why.is_a_wish() {
        return Err(Reason::SparedByWish.into());
    }
    lift(&mut tx, shop, (channel, &address), &by.name).await?;
    tx.commit().await?;
    Ok(())
}
