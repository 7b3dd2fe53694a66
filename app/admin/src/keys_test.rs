//! Every word the admin shows exists in all four languages, and none is missing in one of them.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn keys(language: &str) -> BTreeSet<String> {
    let folder = Path::new(ROOT).join("../../locales").join(language);
    let files = fs::read_dir(folder).expect("a folder of translations").flatten();
    let text: String =
        files.map(|file| fs::read_to_string(file.path()).expect("a translation file")).collect();
    let head = |line: &str| line.split_once(" =").map(|(key, _)| key.to_owned());
    text.lines().filter(|line| line.starts_with("admin-")).filter_map(head).collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.file_name().is_some_and(|name| name != "keys_test.rs") {
            found.push(path);
        }
    }
}

/// Keys as the sources spell them. One that ends in `{` is put together from a prefix and a word.
fn used() -> BTreeSet<String> {
    let mut files = Vec::new();
    sources(&Path::new(ROOT).join("src"), &mut files);
    let texts = files.iter().map(|file| fs::read_to_string(file).expect("a source"));
    texts.flat_map(|text| text.split("\"admin-").skip(1).map(key_at).collect::<Vec<_>>()).collect()
}

fn key_at(rest: &str) -> String {
    let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap_or(rest.len());
    let open = if rest[end..].starts_with('{') { "{" } else { "" };
    format!("admin-{}{open}", &rest[..end])
}

#[test]
fn the_four_languages_have_the_same_keys() {
    let english = keys("en");
    for language in ["es", "ro", "ru"] {
        assert_eq!(english, keys(language), "{language}");
    }
}

#[test]
fn every_key_that_is_used_exists() {
    let known = keys("en");
    for key in used() {
        let found = match key.strip_suffix('{') {
            Some(prefix) => known.iter().any(|known| known.starts_with(prefix)),
            None => known.contains(&key),
        };
        assert!(found, "{key} is in no translation file");
    }
}

#[test]
fn every_key_that_exists_is_used() {
    let used = used();
    // Shown by the server's own handler, through `plain_page`.
    let elsewhere = |key: &str| matches!(key, "admin-link-spent-title" | "admin-door-failed-title");
    let made = |key: &str| {
        used.iter().filter_map(|used| used.strip_suffix('{')).any(|prefix| key.starts_with(prefix))
    };
    for key in keys("en") {
        assert!(used.contains(&key) || made(&key) || elsewhere(&key), "{key} is used nowhere");
    }
}
