//! Verb: somebody orders through the public form.

use std::net::IpAddr;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    Choice, FormFlaw, OrderForm, QUANTITY, Storefront,
    read::unplaceable,
    send::{Sending, send},
};
use crate::{
    Fault, Language, Reason, Shop,
    ids::{ApiKeyId, OrderId},
    language::say,
    limit::{self, Limit},
    order::{OrderNumber, Placed, Request, look_up::neighbourhood, place, store},
    place::Way,
    secret::token,
};

/// The form's own row of `api_key` (`migrations/0007_places.sql`).
const FORM: ApiKeyId = ApiKeyId(Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0000_f047));
/// Orders that one address may try in ten minutes; an office orders lunch from one.
const BY_IP: Limit = Limit { tries: 30, seconds: 600 };
/// Orders with one email in an hour.
const BY_EMAIL: Limit = Limit { tries: 12, seconds: 3600 };

/// What came of it.
#[derive(Debug, Clone)]
pub enum Submitted {
    /// The order is there and holds its slot and stock; now it has to be paid.
    Placed {
        /// Its id.
        id: OrderId,
        /// As people read it.
        number: OrderNumber,
    },
    /// Nothing was placed.
    Flawed(Vec<FormFlaw>),
    /// Nothing was placed yet: the customer chooses how it is sent.
    Choose(Box<Choice>),
}

/// Places the order the form asks for, once per page and choice.
///
/// # Errors
/// [`Reason::TooMany`] beyond the limits; [`Fault::Down`] when a distance has to be measured, or a carrier asked, and nobody answers.
pub async fn submit(
    shop: &Shop,
    at: &Storefront,
    form: &OrderForm,
    language: Language,
    ip: IpAddr,
) -> Result<Submitted, Fault> {
    let email = hex::encode(shop.secret.email_hash(&form.email));
    let counters = [
        (shop.secret.counter("order-form-ip", &neighbourhood(ip)), BY_IP),
        (shop.secret.counter("order-form-email", &email), BY_EMAIL),
    ];
    limit::count(&mut *shop.pool.acquire().await?, shop.clock.now(), &counters).await?;
    if !at.place.orders_open {
        return Ok(Submitted::Flawed(vec![FormFlaw::new("goods", say(language, "order-form-closed"))]));
    }
    let mut new = match form.read(at, language) {
        Ok(new) => new,
        Err(flaws) => return Ok(Submitted::Flawed(flaws)),
    };
    if form.way(at) == Some(Way::Shipping) {
        match send(shop, at, form, &new, language).await? {
            Sending::By(shipping) => new.shipping = Some(shipping),
            Sending::Choose(choice) => return Ok(Submitted::Choose(choice)),
            Sending::Nowhere(flaw) => return Ok(Submitted::Flawed(vec![flaw])),
        }
    }
    let body_hash = Sha256::digest(serde_json::to_vec(&new)?).to_vec();
    let page = if form.key.is_empty() { token() } else { form.key.chars().take(64).collect() };
    // The choice is part of the key: who goes back and chooses otherwise places another order.
    let request = Request { api_key: FORM, key: format!("{page}:{}", hex::encode(&body_hash)), body_hash };
    let flaw = match place(shop, &request, &new).await? {
        Placed::Order { id, .. } => {
            let order = store::load(&mut *shop.pool.acquire().await?, id).await?;
            return Ok(Submitted::Placed { id, number: order.number });
        }
        Placed::Unplaceable(why) => unplaceable(&why, language),
        Placed::OutOfStock { sku } => {
            let name = at.goods.iter().find(|product| product.sku == sku).map(|product| product.name.clone());
            let short = Reason::OutOfStock { sku: name.unwrap_or_else(|| sku.clone()) };
            FormFlaw::new(&format!("{QUANTITY}{sku}"), short.say(language))
        }
        // It grew too old between our look and the order's.
        Placed::UnknownRate { .. } => FormFlaw::new("method", say(language, "order-form-rate-gone")),
        other @ (Placed::UnknownWorkflow | Placed::KeyReused) => {
            return Err(anyhow::anyhow!("the order form of {} cannot place: {other:?}", at.place.key).into());
        }
    };
    Ok(Submitted::Flawed(vec![flaw]))
}
