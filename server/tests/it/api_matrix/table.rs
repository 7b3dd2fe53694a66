//! Who may call what, as it was agreed; and the least that each operation takes. Every operation has a row.

use serde_json::{Value, json};

use super::objects::Objects;

/// What was agreed of one operation.
pub struct Row {
    /// `operationId`.
    pub operation: &'static str,
    /// The ways in: scopes, the lowest role, `link` for the order's customer, `preferences` for a link to the preferences.
    pub who: &'static str,
    /// A body that can be read; none where it takes none.
    pub body: Value,
}

/// All of them.
pub fn rows(objects: &Objects) -> Vec<Row> {
    let none = Value::Null;
    let table = [
        // Orders.
        ("createOrder", "orders:create", objects.new_order()),
        ("listOrders", "orders:read | viewer", none.clone()),
        ("getOrder", "orders:read | viewer | link", none.clone()),
        ("changeOrder", "orders:write | operator", json!({ "priority": "rush" })),
        ("moveOrder", "orders:write | operator", json!({})),
        ("holdOrder", "orders:write | operator", json!({ "why": "ink" })),
        ("releaseOrder", "orders:write | operator", none.clone()),
        ("listNotes", "orders:read | viewer", none.clone()),
        ("addNote", "orders:write | operator", json!({ "text": "Ask about the paper." })),
        ("setOrderStatus", "orders:write | operator", json!({ "status": "processing" })),
        ("getStatusOverview", "orders:read | viewer", none.clone()),
        ("cancelOrder", "orders:create", none.clone()),
        ("callOffOrder", "orders:write+refunds:write | admin", none.clone()),
        ("returnOrder", "orders:create", json!({ "reason": "Too small." })),
        ("listReturns", "orders:read | viewer", none.clone()),
        ("requestReturn", "orders:write | operator | link", json!({ "reason": "Too small." })),
        ("receiveReturn", "orders:write | operator", json!({})),
        ("declineReturn", "orders:write | operator", none.clone()),
        // Money.
        ("listRefunds", "orders:read | refunds:write | viewer", none.clone()),
        ("refundOrder", "refunds:write | admin", json!({ "amount": 1 })),
        // Boxes and labels.
        ("listParcels", "orders:read | viewer", none.clone()),
        ("addParcel", "orders:write | operator", json!({ "carrier": "UPS" })),
        ("listLabelRates", "labels:write | admin", none.clone()),
        ("listLabels", "orders:read | labels:write | viewer", none.clone()),
        ("buyLabel", "labels:write | admin", json!({ "box": 2 })),
        ("voidLabel", "labels:write | admin", none.clone()),
        ("getShippingRates", "orders:create", rates()),
        // What a customer follows.
        ("getOrderStatus", "orders:read | viewer | link", none.clone()),
        ("getOrderTimeline", "orders:read | viewer | link", none.clone()),
        ("followOrder", "orders:read | viewer | link", none.clone()),
        ("trackNumber", "orders:read | viewer | link", none.clone()),
        ("listActiveOrders", "link", none.clone()),
        ("getDeliveryPreference", "orders:create | orders:read | operator | link", none.clone()),
        (
            "setDeliveryPreference",
            "orders:create | orders:write | operator | link",
            json!({ "preference": "in_person" }),
        ),
        // What a customer hears.
        ("getNotificationPreferences", "preferences | link", none.clone()),
        ("changeNotificationPreferences", "preferences", json!({ "languagePreference": "es" })),
        ("getNotificationHistory", "preferences | link", none.clone()),
        ("verifyPhone", "preferences", json!({ "code": "000000" })),
        ("sendTestNotification", "preferences", none.clone()),
        ("addDevice", "preferences", json!({ "token": "t" })),
        ("removeDevice", "preferences", json!({ "token": "t" })),
        // A studio's words.
        ("createProduction", "orders:create", production()),
        ("getProduction", "orders:create | orders:read", none.clone()),
        ("changeProduction", "orders:write", json!({ "priority": "rush" })),
        // Products, places, workflows, figures.
        ("listProducts", "products:read | viewer", none.clone()),
        ("getProduct", "products:read | viewer", none.clone()),
        ("changeStock", "products:write | operator", json!({ "kind": "receive", "quantity": 1 })),
        ("listStockMovements", "products:read | viewer", none.clone()),
        ("listPlaces", "places:read | orders:create | viewer", none.clone()),
        ("getPlace", "places:read | orders:create | viewer", none.clone()),
        ("putPlace", "places:write | admin", place()),
        ("listSlots", "places:read | orders:create | viewer", none.clone()),
        ("listWorkflows", "workflows:read | viewer", none.clone()),
        ("getWorkflow", "workflows:read | viewer", none.clone()),
        ("getOverview", "figures:read | viewer", none.clone()),
        // What needs a person, what came in, and many at once.
        ("listAlerts", "orders:read | operator", none.clone()),
        ("clearAlert", "orders:write | operator", none.clone()),
        ("listInbox", "webhooks:read | operator", none.clone()),
        ("getReceived", "webhooks:read | admin", none.clone()),
        ("replayReceived", "webhooks:write | admin", none.clone()),
        // Where webhooks are sent.
        ("listWebhookEndpoints", "webhooks:read | admin", none.clone()),
        ("getWebhookEndpoint", "webhooks:read | admin", none.clone()),
        (
            "createWebhookEndpoint",
            "webhooks:write | admin",
            json!({ "url": "https://hooks.studio.test/new" }),
        ),
        (
            "changeWebhookEndpoint",
            "webhooks:write | admin",
            json!({ "url": "https://hooks.studio.test/erp" }),
        ),
        ("removeWebhookEndpoint", "webhooks:write | admin", none.clone()),
        ("rotateWebhookSecret", "webhooks:write | admin", none.clone()),
        ("enableWebhookEndpoint", "webhooks:write | admin", none.clone()),
        ("disableWebhookEndpoint", "webhooks:write | admin", none.clone()),
        ("testWebhookEndpoint", "webhooks:write | admin", none.clone()),
        ("listWebhookMessages", "webhooks:read | admin", none.clone()),
        ("getWebhookMessage", "webhooks:read | admin", none.clone()),
        ("resendWebhookMessages", "webhooks:write | admin", json!({ "message": objects.message })),
        ("skipWebhookMessages", "webhooks:write | admin", json!({ "message": objects.message })),
        (
            "startBulk",
            "bulk:write | operator",
            json!({ "orders": [objects.other.0.to_string()], "action": { "do": "note", "text": "Look." }, "dryRun": true }),
        ),
        ("getBulk", "bulk:write | operator", none.clone()),
        ("undoBulk", "bulk:write | operator", none.clone()),
        ("listNotices", "notices:read | operator", none.clone()),
        ("getNotice", "notices:read | operator", none.clone()),
        ("retryNotice", "notices:write | operator", none.clone()),
        // Keys.
        ("listKeys", "admin", none.clone()),
        ("getKey", "admin", none.clone()),
        ("createKey", "admin", json!({ "name": "A storefront", "scopes": ["orders:create"] })),
        ("changeKey", "admin", json!({ "name": "The storefront" })),
        ("rotateKey", "admin", json!({ "overlapSeconds": 60 })),
        ("revokeKey", "admin", none.clone()),
        // Products and messages, by the seed's and the storefront's words.
        ("putProduct", "products:write", json!({ "name": "Tee M", "onHand": 1000 })),
        ("listTemplates", "notices:read | operator", none.clone()),
        ("getTemplate", "notices:read | operator", none.clone()),
        ("createTemplate", "admin", template(false)),
        ("changeTemplate", "admin", template(true)),
        ("getNoticeFigures", "notices:read | operator", none.clone()),
        (
            "bulkSend",
            "bulk:write | operator",
            json!({ "orders": [objects.other.0.to_string()], "message": "Hello.", "dryRun": true }),
        ),
        ("getBulkSend", "bulk:write | operator", none.clone()),
        ("undoBulkSend", "bulk:write | operator", none),
    ];
    table.into_iter().map(|(operation, who, body)| Row { operation, who, body }).collect()
}

