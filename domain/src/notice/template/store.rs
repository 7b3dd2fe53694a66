//! Every query about `notice_template`.

use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use super::{Draft, TemplateKey};
use crate::{
    Fault, Language,
    clock::At,
    notice::{Channel, NoticeKind},
};

/// A version as it is kept.
pub(in crate::notice) struct Stored {
    pub version: i32,
    pub subject: String,
    pub body: Option<String>,
    pub made_by: String,
    pub created_at: At,
}

impl Stored {
    /// What it says; `None` when it went back to our words.
    pub(in crate::notice) fn draft(&self) -> Option<Draft> {
        let body = self.body.clone()?;
        Some(Draft { subject: self.subject.clone(), body })
    }
}

/// The newest version of one template.
pub(in crate::notice) async fn newest(
    conn: impl PgExecutor<'_>,
    key: TemplateKey,
) -> Result<Option<Stored>, Fault> {
    Ok(sqlx::query_as!(
        Stored,
        r#"select version, subject, body, made_by, created_at as "created_at: At" from notice_template
           where kind = $1 and channel = $2 and language = $3 order by version desc limit 1"#,
        key.kind.as_str(),
        key.channel.as_str(),
        key.language.tag(),
    )
    .fetch_optional(conn)
    .await?)
}

/// All versions of one template, newest first.
pub(super) async fn versions(pool: &PgPool, key: TemplateKey) -> Result<Vec<Stored>, Fault> {
    Ok(sqlx::query_as!(
        Stored,
        r#"select version, subject, body, made_by, created_at as "created_at: At" from notice_template
           where kind = $1 and channel = $2 and language = $3 order by version desc"#,
        key.kind.as_str(),
        key.channel.as_str(),
        key.language.tag(),
    )
    .fetch_all(pool)
    .await?)
}

/// How one language's template stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    pub key: TemplateKey,
    pub version: i32,
    /// Since when it is the shop's own; `None` when it has our words.
    pub own_since: Option<At>,
}

/// The newest version of every template that was ever written.
pub(super) async fn standings(pool: &PgPool) -> Result<Vec<Standing>, Fault> {
    let rows = sqlx::query!(
        r#"select distinct on (kind, channel, language) kind, channel, language, version, body is not null as "own!",
               created_at as "created_at: At"
           from notice_template order by kind, channel, language, version desc"#,
    )
    .fetch_all(pool)
    .await?;
    let standing = |kind: &str, channel: &str, language: &str| {
        Some(TemplateKey {
            kind: NoticeKind::parse(kind)?,
            channel: Channel::parse(channel)?,
            language: Language::from_tag(language)?,
        })
    };
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let key = standing(&row.kind, &row.channel, &row.language)?;
            Some(Standing { key, version: row.version, own_since: row.own.then_some(row.created_at) })
        })
        .collect())
}

/// Writes a version; false when there is one of that number already. Without a draft it goes back to our words.
pub(super) async fn insert(
    pool: &PgPool,
    key: TemplateKey,
    version: i32,
    draft: Option<&Draft>,
    by: &str,
    now: At,
) -> Result<bool, Fault> {
    let written = sqlx::query!(
        "insert into notice_template (id, kind, channel, language, version, subject, body, made_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (kind, channel, language, version) do nothing",
        Uuid::now_v7(),
        key.kind.as_str(),
        key.channel.as_str(),
        key.language.tag(),
        version,
        draft.map_or("", |draft| &draft.subject),
        draft.map(|draft| &draft.body),
        by,
        now as At,
    )
    .execute(pool)
    .await?;
    Ok(written.rows_affected() == 1)
}
