//! Stripe's lists: newest first, a page at a time, positioned by the id of a neighbour.

use serde_json::{Value, json};

use super::error::ApiError;
use super::params::Params;
use crate::table::Row;

/// One page of `rows` (newest first), shown through `wire`.
pub fn page<'row, T: Row + 'row>(
    rows: impl Iterator<Item = &'row T>,
    params: &Params,
    url: &str,
    wire: impl Fn(&T) -> Value,
) -> Result<Value, ApiError> {
    let limit = params.integer("/limit")?.unwrap_or(10);
    let limit = usize::try_from(limit).ok().filter(|limit| (1..=100).contains(limit)).ok_or_else(|| {
        ApiError::invalid("parameter_invalid_integer", "limit", "Invalid limit: must be between 1 and 100.")
    })?;
    let rows: Vec<&T> = rows.collect();
    let place = |id: &str| rows.iter().position(|row| row.id() == id);
    let (shown, has_more): (Vec<&T>, bool) =
        match (params.text("/starting_after"), params.text("/ending_before")) {
            (Some(_), Some(_)) => {
                return Err(ApiError::refused("You can only use one of starting_after and ending_before."));
            }
            (Some(after), None) => {
                let from =
                    place(after).ok_or_else(|| ApiError::no_such("object", after, "starting_after"))? + 1;
                (rows.iter().skip(from).take(limit).copied().collect(), rows.len() > from + limit)
            }
            (None, Some(before)) => {
                let until =
                    place(before).ok_or_else(|| ApiError::no_such("object", before, "ending_before"))?;
                let from = until.saturating_sub(limit);
                (rows[from..until].to_vec(), from > 0)
            }
            (None, None) => (rows.iter().take(limit).copied().collect(), rows.len() > limit),
        };
    let data: Vec<Value> = shown.into_iter().map(wire).collect();
    Ok(json!({ "object": "list", "data": data, "has_more": has_more, "url": url }))
}
