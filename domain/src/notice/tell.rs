//! Turns wishes into messages, a statement for all of them: rules, then preferences, then when. Whether an address is suppressed is asked
//! when the message leaves, so that staff see what did not go, and why (ADR 0035).

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    time::Duration,
};

use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use super::{
    Channel, Haste, NoticeKind, SendNotice,
    lines::{self, Line},
    overtake::{self, Newer, Overtaken},
    rows::{Planned, Rows},
    rules, when,
    when::{DIGEST, leaves_at},
    wish::Wish,
};
use crate::{
    Fault,
    clock::At,
    ids::{BulkId, NoticeId},
    queue,
};

/// Plans what is wished, for everybody whom it concerns and who wants it: at most one message per event, recipient and channel.
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn tell(
    conn: &mut PgConnection,
    wishes: &[Wish],
    now: At,
    held: Option<(BulkId, At)>,
) -> Result<(), Fault> {
    if wishes.is_empty() {
        return Ok(());
    }
    let lines = wanted_lines(conn, wishes).await?;
    let waited = overtaken(conn, wishes, &lines).await?;
    let mut rows = Rows::default();
    for line in &lines {
        let Some(wish) = wishes.get(line.about) else { continue };
        let before = waited.get(&(wish.order.0, line.channel, line.recipient.as_str()));
        let before = before.filter(|_| wish.kind == NoticeKind::Shipped);
        let leaves = leaves(wish, line, now, held.map(|(_, until)| until), before);
        let payload =
            before.map_or_else(|| wish.payload.clone(), |before| together(&before.payload, &wish.payload));
        rows.push(wish, line, leaves, payload);
    }
    let planned = rows.write(conn, now, held.map(|(bulk, _)| bulk)).await?;
    let haste = if held.is_some() { Haste::Bulk } else { Haste::Normal };
    enqueue(conn, planned, haste, now).await
}

/// Has them sent, each in its time: those that leave at one time are written down together.
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn enqueue(
    conn: &mut PgConnection,
    planned: Vec<Planned>,
    haste: Haste,
    now: At,
) -> Result<(), Fault> {
    let apps = to_apps(conn, &planned).await?;
    let mut jobs: BTreeMap<i64, Vec<SendNotice>> = BTreeMap::new();
    for row in planned {
        let haste = if row.urgent { Haste::Urgent } else { haste };
        let wait = row.not_before.map_or(0, |at| now.seconds_until(at).max(0));
        jobs.entry(wait).or_default().push(SendNotice {
            notice: NoticeId(row.id),
            channel: row.channel,
            haste,
            app: apps.contains(&row.id),
        });
    }
    for (wait, jobs) in jobs {
        queue::enqueue_many(conn, &jobs, Duration::from_secs(wait.unsigned_abs())).await?;
    }
    Ok(())
}

/// Which of them go to the shop's own app.
async fn to_apps(conn: &mut PgConnection, planned: &[Planned]) -> Result<HashSet<Uuid>, Fault> {
    let push: Vec<Uuid> =
        planned.iter().filter(|row| row.channel == Channel::Push).map(|row| row.id).collect();
    if push.is_empty() {
        return Ok(HashSet::new());
    }
    let apps = sqlx::query_scalar!(
        "select n.id from notice n join push_subscription s on s.id = case when n.channel = 'push' then n.recipient::uuid end
         where n.id = any($1) and s.kind = 'fcm'",
        &push,
    )
    .fetch_all(conn)
    .await?;
    Ok(apps.into_iter().collect())
}

/// The lines along which it goes.
async fn wanted_lines(conn: &mut PgConnection, wishes: &[Wish]) -> Result<Vec<Line>, Fault> {
    let for_staff = wishes.iter().enumerate().filter(|(_, wish)| wish.kind.is_for_staff());
    let for_staff: Vec<_> = for_staff.map(|(about, wish)| (about, Some(wish.order.0), wish.kind)).collect();
    let mut found = Vec::new();
    if for_staff.len() < wishes.len() {
        found = lines::customers(conn, wishes).await?;
    }
    if !for_staff.is_empty() {
        found.extend(lines::staff(conn, &for_staff).await?);
    }
    found.retain(|line| {
        wishes
            .get(line.about)
            .is_some_and(|wish| rules::wanted(wish.kind, wish.topic(), line.channel, line.rule, line.choice))
    });
    Ok(found)
}

type Waited<'a> = HashMap<(Uuid, Channel, &'a str), Overtaken>;

/// Takes back the older news of the way that waits along these lines; of parcels, what it said is told together with the newer.
async fn overtaken<'a>(
    conn: &mut PgConnection,
    wishes: &[Wish],
    lines: &'a [Line],
) -> Result<Waited<'a>, Fault> {
    let newer = lines.iter().filter(|line| line.channel != Channel::InApp).filter_map(|line| {
        let wish = wishes.get(line.about).filter(|wish| when::is_status_news(wish.kind))?;
        Some(Newer {
            order: wish.order.0,
            version: wish.version,
            channel: line.channel,
            recipient: &line.recipient,
        })
    });
    let newer: Vec<_> = newer.collect();
    let mut waited = HashMap::new();
    for older in overtake::older(conn, &newer).await? {
        let line = newer.iter().find(|line| {
            line.order == older.order
                && line.recipient == older.recipient
                && line.channel.as_str() == older.channel
        });
        if let Some(line) = line.filter(|_| older.kind == NoticeKind::Shipped.as_str()) {
            waited.insert((line.order, line.channel, line.recipient), older);
        }
    }
    Ok(waited)
}

/// How a message waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Leaves {
    /// Until when, when it waits.
    pub at: Option<At>,
    /// Why, when it waits for people and not for an undo.
    pub why: Option<&'static str>,
}

/// When it leaves: after the time in which it can be undone, together with what it is told with, and at a decent hour.
fn leaves(wish: &Wish, line: &Line, now: At, held: Option<At>, before: Option<&Overtaken>) -> Leaves {
    if line.channel == Channel::InApp {
        return Leaves { at: None, why: None };
    }
    let recallable = if wish.recallable && held.is_none() { now.plus(line.hold_seconds) } else { now };
    let undone = held.map_or(recallable, |held| held.max(now));
    // What already waits for further parcels does not wait longer for each.
    let together = match before {
        Some(before) => before.not_before.unwrap_or(now),
        None if wish.digested => now.plus(DIGEST),
        None => now,
    };
    let ready = undone.max(together);
    let at = leaves_at(ready, &line.zone, line.quiet, wish.urgent);
    let why = if at > ready { Some("quiet_hours") } else { (together > undone).then_some("digest") };
    Leaves { at: (at > now).then_some(at), why }
}

/// What two messages about parcels say, in one.
fn together(before: &Value, now: &Value) -> Value {
    let parcels =
        |payload: &Value| payload.get("parcels").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut all = parcels(before);
    all.extend(parcels(now));
    json!({ "parcels": all })
}
