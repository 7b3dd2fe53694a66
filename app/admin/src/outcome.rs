//! What came of a form: said once, aloud too, beside the form.

use leptos::prelude::*;

use crate::{
    Kind, Problem,
    words::{language, t_name},
};

/// A result as one line. The region is there before there is anything to say, or screen readers would miss the first words.
#[component]
pub fn Outcome(
    /// The form's last result.
    #[prop(into)]
    result: Signal<Option<Result<(), Problem>>>,
    /// What to say when it worked.
    #[prop(into)]
    done: String,
) -> impl IntoView {
    let failed = move || result.get().and_then(Result::err).map(|problem| view! { <ProblemLine problem/> });
    let worked = move || result.get().is_some_and(|result| result.is_ok()).then(|| done.clone());
    view! {
        <div class="outcome">
            <div class="outcome-bad" role="alert">{failed}</div>
            <div class="outcome-good" role="status">{worked}</div>
        </div>
    }
    .into_any()
}

/// A problem, with the way out of it where there is one.
#[component]
pub fn ProblemLine(
    /// What went wrong.
    problem: Problem,
) -> impl IntoView {
    let language = language();
    let incident = problem.incident.as_deref().map(|id| t_name("admin-problem-incident", id));
    let sign_in = (problem.kind == Kind::SignedOut).then(|| {
        view! { " " <a href="/admin/sign-in" rel="external" target="_blank">{crate::words::t("admin-sign-in")}</a> }
    });
    view! { <p>{problem.say(language)} {incident.map(|words| format!(" {words}"))} {sign_in}</p> }.into_any()
}

/// A problem in place of a page's content.
#[component]
pub fn ProblemPanel(
    /// What went wrong.
    problem: Problem,
    /// Tries again.
    #[prop(into)]
    retry: Callback<()>,
) -> impl IntoView {
    let again = problem.kind != Kind::Forbidden && problem.kind != Kind::NotFound;
    view! {
        <div class="panel problem" role="alert">
            <ProblemLine problem/>
            {again.then(|| view! {
                <button type="button" class="button" on:click=move |_| retry.run(())>{crate::words::t("admin-retry")}</button>
            })}
        </div>
    }
    .into_any()
}
