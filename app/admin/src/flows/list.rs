//! All workflows with their versions, and the way in, as a file or pasted, for one that was downloaded elsewhere.

use domain::{dates, workflow::store::Listed};
use leptos::prelude::*;

use super::{Desk, graph::graph};
use crate::doors::drawn;

/// The page. `problem` is what was wrong with what was pasted, which is shown again.
pub fn list_page(desk: &Desk, versions: &[Listed], problem: Option<String>, pasted: &str) -> String {
    drawn(|| {
        let mut keys: Vec<&str> = versions.iter().map(|each| each.key.as_str()).collect();
        keys.dedup();
        let flows = keys.into_iter().map(|key| {
            let of: Vec<_> = versions.iter().filter(|each| each.key == key).collect();
            flow(desk, key, &of)
        });
        let inside = view! {
            <h1>{desk.t("flow-title")}</h1>
            <p class="quiet-text">{desk.t("flow-what")}</p>
            {flows.collect_view()}
            {desk.may_edit().then(|| import(desk, problem, pasted))}
        };
        desk.document(&desk.t("flow-title"), inside.into_any())
    })
}

fn flow(desk: &Desk, key: &str, versions: &[&Listed]) -> AnyView {
    let Some(newest) = versions.first() else { return ().into_any() };
    let at = |rest: &str| format!("/admin/workflows/{key}{rest}");
    let name = newest.definition.name.get(desk.person.language).to_owned();
    let older: i64 = versions.iter().skip(1).map(|each| each.open).sum();
    let go = if desk.may_edit() { "flow-edit" } else { "flow-look" };
    let rows = versions.iter().map(|each| {
        let saved = match &each.saved_by {
            Some(who) => desk.name("flow-saved-by", who.clone()),
            None => desk.t("flow-shipped"),
        };
        let when = dates::day_and_time(each.created_at, desk.person.language, &desk.about.zone);
        let href = at(&format!("?version={}", each.version));
        view! {
            <li>
                <a href=href>{desk.name("flow-version", each.version.to_string())}</a>
                " · " <bdi>{saved}</bdi> ", " {when} " · " {desk.count("flow-open", each.open, "")}
            </li>
        }
    });
    view! {
        <section class="panel" aria-labelledby=format!("flow-{key}")>
            <h2 id=format!("flow-{key}")>{name} " " <code class="quiet-text">{key.to_owned()}</code></h2>
            {graph(desk, key, &newest.definition)}
            <p class="buttons">
                <a class="button primary" href=at("")>{desk.t(go)}</a>
                <a class="button" href=at("/json") download="">{desk.t("flow-export")}</a>
                {(desk.may_edit() && older > 0).then(|| view! { <a class="button" href=at("/move")>{desk.t("flow-move")} {format!(" ({older})")}</a> })}
            </p>
            <details class="fold"><summary>{desk.t("flow-versions")}</summary><ul>{rows.collect_view()}</ul></details>
        </section>
    }
    .into_any()
}

fn import(desk: &Desk, problem: Option<String>, pasted: &str) -> AnyView {
    let bad = problem.is_some().then_some("true");
    view! {
        <section class="panel" aria-labelledby="import">
            <h2 id="import">{desk.t("flow-import")}</h2>
            <p class="quiet-text">{desk.t("flow-import-what")}</p>
            <form method="post" action="/admin/workflows#import" enctype="multipart/form-data">
                <label for="file">{desk.t("flow-import-file")}</label>
                <input type="file" id="file" name="file" accept="application/json,.json" aria-describedby="json-why"/>
                <label for="json">{desk.t("flow-import-json")}</label>
                <textarea id="json" name="json" rows="6" spellcheck="false" aria-invalid=bad aria-describedby="json-why" inner_html=ui::raw_text(pasted)></textarea>
                <span id="json-why" class="field-bad" role="alert">{problem}</span>
                <p class="buttons"><button type="submit" class="button">{desk.t("flow-import-go")}</button></p>
            </form>
        </section>
    }
    .into_any()
}
