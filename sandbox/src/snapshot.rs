//! The memory on disk: read once at start, written after changes settle, replaced in one step so that a kill in the
//! middle leaves the previous file whole.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;

use crate::state::State;
use crate::world::{Shared, World};

/// A burst of changes is written once.
const SETTLE: Duration = Duration::from_millis(150);

/// What was remembered; nothing when there is no file yet.
pub fn load(path: &Path) -> anyhow::Result<State> {
    match std::fs::read(path) {
        Ok(text) => serde_json::from_slice(&text)
            .with_context(|| format!("{} is not a sandbox snapshot", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(State::default()),
        Err(error) => Err(error).with_context(|| format!("reading {}", path.display())),
    }
}

/// Writes the memory to `path`.
pub fn save(world: &World, path: &Path) -> anyhow::Result<()> {
    let text = world.read(serde_json::to_vec)?;
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(&beside, text).with_context(|| format!("writing {}", beside.display()))?;
    std::fs::rename(&beside, path).with_context(|| format!("replacing {}", path.display()))
}

/// Writes after every burst of changes, for as long as the world exists.
#[expect(clippy::disallowed_methods, reason = "bursts are gathered by waiting a moment")]
pub async fn watch(world: Shared, path: PathBuf) {
    let mut changes = world.changes();
    while changes.changed().await.is_ok() {
        tokio::time::sleep(SETTLE).await;
        changes.mark_unchanged();
        if let Err(error) = save(&world, &path) {
            tracing::error!(%error, "snapshot not written");
        }
    }
}
