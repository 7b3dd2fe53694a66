//! How a page in the browser talks to its server functions: one way to ask, one way to post.
//!
//! Leptos' own `ActionForm` and client do the same, but are compiled anew for every function: with them the app's download
//! is half as big again (`docs/adr/0003`). The functions themselves, their addresses and their answers stay Leptos' own, so a
//! form posts natively where there is no JavaScript.

#[cfg(feature = "hydrate")]
mod fetch;
mod get;
mod post;

use std::future::Future;

use domain::{
    alert::NeedsAttention,
    board::{Board, Kitchen},
    bulk::{BulkChoice, BulkPage},
    inbox::InboxView,
    order::{Batch, OrderPage, Overview, Page},
    place::{PlaceView, PlacesView},
    product::{ProductList, ProductPage},
    views::ViewTab,
};
use leptos::prelude::Resource;
use serde::{Deserialize, Serialize};

pub use get::{GetForm, query};
pub use post::{Post, PostForm};

use crate::{Problem, order::Plan};

/// What a page is made of. One type for all pages, so that the machinery around it exists once.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Answer {
    /// The shop at a glance.
    Overview(Overview),
    /// A page of the list.
    Orders(Page),
    /// One order, and what would come of what the person is about to do with it.
    Order(Box<(OrderPage, Option<Result<Plan, Problem>>)>),
    /// What needs a person.
    Attention(NeedsAttention),
    /// How many.
    Count(i64),
    /// Labels of many orders.
    Batch(Batch),
    /// What can be done to a selection.
    BulkChoice(BulkChoice),
    /// Many orders at once.
    Bulk(Box<BulkPage>),
    /// Kept lists.
    Views(Vec<ViewTab>),
    /// Stages as columns.
    Board(Box<Board>),
    /// The kitchen's wall.
    Kitchen(Box<Kitchen>),
    /// Webhooks.
    Inbox(InboxView),
    /// A page of products.
    Products(ProductList),
    /// One product.
    Product(Box<ProductPage>),
    /// Locations.
    Places(PlacesView),
    /// One of them.
    Place(Box<PlaceView>),
    /// A webhook's body.
    Body(String),
}

/// A page's data, asked for on the server first and in the browser from then on.
pub type Answers = Resource<Result<Answer, Problem>>;

/// Asks a reading server function: `here` on the server, by its address in the browser.
///
/// # Errors
/// The function's own, or [`crate::Kind::Network`].
pub async fn ask<T, F>(address: String, here: impl FnOnce() -> F) -> Result<T, Problem>
where
    T: for<'a> Deserialize<'a>,
    F: Future<Output = Result<T, Problem>>,
{
    #[cfg(feature = "hydrate")]
    {
        drop(here);
        let text = send_wrapper::SendWrapper::new(fetch::get(&address)).await?;
        serde_json::from_str(&text).map_err(|_| Problem::unreached())
    }
    #[cfg(not(feature = "hydrate"))]
    {
        drop(address);
        here().await
    }
}
