//! What is sent and answered, one type per schema of the document. Amounts are in minor units, times are RFC 3339. A word the API says that this
//! client does not know is kept in `Unrecognised`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

include!(concat!(env!("OUT_DIR"), "/types.rs"));
