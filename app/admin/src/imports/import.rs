//! One import: what it would do, how far it is, what came of it, and what is wrong.

use domain::import::{Counts, ImportPage, ImportState, Problem};
use leptos::prelude::*;

use crate::{doors::drawn, flows::Desk};

/// The page. `problem` is why it was not started.
pub fn import_page(desk: &Desk, import: &ImportPage, problem: Option<String>) -> String {
    drawn(|| {
        let title = desk.name("import-of", import.file.clone());
        let counts = if import.state == ImportState::Checked { import.predicted } else { import.outcome };
        let inside = view! {
            <p><a href="/admin/import">{desk.t("import-title")}</a></p>
            <h1>{desk.t("import-of-what")} " " <bdi>{import.file.clone()}</bdi></h1>
            <p class="meta">
                {import.kind.say(desk.person.language)} " · " <bdi>{import.actor.clone()}</bdi> " · "
                <time datetime=import.created.iso.clone()>{import.created.label.clone()}</time>
            </p>
            {problem.map(|problem| view! { <p class="panel problem" role="alert">{problem}</p> })}
            {standing(desk, import)}
            {tally(desk, counts)}
            {go(desk, import)}
            {(!import.problems.is_empty()).then(|| problems(desk, import))}
        };
        desk.document_at("/admin/import", &title, "", inside.into_any())
    })
}

fn standing(desk: &Desk, import: &ImportPage) -> AnyView {
    let word = desk.t(&format!("import-standing-{}", import.state.as_str()));
    let progress = (import.state == ImportState::Running).then(|| {
        view! {
            <progress max=import.total.to_string() value=import.done.to_string() aria-label=word.clone()></progress>
            " " <span class="num">{import.done} " / " {import.total}</span>
        }
    });
    view! { <p class="bulk-state"><strong role="status">{word.clone()}</strong> " " {progress}</p> }
        .into_any()
}

fn tally(desk: &Desk, counts: Counts) -> AnyView {
    let rows = [
        ("import-created", counts.created),
        ("import-changed", counts.changed),
        ("import-same", counts.same),
        ("import-wrong", counts.wrong),
    ];
    let rows =
        rows.map(|(key, count)| view! { <div><dt>{desk.t(key)}</dt><dd class="num">{count}</dd></div> });
    view! { <dl class="import-tally panel">{rows.into_iter().collect_view()}</dl> }.into_any()
}

fn go(desk: &Desk, import: &ImportPage) -> AnyView {
    let left = import.total - import.done;
    if import.state != ImportState::Checked || left == 0 {
        return ().into_any();
    }
    let tells = if import.tells { "import-will-tell" } else { "import-will-not-tell" };
    let tells = (import.kind == domain::import::ImportKind::Orders).then(|| desk.t(tells));
    view! {
        <form method="post" action=format!("/admin/import/{}", import.id) class="import-form">
            <p class="buttons">
                <button type="submit" class="button primary">{desk.count("import-go", left, "")}</button>
            </p>
            <p class="quiet-text">{desk.t("import-go-what")} " " {tells}</p>
        </form>
    }
    .into_any()
}

fn problems(desk: &Desk, import: &ImportPage) -> AnyView {
    let heads = ["line", "column", "problem"].map(|head| {
        view! { <th scope="col">{desk.t(&format!("import-head-{head}"))}</th> }
    });
    let rows = import.problems.iter().map(|problem| row(desk, problem));
    let shown = i64::try_from(import.problems.len()).unwrap_or_default();
    let more = (import.all_problems > shown).then(|| {
        view! { <p class="quiet-text">{desk.count("import-first", shown, import.all_problems.to_string())}</p> }
    });
    let href = format!("/admin/import/{}/problems.csv", import.id);
    view! {
        <section aria-labelledby="problems">
            <h2 id="problems">{desk.t("import-problems")}</h2>
            {more}
            <p><a href=href download="">{desk.t("import-problems-csv")}</a></p>
            <div class="table-frame"><table>
                <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table></div>
        </section>
    }
    .into_any()
}

fn row(desk: &Desk, problem: &Problem) -> AnyView {
    let label = |head: &str| desk.t(&format!("import-head-{head}"));
    view! {
        <tr>
            <th scope="row" class="num">{problem.line}</th>
            <td data-label=label("column")><code>{problem.column.clone()}</code></td>
            <td data-label=label("problem")>{problem.say(desk.person.language)}</td>
        </tr>
    }
    .into_any()
}
