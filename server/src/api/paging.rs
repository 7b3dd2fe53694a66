//! How lists are read in pages.

use serde::{Deserialize, Serialize};

/// How many items a page has at most: 1 to 100.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "usize")]
pub struct Limit(pub usize);

impl Default for Limit {
    fn default() -> Self {
        Self(50)
    }
}

impl TryFrom<usize> for Limit {
    type Error = &'static str;

    fn try_from(most: usize) -> Result<Self, Self::Error> {
        if (1..=100).contains(&most) { Ok(Self(most)) } else { Err("must be from 1 to 100") }
    }
}

/// Which page of a list that nothing narrows.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// How many at most.
    #[param(value_type = u8, minimum = 1, maximum = 100, default = 50)]
    limit: Limit,
}

impl PageQuery {
    /// That page of a list that is short enough to be read whole; see [`Page::cut`].
    pub fn of<T>(&self, all: Vec<T>, key: impl Fn(&T) -> String) -> Page<T> {
        Page::cut(all, self.cursor.as_deref(), self.limit, key)
    }
}

/// A page of a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Page<T> {
    /// The items, in the list's order.
    pub items: Vec<T>,
    /// What `cursor` is for the next page; `null` on the last.
    pub next_cursor: Option<String>,
}

impl<T> Page<T> {
    /// A page of a list that is short enough to be read whole: what comes after the item whose key is the cursor.
    pub fn cut(all: Vec<T>, cursor: Option<&str>, limit: Limit, key: impl Fn(&T) -> String) -> Self {
        let from =
            cursor.map_or(Some(0), |cursor| all.iter().position(|item| key(item) == cursor).map(|at| at + 1));
        // An item that is gone meanwhile ends the list rather than beginning it anew.
        let mut rest: Vec<T> = from.map_or_else(Vec::new, |from| all.into_iter().skip(from).collect());
        let more = rest.len() > limit.0;
        rest.truncate(limit.0);
        let next_cursor = rest.last().filter(|_| more).map(key);
        Self { items: rest, next_cursor }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_a_short_list_come_one_after_the_other() {
        let page = |cursor| Page::cut(vec!['a', 'b', 'c'], cursor, Limit(2), ToString::to_string);
        assert_eq!((page(None).items, page(None).next_cursor.as_deref()), (vec!['a', 'b'], Some("b")));
        assert_eq!((page(Some("b")).items, page(Some("b")).next_cursor), (vec!['c'], None));
        assert_eq!((page(Some("x")).items, page(Some("x")).next_cursor), (vec![], None));
        assert!(Limit::try_from(0).is_err() && Limit::try_from(101).is_err());
    }
}
