//! Verb: an administrator says who is told what.

use super::{EVERYWHERE, RULED, Rule};
use crate::{
    Fault, Shop,
    clock::At,
    notice::{Channel, NoticeKind},
    staff::{Person, Role},
    workflow,
};

/// Writes the rules that are named, for one workflow's key or for [`EVERYWHERE`]; others stay. A rule counts for messages planned from
/// then on. What cannot be switched off, and what is no way of its kind, is left as it is.
///
/// # Errors
/// [`crate::Reason::RoleTooLow`]; [`Fault::NotFound`] for a workflow that does not exist.
pub async fn save(
    shop: &Shop,
    by: &Person,
    workflow: &str,
    rules: &[(NoticeKind, Channel, Rule)],
) -> Result<(), Fault> {
    by.must_be(Role::Admin)?;
    let mut tx = shop.pool.begin().await?;
    if workflow != EVERYWHERE && workflow::store::newest(&mut tx, workflow).await?.is_none() {
        return Err(Fault::NotFound);
    }
    let written = rules.iter().filter(|(kind, channel, _)| {
        RULED.contains(kind) && kind.channels().contains(channel) && !kind.is_fixed(*channel)
    });
    let written: Vec<_> = written.collect();
    let kinds: Vec<&str> = written.iter().map(|(kind, ..)| kind.as_str()).collect();
    let channels: Vec<&str> = written.iter().map(|(_, channel, _)| channel.as_str()).collect();
    let wanted: Vec<Option<bool>> = written.iter().map(|(.., rule)| rule.stored()).collect();
    sqlx::query!(
        "delete from notice_rule r using unnest($2::text[], $3::text[], $4::boolean[]) as x (kind, channel, wanted)
         where r.workflow = $1 and r.kind = x.kind and r.channel = x.channel and x.wanted is null",
        workflow,
        &kinds as _,
        &channels as _,
        &wanted as _,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "insert into notice_rule as r (workflow, kind, channel, wanted, changed_by, changed_at)
         select $1, x.kind, x.channel, x.wanted, $5, $6 from unnest($2::text[], $3::text[], $4::boolean[]) as x (kind, channel, wanted)
         where x.wanted is not null
         on conflict (workflow, kind, channel) do update
             set wanted = excluded.wanted, changed_by = excluded.changed_by, changed_at = excluded.changed_at
             where r.wanted <> excluded.wanted",
        workflow,
        &kinds as _,
        &channels as _,
        &wanted as _,
        by.name,
        shop.clock.now() as At,
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(())
}
