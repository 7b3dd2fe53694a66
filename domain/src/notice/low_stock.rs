//! Tells staff that little is left of something: once each time stock falls to its reorder point, not with every piece after it.

use serde_json::json;
use sqlx::PgConnection;

use super::{NoticeKind, lines, rules, schedule, schedule::Occasion};
use crate::{Fault, clock::At};

/// A line of stock's ledger that may have brought it low.
#[derive(Debug, Clone, Copy)]
pub struct Fall<'a> {
    /// Of what.
    pub sku: &'a str,
    /// How many pieces came; below zero: went.
    pub quantity: i32,
    /// How many there are now.
    pub balance: i32,
    /// At how many staff want to know; `None`: they do not.
    pub reorder_point: Option<i32>,
    /// The line's own number: what makes this fall another one than the last.
    pub movement: i64,
}

impl Fall<'_> {
    /// Whether this very line brought stock to its reorder point.
    pub const fn crosses(&self) -> bool {
        match self.reorder_point {
            Some(point) => self.balance <= point && self.balance - self.quantity > point,
            None => false,
        }
    }
}

/// Tells everybody of staff whom the shop's rules name.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn low_stock(conn: &mut PgConnection, fall: Fall<'_>, now: At) -> Result<(), Fault> {
    if !fall.crosses() {
        return Ok(());
    }
    let kind = NoticeKind::StaffLowStock;
    let name = format!("low_stock:{}:{}", fall.sku, fall.movement);
    let payload = json!({ "sku": fall.sku, "left": fall.balance, "reorder_point": fall.reorder_point });
    for line in lines::staff(conn, &[(0, None, kind)]).await? {
        if rules::wanted(kind, None, line.channel, line.rule, None) {
            let occasion = Occasion {
                name: &name,
                kind,
                channel: line.channel,
                recipient: &line.recipient,
                language: line.language,
                order: None,
                event: None,
                urgent: false,
                payload: payload.clone(),
                at: None,
            };
            schedule(conn, &occasion, now).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stock_is_low_once_per_fall() {
        let crosses = |quantity, balance, reorder_point| {
            Fall { sku: "A", quantity, balance, reorder_point, movement: 1 }.crosses()
        };
        assert!(crosses(-1, 5, Some(5)), "it reaches the point");
        assert!(crosses(-4, 3, Some(5)), "it falls past it");
        assert!(!crosses(-1, 4, Some(5)), "it was low already");
        assert!(!crosses(-1, 6, Some(5)));
        assert!(!crosses(3, 5, Some(5)), "it comes back up");
        assert!(!crosses(-1, 0, None), "nobody asked");
    }
}
