//! `/admin/keys/{id}`: one key: changed, rotated, revoked; and its secret, on the one page that has it.

use domain::{
    api_key::{KeyState, KeyView},
    clock::At,
    dates::moment,
};
use leptos::prelude::*;
use ui::When;

use super::{
    fields::fields,
    form::{Flaws, KeyForm},
    parts::{Said, mark, secret},
};
use crate::{doors::drawn, flows::Desk};

/// For how long the secret before a rotation can still open: seconds, and the words for it. The third is what is offered first.
pub const OVERLAPS: [(i64, &str); 5] = [
    (0, "keys-overlap-none"),
    (3600, "keys-overlap-hour"),
    (86_400, "keys-overlap-day"),
    (604_800, "keys-overlap-week"),
    (2_592_000, "keys-overlap-month"),
];

/// What the page shows.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The key.
    pub key: KeyView,
    /// What stands in its form.
    pub form: KeyForm,
    /// What is wrong with that.
    pub flaws: Flaws,
    /// About the last press.
    pub said: Said,
    /// Its secret, where it has just been made.
    pub secret: Option<String>,
    /// What a rotation asked for here will be called: pressed twice, it is one rotation.
    pub rotation: String,
}

/// The page.
pub fn key_page(desk: &Desk, shown: &Shown) -> String {
    drawn(|| {
        let key = &shown.key;
        let opens = key.state != KeyState::Revoked;
        let inside = view! {
            <p class="back"><a href="/admin/keys">{desk.t("keys-all")}</a></p>
            <div class="title"><h1><bdi>{key.name.clone()}</bdi></h1> {mark(desk, key.state)}</div>
            {shown.said.lines()}
            {shown.secret.as_deref().map(|made| secret(desk, made))}
            {facts(desk, key)}
            {opens.then(|| change(desk, shown))}
            {(key.state == KeyState::Active).then(|| rotate(desk, shown))}
            {opens.then(|| revoke(desk, key))}
        };
        desk.document_at("/admin/keys", &key.name, "", inside.into_any())
    })
}

fn facts(desk: &Desk, key: &KeyView) -> AnyView {
    let fact = |word: &'static str, at: Option<At>| {
        at.map(|at| {
            let moment = moment(at, desk.person.language, &desk.about.zone);
            view! { <div><dt>{desk.t(word)}</dt><dd><When moment=moment/></dd></div> }
        })
    };
    view! {
        <dl class="panel log-facts">
            <div><dt>{desk.t("keys-column-begins")}</dt><dd><code>{key.prefix.clone()} "…"</code></dd></div>
            {fact("keys-made-at", Some(key.created_at))}
            {fact("keys-column-used", key.last_used_at)}
            {fact("keys-column-ends", key.expires_at)}
            {fact("keys-before-until", key.previous_until)}
            {fact("keys-revoked-at", key.revoked_at)}
        </dl>
    }
    .into_any()
}

fn address(key: &KeyView) -> String {
    format!("/admin/keys/{}", key.id)
}

fn change(desk: &Desk, shown: &Shown) -> AnyView {
    view! {
        <section class="panel" aria-labelledby="change">
            <h2 id="change">{desk.t("keys-change")}</h2>
            <form method="post" action=address(&shown.key) class="key-form">
                {fields(desk, &shown.form, &shown.flaws)}
                <p class="buttons"><button type="submit" name="do" value="change" class="button primary">{desk.t("keys-save")}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn rotate(desk: &Desk, shown: &Shown) -> AnyView {
    let options = OVERLAPS.map(|(seconds, words)| {
        view! { <option value=seconds.to_string() selected=seconds == OVERLAPS[2].0>{desk.t(words)}</option> }
    });
    view! {
        <section class="panel" aria-labelledby="rotate">
            <h2 id="rotate">{desk.t("keys-rotate")}</h2>
            <p class="quiet-text">{desk.t("keys-rotate-what")}</p>
            <form method="post" action=address(&shown.key) class="key-form">
                <input type="hidden" name="rotation" value=shown.rotation.clone()/>
                <p>
                    <label for="overlap">{desk.t("keys-overlap")}</label>
                    <select id="overlap" name="overlap">{options.into_iter().collect_view()}</select>
                </p>
                <p class="buttons"><button type="submit" name="do" value="rotate" class="button">{desk.t("keys-rotate-go")}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn revoke(desk: &Desk, key: &KeyView) -> AnyView {
    view! {
        <section class="panel" aria-labelledby="revoke">
            <h2 id="revoke">{desk.t("keys-revoke")}</h2>
            <p class="quiet-text">{desk.t("keys-revoke-what")}</p>
            <form method="post" action=address(key) class="key-form">
                <p><label><input type="checkbox" name="sure" value="1" required/> {desk.t("keys-revoke-sure")}</label></p>
                <p class="buttons"><button type="submit" name="do" value="revoke" class="button danger">{desk.t("keys-revoke-go")}</button></p>
            </form>
        </section>
    }
    .into_any()
}
