//! The boxes panel: what left or will leave, its labels, and what carriers say.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    super::{LabelView, ParcelView, Priority, ScanView, Status, store::Order},
    money::words,
};
use crate::{
    Fault, Language, Shop,
    dates::moment,
    ids::{LabelId, OrderId, ParcelId},
    language::{say, say_with},
    parcel::{Direction, LabelStatus, TrackingStatus},
};

/// An order's boxes, and its labels that are no box.
pub(super) struct Boxes {
    pub parcels: Vec<ParcelView>,
    pub labels: Vec<LabelView>,
}

impl Boxes {
    fn all(&self) -> impl Iterator<Item = &LabelView> {
        self.parcels.iter().filter_map(|parcel| parcel.label.as_ref()).chain(&self.labels)
    }

    /// How many labels nobody has used.
    pub fn unused(&self) -> i64 {
        i64::try_from(
            self.all().filter(|label| label.voidable && label.status == LabelStatus::Bought).count(),
        )
        .unwrap_or_default()
    }

    /// The number of the first box that has no label and may get one.
    pub fn next(&self, direction: Direction) -> i16 {
        let taken = |number| {
            self.all().any(|label| {
                label.direction == direction && label.box_number == number && label.status.is_live()
            })
        };
        (1..i16::MAX).find(|number| !taken(*number)).unwrap_or(1)
    }

    /// Whether a label may be bought for the way to the customer, by the rules of [`crate::parcel::buy_label`]: the first moves the
    /// order on, so that later only a further box, or the same one after its label came to nothing, gets one. None is offered while
    /// it is open what became of another.
    pub fn may_buy(&self, order: &Order) -> bool {
        let next = self.next(Direction::Outbound);
        let mut to_them = self.all().filter(|label| label.direction == Direction::Outbound);
        let here = match order.state.status {
            Status::Confirmed => true,
            Status::Processing => next > 1 || to_them.any(|label| label.box_number == next),
            _ => false,
        };
        here && !self.any_open() && order.state.payment.is_covered() && order.state.priority != Priority::Hold
    }

    fn any_open(&self) -> bool {
        self.all().any(|label| {
            label.direction == Direction::Outbound
                && matches!(label.status, LabelStatus::Intended | LabelStatus::Calling | LabelStatus::Unknown)
        })
    }

    /// Whether there is no label for the way back.
    pub fn none_back(&self) -> bool {
        !self.all().any(|label| label.direction == Direction::Return && label.status.is_live())
    }
}

/// Reads them, in the reader's language.
pub(super) async fn boxes(
    conn: &mut sqlx::PgConnection,
    shop: &Shop,
    id: OrderId,
    language: Language,
) -> Result<Boxes, Fault> {
    let mut labels = labels(conn, shop, id, language).await?;
    let mut scans = scans(conn, shop, id, language).await?;
    let rows = sqlx::query!(
        "select id, label_id, carrier, carrier_token, tracking_number, tracking_url, direction, tracking, tracking_at, eta::text as eta, voided_at
         from parcel where order_id = $1 order by position",
        id.0
    )
    .fetch_all(conn)
    .await?;
    let parcels = rows.into_iter().map(|row| {
        let status: TrackingStatus = row.tracking;
        let label = row.label_id.and_then(|id| {
            let at = labels.iter().position(|label| label.id == LabelId(id))?;
            Some(labels.remove(at))
        });
        ParcelView {
            id: ParcelId(row.id),
            trackable: row.carrier_token.is_some()
                && row.tracking_number.is_some()
                && row.voided_at.is_none(),
            carrier: row.carrier,
            tracking_number: row.tracking_number,
            tracking_url: row.tracking_url,
            direction: row.direction,
            tracking: status,
            seen: row.tracking_at.map(|at| moment(at, language, &shop.about.zone)),
            eta: row.eta.and_then(|day| day_in_words(&day, language)),
            voided: row.voided_at.is_some(),
            label: label.map(|label| LabelView { voidable: label.voidable && !status.has_moved(), ..label }),
            scans: scans.remove(&row.id).unwrap_or_default(),
        }
    });
    let parcels: Vec<_> = parcels.collect();
    Ok(Boxes { parcels, labels: newest_of_each_box(labels) })
}

/// "Thu 26 Nov" for `2026-11-26`: a carrier promises a day, in no zone.
fn day_in_words(day: &str, language: Language) -> Option<String> {
    let day: jiff::civil::Date = day.parse().ok()?;
    let weekday = say(language, &format!("weekday-{}", day.weekday().to_monday_zero_offset()));
    let month = say(language, &format!("month-{}", day.month()));
    let number = i64::from(day.day()).to_string();
    Some(say_with(
        language,
        "date",
        vec![("weekday", weekday.into()), ("day", number.into()), ("month", month.into())],
    ))
}

/// An earlier attempt for a box says nothing once there is a later one: the history keeps it.
fn newest_of_each_box(labels: Vec<LabelView>) -> Vec<LabelView> {
    let mut kept: Vec<LabelView> = Vec::new();
    for label in labels {
        let known =
            |other: &LabelView| (other.box_number, other.direction) == (label.box_number, label.direction);
        if label.status != LabelStatus::Refused || !kept.iter().any(known) {
            kept.push(label);
        }
    }
    kept
}

async fn labels(
    conn: &mut sqlx::PgConnection,
    shop: &Shop,
    id: OrderId,
    language: Language,
) -> Result<Vec<LabelView>, Fault> {
    let rows = sqlx::query!(
        "select id, box as box_number, direction, status, carrier, service, quoted, cost, currency, label_url, error_code, error, actor, created_at
         from label where order_id = $1 order by created_at desc, id desc",
        id.0
    )
    .fetch_all(conn)
    .await?;
    let rows = rows.into_iter().map(|row| {
        let status: LabelStatus = row.status;
        let price = row.cost.or(row.quoted);
        LabelView {
            id: LabelId(row.id),
            box_number: row.box_number,
            direction: row.direction,
            status,
            carrier: row.carrier,
            service: row.service,
            cost: price.zip(row.currency).map(|(minor, currency)| words(minor, &currency, language)),
            paid: row.cost.is_some(),
            file: row.label_url,
            error_code: row.error_code,
            error: row.error,
            who: row.actor,
            at: moment(row.created_at, language, &shop.about.zone),
            voidable: matches!(status, LabelStatus::Bought | LabelStatus::VoidRefused),
        }
    });
    Ok(rows.collect())
}

async fn scans(
    conn: &mut sqlx::PgConnection,
    shop: &Shop,
    id: OrderId,
    language: Language,
) -> Result<HashMap<Uuid, Vec<ScanView>>, Fault> {
    let rows = sqlx::query!(
        "select s.parcel_id, s.tracking, s.substatus, s.detail, s.place, s.happened_at from scan s join parcel p on p.id = s.parcel_id
         where p.order_id = $1 order by s.happened_at desc nulls last, s.recorded_at desc limit 500",
        id.0
    )
    .fetch_all(conn)
    .await?;
    let mut scans: HashMap<Uuid, Vec<ScanView>> = HashMap::new();
    for row in rows {
        scans.entry(row.parcel_id).or_default().push(ScanView {
            tracking: row.tracking,
            code: row.substatus,
            detail: row.detail,
            place: row.place,
            at: row.happened_at.map(|at| moment(at, language, &shop.about.zone)),
        });
    }
    Ok(scans)
}
