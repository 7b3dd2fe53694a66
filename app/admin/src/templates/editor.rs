//! The editor of one template.

use domain::notice::template::{TemplateCell, TemplateKey, TemplatePage};
use leptos::prelude::*;

use super::{
    conflict::conflict,
    fields::{fields, summary},
    fill::choices,
    mark::mark,
    past::past,
    picker::picker,
    preview::preview,
    sheet::{Said, Sheet, Typed, address, kind_name},
};
use crate::{
    doors::drawn,
    flows::Desk,
    messages::{MessagesNav, MessagesPage},
};

const SCRIPT: &str = include_str!("editor.js");

/// The page. Who may only look sees the same, and can change nothing.
pub fn editor_page(desk: &Desk, page: &TemplatePage, typed: &Typed, said: &Said) -> String {
    drawn(|| {
        let sheet = Sheet { desk, page, typed, said };
        let (kind, channel) = (kind_name(desk, page.key.kind), page.key.channel.say(desk.person.language));
        let title = format!("{kind} · {channel}");
        let tab = format!("{title} · {}", page.key.language.endonym());
        desk.document_at(MessagesPage::Log.path(), &tab, SCRIPT, whole(&sheet, title))
    })
}

fn whole(sheet: &Sheet<'_>, title: String) -> AnyView {
    let Sheet { desk, page, said, .. } = sheet;
    let version = (page.version > 0).then(|| desk.name("editor-version", page.version.to_string()));
    let theirs = said.theirs.as_ref().map(|theirs| conflict(sheet, theirs));
    let old = said.old.map(|old| {
        view! {
            <p class="warn">{desk.name("editor-old", old.to_string())} " " <a href=sheet.address()>{desk.t("editor-newest")}</a></p>
        }
    });
    view! {
        <MessagesNav here=MessagesPage::Templates role=desk.person.role language=desk.person.language/>
        <p class="back"><a href="/admin/templates">{desk.t("editor-all")}</a></p>
        <div class="letter-title"><h1>{title}</h1> <p class="quiet-text">{version}</p></div>
        {tabs(sheet)}
        <div class="outcome">
            <div class="outcome-bad" role="alert">{said.bad.clone().map(|words| view! { <p>{words}</p> })}</div>
            <div class="outcome-good" role="status">{said.good.clone().map(|words| view! { <p>{words}</p> })}</div>
        </div>
        {(!desk.may_edit()).then(|| view! { <p class="quiet-text">{desk.t("editor-look-only")}</p> })}
        {said.unsaved.then(|| view! { <p class="warn">{desk.t("editor-unsaved")}</p> })}
        {old}
        {theirs}
        <div class="letter-desk">
            {form(sheet)}
            <div class="letter-side">
                {preview(sheet)}
                {past(sheet)}
            </div>
        </div>
    }
    .into_any()
}

/// The languages as links, each with how it stands.
fn tabs(sheet: &Sheet<'_>) -> AnyView {
    let (desk, key) = (sheet.desk, sheet.page.key);
    let tab = |cell: &TemplateCell| {
        let href = address(TemplateKey { language: cell.language, ..key });
        let here = (cell.language == key.language).then_some("page");
        view! {
            <li><a href=href aria-current=here><span lang=cell.language.tag()>{cell.language.endonym()}</span> " " {mark(desk, cell.state)}</a></li>
        }
    };
    let tabs = sheet.page.cells.iter().map(tab).collect_view();
    view! { <nav class="letter-tabs" aria-label=desk.t("editor-languages")><ul role="list">{tabs}</ul></nav> }
        .into_any()
}

fn form(sheet: &Sheet<'_>) -> AnyView {
    let Sheet { desk, typed, said, .. } = sheet;
    let save = if said.theirs.is_some() { "editor-save-mine" } else { "editor-save" };
    let save = sheet.writes().then(|| {
        view! { <p class="buttons"><button type="submit" name="do" value="save" class="button primary">{desk.t(save)}</button></p> }
    });
    let back = said.old.filter(|_| desk.may_edit()).map(|old| {
        let value = format!("roll-back-{old}");
        view! {
            <p class="buttons"><button type="submit" name="do" value=value class="button primary">{desk.name("editor-roll-back", old.to_string())}</button></p>
        }
    });
    view! {
        <form method="post" action=sheet.address() class="letter" data-unsaved=said.unsaved.then_some("1")>
            // The first button is the one that Enter presses: it must never save.
            <button type="submit" name="do" value="preview" class="vh" tabindex="-1" aria-hidden="true"></button>
            <input type="hidden" name="seen" value=typed.seen.to_string()/>
            {fields(sheet)}
            {summary(sheet)}
            {save}
            {back}
            {picker(sheet)}
            {choices(sheet)}
            {desk.may_edit().then(|| test(sheet))}
        </form>
    }
    .into_any()
}

fn test(sheet: &Sheet<'_>) -> AnyView {
    let desk = sheet.desk;
    let why = sheet.said.test.clone();
    view! {
        <fieldset class="panel">
            <legend>{desk.t("editor-test")}</legend>
            <p class="hint">{desk.t("editor-test-what")}</p>
            <label for="to">{desk.t("editor-test-to")}</label>
            <input id="to" name="to" type="email" value=sheet.typed.to.clone() maxlength="254" autocomplete="email"
                aria-invalid=why.is_some().then_some("true") aria-describedby="to-why"/>
            <span id="to-why" class="field-bad">{why}</span>
            <p class="buttons"><button type="submit" name="do" value="test" class="button">{desk.t("editor-test-go")}</button></p>
        </fieldset>
    }
    .into_any()
}
