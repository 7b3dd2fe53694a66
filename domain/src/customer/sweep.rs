//! Forgets what is over: spent links, ended sessions, subscriptions of orders that have arrived.

use crate::{
    Fault, Shop,
    clock::At,
    notice::{INVITATION_LASTS, PASSWORD_LINK_LASTS},
};

/// Seconds an ended order's subscription still lives, for the message that says so.
const FAREWELL: i64 = 24 * 3600;

/// Called now and then by the server.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn sweep(shop: &Shop) -> Result<(), Fault> {
    let now = shop.clock.now();
    sqlx::query!("delete from sign_in_link where expires_at <= $1", now as At).execute(&shop.pool).await?;
    sqlx::query!("delete from customer_session where expires_at <= $1 or revoked_at is not null", now as At)
        .execute(&shop.pool)
        .await?;
    sqlx::query!(
        "update push_subscription s set gone_at = $1 from orders o
         where s.order_id = o.id and s.gone_at is null and o.status in ('delivered', 'cancelled', 'returned') and o.updated_at <= $2",
        now as At,
        now.plus(-FAREWELL) as At,
    )
    .execute(&shop.pool)
    .await?;
    // What a mail with a key in it said has opened its door or will not any more: a customer's, and those of staff. One that has not left
    // by then would lead nowhere.
    sqlx::query!(
        "update notice set payload = '{}', subject = null, body_text = null, body_html = null,
             reason = case when state in ('pending', 'deferred', 'failed') then 'expired' else reason end,
             state = case when state in ('pending', 'deferred', 'failed') then 'withdrawn' else state end
         where ((kind = 'sign_in' and created_at <= $1) or (kind = 'staff_invited' and created_at <= $2)
                 or (kind = 'staff_password' and created_at <= $3))
             and payload <> '{}' and state <> 'sending'",
        now.plus(-super::SIGN_IN_LASTS) as At,
        now.plus(-INVITATION_LASTS) as At,
        now.plus(-PASSWORD_LINK_LASTS) as At,
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}
