//! The admin's form, read: everything that is wrong with it at once.

use std::collections::BTreeSet;

use jiff::{civil::Date, tz::TimeZone};

use super::{Hours, Opening, Place, PlaceFlaw, PlaceForm, distance::UNITED_KINGDOM};
use crate::order::{Address, one_line};

/// Minutes a lead time has at most: a fortnight.
pub const LONGEST_LEAD: i32 = 20_160;

impl PlaceForm {
    /// The place it describes, without coordinates.
    ///
    /// # Errors
    /// What to correct.
    pub fn read(&self) -> Result<Place, Vec<PlaceFlaw>> {
        let mut flaws = Vec::new();
        let mut must = |good: bool, flaw: PlaceFlaw| {
            if !good {
                flaws.push(flaw);
            }
        };
        let line = |text: &str, most: usize| {
            (1..=most).contains(&text.trim().chars().count()) && one_line(text, &()).is_ok()
        };
        must(line(&self.key, 100), PlaceFlaw::Key);
        must(line(&self.name, 200), PlaceFlaw::Name);
        must(line(&self.contact, 200), PlaceFlaw::Contact);
        let address = self.address();
        must(address.flaws().is_empty(), PlaceFlaw::Address);
        let zone = TimeZone::get(self.zone.trim()).ok().filter(|zone| zone.iana_name().is_some());
        must(zone.is_some(), PlaceFlaw::Zone);
        let week = self.week();
        must(week.is_some(), PlaceFlaw::Hours);
        let closed = days(&self.closed);
        must(closed.is_some(), PlaceFlaw::Closed);
        let on = |tick: &str| tick == "on";
        let (pickup, delivery, shipping) = (on(&self.pickup), on(&self.delivery), on(&self.shipping));
        must(pickup || delivery || shipping, PlaceFlaw::Methods);
        let radius = optional(&self.radius, metres);
        must(radius.is_some(), PlaceFlaw::Radius);
        let abroad = address.country != UNITED_KINGDOM && radius.flatten().is_some();
        must(!abroad, PlaceFlaw::RadiusAbroad);
        let minutes = optional(&self.slot_minutes, |text| number(text, 5, 1440));
        must(minutes.is_some(), PlaceFlaw::SlotMinutes);
        let capacity = number(&self.slot_capacity, 1, 10_000);
        must(capacity.is_some(), PlaceFlaw::Capacity);
        let (lead, ahead) = (number(&self.lead_minutes, 0, LONGEST_LEAD), number(&self.days_ahead, 0, 60));
        must(lead.is_some() && ahead.is_some(), PlaceFlaw::Ahead);
        match (zone, week, closed, radius, minutes, capacity, lead, ahead) {
            (
                Some(zone),
                Some(week),
                Some(closed),
                Some(delivery_radius),
                Some(slot_minutes),
                Some(slot_capacity),
                Some(lead_minutes),
                Some(days_ahead),
            ) if flaws.is_empty() => Ok(Place {
                key: self.key.trim().to_owned(),
                name: self.name.trim().to_owned(),
                address,
                contact: self.contact.trim().to_owned(),
                opening: Opening::new(zone, week, closed),
                pickup,
                delivery,
                shipping,
                delivery_radius,
                coordinates: None,
                slot_minutes,
                slot_capacity,
                lead_minutes,
                days_ahead,
                workflow: self.workflow.trim().to_owned(),
                orders_open: on(&self.orders_open),
                version: self.version,
                updated_by: None,
            }),
            _ => Err(flaws),
        }
    }

    fn address(&self) -> Address {
        let stated = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Address {
            line1: self.line1.trim().to_owned(),
            line2: stated(&self.line2),
            city: self.city.trim().to_owned(),
            state: stated(&self.state),
            postal_code: self.postal_code.trim().to_owned(),
            country: self.country.trim().to_uppercase(),
        }
    }

    fn week(&self) -> Option<[Vec<Hours>; 7]> {
        let days = [
            &self.monday,
            &self.tuesday,
            &self.wednesday,
            &self.thursday,
            &self.friday,
            &self.saturday,
            &self.sunday,
        ];
        let read: Option<Vec<Vec<Hours>>> =
            days.into_iter().map(|day| parts(day).map(|hours| hours.parse().ok()).collect()).collect();
        read?.try_into().ok()
    }

