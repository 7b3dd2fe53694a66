//! Whether a design may be shown as a picture, or only as a link. What the page may load is decided by this and by the content security
//! policy, and both ask the same list.

use url::Url;

/// What browsers draw inside a page without running anything.
const PICTURES: [&str; 7] = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".svg"];

/// True for a picture, by its name, of one of these origins.
pub(crate) fn is_shown(url: &str, origins: &[String]) -> bool {
    let Ok(url) = Url::parse(url) else { return false };
    let path = url.path().to_ascii_lowercase();
    // A name and password in an address would travel with every look.
    let plain = url.username().is_empty() && url.password().is_none();
    let trusted = origins.contains(&url.origin().ascii_serialization());
    trusted && plain && url.scheme() == "https" && PICTURES.iter().any(|end| path.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pictures_of_trusted_hosts_are_shown() {
        let origins = ["https://cdn.example".to_owned(), "https://cdn.example:8443".to_owned()];
        for good in [
            "https://cdn.example/a/koi.PNG?v=2",
            "https://CDN.example:443/koi.webp",
            "https://cdn.example:8443/x.svg",
        ] {
            assert!(is_shown(good, &origins), "{good}");
        }
        for bad in [
            "http://cdn.example/koi.png",
            "https://cdn.example.evil.test/koi.png",
            "https://evil.test/https://cdn.example/koi.png",
            "https://cdn.example@evil.test/koi.png",
            "https://ana:secret@cdn.example/koi.png",
            "https://cdn.example:444/koi.png",
            "https://cdn.example/koi.pdf",
            "https://cdn.example/?file=koi.png",
            "javascript:x.png",
            "",
        ] {
            assert!(!is_shown(bad, &origins), "{bad}");
        }
        assert!(!is_shown("https://cdn.example/koi.png", &[]));
    }
}
