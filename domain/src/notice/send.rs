//! Job: put one notice into words and hand it over.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Channel, Letter, NoticeKind, NoticeState, Rendered,
    by_hand::own_subject,
    deliver::{Handed, Outgoing, Undeliverable, Unsent, deliver, one_line},
    fail::{Ending, end},
    is_suppressed,
    letter::Claimed,
    render::render,
    suppress,
};
use crate::{
    Fault, Shop,
    alert::{self, AlertKind},
    clock::At,
    customer,
    ids::NoticeId,
    inbox, parcel,
    queue::{Job, Lane, Outcome},
    secret::MailedKey,
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
    /// Whether it goes to the shop's own app: another provider carries it than a browser's, in a lane of its own.
    #[serde(default)]
    pub app: bool,
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
            Channel::Push if self.app => Lane::App,
            Channel::Push => Lane::Push,
        }
    }

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        send(shop, self.notice).await.unwrap_or_else(Outcome::from)
    }

    /// The message is in the log, dead: a person may have it sent again.
    async fn give_up(self, shop: &Shop, why: &str) -> Result<bool, Fault> {
        end(shop, self.notice, dead("gave_up", why)).await?;
        Ok(true)
    }
}

/// Characters of a subject, or of a push message's title, at most.
const LONGEST_TITLE: usize = 200;

const fn dead<'a>(reason: &'a str, detail: &'a str) -> Ending<'a> {
    Ending { state: NoticeState::Dead, reason, detail: Some(detail), alarm: true }
}

const fn suppressed(reason: &str) -> Ending<'_> {
    Ending { state: NoticeState::Suppressed, reason, detail: None, alarm: false }
}

async fn send(shop: &Shop, id: NoticeId) -> Result<Outcome, Fault> {
    shop.reach("send.found").await;
    let Some(claimed) = claim(shop, id).await? else {
        return Ok(super::held::waits(shop, id).await?.map_or(Outcome::Done, Outcome::Snooze));
    };
    shop.reach("send.claimed").await;
    let letter = claimed.read(shop, id).await?;
    if letter.channel == Channel::Sms && letter.recipient.is_empty() {
        // Its owner has taken the number back.
        end(shop, id, suppressed("no_number")).await?;
        return Ok(Outcome::Done);
    }
    if let Some(reason) = not_wanted(shop, &letter).await? {
        // Who cannot be reached there, and does not know it, is told another way.
        let alarm = matches!(reason, "bounced" | "invalid");
        end(shop, id, Ending { alarm, ..suppressed(reason) }).await?;
        return Ok(Outcome::Done);
    }
    let words = words(shop, &letter).await?;
    let outgoing = Outgoing {
        id,
        channel: letter.channel,
        recipient: &letter.recipient,
        language: letter.language,
        words: &words,
        unsubscribe: letter
            .order
            .as_ref()
            .filter(|_| !letter.kind.is_for_staff())
            .map(|(order, _)| customer::links::unsubscribe(shop, *order)),
    };
    match deliver(shop, &outgoing).await {
        Ok(handed) => {
            shop.reach("send.handed").await;
            record(shop, (id, letter.kind), &handed, &words).await?;
            shop.reach("send.recorded").await;
            if let Some(open) = handed.open {
                open.confirm().await;
            }
            Ok(Outcome::Done)
        }
        Err(unsent) => failed(shop, id, &letter, unsent).await,
    }
}

/// Why nobody is told this, where nobody is: a stable word.
async fn not_wanted(shop: &Shop, letter: &Letter) -> Result<Option<&'static str>, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let spared = is_suppressed(&mut conn, shop, letter.channel, &letter.recipient).await?;
    drop(conn);
    if let Some(why) = spared.filter(|why| why.stops(letter.kind)) {
        return Ok(Some(why.as_str()));
    }
    if letter.kind.brings_key() && !MailedKey::still_opens(&letter.payload, shop.clock.now()) {
        return Ok(Some("expired"));
    }
    // Its parcel's label was given back before this was sent.
    Ok(match &letter.order {
        Some((order, _)) if letter.kind == NoticeKind::Shipped => {
            parcel::store::all_given_back(&shop.pool, *order).await?.then_some("label_given_back")
        }
        _ => None,
    })
}

