//! What pages of other sites are given to show: an order, and every word around it.

use std::collections::BTreeMap;

use domain::{Language, clock::At, order::TrackedOrder, shop::About};

use super::track::{self, TrackProblem};
use crate::{order::OrderView, words::Words};

/// Names in the answer, and the words they stand for: a refusal's by its status, a step's by its state.
const WORDS: [(&str, &str); 27] = [
    ("title", "customer-track-title"),
    ("lead", "customer-track-lead"),
    ("number", "customer-track-number"),
    ("email", "customer-track-email"),
    ("emailHint", "customer-track-email-hint"),
    ("submit", "customer-track-submit"),
    ("404", "customer-problem-not-found"),
    ("429", "customer-problem-too-many"),
    ("expired", "customer-elsewhere-expired"),
    ("expiredHelp", "customer-elsewhere-expired-help"),
    ("failed", "customer-wrong-title"),
    ("failedHelp", "customer-elsewhere-again"),
    ("offline", "customer-offline"),
    ("looking", "customer-elsewhere-looking"),
    ("order", "customer-order-number"),
    ("progress", "customer-progress"),
    ("done", "customer-done"),
    ("next", "customer-to-come"),
    ("history", "customer-history"),
    ("items", "customer-items"),
    ("total", "customer-total"),
    ("updated", "customer-updated"),
    ("newTab", "customer-new-tab"),
    ("another", "customer-elsewhere-another"),
    ("live", "customer-live"),
    ("reconnecting", "customer-reconnecting"),
    ("paused", "customer-paused"),
];

/// An order as a page of another site shows it.
pub fn order_view(about: &About, language: Language, order: &TrackedOrder, now: At) -> OrderView {
    OrderView::of(Words::new(about, language), order, now)
}

/// Every word around it, by the name a script calls it by.
pub fn elsewhere_words(about: &About, language: Language) -> BTreeMap<&'static str, String> {
    let words = Words::new(about, language);
    let mut said: BTreeMap<_, _> = WORDS.into_iter().map(|(name, key)| (name, words.say(key))).collect();
    said.insert("numberHint", words.say_of("customer-track-number-hint", "example", track::EXAMPLE));
    said.insert("language", language.tag().to_owned());
    said
}

/// What the look-up page says of a refusal: the sentence, and what to do.
pub fn track_refusal(about: &About, language: Language, problem: TrackProblem) -> (String, String) {
    track::refusal(Words::new(about, language), problem)
}
