//! Each flaw, and its place.

use proptest::prelude::*;

use super::*;
use crate::workflow::{PRESETS, preset};

fn broken(change: impl FnOnce(&mut Definition)) -> Vec<Flaw> {
    let mut definition = preset("standard").unwrap();
    change(&mut definition);
    definition.flaws()
}

fn arrow(a: &str, b: &str) -> (String, String) {
    (a.into(), b.into())
}

#[test]
fn every_preset_is_sound() {
    for key in PRESETS {
        assert_eq!(preset(key).unwrap().flaws(), [], "{key}");
    }
}

#[test]
fn every_word_of_every_preset_is_there() {
    for key in PRESETS {
        let preset = preset(key).unwrap();
        for stage in &preset.stages {
            for words in [&preset.name, &stage.label, &stage.wording, &stage.verb] {
                for language in Language::ALL {
                    let text = words.get(language);
                    assert!(!text.starts_with("Unknown localization"), "{key} {}: {text}", stage.key);
                }
            }
        }
    }
}

#[test]
fn each_flaw_is_named_at_its_place() {
    type Change = fn(&mut Definition);
    let table: [(Change, &str, Why); 15] = [
        (|d| d.stages.clear(), "/stages", Why::Empty),
        (|d| d.stages[1].key = "confirmed".into(), "/stages/1/key", Why::DuplicateKey),
        (|d| d.stages[1].key = "In Production".into(), "/stages/1/key", Why::BadKey),
        (|d| d.arrows.push(arrow("confirmed", "moon")), "/arrows/3", Why::UnknownStage("moon".into())),
        (|d| d.arrows.push(arrow("confirmed", "confirmed")), "/arrows/3", Why::UselessArrow),
        (|d| d.arrows.push(arrow("confirmed", "processing")), "/arrows/3", Why::UselessArrow),
        (|d| d.stages[0].status = Status::Processing, "/stages/0/status", Why::NoStart),
        (|d| d.arrows.retain(|(_, b)| b != "shipped"), "/stages/2", Why::Unreachable),
        (|d| d.arrows.retain(|(a, _)| a != "shipped"), "/stages/2", Why::DeadEnd),
        (|d| d.arrows.push(arrow("delivered", "processing")), "/arrows/3", Why::IllegalArrow),
        (|d| d.arrows.push(arrow("processing", "confirmed")), "/arrows/3", Why::IllegalArrow),
        (|d| d.stages[2].label.ru = " ".into(), "/stages/2/label/ru", Why::Untranslated),
        (|d| d.name.ro = "x".repeat(121), "/name/ro", Why::TooLong),
        (|d| d.stages[3].status = Status::Cancelled, "/stages/3/status", Why::NotAStage),
        (|d| d.rush_percent = 0, "/rush_percent", Why::BadPercent),
    ];
    for (change, at, why) in table {
        let flaws = broken(change);
        assert!(flaws.contains(&Flaw { at: at.into(), why: why.clone() }), "{why:?} at {at}: {flaws:?}");
        for flaw in flaws {
            for language in Language::ALL {
                assert!(!flaw.say(language).starts_with("Unknown localization"), "{flaw:?}");
            }
        }
    }
    let thresholds = broken(|d| (d.stages[1].warn_minutes, d.stages[1].late_minutes) = (Some(9), Some(9)));
    assert_eq!(thresholds, [Flaw::new("/stages/1/late_minutes", Why::Thresholds)]);
    let cancel = broken(|d| d.customer_cancel = Some(Status::Shipped));
    assert_eq!(cancel, [Flaw::new("/customer_cancel", Why::BadCancel)]);
    assert_eq!(broken(|d| (d.repeats, _) = (true, d.arrows.push(arrow("processing", "confirmed")))), []);
}

proptest! {
    /// Whatever arrows somebody draws or leaves out: a workflow that passes leads every order from the start to an end, and nowhere out
    /// of one.
    #[test]
    fn what_passes_the_check_leads_to_an_end(
        drawn in prop::collection::vec((0_usize..6, 0_usize..6), 0..6),
        left_out in prop::option::of(0_usize..6),
    ) {
        let mut workflow = preset("studio").unwrap();
        let keys: Vec<_> = workflow.stages.iter().map(|stage| stage.key.clone()).collect();
        if let Some(arrow) = left_out {
            workflow.arrows.remove(arrow);
        }
        for (a, b) in drawn {
            let arrow = (keys[a.min(b)].clone(), keys[a.max(b)].clone());
            if a != b && !workflow.arrows.contains(&arrow) {
                workflow.arrows.push(arrow);
            }
        }
        prop_assume!(workflow.flaws().is_empty());
        for stage in &workflow.stages {
            let mut here: BTreeSet<&str> = BTreeSet::from([stage.key.as_str()]);
            for _ in 0..keys.len() {
                let next: Vec<_> = here.iter().flat_map(|key| workflow.next(key)).map(|stage| stage.key.as_str()).collect();
                here.extend(next);
            }
            prop_assert!(here.iter().any(|key| workflow.stage(key).unwrap().status.is_end()));
            prop_assert!(!stage.status.is_end() || workflow.next(&stage.key).next().is_none());
        }
    }
}
