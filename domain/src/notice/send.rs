//! Job: put one notice into words and hand it over.

use serde::{Deserialize, Serialize};

use super::{
    Channel, NoticeKind, NoticeState, Rendered,
    deliver::{Handed, Outgoing, Unsent, deliver},
    letter::Claimed,
    render::render,
};
use crate::{
    Fault, Shop,
    clock::At,
    ids::NoticeId,
    parcel,
    queue::{Job, Lane, Outcome},
};

/// Sends one notice.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SendNotice {
    /// Which.
    pub notice: NoticeId,
    /// Over which channel: the lane it waits in.
    #[serde(default = "by_mail")]
    pub channel: Channel,
    /// How soon, among others of its lane.
    #[serde(default)]
    pub haste: Haste,
}

/// How soon a message goes, among those that may go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Haste {
    /// Before all others.
    Urgent,
    /// As it comes.
    #[default]
    Normal,
    /// One of many: after everybody else's.
    Bulk,
}

/// Jobs written before there were channels.
const fn by_mail() -> Channel {
    Channel::Email
}

impl Job for SendNotice {
    const NAME: &'static str = "send_notice";

    fn priority(&self) -> i16 {
        match self.haste {
            Haste::Urgent => 10,
            Haste::Normal => 50,
            Haste::Bulk => 80,
        }
    }

    fn lane(&self) -> Lane {
        match self.channel {
            Channel::Email | Channel::InApp => Lane::Email,
            Channel::Sms => Lane::Sms,
            Channel::Push => Lane::Push,
        }
    }

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match send(shop, self.notice).await {
            Ok(outcome) => outcome,
            Err(fault) => fault.into(),
        }
    }
}

async fn send(shop: &Shop, id: NoticeId) -> Result<Outcome, Fault> {
    let Some(claimed) = claim(shop, id).await? else {
        return Ok(super::held::waits(shop, id).await?.map_or(Outcome::Done, Outcome::Snooze));
    };
    let letter = claimed.read(shop, id).await?;
    if letter.kind == NoticeKind::Shipped
        && let Some((order, _)) = &letter.order
        && parcel::store::all_given_back(&shop.pool, *order).await?
    {
        let why = "its parcel's label was given back before this was sent";
        finish(shop, id, NoticeState::Suppressed, Some(why)).await?;
        return Ok(Outcome::Done);
    }
    let words = render(shop, &letter).await?;
    let outgoing = Outgoing {
        id,
        channel: letter.channel,
        recipient: &letter.recipient,
        language: letter.language,
        words: &words,
    };
    match deliver(shop, &outgoing).await {
        Ok(handed) => {
            record(shop, id, &handed, &words).await?;
            if let Some(open) = handed.open {
                open.confirm().await;
            }
            Ok(Outcome::Done)
        }
        Err(Unsent::Permanent { detail, .. }) => {
            finish(shop, id, NoticeState::Suppressed, Some(&detail)).await?;
            Ok(Outcome::Done)
        }
        Err(Unsent::Temporary { detail, .. } | Unsent::Unknown(detail)) => {
            finish(shop, id, NoticeState::Failed, Some(&detail)).await?;
            Ok(Outcome::Later(detail))
        }
    }
}

/// Takes a notice that may go now. What one recipient is to hear of one order leaves in the order in which it happened: a later
/// message waits while an earlier one is about to leave, ten minutes at most.
async fn claim(shop: &Shop, id: NoticeId) -> Result<Option<Claimed>, Fault> {
    let claimed = sqlx::query_as!(
        Claimed,
        r#"with mine as (
             update notice n set state = 'sending', attempts = attempts + 1
             where n.id = $1 and n.state in ('pending', 'deferred', 'sending', 'failed')
               and (n.not_before is null or n.not_before <= $2)
               and not exists (select 1 from notice before
                   where before.order_id = n.order_id and before.recipient = n.recipient and before.channel = n.channel
                     and before.id < n.id and before.state in ('pending', 'sending')
                     and coalesce(before.not_before, before.created_at) between $2::timestamptz - interval '10 minutes' and $2)
             returning *)
         select n.order_id, n.kind, n.channel, n.recipient, n.language, n.payload, e.kind as "cause?",
             e.payload->>'currency' as currency,
             case when e.kind in ('order_cancelled', 'refund_succeeded') then (e.payload->>'amount')::bigint end as amount,
             case when e.kind = 'specs_returned' then e.payload->>'message' end as message
         from mine n left join event e on e.order_id = n.order_id and e.version = n.event_version"#,
        id.0,
        shop.clock.now() as At,
    )
    .fetch_optional(&shop.pool)
    .await?;
    Ok(claimed)
}

/// Writes down that it was taken, and as what: before the conversation with whoever took it ends.
async fn record(shop: &Shop, id: NoticeId, handed: &Handed, words: &Rendered) -> Result<(), Fault> {
    sqlx::query!(
        "update notice set state = 'sent', sent_at = $2, last_error = null, provider = $3, provider_id = $4, subject = $5,
             body_text = $6, body_html = $7
         where id = $1",
        id.0,
        shop.clock.now() as At,
        handed.provider,
        handed.provider_id,
        words.subject,
        words.text,
        words.html,
    )
    .execute(&shop.pool)
    .await?;
    // Who waits behind it in line may go.
    shop.bell.work_waits();
    Ok(())
}

async fn finish(shop: &Shop, id: NoticeId, state: NoticeState, error: Option<&str>) -> Result<(), Fault> {
    sqlx::query!(
        "update notice set state = $2, last_error = $3 where id = $1",
        id.0,
        state as NoticeState,
        error,
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}
