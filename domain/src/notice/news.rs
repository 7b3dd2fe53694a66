//! What providers say later about messages they took.
//!
//! News comes in any order and more than once; whatever the order, a message ends in the same state. Who looked at it has it, whatever
//! came back meanwhile.

use sqlx::PgConnection;

use super::{Channel, NoticeState, Spared, Undeliverable, fail, phone, suppress};
use crate::{Fault, Shop, clock::At, ids::NoticeId};

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

/// What can be wrong with a message that was taken; the later, the heavier.
const TROUBLES: [&str; 8] =
    ["came_back", "no_provider", "content", "gone", "invalid", "bounced", "opted_out", "complained"];

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

    const fn trouble(&self) -> Option<&'static str> {
        match self {
            Self::Bounced { permanent: true, .. } => Some(Spared::Bounced.as_str()),
            Self::Bounced { permanent: false, .. } => Some("came_back"),
            Self::Complained => Some(Spared::Complained.as_str()),
            Self::Failed { why, .. } => Some(why.as_str()),
            Self::Sent | Self::Delivered | Self::Opened | Self::Clicked => None,
        }
    }

    const fn spares(&self) -> Option<Spared> {
        match self {
            Self::Bounced { permanent: true, .. } => Some(Spared::Bounced),
            Self::Complained => Some(Spared::Complained),
            Self::Failed { why, .. } => why.spares(),
            _ => None,
        }
    }

    fn detail(&self) -> Option<&str> {
        match self {
            Self::Bounced { detail, .. } | Self::Failed { detail, .. } => Some(detail),
            _ => None,
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

/// State and trouble after a piece of news: the greater of what was known and what is said.
fn merged(state: NoticeState, trouble: Option<&str>, news: &News) -> (NoticeState, Option<&'static str>) {
    let place = |word: &str| TROUBLES.iter().position(|known| *known == word);
    let trouble = trouble.and_then(place).max(news.trouble().and_then(place));
    let state = if rank(news.state()) > rank(state) { news.state() } else { state };
    (state, trouble.map(|place| TROUBLES[place]))
}

/// Takes in what a provider says about a message, in the caller's transaction; ring the bell after the commit. False when no message of
/// ours is known there under that name.
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
    let id = sqlx::query_scalar!(
        "select id from notice where provider = $1 and provider_id = $2",
        provider,
        provider_id
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(id) = id.map(NoticeId) else { return Ok(false) };
    heard(conn, shop, id, provider, &news).await?;
    Ok(true)
}

/// Takes in news of one message.
pub(super) async fn heard(
    conn: &mut PgConnection,
    shop: &Shop,
    id: NoticeId,
    source: &str,
    news: &News,
) -> Result<(), Fault> {
    let now = shop.clock.now();
    let order = fail::lock_order(conn, id).await?;
    let known = sqlx::query!(
        r#"select state as "state: NoticeState", reason, channel, recipient from notice where id = $1 for update"#,
        id.0
    )
    .fetch_one(&mut *conn)
    .await?;
    if rank(known.state).is_none() {
        return Ok(());
    }
    let (state, trouble) = merged(known.state, known.reason.as_deref(), news);
    sqlx::query!(
        "update notice set state = $2, reason = coalesce($3, reason), last_error = coalesce($4, last_error),
             delivered_at = case when $5 = 'delivered' then coalesce(delivered_at, $6) else delivered_at end,
             opened_at = case when $5 = 'opened' then coalesce(opened_at, $6) else opened_at end,
             clicked_at = case when $5 = 'clicked' then coalesce(clicked_at, $6) else clicked_at end
         where id = $1",
        id.0,
        state as NoticeState,
        trouble,
        news.detail(),
        news.state().as_str(),
        now as At,
    )
    .execute(&mut *conn)
    .await?;
    if let (Some(why), Some(channel)) = (news.spares(), Channel::parse(&known.channel)) {
        let address = phone::reach(conn, shop, channel, known.recipient).await?;
        // A number its owner has taken back is nobody's to spare.
        if !address.is_empty() {
            suppress(conn, shop, (channel, &address), why, source, Some(id)).await?;
        }
    }
    let Some(order) = order else { return Ok(()) };
    if state == NoticeState::Dead && known.state != NoticeState::Dead {
        fail::alarm(conn, shop, order, news.detail()).await?;
    }
    if known.state == NoticeState::Dead && state != NoticeState::Dead {
        fail::settle(conn, order, None, now).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_news() -> impl Strategy<Value = News> {
        let detail = String::new;
        prop_oneof![
            Just(News::Sent),
            Just(News::Delivered),
            any::<bool>().prop_map(move |permanent| News::Bounced { permanent, detail: detail() }),
            Just(News::Complained),
            Just(News::Opened),
            Just(News::Clicked),
            prop::sample::select(vec![
                Undeliverable::Invalid,
                Undeliverable::OptedOut,
                Undeliverable::Gone,
                Undeliverable::Content
            ])
            .prop_map(move |why| News::Failed { why, detail: detail() }),
        ]
    }

    fn told(all: &[News]) -> (NoticeState, Option<&'static str>) {
        all.iter().fold((NoticeState::Sent, None), |(state, trouble), news| merged(state, trouble, news))
    }

    proptest! {
        #[test]
        fn any_order_and_any_repetition_end_the_same(
            (all, shuffled) in prop::collection::vec(any_news(), 0..8).prop_flat_map(|all| {
                let twice = [all.clone(), all.clone()].concat();
                (Just(all), Just(twice).prop_shuffle())
            })
        ) {
            prop_assert_eq!(told(&all), told(&shuffled));
        }
    }

    #[test]
    fn who_looked_at_it_has_it() {
        let bounced = News::Bounced { permanent: true, detail: String::new() };
        assert_eq!(told(&[News::Opened, bounced.clone()]), (NoticeState::Opened, Some("bounced")));
        assert_eq!(told(&[News::Delivered, bounced]), (NoticeState::Dead, Some("bounced")));
        assert_eq!(told(&[News::Complained]), (NoticeState::Delivered, Some("complained")));
    }
}
