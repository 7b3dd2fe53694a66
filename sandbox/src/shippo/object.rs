//! What every object of Shippo has: an id of 32 hexadecimal digits, an owner and two dates. Objects of which only the
//! wire matters (addresses, parcels, customs papers, webhooks) are kept as they are shown.

use rand::Rng;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::moment;
use crate::table::Row;

/// Whose account this is.
pub const OWNER: &str = "owner@sandbox.test";

/// A new `object_id`.
pub fn fresh_id() -> String {
    hex::encode(rand::rng().random::<[u8; 16]>())
}

/// An object kept as it is shown.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Object {
    /// `object_id`
    pub id: String,
    /// The object.
    pub wire: Value,
}

impl Row for Object {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Object {
    /// A new object with these fields besides the common ones.
    pub fn new(fields: Value) -> Self {
        let (id, now) = (fresh_id(), moment::iso(moment::now()));
        let mut wire = json!({
            "object_id": id, "object_created": now, "object_updated": now, "object_owner": OWNER, "test": true,
        });
        if let (Value::Object(wire), Value::Object(fields)) = (&mut wire, fields) {
            wire.extend(fields);
        }
        Self { id, wire }
    }

    /// The object's fields.
    pub fn fields(&self) -> Map<String, Value> {
        self.wire.as_object().cloned().unwrap_or_default()
    }
}
