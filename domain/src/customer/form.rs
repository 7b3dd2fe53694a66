//! The form of the preferences, read: what to keep, or everything that is wrong with it at once.

use std::{collections::BTreeSet, sync::LazyLock};

use jiff::civil::Time;

use super::{Preferences, Topic};
use crate::{Language, Shop, language::say, notice::Channel};

/// The form as typed. Nothing in it is believed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PreferencesForm {
    /// The columns the form showed: what it did not show stays as it was.
    pub channels: Vec<Channel>,
    /// What is ticked.
    pub wanted: BTreeSet<(Topic, Channel)>,
    /// A tag; empty for "as my order says".
    pub language: String,
    /// An IANA name.
    pub zone: String,
    /// Whether nothing is to come at night.
    pub quiet: bool,
    /// `HH:MM`.
    pub quiet_from: String,
    /// `HH:MM`.
    pub quiet_until: String,
}

/// What is wrong with one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flaw {
    /// The field's name.
    pub field: &'static str,
    /// The key of its words.
    key: &'static str,
}

impl Flaw {
    /// The sentence.
    pub fn say(self, language: Language) -> String {
        say(language, self.key)
    }
}

/// How a checkbox is named: `w:shipped:email`.
const WANTED: char = ':';
/// Longest text kept of a field.
const LONGEST: usize = 60;