    /// A place as the form shows it.
    pub fn of(place: &Place) -> Self {
        let on = |yes: bool| if yes { "on".to_owned() } else { String::new() };
        let whole = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
        let day =
            |weekday| place.opening.on(weekday).iter().map(Hours::to_string).collect::<Vec<_>>().join(", ");
        use jiff::civil::Weekday;
        Self {
            key: place.key.clone(),
            name: place.name.clone(),
            line1: place.address.line1.clone(),
            line2: place.address.line2.clone().unwrap_or_default(),
            city: place.address.city.clone(),
            state: place.address.state.clone().unwrap_or_default(),
            postal_code: place.address.postal_code.clone(),
            country: place.address.country.clone(),
            contact: place.contact.clone(),
            zone: place.opening.zone().iana_name().unwrap_or("UTC").to_owned(),
            monday: day(Weekday::Monday),
            tuesday: day(Weekday::Tuesday),
            wednesday: day(Weekday::Wednesday),
            thursday: day(Weekday::Thursday),
            friday: day(Weekday::Friday),
            saturday: day(Weekday::Saturday),
            sunday: day(Weekday::Sunday),
            closed: place.opening.closed().iter().map(Date::to_string).collect::<Vec<_>>().join(", "),
            pickup: on(place.pickup),
            delivery: on(place.delivery),
            shipping: on(place.shipping),
            radius: place.delivery_radius.map(kilometres).unwrap_or_default(),
            slot_minutes: whole(place.slot_minutes),
            slot_capacity: place.slot_capacity.to_string(),
            lead_minutes: place.lead_minutes.to_string(),
            days_ahead: place.days_ahead.to_string(),
            workflow: place.workflow.clone(),
            orders_open: on(place.orders_open),
            version: place.version,
        }
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

fn days(text: &str) -> Option<BTreeSet<Date>> {
    let days: Option<BTreeSet<Date>> = parts(text).map(|day| day.parse().ok()).collect();
    days.filter(|days| days.len() <= 1000)
}

/// Empty is nothing; `None` when there is something that cannot be read.
fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.trim().is_empty() { Some(None) } else { read(text).map(Some) }
}

fn number(text: &str, least: i32, most: i32) -> Option<i32> {
    text.trim().parse().ok().filter(|number| (least..=most).contains(number))
}

/// `16.1` and `16,1` kilometres in metres, at most 500 km.
fn metres(text: &str) -> Option<i32> {
    let text = text.trim().replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 3 || whole.len() > 3 || text.is_empty() {
        return None;
    }
    let whole: i32 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part: i32 = format!("{part:0<3}").parse().ok()?;
    Some(whole * 1000 + part).filter(|metres| (1..=500_000).contains(metres))
}

fn kilometres(metres: i32) -> String {
    let text = format!("{}.{:03}", metres / 1000, metres % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> PlaceForm {
        PlaceForm {
            key: "Soho".into(),
            name: "Nomad Stop Soho".into(),
            line1: "1 Frith Street".into(),
            city: "London".into(),
            postal_code: "SW1A 1AA".into(),
            country: "gb".into(),
            contact: "soho@nomad.test".into(),
            zone: "Europe/London".into(),
            monday: "12:00-15:00, 18:00-01:00".into(),
            closed: "2026-12-25, 2026-12-26".into(),
            pickup: "on".into(),
            delivery: "on".into(),
            radius: "16,1".into(),
            slot_minutes: "15".into(),
            slot_capacity: "4".into(),
            lead_minutes: "30".into(),
            days_ahead: "3".into(),
            workflow: "kitchen".into(),
            ..PlaceForm::default()
        }
    }

    #[test]
    fn what_is_read_is_shown_again() {
        let place = form().read().unwrap();
        assert_eq!((place.delivery_radius, place.address.country.as_str()), (Some(16_100), "GB"));
        let shown = PlaceForm::of(&place);
        assert_eq!(shown, PlaceForm { country: "GB".into(), radius: "16.1".into(), ..form() });
        assert_eq!(PlaceForm::of(&shown.read().unwrap()), shown);
    }

    #[test]
    fn everything_that_is_wrong_is_named_at_once() {
        type Case = (fn(&mut PlaceForm), PlaceFlaw);
        let cases: [Case; 15] = [
            (|form| form.key = " ".into(), PlaceFlaw::Key),
            (|form| form.name = "a\nb".into(), PlaceFlaw::Name),
            (|form| form.contact.clear(), PlaceFlaw::Contact),
            (|form| form.city.clear(), PlaceFlaw::Address),
            (|form| form.country = "UK".into(), PlaceFlaw::Address),
            (|form| form.zone = "London".into(), PlaceFlaw::Zone),
            (|form| form.sunday = "never".into(), PlaceFlaw::Hours),
            (|form| form.closed = "25/12".into(), PlaceFlaw::Closed),
            (|form| form.radius = "-1".into(), PlaceFlaw::Radius),
            (|form| form.country = "ES".into(), PlaceFlaw::RadiusAbroad),
            (|form| form.slot_minutes = "4".into(), PlaceFlaw::SlotMinutes),
            (|form| form.slot_capacity = "0".into(), PlaceFlaw::Capacity),
            (|form| form.lead_minutes = "soon".into(), PlaceFlaw::Ahead),
            (|form| form.days_ahead = "61".into(), PlaceFlaw::Ahead),
            (|form| (form.pickup, form.delivery) = (String::new(), "off".into()), PlaceFlaw::Methods),
        ];
        for (change, flaw) in cases {
            let mut form = form();
            change(&mut form);
            let flaws = form.read().unwrap_err();
            assert!(flaws.contains(&flaw), "{flaw:?} in {flaws:?}");
        }
        assert!(PlaceForm::default().read().unwrap_err().len() >= 7);
    }

    #[test]
    fn kilometres_are_written_with_point_or_comma() {
        for (typed, read) in
            [("16", Some(16_000)), ("0.5", Some(500)), (".25", Some(250)), ("1,609", Some(1609))]
        {
            assert_eq!(metres(typed), read, "{typed}");
        }
        for nonsense in ["", "0", "1.2345", "501", "1e3", "12 km", "1.2.3"] {
            assert_eq!(metres(nonsense), None, "{nonsense}");
        }
    }
}
