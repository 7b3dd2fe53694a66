//! Verb: staff want a label. It is written down first; a job buys it.
//!
//! `docs/adr/0015` has the whole rule.

use sqlx::PgConnection;

use super::{
    Direction, FileType, LabelStatus, label_store, label_store::NewLabel, quote_store, send_label::BuyLabel,
};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    history::Actor,
    ids::{LabelId, OrderId},
    order::{self, ChosenRate, Priority, Status, store::Order},
    queue,
    returns::{self, ReturnStatus},
    staff::Person,
};

const MOST_BOXES: i16 = 50;

/// What is wanted.
#[derive(Debug, Clone)]
pub struct LabelWish {
    /// Its row's id, where a program names it: asked again, it is the same label. A new one when absent.
    pub id: Option<LabelId>,
    /// Which box, from 1.
    pub box_number: i16,
    /// The rate; the one the customer chose when absent, which is for the first box only: a rate is bought once.
    pub rate: Option<ChosenRate>,
    /// What it is printed on.
    pub file_type: FileType,
    /// To the customer, or back to us.
    pub direction: Direction,
}

impl Default for LabelWish {
    fn default() -> Self {
        Self {
            id: None,
            box_number: 1,
            rate: None,
            file_type: FileType::default(),
            direction: Direction::Outbound,
        }
    }
}

/// Writes the wish and its job. One box has one label: of any number of requests at once, one is written.
///
/// # Errors
/// [`Fault::Refused`] when the order stands where none can be bought, when the box has one or may have one, or when nobody chose a
/// rate; [`Fault::NotFound`].
pub async fn buy_label(shop: &Shop, by: &Person, id: OrderId, wish: &LabelWish) -> Result<LabelId, Fault> {
    let mut tx = shop.pool.begin().await?;
    let label = want_label(&mut tx, &by.actor(), id, wish, shop.clock.now()).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    shop.bell.work_waits();
    Ok(label)
}

/// [`buy_label`] in the caller's transaction. Nothing is written when it is refused.
///
/// # Errors
/// As [`buy_label`].
pub async fn want_label(
    tx: &mut PgConnection,
    actor: &Actor,
    id: OrderId,
    wish: &LabelWish,
    now: At,
) -> Result<LabelId, Fault> {
    if !(1..=MOST_BOXES).contains(&wish.box_number) {
        return Err(Reason::TooManyParcels.into());
    }
    let order = order::store::lock(&mut *tx, id).await?;
    if let Some(label) = wish.id
        && label_store::of_order(&mut *tx, id).await?.iter().any(|known| known.id == label)
    {
        return Ok(label);
    }
    may_buy(&mut *tx, &order, wish).await?;
    let rate = match &wish.rate {
        Some(rate) => rate.clone(),
        None => chosen(&mut *tx, id, wish).await?.ok_or(Reason::NoRates)?,
    };
    // One purchase is one label, and one label is one box: what was quoted for several boxes together is never bought.
    let boxes = quote_store::boxes(&mut *tx, &rate.shipment_id).await?;
    if boxes > 1 {
        return Err(Reason::SeveralBoxes { boxes }.into());
    }
    let offer = quote_store::find(&mut *tx, &rate.shipment_id, &rate.service_token, &rate.carrier).await?;
    let new = NewLabel {
        id: wish.id.unwrap_or_else(LabelId::new),
        order: id,
        direction: wish.direction,
        box_number: wish.box_number,
        rate: &rate,
        offer: offer.as_ref(),
        file_type: wish.file_type,
        actor,
    };
    if !label_store::intend(&mut *tx, &new, now).await? {
        return Err(Reason::LabelExists.into());
    }
    queue::enqueue(tx, &BuyLabel { label: new.id }).await?;
    Ok(new.id)
}

async fn may_buy(conn: &mut PgConnection, order: &Order, wish: &LabelWish) -> Result<(), Fault> {
    let state = &order.state;
    let allowed = match wish.direction {
        Direction::Return => {
            let open = returns::store::newest(conn, order.id).await?;
            matches!(open, Some((ReturnStatus::Requested | ReturnStatus::Received, ..)))
        }
        Direction::Outbound if state.priority == Priority::Hold => return Err(Reason::OnHold.into()),
        Direction::Outbound if !state.payment.is_covered() => return Err(Reason::NotPaid.into()),
        Direction::Outbound if in_doubt(conn, order.id).await? => return Err(Reason::LabelInDoubt.into()),
        Direction::Outbound => match state.status {
            Status::Confirmed => true,
            // A first label moved it on: a further box, or the same box after its label was given back or not sold.
            Status::Processing => {
                wish.box_number > 1
                    || label_store::had_one(conn, order.id, wish.direction, wish.box_number).await?
            }
            _ => false,
        },
    };
    if allowed { Ok(()) } else { Err(Reason::NoLabelNow { status: state.status }.into()) }
}

/// Whether nobody knows of a label to the customer whether it was bought: a further one could be for the same box.
async fn in_doubt(conn: &mut PgConnection, id: OrderId) -> Result<bool, Fault> {
    let labels = label_store::of_order(conn, id).await?;
    Ok(labels.iter().any(|one| one.direction == Direction::Outbound && one.status == LabelStatus::Unknown))
}

/// What the customer chose at checkout, while nothing was bought for it yet: a shipment that was paid for is spent.
async fn chosen(conn: &mut PgConnection, id: OrderId, wish: &LabelWish) -> Result<Option<ChosenRate>, Fault> {
    if wish.box_number != 1 || wish.direction != Direction::Outbound {
        return Ok(None);
    }
    let row =
        sqlx::query!("select shipment_id, service_token, carrier_token from orders where id = $1", id.0)
            .fetch_one(&mut *conn)
            .await?;
    let rate = match (row.shipment_id, row.service_token, row.carrier_token) {
        (Some(shipment_id), Some(service_token), Some(carrier)) => {
            ChosenRate { shipment_id, service_token, carrier }
        }
        _ => return Ok(None),
    };
    let spent = label_store::of_order(conn, id).await?.iter().any(|label| {
        label.shipment_id == rate.shipment_id
            && label.status.was_bought()
            && label.status != LabelStatus::Bought
    });
    Ok((!spent).then_some(rate))
}
