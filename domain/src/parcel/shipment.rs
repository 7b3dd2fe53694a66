//! Shippo's shipment object from an address and goods.

use serde_json::{Value, json};

use super::{Direction, Packed, Piece, QuoteRequest, customs, pack::weight_of_one};
use crate::{order::Address, shop::ShipFrom};

/// Who sends or receives, as Shippo wants it.
pub(super) fn place(
    name: &str,
    company: Option<&str>,
    address: &Address,
    phone: Option<&str>,
    email: Option<&str>,
) -> Value {
    json!({
        "name": name,
        "company": company.unwrap_or_default(),
        "street1": address.line1,
        "street2": address.line2.as_deref().unwrap_or_default(),
        "city": address.city,
        "state": address.state.as_deref().unwrap_or_default(),
        "zip": address.postal_code,
        "country": address.country,
        "phone": phone.unwrap_or_default(),
        "email": email.unwrap_or_default(),
    })
}

/// The recipient of a request.
pub(super) fn recipient(request: &QuoteRequest) -> Value {
    let (phone, email) = (request.phone.as_deref(), request.email.as_deref());
    place(&request.name, None, &request.address, phone, email)
}

/// Everything carriers need for a price. For a return the addresses stay as they are: Shippo turns them round.
pub(super) fn shipment(request: &QuoteRequest, from: &ShipFrom, boxes: &[Packed]) -> Value {
    let sender = place(
        &from.name,
        from.company.as_deref(),
        &from.address,
        from.phone.as_deref(),
        Some(from.email.as_str()),
    );
    let is_return = request.direction == Direction::Return;
    let mut shipment = json!({
        "address_from": sender,
        "address_to": recipient(request),
        "parcels": boxes.iter().map(parcel).collect::<Vec<_>>(),
    });
    if is_return {
        shipment["extra"] = json!({ "is_return": true });
    }
    let (here, there) = (&from.address, &request.address);
    if customs::is_needed((&here.country, &here.postal_code), (&there.country, &there.postal_code)) {
        let signer = (from.name.as_str(), here.country.as_str());
        shipment["customs_declaration"] =
            customs::declaration(&goods(request, from), &request.currency, signer, &there.country, is_return);
    }
    shipment
}

fn parcel(packed: &Packed) -> Value {
    let cm = |mm: i64| format!("{}.{}", mm / 10, mm % 10);
    json!({
        "length": cm(packed.size.length_mm),
        "width": cm(packed.size.width_mm),
        "height": cm(packed.size.height_mm),
        "distance_unit": "cm",
        "weight": packed.size.weight_grams.max(1).to_string(),
        "mass_unit": "g",
    })
}

fn goods(request: &QuoteRequest, from: &ShipFrom) -> Vec<customs::Goods> {
    let pieces = pieces(request);
    let lines = request.items.iter().zip(&pieces).filter(|(item, _)| item.quantity > 0);
    lines
        .map(|(item, piece)| customs::Goods {
            name: item.name.clone(),
            quantity: item.quantity,
            weight_grams: weight_of_one(piece, from.parcel).saturating_mul(item.quantity),
            value: item.unit_amount.saturating_mul(item.quantity),
            sku: item.sku.clone(),
        })
        .collect()
}

/// What has to be packed.
pub(super) fn pieces(request: &QuoteRequest) -> Vec<Piece> {
    let piece = |item: &super::QuoteItem| Piece {
        quantity: item.quantity,
        weight_grams: item.weight_grams,
        sides_mm: item.sides_mm,
    };
    request.items.iter().map(piece).collect()
}
