//! Rows in the order they were made and found by id: Stripe's lists run newest first, and load tests look up thousands.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// Something with an id of its own.
pub trait Row {
    /// The id it is found by.
    fn id(&self) -> &str;
}

/// Rows by age and by id. On disk it is simply the list of rows.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(
    from = "Vec<T>",
    into = "Vec<T>",
    bound(serialize = "T: Row + Clone + Serialize", deserialize = "T: Row + Deserialize<'de>")
)]
pub struct Table<T> {
    rows: Vec<T>,
    by_id: HashMap<String, usize>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), by_id: HashMap::new() }
    }
}

impl<T: Row> Table<T> {
    /// Adds the newest row.
    pub fn insert(&mut self, row: T) {
        self.by_id.insert(row.id().to_owned(), self.rows.len());
        self.rows.push(row);
    }

    /// The row with this id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.by_id.get(id).and_then(|&at| self.rows.get(at))
    }

    /// The row with this id, to change.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        self.by_id.get(id).and_then(|&at| self.rows.get_mut(at))
    }

    /// Oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.rows.iter()
    }

    /// Forgets every row.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

impl<T: Row> From<Vec<T>> for Table<T> {
    fn from(rows: Vec<T>) -> Self {
        let mut table = Self::default();
        rows.into_iter().for_each(|row| table.insert(row));
        table
    }
}

impl<T> From<Table<T>> for Vec<T> {
    fn from(table: Table<T>) -> Self {
        table.rows
    }
}
