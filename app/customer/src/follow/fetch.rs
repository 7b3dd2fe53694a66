//! Asking the server for a region's newest HTML.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response};

use super::window;

/// What the server answered.
pub enum Answer {
    /// New HTML, and its mark for the next question.
    New(String, Option<String>),
    /// What we have is still right.
    Same,
    /// The server does not show us this any more.
    Gone,
    /// No answer, or none that helps.
    Failed,
}

/// The fragment at an address, unless it still has that mark.
pub async fn fragment(address: &str, mark: Option<&str>) -> Answer {
    ask(address, mark).await.unwrap_or(Answer::Failed)
}

async fn ask(address: &str, mark: Option<&str>) -> Result<Answer, JsValue> {
    let headers = Headers::new()?;
    headers.set("accept", "text/html")?;
    if let Some(mark) = mark {
        headers.set("if-none-match", mark)?;
    }
    let init = RequestInit::new();
    init.set_headers(&headers);
    let window = window().ok_or(JsValue::NULL)?;
    let response: Response =
        JsFuture::from(window.fetch_with_str_and_init(address, &init)).await?.unchecked_into();
    Ok(match response.status() {
        200 => {
            let mark = response.headers().get("etag")?;
            let text = JsFuture::from(response.text()?).await?;
            text.as_string().map_or(Answer::Failed, |html| Answer::New(html, mark))
        }
        304 => Answer::Same,
        401 | 403 | 404 | 410 => Answer::Gone,
        _ => Answer::Failed,
    })
}
