//! The form of an endpoint, new or there already. A refusal keeps what was typed.

use domain::{
    event::Kind,
    ids::WebhookEndpointId,
    outbox::{EndpointDraft, MOST_DESCRIPTION, Payload},
};
use leptos::prelude::*;

use super::{HERE, at, back, document};
use crate::{
    doors::drawn,
    flows::{Desk, Fields},
};

/// What stands in the form.
#[derive(Debug, Clone)]
pub struct Typed {
    /// The endpoint's id; of a new one, the one it will have.
    pub id: WebhookEndpointId,
    /// Whether it is there already.
    pub there: bool,
    /// The fields.
    pub draft: EndpointDraft,
    /// What is wrong with the address, or the description.
    pub bad_url: Option<String>,
    /// What is wrong with the description.
    pub bad_description: Option<String>,
}

impl Typed {
    /// As it is stored, or empty.
    pub fn new(id: WebhookEndpointId, there: bool, draft: EndpointDraft) -> Self {
        Self { id, there, draft, bad_url: None, bad_description: None }
    }

    /// Reads the posted fields. What is no event is left out.
    pub fn read(fields: &Fields) -> EndpointDraft {
        let types = fields.0.iter().filter(|(name, _)| name == "type");
        EndpointDraft {
            url: fields.get("url").to_owned(),
            description: fields.get("description").to_owned(),
            event_types: types.filter_map(|(_, word)| Kind::parse(word)).collect(),
            payload: Payload::parse(fields.get("payload")).unwrap_or_default(),
        }
    }
}

/// The page.
pub fn edit_page(desk: &Desk, typed: &Typed) -> String {
    drawn(|| {
        let title = desk.t(if typed.there { "hooks-edit" } else { "hooks-new" });
        let (action, up) = if typed.there {
            (format!("{}/edit", at(typed.id)), at(typed.id))
        } else {
            (format!("{HERE}/new"), HERE.to_owned())
        };
        let save = desk.t(if typed.there { "hooks-save" } else { "hooks-add" });
        let inside = view! {
            {back(up, desk.t(if typed.there { "hooks-endpoint" } else { "hooks-title" }))}
            <h1>{title.clone()}</h1>
            <form method="post" action=action class="flow hook-form">
                <input type="hidden" name="key" value=typed.id.to_string()/>
                {address(desk, typed)}
                {payload(desk, typed.draft.payload)}
                {types(desk, &typed.draft.event_types)}
                <p class="buttons"><button type="submit" class="button primary">{save}</button></p>
            </form>
        };
        document(desk, &title, inside.into_any())
    })
}

fn address(desk: &Desk, typed: &Typed) -> AnyView {
    let bad = |problem: &Option<String>| problem.is_some().then_some("true");
    view! {
        <section class="panel" aria-label=desk.t("hooks-endpoint")>
            <p>
                <label for="url">{desk.t("hooks-url")}</label>
                <input id="url" name="url" type="url" required maxlength="2000" spellcheck="false" autocomplete="off"
                    placeholder="https://" value=typed.draft.url.clone() aria-invalid=bad(&typed.bad_url) aria-describedby="url-why url-what"/>
                <span id="url-why" class="field-bad" role="alert">{typed.bad_url.clone()}</span>
                <span id="url-what" class="hint">{desk.t("hooks-url-what")}</span>
            </p>
            <p>
                <label for="description">{desk.t("hooks-description")}</label>
                <input id="description" name="description" maxlength=MOST_DESCRIPTION.to_string() value=typed.draft.description.clone()
                    aria-invalid=bad(&typed.bad_description) aria-describedby="description-why"/>
                <span id="description-why" class="field-bad" role="alert">{typed.bad_description.clone()}</span>
            </p>
        </section>
    }
    .into_any()
}

fn payload(desk: &Desk, chosen: Payload) -> AnyView {
    let choices = Payload::ALL.map(|payload| {
        let word = payload.as_str();
        view! {
            <label>
                <input type="radio" name="payload" value=word checked=payload == chosen/>
                <span>{desk.t(&format!("hooks-payload-{word}"))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="panel">
            <legend>{desk.t("hooks-payload")}</legend>
            <div class="choices">{choices.into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn types(desk: &Desk, chosen: &[Kind]) -> AnyView {
    let choices = Kind::ALL.map(|kind| {
        view! {
            <label>
                <input type="checkbox" name="type" value=kind.as_str() checked=chosen.contains(&kind)/>
                <span>{kind.say(desk.person.language)} " " <code class="quiet-text">{kind.as_str()}</code></span>
            </label>
        }
    });
    view! {
        <fieldset class="panel">
            <legend>{desk.t("hooks-types")}</legend>
            <p class="hint">{desk.t("hooks-types-what")}</p>
            <div class="choices hook-types">{choices.into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
