//! The boxes panel: what left or will leave, its labels, and what carriers say.

use jiff::civil::Date;
use sqlx::types::Json;

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
    tracking::{Attempts, Meaning, Proof, ScanPlace, timeline::Line, watch::Promise},
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
    let rows = sqlx::query!(
        r#"select id, label_id, carrier, carrier_token, tracking_number, tracking_url, direction, tracking, tracking_at, voided_at,
                  json_build_object('state', tracking_state, 'cause', tracking_cause, 'action', tracking_action) as "meaning!: Json<Meaning>",
                  timeline as "timeline: Json<Vec<Line>>", promises as "promises: Json<Vec<Promise>>",
                  attempts as "attempts: Json<Attempts>", proof as "proof: Json<Proof>"
           from parcel where order_id = $1 order by position"#,
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
        let mut days: Vec<Date> = row.promises.0.iter().map(|promise| promise.day.0).collect();
        days.dedup();
        let expected = days.pop();
        let attempts = row.attempts.map(|it| it.0).unwrap_or_default();
        let in_words = |day: Date| day_in_words(day, language);
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
            meaning: row.meaning.0,
            eta: expected.map(in_words),
            was: days.into_iter().map(in_words).collect(),
            tries: attempts.count.filter(|times| *times > 0),
            again: attempts.next.map(|day| in_words(day.0)),
            until: attempts.until.map(|day| in_words(day.0)),
            received_by: row.proof.and_then(|it| it.0.received_by),
            voided: row.voided_at.is_some(),
            label: label.map(|label| LabelView { voidable: label.voidable && !status.has_moved(), ..label }),
            scans: scans(shop, row.timeline.0, language),
        }
    });
    let parcels: Vec<_> = parcels.collect();
    Ok(Boxes { parcels, labels: newest_of_each_box(labels) })
}

/// "Thu 26 Nov" for `2026-11-26`: a carrier promises a day, in no zone.
fn day_in_words(day: Date, language: Language) -> String {
    let weekday = say(language, &format!("weekday-{}", day.weekday().to_monday_zero_offset()));
    let month = say(language, &format!("month-{}", day.month()));
    let number = i64::from(day.day()).to_string();
    say_with(
        language,
        "date",
        vec![("weekday", weekday.into()), ("day", number.into()), ("month", month.into())],
    )
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

/// The newest first.
fn scans(shop: &Shop, timeline: Vec<Line>, language: Language) -> Vec<ScanView> {
    let view = |line: Line| ScanView {
        meaning: line.meaning,
        code: line.code,
        detail: line.words,
        language: line.language,
        sources: line.sources,
        place: line.place.as_ref().and_then(ScanPlace::spell),
        at: line.at.map(|at| moment(at, language, &shop.about.zone)),
    };
    timeline.into_iter().rev().map(view).collect()
}
