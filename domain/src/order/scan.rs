//! Verb: somebody scans a code. It finds its order, and moves it on where that is wished and there is one way only.

use super::{
    Button, Move, OrderNumber, Status, advance,
    store::{self, Order},
};
use crate::{Fault, Reason, Shop, clock::At, ids::OrderId, staff::Person};

/// Seconds in which a second look at the same paper is the same scan: a scanner that is held still reads twice.
const PAUSE: i64 = 3;

/// What a scan is meant to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Find the order.
    Open,
    /// Move it on, if there is exactly one way.
    Advance,
    /// Move it on to this stage, which the person chose when the order had this version.
    To(String, i64),
}

/// An order that was found, and what came of the scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// Which order.
    pub number: OrderNumber,
    /// Label of the stage it stands in now, in the reader's language; of its status where it has none.
    pub stage: String,
    /// Headline now.
    pub status: Status,
    /// What happened.
    pub outcome: Outcome,
}

/// What a scan did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was to be done but find it.
    Found,
    /// It stands in another stage now.
    Moved,
    /// It can go several ways; nothing was done. The version is what a choice is based on.
    Choose(Vec<Button>, i64),
    /// Its workflow has nothing after this stage.
    Last,
    /// It moved a moment ago; nothing was done.
    JustMoved,
    /// It may not move, or somebody was faster: one sentence in the reader's language.
    Refused(String),
}

/// Reads a code and does what is wished.
///
/// # Errors
/// [`Fault::NotFound`] when the code names no order; a fault of ours otherwise. What the rules refuse is an [`Outcome`].
pub async fn scan(shop: &Shop, by: &Person, code: &str, wish: &Wish) -> Result<Scan, Fault> {
    let number = read(code).ok_or(Fault::NotFound)?;
    let mut conn = shop.pool.acquire().await?;
    let id = store::id_of(&mut conn, &number).await?;
    let order = store::load(&mut conn, id).await?;
    let recent = match wish {
        Wish::Advance => moved_since(&mut conn, id, shop.clock.now().plus(-PAUSE)).await?,
        Wish::Open | Wish::To(..) => false,
    };
    drop(conn);
    if *wish == Wish::Open {
        return Ok(said(&order, Outcome::Found, by));
    }
    if recent {
        return Ok(said(&order, Outcome::JustMoved, by));
    }
    let (stage, seen) = match wish {
        Wish::To(stage, seen) => (stage.clone(), *seen),
        Wish::Open | Wish::Advance => match only_way(&order, by) {
            Ok(stage) => (stage, order.version),
            Err(outcome) => return Ok(said(&order, outcome, by)),
        },
    };
    match advance(shop, by, id, Move::On(stage), seen).await {
        Ok(_) => {
            let moved = store::load(&mut *shop.pool.acquire().await?, id).await?;
            Ok(said(&moved, Outcome::Moved, by))
        }
        Err(fault @ (Fault::Refused(_) | Fault::Conflict(_))) => {
            Ok(said(&order, Outcome::Refused(fault.say(by.language)), by))
        }
        Err(fault) => Err(fault),
    }
}

/// The number in what a scanner or a person typed: a number, or the address in one of our QR codes.
pub fn read(code: &str) -> Option<OrderNumber> {
    let code = code.trim();
    let after = ["/admin/orders/", "/o/"].iter().find_map(|path| code.split_once(path)).map(|(_, rest)| rest);
    let number = after.map_or(code, |rest| rest.split(['/', '?', '#']).next().unwrap_or(rest));
    OrderNumber::parse(number)
}

async fn moved_since(conn: &mut sqlx::PgConnection, id: OrderId, since: At) -> Result<bool, Fault> {
    let moved = sqlx::query_scalar!(
        r#"select exists(select 1 from event
               where order_id = $1 and kind = 'stage_entered' and source = 'staff' and recorded_at > $2) as "moved!""#,
        id.0,
        since as At
    )
    .fetch_one(conn)
    .await?;
    Ok(moved)
}

/// The stage an order goes to if there is one such stage, or why it does not go.
fn only_way(order: &Order, by: &Person) -> Result<String, Outcome> {
    let refused = |reason: Reason| Outcome::Refused(reason.say(by.language));
    if order.state.status.is_end() {
        return Err(refused(Reason::Ended { status: order.state.status }));
    }
    let Some(here) = order.state.stage.as_deref().filter(|_| order.state.payment.is_covered()) else {
        return Err(refused(Reason::NotPaid));
    };
    let mut ways: Vec<Button> = order
        .workflow
        .next(here)
        .map(|stage| Button {
            stage: stage.key.clone(),
            verb: stage.verb.get(by.language).to_owned(),
            ships: stage.status == Status::Shipped,
        })
        .collect();
    match (ways.pop(), ways.is_empty()) {
        (None, _) => Err(Outcome::Last),
        (Some(only), true) => Ok(only.stage),
        (Some(last), false) => {
            ways.push(last);
            Err(Outcome::Choose(ways, order.version))
        }
    }
}

fn said(order: &Order, outcome: Outcome, by: &Person) -> Scan {
    let stage = order.state.stage.as_deref().and_then(|key| order.workflow.stage(key));
    let stage =
        stage.map_or_else(|| order.state.status.say(by.language), |it| it.label.get(by.language).to_owned());
    Scan { number: order.number.clone(), stage, status: order.state.status, outcome }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_our_own_addresses_are_read() {
        let number = OrderNumber::parse("7K3QD2M4XP");
        for code in [
            "7K3QD2M4XP",
            " 7k3qd-2m4xp\r",
            "https://shop.example/admin/orders/7K3QD-2M4XP",
            "http://10.0.0.5:3000/admin/orders/7K3QD-2M4XP?x=1",
            "https://shop.example/o/7K3QD-2M4XP#top",
        ] {
            assert_eq!(read(code), number, "{code}");
        }
        for code in ["", "1Z999AA10123456784", "https://shop.example/", "https://shop.example/admin/orders/"]
        {
            assert_eq!(read(code), None, "{code}");
        }
    }
}
