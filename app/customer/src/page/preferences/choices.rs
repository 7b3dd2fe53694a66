//! The form itself: a table of topics and channels, then language, zone and the night.

use domain::{
    Language,
    customer::{Flaw, PreferencesForm, Topic, zones},
    notice::Channel,
};
use leptos::prelude::*;

use super::column;
use crate::words::Words;

/// The form.
pub fn choices(words: Words<'_>, form: &PreferencesForm, flaws: &[Flaw]) -> impl IntoView + use<> {
    let shown: Vec<_> = form
        .channels
        .iter()
        .map(|channel| view! { <input type="hidden" name="channel" value=channel.as_str()/> })
        .collect();
    let hint = |channel, key| {
        form.channels.contains(&channel).then(|| view! { <p class="hint">{words.say(key)}</p> })
    };
    view! {
        <form class="prefs" method="post" action="/my/preferences" novalidate>
            {shown}
            <div class="card">
                {table(words, form)}
                {hint(Channel::Sms, "preferences-sms-hint")}
                {hint(Channel::Push, "preferences-push-hint")}
            </div>
            <div class="card">
                {language(words, form, flaws)}
                {zone(words, form, flaws)}
            </div>
            <fieldset class="card">
                <legend>{words.say("preferences-night")}</legend>
                <label class="pick" for="quiet">
                    <input type="checkbox" id="quiet" name="quiet" value="on" checked=form.quiet aria-describedby="quiet-hint"/>
                    " " {words.say("preferences-quiet")}
                </label>
                <p class="hint" id="quiet-hint">{words.say("preferences-quiet-hint")}</p>
                <div class="from-until">
                    {time(words, flaws, "quiet_from", &form.quiet_from)}
                    {time(words, flaws, "quiet_until", &form.quiet_until)}
                </div>
            </fieldset>
            <button type="submit">{words.say("preferences-save")}</button>
        </form>
    }
}

fn table(words: Words<'_>, form: &PreferencesForm) -> impl IntoView + use<> {
    let heads: Vec<_> = form
        .channels
        .iter()
        .map(|channel| view! { <th scope="col">{column(words, *channel)}</th> })
        .collect();
    let rows: Vec<_> = Topic::ALL
        .into_iter()
        .map(|topic| {
            let boxes: Vec<_> =
                form.channels.iter().map(|channel| tick(words, form, topic, *channel)).collect();
            view! { <tr><th scope="row">{topic.say(words.language)}</th>{boxes}</tr> }
        })
        .collect();
    view! {
        <table>
            <caption class="vh">{words.say("preferences-table")}</caption>
            <thead><tr><th scope="col">{words.say("preferences-news")}</th>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn tick(words: Words<'_>, form: &PreferencesForm, topic: Topic, channel: Channel) -> impl IntoView + use<> {
    let args =
        vec![("topic", topic.say(words.language).into()), ("channel", channel.say(words.language).into())];
    let label = words.say_all("preferences-box", args);
    let name = format!("w:{}:{}", topic.as_str(), channel.as_str());
    view! {
        <td>
            <label>
                <span class="vh">{label}</span>
                <input type="checkbox" name=name value="on" checked=form.wants(topic, channel)/>
            </label>
        </td>
    }
}

fn language(words: Words<'_>, form: &PreferencesForm, flaws: &[Flaw]) -> impl IntoView + use<> {
    let options: Vec<_> = Language::ALL
        .into_iter()
        .map(|one| {
            let chosen = form.language == one.tag();
            view! { <option value=one.tag() lang=one.tag() selected=chosen>{one.endonym()}</option> }
        })
        .collect();
    let flaw = flaw(words, flaws, "language");
    let (invalid, described) = marks(&flaw, "language");
    view! {
        <div class="field">
            <label for="language">{words.say("preferences-language")}</label>
            {refusal("language", flaw)}
            <select id="language" name="language" aria-invalid=invalid aria-describedby=described>
                <option value="" selected=form.language.is_empty()>{words.say("preferences-language-any")}</option>
                {options}
            </select>
        </div>
    }
}

fn zone(words: Words<'_>, form: &PreferencesForm, flaws: &[Flaw]) -> impl IntoView + use<> {
    // First what is chosen (the shop's, until somebody chooses), then all of them.
    let options: Vec<_> = zones()
        .iter()
        .filter(|zone| **zone != form.zone)
        .map(|zone| view! { <option value=zone.as_str()>{spoken(zone)}</option> })
        .collect();
    let flaw = flaw(words, flaws, "zone");
    let (invalid, described) = marks(&flaw, "zone");
    let chosen = zones().contains(&form.zone).then(|| form.zone.clone());
    view! {
        <div class="field">
            <label for="zone">{words.say("preferences-zone")}</label>
            {refusal("zone", flaw)}
            <select id="zone" name="zone" aria-invalid=invalid aria-describedby=described>
                {chosen.map(|zone| view! { <option value=zone.clone() selected>{spoken(&zone)}</option> })}
                {options}
            </select>
        </div>
    }
}

/// "Europe / Madrid": as people read it. City names stay as the zone database has them.
fn spoken(zone: &str) -> String {
    zone.replace('_', " ").replace('/', " / ")
}

fn time(words: Words<'_>, flaws: &[Flaw], name: &'static str, value: &str) -> impl IntoView + use<> {
    let flaw = flaw(words, flaws, name);
    let (invalid, described) = marks(&flaw, name);
    view! {
        <div class="field">
            <label for=name>{words.say(&format!("preferences-{}", name.replace('_', "-")))}</label>
            {refusal(name, flaw)}
            <input id=name name=name type="time" value=value.to_owned() aria-invalid=invalid aria-describedby=described/>
        </div>
    }
}

fn flaw(words: Words<'_>, flaws: &[Flaw], name: &str) -> Option<String> {
    flaws.iter().find(|flaw| flaw.field == name).map(|flaw| flaw.say(words.language))
}

fn marks(flaw: &Option<String>, name: &str) -> (Option<&'static str>, Option<String>) {
    (flaw.is_some().then_some("true"), flaw.is_some().then(|| format!("{name}-flaw")))
}

fn refusal(name: &str, flaw: Option<String>) -> Option<impl IntoView + use<>> {
    let id = format!("{name}-flaw");
    flaw.map(|words| view! { <p class="flaw" id=id>{words}</p> })
}
