//! Verb: staff correct the address of a mail that was given up, and send it there.

use lettre::Address;

use super::{NoticeKind, fail, retry};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    db::broken_constraint,
    ids::NoticeId,
    staff::{Person, Role},
};

/// Plans the mail again, to another address; the order's own address stays as it is. A mail about somebody's account goes nowhere else:
/// whoever has it has the account.
///
/// # Errors
/// [`Reason::BadEmail`]; [`Reason::NoticeToldThere`] when that address was told the same; [`Reason::NoticeNotGivenUp`] for one that was not
/// given up, or is no mail; [`Fault::NotFound`].
pub async fn readdress(shop: &Shop, by: &Person, id: NoticeId, address: &str) -> Result<(), Fault> {
    by.must_be(Role::Operator)?;
    let address = address.trim().to_lowercase();
    address.parse::<Address>().map_err(|_| Reason::BadEmail)?;
    let mut tx = shop.pool.begin().await?;
    let order = fail::lock_order(&mut tx, id).await?;
    let now = shop.clock.now();
    let formerly = sqlx::query_scalar!("select recipient from notice where id = $1 for update", id.0)
        .fetch_optional(&mut *tx)
        .await?
        .ok_or(Fault::NotFound)?;
    let about_account = NoticeKind::ALL.into_iter().filter(|kind| kind.is_about_account());
    let about_account: Vec<&str> = about_account.map(NoticeKind::as_str).collect();
    let changed = sqlx::query_scalar!(
        "update notice set recipient = $2, state = 'pending', reason = null, not_before = $3, attempts = 0, sent_at = null,
             provider = null, provider_id = null, edition = edition + 1, subject = null, body_text = null, body_html = null
         where id = $1 and channel = 'email' and kind <> all($4) and state in ('dead', 'suppressed') returning channel",
        id.0,
        address,
        now as At,
        &about_account as _,
    )
    .fetch_optional(&mut *tx)
    .await;
    let channel = match changed {
        Err(error) if broken_constraint(&error).is_some() => return Err(Reason::NoticeToldThere.into()),
        changed => changed?.ok_or(Reason::NoticeNotGivenUp)?,
    };
    retry::record(&mut tx, by, id, ("readdress", Some(&formerly)), now).await?;
    if let Some(order) = order {
        fail::settle(&mut tx, order, Some(&by.name), now).await?;
    }
    retry::enqueue(&mut tx, id, &channel).await?;
    tx.commit().await?;
    match order {
        Some(order) => shop.bell.ring(order),
        None => shop.bell.work_waits(),
    }
    Ok(())
}
