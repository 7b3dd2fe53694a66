//! Every query on `parcel_alarm`, and what a parcel is judged by.

use jiff::tz::TimeZone;
use sqlx::{PgConnection, types::Json};
use uuid::Uuid;

use crate::{
    Fault, Shop,
    clock::{At, Day},
    ids::{OrderId, ParcelId},
    order::{Address, Status},
    tracking::{
        Action, Attempts, Cause, Meaning, ScanPlace, TrackingState,
        timeline::{Headline, Line, zone},
        watch::{Alarm, AlarmKind, Lane, Outlook, Patience, Promise, Todo, Watched, alarm, late},
    },
};

/// A parcel as its alarms see it.
pub(super) struct Judged {
    carrier: String,
    /// Whether anybody would tell if it moved: without that silence means nothing.
    is_followed: bool,
    /// Whether it is on its way to a customer who waits for it.
    counts: bool,
    headline: Headline,
    since: At,
    attempts: Attempts,
    promises: Vec<Promise>,
    address: Address,
    /// The newest words that say what is believed.
    pub words: Option<String>,
}

impl Judged {
    /// What about it needs a person now.
    pub fn alarm(&self, shop: &Shop, now: At) -> Option<Alarm> {
        if !self.counts {
            return None;
        }
        let there = ScanPlace {
            region: self.address.state.clone(),
            postcode: Some(self.address.postal_code.clone()),
            country: Some(self.address.country.clone()),
            ..ScanPlace::default()
        };
        let wall = zone(&there).unwrap_or_else(|| shop.about.zone.clone());
        let outlook = Outlook {
            headline: self.headline,
            promised: self.promises.first().map(|promise| promise.day),
            expected: self.promises.last().map(|promise| promise.day),
            now: on_the_wall(now, wall),
        };
        let lane = Lane::between(&shop.about.ship_from.address.country, &self.address.country);
        let raised = alarm(&Watched {
            headline: self.headline,
            since: self.since,
            until: self.attempts.until,
            late: late(&outlook),
            patience: Patience::usual(&self.carrier, lane),
            zone: shop.about.zone.clone(),
            now,
        });
        let by_silence = |it: &Alarm| matches!(it.kind, AlarmKind::NeverScanned | AlarmKind::Silent);
        raised.filter(|it| self.is_followed || !by_silence(it))
    }
}

fn on_the_wall(now: At, zone: TimeZone) -> jiff::civil::DateTime {
    now.0.to_zoned(zone).datetime()
}

/// A parcel of an order, as its alarms see it; `None` when there is none.
pub(super) async fn judged(
    conn: &mut PgConnection,
    shop: &Shop,
    id: ParcelId,
) -> Result<Option<Judged>, Fault> {
    let row = sqlx::query!(
        r#"select p.carrier_token, p.tracking_number, p.label_id, p.tracking_state, p.tracking_cause, p.tracking_action, p.tracking_at, p.last_scan_at,
                  p.created_at, p.attempts as "attempts: Json<Attempts>", p.promises as "promises: Json<Vec<Promise>>",
                  p.timeline as "timeline: Json<Vec<Line>>",
                  p.direction = 'outbound' and p.voided_at is null as "goes!",
                  o.status as "status: Status", o.address as "address: Json<Address>"
           from parcel p join orders o on o.id = p.order_id where p.id = $1"#,
        id.0
    )
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let meaning = Meaning {
        state: TrackingState::parse(&row.tracking_state).unwrap_or_default(),
        cause: row.tracking_cause.as_deref().and_then(Cause::parse),
        action: row.tracking_action.as_deref().and_then(Action::parse),
    };
    let carrier = row.carrier_token.unwrap_or_default();
    let telling = row.timeline.0.iter().rev().filter(|line| line.meaning.state == meaning.state);
    // Who marked an order delivered by hand waits for no parcel.
    let is_over = matches!(row.status, Status::Delivered | Status::Cancelled | Status::Returned);
    Ok(Some(Judged {
        // Shippo tells of what was bought there, whoever carries it.
        is_followed: row.tracking_number.is_some()
            && (shop.follows(&carrier) || row.label_id.is_some() && shop.shippo.is_there()),
        counts: row.goes && !is_over,
        headline: Headline { meaning, since: row.tracking_at, last_scan: row.last_scan_at },
        since: row.created_at,
        attempts: row.attempts.map(|it| it.0).unwrap_or_default(),
        promises: row.promises.0,
        address: row.address.0,
        words: telling.filter_map(|line| line.words.clone()).next(),
        carrier,
    }))
}

