//! What about a parcel needs a person: one alarm at a time, the gravest, with the one thing to do about it.

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{Late, Patience, Todo, working_days};
use crate::{
    Language,
    clock::{At, Day},
    language::say,
    tracking::{Action, Cause, Meaning, Party, TrackingState, timeline::Headline},
};

/// Why a person has to look. Sorted: the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlarmKind {
    /// It comes back, or is back.
    Returned,
    /// It will not arrive.
    Failed,
    /// The address is wrong.
    AddressProblem,
    /// Customs keep it.
    HeldInCustoms,
    /// Somebody has to act.
    ActionRequired,
    /// There is a label, and nobody has seen the parcel.
    NeverScanned,
    /// Nothing has been heard of it.
    Silent,
    /// It is late, or will be.
    Late,
}

impl AlarmKind {
    /// All eight.
    pub const ALL: [Self; 8] = [
        Self::Returned,
        Self::Failed,
        Self::AddressProblem,
        Self::HeldInCustoms,
        Self::ActionRequired,
        Self::NeverScanned,
        Self::Silent,
        Self::Late,
    ];

    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::Failed => "failed",
            Self::AddressProblem => "address_problem",
            Self::HeldInCustoms => "held_in_customs",
            Self::ActionRequired => "action_required",
            Self::NeverScanned => "never_scanned",
            Self::Silent => "silent",
            Self::Late => "late",
        }
    }

    /// The alarm of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The sentence staff read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("track-alarm-{}", self.as_str().replace('_', "-")))
    }
}

/// One alarm. It is the same as long as kind and action are; raised again it says nothing new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alarm {
    /// Why.
    pub kind: AlarmKind,
    /// The one thing to do.
    pub todo: Todo,
    /// Until when, when somebody said.
    pub deadline: Option<Day>,
}

/// What is known of a parcel when the question is asked.
#[derive(Debug, Clone)]
pub struct Watched {
    /// Where it is.
    pub headline: Headline,
    /// Since when there is a label, or since when its number was entered.
    pub since: At,
    /// Until when the carrier waits, when it said.
    pub until: Option<Day>,
    /// Whether it is or will be late ([`super::late`]).
    pub late: Option<Late>,
    /// How long silence is nothing to worry about.
    pub patience: Patience,
    /// The clock of the shop.
    pub zone: TimeZone,
    /// Now.
    pub now: At,
}

/// How many days before its deadline a parcel that waits to be fetched needs a person.
const BEFORE_DEADLINE: i32 = 2;

/// What about it needs a person; `None` when nothing does.
pub fn alarm(watched: &Watched) -> Option<Alarm> {
    let Meaning { state, cause, .. } = watched.headline.meaning;
    let of = |kind, todo| Some(Alarm { kind, todo, deadline: None });
    match state {
        TrackingState::Delivered => None,
        TrackingState::Returned | TrackingState::Returning => of(AlarmKind::Returned, Todo::ExpectReturn),
        // The shop knows: it called it off.
        TrackingState::Failed if cause == Some(Cause::CalledOff) => None,
        TrackingState::Failed => of(AlarmKind::Failed, failed(watched.headline.meaning)),
        _ => problem(watched)
            .or_else(|| silence(watched))
            .or_else(|| watched.late.and_then(|_| of(AlarmKind::Late, Todo::TellCustomer))),
    }
}

fn failed(meaning: Meaning) -> Todo {
    match (meaning.action, meaning.cause) {
        (Some(action), _) => Todo::Act(action),
        (None, Some(Cause::Lost | Cause::Damaged)) => Todo::Act(Action::Claim),
        (None, _) => Todo::AskCarrier,
    }
}

