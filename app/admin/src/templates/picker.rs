//! What can be filled in. With the script a press puts it where the caret is; without it, it is a list to read.

use domain::{
    Language,
    notice::template::{Type, VariableView, forms},
};
use leptos::prelude::*;

use super::sheet::Sheet;

/// The variables of this kind of message.
pub fn picker(sheet: &Sheet<'_>) -> AnyView {
    let desk = sheet.desk;
    let rows = sheet.page.variables.iter().map(|each| row(sheet, each)).collect_view();
    view! {
        <details class="panel fold" id="variables">
            <summary>{desk.t("editor-variables")}</summary>
            <p class="hint">{desk.t("editor-variables-what")}</p>
            <ul role="list" class="variables">{rows}</ul>
        </details>
    }
    .into_any()
}

fn row(sheet: &Sheet<'_>, each: &VariableView) -> AnyView {
    let (desk, language) = (sheet.desk, sheet.page.key.language);
    let name = each.variable.as_str();
    let example = (!each.example.is_empty()).then(|| {
        view! { <span class="quiet-text" lang=language.tag()>"“"{each.example.clone()}"”"</span> }
    });
    let plural = (each.holds == Type::Count).then(|| {
        let text = plural(name, language);
        view! { <code>{text.clone()}</code> {button(sheet, desk.name("editor-insert-plural", name), text)} }
    });
    view! {
        <li>
            <code>{each.insert.clone()}</code>
            {button(sheet, desk.name("editor-insert", name), each.insert.clone())}
            <span>{each.description.clone()}</span> " "
            {example}
            {plural}
        </li>
    }
    .into_any()
}

/// The script shows it.
fn button(sheet: &Sheet<'_>, words: String, text: String) -> AnyView {
    let button = sheet.writes().then(|| {
        view! { <button type="button" class="button quiet" hidden=true data-insert=text>{words}</button> }
    });
    view! { " " {button} " " }.into_any()
}

/// A number that chooses among the plural forms which the language needs.
fn plural(name: &str, language: Language) -> String {
    let needed = forms(language).iter().filter(|(_, needed)| *needed);
    let forms: Vec<_> = needed.map(|(form, _)| format!("{}=\"…\"", form.as_str())).collect();
    format!("{{{{ {name} | plural({}) }}}}", forms.join(", "))
}
