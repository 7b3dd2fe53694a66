//! What each wish of a program comes to, in its transaction and on the locked order.

use serde_json::json;
use sqlx::PgConnection;

use super::{OrderChange, Wish};
use crate::{
    Fault, Language, Reason, Shop,
    clock::At,
    event::Kind,
    history::Actor,
    order::{
        Change, Move, Priority, Status, advance_step, assign_step, cancel_step, hold_step, note::note_step,
        priority_step, record, release_step, send_back::send_back_step, ship::ship_step, store, store::Order,
    },
    parcel,
    workflow::Stage,
};

/// Who takes a step, and when.
pub(super) struct Step<'a> {
    pub shop: &'a Shop,
    pub actor: &'a Actor,
    pub language: Language,
    pub now: At,
}

impl Step<'_> {
    pub async fn take(&self, conn: &mut PgConnection, order: &mut Order, wish: &Wish) -> Result<(), Fault> {
        let Self { shop, actor, language, now } = *self;
        match wish {
            Wish::Change(change) => return self.change(conn, order, change).await,
            Wish::Move { stage, back } => {
                let to = if *back {
                    back_to(order, stage.as_deref())?
                } else {
                    on_to(order, stage.as_deref(), language)?
                };
                advance_step(conn, order, &to, actor, language, now).await?
            }
            Wish::SendBack { message } => send_back_step(conn, order, message, actor, language, now).await?,
            Wish::Hold { why } => hold_step(conn, order, why, actor, language, now).await?,
            Wish::Release => release_step(conn, order, actor, language, now).await?,
            Wish::Cancel => cancel_step(conn, order, (&Change::CancelByStaff, language), actor, now).await?,
            Wish::Note { text } => note_step(conn, order, text, actor, now).await?,
            Wish::Add(details) => parcel::add_step(shop, conn, order, details, actor, now).await?,
            Wish::Ship(details) => ship_step(shop, conn, order, details, actor, language, now).await?,
            Wish::Reach { status, details, note } => {
                if order.state.status != *status && *status == Status::Shipped {
                    ship_step(shop, conn, order, details, actor, language, now).await?;
                } else if order.state.status != *status {
                    let to = Move::On(reaches(order, *status, language)?);
                    advance_step(conn, order, &to, actor, language, now).await?;
                }
                let Some(note) = note else { return Ok(()) };
                note_step(conn, order, note, actor, now).await?
            }
        };
        Ok(())
    }

    async fn change(
        &self,
        conn: &mut PgConnection,
        order: &mut Order,
        change: &OrderChange,
    ) -> Result<(), Fault> {
        let Self { actor, language, now, .. } = *self;
        match change.priority {
            Some(Priority::Hold) => hold_step(&mut *conn, order, "", actor, language, now).await.map(drop)?,
            Some(to) => priority_step(&mut *conn, order, to, actor, language, now).await.map(drop)?,
            None => {}
        }
        if let Some(to) = change.assignee {
            assign_step(&mut *conn, order, to, actor, now).await?;
        }
        if let Some(notes) = &change.notes {
            let notes = notes.as_deref().map(str::trim).filter(|notes| !notes.is_empty());
            if store::set_notes(&mut *conn, order.id, notes).await? {
                let payload = json!({ "text": notes.unwrap_or_default() });
                record::fact(conn, order, Kind::NoteAdded, actor, payload, (now, now)).await?;
            }
        }
        Ok(())
    }
}

/// The stage that was named, else the only one that follows.
fn on_to(order: &Order, named: Option<&str>, language: Language) -> Result<Move, Reason> {
    if let Some(stage) = named {
        return Ok(Move::On(stage.to_owned()));
    }
    let here = order.state.stage.as_deref().ok_or(Reason::NotPaid)?;
    one_of(order.workflow.next(here)).map(Move::On).map_err(|several| match several {
        Some(stages) => Reason::SeveralStages { stages },
        None => goes_nowhere(order, Status::Delivered, language),
    })
}

/// The stage that was named, else the nearest before.
fn back_to(order: &Order, named: Option<&str>) -> Result<Move, Reason> {
    let here = order.state.stage.as_deref().unwrap_or_default();
    let nearest = || order.workflow.before(here).next().map(|stage| stage.key.clone());
    named.map(str::to_owned).or_else(nearest).map(Move::Back).ok_or(Reason::NoRecall)
}

/// The next stage that stands for a status.
fn reaches(order: &Order, status: Status, language: Language) -> Result<String, Reason> {
    let here = order.state.stage.as_deref().ok_or(Reason::NotPaid)?;
    let next = order.workflow.next(here).filter(|stage| stage.status == status);
    one_of(next).map_err(|several| match several {
        Some(stages) => Reason::SeveralStages { stages },
        None => goes_nowhere(order, status, language),
    })
}

/// The key of the only stage, or what the several are called; nothing when there is none.
fn one_of<'a>(stages: impl Iterator<Item = &'a Stage>) -> Result<String, Option<String>> {
    let mut keys: Vec<_> = stages.map(|stage| stage.key.as_str()).collect();
    match keys.len() {
        0 => Err(None),
        1 => Ok(keys.remove(0).to_owned()),
        _ => Err(Some(keys.join(", "))),
    }
}

fn goes_nowhere(order: &Order, to: Status, language: Language) -> Reason {
    let label = |key: &str| {
        order.workflow.stage(key).map_or_else(|| key.to_owned(), |stage| stage.label.get(language).to_owned())
    };
    match order.state.stage.as_deref() {
        _ if order.state.status.is_end() => Reason::Ended { status: order.state.status },
        Some(here) => Reason::NoArrow { from: label(here), to: to.say(language) },
        None => Reason::NotPaid,
    }
}
