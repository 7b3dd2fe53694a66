//! `/admin/webhooks`: the endpoints there are.

use domain::outbox::Endpoint;
use leptos::prelude::*;
use ui::When;

use super::{HERE, at, document, mark::how, untaken, when};
use crate::{doors::drawn, flows::Desk};

/// The page. `said`: what just became of one.
pub fn list_page(desk: &Desk, endpoints: &[Endpoint], said: Option<String>) -> String {
    drawn(|| {
        let inside = view! {
            <h1>{desk.t("hooks-title")}</h1>
            <div class="outcome"><div class="outcome-good" role="status">{said.map(|words| view! { <p>{words}</p> })}</div></div>
            <p class="quiet-text">{desk.t("hooks-what")}</p>
            <p class="buttons"><a class="button primary" href=format!("{HERE}/new")>{desk.t("hooks-new")}</a></p>
            {table(desk, endpoints)}
        };
        document(desk, &desk.t("hooks-title"), inside.into_any())
    })
}

fn table(desk: &Desk, endpoints: &[Endpoint]) -> AnyView {
    if endpoints.is_empty() {
        return view! { <p class="panel empty">{desk.t("hooks-none")}</p> }.into_any();
    }
    let heads = ["hooks-endpoint", "hooks-standing", "hooks-waiting", "hooks-succeeded"]
        .map(|key| view! { <th scope="col" role="columnheader">{desk.t(key)}</th> });
    let rows = endpoints.iter().map(|endpoint| row(desk, endpoint)).collect_view();
    view! {
        <div class="table-frame">
            <table class="hooks" role="table">
                <caption class="vh">{desk.t("hooks-title")}</caption>
                <thead role="rowgroup"><tr role="row">{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(desk: &Desk, endpoint: &Endpoint) -> AnyView {
    let name = if endpoint.draft.description.is_empty() {
        endpoint.host()
    } else {
        endpoint.draft.description.clone()
    };
    let succeeded = match endpoint.succeeded_at {
        Some(moment) => view! { <When moment=when(desk, moment)/> }.into_any(),
        None => desk.t("hooks-never").into_any(),
    };
    view! {
        <tr role="row">
            <td role="cell" class="hook-name">
                <a href=at(endpoint.id)><bdi>{name}</bdi></a>
                <br/><span class="quiet-text hook-url">{endpoint.draft.url.clone()}</span>
            </td>
            <td role="cell">{how(desk, endpoint)}</td>
            <td role="cell">{untaken(desk, endpoint)}</td>
            <td role="cell">{succeeded}</td>
        </tr>
    }
    .into_any()
}
