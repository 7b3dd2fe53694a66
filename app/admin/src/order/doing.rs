//! What the person is about to do with the order. It stands in the address: so a step that has to be looked at before it is taken
//! works without JavaScript, and survives a reload.

use domain::order::{LabelPlan, RefundPlan};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use serde::{Deserialize, Serialize};

use super::{buy, measure::SIDES, refund, sheet::Sheet};
use crate::{
    Problem,
    orders::escape,
    wire::{GetForm, query},
};

const FIELDS: [&str; 8] = ["do", "amount", "reason", "box", "length", "width", "height", "weight"];

/// `?do=refund&amount=12.50&reason=duplicate`, `?do=label&box=2&length=…`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Doing {
    /// `refund`, `label`, `return-label`; empty for nothing.
    pub what: String,
    /// As typed; `None` before anything was.
    pub amount: Option<String>,
    /// Stripe's word for why.
    pub reason: Option<String>,
    /// Which box, from 1.
    pub box_number: i16,
    /// The box as measured: `350x250x50x500`; empty where nobody did.
    pub size: String,
    /// Whether rates are asked for anew.
    pub anew: bool,
}

/// What the server says would come of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Plan {
    /// A refund.
    Refund(RefundPlan),
    /// A label.
    Label(LabelPlan),
}

impl Doing {
    /// What an address says.
    pub fn of(query: &ParamsMap) -> Self {
        let sides: Vec<_> = SIDES.iter().filter_map(|side| query.get(side)).collect();
        Self {
            what: query.get("do").unwrap_or_default(),
            amount: query.get("amount"),
            reason: query.get("reason"),
            box_number: query
                .get("box")
                .and_then(|number| number.parse().ok())
                .filter(|n| *n > 0)
                .unwrap_or(1),
            size: if sides.len() == SIDES.len() { sides.join("x") } else { String::new() },
            anew: query.get("anew").is_some(),
        }
    }

    /// As it stands in an address.
    pub fn query(&self) -> String {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        let mut pairs =
            vec![("do", self.what.clone()), ("amount", text(&self.amount)), ("reason", text(&self.reason))];
        if self.box_number > 1 {
            pairs.push(("box", self.box_number.to_string()));
        }
        if !self.size.is_empty() {
            pairs.extend(SIDES.into_iter().zip(self.size.split('x').map(str::to_owned)));
        }
        if self.anew {
            pairs.push(("anew", "1".to_owned()));
        }
        query(&pairs)
    }

    /// Asks what would come of it, where that needs an answer.
    pub async fn plan(self, number: String) -> Option<Result<Plan, Problem>> {
        match &*self.what {
            "refund" => Some(refund::plan(number, self.amount?).await.map(Plan::Refund)),
            // A further box is measured first.
            "label" | "return-label" if self.box_number == 1 || !self.size.is_empty() => {
                Some(buy::plan(number, self).await.map(Plan::Label))
            }
            _ => None,
        }
    }
}

/// The address of an order's page, with this query.
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

/// A step's heading. The focus goes to it: what was pressed to get here is gone.
#[component]
pub fn StepTitle(words: String) -> impl IntoView {
    let node = NodeRef::<leptos::html::H3>::new();
    Effect::new(move |_| {
        if let Some(heading) = node.get() {
            // One that is folded away takes no focus, which is right.
            let _ = heading.focus();
        }
    });
    view! { <h3 tabindex="-1" node_ref=node>{words}</h3> }.into_any()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_back() {
        let doing = Doing {
            what: "label".into(),
            box_number: 2,
            size: "350x250x50x500".into(),
            anew: true,
            ..Doing::default()
        };
        assert_eq!(doing.query(), "?do=label&box=2&length=350&width=250&height=50&weight=500&anew=1");
        let mut query = ParamsMap::new();
        for pair in doing.query().trim_start_matches('?').split('&') {
            let (name, value) = pair.split_once('=').unwrap();
            query.insert(name.to_owned(), value.to_owned());
        }
        assert_eq!(Doing::of(&query), doing);
        assert_eq!(Doing::of(&ParamsMap::new()), Doing { box_number: 1, ..Doing::default() });
    }
}
