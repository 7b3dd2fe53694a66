//! A workflow is checked before it is saved; a bad one is refused with each reason at its place, never stored.

use std::collections::{BTreeSet, VecDeque};

use super::{
    Definition, Stage, Translated,
    flaw::{Flaw, Why},
};
use crate::{Language, order::Status};

const MOST_STAGES: usize = 30;
const LONGEST: usize = 120;

impl Definition {
    /// Everything that is wrong with it; empty when it may be saved.
    pub fn flaws(&self) -> Vec<Flaw> {
        let mut flaws = self.shape();
        // Paths mean something only once keys and arrows are sound.
        if !flaws.iter().any(|flaw| {
            matches!(flaw.why, Why::Empty | Why::DuplicateKey | Why::UnknownStage(_) | Why::NoStart)
        }) {
            flaws.extend(self.paths());
        }
        flaws
    }

    fn shape(&self) -> Vec<Flaw> {
        let mut flaws = words(&self.name, "/name");
        if self.stages.is_empty() {
            flaws.push(Flaw::new("/stages", Why::Empty));
        }
        if self.stages.len() > MOST_STAGES {
            flaws.push(Flaw::new("/stages", Why::TooMany));
        }
        if !(1..=100).contains(&self.rush_percent) {
            flaws.push(Flaw::new("/rush_percent", Why::BadPercent));
        }
        if self.customer_cancel.is_some_and(|until| !until.is_in_house()) {
            flaws.push(Flaw::new("/customer_cancel", Why::BadCancel));
        }
        let mut seen = BTreeSet::new();
        for (i, stage) in self.stages.iter().enumerate() {
            let at = |field: &str| format!("/stages/{i}/{field}");
            if !seen.insert(stage.key.as_str()) {
                flaws.push(Flaw::new(at("key"), Why::DuplicateKey));
            }
            flaws.extend(stage.shape(&at));
        }
        if let Some(first) = self.stages.first()
            && !matches!(first.status, Status::Pending | Status::Confirmed)
        {
            flaws.push(Flaw::new("/stages/0/status", Why::NoStart));
        }
        let mut arrows = BTreeSet::new();
        for (i, arrow) in self.arrows.iter().enumerate() {
            let (from, to) = arrow;
            let at = format!("/arrows/{i}");
            let unknown = [from, to].into_iter().find(|key| self.stage(key).is_none());
            if let Some(key) = unknown {
                flaws.push(Flaw::new(at, Why::UnknownStage(key.clone())));
            } else if from == to || !arrows.insert(arrow) {
                flaws.push(Flaw::new(at, Why::UselessArrow));
            }
        }
        flaws
    }

    fn paths(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let starts = self.stages.first().map(|stage| stage.key.clone()).into_iter().collect();
        let ends =
            self.stages.iter().filter(|stage| stage.status.is_end()).map(|stage| stage.key.clone()).collect();
        let reached = self.walk(starts, |from, a, b| (a == from).then_some(b));
        let ending = self.walk(ends, |to, a, b| (b == to).then_some(a));
        for (i, stage) in self.stages.iter().enumerate() {
            if !reached.contains(&stage.key) {
                flaws.push(Flaw::new(format!("/stages/{i}"), Why::Unreachable));
            }
            if !ending.contains(&stage.key) {
                flaws.push(Flaw::new(format!("/stages/{i}"), Why::DeadEnd));
            }
        }
        for (i, (a, b)) in self.arrows.iter().enumerate() {
            if let (Some(from), Some(to)) = (self.stage(a), self.stage(b))
                && !may_follow(from.status, to.status, self.repeats)
            {
                flaws.push(Flaw::new(format!("/arrows/{i}"), Why::IllegalArrow));
            }
        }
        flaws
    }

    fn walk<'a>(
        &'a self,
        from: Vec<String>,
        step: impl Fn(&str, &'a str, &'a str) -> Option<&'a str>,
    ) -> BTreeSet<String> {
        let mut seen: BTreeSet<String> = from.iter().cloned().collect();
        let mut queue: VecDeque<String> = from.into();
        while let Some(here) = queue.pop_front() {
            for (a, b) in &self.arrows {
                if let Some(there) = step(&here, a, b)
                    && seen.insert(there.to_owned())
                {
                    queue.push_back(there.to_owned());
                }
            }
        }
        seen
    }
}

impl Stage {
    fn shape(&self, at: &impl Fn(&str) -> String) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if self.key.is_empty() || self.key.len() > 40 || !self.key.chars().all(plain) {
            flaws.push(Flaw::new(at("key"), Why::BadKey));
        }
        for (field, translated) in [("label", &self.label), ("wording", &self.wording), ("verb", &self.verb)]
        {
            flaws.extend(words(translated, &at(field)));
        }
        if matches!(self.status, Status::Delayed | Status::Exception | Status::Cancelled | Status::Returned) {
            flaws.push(Flaw::new(at("status"), Why::NotAStage));
        }
        if self.warn_minutes.zip(self.late_minutes).is_some_and(|(warn, late)| late <= warn) {
            flaws.push(Flaw::new(at("late_minutes"), Why::Thresholds));
        }
        flaws
    }
}

fn words(translated: &Translated, at: &str) -> Vec<Flaw> {
    let flaw = |language: Language| {
        let text = translated.get(language).trim();
        let why = match text.chars().count() {
            0 => Why::Untranslated,
            1..=LONGEST => return None,
            _ => Why::TooLong,
        };
        Some(Flaw::new(format!("{at}/{}", language.tag()), why))
    };
    Language::ALL.into_iter().filter_map(flaw).collect()
}

/// Whether a stage of the second status may follow one of the first: forward, never out of an end, and never back, but for the
/// next round of what repeats.
fn may_follow(from: Status, to: Status, repeats: bool) -> bool {
    let again = repeats && from.is_inside() && to.is_inside();
    !from.is_end() && (to >= from || again)
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
