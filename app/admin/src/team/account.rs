//! `/admin/account`: one's own account: the password, the second factor, and where one is signed in. For everybody.

use domain::staff::{Colleague, SessionView, factor::Factor};
use leptos::prelude::*;

use super::{
    factor::factor,
    fields::{bad, why},
    form::Flaws,
    sessions::sessions,
};
use crate::{doors::drawn, flows::Desk, notices::Said};

/// What the page shows.
#[derive(Debug, Clone)]
pub struct Own {
    /// The account.
    pub colleague: Colleague,
    /// Where it is signed in.
    pub sessions: Vec<SessionView>,
    /// Its second factor; `None` while it is off.
    pub factor: Option<Factor>,
    /// What is wrong with the passwords typed.
    pub flaws: Flaws,
    /// About the last press.
    pub said: Said,
}

/// The page.
pub fn account_page(desk: &Desk, own: &Own) -> String {
    drawn(|| {
        let who = &own.colleague;
        let inside = view! {
            <h1>{desk.t("account-title")}</h1>
            {own.said.lines()}
            <dl class="panel log-facts">
                <div><dt>{desk.t("team-column-name")}</dt><dd><bdi>{who.name.clone()}</bdi></dd></div>
                <div><dt>{desk.t("team-column-email")}</dt><dd>{who.email.clone()}</dd></div>
                <div>
                    <dt>{desk.t("team-column-role")}</dt>
                    <dd>{who.role.say(desk.person.language)} " " <span class="quiet-text">{desk.t(&format!("team-role-{}-what", who.role.as_str()))}</span></dd>
                </div>
            </dl>
            {password(desk, own)}
            {factor(desk, own)}
            {sessions(desk, &own.sessions)}
        };
        desk.document_at("/admin/account", &desk.t("account-title"), "", inside.into_any())
    })
}

/// The hidden name lets a browser keep the new password with the right account.
fn password(desk: &Desk, own: &Own) -> AnyView {
    let flaws = &own.flaws;
    view! {
        <section class="panel" aria-labelledby="password">
            <h2 id="password">{desk.t("account-password")}</h2>
            <p class="quiet-text">{desk.t("account-password-what")}</p>
            <form method="post" action="/admin/account" class="key-form">
                <input class="account-name" type="email" name="email" autocomplete="username" value=own.colleague.email.clone() readonly hidden/>
                <p>
                    <label for="current">{desk.t("account-current")}</label>
                    <input id="current" name="current" type="password" autocomplete="current-password" required maxlength="200"
                        aria-invalid=bad(flaws, "current") aria-describedby="current-why"/>
                    {why(flaws, "current")}
                </p>
                <p>
                    <label for="new">{desk.t("account-new")}</label>
                    <input id="new" name="new" type="password" autocomplete="new-password" required minlength="12" maxlength="200"
                        aria-invalid=bad(flaws, "new") aria-describedby="new-why rules"/>
                    <span id="rules" class="hint">{desk.t("admin-password-rules")}</span>
                    {why(flaws, "new")}
                </p>
                <p class="buttons"><button type="submit" name="do" value="password" class="button primary">{desk.t("account-password-go")}</button></p>
            </form>
        </section>
    }
    .into_any()
}
