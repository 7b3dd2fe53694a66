//! What can be done about an endpoint. What takes something away stands in a fold, behind a sentence that says what.

use leptos::prelude::*;

use super::{at, endpoint::Shown};
use crate::flows::Desk;

/// The buttons.
pub(super) fn actions(desk: &Desk, shown: &Shown) -> AnyView {
    let here = at(shown.endpoint.id);
    let press = |what: &'static str, key: &str, class: &'static str| {
        let here = here.clone();
        view! { <form method="post" action=here><button type="submit" class=class name="do" value=what>{desk.t(key)}</button></form> }
    };
    let switch = if shown.endpoint.disabled.is_some() {
        press("enable", "hooks-enable", "button primary").into_any()
    } else {
        fold(desk, "hooks-disable", "hooks-disable-what", &here, "disable", None)
    };
    view! {
        <section class="panel log-actions" aria-labelledby="do">
            <h2 id="do">{desk.t("log-do")}</h2>
            {press("test", "hooks-test", "button")}
            {switch}
            {fold(desk, "hooks-rotate", "hooks-rotate-what", &here, "rotate", Some(shown.key.clone()))}
            {range(desk, &here)}
            {fold(desk, "hooks-remove", "hooks-remove-what", &here, "remove", None)}
        </section>
    }
    .into_any()
}

fn fold(
    desk: &Desk,
    title: &str,
    what: &str,
    here: &str,
    press: &'static str,
    key: Option<String>,
) -> AnyView {
    let key = key.map(|key| view! { <input type="hidden" name="key" value=key/> });
    view! {
        <details class="fold">
            <summary>{desk.t(title)}</summary>
            <form method="post" action=here.to_owned()>
                {key}
                <p class="hint">{desk.t(what)}</p>
                <button type="submit" class="button" name="do" value=press>{desk.t(title)}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Many at once, by when they were written down.
fn range(desk: &Desk, here: &str) -> AnyView {
    view! {
        <details class="fold">
            <summary>{desk.t("hooks-range")}</summary>
            <form method="post" action=here.to_owned() class="log-readdress">
                <p class="hint">{desk.t("hooks-range-what")}</p>
                <label for="since">{desk.t("hooks-range-since")}</label>
                <input id="since" name="since" type="datetime-local" required/>
                <label for="until">{desk.t("hooks-range-until")}</label>
                <input id="until" name="until" type="datetime-local" required/>
                <p class="buttons">
                    <button type="submit" class="button" name="do" value="resend">{desk.t("hooks-resend")}</button>
                    <button type="submit" class="button" name="do" value="skip">{desk.t("hooks-skip")}</button>
                </p>
            </form>
        </details>
    }
    .into_any()
}
