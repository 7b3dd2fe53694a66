//! What the generated types do with what the API says.

use clew_client::{Client, Error, types};
use serde_json::json;

#[test]
fn a_word_that_came_later_is_kept_and_sent_back_as_it_was() {
    let later: types::Language = serde_json::from_value(json!("tlh")).unwrap();
    assert_eq!(later, types::Language::Unrecognised("tlh".to_owned()));
    assert_eq!(serde_json::to_value(&later).unwrap(), json!("tlh"));
    assert_eq!(serde_json::to_value(types::Language::Ro).unwrap(), json!("ro"));
}

#[test]
fn what_is_left_out_is_not_sent_and_names_are_the_apis() {
    let order = types::NewOrder {
        currency: "EUR".to_owned(),
        items: vec![types::NewItem {
            name: "Poster".to_owned(),
            quantity: 1,
            unit_amount: 1450,
            ..Default::default()
        }],
        ..Default::default()
    };
    let sent = serde_json::to_value(&order).unwrap();
    assert_eq!(sent["items"], json!([{ "name": "Poster", "quantity": 1, "unitAmount": 1450 }]));
    assert!(sent.get("workflow").is_none(), "{sent}");
}

#[test]
fn a_token_or_a_path_that_cannot_be_sent_is_said_before_anything_is() {
    assert!(matches!(Client::new("nowhere", "clew_1"), Err(Error::Unsendable(_))));
    assert!(matches!(Client::new("https://shop.example", "a\nb"), Err(Error::Unsendable(_))));
}
