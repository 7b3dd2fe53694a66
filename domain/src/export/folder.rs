//! A folder as a destination: parts are appended to a hidden file beside the others, and the whole gets its name by renaming.

use std::{io, path::Path, path::PathBuf};

use anyhow::Context;
use tokio::{
    fs::{self, OpenOptions},
    io::{AsyncSeekExt, AsyncWriteExt},
};

use super::destination::{beyond, is_ours};
use crate::Fault;

pub(super) struct Folder<'a>(pub &'a Path);

impl Folder<'_> {
    fn part(&self, name: &str) -> PathBuf {
        self.0.join(format!(".{name}.part"))
    }

    /// Writes a part behind the `so_far` bytes that are known to be there: what a crash left behind them is cut off.
    pub async fn append(&self, name: &str, so_far: i64, part: Vec<u8>) -> Result<(), Fault> {
        let path = self.part(name);
        let so_far = u64::try_from(so_far).unwrap_or_default();
        let write = async {
            let mut options = OpenOptions::new();
            // Customers' addresses are nobody else's business.
            options.create(true).write(true).truncate(false).mode(0o600);
            let mut file = options.open(&path).await?;
            if file.metadata().await?.len() < so_far {
                return Err(io::Error::other(
                    "what was written before is gone: do all workers see one folder?",
                ));
            }
            file.set_len(so_far).await?;
            file.seek(io::SeekFrom::Start(so_far)).await?;
            file.write_all(&part).await?;
            file.sync_data().await
        };
        Ok(write.await.with_context(|| format!("{} cannot be written", path.display()))?)
    }

    /// Gives the file its name if it is as long as what was written; whoever reads it takes it for whole.
    pub async fn finish(&self, name: &str, bytes: i64) -> Result<(), Fault> {
        let (from, to) = (self.part(name), self.0.join(name));
        let renamed = async {
            let there = fs::metadata(&from).await?.len();
            if i64::try_from(there) != Ok(bytes) {
                return Err(io::Error::other(format!(
                    "it has {there} bytes and {bytes} were written: do all workers see one folder?"
                )));
            }
            fs::rename(&from, &to).await?;
            // The name outlives a power cut, too.
            fs::File::open(self.0).await?.sync_all().await
        };
        match renamed.await {
            Ok(()) => Ok(()),
            // A crash came between the name and the note of it.
            Err(error) if error.kind() == io::ErrorKind::NotFound && to.exists() => Ok(()),
            Err(error) => Err(anyhow::Error::from(error)
                .context(format!("{} cannot be renamed", from.display()))
                .into()),
        }
    }

    /// Removes files beyond the newest `keep`, and what was begun under an older name than `current`.
    pub async fn tidy(&self, current: &str, keep: usize) -> Result<(), Fault> {
        let tidy = async {
            let mut names = Vec::new();
            let mut files = fs::read_dir(self.0).await?;
            while let Some(file) = files.next_entry().await? {
                let name = file.file_name().to_string_lossy().into_owned();
                let half = name.strip_prefix('.').and_then(|name| name.strip_suffix(".part"));
                // A later night may be under way.
                if half.is_some_and(|half| is_ours(half) && half < current) {
                    fs::remove_file(file.path()).await?;
                }
                names.push(name);
            }
            for name in beyond(names, keep) {
                fs::remove_file(self.0.join(name)).await?;
            }
            io::Result::Ok(())
        };
        Ok(tidy.await.with_context(|| format!("{} cannot be tidied", self.0.display()))?)
    }

    pub async fn check(&self) -> Result<String, String> {
        let probe = self.0.join(format!(".clew-{}", uuid::Uuid::now_v7().simple()));
        let tried = async {
            fs::write(&probe, b"").await?;
            fs::remove_file(&probe).await
        };
        tried.await.map(|()| "it can be written to".to_owned()).map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_of_another_length_than_was_written_gets_no_name() {
        let there = std::env::temp_dir().join(format!("clew-folder-{}", uuid::Uuid::now_v7().simple()));
        fs::create_dir(&there).await.unwrap();
        let (folder, name) = (Folder(&there), "orders-2026-12-01.csv");
        folder.append(name, 0, b"number\r\n".to_vec()).await.unwrap();
        for other in [7, 9] {
            assert!(folder.finish(name, other).await.is_err(), "{other}");
            assert!(!there.join(name).exists() && folder.part(name).exists(), "{other}");
        }
        for time in ["once", "after a crash"] {
            folder.finish(name, 8).await.unwrap();
            assert_eq!(fs::read(there.join(name)).await.unwrap(), b"number\r\n", "{time}");
        }
        fs::remove_dir_all(&there).await.unwrap();
    }
}
