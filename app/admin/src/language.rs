//! The person chooses the language they read; the choice is kept with their account.

use domain::Language;
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    Problem,
    outcome::Outcome,
    wire::{Post, PostForm},
    words::t,
};

/// Keeps the language and goes back to the page, which is then in it.
#[server(prefix = "/admin/fn", endpoint = "set_language")]
pub async fn set_language(language: Language) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    domain::staff::set_language(&shop, &person, language)
        .await
        .map_err(|fault| context::problem(fault, person.language))
}

/// The switch. Every word of the page changes, so the browser loads it anew.
#[component]
pub fn LanguageForm() -> impl IntoView {
    let post = Post::to(SetLanguage::PATH);
    let result = post.result;
    let now = crate::words::language();
    Effect::new(move |_| {
        if matches!(result.get(), Some(Ok(()))) {
            // A reload that fails leaves the old words, which is no harm.
            let _ = window().location().reload();
        }
    });
    let options = Language::ALL
        .map(|language| view! { <option value=language.tag() lang=language.tag() selected=language == now>{language.endonym()}</option> });
    view! {
        <div class="language">
            <PostForm post>
                <label for="language" class="vh">{t("admin-language")}</label>
                <select id="language" name="language">{options.into_iter().collect_view()}</select>
                <button type="submit" class="button quiet">{t("admin-language-set")}</button>
            </PostForm>
            <Outcome result done=""/>
        </div>
    }
    .into_any()
}
