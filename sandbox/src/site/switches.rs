//! The fault switches as a form.

use axum::Form;
use axum::extract::State;
use axum::response::Redirect;
use serde_json::{Map, Value, json};

use crate::faults::Faults;
use crate::html::escape;
use crate::world::Shared;

/// One labelled input per switch, whatever switches there are; each provider's own in a group.
pub fn form(faults: &Faults) -> String {
    let Ok(Value::Object(switches)) = serde_json::to_value(faults) else { return String::new() };
    let inputs = inputs(&switches, "");
    format!("<form method=\"post\" action=\"/faults\">{inputs}<button>Set</button></form>")
}

/// The flat ones come first, under the name of whom they were made for.
fn inputs(switches: &Map<String, Value>, before: &str) -> String {
    let (groups, flat): (Vec<_>, Vec<_>) = switches.iter().partition(|(_, value)| value.is_object());
    let inputs: String = flat.iter().map(|(name, value)| input(before, name, value)).collect();
    let title = match before.trim_end_matches('.') {
        "" => "Stripe and mail".to_owned(),
        group => group[..1].to_uppercase() + &group[1..],
    };
    let own = format!("<fieldset class=\"switches\"><legend>{title}</legend>{inputs}</fieldset>");
    let groups = groups.iter().filter_map(|(name, value)| Some((name, value.as_object()?)));
    own + &groups.map(|(name, group)| self::inputs(group, &format!("{before}{name}."))).collect::<String>()
}

fn input(before: &str, name: &str, value: &Value) -> String {
    let (label, name) = (escape(&name.replace('_', " ")), escape(&format!("{before}{name}")));
    let kind = match value {
        Value::Bool(true) => "type=\"checkbox\" checked".to_owned(),
        Value::Bool(false) => "type=\"checkbox\"".to_owned(),
        Value::Number(number) => format!("type=\"number\" min=\"0\" value=\"{number}\""),
        text => {
            format!("type=\"text\" value=\"{}\" placeholder=\"POST /…\"", escape(text.as_str().unwrap_or("")))
        }
    };
    format!("<label>{label} <input name=\"{name}\" {kind}></label>")
}

/// `POST /faults`: a box that is not ticked is not sent, so absent means off.
pub async fn turn(State(world): State<Shared>, Form(sent): Form<Vec<(String, String)>>) -> Redirect {
    let mut turned = Map::new();
    for (name, value) in sent {
        let value = match (name.ends_with("only"), value.parse::<u64>()) {
            (true, _) => json!(Some(value).filter(|value| !value.is_empty())),
            (false, Ok(number)) => json!(number),
            (false, Err(_)) => json!(value == "on"),
        };
        match name.split_once('.') {
            None => {
                turned.insert(name, value);
            }
            Some((group, name)) => {
                let group = turned.entry(group).or_insert_with(|| json!({}));
                group[name] = value;
            }
        }
    }
    if let Ok(faults) = Faults::default().with(turned) {
        *world.faults() = faults;
    }
    Redirect::to("/")
}
