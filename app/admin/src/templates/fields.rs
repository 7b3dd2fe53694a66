//! The words as fields, and at each what is wrong with it.

use domain::{
    notice::{
        Channel,
        template::{Field, Finding, LONGEST_BODY},
    },
    order::Status,
};
use leptos::prelude::*;
use ui::{Shape, status_shape};

use super::sheet::{Sheet, has_subject};

/// Subject and text.
pub fn fields(sheet: &Sheet<'_>) -> AnyView {
    let (desk, key) = (sheet.desk, sheet.page.key);
    let (tag, draft) = (key.language.tag(), &sheet.typed.draft);
    let reads_only = !sheet.writes();
    let bad = |field: Field| sheet.findings(field).any(Finding::refuses).then_some("true");
    let subject = has_subject(key.channel).then(|| {
        let label = if key.channel == Channel::Email { "editor-subject" } else { "editor-title" };
        view! {
            <div>
                <label for="subject">{desk.t(label)}</label>
                <input id="subject" name="subject" lang=tag value=draft.subject.clone() readonly=reads_only data-words=""
                    autocomplete="off" aria-invalid=bad(Field::Subject) aria-describedby="subject-why"/>
                {findings(sheet, Field::Subject)}
            </div>
        }
    });
    view! {
        {subject}
        <div>
            <label for="body">{desk.t("editor-body")}</label>
            <textarea id="body" name="body" lang=tag rows="12" readonly=reads_only data-words="" maxlength=(2 * LONGEST_BODY).to_string()
                aria-invalid=bad(Field::Body) aria-describedby="body-hint body-why" inner_html=ui::raw_text(&draft.body)></textarea>
            <p id="body-hint" class="hint">{desk.t(hint(key.channel))}</p>
            {findings(sheet, Field::Body)}
        </div>
    }
    .into_any()
}

const fn hint(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "editor-body-hint",
        _ => "editor-body-hint-short",
    }
}

/// What is wrong in a field or worth a look, each at its line.
fn findings(sheet: &Sheet<'_>, field: Field) -> AnyView {
    let id = match field {
        Field::Subject => "subject",
        Field::Body => "body",
    };
    let text = match field {
        Field::Subject => &sheet.typed.draft.subject,
        Field::Body => &sheet.typed.draft.body,
    };
    let lines = sheet.findings(field).map(|finding| line(sheet, id, text, finding)).collect_view();
    view! { <ul role="list" id=format!("{id}-why") class="findings" data-live="">{lines}</ul> }.into_any()
}

fn line(sheet: &Sheet<'_>, id: &str, text: &str, finding: &Finding) -> AnyView {
    let desk = sheet.desk;
    let (class, shape, word) = if finding.refuses() {
        ("is-error", Status::Exception, "editor-error")
    } else {
        ("is-warning", Status::Delayed, "editor-warning")
    };
    let at = finding.line as usize;
    let excerpt: String =
        text.lines().nth(at.saturating_sub(1)).unwrap_or_default().chars().take(60).collect();
    let place = (id == "body").then(|| {
        view! { <code>{excerpt}</code> " " }
    });
    view! {
        <li class=class>
            <Shape drawing=status_shape(shape)/> " "
            <strong>{desk.t(word)}</strong> " · "
            <a href=format!("#{id}") data-at=id.to_owned() data-line=finding.line.to_string() data-column=finding.column.to_string()>
                {desk.name("editor-line", finding.line.to_string())}
            </a> " "
            {place}
            <span>{finding.say(desk.person.language)}</span>
        </li>
    }
    .into_any()
}

/// How much there is to correct, told once more where a screen reader hears it change.
pub fn summary(sheet: &Sheet<'_>) -> AnyView {
    let count = sheet.said.findings.iter().filter(|finding| finding.refuses()).count();
    let words = match i64::try_from(count) {
        Ok(count) if count > 0 => sheet.desk.count("editor-findings", count, ""),
        _ => sheet.desk.t("editor-findings-none"),
    };
    view! { <p id="findings-count" class="quiet-text" role="status" data-live="">{words}</p> }.into_any()
}
