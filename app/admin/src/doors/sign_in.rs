//! Signing in with email and password.

use domain::{Language, language::say, shop::About};
use leptos::prelude::*;

use super::frame::{document, drawn, languages, problem_line};

/// The page. `next` is where to go afterwards: a path of the admin, checked by whoever reads the form.
pub fn sign_in_page(
    about: &About,
    language: Language,
    options: &LeptosOptions,
    problem: Option<String>,
    email: &str,
    next: &str,
) -> String {
    drawn(|| {
        let (email, next) = (email.to_owned(), next.to_owned());
        let t = |key| say(language, key);
        let here = format!("/admin/sign-in?next={}&lang=", crate::orders::escape(&next));
        let form = view! {
            {problem_line(problem)}
            <form method="post" action="/admin/sign-in">
                <input type="hidden" name="next" value=next/>
                <p>
                    <label for="email">{t("admin-email")}</label>
                    <input id="email" name="email" type="email" autocomplete="username" required value=email/>
                </p>
                <p>
                    <label for="password">{t("admin-password")}</label>
                    <input id="password" name="password" type="password" autocomplete="current-password" required/>
                </p>
                <button type="submit" class="button primary">{t("admin-sign-in")}</button>
            </form>
            <p class="door-way"><a href="/admin/forgot">{t("account-forgot-ask")}</a></p>
            {languages(language, &here)}
        };
        document(about, language, options, &t("admin-sign-in"), form.into_any())
    })
}
