//! What people do to stock: receive, count, correct. Three plain forms.

use leptos::prelude::*;
use server_fn::ServerFn;

use super::page::Changed;
use crate::{
    Problem,
    outcome::Outcome,
    wire::{Post, PostForm},
    words::t,
};

/// A delivery came.
#[server(prefix = "/admin/fn", endpoint = "receive_stock")]
pub async fn receive_stock(
    #[server(default)] sku: String,
    #[server(default)] pieces: String,
    #[server(default)] note: String,
    #[server(default)] key: String,
) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let done = domain::product::receive(&shop, &person, &sku, number(&pieces), &note, &key).await;
    done.map(drop).map_err(|fault| context::problem(fault, person.language))
}

/// Somebody counted the shelf, and believed before that there were `seen`.
#[server(prefix = "/admin/fn", endpoint = "count_stock")]
pub async fn count_stock(
    #[server(default)] sku: String,
    #[server(default)] pieces: String,
    #[server(default)] seen: String,
    #[server(default)] key: String,
) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let key = Some(&*key).filter(|key| !key.is_empty());
    let done = domain::product::count(&shop, &person, &sku, number(&pieces), number(&seen), key).await;
    done.map(drop).map_err(|fault| context::problem(fault, person.language))
}

/// Something is spoilt or lost, or the ledger is wrong.
#[server(prefix = "/admin/fn", endpoint = "correct_stock")]
pub async fn correct_stock(
    #[server(default)] sku: String,
    #[server(default)] kind: String,
    #[server(default)] pieces: String,
    #[server(default)] note: String,
    #[server(default)] key: String,
) -> Result<(), Problem> {
    use domain::product::Correction;

    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let pieces = number(&pieces);
    let what = if kind == "waste" { Correction::Waste(pieces) } else { Correction::By(pieces) };
    let done = domain::product::correct(&shop, &person, &sku, what, &note, &key).await;
    done.map(drop).map_err(|fault| context::problem(fault, person.language))
}

/// What was typed; what is no number is one that every verb refuses.
#[cfg(feature = "ssr")]
fn number(typed: &str) -> i32 {
    typed.trim().replace('−', "-").parse().unwrap_or(i32::MIN)
}

/// The three forms.
#[component]
pub fn StockForms(sku: Memo<String>) -> impl IntoView {
    view! {
        <section class="panel" aria-labelledby="stock-do">
            <h2 id="stock-do">{t("admin-stock")}</h2>
            <Form sku what="receive" path=ReceiveStock::PATH/>
            <Form sku what="count" path=CountStock::PATH/>
            <Form sku what="correct" path=CorrectStock::PATH/>
        </section>
    }
    .into_any()
}

#[component]
fn Form(sku: Memo<String>, what: &'static str, path: &'static str) -> impl IntoView {
    let post = Post::to(path);
    let (result, busy) = (post.result, post.busy);
    let changed = expect_context::<Changed>();
    let (pieces, note, seen) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    // One key for one delivery or count: a second click is the same one, the next one has another.
    let key = RwSignal::new(first());
    Effect::new(move |_| {
        let done = matches!(result.get(), Some(Ok(())));
        if done {
            pieces.set(String::new());
            note.set(String::new());
            seen.set(String::new());
        }
        if done || key.with_untracked(String::is_empty) {
            key.set(fresh());
        }
        if result.with(Option::is_some) {
            changed.0.update(|times| *times += 1);
        }
    });
    let id = move |field: &str| format!("{what}-{field}");
    let extra = match what {
        "count" => view! {
            <p>
                <label for=id("seen")>{t("admin-stock-seen")}</label>
                <input id=id("seen") name="seen" class="num" inputmode="numeric" required=true
                    prop:value=seen on:input:target=move |ev| seen.set(ev.target().value())/>
            </p>
        }
        .into_any(),
        "correct" => view! {
            <p>
                <label for=id("kind")>{t("admin-stock-kind")}</label>
                <select id=id("kind") name="kind">
                    <option value="waste">{t("admin-stock-kind-waste")}</option>
                    <option value="correction">{t("admin-stock-kind-correction")}</option>
                </select>
            </p>
        }
        .into_any(),
        _ => ().into_any(),
    };
    let needed = what == "correct";
    let note = (what != "count").then(|| {
        view! {
            <p class="wide">
                <label for=id("note")>{t("admin-stock-note")}</label>
                <input id=id("note") name="note" maxlength="500" required=needed
                    prop:value=note on:input:target=move |ev| note.set(ev.target().value())/>
            </p>
        }
    });
    view! {
        <details class="fold">
            <summary>{t(&format!("admin-stock-do-{what}"))}</summary>
            <p class="quiet-text">{t(&format!("admin-stock-what-{what}"))}</p>
            <PostForm post class="filter">
                <input type="hidden" name="sku" value=move || sku.get()/>
                <input type="hidden" name="key" value=move || key.get()/>
                {extra}
                <p>
                    <label for=id("pieces")>{t("admin-stock-pieces")}</label>
                    <input id=id("pieces") name="pieces" class="num" inputmode="numeric" required=true
                        prop:value=pieces on:input:target=move |ev| pieces.set(ev.target().value())/>
                </p>
                {note}
                <p class="actions">
                    <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>{t(&format!("admin-stock-do-{what}"))}</button>
                </p>
            </PostForm>
        </details>
        <Outcome result done=t("admin-stock-done")/>
    }
    .into_any()
}

/// The key of the form as the server drew it: a form posted without JavaScript has one, too.
fn first() -> String {
    #[cfg(feature = "ssr")]
    return domain::secret::token();
    #[cfg(not(feature = "ssr"))]
    String::new()
}

/// A key nobody has used.
fn fresh() -> String {
    #[cfg(feature = "hydrate")]
    return format!("{}-{}", js_sys::Date::now(), js_sys::Math::random());
    #[cfg(not(feature = "hydrate"))]
    String::new()
}