/// What the carrier itself says is wrong.
fn problem(watched: &Watched) -> Option<Alarm> {
    let Meaning { state, cause, action } = watched.headline.meaning;
    let deadline = watched.until;
    if matches!(cause, Some(Cause::Address | Cause::Moved)) {
        let kind = AlarmKind::AddressProblem;
        return Some(Alarm { kind, todo: Todo::Act(action.unwrap_or(Action::CorrectAddress)), deadline });
    }
    if cause.is_some_and(|cause| cause.party() == Party::Customs) {
        // In the hands of customs is no news, held there is: they say so, they want something, or it takes long.
        let named = cause != Some(Cause::Customs) || state == TrackingState::Delayed || action.is_some();
        let long = silent_days(watched) > watched.patience.customs;
        return (named || long).then_some(Alarm {
            kind: AlarmKind::HeldInCustoms,
            todo: customs(watched.headline.meaning),
            deadline,
        });
    }
    if state == TrackingState::AvailableForPickup {
        let soon = match deadline {
            Some(until) => today(watched) >= until.0.saturating_sub(BEFORE_DEADLINE.days()),
            None => silent_days(watched) > watched.patience.waiting,
        };
        let todo = Todo::Act(action.unwrap_or(Action::PickUp));
        return soon.then_some(Alarm { kind: AlarmKind::ActionRequired, todo, deadline });
    }
    action.map(|action| Alarm { kind: AlarmKind::ActionRequired, todo: Todo::Act(action), deadline })
}

fn customs(meaning: Meaning) -> Todo {
    match (meaning.action, meaning.cause) {
        (Some(action), _) => Todo::Act(action),
        (None, Some(Cause::CustomsPapers)) => Todo::Act(Action::SendPapers),
        (None, Some(Cause::CustomsDuties)) => Todo::Act(Action::Pay),
        (None, _) => Todo::AskCarrier,
    }
}

/// What the carrier does not say.
fn silence(watched: &Watched) -> Option<Alarm> {
    let Meaning { state, cause, .. } = watched.headline.meaning;
    // Customs and pick-up points have a patience of their own.
    if state == TrackingState::AvailableForPickup
        || cause.is_some_and(|cause| cause.party() == Party::Customs)
    {
        return None;
    }
    let (kind, todo, limit) = if watched.headline.last_scan.is_none() {
        (AlarmKind::NeverScanned, Todo::HandOver, watched.patience.unscanned)
    } else {
        (AlarmKind::Silent, Todo::AskCarrier, watched.patience.silent)
    };
    (silent_days(watched) > limit).then_some(Alarm { kind, todo, deadline: None })
}

/// Working days since the carrier last had it in hand; since the label when it never had.
fn silent_days(watched: &Watched) -> i32 {
    let last = watched.headline.last_scan.unwrap_or(watched.since);
    working_days(day(last, &watched.zone), today(watched))
}

fn today(watched: &Watched) -> Date {
    day(watched.now, &watched.zone)
}

