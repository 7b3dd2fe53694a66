//! The second factor of one's own account: its panel on the account's page, the page that offers a secret, and the codes for paper, once.

use domain::staff::factor::{Factor, NewFactor};
use leptos::prelude::*;

use super::{
    account::Own,
    fields::{bad, why},
    form::Flaws,
    parts::when,
    qr::qr,
};
use crate::{doors::drawn, flows::Desk, notices::Said};

const DOOR: &str = "/admin/account/second-factor";

/// The panel. Turning it on or off and fresh codes need the password, and one field asks for it.
pub(super) fn factor(desk: &Desk, own: &Own) -> AnyView {
    let (what, presses) = match &own.factor {
        None => {
            (view! { <p class="quiet-text">{desk.t("account-factor-what")}</p> }.into_any(), &["begin"][..])
        }
        Some(on) => (facts(desk, on), &["codes", "off"][..]),
    };
    let buttons = presses.iter().map(|press| {
        let words = desk.t(&format!("account-factor-{press}"));
        view! { <button type="submit" name="do" value=*press class="button">{words}</button> }
    });
    view! {
        <section class="panel" aria-labelledby="factor">
            <h2 id="factor">{desk.t("account-factor")}</h2>
            {what}
            <form method="post" action=DOOR class="key-form">
                <input class="account-name" type="email" name="email" autocomplete="username" value=own.colleague.email.clone() readonly hidden/>
                <p>
                    <label for="proof">{desk.t("account-factor-password")}</label>
                    <input id="proof" name="password" type="password" autocomplete="current-password" required maxlength="200"
                        aria-invalid=bad(&own.flaws, "proof") aria-describedby="proof-why"/>
                    {why(&own.flaws, "proof")}
                </p>
                <p class="buttons">{buttons.collect_view()}</p>
            </form>
        </section>
    }
    .into_any()
}

fn facts(desk: &Desk, on: &Factor) -> AnyView {
    view! {
        <dl class="log-facts">
            <div><dt>{desk.t("account-factor-since")}</dt><dd>{when(desk, on.since)}</dd></div>
            <div><dt>{desk.t("account-factor-left")}</dt><dd class="num">{on.codes_left}</dd></div>
        </dl>
    }
    .into_any()
}

/// The page that offers a secret, as a picture and for typing, and takes the first code.
pub fn factor_page(desk: &Desk, offered: &NewFactor, flaws: &Flaws, said: &Said) -> String {
    drawn(|| {
        let fours = offered.secret.as_bytes().chunks(4).map(String::from_utf8_lossy);
        let secret = fours.collect::<Vec<_>>().join(" ");
        let inside = view! {
            <p class="back"><a href="/admin/account">{desk.t("account-factor-back")}</a></p>
            <h1>{desk.t("account-factor-title")}</h1>
            {said.lines()}
            <section class="panel factor-offer" aria-label=desk.t("account-factor-title")>
                <p>{desk.t("account-factor-scan")}</p>
                {qr(&offered.address, &desk.t("account-factor-qr"))}
                <p>{desk.t("account-factor-type")} " " <code id="secret" class="raw">{secret}</code></p>
                <form method="post" action=DOOR class="key-form">
                    <p>
                        <label for="code">{desk.t("account-factor-code")}</label>
                        <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="20"
                            aria-invalid=bad(flaws, "code") aria-describedby="code-why others"/>
                        {why(flaws, "code")}
                        <span id="others" class="hint">{desk.t("account-factor-others")}</span>
                    </p>
                    <p class="buttons">
                        <button type="submit" name="do" value="confirm" class="button primary">{desk.t("account-factor-confirm")}</button>
                    </p>
                </form>
            </section>
        };
        desk.document_at("/admin/account", &desk.t("account-factor-title"), "", inside.into_any())
    })
}

/// The codes for paper, on the one page that has them. A page that is printed leaves out what only a screen can do.
pub fn codes_page(desk: &Desk, codes: &[String], said: &Said) -> String {
    drawn(|| {
        let codes = codes.iter().map(|code| view! { <li class="raw">{code.clone()}</li> });
        let inside = view! {
            <h1>{desk.t("account-codes")}</h1>
            {said.lines()}
            <section class="panel" aria-label=desk.t("account-codes")>
                <p>{desk.t("account-codes-what")}</p>
                <ol role="list" class="factor-codes">{codes.collect_view()}</ol>
                <p class="buttons"><a class="button primary" href="/admin/account">{desk.t("account-codes-done")}</a></p>
            </section>
        };
        desk.document_at("/admin/account", &desk.t("account-codes"), "", inside.into_any())
    })
}
