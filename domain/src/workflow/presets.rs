//! The workflows Clew ships. Their words are in `locales/*/workflows.ftl`; once installed they are the shop's own to edit.

use super::{Action, Definition, Icon, Stage, Translated};
use crate::{Language, language::say, order::Status};

/// Keys of the shipped workflows.
pub const PRESETS: [&str; 6] = ["standard", "print-factory", "studio", "kitchen", "digital", "subscription"];

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// The shipped workflow of a key.
pub fn preset(key: &str) -> Option<Definition> {
    use Icon::{
        Bell, Box as Boxed, Done, Download, Inbox, Pot, Printer, Queue, Repeat, Review, Scissors, Truck,
    };
    use Status::{Confirmed, Delivered, OutForDelivery, Pending, Processing, Shipped};
    let stages: &[(&str, Status, Icon, Option<u32>)] = match key {
        "standard" => &[
            ("confirmed", Confirmed, Inbox, Some(DAY)),
            ("processing", Processing, Boxed, Some(3 * DAY)),
            ("shipped", Shipped, Truck, None),
            ("delivered", Delivered, Done, None),
        ],
        "print-factory" => &[
            ("new", Confirmed, Inbox, Some(DAY)),
            ("in_production", Processing, Printer, Some(4 * DAY)),
            ("shipped", Shipped, Truck, None),
            ("delivered", Delivered, Done, None),
        ],
        "studio" => &[
            ("spec_review", Pending, Review, Some(DAY)),
            ("queued", Confirmed, Queue, Some(DAY)),
            ("printing", Processing, Printer, Some(2 * DAY)),
            ("finishing", Processing, Scissors, Some(DAY)),
            ("ready", Shipped, Boxed, None),
            ("collected", Delivered, Done, None),
        ],
        "kitchen" => &[
            ("authorized", Confirmed, Inbox, Some(10)),
            ("preparing", Processing, Pot, Some(25)),
            ("ready", OutForDelivery, Bell, None),
            ("completed", Delivered, Done, None),
        ],
        "digital" => &[("confirmed", Confirmed, Download, Some(HOUR)), ("delivered", Delivered, Done, None)],
        "subscription" => &[
            ("confirmed", Confirmed, Repeat, Some(DAY)),
            ("processing", Processing, Boxed, Some(3 * DAY)),
            ("delivered", Delivered, Done, None),
        ],
        _ => return None,
    };
    let stages: Vec<_> = stages
        .iter()
        .map(|(stage, status, icon, minutes)| self::stage(key, stage, *status, *icon, *minutes))
        .collect();
    let arrows = stages.windows(2).map(|pair| (pair[0].key.clone(), pair[1].key.clone())).collect();
    let plain = Definition {
        name: translated(&format!("workflow-{key}")),
        stages,
        arrows,
        return_days: None,
        customer_cancel: Some(Confirmed),
        rush_percent: 40,
        repeats: false,
    };
    Some(with_its_own(key, plain))
}

/// What is special about some of them.
fn with_its_own(key: &str, mut workflow: Definition) -> Definition {
    let arrow = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    match key {
        // What is collected at the counter never travels; and while it is only looked at, the customer may still call it off.
        "studio" => workflow.arrows.push(arrow("finishing", "collected")),
        "kitchen" => {
            for stage in &mut workflow.stages {
                let (warn, late) = if stage.key == "preparing" { (15, 25) } else { (5, 10) };
                (stage.warn_minutes, stage.late_minutes) = (Some(warn), Some(late));
                match &*stage.key {
                    "preparing" => stage.on_entry.push(Action::Capture),
                    "ready" => stage.on_entry.push(Action::Notify),
                    _ => {}
                }
            }
        }
        // Round after round, until somebody ends it. After the first one, calling off and refunding all of it would be wrong.
        "subscription" => {
            workflow.arrows.push(arrow("processing", "confirmed"));
            (workflow.repeats, workflow.customer_cancel) = (true, None);
        }
        _ => {}
    }
    workflow
}

fn stage(workflow: &str, key: &str, status: Status, icon: Icon, minutes_allowed: Option<u32>) -> Stage {
    let words = |what: &str| translated(&format!("stage-{workflow}-{}-{what}", key.replace('_', "-")));
    Stage {
        key: key.to_owned(),
        label: words("label"),
        wording: words("wording"),
        verb: words("verb"),
        status,
        icon,
        minutes_allowed,
        warn_minutes: None,
        late_minutes: None,
        visible: true,
        on_entry: Vec::new(),
    }
}

fn translated(key: &str) -> Translated {
    Translated {
        en: say(Language::En, key),
        es: say(Language::Es, key),
        ro: say(Language::Ro, key),
        ru: say(Language::Ru, key),
    }
}
