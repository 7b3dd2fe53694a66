//! Verb: staff buy the labels of many orders at once, each at the rate its customer chose.

use super::{OrderNumber, store};
use crate::{
    Fault, Shop,
    parcel::{LabelWish, buy_label},
    staff::Person,
};

/// Asks for a label for each. One that is refused stops none of the others: [`super::batch`] says of each how far it is, and why not.
/// Asking twice buys nothing twice.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn buy_labels(shop: &Shop, by: &Person, numbers: &[OrderNumber]) -> Result<(), Fault> {
    for number in numbers {
        let id = store::id_of(&mut *shop.pool.acquire().await?, number).await;
        let bought = match id {
            Ok(id) => buy_label(shop, by, id, &LabelWish::default()).await.map(drop),
            Err(fault) => Err(fault),
        };
        match bought {
            Ok(()) | Err(Fault::Refused(_) | Fault::NotFound) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}
