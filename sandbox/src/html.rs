//! Text made safe to stand in a page, and the frame around every page of the developer's side.

/// Escapes for element content and quoted attributes.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// A moment as a `time` element, in UTC: the developer's own zone is not ours to know.
pub fn time(unix: i64) -> String {
    let iso = crate::clock::iso(unix);
    format!("<time datetime=\"{iso}\">{}</time>", iso.replace('T', " ").replace('Z', " UTC"))
}

/// Howard Hinnant's days-to-date: a calendar library would be the crate's largest dependency for this one line.
pub fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * of_year + 2) / 153;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, of_year - (153 * march_month + 2) / 5 + 1)
}

/// A page for developers, in English.
pub fn page(title: &str, body: &str) -> axum::response::Html<String> {
    let (title, style) = (escape(title), include_str!("site/page.css"));
    axum::response::Html(format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title><style>{style}</style></head><body>\
         <nav aria-label=\"Sandbox\"><a href=\"/\">Sandbox</a> <a href=\"/mail\">Mailbox</a> <a href=\"/sms\">Texts</a> <a href=\"/labels\">Labels</a> <a href=\"/journeys\">Journeys</a></nav>\
         <main><h1>{title}</h1>{body}</main></body></html>"
    ))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_moment_reads_as_a_date() {
        assert!(super::time(1_709_210_096).contains("2024-02-29 12:34:56"));
    }
}
