//! Verbs: a card is put into another column, or called back. The rules of the order decide.

use crate::{
    Fault, Reason, Shop,
    ids::OrderId,
    order::{Move, advance, record::Recorded, store},
    staff::{Person, Role},
};

/// Moves an order that the person saw at version `seen` to a stage: on if an arrow leads there, else back.
///
/// # Errors
/// As [`advance`]; the refusal is that of the way on, unless the stage lies behind.
pub async fn move_card(
    shop: &Shop,
    by: &Person,
    id: OrderId,
    stage: &str,
    seen: i64,
) -> Result<Recorded, Fault> {
    by.must_be(Role::Operator)?;
    match advance(shop, by, id, Move::On(stage.to_owned()), seen).await {
        Err(Fault::Refused(no_arrow @ Reason::NoArrow { .. })) => {
            match advance(shop, by, id, Move::Back(stage.to_owned()), seen).await {
                Err(Fault::Refused(Reason::NoRecall)) => Err(no_arrow.into()),
                other => other,
            }
        }
        other => other,
    }
}

/// Calls an order back to the stage before the one it stands in: for a wall with one button.
///
/// # Errors
/// [`Reason::NoRecall`] when there is none, or what [`advance`] says.
pub async fn recall_card(shop: &Shop, by: &Person, id: OrderId, seen: i64) -> Result<Recorded, Fault> {
    by.must_be(Role::Operator)?;
    let order = store::load(&mut *shop.pool.acquire().await?, id).await?;
    let here = order.state.stage.as_deref().ok_or(Reason::NoRecall)?;
    let before = order.workflow.before(here).next().ok_or(Reason::NoRecall)?.key.clone();
    advance(shop, by, id, Move::Back(before), seen).await
}
