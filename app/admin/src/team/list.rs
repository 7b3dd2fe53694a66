//! `/admin/team`: everybody who has or had an account, and the form that invites somebody.

use domain::{ids::StaffId, staff::Colleague};
use leptos::prelude::*;

use super::{
    fields::{email, languages, name, roles},
    form::{ColleagueForm, Flaws},
    parts::{mark, when_ever},
};
use crate::{doors::drawn, flows::Desk, notices::Said};

/// The page. `id` is what an account made by the form will be called: pressed twice, it is one account.
pub fn list_page(
    desk: &Desk,
    team: &[Colleague],
    (id, form, flaws): (StaffId, &ColleagueForm, &Flaws),
    said: &Said,
) -> String {
    drawn(|| {
        let inside = view! {
            <h1>{desk.t("team-title")}</h1>
            <p class="quiet-text">{desk.t("team-what")}</p>
            {said.lines()}
            {table(desk, team)}
            <section class="panel" aria-labelledby="new">
                <h2 id="new">{desk.t("team-invite")}</h2>
                <p class="quiet-text">{desk.t("team-invite-what")}</p>
                <form method="post" action="/admin/team#new" class="key-form">
                    <input type="hidden" name="id" value=id.to_string()/>
                    {name(desk, &form.name, flaws)}
                    {email(desk, &form.email, flaws)}
                    {roles(desk, form.role, false)}
                    {languages(desk, form.language)}
                    <p class="buttons"><button type="submit" class="button primary">{desk.t("team-invite-go")}</button></p>
                </form>
            </section>
        };
        desk.document_at("/admin/team", &desk.t("team-title"), "", inside.into_any())
    })
}

fn table(desk: &Desk, team: &[Colleague]) -> AnyView {
    let heads = ["name", "email", "role", "state", "seen"].map(
        |column| view! { <th scope="col" role="columnheader">{desk.t(&format!("team-column-{column}"))}</th> },
    );
    let rows = team.iter().map(|colleague| row(desk, colleague)).collect_view();
    view! {
        <div class="table-frame">
            <table class="keys" role="table">
                <caption class="vh">{desk.t("team-title")}</caption>
                <thead role="rowgroup"><tr role="row">{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(desk: &Desk, colleague: &Colleague) -> AnyView {
    let label = |column: &str| desk.t(&format!("team-column-{column}"));
    let own = (colleague.id == desk.person.id)
        .then(|| view! { <a class="team-own" href="/admin/account">{desk.t("team-you")}</a> });
    let steps = colleague
        .second_factor
        .then(|| view! { <span class="quiet-text">{desk.t("team-factor-mark")}</span> });
    view! {
        <tr role="row">
            <td role="cell" class="long"><a href=format!("/admin/team/{}", colleague.id)><bdi>{colleague.name.clone()}</bdi></a> " " {own}</td>
            <td role="cell" data-label=label("email") class="long">{colleague.email.clone()}</td>
            <td role="cell" data-label=label("role")>{colleague.role.say(desk.person.language)}</td>
            <td role="cell">{mark(desk, colleague.state)} " " {steps}</td>
            <td role="cell" data-label=label("seen")>{when_ever(desk, colleague.last_seen_at)}</td>
        </tr>
    }
    .into_any()
}
