//! Verb: somebody of the shop takes the list they see with them, as a file.

use futures::{Stream, stream};

use super::pages::{Pages, head};
use crate::{
    Fault, Shop,
    order::Filter,
    staff::{Person, Role},
};

/// The orders a filter shows, all pages of them, as CSV: piece by piece, a page of rows in memory at most, and none read before the piece
/// before it was taken. Dropping it ends it. Everybody who may see the list may take it.
///
/// # Errors
/// [`crate::Reason::RoleTooLow`] at once; while it is read, when PostgreSQL is away.
pub fn orders_csv(
    shop: &Shop,
    by: &Person,
    filter: Filter,
) -> Result<impl Stream<Item = Result<Vec<u8>, Fault>> + Send + use<>, Fault> {
    by.must_be(Role::Viewer)?;
    let shop = shop.clone();
    // A moment nobody has placed an order at yet: what was just placed is in the list.
    let pages = Pages::new(filter.read_by(by.id), shop.clock.now().plus(1), None);
    Ok(stream::try_unfold(Some((pages, head()?)), move |state| {
        let shop = shop.clone();
        async move {
            let Some((mut pages, mut bytes)) = state else { return Ok(None) };
            shop.reach("export-page").await;
            let page = pages.next(&shop).await?;
            bytes.extend(page.bytes);
            Ok(Some((bytes, (!page.last).then(|| (pages, Vec::new())))))
        }
    }))
}
