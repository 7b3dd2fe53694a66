//! Where all orders go every night: the settings, and what they open.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use domain::export::{Destination, Kept, ObjectStore};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

/// A folder or a store that speaks S3; nothing is exported where neither is named.
#[derive(Debug, Clone, Default, Args)]
pub struct Exporting {
    /// Folder into which all orders are written every night as CSV; all workers must see the same one.
    #[arg(long, env = "CLEW_EXPORT_DIR", conflicts_with = "export_s3", global = true)]
    pub export_dir: Option<PathBuf>,
    /// Bucket of an S3-compatible store for that file, with a prefix if wanted: `https://host/bucket/prefix`.
    #[arg(long, env = "CLEW_EXPORT_S3", global = true)]
    pub export_s3: Option<Url>,
    /// The bucket's region.
    #[arg(long, env = "CLEW_EXPORT_S3_REGION", default_value = "us-east-1", global = true)]
    pub export_s3_region: String,
    /// Id of a key that may write, list and delete there.
    #[arg(long, env = "CLEW_EXPORT_S3_KEY", hide_env_values = true, global = true)]
    pub export_s3_key: Option<SecretString>,
    /// The key's secret.
    #[arg(long, env = "CLEW_EXPORT_S3_SECRET", hide_env_values = true, global = true)]
    pub export_s3_secret: Option<SecretString>,
    /// Files that are kept there; the oldest of ours beyond are removed.
    #[arg(long, env = "CLEW_EXPORT_KEEP", default_value_t = 7, value_parser = clap::value_parser!(u16).range(1..=900), global = true)]
    pub export_keep: u16,
}

/// Opens it.
///
/// # Errors
/// With the variable that is wrong.
pub fn open(settings: &Exporting) -> anyhow::Result<Option<Kept>> {
    let at = match (&settings.export_dir, &settings.export_s3) {
        (Some(folder), _) => Destination::Folder(folder.clone()),
        (None, Some(url)) => {
            let key = settings.export_s3_key.as_ref().context("CLEW_EXPORT_S3 needs CLEW_EXPORT_S3_KEY")?;
            let secret =
                settings.export_s3_secret.as_ref().context("CLEW_EXPORT_S3 needs CLEW_EXPORT_S3_SECRET")?;
            let store = ObjectStore::new(url, &settings.export_s3_region, key.expose_secret(), secret)
                .map_err(|error| anyhow::anyhow!("CLEW_EXPORT_S3: {error}"))?;
            Destination::Store(Box::new(store))
        }
        (None, None) => return Ok(None),
    };
    Ok(Some(Kept { at, files: usize::from(settings.export_keep) }))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::config::Cli;

    #[test]
    fn a_store_needs_its_keys_and_nobody_exports_to_two_places() {
        let kept = |arguments: &[&str]| {
            let all = ["clew", "check"].iter().chain(arguments);
            Cli::try_parse_from(all).ok().map(|cli| open(&cli.settings.exporting))
        };
        assert!(matches!(kept(&[]), Some(Ok(None))));
        assert!(matches!(kept(&["--export-dir", "/tmp"]), Some(Ok(Some(Kept { files: 7, .. })))));
        let s3 = ["--export-s3", "https://s3.example/shop"];
        assert!(matches!(kept(&s3), Some(Err(_))));
        let keys = [&s3[..], &["--export-s3-key", "AKIA", "--export-s3-secret", "s"]].concat();
        assert!(matches!(kept(&keys), Some(Ok(Some(_)))));
        assert!(kept(&[&keys[..], &["--export-dir", "/tmp"]].concat()).is_none());
    }
}
