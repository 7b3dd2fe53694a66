//! Tells mail programs what a mail tells people: schema.org's `Order` and `ParcelDelivery`, as Gmail reads them
//! (<https://developers.google.com/workspace/gmail/markup/reference/parcel-delivery>, `/order`).

use serde_json::{Value, json};

use crate::{
    notice::{
        NoticeKind,
        template::{Variables, one_line},
    },
    order::{Address, Status, TrackedOrder},
};

/// JSON-LD that may stand inside a `script` element: `<` is written as its escape, so that no value can end it. The values are clean, and
/// so is what is read here beside them: a program shows it to people, too.
pub(super) fn json_ld(
    kind: NoticeKind,
    order: &TrackedOrder,
    values: &Variables,
    address: &Address,
) -> String {
    let boxes = order.parcels.iter().filter(|_| kind.is_about_parcels()).filter_map(|parcel| {
        // Gmail shows a parcel only with its carrier and the day it is expected.
        Some(delivery(
            order,
            values,
            address,
            parcel.carrier.as_ref()?,
            parcel.tracking_number.as_ref(),
            parcel.eta?,
        ))
    });
    let mut found: Vec<Value> = boxes.collect();
    if found.is_empty() {
        found.push(whole_order(order, values));
    }
    let json = if found.len() == 1 { found.remove(0) } else { Value::Array(found) };
    json.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

fn delivery(
    order: &TrackedOrder,
    values: &Variables,
    address: &Address,
    carrier: &str,
    number: Option<&String>,
    eta: jiff::civil::Date,
) -> Value {
    let names: Vec<_> = order.items.iter().map(|item| one_line(&item.name)).collect();
    json!({
        "@context": "http://schema.org",
        "@type": "ParcelDelivery",
        "deliveryAddress": {
            "@type": "PostalAddress",
            "name": values.name,
            "streetAddress": one_line(&address.line1),
            "addressLocality": one_line(&address.city),
            "addressRegion": one_line(address.state.as_deref().unwrap_or(&address.city)),
            "addressCountry": address.country,
            "postalCode": one_line(&address.postal_code),
        },
        "expectedArrivalUntil": eta.to_string(),
        "carrier": { "@type": "Organization", "name": one_line(carrier) },
        "itemShipped": { "@type": "Product", "name": names.join(", ") },
        "trackingNumber": number.map(|number| one_line(number)),
        "trackingUrl": values.link,
        "potentialAction": { "@type": "TrackAction", "target": values.link },
        "partOfOrder": {
            "@type": "Order",
            "orderNumber": values.number,
            "merchant": { "@type": "Organization", "name": values.shop },
            "orderStatus": state(order.status),
        },
    })
}

fn whole_order(order: &TrackedOrder, values: &Variables) -> Value {
    let digits = order.total.currency.exponent().map_or(2, u32::from);
    let price = |minor: i64| match digits {
        0 => minor.to_string(),
        _ => {
            let scale = 10_i64.pow(digits);
            format!("{}.{:0width$}", minor / scale, minor % scale, width = digits as usize)
        }
    };
    let currency = order.total.currency.code();
    let offers: Vec<_> = order
        .items
        .iter()
        .map(|item| {
            json!({
                "@type": "Offer",
                "itemOffered": { "@type": "Product", "name": one_line(&item.name) },
                "price": price(item.unit_amount),
                "priceCurrency": currency,
                "eligibleQuantity": { "@type": "QuantitativeValue", "value": item.quantity },
            })
        })
        .collect();
    json!({
        "@context": "http://schema.org",
        "@type": "Order",
        "merchant": { "@type": "Organization", "name": values.shop },
        "orderNumber": values.number,
        "orderStatus": state(order.status),
        "price": price(order.total.minor),
        "priceCurrency": currency,
        "acceptedOffer": offers,
        "url": values.link,
        "potentialAction": { "@type": "ViewAction", "target": values.link },
    })
}

const fn state(status: Status) -> &'static str {
    match status {
        Status::Pending => "http://schema.org/OrderPaymentDue",
        Status::Confirmed | Status::Processing => "http://schema.org/OrderProcessing",
        Status::Shipped | Status::OutForDelivery | Status::Delayed => "http://schema.org/OrderInTransit",
        Status::Delivered => "http://schema.org/OrderDelivered",
        Status::Exception => "http://schema.org/OrderProblem",
        Status::Cancelled => "http://schema.org/OrderCancelled",
        Status::Returned => "http://schema.org/OrderReturned",
    }
}