impl PreferencesForm {
    /// The form of a request's fields; what it does not know is ignored.
    pub fn of(fields: Vec<(String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in fields {
            let value: String = value.trim().chars().take(LONGEST).collect();
            match &*name {
                "channel" => {
                    form.channels.extend(Channel::parse(&value).filter(|one| Topic::CHANNELS.contains(one)))
                }
                "language" => form.language = value,
                "zone" => form.zone = value,
                "quiet" => form.quiet = value == "on",
                "quiet_from" => form.quiet_from = value,
                "quiet_until" => form.quiet_until = value,
                _ => form.wanted.extend(ticked(&name)),
            }
        }
        form
    }

    /// The form as it shows what was chosen.
    pub fn showing(shop: &Shop, saved: &Preferences, channels: &[Channel]) -> Self {
        let all = Topic::ALL.into_iter().flat_map(|topic| Topic::CHANNELS.map(|channel| (topic, channel)));
        Self {
            channels: channels.to_vec(),
            wanted: all.filter(|(topic, channel)| saved.wants(*topic, *channel)).collect(),
            language: saved.language.map(|language| language.tag().to_owned()).unwrap_or_default(),
            zone: saved.zone(shop),
            quiet: saved.quiet,
            quiet_from: saved.quiet_from.clone(),
            quiet_until: saved.quiet_until.clone(),
        }
    }

    /// Whether a box is ticked.
    pub fn wants(&self, topic: Topic, channel: Channel) -> bool {
        self.wanted.contains(&(topic, channel))
    }

    /// What to keep, given what was kept before.
    ///
    /// # Errors
    /// What is wrong, in the order of the fields.
    pub fn read(&self, before: &Preferences) -> Result<Preferences, Vec<Flaw>> {
        let mut flaws = Vec::new();
        let language = Language::ALL.into_iter().find(|language| language.tag() == self.language);
        if language.is_none() && !self.language.is_empty() {
            flaws.push(Flaw { field: "language", key: "preferences-flaw-language" });
        }
        if !zones().contains(&self.zone) {
            flaws.push(Flaw { field: "zone", key: "preferences-flaw-zone" });
        }
        let (from, until) = (time(&self.quiet_from), time(&self.quiet_until));
        for (field, time) in [("quiet_from", &from), ("quiet_until", &until)] {
            if time.is_none() {
                flaws.push(Flaw { field, key: "preferences-flaw-time" });
            }
        }
        if self.quiet && from.is_some() && from == until {
            flaws.push(Flaw { field: "quiet_until", key: "preferences-flaw-same" });
        }
        let (Some(quiet_from), Some(quiet_until), true) = (from, until, flaws.is_empty()) else {
            return Err(flaws);
        };
        let mut chosen = before.chosen.clone();
        for topic in Topic::ALL {
            chosen
                .extend(self.channels.iter().map(|channel| ((topic, *channel), self.wants(topic, *channel))));
        }
        Ok(Preferences {
            chosen,
            language,
            zone: Some(self.zone.clone()),
            quiet: self.quiet,
            quiet_from,
            quiet_until,
            ..before.clone()
        })
    }
}

fn ticked(name: &str) -> Option<(Topic, Channel)> {
    let (topic, channel) = name.strip_prefix("w:")?.split_once(WANTED)?;
    let channel = Channel::parse(channel).filter(|channel| Topic::CHANNELS.contains(channel))?;
    Some((Topic::parse(topic)?, channel))
}

/// `HH:MM`; browsers may add seconds, which nobody sleeps by.
fn time(text: &str) -> Option<String> {
    let plain = text.len() >= 5 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let time: Time = plain.then(|| text.parse().ok()).flatten()?;
    Some(time.strftime("%H:%M").to_string())
}

/// Every zone one can choose, by its IANA name: places, and UTC.
pub fn zones() -> &'static BTreeSet<String> {
    static ZONES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        const REGIONS: [&str; 10] = [
            "Africa/",
            "America/",
            "Antarctica/",
            "Arctic/",
            "Asia/",
            "Atlantic/",
            "Australia/",
            "Europe/",
            "Indian/",
            "Pacific/",
        ];
        let known = jiff::tz::db().available().map(|name| name.as_str().to_owned());
        known.filter(|name| name == "UTC" || REGIONS.iter().any(|region| name.starts_with(region))).collect()
    });
    &ZONES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> PreferencesForm {
        let good = [
            ("zone", "Europe/Madrid"),
            ("quiet_from", "22:00"),
            ("quiet_until", "08:00"),
            ("channel", "email"),
        ];
        let all = good.iter().chain(fields).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        PreferencesForm::of(all.collect())
    }

    #[test]
    fn what_the_form_did_not_show_stays() {
        let before = Preferences {
            chosen: [((Topic::Shipped, Channel::Sms), false)].into(),
            ..Preferences::default()
        };
        let read =
            form(&[("w:shipped:email", "on"), ("quiet", "on"), ("language", "ru")]).read(&before).unwrap();
        assert!(read.wants(Topic::Shipped, Channel::Email) && !read.wants(Topic::Delayed, Channel::Email));
        assert!(!read.wants(Topic::Shipped, Channel::Sms) && read.wants(Topic::Delayed, Channel::Sms));
        assert_eq!((read.language, read.quiet), (Some(Language::Ru), true));
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let fields = [
            ("language", "xx"),
            ("zone", "../../etc/passwd"),
            ("quiet_from", "25:00"),
            ("quiet_until", "<b>"),
        ];
        let flaws = form(&fields).read(&Preferences::default()).unwrap_err();
        let fields: Vec<_> = flaws.iter().map(|flaw| flaw.field).collect();
        assert_eq!(fields, ["language", "zone", "quiet_from", "quiet_until"]);
        let same =
            form(&[("quiet", "on"), ("quiet_until", "22:00:30")]).read(&Preferences::default()).unwrap_err();
        assert_eq!(same, [Flaw { field: "quiet_until", key: "preferences-flaw-same" }]);
        for language in Language::ALL {
            for flaw in &flaws {
                assert!(!flaw.say(language).starts_with("Unknown localization"));
            }
        }
    }

    #[test]
    fn there_are_zones_for_everybody() {
        for zone in ["Europe/Madrid", "Europe/Chisinau", "America/Argentina/Buenos_Aires", "UTC"] {
            assert!(zones().contains(zone), "{zone}");
        }
        assert!(zones().len() > 300 && !zones().iter().any(|zone| zone.contains("posix")));
    }

    #[test]
    fn hostile_fields_tick_nothing() {
        let form = form(&[
            ("w:shipped:in_app", "on"),
            ("w:;drop table:email", "on"),
            ("w:", "on"),
            ("channel", "in_app"),
        ]);
        assert!(form.wanted.is_empty() && form.channels == [Channel::Email]);
    }
}
