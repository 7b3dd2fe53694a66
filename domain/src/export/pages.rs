//! A filtered list as pages of CSV: keyset pages in the list's own order, each a short statement of its own.
//!
//! No connection and no snapshot is held while whoever reads takes their time. An order is in the file at most once, and surely if it matched all
//! along; what is placed after the file was begun is not in it.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use super::columns::{COLUMNS, SELECT, cells, place};
use crate::{
    Fault, Shop,
    clock::At,
    order::{Filter, list::narrow},
};

/// Rows of a page: what is in memory at a time.
pub(super) const PAGE: usize = 1000;

/// Excel takes UTF-8 for something else without it; every reader of CSV we know leaves it out.
pub(super) const BOM: &[u8] = "\u{feff}".as_bytes();

/// Where reading a list stands.
#[derive(Debug, Clone)]
pub(super) struct Pages {
    filter: Filter,
    /// What was placed before it: the list does not grow while it is read.
    until: At,
    /// Whether what is on hold is in it, though nobody searches for it.
    everything: bool,
    /// The last order read.
    pub after: Option<(At, Uuid)>,
}

/// A page as it stands in the file.
pub(super) struct Chunk {
    pub bytes: Vec<u8>,
    pub rows: usize,
    /// Whether nothing follows.
    pub last: bool,
}

impl Pages {
    /// A list from its beginning, or from after an order; the page a filter names does not matter.
    pub fn new(filter: Filter, until: At, after: Option<(At, Uuid)>) -> Self {
        Self { filter: Filter { after: None, ..filter }, until, everything: false, after }
    }

    /// All orders there are, the oldest first.
    pub fn everything(until: At, after: Option<(At, Uuid)>) -> Self {
        let filter = Filter { oldest: true, ..Filter::default() };
        Self { everything: true, ..Self::new(filter, until, after) }
    }

    /// The next page.
    pub async fn next(&mut self, shop: &Shop) -> Result<Chunk, Fault> {
        let mut query = QueryBuilder::<Postgres>::new(SELECT);
        query.push(" and o.placed_at < ").push_bind(self.until);
        if !self.everything {
            narrow(&mut query, shop, &self.filter, self.until);
        }
        let (order, beyond) = if self.filter.oldest { ("asc", ">") } else { ("desc", "<") };
        if let Some((at, id)) = self.after {
            query.push(format!(" and (o.placed_at, o.id) {beyond} ("));
            query.push_bind(at).push(", ").push_bind(id).push(")");
        }
        query.push(format!(" order by o.placed_at {order}, o.id {order} limit {PAGE}"));
        let rows = query.build().fetch_all(&shop.pool).await?;
        let mut file = writer();
        for row in &rows {
            file.write_record(cells(row)?).map_err(anyhow::Error::from)?;
        }
        if let Some(row) = rows.last() {
            self.after = Some(place(row)?);
        }
        let bytes = file.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?;
        Ok(Chunk { bytes, rows: rows.len(), last: rows.len() < PAGE })
    }
}

/// The file's first bytes.
pub(super) fn head() -> Result<Vec<u8>, Fault> {
    let mut file = writer();
    file.write_record(COLUMNS).map_err(anyhow::Error::from)?;
    let line = file.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok([BOM, &line].concat())
}

/// RFC 4180: commas, CRLF, quotes where they are needed.
fn writer() -> csv::Writer<Vec<u8>> {
    WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new())
}
