//! `GET` and `PUT /api/notifications/preferences`: the seed's `NotificationPreferences`.

use std::collections::BTreeMap;

use axum::{Json, extract::State};
use domain::{
    Fault, Shop,
    customer::{self, Preferences, PreferencesForm, Topic, Who},
    notice::Channel,
};
use serde::{Deserialize, Serialize};

use super::{
    super::{problem::Problem, read::Body},
    caller::Caller,
};

/// What somebody wants to hear.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = NotificationPreferences)]
#[serde(rename_all = "camelCase")]
pub(super) struct Shown {
    user_id: String,
    email_notifications: BTreeMap<&'static str, bool>,
    sms_notifications: BTreeMap<&'static str, bool>,
    push_notifications: BTreeMap<&'static str, bool>,
    /// Recognisable for its owner only.
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_number: Option<String>,
    phone_verified: bool,
    language_preference: String,
    timezone: String,
    /// Null while nothing is held back.
    quiet_hours: Option<QuietHours>,
}

#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    start: String,
    end: String,
}

/// A part of it, to be changed. What is read only may be sent back as it was read.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[schema(as = NotificationPreferencesChange)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Wish {
    user_id: Option<String>,
    email_notifications: BTreeMap<String, bool>,
    sms_notifications: BTreeMap<String, bool>,
    push_notifications: BTreeMap<String, bool>,
    phone_number: Option<String>,
    phone_verified: Option<bool>,
    language_preference: Option<String>,
    timezone: Option<String>,
    #[serde(deserialize_with = "said")]
    quiet_hours: Option<Option<QuietHours>>,
}

/// Tells `null` from nothing.
fn said<'de, D: serde::Deserializer<'de>>(field: D) -> Result<Option<Option<QuietHours>>, D::Error> {
    Option::deserialize(field).map(Some)
}

fn shown(shop: &Shop, who: &Who, saved: &Preferences) -> Shown {
    let by =
        |channel| Topic::ALL.into_iter().map(|topic| (topic.as_str(), saved.wants(topic, channel))).collect();
    let quiet = || QuietHours { start: saved.quiet_from.clone(), end: saved.quiet_until.clone() };
    Shown {
        user_id: who.public_id(),
        email_notifications: by(Channel::Email),
        sms_notifications: by(Channel::Sms),
        push_notifications: by(Channel::Push),
        phone_number: saved.phone.as_ref().map(|phone| phone.masked.clone()),
        phone_verified: saved.phone.as_ref().is_some_and(|phone| phone.verified),
        language_preference: saved.language.unwrap_or(shop.about.language).tag().to_owned(),
        timezone: saved.zone(shop),
        quiet_hours: saved.quiet.then(quiet),
    }
}

/// What is chosen, with the defaults where nothing was.
#[utoipa::path(
    get, path = "/api/notifications/preferences", operation_id = "getNotificationPreferences", tag = "preferences",
    responses((status = 200, description = "What is chosen", body = Shown)),
    security(("preferencesLink" = []), ("orderLink" = []))
)]
pub(super) async fn show(State(shop): State<Shop>, caller: Caller) -> Result<Json<Shown>, Problem> {
    let saved = customer::read(&shop, &caller.who).await?;
    Ok(Json(shown(&shop, &caller.who, &saved)))
}

/// Changes what the body names and nothing else; all flaws are told at once.
#[utoipa::path(
    put, path = "/api/notifications/preferences", operation_id = "changeNotificationPreferences", tag = "preferences",
    request_body = Wish,
    responses((status = 200, description = "Chosen", body = Shown)),
    security(("preferencesLink" = []))
)]
pub(super) async fn change(
    State(shop): State<Shop>,
    caller: Caller,
    Body(wish): Body<Wish>,
) -> Result<Json<Shown>, Problem> {
    let saved = customer::read(&shop, &caller.who).await?;
    let wish = apply(&shop, &caller, &saved, wish).map_err(Problem::invalid)?;
    customer::save(&shop, &caller.who, &wish).await?;
    let saved = customer::read(&shop, &caller.who).await.map_err(|fault: Fault| Problem::from(fault))?;
    Ok(Json(shown(&shop, &caller.who, &saved)))
}

type Flaws = Vec<(String, String)>;

fn apply(shop: &Shop, caller: &Caller, saved: &Preferences, wish: Wish) -> Result<Preferences, Flaws> {
    let mut flaws = Flaws::new();
    let before = shown(shop, &caller.who, saved);
    let mut fixed = |name: &str, same: bool| {
        if !same {
            flaws.push((format!("/{name}"), "This cannot be changed here.".to_owned()));
        }
    };
    fixed("userId", wish.user_id.is_none_or(|id| id == before.user_id));
    fixed("phoneNumber", wish.phone_number.is_none() || wish.phone_number == before.phone_number);
    fixed("phoneVerified", wish.phone_verified.is_none_or(|is| is == before.phone_verified));
    let mut form = PreferencesForm::showing(shop, saved, &Topic::CHANNELS);
    let columns = [
        ("emailNotifications", Channel::Email, wish.email_notifications),
        ("smsNotifications", Channel::Sms, wish.sms_notifications),
        ("pushNotifications", Channel::Push, wish.push_notifications),
    ];
    for (name, channel, choices) in columns {
        for (word, wanted) in choices {
            match (Topic::parse(&word), wanted) {
                (Some(topic), true) => drop(form.wanted.insert((topic, channel))),
                (Some(topic), false) => drop(form.wanted.remove(&(topic, channel))),
                (None, _) => {
                    flaws.push((format!("/{name}/{}", pointed(&word)), "There is no such status.".to_owned()))
                }
            }
        }
    }
    if let Some(language) = wish.language_preference {
        form.language = language;
    }
    if let Some(zone) = wish.timezone {
        form.zone = zone;
    }
    match wish.quiet_hours {
        Some(Some(hours)) => (form.quiet, form.quiet_from, form.quiet_until) = (true, hours.start, hours.end),
        Some(None) => form.quiet = false,
        None => {}
    }
    let read = form.read(saved).map_err(|found| {
        flaws.extend(
            found.into_iter().map(|flaw| (pointer(flaw.field).to_owned(), flaw.say(domain::Language::En))),
        );
    });
    match read {
        Ok(wish) if flaws.is_empty() => Ok(wish),
        _ => Err(flaws),
    }
}

/// RFC 6901 §3.
fn pointed(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn pointer(field: &str) -> &'static str {
    match field {
        "language" => "/languagePreference",
        "zone" => "/timezone",
        "quiet_from" => "/quietHours/start",
        _ => "/quietHours/end",
    }
}
