//! Rows of messages about events, written in one statement.

use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use super::{Channel, lines::Line, tell::Leaves, wish::Wish};
use crate::{
    Fault,
    clock::At,
    ids::{BulkId, NoticeId},
};

/// Messages about to be written, a column each.
#[derive(Default)]
pub(super) struct Rows {
    ids: Vec<Uuid>,
    orders: Vec<Uuid>,
    versions: Vec<i64>,
    kinds: Vec<&'static str>,
    channels: Vec<&'static str>,
    recipients: Vec<String>,
    languages: Vec<&'static str>,
    audiences: Vec<&'static str>,
    states: Vec<&'static str>,
    reasons: Vec<Option<&'static str>>,
    urgent: Vec<bool>,
    payloads: Vec<Value>,
    not_before: Vec<Option<At>>,
}

/// A message that was written and has to be sent.
pub(super) struct Planned {
    pub id: Uuid,
    pub channel: Channel,
    pub urgent: bool,
    pub not_before: Option<At>,
}

impl Rows {
    pub(super) fn push(&mut self, wish: &Wish, line: &Line, leaves: Leaves, payload: Value) {
        self.ids.push(NoticeId::new().0);
        self.orders.push(wish.order.0);
        self.versions.push(wish.version);
        self.kinds.push(wish.kind.as_str());
        self.channels.push(line.channel.as_str());
        self.recipients.push(line.recipient.clone());
        self.languages.push(line.language.tag());
        self.audiences.push(if wish.kind.is_for_staff() { "staff" } else { "customer" });
        self.states.push(match (line.channel, leaves.why) {
            // It is there once it is written.
            (Channel::InApp, _) => "sent",
            (_, Some(_)) => "deferred",
            (_, None) => "pending",
        });
        self.reasons.push(leaves.why);
        self.urgent.push(wish.urgent);
        self.payloads.push(payload);
        self.not_before.push(leaves.at);
    }

    /// Writes them; a message there is already is left as it is. Answers those that have to be sent.
    ///
    /// # Errors
    /// When PostgreSQL is away.
    pub(super) async fn write(
        self,
        conn: &mut PgConnection,
        now: At,
        bulk: Option<BulkId>,
    ) -> Result<Vec<Planned>, Fault> {
        if self.ids.is_empty() {
            return Ok(Vec::new());
        }
        let written = sqlx::query!(
            r#"insert into notice (id, order_id, event_version, kind, channel, recipient, language, audience, state, reason, urgent,
                   payload, not_before, created_at, sent_at, bulk_id)
               select x.id, x.order_id, x.version, x.kind, x.channel, x.recipient, x.language, x.audience, x.state::notice_state, x.reason,
                   x.urgent, x.payload, x.not_before, $14::timestamptz, case when x.state = 'sent' then $14::timestamptz end, $15
               from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                       $10::text[], $11::boolean[], $12::jsonb[], $13::timestamptz[])
                   as x (id, order_id, version, kind, channel, recipient, language, audience, state, reason, urgent, payload, not_before)
               on conflict (order_id, event_version, recipient, channel) do nothing
               returning id, channel, urgent, not_before as "not_before: At""#,
            &self.ids,
            &self.orders,
            &self.versions,
            &self.kinds as _,
            &self.channels as _,
            &self.recipients,
            &self.languages as _,
            &self.audiences as _,
            &self.states as _,
            &self.reasons as _,
            &self.urgent,
            &self.payloads,
            &self.not_before as _,
            now as At,
            bulk.map(|bulk| bulk.0),
        )
        .fetch_all(conn)
        .await?;
        let planned = written.into_iter().filter_map(|row| {
            let channel = Channel::parse(&row.channel).filter(|channel| *channel != Channel::InApp)?;
            Some(Planned { id: row.id, channel, urgent: row.urgent, not_before: row.not_before })
        });
        Ok(planned.collect())
    }
}
