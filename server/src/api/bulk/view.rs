//! A bulk change as programs read it.

use domain::{
    Language, Shop,
    bulk::{self, BulkCounts, BulkReason, BulkState},
    ids::BulkId,
    staff::Person,
};
use serde::Serialize;

use super::super::problem::Problem;

/// A bulk change: what is predicted, how far it is, what came of it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Bulk)]
pub struct Standing {
    id: BulkId,
    /// What is done, in English words.
    action: String,
    /// Who asked.
    asked_by: String,
    #[schema(format = DateTime)]
    created_at: String,
    pub(super) state: BulkState,
    /// How many orders were selected.
    total: i64,
    /// What was predicted.
    predicted: BulkCounts,
    /// What came true so far.
    outcome: BulkCounts,
    /// Of those that changed: what taking back came to so far.
    undone: BulkCounts,
    /// Why orders are (or were) refused, the most first.
    refusals: Vec<Why>,
    /// Why orders were not given back.
    kept: Vec<Why>,
    /// Messages to customers that wait.
    messages_held: i64,
    /// The hour that was chosen for its messages.
    #[schema(format = DateTime)]
    scheduled_at: Option<String>,
    /// Until when it can be taken back; `null` when it cannot.
    #[schema(format = DateTime)]
    undo_until: Option<String>,
}

/// How many orders there is one thing to say about.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = BulkWhy)]
struct Why {
    /// Why, as a sentence.
    detail: String,
    count: i64,
    /// Numbers of the first few.
    orders: Vec<String>,
}

impl From<BulkReason> for Why {
    fn from(reason: BulkReason) -> Self {
        Self { detail: reason.sentence, count: reason.count, orders: reason.examples }
    }
}

impl Standing {
    /// How a bulk change stands. A program reads English, whatever its shop speaks.
    pub(super) async fn read(shop: &Shop, person: &Person, id: BulkId) -> Result<Self, Problem> {
        let reader = Person { language: Language::En, ..person.clone() };
        let page = bulk::page(shop, &reader, id).await?;
        Ok(Self {
            id,
            action: page.action,
            asked_by: page.actor,
            created_at: page.created.iso,
            state: page.state,
            total: page.total,
            predicted: page.predicted,
            outcome: page.outcome,
            undone: page.undone,
            refusals: page.refusals.into_iter().map(Why::from).collect(),
            kept: page.kept.into_iter().map(Why::from).collect(),
            messages_held: page.held,
            scheduled_at: page.leaves.map(|at| at.iso),
            undo_until: page.undo_until.map(|(at, _)| at.iso),
        })
    }
}
