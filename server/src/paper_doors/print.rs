//! `/admin/print`: looking at papers writes nothing; printing them is a form of its own.

use axum::{
    Form,
    extract::{OriginalUri, RawQuery, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::order::{self, OrderNumber, Paper};
use papers::{Run, Size};
use serde::Deserialize;
use uuid::Uuid;

use super::{Who, failed, labels, operator, page, refused};
use crate::state::AppState;

/// Orders in one run: a page of the list. More labels than that would keep a person waiting for their first sheet.
const MOST: usize = 50;

/// What is asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wish {
    numbers: Vec<OrderNumber>,
    unknown: Vec<String>,
    beyond: usize,
    papers: Vec<Paper>,
    size: Size,
    gift: bool,
    noted: bool,
}

impl Wish {
    /// `order=…&order=…&what=ticket,slip,label&size=a5&gift=yes`; `what` may also come once per paper. Without it: all papers of work.
    fn read(query: &str) -> Self {
        let mut wish = Self::default();
        let mut asked = Vec::new();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "order" => match OrderNumber::parse(&value) {
                    Some(number) if wish.numbers.contains(&number) => {}
                    Some(_) if wish.numbers.len() == MOST => wish.beyond += 1,
                    Some(number) => wish.numbers.push(number),
                    None => wish.unknown.push(value.chars().take(40).collect()),
                },
                "what" => asked.extend(value.split(',').filter_map(Paper::parse)),
                "size" => wish.size = Size::parse(&value).unwrap_or_default(),
                "gift" => wish.gift = value == "yes",
                "noted" => wish.noted = true,
                _ => {}
            }
        }
        wish.papers = Paper::ALL.into_iter().filter(|paper| asked.contains(paper)).collect();
        if wish.papers.is_empty() {
            wish.papers = vec![Paper::Ticket, Paper::Slip];
        }
        wish
    }
}

/// The document.
pub async fn show(
    State(state): State<AppState>,
    who: Who,
    OriginalUri(uri): OriginalUri,
    RawQuery(query): RawQuery,
) -> Response {
    let person = match operator(&state, who.0) {
        Ok(person) => person,
        Err(refused) => return refused,
    };
    let mut wish = Wish::read(query.as_deref().unwrap_or_default());
    let sheets = match order::sheets(&state.shop, &wish.numbers).await {
        Ok(sheets) => sheets,
        Err(fault) => return failed(&state, person.language, &fault),
    };
    if sheets.is_empty() {
        return refused(&state, person.language, StatusCode::NOT_FOUND, "paper-nothing");
    }
    let strangers = wish.numbers.iter().filter(|number| !sheets.iter().any(|sheet| sheet.number == **number));
    wish.unknown.extend(strangers.map(ToString::to_string));
    let labels = if wish.papers.contains(&Paper::Label) {
        labels::fetch(&state.shop, sheets.iter().flat_map(|sheet| sheet.labels.clone()).collect()).await
    } else {
        Default::default()
    };
    let run = Run {
        about: &state.shop.about,
        options: &state.admin,
        language: person.language,
        sheets: &sheets,
        papers: &wish.papers,
        size: wish.size,
        gift: wish.gift,
        labels: &labels,
        unknown: &wish.unknown,
        beyond: wish.beyond,
        id: &Uuid::now_v7().to_string(),
        noted: wish.noted,
        here: uri.path_and_query().map_or("/admin/print", |here| here.as_str()),
    };
    page(StatusCode::OK, false, papers::print_page(&run))
}

/// What the button posts.
#[derive(Debug, Deserialize)]
pub struct Print {
    run: Uuid,
}

/// Notes the run with each order. A script gets 204 and prints; a browser without one is led back to the document.
pub async fn mark(
    State(state): State<AppState>,
    who: Who,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    Form(print): Form<Print>,
) -> Response {
    let person = match operator(&state, who.0) {
        Ok(person) => person,
        Err(refused) => return refused,
    };
    let query = query.unwrap_or_default();
    let wish = Wish::read(&query);
    if let Err(fault) =
        order::mark_printed(&state.shop, &person, print.run, &wish.numbers, &wish.papers).await
    {
        return failed(&state, person.language, &fault);
    }
    let script = headers.get(header::ACCEPT).is_some_and(|accept| accept == "application/json");
    if script {
        return StatusCode::NO_CONTENT.into_response();
    }
    let noted = if wish.noted { "" } else { "&noted=yes" };
    Redirect::to(&format!("/admin/print?{query}{noted}")).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_read_however_a_form_or_a_link_writes_it() {
        let wish =
            Wish::read("order=7K3QD-2M4XP&order=7k3qd2m4xp&order=no&what=slip,ticket&size=small&gift=yes");
        assert_eq!(wish.numbers.len(), 1, "the same order twice is printed once");
        assert_eq!(wish.unknown, ["no"]);
        assert_eq!(wish.papers, [Paper::Ticket, Paper::Slip]);
        assert!(wish.size == Size::Small && wish.gift);
        let form = Wish::read("order=7K3QD-2M4XP&what=ticket&what=label");
        assert_eq!(form.papers, [Paper::Ticket, Paper::Label]);
        assert_eq!(Wish::read("what=nonsense&size=x").papers, [Paper::Ticket, Paper::Slip]);
        let many: String = (0..60).map(|bits| format!("order={}&", OrderNumber::from_bits(bits))).collect();
        let wish = Wish::read(&many);
        assert_eq!((wish.numbers.len(), wish.beyond), (MOST, 10));
    }
}
