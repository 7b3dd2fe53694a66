//! Three numbers that come to the whole: by shape and word, never by colour alone.

use domain::{
    bulk::{BulkCounts, BulkOutcome},
    order::Status,
};
use leptos::prelude::*;
use ui::Mark;

use crate::words::t;

/// The look of an outcome.
pub const fn look(outcome: BulkOutcome) -> Status {
    match outcome {
        BulkOutcome::Changed => Status::Delivered,
        BulkOutcome::Already => Status::Confirmed,
        BulkOutcome::Refused => Status::Exception,
    }
}

/// The numbers: what will be, or what was.
#[component]
pub fn Counts(counts: BulkCounts, will: bool) -> impl IntoView {
    let rows = [
        (BulkOutcome::Changed, counts.changed),
        (BulkOutcome::Already, counts.already),
        (BulkOutcome::Refused, counts.refused),
    ];
    let rows = rows.map(|(outcome, count)| {
        let word = outcome.as_str();
        let word = if will { t(&format!("admin-bulk-will-{word}")) } else { t(&format!("admin-bulk-done-{word}")) };
        view! { <li class:zero=(count == 0)><Mark status=look(outcome) word/> <span class="num count">{count}</span></li> }
    });
    view! { <ul role="list" class="panel counts bulk-counts">{rows.into_iter().collect_view()}</ul> }
        .into_any()
}
