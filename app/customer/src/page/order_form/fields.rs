//! One field: label, refusal, input. A refusal is tied to its input, so that it is read with it.

use domain::order::form::{FormFlaw, QUANTITY, Storefront};
use leptos::prelude::*;

use crate::words::Words;

/// A line of text to be.
pub struct Field {
    name: &'static str,
    label: String,
    value: String,
    flaw: Option<String>,
    optional: bool,
    /// "optional", in the reader's language.
    word: String,
    completes: &'static str,
    kind: &'static str,
}

impl Field {
    /// What is typed into the field of this name, and what is wrong with it.
    pub fn new(words: Words<'_>, flaws: &[FormFlaw], name: &'static str, value: String) -> Self {
        Self {
            name,
            label: words.say(&format!("order-form-{}", name.replace('_', "-"))),
            value,
            flaw: flaw_of(flaws, name),
            optional: false,
            word: words.say("order-form-optional"),
            completes: "off",
            kind: "text",
        }
    }

    /// It may stay empty, and says so.
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// What a browser may fill in.
    pub const fn completes(mut self, token: &'static str) -> Self {
        self.completes = token;
        self
    }

    /// Which keyboard a phone shows.
    pub const fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }
}

/// The field as it is shown.
pub fn field(field: Field) -> impl IntoView {
    let Field { name, label, value, flaw, optional, word, completes, kind } = field;
    let invalid = flaw.is_some().then_some("true");
    let described = flaw.is_some().then(|| format!("{name}-flaw"));
    view! {
        <div class="field">
            <label for=name>{label} {optional.then(|| view! { " " <span class="hint">{word}</span> })}</label>
            {refusal(name, flaw)}
            <input id=name name=name type=kind value=value maxlength="254" autocomplete=completes
                aria-required=(!optional).then_some("true") aria-invalid=invalid aria-describedby=described/>
        </div>
    }
}

/// What is wrong, beside its field.
pub fn refusal(id: &str, flaw: Option<String>) -> Option<impl IntoView + use<>> {
    let id = format!("{id}-flaw");
    flaw.map(|words| view! { <p class="flaw" id=id>{words}</p> })
}

/// What is wrong with the field of this name.
pub fn flaw_of(flaws: &[FormFlaw], name: &str) -> Option<String> {
    flaws.iter().find(|flaw| flaw.field == name).map(|flaw| flaw.words.clone())
}

/// The id of a field: its name, except that keys of products may hold anything and are counted instead.
pub fn id_of(at: &Storefront, name: &str) -> String {
    let nth =
        name.strip_prefix(QUANTITY).and_then(|sku| at.goods.iter().position(|product| product.sku == sku));
    match nth {
        Some(nth) => format!("q-{nth}"),
        None if name.starts_with(QUANTITY) => "goods".to_owned(),
        None => name.to_owned(),
    }
}
