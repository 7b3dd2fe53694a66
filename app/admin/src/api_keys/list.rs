//! `/admin/keys`: every key, and the form for a new one.

use domain::{api_key::KeyView, clock::At, dates::moment, ids::ApiKeyId};
use leptos::prelude::*;
use ui::When;

use super::{
    fields::fields,
    form::{Flaws, KeyForm},
    parts::{Said, mark},
};
use crate::{doors::drawn, flows::Desk};

/// The page. `id` is what a key made by the form will be called: pressed twice, it is one key.
pub fn list_page(
    desk: &Desk,
    keys: &[KeyView],
    (id, form, flaws): (ApiKeyId, &KeyForm, &Flaws),
    said: &Said,
) -> String {
    drawn(|| {
        let inside = view! {
            <h1>{desk.t("keys-title")}</h1>
            <p class="quiet-text">{desk.t("keys-what")}</p>
            {said.lines()}
            {table(desk, keys)}
            <section class="panel" aria-labelledby="new">
                <h2 id="new">{desk.t("keys-new")}</h2>
                <form method="post" action="/admin/keys#new" class="key-form">
                    <input type="hidden" name="id" value=id.to_string()/>
                    {fields(desk, form, flaws)}
                    <p class="buttons"><button type="submit" class="button primary">{desk.t("keys-make")}</button></p>
                </form>
            </section>
        };
        desk.document_at("/admin/keys", &desk.t("keys-title"), "", inside.into_any())
    })
}

fn table(desk: &Desk, keys: &[KeyView]) -> AnyView {
    if keys.is_empty() {
        return view! { <p class="panel empty">{desk.t("keys-none")}</p> }.into_any();
    }
    let heads = ["name", "begins", "state", "used", "ends", "scopes", "sites"].map(
        |column| view! { <th scope="col" role="columnheader">{desk.t(&format!("keys-column-{column}"))}</th> },
    );
    let rows = keys.iter().map(|key| row(desk, key)).collect_view();
    view! {
        <div class="table-frame">
            <table class="keys" role="table">
                <caption class="vh">{desk.t("keys-title")}</caption>
                <thead role="rowgroup"><tr role="row">{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(desk: &Desk, key: &KeyView) -> AnyView {
    let when = |at: At| {
        let moment = moment(at, desk.person.language, &desk.about.zone);
        view! { <When moment=moment/> }
    };
    let label = |column: &str| desk.t(&format!("keys-column-{column}"));
    let scopes = key.scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(", ");
    let used = match key.last_used_at {
        Some(at) => when(at).into_any(),
        None => view! { {desk.t("keys-never")} }.into_any(),
    };
    let ends = match key.expires_at {
        Some(at) => when(at).into_any(),
        None => view! { {desk.t("keys-never")} }.into_any(),
    };
    let sites = if key.origins.is_empty() { "–".to_owned() } else { key.origins.join(", ") };
    view! {
        <tr role="row">
            <td role="cell"><a href=format!("/admin/keys/{}", key.id)><bdi>{key.name.clone()}</bdi></a></td>
            <td role="cell" data-label=label("begins")><code>{key.prefix.clone()} "…"</code></td>
            <td role="cell">{mark(desk, key.state)}</td>
            <td role="cell" data-label=label("used")>{used}</td>
            <td role="cell" data-label=label("ends")>{ends}</td>
            <td role="cell" data-label=label("scopes") class="long"><code>{scopes}</code></td>
            <td role="cell" data-label=label("sites") class="long">{sites}</td>
        </tr>
    }
    .into_any()
}
