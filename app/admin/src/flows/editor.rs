//! The editor of one workflow.

use domain::{
    Language,
    workflow::{Definition, Flaw, Stage, Translated},
};
use leptos::prelude::*;

use super::{
    Desk, Draft,
    graph::graph,
    rules::rules,
    stage::{languages, stage},
};
use crate::doors::drawn;

/// What the page says about the last press.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// A sentence when it went well.
    pub good: Option<String>,
    /// A sentence when it did not.
    pub bad: Option<String>,
    /// Each reason at its place.
    pub flaws: Vec<Flaw>,
    /// Whether what stands here is not saved.
    pub unsaved: bool,
    /// The language whose words were being typed.
    pub tab: Option<Language>,
}

/// A draft on the screen.
pub(super) struct Sheet<'a> {
    pub desk: &'a Desk,
    draft: &'a Draft,
    said: &'a Said,
}

/// The page of a draft. Who may only look sees the same, and can change nothing.
pub fn editor_page(desk: &Desk, draft: &Draft, said: &Said) -> String {
    drawn(|| {
        let sheet = Sheet { desk, draft, said };
        let name = draft.definition.name.get(desk.person.language).to_owned();
        let title = if name.is_empty() { desk.t("flow-title") } else { name };
        desk.document(&title, sheet.page(&title))
    })
}

