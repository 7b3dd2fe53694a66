//! What carriers told of a parcel (`carrier_event`, `carrier_promise`, `carrier_report`), and what is believed of it (`parcel`).

use sqlx::{PgConnection, types::Json};

use super::{Direction, LabelStatus, TrackingStatus, carrier_family, shippo_token};
use crate::{
    Fault,
    clock::{At, Day},
    ids::{OrderId, ParcelId},
    tracking::{
        Attempts, CarrierEvent, Eta, Known, Progress, Proof, TrackReport, TrackSource,
        timeline::{Headline, Told, moment},
    },
};

/// A parcel as news meets it.
pub(super) struct Tracked {
    pub id: ParcelId,
    /// Our key of who carries it.
    pub carrier: String,
    pub direction: Direction,
    pub is_voided: bool,
    pub label: Option<LabelStatus>,
    /// The day it was expected on before this news.
    pub eta: Option<Day>,
    /// Where it is believed to be.
    pub status: TrackingStatus,
}

/// Which parcel a report is about: by its purchase, else by carrier and number, the newest that counts.
pub(super) async fn find(
    conn: &mut PgConnection,
    report: &TrackReport,
) -> Result<Option<(ParcelId, OrderId)>, Fault> {
    let mut tokens = carrier_family(&report.carrier);
    tokens.push(shippo_token(&report.carrier));
    let row = sqlx::query!(
        "select p.id, p.order_id from parcel p left join label l on l.id = p.label_id
         where l.transaction_id = $1
            or (p.tracking_number = $2 and p.carrier_token = any($3))
         order by (l.transaction_id = $1) is true desc, p.voided_at is null desc, p.created_at desc limit 1",
        report.transaction,
        report.number,
        &tokens as &[&str],
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| (ParcelId(row.id), OrderId(row.order_id))))
}

/// Whether a purchase is one of ours, though its parcel is not here yet.
pub(super) async fn knows_purchase(conn: &mut PgConnection, transaction: &str) -> Result<bool, Fault> {
    let known = sqlx::query_scalar!(
        r#"select exists (select 1 from label where transaction_id = $1) as "known!""#,
        transaction
    );
    Ok(known.fetch_one(conn).await?)
}

/// The parcel as it is now; the caller holds its order's lock.
pub(super) async fn load(conn: &mut PgConnection, id: ParcelId) -> Result<Tracked, Fault> {
    let row = sqlx::query!(
        r#"select p.carrier_token, p.direction, p.voided_at, l.status as "label?: LabelStatus", p.eta as "eta: Day", p.tracking
           from parcel p left join label l on l.id = p.label_id where p.id = $1"#,
        id.0
    )
    .fetch_optional(conn)
    .await?
    .ok_or(Fault::NotFound)?;
    Ok(Tracked {
        id,
        carrier: row.carrier_token.unwrap_or_default(),
        direction: row.direction,
        is_voided: row.voided_at.is_some(),
        label: row.label,
        eta: row.eta,
        status: row.tracking,
    })
}

