//! A part of the nightly file: so many pages that it is worth a call.

use super::pages::{Pages, head};
use crate::{Fault, Shop, clock::At};
use uuid::Uuid;

/// S3 takes no part below 5 MiB but the last; an attempt of a job has time for one of this size, even where the line is slow.
const LEAST: usize = 5 * 1024 * 1024;

/// What is to be written next.
pub(super) struct Part {
    pub bytes: Vec<u8>,
    pub rows: i64,
    /// The last order in it.
    pub after: Option<(At, Uuid)>,
    /// Whether nothing follows.
    pub last: bool,
}

/// Reads the next part; the first begins with the header.
pub(super) async fn next(shop: &Shop, mut pages: Pages, first: bool) -> Result<Part, Fault> {
    let mut bytes = if first { head()? } else { Vec::new() };
    let mut rows = 0_i64;
    loop {
        let page = pages.next(shop).await?;
        bytes.extend(page.bytes);
        rows += i64::try_from(page.rows).unwrap_or_default();
        if page.last || bytes.len() >= LEAST {
            return Ok(Part { bytes, rows, after: pages.after, last: page.last });
        }
    }
}
