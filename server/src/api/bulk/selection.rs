//! Which orders a program means: by their numbers, or as the list of orders is filtered.

use domain::{
    bulk::Selection,
    order::{Filter, OrderNumber},
    staff::Person,
};
use jiff::civil::Date;
use serde_json::{Map, Value};

/// What is wrong with fields: (pointer, what).
pub(in crate::api) type Flaws = Vec<(String, String)>;

/// Which orders are meant.
///
/// # Errors
/// What cannot be read is told, and never left out: a mistyped filter would change everybody's orders.
pub(in crate::api) fn selection(
    filter: Option<&Map<String, Value>>,
    orders: Option<&[String]>,
    person: &Person,
) -> Result<Selection, Flaws> {
    let flaw = |pointer: String, what: &str| vec![(pointer, what.to_owned())];
    match (filter, orders) {
        (Some(filter), None) => {
            let filter = read_filter(filter)?;
            Ok(Selection::Matching(Box::new(filter.read_by(person.id))))
        }
        (None, Some(numbers)) => {
            let unread = numbers.iter().position(|number| OrderNumber::parse(number).is_none());
            match unread {
                Some(at) => Err(flaw(format!("/orders/{at}"), "This is no order's number.")),
                None => Ok(Selection::Picked(numbers.to_vec())),
            }
        }
        _ => Err(flaw(String::new(), "Send either `filter` or `orders`.")),
    }
}

fn read_filter(asked: &Map<String, Value>) -> Result<Filter, Flaws> {
    let known = serde_json::to_value(Filter::default()).unwrap_or_default();
    let mut flaws = Flaws::new();
    for (name, value) in asked {
        let pointer = format!("/filter/{}", name.replace('~', "~0").replace('/', "~1"));
        let of_a_page = matches!(name.as_str(), "after" | "oldest");
        if known.get(name).is_none() || of_a_page {
            flaws.push((pointer, "The list of orders has no such filter.".to_owned()));
        } else if matches!(name.as_str(), "from" | "until")
            && value.as_str().is_some_and(|day| day.parse::<Date>().is_err())
        {
            flaws.push((pointer, "Write a day as 2027-01-16.".to_owned()));
        } else if let Err(error) = alone(name, value) {
            flaws.push((pointer, error.to_string()));
        }
    }
    if flaws.is_empty() {
        let read = serde_json::from_value(Value::Object(asked.clone()));
        return read.map_err(|error| vec![("/filter".to_owned(), error.to_string())]);
    }
    Err(flaws)
}

/// Whether one field can be read.
fn alone(name: &str, value: &Value) -> Result<Filter, serde_json::Error> {
    serde_json::from_value(Value::Object(Map::from_iter([(name.to_owned(), value.clone())])))
}
