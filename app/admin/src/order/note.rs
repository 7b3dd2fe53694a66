//! A note that only staff read.

use domain::ids::OrderId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::sheet::Sheet;
use crate::{
    Problem,
    outcome::Outcome,
    wire::{Post, PostForm},
    words::t,
};

/// Adds a note.
#[server(prefix = "/admin/fn", endpoint = "add_note")]
pub async fn add_note(id: OrderId, #[server(default)] text: String) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    match domain::order::add_note(&shop, &person, id, &text).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// The form. The text leaves the field only once it was saved.
#[component]
pub fn NoteForm() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let post = Post::to(AddNote::PATH);
    let result = post.result;
    let text = RwSignal::new(String::new());
    sheet.after(move || result.get());
    Effect::new(move |_| {
        if matches!(result.get(), Some(Ok(()))) {
            text.set(String::new());
        }
    });
    let id = sheet.page.with_untracked(|page| page.id.to_string());
    let busy = post.busy;
    view! {
        <PostForm post class="note-form">
            <input type="hidden" name="id" value=id/>
            <label for="note">{t("admin-note")}</label>
            <textarea id="note" name="text" rows="2" maxlength="4000" aria-describedby="note-hint"
                prop:value=text on:input:target=move |ev| text.set(ev.target().value())></textarea>
            <span id="note-hint" class="hint">{t("admin-note-what")}</span>
            <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>{t("admin-note-add")}</button>
        </PostForm>
        <Outcome result done=t("admin-note-added")/>
    }
    .into_any()
}
