//! The page on which a file is sent: what it may hold, column by column, and the files that came before.

use domain::import::{ImportKind, ImportLine, columns};
use leptos::prelude::*;

use crate::{doors::drawn, flows::Desk};

/// What was chosen the last time, shown again.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sent {
    /// What the file holds.
    pub kind: Option<ImportKind>,
    /// Whether customers are to hear of it.
    pub tells: bool,
}

/// The page. `problem` is why the file was not taken.
pub fn upload_page(desk: &Desk, sent: &Sent, recent: &[ImportLine], problem: Option<String>) -> String {
    drawn(|| {
        let title = desk.t("import-title");
        let inside = view! {
            <h1>{title.clone()}</h1>
            <p class="quiet-text">{desk.t("import-what")}</p>
            {form(desk, sent, problem)}
            {ImportKind::ALL.map(|kind| help(desk, kind)).into_iter().collect_view()}
            {(!recent.is_empty()).then(|| list(desk, recent))}
        };
        desk.document_at("/admin/import", &title, "", inside.into_any())
    })
}

fn form(desk: &Desk, sent: &Sent, problem: Option<String>) -> AnyView {
    let bad = problem.is_some().then_some("true");
    let chosen = sent.kind.unwrap_or(ImportKind::Orders);
    let kinds = ImportKind::ALL.map(|kind| {
        view! { <option value=kind.as_str() selected=kind == chosen>{kind.say(desk.person.language)}</option> }
    });
    view! {
        <section class="panel" aria-labelledby="import">
            <h2 id="import">{desk.t("import-send")}</h2>
            <form method="post" action="/admin/import" enctype="multipart/form-data" class="import-form">
                <p>
                    <label for="kind">{desk.t("import-holds")}</label>
                    <select id="kind" name="kind">{kinds.into_iter().collect_view()}</select>
                </p>
                <p>
                    <label for="file">{desk.t("import-file")}</label>
                    <input type="file" id="file" name="file" required accept=".csv,.tsv,.txt,text/csv" aria-invalid=bad aria-describedby="file-why"/>
                    <span id="file-why" class="field-bad" role="alert">{problem}</span>
                </p>
                <p class="flags">
                    <label><input type="checkbox" name="tells" value="1" checked=sent.tells/> " " {desk.t("import-tells")}</label>
                </p>
                <p class="buttons"><button type="submit" class="button primary">{desk.t("import-look")}</button></p>
            </form>
        </section>
    }
    .into_any()
}

/// Every column with what may stand in it.
fn help(desk: &Desk, kind: ImportKind) -> AnyView {
    let rows = columns(kind).iter().map(|column| {
        let needed = column.needed.then(|| view! { <strong>{desk.t("import-needed")}</strong> " " });
        view! {
            <div><dt><code>{column.name}</code></dt><dd>{needed} {column.rule(desk.person.language)}</dd></div>
        }
    });
    let href = format!("/admin/import/sample/{}.csv", kind.as_str());
    view! {
        <details class="fold">
            <summary>{desk.t(&format!("import-columns-{}", kind.as_str()))}</summary>
            <p>{desk.t(&format!("import-how-{}", kind.as_str()))}</p>
            <p><a href=href download="">{desk.t("import-sample")}</a></p>
            <dl class="import-columns">{rows.collect_view()}</dl>
        </details>
    }
    .into_any()
}

fn list(desk: &Desk, recent: &[ImportLine]) -> AnyView {
    let rows = recent.iter().map(|line| {
        let href = format!("/admin/import/{}", line.id);
        let state = desk.t(&format!("import-state-{}", line.state.as_str()));
        view! {
            <li>
                <a href=href><bdi>{line.file.clone()}</bdi></a>
                " · " {line.kind.say(desk.person.language)} " · " {state} " · " <bdi>{line.actor.clone()}</bdi> ", "
                <time datetime=line.created.iso.clone()>{line.created.label.clone()}</time>
            </li>
        }
    });
    view! {
        <section class="panel" aria-labelledby="recent">
            <h2 id="recent">{desk.t("import-recent")}</h2>
            <ul>{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}
