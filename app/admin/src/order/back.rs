//! Something is sent back: asked for, declined, received with what of it can be sold again.

use domain::{
    ids::OrderId,
    order::{ReturnLine, ReturnView},
    returns::ReturnStatus,
};
use leptos::prelude::*;
use server_fn::ServerFn;
use ui::{Mark, When};

use super::sheet::Sheet;
use crate::{
    Problem, looks,
    me::may_change,
    outcome::Outcome,
    wire::{Post, PostForm},
    words::{language, t, t_count},
};

/// Asks, for the customer, to send an order back.
#[server(prefix = "/admin/fn", endpoint = "request_return")]
pub async fn request_return(id: OrderId, #[server(default)] reason: String) -> Result<(), Problem> {
    use domain::order::By;

    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let language = person.language;
    let asked = domain::returns::request(&shop, &By::Staff(person), id, &reason).await;
    asked.map_err(|fault| context::problem(fault, language))
}

/// Declines the return that was asked for.
#[server(prefix = "/admin/fn", endpoint = "decline_return")]
pub async fn decline_return(id: OrderId) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let declined = domain::returns::decline(&shop, &person, id).await;
    declined.map_err(|fault| context::problem(fault, person.language))
}

/// Has an order, seen at `version`, back; `pieces` names how many of each line can be sold again, as `line:pieces`.
#[server(prefix = "/admin/fn", endpoint = "receive_return")]
pub async fn receive_return(
    id: OrderId,
    version: i64,
    #[server(default)] pieces: Vec<Pieces>,
) -> Result<(), Problem> {
    use domain::returns::{Restock, receive};

    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let lines: Vec<_> =
        pieces.iter().map(|line| Restock { position: line.position, pieces: line.back }).collect();
    match receive(&shop, &person, id, &lines, version).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// How many pieces of a line can be sold again.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Pieces {
    position: i16,
    back: i32,
}

/// Where the return stands, and what may be done about it.
#[component]
pub fn ReturnPanel() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let posts = [Post::to(RequestReturn::PATH), Post::to(DeclineReturn::PATH), Post::to(ReceiveReturn::PATH)];
    for post in posts {
        sheet.after(move || post.result.get());
    }
    let [ask, decline, receive] = posts;
    let back = sheet.memo(|page| page.back.clone());
    let may = may_change();
    let asks = sheet.memo(move |page| may && page.allowed.ask_return);
    let declines = sheet.memo(move |page| may && page.allowed.decline_return);
    let receives = sheet.memo(move |page| may && page.allowed.receive_return);
    let there = sheet.memo(move |page| page.back.is_some() || (may && page.allowed.ask_return));
    view! {
        <Show when=move || there.get()>
            <section class="panel" aria-labelledby="return">
                <h2 id="return">{t("admin-return")}</h2>
                {move || back.get().map(|back| view! { <Stand back/> })}
                <Show when=move || receives.get()><ReceiveForm post=receive/></Show>
                <Show when=move || declines.get()><DeclineForm post=decline/></Show>
                <Show when=move || asks.get()><AskForm post=ask/></Show>
                <Outcome result=ask.result done=t("admin-return-asked")/>
                <Outcome result=decline.result done=t("admin-return-declined")/>
                <Outcome result=receive.result done=t("admin-return-received")/>
            </section>
        </Show>
    }
    .into_any()
}

#[component]
fn Stand(back: ReturnView) -> impl IntoView {
    let reason =
        (!back.reason.is_empty()).then(|| view! { <p class="said" dir="auto">{back.reason.clone()}</p> });
    let next = (back.status == ReturnStatus::Received)
        .then(|| view! { <p class="quiet-text">{t("admin-return-refund-next")}</p> });
    view! {
        <p class="flow"><Mark status=looks::back(back.status) word=back.status.say(language())/> " " <span class="meta"><When moment=back.at/></span></p>
        {reason}
        {next}
    }
    .into_any()
}

#[component]
fn AskForm(post: Post) -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let id = sheet.page.with_untracked(|page| page.id.to_string());
    let busy = post.busy;
    view! {
        <details class="fold">
            <summary>{t("admin-return-ask")}</summary>
            <PostForm post class="step">
                <input type="hidden" name="id" value=id/>
                <p>
                    <label for="return-reason">{t("admin-return-reason")}</label>
                    <textarea id="return-reason" name="reason" rows="2" maxlength="500"></textarea>
                </p>
                <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>{t("admin-return-ask")}</button>
            </PostForm>
        </details>
    }
    .into_any()
}

#[component]
fn DeclineForm(post: Post) -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let id = sheet.page.with_untracked(|page| page.id.to_string());
    let busy = post.busy;
    view! {
        <details class="fold">
            <summary>{t("admin-return-decline")}</summary>
            <PostForm post class="step">
                <p>{t("admin-return-decline-what")}</p>
                <input type="hidden" name="id" value=id/>
                <button type="submit" class="button danger" aria-disabled=move || busy.get().then_some("true")>{t("admin-return-decline")}</button>
            </PostForm>
        </details>
    }
    .into_any()
}

#[component]
fn ReceiveForm(post: Post) -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let version = sheet.part(|page| page.version);
    let (id, lines) = sheet.page.with_untracked(|page| {
        (page.id.to_string(), page.back.clone().map(|back| back.lines).unwrap_or_default())
    });
    let none = lines.is_empty().then(|| view! { <p class="quiet-text">{t("admin-return-no-stock")}</p> });
    let rows = (0_usize..).zip(lines).map(|(at, line)| view! { <Line at line/> }).collect_view();
    let busy = post.busy;
    view! {
        <PostForm post class="step">
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="version" value=version/>
            <p>{t("admin-return-receive-what")}</p>
            {none}
            <div class="restock">{rows}</div>
            <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>{t("admin-return-receive")}</button>
        </PostForm>
    }
    .into_any()
}

#[component]
fn Line(at: usize, line: ReturnLine) -> impl IntoView {
    let field = format!("restock-{}", line.position);
    view! {
        <p>
            <label for=field.clone()><bdi>{line.name}</bdi></label>
            <input type="hidden" name=format!("pieces[{at}][position]") value=line.position/>
            <input id=field name=format!("pieces[{at}][back]") type="number" class="num" min="0" max=line.most value=line.most/>
            <span class="hint">{t_count("admin-return-most", line.most.into())}</span>
        </p>
    }
    .into_any()
}
