//! Verb: a program asks for one thing of an order. Once, however often it asks; and only of the order it saw, where it says which.
//!
//! What may be asked is what staff may do on the order's page, through the same steps.

mod steps;

use serde::{Deserialize, Deserializer};
use uuid::Uuid;

use super::{Priority, Status, record, store};
use crate::{
    Fault, Shop, history,
    ids::{OrderId, StaffId},
    parcel::{self, ParcelDetails},
    staff::Person,
};

/// By which request, and of which order.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// The same over all retries: what a request has done is not done again.
    pub request: Uuid,
    /// The order's version that was seen; nothing is done with a newer one. Any, when absent.
    pub seen: Option<i64>,
}

/// What is asked.
#[derive(Debug, Clone)]
pub enum Wish {
    /// How urgent it is, whose it is, what its buyer asks for: all of it or nothing.
    Change(OrderChange),
    /// On to a stage, to the one that follows when none is named; or back, to the nearest.
    Move {
        /// Its key.
        stage: Option<String>,
        /// Back instead of on.
        back: bool,
    },
    /// Back to the review of its specs, with a message to its customer.
    SendBack {
        /// In staff's words.
        message: String,
    },
    /// On hold.
    Hold {
        /// For staff; may be empty.
        why: String,
    },
    /// Off hold.
    Release,
    /// Called off, with everything that follows: money, slot, stock, labels.
    Cancel,
    /// A note that only staff read.
    Note {
        /// The words.
        text: String,
    },
    /// A further box.
    Add(ParcelDetails),
    /// It has left, with a box where something is known of one.
    Ship(ParcelDetails),
    /// On to the stage that stands for a status, with a box when that is `shipped`, and with a note.
    Reach {
        /// The status wanted.
        status: Status,
        /// Of the box.
        details: ParcelDetails,
        /// For staff.
        note: Option<String>,
    },
}

/// What may be changed of an order; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderChange {
    /// How urgent it is. `hold` puts it on hold, anything else releases it.
    #[serde(default)]
    pub priority: Option<Priority>,
    /// In whose hands it is: the id of somebody who works here, or `null` for nobody's.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<Uuid>)]
    pub assignee: Option<Option<StaffId>>,
    /// What the buyer asks for, over what was written before; `null` for nothing.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub notes: Option<Option<String>>,
}

/// Characters the buyer's notes have at most.
const LONGEST_NOTES: usize = 2000;

impl OrderChange {
    /// Everything that is wrong, as (path of the field, why).
    pub fn flaws(&self) -> Vec<(String, String)> {
        let notes = self.notes.as_ref().and_then(Option::as_ref);
        match notes {
            Some(notes) if notes.chars().count() > LONGEST_NOTES => {
                vec![("/notes".to_owned(), format!("is longer than {LONGEST_NOTES} characters"))]
            }
            _ => Vec::new(),
        }
    }
}

/// `null` is something said; only what is absent is not.
fn said<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// Does it, all or nothing; the answer is the order's version after it. The details of a box are to be checked before.
///
/// # Errors
/// [`Fault::Conflict`] when the order is at another version than was seen; [`Fault::Refused`] when the rules say no;
/// [`Fault::NotFound`].
pub async fn ask(shop: &Shop, by: &Person, id: OrderId, wish: &Wish, asked: Asked) -> Result<i64, Fault> {
    let mut tx = shop.pool.begin().await?;
    if let Wish::Add(details) | Wish::Ship(details) | Wish::Reach { details, .. } = wish {
        parcel::store::meet(&mut tx, details).await?;
    }
    let mut order = store::lock(&mut tx, id).await?;
    if let Some(version) = history::caused_by(&mut tx, id, asked.request).await? {
        return Ok(version);
    }
    if asked.seen.is_some_and(|seen| seen != order.version) {
        return Err(record::conflict(&mut tx, &order).await?);
    }
    let actor = by.actor().asked_by(asked.request);
    let step = steps::Step { shop, actor: &actor, language: by.language, now: shop.clock.now() };
    step.take(&mut tx, &mut order, wish).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    shop.bell.work_waits();
    Ok(order.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn null_is_said_and_absence_is_not() {
        let read = |text: &str| serde_json::from_str::<OrderChange>(text).unwrap();
        assert_eq!(read("{}"), OrderChange::default());
        assert_eq!(read(r#"{"assignee":null}"#).assignee, Some(None));
        assert_eq!(read(r#"{"notes":"now"}"#).notes, Some(Some("now".to_owned())));
        for wrong in ["status", "refunded", "role", "version", "payment", "total"] {
            assert!(serde_json::from_str::<OrderChange>(&format!(r#"{{"{wrong}":1}}"#)).is_err(), "{wrong}");
        }
        let long = OrderChange { notes: Some(Some("x".repeat(2001))), ..OrderChange::default() };
        assert_eq!(long.flaws()[0].0, "/notes");
    }
}
