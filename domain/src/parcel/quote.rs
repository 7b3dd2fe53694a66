//! Verb: what sending something would cost, at checkout and for staff.

use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Direction, Packed, Size, pack, quote_store, shipment};
use crate::{
    Fault, Shop,
    clock::At,
    money::Money,
    order::Address,
    provider::shippo::{
        Shippo,
        wire::{self, Rate, sentence},
    },
};

/// How long Shippo's rates can be bought, in seconds: seven days.
pub(super) const LIFE: i64 = 7 * 24 * 3600;

/// What is to be sent, and where.
#[derive(Debug, Clone, Serialize)]
pub struct QuoteRequest {
    /// Who receives it (or, for a return, sends it back).
    pub name: String,
    /// Where.
    pub address: Address,
    /// Carriers ask for one across borders.
    pub phone: Option<String>,
    /// For the carrier.
    pub email: Option<String>,
    /// The goods.
    pub items: Vec<QuoteItem>,
    /// ISO 4217: of the goods' value.
    pub currency: String,
    /// Which way.
    pub direction: Direction,
    /// One box of this size, as staff measured it; reckoned from the goods when absent.
    pub parcel: Option<Size>,
    /// Only this one, from 1, of the boxes reckoned from the goods: a label is bought for one box. All of them together when absent.
    pub box_number: Option<i16>,
}

/// One line of goods.
#[derive(Debug, Clone, Serialize)]
pub struct QuoteItem {
    /// What it is: customs read it.
    pub name: String,
    /// How many.
    pub quantity: i64,
    /// Minor units for one.
    pub unit_amount: i64,
    /// The shop's key.
    pub sku: Option<String>,
    /// Grams of one; the product's when absent.
    pub weight_grams: Option<i64>,
    /// Millimetres of one: length, width, height; the product's when absent.
    pub sides_mm: Option<[i64; 3]>,
}

/// One way to send it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Shippo's service: with `carrier` and the shipment it names the choice.
    pub service_token: String,
    /// Shippo's carrier.
    pub carrier: String,
    /// The carrier as people know it.
    pub carrier_name: String,
    /// The service as people know it.
    pub service: String,
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// Days on the way, about.
    pub days: Option<i32>,
    /// `CHEAPEST FASTEST BESTVALUE`, as Shippo compares them.
    #[serde(default)]
    pub attributes: Vec<String>,
}

impl Offer {
    /// Its price.
    pub fn price(&self) -> Option<Money> {
        Money::parse(self.amount, &self.currency)
    }
}

/// What Shippo thinks of an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AddressCheck {
    /// `None` where nobody can tell: not every country is covered.
    pub valid: Option<bool>,
    /// Its words, for staff and storefronts; not translated.
    pub messages: Vec<String>,
    /// As the carrier writes it, where that is something else.
    pub better: Option<Address>,
}

/// The answer. Without offers there is no way to send it, and `messages` says why in the carriers' words.
#[derive(Debug, Clone)]
pub struct Quoted {
    /// Shippo's shipment: kept with the choice. `None` when Shippo took it for nonsense.
    pub shipment_id: Option<String>,
    /// Cheapest first.
    pub offers: Vec<Offer>,
    /// The boxes that were reckoned with.
    pub boxes: Vec<Size>,
    /// What Shippo thinks of the address.
    pub address: AddressCheck,
    /// What Shippo and carriers say, for staff; not translated.
    pub messages: Vec<String>,
    /// Until when the prices hold.
    pub good_until: At,
}

