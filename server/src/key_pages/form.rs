//! A key as it is typed: read, and what is wrong with it in the reader's words.

use admin::{
    api_keys::{Flaws, KeyForm},
    flows::Fields,
};
use domain::{
    Language,
    api_key::{KeyChange, KeyView, NewKey, Scope},
    clock::At,
    language::{Word, say, say_with},
};
use jiff::{civil::Date, tz::TimeZone};

/// Reads a posted form.
pub(super) fn read(fields: &Fields) -> KeyForm {
    let ticked = fields.0.iter().filter(|(name, _)| name == "scope");
    KeyForm {
        name: fields.get("name").trim().to_owned(),
        scopes: ticked.filter_map(|(_, word)| Scope::from_word(word)).collect(),
        last_day: fields.get("last_day").trim().to_owned(),
        sites: fields.get("sites").trim().to_owned(),
    }
}

/// A key as it is.
pub(super) fn of(key: &KeyView, zone: &TimeZone) -> KeyForm {
    let day = |end: At| end.plus(-1).0.to_zoned(zone.clone()).date().to_string();
    KeyForm {
        name: key.name.clone(),
        scopes: key.scopes.clone(),
        last_day: key.expires_at.map(day).unwrap_or_default(),
        sites: key.origins.join("\n"),
    }
}

/// The key that is wished for, or every flaw at once.
pub(super) fn new_key(
    form: &KeyForm,
    zone: &TimeZone,
    (now, language): (At, Language),
) -> Result<NewKey, Flaws> {
    let ends = ends(form, zone);
    let new = NewKey {
        name: form.name.clone(),
        scopes: form.scopes.clone(),
        expires_at: ends.flatten(),
        origins: sites(form),
    };
    let flaws = said(form, &new.flaws(now), ends.is_none(), language);
    if flaws.is_empty() { Ok(new) } else { Err(flaws) }
}

/// The change that is wished for, or every flaw at once. A last day that has passed ends it now.
pub(super) fn change(form: &KeyForm, zone: &TimeZone, language: Language) -> Result<KeyChange, Flaws> {
    let ends = ends(form, zone);
    let change = KeyChange {
        name: Some(form.name.clone()),
        scopes: Some(form.scopes.clone()),
        expires_at: ends,
        origins: Some(sites(form)),
    };
    let flaws = said(form, &change.flaws(), ends.is_none(), language);
    if flaws.is_empty() { Ok(change) } else { Err(flaws) }
}

fn sites(form: &KeyForm) -> Vec<String> {
    form.sites.split_whitespace().map(str::to_owned).collect()
}

/// The midnight after the last day; `Some(None)` where there is none, `None` where what was typed is no day of these times.
fn ends(form: &KeyForm, zone: &TimeZone) -> Option<Option<At>> {
    if form.last_day.is_empty() {
        return Some(None);
    }
    let day: Date = form.last_day.parse().ok().filter(|day: &Date| (2000..=2999).contains(&day.year()))?;
    let midnight = day.tomorrow().ok()?.to_zoned(zone.clone()).ok()?;
    Some(Some(At(midnight.timestamp())))
}

/// The domain names fields by pointers and speaks English; people read their own language.
fn said(form: &KeyForm, flaws: &[(String, String)], bad_day: bool, language: Language) -> Flaws {
    let sites = sites(form);
    let of = |pointer: &str| match pointer.split('/').nth(1) {
        Some("name") => ("name", say(language, "keys-bad-name")),
        Some("scopes") => ("scope", say(language, "keys-bad-scopes")),
        Some("expiresAt") => ("last_day", say(language, "keys-past-day")),
        _ => match pointer.rsplit('/').next().and_then(|at| sites.get(at.parse::<usize>().ok()?)) {
            Some(site) => {
                let words = vec![("name", Word::from(site.clone()))];
                ("sites", say_with(language, "keys-bad-site", words))
            }
            None => ("sites", say(language, "keys-many-sites")),
        },
    };
    let mut said: Flaws = flaws.iter().map(|(pointer, _)| of(pointer)).collect();
    if bad_day {
        said.push(("last_day", say(language, "keys-bad-day")));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(last_day: &str, sites: &str) -> KeyForm {
        KeyForm {
            name: "Shop".into(),
            scopes: vec![Scope::CreateOrders],
            last_day: last_day.into(),
            sites: sites.into(),
        }
    }

    #[test]
    fn a_key_opens_through_its_last_day_in_the_shops_zone() {
        let zone = TimeZone::get("Europe/Madrid").unwrap();
        let now = At("2026-12-01T10:00:00Z".parse().unwrap());
        let sites = "https://a.example\r\nhttps://b.example";
        let new = new_key(&form("2027-01-16", sites), &zone, (now, Language::En)).unwrap();
        assert_eq!(new.expires_at.unwrap().0.to_string(), "2027-01-16T23:00:00Z");
        assert_eq!(new.origins, ["https://a.example", "https://b.example"]);
        for bad in ["2026-11-30", "soon", "-005000-01-01", "9999-12-31"] {
            let flaws = new_key(&form(bad, ""), &zone, (now, Language::Es)).unwrap_err();
            assert_eq!(flaws.iter().map(|(field, _)| *field).collect::<Vec<_>>(), ["last_day"], "{bad}");
        }
        let flaws = change(&form("", "https://a.example not-a-site"), &zone, Language::En).unwrap_err();
        assert!(flaws.len() == 1 && flaws[0].1.contains("not-a-site"), "{flaws:?}");
    }
}
