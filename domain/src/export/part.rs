//! A part of the nightly file: so many pages that it is worth a call, cut at one length.
//!
//! Cloudflare R2 joins only parts of one length, the last excepted. What is too much begins the next.

use super::pages::Pages;
use crate::{Fault, Shop, clock::At};
use uuid::Uuid;

/// S3 takes no part below 5 MiB but the last; an attempt of a job has time for one of this size, even where the line is slow.
const SIZE: usize = 5 * 1024 * 1024;

/// What is to be written next.
pub(super) struct Part {
    /// [`SIZE`] of them, or fewer in the last.
    pub bytes: Vec<u8>,
    /// Rows that were read for it.
    pub rows: i64,
    /// The last order that was read.
    pub after: Option<(At, Uuid)>,
    /// What was read and belongs to the next part.
    pub carry: Vec<u8>,
    /// Whether nothing follows.
    pub last: bool,
}

/// Reads the next part. It begins with `before`: the file's head, or what the part before it carried.
pub(super) async fn next(shop: &Shop, mut pages: Pages, before: Vec<u8>) -> Result<Part, Fault> {
    let (mut bytes, mut rows, mut ended) = (before, 0_i64, false);
    // A byte more than fits: a part that follows another is never empty.
    while bytes.len() <= SIZE && !ended {
        let page = pages.next(shop).await?;
        bytes.extend(page.bytes);
        rows += i64::try_from(page.rows).unwrap_or_default();
        ended = page.last;
    }
    let carry = bytes.split_off(SIZE.min(bytes.len()));
    Ok(Part { rows, after: pages.after, last: ended && carry.is_empty(), bytes, carry })
}
