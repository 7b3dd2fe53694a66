//! What providers say later about messages they took. It comes in any order and more than once; a message never goes back.

use sqlx::PgConnection;

use super::{NoticeState, Undeliverable};
use crate::{Fault, Shop, clock::At};

/// One piece of news about a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// The provider has it.
    Sent,
    /// It arrived.
    Delivered,
    /// It came back.
    Bounced {
        /// And so will the next one.
        permanent: bool,
        /// The other side's words, for staff.
        detail: String,
    },
    /// Its recipient called it a nuisance.
    Complained,
    /// It was looked at.
    Opened,
    /// Its link was followed.
    Clicked,
    /// The provider could not bring it.
    Failed {
        /// Why.
        why: Undeliverable,
        /// Its words, for staff.
        detail: String,
    },
}

impl News {
    const fn state(&self) -> NoticeState {
        match self {
            Self::Sent => NoticeState::Sent,
            // Who complains has it.
            Self::Delivered | Self::Complained => NoticeState::Delivered,
            Self::Opened => NoticeState::Opened,
            Self::Clicked => NoticeState::Clicked,
            Self::Bounced { .. } | Self::Failed { .. } => NoticeState::Dead,
        }
    }
}

/// How far a message got, as news moves it; nothing for one that has not left.
const fn rank(state: NoticeState) -> Option<u8> {
    match state {
        NoticeState::Sent => Some(0),
        NoticeState::Delivered => Some(1),
        NoticeState::Dead => Some(2),
        NoticeState::Opened => Some(3),
        NoticeState::Clicked => Some(4),
        _ => None,
    }
}

/// Takes in what a provider says about a message, in the caller's transaction. False when no message of ours is known there under that
/// name.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn hear(
    conn: &mut PgConnection,
    shop: &Shop,
    provider: &str,
    provider_id: &str,
    news: News,
) -> Result<bool, Fault> {
    let known = sqlx::query!(
        r#"select id, state as "state: NoticeState" from notice where provider = $1 and provider_id = $2 for update"#,
        provider,
        provider_id
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(known) = known else { return Ok(false) };
    if rank(known.state).is_none() {
        return Ok(true);
    }
    let detail = match &news {
        News::Bounced { detail, .. } | News::Failed { detail, .. } => Some(detail.as_str()),
        _ => None,
    };
    let state = if rank(news.state()) > rank(known.state) { news.state() } else { known.state };
    sqlx::query!(
        "update notice set state = $2, last_error = coalesce($3, last_error),
             delivered_at = case when $4 = 'delivered' then coalesce(delivered_at, $5) else delivered_at end,
             opened_at = case when $4 = 'opened' then coalesce(opened_at, $5) else opened_at end,
             clicked_at = case when $4 = 'clicked' then coalesce(clicked_at, $5) else clicked_at end
         where id = $1",
        known.id,
        state as NoticeState,
        detail,
        news.state().as_str(),
        shop.clock.now() as At,
    )
    .execute(&mut *conn)
    .await?;
    Ok(true)
}
