//! A store that speaks S3 as a destination: an upload in parts, which nobody sees before it is completed.
//!
//! rusty-s3 makes and signs addresses (SigV4); the calls are ours. Addresses carry the signature, so no error holds one.

use std::time::Duration;

use anyhow::{Context, anyhow};
use reqwest::{Client, Response, StatusCode, header};
use rusty_s3::{
    Bucket, Credentials, S3Action, UrlStyle,
    actions::{CreateMultipartUpload, ListObjectsV2},
};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::destination::{Written, beyond};
use crate::{Fault, provider::http};

/// A job has twenty seconds, and a part is a few megabytes.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long a signed address is good for.
const GOOD_FOR: Duration = Duration::from_secs(120);
/// Longest answer that is read, and longest words of it that are kept.
const LARGEST: usize = 4 * 1024 * 1024;
const WORDS: usize = 300;

/// A bucket and how to get in.
#[derive(Clone)]
pub struct ObjectStore {
    bucket: Bucket,
    credentials: Credentials,
    /// What stands before a file's name: empty, or ends with a slash.
    prefix: String,
    http: Client,
}

impl std::fmt::Debug for ObjectStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let url = self.bucket.base_url().as_str();
        f.debug_struct("ObjectStore")
            .field("bucket", &url)
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}

impl ObjectStore {
    /// A store at `https://host/bucket` or `https://host/bucket/prefix` (path style, which every S3-compatible store understands).
    ///
    /// # Errors
    /// When the address names no bucket, or holds a password.
    pub fn new(url: &Url, region: &str, key: &str, secret: &SecretString) -> Result<Self, String> {
        if !url.username().is_empty() || url.password().is_some() || url.query().is_some() {
            return Err(
                "the address holds a name, a password or a query; keys have settings of their own".to_owned()
            );
        }
        let path = url.path().trim_matches('/');
        let (bucket, prefix) = path.split_once('/').unwrap_or((path, ""));
        if bucket.is_empty() {
            return Err("the address names no bucket: https://host/bucket".to_owned());
        }
        let mut host = url.clone();
        host.set_path("");
        let bucket = Bucket::new(host, UrlStyle::Path, bucket.to_owned(), region.to_owned())
            .map_err(|error| error.to_string())?;
        let prefix = prefix.trim_matches('/');
        let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
        let credentials = Credentials::new(key, secret.expose_secret());
        Ok(Self { bucket, credentials, prefix, http: http::client(PATIENCE)? })
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// Begins an upload: what the store calls it.
    pub(super) async fn begin(&self, name: &str) -> Result<String, Fault> {
        let key = self.key(name);
        let mut action = self.bucket.create_multipart_upload(Some(&self.credentials), &key);
        action.headers_mut().insert("content-type", "text/csv; charset=utf-8");
        let request =
            self.http.post(action.sign(GOOD_FOR)).header(header::CONTENT_TYPE, "text/csv; charset=utf-8");
        let said = taken(send(request).await?).await?;
        let begun =
            CreateMultipartUpload::parse_response(&said).map_err(|error| anyhow!("no upload id: {error}"))?;
        Ok(begun.upload_id().to_owned())
    }

    /// Adds a part to an upload that was begun.
    pub(super) async fn add(&self, name: &str, file: &mut Written, part: Vec<u8>) -> Result<(), Fault> {
        let key = self.key(name);
        let upload = file.upload.as_deref().ok_or_else(|| anyhow!("no upload was begun"))?;
        let number = u16::try_from(file.parts.len() + 1).context("an upload has 10,000 parts at most")?;
        let action = self.bucket.upload_part(Some(&self.credentials), &key, number, upload);
        let answer = send(self.http.put(action.sign(GOOD_FOR)).body(part)).await?;
        let tag = answer.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok()).map(str::to_owned);
        // Who refuses a part has no name for it, and says why.
        taken(answer).await?;
        file.parts.push(tag.ok_or_else(|| anyhow!("a part was taken without an ETag"))?);
        Ok(())
    }

    pub(super) async fn finish(&self, name: &str, file: &Written) -> Result<(), Fault> {
        let key = self.key(name);
        let upload = file.upload.as_deref().ok_or_else(|| anyhow!("nothing was uploaded"))?;
        let tags = file.parts.iter().map(String::as_str);
        let action = self.bucket.complete_multipart_upload(Some(&self.credentials), &key, upload, tags);
        let address = action.sign(GOOD_FOR);
        let answer = send(self.http.post(address).body(action.body())).await?;
        if answer.status() == StatusCode::NOT_FOUND {
            // A crash came between the name and the note of it.
            let there = self.bucket.head_object(Some(&self.credentials), &key).sign(GOOD_FOR);
            return taken(send(self.http.head(there)).await?).await.map(drop);
        }
        // A store that fails while it joins the parts says so under "200 OK".
        let said = taken(answer).await?;
        if said.contains("<Error>") {
            Err(anyhow!("the parts were not joined: {}", words(&said)).into())
        } else {
            Ok(())
        }
    }

