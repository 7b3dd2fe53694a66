//! What the API answers about one order: where it stands.

use domain::{
    Fault, Language, Shop,
    ids::OrderId,
    order::{OrderNumber, Status, store},
    payment::PaymentStatus,
    returns::{self, ReturnStatus},
};
use serde::Serialize;

use super::problem::Problem;

/// Where an order stands now.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    number: String,
    status: Status,
    payment: PaymentStatus,
    /// Its newest return, where there is one.
    #[serde(rename = "return", skip_serializing_if = "Option::is_none")]
    back: Option<ReturnStatus>,
}

/// The order behind a number or an id in a path.
///
/// # Errors
/// 404 for an unknown one and for what is none.
pub async fn find(shop: &Shop, key: &str) -> Result<(OrderId, Language), Problem> {
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let id = match key.parse() {
        Ok(id) => id,
        Err(_) => {
            let number = OrderNumber::parse(key).ok_or(Fault::NotFound)?;
            store::id_of(&mut conn, &number).await?
        }
    };
    Ok((id, store::load(&mut conn, id).await?.language))
}

/// How it stands after what was asked.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn standing(shop: &Shop, id: OrderId) -> Result<Standing, Problem> {
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let order = store::load(&mut conn, id).await?;
    let back = returns::store::newest(&mut conn, id).await?;
    Ok(Standing {
        number: order.number.to_string(),
        status: order.state.status,
        payment: order.state.payment,
        back: back.map(|(status, ..)| status),
    })
}

/// A refusal of the shop's rules, in the customer's language and with whom to write to: it can be shown to them as it is.
pub fn refused(shop: &Shop, fault: Fault, language: Language) -> Problem {
    match fault {
        Fault::Refused(reason) => Problem::too_late(reason.say(language), language, &shop.about.contact),
        other => other.into(),
    }
}
