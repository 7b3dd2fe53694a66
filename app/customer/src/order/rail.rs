//! How far the order is: the payment, then the shop's own visible stages.
//!
//! Exactly one step is current, an ended order has none to come, and every step's state is in words too.

use domain::{
    order::{Status, TrackedOrder},
    workflow::Stage,
};
use leptos::prelude::*;

use super::{journey::is_packed, promise::was_not_paid, route::route};
use crate::words::Words;

/// How far the order is with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knot {
    /// Behind the order.
    Done,
    /// Where it stands.
    Now,
    /// Before it.
    ToCome,
}

/// A step of the way, in the customer's words.
pub struct Step {
    pub(super) label: String,
    /// How far it is.
    pub knot: Knot,
}

/// The steps as a list.
pub fn rail(words: Words<'_>, order: &TrackedOrder) -> impl IntoView {
    let (done, to_come) = (words.say("customer-done"), words.say("customer-to-come"));
    let now_class = now_class(order);
    let steps = steps(words, order);
    let picture = route(&steps);
    let steps: Vec<_> = steps
        .into_iter()
        .map(|Step { label, knot }| {
            let (class, state) = match knot {
                Knot::Done => ("done", Some(done.clone())),
                Knot::Now => (now_class, None),
                Knot::ToCome => ("", Some(to_come.clone())),
            };
            view! {
                <li class=class aria-current=(knot == Knot::Now).then_some("step")>
                    {state.map(|state| view! { <span class="vh">{state} " "</span> })}
                    {label}
                </li>
            }
        })
        .collect();
    view! {
        <section class="progress" aria-labelledby="p-h">
            <h2 class="vh" id="p-h">{words.say("customer-progress")}</h2>
            {picture}
            <ol role="list" class="rail">{steps}</ol>
        </section>
    }
}

/// The steps of its way, as far as a customer sees them.
pub fn steps(words: Words<'_>, order: &TrackedOrder) -> Vec<Step> {
    let stages = &order.workflow.stages;
    let here = order.stage.as_ref().and_then(|key| stages.iter().position(|stage| stage.key == *key));
    let started = here.is_some() || order.payment.is_covered();
    let off_the_line = matches!(order.status, Status::Cancelled | Status::Returned);
    let over = off_the_line || was_not_paid(order);

    let mut steps = Vec::with_capacity(stages.len() + 2);
    if started || !off_the_line {
        let knot = if started { Knot::Done } else { Knot::Now };
        steps.push(Step { label: words.say("customer-step-payment"), knot });
    }
    // In its boxes everything the shop does is done, whatever stage staff have left it in: the rail says what the badge says.
    let packed = is_packed(order) && !over;
    let in_boxes = || Step { label: words.say("customer-badge-packed"), knot: Knot::Now };
    let now = |steps: &[Step]| steps.iter().any(|step| step.knot == Knot::Now);
    for (position, stage) in stages.iter().enumerate().filter(|(_, stage)| is_on_the_line(stage)) {
        let inside = stage.status.is_in_house();
        if packed && !inside && !now(&steps) {
            steps.push(in_boxes());
        }
        let knot = match here {
            _ if packed => {
                if inside {
                    Knot::Done
                } else {
                    Knot::ToCome
                }
            }
            Some(here) if position < here || (position == here && over) => Knot::Done,
            Some(here) if position == here => Knot::Now,
            _ if over => continue,
            _ => Knot::ToCome,
        };
        steps.push(Step { label: stage.wording.get(words.language).to_owned(), knot });
    }
    if packed && !now(&steps) {
        steps.push(in_boxes());
    }
    if off_the_line {
        steps.push(Step { label: words.status(order.status), knot: Knot::Now });
    }
    // In a stage customers do not see, they are still at the last one they saw.
    if steps.iter().all(|step| step.knot != Knot::Now)
        && let Some(last) = steps.iter_mut().rev().find(|step| step.knot == Knot::Done)
    {
        last.knot = Knot::Now;
    }
    steps
}

fn is_on_the_line(stage: &Stage) -> bool {
    stage.visible
        && !matches!(stage.status, Status::Cancelled | Status::Returned | Status::Delayed | Status::Exception)
}

/// The current knot's shape: a ring, unless something is over or wrong.
fn now_class(order: &TrackedOrder) -> &'static str {
    match order.status {
        Status::Pending if was_not_paid(order) => "now cross",
        Status::Delivered => "now end",
        Status::Delayed => "now diamond late",
        Status::Exception => "now diamond",
        Status::Cancelled => "now cross",
        Status::Returned => "now back",
        _ => "now",
    }
}
