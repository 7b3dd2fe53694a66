//! Whether a mail was looked at and its links followed, where the shop wants to know.
//!
//! A picture of one pixel and links that lead over our own address: first-party, signed, off unless the shop says otherwise, and never in a text
//! message. A link leads on only where we signed that it does.

use super::{
    Rendered,
    news::{News, heard},
};
use crate::{Fault, Shop, ids::NoticeId, secret::Purpose};

/// The mail with its marks, as it leaves. What is kept is the mail without them, so that staff who read it are not counted.
pub(super) fn marked(shop: &Shop, id: NoticeId, words: &Rendered) -> Rendered {
    let track = shop.about.tracking;
    let mut marked = words.clone();
    let Some(mut html) = marked.html.take() else { return marked };
    if track.clicks {
        html = with_links(&html, |url| {
            let token = shop.secret.sign_notice(Purpose::Clicked, id, url.as_bytes());
            shop.about.url(&format!("/e/c/{token}"))
        });
    }
    if track.opens {
        let token = shop.secret.sign_notice(Purpose::Opened, id, &[]);
        let pixel = format!(
            r#"<img src="{}" width="1" height="1" alt="">"#,
            shop.about.url(&format!("/e/o/{token}"))
        );
        let at = html.rfind("</body>").unwrap_or(html.len());
        html.insert_str(at, &pixel);
    }
    marked.html = Some(html);
    marked
}

/// The pixel of a mail was asked for. False when we never signed it.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn opened(shop: &Shop, token: &str) -> Result<bool, Fault> {
    let Some((id, _)) = shop.secret.open_notice(Purpose::Opened, token) else { return Ok(false) };
    if shop.about.tracking.opens {
        keep(shop, id, &News::Opened).await?;
    }
    Ok(true)
}

/// A link of a mail was followed: where it leads. `None` when we never signed it.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn clicked(shop: &Shop, token: &str) -> Result<Option<String>, Fault> {
    let signed = shop.secret.open_notice(Purpose::Clicked, token);
    let Some((id, url)) = signed.and_then(|(id, url)| Some((id, String::from_utf8(url).ok()?))) else {
        return Ok(None);
    };
    if shop.about.tracking.clicks {
        keep(shop, id, &News::Clicked).await?;
    }
    Ok(Some(url))
}

async fn keep(shop: &Shop, id: NoticeId, news: &News) -> Result<(), Fault> {
    let mut tx = shop.pool.begin().await?;
    // A message whose row is gone was once signed all the same.
    if sqlx::query_scalar!(r#"select true as "there!" from notice where id = $1"#, id.0)
        .fetch_optional(&mut *tx)
        .await?
        .is_some()
    {
        heard(&mut tx, shop, id, "clew", news).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The document with every link to a page of somebody's led over `over`.
fn with_links(html: &str, over: impl Fn(&str) -> String) -> String {
    const LINK: &str = "href=\"";
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find(LINK) {
        let (before, after) = rest.split_at(start + LINK.len());
        out.push_str(before);
        let end = after.find('"').unwrap_or(after.len());
        let (written, tail) = after.split_at(end);
        let url = unescaped(written);
        let leads_on = url.starts_with("https://") || url.starts_with("http://");
        if leads_on && !url.chars().any(char::is_control) {
            out.push_str(&over(&url));
        } else {
            out.push_str(written);
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The address that an attribute's text stands for; these are the characters that layouts escape.
fn unescaped(text: &str) -> String {
    let text = text.replace("&#x2f;", "/").replace("&#x27;", "'").replace("&quot;", "\"");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_pages_are_led_over_and_nothing_else_changes() {
        let html = r#"<a href="https:&#x2f;&#x2f;ups.test/?a=1&amp;b=2">x</a> <a href="mailto:a@b.test">m</a> <b title="href">"#;
        let over = with_links(html, |url| {
            assert_eq!(url, "https://ups.test/?a=1&b=2");
            "https://shop.test/e/c/T".to_owned()
        });
        assert_eq!(
            over,
            r#"<a href="https://shop.test/e/c/T">x</a> <a href="mailto:a@b.test">m</a> <b title="href">"#
        );
    }
}
