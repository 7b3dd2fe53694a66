//! Reading what carriers write: a number where a text was promised, an empty text for nothing, one entry of a list that is something
//! else. No field costs us the object, and no entry the list.

use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::Value;

/// Whatever can be read of a field; its default where it is something else.
pub(super) fn lenient<'de, T: DeserializeOwned + Default, D: Deserializer<'de>>(
    from: D,
) -> Result<T, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(from)?).unwrap_or_default())
}

/// A text or a number as text, without the blanks around it; empty is nothing.
pub(super) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// The entries of a list that can be read. What stands alone where a list was promised is a list of one.
pub(super) fn list<'de, T: DeserializeOwned, D: Deserializer<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    let entries = match Value::deserialize(from)? {
        Value::Array(entries) => entries,
        Value::Null => Vec::new(),
        alone => vec![alone],
    };
    Ok(entries.into_iter().filter_map(|entry| serde_json::from_value(entry).ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, Deserialize)]
    #[serde(default)]
    struct Odd {
        #[serde(deserialize_with = "text")]
        number: Option<String>,
        #[serde(deserialize_with = "list")]
        scans: Vec<Inner>,
        #[serde(deserialize_with = "lenient")]
        place: Option<Inner>,
    }

    #[derive(Debug, Default, Deserialize)]
    #[serde(default)]
    struct Inner {
        #[serde(deserialize_with = "text")]
        code: Option<String>,
    }

    #[test]
    fn no_field_costs_the_object_and_no_entry_the_list() {
        let read = |text: &str| serde_json::from_str::<Odd>(text).unwrap();
        assert_eq!(read(r#"{"number": 7777777770}"#).number.as_deref(), Some("7777777770"));
        assert_eq!(read(r#"{"number": " 1Z "}"#).number.as_deref(), Some("1Z"));
        assert_eq!(read(r#"{"number": "", "place": 3}"#).number, None);
        let odd = read(r#"{"scans": [{"code": "A"}, 7, null, {"code": "B"}], "place": {"code": 5}}"#);
        let codes: Vec<_> = odd.scans.iter().filter_map(|scan| scan.code.as_deref()).collect();
        assert_eq!((codes, odd.place.unwrap().code.as_deref()), (vec!["A", "B"], Some("5")));
        assert_eq!(read(r#"{"scans": {"code": "A"}}"#).scans.len(), 1, "one alone");
        assert_eq!(read(r#"{"scans": null}"#).scans.len(), 0);
    }
}