/// Asks what sending costs, and keeps the answer, so that a choice can be checked and shown later.
///
/// # Errors
/// [`Fault::Down`] when Shippo does not answer.
pub async fn quote(shop: &Shop, request: &QuoteRequest) -> Result<Quoted, Fault> {
    let asked = asked(request)?;
    let mut request = request.clone();
    request.currency = request.currency.to_ascii_uppercase();
    quote_store::measure(&shop.pool, &mut request.items).await?;
    let from = &shop.about.ship_from;
    let mut boxes = pack(&shipment::pieces(&request), from.parcel);
    let all: i64 = boxes.iter().map(|packed| packed.size.weight_grams).sum();
    let wanted = request.box_number.and_then(|number| usize::try_from(number - 1).ok());
    let one = wanted.and_then(|at| boxes.get(at)).filter(|_| boxes.len() > 1).cloned();
    if let Some(size) = request.parcel {
        // A measured box that is lighter than all goods together cannot hold them all: it holds what was reckoned for it.
        if let Some(one) = one.filter(|_| size.weight_grams < all) {
            request.items = held(&request.items, &one);
        }
        boxes = vec![Packed { size: size.turned(), holds: Vec::new() }];
    } else if let Some(one) = one {
        request.items = held(&request.items, &one);
        boxes = vec![one];
    }
    let shippo = &shop.shippo;
    let checked = match shop.ask("shippo", shippo.validate_address(&shipment::recipient(&request))).await? {
        Ok(address) => check(&request.address, &address),
        // A place it does not want to check can be a place all the same.
        Err(_) => AddressCheck::default(),
    };
    let body = shipment::shipment(&request, from, &boxes);
    let now = shop.clock.now();
    let answer = shop.ask("shippo", shippo.create_shipment(&body)).await?;
    let mut quoted = Quoted {
        shipment_id: None,
        offers: Vec::new(),
        boxes: boxes.iter().map(|packed| packed.size).collect(),
        address: checked,
        messages: Vec::new(),
        good_until: now.plus(LIFE),
    };
    match answer {
        Err(refused) => quoted.messages.push(refused.message),
        Ok(shipment) => {
            shop.ask("shippo", shippo.meet_carriers(&shipment.rates)).await?;
            quoted.offers = offers(shippo, &shipment.rates);
            quoted.messages.extend(shipment.messages.iter().filter_map(one_sentence));
            quoted.shipment_id = shipment.object_id;
        }
    }
    if let Some(id) = &quoted.shipment_id {
        quote_store::keep(&shop.pool, id, (&asked, &quoted), &json!(quoted.boxes), now).await?;
    }
    Ok(quoted)
}

/// The newest answer to this very question, when it is at most so many seconds old and can still be bought: nobody is asked for it again.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn quoted(shop: &Shop, request: &QuoteRequest, seconds: i64) -> Result<Option<Quoted>, Fault> {
    let since = shop.clock.now().plus(-seconds.min(LIFE));
    quote_store::answer(&shop.pool, &asked(request)?, since).await
}

fn asked(request: &QuoteRequest) -> Result<Vec<u8>, Fault> {
    Ok(Sha256::digest(serde_json::to_vec(request)?).to_vec())
}

/// What of the goods is in a box: customs are told of nothing else.
fn held(items: &[QuoteItem], packed: &Packed) -> Vec<QuoteItem> {
    let lines = packed.holds.iter().filter_map(|(line, quantity)| Some((items.get(*line)?, *quantity)));
    lines.map(|(item, quantity)| QuoteItem { quantity, ..item.clone() }).collect()
}

fn one_sentence(message: &wire::Message) -> Option<String> {
    sentence(std::slice::from_ref(message))
}

/// Cheapest first; of two prices in different currencies nobody knows, so the currency comes first.
fn offers(shippo: &Shippo, rates: &[Rate]) -> Vec<Offer> {
    let mut offers: Vec<_> = rates.iter().filter_map(|rate| offer(shippo, rate)).collect();
    offers.sort_by(|a, b| {
        let key = |one: &Offer| (one.currency.clone(), one.amount, one.days.unwrap_or(i32::MAX));
        key(a).cmp(&key(b)).then_with(|| a.service_token.cmp(&b.service_token))
    });
    offers
}

/// A rate as a choice; `None` for one without a name or with a price that cannot be written.
pub(super) fn offer(shippo: &Shippo, rate: &Rate) -> Option<Offer> {
    let price = rate.price()?;
    let service_token = rate.servicelevel.key()?.to_owned();
    let carrier = shippo.carrier_of(rate);
    Some(Offer {
        carrier_name: rate.provider.clone().unwrap_or_else(|| carrier.clone()),
        service: rate.servicelevel.name.clone().unwrap_or_else(|| service_token.clone()),
        service_token,
        carrier,
        amount: price.minor,
        currency: price.currency.code().to_owned(),
        days: rate.estimated_days.or(rate.days),
        attributes: rate.attributes.clone(),
    })
}

fn check(asked: &Address, answer: &wire::Address) -> AddressCheck {
    let said = &answer.validation_results;
    let better = Address {
        line1: answer.street1.clone().unwrap_or_else(|| asked.line1.clone()),
        line2: answer.street2.clone().or_else(|| asked.line2.clone()),
        city: answer.city.clone().unwrap_or_else(|| asked.city.clone()),
        state: answer.state.clone().or_else(|| asked.state.clone()),
        postal_code: answer.zip.clone().unwrap_or_else(|| asked.postal_code.clone()),
        country: asked.country.clone(),
    };
    AddressCheck {
        valid: said.is_valid,
        messages: said.messages.iter().filter_map(one_sentence).collect(),
        better: (said.is_valid == Some(true) && better != *asked).then_some(better),
    }
}
