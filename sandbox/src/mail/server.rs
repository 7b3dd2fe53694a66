//! Accepting mail connections.

use tokio::net::TcpListener;
use tokio::task::JoinSet;

use super::talk::talk;
use crate::world::Shared;

/// Serves every connection on a task of its own, for as long as the world exists.
pub async fn serve(listener: TcpListener, world: Shared) {
    let mut talks = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let world = world.clone();
                    talks.spawn(async move {
                        if let Err(error) = talk(stream, world).await {
                            tracing::debug!(%error, "mail connection ended");
                        }
                    });
                }
                Err(error) => tracing::warn!(%error, "mail connection not accepted"),
            },
            Some(_) = talks.join_next() => {}
        }
    }
}
