//! What the shop said, for the page of its rules.

use sqlx::PgConnection;

use super::Rule;
use crate::{
    Fault,
    notice::{Channel, NoticeKind},
};

/// The key that stands for every workflow without a rule of its own.
pub const EVERYWHERE: &str = "*";

/// One rule somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Of which message.
    pub kind: NoticeKind,
    /// Which way.
    pub channel: Channel,
    /// What.
    pub rule: Rule,
    /// Who said so.
    pub by: String,
}

/// The rules written for a workflow's key, or for [`EVERYWHERE`]; what has none is left out.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn read(conn: &mut PgConnection, workflow: &str) -> Result<Vec<Said>, Fault> {
    let rows = sqlx::query!(
        "select kind, channel, wanted, changed_by from notice_rule where workflow = $1 order by kind, channel",
        workflow
    )
    .fetch_all(conn)
    .await?;
    let said = rows.into_iter().filter_map(|row| {
        let (kind, channel) = (NoticeKind::parse(&row.kind)?, Channel::parse(&row.channel)?);
        Some(Said { kind, channel, rule: Rule::of(Some(row.wanted)), by: row.changed_by })
    });
    Ok(said.collect())
}
