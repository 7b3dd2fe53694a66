//! A workflow is checked before it is saved; a bad one is refused with the reason, never stored.

use std::collections::{BTreeSet, VecDeque};

use super::{Definition, Translated};
use crate::order::Status;

/// What is wrong with a workflow, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// There is no stage.
    Empty,
    /// Two stages have one key.
    DuplicateKey(String),
    /// A key that is not `a-z`, `0-9` and `_`.
    BadKey(String),
    /// An arrow names a stage that is not there.
    UnknownStage(String),
    /// No stage stands for `confirmed`, so a paid order has nowhere to start.
    NoStart,
    /// Nothing leads to this stage.
    Unreachable(String),
    /// From this stage no end can be reached.
    DeadEnd(String),
    /// An arrow goes from one status to another that cannot follow it.
    IllegalArrow(String, String),
    /// A language is missing.
    Untranslated(String),
}

impl Definition {
    /// Everything that is wrong with it; empty when it may be saved.
    pub fn flaws(&self) -> Vec<Flaw> {
        let mut flaws = self.shape();
        if flaws.is_empty() {
            flaws.extend(self.paths());
        }
        flaws
    }

    fn shape(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let mut seen = BTreeSet::new();
        if self.stages.is_empty() {
            flaws.push(Flaw::Empty);
        }
        for stage in &self.stages {
            if !seen.insert(stage.key.as_str()) {
                flaws.push(Flaw::DuplicateKey(stage.key.clone()));
            }
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            if stage.key.is_empty() || stage.key.len() > 40 || !stage.key.chars().all(plain) {
                flaws.push(Flaw::BadKey(stage.key.clone()));
            }
            if [&stage.label, &stage.wording, &stage.verb].into_iter().any(Translated::is_incomplete) {
                flaws.push(Flaw::Untranslated(stage.key.clone()));
            }
        }
        for (from, to) in &self.arrows {
            flaws.extend(
                [from, to]
                    .into_iter()
                    .filter(|key| self.stage(key).is_none())
                    .cloned()
                    .map(Flaw::UnknownStage),
            );
        }
        if !self.stages.is_empty() && self.start().is_none() {
            flaws.push(Flaw::NoStart);
        }
        flaws
    }

    fn paths(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let starts =
            self.stages.first().into_iter().chain(self.start()).map(|stage| stage.key.clone()).collect();
        let ends =
            self.stages.iter().filter(|stage| stage.status.is_end()).map(|stage| stage.key.clone()).collect();
        let reached = self.walk(starts, |from, a, b| (a == from).then_some(b));
        let ending = self.walk(ends, |to, a, b| (b == to).then_some(a));
        for stage in &self.stages {
            if !reached.contains(&stage.key) {
                flaws.push(Flaw::Unreachable(stage.key.clone()));
            }
            if !ending.contains(&stage.key) {
                flaws.push(Flaw::DeadEnd(stage.key.clone()));
            }
        }
        for (a, b) in &self.arrows {
            if let (Some(from), Some(to)) = (self.stage(a), self.stage(b))
                && !may_follow(from.status, to.status)
            {
                flaws.push(Flaw::IllegalArrow(a.clone(), b.clone()));
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

impl Translated {
    fn is_incomplete(&self) -> bool {
        [&self.en, &self.es, &self.ro, &self.ru].into_iter().any(|words| words.trim().is_empty())
    }
}

/// Whether a stage of the second status may follow one of the first: forward, or to an end; never out of one.
fn may_follow(from: Status, to: Status) -> bool {
    !from.is_end() && (to >= from || to.is_end()) && to != Status::Pending
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workflow::PRESETS;

    #[test]
    fn every_preset_is_sound() {
        for key in PRESETS {
            assert_eq!(crate::workflow::preset(key).unwrap().flaws(), [], "{key}");
        }
    }

    #[test]
    fn each_flaw_is_named() {
        let good = crate::workflow::preset("standard").unwrap();
        let broken = |change: fn(&mut Definition)| {
            let mut definition = good.clone();
            change(&mut definition);
            definition.flaws()
        };
        assert_eq!(broken(|d| d.stages.clear()).first(), Some(&Flaw::Empty));
        assert!(
            broken(|d| d.stages[1].key = "confirmed".into())
                .contains(&Flaw::DuplicateKey("confirmed".into()))
        );
        assert!(
            broken(|d| d.stages[1].key = "In Production".into())
                .contains(&Flaw::BadKey("In Production".into()))
        );
        assert!(
            broken(|d| d.arrows.push(("confirmed".into(), "moon".into())))
                .contains(&Flaw::UnknownStage("moon".into()))
        );
        assert!(broken(|d| d.stages[0].status = Status::Processing).contains(&Flaw::NoStart));
        assert!(
            broken(|d| d.arrows.retain(|(_, b)| b != "shipped"))
                .contains(&Flaw::Unreachable("shipped".into()))
        );
        assert!(
            broken(|d| d.arrows.retain(|(a, _)| a != "shipped")).contains(&Flaw::DeadEnd("shipped".into()))
        );
        assert!(
            broken(|d| d.arrows.push(("delivered".into(), "processing".into())))
                .contains(&Flaw::IllegalArrow("delivered".into(), "processing".into()))
        );
        assert!(broken(|d| d.stages[0].label.ru.clear()).contains(&Flaw::Untranslated("confirmed".into())));
    }
}
