//! What an event asks to be told, before anybody's rules and wishes are asked.

use serde_json::{Value, json};

use super::{NoticeKind, Topic};
use crate::{
    event::{Kind, Source},
    history::Entry,
    ids::OrderId,
    order::Status,
};

/// One thing to be told about one event, to all whom it concerns.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    pub order: OrderId,
    /// The event's.
    pub version: i64,
    pub kind: NoticeKind,
    /// The headline after the event.
    pub to: Status,
    /// Goes at night, and before others.
    pub urgent: bool,
    /// Staff may still take the step back.
    pub recallable: bool,
    /// Further ones of its kind are told of with it.
    pub digested: bool,
    /// What the words need beside the order.
    pub payload: Value,
}

/// An event as planning looks at it, one of many or alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cause<'a> {
    pub order: OrderId,
    pub version: i64,
    pub kind: Kind,
    pub from: Option<Status>,
    pub to: Status,
    /// Whether it entered a stage that tells customers in its own words.
    pub tells: bool,
    pub source: Source,
    pub payload: &'a Value,
}

impl<'a> Cause<'a> {
    pub(super) fn of(entry: &'a Entry<'_>) -> Self {
        Self {
            order: entry.order,
            version: entry.version,
            kind: entry.kind,
            from: entry.from,
            to: entry.to,
            tells: entry.tells,
            source: entry.actor.source,
            payload: &entry.payload,
        }
    }

    /// Whether the headline went on, so that earlier news of the way may be true no more.
    pub(super) fn moves(&self) -> bool {
        self.from != Some(self.to)
    }

    /// What customer and staff are to be told.
    pub(super) fn wishes(&self) -> Vec<Wish> {
        let ours = NoticeKind::about(self.kind, self.from, self.to);
        let customer = if self.tells { NoticeKind::in_its_own_words(ours) } else { ours };
        let word = self.payload.get("status").and_then(Value::as_str);
        let staff = NoticeKind::for_staff(self.kind, self.from, self.to, word);
        [customer, staff].into_iter().flatten().map(|kind| self.wish(kind)).collect()
    }

    fn wish(&self, kind: NoticeKind) -> Wish {
        let parcel = self.payload.get("parcel").filter(|_| kind == NoticeKind::Shipped);
        let payload = match kind {
            NoticeKind::StaffDispute => self.payload.clone(),
            NoticeKind::Delayed => json!({ "previous": self.payload.get("previous") }),
            _ => parcel.map_or_else(|| json!({}), |parcel| json!({ "parcels": [parcel] })),
        };
        let own_act = kind == NoticeKind::Cancelled && self.source == Source::Customer;
        Wish {
            order: self.order,
            version: self.version,
            kind,
            to: self.to,
            // Somebody sits there and waits for it, or it is their money.
            urgent: own_act || matches!(kind, NoticeKind::Confirmation | NoticeKind::Refunded),
            recallable: self.kind == Kind::StageEntered && self.source == Source::Staff,
            digested: self.kind == Kind::ParcelAdded && kind == NoticeKind::Shipped,
            payload,
        }
    }
}

impl Wish {
    /// By which topic customers choose it: a stage's own words stand for the status of that stage.
    pub(super) fn topic(&self) -> Option<Topic> {
        match (self.kind, self.to) {
            (NoticeKind::Progress, Status::OutForDelivery) => Some(Topic::OutForDelivery),
            _ => self.kind.topic(),
        }
    }
}
