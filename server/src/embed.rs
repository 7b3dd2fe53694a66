//! What other sites put into their pages: the script of `<clew-track>`, and a badge for those who want no script.
//!
//! Both stand at an address that never changes, hold nothing of anybody's, and may be loaded from anywhere.

use axum::{
    Router,
    extract::{Query, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::{Language, language::say};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::state::AppState;

/// Part of the program, so that script and API are of one version.
const SCRIPT: &str = include_str!("../../public/track.js");

/// The files.
pub fn routes() -> Router<AppState> {
    Router::new().route("/track.js", get(script)).route("/badge.svg", get(badge))
}

async fn script(headers: HeaderMap) -> Response {
    let mut response = file(&headers, "text/javascript; charset=utf-8", SCRIPT.to_owned());
    // For pages that load it with `crossorigin`.
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// `?lang=ro`: in which language.
#[derive(Debug, Deserialize)]
struct Wish {
    lang: Option<String>,
}

async fn badge(State(state): State<AppState>, Query(wish): Query<Wish>, headers: HeaderMap) -> Response {
    let language = wish.lang.as_deref().and_then(Language::from_tag).unwrap_or(state.shop.about.language);
    file(&headers, "image/svg+xml", drawn(&say(language, "customer-track-title")))
}

/// A file that browsers ask for again after five minutes and then mostly need not load.
fn file(headers: &HeaderMap, kind: &'static str, text: String) -> Response {
    let etag = format!("\"{}\"", hex::encode(&Sha256::digest(&text)[..8]));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    let said = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
    ];
    let mut response = if known.is_some_and(|known| known.contains(&etag)) {
        (StatusCode::NOT_MODIFIED, said).into_response()
    } else {
        (said, text).into_response()
    };
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        response.headers_mut().insert(header::ETAG, etag);
    }
    response
}

/// The words on a plate, as wide as they need: attributes only, so that no policy of styles stands in the way.
fn drawn(words: &str) -> String {
    // No browser says how wide its letters are; the text is stretched to fit.
    let text = words.chars().count() * 8;
    let width = text + 52;
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"40\" role=\"img\"><title>{words}</title>\
         <rect width=\"{width}\" height=\"40\" rx=\"8\" fill=\"#1f4fd8\"/>\
         <path d=\"M12 20h4a4 4 0 1 0 4-4v10\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2\" stroke-linecap=\"round\"/>\
         <text x=\"36\" y=\"25\" textLength=\"{text}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#fff\" font-size=\"15\" \
         font-family=\"system-ui, sans-serif\">{words}</text></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_small_and_does_nothing_a_strict_policy_forbids() {
        assert!(SCRIPT.len() <= 10 * 1024, "{} bytes", SCRIPT.len());
        assert!(SCRIPT.is_ascii(), "every word comes from the server");
        for sink in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "eval(",
            "Function(",
            "document.write",
            "createElement('style",
            ".style",
            "localStorage",
            "cookie",
        ] {
            assert!(!SCRIPT.contains(sink), "{sink}");
        }
    }

    #[test]
    fn the_script_names_words_and_fields_that_the_server_sends() {
        // `words.x` of the script are names in the answer of `/api/track/words`.
        let words = include_str!("../../app/customer/src/page/elsewhere.rs");
        let named = SCRIPT
            .split("words.")
            .skip(1)
            .map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>());
        // By a refusal's status and by a step's state.
        let named: Vec<_> = named
            .chain(["404", "429", "done", "next", "numberHint", "emailHint"].map(str::to_owned))
            .collect();
        assert!(named.len() > 15, "{named:?}");
        for name in named {
            assert!(words.contains(&format!("\"{name}\"")), "{name}");
        }
    }

    #[test]
    fn the_docs_name_every_variable_and_part() {
        let docs = include_str!("../../docs/connect/track.md");
        let variables = SCRIPT.split("var(--clew-").skip(1).filter_map(|rest| rest.split([',', ')']).next());
        let variables: Vec<_> = variables.collect();
        assert!(variables.len() >= 8, "{variables:?}");
        for name in variables {
            assert!(docs.contains(&format!("--clew-{name}:")), "--clew-{name}");
        }
        // `el('tag.name')`: the name is a part.
        let parts = SCRIPT.split("el('").skip(1).chain(SCRIPT.split("list('").skip(1));
        let parts =
            parts.filter_map(|rest| rest.split('\'').next()?.split('.').nth(1)).filter(|part| *part != "vh");
        let parts: std::collections::BTreeSet<_> = parts.collect();
        assert!(parts.len() >= 14, "{parts:?}");
        for part in parts {
            assert!(docs.contains(&format!("`{part}`")), "{part}");
        }
    }

    #[test]
    fn the_badge_is_a_picture_of_words_in_each_language() {
        for language in Language::ALL {
            let words = say(language, "customer-track-title");
            let svg = drawn(&words);
            assert!(svg.contains(&format!("<title>{words}</title>")) && !svg.contains("style"), "{svg}");
        }
        assert!(drawn("<a> & b").contains("&lt;a> &amp; b"));
    }
}
