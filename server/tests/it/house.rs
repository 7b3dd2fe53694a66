//! The house itself: sizes, first lines, words in four languages, and documents that are still true.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        if entry.file_type().unwrap().is_dir() {
            if !matches!(&*name, "target" | "node_modules" | ".git" | ".clew") {
                found.extend(files(&path, ending));
            }
        } else if name.ends_with(ending) {
            found.push(path);
        }
    }
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn files_are_small_and_say_why_they_exist() {
    let mut sizes = Vec::new();
    for file in files(&root(), ".rs") {
        let text = read(&file);
        assert!(text.starts_with("//!"), "{} does not open by saying why it exists", file.display());
        let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]")).count();
        assert!(lines <= 400, "{} has {lines} lines", file.display());
        sizes.push(lines);
    }
    sizes.sort_unstable();
    let median = sizes[sizes.len() / 2];
    assert!(median <= 100, "the median file has {median} lines");
}

/// Message ids of a Fluent file, with the variables each uses.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files(&root().join("locales").join(language), ".ftl") {
        let mut current = String::new();
        for line in read(&file).lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) =
                line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                assert!(
                    found.insert(id.to_owned(), BTreeSet::new()).is_none(),
                    "{language}: {id} stands twice"
                );
                id.clone_into(&mut current);
            }
            for part in line.split('$').skip(1) {
                let name: String =
                    part.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '-')).collect();
                found.get_mut(&current).unwrap().insert(name);
            }
        }
    }
    found
}

#[test]
fn the_four_languages_say_the_same_things() {
    let english = messages("en");
    assert!(english.len() > 100);
    for language in ["es", "ro", "ru"] {
        let theirs = messages(language);
        assert_eq!(
            theirs.keys().collect::<Vec<_>>(),
            english.keys().collect::<Vec<_>>(),
            "{language} and en differ"
        );
        for (id, variables) in theirs {
            // Russian dates, for one, do without the weekday.
            assert!(
                variables.is_subset(&english[&id]),
                "{language}: {id} uses {variables:?}, en {:?}",
                english[&id]
            );
        }
    }
}

#[test]
fn every_word_the_code_names_exists() {
    let known = messages("en");
    for file in files(&root(), ".rs").into_iter().filter(|file| {
        !file.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "sandbox")
    }) {
        for literal in read(&file).split('"').skip(1).step_by(2) {
            let named =
                ["refused-", "fault-", "notice-", "attention-", "customer-", "admin-", "paper-", "scan-"]
                    .iter()
                    .any(|prefix| literal.starts_with(prefix));
            let plain = literal.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            let whole = !literal.ends_with('-');
            if named && plain && whole && file.extension().is_some() && !literal.contains("--") {
                let exists = known.contains_key(literal)
                    || known.keys().any(|key| key.starts_with(&format!("{literal}-")));
                assert!(exists, "{}: no message is called {literal}", file.display());
            }
        }
    }
}

#[test]
fn every_status_payment_event_and_role_has_its_word() {
    use domain::{Language, event::Kind, order::Status, payment::PaymentStatus, staff::Role};
    let mut words = Vec::new();
    for language in Language::ALL {
        words.extend(Status::ALL.map(|status| status.say(language)));
        words.extend(PaymentStatus::ALL.map(|status| status.say(language)));
        words.extend(Kind::ALL.map(|kind| kind.say(language)));
        words.extend([Role::Viewer, Role::Operator, Role::Admin].map(|role| role.say(language)));
    }
    for word in words {
        assert!(!word.starts_with("Unknown localization"), "{word}");
    }
}

/// Everything in backticks that looks like a file of ours.
fn named_paths(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted
        .map(|quoted| quoted.split(['#', ' ']).next().unwrap_or(quoted))
        .filter(|path| {
            path.contains('/')
                && path.rsplit('.').next().is_some_and(|end| {
                    matches!(end, "rs" | "sql" | "md" | "ts" | "ftl" | "css" | "sh" | "html")
                })
        })
        .filter(|path| !path.starts_with("..") && !path.contains('*') && !path.contains('<'))
        .collect()
}

#[test]
fn every_path_the_documents_name_exists() {
    let documents = files(&root().join("docs"), ".md")
        .into_iter()
        .chain(["README.md", "CONTRIBUTING.md"].map(|name| root().join(name)));
    for document in documents {
        let text = read(&document);
        for path in named_paths(&text) {
            assert!(root().join(path).exists(), "{} names {path}, which does not exist", document.display());
        }
    }
    assert!(named_paths(&read(&root().join("docs/walks.md"))).len() >= 12);
}

/// `docs/promises.md` names a test for each promise as `file#name of the test`.
#[test]
fn every_promise_names_a_test_that_exists() {
    let text = read(&root().join("docs/promises.md"));
    let mut proofs = 0;
    for line in text.lines().filter(|line| line.starts_with('|') && line.contains('`')) {
        for proof in line.split('`').skip(1).step_by(2).filter(|quoted| quoted.contains('#')) {
            let (file, name) = proof.split_once('#').unwrap();
            let source = read(&root().join(file));
            let exists = source.contains(&format!("fn {name}("))
                || source.contains(&format!("'{name}'"))
                || source.contains(&format!("`{name}`"));
            assert!(exists, "{file} has no test called {name}");
            proofs += 1;
        }
        assert!(line.contains('#'), "a promise without a test: {line}");
    }
    assert!(proofs >= 30, "{proofs}");
}

/// What is enqueued and in no list of the worker would die unread.
#[test]
fn every_job_is_one_that_the_worker_knows() {
    let worker = read(&root().join("domain/src/queue/worker.rs"));
    let mut jobs = 0;
    for file in files(&root().join("domain/src"), "rs") {
        let text = read(&file);
        for (_, rest) in
            text.match_indices("\nimpl Job for ").map(|(at, found)| text.split_at(at + found.len()))
        {
            let name = rest.split_whitespace().next().unwrap();
            assert!(worker.contains(&format!("\n    {name},\n")), "{}: {name}", file.display());
            jobs += 1;
        }
    }
    assert!(jobs > 15, "{jobs}");
}

#[test]
fn the_sandbox_depends_on_nothing_of_ours_and_arrows_run_one_way() {
    let depends = |krate: &str, on: &str| {
        let manifest = read(&root().join(krate).join("Cargo.toml"));
        manifest
            .lines()
            .any(|line| line.starts_with(&format!("{on}.workspace")) || line.starts_with(&format!("{on} =")))
    };
    for on in ["domain", "ui", "customer", "admin", "server"] {
        assert!(!depends("sandbox", on), "sandbox depends on {on}");
        assert!(!depends("domain", on), "domain depends on {on}");
    }
    for page in ["app/ui", "app/customer", "app/admin", "app/papers"] {
        assert!(!depends(page, "server"), "{page} depends on server");
        assert!(!depends(page, "sqlx"), "{page} speaks SQL");
    }
    assert!(!depends("app/customer", "admin"), "customers would download the admin");
}