impl Sheet<'_> {
    /// The workflow as it stands here.
    pub fn workflow(&self) -> &Definition {
        &self.draft.definition
    }

    /// Where the form goes.
    pub fn address(&self) -> String {
        let key = if self.draft.seen == 0 { "new" } else { &self.draft.key };
        format!("/admin/workflows/{key}")
    }

    fn page(&self, title: &str) -> AnyView {
        let Self { desk, draft, said } = self;
        let version = (draft.seen > 0).then(|| desk.name("flow-version", draft.seen.to_string()));
        let key = if draft.seen == 0 {
            self.text("key", "/key", &desk.t("flow-key"), &draft.key, Some(&desk.t("flow-key-hint")))
        } else {
            view! { <input type="hidden" name="key" value=draft.key.clone()/> }.into_any()
        };
        let stages: Vec<_> =
            draft.definition.stages.iter().enumerate().map(|(i, each)| stage(self, i, each)).collect();
        let add = format!("{}#stage-{}", self.address(), draft.definition.stages.len());
        let links = (draft.seen > 0).then(|| {
            let at = |what: &str| format!("/admin/workflows/{}/{what}", draft.key);
            let copy = format!("/admin/workflows/new?from={}", draft.key);
            let make = desk.may_edit().then(|| {
                view! {
                    <a href=copy>{desk.t("flow-copy")}</a>
                    <a href=at("move")>{desk.t("flow-move")}</a>
                }
            });
            view! { <p class="buttons"><a href=at("json") download="">{desk.t("flow-export")}</a>{make}</p> }
        });
        view! {
            <p class="back"><a href="/admin/workflows">{desk.t("flow-all")}</a></p>
            <div class="title"><h1>{title.to_owned()}</h1> <p class="quiet-text">{version}</p></div>
            {links}
            <div class="outcome">
                <div class="outcome-bad" role="alert">{said.bad.clone().map(|words| view! { <p>{words}</p> })}</div>
                <div class="outcome-good" role="status">{said.good.clone().map(|words| view! { <p>{words}</p> })}</div>
            </div>
            {said.unsaved.then(|| view! { <p class="warn">{desk.t("flow-unsaved")}</p> })}
            {graph(desk, "draft", &draft.definition)}
            <form method="post" action=self.address() class="flow" data-unsaved=said.unsaved.then_some("1")>
                // The first button is the one that Enter presses.
                <button type="submit" name="do" value="check" class="vh" tabindex="-1" aria-hidden="true" disabled=!desk.may_edit()></button>
                <input type="hidden" name="seen" value=draft.seen.to_string()/>
                {self.tabs()}
                <fieldset class="whole" disabled=!desk.may_edit()>
                    <div class="panel">
                        {key}
                        <div class="flow-words">{self.words("name", "/name", "flow-name", &draft.definition.name)}</div>
                        {self.reasons("/stages")}
                    </div>
                    {stages}
                    {desk.may_edit().then(|| view! {
                        <p class="buttons"><button type="submit" name="do" value="add" formaction=add class="button">{desk.t("flow-add")}</button></p>
                    })}
                    {rules(self)}
                    {desk.may_edit().then(|| view! {
                        <p class="buttons flow-save">
                            <button type="submit" name="do" value="save" class="button primary">{desk.t("flow-save")}</button>
                            <button type="submit" name="do" value="check" class="button">{desk.t("flow-check")}</button>
                        </p>
                    })}
                </fieldset>
            </form>
        }
        .into_any()
    }

    /// Which language's words are shown. Radio buttons, so that arrow keys and no JavaScript will do; each says what is missing in it.
    fn tabs(&self) -> AnyView {
        let flawed = |language: Language| {
            let end = format!("/{}", language.tag());
            self.said.flaws.iter().filter(|flaw| flaw.at.ends_with(&end)).count()
        };
        let own = self.desk.person.language;
        let shown = languages(own).into_iter().find(|language| flawed(*language) > 0).or(self.said.tab);
        let shown = shown.unwrap_or(own);
        let tab = |language: Language| {
            let (id, missing) = (format!("tab-{}", language.tag()), flawed(language));
            let count = (missing > 0).then(|| view! { " " <span class="badge due-overdue">{missing}</span> });
            view! {
                <input type="radio" name="tab" class="tab" id=id.clone() value=language.tag() checked=language == shown/>
                <label for=id lang=language.tag()>{language.endonym()}{count}</label>
            }
        };
        let tabs = languages(own).into_iter().map(tab).collect_view();
        view! { <fieldset class="tabs"><legend>{self.desk.t("admin-language")}</legend>{tabs}</fieldset> }
            .into_any()
    }

    /// Words in four languages, one of which is shown.
    pub fn words(&self, name: &str, at: &str, key: &str, words: &Translated) -> AnyView {
        let field = |language: Language| {
            let tag = language.tag();
            let (id, at) = (format!("{name}.{tag}"), format!("{at}/{tag}"));
            let value = words.get(language).to_owned();
            view! {
                <p class=format!("in in-{tag}")>
                    <label for=id.clone()>{self.desk.t(key)} " " <span class="quiet-text" lang=tag>{language.endonym()}</span></label>
                    <input id=id.clone() name=id.clone() lang=tag maxlength="200" value=value
                        aria-invalid=self.bad(&at) aria-describedby=format!("{id}-why")/>
                    {self.why(&id, &at)}
                </p>
            }
        };
        Language::ALL.map(field).into_iter().collect_view().into_any()
    }

    /// A line of text.
    pub fn text(&self, id: &str, at: &str, label: &str, value: &str, hint: Option<&str>) -> AnyView {
        self.input(id, at, label, value.to_owned(), hint, "text")
    }

    /// A whole number, or none.
    pub fn number(&self, id: &str, at: &str, label: &str, value: Option<u32>, hint: Option<&str>) -> AnyView {
        self.input(id, at, label, value.map(|value| value.to_string()).unwrap_or_default(), hint, "number")
    }

    fn input(
        &self,
        id: &str,
        at: &str,
        label: &str,
        value: String,
        hint: Option<&str>,
        kind: &'static str,
    ) -> AnyView {
        let id = id.to_owned();
        let least = (kind == "number").then_some("0");
        let hint = hint.map(|hint| view! { <span class="hint">{hint.to_owned()}</span> });
        view! {
            <p>
                <label for=id.clone()>{label.to_owned()}</label>
                <input id=id.clone() name=id.clone() type=kind min=least value=value
                    aria-invalid=self.bad(at) aria-describedby=format!("{id}-why")/>
                {hint}
                {self.why(&id, at)}
            </p>
        }
        .into_any()
    }

    /// `aria-invalid` of a field.
    pub fn bad(&self, at: &str) -> Option<&'static str> {
        self.said.flaws.iter().any(|flaw| flaw.at == at).then_some("true")
    }

    /// The reasons at a field, as its description.
    pub fn why(&self, id: &str, at: &str) -> AnyView {
        view! { <span id=format!("{id}-why") class="field-bad">{self.sentences(at).join(" ")}</span> }
            .into_any()
    }

    /// The reasons at something that is no field.
    pub fn reasons(&self, at: &str) -> AnyView {
        let lines = self.sentences(at).into_iter();
        lines.map(|line| view! { <p class="field-bad">{line}</p> }).collect_view().into_any()
    }

    /// The reasons at the arrows that leave a stage, each with where its arrow leads.
    pub fn reasons_of_arrows(&self, from: &str, label: impl Fn(&Stage) -> String) -> AnyView {
        let arrows = self.workflow().arrows.iter().enumerate().filter(|(_, (a, _))| a == from);
        let lines = arrows.flat_map(|(i, (_, to))| {
            let to = self.workflow().stage(to).map_or_else(|| to.clone(), &label);
            self.sentences(&format!("/arrows/{i}")).into_iter().map(move |line| format!("→ {to}: {line}"))
        });
        lines.map(|line| view! { <p class="field-bad">{line}</p> }).collect_view().into_any()
    }

    fn sentences(&self, at: &str) -> Vec<String> {
        let here = self.said.flaws.iter().filter(|flaw| flaw.at == at);
        here.map(|flaw| flaw.say(self.desk.person.language)).collect()
    }
}
