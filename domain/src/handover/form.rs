//! A wish as typed, read: what to keep, or everything that is wrong with it at once.

use serde::Deserialize;

use super::{DeliveryWish, Way};
use crate::{
    Language,
    language::{say, say_with},
};

/// The most characters of a place or a neighbour's name: a line on a slip.
pub const LONGEST_NOTE: usize = 120;
/// The most characters for the driver, who reads it at a door.
pub const LONGEST_INSTRUCTIONS: usize = 300;

/// The form as typed. Nothing in it is believed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct WishForm {
    /// A word of [`Way`].
    pub way: String,
    /// Which place, which neighbour.
    pub note: String,
    /// For the driver.
    pub instructions: String,
}

/// What is wrong with one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WishFlaw {
    /// The field's name.
    pub field: &'static str,
    kind: FlawKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FlawKind {
    NoWay,
    NoteMissing,
    NoteUnasked,
    Long(usize),
    Characters,
}

impl WishFlaw {
    /// The sentence.
    pub fn say(self, language: Language) -> String {
        match self.kind {
            FlawKind::NoWay => say(language, "handover-flaw-way"),
            FlawKind::NoteMissing => say(language, "handover-flaw-note-missing"),
            FlawKind::NoteUnasked => say(language, "handover-flaw-note-unasked"),
            FlawKind::Long(most) => say_with(language, "refused-too-long", vec![("most", most.into())]),
            FlawKind::Characters => say(language, "handover-flaw-characters"),
        }
    }
}

impl WishForm {
    /// The form as it shows what is kept.
    pub fn showing(wish: &DeliveryWish) -> Self {
        Self {
            way: wish.way.as_str().to_owned(),
            note: wish.note.clone(),
            instructions: wish.instructions.clone(),
        }
    }

    /// The form as a page sends it: its field for a name is there whatever way is chosen, and says nothing for the others.
    #[must_use]
    pub fn from_page(mut self) -> Self {
        if Way::parse(&self.way).is_some_and(|way| !way.names()) {
            self.note.clear();
        }
        self
    }

    /// What to keep.
    ///
    /// # Errors
    /// What is wrong, in the order of the fields.
    pub fn read(&self) -> Result<DeliveryWish, Vec<WishFlaw>> {
        let mut flaws = Vec::new();
        let way = Way::parse(&self.way);
        if way.is_none() {
            flaws.push(WishFlaw { field: "way", kind: FlawKind::NoWay });
        }
        let note = self.note.trim();
        // Browsers count a line break as one character against `maxlength` and send two.
        let instructions = self.instructions.trim().replace("\r\n", "\n");
        let named = match (way, note.is_empty()) {
            (Some(way), true) if way.names() => Some(FlawKind::NoteMissing),
            (Some(way), false) if !way.names() => Some(FlawKind::NoteUnasked),
            _ => text(note, LONGEST_NOTE, |_| false),
        };
        flaws.extend(named.map(|kind| WishFlaw { field: "note", kind }));
        let told = text(&instructions, LONGEST_INSTRUCTIONS, |c| c == '\n');
        flaws.extend(told.map(|kind| WishFlaw { field: "instructions", kind }));
        match way {
            Some(way) if flaws.is_empty() => Ok(DeliveryWish { way, note: note.to_owned(), instructions }),
            _ => Err(flaws),
        }
    }
}

fn text(text: &str, most: usize, allowed: impl Fn(char) -> bool) -> Option<FlawKind> {
    if text.contains(|c| unprintable(c) && !allowed(c)) {
        Some(FlawKind::Characters)
    } else {
        (text.chars().count() > most).then_some(FlawKind::Long(most))
    }
}

/// Control characters, foreign line breaks, and those that turn the direction of what follows: on paper they make something else of it.
pub(super) fn unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(way: &str, note: &str, instructions: &str) -> WishForm {
        WishForm { way: way.into(), note: note.into(), instructions: instructions.into() }
    }

    fn fields(form: &WishForm) -> Vec<&'static str> {
        form.read().unwrap_err().iter().map(|flaw| flaw.field).collect()
    }

    #[test]
    fn a_place_or_neighbour_is_named_and_nothing_else_is() {
        let read =
            form("safe_place", "  behind the shed ", "Ring twice.\r\nThe dog is kind.").read().unwrap();
        assert_eq!((read.way, &*read.note), (Way::SafePlace, "behind the shed"));
        assert_eq!(read.instructions, "Ring twice.\nThe dog is kind.");
        for way in ["safe_place", "neighbour"] {
            assert_eq!(fields(&form(way, " \u{a0} ", "")), ["note"], "{way}");
        }
        for way in ["none", "in_person"] {
            assert_eq!(fields(&form(way, "the shed", "")), ["note"], "{way}");
            assert_eq!(form(way, "the shed", "").from_page().read().unwrap().note, "", "{way}");
        }
        assert!(form("none", "", "").read().unwrap().is_empty());
    }

    #[test]
    fn a_wish_has_bounds_and_can_be_printed() {
        assert!(
            form("neighbour", &"ñ".repeat(LONGEST_NOTE), &"ñ".repeat(LONGEST_INSTRUCTIONS)).read().is_ok()
        );
        let long = form("neighbour", &"ñ".repeat(LONGEST_NOTE + 1), &"ñ".repeat(LONGEST_INSTRUCTIONS + 1));
        assert_eq!(fields(&long), ["note", "instructions"]);
        for odd in ['\0', '\u{7}', '\t', '\u{85}', '\u{2028}', '\u{202E}', '\u{2066}'] {
            let odd = format!("x{odd}x");
            assert_eq!(fields(&form("neighbour", &odd, &odd)), ["note", "instructions"], "{odd:?}");
        }
        assert_eq!(fields(&form("neighbour", "two\nlines", "two\nlines")), ["note"]);
        assert_eq!(fields(&form("roof", "", "\u{1b}[2J")), ["way", "instructions"]);
    }

    #[test]
    fn every_flaw_and_way_has_its_words() {
        let kinds = [
            FlawKind::NoWay,
            FlawKind::NoteMissing,
            FlawKind::NoteUnasked,
            FlawKind::Long(7),
            FlawKind::Characters,
        ];
        for language in Language::ALL {
            let flaws = kinds.map(|kind| WishFlaw { field: "note", kind }.say(language));
            for words in flaws.into_iter().chain(Way::ALL.map(|way| way.say(language))) {
                assert!(!words.starts_with("Unknown localization"), "{words}");
            }
        }
    }
}
