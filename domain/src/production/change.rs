//! Verb: an operator's program moves a production order, says how urgent it is, or writes to its papers.

use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{ProductionOrderState, ProductionPriority};
use crate::{
    Fault, Reason, Shop,
    event::Kind,
    history,
    ids::OrderId,
    order::{self, By, Move, advance_step, priority_step, record, store},
    staff::{Person, Role},
};

const LONGEST: usize = 2000;

/// The body of `PATCH /api/production/{id}`: what is absent stays.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProductionChange {
    /// Where to.
    #[serde(default)]
    pub status: Option<ProductionOrderState>,
    /// `rush`, `standard` or `hold`, any case.
    #[serde(default)]
    pub priority: Option<String>,
    /// Over what was written before.
    #[serde(default)]
    pub notes: Option<String>,
}

impl ProductionChange {
    /// Everything that is wrong, as (path of the field, why).
    pub fn flaws(&self) -> Vec<(String, String)> {
        let mut flaws = Vec::new();
        if self.priority.as_deref().is_some_and(|word| ProductionPriority::parse(word).is_none()) {
            flaws.push(("/priority".to_owned(), "is not rush, standard or hold".to_owned()));
        }
        if self.notes.as_deref().is_some_and(|notes| notes.chars().count() > LONGEST) {
            flaws.push(("/notes".to_owned(), format!("is longer than {LONGEST} characters")));
        }
        if self.status == Some(ProductionOrderState::Canceled) && self.priority.is_some() {
            flaws.push(("/priority".to_owned(), "a canceled order has none".to_owned()));
        }
        flaws
    }
}

/// Does all of it or nothing, through the rules of every order. What is so already is not done again, and what `request` (the same over all
/// retries) has done neither, wherever the order went since. `change` must have no flaws.
///
/// # Errors
/// [`Fault::Refused`] when the rules say no or the person is no operator; [`Fault::NotFound`].
pub async fn change(
    shop: &Shop,
    by: &Person,
    id: OrderId,
    change: &ProductionChange,
    request: Uuid,
) -> Result<(), Fault> {
    by.must_be(Role::Operator)?;
    if change.status == Some(ProductionOrderState::Canceled) {
        // Under the customer's rules: money that goes back for what is being made is for an administrator to decide.
        order::cancel(shop, &By::Storefront, id, None).await?;
    }
    let now = shop.clock.now();
    let actor = by.actor().asked_by(request);
    let mut tx = shop.pool.begin().await?;
    let mut order = store::lock(&mut tx, id).await?;
    if history::caused_by(&mut tx, id, request).await?.is_some() {
        return Ok(());
    }
    // Released before it moves, held after it has.
    let priority = change.priority.as_deref().and_then(ProductionPriority::parse).map(order::Priority::from);
    if let Some(priority) = priority.filter(|priority| *priority != order::Priority::Hold) {
        priority_step(&mut tx, &mut order, priority, &actor, by.language, now).await?;
    }
    if let Some(to) = change.status.filter(|to| *to != ProductionOrderState::of(&order.state)) {
        let step = way(&order, to)?;
        advance_step(&mut tx, &mut order, &step, &actor, by.language, now).await?;
    }
    if let Some(priority) = priority.filter(|priority| *priority == order::Priority::Hold) {
        priority_step(&mut tx, &mut order, priority, &actor, by.language, now).await?;
    }
    if let Some(notes) = change.notes.as_deref().map(str::trim)
        && store::set_notes(&mut tx, id, Some(notes).filter(|notes| !notes.is_empty())).await?
    {
        let payload = json!({ "text": notes });
        record::fact(&mut tx, &mut order, Kind::NoteAdded, &actor, payload, (now, now)).await?;
    }
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(())
}

/// On or back, by where the stages stand in the order's own workflow.
fn way(order: &store::Order, to: ProductionOrderState) -> Result<Move, Reason> {
    let stage = to.stage().to_owned();
    let place = |key: &str| order.workflow.stages.iter().position(|stage| stage.key == key);
    let Some(there) = place(&stage) else { return Err(Reason::UnknownStage { stage }) };
    let here = order.state.stage.as_deref().and_then(place);
    Ok(if here.is_some_and(|here| there < here) { Move::Back(stage) } else { Move::On(stage) })
}
