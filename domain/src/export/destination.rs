//! Where the nightly file goes, and what it is called there.

use std::path::PathBuf;

use jiff::civil::Date;

use super::{folder::Folder, upload::ObjectStore};
use crate::Fault;

/// How many files are kept, and where.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Where they are.
    pub at: Destination,
    /// The newest so many stay; older ones of ours are removed.
    pub files: usize,
}

/// A folder, or a store that speaks S3.
#[derive(Debug, Clone)]
pub enum Destination {
    /// A folder of this machine, or one that all workers share.
    Folder(PathBuf),
    /// A bucket, under a prefix.
    Store(Box<ObjectStore>),
}

/// What is known of a file that is being written.
#[derive(Debug, Clone, Default)]
pub(super) struct Written {
    pub bytes: i64,
    pub upload: Option<String>,
    pub parts: Vec<String>,
}

impl Destination {
    /// Begins a night's file where that is a call of its own: its name over there, to be noted at once.
    pub(super) async fn begin(&self, night: Date, file: &Written) -> Result<Option<String>, Fault> {
        match self {
            Self::Store(store) if file.upload.is_none() => store.begin(&name(night)).await.map(Some),
            Self::Folder(_) | Self::Store(_) => Ok(None),
        }
    }

    /// Adds a part to a night's file. The same part again, after a crash, takes the place of the first.
    pub(super) async fn add(&self, night: Date, file: &mut Written, part: Vec<u8>) -> Result<(), Fault> {
        let bytes = i64::try_from(part.len()).unwrap_or(i64::MAX);
        match self {
            Self::Folder(folder) => Folder(folder).append(&name(night), file.bytes, part).await?,
            Self::Store(store) => store.add(&name(night), file, part).await?,
        }
        file.bytes += bytes;
        Ok(())
    }

    /// Gives the file its name: before, nobody sees it. Doing it twice is doing it once.
    pub(super) async fn finish(&self, night: Date, file: &Written) -> Result<(), Fault> {
        match self {
            Self::Folder(folder) => Folder(folder).finish(&name(night), file.bytes).await,
            Self::Store(store) => store.finish(&name(night), file).await,
        }
    }

    /// Removes what is older than the newest `keep`, and what nights before this one began and never ended.
    pub(super) async fn tidy(&self, night: Date, keep: usize, begun: &[(Date, String)]) -> Result<(), Fault> {
        match self {
            Self::Folder(folder) => Folder(folder).tidy(&name(night), keep).await,
            Self::Store(store) => {
                for (night, upload) in begun {
                    store.abort(&name(*night), upload).await?;
                }
                store.tidy(keep).await
            }
        }
    }

    /// Whether files can be put there: for `clew check`.
    ///
    /// # Errors
    /// Why not, in the other side's words.
    pub async fn check(&self) -> Result<String, String> {
        match self {
            Self::Folder(folder) => Folder(folder).check().await,
            Self::Store(store) => store.check().await,
        }
    }
}

/// `orders-2026-12-01.csv`
fn name(night: Date) -> String {
    format!("orders-{night}.csv")
}

/// Whether a file is one of ours.
pub(super) fn is_ours(name: &str) -> bool {
    let night = name.strip_prefix("orders-").and_then(|rest| rest.strip_suffix(".csv"));
    night.is_some_and(|night| night.len() == 10 && night.parse::<Date>().is_ok())
}

/// Of our files those beyond the newest so many. Their names sort as their nights do.
pub(super) fn beyond(mut names: Vec<String>, keep: usize) -> Vec<String> {
    names.retain(|name| is_ours(name));
    names.sort_unstable_by(|a, b| b.cmp(a));
    names.split_off(keep.min(names.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_old_files_are_removed() {
        let there = [
            "orders-2026-11-30.csv",
            "orders-2026-12-02.csv",
            "orders-2026-12-01.csv",
            "orders-2026.csv",
            "invoices.csv",
        ];
        let there = there.map(str::to_owned).to_vec();
        assert_eq!(beyond(there.clone(), 2), ["orders-2026-11-30.csv"]);
        assert!(beyond(there, 9).is_empty());
    }
}
