//! Orders by stage. Columns are lists of cards with forms, and work so without JavaScript; with it, a card can also be dragged. The
//! server decides either way, and a card that may not go stays where it is while the reason is said.

mod ask;
mod card;
mod column;
mod kitchen;
mod ticket;

use column::{Columns, Dragged};
use domain::board::Board;
pub use kitchen::KitchenPage;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};
use server_fn::ServerFn;

use self::ask::{Board as AskBoard, MoveCard, board};
use crate::{
    Problem,
    live::Live,
    me::may_change,
    orders::escape,
    outcome::{ProblemLine, ProblemPanel},
    wire::{self, Answer, Answers, GetForm, Post},
    words::t,
};

async fn load(workflow: String, show: String) -> Result<Answer, Problem> {
    let address = format!("{}?workflow={}&show={}", AskBoard::PATH, escape(&workflow), escape(&show));
    wire::ask(address, || board(workflow, show)).await.map(|board| Answer::Board(Box::new(board)))
}

/// `/admin/board?workflow=…`
#[component]
pub fn BoardPage() -> impl IntoView {
    let live = expect_context::<Live>();
    provide_context::<Dragged>(RwSignal::new(None));
    let query = use_query_map();
    let text = move |name: &str| query.with(|query| query.get(name).unwrap_or_default());
    let asked = Memo::new(move |_| (text("workflow"), text("show")));
    let post = Post::to(MoveCard::PATH);
    let board = Answers::new(
        move || (asked.get(), live.anything.get(), post.busy.get()),
        |((workflow, show), ..)| load(workflow, show),
    );
    view! {
        <Title text=t("admin-nav-board")/>
        <h1>{t("admin-nav-board")}</h1>
        <Said post/>
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match board.await {
                    Ok(Answer::Board(board)) => view! { <Whole board=*board show=asked.get_untracked().1 post/> }.into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| board.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

/// What came of the last move, said aloud where one is: nobody is torn from what they do.
#[component]
pub fn Said(post: Post) -> impl IntoView {
    let done = t("admin-moved");
    let words = move || match post.result.get() {
        Some(Ok(())) => view! { <p class="outcome-good">{done.clone()}</p> }.into_any(),
        Some(Err(problem)) => view! { <div class="outcome-bad"><ProblemLine problem/></div> }.into_any(),
        None => ().into_any(),
    };
    view! { <div class="outcome board-said" role="status">{words}</div> }.into_any()
}

#[component]
fn Whole(board: Board, show: String, post: Post) -> impl IntoView {
    let here = board.workflow.clone();
    let options = board.workflows.into_iter().map(move |(key, name)| {
        let selected = key == here;
        view! { <option value=key selected=selected>{name}</option> }
    });
    let walls = (!board.locations.is_empty()).then(|| {
        let links = board.locations.into_iter().map(|place| {
            view! { <li><A href=format!("/admin/kitchen/{}", escape(&place))><bdi>{place}</bdi></A></li> }
        });
        view! {
            <nav class="views" aria-label=t("admin-kitchen-walls")>
                <h2>{t("admin-kitchen-walls")}</h2>
                <ul role="list">{links.collect_view()}</ul>
            </nav>
        }
    });
    let hint = may_change().then(|| view! { <p class="quiet-text">{t("admin-board-what")}</p> });
    view! {
        <GetForm action="/admin/board".to_owned() fields=&["workflow"] class="board-pick" stay=true>
            <label for="workflow">{t("admin-board-workflow")}</label>
            <select id="workflow" name="workflow">{options.collect_view()}</select>
            <button type="submit" class="button">{t("admin-board-show")}</button>
        </GetForm>
        {hint}
        <Columns columns=board.columns workflow=board.workflow show post/>
        {walls}
    }
    .into_any()
}
