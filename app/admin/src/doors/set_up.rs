//! The first person of a shop gives themselves an account.

use domain::{Language, language::say, shop::About};
use leptos::prelude::*;

use super::frame::{document, drawn, languages, new_password, problem_line};

/// The page behind the one-time link.
pub fn set_up_page(
    about: &About,
    language: Language,
    options: &LeptosOptions,
    token: &str,
    problem: Option<String>,
    name: &str,
    email: &str,
) -> String {
    drawn(|| {
        let (token, name, email) = (token.to_owned(), name.to_owned(), email.to_owned());
        let t = |key| say(language, key);
        let here = format!("/admin/set-up/{}?lang=", crate::orders::escape(&token));
        let form = view! {
            <p>{t("admin-set-up-what")}</p>
            {problem_line(problem)}
            <form method="post" action="/admin/set-up">
                <input type="hidden" name="token" value=token/>
                <p>
                    <label for="name">{t("admin-name")}</label>
                    <input id="name" name="name" autocomplete="name" required maxlength="200" value=name/>
                </p>
                <p>
                    <label for="email">{t("admin-email")}</label>
                    <input id="email" name="email" type="email" autocomplete="username" required maxlength="254" value=email/>
                </p>
                {new_password(language)}
                <button type="submit" class="button primary">{t("admin-set-up-go")}</button>
            </form>
            {languages(language, &here)}
        };
        document(about, language, options, &t("admin-set-up"), form.into_any())
    })
}