/// Everything told of a parcel so far.
pub(super) async fn known(conn: &mut PgConnection, id: ParcelId) -> Result<Known, Fault> {
    let events = sqlx::query!(
        r#"select source, event as "event: Json<CarrierEvent>", recorded_at from carrier_event where parcel_id = $1"#,
        id.0
    )
    .fetch_all(&mut *conn)
    .await?;
    let promises = sqlx::query!(
        r#"select source, eta as "eta: Json<Eta>", first_told as "first_told: At", last_told as "last_told: At"
           from carrier_promise where parcel_id = $1"#,
        id.0
    )
    .fetch_all(&mut *conn)
    .await?;
    let reports = sqlx::query!(
        r#"select source, attempts as "attempts: Json<Attempts>", proof as "proof: Json<Proof>"
           from carrier_report where parcel_id = $1"#,
        id.0
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut known = Known::default();
    for row in events {
        known.events.push((Told { source: source(&row.source)?, event: row.event.0 }, row.recorded_at));
    }
    for row in promises {
        let source = source(&row.source)?;
        // First and last time it was named: what lay in between says nothing more.
        for told in [row.first_told, row.last_told] {
            known.etas.push((source, Eta { told, ..row.eta.0.clone() }));
        }
    }
    for row in reports {
        let source = source(&row.source)?;
        known.attempts.extend(row.attempts.map(|it| (source, it.0)));
        known.proofs.extend(row.proof.map(|it| (source, it.0)));
    }
    Ok(known)
}

fn source(word: &str) -> Result<TrackSource, Fault> {
    Ok(TrackSource::parse(word).ok_or_else(|| anyhow::anyhow!("a source of tracking: {word}"))?)
}

/// Keeps one thing told under its key; the caller knows that it is new, or better than what is kept.
pub(super) async fn keep(
    conn: &mut PgConnection,
    parcel: ParcelId,
    told: &Told,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into carrier_event (parcel_id, source, key, event, recorded_at) values ($1, $2, $3, $4, $5)
         on conflict (parcel_id, source, key) do update set event = excluded.event",
        parcel.0,
        told.source.as_str(),
        told.event.key,
        Json(&told.event) as _,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Keeps what a report says of the parcel as a whole, so that the order of telling does not matter: a day with the first and the last time
/// it was named, and the newest word on tries and hand-over.
pub(super) async fn keep_report(
    conn: &mut PgConnection,
    parcel: ParcelId,
    report: &TrackReport,
) -> Result<(), Fault> {
    if let Some(eta) = &report.eta {
        let hours = eta.window.map_or_else(String::new, |(from, to)| format!(" {from} {to}"));
        sqlx::query!(
            "insert into carrier_promise as p (parcel_id, source, key, eta, first_told, last_told) values ($1, $2, $3, $4, $5, $5)
             on conflict (parcel_id, source, key) do update set eta = greatest(p.eta, excluded.eta),
                 first_told = least(p.first_told, excluded.first_told), last_told = greatest(p.last_told, excluded.last_told)",
            parcel.0,
            report.source.as_str(),
            format!("{}{hours}", eta.day.0),
            Json(Eta { told: None, ..eta.clone() }) as _,
            eta.told as Option<At>,
        )
        .execute(&mut *conn)
        .await?;
    }
    let attempts = Some(report.attempts).filter(|it| *it != Attempts::default());
    if attempts.is_some() || report.proof.is_some() {
        let moments = report.events.iter().filter_map(|event| moment(report.source, event));
        let newest = moments.map(|moment| moment.at).max();
        sqlx::query!(
            "insert into carrier_report as r (parcel_id, source, attempts, attempts_at, proof, proof_at)
             values ($1, $2, $3, coalesce($5, '-infinity'::timestamptz), $4, coalesce($5, '-infinity'::timestamptz))
             on conflict (parcel_id, source) do update set
                 (attempts, attempts_at) = (select a, t from (values (r.attempts, r.attempts_at), (excluded.attempts, excluded.attempts_at)) as v (a, t)
                     order by a is not null desc, t desc, a desc limit 1),
                 (proof, proof_at) = (select p, t from (values (r.proof, r.proof_at), (excluded.proof, excluded.proof_at)) as v (p, t)
                     order by p is not null desc, t desc, p desc limit 1)",
            parcel.0,
            report.source.as_str(),
            attempts.map(Json) as _,
            report.proof.as_ref().map(Json) as _,
            newest as Option<At>,
        )
        .execute(conn)
        .await?;
    }
    Ok(())
}

/// Writes where it is believed to be.
pub(super) async fn believe(
    conn: &mut PgConnection,
    parcel: ParcelId,
    headline: &Headline,
) -> Result<(), Fault> {
    let meaning = headline.meaning;
    sqlx::query!(
        "update parcel set tracking = $2, tracking_at = $3, tracking_state = $4, tracking_cause = $5, tracking_action = $6, last_scan_at = $7
         where id = $1",
        parcel.0,
        meaning.status() as _,
        headline.since as Option<At>,
        meaning.state.as_str(),
        meaning.cause.map(|it| it.as_str()),
        meaning.action.map(|it| it.as_str()),
        headline.last_scan as Option<At>,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes what it all comes to, for pages to read. True when that is something else than before.
pub(super) async fn write(
    conn: &mut PgConnection,
    parcel: ParcelId,
    progress: &Progress,
) -> Result<bool, Fault> {
    let attempts = Some(progress.attempts).filter(|it| *it != Attempts::default());
    let written = sqlx::query!(
        "update parcel set timeline = $2, promises = $3, attempts = $4, proof = $5, first_scan_at = $6, eta = $7
         where id = $1 and (timeline, promises, attempts, proof, first_scan_at, eta) is distinct from ($2, $3, $4, $5, $6, $7)",
        parcel.0,
        Json(&progress.timeline) as _,
        Json(&progress.promises) as _,
        attempts.map(Json) as _,
        progress.proof.as_ref().map(Json) as _,
        progress.first_scan as Option<At>,
        progress.promises.last().map(|promise| promise.day) as Option<Day>,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// It travels although its label was to be given back: it counts again.
pub(super) async fn count_again(conn: &mut PgConnection, parcel: ParcelId) -> Result<(), Fault> {
    sqlx::query!("update parcel set voided_at = null where id = $1", parcel.0).execute(conn).await?;
    Ok(())
}
