//! Where one is signed in, each of which can be ended.

use domain::staff::SessionView;
use leptos::prelude::*;

use super::parts::when;
use crate::flows::Desk;

/// The table, and one button for all others.
pub(super) fn sessions(desk: &Desk, sessions: &[SessionView]) -> AnyView {
    let heads = ["browser", "since", "seen"].map(
        |column| view! { <th scope="col" role="columnheader">{desk.t(&format!("account-column-{column}"))}</th> },
    );
    let rows = sessions.iter().map(|session| row(desk, session)).collect_view();
    let others = sessions.iter().any(|session| !session.current).then(|| {
        view! {
            <form method="post" action="/admin/account" class="key-form">
                <p class="buttons"><button type="submit" name="do" value="others" class="button">{desk.t("account-end-others")}</button></p>
            </form>
        }
    });
    view! {
        <section aria-labelledby="sessions">
            <h2 id="sessions">{desk.t("account-sessions")}</h2>
            <div class="table-frame">
                <table class="keys" role="table" aria-labelledby="sessions">
                    <thead role="rowgroup">
                        <tr role="row">
                            {heads.into_iter().collect_view()}
                            <th scope="col" role="columnheader"><span class="vh">{desk.t("account-end")}</span></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
            {others}
        </section>
    }
    .into_any()
}

fn row(desk: &Desk, session: &SessionView) -> AnyView {
    let label = |column: &str| desk.t(&format!("account-column-{column}"));
    let browser = Some(session.browser.clone()).filter(|browser| !browser.is_empty());
    let browser = browser.unwrap_or_else(|| desk.t("account-browser-unknown"));
    let named = desk.name("account-end-one", browser.clone());
    let this = session.current.then(|| view! { <strong>{desk.t("account-this")}</strong> });
    view! {
        <tr role="row">
            <td role="cell" class="long">{browser} " " {this}</td>
            <td role="cell" data-label=label("since")>{when(desk, session.created_at)}</td>
            <td role="cell" data-label=label("seen")>{when(desk, session.last_seen_at)}</td>
            <td role="cell">
                <form method="post" action="/admin/account">
                    <input type="hidden" name="session" value=session.id.to_string()/>
                    <button type="submit" name="do" value="end" class="button" aria-label=named>{desk.t("account-end")}</button>
                </form>
            </td>
        </tr>
    }
    .into_any()
}
