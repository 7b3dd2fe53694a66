//! What a browser downloads on its first visit to a page: the page and everything of ours it names, compressed with brotli as a browser asks for
//! it.

use std::collections::BTreeMap;

/// Bytes on the wire by file.
pub type Visit = BTreeMap<String, usize>;

/// Downloads a page and its files.
///
/// # Errors
/// When the server does not answer, or a file is missing.
pub async fn first_visit(
    http: &reqwest::Client,
    base: &str,
    page: &str,
    cookie: Option<&str>,
) -> anyhow::Result<Visit> {
    let mut visit = Visit::new();
    visit.insert(page.to_owned(), fetch(http, base, page, cookie, "br").await?.len());
    let html = fetch(http, base, page, cookie, "identity").await?;
    let mut waiting = named_files(&String::from_utf8_lossy(&html));
    while let Some(file) = waiting.pop() {
        if visit.contains_key(&file) {
            continue;
        }
        visit.insert(file.clone(), fetch(http, base, &file, None, "br").await?.len());
        if file.ends_with(".js") {
            let script = fetch(http, base, &file, None, "identity").await?;
            waiting.extend(named_files(&String::from_utf8_lossy(&script)));
        }
    }
    Ok(visit)
}

async fn fetch(
    http: &reqwest::Client,
    base: &str,
    path: &str,
    cookie: Option<&str>,
    coding: &str,
) -> anyhow::Result<Vec<u8>> {
    let mut request = http.get(format!("{base}{path}")).header("accept-encoding", coding);
    if let Some(cookie) = cookie {
        request = request.header("cookie", cookie);
    }
    let answer = request.send().await?;
    anyhow::ensure!(answer.status().is_success(), "{path} answered {}", answer.status());
    let got =
        answer.headers().get("content-encoding").and_then(|value| value.to_str().ok()).unwrap_or("identity");
    // Icon and manifest are some hundred bytes and served as they lie; they count as they come.
    let as_it_lies = matches!(path, "/favicon.svg" | "/manifest.webmanifest");
    anyhow::ensure!(got == coding || as_it_lies, "{path} came as {got}, not {coding}");
    Ok(answer.bytes().await?.to_vec())
}

/// Every file under `/pkg` that a text names, plus the icon and manifest a browser asks for.
fn named_files(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for start in ["/pkg/", "/favicon.svg", "/manifest.webmanifest"] {
        for (at, _) in text.match_indices(start) {
            let path: String =
                text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "/._-".contains(*c)).collect();
            if path.contains('.') && !path.starts_with("/pkg-") {
                found.push(path);
            }
        }
    }
    found
}
