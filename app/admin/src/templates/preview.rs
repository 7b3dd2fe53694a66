//! What becomes of the words: the message as its recipient would get it.

use domain::notice::template::{Preview, Segments};
use leptos::prelude::*;

use super::sheet::Sheet;

/// The part of the page that is drawn anew while one types.
pub fn preview(sheet: &Sheet<'_>) -> AnyView {
    let desk = sheet.desk;
    let seen = match &sheet.said.preview {
        Some(preview) => seen(sheet, preview),
        None => view! { <p class="quiet-text">{desk.t("editor-preview-none")}</p> }.into_any(),
    };
    view! {
        <section class="panel" aria-labelledby="preview-title">
            <h2 id="preview-title">{desk.t("editor-preview")}</h2>
            <div id="preview" class="seen-as" data-live="">{seen}</div>
        </section>
    }
    .into_any()
}

fn seen(sheet: &Sheet<'_>, preview: &Preview) -> AnyView {
    let (desk, tag) = (sheet.desk, sheet.page.key.language.tag());
    let subject = preview.subject.clone().map(|subject| {
        view! { <p class="seen-subject" lang=tag dir="auto">{subject}</p> }
    });
    let text = preview.text.clone();
    let text = view! { <div class="seen-text" lang=tag dir="auto">{text}</div> };
    let body = match &preview.html {
        Some(html) => view! {
            // No script may run in it, and no link leads anywhere.
            <iframe sandbox="" title=desk.t("editor-preview-mail") srcdoc=harmless(html)></iframe>
            <details class="fold"><summary>{desk.t("editor-preview-text")}</summary>{text}</details>
        }
        .into_any(),
        None => text.into_any(),
    };
    view! { {subject} {body} {preview.segments.map(|segments| length(sheet, segments))} }.into_any()
}

/// A link opens a window, which the sandbox refuses; in the frame itself it would leave the preview.
fn harmless(html: &str) -> String {
    html.replacen("<head>", "<head><base target=\"_blank\">", 1)
}

/// What a text message takes, and so costs.
fn length(sheet: &Sheet<'_>, segments: Segments) -> AnyView {
    let desk = sheet.desk;
    let words = desk.count("editor-sms-segments", segments.count.into(), segments.units.to_string());
    let unicode = segments.unicode.then(|| view! { <p class="hint">{desk.t("editor-sms-unicode")}</p> });
    view! { <p class="num"><strong>{desk.t("editor-sms")}</strong> " · " {words}</p> {unicode} }.into_any()
}
