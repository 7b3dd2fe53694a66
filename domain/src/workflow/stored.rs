//! A stage as any version of Clew has stored it. Stored versions are never rewritten, so that an old order reads as it did.

use serde::Deserialize;

use super::{Action, Icon, Stage, Translated};
use crate::order::Status;

/// Every field there ever was.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredStage {
    key: String,
    label: Translated,
    wording: Translated,
    verb: Translated,
    status: Status,
    #[serde(default)]
    icon: Option<Icon>,
    #[serde(default)]
    minutes_allowed: Option<u32>,
    /// Before 0.1.0 there were whole hours only.
    #[serde(default)]
    hours_allowed: Option<u32>,
    #[serde(default)]
    warn_minutes: Option<u32>,
    #[serde(default)]
    late_minutes: Option<u32>,
    visible: bool,
    /// Before 0.1.0 this was the only action.
    #[serde(default)]
    captures: bool,
    #[serde(default)]
    on_entry: Vec<Action>,
}

impl From<StoredStage> for Stage {
    fn from(stored: StoredStage) -> Self {
        let mut on_entry = stored.on_entry;
        if stored.captures && !on_entry.contains(&Action::Capture) {
            on_entry.push(Action::Capture);
        }
        Self {
            key: stored.key,
            label: stored.label,
            wording: stored.wording,
            verb: stored.verb,
            status: stored.status,
            icon: stored.icon.unwrap_or(Icon::of(stored.status)),
            minutes_allowed: stored
                .minutes_allowed
                .or(stored.hours_allowed.map(|hours| hours.saturating_mul(60))),
            warn_minutes: stored.warn_minutes,
            late_minutes: stored.late_minutes,
            visible: stored.visible,
            on_entry,
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::workflow::{Definition, preset};

    #[test]
    fn what_was_stored_before_still_reads() {
        let words = json!({ "en": "a", "es": "b", "ro": "c", "ru": "d" });
        let stored = json!({ "name": words, "arrows": [], "stages": [{
            "key": "preparing", "label": words, "wording": words, "verb": words, "status": "processing",
            "hours_allowed": 2, "visible": true, "captures": true }] });
        let read: Definition = serde_json::from_value(stored).unwrap();
        let stage = &read.stages[0];
        assert_eq!((stage.minutes_allowed, stage.icon), (Some(120), Icon::Box));
        assert!(stage.does(Action::Capture));
        assert_eq!((read.rush_percent, read.customer_cancel), (40, Some(Status::Confirmed)));
    }

    #[test]
    fn what_is_stored_now_reads_back_the_same() {
        for key in crate::workflow::PRESETS {
            let definition = preset(key).unwrap();
            let json = serde_json::to_value(&definition).unwrap();
            assert_eq!(serde_json::from_value::<Definition>(json).unwrap(), definition, "{key}");
        }
    }
}
