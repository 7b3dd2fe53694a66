//! What the person is about to do with the order. It stands in the address: so a step that has to be looked at before it is taken
//! works without JavaScript, and survives a reload.

use domain::order::RefundPlan;
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use serde::{Deserialize, Serialize};

use super::{refund, sheet::Sheet};
use crate::{Problem, orders::escape, wire::GetForm};

const FIELDS: [&str; 3] = ["do", "amount", "reason"];

/// `?do=refund&amount=12.50&reason=duplicate`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Doing {
    /// `refund`, `label`, `return-label`; empty for nothing.
    pub what: String,
    /// As typed; `None` before anything was.
    pub amount: Option<String>,
    /// Stripe's word for why.
    pub reason: Option<String>,
}

/// What the server says would come of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Plan {
    /// A refund.
    Refund(RefundPlan),
}

impl Doing {
    /// What an address says.
    pub fn of(query: &ParamsMap) -> Self {
        Self {
            what: query.get("do").unwrap_or_default(),
            amount: query.get("amount"),
            reason: query.get("reason"),
        }
    }

    /// Asks what would come of it, where that needs an answer.
    pub async fn plan(self, number: String) -> Option<Result<Plan, Problem>> {
        match &*self.what {
            "refund" => Some(refund::plan(number, self.amount?).await.map(Plan::Refund)),
            _ => None,
        }
    }
}

/// The address of an order's page, on which this is being done.
pub fn address(number: &str, query: &str) -> String {
    format!("/admin/orders/{}{query}", escape(number))
}

/// A step's form that only leads on: by GET without JavaScript, within the page with it.
#[component]
pub fn StepForm(
    /// What it leads to.
    what: &'static str,
    /// Fields and button.
    children: Children,
) -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let action = sheet.page.with_untracked(|page| address(&page.number, ""));
    view! {
        <GetForm action fields=&FIELDS class="step" stay=true>
            <input type="hidden" name="do" value=what/>
            {children()}
        </GetForm>
    }
    .into_any()
}

/// A link to a step, or away from it. The page stays where it is.
#[component]
pub fn StepLink(
    /// The query, with its question mark; empty leads away.
    #[prop(into)]
    query: String,
    /// For the stylesheet.
    #[prop(optional)]
    class: &'static str,
    /// The words.
    words: String,
) -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let href = sheet.page.with_untracked(|page| address(&page.number, &query));
    view! { <a href=href class=class data-noscroll="1">{words}</a> }.into_any()
}
