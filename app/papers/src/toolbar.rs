//! What only the screen shows of a print run: the button, what is printed on what, and what is missing.

use domain::{
    Language,
    language::{Word, say, say_with},
    order::Paper,
};
use leptos::prelude::*;

use crate::{Size, run::Run};

/// The bar above the papers.
pub fn toolbar(run: &Run<'_>) -> AnyView {
    let language = run.language;
    let t = |key: &str| say(language, key);
    let count = |key: &str, count: usize| {
        say_with(language, key, vec![("count", Word::from(i64::try_from(count).unwrap_or(i64::MAX)))])
    };
    let back = match run.sheets {
        [only] => format!("/admin/orders/{}", only.number),
        _ => "/admin/orders".to_owned(),
    };
    let noted = run.noted.then(|| view! { <p class="panel good" role="status">{t("paper-noted")}</p> });
    let gifts = run.sheets.iter().filter(|sheet| sheet.gift).count();
    let gifts = (gifts > 0 && !run.gift)
        .then(|| view! { <p class="panel" role="note">{count("paper-gifts", gifts)}</p> });
    let unknown: Vec<_> = run.unknown.iter().map(|word| unknown(language, word)).collect();
    let beyond = (run.beyond > 0)
        .then(|| view! { <p class="panel problem" role="note">{count("paper-beyond", run.beyond)}</p> });
    view! {
        <div class="print-bar screen-only">
            <p class="back"><a href=back>{t("paper-back")}</a></p>
            <h1>{count("paper-orders", run.sheets.len())}</h1>
            <form method="post" action=run.here.to_owned() id="print-run">
                <input type="hidden" name="run" value=run.id.to_owned()/>
                <button type="submit" class="button primary">{t("paper-print")}</button>
                <p id="print-said" role="alert" data-failed=t("paper-not-noted")></p>
            </form>
            {noted}
            {options(run)}
            {gifts}
            {unknown}
            {beyond}
        </div>
    }
    .into_any()
}

fn unknown(language: Language, word: &str) -> impl IntoView + use<> {
    let words = say_with(language, "paper-unknown", vec![("name", word.to_owned().into())]);
    view! { <p class="panel problem" role="note"><bdi>{words}</bdi></p> }
}

/// What is printed, on what; a plain form that asks for the document anew.
fn options(run: &Run<'_>) -> impl IntoView + use<> {
    let language = run.language;
    let orders: Vec<_> = run
        .sheets
        .iter()
        .map(|sheet| view! { <input type="hidden" name="order" value=sheet.number.to_string()/> })
        .collect();
    let papers = Paper::ALL.map(|paper| {
        let checked = run.papers.contains(&paper);
        view! { <label><input type="checkbox" name="what" value=paper.as_str() checked=checked/> {paper.say(language)}</label> }
    });
    let sizes = Size::ALL.map(|size| {
        view! { <option value=size.as_str() selected=size == run.size>{size.name()}</option> }
    });
    view! {
        <form method="get" action="/admin/print" class="print-options">
            {orders}
            <fieldset>
                <legend>{say(language, "paper-papers")}</legend>
                {papers.into_iter().collect_view()}
                <label><input type="checkbox" name="gift" value="yes" checked=run.gift/> {say(language, "paper-gift")}</label>
            </fieldset>
            <label>{say(language, "paper-size")} " " <select name="size">{sizes.into_iter().collect_view()}</select></label>
            <button type="submit" class="button">{say(language, "paper-show")}</button>
        </form>
    }
}
