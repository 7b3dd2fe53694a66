//! The workflows Clew ships. Their words are in `locales/*/workflows.ftl`; once installed they are the shop's own to edit.

use super::{Definition, Stage, Translated};
use crate::{Language, language::say, order::Status};

/// Keys of the shipped workflows.
pub const PRESETS: [&str; 3] = ["standard", "print-factory", "kitchen"];

/// The shipped workflow of a key.
pub fn preset(key: &str) -> Option<Definition> {
    let stages = match key {
        "standard" => vec![
            stage("standard", "confirmed", Status::Confirmed, Some(24)),
            stage("standard", "processing", Status::Processing, Some(72)),
            stage("standard", "shipped", Status::Shipped, None),
            stage("standard", "delivered", Status::Delivered, None),
        ],
        "print-factory" => vec![
            stage("print-factory", "new", Status::Confirmed, Some(24)),
            stage("print-factory", "in_production", Status::Processing, Some(96)),
            stage("print-factory", "shipped", Status::Shipped, None),
            stage("print-factory", "delivered", Status::Delivered, None),
        ],
        "kitchen" => vec![
            stage("kitchen", "authorized", Status::Confirmed, Some(1)),
            Stage { captures: true, ..stage("kitchen", "preparing", Status::Processing, Some(1)) },
            stage("kitchen", "ready", Status::OutForDelivery, None),
            stage("kitchen", "completed", Status::Delivered, None),
        ],
        _ => return None,
    };
    let arrows = stages.windows(2).map(|pair| (pair[0].key.clone(), pair[1].key.clone())).collect();
    Some(Definition {
        name: translated(&format!("workflow-{key}")),
        stages,
        arrows,
        return_days: None,
        rush_percent: 40,
    })
}

fn stage(workflow: &str, key: &str, status: Status, hours_allowed: Option<u32>) -> Stage {
    let words = |what: &str| translated(&format!("stage-{workflow}-{}-{what}", key.replace('_', "-")));
    Stage {
        key: key.to_owned(),
        label: words("label"),
        wording: words("wording"),
        verb: words("verb"),
        status,
        hours_allowed,
        visible: true,
        captures: false,
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
