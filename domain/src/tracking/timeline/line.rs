//! A scan as it stands beside its parcel, for whoever reads it: what was told word for word is kept elsewhere.

use serde::{Deserialize, Serialize};

use super::merge::{Scan, Told};
use crate::{
    clock::At,
    tracking::{Meaning, ScanPlace, TrackSource},
};

/// One scan of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// When, where somebody said.
    pub at: Option<At>,
    /// When it first came to our ears.
    pub heard_at: At,
    /// What it means.
    pub meaning: Meaning,
    /// Where.
    pub place: Option<ScanPlace>,
    /// The nearest source's words, untouched.
    pub words: Option<String>,
    /// Their language, a BCP 47 tag, where it is known.
    pub language: Option<String>,
    /// The nearest source's code.
    pub code: Option<String>,
    /// Who told of it, the nearest first.
    pub sources: Vec<TrackSource>,
}

impl Line {
    /// Of a merged scan. `heard` says when something told came to our ears.
    pub fn of(scan: &Scan, heard: impl Fn(&Told) -> At) -> Option<Self> {
        let nearest = scan.told.first()?;
        let worded = scan.told.iter().map(|told| &told.event).find(|event| event.words.is_some());
        let mut sources: Vec<TrackSource> = scan.told.iter().map(|told| told.source).collect();
        sources.dedup();
        Some(Self {
            at: scan.at,
            heard_at: scan.told.iter().map(heard).min()?,
            meaning: scan.meaning,
            place: scan.place.clone(),
            words: worded.and_then(|event| event.words.clone()),
            language: worded.and_then(|event| event.language.clone()),
            code: nearest.event.told_code(),
            sources,
        })
    }

    /// When it was, or at least came to our ears.
    pub fn when(&self) -> At {
        self.at.unwrap_or(self.heard_at)
    }
}
