//! `/admin/scan`: one form for scanners, keyboards and cameras, with or without a script.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Fault,
    dates::day_and_time,
    language::{say, say_with},
    order::scan::{Outcome, Scan, Wish, scan as scan_code},
    staff::Person,
};
use papers::{Line, Mode, Tone, scan_page};

use super::{Who, failed, operator, page};
use crate::state::AppState;

/// Lines that travel in the form.
const MOST_LINES: usize = 30;
/// Characters of a code that are said again.
const LONGEST: usize = 80;

/// The page before anything was scanned.
pub async fn show(State(state): State<AppState>, who: Who) -> Response {
    match operator(&state, who.0) {
        Ok(person) => answer(&state, &person, Mode::Open, &[]),
        Err(refused) => refused,
    }
}

/// What the form sends. Fields may come in any number, so it is read by hand.
#[derive(Debug, Default)]
struct Form {
    code: String,
    mode: Mode,
    choice: Option<(i64, String)>,
    was: Vec<Line>,
}

impl Form {
    fn read(body: &str) -> Self {
        let mut form = Self::default();
        for (name, value) in url::form_urlencoded::parse(body.as_bytes()) {
            match &*name {
                // A choice names its order itself; what stands in the field meanwhile is the next scan.
                "code" if form.choice.is_none() => form.code = value.into_owned(),
                "mode" if value == "advance" => form.mode = Mode::Advance,
                "was" if form.was.len() < MOST_LINES => form.was.extend(Line::unpack(&value)),
                "choice" => {
                    let mut parts = value.splitn(3, ' ');
                    let number = parts.next().unwrap_or_default().to_owned();
                    let seen = parts.next().and_then(|seen| seen.parse().ok());
                    form.choice = seen.zip(parts.next().map(str::to_owned));
                    form.code = number;
                }
                _ => {}
            }
        }
        form
    }

    fn wish(&self) -> Wish {
        match (&self.choice, self.mode) {
            (Some((seen, stage)), _) => Wish::To(stage.clone(), *seen),
            (None, Mode::Advance) => Wish::Advance,
            (None, Mode::Open) => Wish::Open,
        }
    }
}

/// Reads one code.
pub async fn scan(State(state): State<AppState>, who: Who, body: String) -> Response {
    let person = match operator(&state, who.0) {
        Ok(person) => person,
        Err(refused) => return refused,
    };
    let form = Form::read(&body);
    let wish = form.wish();
    let line = match scan_code(&state.shop, &person, &form.code, &wish).await {
        Ok(found) if wish == Wish::Open => {
            return Redirect::to(&format!("/admin/orders/{}", found.number)).into_response();
        }
        Ok(found) => told(&state, &person, found),
        Err(Fault::NotFound) => unknown(&state, &person, &form.code),
        Err(fault) => return failed(&state, person.language, &fault),
    };
    let mut lines = vec![line];
    lines.extend(form.was);
    lines.truncate(MOST_LINES);
    answer(&state, &person, form.mode, &lines)
}

fn answer(state: &AppState, person: &Person, mode: Mode, lines: &[Line]) -> Response {
    let html = scan_page(&state.shop.about, &state.admin, person.language, mode, lines);
    page(StatusCode::OK, true, html)
}

fn now(state: &AppState, person: &Person) -> String {
    day_and_time(state.shop.clock.now(), person.language, &state.shop.about.zone)
}

fn unknown(state: &AppState, person: &Person, code: &str) -> Line {
    let code: String = code.trim().chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let words = say_with(person.language, "scan-unknown", vec![("code", code.into())]);
    Line { tone: Tone::Bad, number: None, words, at: now(state, person), choices: None }
}

fn told(state: &AppState, person: &Person, found: Scan) -> Line {
    let language = person.language;
    let at_stage = |key: &str| say_with(language, key, vec![("stage", found.stage.clone().into())]);
    let (tone, words, choices) = match found.outcome {
        Outcome::Found => (Tone::Good, say(language, "scan-found"), None),
        Outcome::Moved => (Tone::Good, at_stage("scan-moved"), None),
        Outcome::Choose(ways, seen) => (Tone::Ask, say(language, "scan-choose"), Some((ways, seen))),
        Outcome::Last => (Tone::Ask, at_stage("scan-last"), None),
        Outcome::JustMoved => (Tone::Ask, at_stage("scan-just-moved"), None),
        Outcome::Refused(why) => {
            let words = vec![("stage", found.stage.clone().into()), ("why", why.into())];
            (Tone::Bad, say_with(language, "scan-refused", words), None)
        }
    };
    Line { tone, number: Some(found.number.to_string()), words, at: now(state, person), choices }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_names_its_own_order() {
        let form = Form::read(
            "was=good%097K3QD-2M4XP%09now%09moved&mode=advance&code=next&choice=7K3QD-2M4XP+12+in_production",
        );
        assert_eq!(form.code, "7K3QD-2M4XP");
        assert_eq!(form.wish(), Wish::To("in_production".into(), 12));
        assert_eq!(form.was.len(), 1);
        assert_eq!(Form::read("code=x&mode=advance").wish(), Wish::Advance);
        assert_eq!(Form::read("code=x").wish(), Wish::Open);
        assert_eq!(Form::read("choice=nonsense").wish(), Wish::Open);
    }
}
