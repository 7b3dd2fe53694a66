//! The accounts of a shop, for its administrators.

use super::{AccountState, Colleague, Role};
use crate::{
    Fault, Language, Shop,
    clock::At,
    ids::{NoticeId, StaffId},
    notice::NoticeState,
};

/// Everybody who has or had an account: open ones first, by name; at most a thousand.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn team(shop: &Shop) -> Result<Vec<Colleague>, Fault> {
    read(shop, None).await
}

/// One of them.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn colleague(shop: &Shop, id: StaffId) -> Result<Colleague, Fault> {
    read(shop, Some(id)).await?.pop().ok_or(Fault::NotFound)
}

/// The newest mail that brought somebody a link, and how far it got: who waits for one may wait in vain.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn mailed(shop: &Shop, id: StaffId) -> Result<Option<(NoticeId, NoticeState)>, Fault> {
    let mail = sqlx::query!(
        r#"select n.id, n.state as "state: NoticeState" from notice n join staff p on n.recipient = lower(p.email)
           where p.id = $1 and n.kind in ('staff_invited', 'staff_password') order by n.id desc limit 1"#,
        id.0,
    )
    .fetch_optional(&shop.pool)
    .await?;
    Ok(mail.map(|mail| (NoticeId(mail.id), mail.state)))
}

async fn read(shop: &Shop, one: Option<StaffId>) -> Result<Vec<Colleague>, Fault> {
    let rows = sqlx::query!(
        r#"select p.id, p.name, p.email, p.role as "role: Role", p.language, p.created_at as "created_at: At", p.version,
               p.disabled_at is not null as "closed!", p.password_hash is not null as "has_password!",
               (select max(l.expires_at) from staff_link l
                where l.staff_id = p.id and l.kind = 'invitation' and l.expires_at > $2) as "invited_until: At",
               (select max(s.last_seen_at) from session s where s.staff_id = p.id) as "last_seen_at: At",
               exists (select 1 from staff_factor f where f.staff_id = p.id and f.confirmed_at is not null) as "second_factor!"
           from staff p where $1::uuid is null or p.id = $1
           order by p.disabled_at is not null, lower(p.name), p.id limit 1000"#,
        one.map(|id| id.0),
        shop.clock.now() as At,
    )
    .fetch_all(&shop.pool)
    .await?;
    let colleagues = rows.into_iter().map(|row| Colleague {
        id: StaffId(row.id),
        name: row.name,
        email: row.email,
        role: row.role,
        language: Language::from_tag(&row.language).unwrap_or_default(),
        state: AccountState::of(row.closed, row.has_password),
        created_at: row.created_at,
        invited_until: row.invited_until,
        last_seen_at: row.last_seen_at,
        second_factor: row.second_factor,
        version: row.version,
    });
    Ok(colleagues.collect())
}
