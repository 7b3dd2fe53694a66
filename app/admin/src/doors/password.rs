//! Somebody chooses a password by the link that was mailed to them: their first one, or another for one they forgot.

use domain::{
    Language,
    language::{say, say_with},
    shop::About,
    staff::{Colleague, LinkFor},
};
use leptos::prelude::*;

use super::frame::{document, drawn, languages, new_password, problem_line};

/// The page behind a link that still works. The hidden name lets a browser keep the password with the right account.
pub fn password_page(
    about: &About,
    language: Language,
    options: &LeptosOptions,
    token: &str,
    (why, owner): (LinkFor, &Colleague),
    problem: Option<String>,
) -> String {
    drawn(|| {
        let t = |key| say(language, key);
        let here = format!("/admin/password/{}?lang=", crate::orders::escape(token));
        let what = match why {
            LinkFor::Invitation => "account-link-invited",
            LinkFor::Password => "account-link-forgotten",
        };
        let hello = say_with(language, "account-link-hello", vec![("name", owner.name.clone().into())]);
        let what = say_with(language, what, vec![("shop", about.name.clone().into())]);
        let form = view! {
            <p>{hello}</p>
            <p>{what}</p>
            {problem_line(problem)}
            <form method="post" action="/admin/password">
                <input type="hidden" name="token" value=token.to_owned()/>
                <input class="account-name" type="email" name="email" autocomplete="username" value=owner.email.clone() readonly hidden/>
                {new_password(language)}
                <button type="submit" class="button primary">{t("account-link-go")}</button>
            </form>
            {languages(language, &here)}
        };
        document(about, language, options, &t("account-link"), form.into_any())
    })
}

/// What stands there when the link was used or is too old.
pub fn password_spent_page(about: &About, language: Language, options: &LeptosOptions) -> String {
    drawn(|| {
        let inside = view! {
            <p>{say(language, "account-link-spent")}</p>
            <p><a class="button" href="/admin/forgot">{say(language, "account-link-ask")}</a></p>
            <p class="door-way"><a href="/admin/sign-in">{say(language, "account-forgot-back")}</a></p>
        };
        document(about, language, options, &say(language, "admin-link-spent-title"), inside.into_any())
    })
}