    pub(super) async fn abort(&self, name: &str, upload: &str) -> Result<(), Fault> {
        let key = self.key(name);
        let action = self.bucket.abort_multipart_upload(Some(&self.credentials), &key, upload);
        let answer = send(self.http.delete(action.sign(GOOD_FOR))).await?;
        if answer.status() == StatusCode::NOT_FOUND { Ok(()) } else { taken(answer).await.map(drop) }
    }

    pub(super) async fn tidy(&self, keep: usize) -> Result<(), Fault> {
        for name in beyond(self.names().await?, keep) {
            let key = self.key(&name);
            let action = self.bucket.delete_object(Some(&self.credentials), &key);
            taken(send(self.http.delete(action.sign(GOOD_FOR))).await?).await?;
        }
        Ok(())
    }

    /// Names of what may be our files; a store lists a thousand at a time, and we keep far fewer.
    async fn names(&self) -> Result<Vec<String>, Fault> {
        let mut action = self.bucket.list_objects_v2(Some(&self.credentials));
        action.with_prefix(self.key("orders-"));
        let said = taken(send(self.http.get(action.sign(GOOD_FOR))).await?).await?;
        let list = ListObjectsV2::parse_response(&said)
            .map_err(|error| anyhow!("its list cannot be read: {error}"))?;
        let names = list
            .contents
            .into_iter()
            .filter_map(|each| Some(each.key.strip_prefix(&self.prefix)?.to_owned()));
        Ok(names.collect())
    }

    pub(super) async fn check(&self) -> Result<String, String> {
        match self.names().await {
            Ok(names) => Ok(format!("{} files there", names.len())),
            Err(Fault::Bug(error)) => Err(format!("{error:#}")),
            Err(fault) => Err(fault.to_string()),
        }
    }
}

async fn send(request: reqwest::RequestBuilder) -> Result<Response, Fault> {
    let answer = request.send().await.map_err(|error| anyhow::Error::from(error.without_url()));
    Ok(answer.context("the store does not answer")?)
}

/// The body of an answer that says yes; else its words, without our address.
async fn taken(mut answer: Response) -> Result<String, Fault> {
    let status = answer.status();
    let mut body = Vec::new();
    while let Some(piece) = answer.chunk().await.map_err(|error| anyhow::Error::from(error.without_url()))? {
        if body.len() + piece.len() > LARGEST {
            return Err(anyhow!("an answer without end").into());
        }
        body.extend_from_slice(&piece);
    }
    let said = String::from_utf8_lossy(&body).into_owned();
    if status.is_success() {
        Ok(said)
    } else {
        Err(anyhow!("HTTP {}: {}", status.as_u16(), words(&said)).into())
    }
}

/// `<Code>` and `<Message>` of S3's error, or the beginning of whatever came.
fn words(said: &str) -> String {
    let inside = |tag: &str| {
        let (_, rest) = said.split_once(&format!("<{tag}>"))?;
        rest.split_once(&format!("</{tag}>")).map(|(words, _)| words)
    };
    let words = match (inside("Code"), inside("Message")) {
        (Some(code), Some(message)) => format!("{code}: {message}"),
        _ => said.to_owned(),
    };
    words.chars().take(WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store(url: &str) -> Result<ObjectStore, String> {
        ObjectStore::new(&url.parse().unwrap(), "eu-central-1", "AKIA", &"s3cret".to_owned().into())
    }

    #[test]
    fn an_address_names_bucket_and_prefix_and_no_password() {
        let there = store("https://s3.example:9000/shop/backups/orders/").unwrap();
        assert_eq!((there.bucket.name(), there.key("a.csv").as_str()), ("shop", "backups/orders/a.csv"));
        assert_eq!(store("https://s3.example/shop").unwrap().key("a.csv"), "a.csv");
        for bad in ["https://s3.example/", "https://u:p@s3.example/shop", "ftp://s3.example/shop"] {
            assert!(store(bad).is_err(), "{bad}");
        }
        assert!(!format!("{there:?}").contains("s3cret"));
    }

    #[test]
    fn a_refusal_is_told_in_the_stores_words() {
        let said = "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>No.</Message></Error>";
        assert_eq!(words(said), "AccessDenied: No.");
        assert_eq!(words("<html>"), "<html>");
    }
}
