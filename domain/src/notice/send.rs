//! Job: compose one notice and hand it over.

use serde::{Deserialize, Serialize};

use super::{NoticeKind, NoticeState, compose::compose};
use crate::{
    Fault, Language, Shop,
    ids::{NoticeId, OrderId},
    order,
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
        "update notice set state = 'sending', attempts = attempts + 1
         where id = $1 and state in ('pending', 'sending', 'failed')
         returning order_id, kind, recipient, language",
        id.0
    )
    .fetch_optional(&shop.pool)
    .await?;
    let Some(row) = row else { return Ok(Outcome::Done) };
    let Some(kind) = NoticeKind::parse(&row.kind) else {
        return Ok(Outcome::Never(format!("no notice is called {}", row.kind)));
    };
    let order = order::track(&shop.pool, OrderId(row.order_id)).await?;
    let language = Language::from_tag(&row.language).unwrap_or_default();
    let mail = match compose(shop, id, kind, &row.recipient, language, OrderId(row.order_id), &order) {
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
