//! From which sites' pages a key may be used (CORS).

use url::Url;

use crate::{Fault, Shop, clock::At};

/// What a browser calls these sites in its `Origin` header (RFC 6454 §6.2), without repetitions.
pub fn origins(sites: &[String]) -> Vec<String> {
    let mut origins: Vec<String> = sites.iter().filter_map(|site| origin(site)).collect();
    origins.sort();
    origins.dedup();
    origins
}

/// The origin of one address; `None` for what is no site's.
pub(super) fn origin(site: &str) -> Option<String> {
    let url = Url::parse(site.trim()).ok()?;
    let bare =
        url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    (matches!(url.scheme(), "https" | "http") && bare).then(|| url.origin().ascii_serialization())
}

/// Whether pages of this site may use some key: a browser asks before it shows the key.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn allowed_anywhere(shop: &Shop, origin: &str) -> Result<bool, Fault> {
    let allowed = sqlx::query_scalar!(
        r#"select exists(select from api_key where revoked_at is null and (expires_at is null or expires_at > $2) and $1 = any(origins)) as "allowed!""#,
        origin,
        shop.clock.now() as At,
    );
    Ok(allowed.fetch_one(&shop.pool).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_scheme_host_and_port() {
        assert_eq!(origin("https://Shop.example/").as_deref(), Some("https://shop.example"));
        assert_eq!(origin("https://shop.example:443").as_deref(), Some("https://shop.example"));
        assert_eq!(origin("http://localhost:5173").as_deref(), Some("http://localhost:5173"));
        for none in [
            "*",
            "shop.example",
            "https://shop.example/page",
            "file:///tmp",
            "https://a@shop.example",
            "null",
        ] {
            assert_eq!(origin(none), None, "{none}");
        }
    }
}
