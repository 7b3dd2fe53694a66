//! Somebody has forgotten their password and asks for a link. What is answered says nothing about who has an account.

use domain::{Language, language::say, shop::About};
use leptos::prelude::*;

use super::frame::{document, drawn, languages, problem_line};

/// The page that asks for the email; after that, `sent`, the same for every email.
pub fn forgot_page(
    about: &About,
    language: Language,
    options: &LeptosOptions,
    problem: Option<String>,
    sent: bool,
) -> String {
    drawn(|| {
        let t = |key| say(language, key);
        let form = (!sent).then(|| {
            view! {
                <p>{t("account-forgot-what")}</p>
                <form method="post" action="/admin/forgot">
                    <p>
                        <label for="email">{t("admin-email")}</label>
                        <input id="email" name="email" type="email" autocomplete="username" required maxlength="254"/>
                    </p>
                    <button type="submit" class="button primary">{t("account-forgot-go")}</button>
                </form>
            }
        });
        let inside = view! {
            {problem_line(problem)}
            {sent.then(|| view! { <p role="status">{t("account-forgot-sent")}</p> })}
            {form}
            <p class="door-way"><a href="/admin/sign-in">{t("account-forgot-back")}</a></p>
            {languages(language, "/admin/forgot?lang=")}
        };
        document(about, language, options, &t("account-forgot"), inside.into_any())
    })
}