/// The message in words; that the shop's own could not be used is told to staff.
async fn words(shop: &Shop, letter: &Letter) -> Result<Rendered, Fault> {
    let mut words = render(shop, letter).await?;
    if let Some(detail) = &words.fell_back {
        let payload = json!({ "detail": detail });
        let mut conn = shop.pool.acquire().await?;
        alert::store::raise_for_shop(&mut conn, AlertKind::TemplateFailed, payload, shop.clock.now()).await?;
    }
    words.subject = own_subject(letter).or(words.subject).map(|subject| one_line(&subject, LONGEST_TITLE));
    Ok(words)
}

/// What follows when it was not taken.
async fn failed(shop: &Shop, id: NoticeId, letter: &Letter, unsent: Unsent) -> Result<Outcome, Fault> {
    match unsent {
        Unsent::Permanent { why, detail } => {
            if let Some(spared) = why.spares() {
                let mut conn = shop.pool.acquire().await?;
                let address = (letter.channel, letter.recipient.as_str());
                suppress(&mut conn, shop, address, spared, "provider", Some(id)).await?;
            }
            let ending = match why {
                Undeliverable::Content => dead(why.as_str(), &detail),
                Undeliverable::Invalid => {
                    Ending { alarm: true, detail: Some(&detail), ..suppressed(why.as_str()) }
                }
                Undeliverable::OptedOut | Undeliverable::Gone | Undeliverable::NoProvider => {
                    Ending { detail: Some(&detail), ..suppressed(why.as_str()) }
                }
            };
            end(shop, id, ending).await?;
            Ok(Outcome::Done)
        }
        Unsent::Temporary { detail, after } => {
            put_back(shop, id, &detail).await?;
            Ok(match after {
                Some(after) => Outcome::After(after, detail),
                None => Outcome::Later(detail),
            })
        }
        Unsent::Unknown(detail) => {
            put_back(shop, id, &detail).await?;
            Ok(Outcome::Later(detail))
        }
        Unsent::Away(sentence) => {
            put_back(shop, id, &sentence).await?;
            Ok(Outcome::Waits(sentence))
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
                     and before.id < n.id and before.state in ('pending', 'sending', 'failed')
                     and coalesce(before.not_before, before.created_at) between $2::timestamptz - interval '10 minutes' and $2)
             returning *)
         select n.order_id, n.kind, n.channel, n.recipient, n.language, n.payload, e.kind as "cause?",
             e.payload->>'currency' as currency,
             case when e.kind in ('order_cancelled', 'refund_succeeded', 'dispute_updated') then (e.payload->>'amount')::bigint end as amount,
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
async fn record(
    shop: &Shop,
    (id, kind): (NoticeId, NoticeKind),
    handed: &Handed,
    words: &Rendered,
) -> Result<(), Fault> {
    let mut tx = shop.pool.begin().await?;
    // Its provider may have told us what became of it before we knew what it is called there.
    let about = handed.provider_id.as_deref().map(|id| inbox::about_message(handed.provider, id));
    if let Some(about) = &about {
        inbox::store::meet(&mut tx, about).await?;
    }
    // Where the words of the first attempt were kept, those are what left. Of what lets its reader in nothing is kept.
    sqlx::query!(
        "update notice set state = 'sent', sent_at = $2, last_error = null, provider = $3, provider_id = $4,
             subject = case when $8 then null when body_text is null then $5 else subject end,
             body_html = case when $8 then null when body_text is null then $7 else body_html end,
             body_text = case when $8 then null else coalesce(body_text, $6) end
         where id = $1",
        id.0,
        shop.clock.now() as At,
        handed.provider,
        handed.provider_id,
        words.subject,
        words.text,
        words.html,
        kind.is_about_account(),
    )
    .execute(&mut *tx)
    .await?;
    if let Some(about) = &about {
        inbox::store::wake(&mut tx, about).await?;
    }
    tx.commit().await?;
    // Who waits behind it in line may go.
    shop.bell.work_waits();
    Ok(())
}

/// Not taken: it comes again.
async fn put_back(shop: &Shop, id: NoticeId, error: &str) -> Result<(), Fault> {
    sqlx::query!(
        "update notice set state = 'failed', last_error = $2 where id = $1 and state = 'sending'",
        id.0,
        error,
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}