fn day(at: At, zone: &TimeZone) -> Date {
    at.0.to_zoned(zone.clone()).date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracking::watch::Lane;

    fn at(text: &str) -> At {
        At(text.parse().unwrap())
    }

    /// Of a label of Monday the 23rd, last scanned at a moment, asked on a day at nine.
    fn asked(
        meaning: Meaning,
        last_scan: Option<&str>,
        until: Option<&str>,
        late: Option<Late>,
        now: &str,
    ) -> Option<Alarm> {
        alarm(&Watched {
            headline: Headline { meaning, since: last_scan.map(at), last_scan: last_scan.map(at) },
            since: at("2026-11-23T10:00:00Z"),
            until: until.map(|day| Day(day.parse().unwrap())),
            late,
            patience: Patience::usual("ups", Lane::Domestic),
            zone: TimeZone::get("Europe/Madrid").unwrap(),
            now: at(&format!("{now}T09:00:00Z")),
        })
    }

    #[test]
    fn every_alarm_has_its_hour_and_its_one_thing_to_do() {
        use AlarmKind::*;
        use TrackingState as S;
        let of = Meaning::of;
        let monday = Some("2026-11-23T18:00:00Z");
        let customs = of(S::InTransit).because(Cause::Customs);
        let pickup = of(S::AvailableForPickup).needs(Action::PickUp);
        let table = [
            // A label nobody scanned: two working days are nothing.
            (of(S::PreTransit), None, None, None, "2026-11-25", None),
            (of(S::PreTransit), None, None, None, "2026-11-26", Some((NeverScanned, Todo::HandOver))),
            (of(S::Unknown), None, None, None, "2026-11-26", Some((NeverScanned, Todo::HandOver))),
            // Silence.
            (of(S::InTransit), monday, None, None, "2026-11-25", None),
            (of(S::InTransit), monday, None, None, "2026-11-26", Some((Silent, Todo::AskCarrier))),
            // Ends.
            (of(S::Delivered), monday, None, None, "2027-01-01", None),
            (of(S::Returning), monday, None, None, "2026-11-24", Some((Returned, Todo::ExpectReturn))),
            (of(S::Returned), monday, None, None, "2026-11-24", Some((Returned, Todo::ExpectReturn))),
            (of(S::Failed), monday, None, None, "2026-11-24", Some((Failed, Todo::AskCarrier))),
            (
                of(S::Failed).because(Cause::Lost),
                monday,
                None,
                None,
                "2026-11-24",
                Some((Failed, Todo::Act(Action::Claim))),
            ),
            (of(S::Failed).because(Cause::CalledOff), None, None, None, "2026-12-24", None),
            // Address.
            (
                of(S::Attempted).because(Cause::Address),
                monday,
                None,
                None,
                "2026-11-24",
                Some((AddressProblem, Todo::Act(Action::CorrectAddress))),
            ),
            // Customs: three days are nothing, unless they say it is held or want something.
            (customs, monday, None, None, "2026-11-26", None),
            (customs, monday, None, None, "2026-11-27", Some((HeldInCustoms, Todo::AskCarrier))),
            (
                of(S::Delayed).because(Cause::Customs),
                monday,
                None,
                None,
                "2026-11-24",
                Some((HeldInCustoms, Todo::AskCarrier)),
            ),
            (
                of(S::InTransit).because(Cause::CustomsDuties),
                monday,
                None,
                None,
                "2026-11-24",
                Some((HeldInCustoms, Todo::Act(Action::Pay))),
            ),
            (
                of(S::InTransit).because(Cause::CustomsPapers),
                monday,
                None,
                None,
                "2026-11-24",
                Some((HeldInCustoms, Todo::Act(Action::SendPapers))),
            ),
            // Somebody has to act.
            (
                of(S::Attempted).needs(Action::ChooseDay),
                monday,
                None,
                None,
                "2026-11-24",
                Some((ActionRequired, Todo::Act(Action::ChooseDay))),
            ),
            // Waiting to be fetched is ordinary until its deadline is near.
            (pickup, monday, Some("2026-12-05"), None, "2026-12-02", None),
            (
                pickup,
                monday,
                Some("2026-12-05"),
                None,
                "2026-12-03",
                Some((ActionRequired, Todo::Act(Action::PickUp))),
            ),
            (pickup, monday, None, None, "2026-11-30", None),
            (pickup, monday, None, None, "2026-12-01", Some((ActionRequired, Todo::Act(Action::PickUp)))),
            // Late, when nothing graver is known.
            (
                of(S::InTransit),
                monday,
                None,
                Some(super::Late::Said),
                "2026-11-24",
                Some((Late, Todo::TellCustomer)),
            ),
            (
                of(S::InTransit),
                monday,
                None,
                Some(super::Late::Said),
                "2026-11-27",
                Some((Silent, Todo::AskCarrier)),
            ),
        ];
        for (meaning, last_scan, until, late, now, expected) in table {
            let raised = asked(meaning, last_scan, until, late, now);
            assert_eq!(raised.map(|alarm| (alarm.kind, alarm.todo)), expected, "{meaning:?} on {now}");
        }
    }

    #[test]
    fn the_deadline_a_carrier_named_comes_with_the_alarm() {
        let meaning = Meaning::of(TrackingState::Attempted).needs(Action::ChooseDay);
        let raised = asked(meaning, Some("2026-11-23T18:00:00Z"), Some("2026-12-01"), None, "2026-11-24");
        assert_eq!(raised.unwrap().deadline, Some(Day("2026-12-01".parse().unwrap())));
    }
}
