//! `/admin/feed`: a person's own news, the newest first.

use domain::notice::feed::{FeedPage, FeedRow};
use leptos::prelude::*;
use ui::When;

use super::live::SCRIPT;
use crate::{doors::drawn, flows::Desk};

/// The page.
pub fn feed_page(desk: &Desk, page: FeedPage) -> String {
    drawn(|| {
        let newest = page.rows.first().map(|row| row.id.to_string());
        let read = newest.filter(|_| page.unread > 0).map(|newest| {
            view! {
                <form method="post" action="/admin/feed">
                    <input type="hidden" name="newest" value=newest/>
                    <button type="submit" class="button">{desk.t("feed-read-all")}</button>
                </form>
            }
        });
        let next = page.next.clone().map(|after| {
            let href = format!("/admin/feed?after={after}");
            view! { <nav class="pager" aria-label=desk.t("admin-pages")><a href=href rel="next">{desk.t("admin-page-next")}</a></nav> }
        });
        let rows = if page.rows.is_empty() {
            view! { <p class="panel empty">{desk.t("feed-none")}</p> }.into_any()
        } else {
            let rows = page.rows.into_iter().map(|line| row(desk, line)).collect_view();
            view! { <ul role="list" class="entries panel feed">{rows}</ul> }.into_any()
        };
        let inside = view! {
            <h1>{desk.t("feed-title")}</h1>
            <div id="feed" data-live="">
                <div class="feed-head"><p>{desk.count("feed-unread", page.unread, "")}</p> {read}</div>
                {rows}
                {next}
            </div>
        };
        desk.document_at("/admin/feed", &desk.t("feed-title"), SCRIPT, inside.into_any())
    })
}

fn row(desk: &Desk, line: FeedRow) -> AnyView {
    // Unread is said by a word, and seen by the weight.
    let (class, fresh) = if line.read {
        ("", None)
    } else {
        ("fresh", Some(view! { <span class="tag">{desk.t("feed-new")}</span> " " }))
    };
    let sentence = match line.leads {
        Some(href) => view! { <a href=href>{line.sentence}</a> }.into_any(),
        None => line.sentence.into_any(),
    };
    view! { <li class=class><span>{fresh}{sentence}</span> <span class="meta"><When moment=line.at/></span></li> }
        .into_any()
}
