//! Verb: turn what a studio's site asks for into an order, at the shop's own prices.

use super::{NewProduction, ProductionPriority, WORKFLOW};
use crate::{
    Fault, Shop,
    order::{NewItem, NewOrder},
    product::{Product, store},
};

/// Variants of one garment; nobody has more sizes times colours.
const MOST_VARIANTS: i64 = 500;

/// What is wrong, as (path of the field, why).
pub type Flaws = Vec<(String, String)>;

/// The order to be placed: names, prices, weights and stock are the products'; a body cannot say what it pays. Its items stand in the
/// order of the sizes. `new` must have no flaws of its own.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn assemble(shop: &Shop, new: &NewProduction) -> Result<Result<NewOrder, Flaws>, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let wanted = store::Wanted { group: Some(&new.garment_id), ..store::Wanted::default() };
    let variants = store::read(&mut conn, wanted, MOST_VARIANTS).await?;
    Ok(order(new, &variants).and_then(|order| {
        let flaws = order.flaws();
        if flaws.is_empty() { Ok(order) } else { Err(flaws) }
    }))
}

/// The order that a body asks for, out of the garment's variants.
fn order(new: &NewProduction, variants: &[Product]) -> Result<NewOrder, Flaws> {
    let Some(first) = variants.first() else {
        return Err(vec![("/garmentId".to_owned(), "there is no product of that key".to_owned())]);
    };
    let (mut items, mut flaws) = (Vec::new(), Vec::new());
    for (at, run) in new.sizes.iter().enumerate() {
        match variant(variants, &run.size) {
            Ok(product) if product.currency != first.currency => {
                flaws.push((format!("/sizes/{at}/size"), "has its price in another currency".to_owned()));
            }
            Ok(product) => items.extend(item(new, product, run.quantity, &run.size)),
            Err(flaw) => flaws.push((format!("/sizes/{at}/size"), flaw)),
        }
    }
    let Some(currency) = first.currency.clone().filter(|_| flaws.is_empty()) else {
        flaws.extend(first.currency.is_none().then(|| ("/garmentId".to_owned(), "has no price".to_owned())));
        return Err(flaws);
    };
    Ok(NewOrder {
        customer: new.customer.clone(),
        address: new.address.clone(),
        items,
        currency,
        shipping: new.shipping.clone(),
        workflow: Some(WORKFLOW.to_owned()),
        location: new.location.clone(),
        fulfilment: None,
        priority: new.priority.as_deref().and_then(ProductionPriority::parse).unwrap_or_default().into(),
        notes: new.notes.clone(),
        gift: false,
        reference: None,
        language: new.language,
        success_url: new.success_url.clone(),
        cancel_url: new.cancel_url.clone(),
    })
}

/// The one variant of a size that has a price.
fn variant<'a>(variants: &'a [Product], size: &str) -> Result<&'a Product, String> {
    let same = |product: &&Product| product.size().is_some_and(|own| own.eq_ignore_ascii_case(size.trim()));
    let mut matching = variants.iter().filter(same);
    match (matching.next(), matching.next()) {
        (Some(product), None) if product.price.is_some() => Ok(product),
        (Some(_), None) => Err("has no price".to_owned()),
        (Some(_), Some(_)) => Err("comes in several variants; send the SKU of one as garmentId".to_owned()),
        (None, _) => {
            let sizes: Vec<_> = variants.iter().filter_map(Product::size).collect();
            Err(format!("does not come in this size; it comes in: {}", sizes.join(", ")))
        }
    }
}

fn item(new: &NewProduction, product: &Product, quantity: i32, size: &str) -> Option<NewItem> {
    let title = product.group.as_ref().map_or(product.name.as_str(), |group| group.name.as_str());
    let size = product.size().unwrap_or(size);
    let options = product.options.clone().into_iter().filter(|(name, _)| name != "size").collect();
    Some(NewItem {
        // As the studio's checkout names a line.
        name: format!("{title} - {size}"),
        quantity,
        unit_amount: product.price?,
        options,
        print_file_url: None,
        design_url: Some(new.design_url.clone()),
        size: Some(size.to_owned()),
        technique: Some(new.technique),
        sku: Some(product.sku.clone()),
        weight_grams: product.weight_grams,
        length_mm: product.length_mm,
        width_mm: product.width_mm,
        height_mm: product.height_mm,
    })
}