fn rates() -> Value {
    json!({
        "customer": { "name": "Ana Ruiz" },
        "address": { "line1": "Calle Mayor 12", "city": "Madrid", "postalCode": "28013", "country": "ES" },
        "items": [{ "name": "Poster", "quantity": 1, "unitAmount": 1450 }],
        "currency": "EUR"
    })
}

fn production() -> Value {
    json!({
        "designUrl": "https://designs.studio.test/koi.png", "garmentId": "TEE", "sizes": [{ "size": "M", "quantity": 1 }],
        "customer": { "name": "Ana Ruiz", "email": "ana@customer.test" },
        "address": { "line1": "Calle Mayor 12", "city": "Madrid", "postalCode": "28013", "country": "ES" }
    })
}

fn place() -> Value {
    json!({
        "name": "Kitchen", "address": { "line1": "1 Parliament Square", "city": "London", "country": "GB" },
        "contact": "kitchen@shop.test", "opening": { "zone": "Europe/London", "week": [[], [], [], [], [], [], []] },
        "ways": ["pickup"], "slotCapacity": 1, "leadMinutes": 30, "daysAhead": 3, "workflow": "kitchen", "ordersOpen": false
    })
}

fn template(known: bool) -> Value {
    let words = "{{ number }}: {{ link }}";
    match known {
        true => json!({ "subject": "On its way", "content": words, "version": 0 }),
        false => {
            json!({ "type": "shipped", "channel": "email", "language": "en", "subject": "On its way", "content": words })
        }
    }
}
