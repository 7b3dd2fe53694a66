//! What a preview is filled in with, as chosen in the form.

use leptos::prelude::*;

use super::sheet::Sheet;

/// A choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fill {
    /// Made up, ordinary.
    #[default]
    Sample,
    /// Made up, as bad as it gets.
    Worst,
    /// An order of the shop's.
    Order,
}

impl Fill {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Sample, Self::Worst, Self::Order];

    /// The word in the form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sample => "sample",
            Self::Worst => "worst",
            Self::Order => "order",
        }
    }

    /// The choice of a form's word: the example where it is none.
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|fill| fill.as_str() == word).unwrap_or_default()
    }
}

/// The choices, and the button that draws the preview anew.
pub fn choices(sheet: &Sheet<'_>) -> AnyView {
    let (desk, typed) = (sheet.desk, sheet.typed);
    let choice = |fill: Fill| {
        let checked = typed.fill == fill;
        view! {
            <label><input type="radio" name="fill" value=fill.as_str() checked=checked data-fill="1"/> {desk.t(&format!("editor-against-{}", fill.as_str()))}</label>
        }
    };
    let unknown = sheet.said.no_order;
    let why = unknown.then(|| desk.t("editor-order-unknown"));
    view! {
        <fieldset class="fill">
            <legend>{desk.t("editor-against")}</legend>
            {Fill::ALL.map(choice).into_iter().collect_view()}
            <label for="order">{desk.t("editor-order")}</label>
            <input id="order" name="order" value=typed.order.clone() maxlength="40" autocomplete="off" spellcheck="false" data-fill="1"
                aria-invalid=unknown.then_some("true") aria-describedby="order-why"/>
            <span id="order-why" class="field-bad" data-live="">{why}</span>
        </fieldset>
        <p class="buttons"><button type="submit" name="do" value="preview" class="button">{desk.t("editor-preview-go")}</button></p>
    }
    .into_any()
}
