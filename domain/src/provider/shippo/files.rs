//! Fetches a label's paper from where Shippo keeps it, and from nowhere else.
//!
//! The address comes out of Shippo's answers and webhooks; whoever could forge one must not make this server call on its own network.

use url::Url;

use super::Shippo;

/// Where Shippo's answers say that labels are (docs.goshippo.com, *Create a shipping label*; recorded in 2026 by others as `deliver.`).
const HOSTS: [&str; 3] =
    ["deliver.goshippo.com", "shippo-delivery.s3.amazonaws.com", "shippo-delivery-east.s3.amazonaws.com"];
/// Bytes. Real labels have some ten or a hundred thousand.
const LARGEST: usize = 4 * 1024 * 1024;

/// Why there is no file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoFile {
    /// The address is not where Shippo keeps labels. Nobody was called.
    #[error("not one of Shippo's addresses")]
    Elsewhere,
    /// More than a label can be.
    #[error("larger than {LARGEST} bytes")]
    TooLarge,
    /// The host says that it is not there, or no longer: signed addresses run out.
    #[error("HTTP {0}")]
    Gone(u16),
    /// No answer in time.
    #[error("no answer: {0}")]
    Down(String),
}

impl Shippo {
    /// The bytes behind a label's address. The key is not sent along.
    ///
    /// # Errors
    /// See [`NoFile`].
    pub async fn file(&self, address: &str) -> Result<Vec<u8>, NoFile> {
        let url = self.allowed(address).ok_or(NoFile::Elsewhere)?;
        // Without the address: its signature opens a label with a name and a street on it.
        let down = |error: reqwest::Error| NoFile::Down(error.without_url().to_string());
        let mut answer = self.client.get(url).send().await.map_err(down)?;
        if !answer.status().is_success() {
            return Err(NoFile::Gone(answer.status().as_u16()));
        }
        let mut file = Vec::new();
        while let Some(piece) = answer.chunk().await.map_err(down)? {
            if file.len() + piece.len() > LARGEST {
                return Err(NoFile::TooLarge);
            }
            file.extend_from_slice(&piece);
        }
        Ok(file)
    }

    /// An address under which Shippo, or what stands in for it, keeps labels.
    fn allowed(&self, address: &str) -> Option<Url> {
        let url = Url::parse(address).ok()?;
        let base = Url::parse(&self.base).ok()?;
        let shippos = url.scheme() == "https"
            && url.port().is_none()
            && url.host_str().is_some_and(|host| HOSTS.contains(&host));
        (shippos || url.origin() == base.origin()).then_some(url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_shippo_s_own_addresses_are_called() {
        let at = |base| Shippo::new(&"shippo_test_1".to_owned().into(), base).unwrap();
        let live = at(None);
        for good in [
            "https://deliver.goshippo.com/x.pdf?Expires=1&Signature=a~b",
            "https://shippo-delivery-east.s3.amazonaws.com/x.pdf",
            "https://api.goshippo.com/x.pdf",
        ] {
            assert!(live.allowed(good).is_some(), "{good}");
        }
        for bad in [
            "http://deliver.goshippo.com/x.pdf",
            "https://deliver.goshippo.com:8443/x.pdf",
            "https://deliver.goshippo.com.evil.example/x.pdf",
            "https://deliver.goshippo.com@evil.example/x.pdf",
            "https://shippo-delivery-evil.s3.amazonaws.com/x.pdf",
            "http://169.254.169.254/latest/meta-data",
            "http://127.0.0.1:4800/labels/x.pdf",
            "file:///etc/passwd",
            "",
        ] {
            assert!(live.allowed(bad).is_none(), "{bad}");
        }
        let sandboxed = at(Some("http://127.0.0.1:4800/shippo"));
        assert!(sandboxed.allowed("http://127.0.0.1:4800/shippo/labels/x.pdf").is_some());
        assert!(sandboxed.allowed("http://127.0.0.1:5432/shippo/labels/x.pdf").is_none());
    }
}
