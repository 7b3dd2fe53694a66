//! A print run: the papers of many orders in one document, each order's beginning on a sheet of its own.

use std::collections::HashMap;

use domain::{
    Language,
    ids::LabelId,
    language::{say, say_with},
    order::{OrderNumber, Paper, Sheet},
    shop::About,
};
use leptos::prelude::*;

use crate::{
    Size, Undrawable, assets::PRINT, frame::document, label::DrawnLabel, slip::slip, ticket::ticket,
    toolbar::toolbar,
};

/// Everything about a run.
#[derive(Debug)]
pub struct Run<'a> {
    /// What the shop says about itself.
    pub about: &'a About,
    /// Where the admin's stylesheet is.
    pub options: &'a LeptosOptions,
    /// The language of whoever prints.
    pub language: Language,
    /// The orders, in the order in which they are printed.
    pub sheets: &'a [Sheet],
    /// What is printed of each.
    pub papers: &'a [Paper],
    /// On what.
    pub size: Size,
    /// All slips without prices, not only those of orders that say they are gifts.
    pub gift: bool,
    /// The labels of all of them.
    pub labels: &'a HashMap<LabelId, LabelPaper>,
    /// What was asked for and is no order.
    pub unknown: &'a [String],
    /// How many orders were asked for beyond what one run takes.
    pub beyond: usize,
    /// The run's name in the orders' histories.
    pub id: &'a str,
    /// Whether the run before was noted: said to whoever prints without JavaScript.
    pub noted: bool,
    /// This document's path and query.
    pub here: &'a str,
}

/// One label's paper, or why there is none.
#[derive(Debug, Clone)]
pub enum LabelPaper {
    /// Its sheets.
    Drawn(Vec<DrawnLabel>),
    /// The carrier's side does not hand it out now.
    Away,
    /// It cannot be printed among others.
    Odd(Undrawable),
}

/// The document.
pub fn print_page(run: &Run<'_>) -> String {
    let title = say(run.language, "paper-papers");
    document(run.about, run.language, run.options, &title, Some(&*PRINT), || {
        let papers: Vec<_> = run.sheets.iter().map(|sheet| of_order(run, sheet)).collect();
        let class = format!("run size-{}", run.size.as_str());
        // A sheet is wider than a phone: what scrolls sideways must be reachable by keyboard.
        view! {
            <main class="print-page" id="content">
                {toolbar(run)}
                <div class=class role="region" aria-label=title.clone() tabindex="0">{papers}</div>
            </main>
        }
        .into_any()
    })
}

fn of_order(run: &Run<'_>, sheet: &Sheet) -> Vec<AnyView> {
    let mut papers = Vec::new();
    for paper in run.papers {
        match paper {
            Paper::Ticket => papers.push(ticket(run.about, run.language, sheet)),
            Paper::Slip => papers.push(slip(run.about, sheet, run.gift || sheet.gift)),
            Paper::Label if sheet.labels.is_empty() => {
                papers.push(missing(run.language, &sheet.number, "paper-label-none"));
            }
            Paper::Label => papers.extend(sheet.labels.iter().flat_map(|id| label(run, sheet, *id))),
        }
    }
    papers
}

fn label(run: &Run<'_>, sheet: &Sheet, id: LabelId) -> Vec<AnyView> {
    let number = &sheet.number;
    let drawn = match run.labels.get(&id) {
        Some(LabelPaper::Drawn(drawn)) => drawn,
        Some(LabelPaper::Odd(Undrawable::Foreign)) => {
            return vec![missing(run.language, number, "paper-label-foreign")];
        }
        Some(LabelPaper::Odd(Undrawable::Broken)) => {
            return vec![missing(run.language, number, "paper-label-broken")];
        }
        Some(LabelPaper::Away) | None => return vec![missing(run.language, number, "paper-label-away")],
    };
    let page = |drawn: &DrawnLabel| {
        let class = format!("label-sheet label-{}", drawn.sheet.as_str());
        let alt = say_with(run.language, "paper-label-of", vec![("number", number.to_string().into())]);
        view! { <div class=class><img src=drawn.picture.clone() alt=alt/></div> }.into_any()
    };
    drawn.iter().map(page).collect()
}

/// On the screen only, but in its place, so that nobody packs a parcel without wondering.
fn missing(language: Language, number: &OrderNumber, key: &str) -> AnyView {
    let words = say_with(language, key, vec![("number", number.to_string().into())]);
    let href = format!("/admin/orders/{number}");
    view! { <p class="panel problem screen-only" role="note">{words} " " <a href=href>{number.to_string()}</a></p> }
        .into_any()
}
