//! Every message in every channel and language, and how each stands.

use domain::notice::{
    Channel, NoticeKind,
    template::{CHANNELS, TemplateCell, TemplateKey, TemplateRow},
};
use leptos::prelude::*;
use ui::Shape;

use super::{
    mark::{class, drawing, legend, word},
    sheet::{address, kind_name},
};
use crate::{
    doors::drawn,
    flows::Desk,
    messages::{MessagesNav, MessagesPage},
};

/// The page: a row for each kind, a column for each channel, in each cell the four languages.
pub fn list_page(desk: &Desk, rows: &[TemplateRow]) -> String {
    drawn(|| {
        let language = desk.person.language;
        let heads = CHANNELS.map(|channel| view! { <th scope="col">{channel.say(language)}</th> });
        let kinds = NoticeKind::ALL.into_iter().filter(|kind| rows.iter().any(|row| row.kind == *kind));
        let lines = kinds.map(|kind| line(desk, kind, rows)).collect_view();
        let title = desk.t("messages-templates");
        let inside = view! {
            <MessagesNav here=MessagesPage::Templates role=desk.person.role language/>
            <h1>{title.clone()}</h1>
            <p class="quiet-text">{desk.t("editor-what")}</p>
            {legend(desk)}
            <div class="table-frame template-grid">
                <table>
                    <thead><tr><th scope="col">{desk.t("editor-kind")}</th>{heads.into_iter().collect_view()}</tr></thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        };
        desk.document_at(MessagesPage::Log.path(), &title, "", inside.into_any())
    })
}

fn line(desk: &Desk, kind: NoticeKind, rows: &[TemplateRow]) -> AnyView {
    let name = kind_name(desk, kind);
    let cell = |channel: Channel| {
        let row = rows.iter().find(|row| row.kind == kind && row.channel == channel);
        let links = row.map(|row| {
            let links = row.cells.iter().map(|cell| link(desk, row, cell, &name));
            view! { <ul role="list">{links.collect_view()}</ul> }
        });
        view! { <td data-label=channel.say(desk.person.language)>{links}</td> }
    };
    view! { <tr><th scope="row">{name.clone()}</th>{CHANNELS.map(cell).into_iter().collect_view()}</tr> }
        .into_any()
}

fn link(desk: &Desk, row: &TemplateRow, cell: &TemplateCell, name: &str) -> AnyView {
    let key = TemplateKey { kind: row.kind, channel: row.channel, language: cell.language };
    let stands = word(desk, cell.state);
    let channel = row.channel.say(desk.person.language);
    let whole = format!("{name}, {channel}, {}: {stands}", cell.language.endonym());
    let tag = cell.language.tag().to_uppercase();
    view! {
        <li><a href=address(key) class=class(cell.state) aria-label=format!("{tag}, {whole}") title=stands><Shape drawing=drawing(cell.state)/> {tag.clone()}</a></li>
    }
    .into_any()
}
