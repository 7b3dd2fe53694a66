//! Stripe's bracketed forms: `line_items[0][price_data][currency]=eur` is a tree, written flat.

use serde_json::{Map, Value};
use url::form_urlencoded;

/// The tree behind a query string or a form body. Every leaf is text; lists are the maps whose keys are all numbers.
pub fn parse(flat: &[u8]) -> Value {
    let mut root = Map::new();
    for (key, value) in form_urlencoded::parse(flat) {
        let path: Vec<&str> = key.split('[').map(|step| step.trim_end_matches(']')).collect();
        plant(&mut root, &path, &value);
    }
    Value::Object(root.into_iter().map(|(key, value)| (key.clone(), tidy(&key, value))).collect())
}

fn plant(map: &mut Map<String, Value>, path: &[&str], value: &str) {
    let Some((step, rest)) = path.split_first() else { return };
    let step = if step.is_empty() { map.len().to_string() } else { (*step).to_owned() };
    if rest.is_empty() {
        map.insert(step, Value::from(value));
        return;
    }
    let child = map.entry(step).or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(child) = child {
        plant(child, rest, value);
    }
}

/// Metadata keys are the client's own words, so `metadata[0]` stays a key.
fn tidy(key: &str, value: Value) -> Value {
    let Value::Object(map) = value else { return value };
    let numbers: Option<Vec<usize>> = map.keys().map(|step| step.parse().ok()).collect();
    match numbers {
        Some(_) if key != "metadata" => {
            let mut items: Vec<(usize, Value)> = map
                .into_iter()
                .filter_map(|(step, item)| Some((step.parse().ok()?, tidy("", item))))
                .collect();
            items.sort_by_key(|(place, _)| *place);
            Value::Array(items.into_iter().map(|(_, item)| item).collect())
        }
        _ => Value::Object(map.into_iter().map(|(step, item)| (step.clone(), tidy(&step, item))).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn brackets_make_a_tree() {
        let flat = b"mode=payment&line_items[10][quantity]=3&line_items%5B2%5D%5Bquantity%5D=2&metadata[0]=zero&types[]=a&types[]=b";
        let tree = json!({
            "mode": "payment",
            "line_items": [{ "quantity": "2" }, { "quantity": "3" }],
            "metadata": { "0": "zero" },
            "types": ["a", "b"],
        });
        assert_eq!(parse(flat), tree);
    }
}
