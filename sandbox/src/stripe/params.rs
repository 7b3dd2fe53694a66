//! A call's parameters, read the way Stripe reads them: by name, with its own words for what is wrong.

use std::collections::BTreeMap;

use axum::extract::{FromRequest, Request};
use serde_json::{Map, Value};

use super::doorway::read;
use super::error::ApiError;
use super::form;

/// The query and the body of one call as a tree. Names are JSON pointers (`/line_items/0/quantity`).
#[derive(Debug, Clone)]
pub struct Params(pub Value);

impl<S: Sync> FromRequest<S> for Params {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        let mut flat = request.uri().query().unwrap_or_default().as_bytes().to_vec();
        flat.push(b'&');
        flat.extend(read(request.into_body()).await?);
        Ok(Self(form::parse(&flat)))
    }
}

/// The name as the client wrote it: `line_items[0][quantity]`.
pub fn name(pointer: &str) -> String {
    let mut steps = pointer.trim_start_matches('/').split('/');
    let first = steps.next().unwrap_or_default().to_owned();
    steps.fold(first, |name, step| format!("{name}[{step}]"))
}

impl Params {
    /// A text; empty counts as absent.
    pub fn text(&self, pointer: &str) -> Option<&str> {
        self.0.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty())
    }

    /// A text that must be there.
    pub fn required(&self, pointer: &str) -> Result<&str, ApiError> {
        self.text(pointer).ok_or_else(|| ApiError::missing(&name(pointer)))
    }

    /// A whole number, if present.
    pub fn integer(&self, pointer: &str) -> Result<Option<i64>, ApiError> {
        let invalid = |text: &str| {
            ApiError::invalid("parameter_invalid_integer", &name(pointer), format!("Invalid integer: {text}"))
        };
        self.text(pointer).map(|text| text.parse().map_err(|_| invalid(text))).transpose()
    }

    /// A span of time in Unix seconds: `created[gte]`, or `created` for one second.
    pub fn span(&self, pointer: &str) -> Result<impl Fn(i64) -> bool + use<>, ApiError> {
        let edge = |end: &str| self.integer(&format!("{pointer}{end}"));
        let (at, gt, gte, lt, lte) = (edge("")?, edge("/gt")?, edge("/gte")?, edge("/lt")?, edge("/lte")?);
        Ok(move |time: i64| {
            at.is_none_or(|edge| time == edge)
                && gt.is_none_or(|edge| time > edge)
                && gte.is_none_or(|edge| time >= edge)
                && lt.is_none_or(|edge| time < edge)
                && lte.is_none_or(|edge| time <= edge)
        })
    }

    /// The entries of a list; nothing when absent.
    pub fn items(&self, pointer: &str) -> usize {
        self.0.pointer(pointer).and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// The texts of a list.
    pub fn texts(&self, pointer: &str) -> Vec<&str> {
        let list = self.0.pointer(pointer).and_then(Value::as_array);
        list.map(|list| list.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
    }

    /// A metadata map within Stripe's limits.
    pub fn metadata(&self, pointer: &str) -> Result<BTreeMap<String, String>, ApiError> {
        let Some(map) = self.0.pointer(pointer).and_then(Value::as_object) else {
            return Ok(BTreeMap::new());
        };
        let invalid = |key: &str, why: &str| {
            Err(ApiError::invalid("parameter_invalid", &name(&format!("{pointer}/{key}")), why.to_owned()))
        };
        if map.len() > 50 {
            return invalid("", "Metadata can have at most 50 keys.");
        }
        for (key, value) in map {
            if key.chars().count() > 40 {
                return invalid(key, "Metadata keys can be at most 40 characters long.");
            }
            if value.as_str().is_none_or(|value| value.chars().count() > 500) {
                return invalid(key, "Metadata values must be strings of at most 500 characters.");
            }
        }
        Ok(map.iter().filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))).collect())
    }

    /// Refuses every key of the map at `pointer` that Stripe does not have there.
    pub fn only(&self, pointer: &str, known: &[&str]) -> Result<(), ApiError> {
        let map: Option<&Map<_, _>> = self.0.pointer(pointer).and_then(Value::as_object);
        let stray = map.and_then(|map| map.keys().find(|key| !known.contains(&key.as_str())));
        stray.map_or(Ok(()), |key| Err(ApiError::unknown(&name(&format!("{pointer}/{key}")))))
    }
}
