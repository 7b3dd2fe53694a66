//! `/admin/team/{id}`: one colleague: invited again, renamed, given another role, signed out, freed of
//! a lost telephone, closed out and let in again.

use domain::{
    ids::NoticeId,
    notice::NoticeState,
    staff::{AccountEvent, AccountState, Colleague},
};
use leptos::prelude::*;

use super::{
    fields::{name, roles},
    form::{ColleagueForm, Flaws},
    history::history,
    parts::{link, mark, when, when_ever},
};
use crate::{
    doors::drawn,
    flows::Desk,
    notices::{Said, state_mark},
};

/// What the page shows.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Whose account.
    pub colleague: Colleague,
    /// What stands in its form.
    pub form: ColleagueForm,
    /// What is wrong with that.
    pub flaws: Flaws,
    /// About the last press.
    pub said: Said,
    /// The invitation's address, where it has just been made.
    pub link: Option<String>,
    /// The newest mail with a link of theirs, and how far it got.
    pub mail: Option<(NoticeId, NoticeState)>,
    /// Whether nobody else could change roles.
    pub last_admin: bool,
    /// What became of the account, newest first.
    pub history: Vec<AccountEvent>,
}

/// The page.
pub fn colleague_page(desk: &Desk, shown: &Shown) -> String {
    drawn(|| {
        let who = &shown.colleague;
        let (own, open) = (who.id == desk.person.id, who.state != AccountState::Closed);
        let inside = view! {
            <p class="back"><a href="/admin/team">{desk.t("team-all")}</a></p>
            <div class="title"><h1><bdi>{who.name.clone()}</bdi></h1> {mark(desk, who.state)}</div>
            {shown.said.lines()}
            {shown.link.as_deref().map(|address| link(desk, who, address))}
            {facts(desk, shown)}
            {own.then(|| view! { <p class="team-own"><a href="/admin/account">{desk.t("team-own")}</a></p> })}
            {open.then(|| change(desk, shown))}
            {(who.state == AccountState::Invited).then(|| plain(desk, who, "again"))}
            {(who.state == AccountState::Active && !own).then(|| plain(desk, who, "end"))}
            {(who.second_factor && !own).then(|| reset(desk, who))}
            {(open && !own).then(|| close(desk, who))}
            {(!open).then(|| plain(desk, who, "reopen"))}
            {history(desk, shown)}
        };
        desk.document_at("/admin/team", &who.name, "", inside.into_any())
    })
}

fn facts(desk: &Desk, shown: &Shown) -> AnyView {
    let who = &shown.colleague;
    let factor = if who.second_factor { "team-factor-on" } else { "team-factor-off" };
    let until = who.invited_until.map(|at| {
        view! { <div><dt>{desk.t("team-invited-until")}</dt><dd>{when(desk, at)}</dd></div> }
    });
    let orders = format!("/admin/orders?assignee={}", who.id);
    let mail = shown.mail.map(|(notice, state)| {
        let badge = state_mark(state, desk.person.language);
        view! { <div><dt>{desk.t("team-mail")}</dt><dd><a href=format!("/admin/notices/{notice}")>{badge}</a></dd></div> }
    });
    view! {
        <dl class="panel log-facts">
            <div><dt>{desk.t("team-column-email")}</dt><dd>{who.email.clone()}</dd></div>
            <div><dt>{desk.t("team-column-role")}</dt><dd>{who.role.say(desk.person.language)}</dd></div>
            <div><dt>{desk.t("team-language")}</dt><dd lang=who.language.tag()>{who.language.endonym()}</dd></div>
            <div><dt>{desk.t("team-factor")}</dt><dd>{desk.t(factor)}</dd></div>
            <div><dt>{desk.t("team-since")}</dt><dd>{when(desk, who.created_at)}</dd></div>
            {until}
            {mail}
            <div><dt>{desk.t("team-column-seen")}</dt><dd>{when_ever(desk, who.last_seen_at)}</dd></div>
            <div><dt>{desk.t("team-orders")}</dt><dd><a href=orders>{desk.t("team-orders-show")}</a></dd></div>
        </dl>
    }
    .into_any()
}

fn address(who: &Colleague) -> String {
    format!("/admin/team/{}", who.id)
}

fn change(desk: &Desk, shown: &Shown) -> AnyView {
    let who = &shown.colleague;
    view! {
        <section class="panel" aria-labelledby="change">
            <h2 id="change">{desk.t("team-change")}</h2>
            <form method="post" action=address(who) class="key-form">
                <input type="hidden" name="version" value=shown.form.version.to_string()/>
                {name(desk, &shown.form.name, &shown.flaws)}
                {roles(desk, shown.form.role, shown.last_admin)}
                <p class="buttons"><button type="submit" name="do" value="change" class="button primary">{desk.t("team-save")}</button></p>
            </form>
        </section>
    }
    .into_any()
}

/// What needs no more than a press: `team-again`, `team-end` and `team-reopen` name it, `…-what` says what happens.
fn plain(desk: &Desk, who: &Colleague, press: &'static str) -> AnyView {
    view! {
        <section class="panel" aria-labelledby=press>
            <h2 id=press>{desk.t(&format!("team-{press}"))}</h2>
            <p class="quiet-text">{desk.t(&format!("team-{press}-what"))}</p>
            <form method="post" action=address(who) class="key-form">
                <p class="buttons"><button type="submit" name="do" value=press class="button">{desk.t(&format!("team-{press}-go"))}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn reset(desk: &Desk, who: &Colleague) -> AnyView {
    view! {
        <section class="panel" aria-labelledby="reset">
            <h2 id="reset">{desk.t("team-reset")}</h2>
            <p class="quiet-text">{desk.t("team-reset-what")}</p>
            <form method="post" action=address(who) class="key-form">
                <p>
                    <label for="proof">{desk.t("team-reset-password")}</label>
                    <input id="proof" name="password" type="password" autocomplete="current-password" required maxlength="200"/>
                </p>
                <p class="buttons"><button type="submit" name="do" value="reset" class="button danger">{desk.t("team-reset-go")}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn close(desk: &Desk, who: &Colleague) -> AnyView {
    view! {
        <section class="panel" aria-labelledby="close">
            <h2 id="close">{desk.t("team-close")}</h2>
            <p class="quiet-text">{desk.t("team-close-what")}</p>
            <p class="quiet-text"><a href="/admin/keys">{desk.t("team-close-keys")}</a></p>
            <form method="post" action=address(who) class="key-form">
                <p><label><input type="checkbox" name="sure" value="1" required/> {desk.t("team-close-sure")}</label></p>
                <p class="buttons"><button type="submit" name="do" value="close" class="button danger">{desk.t("team-close-go")}</button></p>
            </form>
        </section>
    }
    .into_any()
}
