//! Shippo's lists: newest first, in numbered pages, with the addresses of the neighbouring ones.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::error::Refusal;

/// What a list was asked for.
pub type Query = BTreeMap<String, String>;

const USUAL: usize = 25;
const MOST: usize = 100;

/// One page of `rows` (newest first); `at` is the list's own address.
pub fn page(rows: Vec<Value>, query: &Query, at: &str) -> Result<Value, Refusal> {
    let number = |name: &str, usual: usize| match query.get(name) {
        None => Ok(usual),
        Some(text) => text
            .parse()
            .ok()
            .filter(|number: &usize| *number > 0)
            .ok_or_else(|| Refusal::field(name, "A valid integer is required.")),
    };
    let (page, size) = (number("page", 1)?, number("results", USUAL)?.min(MOST));
    let from = (page - 1) * size;
    if from > 0 && from >= rows.len() {
        return Err(Refusal::Detail(axum::http::StatusCode::NOT_FOUND, "Invalid page.".to_owned()));
    }
    let address = |page: usize| {
        let mut query = query.clone();
        query.insert("page".to_owned(), page.to_string());
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        format!("{at}?{query}")
    };
    let next = (from + size < rows.len()).then(|| address(page + 1));
    let previous = (page > 1).then(|| address(page - 1));
    let results: Vec<Value> = rows.into_iter().skip(from).take(size).collect();
    Ok(json!({ "next": next, "previous": previous, "results": results }))
}
