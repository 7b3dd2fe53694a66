//! Links that came from outside: only what a browser opens as a page.

/// The address, when it is a web address; anything else (`javascript:` above all) is no link.
pub fn safe_link(url: Option<String>) -> Option<String> {
    url.filter(|url| {
        let url = url.to_ascii_lowercase();
        url.starts_with("https://") || url.starts_with("http://")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_become_links() {
        for good in ["https://x.test/a", "HTTP://x.test"] {
            assert_eq!(safe_link(Some(good.into())).as_deref(), Some(good));
        }
        for bad in ["javascript:alert(1)", " https://x.test", "data:text/html,x", "//x.test", "", "https:x"] {
            assert_eq!(safe_link(Some(bad.into())), None, "{bad}");
        }
    }
}
