//! The browser's `fetch`.

use js_sys::futures::JsFuture;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Request, RequestInit, Response, UrlSearchParams};

use crate::Problem;

/// The text behind an address.
pub async fn get(address: &str) -> Result<String, Problem> {
    send(address, &RequestInit::new()).await
}

/// Posts a form's fields.
pub async fn post(address: &str, fields: &UrlSearchParams) -> Result<String, Problem> {
    let how = RequestInit::new();
    how.set_method("POST");
    how.set_body(fields);
    send(address, &how).await
}

async fn send(address: &str, how: &RequestInit) -> Result<String, Problem> {
    match exchange(address, how).await {
        Ok((true, text)) => Ok(text),
        Ok((false, text)) => Err(serde_json::from_str(&text).unwrap_or_else(|_| Problem::unreached())),
        Err(_) => Err(Problem::unreached()),
    }
}

/// Whether it went well, and the text. The `Accept` tells the server that this is no form without JavaScript.
async fn exchange(address: &str, how: &RequestInit) -> Result<(bool, String), JsValue> {
    let request = Request::new_with_str_and_init(address, how)?;
    request.headers().set("accept", "application/json")?;
    let response: Response = JsFuture::from(window().fetch_with_request(&request)).await?.dyn_into()?;
    let text = JsFuture::from(response.text()?).await?;
    Ok((response.ok(), text.as_string().unwrap_or_default()))
}
