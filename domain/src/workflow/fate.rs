//! What becomes of an open order when it is moved to a newer version of its workflow: one pure rule, asked by the preview and by the run,
//! so that what was shown is what happens.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Action, Definition, Stage};
use crate::{Language, Reason, order::Status, payment::PaymentStatus};

/// Where the stages that are no more lead: old key to new key.
pub type Mapping = BTreeMap<String, String>;

/// What the rule looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Key of its stage; `None` before it is paid.
    pub stage: Option<String>,
    /// The payment axis.
    pub payment: PaymentStatus,
    /// Whether its checkout only holds the money.
    pub manual: bool,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It stands in the same stage of the new version; or in none yet.
    Stays,
    /// It goes to this stage, because its own is no more.
    Goes(String),
    /// It stays in its old version, and why.
    Refused(Reason),
}

/// What becomes of an order that stands so in `from` when it is moved to `to`. `language` is for the stage names inside a refusal.
pub fn fate(
    standing: &Standing,
    from: &Definition,
    to: &Definition,
    mapping: &Mapping,
    language: Language,
) -> Fate {
    let Some(key) = standing.stage.as_deref() else {
        let taken = to.captures_later() || !waits_for_its_money(standing);
        return if taken { Fate::Stays } else { Fate::Refused(Reason::HoldNeverTaken) };
    };
    let old = from.stage(key);
    let label = || old.map_or_else(|| key.to_owned(), |stage| stage.label.get(language).to_owned());
    let wanted = mapping.get(key).map_or(key, String::as_str);
    let Some(new) = to.stage(wanted) else {
        return Fate::Refused(Reason::StageGone { stage: label() });
    };
    if !old.is_some_and(|old| may_become(old.status, new.status)) {
        return Fate::Refused(Reason::StageMeansOther { stage: label(), status: new.status });
    }
    if waits_for_its_money(standing) && !captures_after(to, new) {
        return Fate::Refused(Reason::HoldNeverTaken);
    }
    if wanted == key { Fate::Stays } else { Fate::Goes(wanted.to_owned()) }
}

/// The same headline; or another one inside the shop, where nothing has been told to anybody outside.
fn may_become(old: Status, new: Status) -> bool {
    old == new || (old.is_in_house() && new.is_in_house())
}

/// Whether its money is, or will be, only held.
fn waits_for_its_money(standing: &Standing) -> bool {
    let open =
        matches!(standing.payment, PaymentStatus::Unpaid | PaymentStatus::Failed | PaymentStatus::Authorized);
    standing.manual && open
}

/// Whether some stage after this one takes held money.
fn captures_after(workflow: &Definition, stage: &Stage) -> bool {
    let mut reached: Vec<&str> = vec![&stage.key];
    let mut seen = 0;
    while let Some(here) = reached.get(seen).copied() {
        seen += 1;
        for next in workflow.next(here) {
            if next.does(Action::Capture) {
                return true;
            }
            if !reached.contains(&&*next.key) {
                reached.push(&next.key);
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workflow::preset;

    fn at(stage: &str) -> Standing {
        Standing { stage: Some(stage.into()), payment: PaymentStatus::Paid, manual: false }
    }

    fn told(standing: &Standing, from: &str, to: &Definition, mapping: &[(&str, &str)]) -> Fate {
        let mapping = mapping.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        fate(standing, &preset(from).unwrap(), to, &mapping, Language::En)
    }

    #[test]
    fn a_stage_that_is_there_stays_and_one_that_is_no_more_is_mapped_or_refused() {
        let mut new = preset("print-factory").unwrap();
        new.stages[1].key = "printing".into();
        assert_eq!(told(&at("new"), "print-factory", &new, &[]), Fate::Stays);
        let gone = Fate::Refused(Reason::StageGone { stage: "In production".into() });
        assert_eq!(told(&at("in_production"), "print-factory", &new, &[]), gone);
        let mapped = told(&at("in_production"), "print-factory", &new, &[("in_production", "printing")]);
        assert_eq!(mapped, Fate::Goes("printing".into()));
        let none = Standing { stage: None, ..at("new") };
        assert_eq!(told(&none, "print-factory", &new, &[]), Fate::Stays);
    }

    #[test]
    fn nothing_leaves_the_shop_or_comes_back_by_an_edit() {
        let new = preset("print-factory").unwrap();
        let leaves = told(&at("new"), "print-factory", &new, &[("new", "shipped")]);
        let why = Reason::StageMeansOther { stage: "New".into(), status: Status::Shipped };
        assert_eq!(leaves, Fate::Refused(why));
        let comes_back = told(&at("shipped"), "print-factory", &new, &[("shipped", "new")]);
        assert!(matches!(comes_back, Fate::Refused(Reason::StageMeansOther { .. })));
    }

    #[test]
    fn held_money_is_never_forgotten() {
        let held = |stage: &str| Standing { payment: PaymentStatus::Authorized, manual: true, ..at(stage) };
        let kitchen = preset("kitchen").unwrap();
        let mut free = kitchen.clone();
        free.stages[1].on_entry.clear();
        assert_eq!(told(&held("authorized"), "kitchen", &kitchen, &[]), Fate::Stays);
        let never = Fate::Refused(Reason::HoldNeverTaken);
        assert_eq!(told(&held("authorized"), "kitchen", &free, &[]), never);
        assert_eq!(told(&held("preparing"), "kitchen", &kitchen, &[]), never, "it is being taken right now");
        let unpaid = Standing { stage: None, payment: PaymentStatus::Unpaid, manual: true };
        assert_eq!(told(&unpaid, "kitchen", &free, &[]), never);
        assert_eq!(told(&at("authorized"), "kitchen", &free, &[]), Fate::Stays);
    }
}
