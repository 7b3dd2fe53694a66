//! The lines and the shipping of a new session.

use super::{check, known};
use crate::ids;
use crate::line_item::LineItem;
use crate::session::Shipping;
use crate::stripe::error::ApiError;
use crate::stripe::params::{Params, name};

/// Every line, all in one currency.
pub fn lines(params: &Params) -> Result<(Vec<LineItem>, String), ApiError> {
    if params.items("/line_items") == 0 {
        return Err(ApiError::missing("line_items"));
    }
    let mut common = None;
    let mut lines = Vec::new();
    for place in 0..params.items("/line_items") {
        let (line, currency) = line(params, &format!("/line_items/{place}"))?;
        if common.get_or_insert(currency.clone()) != &currency {
            return Err(ApiError::refused(
                "All line items in a Checkout Session must use the same currency.",
            ));
        }
        lines.push(line);
    }
    Ok((lines, common.unwrap_or_default()))
}

fn line(params: &Params, at: &str) -> Result<(LineItem, String), ApiError> {
    params.only(at, known::LINE)?;
    if let Some(price) = params.text(&format!("{at}/price")) {
        return Err(ApiError::no_such("price", price, &name(&format!("{at}/price"))));
    }
    let price = format!("{at}/price_data");
    let product = format!("{price}/product_data");
    params.only(&price, known::PRICE)?;
    params.only(&product, known::PRODUCT)?;
    let currency = check::currency(params, &format!("{price}/currency"))?;
    let quantity = params
        .integer(&format!("{at}/quantity"))?
        .ok_or_else(|| ApiError::missing(&name(&format!("{at}/quantity"))))?;
    if quantity < 1 {
        let message = "This value must be greater than or equal to 1.";
        return Err(ApiError::invalid(
            "parameter_invalid_integer",
            &name(&format!("{at}/quantity")),
            message,
        ));
    }
    let line = LineItem {
        id: ids::line_item(),
        price: ids::other("price"),
        product: ids::other("prod"),
        name: params.required(&format!("{product}/name"))?.to_owned(),
        unit_amount: check::amount(params, &format!("{price}/unit_amount"))?,
        quantity,
        metadata: params.metadata(&format!("{at}/metadata"))?,
        product_metadata: params.metadata(&format!("{product}/metadata"))?,
    };
    Ok((line, currency))
}

/// Every shipping option, in the lines' currency.
pub fn shipping(params: &Params, currency: &str) -> Result<Vec<Shipping>, ApiError> {
    let count = params.items("/shipping_options");
    if count > 5 {
        return Err(ApiError::invalid(
            "parameter_invalid",
            "shipping_options",
            "At most 5 shipping options are allowed.",
        ));
    }
    (0..count)
        .map(|place| option(params, &format!("/shipping_options/{place}/shipping_rate_data"), currency))
        .collect()
}

fn option(params: &Params, at: &str, currency: &str) -> Result<Shipping, ApiError> {
    params.only(at, known::SHIPPING)?;
    let theirs = check::currency(params, &format!("{at}/fixed_amount/currency"))?;
    if theirs != currency {
        return Err(ApiError::refused("The shipping rate's currency must match the line items' currency."));
    }
    Ok(Shipping {
        rate: ids::other("shr"),
        display_name: params.required(&format!("{at}/display_name"))?.to_owned(),
        amount: check::amount(params, &format!("{at}/fixed_amount/amount"))?,
    })
}
