//! Verb: staff look at what a bulk change would do. Nothing changes; the selection is frozen.

use super::{Action, CHUNK, Selection, judge::judge, labels, message, store, store::Outcomes};
use crate::{
    Fault, Reason, Shop,
    ids::{BulkId, StaffId},
    notice::{
        Channel,
        by_hand::{Words, read_hour},
    },
    order::{LONGEST_NOTE, Priority, many},
    staff::{self, Person, Role},
    workflow,
};

/// Previews nobody started are swept after a day.
const KEPT_SECONDS: i64 = 24 * 3600;

/// An action as a form names it.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// `move`, `back`, `priority`, `release`, `assign`, `note`, `message` or `labels`.
    pub action: String,
    /// Key of the stage.
    pub stage: String,
    /// How urgent.
    pub priority: String,
    /// Id of a person; empty for nobody.
    pub staff: String,
    /// The note, or the message.
    pub text: String,
    /// The message's subject.
    pub subject: String,
    /// When the message leaves, on the shop's clocks (`2027-01-16T09:00`); empty for at once.
    pub at: String,
}

/// Writes down what would become of each order, by the very rules that will decide.
///
/// # Errors
/// [`Fault::Refused`] when nothing or too much is selected, when the action makes no sense, or when the person may not ask for it.
pub async fn preview(shop: &Shop, by: &Person, selection: &Selection, wish: &Wish) -> Result<BulkId, Fault> {
    by.must_be(Role::Operator)?;
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let action = read(&mut tx, shop, by, wish).await?;
    by.must_be(action.needs())?;
    let ids = selection.ids(&mut tx, shop, action.most()).await?;
    let id = BulkId::new();
    sqlx::query!(
        "delete from bulk where state = 'preview' and created_at < $1",
        now.plus(-KEPT_SECONDS) as crate::clock::At
    )
    .execute(&mut *tx)
    .await?;
    store::insert(&mut tx, id, by, (&action, selection), ids.len(), now).await?;
    for chunk in ids.chunks(usize::try_from(CHUNK).unwrap_or(500) * 2) {
        let mut outcomes = Outcomes::default();
        if action == Action::BuyLabels {
            for order in chunk {
                let (outcome, reason) = labels::rehearse(&mut tx, &by.actor(), *order, now).await?;
                outcomes.push(*order, outcome, reason.as_ref(), None)?;
            }
        } else {
            let silenced = message::silenced(&mut tx, &action, chunk).await?;
            for (order, assignee) in many::load(&mut tx, chunk).await? {
                let order_id = order.id.0;
                let verdict =
                    judge((order, assignee), &action, by.language).unless(silenced.contains(&order_id));
                outcomes.push(order_id, verdict.outcome(), verdict.reason(), None)?;
            }
        }
        store::predict(&mut tx, id, &outcomes).await?;
    }
    tx.commit().await?;
    Ok(id)
}

async fn read(conn: &mut sqlx::PgConnection, shop: &Shop, by: &Person, wish: &Wish) -> Result<Action, Fault> {
    match wish.action.as_str() {
        "move" | "back" => {
            let labels = workflow::store::stages(conn, by.language).await?;
            let label = labels.into_iter().find(|(key, _)| *key == wish.stage);
            let (stage, label) =
                label.ok_or_else(|| Reason::UnknownStage { stage: wish.stage.chars().take(80).collect() })?;
            Ok(Action::Move { stage, label, back: wish.action == "back" })
        }
        "priority" => {
            let to = Priority::parse(&wish.priority).ok_or(Reason::NothingSelected)?;
            Ok(Action::Priority { to })
        }
        "release" => Ok(Action::Release),
        "assign" if wish.staff.is_empty() => Ok(Action::Assign { to: None, name: None }),
        "assign" => {
            let id: StaffId = wish.staff.parse().map_err(|_| Reason::NoSuchPerson)?;
            let everybody = staff::everybody(conn).await?;
            let person = everybody.into_iter().find(|(other, _)| *other == id).ok_or(Reason::NoSuchPerson)?;
            Ok(Action::Assign { to: Some(person.0), name: Some(person.1) })
        }
        "note" => {
            let text = wish.text.trim();
            if text.is_empty() {
                return Err(Reason::EmptyNote.into());
            }
            if text.chars().count() > LONGEST_NOTE {
                return Err(Reason::TooLong { most: LONGEST_NOTE }.into());
            }
            Ok(Action::Note { text: text.to_owned() })
        }
        "message" => {
            let Words { subject, text } = Words::read(&wish.subject, &wish.text, Channel::Email)?;
            let at = read_hour(&wish.at, &shop.about.zone, shop.clock.now())?;
            Ok(Action::Message { subject, text, at: at.map(|at| at.0.as_second()) })
        }
        "labels" => Ok(Action::BuyLabels),
        _ => Err(Reason::NothingSelected.into()),
    }
}
