//! Verb: staff say what a product is. How many there are is said by receiving, counting and correcting.

use super::{Group, Product, ProductKind, new_product::is_sku, store};
use crate::{Fault, Reason, Shop, money::Money, staff::Person};

const LONGEST: usize = 200;

/// A product's form, as typed: an empty field is nothing.
#[derive(Debug, Clone, Default)]
pub struct ProductEdit {
    /// For people.
    pub name: String,
    /// What it is.
    pub kind: ProductKind,
    /// Key and name of what it is a variant of.
    pub group: Option<Group>,
    /// `size`, `colour`: without the empty ones.
    pub options: Vec<(String, String)>,
    /// As a person types it.
    pub price: String,
    /// ISO 4217, with a price.
    pub currency: String,
    /// Grams of one.
    pub weight_grams: Option<i32>,
    /// At or below this many it is low.
    pub reorder_point: Option<i32>,
    /// Whether our own order form shows it.
    pub offered: bool,
    /// At which locations; at all where none is named.
    pub locations: Vec<String>,
}

/// Writes a product's form over what was known, or makes a new product without any pieces.
///
/// # Errors
/// [`Fault::Refused`] for a name that is missing, a price that cannot be read in one way, something offered without price;
/// [`Fault::NotFound`] for what cannot be a product's key.
pub async fn edit(shop: &Shop, by: &Person, sku: &str, form: &ProductEdit) -> Result<Product, Fault> {
    if !is_sku(sku) {
        return Err(Reason::BadSku.into());
    }
    let name = form.name.trim();
    if name.is_empty() || form.group.as_ref().is_some_and(|group| group.name.trim().is_empty()) {
        return Err(Reason::NameMissing.into());
    }
    if name.chars().count() > LONGEST {
        return Err(Reason::TooLong { most: LONGEST }.into());
    }
    let price = price(form, by)?;
    if form.offered && price.is_none() {
        return Err(Reason::NoPrice.into());
    }
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    store::begin(&mut tx, sku, name, now).await?;
    let was = store::lock(&mut tx, sku).await?;
    let product = Product {
        name: name.to_owned(),
        kind: form.kind,
        group: form.group.clone(),
        options: form.options.iter().cloned().collect(),
        price: price.map(|money| money.minor),
        currency: price.map(|money| money.currency.code().to_owned()),
        weight_grams: form.weight_grams,
        reorder_point: form.reorder_point,
        offered: form.offered,
        locations: form.locations.clone(),
        ..was
    };
    store::describe(&mut tx, &product, now).await?;
    tx.commit().await?;
    Ok(product)
}

fn price(form: &ProductEdit, by: &Person) -> Result<Option<Money>, Reason> {
    if form.price.trim().is_empty() {
        return Ok(None);
    }
    let code = form.currency.trim().to_ascii_uppercase();
    let like = Money::parse(1250, &code).map(|money| money.typed(by.language)).unwrap_or_default();
    let bad = Reason::BadAmount { currency: code.clone(), like };
    Money::read(&form.price, &code).map(Some).ok_or(bad)
}
