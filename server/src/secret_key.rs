//! The shop's own keys: from the settings, or made once and kept where only their owner reads them.

use std::{
    fs,
    io::{ErrorKind, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use anyhow::{Context, bail};
use domain::{
    provider::web_push::new_key,
    secret::{Secret, token},
};
use secrecy::{ExposeSecret, SecretString};

/// The secret. A file made here is never overwritten: with another secret every link in every mail would be dead.
///
/// # Errors
/// When it is too short, or the data directory cannot be written.
pub fn find(setting: Option<&SecretString>, data: &Path) -> anyhow::Result<Secret> {
    let text = match setting {
        Some(secret) => secret.expose_secret().to_owned(),
        None => kept(&data.join("secret"), token)?,
    };
    match Secret::new(text.trim().as_bytes().to_vec()) {
        Some(secret) => Ok(secret),
        None => bail!("CLEW_SECRET must have at least 32 characters"),
    }
}

/// The shop's key for push messages, likewise: with another one every subscription would be dead.
///
/// # Errors
/// When the data directory cannot be written.
pub fn vapid(setting: Option<&SecretString>, data: &Path) -> anyhow::Result<String> {
    match setting {
        Some(key) => Ok(key.expose_secret().to_owned()),
        None => kept(&data.join("vapid"), new_key),
    }
}

/// What a file holds; made where there is none.
fn kept(path: &Path, make: impl Fn() -> String) -> anyhow::Result<String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    let made = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    match made {
        Ok(mut file) => file.write_all(make().as_bytes()).and_then(|()| file.sync_all())?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error).with_context(|| format!("{} cannot be written", path.display())),
    }
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}
