//! What became of accounts: written with each change, in its transaction, and never again.

use sqlx::PgConnection;

use super::{AccountEvent, AccountEventKind, Role};
use crate::{Fault, Shop, clock::At, ids::StaffId};

/// One line to write.
pub(super) struct Entry {
    pub of: StaffId,
    pub actor: Option<StaffId>,
    pub kind: AccountEventKind,
    pub roles: (Option<Role>, Option<Role>),
}

impl Entry {
    pub(super) const fn new(of: StaffId, actor: Option<StaffId>, kind: AccountEventKind) -> Self {
        Self { of, actor, kind, roles: (None, None) }
    }
}

pub(super) async fn record(conn: &mut PgConnection, entry: Entry, now: At) -> Result<(), Fault> {
    let (from, to) = entry.roles;
    sqlx::query!(
        "insert into staff_event (staff_id, happened_at, actor_id, kind, from_role, to_role) values ($1, $2, $3, $4, $5, $6)",
        entry.of.0,
        now as At,
        entry.actor.map(|id| id.0),
        entry.kind.as_str(),
        from as Option<Role>,
        to as Option<Role>,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What became of an account, newest first; at most 200 lines.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn history(shop: &Shop, id: StaffId) -> Result<Vec<AccountEvent>, Fault> {
    let rows = sqlx::query!(
        r#"select e.happened_at as "happened_at: At", a.name as "actor?", e.kind, e.from_role as "from_role: Role",
               e.to_role as "to_role: Role"
           from staff_event e left join staff a on a.id = e.actor_id
           where e.staff_id = $1 order by e.id desc limit 200"#,
        id.0,
    )
    .fetch_all(&shop.pool)
    .await?;
    let events = rows.into_iter().filter_map(|row| {
        Some(AccountEvent {
            happened_at: row.happened_at,
            actor: row.actor,
            kind: AccountEventKind::parse(&row.kind)?,
            from: row.from_role,
            to: row.to_role,
        })
    });
    Ok(events.collect())
}