/// The open alarm of a parcel.
pub(super) async fn open(conn: &mut PgConnection, id: ParcelId) -> Result<Option<Alarm>, Fault> {
    let row = sqlx::query!(
        r#"select kind, todo, deadline as "deadline: Day" from parcel_alarm where parcel_id = $1 and settled_at is null"#,
        id.0
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.and_then(|row| alarm_of(&row.kind, &row.todo, row.deadline)))
}

fn alarm_of(kind: &str, todo: &str, deadline: Option<Day>) -> Option<Alarm> {
    Some(Alarm { kind: AlarmKind::parse(kind)?, todo: Todo::parse(todo)?, deadline })
}

/// Ends the open alarm, and begins the other one when there is one.
pub(super) async fn replace(
    conn: &mut PgConnection,
    id: ParcelId,
    alarm: Option<Alarm>,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "update parcel_alarm set settled_at = $2 where parcel_id = $1 and settled_at is null",
        id.0,
        now as At
    )
    .execute(&mut *conn)
    .await?;
    if let Some(alarm) = alarm {
        sqlx::query!(
            "insert into parcel_alarm (id, parcel_id, kind, todo, deadline, raised_at) values ($1, $2, $3, $4, $5, $6)",
            Uuid::now_v7(),
            id.0,
            alarm.kind.as_str(),
            alarm.todo.as_str(),
            alarm.deadline as Option<Day>,
            now as At,
        )
        .execute(conn)
        .await?;
    }
    Ok(())
}

/// The gravest open alarm among an order's parcels.
pub(super) async fn gravest(
    conn: &mut PgConnection,
    order: OrderId,
) -> Result<Option<(ParcelId, Alarm)>, Fault> {
    let rows = sqlx::query!(
        r#"select a.parcel_id, a.kind, a.todo, a.deadline as "deadline: Day" from parcel_alarm a join parcel p on p.id = a.parcel_id
           where p.order_id = $1 and a.settled_at is null order by p.position"#,
        order.0
    )
    .fetch_all(conn)
    .await?;
    let open = rows
        .into_iter()
        .filter_map(|row| Some((ParcelId(row.parcel_id), alarm_of(&row.kind, &row.todo, row.deadline)?)));
    Ok(open.min_by_key(|(_, alarm)| alarm.kind))
}

/// The parcels of orders that have an open alarm.
pub(super) async fn with_alarm(
    conn: &mut PgConnection,
    orders: &[Uuid],
) -> Result<Vec<(ParcelId, OrderId)>, Fault> {
    let rows = sqlx::query!(
        "select p.id, p.order_id from parcel_alarm a join parcel p on p.id = a.parcel_id
         where a.settled_at is null and p.order_id = any($1)",
        orders
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (ParcelId(row.id), OrderId(row.order_id))).collect())
}

/// Boxes under way after an id, or with an open alarm: so many at most, each with its order.
pub(super) async fn under_way(
    pool: &sqlx::PgPool,
    after: ParcelId,
    limit: i64,
) -> Result<Vec<(ParcelId, OrderId)>, Fault> {
    let rows = sqlx::query!(
        r#"select p.id, p.order_id from parcel p
           where p.id > $1 and ((p.direction = 'outbound' and p.voided_at is null and p.tracking_state not in ('delivered', 'returned'))
               or exists (select 1 from parcel_alarm a where a.parcel_id = p.id and a.settled_at is null))
           order by p.id limit $2"#,
        after.0,
        limit,
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (ParcelId(row.id), OrderId(row.order_id))).collect())
}
