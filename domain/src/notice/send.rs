//! Job: compose one notice and hand it over.

use serde::{Deserialize, Serialize};

use super::{
    NoticeKind, NoticeState,
    compose::{Letter, compose},
};
use crate::{
    Fault, Language, Shop,
    event::Kind,
    ids::{NoticeId, OrderId},
    money::Money,
    order, parcel,
    provider::smtp::Unsent,
    queue::{Job, Outcome},
};

/// Sends one notice.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SendNotice {
    /// Which.
    pub notice: NoticeId,
}

impl Job for SendNotice {
    const NAME: &'static str = "send_notice";
    const PRIORITY: i16 = 50;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match send(shop, self.notice).await {
            Ok(outcome) => outcome,
            Err(fault) => fault.into(),
        }
    }
}

async fn send(shop: &Shop, id: NoticeId) -> Result<Outcome, Fault> {
    let row = sqlx::query!(
        r#"update notice n set state = 'sending', attempts = attempts + 1
         from event e
         where n.id = $1 and n.state in ('pending', 'sending', 'failed') and (n.not_before is null or n.not_before <= $2) and e.order_id = n.order_id and e.version = n.event_version
         returning n.order_id, n.kind, n.recipient, n.language, e.kind as cause, e.payload->>'currency' as currency,
             case when e.kind in ('order_cancelled', 'refund_succeeded') then (e.payload->>'amount')::bigint end as amount,
             case when e.kind = 'specs_returned' then e.payload->>'message' end as message"#,
        id.0,
        shop.clock.now() as crate::clock::At,
    )
    .fetch_optional(&shop.pool)
    .await?;
    let Some(row) = row else {
        return Ok(super::held::waits(shop, id).await?.map_or(Outcome::Done, Outcome::Snooze));
    };
    let (Some(kind), Some(cause)) = (NoticeKind::parse(&row.kind), Kind::parse(&row.cause)) else {
        return Ok(Outcome::Never(format!("no notice is called {} after {}", row.kind, row.cause)));
    };
    let order_id = OrderId(row.order_id);
    let order = order::track(&shop.pool, order_id).await?;
    if kind == NoticeKind::Shipped && parcel::store::all_given_back(&shop.pool, order_id).await? {
        let why = "its parcel's label was given back before this was sent";
        finish(shop, id, NoticeState::Suppressed, Some(why)).await?;
        return Ok(Outcome::Done);
    }
    let letter = Letter {
        id,
        kind,
        cause,
        amount: row.amount.zip(row.currency).and_then(|(amount, currency)| Money::parse(amount, &currency)),
        message: row.message,
        recipient: &row.recipient,
        language: Language::from_tag(&row.language).unwrap_or_default(),
        order_id,
    };
    let mail = match compose(shop, &letter, &order) {
        Ok(mail) => mail,
        Err(error) => {
            finish(shop, id, NoticeState::Suppressed, Some(&format!("{error:#}"))).await?;
            return Ok(Outcome::Never(format!("{error:#}")));
        }
    };
    match shop.mailer.send(&mail).await {
        Ok(taken) => {
            finish(shop, id, NoticeState::Sent, None).await?;
            taken.confirm().await;
            Ok(Outcome::Done)
        }
        Err(Unsent::Permanent(why)) => {
            finish(shop, id, NoticeState::Suppressed, Some(&why)).await?;
            Ok(Outcome::Done)
        }
        Err(Unsent::Temporary(why)) => {
            finish(shop, id, NoticeState::Failed, Some(&why)).await?;
            Ok(Outcome::Later(why))
        }
    }
}

async fn finish(shop: &Shop, id: NoticeId, state: NoticeState, error: Option<&str>) -> Result<(), Fault> {
    let now = shop.clock.now();
    sqlx::query!(
        "update notice set state = $2, last_error = $3,
             sent_at = case when $2 = 'sent'::notice_state then $4::timestamptz else sent_at end,
             message_id = case when $2 = 'sent'::notice_state then $5 else message_id end
         where id = $1",
        id.0,
        state as NoticeState,
        error,
        now as crate::clock::At,
        super::compose::message_id(shop, id),
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}
