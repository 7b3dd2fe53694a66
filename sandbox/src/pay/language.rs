//! Which of the four languages a page is in.

use axum::http::{HeaderMap, header};

const KNOWN: [&str; 4] = ["en", "es", "ro", "ru"];

/// The session's own language, or with `auto` and none the browser's.
pub fn choose(locale: Option<&str>, headers: &HeaderMap) -> &'static str {
    let accepted =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match locale.filter(|locale| *locale != "auto") {
        Some(locale) => known(locale).unwrap_or("en"),
        None => preferred(accepted),
    }
}

fn known(tag: &str) -> Option<&'static str> {
    let language = tag.split('-').next().unwrap_or_default().trim();
    KNOWN.into_iter().find(|known| language.eq_ignore_ascii_case(known))
}

fn preferred(accepted: &str) -> &'static str {
    let mut best = ("en", 0.0);
    for wish in accepted.split(',') {
        let (tag, weight) =
            wish.split_once(";q=").map_or((wish, 1.0), |(tag, q)| (tag, q.trim().parse().unwrap_or(0.0)));
        if let Some(language) = known(tag.trim()).filter(|_| weight > best.1) {
            best = (language, weight);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_known_wish_wins() {
        assert_eq!(preferred("de, ro;q=0.5, es-MX;q=0.8, en;q=0.1"), "es");
        assert_eq!(preferred("de"), "en");
    }
}
