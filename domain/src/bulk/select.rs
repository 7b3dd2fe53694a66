//! Which orders are meant: those picked by hand, or all that a filter of the list shows.

use serde::{Deserialize, Serialize};
use sqlx::{PgConnection, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::{
    Fault, Reason, Shop,
    order::{Filter, OrderNumber, list},
};

/// A selection of orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Selection {
    /// These.
    Picked(Vec<String>),
    /// All that match, on every page.
    Matching(Box<Filter>),
}

impl Selection {
    /// The filter, when it is one.
    pub(super) fn filter(&self) -> Option<&Filter> {
        match self {
            Self::Picked(_) => None,
            Self::Matching(filter) => Some(filter),
        }
    }

    /// Ids of the orders that are meant now, in the order in which they are locked.
    pub(super) async fn ids(
        &self,
        conn: &mut PgConnection,
        shop: &Shop,
        most: usize,
    ) -> Result<Vec<Uuid>, Fault> {
        let ids: Vec<Uuid> = match self {
            Self::Picked(numbers) => {
                let numbers = numbers.iter().filter_map(|number| OrderNumber::parse(number));
                let numbers: Vec<String> =
                    numbers.take(most + 1).map(|number| number.as_str().to_owned()).collect();
                sqlx::query_scalar!("select id from orders where number = any($1) order by id", &numbers)
                    .fetch_all(conn)
                    .await?
            }
            Self::Matching(filter) => {
                let mut query = QueryBuilder::<Postgres>::new("select o.id from orders o where true");
                list::narrow(&mut query, shop, filter, shop.clock.now());
                query.push(format!(" order by o.id limit {}", most + 1));
                query.build_query_scalar().fetch_all(conn).await?
            }
        };
        match ids.len() {
            0 => Err(Reason::NothingSelected.into()),
            count if count > most => Err(Reason::TooManyOrders { most }.into()),
            _ => Ok(ids),
        }
    }
}
