//! After the password: the code of a telephone, or one on paper.

use domain::{Language, language::say, shop::About};
use leptos::prelude::*;

use super::frame::{document, drawn, languages, problem_line};

/// The page. `next` is where to go afterwards: a path of the admin, checked by whoever reads the form. A telephone's keys for digits have
/// no letters, so that a code on paper has a field of its own.
pub fn code_page(
    about: &About,
    language: Language,
    options: &LeptosOptions,
    problem: Option<String>,
    next: &str,
) -> String {
    drawn(|| {
        let t = |key| say(language, key);
        let here = format!("/admin/sign-in/code?next={}&lang=", crate::orders::escape(next));
        let form = view! {
            <p>{t("account-code-what")}</p>
            {problem_line(problem)}
            <form method="post" action="/admin/sign-in/code">
                <input type="hidden" name="next" value=next.to_owned()/>
                <p>
                    <label for="code">{t("account-code-field")}</label>
                    <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="20"/>
                </p>
                <button type="submit" class="button primary">{t("account-code-go")}</button>
            </form>
            <details>
                <summary>{t("account-code-lost")}</summary>
                <p>{t("account-code-lost-what")}</p>
                <form method="post" action="/admin/sign-in/code">
                    <input type="hidden" name="next" value=next.to_owned()/>
                    <p>
                        <label for="paper">{t("account-code-paper")}</label>
                        <input id="paper" name="code" class="raw" autocomplete="off" autocapitalize="characters" spellcheck="false" required
                            maxlength="20" placeholder="7K3QD-2M4XP"/>
                    </p>
                    <button type="submit" class="button">{t("account-code-paper-go")}</button>
                </form>
            </details>
            <p class="door-way"><a href="/admin/sign-in">{t("account-code-again")}</a></p>
            {languages(language, &here)}
        };
        document(about, language, options, &t("account-code"), form.into_any())
    })
}
