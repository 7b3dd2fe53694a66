//! Specs that cannot be made like this: back to the customer, in staff's words.

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

/// Sends an order that was seen at `version` back to the review of its specs, with a message the customer gets.
#[server(prefix = "/admin/fn", endpoint = "send_back")]
pub async fn send_back(id: OrderId, version: i64, #[server(default)] text: String) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    match domain::order::send_back(&shop, &person, id, &text, version).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// The form, while specs are under review or may go back to it. The text leaves the field only once it was sent.
#[component]
pub fn SendBackForm() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let post = Post::to(SendBack::PATH);
    let (result, busy) = (post.result, post.busy);
    let text = RwSignal::new(String::new());
    sheet.after(move || result.get());
    Effect::new(move |_| {
        if matches!(result.get(), Some(Ok(()))) {
            text.set(String::new());
        }
    });
    let id = sheet.page.with_untracked(|page| page.id.to_string());
    let version = sheet.part(|page| page.version);
    let may = sheet.memo(|page| page.reviewable);
    let form = move || {
        let id = id.clone();
        may.get().then(|| {
            view! {
                <details class="fold">
                    <summary>{t("admin-send-back")}</summary>
                    <PostForm post class="note-form">
                        <input type="hidden" name="id" value=id/>
                        <input type="hidden" name="version" value=version/>
                        <label for="send-back">{t("admin-send-back-message")}</label>
                        <textarea id="send-back" name="text" rows="3" maxlength="2000" required=true aria-describedby="send-back-hint"
                            prop:value=text on:input:target=move |ev| text.set(ev.target().value())></textarea>
                        <span id="send-back-hint" class="hint">{t("admin-send-back-what")}</span>
                        <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>{t("admin-send-back-do")}</button>
                    </PostForm>
                </details>
            }
        })
    };
    view! { {form} <Outcome result done=t("admin-send-back-done")/> }.into_any()
}
