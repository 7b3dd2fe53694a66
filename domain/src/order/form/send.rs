//! Which carrier brings it: asked once goods and address are known, chosen in a second step, and believed only for these goods and this
//! address.

use super::{FormFlaw, OrderForm, Storefront};
use crate::{
    Fault, Language, Shop,
    language::{say, say_with},
    order::{ChosenRate, NewOrder, NewShipping},
    parcel::{self, NewQuote, Offer, QuoteRequest, Quoted, Recipient},
};

/// So long, in seconds, an answer is shown again instead of asking carriers anew: who comes back, or sends twice, sees the same prices.
const FRESH: i64 = 3600;
/// Characters of the chosen way's name, as an order takes it.
const LONGEST: usize = 100;

/// The second step.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Goes back with the chosen rate.
    pub shipment: String,
    /// Cheapest first, all in the goods' currency; at least one.
    pub offers: Vec<Offer>,
    /// What will be ordered, without the way it is sent.
    pub new: NewOrder,
    /// Whether the carriers do not know the address.
    pub doubted: bool,
    /// Why it is asked again.
    pub problem: Option<String>,
}

/// What came of asking.
pub(super) enum Sending {
    /// As the customer chose.
    By(NewShipping),
    /// The customer has to choose.
    Choose(Box<Choice>),
    /// Nobody brings it there.
    Nowhere(FormFlaw),
}

/// How the form names an offer: the names that still hold when Shippo's rate ids have changed.
pub fn value_of(offer: &Offer) -> String {
    format!("{} {}", offer.carrier, offer.service_token)
}

/// The chosen way, when it is one of those that were offered for this very order; otherwise what there is to choose from.
///
/// # Errors
/// [`Fault::Down`] when Shippo does not answer: nothing was placed then.
pub(super) async fn send(
    shop: &Shop,
    at: &Storefront,
    form: &OrderForm,
    new: &NewOrder,
    language: Language,
) -> Result<Sending, Fault> {
    let question = question(new);
    let mut problem = None;
    if !form.shipment.is_empty() {
        let kept = parcel::quoted(shop, &question, i64::MAX).await?;
        match kept.filter(|kept| kept.shipment_id.as_ref() == Some(&form.shipment)) {
            // Too old, or for other goods or another address than these.
            None => problem = Some(say(language, "order-form-rate-gone")),
            Some(kept) => match payable(&kept, new).find(|offer| value_of(offer) == form.rate) {
                Some(offer) => return Ok(Sending::By(chosen(&form.shipment, offer))),
                None => problem = Some(say(language, "order-form-rate-none")),
            },
        }
    }
    let quoted = match parcel::quoted(shop, &question, FRESH).await? {
        Some(kept) => kept,
        None => parcel::quote(shop, &question).await?,
    };
    let offers: Vec<Offer> = payable(&quoted, new).cloned().collect();
    let doubted = quoted.address.valid == Some(false);
    Ok(match quoted.shipment_id {
        Some(shipment) if !offers.is_empty() => {
            Sending::Choose(Box::new(Choice { shipment, offers, new: new.clone(), doubted, problem }))
        }
        // Shippo took the address for nonsense, or says itself that there is none.
        shipment if shipment.is_none() || doubted => {
            Sending::Nowhere(FormFlaw::new("line1", say(language, "order-form-no-address")))
        }
        _ => {
            let contact = at.place.contact.clone();
            let words = say_with(language, "order-form-no-rate", vec![("contact", contact.into())]);
            Sending::Nowhere(FormFlaw::new("method", words))
        }
    })
}

/// What carriers are asked: the same words as in `POST /api/shipping/rates`.
fn question(new: &NewOrder) -> QuoteRequest {
    let customer = Recipient {
        name: Some(new.customer.name.clone()),
        email: Some(new.customer.email.clone()),
        phone: new.customer.phone.clone(),
    };
    let (address, items, currency) = (new.address.clone(), new.items.clone(), new.currency.clone());
    NewQuote { customer, address, items, currency }.request()
}

/// An order has one currency: what carriers ask for in another cannot be paid with it.
fn payable<'a>(quoted: &'a Quoted, new: &'a NewOrder) -> impl Iterator<Item = &'a Offer> {
    quoted.offers.iter().filter(|offer| offer.currency.eq_ignore_ascii_case(&new.currency))
}

/// As the order keeps it, at the price that was offered.
fn chosen(shipment: &str, offer: &Offer) -> NewShipping {
    let name = format!("{} {}", offer.carrier_name, offer.service);
    NewShipping {
        name: name.chars().filter(|c| !c.is_control()).take(LONGEST).collect(),
        amount: offer.amount,
        rate: Some(ChosenRate {
            shipment_id: shipment.to_owned(),
            service_token: offer.service_token.clone(),
            carrier: offer.carrier.clone(),
        }),
    }
}
