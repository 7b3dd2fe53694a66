//! The fault switches as a form.

use axum::Form;
use axum::extract::State;
use axum::response::Redirect;
use serde_json::{Map, Value, json};

use crate::faults::Faults;
use crate::html::escape;
use crate::world::Shared;

/// One labelled input per switch, whatever switches there are.
pub fn form(faults: &Faults) -> String {
    let Ok(Value::Object(switches)) = serde_json::to_value(faults) else { return String::new() };
    let inputs: String = switches
        .iter()
        .map(|(name, value)| {
            let (name, label) = (escape(name), escape(&name.replace('_', " ")));
            match value {
                Value::Bool(on) => {
                    let checked = if *on { " checked" } else { "" };
                    format!("<label>{label} <input type=\"checkbox\" name=\"{name}\"{checked}></label>")
                }
                number => format!("<label>{label} <input type=\"number\" min=\"0\" name=\"{name}\" value=\"{number}\"></label>"),
            }
        })
        .collect();
    format!("<form class=\"switches\" method=\"post\" action=\"/faults\">{inputs}<button>Set</button></form>")
}

/// `POST /faults`: a box that is not ticked is not sent, so absent means off.
pub async fn turn(State(world): State<Shared>, Form(sent): Form<Vec<(String, String)>>) -> Redirect {
    let turned: Map<String, Value> = sent
        .into_iter()
        .map(|(name, value)| {
            let value = value.parse::<u64>().map_or_else(|_| json!(value == "on"), |number| json!(number));
            (name, value)
        })
        .collect();
    if let Ok(faults) = Faults::default().with(turned) {
        *world.faults() = faults;
    }
    Redirect::to("/")
}
