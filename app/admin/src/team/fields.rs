//! The fields of an account, each with what is wrong with it: for an invitation, for a change, and for one's own password.

use domain::{Language, staff::Role};
use leptos::prelude::*;

use super::form::Flaws;
use crate::flows::Desk;

/// What `aria-invalid` says of a field.
pub(super) fn bad(flaws: &Flaws, field: &str) -> Option<&'static str> {
    flaws.iter().any(|(at, _)| *at == field).then_some("true")
}

/// What is wrong with a field, or nothing.
pub(super) fn why(flaws: &Flaws, field: &str) -> AnyView {
    let lines = flaws.iter().filter(|(at, _)| *at == field).map(|(_, words)| words.clone());
    let lines = lines.collect::<Vec<_>>().join(" ");
    view! { <span id=format!("{field}-why") class="field-bad">{lines}</span> }.into_any()
}

/// The name.
pub(super) fn name(desk: &Desk, value: &str, flaws: &Flaws) -> AnyView {
    view! {
        <p>
            <label for="name">{desk.t("team-name")}</label>
            <input id="name" name="name" required maxlength="200" autocomplete="off" value=value.to_owned()
                aria-invalid=bad(flaws, "name") aria-describedby="name-why"/>
            {why(flaws, "name")}
        </p>
    }
    .into_any()
}

/// The email.
pub(super) fn email(desk: &Desk, value: &str, flaws: &Flaws) -> AnyView {
    view! {
        <p>
            <label for="email">{desk.t("team-email")}</label>
            <input id="email" name="email" type="email" required maxlength="254" autocomplete="off" value=value.to_owned()
                aria-invalid=bad(flaws, "email") aria-describedby="email-why"/>
            {why(flaws, "email")}
        </p>
    }
    .into_any()
}

/// The role, each with what it may do. The last administrator keeps theirs: what would be refused is not offered.
pub(super) fn roles(desk: &Desk, chosen: Role, last_admin: bool) -> AnyView {
    let choices = [Role::Viewer, Role::Operator, Role::Admin].map(|role| {
        let word = role.as_str();
        let what = desk.t(&format!("team-role-{word}-what"));
        let (ticked, shut) = (role == chosen, last_admin && role != Role::Admin);
        view! {
            <label>
                <input type="radio" name="role" value=word checked=ticked disabled=shut/>
                <span>{role.say(desk.person.language)} " " <span class="quiet-text">{what}</span></span>
            </label>
        }
    });
    let hint = last_admin.then(|| view! { <p class="hint">{desk.t("team-last-admin")}</p> });
    view! {
        <fieldset class="key-scopes team-roles">
            <legend>{desk.t("team-role")}</legend>
            {choices.into_iter().collect_view()}
            {hint}
        </fieldset>
    }
    .into_any()
}

/// The language.
pub(super) fn languages(desk: &Desk, chosen: Language) -> AnyView {
    let options = Language::ALL.map(|language| {
        let (tag, ticked) = (language.tag(), language == chosen);
        view! { <option value=tag lang=tag selected=ticked>{language.endonym()}</option> }
    });
    view! {
        <p>
            <label for="language">{desk.t("team-language")}</label>
            <select id="language" name="language" aria-describedby="language-hint">{options.into_iter().collect_view()}</select>
            <span id="language-hint" class="hint">{desk.t("team-language-hint")}</span>
        </p>
    }
    .into_any()
}
