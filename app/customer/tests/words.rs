//! Every key the code names has words in all four languages, and no language has words nobody says.

#![expect(clippy::unwrap_used, reason = "a missing file fails the test as it should")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn keys(language: &str) -> BTreeSet<String> {
    // What other sites' pages show of an order stands by itself.
    let texts = ["customer", "elsewhere"]
        .map(|part| fs::read_to_string(root().join(format!("../../locales/{language}/{part}.ftl"))).unwrap());
    texts
        .iter()
        .flat_map(|text| text.lines())
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key.to_owned())
        .filter(|key| key.starts_with("customer-"))
        .collect()
}

fn used(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            used(&path, found);
        } else {
            let text = fs::read_to_string(path).unwrap();
            // Odd pieces between quotes are what stands inside them.
            found.extend(
                text.split('"')
                    .skip(1)
                    .step_by(2)
                    .filter(|word| word.starts_with("customer-"))
                    .map(str::to_owned),
            );
        }
    }
}

#[test]
fn the_four_languages_say_the_same_things() {
    let english = keys("en");
    for language in ["es", "ro", "ru"] {
        assert_eq!(keys(language), english, "{language}");
    }
}

#[test]
fn every_key_has_words_and_all_words_are_said() {
    let mut used_keys = BTreeSet::new();
    used(&root().join("src"), &mut used_keys);
    for (stem, range) in [("weekday", 0..=6), ("month", 1..=12)] {
        assert!(used_keys.remove(&format!("customer-{stem}-{{}}")), "{stem}");
        used_keys.extend(range.map(|n| format!("customer-{stem}-{n}")));
    }
    assert_eq!(used_keys, keys("en"));
}
