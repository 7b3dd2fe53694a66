//! What a template said before: who wrote it, when, and the way back.

use domain::notice::template::{Draft, TemplateVersion};
use leptos::prelude::*;
use ui::When;

use super::sheet::{Sheet, has_subject};

/// The versions, newest first, and our own words beneath.
pub fn past(sheet: &Sheet<'_>) -> AnyView {
    let (desk, page) = (sheet.desk, sheet.page);
    let rows = page.versions.iter().map(|version| row(sheet, version)).collect_view();
    let none =
        page.versions.is_empty().then(|| view! { <p class="quiet-text">{desk.t("editor-history-none")}</p> });
    let back = (desk.may_edit() && page.own).then(|| {
        view! {
            <p class="buttons"><button type="submit" name="do" value="built-in" class="button">{desk.t("editor-built-in-go")}</button></p>
        }
    });
    view! {
        <section class="panel" aria-labelledby="past-title">
            <h2 id="past-title">{desk.t("editor-history")}</h2>
            {none}
            <form method="post" action=sheet.address() class="past">
                <input type="hidden" name="seen" value=page.version.to_string()/>
                <ol role="list">{rows}</ol>
                {back}
            </form>
            <details class="fold">
                <summary>{desk.t("editor-built-in-shown")}</summary>
                {words(sheet, &page.builtin)}
            </details>
        </section>
    }
    .into_any()
}

fn row(sheet: &Sheet<'_>, version: &TemplateVersion) -> AnyView {
    let (desk, number) = (sheet.desk, version.version.to_string());
    let name = if version.draft.is_some() { "editor-version" } else { "editor-version-built_in" };
    let now = version.version == sheet.page.version;
    let ways = if now {
        view! { <span class="state-mark">{desk.t("editor-now")}</span> }.into_any()
    } else {
        let look = version.draft.is_some().then(|| {
            let href = format!("{}&version={number}", sheet.address());
            view! { <a href=href>{desk.name("editor-look", number.clone())}</a> }
        });
        let back = desk.may_edit().then(|| {
            let value = format!("roll-back-{number}");
            view! { <button type="submit" name="do" value=value class="button quiet">{desk.name("editor-roll-back", number.clone())}</button> }
        });
        view! { {look} {back} }.into_any()
    };
    view! {
        <li>
            <span>{desk.name(name, number.clone())}</span>
            <span class="quiet-text"><bdi>{desk.name("editor-by", version.made_by.clone())}</bdi> " · " <When moment=version.made_at.clone()/></span>
            {ways}
        </li>
    }
    .into_any()
}

/// A draft to read.
pub fn words(sheet: &Sheet<'_>, draft: &Draft) -> AnyView {
    let key = sheet.page.key;
    let tag = key.language.tag();
    let subject = has_subject(key.channel).then(|| {
        view! { <p class="seen-subject" lang=tag>{draft.subject.clone()}</p> }
    });
    view! { {subject} <div class="seen-text" lang=tag>{draft.body.clone()}</div> }.into_any()
}
